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
  /// The replies, oldest first.
  public var replies: [Reply]
  /// The answer in force: the last one given.
  public var answer: Answer?
  /// Events of types that this version does not know.
  public var unknown: [EventID]
  /// What was erased of it and why, oldest first.
  public var erasures: [Erasure] = []

  /// One erasure.
  public struct Erasure: Sendable, Hashable {
    /// What was erased.
    public var erased: DataErased
    /// When it was recorded.
    public var time: Timestamp
  }

  /// One reply.
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

  /// How far a comment has come.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case open, accepted, partial, rejected, noted
    case outOfScope = "out_of_scope"

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
  public var status: Status { answer.map { Status($0.answer.disposition) } ?? .open }

  /// Folds the events of one thread, in any order, to its state; nil while the comment itself has
  /// not arrived.
  ///
  /// The same events give the same state in every order: they are taken by (clock, id), each once.
  public static func folded(id: EventID, events: [RecordedEvent]) -> CommentThread? {
    let ordered = events.sorted(by: RecordedEvent.precedes)
    guard let opening = ordered.first(where: { $0.id == id }),
      case .commentAdded(let comment) = opening.event.payload
    else { return nil }
    var thread = CommentThread(
      id: id, comment: comment, writer: opening.event.writer, time: opening.event.time,
      replies: [], answer: nil, unknown: [])
    var previous: EventID?
    for recorded in ordered where recorded.event.thread == id && recorded.id != previous {
      previous = recorded.id
      thread.apply(recorded)
    }
    return thread
  }

  /// The erasure of the words of an event of the thread; nil when they were not erased.
  public func erasure(of event: EventID) -> Erasure? {
    erasures.last { $0.erased.target == event }
  }

  private mutating func apply(_ recorded: RecordedEvent) {
    let event = recorded.event
    switch event.payload {
    case .commentReplied(let reply):
      replies.append(
        Reply(id: recorded.id, reply: reply, writer: event.writer, time: event.time))
    case .commentAnswered(let given):
      answer = Answer(id: recorded.id, answer: given, writer: event.writer, time: event.time)
    case .dataErased(let erased):
      erasures.append(Erasure(erased: erased, time: event.time))
    case .unknown:
      unknown.append(recorded.id)
    case .commentAdded, .logCheckpoint:
      break
    }
  }
}
