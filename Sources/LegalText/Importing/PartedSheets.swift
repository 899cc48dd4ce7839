/// The text of sheets that hold two pages side by side, its pages one after the other.
///
/// Such a text cannot be read as it stands: each line holds two that do not belong together.
public struct PartedSheets: Sendable {
  /// How many sheets were parted.
  public let count: Int
  /// The pages, in UTF-8, with a form feed between two.
  public private(set) var bytes: [UInt8] = []
  /// The pieces of `bytes` that stand in the source as they are, in order.
  private var pieces: [(start: Int, source: Int, count: Int)] = []

  /// Parts the sheets of `source`; nil where the layout does not prove that they hold two pages.
  public static func parting(_ source: [UInt8]) -> PartedSheets? { SpreadSplitter.sheets(source) }

  init(count: Int) { self.count = count }

  /// Adds a line of the source, and what is set before it.
  mutating func append(_ source: [UInt8], _ line: Range<Int>, after margin: [UInt8]) {
    bytes += margin
    if !line.isEmpty { pieces.append((bytes.count, line.lowerBound, line.count)) }
    bytes += source[line]
    bytes.append(0x0A)
  }

  /// The least range of the source that holds what stands in `range`: where two pages share a
  /// sheet, lines of the other page, too.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = low + (high - low) / 2
      let piece = pieces[middle]
      if piece.start + piece.count <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < pieces.count else {
      let end = pieces.last.map { $0.source + $0.count } ?? 0
      return end..<end
    }
    let first = pieces[low]
    var start = first.source + max(range.lowerBound - first.start, 0)
    var end = start
    for piece in pieces[low...] {
      guard piece.start < range.upperBound else { break }
      let from = piece.source + max(range.lowerBound - piece.start, 0)
      start = min(start, from)
      end = max(end, piece.source + min(range.upperBound - piece.start, piece.count))
    }
    return start..<max(end, start)
  }
}
