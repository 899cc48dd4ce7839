/// New words for a comment, by its author: whoever recorded it.
///
/// The words first given stay in the log; the last edit in order is in force. An edit by another
/// writer changes nothing and is kept.
public struct CommentEdited: Sendable, Hashable, Codable {
  static let type = "comment.edited"

  /// The comment edited.
  public var thread: EventID
  /// The hash under which the new text stands.
  public var body: BodyDigest

  /// Makes an edit.
  public init(thread: EventID, body: BodyDigest) {
    self.thread = thread
    self.body = body
  }
}

/// A comment taken back by its author: it stays in the log and no longer waits for an answer.
public struct CommentWithdrawn: Sendable, Hashable, Codable {
  static let type = "comment.withdrawn"

  /// The comment taken back.
  public var thread: EventID
  /// The hash under which the reason stands, where one was given.
  public var body: BodyDigest?

  /// Makes a withdrawal.
  public init(thread: EventID, body: BodyDigest? = nil) {
    self.thread = thread
    self.body = body
  }
}
