import TestSupport
import Testing

@testable import ReviewModel

@Suite("Reading events by the million") struct OpeningReaderTests {
  private func line(_ fixture: inout EventFixture) throws -> [UInt8] {
    var comment = try fixture.comment()
    if fixture.random.below(2) == 0, comment.anchor.quote != nil {
      comment.anchor.quote = Anchor.Quote(exact: "wajib lapor – é", prefix: "a", suffix: "")
    }
    if fixture.random.below(2) == 0 { comment.agency = "Bappeda" }
    if fixture.random.below(3) == 0 { comment.placeNote = nil }
    return try RecordEncoder.encode(fixture.event(.commentAdded(comment)))
  }

  @Test("the same as read in the general way, its head the beginning of its line")
  func same() throws {
    var reader = OpeningReader()
    var straight = 0
    for seed in 0..<400 {
      var fixture = EventFixture(UInt64(seed))
      let bytes = try line(&fixture)
      // Twice: the second time what recurs is known.
      for _ in 0..<2 {
        let (event, head) = try reader.read(bytes[...])
        #expect(try event == Event.read(bytes))
        guard let head else { continue }
        straight += 1
        #expect(bytes.starts(with: head.bytes))
        #expect(bytes.dropFirst(head.bytes.count).starts(with: Array(",\"body\":".utf8)))
      }
    }
    #expect(straight > 100)
  }

  @Test("bytes that were changed are read as in the general way, or refused", arguments: 0..<200)
  func changed(_ seed: Int) throws {
    var fixture = EventFixture(UInt64(seed) &+ 7)
    let good = try line(&fixture)
    var reader = OpeningReader()
    _ = try reader.read(good[...])
    for _ in 0..<30 {
      var bytes = good
      for _ in 0...fixture.random.below(2) {
        let at = fixture.random.below(bytes.count)
        switch fixture.random.below(3) {
        case 0: bytes[at] = UInt8(fixture.random.below(256))
        case 1: bytes.remove(at: at)
        default: bytes.insert(fixture.random.pick(Array("\"\\{}:,0x é".utf8)), at: at)
        }
      }
      let expected = try? Event.read(bytes)
      #expect(
        (try? reader.read(bytes[...]))?.event == expected,
        "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
