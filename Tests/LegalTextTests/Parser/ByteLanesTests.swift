import Testing
import TestSupport

@testable import LegalText

/// What is answered for eight bytes at once is what each of them answers alone.
struct ByteLanesTests {
  private static func expected(_ bytes: [UInt8], _ isYes: (UInt8) -> Bool) -> UInt64 {
    bytes.enumerated().reduce(0) {
      $0 | (isYes($1.element) ? 0x80 : 0) << UInt64(8 * $1.offset)
    }
  }

  @Test func `each byte beside each other one`() {
    var wrong: [[UInt8]] = []
    for byte in UInt8.min...UInt8.max {
      for other in UInt8.min...UInt8.max {
        let bytes = [other, byte, byte, other, byte, other, other, byte]
        let lanes = bytes.withUnsafeBufferPointer { ByteLanes.load($0, 0) }
        let isRight =
          ByteLanes.alphanumeric(lanes) == Self.expected(bytes, SourceText.isAlphanumeric)
          && ByteLanes.equal(lanes, to: byte) == Self.expected(bytes) { $0 == byte }
          && ByteLanes.maybeCapital(lanes) == Self.expected(bytes) { $0 & 0x20 == 0 }
        if !isRight { wrong.append(bytes) }
      }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `the first yes`() {
    #expect(ByteLanes.first(0) == 8)
    for place in 0..<8 {
      #expect(ByteLanes.first(0x80 << UInt64(8 * place) | 1 << 63) == place)
    }
  }

  @Test func `searches find what a search byte by byte finds`() {
    var random = SeededRandom(7)
    let alphabet = Array("aay pPBs(.)\n\u{0C}\t9é—Dd".utf8)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...70, using: &random)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)]
      }
      let start = Int.random(in: 0...count, using: &random)
      let end = Int.random(in: start...count, using: &random)
      let source = SourceText(bytes: bytes)
      #expect(
        source.lineEnd(from: start)
          == bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0C } ?? count)
      #expect(
        source.nextCapital(from: start, to: end)
          == bytes[start..<end].firstIndex { $0 & 0x20 == 0 } ?? end)
      #expect(
        source.nextCapital(from: start, to: end, orBracket: true)
          == bytes[start..<end].firstIndex { $0 & 0x20 == 0 || $0 == 0x28 } ?? end)
      let isInside = Bool.random(using: &random)
      let word = ReferenceText(bytes: bytes, limit: count).nextWord(
        from: start, to: end, isInside: isInside, where: { $0[$1] == 0x61 })
      #expect(
        word
          == (start..<end).first {
            let isBegun =
              $0 == start ? isInside : SourceText.isAlphanumeric(bytes[$0 - 1])
            return bytes[$0] == 0x61 && !isBegun
          })
    }
  }
}
