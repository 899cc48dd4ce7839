import LegalText
import Testing

func layout(_ text: String) -> String {
  String(decoding: CanonicalLayout.text(of: LegalParser.parse(text)), as: UTF8.self)
}

@Suite("Canonical layout")
struct CanonicalLayoutTests {
  @Test("wrapped and centred text becomes one provision a line")
  func wrapped() {
    let text = """
                           BAB I
                      KETENTUAN UMUM

                          Pasal 1
      (1) Setiap warga wajib menjaga
          kebersihan sebagaimana dimaksud dalam
          Pasal 3 ayat (1).


      (2) Kewajiban meliputi:
          a. menyapu   halaman; dan
          b. membuang sampah
             pada tempatnya.
                          Pasal 2
      Peraturan ini berlaku.
      """
    #expect(
      layout(text) == """
        BAB I
        KETENTUAN UMUM

        Pasal 1
        (1) Setiap warga wajib menjaga kebersihan sebagaimana dimaksud dalam Pasal 3 ayat (1).
        (2) Kewajiban meliputi:
          a. menyapu halaman; dan
          b. membuang sampah pada tempatnya.

        Pasal 2
        Peraturan ini berlaku.

        """)
  }

  @Test("provisions that share a line are parted")
  func flattened() {
    let text = """
      BAB I KETENTUAN UMUM
      Pasal 1
      (1) a. satu; b. dua.
      Menimbang
      """
    #expect(
      layout(text).hasPrefix("BAB I\nKETENTUAN UMUM\n\nPasal 1\n(1)\n  a. satu; b. dua.\n"))
  }

  @Test("the label of the considerations keeps its colon, the first item its own line")
  func considerations() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      TENTANG
      KEBERSIHAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      Menimbang  : a. bahwa satu;
                   b. bahwa dua;
      Mengingat  : 1. Undang-Undang Nomor 1 Tahun 2000;
                   2. Undang-Undang Nomor 2 Tahun 2000;
      MEMUTUSKAN :
      Menetapkan : PERATURAN DAERAH TENTANG
                   KEBERSIHAN.
      Pasal 1
      Cukup.
      """
    #expect(
      layout(text) == """
        PERATURAN DAERAH KOTA CONTOH
        TENTANG
        KEBERSIHAN

        DENGAN RAHMAT TUHAN YANG MAHA ESA
        WALI KOTA CONTOH,

        Menimbang:
        a. bahwa satu;
        b. bahwa dua;

        Mengingat:
        1. Undang-Undang Nomor 1 Tahun 2000;
        2. Undang-Undang Nomor 2 Tahun 2000;

        MEMUTUSKAN:

        Menetapkan: PERATURAN DAERAH TENTANG KEBERSIHAN.

        Pasal 1
        Cukup.

        """)
  }

  @Test("text after a list stays apart from its last item")
  func closingText() {
    let afterComma = "Pasal 1\n(1) Untuk:\n  a. satu; dan\n  b. dua,\n  menurut aturan.\n"
    #expect(layout(afterComma) == afterComma)
    let ofArticle = "Pasal 1\nUntuk:\n  a. satu; dan\n  b. dua.\nHal itu menurut aturan.\n"
    #expect(layout(ofArticle) == ofArticle)
    #expect(ownText("pasal-1", in: ofArticle) == "Untuk: Hal itu menurut aturan.")
  }

  @Test("a line that goes on with an item is joined however far left it stands")
  func flushLeft() {
    let text = "Pasal 1\nUntuk:\na. satu yang\nlama;\nb. dua yang\nbaru,\nserta tua.\n"
    #expect(layout(text) == "Pasal 1\nUntuk:\na. satu yang lama;\nb. dua yang baru, serta tua.\n")
  }

  @Test("a sentence end breaks a line only where the text is not wrapped there")
  func sentences() {
    let paragraphs = "Pasal 1\nKalimat satu.\nKalimat dua.\n"
    #expect(layout(paragraphs) == paragraphs)
    let wrapped = """
      Pasal 1
      Kalimat pertama yang cukup panjang untuk mengisi
      satu baris penuh berakhir tepat pada tepi naskah.
      Kalimat kedua mulai pada baris yang berikut.
      """
    #expect(layout(wrapped).split(separator: "\n").count == 2)
  }

  @Test("page numbers, form feeds, hyphens and rows of tables stay where they stand")
  func kept() {
    let text = """
      Pasal 1
      Setiap warga wajib

      - 3 -

      menjaga keber-
      sihan kota.

      Pasal 2
      Tarif sebagai berikut:
        No    Jenis        Tarif
        1     rumah        1000
        2     toko         2000

      """
    let result = layout(text)
    #expect(result.contains("Setiap warga wajib\n\n- 3 -\n\nmenjaga keber-\nsihan kota.\n"))
    #expect(result.contains("  No    Jenis        Tarif\n  1     rumah        1000\n"))
  }

  @Test("replacement text stands below its instruction, notes below their mark")
  func nesting() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:
      “Pasal 5
      (1) Satu.
      (2) Dua:
      a. tiga;
      b. empat.”
      2. Pasal 6 dihapus.
      Pasal II
      Peraturan ini berlaku.
      PENJELASAN
      I. UMUM
      Umum.
      II. PASAL DEMI PASAL
      Pasal I
      Angka 1 Pasal 5 Ayat (1) Cukup jelas.
      Ayat (2) Huruf a Cukup jelas.
      Huruf b Cukup jelas.
      Angka 2 Cukup jelas.
      Pasal II Cukup jelas.
      """
    let result = layout(text)
    #expect(result.contains("\n\n  “Pasal 5\n  (1) Satu.\n  (2) Dua:\n    a. tiga;\n"))
    #expect(result.contains("\n2. Pasal 6 dihapus.\n\nPasal II\n"))
    #expect(result.contains("\n\nAngka 1\n  Pasal 5\n    Ayat (1)\n      Cukup jelas.\n"))
    #expect(result.contains("    Ayat (2)\n      Huruf a\n        Cukup jelas.\n"))
    #expect(result.contains("\n\nAngka 2\n  Cukup jelas.\n\nPasal II\nCukup jelas.\n"))
  }

  @Test("letters with combining marks are composed, other scripts left alone")
  func composition() {
    #expect(
      Array(layout("Pasal 1\nCafe\u{301} vie\u{302}\u{301}t.\n").utf8)
        == Array("Pasal 1\nCaf\u{E9} vi\u{1EBF}t.\n".utf8))
    let lone = "Pasal 1\n\u{301}x \u{5D0}\u{301}.\n"
    #expect(Array(layout(lone).utf8) == Array(lone.utf8))
  }

  @Test("an empty text stays empty", arguments: ["", "\n\n", " \t"])
  func empty(_ text: String) {
    #expect(layout(text) == "")
  }
}
