import LegalText
import Testing

/// Marks of which a scan misread a bracket: the numbers of their list prove them.
@Suite("Damaged brackets")
struct DamagedBracketTests {
  @Test(
    "an ayat whose bracket was misread is the next one",
    arguments: [
      "(2>", "<2)", "C2)", "c2)", "e2)", "/2)", "<2>", "{2>", "(2,", "(2.", "(2/", "(2i", "(2!",
      "(2j",
      "((2)", "(2')", "(2-)", "■(2)", "• (2)",
    ])
  func ayat(_ mark: String) {
    let text = """
      Pasal 1
      (1) Taman dibuka setiap hari.
      \(mark) Penjaga taman:
          a. menyapu; dan
          b. menyiram.
      (3) Taman ditutup malam hari.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-2", "ayat-2/huruf-a", "ayat-2/huruf-b", "ayat-3",
      ])
    #expect(ownText("pasal-1/ayat-2", in: text)?.hasPrefix("Penjaga") == true)
  }

  @Test("the first ayat needs the second for proof", arguments: ["<1)", "C1)", "(1>", "(1,"])
  func first(_ mark: String) {
    let text = "Pasal 1\n\(mark) Taman dibuka.\n(2) Taman ditutup."
    #expect(below("pasal-1", in: text) == ["ayat-1", "ayat-2"])
    #expect(below("pasal-1", in: "Pasal 1\n\(mark) Taman dibuka.\nTaman ditutup.") == [])
  }

  @Test(
    "a number that is not the next, or before small letters, is none",
    arguments: ["(5> Penjaga", "C5) Penjaga", "(2> penjaga", "c2) penjaga", "• (7) Penjaga"])
  func guarded(_ line: String) {
    let text = "Pasal 1\n(1) Taman dibuka menurut\n\(line) taman.\nTaman ditutup."
    #expect(below("pasal-1", in: text) == ["ayat-1"])
  }

  @Test(
    "a number whose bracket was misread or lost is the next of its list",
    arguments: ["2}", "2]", "2J", "2"])
  func number(_ mark: String) {
    let text = """
      Pasal 1
      Penjaga taman:
      1) Menyapu jalan taman.
      \(mark) Menyiram pohon.
      3) Menutup pintu.
      """
    #expect(below("pasal-1", in: text) == ["subangka-1", "subangka-2", "subangka-3"])
  }

  @Test(
    "`l)` and `I)` before `2)` are 1), and before another number none", arguments: ["l)", "I)"])
  func firstNumber(_ mark: String) {
    let text = "Pasal 1\nPenjaga taman:\n\(mark) Menyapu jalan.\n2) Menyiram pohon."
    #expect(below("pasal-1", in: text) == ["subangka-1", "subangka-2"])
    let other = "Pasal 1\nPenjaga taman:\n\(mark) Menyapu jalan.\nMenyiram pohon."
    #expect(!below("pasal-1", in: other).contains("subangka-1"))
  }
}
