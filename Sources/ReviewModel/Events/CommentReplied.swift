/// A reply in a comment's thread.
public struct CommentReplied: Sendable, Hashable, Codable {
  static let type = "comment.replied"

  /// The comment replied to.
  public var thread: EventID
  /// The hash under which its text stands.
  public var body: BodyDigest
  /// The institution that speaks.
  public var agency: String?

  /// Makes a reply.
  public init(thread: EventID, body: BodyDigest, agency: String? = nil) {
    self.thread = thread
    self.body = body
    self.agency = agency
  }
}
