import LegalText
import TestSupport
import Testing

/// Numbers that are the same on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

private let text = """
  menimbang | Menimbang: |
    menimbang/huruf-a | a. | bahwa menurut Pasal 18 ayat (6) Undang-Undang Dasar dan huruf a;
  bab-1 | BAB I | UMUM
    bab-1/bagian-1 | Bagian Kesatu | Umum
      pasal-1 | Pasal 1 |
        pasal-1/angka-1 | 1. | Kios menurut angka 1 dan Pasal 1 angka 1.
      pasal-2 | Pasal 2 |
        pasal-2/ayat-1 | (1) | Menurut Pasal 2 ayat (2) huruf a,\\ 12\\ huruf b, dan ayat (1) kecuali
        pasal-2/ayat-2 | (2) | Pasal 1, Pasal 2, s.d. Pasal 9 KUHP dan Pasal 5A Peraturan ini:
          pasal-2/ayat-2/huruf-a | a. | BAB I sampai dengan BAB IIA serta Bagian Kedua Belas;
          pasal-2/ayat-2/huruf-b | b. | Pasal 1O ayat (21 dan 3 hari pasal tersebut.
  penjelasan | PENJELASAN |
    penjelasan/pasal-2 | Pasal 2 | Ayat (1) dan (2) Pasal 2, huruf aa angka 1) huruf b).
  """

/// What holds for every reference of every text.
private func check(_ references: [Reference], _ document: LegalDocument) {
  var last = 0
  for reference in references {
    #expect(reference.range.lowerBound >= last)
    last = reference.range.lowerBound
    let own = document.ownRanges(of: reference.unit)
    #expect(
      own.contains {
        $0.lowerBound <= reference.range.lowerBound
          && reference.range.upperBound <= $0.upperBound
      })
    #expect(!reference.parts.isEmpty)
    for part in reference.parts {
      #expect(!part.number.isEmpty && !part.numberRange.isEmpty)
      #expect(reference.range.lowerBound <= part.numberRange.lowerBound)
      #expect(part.numberRange.upperBound <= reference.range.upperBound)
    }
    if let target = reference.target {
      #expect(document.units[target].address == reference.address)
    }
    #expect((reference.scope == .external) == (reference.address == nil))
  }
}

@Suite struct ReferencePropertyTests {
  @Test func holdsForTheTextItself() {
    let document = RegulationFixture.document(text)
    let references = ReferenceScanner.references(in: document)
    #expect(references.count > 15)
    check(references, document)
  }

  /// The bytes under the units change; the units stay where they were.
  @Test(arguments: Rounds.seeds(40).map(UInt64.init))
  func holdsForMutatedBytes(seed: UInt64) {
    var random = SplitMix(state: seed)
    let document = RegulationFixture.document(text)
    let alphabet = Array("Pasal ayat(1)huruf,.;\n\u{C}0IlO \u{A0}\u{2013}dan^_BAB".utf8)
    for _ in 0..<25 {
      var source = document.source
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        let position = Int.random(in: source.indices, using: &random)
        source[position] =
          Bool.random(using: &random)
          ? alphabet[Int.random(in: alphabet.indices, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      let mutated = LegalDocument(source: source, units: document.units)
      check(ReferenceScanner.references(in: mutated), mutated)
    }
  }

  @Test func endsAnywhere() {
    let sentence = Array("dalam Pasal 12A ayat (2) huruf b angka 3 s.d. angka 5, kecuali".utf8)
    for end in 0...sentence.count {
      let source = Array(sentence[..<end])
      let unit = Unit(
        kind: .pasal, address: "pasal-1", label: "", heading: "", depth: 0, range: 0..<end,
        labelRange: 0..<0, parent: nil, subtreeEnd: 1)
      let document = LegalDocument(source: source, units: [unit])
      check(ReferenceScanner.references(in: document), document)
    }
  }

  /// Quadratic time would show as a test that does not end.
  @Test(arguments: [
    ("Pasal 5, ", 10_000), ("ayat (1), Pasal 7 ", 20_000), ("Undang-Undang ", 0),
    ("Pasal 3 KUHP; ", 10_000), ("huruf a ayat (1) ", 20_000),
  ])
  func readsLongRuns(piece: String, atMost: Int) {
    let source = Array(String(repeating: piece, count: 10_000).utf8)
    let unit = Unit(
      kind: .pasal, address: "pasal-1", label: "", heading: "", depth: 0,
      range: 0..<source.count, labelRange: 0..<0, parent: nil, subtreeEnd: 1)
    let document = LegalDocument(source: source, units: [unit])
    let count = ReferenceScanner.references(in: document).count
    #expect(count <= atMost && count >= atMost / 4)
  }

  @Test func indexFindsWhoCites() throws {
    let document = RegulationFixture.document(
      """
      pasal-1 | Pasal 1 | Menurut Pasal 2 ayat (1) dan Pasal 4.
      pasal-2 | Pasal 2 |
        pasal-2/ayat-1 | (1) | Menurut Pasal 2.
      pasal-3 | Pasal 3 | Menurut Pasal 2 sampai dengan Pasal 4.
      pasal-4 | Pasal 4 | Tutup.
      """)
    let index = ReferenceIndex(
      references: ReferenceScanner.references(in: document), in: document)
    func cited(_ address: String, inside: Bool) throws -> [String] {
      let unit = try #require(document.index(ofAddress: address))
      return index.citations(of: unit, includingInside: inside).map { $0.printed(in: document) }
    }
    #expect(try cited("pasal-2", inside: false) == ["Pasal 2", "Pasal 2"])
    #expect(try cited("pasal-2", inside: true) == ["Pasal 2 ayat (1)", "Pasal 2", "Pasal 2"])
    #expect(try cited("pasal-3", inside: true) == ["Pasal 4"])
    #expect(try cited("pasal-4", inside: true) == ["Pasal 4", "Pasal 4"])
    #expect(try cited("pasal-1", inside: true) == [])
    #expect(index.citations(of: 99) == [])
  }
}
