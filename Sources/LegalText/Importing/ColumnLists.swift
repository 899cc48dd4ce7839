/// Puts the items of a list that is set in columns (`a. Kayu      d. Batu`) on lines of their own,
/// while the gap between the columns still shows what they are.
enum ColumnLists {
  /// As many lines with a mark behind a gap are worth reading the text for.
  private static let enough = 3

  /// The text with such lines divided.
  static func divide(_ text: NumberedText) -> NumberedText {
    let source = SourceText(bytes: text.bytes)
    guard mayHoldColumns(text, source) else { return text }
    let cuts = cuts(source)
    guard !cuts.isEmpty else { return text }
    var result = NumberedText()
    result.reserve(text.bytes.count + cuts.count)
    var next = 0
    text.forEachLine { line, number in
      var start = line.lowerBound
      while next < cuts.count, cuts[next] < line.upperBound {
        result.append(
          text.bytes[start..<source.trimmingEnd(from: start, to: cuts[next])], number: number)
        start = cuts[next]
        next += 1
      }
      result.append(text.bytes[start..<line.upperBound], number: number)
    }
    return result
  }

  /// Where items begin that stand behind a gap on the line of another one of their list.
  private static func cuts(_ text: SourceText) -> [Int] {
    let units = LegalParser.parse(text.bytes).units
    var cuts: [Int] = []
    for (one, other) in zip(units, units.dropFirst())
    where one.kind == other.kind && one.parent == other.parent && isListItem(other.kind) {
      let start = other.range.lowerBound
      let isBehindGap = text[start - 1] == 0x20 && text[start - 2] == 0x20
      let first = one.range.lowerBound
      if isBehindGap, text.lineEnd(from: first, within: start + 1 - first) > start {
        cuts.append(start)
      }
    }
    return cuts
  }

  private static func isListItem(_ kind: UnitKind) -> Bool {
    switch kind {
    case .huruf, .angka, .subhuruf, .subangka: true
    default: false
    }
  }

  /// Whether marks of items stand behind gaps on some lines.
  private static func mayHoldColumns(_ text: NumberedText, _ source: SourceText) -> Bool {
    var found = 0
    text.forEachLine { line, _ in
      guard found < enough, hasMarkBehindGap(line, source) else { return }
      found += 1
    }
    return found >= enough
  }

  private static func hasMarkBehindGap(_ line: Range<Int>, _ text: SourceText) -> Bool {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    for position in start..<max(start, line.upperBound - 3)
    where text[position] == 0x20 && text[position + 1] == 0x20 {
      var end = position + 2
      while end < line.upperBound, end < position + 5, SourceText.isAlphanumeric(text[end]) {
        end += 1
      }
      if end > position + 2, text[end] == 0x2E || text[end] == 0x29, text[end + 1] == 0x20 {
        return true
      }
    }
    return false
  }
}
