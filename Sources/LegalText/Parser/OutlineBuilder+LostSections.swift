/// Sections that lost their first word (UU 12/2011, Lampiran II angka 71).
extension OutlineBuilder {
  /// Opens the section whose ordinal and title, without a readable *Bagian*, stand behind a finished
  /// sentence and above the article `mark`: `… Menteri. Kedua Pengangkatan`. The sections before and
  /// after it, between which one is missing, prove it.
  mutating func openLostSection(before mark: Mark, _ position: Int) {
    let end = text.trimmingEnd(from: firstVisible, to: mark.start)
    guard let first = units.last?.labelRange.upperBound,
      let start = sentenceEnd(before: end, from: max(first, end - 90)),
      let (value, after) = lostOrdinal(at: text.skippingSpaces(from: start, to: end)),
      value == Int(scope.bagian.value) + 1, after < end, isTitle(after..<end),
      sectionFollows(Int32(value) + 1, position)
    else { return }
    let begin = text.skippingSpaces(from: start, to: end)
    var section = Mark(.bagian, start: begin, end: after)
    section.value = Int32(value)
    section.column = mark.column
    section.flags = [.mended]
    report(.next, section)
    var numbers = scope
    openDivision(section, &numbers, inQuote: false)
  }

  /// One past the full stop or semicolon that ends the last sentence between two positions.
  private func sentenceEnd(before end: Int, from start: Int) -> Int? {
    var position = end
    while position > start {
      let byte = text[position - 1]
      if byte == 0x2E || byte == 0x3B { return position }
      position -= 1
    }
    return nil
  }

  /// The ordinal at `position`, or behind a misread *Bagian*.
  private func lostOrdinal(at position: Int) -> (value: Int, end: Int)? {
    guard SourceText.isUpper(text[position]) else { return nil }
    if let ordinal = NumberReader.ordinal(text, at: position) { return ordinal }
    guard text[position] == UInt8(ascii: "B") else { return nil }
    var word = position
    while SourceText.isLetter(text[word]), word < position + 8 { word += 1 }
    let next = text.skippingSpaces(from: word, to: lastVisible)
    return SourceText.isUpper(text[next]) ? NumberReader.ordinal(text, at: next) : nil
  }

  /// Whether words stand in `range` of which each begins with a capital, but for conjunctions and
  /// the like, which are short.
  private func isTitle(_ range: Range<Int>) -> Bool {
    var seen = false
    var position = range.lowerBound
    while position < range.upperBound {
      let start = text.skippingSpaces(from: position, to: range.upperBound)
      var end = start
      while end < range.upperBound, SourceText.isLetter(text[end]) { end += 1 }
      if start == range.upperBound { break }
      if end == start {
        // `dan/atau`, `Lain-Lain`; no other sign is a title's.
        guard text[start] == 0x2F || text[start] == 0x2D || text[start] <= 0x20 else {
          return false
        }
        end += 1
      } else if SourceText.isUpper(text[start]) {
        seen = true
      } else if end - start > 6 {
        return false
      }
      position = end
    }
    return seen
  }

  /// Whether the next section of the chapter is `number`.
  private func sectionFollows(_ number: Int32, _ position: Int) -> Bool {
    for other in marks[(position + 1)...].prefix(2000) {
      switch other.shape {
      case .bagian: return other.value == number || other.value < 0 && other.mended == number
      case .bab, .closing, .penjelasan: return false
      default: break
      }
    }
    return false
  }
}
