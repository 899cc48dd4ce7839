/// A new place for a comment, chosen by a person where following its old one failed or misled.
public struct CommentMoved: Sendable, Hashable, Codable {
  static let type = "comment.moved"

  /// The comment.
  public var thread: EventID
  /// Its place from now on, in the same draft; one in another draft changes nothing.
  public var anchor: Anchor

  /// Makes a move.
  public init(thread: EventID, anchor: Anchor) {
    self.thread = thread
    self.anchor = anchor
  }
}

/// Who is to prepare the answer to a comment, and by when.
public struct CommentAssigned: Sendable, Hashable, Codable {
  static let type = "comment.assigned"

  /// The comment.
  public var thread: EventID
  /// The institution that is to answer.
  public var agency: String
  /// The last day for it.
  public var due: CalendarDate?

  /// Makes an assignment.
  public init(thread: EventID, agency: String, due: CalendarDate? = nil) {
    self.thread = thread
    self.agency = agency
    self.due = due
  }
}
