import LegalText
import Testing

/// A regulation of our own making with one sentence to read in it.
private func regulation(_ sentence: String) -> LegalDocument {
  RegulationFixture.document(
    """
    menimbang | Menimbang: |
      menimbang/huruf-a | a. | bahwa kebersihan kota perlu dijaga;
      menimbang/huruf-b | b. | bahwa pasar perlu ditata;
    bab-1 | BAB I | KETENTUAN UMUM
      pasal-1 | Pasal 1 | Dalam Peraturan Daerah ini yang dimaksud dengan:
        pasal-1/angka-1 | 1. | Daerah adalah Kabupaten Contoh.
        pasal-1/angka-2 | 2. | Pasar adalah tempat berdagang.
    bab-2 | BAB II | PASAR
      bab-2/bagian-1 | Bagian Kesatu | Umum
        pasal-2 | Pasal 2 | Pedagang menjaga kebersihan.
        pasal-3 | Pasal 3 |
          pasal-3/ayat-1 | (1) | Pedagang mendaftar.
          pasal-3/ayat-2 | (2) | Pendaftaran memuat:
            pasal-3/ayat-2/huruf-a | a. | nama;
            pasal-3/ayat-2/huruf-b | b. | tempat:
              pasal-3/ayat-2/huruf-b/angka-1 | 1. | kios;
              pasal-3/ayat-2/huruf-b/angka-2 | 2. | los; dan
            pasal-3/ayat-2/huruf-c | c. | barang.
          pasal-3/ayat-2a | (2a) | Pendaftaran gratis.
          pasal-3/ayat-3 | (3) | Kios ditata.
      bab-2/bagian-2 | Bagian Kedua | Kios
        bab-2/bagian-2/paragraf-1 | Paragraf 1 | Ukuran
          pasal-4 | Pasal 4 |
            pasal-4/huruf-a | a. | kecil;
            pasal-4/huruf-b | b. | besar.
          pasal-5 | Pasal 5 |
            pasal-5/ayat-1 | (1) | Kios dibersihkan.
            pasal-5/ayat-2 | (2) | \(sentence)
              pasal-5/ayat-2/huruf-a | a. | pagi; atau
              pasal-5/ayat-2/huruf-b | b. | sore.
            pasal-5/ayat-3 | (3) | Kios ditutup malam hari.
          pasal-5a | Pasal 5A | Los dibersihkan.
          pasal-6 | Pasal 6 | Penutup.
          pasal-10 | Pasal 10 | Penutup.
    """)
}

private func read(_ sentence: String) -> [String] {
  described(regulation(sentence), in: "pasal-5/ayat-2")
}

@Suite struct ReferenceGrammarTests {
  @Test(
    arguments: [
      ("Menurut Pasal 2 kios dijaga.", ["Pasal 2 → pasal-2"]),
      ("Menurut pasal 3 ayat (2a) gratis.", ["pasal 3 ayat (2a) → pasal-3/ayat-2a"]),
      (
        "Tempat dalam Pasal 3 ayat (2) huruf b angka 2 bersih.",
        ["Pasal 3 ayat (2) huruf b angka 2 → pasal-3/ayat-2/huruf-b/angka-2"]
      ),
      ("Istilah Pasal 1 angka 2 dipakai.", ["Pasal 1 angka 2 → pasal-1/angka-2"]),
      (
        "Ukuran Pasal 4 huruf b dan Pasal 5A.",
        ["Pasal 4 huruf b → pasal-4/huruf-b", "Pasal 5A → pasal-5a"]
      ),
      ("Lihat Pasal 77.", ["Pasal 77 → pasal-77?"]),
      ("Lihat Pasal 2 ayat (1).", ["Pasal 2 ayat (1) → pasal-2/ayat-1?"]),
      ("Kios menurut ayat (1) dijaga.", ["ayat (1) → pasal-5/ayat-1"]),
      ("Waktu menurut huruf b berlaku.", ["huruf b → pasal-5/ayat-2/huruf-b"]),
      ("Waktu menurut huruf f berlaku.", ["huruf f → pasal-5/ayat-2/huruf-f?"]),
      (
        "Menurut Paragraf 1 Bagian Kedua pada BAB II Peraturan Daerah ini.",
        ["Paragraf 1 Bagian Kedua pada BAB II → bab-2/bagian-2/paragraf-1"]
      ),
      (
        "Menurut Paragraf 1, Bagian Kedua dalam BAB II.",
        ["Paragraf 1, Bagian Kedua dalam BAB II → bab-2/bagian-2/paragraf-1"]
      ),
      (
        "Menurut Paragraf 1 bagian kedua dari BAB II.",
        ["Paragraf 1 bagian kedua dari BAB II → bab-2/bagian-2/paragraf-1"]
      ),
      (
        "Menurut Bagian Kesatu, Bagian Kedua dan BAB I.",
        [
          "Bagian Kesatu → bab-2/bagian-1", "Bagian Kedua → bab-2/bagian-2",
          "BAB I → bab-1",
        ]
      ),
      ("Menurut Paragraf 1 bagian lain.", ["Paragraf 1 → bab-2/bagian-2/paragraf-1"]),
      ("Menurut ayat (1) Pasal ini dan Pasal ini.", ["ayat (1) → pasal-5/ayat-1"]),
    ])
  func single(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test(
    arguments: [
      (
        "Pasal 2, Pasal 3, dan Pasal 5A ditaati.",
        ["Pasal 2 → pasal-2", "Pasal 3 → pasal-3", "Pasal 5A → pasal-5a"]
      ),
      (
        "Pasal 3 ayat (1) dan ayat (3) ditaati.",
        ["Pasal 3 ayat (1) → pasal-3/ayat-1", "ayat (3) → pasal-3/ayat-3"]
      ),
      (
        "Pasal 3 ayat (1), ayat (2) huruf a, dan ayat (3).",
        [
          "Pasal 3 ayat (1) → pasal-3/ayat-1", "ayat (2) huruf a → pasal-3/ayat-2/huruf-a",
          "ayat (3) → pasal-3/ayat-3",
        ]
      ),
      (
        "Pasal 3 ayat (2) huruf a, huruf b, dan/atau huruf c.",
        [
          "Pasal 3 ayat (2) huruf a → pasal-3/ayat-2/huruf-a",
          "huruf b → pasal-3/ayat-2/huruf-b", "huruf c → pasal-3/ayat-2/huruf-c",
        ]
      ),
      (
        "Menurut Pasal 2 dan 3 serta 6.",
        ["Pasal 2 → pasal-2", "3 → pasal-3", "6 → pasal-6"]
      ),
      (
        "Menurut Pasal 3 ayat (1) dan (3).",
        ["Pasal 3 ayat (1) → pasal-3/ayat-1", "(3) → pasal-3/ayat-3"]
      ),
      (
        "Menurut Pasal 3 ayat (2) huruf a dan c.",
        ["Pasal 3 ayat (2) huruf a → pasal-3/ayat-2/huruf-a", "c → pasal-3/ayat-2/huruf-c"]
      ),
      (
        "Menurut Pasal 2 dan 3 (tiga) orang saksi, atau Pasal 6 dan 2 tahun.",
        ["Pasal 2 → pasal-2", "Pasal 6 → pasal-6"]
      ),
      (
        "Menurut ayat (1) dan Pasal 3 ayat (3).",
        ["ayat (1) → pasal-5/ayat-1", "Pasal 3 ayat (3) → pasal-3/ayat-3"]
      ),
      ("Menurut Pasal 2 dan ayat (3).", ["Pasal 2 → pasal-2", "ayat (3) → pasal-5/ayat-3"]),
      ("Menurut Pasal 1, angka 2.", ["Pasal 1 → pasal-1", "angka 2 → pasal-1/angka-2"]),
      (
        "Waktu menurut ayat (2) huruf a dan b Pasal ini.",
        ["ayat (2) huruf a → pasal-5/ayat-2/huruf-a", "b → pasal-5/ayat-2/huruf-b"]
      ),
      (
        "Menurut Pasal 3 ayat (2) selain huruf b, dan ayat (3).",
        [
          "Pasal 3 ayat (2) → pasal-3/ayat-2", "− huruf b → pasal-3/ayat-2/huruf-b",
          "− ayat (3) → pasal-3/ayat-3",
        ]
      ),
      (
        "Rinciannya dalam Lampiran Huruf A dan Lampiran II huruf c.",
        ["Huruf A → luar", "huruf c → luar"]
      ),
      (
        "Menurut ayat l3l dan ayat 91) serta Pasal 3 ayat (r ).",
        [
          "ayat l3l → pasal-5/ayat-3", "ayat 91 → pasal-5/ayat-1",
          "Pasal 3 ayat (r ) → pasal-3/ayat-1",
        ]
      ),
    ])
  func lists(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test(
    arguments: [
      ("Pasal 2 sampai dengan Pasal 6 ditaati.", ["Pasal 2 → pasal-2", "… Pasal 6 → pasal-6"]),
      (
        "Pasal 3 ayat (1) s.d. ayat (3) ditaati.",
        ["Pasal 3 ayat (1) → pasal-3/ayat-1", "… ayat (3) → pasal-3/ayat-3"]
      ),
      ("Pasal 2 s/d 6 ditaati.", ["Pasal 2 → pasal-2", "… 6 → pasal-6"]),
      (
        "Pasal 3 ayat (2) huruf a hingga huruf c.",
        [
          "Pasal 3 ayat (2) huruf a → pasal-3/ayat-2/huruf-a",
          "… huruf c → pasal-3/ayat-2/huruf-c",
        ]
      ),
      (
        "Pasal 2 sampai dengan Pasal 6, kecuali Pasal 3 ayat (1) dan ayat (3), ditaati.",
        [
          "Pasal 2 → pasal-2", "… Pasal 6 → pasal-6", "− Pasal 3 ayat (1) → pasal-3/ayat-1",
          "− ayat (3) → pasal-3/ayat-3",
        ]
      ),
      ("Pasal 4 kecuali huruf b.", ["Pasal 4 → pasal-4", "− huruf b → pasal-4/huruf-b"]),
    ])
  func rangesAndExclusions(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test(
    arguments: [
      ("Menurut ayat (3) Pasal 3.", ["ayat (3) Pasal 3 → pasal-3/ayat-3"]),
      (
        "Menurut ayat (1) dan (3) pasal 3 serta huruf a pasal 4.",
        [
          "ayat (1) → pasal-3/ayat-1", "(3) pasal 3 → pasal-3/ayat-3",
          "huruf a pasal 4 → pasal-4/huruf-a",
        ]
      ),
      (
        "Menurut huruf a dan huruf b ayat (2) Pasal 3.",
        ["huruf a → pasal-3/ayat-2/huruf-a", "huruf b ayat (2) Pasal 3 → pasal-3/ayat-2/huruf-b"]
      ),
      (
        "Pasal 3 ayat (1) dan ayat (3) Pasal ini.",
        ["Pasal 3 ayat (1) → pasal-3/ayat-1", "ayat (3) → pasal-5/ayat-3"]
      ),
    ])
  func innerLevelsFirst(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test(
    arguments: [
      ("Menurut BAB II dan Bab IX.", ["BAB II → bab-2", "Bab IX → bab-9?"]),
      ("Menurut Bagian Kesatu.", ["Bagian Kesatu → bab-2/bagian-1"]),
      (
        "Menurut Bagian Kedua Paragraf 1.",
        ["Bagian Kedua Paragraf 1 → bab-2/bagian-2/paragraf-1"]
      ),
      ("Menurut Paragraf 1.", ["Paragraf 1 → bab-2/bagian-2/paragraf-1"]),
      ("Menurut Bagian Kedua Belas BAB II.", ["Bagian Kedua Belas BAB II → bab-2/bagian-12?"]),
      ("Kepala Sub Bagian Keuangan, bab dua, jangka 3, rangka 2.", []),
    ])
  func chapters(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test(
    arguments: [
      (
        "Menurut Pasal 3 \\  ayat\\\t(2)   huruf\u{A0}a.",
        ["Pasal 3 ayat (2) huruf a → pasal-3/ayat-2/huruf-a"]
      ),
      (
        "Menurut Pasal 3 ayat \\\\   28\\\\ (2) huruf a.",
        ["Pasal 3 ayat 28 (2) huruf a → pasal-3/ayat-2/huruf-a"]
      ),
      (
        "Menurut Pasal 3 ayat (1),\\ - 7 -\\ ayat (3).",
        ["Pasal 3 ayat (1) → pasal-3/ayat-1", "ayat (3) → pasal-3/ayat-3"]
      ),
      ("Menurut Pasal\\ 6\\ ayat.", ["Pasal 6 → pasal-6"]),
      ("Menurut Pasal 1O dan Pasal l0.", ["Pasal 1O → pasal-10", "Pasal l0 → pasal-10"]),
      (
        "Menurut ayat (l) dan ayat ( 3 ).",
        ["ayat (l) → pasal-5/ayat-1", "ayat ( 3 ) → pasal-5/ayat-3"]
      ),
      (
        "Menurut Pasal 3 ayat (21 huruf a.",
        ["Pasal 3 ayat (21 huruf a → pasal-3/ayat-2/huruf-a"]
      ),
      ("Menurut Pasal 3 ayat(1).", ["Pasal 3 ayat(1) → pasal-3/ayat-1"]),
      ("Menurut Pasal 3 ayat 1.", ["Pasal 3 ayat 1 → pasal-3/ayat-1"]),
      ("Menurut Pasal 5 A saja.", ["Pasal 5 A → pasal-5a"]),
      ("Menurut Pasal 1 0 saja.", ["Pasal 1 0 → pasal-10"]),
      ("Menurut Pasal 2 7 saja.", ["Pasal 2 → pasal-2"]),
      ("huruf kapital, angka kredit, pasal-pasal, ayat suci, Pasal ini.", []),
    ])
  func layoutAndSlips(sentence: String, expected: [String]) {
    #expect(read(sentence) == expected)
  }

  @Test func partsHoldWhatIsPrinted() throws {
    let document = regulation("Menurut ayat (1) dan (3) Pasal 3 semua.")
    let found = ReferenceScanner.references(in: document)
    try #require(found.count == 2)
    #expect(found[0].parts.map(\.kind) == [.ayat])
    #expect(found[1].parts.map(\.kind) == [.pasal, .ayat])
    #expect(found[1].parts.map(\.number) == ["3", "3"])
    #expect(found[1].parts.map { document.text(in: $0.numberRange) } == ["3", "(3)"])
  }
}
