/// A quick hash of bytes for tables that live as long as the process.
///
/// Its seed is the process's, so that no text can be made to collide; no result may depend on it.
/// Public, since only what is public is inlined in another module.
public enum SeededHash {
  /// The seed of this process.
  public static let seed = UInt64(truncatingIfNeeded: Hasher().finalize())

  /// The hash of some bytes, at least 0.
  @inlinable @inline(__always)
  public static func hash(_ bytes: UnsafeRawBufferPointer, _ seed: UInt64) -> Int {
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
  @inlinable @inline(__always)
  public static func tail(_ bytes: UnsafeRawBufferPointer, _ position: Int) -> UInt64 {
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

  /// The hash of what came before and eight bytes more.
  @inlinable @inline(__always)
  public static func mixed(_ state: UInt64, _ value: UInt64) -> UInt64 {
    let product = (state ^ value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
      by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
