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

  private static func isLikeBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x31, UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "J"), UInt8(ascii: "|"),
      UInt8(ascii: "t"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "f"):
      return true
    default: return false
    }
  }

  /// A mark at the beginning of a line that only its place in a list can prove: `l2l` for `(2)`,
  /// `L7.` for `17.`, `b,` for `b.`
  func misreadMark(at position: Int, lineEnd: Int) -> Mark? {
    var end = position
    while end < lineEnd, end < position + 6, text[end] > 0x20 { end += 1 }
    if let mark = bareNumber(at: position) ?? bareMark(at: position, lineEnd)
      ?? strayDigit(at: position, lineEnd)
    {
      return mark
    }
    guard end < lineEnd, text.spaceLength(at: end) > 0, end >= position + 2 else { return nil }
    let next = text.skippingSpaces(from: end, to: lineEnd)
    let last = text[end - 1]
    var inner = position..<end - 1
    if let mark = strayLetter(position..<end) { return mark }
    if last == 0x2E, let mark = doubledLetter(inner) { return mark }
    if last == 0x2C || last == 0x2E {
      let isLetter = inner.count == 1 && SourceText.isLower(text[position])
      // `b, 1 (satu) …`
      guard SourceText.isLetter(text[next]) || isLetter && SourceText.isDigit(text[next])
      else { return nil }
      // `L7.`, `lO.`, `Il.`
      let isNumber =
        inner.contains { SourceText.isDigit(text[$0]) }
        || inner.count == 2 && SourceText.isUpper(text[next])
          && NumberReader.mended(text, inner) >= 10
      guard isLetter || isNumber else { return nil }
      var mark = Mark(isLetter ? .huruf : .angka, start: position, end: end)
      if isLetter {
        guard last == 0x2C else { return nil }
        mark.mended = Int32(NumberReader.letterIndex(text[position]))
        return mark
      }
      mark.mended = Int32(clamping: NumberReader.mended(text, inner))
      return mark.mended > (last == 0x2C ? 0 : 1) ? mark : nil
    }
    if text[position] == 0x28, end == position + 2, SourceText.isAlphanumeric(last),
      SourceText.isUpper(text[next])
    {
      // `(U` for `(1)`, `(3` for `(3)`
      var mark = Mark(.ayat, start: position, end: end)
      mark.mended = SourceText.isDigit(last) ? Int32(last - 0x30) : 1
      return mark
    }
    guard Self.isLikeBracket(text[position]), Self.isLikeBracket(last), inner.count >= 2,
      SourceText.isUpper(text[next])
    else { return nil }
    inner = position + 1..<end - 1
    if text[inner.lowerBound] == 0x2C || text[inner.lowerBound] == 0x2E {
      inner = inner.lowerBound + 1..<inner.upperBound
    }
    guard
      inner.count == 1 && text[inner.lowerBound] == UInt8(ascii: "l")
        || !inner.isEmpty && inner.allSatisfy({ SourceText.isDigit(text[$0]) })
    else { return nil }
    var mark = Mark(.ayat, start: position, end: end)
    mark.mended = Int32(clamping: NumberReader.mended(text, inner))
    return mark.mended > 0 ? mark : nil
  }

  /// `2(6) Dihapus.`, where a digit of something else stands before the number of an ayat, and
  /// `0 biaya …`, which may be `f) biaya …`.
  private func strayDigit(at position: Int, _ lineEnd: Int) -> Mark? {
    guard SourceText.isDigit(text[position]) else { return nil }
    if text[position + 1] == 0x28, let ayat = bracketed(at: position + 1, lineEnd: lineEnd),
      ayat.shape == .ayat, ayat.value > 0, ayat.suffix == 0
    {
      var mark = ayat
      (mark.mended, mark.value) = (ayat.value, -1)
      return mark
    }
    guard text[position] == 0x30, text[position + 1] == 0x20,
      SourceText.isLetter(text[text.skippingSpaces(from: position + 1, to: lineEnd)])
    else { return nil }
    var mark = Mark(.subhuruf, start: position, end: position + 1)
    mark.mended = 6
    return mark
  }

  /// `j- penjual`, `f£ hiburan`: a letter with a sign that stands for its full stop.
  private func strayLetter(_ token: Range<Int>) -> Mark? {
    let sign = token.lowerBound + 1
    guard SourceText.isLower(text[token.lowerBound]), sign < token.upperBound else { return nil }
    switch text[sign] {
    case 0x2D, 0x3A, 0x3B, 0x27, 0x60, 0x2A: guard token.count == 2 else { return nil }
    case 0xC2: guard token.count == 3 else { return nil }
    case 0xE2: guard token.count == 4, text[sign + 1] == 0x80 else { return nil }
    default: return nil
    }
    var mark = Mark(.huruf, start: token.lowerBound, end: token.upperBound)
    mark.mended = Int32(NumberReader.letterIndex(text[token.lowerBound]))
    return mark
  }

  /// `Cc.` for `c.`: some scanners double a letter whose capital looks the same.
  private func doubledLetter(_ letters: Range<Int>) -> Mark? {
    let first = letters.lowerBound
    guard letters.count == 2, SourceText.isUpper(text[first]),
      SourceText.isLower(text[first + 1]), text[first] | 0x20 == text[first + 1]
    else { return nil }
    var mark = Mark(.huruf, start: first, end: letters.upperBound + 1)
    mark.mended = Int32(NumberReader.letterIndex(text[first + 1]))
    return mark
  }

  /// `1 Ketentuan Pasal 4 … diubah`, `5Ketentuan`, `l4.Ketentuan`, `1 1. Di antara`: the number of
  /// an instruction that lost its full stop, its space or a digit.
  func bareNumber(at position: Int) -> Mark? {
    var end = position
    var number: Int32 = 0
    var digits = 0
    while end < position + 4 {
      if let digit = NumberReader.digit(text[end]) {
        number = number * 10 + Int32(digit)
        digits += 1
      } else if text[end] != 0x20 || text[end + 1] <= 0x20 || digits != 1
        || NumberReader.digit(text[end + 1]) == nil
      {
        break
      }
      end += 1
    }
    guard digits > 0, digits < 3, number > 0 else { return nil }
    if text[end] == 0x2E || text[end] == 0x2C {
      end += 1
    } else if !(position..<end).allSatisfy({ SourceText.isDigit(text[$0]) }) {
      return nil
    }
    let start = text.skippingSpaces(from: end, to: end + 8)
    guard SourceText.isUpper(text[start]) else { return nil }
    guard
      Self.instructionWords.contains(where: { text.match($0, at: start) != nil })
        || namesDeleted(start)
    else { return nil }
    var mark = Mark(.angka, start: position, end: end)
    mark.mended = number
    return mark
  }

  private static let instructionWords: [StaticString] = [
    "ketentuan ", "di antara ", "diantara ", "setelah ", "undang", "peraturan ", "keputusan ",
  ]

  /// `Pasal 36 dihapus`
  private func namesDeleted(_ position: Int) -> Bool {
    guard let end = text.match("pasal ", at: position) else { return false }
    return (end..<end + 12).contains { text.match(" dihapus", at: $0) != nil }
  }

  /// `7` alone on its line, `1 1.` for `11.`, `b kemanusiaan;`, `4   Deputi`: marks that only their
  /// list proves.
  private func bareMark(at position: Int, _ lineEnd: Int) -> Mark? {
    if let mark = bareLetter(at: position, lineEnd) { return mark }
    var end = position
    while SourceText.isDigit(text[end]), end < position + 3 { end += 1 }
    guard end > position, end < position + 3 else { return nil }
    var mark = Mark(.angka, start: position, end: end)
    mark.mended = Int32(clamping: NumberReader.mended(text, position..<end))
    if end == lineEnd { return mark.mended > 1 ? mark : nil }
    guard end == position + 1, text[end] == 0x20, SourceText.isDigit(text[end + 1]),
      text[end + 2] == 0x2E, text[end + 3] == 0x20 || end + 3 == lineEnd
    else {
      let next = text.skippingSpaces(from: end, to: lineEnd)
      return next > end && SourceText.isUpper(text[next]) && wordFollows(end, lineEnd)
        && mark.mended > 0 ? mark : nil
    }
    mark.mended = mark.mended * 10 + Int32(text[end + 1] - 0x30)
    mark.end = end + 3
    return mark
  }

  /// `b kemanusiaan;`
  func bareLetter(at position: Int, _ lineEnd: Int) -> Mark? {
    guard SourceText.isLower(text[position]), text[position + 1] == 0x20,
      wordFollows(position + 1, lineEnd)
    else { return nil }
    var mark = Mark(.huruf, start: position, end: position + 1)
    mark.mended = Int32(NumberReader.letterIndex(text[position]))
    return mark
  }

  /// Whether a word of two letters or more follows the spaces at `position`.
  private func wordFollows(_ position: Int, _ lineEnd: Int) -> Bool {
    let next = text.skippingSpaces(from: position, to: lineEnd)
    return SourceText.isLetter(text[next]) && SourceText.isLower(text[next + 1])
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
    guard start > after || text[start] == 0x28 || isGlued(shape, position, start, lineEnd)
    else { return nil }
    var mark: Mark
    if shape == .wordAyat, text[start] == 0x28 {
      guard let inner = bracketed(at: start, lineEnd: lineEnd), let ayat = asAyat(inner) else {
        return nil
      }
      mark = ayat
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
        guard applyNumber(number, to: &mark) else { return nil }
      }
      if text[mark.end] == 0x2E || text[mark.end] == 0x29 { mark.end += 1 }
    }
    if !SourceText.isUpper(text[position]) { mark.flags.insert(.small) }
    return finish(&mark, lineEnd)
  }
}
