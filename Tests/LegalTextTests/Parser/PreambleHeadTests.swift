import LegalText
import Testing

@Suite("Where preambles and annexes begin")
struct PreambleHeadTests {
  private func act(_ head: String, basis: String = "") -> String {
    """
    PERATURAN WALI KOTA CONTOH
    NOMOR 1 TAHUN 2020
    TENTANG
    TAMAN
    \(head)
    Menimbang : a. bahwa taman perlu dijaga;
                b. bahwa penjaga perlu diangkat;
    Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000 tentang Taman;
                2. Undang-Undang Nomor 2 Tahun 2001 tentang Penjaga;
    \(basis)
                        MEMUTUSKAN:
    Menetapkan : PERATURAN WALI KOTA TENTANG TAMAN.
                         Pasal 1
    Taman dijaga.
    """
  }

  @Test(
    "the grace line, as old acts and scans print it, or the office alone begins the preamble",
    arguments: [
      "DENGAN RAKHMAT TUHAN YANG MAHA ESA\nWALI KOTA CONTOH,",
      "DENGAN RAHMATTUHAN YANG MAHAESA\nWALI KOTA CONTOH,",
      "DENGAN RAHMAT YANG MAHA ESA\nWALI KOTA CONTOH,", "WALI KOTA CONTOH,",
      "\nWALIKOTA CONTOH", "BUPATI KEPALA DAERAH TINGKAT II\nCONTOH,", "MENTER! TAMAN,",
    ])
  func office(_ head: String) {
    let text = act(head)
    #expect(wholeText("judul", in: text)?.hasSuffix("TENTANG TAMAN") == true)
    let first = head.split(separator: "\n").first.map(String.init) ?? ""
    #expect(wholeText("pembukaan", in: text)?.hasPrefix(first) == true)
  }

  @Test("an office in the title stays there")
  func title() {
    let text = act("DINAS DAN\nWALI KOTA")
    #expect(wholeText("judul", in: text)?.hasSuffix("WALI KOTA") == true)
  }

  @Test(
    "Memperhatikan ends the legal bases without its colon or with its first letter misread",
    arguments: [
      "Memperhatikan 1. Surat Dinas;\n            2. Rapat;",
      "l^emperhatikan : 1. Surat Dinas;\n            2. Rapat;",
    ])
  func otherBasis(_ basis: String) {
    let text = act("WALI KOTA CONTOH,", basis: basis)
    #expect(below("mengingat", in: text) == ["angka-1", "angka-2"])
    #expect(wholeText("mengingat/angka-2", in: text)?.hasSuffix("Penjaga;") == true)
  }

  @Test("labels set apart above the title open nothing")
  func labels() {
    let text = """
      Menimbang
      Mengingat
      SALINAN
      PERATURAN WALI KOTA CONTOH
      NOMOR 1 TAHUN 2020
      TENTANG
      TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      a. bahwa taman perlu dijaga;
      b. bahwa penjaga perlu diangkat;
      1. Undang-Undang Nomor 1 Tahun 2000 tentang Taman;
      MEMUTUSKAN:
      Pasal 1
      Taman dijaga.
      """
    #expect(
      outline(text).prefix(6) == [
        "judul", "pembukaan", "menimbang", "menimbang/huruf-a", "menimbang/huruf-b", "mengingat",
      ])
    #expect(wholeText("judul", in: text)?.hasSuffix("TAMAN") == true)
  }

  @Test("an annex in small letters at the head of a page")
  func annex() {
    let text =
      act("WALI KOTA CONTOH,") + """

        Ditetapkan di Contoh
        Tembusan:
        1. Kepala Dinas Taman\u{0C}Lampiran : Peraturan Wali Kota Contoh
        Nomor : 1 Tahun 2020
        DAFTAR TAMAN
        """
    #expect(outline(text).last == "lampiran")
  }

  @Test("considerations and legal bases whose marks were lost, as many as the numbers leave out")
  func unmarked() {
    let text = """
      PERATURAN WALI KOTA CONTOH
      NOMOR 1 TAHUN 2020
      TENTANG
      TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      Menimbang : bahwa taman perlu dijaga;
                  b. bahwa penjaga perlu diangkat;
                  bahwa berdasarkan pertimbangan itu perlu menetapkan peraturan;
      Mengingat : Undang-Undang Nomor 1 Tahun 2000 tentang Taman;
                  Undang-Undang Nomor 2 Tahun 2001 tentang Pagar,
                  sebagaimana diubah dengan
                  Undang-Undang Nomor 3 Tahun 2002;
                  3. Peraturan Pemerintah Nomor 4 Tahun 2003 tentang Kolam;
                  Peraturan Pemerintah Nomor 5 Tahun 2004 tentang Bunga;
                  5. Peraturan Daerah Nomor 6 Tahun 2005 tentang Penjaga;
                          MEMUTUSKAN:
      Menetapkan : PERATURAN WALI KOTA TENTANG TAMAN.
                           Pasal 1
      Taman dijaga.
      """
    #expect(below("menimbang", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
    #expect(
      below("mengingat", in: text) == ["angka-1", "angka-2", "angka-3", "angka-4", "angka-5"])
    #expect(wholeText("mengingat/angka-2", in: text)?.hasSuffix("2002;") == true)
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
    let unnumbered = act("WALI KOTA CONTOH,").replacing("1. Undang", with: "Undang")
      .replacing("2. Undang", with: "Undang")
    #expect(below("mengingat", in: unnumbered).isEmpty)
  }
}
