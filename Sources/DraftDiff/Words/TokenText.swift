import LegalText

/// A source with its tokens and their numbers.
struct TokenText: Sendable {
  let source: [UInt8]
  private(set) var tokens: [Token] = []
  /// The number of each token in the vocabulary of its text, later of the comparison.
  private(set) var ids: [Int32] = []

  init(_ source: [UInt8]) {
    self.source = source
    // Words of legal prose and the spaces after them take some seven bytes.
    tokens.reserveCapacity(source.count / 6)
  }

  /// All of a text.
  init(_ source: [UInt8], _ vocabulary: inout Vocabulary) {
    self.source = source
    append([0..<source.count], &vocabulary)
  }

  /// Appends the tokens of ranges that belong together, with their numbers.
  mutating func append(_ ranges: [Range<Int>], _ vocabulary: inout Vocabulary) {
    append(ranges)
    number(&vocabulary)
  }

  /// Appends the tokens of ranges that belong together; white space counts as standing between
  /// the ranges.
  mutating func append(_ ranges: [Range<Int>]) {
    source.withUnsafeBufferPointer { bytes in
      var tokenizer = Tokenizer(bytes)
      let first = tokens.count
      for range in ranges {
        let next = tokens.count
        tokenizer.append(range, spaced: next > first, to: &tokens)
        if next == first, next < tokens.count { tokens[next].traits.remove(.spaced) }
      }
    }
  }

  /// Gives the tokens their numbers.
  mutating func number(_ vocabulary: inout Vocabulary) {
    let known = ids.count
    let count = tokens.count - known
    let more = [Int32](unsafeUninitializedCapacity: count) { numbers, filled in
      source.withUnsafeBufferPointer { bytes in
        var scratch: [UInt8] = []
        // Few tokens are not worth the table.
        let isLong = count > 2_000
        var recent = RecentWords(isLong ? 1 << RecentWords.bits : 0)
        for place in 0..<count {
          let token = tokens[known + place]
          let key = isLong ? RecentWords.key(token, bytes) : RecentWords.Key()
          if let number = recent.number(of: key) {
            numbers[place] = number
          } else {
            let number = Self.number(token, bytes, &scratch, &vocabulary)
            recent.note(key, number)
            numbers[place] = number
          }
        }
      }
      filled = count
    }
    if known == 0 { ids = more } else { ids += more }
  }

  /// Appends the tokens, with their numbers, of a passage that stands in another text too.
  /// - Parameter distance: how far it stands from there.
  mutating func append(_ range: Range<Int>, of other: TokenText, movedBy distance: Int) {
    let first = tokens.count
    tokens.append(contentsOf: other.tokens[range])
    tokens.withUnsafeMutableBufferPointer { tokens in
      for place in first..<tokens.count { tokens[place].move(by: distance) }
    }
    ids += other.ids[range]
  }

  private static func number(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ scratch: inout [UInt8],
    _ vocabulary: inout Vocabulary
  ) -> Int32 {
    guard token.traits.contains(.hollow) else {
      return vocabulary.number(of: UnsafeBufferPointer(rebasing: bytes[token.start..<token.end]))
    }
    scratch.removeAll(keepingCapacity: true)
    appendIdentity(token.start..<token.end, bytes, &scratch)
    return vocabulary.number(of: scratch)
  }

  /// The bytes that make a token what it is: one space between words, none beside a mark.
  static func appendIdentity(
    _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ result: inout [UInt8]
  ) {
    var position = range.lowerBound
    var pending = false
    while position < range.upperBound {
      let width = Glyph.space(bytes, position, range.upperBound)
      if width > 0 {
        pending = true
        position += width
        continue
      }
      if pending, let last = result.last, !isJoint(last), !isJoint(bytes[position]) {
        result.append(0x20)
      }
      pending = false
      result.append(bytes[position])
      position += 1
    }
  }

  /// The token that holds the byte at `position`, among those of `range`.
  func token(at position: Int, in range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && tokens[low].start <= position ? low : nil
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x29 || byte == 0x2F || byte == 0x2D
  }

  /// A token as printed, white space collapsed.
  func text(_ index: Int) -> [UInt8] {
    let token = tokens[index]
    guard token.traits.contains(.hollow) else { return Array(source[token.start..<token.end]) }
    return Self.collapsed(source[token.start..<token.end])
  }

  /// The bytes of a token without white space, nil for one that holds some.
  func solid(_ index: Int) -> ArraySlice<UInt8>? {
    let token = tokens[index]
    return token.traits.contains(.hollow) ? nil : source[token.start..<token.end]
  }

  private static func collapsed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      var result: [UInt8] = []
      var position = 0
      while position < bytes.count {
        let width = Glyph.space(bytes, position, bytes.count)
        if width == 0 {
          result.append(bytes[position])
        } else if result.last != 0x20 {
          result.append(0x20)
        }
        position += max(width, 1)
      }
      return result
    }
  }
}

/// The numbers of words seen lately: a few hundred words are most of any text, and the table of all
/// of them is larger than what a processor has at hand.
private struct RecentWords {
  static let bits = 11

  /// What a token of at most 15 bytes is known by: these bytes and how many they are; zero for
  /// others.
  struct Key: Equatable {
    var first: UInt64 = 0
    /// The bytes after eight, and in the last place how many there are in all.
    var rest: UInt64 = 0
  }

  private var keys: [Key]
  private var numbers: [Int32]

  init(_ count: Int) {
    keys = [Key](repeating: Key(), count: count)
    numbers = [Int32](repeating: 0, count: count)
  }

  @inline(__always)
  static func key(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Key {
    let count = token.end - token.start
    guard count > 0, count < 16, token.start + 16 <= bytes.count, !token.traits.contains(.hollow)
    else { return Key() }
    let first = ByteLanes.load(bytes, token.start)
    let length = UInt64(count) << 56
    guard count >= 8 else {
      return Key(first: first & (1 << (8 * UInt64(count)) - 1), rest: length)
    }
    let rest = ByteLanes.load(bytes, token.start + 8)
    return Key(first: first, rest: rest & (1 << (8 * UInt64(count - 8)) - 1) | length)
  }

  @inline(__always)
  private static func slot(_ key: Key) -> Int {
    let mixed = (key.first ^ key.rest &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }

  @inline(__always)
  func number(of key: Key) -> Int32? {
    guard key.rest != 0 else { return nil }
    let slot = Self.slot(key)
    return keys[slot] == key ? numbers[slot] : nil
  }

  @inline(__always)
  mutating func note(_ key: Key, _ number: Int32) {
    guard key.rest != 0 else { return }
    let slot = Self.slot(key)
    keys[slot] = key
    numbers[slot] = number
  }
}

/// Some tokens of a text, with the keys by which they are compared.
struct TokenSlice {
  let text: TokenText
  let range: Range<Int>
  /// The number of each token of the range, replaced where two different texts count as equal.
  var keys: [Int32]

  init(_ text: TokenText, _ range: Range<Int>) {
    self.text = text
    self.range = range
    keys = Array(text.ids[range])
  }

  init(_ text: TokenText, _ range: Range<Int>, keys: [Int32]) {
    self.text = text
    self.range = range
    self.keys = keys
  }

  var count: Int { range.count }

  func token(_ position: Int) -> Token { text.tokens[range.lowerBound + position] }

  /// Appends a token as printed.
  func append(_ position: Int, to result: inout [UInt8]) {
    let index = range.lowerBound + position
    if let solid = text.solid(index) {
      result.append(contentsOf: solid)
    } else {
      result += text.text(index)
    }
  }

  /// Whether two tokens without white space are printed alike.
  func isPrinted(_ position: Int, as other: TokenSlice, _ place: Int) -> Bool {
    guard let left = text.solid(range.lowerBound + position),
      let right = other.text.solid(other.range.lowerBound + place)
    else { return false }
    return left == right
  }

  func id(_ position: Int) -> Int32 { text.ids[range.lowerBound + position] }
}
