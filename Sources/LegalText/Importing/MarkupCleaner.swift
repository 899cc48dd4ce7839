/// Takes the signs of Markdown out of a text and puts back the line breaks that it lost.
struct MarkupCleaner {
  private let bytes: [UInt8]
  private var result: NumberedText
  private var line: [UInt8] = []
  private var count = 0

  /// Cleans a text that is Markdown; adds the number of signs to `notes`.
  static func clean(_ text: NumberedText, _ notes: inout [ImportNote]) -> NumberedText {
    var cleaner = MarkupCleaner(bytes: text.bytes)
    text.forEachLine { range, number in cleaner.read(range, number) }
    if cleaner.count > 0 { notes.append(.markup(count: cleaner.count)) }
    return cleaner.result
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    result = NumberedText()
    result.reserve(bytes.count)
  }

  /// Whether a heading sign, bold signs or a lost break stand anywhere.
  static func isMarkdown(_ bytes: [UInt8]) -> Bool {
    var atLineStart = true
    for position in bytes.indices.dropLast(2) {
      switch bytes[position] {
      case 0x23 where atLineStart:
        var end = position
        while end < bytes.count, bytes[end] == 0x23 { end += 1 }
        if end - position <= 6, end < bytes.count, bytes[end] == 0x20 { return true }
      case 0x2A where bytes[position + 1] == 0x2A && bytes[position + 2] > 0x2A: return true
      case 0x5F where bytes[position + 1] == 0x5F && bytes[position + 2] == 0x20:
        if position > 0, bytes[position - 1] == 0x20 { return true }
      default: break
      }
      atLineStart = bytes[position] == 0x0A
    }
    return false
  }

  private mutating func read(_ range: Range<Int>, _ number: Int) {
    line.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound, bytes[position] == 0x23 { position += 1 }
    let signs = position - range.lowerBound
    if signs > 0, signs <= 6, position == range.upperBound || bytes[position] == 0x20 {
      count += 1
      while position < range.upperBound, bytes[position] == 0x20 { position += 1 }
    } else if isFence(range) {
      count += 1
      position = range.upperBound
    } else {
      position = range.lowerBound
    }
    while position < range.upperBound {
      position = readSign(position, range, number) ?? readCharacters(position, range.upperBound)
    }
    result.append(line, number: number)
  }

  /// Whether a line begins or ends text that a converter set apart: three backquotes.
  private func isFence(_ range: Range<Int>) -> Bool {
    range.count >= 3 && range.count <= 12 && bytes[range].starts(with: [0x60, 0x60, 0x60])
  }

  /// Reads the characters up to the next sign.
  private mutating func readCharacters(_ position: Int, _ end: Int) -> Int {
    var next = position + 1
    while next < end, bytes[next] != 0x5C, bytes[next] != 0x2A, bytes[next] != 0x5F { next += 1 }
    line.append(contentsOf: bytes[position..<next])
    return next
  }

  /// Reads the sign at `position`, if one stands there; the position after it.
  private mutating func readSign(_ position: Int, _ range: Range<Int>, _ number: Int) -> Int? {
    switch bytes[position] {
    case 0x5C:
      let next = position + 1
      guard next < range.upperBound, Self.isEscaped(bytes[next]) else { return nil }
      count += 1
      line.append(bytes[next])
      return next + 1
    case 0x2A:
      return readRun(position, range)
    case 0x5F:
      let isLostBreak =
        isRun(position, range) == 2 && isGap(position - 1, range) && isGap(position + 2, range)
      guard isLostBreak else { return readRun(position, range) }
      count += 1
      result.append(line, number: number)
      line.removeAll(keepingCapacity: true)
      return position + 2
    default:
      return nil
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23, 0x28, 0x29, 0x2A, 0x2B, 0x2D, 0x2E, 0x3E, 0x5B, 0x5D, 0x5F, 0x60, 0x7C: true
    default: false
    }
  }

  private func isRun(_ position: Int, _ range: Range<Int>) -> Int {
    var end = position
    while end < range.upperBound, bytes[end] == bytes[position] { end += 1 }
    return end - position
  }

  private func isGap(_ position: Int, _ range: Range<Int>) -> Bool {
    !range.contains(position) || bytes[position] == 0x20
  }

  /// Signs of emphasis stand at the edge of a word: one to three of them, no more.
  private mutating func readRun(_ position: Int, _ range: Range<Int>) -> Int? {
    let length = isRun(position, range)
    let after = position + length
    guard length <= 3 else {
      line.append(contentsOf: bytes[position..<after])
      return after
    }
    let opens = !isWord(position - 1, range) && isVisible(after, range)
    let closes = isVisible(position - 1, range) && !isWord(after, range)
    guard opens || closes || (bytes[position] == 0x2A && length == 2) else { return nil }
    count += 1
    return after
  }

  private func isVisible(_ position: Int, _ range: Range<Int>) -> Bool {
    range.contains(position) && bytes[position] > 0x20
  }

  private func isWord(_ position: Int, _ range: Range<Int>) -> Bool {
    range.contains(position)
      && (SourceText.isAlphanumeric(bytes[position]) || bytes[position] >= 0x80)
  }
}
