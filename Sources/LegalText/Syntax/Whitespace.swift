/// White space as legal text uses it: for layout only, never for meaning.
public enum Whitespace {
  /// Whether a byte is ASCII white space (space, tab, line feed, form feed, carriage return).
  @inlinable
  public static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// The text with every run of white space, no-break spaces included, made one space, and none at
  /// either end.
  public static func collapsed(_ text: String) -> String {
    isCollapsed(text) ? text : rewritten(text)
  }

  /// Whether nothing is to be collapsed, as in most marks and citations.
  private static func isCollapsed(_ text: String) -> Bool {
    let known = text.utf8.withContiguousStorageIfAvailable { bytes in
      var before: UInt8 = 0x20
      for byte in bytes {
        if byte == 0xC2 || isSpace(byte) && (byte != 0x20 || before == 0x20) { return false }
        before = byte
      }
      return before != 0x20 || bytes.isEmpty
    }
    return known ?? false
  }

  private static func rewritten(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var pending = false
    var bytes = text.utf8.makeIterator()
    var held: UInt8?
    while let byte = held ?? bytes.next() {
      held = nil
      if isSpace(byte) {
        pending = true
        continue
      }
      if byte == 0xC2 {
        let next = bytes.next()
        if next == 0xA0 {
          pending = true
          continue
        }
        held = next
      }
      if pending, !result.isEmpty { result.append(0x20) }
      pending = false
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
