/// Bytes side by side. Public, since only what is public is inlined in another module.
public enum RawBytes {
  /// Whether two stretches of the same length hold the same bytes.
  @inlinable @inline(__always)
  public static func isEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer)
    -> Bool
  {
    var position = 0
    while position + 8 <= left.count {
      if left.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        != right.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      {
        return false
      }
      position += 8
    }
    while position < left.count {
      if left[position] != right[position] { return false }
      position += 1
    }
    return true
  }

  /// Whether a stretch of one list is a stretch of another, byte for byte.
  @inlinable @inline(__always)
  public static func isEqual<Element: BitwiseCopyable>(
    _ list: [Element], _ range: Range<Int>, _ other: [Element], _ place: Range<Int>
  ) -> Bool {
    guard range.count == place.count else { return false }
    return list.withUnsafeBufferPointer { left in
      other.withUnsafeBufferPointer { right in
        isEqual(
          UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: left[range])),
          UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: right[place])))
      }
    }
  }
}
