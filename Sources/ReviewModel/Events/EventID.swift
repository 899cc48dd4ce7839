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

  /// The order of their values.
  public static func < (left: EventID, right: EventID) -> Bool { left.rawValue < right.rawValue }

  /// As it is written on a command line.
  public var description: String { rawValue }

  /// How many digits are shown to people: enough to be typed back in most workbenches.
  public static let shortLength = 7

  /// The first digits, for people.
  public var short: String { String(rawValue.prefix(Self.shortLength)) }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)
  }
}

extension EventID: CodedAsText {
  /// Reads it from its form in JSON.
  public init?(coded text: String) { self.init(rawValue: text) }
  /// The text in JSON and YAML.
  public var coded: String { rawValue }
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

  /// The order of their values.
  public static func < (left: WriterID, right: WriterID) -> Bool { left.rawValue < right.rawValue }

  /// As it is written on a command line.
  public var description: String { rawValue }
}

extension WriterID: CodedAsText {
  /// Reads it from its form in JSON.
  public init?(coded text: String) { self.init(rawValue: text) }
  /// The text in JSON and YAML.
  public var coded: String { rawValue }
}
