import Testing

@testable import LegalText

/// Provisions within the lines of acts whose line breaks were lost.
@Suite("Provisions within lines")
struct FlatProvisionTests {
  @Test("Items behind a comma, sections with a number, an article behind its section, notes")
  func provisions() {
    let text = """
      PERATURAN PEMERINTAH NOMOR 1 TAHUN 1957 TENTANG TAMAN NEGERI
      DENGAN RAKHMAT TUHAN YANG MAHA ESA
      Menimbang : a. bahwa taman perlu dijaga, b. bahwa penjaga perlu diangkat; Mengingat : 1. Undang-Undang Nomor 1 Tahun 1950; MEMUTUSKAN : Menetapkan : PERATURAN PEMERINTAH TENTANG TAMAN NEGERI.
      BAB I UMUM Pasal 1 (1) Taman dijaga. (2) Penjaga diangkat oleh: a. seorang anggota Direksi, atau b. seorang pegawai, atau c. orang lain; yang ditunjuk. Pasal 2 (1) Wilayah terdiri atas: a. Kelurahan Timur;
      b. Kelurahan Barat c. Kelurahan Utara.
      (2) Taman disapu. BAB II PEMILIHAN Bagian I. Pencalonan Pasal 3 (1) Calon diajukan. (2) Calon dipilih. Bagian 2 Penempatan anggota Pasal 4 (1) Kursi dibagi. (2) Sisa dibagi. Pasal 5 Selesai. PENJELASAN UMUM Peraturan ini dimaksudkan untuk taman. PENJELASAN PASAL DEMI PASAL Pasal 1 dan 2. Cukup jelas. Pasal 3. Ayat (1) Jatuh pada calon no. 4. Ayat (2). Calon mendapat satu kursi. Pasal 4 Ayat (1) Cukup jelas Ayat (1 a). Butir a Cukup jelas Butir b Daerah dalam butir ini adalah taman, Ayat (2). Cukup jelas.
      """
    #expect(
      outline(text) == [
        "judul", "pembukaan", "menimbang", "menimbang/huruf-a", "menimbang/huruf-b", "mengingat",
        "mengingat/angka-1", "diktum", "bab-1", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2",
        "pasal-1/ayat-2/huruf-a", "pasal-1/ayat-2/huruf-b", "pasal-1/ayat-2/huruf-c", "pasal-2",
        "pasal-2/ayat-1", "pasal-2/ayat-1/huruf-a", "pasal-2/ayat-1/huruf-b",
        "pasal-2/ayat-1/huruf-c", "pasal-2/ayat-2", "bab-2", "bab-2/bagian-1", "pasal-3",
        "pasal-3/ayat-1", "pasal-3/ayat-2", "bab-2/bagian-2", "pasal-4", "pasal-4/ayat-1",
        "pasal-4/ayat-2", "pasal-5", "penjelasan", "penjelasan/umum", "penjelasan/pasal-1",
        "penjelasan/pasal-3", "penjelasan/pasal-3/ayat-1", "penjelasan/pasal-3/ayat-2",
        "penjelasan/pasal-4", "penjelasan/pasal-4/ayat-1", "penjelasan/pasal-4/ayat-1a",
        "penjelasan/pasal-4/ayat-1a/huruf-a", "penjelasan/pasal-4/ayat-1a/huruf-b",
        "penjelasan/pasal-4/ayat-2",
      ])
  }

  @Test("*UMUM* behind the full stop of the title")
  func general() {
    let text = """
      PERATURAN PEMERINTAH NOMOR 1 TAHUN 1957 TENTANG TAMAN NEGERI
      DENGAN RAKHMAT TUHAN YANG MAHA ESA
      Menimbang : a. bahwa taman perlu dijaga, b. bahwa penjaga perlu diangkat; Mengingat : 1. Undang-Undang Nomor 1 Tahun 1950; MEMUTUSKAN : Menetapkan : PERATURAN PEMERINTAH TENTANG TAMAN NEGERI.
      Pasal 1 (1) Taman dijaga. (2) Penjaga diangkat. Pasal 2 (1) Taman disapu. (2) Taman disiram. Ditetapkan di Jakarta pada tanggal 1 Januari 1957 PENJELASAN ATAS PERATURAN PEMERINTAH NOMOR 1 TAHUN 1957 TENTANG TAMAN NEGERI. UMUM. Taman perlu dijaga. PASAL DEMI PASAL Pasal 1 Cukup jelas. Pasal 2 Cukup jelas.
      """
    #expect(below("penjelasan", in: text) == ["umum", "pasal-1", "pasal-2"])
  }

  @Test("Letters run into the names behind them, each with the same first word")
  func gluedNames() {
    let text = """
      PERATURAN PEMERINTAH NOMOR 1 TAHUN 1986 TENTANG KECAMATAN TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      MEMUTUSKAN: Menetapkan : PERATURAN PEMERINTAH TENTANG KECAMATAN TAMAN. Pasal 1 (1) Membentuk Kecamatan Taman yang meliputi wilayah :
      a.Desa Timur b.Desa Barat c.Desa Bukit I d.Desa Utara. (2) Wilayah Kecamatan Taman semula bagian dari Kecamatan Kebun. Pasal 2 (1) Pusat berada di Desa Timur. (2) Batas ditetapkan kemudian.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-1/huruf-a", "ayat-1/huruf-b", "ayat-1/huruf-c", "ayat-1/huruf-d", "ayat-2",
      ])
  }

  @Test("a section at the end of a line, above its article, and a name behind a comma")
  func sectionAtLineEnd() {
    let text = """
      Bagian Pertama Tujuan
      Pasal 1
      (1) Taman didirikan bagi warga.
      (2) Taman bertujuan untuk:
      a. meningkatkan kesehatan warga kota dan desa;
      b. menjadi tempat bermain anak warga kota yang belum dapat pergi jauh ke taman lain yang lebih besar dan lebih indah; Bagian Kedua Usaha
      Pasal 2
      (1) Taman dijaga oleh:
      a. Seorang atau beberapa orang penjaga, atau b. Seorang atau beberapa orang warga.
      (2) Taman disapu.
      """
    let units = outline(text)
    #expect(units.contains("bagian-2"), "\(units)")
    #expect(units.contains("pasal-2/ayat-1/huruf-b"), "\(units)")
  }

  @Test("a control character before a mark within a line is a blank")
  func controlCharacter() {
    let text = """
      Pasal 1
      1. Taman adalah kebun.
      2. Warga adalah orang. \u{01} 3. Penjaga adalah pegawai.
      4. Pagar adalah batas.
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-3", "angka-4"])
  }

  @Test("within a line an annex names its own act; dots or another number are an example")
  func annexWithinLine() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 4 TAHUN 2020
      TENTANG
      TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      MEMUTUSKAN:
      Menetapkan: PERATURAN DAERAH TENTANG TAMAN.
      Pasal 1
      (1) Taman dibuka. (2) Taman disapu. (3) Taman dijaga oleh penjaga yang ditunjuk Walikota di setiap kecamatan. (4) Pagar dicat.
      Ditetapkan di Contoh
      WALIKOTA CONTOH, ttd. BUDI LAMPIRAN I PERATURAN DAERAH KOTA CONTOH NOMOR 4 TAHUN 2020 TENTANG TAMAN
      Contoh: LAMPIRAN II PERATURAN DAERAH KOTA CONTOH NOMOR ... TAHUN ... dan lain-lain.
      Lihat LAMPIRAN III PERATURAN DAERAH KOTA CONTOH NOMOR 9 TAHUN 2011 TENTANG KOLAM
      Denah taman BUDI LAMPIRAN II PERATURAN DAERAH KOTA CONTOH NOMOR 4 TAHUN 2O2O TENTANG TAMAN
      """
    #expect(
      outline(text).drop { $0 != "penutup" } == ["penutup", "lampiran-1", "lampiran-2"],
      "\(outline(text))")
    #expect(ownText("lampiran-2", in: text)?.contains("2O2O") == true)
  }

  /// A flattened act with one note of an article.
  private func explained(_ note: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 4 TAHUN 2020
    TENTANG
    TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN:
    Menetapkan: PERATURAN DAERAH TENTANG TAMAN.
    Pasal 1
    (1) Taman dibuka. (2) Taman disapu. (3) Taman dijaga oleh penjaga yang ditunjuk Walikota di setiap kecamatan. (4) Pagar dicat.
    Ditetapkan di Contoh pada tanggal 1 Januari 2020 WALIKOTA CONTOH, BADU PENJELASAN ATAS PERATURAN DAERAH KOTA CONTOH I. UMUM Taman perlu dijaga. II. PASAL DEMI PASAL
    Pasal 1
    \(note)
    """
  }

  @Test(
    "a catchword within the notes is none of them, and stands for a full stop",
    arguments: [
      "Pasal 9...", "Pasal 9 . . .", "Huruf c…", "Ayat (4)...", "BAB IV ....", "Pasal 9. .",
    ])
  func catchwordInNote(_ catchword: String) {
    let text = explained(
      "Ayat (1) Cukup jelas. Ayat (2) Disapu pagi hari. \(catchword) Ayat (3) Cukup jelas.")
    #expect(
      below("penjelasan/pasal-1", in: text) == ["ayat-1", "ayat-2", "ayat-3"])
    #expect(wholeText("penjelasan/pasal-1/ayat-2", in: text)?.hasSuffix("pagi hari.") == true)
  }

  @Test(
    "a citation without dots in a note is none, and dots before its words make no note a catchword")
  func citationInNote() {
    let cited = explained(
      "Ayat (1) Dibuka menurut Pasal 9 Ayat (3) undang-undang itu. Ayat (2) Cukup jelas.")
    #expect(below("penjelasan/pasal-1", in: cited) == ["ayat-1", "ayat-2"])
    let dotted = explained("Ayat (1) Cukup jelas. Ayat (2)... Yang dimaksud ialah sapu lidi.")
    #expect(below("penjelasan/pasal-1", in: dotted) == ["ayat-1", "ayat-2"])
  }

  @Test("a catchword that ends in one sign of three dots is none of the list; a row of them is")
  func catchwordInList() {
    let text = explained("Taman memiliki:\na. pagar;\nb. kolam… b. kolam ikan;\nc. pohon.")
    #expect(below("penjelasan/pasal-1", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
    #expect(wholeText("penjelasan/pasal-1/huruf-a", in: text) == "a. pagar;")
    #expect(wholeText("penjelasan/pasal-1/huruf-b", in: text) == "b. kolam ikan;")
    let form = explained("Taman memiliki:\na. pagar ……… b. kolam;\nb. pohon.")
    #expect(below("penjelasan/pasal-1", in: form) == ["huruf-a", "huruf-b"])
    #expect(wholeText("penjelasan/pasal-1/huruf-b", in: form) == "b. pohon.")
  }
}
