import LegalText
import Testing

@Suite("Amending regulations")
struct AmendmentTests {
  @Test("instructions hold the amended texts, which number on their own")
  func whole() {
    #expect(
      outline(SampleTexts.amendment).joined(separator: " ") == SampleTexts.amendmentOutline)
    #expect(brokenPromises(of: LegalParser.parse(SampleTexts.amendment)).isEmpty)
  }

  @Test("instructions and amended definitions are told apart by their words")
  func kinds() {
    #expect(kind("pasal-i/angka-2", in: SampleTexts.amendment) == .instruksi)
    #expect(kind("pasal-i/angka-1/pasal-1/angka-2", in: SampleTexts.amendment) == .definisi)
    #expect(kind("pasal-i/angka-4/bab-3a", in: SampleTexts.amendment) == .bab)
  }

  @Test("an instruction without a number amends below its article")
  func unnumbered() {
    let text = """
      Pasal I
      Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
      Pasal 7
      (1) Satu.
      (2) Dua.
      Pasal II
      Berlaku.
      """
    #expect(
      outline(text) == [
        "pasal-i", "pasal-i/pasal-7", "pasal-i/pasal-7/ayat-1", "pasal-i/pasal-7/ayat-2",
        "pasal-ii",
      ])
  }
}
