/// The erasure of somebody's words and contact (UU 27/2022 Pasal 43 and 44): names what goes and
/// why; the words themselves leave the text and private stores of every clone.
public struct DataErased: Sendable, Hashable, Codable {
  /// The type's name in the log.
  public static let type = "data.erased"

  /// The comment in whose thread it is erased.
  public var thread: EventID
  /// The event whose words are erased: the comment, a reply or an answer.
  public var target: EventID
  /// The hashes of the bodies that go.
  public var bodies: [BodyDigest]
  /// The name of the person's record that goes.
  public var subject: String?
  /// Why; shown to everyone, so no personal data may stand in it.
  public var reason: String

  /// Makes an erasure.
  public init(
    thread: EventID, target: EventID, bodies: [BodyDigest], subject: String?, reason: String
  ) {
    self.thread = thread
    self.target = target
    self.bodies = bodies
    self.subject = subject
    self.reason = reason
  }
}
