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
  func bracketed(at position: Int, lineEnd: Int) -> Mark? {
    var start = position + 1
    while text[start] == 0x20, start < position + 4 { start += 1 }
    var end = start
    while end < lineEnd, end < start + 5, isMarkCharacter(text[end]) { end += 1 }
    guard end > start else { return nil }
    // `(2 a)`
    if text[end] == 0x20, SourceText.isDigit(text[end - 1]), SourceText.isLower(text[end + 1]),
      text[end + 2] == 0x29
    {
      var mark = Mark(.ayat, start: position, end: end + 3)
      mark.value = Int32(clamping: NumberReader.read(text, start..<end).value)
      mark.suffix = NumberReader.letterIndex(text[end + 1])
      return mark.value > 0 ? mark : nil
    }
    var close = end
    while text[close] == 0x20, close < end + 3 { close += 1 }
    if text[close] == 0x29 {
      var mark = Mark(.ayat, start: position, end: close + 1)
      if SourceText.isLower(text[start]), end == start + 1, text[start] != 0x6C {
        mark.shape = .subhuruf
        mark.value = Int32(NumberReader.letterIndex(text[start]))
        // `(s)` may be a misread (5).
        mark.mended = Int32(NumberReader.digit(text[start]) ?? -1)
        return mark
      }
      let reading = NumberReader.read(text, start..<end)
      if reading.roman && !(end == start + 1 && text[start] == 0x49) { return nil }
      mark.value = reading.roman ? -1 : Int32(clamping: reading.value)
      mark.suffix = reading.suffix
      mark.mended = Int32(clamping: reading.mended)
      if mark.value < 0, mark.mended < 0, end - start > 1, SourceText.isLower(text[end - 1]) {
        // `(la)` for `(1a)`
        mark.mended = Int32(clamping: NumberReader.mended(text, start..<end - 1))
        mark.suffix = NumberReader.letterIndex(text[end - 1])
      }
      if mark.value < 0, mark.mended < 0, end - start == 2, SourceText.isLower(text[start]),
        SourceText.isDigit(text[start + 1])
      {
        // `(v3)`: a speck beside the bracket was read as a letter.
        mark.mended = Int32(text[start + 1] - 0x30)
      }
      return mark.value >= 0 || mark.mended >= 0 ? mark : nil
    }
    return unclosed(position, start..<end, lineEnd)
  }

  /// `(21` or `(2l`: the closing bracket was read as a digit or a letter.
  private func unclosed(_ position: Int, _ token: Range<Int>, _ lineEnd: Int) -> Mark? {
    guard token.count >= 2, token.upperBound == lineEnd || text[token.upperBound] == 0x20 else {
      return nil
    }
    guard Self.isLikeBracket(text[token.upperBound - 1]) else { return nil }
    let reading = NumberReader.read(text, token.lowerBound..<token.upperBound - 1)
    guard reading.value >= 0, !reading.roman else { return nil }
    var mark = Mark(.ayat, start: position, end: token.upperBound)
    // `(2al` is (2a).
    mark.suffix = reading.suffix
    mark.mended = Int32(clamping: reading.value)
    return mark
  }

  static func isLikeBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x31, UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "J"), UInt8(ascii: "|"),
      UInt8(ascii: "t"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "f"):
      return true
    default: return false
    }
  }

  func isMarkCharacter(_ byte: UInt8) -> Bool {
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
    var isMisread = false
    if SourceText.isLetter(text[end]) {
      isMisread = NumberReader.isLikelyDigit(text[end])
      suffix = isMisread ? 0 : NumberReader.letterIndex(text[end])
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
    // `1.)` and `1).`
    if text[close + 1] == 0x2E + 0x29 - text[close] { close += 1 }
    if isDoubledStop(close) { close += 1 }
    let next = text[close + 1]
    if SourceText.isDigit(next) || (next == 0x2E && shape == .angka) { return nil }
    if next == 0x2C {
      // `24., Pemerintah …`
      guard text[close + 2] == 0x20, SourceText.isUpper(text[close + 3]) else { return nil }
      close += 1
    }
    if next == 0x29 { return nil }
    var mark = Mark(shape, start: position, end: close + 1)
    mark.value = isMisread ? -1 : value
    mark.mended = isMisread ? Int32(clamping: NumberReader.mended(text, position..<end)) : -1
    mark.suffix = suffix
    return mark
  }

  /// Whether the full stop of a mark was printed or read twice, `a.. izin`, and is no row of dots.
  private func isDoubledStop(_ stop: Int) -> Bool {
    text[stop] == 0x2E && text[stop + 1] == 0x2E && text[stop + 2] == 0x20
      && SourceText.isLetter(text[stop + 3])
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
    let closed = text[close] == 0x29
    if closed, end == position + 2, text[position] == UInt8(ascii: "f"),
      text[position + 1] == UInt8(ascii: "l")
    {
      // `fl)` for `(1)`
      var mark = Mark(.ayat, start: position, end: close + 1)
      mark.mended = 1
      return mark
    }
    // `a).`
    if closed, text[close + 1] == 0x2E { close += 1 }
    if isDoubledStop(close) { close += 1 }
    let next = text[close + 1]
    if SourceText.isDigit(next) || next == 0x2E || next == 0x2C { return nil }
    // `a.n.` and `s.d.` are abbreviations; `a.bahwa` is a mark with its space lost.
    if SourceText.isLetter(next), !SourceText.isLetter(text[close + 2]) || upper { return nil }
    var mark = Mark(closed ? .subhuruf : .huruf, start: position, end: close + 1)
    if upper {
      guard !closed, end == position + 1 else { return nil }
      mark.shape = .capital
    } else {
      mark.roman = UInt16(clamping: NumberReader.romanValue(text, position..<end) ?? 0)
      if end == position + 1, text[position] == 0x6C {
        mark.mended = 1
      } else if end <= position + 2, !closed {
        // `lO.` and `ll.` may be misread numbers.
        mark.mended = Int32(clamping: NumberReader.mended(text, position..<end))
        if mark.mended < 10 { mark.mended = -1 }
      }
    }
    guard let order = NumberReader.letterOrder(text, position..<end) else {
      guard mark.roman > 0 else { return nil }
      return mark
    }
    mark.value = Int32(order)
    return mark
  }
}
