import LegalText
import Testing

/// Headings with a number out of order cost none of those behind them.
@Suite("Headings out of order")
struct HeadingOrderTests {
  /// An act whose line breaks were lost, with `heading` in the place of Pasal 4.
  private func flat(_ heading: String) -> String {
    """
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN: Menetapkan : PERATURAN DAERAH TENTANG TAMAN. BAB I UMUM Pasal 1 (1) Taman dijaga. (2) Taman disapu. Pasal 2 (1) Kolam dijaga. (2) Kolam dikuras. Pasal 3 (1) Pagar dicat. (2) Pagar dikunci.
    \(heading)
    Pasal 4 (1) Pohon dipangkas. (2) Pohon disiram. Paragraf 1 Bentuk dan Cara Pemangkasan Pasal 5 (1) Dahan dipotong. (2) Daun dikumpulkan. Pasal 6 (1) Alat disimpan. (2) Alat dibersihkan.
    Ditetapkan di Taman
    """
  }

  @Test(
    "a misread heading moves no number of those behind it",
    arguments: ["Pasal 1", "Pasal 2", "Pasal 40", "Pasal 4O", "Pasal 400"])
  func misread(_ heading: String) {
    let text = flat(heading)
    let articles = outline(text).filter { $0.hasPrefix("pasal") && !$0.contains("~") }
    for number in 1...6 {
      #expect(articles.contains("pasal-\(number)/ayat-2"), "pasal-\(number) in \(articles)")
    }
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("behind an article out of order only the number that is due opens one within a line")
  func citedArticle() {
    let text = flat("Pasal 1").replacing("Pasal 4 (1) Pohon", with: "Pasal 9 Pohon")
    #expect(!outline(text).contains("pasal-9"))
  }

  @Test("a section whose article was lost keeps none of the articles behind it")
  func lostArticle() {
    let text = flat("Pagar dijaga.").replacing("Pasal 5 (1)", with: "(1)")
      .replacing(
        "Pemangkasan", with: "Pemangkasan dahan Pasal 12 (1) Daun dijual. (2) Daun dibakar.")
    #expect(outline(text).contains("pasal-12/ayat-2"))
  }

  /// Articles at the beginnings of lines, the third behind `title`.
  private func titled(_ title: String, _ third: String = "Pasal 3 Direksi mengangkat pegawai.")
    -> String
  {
    """
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN: Menetapkan : PERATURAN PEMERINTAH TENTANG PERUSAHAAN TAMAN.
    Pasal 1 Perusahaan berkedudukan di Taman.
    Pasal 2 Buku diperiksa oleh Menteri.\(title)
    \(third)
    Pasal 4 Pegawai bersumpah.
    Pasal 5 Sumpah dicatat.
    """
  }

  @Test("an article begins its line behind the name of what it is about")
  func namedArticle() {
    let all = (1...5).map { "pasal-\($0)" }
    for title in ["", " Kepegawaian", " Rapat dan Tata Kerja Direksi"] {
      #expect(outline(titled(title)).filter { $0.hasPrefix("pasal") } == all)
    }
    // The end of a sentence, or the name of an act behind the number, is a citation.
    let cited = titled(" Pegawai diangkat menurut kebiasaan dalam ketentuan")
    #expect(!outline(cited).contains("pasal-3"))
    let act = titled(" Menurut Ketentuan", "Pasal 3 Undang-undang Taman pegawai diangkat.")
    #expect(!outline(act).contains("pasal-3"))
  }

  @Test(
    "behind a lost article of an act that amends several the next one is none of the amended text")
  func amendingSeveral() {
    func text(_ words: String) -> String {
      """
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      MEMUTUSKAN:
      Menetapkan : UNDANG-UNDANG TENTANG PENATAAN TAMAN.
      Pasal 1
      Beberapa ketentuan dalam Undang-Undang tentang Kolam diubah sebagai berikut:
      1. Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:
      Pasal 8
      Kolam dikuras setiap tahun.
      2. Pasal 9 dihapus.
      Pasal 3
      \(words)
      1. Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
      Pasal 7
      Pagar dicat setiap tahun.
      """
    }
    let amends = "Beberapa ketentuan dalam Undang-Undang tentang Pagar diubah sebagai berikut:"
    #expect(outline(text(amends)).contains("pasal-3/angka-1/pasal-7"))
    #expect(!outline(text("Kolam dijaga oleh penjaga yang menjaga:")).contains("pasal-3"))
  }
}
