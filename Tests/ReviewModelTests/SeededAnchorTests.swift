import DraftDiff
import LegalText
import TestSupport
import Testing

@testable import ReviewModel

/// A regulation whose Pasal keep their identity through revisions.
private struct TracedDraft {
  struct Pasal {
    var id: Int
    var ayat: [String]
  }

  var random: SeededRandom
  var pasal: [Pasal]
  private var next: Int

  init(_ seed: UInt64, count: Int) {
    random = SeededRandom(seed)
    pasal = SampleText.pasal(count, seed: seed &+ 50).enumerated().map { Pasal(id: $0, ayat: $1) }
    // Look-alikes: the same sentence but for one word.
    for pair in 0..<6 {
      let words = "Setiap penyelenggara wajib menyampaikan laporan tahunan kepada dinas bidang"
      pasal[pair * 5].ayat = ["\(words) \(pair.isMultiple(of: 2) ? "sosial" : "kesehatan")."]
      pasal[pair * 5 + 2].ayat = ["\(words) \(["pasar", "jalan", "hutan"][pair / 2])."]
    }
    next = count
  }

  var document: LegalDocument {
    LegalParser.parse(Array(SampleText.regulation(pasal.map(\.ayat), clear: pasal.count).utf8))
  }

  /// One revision: inserts, moves, edits and a swap of neighbours.
  mutating func revise() {
    for _ in 0..<2 {
      pasal.insert(
        Pasal(id: next, ayat: [random.sentence(16)]), at: random.below(pasal.count))
      next += 1
    }
    pasal.insert(pasal.remove(at: random.below(pasal.count)), at: random.below(pasal.count))
    for _ in 0..<3 {
      let index = random.below(pasal.count)
      pasal[index].ayat[0] = random.edited(pasal[index].ayat[0], percent: 12)
    }
    let index = random.below(pasal.count - 2)
    pasal.swapAt(index, index + 2)
    if random.below(2) == 0 { pasal.remove(at: random.below(pasal.count)) }
  }
}

@Suite("Anchors over seeded revisions") struct SeededAnchorTests {
  private static func step(_ old: LegalDocument, _ new: LegalDocument) -> Placer.Step {
    Placer.Step(UnitMatches(Comparison.compare(old, new).alignment, old, new)) { new }
  }

  @Test("none at a wrong place as right, nearly all found", arguments: Rounds.seeds(3))
  func revisions(_ seed: Int) throws {
    var draft = TracedDraft(UInt64(seed) + 11, count: 200)
    let first = draft.pasal
    let origin = draft.document
    var steps: [Placer.Step] = []
    var before = origin
    for _ in 0..<10 {
      draft.revise()
      let document = draft.document
      steps.append(
        Self.step(before, document))
      before = document
    }
    let now = Dictionary(
      draft.pasal.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { old, _ in old })
    var (surviving, found, wrong) = (0, 0, 0)
    for (index, pasal) in first.enumerated() {
      for prefix in ["", "penjelasan/"] {
        let placement = try Placer.place(
          "\(prefix)pasal-\(index + 1)", of: origin, through: steps)
        let expected = now[pasal.id].map { "\(prefix)pasal-\($0)" }
        if prefix.isEmpty, expected != nil { surviving += 1 }
        guard let address = placement.address else { continue }
        if address != expected { wrong += 1 }
        if prefix.isEmpty, address == expected { found += 1 }
      }
    }
    #expect(wrong == 0)
    #expect(found * 100 >= surviving * 98, "\(found) of \(surviving)")
  }

  @Test("a removed ayat whose words went into another of its Pasal is found as changed there")
  func quoted() throws {
    let long = """
      pemilik usaha wajib menyimpan salinan perizinan di tempat yang mudah dilihat oleh petugas \
      dan pengunjung pada jam buka
      """
    var pasal = SampleText.pasal(8, seed: 3)
    pasal[3] = [
      "Ketentuan umum tentang pintu masuk dan pintu keluar.", "Bahwa \(long).",
      "Petugas memeriksa kebersihan dapur setiap bulan.",
    ]
    let old = LegalParser.parse(Array(SampleText.regulation(pasal).utf8))
    pasal[3] = [
      "Ketentuan umum tentang pintu masuk dan pintu keluar.",
      "Petugas memeriksa kebersihan dapur setiap bulan, mencatat hasilnya dalam buku yang "
        + "disediakan dinas, menegur yang lalai, dan memastikan \(long).",
    ]
    let new = LegalParser.parse(Array(SampleText.regulation(pasal).utf8))
    let placement = try Placer.place("pasal-4/ayat-2", of: old, through: [Self.step(old, new)])
    #expect(placement == Placement(state: .changed, address: "pasal-4/ayat-2"))
    // In the whole draft the words are not looked for, only within what held the unit.
    var gone = pasal
    gone[3] = ["Petugas memeriksa kebersihan dapur setiap bulan."]
    gone[6] = ["Dipindahkan ke sini: \(long)."]
    let elsewhere = LegalParser.parse(Array(SampleText.regulation(gone).utf8))
    let away = try Placer.place(
      "pasal-4/ayat-2", of: old, through: [Self.step(old, elsewhere)])
    #expect(away.state == .detached || away.address == "pasal-7")
  }
}
