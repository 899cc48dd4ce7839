import CustomDump
import Foundation
import TestSupport
import Testing

@testable import ReviewModel

@Suite("Events as JSON") struct EventCodingTests {
  private func encoded(_ event: Event) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(event), as: UTF8.self)
  }

  private func decoded(_ text: String) throws -> Event {
    try JSONDecoder().decode(Event.self, from: Data(text.utf8))
  }

  @Test("events come back whole, on one line", arguments: Rounds.seeds(30))
  func roundTrip(_ seed: Int) throws {
    var fixture = EventFixture(UInt64(seed))
    let id = try fixture.id()
    for recorded in try fixture.thread(id, length: 4) {
      let text = try encoded(recorded.event)
      #expect(!text.contains("\n"))
      expectNoDifference(try decoded(text), recorded.event)
      #expect(try encoded(decoded(text)) == text)
    }
  }

  static let head = """
    "clock":3,"time":"2025-10-17T08:30:00Z","writer":"0123456789abcdef"
    """
  static let id = String(repeating: "a", count: 40)

  @Test("types that are not known are kept with their thread")
  func unknownType() throws {
    let event = try decoded("{\(Self.head),\"type\":\"stage.moved\",\"thread\":\"\(Self.id)\"}")
    #expect(event.type == "stage.moved")
    #expect(event.thread?.rawValue == Self.id)
    #expect(event.body == nil)
    let loose = try decoded("{\(Self.head),\"type\":\"x\",\"thread\":[1,{}],\"more\":null}")
    #expect(loose.thread == nil)
  }

  @Test("fields that are not known are passed over")
  func unknownFields() throws {
    let text = """
      {\(Self.head),"type":"comment.replied","thread":"\(Self.id)","body":"b","mood":{"a":[1]}}
      """
    #expect(
      try decoded(text).payload
        == .commentReplied(
          CommentReplied(thread: try #require(EventID(rawValue: Self.id)), body: "b")))
  }

  @Test(
    "what is no event is refused",
    arguments: [
      "{}", "[]", "null", "7", "\"\"", "{\(head)}", "{\(head),\"type\":\"comment.added\"}",
      "{\(head),\"type\":\"comment.replied\",\"thread\":\"../x\",\"body\":\"b\"}",
      "{\"type\":\"x\",\"clock\":1e99,\"time\":\"2025-10-17T08:30:00Z\",\"writer\":\"0\"}",
      "{\"type\":\"x\",\"clock\":1,\"time\":\"gestern\",\"writer\":\"0123456789abcdef\"}",
      "{\"type\":\"x\",\"clock\":1,\"time\":\"2025-10-17T08:30:00Z\",\"writer\":\"../../evil\"}",
      // A clock beyond all bounds would leave no room for those that follow it.
      "{\"type\":\"x\",\"clock\":9223372036854775807,\"time\":\"2025-10-17T08:30:00Z\","
        + "\"writer\":\"0123456789abcdef\"}",
      "{\"type\":\"x\",\"clock\":-1,\"time\":\"2025-10-17T08:30:00Z\","
        + "\"writer\":\"0123456789abcdef\"}",
    ])
  func refused(_ text: String) { #expect(throws: (any Error).self) { try decoded(text) } }

  @Test("ids are hexadecimal digits of their length")
  func ids() {
    #expect(EventID(rawValue: String(repeating: "A", count: 40)) == nil)
    #expect(EventID(rawValue: String(repeating: "a", count: 39)) == nil)
    #expect(EventID(rawValue: Self.id)?.short == "aaaaaaa")
    #expect(WriterID(rawValue: "0123456789abcde/") == nil)
  }
}
