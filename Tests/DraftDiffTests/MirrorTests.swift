import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// A record without its direction: what a comparison and the reverse one must agree on.
private struct MirroredChange: Hashable {
  struct Edit: Hashable {
    var before = ""
    var after = ""
    var isDimmed = false
  }

  var kinds: Set<ChangeKind>
  var from: Range<Int>?
  var to: Range<Int>?
  var words: [Edit]
  var effects: [String]

  init(_ change: Change, reversed: Bool) {
    let mirrored: [ChangeKind: ChangeKind] = [
      .inserted: .removed, .removed: .inserted, .split: .merged, .merged: .split,
    ]
    kinds = reversed ? Set(change.kinds.map { mirrored[$0] ?? $0 }) : change.kinds
    from = reversed ? change.new?.range : change.old?.range
    to = reversed ? change.old?.range : change.new?.range
    effects = change.references.filter { $0.effect == .consequential }
      .map { reversed ? "\($0.to) \($0.from)" : "\($0.from) \($0.to)" }
    words = []
    var last: WordChange.Operation = .equal
    for word in change.words {
      let op: WordChange.Operation =
        switch word.op {
        case .equal: .equal
        case .insert: reversed ? .delete : .insert
        case .delete: reversed ? .insert : .delete
        }
      // A deletion and an insertion at one place have no order of their own.
      let isSamePlace =
        last != .equal && op != .equal && words.last?.isDimmed == (word.effect != nil)
        && (op == .insert ? words.last?.after.isEmpty : words.last?.before.isEmpty) == true
      var edit = isSamePlace ? words.removeLast() : Edit()
      edit.isDimmed = word.effect != nil
      if op != .insert { edit.before += word.text }
      if op != .delete { edit.after += word.text }
      words.append(edit)
      last = op
    }
  }
}

/// Pairs of small laws: what holds for any two texts.
@Suite("pairs")
struct MirrorTests {
  private func check(_ old: LegalDocument, _ new: LegalDocument, _ comment: Comment) {
    let there = Comparison.compare(old, new)
    let back = Comparison.compare(new, old)
    checkInvariants(there, old, new)
    checkInvariants(back, new, old)
    let forward = Set(there.changes.filter(isRecord).map { MirroredChange($0, reversed: false) })
    let backward = Set(back.changes.filter(isRecord).map { MirroredChange($0, reversed: true) })
    #expect(forward == backward, comment)
  }

  private func checkAgain(_ old: LegalDocument, _ new: LegalDocument, _ comment: Comment) {
    let changes = Comparison.compare(old, new).changes
    #expect(Comparison.compare(old, new).changes == changes, comment)
    #expect(Comparison.compare(old, old).changes.isEmpty, comment)
  }

  /// A record that only warns of a reference has no reverse: what was stale is so in one direction.
  private func isRecord(_ change: Change) -> Bool {
    !change.kinds.isEmpty || change.references.contains { $0.effect == .consequential }
  }

  @Test("comparing backwards mirrors, and nothing is lost", arguments: 0..<20)
  func generated(part: Int) {
    for index in 0..<Soak.count(100, 5_000) {
      let seed = part * 1_000_000 + index
      var random = SeededRandom(UInt64(seed) &+ 77)
      let percent = [0, 5, 20, 50, 90][random.below(5)]
      let revision = SampleRevision(
        seed: seed, percent: percent, articles: 2 + random.below(6))
      let (old, new) = (revision.old.render(), revision.new.render())
      check(old, new, "seed \(seed)")
      if index % 10 == 0 { checkAgain(old, new, "seed \(seed)") }
    }
  }

  @Test("comparing the project's drafts backwards mirrors", arguments: Drafts.keys)
  func drafts(key: String) throws {
    let text = try #require(Drafts.text(key))
    for seed in 0..<Soak.count(1, 200) {
      let draft = EditableDraft(Array(text.utf8))
      var edits = DraftEdits(draft, seed: seed)
      edits.run(.init(percent: 20, moves: 1, movePercent: 20, splits: 1, merges: 1, inner: 6))
      check(draft.document, LegalParser.parse(draft.print().text), "\(key) seed \(seed)")
    }
  }
}
