import LegalText
import Testing

@Suite("Import of real regulations", .enabled(if: Corpus.isPresent, "shared/corpus is absent"))
struct ImportCorpusTests {
  @Test(
    "Sheets of two pages read as their cropped halves do",
    arguments: ["kp-rtrw-v1", "kp-perda-2013-004-ketertiban-umum"])
  func spreads(_ name: String) throws {
    let cropped = Corpus.bytes(name + ".txt")
    let sheets = Corpus.bytes(name + "-2up-noisy.txt")
    try #require(!cropped.isEmpty && !sheets.isEmpty)
    let truth = TextImporter.importing(cropped)
    let found = TextImporter.importing(sheets)
    #expect(WordErrors.rate(found.text, truth: truth.text) <= 0.001)
  }

  @Test("Importing twice changes no word")
  func stable() {
    for name in Corpus.names where name.hasPrefix("kp-perda-20") || name.hasPrefix("ocr-pem") {
      let once = TextImporter.importing(Corpus.bytes(name)).text
      guard once.count < 150_000 else { continue }
      let twice = TextImporter.importing(once)
      #expect(WordErrors.rate(twice.text, truth: once) <= 0.001, "\(name)")
    }
  }
}
