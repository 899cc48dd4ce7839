/// The name by which a draft is called: `[a-z0-9][a-z0-9-]{0,63}`.
///
/// Taken in any case and kept in lower case, so that it can never be a path.
public struct DraftKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The key in lower case.
  public let description: String

  /// Makes a key; nil when `text` is not one.
  public init?(_ text: some StringProtocol) {
    let bytes = text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    func isPlain(_ byte: UInt8) -> Bool {
      (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
    }
    guard let first = bytes.first, isPlain(first), bytes.count <= 64,
      bytes.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "-") })
    else { return nil }
    description = String(decoding: bytes, as: UTF8.self)
  }

  /// The order of their values.
  public static func < (left: DraftKey, right: DraftKey) -> Bool {
    left.description < right.description
  }
}

extension DraftKey: CodedAsText {
  /// Reads it from its form in JSON.
  public init?(coded text: String) { self.init(text) }
  /// The text in JSON and YAML.
  public var coded: String { description }
}

/// What `draft.yml` says of a draft.
public struct DraftInfo: Sendable, Hashable, Codable {
  /// Whether the draft is a regulation of its own or amends one.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable { case new, amendment }

  /// Its title, without "Peraturan Daerah … tentang".
  public var title: String
  /// A new regulation or an amendment of one.
  public var kind: Kind
  /// Who proposes it, as `Wali Kota` or `DPRD`.
  public var initiator: String?
  /// The governor's part: `fasilitasi` before, or `evaluasi` after, joint approval
  /// (UU 23/2014 Pasal 245).
  public var route: String?
  /// Where it stands in the making of a regulation, as `penyusunan`.
  public var stage: String?
  /// The regulation that it amends.
  public var amends: String?
  /// A remark shown with the title.
  public var note: String?

  /// Makes a description of a draft.
  public init(
    title: String, kind: Kind = .new, initiator: String? = nil, route: String? = nil,
    stage: String? = nil, amends: String? = nil, note: String? = nil
  ) {
    self.title = title
    self.kind = kind
    self.initiator = initiator
    self.route = route
    self.stage = stage
    self.amends = amends
    self.note = note
  }

  /// Reads `draft.yml`; without a kind it is a new regulation.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    title = try container.decode(String.self, forKey: .title)
    kind = try container.decodeIfPresent(Kind.self, forKey: .kind) ?? .new
    initiator = try container.decodeIfPresent(String.self, forKey: .initiator)
    route = try container.decodeIfPresent(String.self, forKey: .route)
    stage = try container.decodeIfPresent(String.self, forKey: .stage)
    amends = try container.decodeIfPresent(String.self, forKey: .amends)
    note = try container.decodeIfPresent(String.self, forKey: .note)
  }
}
