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
  private static let layoutTexts = [
    "serang-perda-2010-002-pekat.txt", "kp-bpd-v2.txt", "kp-perangkat-desa-v3.txt",
    "kp-usaha-pariwisata-v2.txt", "kp-barang-daerah-v1.txt",
    "kp-perda-2010-003-penyelenggaraan-administrasi-kependudukan.txt",
  ]

  private func check(_ texts: [(name: String, bytes: [UInt8])], _ plan: String, trials: Int) {
    var score = TruthScore()
    for (name, bytes) in texts {
      for seed in 0..<trials {
        score.run(name, bytes, seed: seed, TruthPlans.plans[plan] ?? .init())
      }
    }
    #expect(score.misread * 10 <= score.trials, "\(score.misread) of \(score.trials) misread")
    for name in TruthScore.classes {
      var floor = TruthPlans.floors[name] ?? 1
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

  @Test("what was done to a draft is what is found", arguments: TruthPlans.plans.keys.sorted())
  func drafts(plan: String) {
    let texts = Drafts.keys.compactMap { key in
      Drafts.text(key).map { (name: key, bytes: Array($0.utf8)) }
    }
    #expect(texts.count == Drafts.keys.count)
    check(texts, plan, trials: Soak.count(1, 150))
  }

  @Test(
    "what was done to a text in the layout of its pages is what is found",
    .enabled(if: Corpus.isPresent("kp-bpd-v2.txt"), "no corpus"),
    arguments: TruthPlans.plans.keys.sorted())
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
