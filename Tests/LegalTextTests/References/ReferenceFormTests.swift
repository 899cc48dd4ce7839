import LegalText
import Testing

/// A regulation of our own making with definitions, lists in two orders and notes, with one sentence
/// in its second Pasal and one in the note on it.
private func regulation(
  article: String = "Biasa.", item: String = "awning.", note: String = "Cukup jelas.",
  general: String = "Umum.", title: String = "PERATURAN DAERAH TENTANG PASAR"
) -> LegalDocument {
  RegulationFixture.document(
    """
    judul | \(title) |
    pasal-1 | Pasal 1 | Yang dimaksud dengan:
      pasal-1/angka-1 | 1. | Kios adalah tempat:
        pasal-1/angka-1/huruf-a | a. | kecil; dan
        pasal-1/angka-1/huruf-b | b. | besar.
      pasal-1/angka-2 | 2. | Los adalah bangunan.
    pasal-2 | Pasal 2 | \(article)
    pasal-3 | Pasal 3 |
      pasal-3/ayat-1 | (1) | Kios memuat:
        pasal-3/ayat-1/huruf-a | a. | dinding:
          pasal-3/ayat-1/huruf-a/angka-1 | 1. | bata;
          pasal-3/ayat-1/huruf-a/angka-2 | 2. | kayu;
          pasal-3/ayat-1/huruf-a/angka-3 | 3. | \(item)
        pasal-3/ayat-1/huruf-b | b. | atap.
      pasal-3/ayat-2 | (2) | Kios dicat.
    penjelasan | PENJELASAN |
      penjelasan/umum | I. UMUM | \(general)
      penjelasan/pasal-2 | Pasal 2 | \(note)
      penjelasan/pasal-3 | Pasal 3 |
        penjelasan/pasal-3/ayat-1 | Ayat (1) |
          penjelasan/pasal-3/ayat-1/huruf-a | Huruf a | \(note)
        penjelasan/pasal-3/ayat-2 | Ayat (2) | Cukup jelas.
    """)
}

private func article(_ sentence: String) -> [String] {
  described(regulation(article: sentence), in: "pasal-2")
}

@Suite struct ReferenceFormTests {
  @Test(
    arguments: [
      ("Lihat penjelasan Pasal 3.", ["Pasal 3 → penjelasan/pasal-3"]),
      (
        "Lihat penjelasan Pasal 3 ayat (1) dan ayat (2).",
        ["Pasal 3 ayat (1) → penjelasan/pasal-3/ayat-1", "ayat (2) → penjelasan/pasal-3/ayat-2"]
      ),
      // Nothing is noted on it: the provision itself is meant.
      ("Lihat penjelasan Pasal 1 angka 2.", ["Pasal 1 angka 2 → pasal-1/angka-2"]),
      ("Lihat penjelasan. Dalam hal Pasal 3 berlaku.", ["Pasal 3 → pasal-3"]),
      ("Perlu penjelasan. Pasal 3 berlaku.", ["Pasal 3 → pasal-3"]),
      ("Penjelasan Pasal 3 Undang-Undang Nomor 1 Tahun 2001.", ["Pasal 3 → luar"]),
    ])
  func noteCited(sentence: String, expected: [String]) {
    #expect(described(regulation(note: sentence), in: "penjelasan/pasal-2") == expected)
  }

  @Test func noteCitedFromItsArticle() {
    #expect(
      described(
        regulation(note: "Lihat penjelasan ayat (2)."), in: "penjelasan/pasal-3/ayat-1/huruf-a")
        == ["ayat (2) → penjelasan/pasal-3/ayat-2"])
  }

  @Test(
    arguments: [
      (
        "Menurut Pasal 1 butir 1 dan butir 2.",
        ["Pasal 1 butir 1 → pasal-1/angka-1", "butir 2 → pasal-1/angka-2"]
      ),
      ("Menurut Pasal 1 butir 1 huruf b.", ["Pasal 1 butir 1 huruf b → pasal-1/angka-1/huruf-b"]),
      ("Menurut Pasal 1 butir pertama.", ["Pasal 1 → pasal-1"]),
      ("Menurut Pasal 3 butir 2 KUHP.", ["Pasal 3 butir 2 → luar"]),
      ("Menurut Pasal 1 butir ke-2.", ["Pasal 1 butir ke-2 → pasal-1/angka-2"]),
      ("Menurut Pasal 3 butir ke 2 KUHP.", ["Pasal 3 butir ke 2 → luar"]),
      ("Menurut Pasal 3 ayat (1) ke 2 KUHP.", ["Pasal 3 ayat (1) → luar"]),
      ("Menurut Pasal 1 butir ke lapak.", ["Pasal 1 → pasal-1"]),
    ])
  func numberedItem(sentence: String, expected: [String]) {
    #expect(article(sentence) == expected)
  }

  @Test(
    arguments: [
      ("(4)", "(a)", "pasal-4/ayat-4"), ("(5)", "(S)", "pasal-4/ayat-5"),
      ("(9)", "(e)", "pasal-4/ayat-9"), ("(1)", "(r)", "pasal-4/ayat-1"),
      // A letter that stands there is itself, and none stands for a number that does not.
      ("(a)", "(a)", "pasal-4/ayat-a"), ("(1)", "(a)", "pasal-4/ayat-a?"),
      ("(1)", "(c)", "pasal-4/ayat-c?"),
    ])
  func letterForTheDigitOfAnAyat(mark: String, printed: String, expected: String) {
    let number = mark.dropFirst().dropLast()
    let document = RegulationFixture.document(
      """
      pasal-4 | Pasal 4 |
        pasal-4/ayat-\(number) | \(mark) | Kios ditata.
        pasal-4/ayat-12 | (12) | Kios menurut ayat \(printed) dijaga.
      """)
    #expect(described(document) == ["ayat \(printed) → \(expected)"])
  }

  @Test(
    arguments: [
      (
        "Menurut Pasal 3 (1) huruf b kios ditata.",
        ["Pasal 3 (1) huruf b → pasal-3/ayat-1/huruf-b"]
      ),
      (
        "Menurut Pasal 3 (1) huruf b Undang-Undang Nomor 4 Tahun 2001.",
        ["Pasal 3 (1) huruf b → luar"]
      ),
      ("Menurut Pasal 3 (1) Undang-undang Nomor 4 Tahun 2001.", ["Pasal 3 (1) → luar"]),
      // The mark of a provision, and a number in words.
      ("Menurut Pasal 3 (1) Peraturan Daerah berlaku.", ["Pasal 3 → pasal-3"]),
      ("Menurut Pasal 3 (1) Huruf kapital dicetak.", ["Pasal 3 → pasal-3"]),
      ("Menurut Pasal 3 (tiga) huruf b.", ["Pasal 3 → pasal-3", "huruf b → pasal-2/huruf-b?"]),
    ])
  func ayatWithoutItsWord(sentence: String, expected: [String]) {
    #expect(article(sentence) == expected)
  }

  @Test func numbersBeforeTheirLetter() {
    #expect(
      described(
        regulation(item: "papan menurut angka 1 dan 2 huruf a."),
        in: "pasal-3/ayat-1/huruf-a/angka-3") == [
          "angka 1 → pasal-3/ayat-1/huruf-a/angka-1",
          "2 huruf a → pasal-3/ayat-1/huruf-a/angka-2",
        ])
    #expect(
      article("Menurut angka 1 dan angka 2 huruf a ayat (1) Pasal 3.") == [
        "angka 1 → pasal-3/ayat-1/huruf-a/angka-1",
        "angka 2 huruf a ayat (1) Pasal 3 → pasal-3/ayat-1/huruf-a/angka-2",
      ])
    // A definition's own letter.
    #expect(article("Menurut Pasal 1 angka 1 huruf b.").last?.hasSuffix("angka-1/huruf-b") == true)
  }

  @Test func articleInItsOrderBehindItsItems() {
    #expect(
      article("Menurut huruf a dan huruf b Pasal 3 ayat (1) kios dijaga.") == [
        "huruf a → pasal-3/ayat-1/huruf-a", "huruf b Pasal 3 ayat (1) → pasal-3/ayat-1/huruf-b",
      ])
  }

  @Test(
    arguments: [
      "Menurut Pasal 3 Konvensi berlaku.", "Menurut Pasal 3 ayat (1) Konvensi ini.",
      "Menurut Pasal 3 Protokol tersebut.", "Menurut Pasal 3 Perjanjian Kerja Sama berlaku.",
      "Menurut Pasal 3 Anggaran Dasar berlaku.", "Menurut Pasal 3 Anggaran Rumah Tangga berlaku.",
      "Menurut Pasal 3 Statuta berlaku.", "Menurut Pasal 3 dari Traktat berlaku.",
      "Menurut Pasal 3 Piagam berlaku.",
      "Undang-Undang Nomor 5 Tahun 2014, Pasal 3 menyatakan begitu.",
      "Peraturan Menteri Perdagangan Nomor 7 Tahun 2017, Pasal 3 ayat (1) menyebutkan begitu.",
    ])
  func external(sentence: String) {
    let found = article(sentence)
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasSuffix("→ luar") })
  }

  @Test(
    arguments: [
      "Menurut Pasal 3 anggaran dasar berlaku.", "Menurut Pasal 3 Anggaran ditetapkan.",
      "Menurut Pasal 3, Perjanjian dibuat.", "Menurut Pasal 3 perjanjian dibuat.",
      "Sesuai Undang-Undang Nomor 5 Tahun 2014, Pasal 3 dilaksanakan.",
      "Dalam Peraturan Daerah ini, Pasal 3 menyatakan begitu.",
      "Menurut Konvensi tentang Pasar, Pasal 3 berlaku.",
    ])
  func `internal`(sentence: String) {
    #expect(article(sentence) == ["Pasal 3 → pasal-3"])
  }

  @Test func articlesBeyondTheLastAreOfTheTreaty() {
    let words = "Konvensi Pasar diterima dengan syarat pada Pasal 48 dan Pasal 3."
    #expect(article(words) == ["Pasal 48 → luar", "Pasal 3 → pasal-3"])
    #expect(article("Menurut Pasal 48 berlaku.") == ["Pasal 48 → pasal-48?"])
    let ratifying = regulation(
      article: "Menurut Pasal 48 berlaku.", title: "UNDANG-UNDANG TENTANG PENGESAHAN KONVENSI PASAR"
    )
    #expect(described(ratifying, in: "pasal-2") == ["Pasal 48 → luar"])
  }

  @Test(
    arguments: [
      ("Sesuai peraturan Huruf b yang dimaksud dengan atap ialah penutup.", []),
      ("Sesuai peraturan Huruf b Cukup jelas", []),
      (
        "Sesuai peraturan Huruf d yang dimaksud dengan atap.",
        ["Huruf d → pasal-3/ayat-1/huruf-d?"]
      ),
      ("Sesuai huruf b yang dimaksud dengan atap.", ["huruf b → pasal-3/ayat-1/huruf-b"]),
      ("Sesuai Huruf b yang kedua.", ["Huruf b → pasal-3/ayat-1/huruf-b"]),
    ])
  func nextNoteLeftInTheLine(note: String, expected: [String]) {
    #expect(described(regulation(note: note), in: "penjelasan/pasal-3/ayat-1/huruf-a") == expected)
  }

  @Test(
    arguments: [
      ("BAB III. Penataan Kios;", []), ("Kios\\BAB BAB III LARANGAN", []),
      ("Menurut BAB III. Kios ditata.", ["BAB III → bab-3?"]),
      ("BAB III berlaku.", ["BAB III → bab-3?"]),
    ])
  func headingsOfChapters(words: String, expected: [String]) {
    #expect(article(words) == expected)
  }

  @Test func quotedNotesAreNoArticles() {
    let document = RegulationFixture.document(
      """
      pasal-i | Pasal I | Ketentuan dalam Peraturan Daerah Nomor 3 Tahun 2010 diubah:
        pasal-i/angka-1! | 1. | Ketentuan Pasal 5 diubah:
          pasal-i/angka-1/pasal-5 | Pasal 5 | Menurut Pasal 7 dan Pasal 8 kios ditata.
        pasal-i/angka-2! | 2. | Ketentuan pada penjelasan Pasal 7 diubah, sehingga berbunyi:
          pasal-i/angka-2/pasal-7 | Pasal 7 | Kios ialah tempat menurut Pasal 7.
          pasal-i/angka-2/pasal-8 | Pasal 8 | Kios dijaga.
      """)
    #expect(
      described(document, in: "pasal-i/angka-1/pasal-5")
        == ["Pasal 7 → luar", "Pasal 8 → pasal-i/angka-2/pasal-8"])
    #expect(described(document, in: "pasal-i/angka-2") == ["Pasal 7 → pasal-i/angka-2/pasal-7"])
    #expect(described(document, in: "pasal-i/angka-2/pasal-7") == ["Pasal 7 → luar"])
  }
}
