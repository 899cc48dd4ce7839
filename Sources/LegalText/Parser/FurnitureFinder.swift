/// Finds what belongs to the pages and not to the text: page numbers, catchwords, running headers.
///
/// Conservative: a line is furniture only where its form or its place on the page says so.
struct FurnitureFinder {
  let text: SourceText
  var table: LineTable
  private var lastPage = 0
  /// Whether the numbers of the pages stand in dashes.
  private var hasDashes = false

  /// Marks the lines of `table` that are furniture and returns their bytes, form feeds included.
  static func find(in text: SourceText, _ table: inout LineTable) -> [Range<Int>] {
    var finder = FurnitureFinder(text: text, table: table)
    // One owner only, so that marking a line copies nothing.
    table = LineTable()
    finder.run()
    table = finder.table
    return finder.ranges()
  }

  private init(text: SourceText, table: LineTable) {
    self.text = text
    self.table = table
  }

  private mutating func run() {
    splitPageNumbers()
    markPageEdges()
    let headers = repeatedHeaders()
    let footers = repeatedFooters()
    for index in table.lines.indices {
      let line = table.lines[index]
      // Marked already, at the edge of a page.
      if line.flags.contains(.furniture) {
        if let (value, dashed) = pageNumber(line), dashed { (lastPage, hasDashes) = (value, true) }
        continue
      }
      if line.end - line.start > 100 {
        if line.end - line.start <= 200, isFooter(index, footers) {
          table.markFurniture(index)
        }
        continue
      }
      let isFurniture =
        isPageNumber(index) || isPresidentHeader(index) || isServiceLine(line)
        || isCatchword(index)
        || (line.flags.contains(.pageStart) && headers.contains(hash(line)))
        || (line.end - line.start >= 40 && isFooter(index, footers))
      if isFurniture { table.markFurniture(index) }
    }
  }

  /// The marked lines and the form feeds, in order.
  private func ranges() -> [Range<Int>] {
    let lines = table.lines.count { $0.flags.contains(.furniture) }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(lines + table.formFeeds.count)
    var feed = 0
    func passFeeds(before end: Int) {
      while feed < table.formFeeds.count, Int(table.formFeeds[feed]) < end {
        ranges.append(Int(table.formFeeds[feed])..<Int(table.formFeeds[feed]) + 1)
        feed += 1
      }
    }
    if lines > 0 {
      for line in table.lines where line.flags.contains(.furniture) {
        passFeeds(before: line.start)
        ranges.append(line.start..<line.end)
      }
    }
    passFeeds(before: text.count)
    return ranges
  }

  func line(_ index: Int) -> Line? {
    table.lines.indices.contains(index) ? table.lines[index] : nil
  }

  /// A number alone on its line, `- 3 -` or at the edge of a page, or one that counts on.
  private mutating func isPageNumber(_ index: Int) -> Bool {
    let line = table.lines[index]
    guard let (value, dashed) = pageNumber(line) else { return false }
    if dashed {
      (lastPage, hasDashes) = (value, true)
      return true
    }
    let next = self.line(index + 1)
    let atEdge =
      line.flags.contains(.pageStart) || next == nil
      || (index == 0 && next?.flags.contains(.blankBefore) == true)
      || next?.flags.contains(.pageStart) == true
    let countsOn =
      table.formFeeds.isEmpty && !hasDashes && value == lastPage + 1
      && line.flags.contains(.blankBefore)
      && next?.flags.contains(.blankBefore) == true
    if atEdge || countsOn {
      lastPage = value
      return true
    }
    return false
  }

  /// The number of a line such as `12` or `- 12 -`, and whether dashes enclose it.
  func pageNumber(_ line: Line) -> (Int, Bool)? {
    var position = line.start
    let leading = skipDashes(&position, line.end)
    var value = 0
    var digits = 0
    while position < line.end, SourceText.isDigit(text[position]), digits < 5 {
      value = value * 10 + Int(text[position] - 0x30)
      digits += 1
      position += 1
    }
    if leading, digits < 3, position < line.end {
      // `- lo-` is - 10 -.
      while position < line.end, digits < 3, let digit = NumberReader.digit(text[position]) {
        value = value * 10 + digit
        digits += 1
        position += 1
      }
      guard value > 0 else { return nil }
    }
    guard digits > 0, digits < 5 else { return nil }
    let trailing = skipDashes(&position, line.end)
    guard position == line.end, leading == trailing else { return nil }
    return (value, leading)
  }

  private func skipDashes(_ position: inout Int, _ end: Int) -> Bool {
    var found = false
    while position < end {
      if text[position] == 0x2D {
        position += 1
        found = true
      } else if text[position] == 0xE2, text[position + 1] == 0x80,
        text[position + 2] == 0x93 || text[position + 2] == 0x94
      {
        position += 3
        found = true
      } else {
        let space = text.spaceLength(at: position)
        if space == 0 { break }
        position += space
      }
    }
    position = min(position, end)
    return found
  }

  /// The first words of the next page, repeated at the foot of this one: `Pasal 16………`.
  private func isCatchword(_ index: Int) -> Bool {
    let line = table.lines[index]
    guard line.end - line.start <= 100, let words = wordsBeforeDots(line) else { return false }
    guard let next = self.line(index + 1) else { return false }
    if isForm(words) { return beginsAlike(words, next) }
    if let (_, dashed) = pageNumber(next), dashed || isPageEdge(index + 1) {
      return self.line(index + 2) != nil
    }
    if next.flags.contains(.pageStart) { return true }
    return beginsAlike(words, next)
  }

  /// Whether the dots after `words` stand for a number or a date still to be filled in.
  private func isForm(_ words: Range<Int>) -> Bool {
    let end = text.trimmingEnd(from: words.lowerBound, to: words.upperBound)
    for word: StaticString in ["nomor", "tahun", "tanggal", "no."] {
      let start = end - word.utf8CodeUnitCount
      if start >= words.lowerBound, text.match(word, at: start) == end { return true }
    }
    return false
  }

  private func isPageEdge(_ index: Int) -> Bool {
    guard let next = line(index + 1) else { return true }
    return next.flags.contains(.pageStart)
  }

  /// The bytes before a run of three or more dots that ends the line, at most six words.
  func wordsBeforeDots(_ line: Line) -> Range<Int>? {
    let (dots, end) = text.trailingDots(line.start..<line.end)
    guard dots >= 3, end > line.start else { return nil }
    var words = 1
    for position in line.start..<end where text[position] == 0x20 && text[position + 1] != 0x20 {
      words += 1
    }
    return words <= 6 ? line.start..<end : nil
  }

  private func beginsAlike(_ words: Range<Int>, _ next: Line) -> Bool {
    var left = words.lowerBound
    var right = next.start
    while left < words.upperBound {
      if text[left] == 0x20 {
        left += 1
        continue
      }
      while right < next.end, text[right] == 0x20 { right += 1 }
      guard right < next.end, text[left] == text[right] else { return false }
      left += 1
      right += 1
    }
    return true
  }

  /// Hashes of short lines that open at least three pages.
  private func repeatedHeaders() -> Set<UInt64> {
    guard table.formFeeds.count >= 3 else { return [] }
    var counts: [UInt64: Int] = [:]
    for line in table.lines
    where line.flags.contains(.pageStart) && line.end - line.start <= 80 && mayBeHeader(line) {
      counts[hash(line), default: 0] += 1
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }

  /// Hashes of long lines that stand near the foot of at least half of four or more pages: notes
  /// on electronic signatures.
  private func repeatedFooters() -> Set<UInt64> {
    let pages = table.formFeeds.count
    guard pages >= 4 else { return [] }
    var counts: [UInt64: Int] = [:]
    for index in table.lines.indices where isPageEdge(index) {
      for place in max(0, index - 4)...index {
        let line = table.lines[place]
        guard line.end - line.start >= 40, line.end - line.start <= 200 else { continue }
        counts[hash(line), default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value * 2 >= pages }.keys)
  }

  /// Whether a line is one of `footers` where they belong, near the foot of a page: a phrase that
  /// comes again and again stands elsewhere too, and a small letter goes on with a sentence.
  private func isFooter(_ index: Int, _ footers: Set<UInt64>) -> Bool {
    let line = table.lines[index]
    guard !footers.isEmpty, footers.contains(hash(line)),
      (index...index + 4).contains(where: isPageEdge)
    else { return false }
    let before = self.line(index - 1)
    if before?.flags.contains(.furniture) == true { return true }
    return !SourceText.isLower(text[line.start])
      && !(isJoined(before, to: line) && isJoined(line, to: self.line(index + 1)))
  }

  /// Whether two lines stand close, the first in the middle of its sentence.
  private func isJoined(_ line: Line?, to next: Line?) -> Bool {
    guard let line, let next, line.end > line.start, pageNumber(next) == nil,
      !next.flags.contains(.blankBefore), !next.flags.contains(.pageStart)
    else { return false }
    return !".;:".utf8.contains(text[line.end - 1])
  }

  /// A running header is words, no mark: it begins with a letter and is no heading.
  private func mayBeHeader(_ line: Line) -> Bool {
    guard SourceText.isLetter(text[line.start]), SourceText.isLetter(text[line.start + 1]),
      line.end - line.start >= 8
    else { return false }
    for word: StaticString in [
      "pasal", "bab ", "bagian", "paragraf", "ayat", "huruf", "angka", "cukup", "lampiran",
      "penjelasan",
    ] where text.match(word, at: line.start) != nil {
      return false
    }
    return true
  }

  private func hash(_ line: Line) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for position in line.start..<line.end where text[position] != 0x20 {
      value = (value ^ UInt64(text[position])) &* 0x100_0000_01b3
    }
    return value
  }
}
