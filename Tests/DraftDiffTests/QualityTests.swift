import LegalText
import TestSupport
import Testing

@testable import DraftDiff

@Suite("quality")
struct QualityTests {
  private struct Tallies {
    var inserted = Tally()
    var removed = Tally()
    var edited = Tally()
    var moved = Tally()
    var stale = Tally()
  }

  private func measure(_ percent: Int, seeds: Range<Int>) -> Tallies {
    var tallies = Tallies()
    for seed in seeds {
      let revision = SampleRevision(seed: seed, percent: percent)
      let (old, new) = (revision.old.render(), revision.new.render())
      let comparison = Comparison.compare(old, new)
      checkInvariants(comparison, old, new)
      let oldIds = ids(old, revision.old)
      let newIds = ids(new, revision.new)
      func found(_ kind: ChangeKind, _ side: (Change) -> Int?) -> Set<Int> {
        Set(comparison.changes.filter { $0.kinds.contains(kind) }.compactMap(side))
      }
      let article = { (change: Change) in change.new.flatMap { newIds[$0.unit] } }
      let oldArticle = { (change: Change) in change.old.flatMap { oldIds[$0.unit] } }
      tallies.inserted.add(
        found: found(.inserted) { $0.kind == .pasal ? article($0) : nil },
        truth: revision.inserted)
      tallies.removed.add(
        found: found(.removed) { $0.kind == .pasal ? oldArticle($0) : nil },
        truth: revision.removed)
      tallies.moved.add(
        found: found(.moved) { $0.kind == .pasal ? oldArticle($0) : nil },
        truth: revision.moved.subtracting(revision.removed))
      let changed = comparison.changes.filter {
        $0.kinds.contains(.edited)
          || (!$0.kinds.isDisjoint(with: [.inserted, .removed]) && $0.kind == .ayat)
      }
      tallies.edited.add(
        found: Set(changed.compactMap { oldArticle($0) ?? article($0) }), truth: revision.edited)
      addStale(comparison, old, new, revision, &tallies)
    }
    return tallies
  }

  private func addStale(
    _ comparison: Comparison, _ old: LegalDocument, _ new: LegalDocument,
    _ revision: SampleRevision, _ tallies: inout Tallies
  ) {
    let oldIds = ids(old, revision.old)
    let newIds = ids(new, revision.new)
    let citing = revision.new.articles.filter { article in
      article.ayat.contains { text in revision.stale.contains { text.contains("@\($0).") } }
        && revision.old.articles.contains { $0.id == article.id }
    }
    let found = comparison.changes.filter { $0.references.contains { $0.effect == .stale } }
      .compactMap { $0.new.flatMap { newIds[$0.unit] } ?? $0.old.flatMap { oldIds[$0.unit] } }
    tallies.stale.add(found: Set(found), truth: Set(citing.map(\.id)))
  }

  /// The article that each unit is or stands in.
  private func ids(_ document: LegalDocument, _ law: SampleLaw) -> [Int: Int] {
    var byAddress: [String: Int] = [:]
    for (id, number) in law.numbers { byAddress["pasal-\(number.lowercased())"] = id }
    var result: [Int: Int] = [:]
    for (index, unit) in document.units.enumerated() {
      result[index] =
        byAddress[unit.address] ?? unit.parent.flatMap { byAddress[document.units[$0].address] }
    }
    return result
  }

  @Test("what truly happened is found", arguments: [5, 15, 30])
  func classes(percent: Int) {
    let tallies = measure(percent, seeds: 0..<40)
    for (name, tally) in [
      ("inserted", tallies.inserted), ("removed", tallies.removed), ("edited", tallies.edited),
      ("moved", tallies.moved), ("stale", tallies.stale),
    ] {
      #expect(tally.f1 >= 0.95, "\(name) at \(percent) %: \(tally)")
    }
  }

  @Test("heavily edited Pasal are still the same")
  func heavy() {
    let tallies = measure(60, seeds: 100..<130)
    #expect(tallies.inserted.f1 >= 0.85, "\(tallies)")
    #expect(tallies.edited.f1 >= 0.9, "\(tallies)")
    #expect(tallies.stale.f1 >= 0.95, "\(tallies)")
  }

  @Test("a reference to another Pasal hides behind no renumbering", arguments: 0..<60)
  func adversarial(seed: Int) {
    var random = SeededRandom(UInt64(seed) &+ 31_000)
    let old = SampleLaw.make(&random, articles: 50, references: 60)
    var new = old
    let text = random.sentence(20)
    new.items.insert(.article(.init(id: 900, ayat: [text])), at: new.articlePositions[5])
    let citing = new.articlePositions.filter {
      new.article(at: $0)?.ayat.contains { $0.contains("@") } == true
    }
    let place = random.pick(citing)
    guard var article = new.article(at: place),
      let ayat = article.ayat.firstIndex(where: { $0.contains("@") })
    else { return }
    let words = article.ayat[ayat].split(separator: " ").map(String.init)
    let target = words.compactMap { $0.hasPrefix("@") ? Int($0.dropFirst().dropLast()) : nil }[0]
    let other = (target + 1 + random.below(40)) % 50
    article.ayat[ayat] = words.map { $0.hasPrefix("@") ? "@\(other)." : $0 }.joined(separator: " ")
    new.items[place] = .article(article)
    let comparison = Comparison.compare(old.render(), new.render())
    let edited = comparison.changes.filter { $0.kinds.contains(.edited) }
    let printed = (old.numbers[target] ?? "", new.numbers[other] ?? "")
    if printed.0 == printed.1 {
      #expect(comparison.summary.count(of: .stale) == 1)
    } else {
      #expect(edited.count == 1)
      #expect(
        edited.first?.words.filter { $0.op != .equal && $0.effect == nil }.map(\.text)
          == ["Pasal \(printed.0)", "Pasal \(printed.1)"])
    }
    #expect(comparison.summary.inserted == 1)
  }
}
