import LegalText

@testable import DraftDiff

/// Right, wrong and missed findings by class, summed over trials.
struct TruthScore {
  private(set) var tallies: [String: Tally] = [:]
  private(set) var trials = 0
  /// Trials whose new text was not read as it was written: the parser's, not ours.
  private(set) var misread = 0
  /// Units of which only the number of a page that was read as text changed: the parser's too.
  private(set) var pageNumbers = 0
  /// Wrong and missed findings.
  private(set) var faults: [String] = []

  static let classes = [
    "inserted", "removed", "renumbered", "moved", "edited", "split", "merged", "consequential",
    "stale", "dangling", "substantive",
  ]

  subscript(name: String) -> Tally { tallies[name] ?? Tally() }

  mutating func run(_ name: String, _ source: [UInt8], seed: Int, _ plan: DraftEdits.Plan) {
    let draft = EditableDraft(source)
    var edits = DraftEdits(draft, seed: seed)
    edits.run(plan)
    let (text, starts) = draft.print()
    let new = LegalParser.parse(text)
    guard let ids = identities(new, starts, draft) else {
      misread += 1
      return
    }
    trials += 1
    let comparison = Comparison.compare(draft.document, new)
    let label = "\(name) seed \(seed)"
    add(comparison, edits.truth, draft, ids, label)
    addReferences(comparison, edits.truth, draft, label)
  }

  /// The node of each new unit; nil when a node is not read where it was written, or as another
  /// kind of unit.
  private func identities(
    _ new: LegalDocument, _ starts: [Int: [EditableDraft.Node]], _ draft: EditableDraft
  ) -> [Int: Int]? {
    var ids: [Int: Int] = [:]
    var found = 0
    for (index, unit) in new.units.enumerated() {
      guard
        let node = starts[unit.range.lowerBound]?.first(where: {
          $0.kind == unit.kind && $0.label == Array(unit.label.utf8) || unit.label.isEmpty
        })
      else { return nil }
      ids[index] = node.id
      found += 1
    }
    return found == starts.values.reduce(0) { $0 + $1.count } ? ids : nil
  }

  private mutating func add(
    _ comparison: Comparison, _ truth: DraftEdits.Truth, _ draft: EditableDraft, _ ids: [Int: Int],
    _ label: String
  ) {
    func found(_ kind: ChangeKind) -> Set<Int> {
      Set(
        comparison.changes.filter { $0.kinds.contains(kind) }.compactMap { change in
          change.new.flatMap { ids[$0.unit] } ?? change.old?.unit
        })
    }
    func describe(_ id: Int) -> String {
      let node = draft.nodes[id]
      let old = node.unit.map { draft.document.units[$0].address } ?? "-"
      return "\(node.kind.rawValue) \(old) now \(String(decoding: node.label, as: UTF8.self))"
    }
    func add(_ name: String, _ found: Set<Int>, _ truth: Set<Int>) {
      tallies[name, default: Tally()].add(found: found, truth: truth)
      for id in found.subtracting(truth).sorted() {
        faults.append("\(label): wrong \(name) \(describe(id))")
      }
      for id in truth.subtracting(found).sorted() {
        faults.append("\(label): missed \(name) \(describe(id))")
      }
    }
    add("inserted", found(.inserted), truth.inserted)
    add("removed", found(.removed), truth.removed)
    add("renumbered", found(.renumbered), truth.renumbered)
    add("moved", found(.moved), truth.moved)
    let paged = Set(
      comparison.changes.filter(Self.isPageNumber).compactMap { $0.new.flatMap { ids[$0.unit] } }
    ).subtracting(truth.edited)
    pageNumbers += paged.count
    add(
      "edited", found(.edited).subtracting(paged).subtracting(truth.uncertain),
      truth.edited.subtracting(truth.uncertain))
    add("split", found(.split), truth.split)
    let merged = comparison.changes.filter { $0.kinds.contains(.merged) }.compactMap(\.old?.unit)
    add("merged", Set(merged), truth.merged)
  }

  private static func isPageNumber(_ change: Change) -> Bool {
    let edits = change.words.filter { $0.op != .equal && $0.effect == nil }
    return change.kinds.contains(.edited)
      && edits.allSatisfy { edit in
        edit.text.utf8.allSatisfy { Whitespace.isSpace($0) || ($0 >= 0x30 && $0 <= 0x39) }
      }
  }

  private mutating func addReferences(
    _ comparison: Comparison, _ truth: DraftEdits.Truth, _ draft: EditableDraft, _ label: String
  ) {
    var found: [String: Set<Int>] = [:]
    let known = Set(
      draft.references.filter { $0.target != nil }.map(\.range.lowerBound))
    for effect in comparison.changes.flatMap(\.references)
    where known.contains(effect.oldRange.lowerBound) {
      found[effect.effect.rawValue, default: []].insert(effect.oldRange.lowerBound)
    }
    for name in ["consequential", "stale", "dangling", "substantive"] {
      let expected = Set(truth.effects.filter { $0.value == name }.keys)
      let seen = found[name] ?? []
      tallies[name, default: Tally()].add(found: seen, truth: expected)
      for place in seen.symmetricDifference(expected).sorted() {
        let reference = draft.references.first { $0.range.lowerBound == place }
        let text = reference.map { $0.printed(in: draft.document) } ?? "?"
        let unit = reference.map { draft.document.units[$0.unit].address } ?? "?"
        let verdict = seen.contains(place) ? "wrong" : "missed"
        faults.append("\(label): \(verdict) \(name) \(text) in \(unit)")
      }
    }
  }
}

/// Right, wrong and missed findings of one class.
struct Tally {
  var right = 0
  var wrong = 0
  var missed = 0

  mutating func add(found: Set<Int>, truth: Set<Int>) {
    right += found.intersection(truth).count
    wrong += found.subtracting(truth).count
    missed += truth.subtracting(found).count
  }

  var f1: Double {
    right == 0 && wrong + missed == 0
      ? 1 : 2 * Double(right) / Double(2 * right + wrong + missed)
  }
}
