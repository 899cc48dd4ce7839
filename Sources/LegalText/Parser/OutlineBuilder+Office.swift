/// The first words of a preamble: the office that enacts, where no formula stands above it
/// (UU 12/2011, Lampiran II angka 14–16).
extension OutlineBuilder {
  private static let offices: [StaticString] = [
    "gubernur", "bupati", "wali kota", "walikota", "menter", "presiden", "kepala",
  ]

  /// The line of the office directly above the considerations: in capitals, with its comma or
  /// colon, or set apart from the title.
  func officeLine(before position: Int) -> Int? {
    let end = text.trimmingEnd(from: firstVisible, to: position)
    guard end > firstVisible else { return nil }
    let isClosed = text[end - 1] == 0x2C || text[end - 1] == 0x3A
    var lineEnd = end
    // An office of a region may take two lines.
    for _ in 0..<2 {
      var start = lineEnd
      while start > firstVisible, text[start - 1] != 0x0A, text[start - 1] != 0x0C { start -= 1 }
      let first = text.skippingSpaces(from: start, to: lineEnd)
      guard SourceText.isUpper(text[first]), SourceText.isUpper(text[first + 1]) else { break }
      let before = text.trimmingEnd(from: firstVisible, to: start)
      let isApart = text.bytes[before..<start].filter { $0 == 0x0A }.count > 1
      if Self.offices.contains(where: { text.match($0, at: first) != nil }) {
        return isClosed || isApart ? first : nil
      }
      if isApart { break }
      lineEnd = before
    }
    return isClosed ? presidentInLine(before: end) : nil
  }

  /// `… TENTANG PERUSAHAAN Presiden Republik Indonesia,` as flattened acts have it.
  private func presidentInLine(before end: Int) -> Int? {
    let words: StaticString = "presiden republik indonesia"
    let start = end - 1 - words.utf8CodeUnitCount
    return start > firstVisible && text.match(words, at: start) != nil && text[start - 1] == 0x20
      ? start : nil
  }

  /// Whether a label that was set apart stands above the title of the act: it opens nothing.
  func isAboveTitle(_ position: Int) -> Bool {
    guard region == .front, !titleSeen else { return false }
    for other in marks[(position + 1)...].prefix(12) {
      switch other.shape {
      case .actTitle, .rahmat: return true
      case .menimbang, .mengingat, .menetapkan, .line: continue
      default: return false
      }
    }
    return false
  }
}
