/// Closes the space that a lost line break left within a doubled word: *Undang- Undang*,
/// *masing- masing*, *perundang- undangan*. A dash between other words stays.
enum HyphenCloser {
  /// Closes the gaps of `text`; adds each case to `repairs`.
  static func close(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    let source = SourceText(bytes: text.bytes)
    var gaps: [Range<Int>] = []
    var found: [(word: Range<Int>, gap: Range<Int>)] = []
    for position in text.bytes.indices.dropFirst(3)
    where text.bytes[position] == 0x2D && source[position + 1] == 0x20 {
      guard let word = word(at: position, source) else { continue }
      let gap = position + 1..<position + 2
      gaps.append(gap)
      found.append((word, gap))
    }
    guard !found.isEmpty else { return }
    for (place, line) in zip(found, text.lines(of: gaps.map(\.lowerBound))) {
      let after =
        source.bytes[place.word.lowerBound..<place.gap.lowerBound]
        + source.bytes[place.gap.upperBound..<place.word.upperBound]
      repairs.append(
        Repair(
          kind: .hyphen, line: Int(line),
          before: String(decoding: source.bytes[place.word], as: UTF8.self),
          after: String(decoding: after, as: UTF8.self), why: .reduplication))
    }
    text.replace(gaps.map { ($0, []) })
  }

  /// The two halves around a hyphen, where the second repeats the first.
  private static func word(at hyphen: Int, _ text: SourceText) -> Range<Int>? {
    var start = hyphen
    while start > 0, hyphen - start < 24, SourceText.isLetter(text[start - 1]) { start -= 1 }
    var end = hyphen + 2
    while end - hyphen < 26, SourceText.isLetter(text[end]) { end += 1 }
    let (first, second) = (start..<hyphen, hyphen + 2..<end)
    guard first.count >= 3 else { return nil }
    let isSame =
      first.count == second.count
      && zip(first, second).allSatisfy {
        SourceText.folded(text[$0]) == SourceText.folded(text[$1])
      }
    let isLaw =
      text.match("perundang", at: start) == hyphen && text.match("undangan", at: hyphen + 2) == end
    return isSame || isLaw ? start..<end : nil
  }
}
