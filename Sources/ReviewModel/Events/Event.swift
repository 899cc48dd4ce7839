/// Something that happened in a review: immutable once recorded.
///
/// Encoded as one JSON object on one line, its keys sorted (`docs/format.md`, event log). Bodies
/// stand apart, under the salted hash that the event holds, so that they can be erased.
public struct Event: Sendable, Hashable {
  /// The writer's logical clock: greater than that of every event the writer had seen (Lamport,
  /// "Time, Clocks, and the Ordering of Events").
  public var clock: Int
  /// When the writer's machine says that it happened; for people, never for order.
  public var time: Timestamp
  /// Who recorded it.
  public var writer: WriterID
  /// What happened.
  public var payload: Payload

  /// What happened, one case a type of event.
  public enum Payload: Sendable, Hashable {
    case commentAdded(CommentAdded)
    case commentReplied(CommentReplied)
    case commentAnswered(CommentAnswered)
    case commentEdited(CommentEdited)
    case commentWithdrawn(CommentWithdrawn)
    case commentMoved(CommentMoved)
    case commentAssigned(CommentAssigned)
    case dataErased(DataErased)
    case logCheckpoint(LogCheckpoint)
    /// An event of a type that this version does not know: kept, and shown as such.
    case unknown(type: String, thread: EventID?)
  }

  /// The highest clock that is taken for one: a writer that counts further would leave the others
  /// no number to go on with. All clocks up to it are exact in JSON (RFC 8259, section 6).
  public static let clockLimit = 1 << 53

  /// Makes an event.
  public init(clock: Int, time: Timestamp, writer: WriterID, payload: Payload) {
    self.clock = clock
    self.time = time
    self.writer = writer
    self.payload = payload
  }

  /// The type's name in the log, as `comment.added`.
  public var type: String {
    switch payload {
    case .commentAdded: CommentAdded.type
    case .commentReplied: CommentReplied.type
    case .commentAnswered: CommentAnswered.type
    case .commentEdited: CommentEdited.type
    case .commentWithdrawn: CommentWithdrawn.type
    case .commentMoved: CommentMoved.type
    case .commentAssigned: CommentAssigned.type
    case .dataErased: DataErased.type
    case .logCheckpoint: LogCheckpoint.type
    case .unknown(let type, _): type
    }
  }

  /// The thread that it belongs to: the comment's id, nil for an event that starts a thread.
  public var thread: EventID? {
    switch payload {
    case .commentReplied(let reply): reply.thread
    case .commentAnswered(let answer): answer.thread
    case .commentEdited(let edit): edit.thread
    case .commentWithdrawn(let withdrawal): withdrawal.thread
    case .commentMoved(let move): move.thread
    case .commentAssigned(let assignment): assignment.thread
    case .dataErased(let erased): erased.thread
    case .unknown(_, let thread): thread
    case .commentAdded, .logCheckpoint: nil
    }
  }

  /// The hash under which its body stands, nil where it has none.
  public var body: BodyDigest? {
    switch payload {
    case .commentAdded(let comment): comment.body
    case .commentReplied(let reply): reply.body
    case .commentAnswered(let answer): answer.body
    case .commentEdited(let edit): edit.body
    case .commentWithdrawn(let withdrawal): withdrawal.body
    case .commentMoved, .commentAssigned, .dataErased, .logCheckpoint, .unknown: nil
    }
  }

  /// The hashes of all that it holds in the text store: its body and its attachments.
  public var bodies: [BodyDigest] {
    guard case .commentAdded(let comment) = payload else { return [body].compactMap(\.self) }
    return [comment.body] + (comment.attachments ?? []).map(\.body)
  }
}

/// The salted hash of a body: git's blob id of the salt, a line feed and the text.
public typealias BodyDigest = String

extension Event: Codable {
  private enum Key: String, CodingKey { case type, clock, time, writer, thread }

  /// Reads it from its form in JSON.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    clock = try container.decode(Int.self, forKey: .clock)
    guard (0...Self.clockLimit).contains(clock) else {
      throw DecodingError.dataCorruptedError(
        forKey: .clock, in: container, debugDescription: "out of bounds")
    }
    time = try container.decode(Timestamp.self, forKey: .time)
    writer = try container.decode(WriterID.self, forKey: .writer)
    switch try container.decode(String.self, forKey: .type) {
    case CommentAdded.type: payload = .commentAdded(try CommentAdded(from: decoder))
    case CommentReplied.type: payload = .commentReplied(try CommentReplied(from: decoder))
    case CommentAnswered.type: payload = .commentAnswered(try CommentAnswered(from: decoder))
    case CommentEdited.type: payload = .commentEdited(try CommentEdited(from: decoder))
    case CommentWithdrawn.type: payload = .commentWithdrawn(try CommentWithdrawn(from: decoder))
    case CommentMoved.type: payload = .commentMoved(try CommentMoved(from: decoder))
    case CommentAssigned.type: payload = .commentAssigned(try CommentAssigned(from: decoder))
    case DataErased.type: payload = .dataErased(try DataErased(from: decoder))
    case LogCheckpoint.type: payload = .logCheckpoint(try LogCheckpoint(from: decoder))
    case let type:
      let thread = try? container.decodeIfPresent(EventID.self, forKey: .thread)
      payload = .unknown(type: type, thread: thread)
    }
  }

  /// Writes it in its form for JSON.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(type, forKey: .type)
    try container.encode(clock, forKey: .clock)
    try container.encode(time, forKey: .time)
    try container.encode(writer, forKey: .writer)
    switch payload {
    case .commentAdded(let comment): try comment.encode(to: encoder)
    case .commentReplied(let reply): try reply.encode(to: encoder)
    case .commentAnswered(let answer): try answer.encode(to: encoder)
    case .commentEdited(let edit): try edit.encode(to: encoder)
    case .commentWithdrawn(let withdrawal): try withdrawal.encode(to: encoder)
    case .commentMoved(let move): try move.encode(to: encoder)
    case .commentAssigned(let assignment): try assignment.encode(to: encoder)
    case .dataErased(let erased): try erased.encode(to: encoder)
    case .logCheckpoint(let checkpoint): try checkpoint.encode(to: encoder)
    case .unknown(_, let thread): try container.encodeIfPresent(thread, forKey: .thread)
    }
  }
}

/// An event with the name that its bytes give it.
public struct RecordedEvent: Sendable, Hashable {
  /// Git's object id of the event's bytes.
  public var id: EventID
  /// The event.
  public var event: Event

  /// Makes a recorded event.
  public init(id: EventID, event: Event) {
    self.id = id
    self.event = event
  }

  /// The order of all events, the same in every clone: by logical clock, then by id.
  public static func precedes(_ left: RecordedEvent, _ right: RecordedEvent) -> Bool {
    (left.event.clock, left.id) < (right.event.clock, right.id)
  }
}

extension Event {
  /// The event as part of another thread, for one that followed a comment which folded into it.
  public func attached(to thread: EventID) -> Event {
    var result = self
    switch payload {
    case .commentReplied(var reply):
      reply.thread = thread
      result.payload = .commentReplied(reply)
    case .commentAnswered(var answer):
      answer.thread = thread
      result.payload = .commentAnswered(answer)
    case .commentEdited(var edit):
      edit.thread = thread
      result.payload = .commentEdited(edit)
    case .commentWithdrawn(var withdrawal):
      withdrawal.thread = thread
      result.payload = .commentWithdrawn(withdrawal)
    case .commentMoved(var move):
      move.thread = thread
      result.payload = .commentMoved(move)
    case .commentAssigned(var assignment):
      assignment.thread = thread
      result.payload = .commentAssigned(assignment)
    case .dataErased(var erased):
      erased.thread = thread
      result.payload = .dataErased(erased)
    case .unknown(let type, let given):
      result.payload = .unknown(type: type, thread: given == nil ? nil : thread)
    case .commentAdded, .logCheckpoint: break
    }
    return result
  }
}
