/// Closes the gaps of justified lines; rows of tables keep theirs.
///
/// A row has gaps of four or more spaces that end at the same column as one of the line before or
/// after it, and is not spread evenly as a justified line is.
struct GapCloser {
  private struct Row {
    var range: Range<Int>
    var number: Int
    /// The columns at which wide gaps end.
    var stops: [Int]
    var isEven: Bool
  }

  private static let wide = 4
  private static let mostStops = 12

  /// Closes the gaps within the lines of `text`; indentation stays.
  static func close(_ text: NumberedText) -> NumberedText {
    let bytes = text.bytes
    var rows: [Row] = []
    text.forEachLine { rows.append(row($0, $1, bytes)) }
    var result = NumberedText()
    result.reserve(bytes.count)
    var line: [UInt8] = []
    for index in rows.indices {
      let row = rows[index]
      if !row.isEven, shares(rows, index, index - 1) || shares(rows, index, index + 1) {
        result.append(bytes[row.range], number: row.number)
        continue
      }
      line.removeAll(keepingCapacity: true)
      var isInside = false
      for byte in bytes[row.range] {
        let isSpace = byte == 0x20 || byte == 0x09
        if isSpace, isInside, line.last == 0x20 { continue }
        if !isSpace { isInside = true }
        line.append(isSpace ? 0x20 : byte)
      }
      result.append(line, number: row.number)
    }
    return result
  }

  private static func row(_ range: Range<Int>, _ number: Int, _ bytes: [UInt8]) -> Row {
    var stops: [Int] = []
    var gaps = (all: 0, several: 0, widest: 0)
    var letters = 0
    var spaces = 0
    var column = 0
    var isInside = false
    for position in range {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        spaces += 1
        column += 1
        continue
      }
      if byte & 0xC0 == 0x80 { continue }
      if spaces > 0, isInside {
        gaps.all += 1
        if spaces > 1 { gaps.several += 1 }
        gaps.widest = max(gaps.widest, spaces)
        if spaces >= wide, stops.count < mostStops { stops.append(column) }
      }
      spaces = 0
      isInside = true
      column += 1
      if SourceText.isLetter(byte) { letters += 1 }
    }
    let isEven =
      gaps.all >= 2 && gaps.several * 2 >= gaps.all && gaps.widest <= 12
      && letters * 2 > range.count / 2
    return Row(range: range, number: number, stops: stops, isEven: isEven)
  }

  private static func shares(_ rows: [Row], _ index: Int, _ other: Int) -> Bool {
    guard rows.indices.contains(other) else { return false }
    return rows[index].stops.contains { rows[other].stops.contains($0) }
  }
}
