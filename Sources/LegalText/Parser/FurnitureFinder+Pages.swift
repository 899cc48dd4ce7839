/// The edges of scanned pages: letterheads misread, catchwords without dots above them, page
/// numbers run into the text below them.
extension FurnitureFinder {
  /// Most lines of a letterhead between a catchword and the number of the next page.
  private static let longestHead = 6

  /// Marks what stands above each page number in dashes.
  mutating func markPageEdges() {
    for index in table.lines.indices {
      guard isPageLine(table.lines[index]) else { continue }
      let first = headStart(above: index)
      guard let catchword = catchword(above: index, from: first) else {
        markLetterhead(first..<index)
        continue
      }
      for line in catchword..<index { table.markFurniture(line) }
    }
  }

  /// Whether a line is a number in dashes, or was divided after one.
  private func isPageLine(_ line: Line) -> Bool {
    if line.flags.contains(.furniture) { return text[line.start] == 0x2D }
    guard let (_, dashed) = pageNumber(line) else { return false }
    return dashed
  }

  /// The first of the short lines that may belong to the head of the page whose number is `index`.
  private func headStart(above index: Int) -> Int {
    var first = index
    while first > 0, index - first < Self.longestHead {
      let line = table.lines[first - 1]
      guard line.end - line.start <= 48 else { break }
      if isPageLine(line) { break }
      first -= 1
    }
    return first
  }

  /// The line from `first` on that repeats how the text goes on after the page number `index`.
  private func catchword(above index: Int, from first: Int) -> Int? {
    guard first < index, let next = lineAfter(index) else { return nil }
    // The nearest one: a provision may itself begin with the same words.
    for candidate in (first..<index).reversed() where isRepeated(candidate, by: next) {
      let between = candidate + 1..<index
      guard between.allSatisfy({ isHeadLike(table.lines[$0]) }) else { return nil }
      return candidate
    }
    return nil
  }

  /// The first line of text after a page number: a scanner's own lines may stand between.
  private func lineAfter(_ index: Int) -> Line? {
    var next = index + 1
    while let line = line(next), next <= index + 3 {
      if !isServiceLine(line), !isSigns(line) { return line }
      next += 1
    }
    return nil
  }

  /// Whether a line has hardly a letter on it.
  private func isSigns(_ line: Line) -> Bool {
    line.end - line.start <= 6 && !(line.start..<line.end).contains { text[$0] >= 0x30 }
  }

  /// Whether the line `index` has only the first words of `next`.
  private func isRepeated(_ index: Int, by next: Line) -> Bool {
    let line = table.lines[index]
    var end = line.end
    while end > line.start {
      let byte = text[end - 1]
      let isPoint = byte == 0x2E || byte == 0x20
      let isEllipsis = byte == 0xA6 && text[end - 2] == 0x80
      guard isPoint || isEllipsis else { break }
      end -= isEllipsis ? 3 : 1
    }
    let hasDots = line.end - end >= 2
    let least = line.end - end >= 4 ? 1 : 2
    guard end - line.start >= least, line.end - line.start < next.end - next.start || hasDots
    else {
      return isSameHeading(line, next)
    }
    // A finished sentence announces nothing.
    if !hasDots, end < line.end || text[end - 1] == 0x3B, line.end - line.start > 3 { return false }
    let mark = markLength(line)
    // The text after the mark stands on a line of its own.
    if hasMark(line, mark), next.end - next.start == mark {
      return isSameStart(line, next, count: mark)
    }
    var left = line.start
    var right = next.start
    var same = 0
    var words = 1
    while left < end {
      if text.spaceLength(at: left) > 0 {
        left += text.spaceLength(at: left)
        words += 1
        continue
      }
      right = text.skippingSpaces(from: right, to: next.end)
      guard right < next.end, text[left] == text[right] else { break }
      left += 1
      right += 1
      same += 1
    }
    guard words <= 5 else { return false }
    // `a, layanan . . .` announces `a.Iayanan`.
    if line.end - end >= 3, letterOfMark(line) ?? 0 == letterOfMark(next) ?? 1 { return true }
    // A misread letter after the mark is no other text.
    if left < end, isMisreadBracket(line, next) { return true }
    if left < end { return hasMark(line, mark) && same > mark }
    // `(1)...` announces no more than the mark.
    if line.end - end >= 3, same > 0, !SourceText.isAlphanumeric(text[right]) { return true }
    // `Pasal I` is not the beginning of `Pasal II`.
    if !hasDots, SourceText.isAlphanumeric(text[end - 1]), SourceText.isAlphanumeric(text[right]) {
      return false
    }
    return same >= 4 || hasMark(line, mark) && same > mark
  }

  /// The letter of the mark with which a line begins.
  private func letterOfMark(_ line: Line) -> UInt8? {
    guard SourceText.isLower(text[line.start]) else { return nil }
    switch text[line.start + 1] {
    case 0x2C, 0x2E, 0x29: return text[line.start]
    default: return nil
    }
  }

  private func isSameStart(_ line: Line, _ next: Line, count: Int) -> Bool {
    (0..<count).allSatisfy { text[line.start + $0] == text[next.start + $0] }
  }

  /// Whether `(21 Taman` stands above `(2) Taman`: the same number, its bracket misread, and the
  /// same word.
  private func isMisreadBracket(_ line: Line, _ next: Line) -> Bool {
    guard text[line.start] == 0x28, isSameStart(line, next, count: 2) else { return false }
    var words = (line.start, next.start)
    while words.0 < line.end, text[words.0] > 0x20 { words.0 += 1 }
    while words.1 < next.end, text[words.1] > 0x20 { words.1 += 1 }
    words.0 = text.skippingSpaces(from: words.0, to: line.end)
    words.1 = text.skippingSpaces(from: words.1, to: next.end)
    return words.0 + 3 <= line.end && words.1 + 3 <= next.end
      && (0..<3).allSatisfy { text[words.0 + $0] == text[words.1 + $0] }
  }

  /// Bytes of the first word where that has the form of a mark: `7.`, `(3)`, `a.`
  private func markLength(_ line: Line) -> Int {
    var end = line.start
    while end < line.end, text.spaceLength(at: end) == 0,
      text[end - 1] != 0x2E || end == line.start,
      end < line.start + 6
    {
      end += 1
    }
    return end - line.start
  }

  private func hasMark(_ line: Line, _ length: Int) -> Bool {
    let last = text[line.start + length - 1]
    return length >= 2 && (last == 0x2E || last == 0x29)
      && (text[line.start] == 0x28 || SourceText.isAlphanumeric(text[line.start]))
  }

  /// Whether both lines are the same heading of a chapter or an article.
  private func isSameHeading(_ line: Line, _ next: Line) -> Bool {
    let isHeading =
      text.match("pasal ", at: line.start) != nil || text.match("bab ", at: line.start) != nil
      || text.match("bagian ", at: line.start) != nil
      || text.match("paragraf ", at: line.start) != nil
      || text.match("angka ", at: line.start) != nil
      || text.match("ayat ", at: line.start) != nil
      || text.match("huruf ", at: line.start) != nil
    guard isHeading, line.end - line.start == next.end - next.start else { return false }
    return (0..<line.end - line.start).allSatisfy {
      let letters = (text[line.start + $0], text[next.start + $0])
      if letters.0 == letters.1 { return true }
      guard let digit = NumberReader.digit(letters.0) else { return false }
      return digit == NumberReader.digit(letters.1)
    }
  }

  /// Whether a line between a catchword and a page number may be part of a letterhead: words in
  /// capitals, a scanner's number, or what a seal was misread as.
  private func isHeadLike(_ line: Line) -> Bool {
    if isServiceLine(line) { return true }
    guard line.end - line.start <= 40, text[line.start] != 0x28 else { return false }
    for word: StaticString in ["pasal", "ayat", "huruf", "angka", "bagian", "paragraf", "bab "]
    where text.match(word, at: line.start) != nil {
      return false
    }
    var small = 0
    var longest = 0
    for position in line.start..<line.end {
      small = SourceText.isLower(text[position]) ? small + 1 : 0
      longest = max(longest, small)
    }
    return longest <= 5
  }

  /// Marks the misread `PRESIDEN` and `REPUBLIK INDONESIA` right above a page number.
  private mutating func markLetterhead(_ range: Range<Int>) {
    var index = range.upperBound - 1
    var seen = false
    while index >= range.lowerBound {
      let line = table.lines[index]
      let isNation = isMisread("REPUBLIKINDONESIA", line)
      guard isNation || isMisread("PRESIDEN", line) && (seen || index == range.upperBound - 1)
      else { return }
      seen = seen || isNation
      table.markFurniture(index)
      index -= 1
    }
  }

  /// Whether a line in capitals differs from `word` in few letters, spaces aside.
  private func isMisread(_ word: StaticString, _ line: Line) -> Bool {
    guard line.end - line.start <= 40 else { return false }
    var letters: [UInt8] = []
    for position in line.start..<line.end {
      let byte = text[position]
      if SourceText.isLower(byte), byte != 0x6C, byte != 0x69 { return false }
      if byte == 0x2C { return false }
      if byte > 0x20 { letters.append(byte) }
    }
    let length = word.utf8CodeUnitCount
    guard abs(letters.count - length) <= length / 3 else { return false }
    return word.withUTF8Buffer { Likeness.distance(letters, $0) <= length / 3 }
  }

  // MARK: Page numbers run into the text

  /// Divides lines such as `-3(2) Pengelola …`, `-27. Taman …` and `- 4 BAB II` after the number
  /// of the page, where that counts on.
  mutating func splitPageNumbers() {
    var splits: [(index: Int, end: Int)] = []
    var last = 1
    for index in table.lines.indices {
      let line = table.lines[index]
      guard text[line.start] == 0x2D else { continue }
      if let (value, dashed) = pageNumber(line), dashed {
        // An elucidation numbers its pages anew.
        if value > last && value <= last + 8 || value <= 3 { last = value }
        continue
      }
      guard let (value, end) = endOfPageNumber(index, last) else { continue }
      last = value
      splits.append((index, end))
    }
    guard !splits.isEmpty else { return }
    table.split(splits, text)
  }

  /// The number that may follow `last`, and one past its digits, where a mark or a heading stands
  /// right after it, or any text at the head of a page: readers of pages take the second dash for
  /// a hyphen.
  private func endOfPageNumber(_ index: Int, _ last: Int) -> (value: Int, end: Int)? {
    let line = table.lines[index]
    let isFirst = line.flags.contains(.pageStart)
    let isAtHead = isFirst || index > 0 && table.lines[index - 1].flags.contains(.pageStart)
    let first = text.skippingSpaces(from: line.start + 1, to: line.end)
    var value = 0
    var end = first
    while SourceText.isDigit(text[end]), end < first + 3 {
      value = value * 10 + Int(text[end] - 0x30)
      end += 1
      let next = text.skippingSpaces(from: end, to: line.end)
      if value == last + 1, isAtHead, next < line.end, SourceText.isAlphanumeric(text[next]) {
        return (value, end)
      }
      let counts = value == last + 1 || value > last && value <= last + 8
      guard counts || isFirst && value >= 2 && value <= 3 || value == 1 && index < 3 else {
        continue
      }
      guard next == line.end ? value == last + 1 : beginsMark(next, line.end) else { continue }
      return (value, end)
    }
    return nil
  }

  /// Whether a mark, or a word in capitals, begins at `position`.
  private func beginsMark(_ position: Int, _ end: Int) -> Bool {
    if text[position] == 0x28 { return SourceText.isDigit(text[position + 1]) }
    var next = position
    while SourceText.isDigit(text[next]), next < position + 3 { next += 1 }
    if next > position {
      return next < end && (text[next] == 0x2E || text[next] == 0x29)
        && !SourceText.isDigit(text[next + 1])
    }
    if SourceText.isLower(text[position]) {
      return text[position + 1] == 0x2E || text[position + 1] == 0x29
    }
    return SourceText.isUpper(text[position]) && SourceText.isLetter(text[position + 1])
  }
}
