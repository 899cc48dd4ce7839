import LegalText
import TestSupport
import Testing

@testable import DraftDiff

/// The penjelasan beside the body that it explains.
@Suite("explanations")
struct ExplanationTests {
  private let articles = MarketLaw.articles

  private func law(_ articles: [String], notes: [String] = []) -> String {
    MarketLaw.text(articles, notes: notes)
  }

  @Test("explanations follow the Pasal they explain")
  func explanations() {
    let plain = [String](repeating: "Cukup jelas.", count: 5)
    var newArticles = articles
    newArticles.insert("Wali Kota menetapkan jam buka pasar.", at: 1)
    newArticles[5] = newArticles[5].replacing("Pasal 2", with: "Pasal 3")
    let comparison = checkedComparison(
      law(articles, notes: plain), law(newArticles, notes: plain + ["Cukup jelas."]))
    #expect(comparison.summary.inserted == 1)
    #expect(comparison.summary.renumbered == 4)
    #expect(comparison.summary.edited == 0)
    #expect(comparison.summary.references == [.consequential: 1])
    let inserted = comparison.changes.filter { $0.kinds.contains(.inserted) }
    #expect(inserted.compactMap(\.new?.address) == ["pasal-2", "penjelasan/pasal-2"])
    #expect(!comparison.changes.contains { $0.kinds.contains(.removed) })
  }

  @Test("a penjelasan that nobody touched did not change, but its notes follow their Pasal")
  func untouchedExplanations() {
    let short = articles.map { _ in "Cukup jelas." }
    var longer = articles
    longer.insert("Kepala pasar menyusun tata tertib yang dibacakan setiap pagi.", at: 1)
    let (old, new) = (law(articles, notes: short), law(longer, notes: short))
    let comparison = checkedComparison(old, new)
    #expect(comparison.changes.allSatisfy { $0.new?.address.hasPrefix("penjelasan") != true })
    #expect(comparison.changes.allSatisfy { $0.old?.address.hasPrefix("penjelasan") != true })
    #expect(comparison.summary.inserted == 1)
    let (before, after) = (LegalParser.parse(old), LegalParser.parse(new))
    let note = before.index(ofAddress: "penjelasan/pasal-3") ?? -1
    let kept = comparison.shown.counterpart(ofOld: note)?.new
    #expect(kept.map { after.units[$0].address } == "penjelasan/pasal-3")
    let followed = comparison.alignment.counterpart(ofOld: note)?.new
    #expect(followed.map { after.units[$0].address } == "penjelasan/pasal-4")
    // With a note of its own the new Pasal makes the others follow.
    let noted = checkedComparison(old, law(longer, notes: short + ["Cukup jelas."]))
    #expect(noted.changes.contains { $0.new?.address == "penjelasan/pasal-4" })
  }

  @Test("a note whose ayat nobody touched did not change when ayat were put into its Pasal")
  func untouchedNote() {
    let ayat = ["Kios disewa.", "Sewa dibayar di muka setiap bulan.", "Lapak tidak disewa."]
    func article(_ ayat: [String]) -> String {
      ayat.enumerated().map { "(\($0 + 1)) \($1)" }.joined(separator: "\n")
    }
    let note =
      "Ayat (1)\nCukup jelas.\nAyat (2)\nYang dimaksud dengan bulan ialah bulan kalender.\n"
      + "Ayat (3)\nCukup jelas."
    let old = law([article(ayat), articles[1]], notes: [note, "Cukup jelas."])
    let new = law(
      [article(["Kios diberi nomor."] + ayat), articles[1]],
      notes: [note, "Tanda daftar memuat foto pedagang."])
    let changed = checkedComparison(old, new).changes.compactMap {
      $0.new?.address ?? $0.old?.address
    }
    #expect(changed.filter { $0.hasPrefix("penjelasan") } == ["penjelasan/pasal-2"])
  }

  @Test("a note that says something and stands at another Pasal now was forgotten")
  func forgottenNotes() {
    let notes = [
      "Cukup jelas.", "Tanda daftar memuat foto pedagang.", "Bulan ialah bulan kalender.",
    ]
    let bodies = Array(articles.prefix(3))
    var longer = bodies
    longer.insert("Kepala pasar menyusun tata tertib yang dibacakan setiap pagi.", at: 1)
    let comparison = checkedComparison(law(bodies, notes: notes), law(longer, notes: notes))
    let after = LegalParser.parse(law(longer, notes: notes))
    let told = comparison.forgottenNotes.map {
      [after.units[$0.note].address, $0.explained.map { after.units[$0].address } ?? "-"]
    }
    #expect(told == [["penjelasan/pasal-2", "pasal-3"], ["penjelasan/pasal-3", "pasal-4"]])
    var followed = notes
    followed.insert("Cukup jelas.", at: 1)
    #expect(
      checkedComparison(law(bodies, notes: notes), law(longer, notes: followed)).forgottenNotes
        .isEmpty)
    let shorter = checkedComparison(
      law(bodies, notes: notes), law([bodies[0], bodies[2]], notes: notes))
    #expect(shorter.forgottenNotes.first?.explained == .some(nil))
    let same = law(bodies, notes: ["Cukup jelas.", "Cukup jelas.", "Cukup jelas."])
    let grown = law(longer, notes: ["Cukup jelas.", "Cukup jelas.", "Cukup jelas."])
    #expect(checkedComparison(same, grown).forgottenNotes.isEmpty)
  }

  @Test("a note that nobody touched stays what it was though the body reads its items otherwise")
  func untouchedItems() {
    let list = "a. kios; dan\nb. lapak."
    let divided = "(1) Pasar ditata setiap tahun.\n(2) Pasar terdiri atas:\n" + list
    let note =
      "Ayat (1)\nCukup jelas.\nAyat (2)\nHuruf a\nKios ialah bangunan tetap.\nHuruf b\n"
      + "Cukup jelas."
    let bodies = [articles[0], divided, articles[1]]
    var longer = bodies
    longer.insert("Sampah pasar dipilah menurut:\n" + list, at: 1)
    let notes = ["Cukup jelas.", note, "Cukup jelas."]
    let (old, new) = (law(bodies, notes: notes), law(longer, notes: notes))
    func hasItem(_ text: String) -> Bool {
      LegalParser.parse(text).index(ofAddress: "penjelasan/pasal-2/ayat-2/huruf-a") != nil
    }
    #expect(hasItem(old))
    #expect(!hasItem(new))
    let comparison = checkedComparison(old, new)
    let told = comparison.changes.filter { $0.new?.address.hasPrefix("penjelasan") ?? true }
    #expect(told.allSatisfy { $0.kinds.isSubset(of: [.moved, .renumbered]) })
    #expect(comparison.forgottenNotes.count == 1)
  }

  @Test("words that went from the body into a note are no unit that moved")
  func bodyAndNote() {
    let lists = [
      "a. Lorong pasar dilengkapi dengan lampu penerangan pada setiap jarak sepuluh meter;",
      "b. Kios dilengkapi dengan meteran listrik dan saluran air bersih yang terpisah;",
      "c. Lapak dilengkapi dengan meja beton dan atap peneduh yang tidak mudah terbakar.",
    ]
    let list = "Pengelola memenuhi syarat:\n" + lists.joined(separator: "\n")
    let short = "Pengelola memenuhi syarat:\n" + lists.dropLast().joined(separator: "\n")
    let note = "Cukup jelas."
    let noted =
      "Yang dimaksud dengan syarat meliputi:\na. Syarat dari pengelola.\n"
      + lists[2].replacing("c. ", with: "b. ")
    let old = law([articles[0], list], notes: [note, note])
    let comparison = checkedComparison(old, law([articles[0], short], notes: [note, noted]))
    let moved = comparison.changes.filter { $0.kinds.contains(.moved) }
    #expect(moved.isEmpty)
    #expect(
      comparison.changes.contains {
        $0.kinds == [.removed] && $0.old?.address == "pasal-2/huruf-c"
      })
  }
}
