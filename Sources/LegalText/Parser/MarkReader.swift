/// Reads the mark that stands at one position, if any.
struct MarkReader {
  let text: SourceText

  /// The mark of a list at `position`: `(1)`, `a.`, `1.`, `a)`, `1)`, `A.`
  func listMark(at position: Int, lineEnd: Int) -> Mark? {
    let byte = text[position]
    if byte == 0x28 { return bracketed(at: position, lineEnd: lineEnd) }
    if SourceText.isDigit(byte) { return number(at: position, lineEnd: lineEnd) }
    if SourceText.isLetter(byte) { return letter(at: position, lineEnd: lineEnd) }
    return nil
  }

  /// `(1)`, `(1a)`, `( 2 )`, `(l)`, `(21` for `(2)`, `(a)`.
  private func bracketed(at position: Int, lineEnd: Int) -> Mark? {
    var start = position + 1
    while text[start] == 0x20, start < position + 4 { start += 1 }
    var end = start
    while end < lineEnd, end < start + 5, isMarkCharacter(text[end]) { end += 1 }
    guard end > start else { return nil }
    var close = end
    while text[close] == 0x20, close < end + 3 { close += 1 }
    if text[close] == 0x29 {
      var mark = Mark(.ayat, start: position, end: close + 1)
      if SourceText.isLower(text[start]), end == start + 1, text[start] != 0x6C {
        mark.shape = .subhuruf
        mark.value = Int32(NumberReader.letterIndex(text[start]))
        return mark
      }
      let reading = NumberReader.read(text, start..<end)
      if reading.roman && !(end == start + 1 && text[start] == 0x49) { return nil }
      mark.value = reading.roman ? -1 : Int32(clamping: reading.value)
      mark.suffix = reading.suffix
      mark.mended = Int32(clamping: reading.mended)
      return mark.value >= 0 || mark.mended >= 0 ? mark : nil
    }
    return unclosed(position, start..<end, lineEnd)
  }

  /// `(21` or `(2l`: the closing bracket was read as a digit.
  private func unclosed(_ position: Int, _ token: Range<Int>, _ lineEnd: Int) -> Mark? {
    guard token.count >= 2, token.upperBound < lineEnd, text[token.upperBound] == 0x20 else {
      return nil
    }
    let last = text[token.upperBound - 1]
    guard last == 0x31 || last == 0x6C || last == 0x49 || last == 0x4A || last == 0x7C else {
      return nil
    }
    let reading = NumberReader.read(text, token.lowerBound..<token.upperBound - 1)
    guard reading.value >= 0, reading.suffix == 0, !reading.roman else { return nil }
    var mark = Mark(.ayat, start: position, end: token.upperBound)
    mark.mended = Int32(clamping: reading.value)
    return mark
  }

  private func isMarkCharacter(_ byte: UInt8) -> Bool {
    SourceText.isAlphanumeric(byte) || byte == 0x7C || byte == 0x21
  }

  /// `1.`, `12a.`, `1)`.
  private func number(at position: Int, lineEnd: Int) -> Mark? {
    var end = position
    var value: Int32 = 0
    while end < lineEnd, SourceText.isDigit(text[end]) {
      guard end - position < 3 else { return nil }
      value = value * 10 + Int32(text[end] - 0x30)
      end += 1
    }
    var suffix: UInt8 = 0
    if SourceText.isLetter(text[end]) {
      suffix = NumberReader.letterIndex(text[end])
      end += 1
    }
    var close = end
    if text[close] == 0x20 { close += 1 }
    let shape: Mark.Shape
    switch text[close] {
    case 0x2E: shape = .angka
    case 0x29: shape = .subangka
    default: return nil
    }
    if close > end, shape == .subangka { return nil }
    let next = text[close + 1]
    if SourceText.isDigit(next) || (next == 0x2E && shape == .angka) || next == 0x2C { return nil }
    if next == 0x29 { return nil }
    var mark = Mark(shape, start: position, end: close + 1)
    mark.value = value
    mark.suffix = suffix
    return mark
  }

  /// `a.`, `aa.`, `ii.`, `a)`, `A.`, `l.` for `1.`
  private func letter(at position: Int, lineEnd: Int) -> Mark? {
    var end = position
    let upper = SourceText.isUpper(text[position])
    while end < lineEnd, SourceText.isLetter(text[end]) {
      guard end - position < 5, SourceText.isUpper(text[end]) == upper else { return nil }
      end += 1
    }
    var close = end
    if end == position + 1, text[close] == 0x20, text[close + 1] == 0x2E { close += 1 }
    guard text[close] == 0x2E || text[close] == 0x29 else { return nil }
    let next = text[close + 1]
    let closed = text[close] == 0x29
    if SourceText.isDigit(next) || next == 0x2E || next == 0x2C { return nil }
    // `a.n.` and `s.d.` are abbreviations; `a.bahwa` is a mark with its space lost.
    if SourceText.isLetter(next), !SourceText.isLetter(text[close + 2]) || upper { return nil }
    var mark = Mark(closed ? .subhuruf : .huruf, start: position, end: close + 1)
    if upper {
      guard !closed, end == position + 1 else { return nil }
      mark.shape = .capital
    } else {
      mark.roman = UInt16(clamping: NumberReader.romanValue(text, position..<end) ?? 0)
      if end == position + 1, text[position] == 0x6C { mark.mended = 1 }
    }
    guard let order = NumberReader.letterOrder(text, position..<end) else {
      guard mark.roman > 0 else { return nil }
      return mark
    }
    mark.value = Int32(order)
    return mark
  }

  /// `BAB I`, `Bagian Kesatu`, `Paragraf 1`, `Pasal 5` at `position`.
  func heading(at position: Int, lineEnd: Int) -> Mark? {
    switch SourceText.folded(text[position]) {
    case UInt8(ascii: "b"):
      if let mark = bab(at: position, lineEnd: lineEnd) { return mark }
      return bagian(at: position, lineEnd: lineEnd)
    case UInt8(ascii: "p"):
      if let after = text.match("pasa", at: position) {
        return pasal(at: position, after: after, lineEnd: lineEnd)
      }
      if let after = text.match("paragra", at: position) {
        return paragraf(at: position, after: after, lineEnd: lineEnd)
      }
      if let after = text.matchSpaced("pasal", at: position), after > position + 5 {
        return pasal(at: position, after: after - 1, lineEnd: lineEnd)
      }
      return nil
    default:
      return nil
    }
  }

  private func token(at position: Int, lineEnd: Int) -> Range<Int> {
    var end = position
    while end < lineEnd, isMarkCharacter(text[end]) { end += 1 }
    return position..<end
  }

  private func bab(at position: Int, lineEnd: Int) -> Mark? {
    guard let after = text.matchSpaced("bab", at: position), SourceText.isUpper(text[position])
    else { return nil }
    let start = text.skippingSpaces(from: after, to: lineEnd)
    guard start > after else { return nil }
    var number = token(at: start, lineEnd: lineEnd)
    // `BAB II A`, the inserted letter apart.
    if text[number.upperBound] == 0x20, number.upperBound + 2 == lineEnd,
      SourceText.isUpper(text[number.upperBound + 1])
    {
      number = number.lowerBound..<lineEnd
    }
    var mark = Mark(.bab, start: position, end: number.upperBound)
    let compact = SourceText(bytes: number.compactMap { text[$0] == 0x20 ? nil : text[$0] })
    let reading = NumberReader.read(compact, 0..<compact.count)
    mark.value = Int32(clamping: reading.value)
    mark.suffix = reading.suffix
    if reading.value < 0 || (!reading.roman && reading.suffix > 0) {
      guard let mended = NumberReader.mendedRoman(compact, 0..<compact.count) else { return nil }
      mark.value = -1
      mark.suffix = 0
      mark.mended = Int32(clamping: mended)
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
    else { return nil }
    var mark = Mark(.bagian, start: position, end: end)
    mark.value = Int32(clamping: value)
    return finish(&mark, lineEnd)
  }

  private func paragraf(at position: Int, after: Int, lineEnd: Int) -> Mark? {
    guard SourceText.isUpper(text[position]) else { return nil }
    var word = after
    while SourceText.isLetter(text[word]), word < after + 3 { word += 1 }
    let start = text.skippingSpaces(from: word, to: lineEnd)
    guard start > word else { return nil }
    if let (value, end) = NumberReader.ordinal(text, at: start), SourceText.isUpper(text[start]) {
      var mark = Mark(.paragraf, start: position, end: end)
      mark.value = Int32(clamping: value)
      return finish(&mark, lineEnd)
    }
    let number = token(at: start, lineEnd: lineEnd)
    let reading = NumberReader.read(text, number)
    guard reading.value >= 0 || reading.mended >= 0 else { return nil }
    var mark = Mark(.paragraf, start: position, end: number.upperBound)
    mark.value = Int32(clamping: reading.value)
    mark.mended = Int32(clamping: reading.mended)
    mark.suffix = reading.suffix
    return finish(&mark, lineEnd)
  }

  private func pasal(at position: Int, after: Int, lineEnd: Int) -> Mark? {
    // `Pasai` and `Pasa1` are how scanners print the word.
    let last = text[after]
    guard last | 0x20 == 0x6C || last == 0x69 || last == 0x31 || last == 0x49 else { return nil }
    let start = text.skippingSpaces(from: after + 1, to: lineEnd)
    var number = token(at: start, lineEnd: lineEnd)
    guard !number.isEmpty else { return nil }
    if start == after + 1, !SourceText.isDigit(text[start]) { return nil }
    var joined = number
    // `Pasal 13 A` and `Pasal 1 10`, alone on the line.
    if text[number.upperBound] == 0x20 {
      let next = token(
        at: text.skippingSpaces(from: number.upperBound, to: lineEnd), lineEnd: lineEnd)
      let rest = text.skippingSpaces(from: next.upperBound, to: lineEnd)
      if rest == lineEnd, !next.isEmpty, next.count <= 3,
        SourceText.isDigit(text[next.lowerBound])
          || (next.count == 1
            && SourceText.isUpper(text[next.lowerBound]))
      {
        joined = number.lowerBound..<next.upperBound
      }
    }
    var mark = Mark(.pasal, start: position, end: joined.upperBound)
    if joined != number {
      let compact = SourceText(bytes: joined.compactMap { text[$0] == 0x20 ? nil : text[$0] })
      apply(NumberReader.read(compact, 0..<compact.count), to: &mark)
      if SourceText.isDigit(text[joined.upperBound - 1]) {
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
    guard mark.value >= 0 || mark.mended >= 0 else { return nil }
    if !SourceText.isUpper(text[position]) { mark.flags.insert(.small) }
    return finish(&mark, lineEnd)
  }

  private func apply(_ reading: NumberReader.Reading, to mark: inout Mark) {
    mark.value = Int32(clamping: reading.value)
    mark.suffix = reading.suffix
    mark.mended = Int32(clamping: reading.mended)
    if reading.roman { mark.flags.insert(.roman) }
  }

  /// Notes what follows a heading on its line.
  private func finish(_ mark: inout Mark, _ lineEnd: Int) -> Mark {
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
    if position >= lineEnd { mark.flags.insert(.wholeLine) }
    return mark
  }

  /// `Ayat (1)`, `Huruf a`, `Angka 1` of an elucidation.
  func wordMark(at position: Int, lineEnd: Int) -> Mark? {
    var shape = Mark.Shape.wordAyat
    var after: Int
    if let end = text.match("ayat", at: position) {
      after = end
    } else if let end = text.match("huruf", at: position) {
      (shape, after) = (.wordHuruf, end)
    } else if let end = text.match("angka", at: position) {
      (shape, after) = (.wordAngka, end)
    } else {
      return nil
    }
    let start = text.skippingSpaces(from: after, to: lineEnd)
    guard start > after || text[start] == 0x28 else { return nil }
    var mark: Mark
    if shape == .wordAyat, text[start] == 0x28 {
      guard let inner = bracketed(at: start, lineEnd: lineEnd), inner.shape == .ayat else {
        return nil
      }
      mark = inner
      mark.shape = .wordAyat
      mark.start = position
    } else {
      let number = token(at: start, lineEnd: lineEnd)
      guard !number.isEmpty else { return nil }
      mark = Mark(shape, start: position, end: number.upperBound)
      if shape == .wordHuruf {
        guard number.count <= 2, SourceText.isLower(text[start]) || number.count == 1,
          SourceText.isLetter(text[start]),
          let order = NumberReader.letterOrder(text, number)
        else { return nil }
        mark.value = Int32(order)
      } else {
        let reading = NumberReader.read(text, number)
        guard reading.value >= 0, !reading.roman else { return nil }
        apply(reading, to: &mark)
      }
      if text[mark.end] == 0x2E || text[mark.end] == 0x29 { mark.end += 1 }
    }
    if !SourceText.isUpper(text[position]) { mark.flags.insert(.small) }
    return finish(&mark, lineEnd)
  }
}
