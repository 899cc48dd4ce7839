/// The bytes of a text with the small questions that reading marks asks of them.
///
/// Every position may be asked for: outside the text there are only zero bytes.
struct SourceText {
  let bytes: [UInt8]

  @inline(__always)
  subscript(_ position: Int) -> UInt8 {
    position >= 0 && position < bytes.count ? bytes[position] : 0
  }

  var count: Int { bytes.count }

  /// The length of the white space at `position`: 1, 2 for a no-break space, 3 for a byte-order
  /// mark or a zero-width space, 0 where a visible character stands.
  @inline(__always)
  func spaceLength(at position: Int) -> Int {
    let byte = self[position]
    if byte > 0x20 && byte < 0x80 { return 0 }
    if Whitespace.isSpace(byte) { return 1 }
    if byte == 0xC2 { return self[position + 1] == 0xA0 ? 2 : 0 }
    if byte == 0xEF { return self[position + 1] == 0xBB && self[position + 2] == 0xBF ? 3 : 0 }
    return 0
  }

  /// The first visible position at or after `position`, at most `limit`.
  @inline(__always)
  func skippingSpaces(from position: Int, to limit: Int) -> Int {
    var next = position
    while next < limit {
      let length = spaceLength(at: next)
      if length == 0 { break }
      next += length
    }
    return min(next, limit)
  }

  /// The position of the line feed or form feed at or after `start`, or the end of the text.
  func lineEnd(from start: Int) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var position = start
      while position + 8 <= bytes.count {
        // The first byte below 0x10, as both feeds are.
        let lanes = ByteLanes.load(bytes, position)
        let control = (lanes &- ByteLanes.repeating(0x10)) & ~lanes & ByteLanes.repeating(0x80)
        position += ByteLanes.first(control)
        guard control != 0 else { continue }
        if bytes[position] == 0x0A || bytes[position] == 0x0C { return position }
        position += 1
      }
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0C {
        position += 1
      }
      return position
    }
  }

  /// One past the line at `start`, looked for in `reach` bytes: a flattened text is one line.
  func lineEnd(from start: Int, within reach: Int) -> Int {
    let limit = min(start + reach, bytes.count)
    guard start < limit else { return start }
    return bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0C } ?? limit
  }

  /// The first place of `start..<end` with a capital, or with an opening bracket where these are
  /// wanted too, or `end`. It may also be a control character or one beyond ASCII.
  @inline(__always)
  func nextCapital(from start: Int, to end: Int, orBracket: Bool = false) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(end, bytes.count)
      var position = start
      while position + 8 <= end {
        let lanes = ByteLanes.load(bytes, position)
        var found = ByteLanes.maybeCapital(lanes)
        if orBracket { found |= ByteLanes.equal(lanes, to: 0x28) }
        position += ByteLanes.first(found)
        if found != 0 { return position }
      }
      while position < end, bytes[position] & 0x20 != 0, !orBracket || bytes[position] != 0x28 {
        position += 1
      }
      return position
    }
  }

  /// How many dots end `range`, spaces between them allowed, and where the text before them ends.
  func trailingDots(_ range: Range<Int>) -> (count: Int, end: Int) {
    var end = range.upperBound
    var dots = 0
    while end > range.lowerBound {
      if self[end - 1] == 0x2E {
        dots += 1
        end -= 1
      } else if end - 3 >= range.lowerBound, self[end - 1] == 0xA6, self[end - 2] == 0x80,
        self[end - 3] == 0xE2
      {
        dots += 3
        end -= 3
      } else if self[end - 1] == 0x20 {
        end -= 1
      } else {
        break
      }
    }
    return (dots, end)
  }

  /// One past the last visible character of `lower..<upper`, or `lower`.
  func trimmingEnd(from lower: Int, to upper: Int) -> Int {
    var end = min(upper, bytes.count)
    while end > lower {
      if Whitespace.isSpace(bytes[end - 1]) {
        end -= 1
      } else if bytes[end - 1] == 0xA0, self[end - 2] == 0xC2, end - 2 >= lower {
        end -= 2
      } else {
        break
      }
    }
    return max(end, lower)
  }

  /// Whether the ASCII `word` stands at `position`, in any case; the position after it.
  @inline(__always)
  func match(_ word: StaticString, at position: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    guard position >= 0, position &+ length <= bytes.count else { return nil }
    return word.withUTF8Buffer { letters in
      for index in 0..<length where Self.folded(bytes[position + index]) != letters[index] {
        return nil
      }
      return position + length
    }
  }

  /// Whether the words stand at `position`, in any case, with any white space between them.
  func matchWords(_ words: StaticString, at position: Int) -> Bool {
    words.withUTF8Buffer { letters in
      var next = position
      for letter in letters {
        if letter == 0x20 {
          let after = skippingSpaces(from: next, to: min(next + 80, count))
          if after == next { return false }
          next = after
        } else {
          guard Self.folded(self[next]) == letter else { return false }
          next += 1
        }
      }
      return true
    }
  }

  /// Like `match`, with spaces allowed between the letters (`BA B`, `M E M U T U S K A N`).
  func matchSpaced(_ word: StaticString, at position: Int) -> Int? {
    guard position >= 0, position < bytes.count else { return nil }
    return word.withUTF8Buffer { letters in
      var next = position
      for (index, letter) in letters.enumerated() {
        if index > 0 {
          var spaces = 0
          while self[next] == 0x20, spaces < 3 {
            next += 1
            spaces += 1
          }
        }
        guard Self.folded(self[next]) == letter else { return nil }
        next += 1
      }
      return next
    }
  }

  /// Whether no letter or digit stands at `position`.
  @inline(__always)
  func isWordEnd(_ position: Int) -> Bool {
    !Self.isAlphanumeric(self[position])
  }

  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  @inline(__always)
  static func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// The length of an opening or closing quotation mark at `position`, else 0.
  @inline(__always)
  func quoteLength(at position: Int) -> Int {
    switch self[position] {
    case 0x22, 0x27, 0x60: return 1
    case 0xE2:
      let third = self[position + 2]
      return self[position + 1] == 0x80 && third >= 0x98 && third <= 0x9F ? 3 : 0
    case 0xC2:
      return self[position + 1] == 0xAB || self[position + 1] == 0xBB ? 2 : 0
    default: return 0
    }
  }
}
