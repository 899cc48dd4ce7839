import CLibgit2

/// The name of an object in git: the 20 bytes of a SHA-1.
public struct ObjectID: Hashable, Comparable, Sendable, CustomStringConvertible,
  LosslessStringConvertible
{
  // Three words rather than an array: ids are made, hashed and compared by the million.
  private let high: UInt64
  private let middle: UInt64
  private let low: UInt32

  /// Its first eight bytes: ids are hashes already.
  public var prefix: UInt64 { high }

  /// The number of bytes in an id.
  public static let byteCount = 20

  /// An id from its bytes; nil unless there are 20.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    var high: UInt64 = 0
    var middle: UInt64 = 0
    var low: UInt32 = 0
    for (offset, byte) in bytes.enumerated() {
      switch offset {
      case 0..<8: high = high << 8 | UInt64(byte)
      case 8..<16: middle = middle << 8 | UInt64(byte)
      default: low = low << 8 | UInt32(byte)
      }
    }
    (self.high, self.middle, self.low) = (high, middle, low)
  }

  /// An id from its 40 hexadecimal digits, in either case; nil for anything else.
  public init?(_ description: String) {
    var description = description
    guard let words = description.withUTF8({ Self.words(of: $0) }) else { return nil }
    (high, middle, low) = words
  }

  private static func words(
    of digits: UnsafeBufferPointer<UInt8>
  ) -> (UInt64, UInt64, UInt32)? {
    guard digits.count == 2 * byteCount else { return nil }
    var words: (UInt64, UInt64, UInt32) = (0, 0, 0)
    for (position, digit) in digits.enumerated() {
      guard let value = hexValue(digit) else { return nil }
      switch position {
      case 0..<16: words.0 = words.0 << 4 | UInt64(value)
      case 16..<32: words.1 = words.1 << 4 | UInt64(value)
      default: words.2 = words.2 << 4 | UInt32(value)
      }
    }
    return words
  }

  init(_ raw: git_oid) {
    (high, middle, low) = withUnsafeBytes(of: raw.id) { buffer in
      (
        UInt64(bigEndian: buffer.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        UInt32(bigEndian: buffer.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
      )
    }
  }

  init?(_ raw: UnsafePointer<git_oid>?) {
    guard let raw else { return nil }
    self.init(raw.pointee)
  }

  var raw: git_oid {
    var result = git_oid()
    withUnsafeMutableBytes(of: &result.id) { buffer in
      buffer.storeBytes(of: high.bigEndian, as: UInt64.self)
      buffer.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      buffer.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return result
  }

  /// The 20 bytes.
  public var bytes: [UInt8] {
    withUnsafeBytes(of: raw.id) { Array($0) }
  }

  /// Calls `body` with the 20 bytes.
  public func withBytes<Value>(_ body: (UnsafeRawBufferPointer) throws -> Value) rethrows -> Value {
    try withUnsafeBytes(of: raw.id, body)
  }

  /// The 40 hexadecimal digits, in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: 2 * Self.byteCount) { digits in
      withUnsafeBytes(of: raw.id) { bytes in
        for (position, byte) in bytes.enumerated() {
          digits[2 * position] = hexDigit(byte >> 4)
          digits[2 * position + 1] = hexDigit(byte & 15)
        }
      }
      return 2 * Self.byteCount
    }
  }

  /// Whether a text is its 40 hexadecimal digits, in lower case.
  public func isWritten(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { digits in
      digits.count == 2 * Self.byteCount
        && withUnsafeBytes(of: raw.id) { bytes in
          bytes.indices.allSatisfy {
            digits[2 * $0] == hexDigit(bytes[$0] >> 4)
              && digits[2 * $0 + 1] == hexDigit(bytes[$0] & 15)
          }
        }
    }
  }

  /// Bytes in hexadecimal digits, in lower case.
  static func hex(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.flatMap { [hexDigit($0 >> 4), hexDigit($0 & 15)] }, as: UTF8.self)
  }

  /// The order of the bytes, which is that of the digits.
  public static func < (left: ObjectID, right: ObjectID) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }

  /// The id a blob with this content has, whether or not a repository holds it.
  /// - Throws: a `GitError` when the library does not start.
  public static func ofBlob(_ content: [UInt8]) throws(GitError) -> ObjectID {
    try of(content, kind: .blob)
  }

  /// The id a blob with a file's content has, whether or not a repository holds it.
  /// - Throws: `notFound` and others when the file cannot be read.
  public static func ofBlob(at path: String) throws(GitError) -> ObjectID {
    try GitLibrary.start()
    var result = git_oid()
    try check("git_odb_hashfile", git_odb_hashfile(&result, path, GIT_OBJECT_BLOB))
    return ObjectID(result)
  }

  /// The id a blob with this content has, whether or not a repository holds it.
  /// - Throws: a `GitError` when the library does not start.
  public static func ofBlob(_ content: ArraySlice<UInt8>) throws(GitError) -> ObjectID {
    try GitLibrary.start()
    var result = git_oid()
    let code = content.withUnsafeBytes {
      git_odb_hash(&result, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
    }
    try check("git_odb_hash", code)
    return ObjectID(result)
  }

  static func of(_ content: [UInt8], kind: ObjectKind) throws(GitError) -> ObjectID {
    try GitLibrary.start()
    var result = git_oid()
    try check("git_odb_hash", git_odb_hash(&result, content, content.count, kind.raw))
    return ObjectID(result)
  }
}

func hexValue(_ digit: UInt8) -> UInt8? {
  switch digit {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
  default: nil
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
