/// The number and year of an act, as its title and the heads of its annexes give them: `PERATURAN
/// DAERAH … NOMOR 4 TAHUN 2020` (UU 12/2011, Lampiran II angka 3 and 193).
struct ActNumber: Equatable {
  /// -1 where dots hold the place of the number, as they do in a pattern.
  let number: Int
  let year: Int

  private static let kinds: [StaticString] = ["undang", "peraturan", "keputusan", "qanun"]

  /// The number behind the kind of the act, in capitals, right after `position`; nil where none
  /// stands there.
  init?(text: SourceText, after position: Int) {
    let start = text.skippingSpaces(from: position, to: text.count)
    guard start > position, SourceText.isUpper(text[start + 1]),
      Self.kinds.contains(where: { text.match($0, at: start) != nil })
    else { return nil }
    self.init(text: text, in: start..<min(start + 160, text.count))
  }

  /// The first number in capitals in `range`.
  init?(text: SourceText, in range: Range<Int>) {
    var position = range.lowerBound
    while position < range.upperBound {
      if text[position] == UInt8(ascii: "N"), let end = text.matchSpaced("nomor", at: position) {
        let limit = min(end + 60, text.count)
        guard let (number, next) = Self.digits(text, end, limit) else { return nil }
        let word = text.skippingSpaces(from: next, to: limit)
        guard let year = text.matchSpaced("tahun", at: word),
          let (value, _) = Self.digits(text, year, limit)
        else { return nil }
        self.number = number
        self.year = value
        return
      }
      position += 1
    }
    return nil
  }

  /// The digits behind spaces and a colon, misprints mended, and where they end; -1 for dots.
  private static func digits(
    _ text: SourceText, _ position: Int, _ limit: Int
  ) -> (value: Int, end: Int)? {
    var start = text.skippingSpaces(from: position, to: limit)
    if text[start] == 0x3A { start = text.skippingSpaces(from: start + 1, to: limit) }
    var end = start
    while end < limit, text[end] == 0x2E || text[end] == 0x20 || text[end] >= 0x80 { end += 1 }
    if end > start { return (-1, end) }
    while end < limit, SourceText.isAlphanumeric(text[end]) { end += 1 }
    let value = NumberReader.mended(text, start..<end)
    return value >= 0 ? (value, end) : nil
  }
}
