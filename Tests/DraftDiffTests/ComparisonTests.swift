import LegalText
import TestSupport
import Testing

@testable import DraftDiff

@Suite("comparison")
struct ComparisonTests {
  private func law(_ seed: Int, _ articles: Int = 40) -> SampleLaw {
    var random = SeededRandom(UInt64(seed))
    return SampleLaw.make(&random, articles: articles)
  }

  private func compare(_ old: SampleLaw, _ new: SampleLaw) -> Comparison {
    let (before, after) = (old.render(), new.render())
    let comparison = Comparison.compare(before, after)
    checkInvariants(comparison, before, after)
    return comparison
  }

  private func expect(
    _ comparison: Comparison, inserted: Int = 0, removed: Int = 0, edited: Int = 0,
    moved: Int = 0, _ comment: Comment? = nil, at place: SourceLocation = #_sourceLocation
  ) {
    let found = comparison.summary
    #expect(
      [found.inserted, found.removed, found.edited, found.moved]
        == [inserted, removed, edited, moved], comment, sourceLocation: place)
  }

  @Test("a text compared with itself has no change", arguments: 0..<20)
  func same(seed: Int) {
    let comparison = compare(law(seed), law(seed))
    #expect(comparison.changes.isEmpty)
    #expect(comparison.summary == ChangeSummary())
  }

  @Test("inserting one Pasal is one insertion, whatever is renumbered after it")
  func insertion() {
    let old = law(1, 400)
    var new = old
    let text = "Setiap orang wajib menjaga ketenteraman lingkungan masing-masing."
    new.items.insert(.article(.init(id: 9_000, ayat: [text])), at: new.articlePositions[12])
    let comparison = compare(old, new)
    expect(comparison, inserted: 1)
    #expect(comparison.summary.renumbered == 388)
    #expect(comparison.summary.insertedWords == 9)
    #expect(comparison.summary.deletedWords == 0)
    let shifted = old.articles.flatMap(\.ayat).reduce(0) { count, text in
      count + text.split(separator: "@").dropFirst().count { (Int($0.dropLast()) ?? 0) >= 12 }
    }
    #expect(shifted > 50)
    #expect(comparison.summary.references == [.consequential: shifted])
  }

  @Test("a Pasal numbered 5A renumbers nothing")
  func suffixed() {
    let old = law(2)
    var new = old
    new.items.insert(
      .article(.init(id: 9_000, ayat: ["Wali Kota membentuk gugus tugas ketenteraman."])),
      at: new.articlePositions[5])
    new.fixed[9_000] = "5A"
    let comparison = compare(old, new)
    expect(comparison, inserted: 1)
    #expect(comparison.summary.renumbered == 0)
    #expect(comparison.changes.count == 1)
    #expect(comparison.changes.first?.new?.label == "Pasal 5A")
  }

  @Test("a reference left behind is stale, one to a removed Pasal dangling")
  func staleAndDangling() {
    var old = law(3)
    old.items.append(.article(.init(id: 500, ayat: ["Pengawasan menurut @20 dilakukan berkala."])))
    old.items.append(.article(.init(id: 501, ayat: ["Sanksi menurut @8 dijatuhkan bertahap."])))
    var new = old
    new.frozen = [20: old.numbers[20] ?? "", 8: old.numbers[8] ?? ""]
    new.items.remove(at: new.articlePositions[8])
    let comparison = compare(old, new)
    expect(comparison, removed: 1)
    let effects = comparison.changes.flatMap(\.references)
    let stale = effects.filter { $0.effect == .stale }
    #expect(stale.contains { $0.from == "Pasal 21" && $0.to == "Pasal 21" })
    #expect(effects.contains { $0.effect == .dangling && $0.from == "Pasal 9" })
    #expect(comparison.summary.count(of: .substantive) == 0)
  }

  @Test("a reference changed to another Pasal is an edit with visible words")
  func substantive() {
    var old = law(4)
    old.items.append(.article(.init(id: 500, ayat: ["Pengawasan menurut @20 dilakukan berkala."])))
    var new = old
    new.items.insert(
      .article(.init(id: 600, ayat: ["Izin berlaku selama tiga tahun."])),
      at: new.articlePositions[5])
    new.items[new.items.count - 1] = .article(
      .init(id: 500, ayat: ["Pengawasan menurut @22 dilakukan berkala."]))
    let comparison = compare(old, new)
    expect(comparison, inserted: 1, edited: 1)
    let change = comparison.changes.first { $0.kinds.contains(.edited) }
    #expect(
      change?.words.filter { $0.op != .equal }.map(\.text) == ["21", "24"].map { "Pasal " + $0 })
    #expect(comparison.summary.count(of: .substantive) == 1)
  }

  @Test("a moved Pasal is one record with its edits", arguments: [0, 10, 20, 30])
  func move(percent: Int) {
    var correct = 0
    var total = 0
    for seed in Rounds.seeds(20) {
      var random = SeededRandom(UInt64(seed + 1_000))
      let old = law(seed + 50)
      var new = old
      let item = new.items.remove(at: new.articlePositions[random.below(12)])
      guard case .article(var article) = item else { continue }
      article.ayat = article.ayat.map { random.edited($0, percent: percent) }
      new.items.insert(.article(article), at: new.articlePositions[20 + random.below(15)])
      let comparison = compare(old, new)
      let moved = comparison.changes.filter { $0.kinds.contains(.moved) && $0.kind == .pasal }
      total += 1
      let label = "Pasal \(old.numbers[article.id] ?? "")"
      if moved.map({ $0.old?.label }) == [label], comparison.summary.removed == 0 { correct += 1 }
      if percent == 0 { expect(comparison, moved: 1) }
    }
    #expect(correct * 100 >= total * (percent == 0 ? 100 : 90))
  }

  @Test("two Pasal that changed places are one move")
  func swap() {
    let old = law(7)
    var new = old
    let (x, y) = (new.articlePositions[10], new.articlePositions[11])
    new.items.swapAt(x, y)
    let comparison = compare(old, new)
    #expect(comparison.summary.moved == 1)
    #expect(comparison.summary.renumbered == 2)
    #expect(comparison.summary.edited == 0)
  }

  @Test("a Pasal cut in two, and two made one")
  func splitAndMerge() {
    var random = SeededRandom(77)
    let (first, second) = (random.sentence(25), random.sentence(25))
    let base = law(8)
    var whole = base
    var parts = base
    let place = base.articlePositions[9]
    whole.items.insert(.article(.init(id: 700, ayat: [first + " " + second])), at: place)
    parts.items.insert(.article(.init(id: 700, ayat: [first])), at: place)
    parts.items.insert(.article(.init(id: 701, ayat: [second])), at: place + 1)
    let split = compare(whole, parts)
    #expect(split.summary.split == 2)
    expect(split)
    let merge = compare(parts, whole)
    #expect(merge.summary.merged == 2)
    expect(merge)
  }

  @Test("look-alikes are paired by place, and said to be uncertain when that does not tell")
  func lookAlikes() {
    var old = law(9)
    let same = "Ketentuan lebih lanjut diatur dengan Peraturan Wali Kota."
    for position in [3, 9, 20] {
      old.items.insert(
        .article(.init(id: 800 + position, ayat: [same])), at: old.articlePositions[position])
    }
    let even = compare(old, old)
    let before = old.render()
    #expect(
      before.units.indices.allSatisfy {
        even.alignment.counterpart(ofOld: $0)?.isAmbiguous == false
      })
    var new = old
    new.items.insert(.article(.init(id: 900, ayat: [same])), at: new.articlePositions[9])
    let uneven = compare(old, new)
    expect(uneven, inserted: 1)
    let doubtful = before.units.indices.filter {
      uneven.alignment.counterpart(ofOld: $0)?.isAmbiguous == true
    }
    #expect(doubtful.map { before.units[$0].label } == ["Pasal 10"])
  }

  @Test("relabelling alone gives renumberings and consequential references", arguments: 0..<10)
  func relabelling(seed: Int) {
    let old = law(seed + 300)
    var new = old
    var random = SeededRandom(UInt64(seed))
    let id = random.below(20)
    new.fixed[id] = "\(id)A"
    let comparison = compare(old, new)
    expect(comparison)
    #expect(comparison.summary.renumbered > 0)
    #expect(comparison.changes.allSatisfy { $0.kinds.isSubset(of: [.renumbered]) })
    #expect(Set(comparison.summary.references.keys).isSubset(of: [.consequential]))
  }
}
