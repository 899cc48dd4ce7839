import LegalText
import Testing

/// Articles of an amended text whose headings were misread: the instruction names them.
@Suite("Articles that instructions name")
struct NamedArticleTests {
  private static func text(
    _ heading: String, names: String, article: String = "Pasal I"
  ) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH TENTANG TAMAN
    MEMUTUSKAN:
    Menetapkan : PERATURAN DAERAH TENTANG PERUBAHAN.

    \(article)

    Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
    1. \(names) sehingga berbunyi sebagai berikut:
    \(heading)
    (1) Taman dijaga.
    (2) Penjaga diangkat oleh wali kota.
    2. Pasal 70 dihapus.
    Pasal II
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
    """
  }

  private static let replaced = "Ketentuan Pasal 17 diubah"
  private static let inserted = "Di antara Pasal 50 dan Pasal 51 disisipkan Pasal 50A dan 50B"
  private static let letter = "Setelah Bagian Kesatu disisipkan 2 (dua) pasal, yakni Pasal 15A, 15B"

  @Test(
    "A misread heading is the article that the instruction names",
    arguments: [
      ("Pasal 1T", replaced, "17"), ("Pasal I7", replaced, "17"),
      ("Pasal l5A", letter, "15a"), ("Pasal I5A", letter, "15a"), ("Pasal 15 8", letter, "15b"),
      ("Pasal 154", letter, "15a"), ("Pasal 158", letter, "15b"), ("Fasal 15B", letter, "15b"),
      ("Pasat 15B", letter, "15b"), ("Pasar 50A", inserted, "50a"), ("Pasal 50 8", inserted, "50b"),
      ("Pasal 5OB", inserted, "50b"), ("Pasal SOB", inserted, "50b"),
    ])
  func misread(_ heading: String, _ names: String, _ number: String) {
    let units = outline(Self.text(heading, names: names))
    #expect(units.contains("pasal-i/angka-1/pasal-\(number)/ayat-2"), "\(units)")
    #expect(units.contains("pasal-i/angka-2") && units.contains("pasal-ii"), "\(units)")
  }

  @Test("What the text itself numbers otherwise stays: one digit for another, a letter left out")
  func kept() {
    for (heading, names, number) in [
      ("Pasal 15", Self.letter, "15"), ("Pasal 18", Self.replaced, "18"),
      ("Pasal 17A", "Ketentuan Pasal 174 dan Pasal 17B diubah", "17a"),
    ] {
      let units = outline(Self.text(heading, names: names))
      #expect(units.contains("pasal-i/angka-1/pasal-\(number)"), "\(units)")
    }
  }

  @Test("The letter of an article set off, in the announcement and in the heading within its line")
  func letterSetOff() {
    let clauses = (1...12).map {
      "\($0). Ketentuan Pasal \($0) diubah sehingga berbunyi sebagai berikut: Pasal \($0) (1) "
        + "Taman dijaga siang dan malam oleh penjaga. (2) Penjaga diangkat oleh wali kota."
    }.joined(separator: "\n")
    let units = outline(
      """
      Pasal I
      Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
      \(clauses)
      13. Setelah Pasal 72 disisipkan 2 (dua) pasal, yakni Pasal 72 A dan Pasal 72 B, sehingga \
      berbunyi sebagai berikut : “Pasal 72 A Pada saat taman ditutup, penjaga memeriksa semua pintu. \
      Pasal 72 B Pintu taman dikunci setiap malam.”
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """)
    #expect(units.contains("pasal-i/angka-13/pasal-72a"), "\(units)")
    #expect(units.contains("pasal-i/angka-13/pasal-72b"), "\(units)")
  }

  @Test("pasal I in small letters is a heading above the instructions, and no line of a sentence")
  func small() {
    let clean = outline(Self.text("Pasal 17", names: Self.replaced))
    #expect(outline(Self.text("Pasal 17", names: Self.replaced, article: "pasal I")) == clean)
    let cited = outline(
      """
      Pasal 1
      Taman dijaga menurut ketentuan
      pasal I
      Peraturan Daerah yang diubah sebagai berikut:
      a. taman kota; dan
      b. taman desa.
      """)
    #expect(!cited.contains("pasal-i"), "\(cited)")
  }

  @Test(
    "A misread heading among the notes is the article of the amended text",
    arguments: ["Pasal 508", "Pasal 50 8", "Pasal 5OB", "Fasal 50B"])
  func notes(_ heading: String) {
    func units(_ heading: String) -> [String] {
      outline(
        """
        Pasal I
        Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
        1. Setelah Bagian Kedua disisipkan 1 (satu) bagian sehingga berbunyi sebagai berikut:
        Bagian Kedua A
        Pagar
        Pasal 50A
        Taman dipagari.
        Pasal 50B
        Pagar dicat.
        Pasal II
        Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
        Ditetapkan di Contoh
        PENJELASAN
        I. UMUM
        Cukup jelas.
        II. PASAL DEMI PASAL
        Pasal I
        Angka 1
        Pasal 50A
        Cukup jelas.
        \(heading)
        Yang dimaksud dengan “dicat” adalah diberi warna.
        Pasal II
        Cukup jelas.
        """)
    }
    let clean = units("Pasal 50B")
    #expect(clean.contains("penjelasan/pasal-i/angka-1/pasal-50b"), "\(clean)")
    #expect(units(heading) == clean)
    #expect(units("Pasal 51").contains("penjelasan/pasal-i/angka-1/pasal-51"))
  }
}
