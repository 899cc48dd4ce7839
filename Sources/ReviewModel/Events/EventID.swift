/// The name of an event: git's object id of its bytes, 40 lower-case hexadecimal digits.
///
/// A comment is called by the id of the event that added it.
public struct EventID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The 40 digits.
  public let rawValue: String

  /// Makes an id; nil unless `rawValue` is 40 lower-case hexadecimal digits.
  public init?(rawValue: String) {
    guard rawValue.utf8.count == 40, rawValue.utf8.allSatisfy(Self.isHexDigit) else { return nil }
    self.rawValue = rawValue
  }

  /// In the order of their bytes.
  public static func < (left: EventID, right: EventID) -> Bool { left.rawValue < right.rawValue }

  /// As it is written.
  public var description: String { rawValue }

  /// How many digits are shown to people: enough to be typed back in most workbenches.
  public static let shortLength = 7

  /// The first digits, for people.
  public var short: String { String(rawValue.prefix(Self.shortLength)) }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)
  }
}

extension EventID: Codable {
  /// Reads its digits; throws `DecodingError` where it is none.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = EventID(rawValue: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an event id"))
    }
    self = value
  }

  /// Writes its digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// The name of a writer, one clone with one key: 16 lower-case hexadecimal digits.
public struct WriterID: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The 16 digits.
  public let rawValue: String

  /// Makes a writer's name; nil unless `rawValue` is 16 lower-case hexadecimal digits.
  public init?(rawValue: some StringProtocol) {
    guard rawValue.utf8.count == 16, rawValue.utf8.allSatisfy(EventID.isHexDigit) else {
      return nil
    }
    self.rawValue = String(rawValue)
  }

  /// In the order of their bytes.
  public static func < (left: WriterID, right: WriterID) -> Bool { left.rawValue < right.rawValue }

  /// As it is written.
  public var description: String { rawValue }
}

extension WriterID: Codable {
  /// Reads its digits; throws `DecodingError` where it is none.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = WriterID(rawValue: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a writer"))
    }
    self = value
  }

  /// Writes its digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
