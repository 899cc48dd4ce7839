import LegalText
import TestSupport

@testable import DraftDiff

/// A record without its direction: what a comparison and the reverse one must agree on.
struct MirroredChange: Hashable {
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

/// Pairs of texts, compared there and back.
enum MirroredPair {
  /// What is broken: of either comparison, or between them.
  static func faults(_ old: LegalDocument, _ new: LegalDocument) -> [String] {
    let there = Comparison.compare(old, new)
    let back = Comparison.compare(new, old)
    let forward = Set(there.changes.filter(isRecord).map { MirroredChange($0, reversed: false) })
    let backward = Set(back.changes.filter(isRecord).map { MirroredChange($0, reversed: true) })
    return Invariants(there, old, new).faults() + Invariants(back, new, old).faults()
      + (forward == backward ? [] : ["the reverse is another"])
  }

  /// What is broken where a comparison is made again, or a text compared to itself.
  static func faultsAgain(_ old: LegalDocument, _ new: LegalDocument) -> [String] {
    let changes = Comparison.compare(old, new).changes
    return (Comparison.compare(old, new).changes == changes ? [] : ["another result"])
      + (Comparison.compare(old, old).changes.isEmpty ? [] : ["a text differs from itself"])
  }

  /// A record that only warns of a reference has no reverse: what was stale is so in one direction.
  private static func isRecord(_ change: Change) -> Bool {
    !change.kinds.isEmpty || change.references.contains { $0.effect == .consequential }
  }

  /// A small law and a later draft of it.
  static func generated(seed: Int) -> (old: LegalDocument, new: LegalDocument) {
    var random = SeededRandom(UInt64(seed) &+ 77)
    let percent = [0, 5, 20, 50, 90][random.below(5)]
    let revision = SampleRevision(seed: seed, percent: percent, articles: 2 + random.below(6))
    return (revision.old.render(), revision.new.render())
  }
}
