import Foundation
import TestSupport
import Testing

@testable import ReviewModel

@Suite("Reading records") struct RecordDecoderTests {
  @Test("events read back as they were written", arguments: Rounds.seeds(200))
  func roundTrip(_ seed: Int) throws {
    var fixture = EventFixture(UInt64(seed))
    let id = try fixture.id()
    var comment = try fixture.comment()
    comment.group = "a\"b\\c\n\t\u{1}é–😀/\u{2028}"
    comment.attachments = [.init(name: "surat.pdf", size: 12, body: id.rawValue)]
    let payloads: [Event.Payload] = [
      .commentAdded(comment), .commentMoved(CommentMoved(thread: id, anchor: comment.anchor)),
      .commentWithdrawn(CommentWithdrawn(thread: id)),
      .commentAssigned(
        CommentAssigned(
          thread: id, agency: "Satpol PP", due: CalendarDate(year: 2025, month: 2, day: 28))),
      .unknown(type: "comment.sealed", thread: id),
    ]
    for payload in payloads {
      let event = try fixture.event(payload)
      let encoder = JSONEncoder()
      if seed.isMultiple(of: 2) { encoder.outputFormatting = [.sortedKeys, .prettyPrinted] }
      let bytes = Array(try encoder.encode(event))
      #expect(try RecordDecoder.decode(Event.self, from: bytes) == event)
    }
  }

  @Test("the same as the general decoder takes, or an error", arguments: Rounds.seeds(400))
  func mutated(_ seed: Int) throws {
    var fixture = EventFixture(UInt64(seed) &+ 9)
    let event = try fixture.event(.commentAdded(fixture.comment()))
    let good = Array(try JSONEncoder().encode(event))
    for _ in 0..<20 {
      var bytes = good
      for _ in 0...fixture.random.below(3) {
        let at = fixture.random.below(bytes.count)
        switch fixture.random.below(3) {
        case 0: bytes[at] = UInt8(fixture.random.below(256))
        case 1: bytes.remove(at: at)
        default: bytes.insert(fixture.random.pick(Array("\"\\{}[],:0eu".utf8)), at: at)
        }
      }
      let own = try? RecordDecoder.decode(Event.self, from: bytes)
      let general = try? JSONDecoder().decode(Event.self, from: Data(bytes))
      if let own, let general { #expect(own == general) }
      if own == nil, general != nil {
        // Stricter only where a record of ours is never so: numbers with fractions or exponents.
        #expect(bytes.contains { "eE.+".utf8.contains($0) })
      }
    }
  }

  @Test(
    "what is not JSON",
    arguments: [
      "", "{", "}", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "\"\\x\"", "\"\\u12", "nul",
      "{\"a\":1}x", "\"\u{1}\"", "-", String(repeating: "[", count: 5000),
      String(repeating: "{\"a\":", count: 5000),
    ])
  func wrong(_ text: String) {
    struct Anything: Decodable {}
    #expect(throws: DecodingError.self) {
      try RecordDecoder.decode([Anything].self, from: Array(text.utf8))
    }
    #expect(RecordTree(Array("[[\(text)]]".utf8)) == nil || text.isEmpty || text == "-")
  }

  @Test("lone surrogates and bytes that are no UTF-8 are no text")
  func surrogates() {
    for text in ["\"\\uD800\"", "\"\\uDC00\"", "\"\\uD800\\u0041\""] {
      #expect(throws: DecodingError.self) {
        try RecordDecoder.decode(String.self, from: Array(text.utf8))
      }
    }
    #expect(throws: DecodingError.self) {
      try RecordDecoder.decode(String.self, from: [0x22, 0xFF, 0x22])
    }
    #expect((try? RecordDecoder.decode(String.self, from: Array("\"\\uD83D\\uDE00\"".utf8))) == "😀")
  }
}
