/// A comment with all that followed it: the fold of its events.
public struct CommentThread: Sendable, Hashable, Identifiable {
  /// The id of the comment.
  public var id: EventID
  /// The comment as it was given.
  public var comment: CommentAdded
  /// Who recorded it.
  public var writer: WriterID
  /// When it was recorded.
  public var time: Timestamp
  /// Everyone who recorded it: several where the same row was imported in several clones. They
  /// alone edit and withdraw it.
  public var authors: Set<WriterID>
  /// The edits by its authors, oldest first.
  public var edits: [Reply]
  /// That it was taken back.
  public var withdrawal: Withdrawal?
  /// The place that a person chose for it last.
  public var move: Move?
  /// Who is to answer it.
  public var assignment: Assignment?
  /// The replies, oldest first.
  public var replies: [Reply]
  /// The answer in force: the last one given.
  public var answer: Answer?
  /// Events of types that this version does not know.
  public var unknown: [EventID]
  /// Events that changed nothing: edits and withdrawals by others than its authors, moves to
  /// another draft.
  public var ineffective: [EventID]
  /// What was erased of it and why, oldest first.
  public var erasures: [Erasure] = []

  /// How far a comment has come.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case open, accepted, partial, rejected, noted
    case outOfScope = "out_of_scope"
    /// Taken back by its author, whatever was answered.
    case withdrawn

    /// The status that an answer gives.
    public init(_ disposition: CommentAnswered.Disposition) {
      switch disposition {
      case .accepted: self = .accepted
      case .partial: self = .partial
      case .rejected: self = .rejected
      case .noted: self = .noted
      case .outOfScope: self = .outOfScope
      }
    }
  }

  /// How far it has come.
  public var status: Status {
    if withdrawal != nil { return .withdrawn }
    return answer.map { Status($0.answer.disposition) } ?? .open
  }

  /// The hash of its words in force.
  public var body: BodyDigest { edits.last?.reply.body ?? comment.body }

  /// Its place in force: the one that a person chose last, else the one given.
  public var anchor: Anchor { move?.anchor ?? comment.anchor }

  /// The last day for an answer, while it waits for one.
  public var due: CalendarDate? { status == .open ? assignment?.assigned.due : nil }

  /// Folds the events of one thread, in any order, to its state; nil while the comment itself has
  /// not arrived.
  ///
  /// The same events give the same state in every order: they are taken by (clock, id), each once.
  /// Other events that added the same comment, from the same row of the same file, only add to
  /// its authors.
  public static func folded(id: EventID, events: [RecordedEvent]) -> CommentThread? {
    let ordered = events.sorted(by: RecordedEvent.precedes)
    guard let opening = ordered.first(where: { $0.id == id }),
      case .commentAdded(let comment) = opening.event.payload
    else { return nil }
    var thread = CommentThread(
      id: id, comment: comment, writer: opening.event.writer, time: opening.event.time,
      authors: [opening.event.writer], edits: [], replies: [], unknown: [], ineffective: [])
    if let source = comment.source {
      for recorded in ordered {
        if case .commentAdded(let other) = recorded.event.payload, other.source == source {
          thread.authors.insert(recorded.event.writer)
        }
      }
    }
    var previous: EventID?
    for recorded in ordered where recorded.event.thread == id && recorded.id != previous {
      previous = recorded.id
      thread.apply(recorded)
    }
    return thread
  }

  private mutating func apply(_ recorded: RecordedEvent) {
    let (id, event) = (recorded.id, recorded.event)
    switch event.payload {
    case .commentReplied(let reply):
      replies.append(Reply(id: id, reply: reply, writer: event.writer, time: event.time))
    case .commentAnswered(let given):
      answer = Answer(id: id, answer: given, writer: event.writer, time: event.time)
    case .commentEdited(let edit) where authors.contains(event.writer):
      edits.append(
        Reply(
          id: id, reply: CommentReplied(thread: edit.thread, body: edit.body),
          writer: event.writer, time: event.time))
    case .commentWithdrawn(let withdrawal) where authors.contains(event.writer):
      self.withdrawal = Withdrawal(id: id, reason: withdrawal.body, time: event.time)
    case .commentMoved(let move) where move.anchor.draft == comment.anchor.draft:
      self.move = Move(id: id, anchor: move.anchor, writer: event.writer, time: event.time)
    case .commentAssigned(let assigned):
      assignment = Assignment(
        id: id, assigned: assigned, writer: event.writer, time: event.time)
    case .commentEdited, .commentWithdrawn, .commentMoved:
      ineffective.append(id)
    case .dataErased(let erased):
      erasures.append(Erasure(erased: erased, time: event.time))
    case .unknown:
      unknown.append(id)
    case .commentAdded, .logCheckpoint:
      break
    }
  }
}

extension CommentThread {
  /// One reply, or new words for the comment itself.
  public struct Reply: Sendable, Hashable {
    /// The id of its event.
    public var id: EventID
    /// What was said.
    public var reply: CommentReplied
    /// Who recorded it.
    public var writer: WriterID
    /// When it was recorded.
    public var time: Timestamp
  }

  /// One answer.
  public struct Answer: Sendable, Hashable {
    /// The id of its event.
    public var id: EventID
    /// What was decided.
    public var answer: CommentAnswered
    /// Who recorded it.
    public var writer: WriterID
    /// When it was recorded.
    public var time: Timestamp
  }

  /// That a comment was taken back.
  public struct Withdrawal: Sendable, Hashable {
    /// The id of its event.
    public var id: EventID
    /// The hash of the reason, where one was given.
    public var reason: BodyDigest?
    /// When it was recorded.
    public var time: Timestamp
  }

  /// A place that a person chose for a comment.
  public struct Move: Sendable, Hashable {
    /// The id of its event.
    public var id: EventID
    /// The place.
    public var anchor: Anchor
    /// Who recorded it.
    public var writer: WriterID
    /// When it was recorded.
    public var time: Timestamp
  }

  /// Who is to answer a comment.
  public struct Assignment: Sendable, Hashable {
    /// The id of its event.
    public var id: EventID
    /// To whom, and by when.
    public var assigned: CommentAssigned
    /// Who recorded it.
    public var writer: WriterID
    /// When it was recorded.
    public var time: Timestamp
  }

  /// The hashes of all words of the thread in force.
  public var bodies: [BodyDigest] {
    [body] + [answer?.answer.body, withdrawal?.reason].compactMap(\.self)
      + replies.map(\.reply.body)
  }

  /// One erasure.
  public struct Erasure: Sendable, Hashable {
    /// What was erased.
    public var erased: DataErased
    /// When it was recorded.
    public var time: Timestamp
  }

  /// The erasure of the words of an event of the thread; nil when they were not erased.
  public func erasure(of event: EventID) -> Erasure? {
    erasures.last { $0.erased.target == event }
  }
}
