import LegalText
import Testing

/// An amending regulation of our own making.
private func amendment(instruction: String = "Ketentuan Pasal 5 diubah:", text: String = "Dua.")
  -> LegalDocument
{
  RegulationFixture.document(
    """
    pasal-i | Pasal I | Ketentuan dalam Peraturan Daerah Nomor 3 Tahun 2010 diubah:
      pasal-i/angka-1! | 1. | \(instruction)
        pasal-i/angka-1/pasal-5 | Pasal 5 |
          pasal-i/angka-1/pasal-5/ayat-1 | (1) | Satu.
          pasal-i/angka-1/pasal-5/ayat-2 | (2) | \(text)
      pasal-i/angka-2! | 2. | Pasal 8 dihapus.
      pasal-i/angka-3! | 3. | Di antara BAB III dan BAB IV disisipkan BAB IIIA:
        pasal-i/angka-3/bab-3a | BAB IIIA | KIOS
          pasal-i/angka-3/pasal-9a | Pasal 9A | Kios menurut ayat (1) dijaga.
    pasal-ii | Pasal II | Pasal I angka 2 dan Pasal 9A mulai berlaku.
    penjelasan | PENJELASAN |
      penjelasan/pasal-i/angka-1/pasal-5 | Pasal 5 |
        penjelasan/pasal-i/angka-1/pasal-5/ayat-2 | Ayat (2) | Lihat ayat (1) dan Pasal 9A.
    """)
}

@Suite struct ReferenceAmendmentTests {
  @Test(
    arguments: [
      (
        "Ketentuan Pasal 5 ayat (2) diubah, sehingga Pasal 5 berbunyi:",
        [
          "Pasal 5 ayat (2) → pasal-i/angka-1/pasal-5/ayat-2",
          "Pasal 5 → pasal-i/angka-1/pasal-5",
        ]
      ),
      (
        "Ketentuan ayat (1) dan ayat (2), Pasal 5 diubah:",
        [
          "ayat (1) → pasal-i/angka-1/pasal-5/ayat-1",
          "ayat (2) → pasal-i/angka-1/pasal-5/ayat-2", "Pasal 5 → pasal-i/angka-1/pasal-5",
        ]
      ),
      (
        "Di antara Pasal 4 dan Pasal 6 disisipkan Pasal 5:",
        ["Pasal 4 → luar", "Pasal 6 → luar", "Pasal 5 → pasal-i/angka-1/pasal-5"]
      ),
      ("Ketentuan ayat (3) Pasal 5 dihapus:", ["ayat (3) Pasal 5 → luar"]),
      // What it goes on with is of the article that it named, or of the only one that it changes.
      (
        "Ketentuan Pasal 5 ditambah 1 (satu) ayat, yakni ayat (2), sehingga berbunyi:",
        ["Pasal 5 → pasal-i/angka-1/pasal-5", "ayat (2) → pasal-i/angka-1/pasal-5/ayat-2"]
      ),
      (
        "Ketentuan ayat (2) diubah, ayat (3) dihapus:",
        ["ayat (2) → pasal-i/angka-1/pasal-5/ayat-2", "ayat (3) → luar"]
      ),
      (
        "Pasal 4 ditambah 1 (satu) ayat, yakni ayat (2), dan ayat (1) diubah:",
        ["Pasal 4 → luar", "ayat (2) → luar", "ayat (1) → luar"]
      ),
      ("Ketentuan Pasal I diubah:", ["Pasal I → pasal-i"]),
    ])
  func instructions(sentence: String, expected: [String]) {
    #expect(described(amendment(instruction: sentence), in: "pasal-i/angka-1") == expected)
  }

  @Test func instructionWithoutReplacement() {
    #expect(described(amendment(), in: "pasal-i/angka-2") == ["Pasal 8 → luar"])
    #expect(
      described(amendment(), in: "pasal-i/angka-3") == [
        "BAB III → luar", "BAB IV → luar", "BAB IIIA → pasal-i/angka-3/bab-3a",
      ])
  }

  @Test func instructionGoesOnInAnItem() {
    let document = RegulationFixture.document(
      """
      pasal-i | Pasal I | Ketentuan dalam Peraturan Daerah Nomor 3 Tahun 2010 diubah:
        pasal-i/angka-1! | 1. | Ayat (1) Pasal I ditambah 1 (satu) huruf, yakni huruf b, dan c:
          pasal-i/angka-1/pasal-1 | Pasal 1 |
            pasal-i/angka-1/pasal-1/ayat-1 | (1) | Kios:
              pasal-i/angka-1/pasal-1/ayat-1/huruf-b | b. | baru.
            pasal-i/angka-1/pasal-1/huruf-c | c. | lain.
        pasal-i/angka-2! | 2. | BAB II ditambah Bagian Kedua A dan Bagian Ketiga:
          pasal-i/angka-2/bagian-2a | Bagian Kedua A | LOS
      """)
    #expect(
      described(document, in: "pasal-i/angka-1") == [
        "Ayat (1) Pasal I → pasal-i/angka-1/pasal-1/ayat-1",
        "huruf b → pasal-i/angka-1/pasal-1/ayat-1/huruf-b", "c → luar",
      ])
    #expect(
      described(document, in: "pasal-i/angka-2") == [
        "BAB II → luar", "Bagian Kedua A → pasal-i/angka-2/bagian-2a", "Bagian Ketiga → luar",
      ])
  }

  @Test func whatIsPutInIsOfTheAmendedText() {
    func sentence(_ words: String) -> [String] {
      described(RegulationFixture.document("pasal-1 | Pasal 1 | \(words)"))
    }
    #expect(
      sentence("Pada Peraturan Daerah itu disisipkan 1 (satu) pasal, yakni Pasal 9A, untuk los.")
        == ["Pasal 9A → luar"])
    #expect(sentence("Ditambah 2 (dua) ayat, yaitu ayat (3) dan ayat (4), untuk los.").count == 2)
    #expect(
      sentence("Ditambah 2 (dua) ayat, yaitu ayat (3) dan ayat (4).")
        == ["ayat (3) → luar", "ayat (4) → luar"])
    #expect(sentence("Ditata menurut satu pasal, yakni Pasal 9A.") == ["Pasal 9A → pasal-9a?"])
  }

  @Test func replacementText() {
    let document = amendment(text: "Menurut ayat (1), Pasal 9A, Pasal 7, dan ayat (4) ditata.")
    #expect(
      described(document, in: "pasal-i/angka-1/pasal-5/ayat-2") == [
        "ayat (1) → pasal-i/angka-1/pasal-5/ayat-1", "Pasal 9A → pasal-i/angka-3/pasal-9a",
        "Pasal 7 → luar", "ayat (4) → pasal-i/angka-1/pasal-5/ayat-4?",
      ])
  }

  @Test func closingArticleAndExplanation() {
    #expect(
      described(amendment(), in: "pasal-ii") == [
        "Pasal I angka 2 → pasal-i/angka-2", "Pasal 9A → pasal-i/angka-3/pasal-9a",
      ])
    #expect(
      described(amendment(), in: "penjelasan/pasal-i/angka-1/pasal-5/ayat-2") == [
        "ayat (1) → pasal-i/angka-1/pasal-5/ayat-1", "Pasal 9A → pasal-i/angka-3/pasal-9a",
      ])
  }

  @Test func repeatedArticlePrefersItsOwnScope() {
    let document = RegulationFixture.document(
      """
      pasal-1 | Pasal 1 |
        pasal-1/ayat-1 | (1) | Satu.
      pasal-2 | Pasal 2 | Dua.
      pasal-1~2 | Pasal 1 |
        pasal-1~2/ayat-1 | (1) | Lihat ayat (2) dan Pasal 2.
        pasal-1~2/ayat-2 | (2) | Dua.
      pasal-2~2 | Pasal 2 | Dua.
      """)
    #expect(described(document) == ["ayat (2) → pasal-1~2/ayat-2", "Pasal 2 → pasal-2~2"])
  }
}
