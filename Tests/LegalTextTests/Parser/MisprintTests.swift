import LegalText
import Testing

@Suite("Misprints and what pages leave behind")
struct MisprintTests {
  @Test("catchwords announce the next page's mark and open nothing")
  func catchwords() {
    #expect(
      outline(
        """
        BAB I
        KETENTUAN UMUM
        Pasal 1
        (1) Taman dibuka.
        (2) Petugas...
        (2) Petugas menjaga taman.
        BAB II. . .
        BAB II
        TAMAN
        Pasal 2
        Taman meliputi:
        a. kolam;
        b. kebun .
        b. kebun bunga; dan
        c. pagar.
        """) == [
          "bab-1", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "bab-2", "pasal-2",
          "pasal-2/huruf-a", "pasal-2/huruf-b", "pasal-2/huruf-c",
        ])
  }

  @Test("items that begin alike are no catchwords")
  func alike() {
    #expect(
      outline("Pasal 1\nRincian:\na. kolam;\nb. kebun.\nPasal 2\nRincian:\na. kolam;\nb. kebun.")
        == [
          "pasal-1", "pasal-1/huruf-a", "pasal-1/huruf-b", "pasal-2", "pasal-2/huruf-a",
          "pasal-2/huruf-b",
        ])
  }

  @Test("marks misread by a scanner count where the list proves them")
  func lists() {
    let text = """
      Pasal 1
      (1) Satu.
      l2l Dua:
      a. kolam;
      b, kebun;
      c. pagar.
      (3t Tiga.
      (4) Empat.
      (s) Lima.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-2", "ayat-2/huruf-a", "ayat-2/huruf-b", "ayat-2/huruf-c", "ayat-3",
        "ayat-4", "ayat-5",
      ])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("1. after k. is the letter l")
  func letterL() {
    let letters = "abcdefghijk".map { "\($0). butir;" } + ["1. butir;", "m. butir."]
    #expect(
      below("pasal-1", in: "Pasal 1\nRincian:\n" + letters.joined(separator: "\n"))
        == "abcdefghijklm".map { "huruf-\($0)" })
  }

  @Test(
    "misprinted headings of articles alone on their line",
    arguments: [
      "Psal 2", "Fasal 2", "IPasal 2", "r^asal 2",
    ])
  func headings(_ heading: String) {
    #expect(
      outline("Pasal 1\nSatu.\n\(heading)\nDua.\nPasal 3\nTiga.") == [
        "pasal-1", "pasal-2", "pasal-3",
      ])
  }

  @Test("a heading after a comma misread for a full stop")
  func comma() {
    #expect(
      outline("Pasal 1\nTaman dibuka setiap hari,\nPasal 2\nTaman ditutup malam hari.") == [
        "pasal-1", "pasal-2",
      ])
    #expect(outline("Pasal 1\nMenurut Pasal 3,\nPasal 2\ndan peraturan lain.") == ["pasal-1"])
  }

  @Test("a conjunction may stand apart from its stroke, or without a sign before it")
  func conjunctions() {
    #expect(
      below(
        "pasal-1", in: "Pasal 1\nRincian:\na. kolam;\nb. kebun; dan/ atau\nc. pagar dan\nd. pintu.")
        == ["huruf-a", "huruf-b", "huruf-c", "huruf-d"])
    #expect(
      below("pasal-1", in: "Pasal 1\nRincian:\na. taman menurut huruf c dan\nb. kebun.")
        == ["huruf-a"])
  }

  @Test("notes at the feet of pages belong to no unit")
  func footers() {
    let note = "Naskah ini ditandatangani dengan sertifikat milik pemerintah daerah"
    let pages = (1...5).map { "Pasal \($0)\n(1) Satu.\n(2) Dua.\n\n\(note)\n" }
    let text = pages.joined(separator: "\u{0C}")
    let document = LegalParser.parse(text)
    #expect(document.units.count == 15)
    #expect(document.index(ofAddress: "pasal-2/ayat-2").map { document.ownText(of: $0) } == "Dua.")
    #expect(brokenPromises(of: document).isEmpty)
  }

  @Test("legal bases whose first number was lost; labels set below each other")
  func preamble() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      Menimbang
      Mengingat
      Menetapkan
      a. bahwa taman perlu dijaga;
      b. bahwa taman perlu diatur;
      1. Undang-Undang tentang Taman;
      2. Undang-Undang tentang Kebun;
      MEMUTUSKAN:
      Pasal 1
      Isi.
      """
    #expect(
      outline(text) == [
        "judul", "pembukaan", "menimbang", "menimbang/huruf-a", "menimbang/huruf-b", "mengingat",
        "mengingat/angka-1", "mengingat/angka-2", "diktum", "pasal-1",
      ])
    #expect(
      outline("Mengingat: Undang-Undang tentang Taman;\n2. Undang-Undang tentang Kebun;\n")
        .contains("mengingat/angka-2"))
  }

  @Test("marks without end are cut off and said so; the text stays")
  func endless() {
    for line in ["a.\n", "Pasal 1\n"] {
      let source = Array(("Pasal 1\n" + String(repeating: line, count: 30_000)).utf8)
      let document = LegalParser.parse(source)
      #expect(document.source == source)
      #expect(document.units.count < 3000)
      #expect(document.diagnostics.filter { $0.code == "structure.repeated" }.count == 1)
      #expect(brokenPromises(of: document).isEmpty)
    }
  }

  @Test("misread first items, brackets and letters need their list for proof")
  func misreadFirst() {
    let text = """
      Pasal 1
      (U Kolam dibuka pada:
      a, pagi hari;
      b. siang hari; dan
      0. malam hari.
      12) Petugas menjaga kolam.
      (3) Kolam ditutup.
      Pasal 2
      (U tidak berlaku.
      Pasal 3
      Kolam:
      a, dan lain-lain.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-1/huruf-c", "pasal-1/ayat-2", "pasal-1/ayat-3", "pasal-2", "pasal-3",
      ])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("legal bases without their full stop; labels announced at the foot of a page")
  func bases() {
    let text = """
      PERATURAN DAERAH TENTANG KOLAM
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      Menimbang : a. bahwa kolam perlu dikelola;
                  b. bahwa warga memerlukan air;
                                              Mengingat…
      1. Disiapkan oleh Kepala Biro
      2. Diperiksa oleh Kepala Bagian
      Mengingat : 1. Undang-Undang tentang Air;
      2 Peraturan Pemerintah tentang Kolam;
      3. Peraturan Daerah tentang Taman;
      MEMUTUSKAN:
      Pasal 1
      Kolam dikelola.
      """
    #expect(
      outline(text).filter { $0.hasPrefix("me") } == [
        "menimbang", "menimbang/huruf-a", "menimbang/huruf-b", "mengingat", "mengingat/angka-1",
        "mengingat/angka-2", "mengingat/angka-3",
      ])
  }

  @Test("an ayat named again for each of its items; Roman numbers of articles are misread ones")
  func explained() {
    let text = """
      Pasal 1
      (1) Kolam:
        a. besar; dan
        b. kecil.
      (2) Selesai.

      Ditetapkan di Contoh

      PENJELASAN
      I. UMUM
      Kolam.
      II. PASAL DtrMI PASAL
      Pasal I
      Ayat (1) huruf a
      Cukup jelas.
      Ayat (1) huruf b
      Cukup jelas.
      Ayat (2)
      Cukup jelas.
      """
    #expect(
      below("penjelasan", in: text) == [
        "umum", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-2",
      ])
  }

  @Test("letters that scans print for one another count where the list proves them")
  func likeLetters() {
    let text = """
      Pasal 1
      l1l Kolam dijaga:
      A. pagi;
      b. siang; dan
      e. malam.
      (2) Petugas:
      a. satu;
      b. dua;
      c. tiga;
      d. empat;
      c. lima.
      Pasal 2
      11) Warga menjaga kolam.
      (2) Warga dilarang membuang sampah.
      Fasal 3
      Tamu:
      1, Dewasa; dan
      2. Anak.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-1/huruf-c", "pasal-1/ayat-2", "pasal-1/ayat-2/huruf-a",
        "pasal-1/ayat-2/huruf-b", "pasal-1/ayat-2/huruf-c", "pasal-1/ayat-2/huruf-d",
        "pasal-1/ayat-2/huruf-e", "pasal-2", "pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-3",
        "pasal-3/angka-1", "pasal-3/angka-2",
      ])
  }

  @Test("a mark with dots above a page number announces the next page")
  func announcedMark() {
    let text = """
      Pasal 1
      Kolam meliputi:
      a. ...
      SK No 123456 A
      FRESIDEN
      REPUBLIK INDONESIA
      - 3 -
      a. kolam besar; dan
      b. kolam kecil.
      Pasal 2
      (1)...
      REPUBLIK INDONESIA
      -4-
      (1) Kolam dijaga.
      (2) Kolam dibuka.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/huruf-a", "pasal-1/huruf-b", "pasal-2", "pasal-2/ayat-1",
        "pasal-2/ayat-2",
      ])
  }

  @Test("a list in capital letters is a list")
  func capitals() {
    #expect(
      outline(
        "Pasal 1\nNaskah memuat:\nA. Judul.\nB. Batang tubuh:\n1. umum; dan\n2. penutup.\nC. Lampiran."
      )
        == [
          "pasal-1", "pasal-1/huruf-a", "pasal-1/huruf-b", "pasal-1/huruf-b/angka-1",
          "pasal-1/huruf-b/angka-2", "pasal-1/huruf-c",
        ])
  }
}
