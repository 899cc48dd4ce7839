extension String {
  /// So many spaces, filled in at once: `init(repeating:count:)` appends them one by one.
  /// - Parameter count: none where it is negative.
  public static func spaces(_ count: Int) -> String {
    guard count > 0 else { return "" }
    return String(unsafeUninitializedCapacity: count) { buffer in
      buffer[..<count].update(repeating: 0x20)
      return count
    }
  }
}
