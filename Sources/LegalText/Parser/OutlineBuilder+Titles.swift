/// The titles of chapters, sections and parts.
extension OutlineBuilder {
  /// Gives the chapter that waits for it its heading: the text from its mark to `position`.
  mutating func finishHeading(at position: Int) {
    guard let unit = pendingHeading else { return }
    pendingHeading = nil
    let start = units[unit].labelRange.upperBound
    guard position > start else { return }
    var end = position
    if isLongerThanTitle(start..<end) {
      end = endOfFirstBlock(from: start, to: min(end, start + 600))
    }
    var bytes: [UInt8] = []
    var from = start
    for range in FurnitureList.ranges(furniture, in: start..<end) {
      bytes.append(contentsOf: text.bytes[from..<range.lowerBound])
      bytes.append(0x20)
      from = range.upperBound
    }
    bytes.append(contentsOf: text.bytes[from..<max(from, end)])
    units[unit].heading = Self.title(bytes)
  }

  /// Whether more visible text stands in `range` than a title has.
  func isLongerThanTitle(_ range: Range<Int>) -> Bool {
    guard range.count > Self.longestTitle else { return false }
    var visible = 0
    for position in range.lowerBound..<min(range.upperBound, range.lowerBound + 2000)
    where text.bytes[position] > 0x20 {
      visible += 1
      if visible > Self.longestTitle { return true }
    }
    return range.count > 2000
  }

  /// Visible bytes of the longest title of a chapter that is taken as it stands.
  static let longestTitle = 220

  /// White space collapsed, without the signs that only lead from the mark to its title.
  static func title(_ bytes: [UInt8]) -> String {
    var start = 0
    var end = bytes.count
    let signs: [UInt8] = [0x20, 0x0A, 0x0D, 0x09, 0x0C, 0x2E, 0x3A, 0x2A, 0x5F, 0x23, 0x2D]
    while start < end, signs.contains(bytes[start]) { start += 1 }
    while end > start, signs.dropFirst(6).contains(bytes[end - 1]) || bytes[end - 1] <= 0x20 {
      end -= 1
    }
    return Whitespace.collapsed(String(decoding: bytes[start..<end], as: UTF8.self))
  }

  /// The end of the first lines up to a blank one, or of the first line where none is blank.
  func endOfFirstBlock(from start: Int, to limit: Int) -> Int {
    var firstLine = -1
    var seen = false
    var position = start
    while position < limit {
      if text[position] == 0x0A, seen {
        if firstLine < 0 { firstLine = position }
        if text[position + 1] == 0x0A { return position }
      } else if text.spaceLength(at: position) == 0 {
        seen = true
      }
      position += 1
    }
    return firstLine < 0 ? limit : firstLine
  }
}
