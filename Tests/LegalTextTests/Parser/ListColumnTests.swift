import LegalText
import Testing

@Suite("Lists set in columns")
struct ListColumnTests {
  private func regulation(_ list: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 1 TAHUN 2000
    TENTANG
    TAMAN
    Pasal 1
    (1) Taman ditanami pohon:
    \(list)
    (2) Pohon dirawat.
    Pasal 2
    Taman dijaga.
    Ditetapkan di Contoh
    pada tanggal 1 Januari 2000
    """
  }

  private static let letters = """
        a. Asam                  e. Jati
        b. Beringin              f. Kenanga
        c. Cemara                g. Mahoni
           (pinus)               h. Nangka
        d. Durian                i. Pinang
                                 j. Waru
    """

  @Test("items of all columns are units of one list")
  func letters() {
    let text = regulation(Self.letters)
    let items = below("pasal-1/ayat-1", in: text)
    #expect(Set(items) == Set("abcdefghij".map { "huruf-\($0)" }) && items.count == 10, "\(items)")
    #expect(outline(text).contains("pasal-1/ayat-2"))
    #expect(wholeText("pasal-1/ayat-1/huruf-e", in: text) == "e. Jati")
    #expect(wholeText("pasal-1/ayat-1/huruf-b", in: text) == "b. Beringin")
    #expect(wholeText("pasal-1/ayat-1/huruf-j", in: text) == "j. Waru")
    let document = LegalParser.parse(text)
    #expect(document.diagnostics.isEmpty && brokenPromises(of: document).isEmpty)
  }

  @Test("numbers below a head of columns, signs at their ends, three columns")
  func numbers() {
    let two = """
      NO.         NAMA           NO.   NAMA

       1. Asam;                   4. Jati;
       2. Beringin;               5. Kenanga; dan
       3. Cemara;                 6. Mahoni.
      """
    #expect(
      Set(below("pasal-1/ayat-1", in: regulation(two))) == Set((1...6).map { "angka-\($0)" }))
    let three = """
      1) Asam      4) Jati        7) Nangka
      2) Beringin  5) Kenanga     8) Waru
      3) Cemara    6) Mahoni
      """
    #expect(
      Set(below("pasal-1/ayat-1", in: regulation(three))) == Set((1...8).map { "subangka-\($0)" }))
  }

  @Test("the canonical layout has an item a line and reads as the same units")
  func canonical() {
    let document = LegalParser.parse(regulation(Self.letters))
    let canonical = CanonicalLayout.text(of: document)
    let again = LegalParser.parse(canonical)
    #expect(again.units.map(\.address) == document.units.map(\.address))
    #expect(CanonicalLayout.text(of: again) == canonical)
    #expect(Renumbering.plan(for: document).isEmpty)
  }

  @Test(
    "what stands beside an item and does not go on with the list is no item of it",
    arguments: [
      // Two pages side by side.
      "a. Asam        g. Jati\nb. Beringin    h. Kenanga\nc. Cemara      i. Mahoni",
      // A list in the cell of a table.
      "a. Asam        a. Jati\nb. Beringin    b. Kenanga\nc. Cemara      c. Mahoni",
      "a. Asam        d. Jati\nb. Beringin\nc. Cemara      f. Mahoni",
    ])
  func guards(_ list: String) {
    let items = below("pasal-1/ayat-1", in: regulation(list))
    #expect(items == ["huruf-a", "huruf-b", "huruf-c"], "\(items)")
  }
}
