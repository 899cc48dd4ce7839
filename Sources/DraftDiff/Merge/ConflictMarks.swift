/// The marks that stand around the two texts of a conflict, as git writes them.
///
/// ```
/// <<<<<<< pekat@3 (R. Hidayat)
/// (2) …
/// =======
/// (2) …
/// >>>>>>> pekat@1f3a (D. Lestari)
/// ```
public enum ConflictMarks {
  /// How many characters a mark has.
  public static let length = 7

  /// A mark found in a text.
  public struct Mark: Sendable, Hashable {
    /// The byte at which its line begins.
    public var offset: Int
    /// Its line, from 1.
    public var line: Int
  }

  /// The lines of a text that are marks of a conflict, in order.
  public static func marks(in text: [UInt8]) -> [Mark] {
    var result: [Mark] = []
    var line = 1
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      if isMark(text[start..<end]) { result.append(Mark(offset: start, line: line)) }
      line += 1
      start = end + 1
    }
    return result
  }

  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, [0x3C, 0x3D, 0x3E, 0x7C].contains(first) else { return false }
    let run = line.prefix { $0 == first }
    guard run.count == length else { return false }
    let rest = line.dropFirst(run.count)
    if first == 0x3D { return rest.allSatisfy { $0 == 0x0D || $0 == 0x20 } }
    return rest.isEmpty || rest.first == 0x20 || rest.first == 0x0D
  }
}

extension Merge {
  /// The result as a text, conflicts between marks that name the sides; they stand on lines of
  /// their own.
  /// - Parameter length: how many characters a mark has, at least one.
  public func text(
    ours: String, theirs: String, length: Int = ConflictMarks.length
  ) -> [UInt8] {
    marked(ours: ours, theirs: theirs, length: length).text
  }

  /// The lines of `text(ours:theirs:)`, from 1, at which the conflicts begin.
  public func lines(ours: String, theirs: String) -> [Int] {
    let (text, starts) = marked(ours: ours, theirs: theirs, length: ConflictMarks.length)
    var lines: [Int] = []
    var (line, position) = (1, 0)
    for start in starts {
      while position < start {
        if text[position] == 0x0A { line += 1 }
        position += 1
      }
      lines.append(line)
    }
    return lines
  }

  /// The result with the text of one side for every conflict.
  public func text(choosing side: Side) -> [UInt8] {
    var result: [UInt8] = []
    for segment in segments {
      switch segment {
      case .text(let bytes): result += bytes
      case .conflict(let index):
        let conflict = conflicts[index]
        let text = side == .ours ? conflict.ours : conflict.theirs
        if !text.isEmpty { result += conflict.lead + text }
      }
    }
    return result
  }

  private func marked(
    ours: String, theirs: String, length: Int
  ) -> (text: [UInt8], starts: [Int]) {
    var result: [UInt8] = []
    var starts: [Int] = []
    var isOpen = false
    for segment in segments {
      switch segment {
      case .text(let bytes):
        if isOpen, !Self.beginsLine(bytes) { result.append(0x0A) }
        result += bytes
        isOpen = false
      case .conflict(let index):
        let conflict = conflicts[index]
        if isOpen, conflict.lead.first != 0x0A { result.append(0x0A) }
        result += conflict.lead
        starts.append(result.count)
        result += Self.mark(0x3C, length, ours)
        if !conflict.ours.isEmpty { result += conflict.ours + [0x0A] }
        result += Self.mark(0x3D, length, "")
        if !conflict.theirs.isEmpty { result += conflict.theirs + [0x0A] }
        result += Self.mark(0x3E, length, theirs).dropLast()
        isOpen = true
      }
    }
    if isOpen { result.append(0x0A) }
    return (result, starts)
  }

  private static func beginsLine(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } == 0x0A
  }

  /// A line of marks; a name with line breaks would end it.
  private static func mark(_ byte: UInt8, _ length: Int, _ name: String) -> [UInt8] {
    let name = name.utf8.map { $0 < 0x20 ? 0x20 : $0 }
    return [UInt8](repeating: byte, count: max(length, 1)) + (name.isEmpty ? [] : [0x20] + name)
      + [0x0A]
  }
}
