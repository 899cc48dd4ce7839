import LegalText
import Testing

@Suite("Marks whose full stop or line break was lost")
struct LostMarkTests {
  /// A regulation's head with these considerations.
  private func preamble(_ considerations: String) -> String {
    """
    PERATURAN DAERAH
    NOMOR 1 TAHUN 2020
    TENTANG
    TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    WALI KOTA,
    \(considerations)
    Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000 tentang Taman;
    """
  }

  @Test("a letter or number without its full stop is the next item where the list goes on")
  func bare() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
         1. Taman adalah kebun umum.
         2  Petugas adalah penjaga taman.
         3   Kolam adalah tempat ikan.
         4. Pagar adalah batas taman.
      Pasal 2
      Taman dijaga oleh:
         a. petugas;
         b   Kepala Desa; dan
         c. warga.
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-3", "angka-4"])
    #expect(kind("pasal-1/angka-3", in: text) == .definisi)
    #expect(below("pasal-2", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("the first item of a list may have lost its full stop, a row of a table not")
  func first() {
    let text = """
      Pasal 1
      Penjaga terdiri atas:
      1   Kepala taman;
      2.  Wakil kepala; dan
      3.  Anggota.
      Pasal 2
      Tarif masuk:
      1   Dewasa      5.000
      5   Anak-anak   2.000
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-3"])
    #expect(below("pasal-2", in: text).isEmpty)
  }

  @Test("articles within the lines of a flattened text go on behind those that were lost")
  func lostArticles() {
    let text = """
      Pasal 1 (1) Taman dibuka pagi hari. (2) Taman ditutup malam hari. Pasal 2 Taman dijaga petugas.
      Pasaf z Petugas mencatat tamu. Pasa; 4 Tamu menaati petugas. Pasal 5 (1) Kolam dipagari. \
      (2) Pagar dicat. Pasal 6 Pohon dirawat menurut ketentuan Pasal 2. Pasal 9 Undang-Undang \
      Nomor 1 Tahun 2000 berlaku bagi pohon. Pasal 12 (1) Bangku dicat. (2) Bangku dihitung.
      """
    let articles = outline(text).filter { $0.hasPrefix("pasal") && !$0.contains("/") }
    #expect(articles == ["pasal-1", "pasal-2", "pasal-5", "pasal-6", "pasal-12"])
  }

  @Test("a mark among those of its list counts though the lines before it were lost")
  func afterLostLines() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
         1. Taman adalah kebun umum.
         2. Petugas adalah penjaga taman.
         ~~ rnj? Kolarn vi
         5. Pagar adalah batas taman.
      Pasal 2
         (1) Taman dijaga petugas.
         (2) Petugas mencatat tamu sebagaimana dimaksud dalam angka
         5. Pagar
         vi >< tarnu
         (4) Catatan disimpan satu tahun.
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-5"])
    #expect(below("pasal-2", in: text) == ["ayat-1", "ayat-2", "ayat-4"])
    let bases =
      preamble("Menimbang : bahwa taman perlu dijaga;") + """

                    2. Undang-Undang Nomor 2 Tahun 2001 tentang Kolam
                    r'.~ vi njf
                    5. Undang-Undang Nomor 5 Tahun 2004 tentang Pagar;
        """
    #expect(below("mengingat", in: bases) == ["angka-1", "angka-2", "angka-5"])
  }

  @Test("an instruction may have lost its full stop, a page's number before a heading is none")
  func instructions() {
    let text = """
      Pasal I
      Beberapa ketentuan dalam Peraturan Daerah tentang Taman diubah sebagai berikut:
      1. Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:
      Pasal 2
      Taman dibuka.
      2   Pasal 3 dihapus.
      3. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Taman ditutup.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(
      below("pasal-i", in: text) == [
        "angka-1", "angka-1/pasal-2", "angka-2", "angka-3", "angka-3/pasal-4",
      ])
    #expect(kind("pasal-i/angka-2", in: text) == .instruksi)
  }

  @Test("an item within a line is read where the numbers around it prove it")
  func lineBreaks() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
      1. Taman adalah kebun umum;
      2. Kolam adalah tempat ikan; 3. Petugas adalah
      penjaga taman;
      4. Pagar adalah batas taman.
      Pasal 2
      (1) Taman dibuka. (2)Petugas menjaga taman.
      (3) Anggota penjaga :1. kepala;
         2. wakil; dan
         3. petugas.
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-3", "angka-4"])
    #expect(
      below("pasal-2", in: text) == [
        "ayat-1", "ayat-2", "ayat-3", "ayat-3/angka-1", "ayat-3/angka-2", "ayat-3/angka-3",
      ])
    #expect(ownText("pasal-1/angka-3", in: text) == "Petugas adalah penjaga taman;")
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("a number that is truly missing stays missing")
  func missing() {
    let text = """
      Pasal 1
      Taman meliputi:
      a. kolam sesuai dengan huruf b. pada denah;
      c. kebun.
      """
    #expect(below("pasal-1", in: text) == ["huruf-a", "huruf-c"])
  }

  @Test("definitions begin after dengan, without its colon")
  func leadIn() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan
      1. Taman adalah kebun umum.
      2. Kolam adalah tempat ikan.
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2"])
    #expect(kind("pasal-1/angka-1", in: text) == .definisi)
  }

  @Test("a chapter of a code that begins a line is a reference")
  func reference() {
    let text = """
      BAB I
      TAMAN
      Pasal 1
      Rahasia taman diatur dalam Buku Kedua
      Bab I KUHP.
      BAB II
      KOLAM
      Pasal 2
      Kolam dibuka.
      """
    #expect(outline(text) == ["bab-1", "pasal-1", "bab-2", "pasal-2"])
  }

  @Test("a misread mark between two that are read is the one between them")
  func misread() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
      1. Taman adalah kebun umum.
      Z.Kolam adalah tempat ikan.
      3. Pagar adalah batas taman.
      Pasal 2
      (1) Taman dibuka.
      (e) Petugas menjaga taman.
      (3) Petugas mencatat:
        a. tamu;
        6' bunga; dan
        c. ikan.
      """
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-3"])
    #expect(
      below("pasal-2", in: text) == [
        "ayat-1", "ayat-2", "ayat-3", "ayat-3/huruf-a", "ayat-3/huruf-b", "ayat-3/huruf-c",
      ])
    #expect(LegalParser.parse(text).diagnostics.filter { $0.code == "mark.repaired" }.count == 3)
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("the first consideration may have lost its letter", arguments: ["ct.", "a", "a-."])
  func consideration(mark: String) {
    let text = preamble(
      """
      Menimbang : \(mark)  bahwa taman perlu dijaga;
                  b. bahwa taman perlu dibuka;
      """)
    #expect(below("menimbang", in: text) == ["huruf-a", "huruf-b"])
  }

  @Test("a catchword that stands below the item it announced repeats it")
  func repeatedCatchword() {
    let text = """
      Pasal 1
      (1) Taman dibuka.
      (2) Petugas menjaga.
                        (2) Petugas . . .
      (3) Selesai.
      """
    #expect(below("pasal-1", in: text) == ["ayat-1", "ayat-2", "ayat-3"])
  }

  @Test("scraps of a watermark hide neither a heading nor an item")
  func scraps() {
    let text = """
      Pasal 1
      Taman dibuka.
                      Pasal 2             an
      Petugas:
        a. menjaga;
      ha      b. mencatat; dan
        c. melapor.
      Pasal 3
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-2", "pasal-2/huruf-a", "pasal-2/huruf-b", "pasal-2/huruf-c", "pasal-3",
      ])
  }

  @Test(
    "headings in other words", arguments: ["Psl 2", "Psl. 2", "Pasal dua", "Pasal ke 2", "Pasal 2"])
  func headings(heading: String) {
    let text = "BAB I\nTAMAN\nPasal 1\nDibuka.\nBAB ke II\nKOLAM\n\(heading)\nDibuka."
    #expect(outline(text) == ["bab-1", "pasal-1", "bab-2", "pasal-2"])
  }

  @Test("a heading at a page's foot that the next page repeats is a catchword, its number misread")
  func repeatedHeading() {
    let page =
      "\n                 PRESIDEN\n            REPUBLIK INDONESIA\n                 - 5 -\n"
    let text =
      "Pasal 1\nTaman dibuka.\n\n                       Pasal 2\n\u{0C}" + page
      + "            Pasal 2\nKolam dibuka.\n\n                       Pasal 8...\n\u{0C}" + page
      + "            Pasal 3\nPagar dibuka.\n"
    #expect(outline(text) == ["pasal-1", "pasal-2", "pasal-3"])
  }

  @Test("the label of the considerations with two letters misread, before bare letters")
  func misreadLabel() {
    let text = preamble(
      """
      Menirnbang  a  bahwa taman perlu dijaga;
                  b  bahwa taman perlu dibuka;
                  c. bahwa taman perlu diatur;
      """)
    #expect(below("menimbang", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
  }

  @Test("marks glued to the sentence before them, and a letter behind a digit of something else")
  func glued() {
    let text = """
      Pasal 1
      (1) Taman dijaga siang dan malam
      hari.(2) Penjaga terdiri
      atas:a. kepala taman
      kota;b. pegawai
      taman; danc. warga.
      2(3) Taman disapu.
      (41 Taman disiram.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-2", "ayat-2/huruf-a", "ayat-2/huruf-b", "ayat-2/huruf-c", "ayat-3",
        "ayat-4",
      ])
  }

  @Test("`(2al` is (2a), `C.` after f. is g., `0` after e) is f)")
  func likeSigns() {
    let text = """
      Pasal 1
      (1) Taman dijaga.
      (2) Taman disapu.
      (2al Taman disiram.
      (2bl Taman dipagari oleh:
      a. satu; b. dua;
      c. tiga;
      d. empat;
      e. lima;
      f. enam;
      C. tujuh; dan
      h. delapan:
      a) pagi;
      b) siang;
      c) sore;
      d) petang;
      e) malam; dan
      0 subuh.
      """
    let units = below("pasal-1", in: text)
    #expect(units.contains("ayat-2a") && units.contains("ayat-2b/huruf-g"), "\(units)")
    #expect(units.last == "ayat-2b/huruf-h/subhuruf-f", "\(units)")
  }

  @Test("a letter within a line between its neighbours, and one without its full stop")
  func withinLines() {
    let text = """
      Pasal 1
      (1) Taman yang dijaga siang dan malam oleh penjaga meliputi: a. Taman Satu; b. Taman Dua c. taman kota; d. Taman Empat. (2) Taman dijaga.
      (3) Penjaga berhenti: a. karena permintaan sendiri; b karena meninggal dunia. (4) Taman disapu.
      """
    let units = below("pasal-1", in: text)
    #expect(units.contains("ayat-1/huruf-c") && units.contains("ayat-3/huruf-b"), "\(units)")
  }
}
