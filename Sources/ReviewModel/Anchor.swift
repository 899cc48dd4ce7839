/// The place in a draft's text that a comment was made on, kept for ever as given.
///
/// Where that place stands in another revision is computed when it is looked at and never stored:
/// see `Placement`.
public struct Anchor: Sendable, Hashable, Codable {
  /// The draft.
  public var draft: DraftKey
  /// The commit that held the text commented on, 40 hexadecimal digits.
  public var commit: String
  /// The address of the unit in that text; nil for the draft as a whole.
  public var address: String?
  /// The words commented on.
  public var quote: Quote?

  /// The words commented on with what surrounds them, white space collapsed
  /// (W3C Web Annotation, TextQuoteSelector).
  public struct Quote: Sendable, Hashable, Codable {
    /// The words themselves.
    public var exact: String
    /// What stands just before them.
    public var prefix: String
    /// What stands just after them.
    public var suffix: String

    /// Makes a quote.
    public init(exact: String, prefix: String, suffix: String) {
      self.exact = exact
      self.prefix = prefix
      self.suffix = suffix
    }
  }

  /// Makes an anchor.
  public init(draft: DraftKey, commit: String, address: String?, quote: Quote?) {
    self.draft = draft
    self.commit = commit
    self.address = address
    self.quote = quote
  }
}
