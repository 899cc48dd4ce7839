import ReviewModel

/// Comments as JSON.
public enum CommentJSON {
  /// `comment list`: never cut.
  public static func list(_ list: CommentListReport) throws -> JSONText {
    try JSONText(List(comments: list.comments.map(Item.init)))
  }

  /// `comment show`: one comment with its thread.
  public static func comment(_ comment: CommentReport) throws -> JSONText {
    try JSONText(One(Item(comment)))
  }

  /// `comment add`, `comment reply`, `respond`: the id of what was recorded.
  public static func id(_ id: EventID) throws -> JSONText {
    try JSONText(Identified(id: id.rawValue))
  }

  /// `comment import`.
  public static func imported(_ report: ImportReport) throws -> JSONText {
    try JSONText(
      Imported(
        rows: report.rows, imported: report.imported, present: report.present,
        rejected: report.rejected.count, rejects: report.rejectFile))
  }

  /// `respond --group`: the ids of all answers, the first one's beside them.
  public static func ids(_ ids: [EventID]) throws -> JSONText {
    try JSONText(AllIdentified(id: ids.first?.rawValue, ids: ids.map(\.rawValue)))
  }

  /// `reindex`.
  public static func indexed(_ report: IndexReport) throws -> JSONText {
    try JSONText(
      Indexed(
        comments: report.comments,
        damage: report.damage.map { Indexed.Damage(ref: $0.ref, reason: $0.reason) }))
  }

  private struct AllIdentified: Encodable {
    let schema = schemaVersion
    @OrNull var id: String?
    let ids: [String]

    init(id: String?, ids: [String]) {
      self.ids = ids
      _id = OrNull(wrappedValue: id)
    }
  }

  private struct Indexed: Encodable {
    struct Damage: Encodable {
      let ref: String
      let reason: String
    }

    let schema = schemaVersion
    let comments: Int
    let damage: [Damage]
  }

  private struct List: Encodable {
    let schema = schemaVersion
    let comments: [Item]
  }

  /// The comment's own keys beside the schema.
  private struct One: Encodable {
    let item: Item
    init(_ item: Item) { self.item = item }
    private enum Key: String, CodingKey { case schema }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(schemaVersion, forKey: .schema)
      try item.encode(to: encoder)
    }
  }

  private struct Identified: Encodable {
    let schema = schemaVersion
    let id: String
  }

  private struct Imported: Encodable {
    let schema = schemaVersion
    let rows: Int
    let imported: Int
    let present: Int
    let rejected: Int
    @OrNull var rejects: String?
  }

  private struct Item: Encodable {
    let id: String
    let draft: String
    @OrNull var revision: Int?
    let commit: String
    @OrNull var address: String?
    let state: String
    @OrNull var place: String?
    @OrNull var parent: String?
    @OrNull var group: String?
    @OrNull var forum: String?
    @OrNull var channel: String?
    @OrNull var agency: String?
    @OrNull var date: CalendarDate?
    let status: String
    let replies: [Reply]
    @OrNull var answer: Answer?
    @OrNull var assigned: String?
    @OrNull var due: CalendarDate?
    @OrNull var withdrawn: Withdrawn?
    @OrNull var edited: Timestamp?
    @OrNull var original: Original?
    let attachments: [CommentAdded.Attachment]
    @OrNull var duplicates: Duplicates?
    @OrNull var text: String?
    @OrNull var quote: Anchor.Quote?
    let writer: String
    let trust: String
    let quarantined: [String]
    @OrNull var erased: Erased?
    let time: Timestamp

    init(_ comment: CommentReport) {
      let thread = comment.thread
      let given = thread.comment
      let anchor = thread.anchor
      id = thread.id.rawValue
      draft = anchor.draft.description
      commit = anchor.commit
      state = comment.placement.state.rawValue
      status = thread.status.rawValue
      replies = thread.replies.map { Reply($0, comment) }
      writer = thread.writer.rawValue
      trust = comment.trust.rawValue
      quarantined = comment.quarantined.map(\.rawValue)
      _erased = OrNull(wrappedValue: thread.erasure(of: thread.id).map(Erased.init))
      time = thread.time
      _revision = OrNull(wrappedValue: comment.revision)
      _address = OrNull(wrappedValue: anchor.address)
      _place = OrNull(wrappedValue: comment.placement.address)
      _parent = OrNull(wrappedValue: comment.placement.parent)
      _group = OrNull(wrappedValue: given.group)
      _forum = OrNull(wrappedValue: given.forum)
      _channel = OrNull(wrappedValue: given.channel)
      _agency = OrNull(wrappedValue: given.agency)
      _date = OrNull(wrappedValue: given.date)
      _answer = OrNull(wrappedValue: thread.answer.map { Answer($0, comment) })
      attachments = given.attachments ?? []
      _assigned = OrNull(wrappedValue: thread.assignment?.assigned.agency)
      _due = OrNull(wrappedValue: thread.assignment?.assigned.due)
      _withdrawn = OrNull(wrappedValue: thread.withdrawal.map { Withdrawn($0, comment) })
      _edited = OrNull(wrappedValue: thread.edits.last?.time)
      _original = OrNull(wrappedValue: thread.move.map { _ in Original(given.anchor) })
      _duplicates = OrNull(
        wrappedValue: comment.duplicates.map {
          Duplicates(group: $0.group.rawValue, count: $0.count)
        })
      _text = OrNull(wrappedValue: comment.text)
      _quote = OrNull(wrappedValue: anchor.quote)
    }
  }

  private struct Withdrawn: Encodable {
    let time: Timestamp
    @OrNull var reason: String?

    init(_ withdrawal: CommentThread.Withdrawal, _ comment: CommentReport) {
      time = withdrawal.time
      _reason = OrNull(wrappedValue: withdrawal.reason.flatMap { comment.texts[$0] })
    }
  }

  /// Where a comment was given that a person has moved since.
  private struct Original: Encodable {
    let commit: String
    @OrNull var address: String?

    init(_ anchor: Anchor) {
      commit = anchor.commit
      _address = OrNull(wrappedValue: anchor.address)
    }
  }

  private struct Reply: Encodable {
    let id: String
    let time: Timestamp
    let writer: String
    @OrNull var agency: String?
    @OrNull var text: String?

    init(_ reply: CommentThread.Reply, _ comment: CommentReport) {
      id = reply.id.rawValue
      time = reply.time
      writer = reply.writer.rawValue
      _agency = OrNull(wrappedValue: reply.reply.agency)
      _text = OrNull(wrappedValue: comment.texts[reply.reply.body])
    }
  }

  private struct Answer: Encodable {
    let id: String
    let status: String
    let time: Timestamp
    @OrNull var agency: String?
    @OrNull var reason: String?
    @OrNull var revision: Int?

    init(_ answer: CommentThread.Answer, _ comment: CommentReport) {
      id = answer.id.rawValue
      status = answer.answer.disposition.rawValue
      time = answer.time
      _agency = OrNull(wrappedValue: answer.answer.agency)
      _reason = OrNull(wrappedValue: comment.texts[answer.answer.body])
      _revision = OrNull(wrappedValue: comment.answerRevision)
    }
  }

  private struct Erased: Encodable {
    let reason: String
    let time: Timestamp

    init(_ erasure: CommentThread.Erasure) {
      reason = erasure.erased.reason
      time = erasure.time
    }
  }

  private struct Duplicates: Encodable {
    let group: String
    let count: Int
  }
}
