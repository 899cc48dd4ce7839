/// A value that stands as one text in JSON and YAML.
public protocol CodedAsText: Codable {
  /// Reads the text; nil when it is not such a value.
  init?(coded text: String)
  /// The text.
  var coded: String { get }
}

extension CodedAsText {
  /// Reads it from its form in JSON.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Self(coded: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a \(Self.self)"))
    }
    self = value
  }

  /// Writes it in its form for JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(coded)
  }
}
