import LegalText
import Testing

/// Headings that the sequence around them proves, whatever a scan made of their neighbours.
@Suite("Sequence of headings")
struct HeadingSequenceTests {
  /// An act without chapters, with a row of a table before each heading.
  private func budget(first: String) -> String {
    """
    PERATURAN DAERAH KOTA TAMAN
    NOMOR 1 TAHUN 2020
    TENTANG
    ANGGARAN TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    Menimbang : a. bahwa taman perlu dana;
    Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000 tentang Taman;
    MEMUTUSKAN:
    Menetapkan : PERATURAN DAERAH TENTANG ANGGARAN TAMAN.
                              \(first)
    Anggaran taman berjumlah                      Rp    100,000,000.00
                              Pasal 2
    (1) Pendapatan taman sebesar                  Rp     40,000,000.00
    (2) Belanja taman sebesar                     Rp     60,000,000.00
                              Pasal 3
    Anggaran diperinci lagi                       Rp
                              Pasal 4
    Peraturan ini mulai berlaku pada saat diundangkan.
    """
  }

  @Test("one misread heading does not cost the articles behind it")
  func misreadFirstHeading() {
    let text = budget(first: "#@%&1")
    let articles = outline(text).filter { $0.hasPrefix("pasal") }
    #expect(articles == ["pasal-2", "pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-3", "pasal-4"])
    #expect(LegalParser.parse(text).diagnostics.map(\.code) == ["number.gap"])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("what scans make of the l of Pasal", arguments: ["Pasa!1", "Pasa|1", "Pasa! l", "Pasa! 1"])
  func lastLetter(_ heading: String) {
    let text = budget(first: heading)
    #expect(outline(text).filter { $0.hasPrefix("pasal") }.first == "pasal-1")
    #expect(!LegalParser.parse(text).diagnostics.map(\.code).contains("number.gap"))
  }

  @Test("an article cited at a line's beginning starts no run of headings")
  func references() {
    let text = """
      Menetapkan : PERATURAN DAERAH TENTANG TAMAN.
      Pasal 1
      Taman dijaga menurut
      Pasal 4
      Undang-Undang tentang Taman, dan kolam menurut
      Pasal 5
      Undang-Undang itu.
      Pasal 2
      Taman dibuka.
      Pasal 3
      Taman ditutup.
      """
    #expect(outline(text).filter { $0.hasPrefix("pasal") } == ["pasal-1", "pasal-2", "pasal-3"])
  }

  @Test("an article cited above the name of another act is no heading")
  func citedAboveAct() {
    let text = """
      MEMUTUSKAN:
      Menetapkan : PERATURAN DAERAH TENTANG TAMAN.
      Pasal 1
      Taman dibuka untuk umum.
      Pasal 2
      Pada saat Peraturan Daerah ini mulai berlaku, ketentuan Pasal 6 dan
      Pasal 4
      Peraturan Daerah tentang Pasar dinyatakan tidak berlaku.
      Pasal 3
      Taman ditutup malam hari.
      """
    #expect(outline(text).filter { $0.hasPrefix("pasal") } == ["pasal-1", "pasal-2", "pasal-3"])
  }

  @Test("the last article is known by its words, whatever was lost before it")
  func commencement() {
    let text = """
      MEMUTUSKAN:
      Menetapkan : PERATURAN DAERAH TENTANG TAMAN.
      #@%& 1
      Taman dibuka untuk umum menurut
      tata cara yang ditetapkan kepala taman kota
      Pasal 2
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(outline(text).last == "pasal-2")
    let amending = """
      MEMUTUSKAN:
      Menetapkan : PERATURAN DAERAH TENTANG PERUBAHAN PERATURAN TAMAN.
      #@%& I
      Ketentuan Pasal 2 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(outline(amending).last == "pasal-ii")
    #expect(LegalParser.parse(amending).diagnostics.map(\.code) == ["number.gap"])
  }

  @Test("the next heading alone above its first ayat counts behind any word")
  func aboveFirstAyat() {
    let text = """
      Pasal 1
      Taman dijaga dan pagar ditetapkan
      Perwali.dengan
      Pasal 2
      (1) Penjagaan diatur lebih lanjut.
      (2) Pagar dicat.
      Pasal 3
      Kolam dijaga sebagaimana diatur dengan
      Pasal 4
      ayat (1) dan ayat (2).
      """
    #expect(
      outline(text) == ["pasal-1", "pasal-2", "pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-3"])
  }

  @Test(
    "a section that lost its first word, between two that did not",
    arguments: [
      "Taman dibuka. Kedua Penutupan Taman", "Taman dibuka.\nKedua\nPenutupan Taman",
      "Taman dibuka.\nBagain Kedua\nPenutupan dan Pembukaan",
    ])
  func lostSection(_ words: String) {
    func text(_ third: String) -> String {
      """
      BAB I
      TAMAN
      Bagian Kesatu
      Pembukaan
      Pasal 1
      \(words)
      Pasal 2
      Taman ditutup.
      \(third)
      Penjagaan
      Pasal 3
      Taman dijaga.
      """
    }
    #expect(
      outline(text("Bagian Ketiga")) == [
        "bab-1", "bab-1/bagian-1", "pasal-1", "bab-1/bagian-2", "pasal-2", "bab-1/bagian-3",
        "pasal-3",
      ])
    #expect(!outline(text("Bagian Kedua")).contains("bab-1/bagian-2~2"))
    #expect(brokenPromises(of: LegalParser.parse(text("Bagian Ketiga"))).isEmpty)
  }
}
