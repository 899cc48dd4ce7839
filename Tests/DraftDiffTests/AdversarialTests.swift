import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// Changes that someone would like to go unseen.
@Suite("adversarial")
struct AdversarialTests {
  /// Words that decide, and what they may be turned into.
  private static let swaps = [
    ("Rp10.000.000,00 (sepuluh juta rupiah)", "Rp1.000.000,00 (sepuluh juta rupiah)"),
    ("Undang-Undang Nomor 6 Tahun 2014", "Undang-Undang Nomor 9 Tahun 2014"),
    (
      "Pasal 5 ayat (2) Undang-Undang Nomor 8 Tahun 1981",
      "Pasal 6 ayat (2) Undang-Undang Nomor 8 Tahun 1981"
    ),
    ("wajib", "dapat"), ("30 (tiga puluh) hari", "3 (tiga) hari"), ("tidak boleh", "boleh"),
    ("dan/atau", "dan"), ("kecuali izin", "termasuk izin"),
  ]

  private func undimmed(_ comparison: Comparison) -> [String] {
    comparison.changes.flatMap(\.words).filter { $0.op != .equal && $0.effect == nil }
      .map(\.text)
  }

  @Test("no changed word hides in a move, a renumbering or among look-alikes", arguments: 0..<20)
  func hidden(part: Int) {
    for index in 0..<Soak.count(10, 250) {
      let seed = part * 250 + index
      var random = SeededRandom(UInt64(seed) &+ 90_210)
      var old = SampleLaw.make(&random, articles: 12, references: 60)
      let (before, after) = Self.swaps[seed % Self.swaps.count]
      let frame = (random.sentence(10), random.sentence(6))
      let text = { (words: String) in "\(frame.0) Setiap orang \(words) \(frame.1)" }
      let place = old.articlePositions[random.below(11)]
      old.items.insert(.article(.init(id: 700, ayat: [text(before)])), at: place)
      // A look-alike that stays as it is.
      old.items.insert(
        .article(.init(id: 701, ayat: [text(before) + " Hal ini berlaku umum."])), at: place + 1)
      var new = old
      new.items[place] = .article(.init(id: 700, ayat: [text(after)]))
      if random.below(2) == 0 {
        let item = new.items.remove(at: place)
        new.items.insert(item, at: new.articlePositions[random.below(11)])
      }
      if random.below(2) == 0 {
        new.items.insert(
          .article(.init(id: 702, ayat: [random.sentence(15)])), at: new.articlePositions[0])
      }
      let (first, second) = (old.render(), new.render())
      let comparison = Comparison.compare(first, second)
      checkInvariants(comparison, first, second)
      let seen = undimmed(comparison).joined(separator: " ")
      let changed = Set(before.split(separator: " ")).symmetricDifference(
        after.split(separator: " "))
      for word in changed {
        #expect(seen.contains(word), "seed \(seed): \(word) of \(after) is not shown")
      }
    }
  }

  @Test("a citation turned to another Pasal while all are renumbered", arguments: 0..<20)
  func retargeted(part: Int) {
    for index in 0..<Soak.count(10, 250) {
      let seed = part * 250 + index
      var random = SeededRandom(UInt64(seed) &+ 4_711)
      var old = SampleLaw.make(&random, articles: 20, references: 40)
      let target = random.below(20)
      let sentence = random.sentence(8)
      old.items.append(.article(.init(id: 500, ayat: ["\(sentence) Sanksi menurut @\(target)."])))
      var new = old
      new.items.insert(
        .article(.init(id: 600, ayat: [random.sentence(20)])),
        at: new.articlePositions[random.below(20)])
      let other = (target + 1 + random.below(18)) % 20
      new.items[new.items.count - 1] = .article(
        .init(id: 500, ayat: ["\(sentence) Sanksi menurut @\(other)."]))
      let comparison = Comparison.compare(old.render(), new.render())
      let effects = comparison.changes.flatMap(\.references)
      let printed = (old.numbers[target] ?? "", new.numbers[other] ?? "")
      let isLoud =
        printed.0 == printed.1
        ? effects.contains { $0.effect == .stale }
        : effects.contains { $0.effect == .substantive }
          && undimmed(comparison).joined().contains("Pasal \(printed.1)")
      #expect(isLoud, "seed \(seed)")
    }
  }

  @Test("a subpart that was made a part is the same by its heading")
  func divisions() {
    func text(_ first: String, _ second: String) -> LegalDocument {
      LegalParser.parse(
        "PERATURAN DAERAH KOTA CONTOH\nNOMOR 1 TAHUN 2025\nTENTANG\nPASAR\n\nBAB I\nPASAR\n\n"
          + "\(first)\nMasa Tenang\n\nPasal 1\nPasar ditutup pada masa tenang selama tiga hari.\n\n"
          + "\(second)\nPemungutan Suara\n\nPasal 2\nSuara pedagang dipungut di balai pasar.\n")
    }
    let old = text("Bagian Kesatu", "Bagian Kedua\nUmum\n\nParagraf 1")
    let new = text("Bagian Kesatu", "Bagian Kedua")
    let comparison = Comparison.compare(old, new)
    let heading = comparison.changes.first { $0.old?.address.hasSuffix("paragraf-1") == true }
    #expect(heading?.new?.address == "bab-1/bagian-2", "\(comparison.changes.map(\.kinds))")
    #expect(comparison.summary.moved == 0 && comparison.summary.inserted == 0)
  }

  @Test("a consideration that cites the others warns of none that was worded anew")
  func considerations() {
    func text(_ items: [String]) -> LegalDocument {
      let list = items.enumerated().map { "\(Character(UnicodeScalar(UInt8(0x61 + $0)))). \($1)" }
      return LegalParser.parse(
        "PERATURAN DAERAH KOTA CONTOH\nNOMOR 1 TAHUN 2025\nTENTANG\nPASAR\n\nMenimbang:\n"
          + list.joined(separator: "\n") + "\n\nMEMUTUSKAN:\n\nPasal 1\nPasar ditata.\n")
    }
    let last =
      "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu "
      + "menetapkan Peraturan Daerah tentang Pasar;"
    let kept = "bahwa pedagang memerlukan tempat usaha yang layak, aman, dan terjangkau;"
    let old = text(["bahwa pasar rakyat belum tertata dengan baik di seluruh wilayah;", kept, last])
    let new = text(["bahwa Undang-Undang Nomor 7 Tahun 2014 mewajibkan pembinaan;", kept, last])
    let comparison = Comparison.compare(old, new)
    #expect(comparison.summary.references.isEmpty, "\(comparison.summary)")
    #expect(comparison.changes.contains { $0.new?.address == "menimbang/huruf-a" })
  }

  private func law(_ articles: [String], _ notes: [String]) -> LegalDocument {
    var text = "PERATURAN DAERAH KOTA CONTOH\nNOMOR 1 TAHUN 2025\nTENTANG\nPASAR\n\n"
    for (index, article) in articles.enumerated() { text += "Pasal \(index + 1)\n\(article)\n\n" }
    text += "PENJELASAN\nATAS\nPERATURAN DAERAH KOTA CONTOH\nNOMOR 1 TAHUN 2025\n\nI. UMUM\n\n"
    text += "Pasar ditata.\n\nII. PASAL DEMI PASAL\n\n"
    for (index, note) in notes.enumerated() { text += "Pasal \(index + 1)\n\(note)\n\n" }
    return LegalParser.parse(text)
  }

  @Test("one of two hundred equal explanations becomes a text")
  func explanation() {
    var random = SeededRandom(8)
    let articles = (0..<200).map { _ in random.sentence(14) }
    let notes = [String](repeating: "Cukup jelas.", count: 200)
    var changed = notes
    changed[137] = "Yang dimaksud dengan \"kios\" adalah bangunan tetap berbentuk petak."
    let (old, new) = (law(articles, notes), law(articles, changed))
    let comparison = Comparison.compare(old, new)
    checkInvariants(comparison, old, new)
    #expect(comparison.changes.map(\.new?.address) == ["penjelasan/pasal-138"])
    #expect(comparison.changes.map(\.kinds) == [[.edited]])
    let moved = Comparison.compare(old, law([articles[199]] + articles.dropLast(), notes))
    #expect(moved.summary.moved == 1)
    #expect(!moved.changes.contains { !$0.kinds.isDisjoint(with: [.inserted, .removed, .edited]) })
  }

  @Test("an ayat emptied to Dihapus and one of two near-identical Pasal changed")
  func emptied() {
    let ayat = "(1) Pedagang membayar retribusi setiap bulan.\n(2) Retribusi disetor ke kas daerah."
    let twin = "Pengelola mencatat sewa kios di blok A setiap akhir bulan berjalan."
    let articles = [ayat, twin, twin.replacing("blok A", with: "blok B")]
    var changed = articles
    changed[0] = ayat.replacing("Retribusi disetor ke kas daerah.", with: "Dihapus.")
    changed.swapAt(1, 2)
    let comparison = Comparison.compare(law(articles, []), law(changed, []))
    let ayatChange = comparison.changes.first { $0.new?.address == "pasal-1/ayat-2" }
    #expect(ayatChange?.kinds == [.edited])
    #expect(
      ayatChange?.words.filter { $0.op == .delete }.map(\.text).joined(separator: " ")
        == "Retribusi disetor ke kas daerah")
    #expect(comparison.summary.moved == 1)
    #expect(comparison.summary.edited == 1)
  }

  @Test("a word changed by its accents or its case only is seen")
  func letters() {
    for (before, after) in [("wali", "Wali"), ("resume", "résumé"), ("kota", "kоta")] {
      let comparison = Comparison.compare(
        law(["Ketentuan \(before) berlaku."], []), law(["Ketentuan \(after) berlaku."], []))
      #expect(undimmed(comparison) == [before, after])
    }
  }
}
