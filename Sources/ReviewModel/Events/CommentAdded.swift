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
  /// Scans and letters that came with it.
  public var attachments: [Attachment]?

  /// A file kept with a comment.
  public struct Attachment: Sendable, Hashable, Codable {
    /// The file's name, without a folder.
    public var name: String
    /// The file's length in bytes.
    public var size: Int
    /// The hash under which its content stands, in base64.
    public var body: BodyDigest

    /// Makes an attachment.
    public init(name: String, size: Int, body: BodyDigest) {
      self.name = name
      self.size = size
      self.body = body
    }
  }

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
    date: CalendarDate? = nil, source: Source? = nil, placeNote: String? = nil,
    attachments: [Attachment]? = nil
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
    self.attachments = attachments
  }
}
