/// Comments that say the same: `comment groups`.
public struct LetterGroupReport: Sendable {
  /// The groups, the largest first.
  public var groups: [Group]

  /// Comments whose texts are equal or variants of one letter.
  public struct Group: Sendable {
    /// The id of its first comment, after which it is called.
    public var id: EventID
    /// The draft of its first comment.
    public var draft: DraftKey
    /// The text of its first comment; nil when it was erased or has not arrived.
    public var text: String?
    /// Its comments, oldest first.
    public var members: [Member]

    /// Makes a group.
    public init(id: EventID, draft: DraftKey, text: String?, members: [Member]) {
      self.id = id
      self.draft = draft
      self.text = text
      self.members = members
    }

    /// How many wait for an answer.
    public var open: Int { members.count { $0.status == .open } }
  }

  /// One comment of a group with what only its sender says.
  public struct Member: Sendable {
    /// The comment.
    public var id: EventID
    /// How far it has come.
    public var status: CommentThread.Status
    /// Who sent it: group and institution, as given.
    public var sender: [String]
    /// The day on which it was given.
    public var day: CalendarDate
    /// The sentences that most others of the group do not have.
    public var own: [String]

    /// Makes a member.
    public init(
      id: EventID, status: CommentThread.Status, sender: [String], day: CalendarDate,
      own: [String]
    ) {
      self.id = id
      self.status = status
      self.sender = sender
      self.day = day
      self.own = own
    }
  }

  /// Makes a report.
  public init(groups: [Group]) { self.groups = groups }
}
