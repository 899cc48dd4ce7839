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
    /// Whether the formula that closes an act stands behind a wide gap, beside a stamp.
    var hasClose: Bool
    /// Whether two spaces or a tab stand anywhere.
    var hasGaps: Bool
  }

  private static let wide = 4
  private static let mostStops = 12

  private let bytes: [UInt8]
  private var result = NumberedText()

  /// Closes the gaps within the lines of `text`; indentation stays.
  static func close(_ text: NumberedText) -> NumberedText {
    var closer = GapCloser(bytes: text.bytes)
    closer.result.reserve(text.bytes.count)
    var before: Row?
    var current: Row?
    text.forEachLine { range, number in
      let next = row(range, number, closer.bytes)
      if let current { closer.write(current, before, next) }
      (before, current) = (current, next)
    }
    if let current { closer.write(current, before, nil) }
    return closer.result
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func write(_ row: Row, _ before: Row?, _ after: Row?) {
    let isInTable =
      row.hasClose || !row.isEven && (Self.shares(row, before) || Self.shares(row, after))
    guard row.hasGaps, !isInTable else {
      result.append(bytes[row.range], number: row.number)
      return
    }
    var isInside = false
    var wasSpace = false
    for byte in bytes[row.range] {
      let isSpace = byte == 0x20 || byte == 0x09
      if isSpace, isInside, wasSpace { continue }
      if !isSpace { isInside = true }
      wasSpace = isSpace
      result.write(isSpace ? 0x20 : byte)
    }
    result.endLine(number: row.number)
  }

  private static func row(_ range: Range<Int>, _ number: Int, _ bytes: [UInt8]) -> Row {
    var stops: [Int] = []
    var gaps = (all: 0, several: 0, widest: 0)
    var letters = 0
    var spaces = 0
    var column = 0
    var isInside = false
    var hasTab = false
    var hasClose = false
    for position in range {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        if byte == 0x09 { hasTab = true }
        spaces += 1
        column += 1
        continue
      }
      if byte & 0xC0 == 0x80 { continue }
      if spaces > 0, isInside {
        gaps.all += 1
        if spaces > 1 { gaps.several += 1 }
        gaps.widest = max(gaps.widest, spaces)
        if spaces >= wide {
          if stops.count < mostStops { stops.append(column) }
          if beginsClose(bytes[position..<range.upperBound]) { hasClose = true }
        }
      }
      spaces = 0
      isInside = true
      column += 1
      if SourceText.isLetter(byte) { letters += 1 }
    }
    let isEven =
      gaps.all >= 2 && gaps.several * 2 >= gaps.all && gaps.widest <= 12
      && letters * 2 > range.count / 2
    return Row(
      range: range, number: number, stops: stops, isEven: isEven, hasClose: hasClose,
      hasGaps: gaps.several > 0 || hasTab || spaces > 1)
  }

  private static func beginsClose(_ bytes: ArraySlice<UInt8>) -> Bool {
    closes.contains { bytes.starts(with: $0) }
  }

  private static let closes = ["Ditetapkan di ", "Diundangkan di ", "Disahkan di "].map {
    Array($0.utf8)
  }

  /// Whether two lines are rows of one table: each is where the other is.
  private static func shares(_ row: Row, _ other: Row?) -> Bool {
    guard let other, !other.isEven, !row.stops.isEmpty, !other.stops.isEmpty else { return false }
    return row.stops.contains { other.stops.contains($0) }
  }
}
