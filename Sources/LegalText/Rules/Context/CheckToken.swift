/// A word or number of the text as rules see it.
struct CheckToken {
  struct Flags: OptionSet {
    let rawValue: UInt16
    /// Its first letter is a capital.
    static let capital = Flags(rawValue: 1)
    /// All its letters are capitals, and there are two or more.
    static let allCaps = Flags(rawValue: 2)
    /// It begins with a digit.
    static let number = Flags(rawValue: 4)
    /// A sentence, item or quotation begins with it.
    static let sentenceStart = Flags(rawValue: 8)
    /// A hyphen or slash joins it to the word before.
    static let joined = Flags(rawValue: 16)
    /// A punctuation mark stands between it and the word before.
    static let broken = Flags(rawValue: 32)
    /// An opening bracket stands right before it.
    static let bracketed = Flags(rawValue: 64)
    /// An opening quotation mark stands right before it.
    static let quoted = Flags(rawValue: 128)
    /// It stands in the title of a chapter, part or subpart.
    static let heading = Flags(rawValue: 256)
  }

  // Few bits keep many words small; no text that is read is longer than 32 count.
  private let startOffset: UInt32
  private let length: UInt16
  var flags: Flags
  /// Of its letters in lower case (`WordHash`).
  let hash: UInt64

  /// The longest word: what is longer counts as several.
  static let longest = Int(UInt16.max)

  init(start: Int, end: Int, hash: UInt64, flags: Flags) {
    startOffset = UInt32(clamping: start)
    length = UInt16(clamping: end - start)
    self.hash = hash
    self.flags = flags
  }

  var start: Int { Int(startOffset) }
  var end: Int { start + Int(length) }
  var range: Range<Int> { start..<end }
}

/// Hashes of words without regard to case (FNV-1a), so that phrases compare as numbers.
enum WordHash {
  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(SourceText.folded(byte))) &* 0x100_0000_01B3
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = basis
    for byte in bytes { hash = adding(byte, to: hash) }
    return hash
  }

  static func of(_ word: String) -> UInt64 { of(word.utf8) }

  /// The hashes of the words of a phrase.
  static func words(_ phrase: String) -> [UInt64] {
    let bytes = Array(phrase.utf8)
    return CheckTokenizer.tokens(in: 0..<bytes.count, of: bytes, isStart: true).map(\.hash)
  }
}

/// Splits text into words and numbers.
enum CheckTokenizer {
  static func tokens(
    in range: Range<Int>, of bytes: [UInt8], isStart: Bool
  ) -> [CheckToken] {
    var result: [CheckToken] = []
    append(range, of: bytes, isStart: isStart, flags: [], to: &result)
    return result
  }

  /// Adds the tokens of a range; `isStart` says whether a sentence begins with it.
  static func append(
    _ range: Range<Int>, of bytes: [UInt8], isStart: Bool, flags base: CheckToken.Flags,
    to tokens: inout [CheckToken]
  ) {
    var position = max(range.lowerBound, 0)
    let limit = min(range.upperBound, bytes.count)
    var pending: CheckToken.Flags = isStart ? [.sentenceStart] : []
    var gapIsOneMark = false
    while position < limit {
      let byte = bytes[position]
      if SourceText.isAlphanumeric(byte) || isLetterByte(bytes, position, limit) {
        var token = word(at: position, limit, bytes)
        token.flags.formUnion(pending)
        token.flags.formUnion(base)
        if gapIsOneMark { token.flags.insert(.joined) }
        tokens.append(token)
        position = token.end
        pending = []
        gapIsOneMark = false
        continue
      }
      let length = markLength(bytes, position, limit)
      gapIsOneMark = false
      switch byte {
      case 0x2D, 0x2F:
        let isAfterWord = tokens.last?.end == position
        gapIsOneMark = isAfterWord
        if !isAfterWord { pending.insert(.broken) }
      case 0x2E, 0x3A, 0x3B, 0x3F, 0x21: pending.formUnion([.broken, .sentenceStart])
      case 0x28: pending.formUnion([.broken, .bracketed])
      case 0x22: pending.formUnion([.broken, .quoted])
      case 0x27 where position + 1 < limit && bytes[position + 1] == 0x27:
        pending.formUnion([.broken, .quoted])
      case 0x2C, 0x29, 0x5B, 0x5D: pending.insert(.broken)
      case 0xE2 where length == 3 && position + 2 < limit:
        let last = bytes[position + 2]
        // Two single ones are typed for a double one.
        let isPaired =
          (last == 0x98 || last == 0x99) && position + 4 < limit
          && bytes[position + 3] == 0xE2 && bytes[position + 4] == 0x80
        if bytes[position + 1] == 0x80, last == 0x9C || last == 0x9D || isPaired {
          pending.formUnion([.broken, .quoted])
        } else if bytes[position + 1] == 0x80, last == 0x93 || last == 0x90 || last == 0x91 {
          gapIsOneMark = tokens.last?.end == position
        } else {
          pending.insert(.broken)
        }
      default: break
      }
      position += length
    }
  }

  /// Letters beyond ASCII; typographic marks and spaces are none.
  @inline(__always)
  private static func isLetterByte(_ bytes: [UInt8], _ position: Int, _ limit: Int) -> Bool {
    let byte = bytes[position]
    return byte >= 0xC3 && byte != 0xE2 && byte != 0xEF
  }

  private static func markLength(_ bytes: [UInt8], _ position: Int, _ limit: Int) -> Int {
    var length = 1
    guard bytes[position] >= 0x80 else { return 1 }
    while position + length < limit, bytes[position + length] & 0xC0 == 0x80, length < 4 {
      length += 1
    }
    return length
  }

  private static func word(at start: Int, _ limit: Int, _ bytes: [UInt8]) -> CheckToken {
    var flags: CheckToken.Flags = []
    var position = start
    var hash = WordHash.basis
    let first = bytes[start]
    if SourceText.isUpper(first) { flags.insert(.capital) }
    let isNumber = SourceText.isDigit(first)
    if isNumber { flags.insert(.number) }
    var capitals = 0
    var letters = 0
    let limit = min(limit, start + CheckToken.longest)
    while position < limit {
      let byte = bytes[position]
      if SourceText.isAlphanumeric(byte) || byte >= 0x80 && isInner(bytes, position) {
        // "Rp500" is a word and a number.
        if !isNumber, position == start + 2, SourceText.isDigit(byte),
          SourceText.folded(first) == 0x72, SourceText.folded(bytes[start + 1]) == 0x70
        {
          break
        }
        if SourceText.isUpper(byte) { capitals += 1 }
        if SourceText.isLetter(byte) { letters += 1 }
      } else if isNumber, byte == 0x2E || byte == 0x2C, position + 1 < limit,
        SourceText.isDigit(bytes[position + 1])
      {
        // 10.000.000,00
      } else {
        break
      }
      hash = WordHash.adding(byte, to: hash)
      position += 1
    }
    if capitals >= 2, capitals == letters { flags.insert(.allCaps) }
    return CheckToken(start: start, end: max(position, start + 1), hash: hash, flags: flags)
  }

  @inline(__always)
  private static func isInner(_ bytes: [UInt8], _ position: Int) -> Bool {
    let byte = bytes[position]
    return byte < 0xC0 ? true : byte >= 0xC3 && byte != 0xE2 && byte != 0xEF
  }
}
