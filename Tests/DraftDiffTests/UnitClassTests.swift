import LegalText
import Testing

@testable import DraftDiff

/// The numbers by which equal units are known: equal on both sides exactly where the content is.
@Suite("classes of units")
struct UnitClassTests {
  /// Content written out: what two units must have in common to have the same number.
  private struct Contents {
    var ownStrict: [[Int32]] = []
    var ownMasked: [[Int32]] = []
    var treeStrict: [String] = []
    var treeMasked: [String] = []

    init(_ text: IndexedDocument) {
      let units = text.units.indices
      ownStrict = units.map { Array(text.text.ids[text.own[$0]]) }
      ownMasked = units.map { Array(text.masked[text.own[$0]]) }
      treeStrict = units.map { _ in "" }
      treeMasked = treeStrict
      for unit in units.reversed() {
        let kind = text.units[unit].kind
        let held = text.children[unit]
        treeMasked[unit] = "\(kind)\(ownMasked[unit])(\(held.map { treeMasked[$0] }))"
        treeStrict[unit] =
          "\(kind)\(ownStrict[unit])(\(held.map { "\(text.numbers[$0]) \(treeStrict[$0])" }))"
      }
    }
  }

  /// What differs between the numbers and the content of all units of both texts.
  private func faults<Content: Hashable>(_ numbers: [Int32], _ contents: [Content]) -> Int {
    var numberOf: [Content: Int32] = [:]
    var contentOf: [Int32: Content] = [:]
    var faults = 0
    for (number, content) in zip(numbers, contents) {
      if numberOf.updateValue(number, forKey: content) ?? number != number { faults += 1 }
      if contentOf.updateValue(content, forKey: number) ?? content != content { faults += 1 }
    }
    return faults
  }

  private func check(_ old: LegalDocument, _ new: LegalDocument, _ note: String) {
    let pair = ComparablePair(old, new)
    var tables = ClassTables(pair.vocabulary, bytes: old.source.count + new.source.count)
    let first = IndexedDocument(pair.first, &tables)
    let second = IndexedDocument(pair.second, &tables, after: first)
    let (x, y) = (Contents(first), Contents(second))
    #expect(
      faults(first.ownStrict + second.ownStrict, x.ownStrict + y.ownStrict) == 0, "\(note)")
    #expect(
      faults(first.ownMasked + second.ownMasked, x.ownMasked + y.ownMasked) == 0, "\(note)")
    #expect(
      faults(first.treeStrict + second.treeStrict, x.treeStrict + y.treeStrict) == 0, "\(note)")
    #expect(
      faults(first.treeMasked + second.treeMasked, x.treeMasked + y.treeMasked) == 0, "\(note)")
    let words = (first.text.ids + second.text.ids).map { Array(tables.vocabulary.bytes($0)) }
    #expect(faults(first.text.ids + second.text.ids, words) == 0, "\(note)")
  }

  @Test("a draft and an edited one", arguments: Drafts.keys)
  func drafts(key: String) throws {
    let text = try #require(Drafts.text(key))
    for (seed, plan) in ["all at once", "splits", "forms"].enumerated() {
      let draft = EditableDraft(Array(text.utf8))
      var edits = DraftEdits(draft, seed: seed)
      edits.run(TruthPlans.plans[plan] ?? .init())
      check(draft.document, LegalParser.parse(draft.print().text), "\(key) \(plan)")
    }
  }

  @Test("small laws")
  func pairs() {
    for seed in 0..<Soak.count(60, 2_000) {
      let (old, new) = MirroredPair.generated(seed: seed)
      check(old, new, "seed \(seed)")
      check(new, old, "seed \(seed), backwards")
    }
  }

  @Test("two different drafts")
  func others() throws {
    let texts = try Drafts.keys.map { try #require(Drafts.text($0)) }
    for (a, b) in zip(texts, texts.dropFirst()) {
      check(LegalParser.parse(Array(a.utf8)), LegalParser.parse(Array(b.utf8)), "other draft")
    }
  }
}
