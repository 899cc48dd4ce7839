import LegalText
import Testing

@testable import DraftDiff

/// Pairs of small laws: what holds for any two texts.
@Suite("pairs")
struct MirrorTests {
  @Test("comparing backwards mirrors, and nothing is lost", arguments: 0..<20)
  func generated(part: Int) {
    for index in 0..<Soak.count(100, 5_000) {
      let seed = part * 1_000_000 + index
      let (old, new) = MirroredPair.generated(seed: seed)
      var faults = MirroredPair.faults(old, new)
      if index % 10 == 0 { faults += MirroredPair.faultsAgain(old, new) }
      if !faults.isEmpty { Issue.record("seed \(seed): \(faults)") }
    }
  }

  @Test("comparing the project's drafts backwards mirrors", arguments: Drafts.keys)
  func drafts(key: String) throws {
    let text = try #require(Drafts.text(key))
    for seed in 0..<Soak.count(1, 100) {
      let draft = EditableDraft(Array(text.utf8))
      var edits = DraftEdits(draft, seed: seed)
      edits.run(TruthPlans.plans[["all at once", "splits", "forms"][seed % 3]] ?? .init())
      let faults = MirroredPair.faults(draft.document, LegalParser.parse(draft.print().text))
      #expect(faults.isEmpty, "\(key) seed \(seed)")
    }
  }
}
