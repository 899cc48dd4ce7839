/// Takes catchwords out of lines that hold the text of several pages: `3. Undang-… 3. Undang-Undang
/// Nomor …`, `Pasal 15... Ayat (3)`.
///
/// The parser lets the unit before end where such words begin; what stands there is one of them
/// where it says how the next unit begins, or names a provision, and ends with dots.
enum InlineCatchwords {
  /// The most bytes of one.
  private static let most = 80

  /// The text without them; each is added to `removals`.
  static func removed(from text: NumberedText, _ removals: inout [Removal]) -> NumberedText {
    let source = SourceText(bytes: text.bytes)
    guard mayHold(source) else { return text }
    let found = catchwords(source)
    guard !found.isEmpty else { return text }
    for (range, line) in zip(found, text.lines(of: found.map(\.lowerBound))) {
      removals.append(
        Removal(
          kind: .catchword, line: Int(line),
          text: Whitespace.collapsed(String(decoding: text.bytes[range], as: UTF8.self))))
    }
    var result = text
    result.replace(found.map { ($0, []) })
    return result
  }

  /// Whether dots and a blank stand within a line.
  private static func mayHold(_ text: SourceText) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      (2..<max(2, bytes.count)).contains {
        bytes[$0] == 0x20
          && (bytes[$0 - 1] == 0x2E && (bytes[$0 - 2] == 0x2E || bytes[$0 - 2] == 0x20)
            || bytes[$0 - 1] == 0xA6 && bytes[$0 - 2] == 0x80)
      }
    }
  }

  private static func catchwords(_ text: SourceText) -> [Range<Int>] {
    let units = LegalParser.parse(text.bytes).units
    // By parent: where its last child so far ends.
    var ends: [Int: Int] = [:]
    var found: [Range<Int>] = []
    for unit in units {
      guard let parent = unit.parent else { continue }
      if let end = ends[parent], let range = catchword(text, end, unit.range.lowerBound) {
        found.append(range)
      }
      ends[parent] = unit.range.upperBound
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The catchword between the end of a unit and the next one, with the blanks behind it.
  private static func catchword(_ text: SourceText, _ end: Int, _ next: Int) -> Range<Int>? {
    let start = text.skippingSpaces(from: end, to: next)
    guard start > 0, start < next, next - start <= most, text[start - 1] <= 0x20,
      !text.bytes[start..<next].contains(0x0A), let words = words(text, start, next)
    else { return nil }
    let announces = text.bytes[words].elementsEqual(
      text.bytes[next..<min(next + words.count, text.count)])
    return announces || namesProvision(text, words) ? start..<next : nil
  }

  /// What stands before the dots at the end; nil without two of them.
  private static func words(_ text: SourceText, _ start: Int, _ next: Int) -> Range<Int>? {
    let (dots, end) = text.trailingDots(start..<next)
    return dots >= 2 && end > start ? start..<end : nil
  }

  /// `Pasal 15`, `Huruf c`
  private static func namesProvision(_ text: SourceText, _ words: Range<Int>) -> Bool {
    guard SourceText.isUpper(text[words.lowerBound]), words.count <= 24 else { return false }
    for word: StaticString in ["pasal ", "ayat (", "huruf ", "angka ", "bab "] {
      guard let number = text.match(word, at: words.lowerBound) else { continue }
      return !text.bytes[number..<words.upperBound].contains(0x20)
    }
    return false
  }
}
