import Testing

@testable import LegalText

/// Texts of nothing but marks: what is found in them helps nobody, but must cost little.
@Suite("Drafting rules: texts that are no regulation")
struct DenseTextTests {
  private func check(_ text: String) -> [Finding] {
    DraftChecker.check(LegalParser.parse(text))
  }

  @Test(
    "a unit that cites in every line takes time proportional to its length",
    .timeLimit(.minutes(1)),
    arguments: ["Pasal 1\n", "dikenai Pasal 1 ", "Pasal 2 dan ayat (1), ", "dipidana Pasal 1;\n"])
  func citations(_ piece: String) {
    let text = "Pasal 1\nSetiap pedagang wajib memiliki izin.\nPasal 2\n"
    _ = check(text + String(repeating: piece, count: 40_000))
  }

  @Test("a tenth of the findings is listed where a text has more marks than any regulation")
  func fewerFindings() {
    let marks = ["a.", "1.", "(1)", "Pasal 1", "a)", "3.", "(2)", "Pasal 7", "b."]
    let text = (0..<40_000).map { marks[$0 % marks.count] + "\n" }.joined()
    let document = LegalParser.parse(text)
    #expect(document.isDense)
    var counts: [String: Int] = [:]
    for finding in check(text) { counts[finding.rule, default: 0] += 1 }
    let most = (1000 + text.utf8.count / 1024) / 10
    #expect(counts.values.allSatisfy { $0 <= most } && counts.values.contains(most), "\(counts)")
  }

  @Test("marks within one line count as those of many lines do", arguments: ["(1)", "(1) ", "a. "])
  func oneLine(_ mark: String) {
    let text = SourceText(bytes: Array(String(repeating: mark, count: 60_000).utf8))
    let lines = LineTable(text).lines
    let marks = MarkScanner.marks(of: text, lines: lines, isEscaped: false)
    #expect(lines.count == 1)
    #expect(marks.count == MarkScanner.limit(of: text))
  }

  @Test("a word of any length is words of a length that has room")
  func longWord() {
    let length = 3 * CheckToken.longest + 7
    let bytes = Array(String(repeating: "a", count: length).utf8)
    let tokens = CheckTokenizer.tokens(in: 0..<length, of: bytes, isStart: true)
    #expect(
      tokens.map(\.range.count) == [CheckToken.longest, CheckToken.longest, CheckToken.longest, 7])
    #expect(tokens.last?.range.upperBound == length)
  }
}
