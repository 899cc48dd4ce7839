/// Numbers for sequences, given in order of first sight: equal sequences get equal numbers.
///
/// Exact: sequences are compared, never only their hashes, so that no edit can hide behind a
/// collision. The hash is seeded by process, the numbers do not depend on it.
struct InternTable<Element: Hashable & BitwiseCopyable> {
  private var slots: [Int32]
  private var mask: Int
  private var hashes: [Int] = []
  private var starts: [Int] = [0]
  private var pool: [Element] = []
  /// By process, so that no text can be made to collide.
  private let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  init(minimumCapacity: Int = 256) {
    var size = 256
    while size < minimumCapacity, size < 1 << 26 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// How many numbers were given.
  var count: Int { hashes.count }

  /// The number of a sequence, a new one at its first sight.
  mutating func number(of sequence: UnsafeBufferPointer<Element>) -> Int32 {
    let hash = Self.hash(UnsafeRawBufferPointer(sequence), seed)
    var slot = hash & mask
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if hashes[known] == hash, isEqual(known, sequence) { return Int32(known) }
      slot = (slot + 1) & mask
    }
    let number = Int32(truncatingIfNeeded: hashes.count)
    slots[slot] = number
    hashes.append(hash)
    pool.append(contentsOf: sequence)
    starts.append(pool.count)
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  mutating func number(of sequence: [Element]) -> Int32 {
    sequence.withUnsafeBufferPointer { number(of: $0) }
  }

  /// The sequence with a number that this table gave.
  func sequence(_ number: Int32) -> ArraySlice<Element> {
    pool[starts[Int(number)]..<starts[Int(number) + 1]]
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> Int {
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var position = 0
    while position + 8 <= bytes.count {
      state = mixed(state, bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      position += 8
    }
    let rest = tail(bytes, position)
    return Int(truncatingIfNeeded: mixed(mixed(state, rest), seed) & 0x7FFF_FFFF_FFFF_FFFF)
  }

  /// What is left of less than eight bytes; those before it may be read again.
  @inline(__always)
  private static func tail(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
    let left = bytes.count - position
    if left == 0 { return 0 }
    if left >= 4 {
      let first = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    let first = UInt64(bytes[position]) << 16
    let middle = UInt64(bytes[position + left / 2]) << 8
    return first | middle | UInt64(bytes[bytes.count - 1])
  }

  @inline(__always)
  private static func mixed(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  private func isEqual(_ known: Int, _ sequence: UnsafeBufferPointer<Element>) -> Bool {
    let start = starts[known]
    guard starts[known + 1] - start == sequence.count else { return false }
    return pool.withUnsafeBufferPointer { pool in
      for index in 0..<sequence.count where pool[start + index] != sequence[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    let size = slots.count * 2
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}

/// Numbers for tokens by their words, shared by the two texts of a comparison.
///
/// Canonically equivalent spellings (NFC and NFD) are one token.
struct Vocabulary {
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
