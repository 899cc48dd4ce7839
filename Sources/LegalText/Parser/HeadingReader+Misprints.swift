/// Headings that a scan misread: what they are their neighbours prove.
extension MarkReader {
  /// `Baglan Kesatu`, `Bagian Kesalu`, `Paraqraf 1`, `P a r a g r a f 1`: a misread heading alone on
  /// a short line, which only its place among the others proves.
  func misreadDivision(at position: Int, lineEnd: Int) -> Mark? {
    guard lineEnd - position <= 36, !SourceText.isLower(text[position]),
      text.mayBegin((0x62, 0x61, 0x67), at: position)
        || text.mayBegin((0x70, 0x61, 0x72), at: position)
    else { return nil }
    var shape = Mark.Shape.bagian
    let after: Int
    if let end = text.matchMisread("bagian", at: position) {
      after = end
    } else if let end = text.matchMisread("paragraf", at: position) {
      (shape, after) = (.paragraf, end)
    } else {
      return nil
    }
    var mark: Mark
    let start = text.skippingSpaces(from: after, to: lineEnd)
    if let exact = numbered(shape, position, from: after, lineEnd) {
      mark = exact
    } else if let (value, end) = NumberReader.misreadOrdinal(text, at: start), end == lineEnd {
      mark = Mark(shape, start: position, end: end)
      mark.value = Int32(value)
      mark.flags.insert(.wholeLine)
    } else {
      return nil
    }
    (mark.mended, mark.value) = (mark.value, -1)
    mark.flags.insert(.mended)
    return mark
  }

  /// Whether a byte is the l of *Pasal*, or what scans make of it.
  static func isLikeLastLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 == 0x6C || byte == 0x69 || byte == 0x31 || byte == 0x49 || byte == 0x21
      || byte == 0x7C
  }

  /// `Bagran Ketujuh Tata Tanam` within a line: a misread word before an ordinal in capitals and a
  /// title.
  func misreadSection(at position: Int, _ lineEnd: Int) -> Mark? {
    guard text.mayBegin((0x62, 0x61, 0x67), at: position),
      let after = text.matchMisread("bagian", at: position), text[after] == 0x20
    else { return nil }
    let start = text.skippingSpaces(from: after, to: lineEnd)
    guard SourceText.isUpper(text[start]), let (value, end) = NumberReader.ordinal(text, at: start),
      SourceText.isUpper(text[text.skippingSpaces(from: end, to: lineEnd)])
    else { return nil }
    var mark = Mark(.bagian, start: position, end: end)
    mark.value = Int32(clamping: value)
    mark.flags.insert(.mended)
    return finish(&mark, lineEnd)
  }

  /// `Pasal l lO`, `Pasal 1 1 I`, alone on the line: the digits of a number, or what scans make of
  /// them, one or two at a time.
  func piecedNumber(_ first: Range<Int>, _ lineEnd: Int) -> Range<Int>? {
    var glyphs = 0
    var last = first.lowerBound
    for position in first.lowerBound..<min(lineEnd, first.lowerBound + 9) {
      if text[position] == 0x20 { continue }
      guard NumberReader.digit(text[position]) != nil else { return nil }
      glyphs += 1
      last = position
    }
    guard (2...3).contains(glyphs), last >= first.upperBound, last + 1 == lineEnd,
      first.count < 3
    else { return nil }
    return first.lowerBound..<last + 1
  }

  /// `PasalT2 (1) …`, `PasaJT2 Ayat (1) …`: the number, misread, runs into its word, before the first
  /// ayat.
  func gluedPasal(at position: Int, after: Int, _ lineEnd: Int) -> Mark? {
    guard SourceText.isUpper(text[position]), SourceText.isLower(text[position + 1]) else {
      return nil
    }
    let number = token(at: after + 1, lineEnd: lineEnd)
    guard (2...4).contains(number.count), SourceText.isDigit(text[number.upperBound - 1])
    else { return nil }
    var next = text.skippingSpaces(from: number.upperBound, to: lineEnd)
    if let word = text.match("ayat", at: next), SourceText.isUpper(text[next]) {
      next = text.skippingSpaces(from: word, to: lineEnd)
    }
    guard next > number.upperBound, text[next] == 0x28, NumberReader.digit(text[next + 1]) == 1,
      text[next + 2] == 0x29
    else { return nil }
    var mark = Mark(.pasal, start: position, end: number.upperBound)
    mark.mended = Int32(clamping: NumberReader.mended(text, number))
    return mark.mended > 0 ? finish(&mark, lineEnd) : nil
  }

  /// `Pasa722`, `Pasat 77`, alone on the line.
  func unlikelyPasal(at position: Int, after: Int, _ lineEnd: Int) -> Mark? {
    let start = text.skippingSpaces(from: after + 1, to: lineEnd)
    let number = token(at: start, lineEnd: lineEnd)
    guard number.upperBound == lineEnd, number.count <= 4, SourceText.isUpper(text[position]),
      text[after] == 0x37 || start > after + 1
    else { return nil }
    var mark = Mark(.pasal, start: position, end: number.upperBound)
    mark.mended = Int32(clamping: NumberReader.mended(text, number))
    applyLetter(number, to: &mark)
    return mark.mended > 0 || mark.value > 0 ? finish(&mark, lineEnd) : nil
  }

  /// `Fasal 50B`: the letter of an inserted article is none of its digits.
  private func applyLetter(_ number: Range<Int>, to mark: inout Mark) {
    let reading = NumberReader.read(text, number)
    guard reading.value > 0, reading.suffix > 0, !reading.roman else { return }
    apply(reading, to: &mark)
    mark.flags.insert(.mended)
  }

  /// `13AB 11!` for `BAB III`, `BAFB V`, alone on a short line.
  func misprintedBab(at position: Int, lineEnd: Int) -> Mark? {
    guard lineEnd - position <= 12 else { return nil }
    for offset in 1...3 {
      guard text[position + offset] == UInt8(ascii: "B"), text[position + offset + 1] == 0x20,
        text[position + offset - 1] == UInt8(ascii: "A")
          || offset == 3 && text[position] == UInt8(ascii: "B")
            && text[position + 1] == UInt8(ascii: "A")
      else { continue }
      let start = text.skippingSpaces(from: position + offset + 1, to: lineEnd)
      let number = token(at: start, lineEnd: lineEnd)
      guard number.upperBound == lineEnd, let value = NumberReader.mendedRoman(text, number)
      else { return nil }
      var mark = Mark(.bab, start: position, end: lineEnd)
      mark.mended = Int32(clamping: value)
      return finish(&mark, lineEnd)
    }
    return nil
  }

  /// One past a word like *Pasal*: one place of it misread, or two of its five letters.
  private func misreadWord(at position: Int) -> Int? {
    if text.mayBegin((0x70, 0x61, 0x73), at: position),
      let after = text.matchMisread("pasal", at: position)
    {
      return after
    }
    guard text[position + 5] == 0x20 else { return nil }
    var same = 0
    for (offset, letter) in "pasal".utf8.enumerated() {
      let byte = SourceText.folded(text[position + offset])
      let isLike = offset == 4 && (byte == 0x31 || byte == UInt8(ascii: "i"))
      if byte == letter || isLike { same += 1 }
    }
    return same >= 3 ? position + 5 : nil
  }

  /// `Fasal 3`, `r^asal 3`, `IPasal I`: a misprinted heading, alone on a short line.
  func misprintedPasal(at position: Int, lineEnd: Int) -> Mark? {
    guard lineEnd - position <= 14 else { return nil }
    if let after = text.match("psal ", at: position) ?? text.match("pasl ", at: position)
      ?? text.match("psl", at: position)
    {
      let number = token(at: skippingJoint(after, lineEnd), lineEnd: lineEnd)
      let reading = NumberReader.read(text, number)
      guard number.upperBound == lineEnd, reading.value > 0, !reading.roman else { return nil }
      var mark = Mark(.pasal, start: position, end: number.upperBound)
      mark.mended = Int32(clamping: reading.value)
      return finish(&mark, lineEnd)
    }
    if SourceText.isUpper(text[position]), let after = misreadWord(at: position) {
      // `Pasel 3`, `Paeal 3`, `Pasal ke 3`
      var start = text.skippingSpaces(from: after, to: lineEnd)
      if let word = text.match("ke", at: start) { start = skippingJoint(word, lineEnd) }
      let number = token(at: start, lineEnd: lineEnd)
      let reading = NumberReader.read(text, number)
      let value = reading.value > 0 ? reading.value : reading.mended
      let isNumber = reading.roman || number.contains { SourceText.isDigit(text[$0]) }
      if start > after, number.upperBound == lineEnd, isNumber, value > 0 {
        var mark = Mark(.pasal, start: position, end: lineEnd)
        mark.mended = Int32(clamping: value)
        applyLetter(number, to: &mark)
        if reading.roman {
          mark.value = Int32(clamping: reading.value)
          mark.flags.insert(.roman)
        }
        return finish(&mark, lineEnd)
      }
    }
    for offset in 1...2 {
      guard let after = text.match("asa", at: position + offset) else { continue }
      let word = position + offset - 1
      let start = text.skippingSpaces(from: after + 1, to: lineEnd)
      guard start > after + 1, start < lineEnd else { return nil }
      let number = token(at: start, lineEnd: lineEnd)
      let reading = NumberReader.read(text, number)
      guard number.upperBound == lineEnd, reading.value > 0 else { return nil }
      let isWhole = text[word] == 0x50 && text[after] == 0x6C
      var mark = Mark(.pasal, start: isWhole ? word : position, end: number.upperBound)
      apply(reading, to: &mark)
      if !isWhole {
        guard !reading.roman, reading.suffix == 0 else { return nil }
        (mark.value, mark.mended) = (-1, Int32(clamping: reading.value))
      }
      return finish(&mark, lineEnd)
    }
    return nil
  }
}
