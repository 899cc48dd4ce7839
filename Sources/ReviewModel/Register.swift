/// What the workbench knows of the people and matters around its drafts: `register/*.yml`.
///
/// Made from seeds by `init`, then an ordinary set of files that a person may edit.
public struct Register: Sendable, Hashable {
  /// A part of society whose voice is to be heard.
  public struct Stakeholder: Sendable, Hashable, Codable {
    /// Its short name in commands, as `akademisi`.
    public var key: String
    /// Its name for readers.
    public var name: String
    /// The seeds that name it.
    public var sources: [String]?

    /// Makes a stakeholder group.
    public init(key: String, name: String, sources: [String]? = nil) {
      self.key = key
      self.name = name
      self.sources = sources
    }

    /// Whether a comment's group, as a person wrote it, means this one.
    public func isMeant(by group: String) -> Bool {
      let folded = Register.folded(group)
      return folded == Register.folded(key) || folded == Register.folded(name)
    }
  }

  /// A name as it is compared: without regard to case, hyphens and repeated spaces.
  public static func folded(_ text: String) -> String {
    text.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: " ")
  }

  /// The stakeholder groups.
  public var stakeholders: [Stakeholder]

  /// Makes a register.
  public init(stakeholders: [Stakeholder] = []) {
    self.stakeholders = stakeholders
  }
}
