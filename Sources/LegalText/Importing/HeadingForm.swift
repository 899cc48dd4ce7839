/// Writes headings as the law has them: letterspaced ones closed up (`P E N J E L A S A N`), and
/// `Pasal 7.`, set to the middle below a line that ends no sentence, without its full stop.
struct HeadingForm {
  private let text: SourceText
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []
  /// The number of the last heading of an article.
  private var pasal = 0
  /// The columns before the line above, and where it ends.
  private var before: (column: Int, end: Int)?
  private var isBelowBlank = false

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
    guard start < line.upperBound else {
      isBelowBlank = true
      return
    }
    let column = start - line.lowerBound
    closeUp(start..<line.upperBound)
    if text[start] == 0x50 {
      let end = text.trimmingEnd(from: start, to: line.upperBound)
      if end - start <= 16 { readPasal(start..<end, column) }
    }
    before = (column, line.upperBound)
    isBelowBlank = false
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
    var position = line.lowerBound
    while position + 6 < line.upperBound {
      guard text[position + 1] == 0x20, text[position + 3] == 0x20, isSingle(position) else {
        position += 1
        continue
      }
      let start = position
      var letters: [UInt8] = []
      var end = start
      while position < line.upperBound, isSingle(position) {
        letters.append(text[position])
        end = position + 1
        position = text.skippingSpaces(from: end, to: line.upperBound)
      }
      if letters.count >= 4, let word = Self.words[letters] {
        edits.append((start..<end, Array(word.utf8)))
      }
      position = max(position, start + 1)
    }
  }

  private func isSingle(_ position: Int) -> Bool {
    SourceText.isUpper(text[position]) && !SourceText.isAlphanumeric(text[position + 1])
      && text[position + 1] != 0x2E && text[position - 1] <= 0x20
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
    guard let before else { return false }
    let end = text.trimmingEnd(from: max(0, before.end - 200), to: before.end)
    for word: StaticString in [
      "dalam", "pada", "dengan", "dan", "atau", "dari", "oleh", "ketentuan", "menurut", "sampai",
    ] where text.match(word, at: end - word.utf8CodeUnitCount) == end {
      return false
    }
    // Below the end of a provision it is read as the heading that it is.
    switch text[end - 1] {
    case 0x2E, 0x3B, 0x3A: return false
    case 0x2C: return isBelowBlank && column >= before.column + Self.centred
    default: return column >= before.column + Self.centred
    }
  }
}
