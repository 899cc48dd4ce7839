/// Legal prose read byte by byte up to a limit: words without regard to case, white space that may
/// be a wrapped line, and page furniture that may stand in the middle of a citation.
struct ReferenceText {
  let bytes: [UInt8]
  /// The end of the text that may be read.
  let limit: Int

  init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = min(max(limit, 0), bytes.count)
  }

  /// The byte at a position, zero outside the text.
  @inline(__always)
  func byte(_ position: Int) -> UInt8 {
    position >= 0 && position < limit ? bytes[position] : 0
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  /// The first place from `start` on where the first three letters of a word may open a citation
  /// (see `levelWord`): most of a text is passed over here.
  func nextLevelStart(from start: Int) -> Int? {
    let isInside = start > 0 && start <= limit && Self.isWord(bytes[start - 1])
    return nextWord(from: start, to: limit, isInside: isInside, where: Self.mayOpenLevel)
  }

  @inline(__always)
  private static func mayOpenLevel(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + 2 < bytes.count else { return false }
    // A bit for each letter, small or not; digits are taken for letters here.
    let firsts: UInt32 = 1 << 0x10 | 1 << 0x01 | 1 << 0x08 | 1 << 0x13 | 1 << 0x02  // p a h s b
    let seconds: UInt32 = 1 << 0x01 | 1 << 0x19 | 1 << 0x0E | 1 << 0x15  // a y n u
    let thirds: UInt32 = 1 << 0x13 | 1 << 0x12 | 1 << 0x01 | 1 << 0x07 | 1 << 0x02  // s r a g b
    return firsts >> UInt32(bytes[start] & 0x1F) & seconds >> UInt32(bytes[start + 1] & 0x1F)
      & thirds >> UInt32(bytes[start + 2] & 0x1F) & 1 != 0
  }

  /// The first place of `start..<end` where a word begins that may be wanted.
  /// - Parameter isInside: whether the byte before `start` counts as one of a word.
  @inline(__always)
  func nextWord(
    from start: Int, to end: Int, isInside: Bool,
    where isWanted: (UnsafeBufferPointer<UInt8>, Int) -> Bool
  ) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(end, limit)
      var isInside = isInside
      var position = max(start, 0)
      while position + 8 <= end {
        let words = ByteLanes.alphanumeric(ByteLanes.load(bytes, position))
        var starts = words & ~(words << 8 | (isInside ? 0x80 : 0))
        while starts != 0 {
          let place = position + ByteLanes.first(starts)
          if isWanted(bytes, place) { return place }
          starts &= starts &- 1
        }
        isInside = words >> 63 != 0
        position += 8
      }
      while position < end {
        let isWord = Self.isWord(bytes[position])
        if isWord, !isInside, isWanted(bytes, position) { return position }
        isInside = isWord
        position += 1
      }
      return nil
    }
  }

  /// The position after white space: line breaks, no-break spaces and the marks that text
  /// recognition and flattening leave between words (`^`, `_`) included.
  func spaceEnd(_ start: Int) -> Int {
    var position = start
    while position < limit {
      let width = spaceWidth(position)
      if width == 0 { break }
      position += width
    }
    return position
  }

  private func spaceWidth(_ position: Int) -> Int {
    let byte = bytes[position]
    if Whitespace.isSpace(byte) || byte == 0x5E || byte == 0x5F { return 1 }
    if byte == 0xC2, self.byte(position + 1) == 0xA0 { return 2 }
    if byte == 0xE2, self.byte(position + 1) == 0x80 {
      let last = self.byte(position + 2)
      if last >= 0x80 && last <= 0x8B || last == 0xAF { return 3 }
    }
    return 0
  }

  /// The end of the run of ASCII letters and digits at `start`.
  func wordEnd(_ start: Int) -> Int {
    var position = start
    while position < limit, Self.isWord(bytes[position]) { position += 1 }
    return position
  }

  /// The end of `word` (lower case) at `start` as a whole word, in any case; nil when it is not
  /// there.
  @inline(__always)
  func end(of word: StaticString, at start: Int) -> Int? {
    guard let end = prefixEnd(of: word, at: start), !Self.isWord(byte(end)) else { return nil }
    return end
  }

  /// The end of `word` (lower case) at `start`, whatever follows.
  @inline(__always)
  func prefixEnd(of word: StaticString, at start: Int) -> Int? {
    word.withUTF8Buffer { letters in
      guard start >= 0, start <= limit, letters.count <= limit - start else { return nil }
      for offset in letters.indices {
        let byte = bytes[start + offset]
        let lower = Self.isUpper(byte) ? byte | 0x20 : byte
        if lower != letters[offset] { return nil }
      }
      return start + letters.count
    }
  }

  /// The end of the first of `list` that stands whole at `start`.
  func end(ofAny list: WordList, at start: Int) -> Int? {
    let first = byte(start) | 0x20
    guard list.mayBegin(with: first) else { return nil }
    for word in list.words where word.withUTF8Buffer({ $0.first == first }) {
      if let end = end(of: word, at: start) { return end }
    }
    return nil
  }

  /// What `read` finds after the white space that follows `position`, or, when it finds nothing
  /// there, after the page furniture that follows.
  func following<Result>(_ position: Int, _ read: (Int) -> Result?) -> Result? {
    let plain = spaceEnd(position)
    if let result = read(plain) { return result }
    guard let beyond = furnitureEnd(plain, after: position) else { return nil }
    return read(beyond)
  }

  /// As `following`, but what stands after page furniture comes first: a number alone on its line
  /// that another number follows is the page's.
  func beyondFurniture<Result>(_ position: Int, _ read: (Int) -> Result?) -> Result? {
    let plain = spaceEnd(position)
    if let beyond = furnitureEnd(plain, after: position), let result = read(beyond) {
      return result
    }
    return read(plain)
  }

  /// The first visible byte before `position`, not before `start`.
  func visible(before position: Int, notBefore start: Int) -> UInt8? {
    var index = min(position, limit) - 1
    while index >= max(start, 0) {
      let byte = bytes[index]
      let isBlank =
        Whitespace.isSpace(byte) || byte == 0x5F || byte == 0x5E
        || (byte == 0xA0 && index > 0 && bytes[index - 1] == 0xC2)
        || (byte == 0xC2 && self.byte(index + 1) == 0xA0)
      if !isBlank { return byte }
      index -= 1
    }
    return nil
  }

  /// Whether `word` (lower case), with at most a stop or a Roman numeral after it, is what stands
  /// before `position`.
  func word(_ word: StaticString, endsBefore position: Int, notBefore start: Int) -> Bool {
    var end = min(position, limit)
    func skip(_ isSkipped: (UInt8) -> Bool) {
      while end > max(start, 0), isSkipped(bytes[end - 1]) { end -= 1 }
    }
    skip { Whitespace.isSpace($0) || $0 == 0x2E }
    let after = end
    skip { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
    if end < after { skip(Whitespace.isSpace) }
    let length = word.utf8CodeUnitCount
    guard end - length >= max(start, 0), self.end(of: word, at: end - length) != nil else {
      return false
    }
    return end == length || !Self.isWord(byte(end - length - 1))
  }

  /// Whether only white space stands between `position` and the line break before it.
  func beginsLine(_ position: Int) -> Bool {
    var index = position - 1
    while index >= 0, index < limit {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0C { return true }
      if byte != 0x20 && byte != 0x09 && byte != 0x0D { return false }
      index -= 1
    }
    return true
  }
}

// Page furniture: lines that belong to the page and not to the sentence that runs over it.
extension ReferenceText {
  /// The first visible byte after the lines of furniture that begin at `start`; nil when `start`
  /// does not begin such a line or stands on the line of `previous`.
  private func furnitureEnd(_ start: Int, after previous: Int) -> Int? {
    guard start > previous, beginsLine(start) else { return nil }
    var position = start
    // A page break holds a footer, a header, and at most a few lines more.
    for _ in 0..<6 {
      guard let end = furnitureLineEnd(position) else { break }
      position = spaceEnd(end)
    }
    return position > start ? position : nil
  }

  private func furnitureLineEnd(_ start: Int) -> Int? {
    var end = start
    while end < limit, bytes[end] != 0x0A, bytes[end] != 0x0C {
      end += 1
      if end - start > 200 { return nil }
    }
    if isPageNumber(start..<end) { return end }
    for mark: StaticString in ["presiden", "republik indonesia", "sk no", "bupati", "gubernur"] {
      guard let next = self.end(of: mark, at: start) else { continue }
      let rest = spaceEnd(next)
      if rest >= end || mark.utf8CodeUnitCount == 5 && end - rest < 16 { return end }
    }
    return nil
  }

  /// `28`, `- 28 -`, `-28-`, with nothing else on the line.
  private func isPageNumber(_ line: Range<Int>) -> Bool {
    var digits = 0
    for position in line {
      let byte = bytes[position]
      if Self.isDigit(byte) {
        digits += 1
      } else if byte != 0x20 && byte != 0x2D && byte != 0x0D && byte != 0x09 {
        return false
      }
    }
    return digits > 0 && digits < 5
  }
}

/// Words to look for, in small letters.
struct WordList: Sendable, ExpressibleByArrayLiteral {
  let words: [StaticString]
  /// A bit for each first letter: most words of a text begin with others.
  private let initials: UInt32

  init(arrayLiteral words: StaticString...) {
    self.words = words
    initials = words.reduce(0) { $0 | Self.bit($1.withUTF8Buffer { $0.first ?? 0 }) }
  }

  @inline(__always)
  func mayBegin(with letter: UInt8) -> Bool { initials & Self.bit(letter) != 0 }

  @inline(__always)
  private static func bit(_ letter: UInt8) -> UInt32 {
    letter &- 0x61 < 26 ? 1 << UInt32(letter &- 0x61) : 0
  }
}
