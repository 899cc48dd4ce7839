import TestSupport
import Testing

@testable import ReviewModel

@Suite("Folding events to threads") struct FoldTests {
  @Test("every order and any repetition gives the same thread", arguments: Rounds.seeds(40))
  func order(_ seed: Int) throws {
    var fixture = EventFixture(UInt64(seed))
    let id = try fixture.id()
    let events = try fixture.thread(id, length: seed % 9)
    let expected = try #require(CommentThread.folded(id: id, events: events))
    for _ in 0..<50 {
      var shuffled = events
      for _ in 0..<fixture.random.below(5) { shuffled.append(fixture.random.pick(events)) }
      shuffled.shuffle(using: &fixture.random)
      #expect(CommentThread.folded(id: id, events: shuffled) == expected)
    }
    let replies = events.count {
      if case .commentReplied(let reply) = $0.event.payload { reply.thread == id } else { false }
    }
    #expect(expected.replies.count == replies)
    #expect(expected.unknown.count == 1)
  }

  @Test("the answer in force is the last by clock and id, whatever the machines' times say")
  func lastAnswer() throws {
    var fixture = EventFixture(7)
    let id = try fixture.id()
    var events = [RecordedEvent(id: id, event: try fixture.event(.commentAdded(fixture.comment())))]
    for (clock, disposition) in [(9, CommentAnswered.Disposition.rejected), (4, .accepted)] {
      var event = try fixture.event(
        .commentAnswered(CommentAnswered(thread: id, disposition: disposition, body: "b")))
      event.clock = clock
      event.time = Timestamp(seconds: 1000 - clock)
      events.append(RecordedEvent(id: try fixture.id(), event: event))
    }
    let thread = try #require(CommentThread.folded(id: id, events: events))
    #expect(thread.status == .rejected)
    #expect(thread.answer?.time == Timestamp(seconds: 991))
  }

  @Test("a thread whose comment has not arrived is none")
  func headless() throws {
    var fixture = EventFixture(8)
    let id = try fixture.id()
    let events = try fixture.thread(id, length: 3)
    #expect(CommentThread.folded(id: id, events: Array(events.dropFirst())) == nil)
    #expect(CommentThread.folded(id: id, events: []) == nil)
  }

  @Test("each disposition has a status of the same name")
  func statuses() {
    for disposition in CommentAnswered.Disposition.allCases {
      #expect(CommentThread.Status(disposition).rawValue == disposition.rawValue)
    }
    #expect(CommentThread.Status.allCases.count == CommentAnswered.Disposition.allCases.count + 2)
  }
}
