import Testing

@testable import LegalText

@Suite("Drafting rules: words and numbers of citations")
struct ReferenceWordTests {
  private static let rules: Set = [
    "reference.number-form", "reference.inverted", "reference.formula", "reference.range-order",
    "reference.range-words", "reference.own-first",
  ]

  /// What a citation in the last ayat of a small text breaks.
  private func found(_ words: String) -> [String] {
    let text =
      "Pasal 1\n(1) Satu.\n(2) Pasar terdiri atas:\n  a. kios; dan\n  b. los.\n\n"
      + "Pasal 2\nDua.\n\nPasal 3\n(1) Tiga.\n(2) Pasar \(words) dikelola.\n"
    return DraftChecker.check(LegalParser.parse(Array(text.utf8))).map(\.rule).filter {
      Self.rules.contains($0)
    }
  }

  @Test("citations in the words of the law are none of their findings")
  func kept() {
    for words in [
      "sebagaimana dimaksud pada ayat (1)", "sebagaimana dimaksud dalam Pasal 1 ayat (2) huruf b",
      "sebagaimana dimaksud dalam Pasal 1 sampai dengan Pasal 2",
      "sebagaimana dimaksud pada ayat (1), Pasal 1 ayat (2), dan Pasal 2",
      "sebagaimana dimaksud dalam Pasal 1 ayat (1) dan ayat (2)", "dalam Pasal 1 angka 2 huruf a",
      "sebagaimana diatur dalam Undang-Undang Nomor 7 Tahun 2014",
      "menurut Pasal 2 (dua kali setahun)", "(menurut ayat (1) huruf b) yang",
      "sebagaimana dimaksud dalam Pasal 1 ayat (2) huruf b. Setiap pasar",
    ] {
      #expect(found(words).isEmpty, "\(words)")
    }
  }

  @Test(
    "a number stands as that of its level does",
    arguments: [
      "sebagaimana dimaksud pada ayat 1", "sebagaimana dimaksud pada ayat (l)",
      "sebagaimana dimaksud dalam Pasal 1 (2)",
      "sebagaimana dimaksud dalam Pasal 1 ayat (2) huruf (b)",
      "sebagaimana dimaksud dalam Pasal 1 ayat (2) huruf b. yang",
    ])
  func number(words: String) {
    #expect(found(words) == ["reference.number-form"])
  }

  @Test(
    "the outer level comes first",
    arguments: [
      "sebagaimana dimaksud dalam huruf b ayat (2) Pasal 1", "menurut ayat (1) Pasal 1",
    ])
  func inverted(words: String) {
    #expect(found(words).contains("reference.inverted"))
  }

  @Test(
    "a citation begins with sebagaimana dimaksud",
    arguments: [
      "sebagaimana diatur dalam Pasal 1", "seperti dimaksud pada ayat (1)",
      "sebagaimana tersebut dalam Pasal 2", "sebagaimana yang dimaksud pada ayat (1)",
    ])
  func formula(words: String) {
    #expect(found(words) == ["reference.formula"])
  }

  @Test("a range goes up, in words; the own ayat precedes another Pasal")
  func ranges() {
    #expect(found("menurut Pasal 2 sampai dengan Pasal 1") == ["reference.range-order"])
    #expect(found("menurut Pasal 1 – Pasal 2") == ["reference.range-words"])
    #expect(found("menurut Pasal 2 dan ayat (1)") == ["reference.own-first"])
  }
}
