import LegalText
import Testing

/// An ordinary regulation with one sentence in an article, one in the preamble and one in the
/// penjelasan.
private func regulation(
  article: String = "Biasa.", basis: String = "Undang-Undang Nomor 1 Tahun 2001;",
  reason: String = "bahwa perlu;", note: String = "Cukup jelas."
) -> LegalDocument {
  RegulationFixture.document(
    """
    menimbang | Menimbang: |
      menimbang/huruf-a | a. | bahwa pasar perlu ditata;
      menimbang/huruf-b | b. | \(reason)
    mengingat | Mengingat: |
      mengingat/angka-1 | 1. | \(basis)
    pasal-1 | Pasal 1 | \(article)
    pasal-2 | Pasal 2 |
      pasal-2/ayat-1 | (1) | Satu.
      pasal-2/ayat-2 | (2) | Dua.
    pasal-3 | Pasal 3 | Tiga.
    penjelasan | PENJELASAN |
      penjelasan/umum | I. UMUM | Umum.
      penjelasan/pasal-2 | Pasal 2 |
        penjelasan/pasal-2/ayat-1 | Ayat (1) | \(note)
    lampiran | LAMPIRAN | Menurut huruf a angka 3 dan Pasal 3 tarif berlaku.
    """)
}

private func article(_ sentence: String) -> [String] {
  described(regulation(article: sentence), in: "pasal-1")
}

@Suite struct ReferenceScopeTests {
  @Test func generalPartDiscussesOthers() {
    func general(_ words: String) -> [String] {
      described(
        RegulationFixture.document(
          """
          pasal-1 | Pasal 1 | Biasa.
          penjelasan | PENJELASAN |
            penjelasan/umum | I. UMUM | \(words)
          """))
    }
    #expect(
      general("Menurut Pasal 9 Undang-Undang Nomor 1 Tahun 2001 begitu, dan Pasal 77B lain.")
        == ["Pasal 9 → luar", "Pasal 77B → luar"])
    #expect(general("Pasal 1 berlaku, Pasal 77 tidak.").last == "Pasal 77 → pasal-77?")
  }

  @Test func levelLeftOut() {
    let document = RegulationFixture.document(
      """
      pasal-1 | Pasal 1 | Menurut Pasal 2 ayat (1) angka 2, Pasal 2 ayat (1) angka 1 dan angka 7.
      pasal-2 | Pasal 2 |
        pasal-2/ayat-1 | (1) | Satu:
          pasal-2/ayat-1/huruf-a | a. | satu:
            pasal-2/ayat-1/huruf-a/angka-1 | 1. | x;
            pasal-2/ayat-1/huruf-a/angka-2 | 2. | y;
          pasal-2/ayat-1/huruf-b | b. | dua:
            pasal-2/ayat-1/huruf-b/angka-1 | 1. | z.
      """)
    #expect(
      described(document, in: "pasal-1") == [
        "Pasal 2 ayat (1) angka 2 → pasal-2/ayat-1/huruf-a/angka-2",
        "Pasal 2 ayat (1) angka 1 → pasal-2/ayat-1/angka-1?", "angka 7 → pasal-2/ayat-1/angka-7?",
      ])
  }

  @Test func reglemen() {
    #expect(
      article("Ketentuan Pasal 615 sampai dengan Pasal 651 Reglemen Acara Perdata dicabut.")
        == ["Pasal 615 → luar", "… Pasal 651 → luar"])
  }

  @Test(
    arguments: [
      "Menurut Pasal 3 Undang-Undang Nomor 12 Tahun 2011 tentang Contoh.",
      "Menurut Pasal 2 ayat (1) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945.",
      "Menurut Pasal 3 Peraturan Daerah Nomor 4 Tahun 2003.",
      "Menurut Pasal 3 dari Peraturan Pemerintah Nomor 4 Tahun 2003.",
      "Menurut Pasal 3 Kitab Undang-Undang Hukum Pidana.",
      "Menurut Pasal 3 ayat (1) ke-1 KUHP.",
      "Menurut Pasal 3 Keputusan Bupati Nomor 7 Tahun 2009.",
      "Menurut Pasal 3 Qanun Nomor 2 Tahun 2008.",
      "Menurut Pasal 3 UU Nomor 2 Tahun 2008.",
      "Menurut Pasal 3 Perda Nomor 2 Tahun 2008.",
      "Menurut Pasal 3 Undang \u{2013} Undang\\Nomor 2 Tahun 2008.",
      "Menurut Pasal 3 Undang-Undang tersebut.",
      "Menurut Pasal 3 Peraturan Menteri Perdagangan.",
      "Menurut Undang-Undang Nomor 5 Tahun 2014 Pasal 3 desa diatur.",
      "Menurut Undang-Undang Nomor 5 Tahun 2014 tentang Desa dan Dusun pada Pasal 3 diatur.",
      "Menurut Undang-Undang Nomor 5 Tahun 2014 tentang Desa (Lembaran Negara; 5) Pasal 3 diatur.",
      "Menurut UUD 1945 Pasal 3 diatur.",
      "Menurut KUHP Pasal 3 diatur.",
      "Tunjangan PPh Pasal 3 dibayar.",
      "Pasal 3 pengacuannya diganti.",
      "Tunjangan Pajak Penghasilan Pasal 3 dibayar.",
      "Menurut BAB II Lampiran Peraturan Menteri Perdagangan.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014 tentang Desa, khususnya Pasal 3, desa ditata.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014, terutama dalam Pasal 3 ayat (1).",
    ])
  func external(sentence: String) {
    let document = regulation(article: sentence)
    let found = ReferenceScanner.references(in: document).filter { $0.unit == 5 }
    #expect(found.count == 1)
    for reference in found {
      #expect(reference.scope == .external)
      #expect(reference.address == nil)
      #expect(reference.target == nil)
    }
  }

  @Test(
    arguments: [
      "Menurut Pasal 3 Peraturan Daerah ini.",
      "Menurut Pasal 3 Peraturan Daerah Kabupaten Contoh ini.",
      "Menurut Pasal 3 Undang-undang ini.",
      "Menurut Pasal 3 diatur dengan Peraturan Bupati Nomor 3 Tahun 2001.",
      "Menurut Pasal 3, Peraturan Bupati ditetapkan.",
      "Menurut Pasal 3 peraturan perundang-undangan berlaku.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014 sebagaimana dimaksud dalam Pasal 3 ditata.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014 dan Pasal 3 ditata.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014, Pasal 3 ditata.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014. Menurut Pasal 3 ditata.",
      "Diatur dengan Peraturan Bupati. Dalam Pasal 3 ditata.",
      "Sesuai Peraturan Daerah ini, khususnya Pasal 3.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014, dan khususnya Pasal 3.",
    ])
  func `internal`(sentence: String) {
    #expect(article(sentence) == ["Pasal 3 → pasal-3"])
  }

  @Test(
    arguments: [
      (
        "Menurut Pasal 2, Pasal 3, dan Pasal 7 Undang-Undang Nomor 12 Tahun 2011.",
        ["Pasal 2 → luar", "Pasal 3 → luar", "Pasal 7 → luar"]
      ),
      (
        "Menurut Pasal 2 ayat (1) dan ayat (2) serta Lampiran I Peraturan Menteri Contoh.",
        ["Pasal 2 ayat (1) → luar", "ayat (2) → luar"]
      ),
      (
        "Menurut Pasal 2, Pasal 3 kecuali fungsi sebagai pasar, dan Pasal 7 UU Nomor 3 Tahun 2003.",
        ["Pasal 2 → luar", "Pasal 3 → luar", "Pasal 7 → luar"]
      ),
      (
        "Menurut Pasal 2 kecuali kios kecil, dan Pasal 3 ditata.",
        ["Pasal 2 → pasal-2", "Pasal 3 → pasal-3"]
      ),
      // Words that say something else of another act.
      (
        "Menurut Pasal 3 kecuali kios kecil, yang ditata menurut Pasal 7 UU Nomor 3 Tahun 2003.",
        ["Pasal 3 → pasal-3", "Pasal 7 → luar"]
      ),
      (
        "Menurut Pasal 2 ayat (2) Peraturan Daerah ini dan Pasal 3 KUHP.",
        ["Pasal 2 ayat (2) → pasal-2/ayat-2", "Pasal 3 → luar"]
      ),
      (
        "Menurut Pasal 3 KUHP dan Pasal 3 Peraturan Daerah ini.",
        ["Pasal 3 → luar", "Pasal 3 → pasal-3"]
      ),
      (
        "Menurut Pasal 3 KUHP; ketentuan Pasal 3 tersebut berlaku.",
        ["Pasal 3 → luar", "Pasal 3 → luar"]
      ),
      (
        "Menurut Pasal 362 KUHP dipidana, dan Pasal 362 berlaku.",
        ["Pasal 362 → luar", "Pasal 362 → luar"]
      ),
      (
        "Menurut Pasal 33 KUHP dan ayat (3) Pasal tersebut.",
        ["Pasal 33 → luar", "ayat (3) → luar"]
      ),
    ])
  func listsAndContinuations(sentence: String, expected: [String]) {
    #expect(article(sentence) == expected)
  }

  @Test func ownAyatBeforeAnotherInstrument() {
    let document = RegulationFixture.document(
      """
      pasal-1 | Pasal 1 |
        pasal-1/ayat-1 | (1) | Satu.
        pasal-1/ayat-2 | (2) | Menurut ayat (1) dan Pasal 5 ayat (2) UU Nomor 3 Tahun 2003.
      """)
    #expect(described(document) == ["ayat (1) → pasal-1/ayat-1", "Pasal 5 ayat (2) → luar"])
  }

  @Test func preamble() {
    let document = regulation(
      basis: "Pasal 18 ayat (6) Undang-Undang Dasar dan Pasal 2;",
      reason: "bahwa menurut huruf a, Pasal 2 ayat (1), dan huruf d perlu;")
    #expect(
      described(document, in: "mengingat/angka-1") == [
        "Pasal 18 ayat (6) → luar", "Pasal 2 → luar",
      ])
    #expect(
      described(document, in: "menimbang/huruf-b") == [
        "huruf a → menimbang/huruf-a", "Pasal 2 ayat (1) → luar", "huruf d → menimbang/huruf-d?",
      ])
  }

  @Test func explanation() {
    let document = regulation(note: "Lihat ayat (2) dan Pasal 3. Cukup jelas.")
    #expect(
      described(document, in: "penjelasan/pasal-2/ayat-1") == [
        "ayat (2) → pasal-2/ayat-2", "Pasal 3 → pasal-3",
      ])
  }

  @Test func annexReadsArticlesOnly() {
    #expect(described(regulation(), in: "lampiran") == ["Pasal 3 → pasal-3"])
  }

  @Test(
    arguments: [
      "Ditata.\\Pasal 3\\Ditutup.", "Ditata.\\Pasal 3\u{2026}\u{2026}\u{2026}.",
      "Ditata.\\Pasal 3 . . .", "Ditata. Pasal 3... Kios ditata.", "Ditata. Pasal 3 Kios ditata.",
      "Ditata; dan Ayat (3) ... kios.", "Ditata. BAB II KIOS", "Isi Bab II : Kios",
      "Ditata. Bagian Kedua Kios ditata.", "Ditata. Bagian Kedua T a r i f",
    ])
  func headingsAndCatchwords(sentence: String) {
    #expect(article(sentence) == [])
  }

  @Test(
    arguments: [
      "Cukup jelas. Ayat (2) Yang dimaksud dengan huruf ialah aksara.",
      "Cukup jelas Ayat (2) Cukup jelas", "Cukup jelas\\huruf b\\Kios kecil.",
      "Cukup jelas Pasal 2 ayat (1) dan (2) : Cukup jelas", "Kios.\\ayat (2) : Cukup jelas",
    ])
  func headingsLeftInTheExplanation(note: String) {
    #expect(described(regulation(note: note), in: "penjelasan/pasal-2/ayat-1") == [])
  }

  @Test func considerationsWithoutLetters() {
    let document = RegulationFixture.document(
      "menimbang | Menimbang: | bahwa berdasarkan pertimbangan dalam huruf a dan huruf b perlu;")
    #expect(described(document) == ["huruf a → luar", "huruf b → luar"])
  }
}
