import Foundation
import TestSupport
import Testing

@testable import ReviewModel

@Suite("Writing records") struct RecordEncoderTests {
  @Test("the same bytes as the general encoder's, keys sorted", arguments: Rounds.seeds(200))
  func sameBytes(_ seed: Int) throws {
    var fixture = EventFixture(UInt64(seed))
    let id = try fixture.id()
    var comment = try fixture.comment()
    comment.group = "a\"b\\c\n\t\r\u{1}\u{8}\u{c}\u{1f}\u{7f}é–😀/\u{2028}"
    comment.attachments =
      seed.isMultiple(of: 3) ? [] : [.init(name: "surat.pdf", size: 12, body: id.rawValue)]
    let payloads: [Event.Payload] = [
      .commentAdded(comment), .commentMoved(CommentMoved(thread: id, anchor: comment.anchor)),
      .commentWithdrawn(CommentWithdrawn(thread: id)),
      .commentAssigned(
        CommentAssigned(
          thread: id, agency: "Satpol PP", due: CalendarDate(year: 2025, month: 2, day: 28))),
      .unknown(type: "comment.sealed", thread: id),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for payload in payloads {
      let event = try fixture.event(payload)
      #expect(try RecordEncoder.encode(event) == Array(encoder.encode(event)))
    }
  }

  @Test("values of every kind, nested and empty")
  func kinds() throws {
    struct Kinds: Encodable {
      var none: Int?
      var yes = true
      var numbers = [Int.min, 0, .max]
      var nested = [["b": [UInt8](), "a": [1]]]
      var nothing = [String: Int]()
    }
    #expect(
      String(decoding: try RecordEncoder.encode(Kinds()), as: UTF8.self)
        == "{\"nested\":[{\"a\":[1],\"b\":[]}],\"nothing\":{},"
        + "\"numbers\":[-9223372036854775808,0,9223372036854775807],\"yes\":true}")
    #expect(throws: EncodingError.self) { try RecordEncoder.encode([0.5]) }
  }
}
