/// A piece of text that a reader takes as one: a word, a citation, a sum with its words, a mark.
struct Token: Sendable {
  // Numbers of 32 bits keep many tokens small; no text that is read is longer.
  private var startOffset: UInt32
  private var endOffset: UInt32
  var traits: Traits

  /// Where its first visible character begins in the source.
  var start: Int { Int(startOffset) }

  /// One past its last visible character.
  var end: Int {
    get { Int(endOffset) }
    set { endOffset = UInt32(clamping: newValue) }
  }

  init(start: Int, end: Int, traits: Traits) {
    startOffset = UInt32(clamping: start)
    endOffset = UInt32(clamping: end)
    self.traits = traits
  }

  /// Takes it to the same passage elsewhere, no further back than the text begins.
  @inline(__always)
  mutating func move(by distance: Int) {
    let step = UInt32(truncatingIfNeeded: distance)
    startOffset &+= step
    endOffset &+= step
  }

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// White space stands before it.
    static let spaced = Traits(rawValue: 1)
    /// White space stands within it.
    static let hollow = Traits(rawValue: 2)
    /// A sentence or an item of a list ends with it.
    static let sentenceEnd = Traits(rawValue: 4)
    /// It holds no letter and no digit.
    static let mark = Traits(rawValue: 8)
    /// A number with its words in brackets.
    static let figure = Traits(rawValue: 16)
  }
}

/// What the bytes of UTF-8 text are to the tokeniser.
enum Glyph {
  /// The number of bytes of the white space at `position`, 0 where there is none.
  @inline(__always)
  static func space(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int {
    let byte = bytes[position]
    if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { return 1 }
    return byte == 0xC2 && position + 1 < end && bytes[position + 1] == 0xA0 ? 2 : 0
  }

  /// Past the white space that starts at `position`.
  @inline(__always)
  static func skipSpace(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int
  ) -> Int {
    var next = position
    while next < end {
      let width = space(bytes, next, end)
      if width == 0 { return next }
      next += width
    }
    return next
  }

  /// The number of bytes of the word character at `position`, 0 where there is none.
  ///
  /// Every character beyond ASCII counts as one, but for spaces and general punctuation; so no
  /// combining mark is ever cut from its letter.
  @inline(__always)
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int {
    let byte = bytes[position]
    if byte < 0x80 { return isAlphanumeric(byte) ? 1 : 0 }
    return isPunctuation(bytes, position, end) ? 0 : width(bytes, position, end)
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  /// The bytes of the character at `position` by its first byte, never past `end`.
  @inline(__always)
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int {
    let byte = bytes[position]
    let expected = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var length = 1
    while length < expected, position + length < end, bytes[position + length] & 0xC0 == 0x80 {
      length += 1
    }
    return length
  }

  /// Whether general punctuation (U+2010–U+2027, U+2030–U+205E), a no-break space or a mark of
  /// Latin-1 (U+00A0–U+00BF but ª, µ and º) starts at `position`.
  private static func isPunctuation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int
  ) -> Bool {
    let byte = bytes[position]
    guard position + 1 < end else { return false }
    let second = bytes[position + 1]
    if byte == 0xC2 { return second != 0xAA && second != 0xB5 && second != 0xBA }
    guard byte == 0xE2, position + 2 < end else { return false }
    let third = bytes[position + 2]
    if second == 0x80 { return (third >= 0x90 && third <= 0xA7) || third >= 0xB0 }
    return second == 0x81 && third <= 0x9E
  }
}
