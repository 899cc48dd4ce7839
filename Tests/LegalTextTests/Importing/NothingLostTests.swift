import TestSupport
import Testing

@testable import LegalText

@Suite("Importing loses no word")
struct NothingLostTests {
  /// Marks and labels as readers of pages leave them behind, far more than any page has.
  private static let marks = [
    "(1)", "(1)", "(2)", "1.", "1.", "2.", "3.", "Pasal 4", "“Pasal 5", "Pasal 6", "a.", "b.", "1)",
    "Pasal 5 ayat (2)", "Menimbang", "Mengingat", ":", "Menetapkan :", "MEMUTUSKAN:", "BAB II",
  ]
  private static let ends = [".\n", ".\n", ":\n", ";\n", "; dan\n", "\n", ".\n\n"]

  /// Columns of marks in any order; every sentence has a number of its own.
  private func columns(_ seed: Int) -> String {
    var random = SeededRandom(UInt64(seed) &* 7919)
    var text = random.below(4) > 0 ? "Pasal I\nBeberapa ketentuan diubah sebagai berikut:\n" : ""
    for sentence in 0..<2 + random.below(12) {
      for _ in 0..<random.below(6) {
        text += random.pick(Self.marks) + random.pick(["\n", "\n", "\n", "\n\n", " "])
      }
      text += random.below(2) == 0 ? "Ketentuan Pasal 3 diubah" : "Taman dijaga"
      text += " k\(sentence)" + random.pick(Self.ends)
    }
    return text
  }

  private func words(_ bytes: some Sequence<UInt8>) -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for word in Array(bytes).split(whereSeparator: { !SourceText.isAlphanumeric($0) }) {
      counts[Array(word), default: 0] += 1
    }
    return counts
  }

  /// The words of `source` that are neither in the text nor named by the report.
  private func lost(_ source: [UInt8]) -> [String] {
    let result = TextImporter.importing(source)
    var expected = words(source)
    func count(_ text: String, _ sign: Int) {
      for (word, count) in words(text.utf8) { expected[word, default: 0] += sign * count }
    }
    for removal in result.removals { count(removal.text, -1) }
    // A mark that was moved is named with the word that it now stands before.
    for repair in result.repairs where !repair.after.hasPrefix(repair.before) {
      count(repair.before, -1)
      count(repair.after, 1)
    }
    let found = words(result.text)
    return expected.filter { $0.value > found[$0.key, default: 0] }
      .map { String(decoding: $0.key, as: UTF8.self) }.sorted()
  }

  @Test("columns of marks in any order")
  func hostileColumns() {
    for seed in Rounds.seeds(3500) {
      let source = columns(seed)
      #expect(lost(Array(source.utf8)) == [], "seed \(seed)")
    }
  }

  @Test("A number between an article and its first ayat, both of which stand elsewhere")
  func movedIntoMoved() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      (1)

      Pasal 4
      2.

      Taman dijaga.
      (2) Taman disapu.
      Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:
      Pasal 5
      Taman disiram.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    #expect(lost(Array(text.utf8)) == [])
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(outline(text) == outline(canonical))
    #expect(wholeText("pasal-i/angka-1/pasal-4/ayat-1", in: canonical) == "(1) Taman dijaga.")
    #expect(outline(canonical).contains("pasal-i/angka-2/pasal-5"))
  }

  @Test("Menetapkan and its colon between the numbers of the legal bases and their texts")
  func labelBeforeTexts() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      Menimbang : a. bahwa taman perlu dijaga;
      Mengingat

      :

      1.

      2.

      Menetapkan

      :

      Undang-Undang Nomor 1 Tahun 2000;
      Undang-Undang Nomor 2 Tahun 2000;

      MEMUTUSKAN:
      PERATURAN DAERAH TENTANG TAMAN.
      Pasal 1
      Taman dijaga.
      """
    #expect(lost(Array(text.utf8)) == [])
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(
      canonical.contains("1. Undang-Undang Nomor 1") && canonical.contains("2. Undang-Undang"))
    #expect(canonical.contains("Menetapkan: PERATURAN DAERAH TENTANG TAMAN."), "\(canonical)")
  }

  @Test("Replacements of places that overlap are all written, and no other byte goes")
  func overlapping() {
    var text = NumberedText(source: Array("satu dua tiga".utf8))
    text.replace([
      (9..<13, Array("TIGA".utf8)), (2..<2, Array("|".utf8)), (0..<4, Array("SATU".utf8)),
      (4..<4, Array(",".utf8)), (3..<8, []),
    ])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "SATU|, TIGA")
  }
}
