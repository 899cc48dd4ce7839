import LegalText
import Testing

@Suite("Amending regulations")
struct AmendmentTests {
  @Test("instructions hold the amended texts, which number on their own")
  func whole() {
    #expect(
      outline(SampleTexts.amendment).joined(separator: " ") == SampleTexts.amendmentOutline)
    #expect(brokenPromises(of: LegalParser.parse(SampleTexts.amendment)).isEmpty)
  }

  @Test("instructions and amended definitions are told apart by their words")
  func kinds() {
    #expect(kind("pasal-i/angka-2", in: SampleTexts.amendment) == .instruksi)
    #expect(kind("pasal-i/angka-1/pasal-1/angka-2", in: SampleTexts.amendment) == .definisi)
    #expect(kind("pasal-i/angka-4/bab-3a", in: SampleTexts.amendment) == .bab)
  }

  @Test("an instruction without a number amends below its article")
  func unnumbered() {
    let text = """
      Pasal I
      Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
      Pasal 7
      (1) Satu.
      (2) Dua.
      Pasal II
      Berlaku.
      """
    #expect(
      outline(text) == [
        "pasal-i", "pasal-i/pasal-7", "pasal-i/pasal-7/ayat-1", "pasal-i/pasal-7/ayat-2",
        "pasal-ii",
      ])
  }

  @Test("inserted sections keep their letter out of the heading")
  func insertedSections() {
    let text = """
      BAB IX A
      TAMBAHAN
      Bagian Kedua
      Kebun
      Bagian Kedua A
      Kolam
      Paragraf 2
      Air
      Paragraf 2A
      Ikan
      Pasal 1
      Isi.
      """
    #expect(
      outline(text).dropLast() == [
        "bab-9a", "bab-9a/bagian-2", "bab-9a/bagian-2a", "bab-9a/bagian-2a/paragraf-2",
        "bab-9a/bagian-2a/paragraf-2a",
      ])
    #expect(
      LegalParser.parse(text).units.map(\.heading).dropLast() == [
        "TAMBAHAN", "Kebun", "Kolam", "Air", "Ikan",
      ])
  }

  @Test("a misprinted Pasal I is read as such where it amends", arguments: ["Pasall", "Pasal 1"])
  func misprintedRoman(_ heading: String) {
    let text = """
      \(heading)
      Beberapa ketentuan dalam peraturan itu diubah sebagai berikut:
      1. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
      Pasal 7
      Taman dibuka.
      Pasal II
      Berlaku.
      """
    #expect(
      outline(text) == ["pasal-i", "pasal-i/angka-1", "pasal-i/angka-1/pasal-7", "pasal-ii"])
  }

  @Test("an announced article opens whatever its number; a lost instruction loses only itself")
  func announced() {
    #expect(
      outline(
        """
        Pasal I
        Peraturan itu diubah sebagai berikut:
        1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:
        Pasal 2
        (1) Satu.
        (2) Dua.
        3. Ketentuan Pasal 34 diubah sehingga berbunyi sebagai berikut:
        Pasal 34
        Isi.
        Pasal II
        Berlaku.
        """) == [
          "pasal-i", "pasal-i/angka-1", "pasal-i/angka-1/pasal-2", "pasal-i/angka-1/pasal-2/ayat-1",
          "pasal-i/angka-1/pasal-2/ayat-2", "pasal-i/angka-3", "pasal-i/angka-3/pasal-34",
          "pasal-ii",
        ])
  }

  @Test("an instruction may declare a provision without force, and print its heading small")
  func declared() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
      pasal 3
      (1) Kolam dibuka.
      (2) Kolam ditutup.
      2. Ketentuan Pasal 4 dinyatakan tidak berlaku.
      Pasal II
      Mulai berlaku.
      """
    #expect(
      outline(text) == [
        "pasal-i", "pasal-i/angka-1", "pasal-i/angka-1/pasal-3", "pasal-i/angka-1/pasal-3/ayat-1",
        "pasal-i/angka-1/pasal-3/ayat-2", "pasal-i/angka-2", "pasal-ii",
      ])
  }

  @Test(
    "an act that enacts an emergency law holds its articles, on one line with their text or not",
    arguments: ["Pasal I\n", "Pasal I. ", "Pasal I "])
  func enacted(_ heading: String) {
    let text = """
      UNDANG-UNDANG NOMOR 5 TAHUN 1956
      TENTANG PENETAPAN UNDANG-UNDANG DARURAT TENTANG TAMAN
      \(heading)Peraturan tentang taman ditetapkan sebagai undang-undang yang berbunyi sebagai berikut:
      Pasal 1
      Taman dijaga.
      Pasal 2
      (1) Penjaga diangkat.
      (2) Penjaga digaji.
      Pasal II
      Undang-undang ini mulai berlaku pada hari diundangkan.
      """
    #expect(
      outline(text).filter { $0.hasPrefix("pasal") } == [
        "pasal-i", "pasal-i/pasal-1", "pasal-i/pasal-2", "pasal-i/pasal-2/ayat-1",
        "pasal-i/pasal-2/ayat-2", "pasal-ii",
      ])
  }
}
