/// A public input to a draft, at a place in its text or on the whole of it.
public struct CommentAdded: Sendable, Hashable, Codable {
  static let type = "comment.added"

  /// The place commented on.
  public var anchor: Anchor
  /// The hash under which its text stands.
  public var body: BodyDigest
  /// A random name under which the person's name and contact stand in the private store.
  public var subject: String?
  /// The stakeholder group that speaks.
  public var group: String?
  /// The forum at which it was said.
  public var forum: String?
  /// How it came: lisan, surat, formulir …
  public var channel: String?
  /// The institution that speaks.
  public var agency: String?
  /// The day on which it was given.
  public var date: CalendarDate?
  /// Where it was imported from.
  public var source: Source?
  /// The place as the person wrote it, where it could not be read as an address.
  public var placeNote: String?

  /// The row of a file that a comment was imported from.
  public struct Source: Sendable, Hashable, Codable {
    /// Git's blob id of the file's bytes.
    public var file: String
    /// The record's number in it, 1 for the first below the header.
    public var row: Int

    /// Makes a source.
    public init(file: String, row: Int) {
      self.file = file
      self.row = row
    }
  }

  /// Makes an input.
  public init(
    anchor: Anchor, body: BodyDigest, subject: String? = nil, group: String? = nil,
    forum: String? = nil, channel: String? = nil, agency: String? = nil,
    date: CalendarDate? = nil, source: Source? = nil, placeNote: String? = nil
  ) {
    self.anchor = anchor
    self.body = body
    self.subject = subject
    self.group = group
    self.forum = forum
    self.channel = channel
    self.agency = agency
    self.date = date
    self.source = source
    self.placeNote = placeNote
  }
}
