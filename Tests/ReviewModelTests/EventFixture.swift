import Foundation
import TestSupport
import Testing

@testable import ReviewModel

/// Events as the log holds them.
struct EventFixture {
  var random: SeededRandom

  init(_ seed: UInt64) { random = SeededRandom(seed) }

  mutating func id() throws -> EventID {
    let digits = (0..<40).map { _ in random.pick(Array("0123456789abcdef")) }
    return try #require(EventID(rawValue: String(digits)))
  }

  mutating func writer() throws -> WriterID {
    let digits = (0..<16).map { _ in random.pick(Array("0123456789abcdef")) }
    return try #require(WriterID(rawValue: String(digits)))
  }

  mutating func event(_ payload: Event.Payload) throws -> Event {
    Event(
      clock: random.below(50), time: Timestamp(seconds: 1_760_000_000 + random.below(1_000_000)),
      writer: try writer(), payload: payload)
  }

  mutating func comment() throws -> CommentAdded {
    let anchor = Anchor(
      draft: try #require(DraftKey("pekat")), commit: try id().rawValue,
      address: random.below(2) == 0 ? nil : "pasal-5/ayat-2",
      quote: random.below(2) == 0
        ? nil : Anchor.Quote(exact: "wajib \"lapor\"", prefix: "a\tb", suffix: "–é"))
    return CommentAdded(
      anchor: anchor, body: try id().rawValue, subject: "0123", group: "akademisi",
      forum: random.below(2) == 0 ? nil : "FKP vol. 3", channel: "surat", agency: nil,
      date: CalendarDate(year: 2025, month: 9, day: 26),
      source: random.below(2) == 0 ? nil : .init(file: try id().rawValue, row: random.below(99)),
      placeNote: random.below(2) == 0 ? nil : "psl 9/2")
  }

  /// Replies and answers to a thread, an event that is not known, and one of another thread.
  mutating func thread(_ id: EventID, length: Int) throws -> [RecordedEvent] {
    var events = [
      RecordedEvent(id: id, event: try event(.commentAdded(comment()))),
      RecordedEvent(
        id: try self.id(), event: try event(.unknown(type: "comment.sealed", thread: id))),
      RecordedEvent(
        id: try self.id(),
        event: try event(.commentReplied(CommentReplied(thread: try self.id(), body: "lain")))),
    ]
    for _ in 0..<length {
      let payload: Event.Payload =
        random.below(2) == 0
        ? .commentReplied(CommentReplied(thread: id, body: try self.id().rawValue))
        : .commentAnswered(
          CommentAnswered(
            thread: id, disposition: random.pick(CommentAnswered.Disposition.allCases),
            body: try self.id().rawValue))
      events.append(RecordedEvent(id: try self.id(), event: try event(payload)))
    }
    return events
  }
}
