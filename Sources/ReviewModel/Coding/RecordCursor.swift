/// Goes through the bytes of a record that is written as this program writes it: keys in their
/// order, no white space, nothing escaped. Where it is not, `isSound` turns false and everything
/// found since means nothing.
public struct RecordCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset of what comes next.
  public private(set) var index = 0
  /// Whether all was as expected so far.
  public private(set) var isSound = true

  /// Begins at the first byte of a record.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether just these bytes come next; if so, goes past them.
  public mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard bytes.count - index >= count else { return false }
    for offset in 0..<count where bytes[index + offset] != text.utf8Start[offset] { return false }
    index += count
    return true
  }

  /// Goes past just these bytes.
  public mutating func require(_ text: StaticString) { if !take(text) { isSound = false } }

  /// Ends the record.
  public mutating func requireEnd() { if index != bytes.count { isSound = false } }

  /// Goes on at an offset.
  mutating func move(to offset: Int) { index = offset }

  /// The bytes of a text up to its closing quotation mark; goes past that.
  private mutating func text() -> Range<Int> {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return start..<index - 1
      }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") else { break }
      index += 1
    }
    isSound = false
    return start..<start
  }

  /// The bytes of a text that must come next, behind the bytes that lead to it.
  public mutating func text(behind lead: StaticString) -> Range<Int> {
    require(lead)
    return isSound ? text() : 0..<0
  }

  /// The bytes of a text that may come next; nil where it does not.
  public mutating func optionalText(behind lead: StaticString) -> Range<Int>? {
    isSound && take(lead) ? text() : nil
  }

  /// A whole number that must come next, behind the bytes that lead to it.
  public mutating func number(behind lead: StaticString) -> Int {
    require(lead)
    let start = index
    var value = 0
    while index < bytes.count, index - start < 18, (0x30...0x39).contains(bytes[index]) {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    if index == start { isSound = false }
    return value
  }

  /// The text of some of the bytes.
  public mutating func string(_ range: Range<Int>) -> String {
    let bytes = UnsafeBufferPointer(rebasing: bytes[range])
    // What is of ASCII alone needs no check, which takes longer than all the rest.
    if isSound, bytes.isPlain { return String(decoding: bytes, as: UTF8.self) }
    guard isSound, let text = String(validating: bytes, as: UTF8.self) else {
      isSound = false
      return ""
    }
    return text
  }

  /// The text of some of the bytes, where there are any.
  public mutating func string(_ range: Range<Int>?) -> String? { range.map { string($0) } }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether all bytes are of ASCII.
  fileprivate var isPlain: Bool { reduce(0, |) < 0x80 }

  /// Whether it begins with these bytes.
  func begins(with other: [UInt8]) -> Bool {
    guard other.count <= count else { return false }
    return other.withUnsafeBytes { other in
      let own = UnsafeRawBufferPointer(self)
      var offset = 0
      while other.count - offset >= 8 {
        guard
          own.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        else { return false }
        offset += 8
      }
      return (offset..<other.count).allSatisfy { own[$0] == other[$0] }
    }
  }
}
