/// How the numbers of a series are written.
package enum NumberStyle: Hashable, Sendable {
  /// `1`, `12`
  case arabic
  /// `I`, `XII`
  case roman
  /// `i`, `xii`
  case smallRoman
  /// `a`, `z`, then `aa, bb` or, where `isAlphabetic`, `aa, ab`.
  case letters(isAlphabetic: Bool)
  /// `Kesatu`, `Kedua Belas` (UU 12/2011, Lampiran II angka 73)
  case ordinal

  /// The number as it stands in addresses: `12`, `xii` for articles in Roman digits, `b`, `ii`.
  package func addressNumber(_ value: Int, of kind: UnitKind) -> String {
    switch self {
    case .arabic, .ordinal: return String(value)
    case .roman: return kind == .pasal ? romanDigits(value) : String(value)
    case .smallRoman: return romanDigits(value)
    case .letters(let isAlphabetic): return Self.letters(value, isAlphabetic)
    }
  }

  /// The number as printed, in capitals where `like` is.
  package func printed(_ value: Int, like old: ArraySlice<UInt8>) -> [UInt8] {
    let text: String
    switch self {
    case .arabic: text = String(value)
    case .roman: text = romanDigits(value).uppercased()
    case .smallRoman: text = romanDigits(value)
    case .letters(let isAlphabetic): text = Self.letters(value, isAlphabetic)
    case .ordinal:
      text = String(UnitAddress.label("bagian-\(value)").dropFirst("Bagian ".utf8.count))
    }
    let letters = old.filter(SourceText.isLetter)
    let isLoud = !letters.isEmpty && letters.allSatisfy(SourceText.isUpper)
    let bytes = Array(text.utf8)
    guard isLoud, self != .arabic else { return bytes }
    return bytes.map { SourceText.isLower($0) ? $0 & 0xDF : $0 }
  }

  private func romanDigits(_ value: Int) -> String {
    AddressNumber.roman(Int32(clamping: value))
  }

  private static func letters(_ value: Int, _ isAlphabetic: Bool) -> String {
    let index = max(value, 1) - 1
    func letter(_ offset: Int) -> Character {
      Character(Unicode.Scalar(UInt8(0x61 + offset % 26)))
    }
    if index < 26 { return String(letter(index)) }
    if isAlphabetic { return String([letter(index / 26 - 1), letter(index)]) }
    return String(repeating: letter(index), count: index / 26 + 1)
  }
}

/// The place of the number within a mark or a reference.
package enum NumberPlace {
  /// The bytes of the number in a mark: what follows the word of a heading, else the first letters
  /// and digits.
  package static func inMark(_ unit: Unit, _ source: [UInt8]) -> Range<Int>? {
    let range = unit.labelRange
    guard !range.isEmpty, range.upperBound <= source.count else { return nil }
    var start = range.lowerBound
    var letters = 0
    while start + letters < range.upperBound, SourceText.isLetter(source[start + letters]) {
      letters += 1
    }
    // The number of `Pasal 5` and `Ayat (1)` comes after the word; `aa.` is one itself.
    if letters >= 3 { start += letters }
    return core(start..<range.upperBound, source)
  }

  /// From the first letter or digit of a range to its last.
  package static func core(_ range: Range<Int>, _ source: [UInt8]) -> Range<Int>? {
    var lower = range.lowerBound
    var upper = min(range.upperBound, source.count)
    while lower < upper, !SourceText.isAlphanumeric(source[lower]) { lower += 1 }
    while upper > lower, !SourceText.isAlphanumeric(source[upper - 1]) { upper -= 1 }
    return lower < upper ? lower..<upper : nil
  }
}
