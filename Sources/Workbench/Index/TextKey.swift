import GRDB
import LegalText

/// The same for texts that differ only in case and white space.
struct TextKey: Hashable, Sendable {
  let high: UInt64
  /// Half as long: of a million keys each byte counts.
  let low: UInt32

  /// That of no words.
  static let none = TextKey(high: 0, low: 0)
}

/// Makes the keys of texts: hashes under a secret of the index, so that nobody can make up texts of
/// one key (SipHash-1-3 of 128 bits; Aumasson and Bernstein, "SipHash: a fast short-input PRF").
struct TextHasher: Sendable {
  private let secret: (UInt64, UInt64)

  init(_ first: UInt64, _ second: UInt64) { secret = (first, second) }

  /// With a new secret, which it writes down.
  static func made(in database: Database) throws -> TextHasher {
    var random = SystemRandomNumberGenerator()
    let secret = (random.next(), random.next())
    for (name, part) in [("secret", secret.0), ("secret.2", secret.1)] {
      try database.execute(
        sql: "INSERT OR REPLACE INTO counter (name, value) VALUES (?, ?)",
        arguments: [name, Int64(bitPattern: part)])
    }
    return TextHasher(secret.0, secret.1)
  }

  /// That of the tables.
  static func stored(in database: Database) throws -> TextHasher {
    func part(_ name: String) throws -> UInt64 {
      UInt64(
        bitPattern: try Int64.fetchOne(
          database.cachedStatement(sql: "SELECT value FROM counter WHERE name = ?"),
          arguments: [name]) ?? 0)
    }
    return TextHasher(try part("secret"), try part("secret.2"))
  }

  func key(of text: String) -> TextKey {
    Self.folded(text).withUnsafeBytes { hash($0) }
  }

  /// Runs of white space as one space, none at the ends, in lower case.
  private static func folded(_ text: String) -> [UInt8] {
    var text = text
    if let plain = text.withUTF8({ folded($0) }) { return plain }
    return Array(Whitespace.collapsed(text).lowercased().utf8)
  }

  /// The same of ASCII; nil for anything else.
  private static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var isPlain = true
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { result, count in
      var length = 0
      for byte in bytes {
        if byte >= 0x80 {
          isPlain = false
          break
        }
        if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
          guard length > 0, result[length - 1] != 0x20 else { continue }
          result[length] = 0x20
        } else {
          result[length] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        }
        length += 1
      }
      if length > 0, result[length - 1] == 0x20 { length -= 1 }
      count = length
    }
    return isPlain ? result : nil
  }

  private func hash(_ bytes: UnsafeRawBufferPointer) -> TextKey {
    var state = SipState(secret)
    var position = 0
    while position + 8 <= bytes.count {
      state.take(
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    for (place, byte) in bytes[position...].enumerated() { last |= UInt64(byte) << (8 * place) }
    state.take(last)
    return state.end()
  }
}

private struct SipState {
  private var words: (UInt64, UInt64, UInt64, UInt64)

  init(_ secret: (UInt64, UInt64)) {
    words = (
      secret.0 ^ 0x736F_6D65_7073_6575, secret.1 ^ 0x646F_7261_6E64_6F6D ^ 0xEE,
      secret.0 ^ 0x6C79_6765_6E65_7261, secret.1 ^ 0x7465_6462_7974_6573
    )
  }

  @inline(__always)
  private mutating func mix() {
    words.0 &+= words.1
    words.1 = Self.turned(words.1, 13) ^ words.0
    words.0 = Self.turned(words.0, 32)
    words.2 &+= words.3
    words.3 = Self.turned(words.3, 16) ^ words.2
    words.0 &+= words.3
    words.3 = Self.turned(words.3, 21) ^ words.0
    words.2 &+= words.1
    words.1 = Self.turned(words.1, 17) ^ words.2
    words.2 = Self.turned(words.2, 32)
  }

  @inline(__always)
  private static func turned(_ word: UInt64, _ count: UInt64) -> UInt64 {
    word << count | word >> (64 - count)
  }

  @inline(__always)
  mutating func take(_ word: UInt64) {
    words.3 ^= word
    mix()
    words.0 ^= word
  }

  mutating func end() -> TextKey {
    words.2 ^= 0xEE
    for _ in 0..<3 { mix() }
    let high = words.0 ^ words.1 ^ words.2 ^ words.3
    words.1 ^= 0xDD
    for _ in 0..<3 { mix() }
    return TextKey(
      high: high, low: UInt32(truncatingIfNeeded: words.0 ^ words.1 ^ words.2 ^ words.3))
  }
}
