import TestSupport
import Testing

@testable import ReviewModel

/// Five clones that record events, fetch from one another and never wait.
private struct Clones {
  var fixture: EventFixture
  var writers: [WriterID] = []
  /// What each clone holds, in the order in which it came there.
  var held: [[RecordedEvent]] = Array(repeating: [], count: 5)
  var all: [RecordedEvent] = []
  var threads: [EventID] = []

  init(_ seed: Int) throws {
    fixture = EventFixture(UInt64(seed))
    for _ in 0..<5 { writers.append(try fixture.writer()) }
  }

  mutating func step() throws {
    let clone = fixture.random.below(5)
    if fixture.random.below(3) == 0 {
      // A fetch brings some of what another clone holds, in any order.
      var brought = held[fixture.random.below(5)]
      brought.shuffle(using: &fixture.random)
      held[clone] += brought.prefix(fixture.random.below(brought.count + 1))
      return
    }
    let event = Event(
      clock: (held[clone].map(\.event.clock).max() ?? 0) + 1,
      time: Timestamp(seconds: fixture.random.below(2_000_000_000)), writer: writers[clone],
      payload: try payload(clone))
    let recorded = RecordedEvent(id: try fixture.id(), event: event)
    if event.thread == nil { threads.append(recorded.id) }
    held[clone].append(recorded)
    all.append(recorded)
  }

  private mutating func payload(_ clone: Int) throws -> Event.Payload {
    guard !threads.isEmpty, fixture.random.below(5) > 0 else {
      return .commentAdded(try fixture.comment())
    }
    // Of a comment that another clone may not hold yet, and by anyone.
    let thread = fixture.random.pick(threads)
    let body = try fixture.id().rawValue
    switch fixture.random.below(7) {
    case 0: return .commentReplied(CommentReplied(thread: thread, body: body))
    case 1:
      let disposition = fixture.random.pick(CommentAnswered.Disposition.allCases)
      return .commentAnswered(
        CommentAnswered(thread: thread, disposition: disposition, body: body))
    case 2: return .commentEdited(CommentEdited(thread: thread, body: body))
    case 3:
      return .commentWithdrawn(
        CommentWithdrawn(thread: thread, body: fixture.random.below(2) == 0 ? nil : body))
    case 4: return .commentMoved(CommentMoved(thread: thread, anchor: try fixture.comment().anchor))
    case 5:
      return .commentAssigned(
        CommentAssigned(
          thread: thread, agency: "Dinas \(fixture.random.below(9))",
          due: CalendarDate(year: 2025, month: 1 + fixture.random.below(12), day: 3)))
    default: return .unknown(type: "comment.sealed", thread: thread)
    }
  }

  func folded(_ events: [RecordedEvent]) -> [CommentThread] {
    threads.compactMap { CommentThread.folded(id: $0, events: events) }
  }
}

@Suite("Histories of five clones") struct CloneHistoryTests {
  @Test("the same state everywhere, and nothing lost", arguments: Rounds.seeds(1000))
  func histories(_ seed: Int) throws {
    var clones = try Clones(seed)
    for _ in 0..<(10 + seed % 40) { try clones.step() }
    let expected = clones.folded(clones.all)
    #expect(expected.count == clones.threads.count)
    for clone in 0..<5 {
      var events = clones.held[clone]
      var rest = clones.all
      rest.shuffle(using: &clones.fixture.random)
      events += rest
      #expect(clones.folded(events) == expected)
    }
    // Every event is somewhere in the state, or was overtaken by a later one of its kind.
    for recorded in clones.all {
      guard let id = recorded.event.thread, let thread = expected.first(where: { $0.id == id })
      else { continue }
      let isAuthor = thread.authors.contains(recorded.event.writer)
      switch recorded.event.payload {
      case .commentReplied: #expect(thread.replies.contains { $0.id == recorded.id })
      case .commentEdited:
        #expect(thread.edits.contains { $0.id == recorded.id } == isAuthor)
        #expect(thread.ineffective.contains(recorded.id) == !isAuthor)
      case .commentWithdrawn:
        #expect(isAuthor ? thread.status == .withdrawn : thread.ineffective.contains(recorded.id))
      case .commentAnswered: #expect(thread.answer != nil)
      case .commentMoved: #expect(thread.move != nil)
      case .commentAssigned: #expect(thread.assignment != nil)
      case .unknown: #expect(thread.unknown.contains(recorded.id))
      case .dataErased, .logCheckpoint, .commentAdded: break
      }
    }
  }

  @Test("a move to another draft, and an author of the same row elsewhere")
  func special() throws {
    var fixture = EventFixture(3)
    var comment = try fixture.comment()
    comment.source = .init(file: try fixture.id().rawValue, row: 4)
    let id = try fixture.id()
    var first = try fixture.event(.commentAdded(comment))
    first.clock = 1
    var second = try fixture.event(.commentAdded(comment))
    second.clock = 2
    var anchor = comment.anchor
    anchor.draft = try #require(DraftKey("puk"))
    var edit = try fixture.event(.commentEdited(CommentEdited(thread: id, body: "baru")))
    edit.writer = second.writer
    let thread = try #require(
      CommentThread.folded(
        id: id,
        events: [
          RecordedEvent(id: id, event: first), RecordedEvent(id: try fixture.id(), event: second),
          RecordedEvent(
            id: try fixture.id(),
            event: try fixture.event(.commentMoved(CommentMoved(thread: id, anchor: anchor)))),
          RecordedEvent(id: try fixture.id(), event: edit),
        ]))
    #expect(thread.authors == [first.writer, second.writer])
    #expect(thread.body == "baru")
    #expect(thread.anchor == comment.anchor)
    #expect(thread.ineffective.count == 1)
  }
}
