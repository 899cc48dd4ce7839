/// Eight bytes of a text looked at together. An answer has the high bit set of each byte for which
/// it is yes, the first byte lowest.
///
/// Public, since only what is public is inlined in another module.
public enum ByteLanes {
  /// The eight bytes from `position` on, which must all be there.
  @inlinable @inline(__always)
  public static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt64 {
    UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: position, as: UInt64.self))
  }

  /// Which are ASCII letters or digits.
  @inlinable @inline(__always)
  public static func alphanumeric(_ lanes: UInt64) -> UInt64 {
    // Sums of at most 0x7F each stay within their byte.
    let low = lanes & repeating(0x7F)
    let folded = low | repeating(0x20)
    let letters = (folded &+ repeating(0x80 - 0x61)) & ~(folded &+ repeating(0x80 - 0x7B))
    let digits = (low &+ repeating(0x80 - 0x30)) & ~(low &+ repeating(0x80 - 0x3A))
    return (letters | digits) & ~lanes & repeating(0x80)
  }

  /// Which are `byte`.
  @inlinable @inline(__always)
  public static func equal(_ lanes: UInt64, to byte: UInt8) -> UInt64 {
    let other = lanes ^ repeating(byte)
    return ~(((other & repeating(0x7F)) &+ repeating(0x7F)) | other) & repeating(0x80)
  }

  /// Which may be capitals: small letters, digits, spaces and marks of sentences are not.
  @inlinable @inline(__always)
  public static func maybeCapital(_ lanes: UInt64) -> UInt64 {
    // Capitals lack the bit that tells small letters from them.
    ~(lanes << 2) & repeating(0x80)
  }

  /// How many bytes stand before the first yes; eight where there is none.
  @inlinable @inline(__always)
  public static func first(_ answer: UInt64) -> Int { answer.trailingZeroBitCount >> 3 }

  /// A byte eight times.
  @inlinable @inline(__always)
  public static func repeating(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }
}
