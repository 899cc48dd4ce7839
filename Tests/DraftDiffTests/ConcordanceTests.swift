import LegalText
import TestSupport
import Testing

@testable import DraftDiff

@Suite("two acts side by side")
struct ConcordanceTests {
  private func concordance(_ old: LegalDocument, _ new: LegalDocument) -> Concordance? {
    Comparison.compare(ComparablePair(old, new), areActs: true).concordance
  }

  @Test("every Pasal of both stands in it once, in the order of the second act")
  func complete() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SeededRandom(seed)
      var old = SampleLaw.make(&random, articles: 20)
      let new = SampleLaw.make(&random, articles: 15)
      // A few Pasal that one region took over from the other.
      for (position, other) in zip(old.articlePositions.prefix(3), new.articlePositions.suffix(3)) {
        if let article = new.article(at: other) {
          old.items[position] = .article(SampleLaw.Article(id: 100 + position, ayat: article.ayat))
        }
      }
      let (before, after) = (old.render(), new.render())
      let found = try #require(concordance(before, after))
      #expect(found.rows.compactMap(\.new?.unit) == articles(after))
      #expect(found.rows.compactMap(\.old?.unit).sorted() == articles(before))
      #expect(found.rows.allSatisfy { (0...1).contains($0.likeness) })
      #expect(found.rows.filter { $0.isPair }.count >= 3)
      #expect((0...1).contains(found.likeness))
      let mirrored = try #require(concordance(after, before))
      #expect(mirrored.likeness == found.likeness)
    }
  }

  @Test("two versions of one act have none")
  func versions() {
    var random = SeededRandom(7)
    var law = SampleLaw.make(&random, articles: 30)
    let before = law.render()
    law.items.remove(at: law.articlePositions[4])
    #expect(concordance(before, law.render()) == nil)
    #expect(concordance(before, before) == nil)
  }

  private func articles(_ document: LegalDocument) -> [Int] {
    document.units.indices.filter {
      document.units[$0].kind == .pasal && !document.units[$0].address.hasPrefix("penjelasan")
    }
  }
}
