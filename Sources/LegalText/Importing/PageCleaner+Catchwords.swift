/// The first words of a page that stand at the foot of the one before it, or somewhere before it.
extension PageCleaner {
  /// The first words of the next page at the foot of this one, with dots or without.
  mutating func findCatchwords() {
    for (index, line) in table.lines.enumerated() where kinds[index] == nil {
      guard line.end - line.start <= 100, isPageEnd(index) || isFurniture(index - 1) else {
        continue
      }
      let range = line.start..<line.end
      let dots = text.trailingDots(range)
      guard dots.end > line.start else { continue }
      if dots.count >= 2 {
        if words(line.start..<dots.end) <= 6, begins(line.start..<dots.end, after: index) {
          kinds[index] = .catchword
        }
      } else if isPageEnd(index), repeatsNext(index) || isSetOff(index) && opensNext(index) {
        kinds[index] = .catchword
      }
    }
  }

  /// `Pasal 76...`, `14. Angkutan...` on a line or at its end: the mark or the heading of a unit
  /// that begins soon. Converters put them in before the end of their page.
  mutating func findEarlyCatchwords() {
    var found: [(index: Int, end: Int)] = []
    var headings = 0
    for (index, line) in table.lines.enumerated() where kinds[index] == nil {
      var end = line.end
      while let catchword = earlyCatchword(line.start..<end, index) {
        end = text.trimmingEnd(from: line.start, to: catchword.start)
        if catchword.isHeading { headings += 1 }
        guard end > line.start else { break }
      }
      if end < line.end { found.append((index, end)) }
    }
    // A text without pages has dots of its own, though hardly behind several headings.
    guard headings >= 3 || kinds.contains(where: { $0 != nil }) else { return }
    for (index, end) in found {
      let line = table.lines[index]
      kinds[index] = .catchword
      if end > line.start { rests[index] = line.start..<end }
    }
  }

  /// Where the catchword begins with which `range` ends, and whether it is a heading.
  private func earlyCatchword(
    _ range: Range<Int>, _ index: Int
  ) -> (start: Int, isHeading: Bool)? {
    let dots = text.trailingDots(range)
    // Those of a form stand apart from its words.
    guard dots.count >= 3, text[dots.end] != 0x20 else { return nil }
    var start = dots.end
    while start > range.lowerBound, dots.end - start <= Self.longestCatchword {
      start -= 1
      let isFirst = start == range.lowerBound
      guard isFirst || text[start - 1] == 0x20 else { continue }
      let isApart = isFirst || ".;:".utf8.contains(text[start - 2])
      let words = start..<dots.end
      guard isCatchwordLong(words) else { continue }
      if isHeading(words) {
        if stands(words, behind: table.lines[index].end) { return (start, true) }
      } else if isApart, announces(words, index) {
        return (start, false)
      }
    }
    return nil
  }

  private static let longestCatchword = 60
  /// How many bytes ahead the unit of a catchword begins: the pages that a converter runs late.
  private static let catchwordReach = 12_000

  private func isCatchwordLong(_ range: Range<Int>) -> Bool {
    words(range) <= 6 && range.count(where: { SourceText.isLetter(text[$0]) }) >= 3
  }

  /// Whether `range` is the heading of a unit, which need not stand apart from the text before it.
  private func isHeading(_ range: Range<Int>) -> Bool {
    let reader = MarkReader(text: text)
    let (start, end) = (range.lowerBound, range.upperBound)
    return SourceText.isUpper(text[start])
      && (reader.heading(at: start, lineEnd: end) ?? reader.wordMark(at: start, lineEnd: end))?
        .flags.contains(.wholeLine) == true
  }

  /// Whether `range` tells how the next line begins, or an item further on.
  private func announces(_ range: Range<Int>, _ index: Int) -> Bool {
    if let next = nextText(after: index), repeats(range, table.lines[next]) { return true }
    // The lines of a form end in dots one after the other.
    guard MarkReader(text: text).listMark(at: range.lowerBound, lineEnd: range.upperBound) != nil
    else { return false }
    return !isDottedItem(index - 1) && !isDottedItem(index + 1) && beginsAhead(range, after: index)
  }

  private func isDottedItem(_ index: Int) -> Bool {
    guard table.lines.indices.contains(index) else { return false }
    let line = table.lines[index]
    return text.trailingDots(line.start..<line.end).count >= 3
      && MarkReader(text: text).listMark(at: line.start, lineEnd: line.end) != nil
  }

  /// Whether the characters of `range` stand at the beginning of a word within reach.
  private func stands(_ range: Range<Int>, behind position: Int) -> Bool {
    let wanted = text.bytes[range]
    var next = position
    while next < min(position + Self.catchwordReach, text.count - wanted.count) {
      if text[next - 1] <= 0x20, text[next] == wanted.first,
        text.bytes[next..<next + wanted.count] == wanted,
        !SourceText.isAlphanumeric(text[next + wanted.count]), text[next + wanted.count] != 0x2E
      {
        return true
      }
      next += 1
    }
    return false
  }

  /// Whether one of the lines within reach begins with `range` and goes on.
  private func beginsAhead(_ range: Range<Int>, after index: Int) -> Bool {
    table.lines[(index + 1)...].prefix {
      $0.start < range.upperBound + Self.catchwordReach
    }.contains { line in
      repeats(range, line) && text.trailingDots(line.start..<line.end).count < 3
    }
  }

  /// How many columns to the right of its page's text a catchword stands.
  private static let setOff = 20

  /// Whether the last line of a page stands apart from the text above: to the right of it, or below
  /// the one blank line.
  private func isSetOff(_ index: Int) -> Bool {
    guard isText(index - 1) else { return false }
    let (line, before) = (table.lines[index], table.lines[index - 1])
    if Int(line.column) >= Int(before.column) + Self.setOff { return true }
    return line.flags.contains(.blankBefore) && index > 1 && isText(index - 2)
      && !before.flags.contains(.blankBefore)
      && !table.lines[index - 2].flags.contains(.blankBefore)
  }

  /// Whether the next page begins with all of a short line, punctuation as it is.
  private func opensNext(_ index: Int) -> Bool {
    let line = table.lines[index]
    guard line.end - line.start <= 40, words(line.start..<line.end) <= 4,
      let next = nextText(after: index)
    else { return false }
    let end = table.lines[next].end
    var place = table.lines[next].start
    for position in line.start..<line.end where text[position] > 0x20 {
      place = text.skippingSpaces(from: place, to: end)
      guard place < end, text[place] == text[position] else { return false }
      place += 1
    }
    return place == end || !SourceText.isAlphanumeric(text[place])
      || !SourceText.isAlphanumeric(text[line.end - 1])
  }

  /// At most four words, without an end of a provision, with which the next page begins.
  private func repeatsNext(_ index: Int) -> Bool {
    let line = table.lines[index]
    guard index + 1 < table.lines.count, line.end - line.start <= 40,
      words(line.start..<line.end) <= 4, let next = nextText(after: index)
    else { return false }
    switch text[line.end - 1] {
    case 0x2E, 0x3B, 0x2C, 0x3A: return false
    default: break
    }
    return repeats(line.start..<line.end, table.lines[next])
  }

  /// Whether `next` begins with the words of `range`, spaces and full stops aside; the last of them
  /// may have lost its end: `Pasal 1` is not the beginning of `Pasal 12`.
  private func repeats(_ range: Range<Int>, _ next: Line) -> Bool {
    var (right, same, letters) = (next.start, 0, 0)
    for left in range where text[left] > 0x20 && text[left] != 0x2E {
      while right < next.end, text[right] <= 0x20 || text[right] == 0x2E { right += 1 }
      guard right < next.end, text[left] == text[right] else { return false }
      if SourceText.isLetter(text[left]) { letters += 1 }
      right += 1
      same += 1
    }
    let isWhole =
      !SourceText.isAlphanumeric(text[range.upperBound - 1])
      || !SourceText.isAlphanumeric(text[right])
    return same >= 4 && letters > 0 && isWhole
  }
}
