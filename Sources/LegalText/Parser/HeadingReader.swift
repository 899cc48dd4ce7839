/// Reads the headings of chapters and articles.
extension MarkReader {
  /// `BAB I`, `Bagian Kesatu`, `Paragraf 1`, `Pasal 5` at `position`.
  func heading(at position: Int, lineEnd: Int) -> Mark? {
    switch SourceText.folded(text[position]) {
    case UInt8(ascii: "b"):
      if let mark = bab(at: position, lineEnd: lineEnd) { return mark }
      return bagian(at: position, lineEnd: lineEnd)
    case UInt8(ascii: "p"):
      if let after = text.match("pasa", at: position), text[after] != 0x20 {
        return pasal(at: position, after: after, lineEnd: lineEnd)
      }
      if let after = text.match("paragra", at: position) {
        return paragraf(at: position, after: after, lineEnd: lineEnd)
      }
      if let after = text.matchSpaced("pasa", at: position),
        let last = spacedEnd(after), last > position + 4
      {
        return pasal(at: position, after: last, lineEnd: lineEnd)
      }
      return nil
    default:
      return nil
    }
  }

  /// The last letter of a spaced `P a s a l`, often read as a capital I.
  private func spacedEnd(_ after: Int) -> Int? {
    let last = text.skippingSpaces(from: after, to: min(after + 3, text.count))
    guard text[last] | 0x20 == 0x6C || text[last] == 0x49 || text[last] == 0x31,
      text.spaceLength(at: last + 1) > 0
    else { return nil }
    return last
  }

  func token(at position: Int, lineEnd: Int) -> Range<Int> {
    var end = position
    while end < lineEnd, isMarkCharacter(text[end]) { end += 1 }
    return position..<end
  }

  private func bab(at position: Int, lineEnd: Int) -> Mark? {
    let word = text.matchSpaced("bab", at: position)
    guard let after = word ?? text.match("ba8", at: position), SourceText.isUpper(text[position])
    else { return nil }
    var start = text.skippingSpaces(from: after, to: lineEnd)
    // `BAB. II`, `BAB-II`
    if text[start] == 0x2E || text[start] == 0x2D {
      start = text.skippingSpaces(from: start + 1, to: lineEnd)
    }
    // `BAB ke III`
    if let word = text.match("ke", at: start), text[word] == 0x20 || text[word] == 0x2D {
      start = skippingJoint(word, lineEnd)
    }
    var number = token(at: start, lineEnd: lineEnd)
    // `BABII`, alone on the line
    let isJoined = start == after
    guard !isJoined || number.upperBound == lineEnd else { return nil }
    // `BAB II A`, the inserted letter apart.
    if let letter = apartLetter(after: number.upperBound, lineEnd) {
      number = number.lowerBound..<letter + 1
    }
    var mark = Mark(.bab, start: position, end: number.upperBound)
    let compact = SourceText(bytes: number.compactMap { text[$0] == 0x20 ? nil : text[$0] })
    let reading = NumberReader.read(compact, 0..<compact.count)
    mark.value = Int32(clamping: reading.value)
    mark.suffix = reading.suffix
    if reading.value < 0 || isJoined || (!reading.roman && reading.suffix > 0) {
      let exact = NumberReader.mendedRoman(compact, 0..<compact.count)
      guard let mended = exact ?? NumberReader.mergedRoman(compact), !isJoined || exact != nil
      else { return nil }
      mark.value = -1
      mark.suffix = 0
      mark.mended = Int32(clamping: mended)
      if isJoined || exact == nil { mark.flags.insert(.mended) }
    } else if !reading.roman, let mended = NumberReader.mendedRoman(compact, 0..<compact.count) {
      // `BAB 11` may be BAB II.
      mark.mended = Int32(clamping: mended)
    }
    if word == nil {
      // `BA8 IV`
      if mark.value > 0 { (mark.mended, mark.value) = (mark.value, -1) }
      mark.flags.insert(.mended)
    }
    return finish(&mark, lineEnd)
  }

  private func bagian(at position: Int, lineEnd: Int) -> Mark? {
    guard let after = text.matchSpaced("bagian", at: position),
      SourceText.isUpper(text[position])
    else { return nil }
    let start = text.skippingSpaces(from: after, to: lineEnd)
    guard start > after, SourceText.isUpper(text[start]),
      let (value, end) = NumberReader.ordinal(text, at: start)
    else {
      return numbered(.bagian, position, from: after, lineEnd)
        ?? numberedWithTitle(.bagian, position, at: start, lineEnd)
    }
    // `Bagian Ketiga BAB IV dihapus.`
    if text.match("bab ", at: text.skippingSpaces(from: end, to: lineEnd)) != nil,
      (end..<min(end + 24, lineEnd)).contains(where: { text.match(" dihapus", at: $0) != nil })
    {
      return nil
    }
    var mark = Mark(.bagian, start: position, end: end)
    mark.value = Int32(clamping: value)
    insertLetter(&mark, lineEnd)
    return finish(&mark, lineEnd)
  }

  /// The position of a single capital letter after a number, as in `Bagian Kedua A` and
  /// `BAB II A` (UU 12/2011, Lampiran II angka 234).
  private func apartLetter(after end: Int, _ lineEnd: Int) -> Int? {
    let letter = text.skippingSpaces(from: end, to: lineEnd)
    guard letter > end, letter <= end + 2, letter < lineEnd, SourceText.isUpper(text[letter]),
      letter + 1 == lineEnd || text.spaceLength(at: letter + 1) > 0 || text[letter + 1] == 0x2C
    else { return nil }
    // A Roman digit apart belongs to the number: `BAB I I`.
    return NumberReader.romanValue(text, letter..<letter + 1) == nil || letter + 1 == lineEnd
      ? letter : nil
  }

  /// `Bagian 3`, `Bagian Ke-3`, `Bagian kesatu`, `Paragraf1`, `Paragraf ke-1`, alone on the line.
  func numbered(
    _ shape: Mark.Shape, _ position: Int, from after: Int, _ lineEnd: Int
  ) -> Mark? {
    var start = skippingJoint(after, lineEnd)
    if text.match("ke", at: start) != nil, NumberReader.ordinal(text, at: start) == nil {
      start = skippingJoint(start + 2, lineEnd)
    }
    var mark = Mark(shape, start: position, end: start)
    if let (value, end) = NumberReader.ordinal(text, at: start)
      ?? NumberReader.cardinal(text, at: start)
    {
      (mark.value, mark.end) = (Int32(clamping: value), end)
    } else {
      let number = token(at: start, lineEnd: lineEnd)
      let reading = NumberReader.read(text, number)
      guard reading.value > 0, reading.value < 100, reading.suffix == 0 else { return nil }
      (mark.value, mark.end) = (Int32(clamping: reading.value), number.upperBound)
    }
    mark = finish(&mark, lineEnd)
    return mark.flags.contains(.wholeLine) ? mark : nil
  }

  /// `Bagian I. Pencalonan Pasal 5` within a line: a short title, then the first article.
  private func numberedWithTitle(
    _ shape: Mark.Shape, _ position: Int, at start: Int, _ lineEnd: Int
  ) -> Mark? {
    let number = token(at: start, lineEnd: lineEnd)
    let reading = NumberReader.read(text, number)
    guard reading.value > 0, reading.value < 30, reading.suffix == 0 else { return nil }
    var end = number.upperBound
    if text[end] == 0x2E { end += 1 }
    let title = text.skippingSpaces(from: end, to: lineEnd)
    guard title > end, SourceText.isUpper(text[title]), SourceText.isLower(text[title + 1])
    else { return nil }
    var next = title
    while next < min(title + 80, lineEnd), text[next] != 0x2C, text[next] != 0x3B {
      if text[next] == 0x50, text[next - 1] == 0x20, let article = text.match("pasal ", at: next),
        SourceText.isDigit(text[article])
      {
        var mark = Mark(shape, start: position, end: end)
        mark.value = Int32(clamping: reading.value)
        return finish(&mark, lineEnd)
      }
      next += 1
    }
    return nil
  }

  /// The position after spaces and one hyphen or full stop.
  func skippingJoint(_ position: Int, _ lineEnd: Int) -> Int {
    let next = text.skippingSpaces(from: position, to: lineEnd)
    guard text[next] == 0x2D || text[next] == 0x2E || text[next] == 0x3A else { return next }
    return text.skippingSpaces(from: next + 1, to: lineEnd)
  }

  private func insertLetter(_ mark: inout Mark, _ lineEnd: Int) {
    guard mark.suffix == 0, let letter = apartLetter(after: mark.end, lineEnd) else { return }
    mark.suffix = NumberReader.letterIndex(text[letter])
    mark.end = letter + 1
  }

  private func paragraf(at position: Int, after: Int, lineEnd: Int) -> Mark? {
    guard SourceText.isUpper(text[position]) else { return nil }
    var word = after
    while SourceText.isLetter(text[word]), word < after + 3 { word += 1 }
    let start = text.skippingSpaces(from: word, to: lineEnd)
    guard start > word else { return numbered(.paragraf, position, from: word, lineEnd) }
    if let (value, end) = NumberReader.ordinal(text, at: start), SourceText.isUpper(text[start]) {
      var mark = Mark(.paragraf, start: position, end: end)
      mark.value = Int32(clamping: value)
      insertLetter(&mark, lineEnd)
      return finish(&mark, lineEnd)
    }
    let number = token(at: start, lineEnd: lineEnd)
    let reading = NumberReader.read(text, number)
    guard reading.value >= 0 || reading.mended >= 0 else {
      return numbered(.paragraf, position, from: word, lineEnd)
    }
    var mark = Mark(.paragraf, start: position, end: number.upperBound)
    mark.value = Int32(clamping: reading.value)
    mark.mended = Int32(clamping: reading.mended)
    mark.suffix = reading.suffix
    if !reading.roman { insertLetter(&mark, lineEnd) }
    return finish(&mark, lineEnd)
  }

  private func pasal(at position: Int, after printed: Int, lineEnd: Int) -> Mark? {
    // `Pasa-l 5`
    let isParted = text[printed] == 0x2D && text[printed + 1] == 0x6C
    let after = isParted ? printed + 1 : printed
    // `Pasai` and `Pasa1` are how scanners print the word.
    let last = text[after]
    if last == 0x37 || last == 0x74 || last == 0x54 {
      return unlikelyPasal(at: position, after: after, lineEnd)
    }
    if last == UInt8(ascii: "J") { return gluedPasal(at: position, after: after, lineEnd) }
    guard Self.isLikeLastLetter(last) else { return nil }
    var start = text.skippingSpaces(from: after + 1, to: lineEnd)
    // `Pasal: 3`, `Pasal-3`
    if lineEnd - start <= 6, text[start] == 0x3A || text[start] == 0x2D {
      start = text.skippingSpaces(from: start + 1, to: lineEnd)
    } else if text[start] == 0x2E, start == after + 1, SourceText.isUpper(text[position]) {
      // `Pasal.47`
      start += 1
    }
    var number = token(at: start, lineEnd: lineEnd)
    guard !number.isEmpty else { return nil }
    if start == after + 1, !SourceText.isDigit(text[start]) {
      // `PasalI` and `Pasall`, alone on the line.
      guard number.upperBound == lineEnd, number.count <= 2,
        number.allSatisfy({ NumberReader.digit(text[$0]) == 1 })
      else { return gluedPasal(at: position, after: after, lineEnd) }
    }
    var joined = number
    // `Pasal 13 A` and `Pasal 1 10`, alone on the line.
    if text[number.upperBound] == 0x20 {
      let next = token(
        at: text.skippingSpaces(from: number.upperBound, to: lineEnd), lineEnd: lineEnd)
      let rest = text.skippingSpaces(from: next.upperBound, to: lineEnd)
      let isLetter = next.count == 1 && SourceText.isUpper(text[next.lowerBound])
      // `Pasal 72 A Pada saat …`: no sentence begins with a single letter.
      let goesOn =
        isLetter && text[next.lowerBound] <= UInt8(ascii: "H") && rest > next.upperBound
        && SourceText.isUpper(text[rest]) && SourceText.isLower(text[rest + 1])
        && SourceText.isDigit(text[number.lowerBound])
      // `Pasal 2 1 (1) Setiap …`
      let holdsAyat =
        rest > next.upperBound && text[rest] == 0x28 && text[rest + 1] == 0x31
        && text[rest + 2] == 0x29
      if rest == lineEnd || goesOn || holdsAyat, !next.isEmpty, next.count <= 3,
        isLetter || SourceText.isDigit(text[next.lowerBound])
      {
        joined = number.lowerBound..<next.upperBound
      }
    }
    if joined == number { joined = piecedNumber(number, lineEnd) ?? number }
    var mark = Mark(.pasal, start: position, end: joined.upperBound)
    if joined != number {
      let compact = SourceText(bytes: joined.compactMap { text[$0] == 0x20 ? nil : text[$0] })
      apply(NumberReader.read(compact, 0..<compact.count), to: &mark)
      if SourceText.isDigit(text[joined.upperBound - 1]), mark.value >= 0 {
        mark.mended = mark.value
        mark.value = -1
      }
      number = joined
    } else {
      apply(NumberReader.read(text, number), to: &mark)
    }
    if last == 0x31, start == after + 1 {
      // `Pasa19` may also be Pasal 19 with its letter lost.
      mark.mended = Int32(clamping: NumberReader.read(text, after..<number.upperBound).value)
    }
    // `Pasal U`: two strokes run into one sign.
    if number.count == 1, number.upperBound == lineEnd, text[number.lowerBound] == 0x55 {
      mark.mended = 11
    }
    guard mark.value >= 0 || mark.mended >= 0 else {
      // `Pasal tiga`
      return SourceText.isUpper(text[position])
        ? numbered(.pasal, position, from: after + 1, lineEnd) : nil
    }
    if !SourceText.isUpper(text[position]) { mark.flags.insert(.small) }
    return finish(&mark, lineEnd)
  }

  func apply(_ reading: NumberReader.Reading, to mark: inout Mark) {
    mark.value = Int32(clamping: reading.value)
    mark.suffix = reading.suffix
    mark.mended = Int32(clamping: reading.mended)
    if reading.roman { mark.flags.insert(.roman) }
  }

  /// Notes what follows a heading on its line.
  func finish(_ mark: inout Mark, _ lineEnd: Int) -> Mark {
    var position = mark.end
    while position < lineEnd {
      let byte = text[position]
      if byte == 0x2E || byte == 0x3A || byte == 0x3B || byte == 0x2C {
        mark.flags.insert(.punctuated)
        position += 1
      } else if byte == 0x2A || byte == 0x29 || byte == 0x5F || byte == 0x20 {
        position += 1
      } else {
        let quote = text.quoteLength(at: position)
        if quote == 0 { break }
        position += quote
      }
    }
    if position >= lineEnd || isScrap(from: mark.end, to: lineEnd) { mark.flags.insert(.wholeLine) }
    return mark
  }

  /// Whether a few letters of a watermark in the margin end a line: `Pasal 33            an`.
  private func isScrap(from end: Int, to lineEnd: Int) -> Bool {
    let scrap = text.skippingSpaces(from: end, to: lineEnd)
    return scrap >= end + 8 && lineEnd - scrap <= 3
      && (scrap..<lineEnd).allSatisfy { SourceText.isLower(text[$0]) }
  }
}
