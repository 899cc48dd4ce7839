/// A line that has something visible on it.
struct Line {
  struct Flags: OptionSet {
    let rawValue: UInt8
    static let blankBefore = Flags(rawValue: 1)
    /// A form feed stands before: first line of a page.
    static let pageStart = Flags(rawValue: 2)
    /// Page number, catchword or running header.
    static let furniture = Flags(rawValue: 4)
  }

  // 32 bits keep many short lines small.
  private let startOffset: UInt32
  private let endOffset: UInt32
  let column: UInt16
  var flags: Flags

  /// Where the visible bytes begin, without white space.
  var start: Int { Int(startOffset) }
  /// One past the last visible byte.
  var end: Int { Int(endOffset) }

  init(start: Int, end: Int, column: UInt16, flags: Flags) {
    startOffset = UInt32(clamping: start)
    endOffset = UInt32(clamping: end)
    self.column = column
    self.flags = flags
  }
}

/// Splits a text into its visible lines.
struct LineTable {
  private(set) var lines: [Line] = []
  /// Positions of the form feeds.
  private(set) var formFeeds: [UInt32] = []
  /// Whether the lines are those of strings in a JSON text.
  let isEscaped: Bool

  /// A table without lines.
  init() { isEscaped = false }

  init(_ text: SourceText) {
    if let lines = EscapedText.lines(of: text) {
      self.lines = lines
      isEscaped = true
      return
    }
    isEscaped = false
    let count = text.count
    // A list that grows has room for as many again, too much in a text of short lines.
    lines.reserveCapacity(Self.breaks(in: text.bytes) + 1)
    var position = 0
    var blank = false
    var page = false
    while position < count {
      var column = 0
      var start = position
      while start < count, text.bytes[start] == 0x20 {
        column += 1
        start += 1
      }
      while start < count, text[start] != 0x0A {
        let length = text.spaceLength(at: start)
        if length == 0 { break }
        if text[start] == 0x0C {
          formFeeds.append(UInt32(clamping: start))
          page = true
          column = 0
        } else {
          column = text[start] == 0x09 ? column + 8 - column % 8 : column + (length < 3 ? 1 : 0)
        }
        start += length
      }
      let end = text.lineEnd(from: start)
      let visibleEnd = text.trimmingEnd(from: start, to: end)
      if visibleEnd > start {
        var flags: Line.Flags = []
        if blank { flags.insert(.blankBefore) }
        if page { flags.insert(.pageStart) }
        lines.append(
          Line(start: start, end: visibleEnd, column: UInt16(clamping: column), flags: flags))
        blank = false
        page = false
      } else {
        blank = true
      }
      position = end < count && text.bytes[end] == 0x0A ? end + 1 : max(end, position + 1)
    }
  }

  private static func breaks(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      // Without a branch or a check of the sum, so that many bytes are looked at at a time.
      var count = 0
      for byte in bytes { count &+= byte == 0x0A ? 1 : 0 }
      return count
    }
  }

  mutating func markFurniture(_ index: Int) {
    lines[index].flags.insert(.furniture)
  }

  /// Divides each of the lines named, in order, at the position given: what stands before it is
  /// furniture.
  mutating func split(_ splits: [(index: Int, end: Int)], _ text: SourceText) {
    var result: [Line] = []
    result.reserveCapacity(lines.count + splits.count)
    var from = 0
    for split in splits {
      result.append(contentsOf: lines[from..<split.index])
      let line = lines[split.index]
      result.append(
        Line(
          start: line.start, end: split.end, column: line.column,
          flags: line.flags.union(.furniture)))
      from = split.index + 1
      let start = text.skippingSpaces(from: split.end, to: line.end)
      guard start < line.end else { continue }
      result.append(Line(start: start, end: line.end, column: line.column, flags: .blankBefore))
    }
    result.append(contentsOf: lines[from...])
    lines = result
  }
}
