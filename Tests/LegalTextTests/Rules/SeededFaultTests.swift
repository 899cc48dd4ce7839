import Testing

@testable import LegalText

/// Faults of every kind, put into the sample drafts one at a time, are found where they are.
@Suite("Drafting rules: seeded faults", .enabled(if: !SampleDraft.all.isEmpty, "Drafts is absent"))
struct SeededFaultTests {
  /// At most this many faults of a kind are tried in a draft.
  static let limit = 3

  @Test(
    "nine in ten are found at the unit, by the rule, with its citation",
    arguments: FaultKind.all)
  func found(kind: FaultKind) {
    var random = SeededNumbers(state: 20_251_114)
    var tried = 0
    var missed: [String] = []
    for draft in SampleDraft.all {
      for fault in kind.seeds(draft).shuffled(using: &random).prefix(Self.limit) {
        tried += 1
        let findings = DraftChecker.check(LegalParser.parse(fault.text))
        let isFound = findings.contains {
          // Of two units of one number, either may be taken for the second.
          $0.rule == fault.rule && $0.citation == fault.citation
            && ($0.address == fault.unit || $0.address == fault.unit + "~2")
        }
        if !isFound {
          let near = findings.map { "\($0.rule) \($0.address)" }.prefix(4)
          missed.append("\(draft.key) \(fault.unit): \(near)")
        }
      }
    }
    #expect(tried > 0)
    #expect(Double(tried - missed.count) >= 0.9 * Double(tried), "\(tried): \(missed)")
  }

  @Test("the drafts themselves have no error and at most one warning", arguments: SampleDraft.all)
  func clean(draft: SampleDraft) {
    let counts = FindingCounts(DraftChecker.check(draft.document))
    #expect(counts.errors == 0)
    #expect(counts.warnings <= 1)
  }
}
