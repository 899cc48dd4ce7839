/// The makers' answer to a comment, with the reason: the right to be explained
/// (UU 12/2011 Pasal 96 as amended by UU 13/2022, general elucidation).
public struct CommentAnswered: Sendable, Hashable, Codable {
  static let type = "comment.answered"

  /// What was decided on the input.
  public enum Disposition: String, Sendable, Hashable, Codable, CaseIterable {
    case accepted, partial, rejected, noted
    case outOfScope = "out_of_scope"
  }

  /// The comment answered.
  public var thread: EventID
  /// What was decided.
  public var disposition: Disposition
  /// The hash under which the reason stands.
  public var body: BodyDigest
  /// The commit of the revision that acts on it.
  public var commit: String?
  /// The institution that answers.
  public var agency: String?

  /// Makes an answer.
  public init(
    thread: EventID, disposition: Disposition, body: BodyDigest, commit: String? = nil,
    agency: String? = nil
  ) {
    self.thread = thread
    self.disposition = disposition
    self.body = body
    self.commit = commit
    self.agency = agency
  }
}
