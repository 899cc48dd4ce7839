import LegalText
import TestSupport
import Testing

@Suite("Any bytes give a document")
struct ParserPropertyTests {
  /// A small generator with a seed, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let pieces = [
    "Pasal 1\n", "Pasal 2\n", "Pasal I\n", "Pasal 2T\n", "BAB I\n", "BAB XIIA\n", "(1) ", "(2) ",
    "(l)", "(21 ", "a. ", "b. ", "aa. ", "i. ", "ii.", "1. ", "2. ", "1) ", "a) ", "A. ", ":\n",
    ";\n", ".\n", "\n", "\u{0C}", "Bagian Kesatu\n", "Paragraf 1\n", "PENJELASAN\n", "I. UMUM\n",
    "II. PASAL DEMI PASAL\n", "Ayat (1)\n", "Huruf a ", "Angka 1\n", "LAMPIRAN I\n", "MEMUTUSKAN:",
    "Menimbang : ", "Mengingat : ", "DENGAN RAHMAT TUHAN YANG MAHA ESA\n", "Ditetapkan di Sana\n",
    "PERATURAN DAERAH\n", "diubah sebagai berikut:\n", "Ketentuan Pasal 1 diubah:\n", "“", "………",
    "- 3 -\n", "7\n", "dan ", "ayat ", "Cukup jelas. ", "yang dimaksud dengan:\n", "kata ", "\r\n",
    "\u{A0}", "PRESIDEN\n", "REPUBLIK INDONESIA\n", "Pasal 99999999999999999999\n", "(99999999) ",
  ]

  private func check(_ source: [UInt8], _ seed: Int) {
    let document = LegalParser.parse(source)
    #expect(document.source == source)
    #expect(brokenPromises(of: document) == [], "seed \(seed)")
    for index in document.units.indices.prefix(50) { _ = document.ownText(of: index) }
  }

  @Test("random bytes")
  func randomBytes() {
    for seed in Rounds.seeds(300) {
      var random = Generator(state: UInt64(seed) &* 7919 &+ 1)
      let count = Int.random(in: 0..<600, using: &random)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, seed)
    }
  }

  @Test("marks in any order")
  func shuffledMarks() {
    for seed in Rounds.seeds(1500) {
      var random = Generator(state: UInt64(seed) &* 104_729 &+ 3)
      var source: [UInt8] = []
      for _ in 0..<Int.random(in: 1..<120, using: &random) {
        source += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
      }
      check(source, seed)
    }
  }

  @Test("regulations with bytes changed, cut and doubled")
  func mutated() {
    for (number, text) in [SampleTexts.plain, SampleTexts.amendment].enumerated() {
      for seed in Rounds.seeds(300) {
        var random = Generator(state: UInt64(seed * 2 + number) &* 15_485_863 &+ 5)
        var source = Array(text.utf8)
        for _ in 0..<Int.random(in: 1..<20, using: &random) {
          let place = Int.random(in: 0..<source.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: source[place] = UInt8.random(in: 0...255, using: &random)
          case 1: source.remove(at: place)
          default:
            source.insert(contentsOf: source[place..<min(place + 40, source.count)], at: place)
          }
        }
        check(source, seed)
      }
    }
  }

  @Test("marks alone give no more units and diagnostics than help a person")
  func dense() {
    var text = ""
    for number in 1...40_000 { text += "Pasal \(number)\n" }
    let document = LegalParser.parse(text)
    #expect(document.units.count <= 2001 + text.utf8.count / 48)
    #expect(document.diagnostics.count <= 1002 + text.utf8.count / 128)
    #expect(document.diagnostics.contains { $0.code == "text.doubtful" })
    #expect(brokenPromises(of: document) == [])
  }

  @Test("no input makes the tree deep or the work long")
  func repeated() {
    for piece in Self.pieces {
      let source = Array(
        ("Pasal 1\n" + String(repeating: piece, count: 20_000 / max(piece.utf8.count, 1))).utf8)
      let document = LegalParser.parse(source)
      #expect(document.units.allSatisfy { $0.depth <= 24 })
      #expect(brokenPromises(of: document) == [], "\(piece.debugDescription)")
    }
    let nested = String(repeating: "a. x:\n1. x:\na) x:\n1) x:\n", count: 2000)
    #expect(LegalParser.parse("Pasal 1\nx:\n" + nested).units.allSatisfy { $0.depth <= 24 })
  }
}
