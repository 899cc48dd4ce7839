import LegalText

/// Numbers for sequences, given in order of first sight: equal sequences get equal numbers.
///
/// Exact: sequences are compared, never only their hashes, so that no edit can hide behind a
/// collision. The hash is seeded by process, the numbers do not depend on it.
struct InternTable<Element: Hashable & BitwiseCopyable>: Sendable where Element: Sendable {
  /// The upper half of a hash over one more than the number that it was given; 0 for none.
  private var slots: [UInt64]
  private var mask: Int
  private var hashes: [UInt64] = []
  private var starts: [Int] = [0]
  private var pool: [Element] = []
  /// By process, so that no text can be made to collide.
  private let seed = SeededHash.seed

  init(minimumCapacity: Int = 256) {
    var size = 256
    while size < minimumCapacity, size < 1 << 26 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  /// How many numbers were given.
  var count: Int { hashes.count }

  /// The number of a sequence, a new one at its first sight.
  mutating func number(of sequence: UnsafeBufferPointer<Element>) -> Int32 {
    let hash = UInt64(SeededHash.hash(UnsafeRawBufferPointer(sequence), seed))
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if (slots[slot] ^ hash) >> 32 == 0 {
        let known = Self.number(slots[slot])
        if gives(known, to: sequence) { return Int32(truncatingIfNeeded: known) }
      }
      slot = (slot + 1) & mask
    }
    let number = Int32(truncatingIfNeeded: hashes.count)
    slots[slot] = Self.entry(hash, hashes.count)
    hashes.append(hash)
    pool.append(contentsOf: sequence)
    starts.append(pool.count)
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  mutating func number(of sequence: [Element]) -> Int32 {
    sequence.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The number of a part of a sequence.
  mutating func number(of sequence: [Element], _ range: Range<Int>) -> Int32 {
    sequence.withUnsafeBufferPointer { number(of: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The sequence with a number that this table gave.
  func sequence(_ number: Int32) -> ArraySlice<Element> {
    pool[starts[Int(number)]..<starts[Int(number) + 1]]
  }

  @inline(__always)
  private static func entry(_ hash: UInt64, _ number: Int) -> UInt64 {
    hash & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: number + 1))
  }

  @inline(__always)
  private static func number(_ entry: UInt64) -> Int { Int(entry & 0xFFFF_FFFF) - 1 }

  /// Whether a number that this table gave is that of a sequence.
  private func gives(_ known: Int, to sequence: UnsafeBufferPointer<Element>) -> Bool {
    let start = starts[known]
    guard starts[known + 1] - start == sequence.count else { return false }
    return pool.withUnsafeBufferPointer { pool in
      RawBytes.isEqual(
        UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: pool[start..<start + sequence.count])),
        UnsafeRawBufferPointer(sequence))
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    mask = size - 1
    slots = [UInt64](repeating: 0, count: size)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Self.entry(hash, number)
    }
  }
}

/// Numbers for tokens by their words: those of one text, or of both of a comparison.
///
/// Canonically equivalent spellings (NFC and NFD) are one token.
struct Vocabulary: Sendable {
  private var table: InternTable<UInt8>
  private var canonical: [String: Int32] = [:]
  /// Longer tokens than this are compared by their bytes alone: no word is so long.
  private static let longestCanonical = 256

  init(minimumCapacity: Int = 4_096) {
    table = InternTable(minimumCapacity: minimumCapacity)
  }

  /// The number of a token with these bytes.
  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    var bits: UInt8 = 0
    for byte in bytes { bits |= byte }
    if bits < 0x80 || bytes.count > Self.longestCanonical { return table.number(of: bytes) }
    let spelling = String(decoding: bytes, as: UTF8.self)
    if let known = canonical[spelling] { return known }
    let number = table.number(of: bytes)
    canonical[spelling] = number
    return number
  }

  mutating func number(of bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBufferPointer { number(of: $0) }
  }

  /// How many tokens are known.
  var count: Int { table.count }

  /// The bytes of a token.
  func bytes(_ number: Int32) -> ArraySlice<UInt8> { table.sequence(number) }
}
