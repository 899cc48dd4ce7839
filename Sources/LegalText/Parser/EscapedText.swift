/// Regulations kept as strings in a JSON file, with their line breaks escaped.
///
/// The strings are read where they stand, one after the other; what ties them together counts as
/// furniture.
enum EscapedText {
  /// The lines of the strings of a JSON text, nil where `text` is none.
  static func lines(of text: SourceText) -> [Line]? {
    let start = text.skippingSpaces(from: 0, to: text.count)
    guard text[start] == 0x7B || text[start] == 0x5B else { return nil }
    let first = text.skippingSpaces(from: start + 1, to: text.count)
    guard text[first] == 0x22 || text[start] == 0x5B && text[first] == 0x7B else { return nil }
    var reader = EscapedLines(text: text)
    reader.run(from: start)
    return reader.isSound ? reader.lines : nil
  }

  /// The bytes between the lines: quotation marks, brackets, escapes.
  static func joints(_ lines: [Line]) -> [Range<Int>] {
    zip(lines, lines.dropFirst()).compactMap { before, after in
      before.end < after.start ? before.end..<after.start : nil
    }
  }
}

private struct EscapedLines {
  let text: SourceText
  private(set) var lines: [Line] = []
  /// Whether all strings were closed.
  private(set) var isSound = true
  private var column = 0
  private var blank = true

  init(text: SourceText) {
    self.text = text
  }

  mutating func run(from start: Int) {
    var position = start
    while position < text.count {
      if text.bytes[position] == 0x22 {
        blank = true
        position = readString(position + 1)
      } else {
        position += 1
      }
    }
  }

  /// Reads a string from behind its opening quotation mark; the position behind its closing one.
  private mutating func readString(_ from: Int) -> Int {
    var position = from
    var lineStart = from
    while position < text.count {
      switch text.bytes[position] {
      case 0x22:
        let next = text.skippingSpaces(from: position + 1, to: text.count)
        if text[next] != 0x3A || isHeading(from, position) { append(lineStart, position) }
        return position + 1
      case 0x5C:
        let next = text[position + 1]
        if next == UInt8(ascii: "n") || next == UInt8(ascii: "r") {
          append(lineStart, position)
          lineStart = position + 2
        }
        position += 2
      default:
        position += 1
      }
    }
    isSound = false
    return position
  }

  /// Whether a key is the heading of its values, `"Pasal 5": […]`, and not the name of a field.
  private func isHeading(_ start: Int, _ end: Int) -> Bool {
    MarkReader(text: text).heading(at: start, lineEnd: end) != nil
      || KeywordReader(text: text).keyword(at: start, lineEnd: end) != nil
  }

  private mutating func append(_ from: Int, _ to: Int) {
    var start = from
    var end = text.trimmingEnd(from: from, to: to)
    column = 0
    while start < end {
      if isTab(start) {
        column += 8
        start += 2
      } else if text.bytes[start] == 0x20 {
        column += 1
        start += 1
      } else {
        break
      }
    }
    while end - 2 >= start, isTab(end - 2) { end = text.trimmingEnd(from: start, to: end - 2) }
    guard end > start else {
      blank = true
      return
    }
    lines.append(
      Line(
        start: start, end: end, column: UInt16(clamping: column),
        flags: blank ? .blankBefore : []))
    blank = false
  }

  private func isTab(_ position: Int) -> Bool {
    text[position] == 0x5C && text[position + 1] == UInt8(ascii: "t")
  }
}
