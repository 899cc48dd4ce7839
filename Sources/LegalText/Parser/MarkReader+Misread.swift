/// Marks at the beginning of a line that a scan misread; only their place in a list can prove them.
extension MarkReader {
  /// `l2l` for `(2)`, `L7.` for `17.`, `b,` for `b.`
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
    if let mark = strayLetter(position..<end) ?? strayNumber(position..<end, next) { return mark }
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
      if mark.mended < 0, inner.count > 2, last == 0x2E {
        // `l4b.` is 14b.
        let letter = text[inner.upperBound - 1]
        guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        mark.mended = Int32(
          clamping: NumberReader.mended(text, inner.lowerBound..<inner.upperBound - 1))
        mark.suffix = NumberReader.letterIndex(letter)
      }
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
    // `,2)` for `(2)`
    let opens = Self.isLikeBracket(text[position]) || text[position] == 0x2C && last == 0x29
    guard opens, Self.isLikeBracket(last), inner.count >= 2,
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

  /// `L penyampaian …`, `! penyampaian …`: what scans make of `i.`, of which hardly more than a
  /// stroke is left; asked for below h. only.
  func ninthLetter(at position: Int, _ lineEnd: Int) -> Mark? {
    let isOpen: Bool
    switch text[position] {
    case UInt8(ascii: "L"), UInt8(ascii: "I"), 0x21, 0x7C: isOpen = true
    case 0x31, UInt8(ascii: "l"), UInt8(ascii: "r"): isOpen = false
    default: return nil
    }
    var end = position + 1
    if text[end] == 0x2E || text[end] == 0x2C { end += 1 }
    if end == lineEnd {
      guard isOpen else { return nil }
    } else {
      let next = text.skippingSpaces(from: end, to: lineEnd)
      guard next > end, SourceText.isLower(text[next]), SourceText.isLower(text[next + 1])
      else { return nil }
    }
    var mark = Mark(.huruf, start: position, end: end)
    mark.mended = 9
    return mark
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

  /// `10; Badan`, `4: Dinas`: a number with a sign that stands for its full stop.
  private func strayNumber(_ token: Range<Int>, _ next: Int) -> Mark? {
    let sign = token.upperBound - 1
    guard token.count <= 3, text[sign] == 0x3B || text[sign] == 0x3A,
      (token.lowerBound..<sign).allSatisfy({ SourceText.isDigit(text[$0]) }),
      SourceText.isUpper(text[next])
    else { return nil }
    var mark = Mark(.angka, start: token.lowerBound, end: token.upperBound)
    mark.mended = Int32(clamping: NumberReader.mended(text, token.lowerBound..<sign))
    return mark.mended > 1 ? mark : nil
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

  /// `@.` and `&.` for `a.`, `!.`, `|.` and `].` for `1.`, `$.` for `5.`
  func signMark(at position: Int, _ lineEnd: Int) -> Mark? {
    let shape: Mark.Shape
    let number: Int32
    switch text[position] {
    case 0x40, 0x26: (shape, number) = (.huruf, 1)
    case 0x21, 0x5D, 0x7C: (shape, number) = (.angka, 1)
    case 0x24: (shape, number) = (.angka, 5)
    default: return nil
    }
    let next = text.skippingSpaces(from: position + 2, to: lineEnd)
    guard text[position + 1] == 0x2E, next > position + 2, SourceText.isLetter(text[next]),
      SourceText.isLower(text[next + 1])
    else { return nil }
    var mark = Mark(shape, start: position, end: position + 2)
    mark.mended = number
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
}
