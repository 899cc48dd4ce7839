import LegalText
import Testing

@testable import DraftDiff

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much is generated: little in every run, much with `NASKAH_SOAK=1`.
enum Soak {
  static let isOn = getenv("NASKAH_SOAK").map { String(cString: $0) == "1" } ?? false

  static func count(_ usual: Int, _ soak: Int) -> Int { isOn ? soak : usual }
}

/// Edits with a known truth on whole texts: the drafts of the project, and real texts in the layout
/// of their pages where they are present.
@Suite("truth")
struct TruthTests {
  static let floors: [String: Double] = [
    "inserted": 0.99, "removed": 0.99, "renumbered": 0.99, "moved": 0.95, "edited": 0.98,
    "split": 0.9, "merged": 0.9, "consequential": 0.97, "stale": 0.97, "dangling": 0.97,
  ]

  static let plans: [String: DraftEdits.Plan] = [
    "mixed": .init(),
    "moves": .init(edits: 2, moves: 2, inner: 1),
    "moves and edits": .init(edits: 2, percent: 15, moves: 2, movePercent: 30, inner: 1),
    "splits": .init(edits: 2, percent: 10, splits: 1, merges: 1, inner: 1),
    "edits": .init(edits: 8, percent: 30, insertions: 2, removals: 2, inner: 2),
    "items": .init(edits: 1, insertions: 0, removals: 0, inner: 12),
  ]

  private static let layoutTexts = [
    "serang-perda-2010-002-pekat.txt", "kp-bpd-v2.txt", "kp-perangkat-desa-v3.txt",
    "kp-usaha-pariwisata-v2.txt", "kp-barang-daerah-v1.txt",
    "kp-perda-2010-003-penyelenggaraan-administrasi-kependudukan.txt",
  ]

  private func check(_ texts: [(name: String, bytes: [UInt8])], _ plan: String, trials: Int) {
    var score = TruthScore()
    for (name, bytes) in texts {
      for seed in 0..<trials {
        score.run(name, bytes, seed: seed, Self.plans[plan] ?? .init())
      }
    }
    #expect(score.misread * 10 <= score.trials, "\(score.misread) of \(score.trials) misread")
    for name in TruthScore.classes {
      var floor = Self.floors[name] ?? 1
      if name == "moved", plan == "moves and edits" { floor = 0.9 }
      let tally = score[name]
      #expect(
        tally.f1 >= floor,
        """
        \(plan): \(name) \(tally.f1), right \(tally.right), wrong \(tally.wrong), \
        missed \(tally.missed)
        \(score.faults.filter { $0.contains(name) }.prefix(8).joined(separator: "\n"))
        """)
    }
  }

  @Test("what was done to a draft is what is found", arguments: plans.keys.sorted())
  func drafts(plan: String) {
    let texts = Drafts.keys.compactMap { key in
      Drafts.text(key).map { (name: key, bytes: Array($0.utf8)) }
    }
    #expect(texts.count == Drafts.keys.count)
    check(texts, plan, trials: Soak.count(1, 150))
  }

  @Test(
    "what was done to a text in the layout of its pages is what is found",
    .enabled(if: Corpus.isPresent("kp-bpd-v2.txt"), "no corpus"), arguments: plans.keys.sorted())
  func layout(plan: String) {
    let names = Soak.isOn ? Self.layoutTexts : Array(Self.layoutTexts.prefix(2))
    let texts = names.compactMap { name in
      Corpus.text(name).map { (name: name, bytes: Array($0.utf8)) }
    }
    check(texts, plan, trials: Soak.count(1, 60))
  }
}

/// The drafts that the project holds.
enum Drafts {
  static let keys = ["pekat", "puk", "rtrw"]

  static func text(_ key: String) -> String? {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return File.text("/" + parts.joined(separator: "/") + "/Drafts/\(key)/naskah.txt")
  }
}
