import TestSupport
import Testing

@testable import Workbench

/// SipHash of 128 bits, written down as in the paper and its reference: one step a line, words of
/// eight bytes put together byte by byte.
private enum PlainSipHash {
  static func hash(_ bytes: [UInt8], _ key: [UInt64], rounds: (Int, Int)) -> [UInt64] {
    var v: [UInt64] = [
      key[0] ^ 0x736f_6d65_7073_6575, key[1] ^ 0x646f_7261_6e64_6f6d,
      key[0] ^ 0x6c79_6765_6e65_7261, key[1] ^ 0x7465_6462_7974_6573,
    ]
    v[1] ^= 0xee
    var padded = bytes
    while padded.count % 8 != 7 { padded.append(0) }
    padded.append(UInt8(bytes.count % 256))
    for start in stride(from: 0, to: padded.count, by: 8) {
      let word = (0..<8).reduce(UInt64(0)) { $0 + UInt64(padded[start + $1]) << (8 * $1) }
      v[3] ^= word
      for _ in 0..<rounds.0 { round(&v) }
      v[0] ^= word
    }
    v[2] ^= 0xee
    for _ in 0..<rounds.1 { round(&v) }
    let first = v[0] ^ v[1] ^ v[2] ^ v[3]
    v[1] ^= 0xdd
    for _ in 0..<rounds.1 { round(&v) }
    return [first, v[0] ^ v[1] ^ v[2] ^ v[3]]
  }

  private static func round(_ v: inout [UInt64]) {
    func turn(_ word: inout UInt64, _ count: Int) {
      for _ in 0..<count { word = (word &* 2) + (word >> 63) }
    }
    func half(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ s: Int, _ t: Int) {
      v[a] = v[a] &+ v[b]
      v[c] = v[c] &+ v[d]
      turn(&v[b], s)
      turn(&v[d], t)
      v[b] ^= v[a]
      v[d] ^= v[c]
      turn(&v[a], 32)
    }
    half(0, 1, 2, 3, 13, 16)
    half(2, 1, 0, 3, 17, 21)
  }
}

@Suite("Keys of texts") struct TextKeyTests {
  @Test("the plain computation gives the published values of SipHash-2-4 of 128 bits")
  func published() {
    let key: [UInt64] = [0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908]
    // vectors_sip128 of the reference implementation: no bytes, and the byte 0.
    #expect(
      PlainSipHash.hash([], key, rounds: (2, 4)) == [0xe6a8_25ba_047f_81a3, 0x9302_55c7_1472_f66d])
    #expect(
      PlainSipHash.hash([0], key, rounds: (2, 4)) == [0x44af_996b_d8c1_87da, 0x45fc_229b_1159_7634]
    )
  }

  @Test("a key is SipHash-1-3 of the text", arguments: Rounds.seeds(40))
  func computed(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let key = [random.next(), random.next()]
    let hasher = TextHasher(key[0], key[1])
    for length in [0, 1, 7, 8, 9, 15, 16, 17, 255, 256, 257, random.below(2000)] {
      let bytes = (0..<length).map { _ in UInt8(97 + random.below(26)) }
      let hash = PlainSipHash.hash(bytes, key, rounds: (1, 3))
      let expected = TextKey(high: hash[0], low: UInt32(truncatingIfNeeded: hash[1]))
      #expect(hasher.key(of: String(decoding: bytes, as: UTF8.self)) == expected)
    }
    let text = "Ñandú ke-7"
    let hash = PlainSipHash.hash(Array("ñandú ke-7".utf8), key, rounds: (1, 3))
    #expect(hasher.key(of: " \(text)\n").high == hash[0])
  }

  @Test("keys go by words alone, and by the secret")
  func folded() {
    let hasher = TextHasher(1, 2)
    #expect(hasher.key(of: "Tidak  setuju.\n") == hasher.key(of: "\ttidak SETUJU."))
    #expect(hasher.key(of: "tidak setuju.") != hasher.key(of: "tidaksetuju."))
    #expect(hasher.key(of: "tidak setuju.") != TextHasher(2, 1).key(of: "tidak setuju."))
  }
}
