/// Writes records of the review log as JSON: one line, keys sorted, no escape that JSON does not
/// ask for.
public enum RecordEncoder {
  /// The bytes of one record, without a line feed.
  /// - Throws: `EncodingError` for a value that JSON or the log has no form for.
  public static func encode(_ record: some Encodable) throws -> [UInt8] {
    let node = RecordNode()
    try record.encode(to: NodeEncoder(node: node))
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    node.write(to: &bytes)
    return bytes
  }
}

/// One value of a record that is being made.
///
/// Importing a hundred thousand inputs writes three hundred thousand records; the general encoder
/// took as long for them as all the rest of the work together.
private final class RecordNode {
  enum Content {
    case nothing
    case word(StaticString)
    case number(String)
    case text(String)
    case object([(key: String, value: RecordNode)])
    case array([RecordNode])
  }

  var content = Content.nothing

  func beginObject() {
    if case .nothing = content { content = .object([]) }
  }

  func beginArray() {
    if case .nothing = content { content = .array([]) }
  }

  func field(_ key: String) -> RecordNode {
    let node = RecordNode()
    guard case .object(var fields) = content else { return node }
    content = .nothing
    fields.append((key, node))
    content = .object(fields)
    return node
  }

  func element() -> RecordNode {
    let node = RecordNode()
    guard case .array(var elements) = content else { return node }
    content = .nothing
    elements.append(node)
    content = .array(elements)
    return node
  }

  var count: Int {
    guard case .array(let elements) = content else { return 0 }
    return elements.count
  }

  func write(to bytes: inout [UInt8]) {
    switch content {
    case .nothing: bytes += "{}".utf8
    case .word(let word): word.withUTF8Buffer { bytes += $0 }
    case .number(let digits): bytes += digits.utf8
    case .text(let text): Self.quote(text, into: &bytes)
    case .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      for (position, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.quote(field.key, into: &bytes)
        bytes.append(UInt8(ascii: ":"))
        field.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (position, element) in elements.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    }
  }

  /// RFC 8259, section 7: quotation mark, reverse solidus and control characters are escaped.
  private static func quote(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { buffer in
      var start = 0
      for (index, byte) in buffer.enumerated()
      where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes += buffer[start..<index]
        bytes += escape(byte)
        start = index + 1
      }
      bytes += buffer[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    let short: UInt8? =
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
      case 0x08: UInt8(ascii: "b")
      case 0x09: UInt8(ascii: "t")
      case 0x0A: UInt8(ascii: "n")
      case 0x0C: UInt8(ascii: "f")
      case 0x0D: UInt8(ascii: "r")
      default: nil
      }
    if let short { return [UInt8(ascii: "\\"), short] }
    return Array("\\u00".utf8) + [hexDigit(byte >> 4), hexDigit(byte & 15)]
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

/// Encodes one value into its node.
private struct NodeEncoder: Encoder {
  let node: RecordNode
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.beginObject()
    return KeyedEncodingContainer(FieldEncoder<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.beginArray()
    return ElementEncoder(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension NodeEncoder: SingleValueEncodingContainer {
  func encodeNil() { node.content = .word("null") }
  func encode(_ value: Bool) { node.content = .word(value ? "true" : "false") }
  func encode(_ value: String) { node.content = .text(value) }
  func encode(_ value: Double) throws { throw unwritable(value) }
  func encode(_ value: Float) throws { throw unwritable(value) }
  func encode(_ value: Int) { integer(value) }
  func encode(_ value: Int8) { integer(value) }
  func encode(_ value: Int16) { integer(value) }
  func encode(_ value: Int32) { integer(value) }
  func encode(_ value: Int64) { integer(value) }
  func encode(_ value: UInt) { integer(value) }
  func encode(_ value: UInt8) { integer(value) }
  func encode(_ value: UInt16) { integer(value) }
  func encode(_ value: UInt32) { integer(value) }
  func encode(_ value: UInt64) { integer(value) }
  func encode(_ value: some Encodable) throws { try value.encode(to: self) }

  private func integer(_ value: some FixedWidthInteger) {
    node.content = .number(String(value))
  }

  /// The log has whole numbers only: the same bytes, and so the same id, on every machine.
  private func unwritable(_ value: Any) -> EncodingError {
    .invalidValue(value, .init(codingPath: [], debugDescription: "not a whole number"))
  }
}

/// Encodes the fields of an object.
private struct FieldEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: RecordNode
  var codingPath: [any CodingKey] { [] }

  private func field(_ key: Key) -> NodeEncoder { NodeEncoder(node: node.field(key.stringValue)) }

  func encodeNil(forKey key: Key) { field(key).encodeNil() }
  func encode(_ value: Bool, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: String, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: Double, forKey key: Key) throws { try field(key).encode(value) }
  func encode(_ value: Float, forKey key: Key) throws { try field(key).encode(value) }
  func encode(_ value: Int, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: Int8, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: Int16, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: Int32, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: Int64, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: UInt, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: UInt8, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: UInt16, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: UInt32, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: UInt64, forKey key: Key) { field(key).encode(value) }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    try value.encode(to: field(key))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> { field(key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    field(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { NodeEncoder(node: node.field("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { field(key) }
}

/// Encodes the elements of an array.
private struct ElementEncoder: UnkeyedEncodingContainer {
  let node: RecordNode
  var codingPath: [any CodingKey] { [] }
  var count: Int { node.count }

  private func element() -> NodeEncoder { NodeEncoder(node: node.element()) }

  func encodeNil() { element().encodeNil() }
  func encode(_ value: Bool) { element().encode(value) }
  func encode(_ value: String) { element().encode(value) }
  func encode(_ value: Double) throws { try element().encode(value) }
  func encode(_ value: Float) throws { try element().encode(value) }
  func encode(_ value: Int) { element().encode(value) }
  func encode(_ value: Int8) { element().encode(value) }
  func encode(_ value: Int16) { element().encode(value) }
  func encode(_ value: Int32) { element().encode(value) }
  func encode(_ value: Int64) { element().encode(value) }
  func encode(_ value: UInt) { element().encode(value) }
  func encode(_ value: UInt8) { element().encode(value) }
  func encode(_ value: UInt16) { element().encode(value) }
  func encode(_ value: UInt32) { element().encode(value) }
  func encode(_ value: UInt64) { element().encode(value) }
  func encode(_ value: some Encodable) throws { try value.encode(to: element()) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { element().container(keyedBy: type) }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }
  func superEncoder() -> any Encoder { element() }
}
