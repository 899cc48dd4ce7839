import LegalText
import Testing

@Suite("Reading a regulation")
struct LegalParserTests {
  @Test("a whole regulation has all its units, in order")
  func whole() {
    #expect(outline(SampleTexts.plain).joined(separator: " ") == SampleTexts.plainOutline)
    #expect(brokenPromises(of: LegalParser.parse(SampleTexts.plain)).isEmpty)
  }

  @Test(
    "units have the kind that their mark says",
    arguments: [
      ("judul", UnitKind.judul), ("pembukaan", .pembukaan), ("menimbang", .menimbang),
      ("menimbang/huruf-b", .butir), ("mengingat/angka-1", .butir), ("diktum", .diktum),
      ("bab-2a", .bab), ("bab-2/bagian-12", .bagian), ("bab-2/bagian-1/paragraf-1", .paragraf),
      ("pasal-1/angka-2", .definisi), ("pasal-1/angka-2/huruf-a", .huruf),
      ("pasal-2/ayat-2/huruf-a/angka-1", .angka),
      ("pasal-2/ayat-2/huruf-a/angka-2/subhuruf-a", .subhuruf),
      ("pasal-2/ayat-2/huruf-a/angka-2/subhuruf-a/subangka-1", .subangka),
      ("penutup", .penutup), ("penjelasan/umum", .penjelasan), ("penjelasan/pasal-2", .pasal),
      ("lampiran-2", .lampiran),
    ])
  func kinds(address: String, expected: UnitKind) {
    #expect(kind(address, in: SampleTexts.plain) == expected)
  }

  @Test("headings follow their mark, on the next lines or on the same")
  func headings() throws {
    let text = """
      BAB I KETENTUAN UMUM
      Pasal 1
      Satu.
      BAB II
      HAK DAN
      KEWAJIBAN
      Bagian Pertama
      Hak
      Pasal 2
      Dua.
      """
    let document = LegalParser.parse(text)
    #expect(
      document.units.map(\.heading).filter { !$0.isEmpty } == [
        "KETENTUAN UMUM", "HAK DAN KEWAJIBAN", "Hak",
      ])
    #expect(
      document.units.map(\.label) == [
        "BAB I", "Pasal 1", "BAB II", "Bagian Pertama", "Pasal 2",
      ])
    let article = try #require(document.index(ofAddress: "pasal-2"))
    let holder = try #require(document.units[article].parent)
    #expect(document.units[holder].address == "bab-2/bagian-1")
  }

  @Test("text without structure is a block between blank lines each")
  func blocks() {
    #expect(outline("Satu baris\ndua baris\n\n\nTiga baris\n") == ["blok-1", "blok-2"])
    #expect(outline("") == [])
    #expect(outline(" \n\u{0C}\n") == [])
  }

  @Test("the closing text of a list belongs to the unit that holds the list")
  func closingText() {
    #expect(
      ownText("pasal-2/ayat-2", in: SampleTexts.plain)
        == "Pengelola Taman Baca wajib:" + " dengan sungguh-sungguh.")
    #expect(ownText("pasal-2/ayat-2/huruf-b", in: SampleTexts.plain) == "menjaga ketenangan.")
  }

  @Test("the body says what an explained item is part of")
  func explained() {
    let text = """
      Pasal 1
      Usaha meliputi:
      a. jasa:
        1. makan:
          a) warung;
          b) kedai;
        2. minum;
      b. dagang.
      Ditetapkan di Contoh
      PENJELASAN
      II. PASAL DEMI PASAL
      Pasal 1
      Huruf a
      Angka 1
      Huruf a
      Warung meliputi:
      a. tenda;
      b. gerobak.
      Huruf b
      Cukup jelas.
      Angka 2
      Cukup jelas.
      Huruf b
      Cukup jelas.
      """
    #expect(
      below("penjelasan/pasal-1", in: text) == [
        "huruf-a", "huruf-a/angka-1", "huruf-a/angka-1/subhuruf-a",
        "huruf-a/angka-1/subhuruf-a/huruf-a", "huruf-a/angka-1/subhuruf-a/huruf-b",
        "huruf-a/angka-1/subhuruf-b", "huruf-a/angka-2", "huruf-b",
      ])
  }

  @Test("several acts in one file repeat addresses with a count")
  func severalActs() {
    let act = """
      PERATURAN DAERAH NOMOR 1
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      MEMUTUSKAN:
      Pasal 1
      (1) Satu.
      (2) Dua.
      Ditetapkan di Contoh

      """
    #expect(
      outline(act + act).suffix(8) == [
        "penutup", "judul~2", "pembukaan~2", "diktum~2", "pasal-1~2", "pasal-1~2/ayat-1",
        "pasal-1~2/ayat-2", "penutup~2",
      ])
  }

  @Test("a text in flattened Markdown has the units of the laid-out one")
  func flattened() {
    let text = """
      BAB I KETENTUAN UMUM
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan: 1. Daerah adalah Kota Contoh yang terletak di tepi sungai besar. 2. Taman adalah kebun.
      BAB II TAMAN Pasal 2 (1) Taman dibuka setiap hari kerja dari pagi hari sampai dengan petang hari untuk umum. (2) Taman ditutup pada hari raya. Pasal 3 (1) Pengunjung taman wajib menjaga kebersihan dan ketertiban selama berada di taman. (2) Pengunjung dilarang: a. memetik bunga; b. berburu. (3) Larangan sebagaimana dimaksud pada ayat (2) huruf a dan Pasal 2 ayat (1) berlaku tetap.
      PENJELASAN ATAS PERATURAN DAERAH I. UMUM Taman itu indah. II. PASAL DEMI PASAL Pasal 1 Cukup jelas. Pasal 2 Cukup jelas. Pasal 3 Ayat (1) Cukup jelas. Ayat (2) Huruf a Cukup jelas. Huruf b Berburu ialah menangkap hewan. Ayat (3) Cukup jelas.
      """
    #expect(
      outline(text) == [
        "bab-1", "pasal-1", "pasal-1/angka-1", "pasal-1/angka-2", "bab-2", "pasal-2",
        "pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-3", "pasal-3/ayat-1", "pasal-3/ayat-2",
        "pasal-3/ayat-2/huruf-a", "pasal-3/ayat-2/huruf-b", "pasal-3/ayat-3", "penjelasan",
        "penjelasan/umum", "penjelasan/pasal-1", "penjelasan/pasal-2", "penjelasan/pasal-3",
        "penjelasan/pasal-3/ayat-1", "penjelasan/pasal-3/ayat-2",
        "penjelasan/pasal-3/ayat-2/huruf-a", "penjelasan/pasal-3/ayat-2/huruf-b",
        "penjelasan/pasal-3/ayat-3",
      ])
  }
}
