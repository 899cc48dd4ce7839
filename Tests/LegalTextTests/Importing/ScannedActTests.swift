import LegalText
import Testing

/// What readers of scanned pages leave of an act.
@Suite("Import of scanned acts")
struct ScannedActTests {
  private func imported(_ text: String) -> ImportedText {
    TextImporter.importing(Array(text.utf8))
  }

  private func lines(_ text: String) -> [String] {
    String(decoding: imported(text).text, as: UTF8.self).split(separator: "\n").map {
      $0.trimmingPrefix { $0 == " " }.description
    }
  }

  @Test("Marks above all texts of a preamble go to their own, counted over both labels")
  func preamble() {
    let text = """
      Menimbang

      a.

      b.

      Mengingat

      1.
      2.

      bahwa taman kota perlu dijaga oleh
      warga;
      bahwa untuk itu perlu ditetapkan
      Peraturan Daerah;
      Pasal 18 ayat (6) Undang-Undang Dasar
      Tahun 1945;
      Undang-Undang Nomor 23 Tahun

      - 2 -

      3.

      2014 tentang Pemerintahan Daerah;
      Peraturan Pemerintah Nomor 5 Tahun
      2015 tentang Taman;
      MEMUTUSKAN:
      """
    let result = lines(text)
    #expect(result.contains("a. bahwa taman kota perlu dijaga oleh warga;"))
    #expect(result.contains("b. bahwa untuk itu perlu ditetapkan Peraturan Daerah;"))
    #expect(result.contains("1. Pasal 18 ayat (6) Undang-Undang Dasar Tahun 1945;"))
    #expect(result.contains { $0.hasPrefix("2. Undang-Undang Nomor 23 Tahun 2014") })
    #expect(result.contains { $0.hasPrefix("3. Peraturan Pemerintah Nomor 5") })
  }

  @Test("Marks stay, and are reported, where there are not as many texts in a preamble")
  func unprovenPreamble() {
    let text = """
      Menimbang

      a.

      b.

      Mengingat

      1.
      2.

      bahwa taman kota perlu dijaga;
      Undang-Undang Nomor 23 Tahun 2014;
      Undang-Undang Nomor 5 Tahun 2015;
      Undang-Undang Nomor 6 Tahun 2016;
      MEMUTUSKAN:
      """
    let result = imported(text)
    #expect(!result.repairs.contains { $0.kind == .mark })
    #expect(
      result.notes.contains {
        if case .marksApart(let lines) = $0 { lines == [3, 9] } else { false }
      })
  }

  @Test("A mark at the top of a page amid a sentence waits for the next text that begins")
  func waitingMark() {
    let text = """
      Pasal 1
      Ketentuan berikut:
      (1)

      (2)

      Pasal 9
      Taman dapat diubah berupa:
      a. luasnya; atau
      b. tempatnya.
      Permohonan perubahan dilampiri:
      a. surat permohonan yang memuat nama, alamat,

      - 4 -

      (3)

      dan rencana taman; dan
      b. bukti pembayaran.
      Lurah memutus permohonan dalam 7 hari.
      """
    let result = lines(text)
    #expect(result.contains("(2) Permohonan perubahan dilampiri:"))
    #expect(
      result.contains("a. surat permohonan yang memuat nama, alamat, dan rencana taman; dan"))
    #expect(result.contains("(3) Lurah memutus permohonan dalam 7 hari."))
  }

  @Test("What begins small below two marks is the item's, what begins with a capital the ayat's")
  func itemBeforeAyat() {
    let text = """
      Pasal 1
      (1) Biaya dikembalikan:
      a. tunai dalam 7 hari; atau

      - 7 -

      b.

      (2)

      dengan transfer dalam 30 hari.
      Warga dapat memilih caranya.
      """
    let result = lines(text)
    #expect(result.contains("b. dengan transfer dalam 30 hari."))
    #expect(result.contains("(2) Warga dapat memilih caranya."))
  }

  @Test("The head of a page goes whole, however it was read; the numbers in it go to their texts")
  func heads() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 1 diubah sehingga berbunyi
      sebagai berikut:
      Pasal 1
      Taman dijaga
      oleh warga.
      SK No 194523 A2. Ketentuan
      2PRESIDEN
      REPUBLIK TNDONESIA
      -t2_
      Ketentuan Pasal 9 diubah sehingga
      berbunyi sebagai berikut:
      Pasal 9
      (1) Warga menyapu halaman.
      SK No l945l2{(2) Lurah
      PRESIDEN
      LIK INDONESIA
      -L3-
      (2) Lurah menjaga taman.
      3. Pasal 12 dihapus.
      """
    let result = imported(text)
    let printed = String(decoding: result.text, as: UTF8.self)
    #expect(printed.contains("\n2. Ketentuan Pasal 9 diubah sehingga berbunyi sebagai berikut:\n"))
    for left in ["SK No", "PRESIDEN", "INDONESIA", "-t2", "-L3", "{"] {
      #expect(!printed.contains(left), "\(left)")
    }
    #expect(printed.split(separator: "\n").count { $0.contains("(2) Lurah") } == 1)
    #expect(result.repairs.contains { $0.after == "2." && $0.line == 12 })
  }

  @Test("The head that ran into a line is cut off")
  func gluedHead() {
    let text = """
      Pasal 1
      Taman dijaga oleh warga.
      PENJELASAN
      I. UMUM
      Taman perlu dijaga.
      II. PASAL DEMI PASALFRESIDEN
      REPUBLIK INDONESIA
      -3-
      Pasal 1
      Cukup jelas.
      """
    #expect(lines(text).contains("II. PASAL DEMI PASAL"))
  }

  @Test(
    "Numbers in brackets of references",
    arguments: [
      ("ayat (21dan", "ayat (2) dan"), ("ayat {21 dan", "ayat (2) dan"),
      ("ayat l2l dan", "ayat (2) dan"), ("ayat (U dan", "ayat (1) dan"),
      ("ayat lll dan", "ayat (1) dan"), ("ayat(1) dan", "ayat (1) dan"),
      ("ayat (21.", "ayat (2)."), ("ayat (21) dan", "ayat (21) dan"),
    ])
  func references(_ printed: String, _ wanted: String) {
    let text = """
      Pasal 1
      (1) Warga menjaga taman.
      (2) Lurah menegur menurut \(printed) aturan lain.
      """
    let result = String(decoding: imported(text).text, as: UTF8.self)
    #expect(result.contains("menurut \(wanted)"), "\(result)")
  }

  @Test(
    "Words that change when doubled keep their hyphen, and no label ends a word",
    arguments: [
      ("asal-\nusul", "asal-usul"), ("huru-\nhara", "huru-hara"),
      ("instruksi-\nistruksi", "instruksi-istruksi"), ("E-\nGovernment", "E-Government"),
      ("ketentu-\nan", "ketentuan"), ("PERUNDANG-\nUNDANGAN", "PERUNDANG-UNDANGAN"),
      ("meng-\nMENIMBANG", "meng-\nMENIMBANG"),
    ])
  func doubled(_ printed: String, _ whole: String) {
    let text = String(
      decoding: imported("Pasal 1\nTaman dijaga menurut \(printed) warga.\n").text, as: UTF8.self)
    #expect(text.contains("menurut \(whole)"), "\(text)")
  }

  @Test("What a converter wrote above an act goes where the act has its own title")
  func frontMatter() {
    let text = """
      # PM 7 Tahun 2030

      ## Metadata
      - **File**: taman.pdf
      - **Halaman**: 3

      ## Isi Peraturan

      ```
      PERATURAN DAERAH KOTA MELATI
      NOMOR 7 TAHUN 2030
      TENTANG
      TAMAN KOTA
      BAB I
      KETENTUAN UMUM
      Pasal 1
      Taman dijaga.
      ```
      """
    let result = imported(text)
    let printed = String(decoding: result.text, as: UTF8.self)
    #expect(printed.hasPrefix("PERATURAN DAERAH KOTA MELATI\n"), "\(printed)")
    #expect(!printed.contains("`"))
    #expect(result.removals.count { $0.kind == .frontMatter } == 5)
    let title = "# Peraturan Daerah\n- Nomor: 7\n- Tahun: 2030\n\n## Isi\n\nPasal 1\nTaman.\n"
    #expect(String(decoding: imported(title).text, as: UTF8.self).contains("Nomor: 7"))
  }

  @Test(
    "Page numbers with one dash, and what is left of a letterhead, are the head of a page",
    arguments: [".5-", "9-", "-t4-"])
  func scrawledHead(_ number: String) {
    let result = lines(
      """
      Pasal 1
      Taman dijaga.
      SK No 238331 A
      7tl-+TI-rI{II
      K INDONESIA
      \(number)
      Pasal 2
      Selesai.
      """)
    #expect(result == ["Pasal 1", "Taman dijaga.", "Pasal 2", "Selesai."])
  }

  @Test("A chapter where an article is meant keeps its word")
  func chapterForArticle() {
    let text = """
      MEMUTUSKAN:
      Menetapkan: PERATURAN DAERAH TENTANG PERUBAHAN ATAS PERATURAN DAERAH NOMOR 6.
      BAB I
      Beberapa ketentuan dalam Peraturan Daerah Nomor 6 diubah sebagai berikut:
      1. Pasal 10 dihapus.
      2. Pasal 11 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(lines(text).contains("BAB I"))
  }

  @Test("Columns of marks in the forms of an annex stay as they are")
  func annexColumns() {
    let text = """
      Pasal 1
      Surat dibuat menurut Lampiran.
      Ditetapkan di Kota
      LAMPIRAN
      BAGIAN V
      (28)
      (29)
      Pernyataan warga.
      Saya menyatakan benar.
      """
    #expect(imported(text).repairs.isEmpty)
  }
}
