/// Writes headings as the law has them: letterspaced ones closed up (`P E N J E L A S A N`), and
/// `Pasal 7.` without its full stop where no sentence can end in it.
struct HeadingForm {
  private let text: SourceText
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []
  /// The number of the last heading of an article.
  private var pasal = 0
  /// The columns before the line above, and where it ends.
  private var before: (column: Int, end: Int)?

  /// Mends the headings of `text`; adds each to `repairs`.
  static func mend(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    var form = HeadingForm(text: SourceText(bytes: text.bytes))
    text.forEachLine { line, _ in form.read(line) }
    guard !form.edits.isEmpty else { return }
    let lines = text.lines(of: form.edits.map(\.range.lowerBound))
    for (edit, line) in zip(form.edits, lines) {
      repairs.append(
        Repair(
          kind: .spacing, line: Int(line),
          before: Whitespace.collapsed(String(decoding: text.bytes[edit.range], as: UTF8.self)),
          after: String(decoding: edit.bytes, as: UTF8.self), why: .form))
    }
    text.replace(form.edits)
  }

  private init(text: SourceText) { self.text = text }

  private mutating func read(_ line: Range<Int>) {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    guard start < line.upperBound else { return }
    let column = start - line.lowerBound
    if SourceText.isUpper(text[start]) {
      let end = text.trimmingEnd(from: start, to: line.upperBound)
      if text[start + 1] == 0x20 || text[start + 1] == 0x2E || text[start + 1] == 0x49 {
        closeUp(start..<end)
      } else if end - start <= 16, text[start] == 0x50 {
        readPasal(start..<end, column)
      }
    }
    before = (column, line.upperBound)
  }

  // MARK: Letterspaced headings

  private static let words: [[UInt8]: String] = Dictionary(
    uniqueKeysWithValues: [
      "MEMUTUSKAN", "MENETAPKAN", "MENIMBANG", "MENGINGAT", "PENJELASAN", "LAMPIRAN", "TENTANG",
      "UMUM", "ATAS", "KETENTUAN UMUM", "PASAL DEMI PASAL", "KETENTUAN PENUTUP",
      "KETENTUAN PERALIHAN", "KETENTUAN PIDANA",
    ].map { (Array($0.utf8).filter { $0 > 0x20 }, $0) })

  /// Single capitals that make one of the fixed words of headings are that word.
  private mutating func closeUp(_ line: Range<Int>) {
    var start = line.lowerBound
    // `I. U M U M`
    var mark = start
    while text[mark] == UInt8(ascii: "I") { mark += 1 }
    if mark > start, text[mark] == 0x2E {
      start = text.skippingSpaces(from: mark + 1, to: line.upperBound)
    }
    var letters: [UInt8] = []
    var end = start
    var position = start
    while position < line.upperBound, SourceText.isUpper(text[position]),
      !SourceText.isAlphanumeric(text[position + 1])
    {
      letters.append(text[position])
      end = position + 1
      position = text.skippingSpaces(from: end, to: line.upperBound)
    }
    guard letters.count >= 4, position == line.upperBound || text[position] == 0x3A,
      let word = Self.words[letters]
    else { return }
    edits.append((start..<end, Array(word.utf8)))
  }

  // MARK: Articles

  private mutating func readPasal(_ line: Range<Int>, _ column: Int) {
    guard let word = text.match("pasal", at: line.lowerBound) else { return }
    let after = text.skippingSpaces(from: word, to: line.upperBound)
    var end = after
    var number = 0
    while end < min(after + 4, line.upperBound), SourceText.isDigit(text[end]) {
      number = number * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard end > after else { return }
    if end + 1 == line.upperBound, text[end] == 0x2E, number == pasal + 1, standsApart(column) {
      edits.append((line.lowerBound..<end + 1, Array("Pasal \(number)".utf8)))
      pasal = number
    } else if end == line.upperBound {
      pasal = number
    }
  }

  /// How many columns further in than the line above a heading begins that is set to the middle.
  private static let centred = 12

  /// Whether no sentence of the line above goes on in this one.
  private func standsApart(_ column: Int) -> Bool {
    guard let before else { return true }
    let end = text.trimmingEnd(from: max(0, before.end - 200), to: before.end)
    for word: StaticString in [
      "dalam", "pada", "dengan", "dan", "atau", "dari", "oleh", "ketentuan", "menurut", "sampai",
    ] where text.match(word, at: end - word.utf8CodeUnitCount) == end {
      return false
    }
    switch text[end - 1] {
    case 0x2E, 0x3B, 0x3A: return true
    case 0x2C: return false
    default: return column >= before.column + Self.centred
    }
  }
}
