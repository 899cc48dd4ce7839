/// What scanned and printed pages carry besides the text.
extension PageCleaner {
  // MARK: Service lines

  /// `SK No 207002 A7. Daerah`: the number of a sheet with the catchword of the next run into it.
  mutating func findServiceLines() {
    for (index, line) in table.lines.enumerated() where kinds[index] == nil {
      guard let after = text.match("sk no", at: line.start), let end = sheetNumber(after, line.end)
      else { continue }
      kinds[index] = .serviceLine
      let rest = text.skippingSpaces(from: end, to: line.end)..<line.end
      if !rest.isEmpty { rests[index] = rest }
    }
  }

  /// What follows the number of a sheet on its line is no text where the next page repeats it.
  mutating func findJammedCatchwords() {
    for (index, rest) in rests
    where kinds[index] == .serviceLine && isJammedCatchword(rest, index) {
      rests[index] = nil
    }
  }

  private func isJammedCatchword(_ rest: Range<Int>, _ index: Int) -> Bool {
    let dots = text.trailingDots(rest)
    let isShort = words(rest) <= 6
    return isShort && (dots.count >= 3 || begins(rest.lowerBound..<dots.end, after: index))
  }

  /// The end of `207002 A` after `SK No`; its letter may be read as a brace.
  func sheetNumber(_ start: Int, _ lineEnd: Int) -> Int? {
    var position = start
    var digits = 0
    while position < lineEnd, digits < 7 {
      switch text[position] {
      case 0x30...0x39, UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "O"): digits += 1
      case 0x20, 0x2E: break
      default:
        let isLetter = (0x41...0x44).contains(text[position])
        guard digits >= 4, isLetter || digits >= 6 && text[position] == 0x7B else { return nil }
        return position + 1
      }
      position += 1
    }
    return nil
  }

  // MARK: Page numbers

  /// `Halaman 3 dari 20`, `3 / 20` at the edge of a page, `~3~`, and misread `- lO -`.
  mutating func findPageNumbers() {
    for (index, line) in table.lines.enumerated()
    where kinds[index] == nil && line.end - line.start <= 30 {
      let isEdge = line.flags.contains(.pageStart) || isPageEnd(index)
      if isDashedNumber(line) || (isEdge && isCountedPage(line)) { kinds[index] = .pageNumber }
    }
  }

  private func isDashedNumber(_ line: Line) -> Bool {
    let dash = text[line.start]
    guard dash == 0x2D || dash == 0x7E, text[line.end - 1] == dash, line.end - line.start >= 3
    else { return false }
    var digits = 0
    for position in line.start + 1..<line.end - 1 {
      if text[position] == 0x20 { continue }
      guard NumberReader.digit(text[position]) != nil else { return false }
      digits += 1
    }
    return (1...4).contains(digits)
  }

  private func isCountedPage(_ line: Line) -> Bool {
    var position = line.start
    var isNamed = false
    for word: StaticString in ["halaman", "hal.", "hal", "page"] {
      if let end = text.match(word, at: position) {
        position = end
        isNamed = true
        break
      }
    }
    guard let first = skipNumber(&position, line.end) else { return false }
    if position == line.end { return isNamed }
    var isCounted = false
    for word: StaticString in ["dari", "of", "/"] {
      if let end = text.match(word, at: position) {
        position = end
        isCounted = true
        break
      }
    }
    guard isCounted, let total = skipNumber(&position, line.end) else { return false }
    return position == line.end && first > 0 && first <= total
  }

  private func skipNumber(_ position: inout Int, _ end: Int) -> Int? {
    position = text.skippingSpaces(from: position, to: end)
    var value = 0
    var digits = 0
    while position < end, SourceText.isDigit(text[position]), digits < 4 {
      value = value * 10 + Int(text[position] - 0x30)
      digits += 1
      position += 1
    }
    position = text.skippingSpaces(from: position, to: end)
    return digits > 0 ? value : nil
  }

  /// A number alone on its line, between the text and the footer of its page.
  mutating func findNumbersBesideFooters() {
    for index in table.lines.indices where kinds[index] == nil {
      guard isAboveFooter(index) else { continue }
      var position = table.lines[index].start
      guard skipNumber(&position, table.lines[index].end) != nil,
        position == table.lines[index].end
      else { continue }
      kinds[index] = .pageNumber
    }
  }

  /// Whether furniture alone stands between a line and the end of its page.
  private func isAboveFooter(_ index: Int) -> Bool {
    var next = index + 1
    while next < table.lines.count, kinds[next] != nil, next <= index + 8,
      !table.lines[next].flags.contains(.pageStart)
    {
      next += 1
    }
    guard next > index + 1 else { return false }
    return next == table.lines.count || table.lines[next].flags.contains(.pageStart)
  }

  /// `ooo0ooo` below the last provision.
  mutating func findEndMark() {
    for (index, line) in table.lines.enumerated() where kinds[index] == nil {
      if EndMark.isAlone(in: line.start..<line.end, text) { kinds[index] = .footer }
    }
  }

  // MARK: Running lines

  /// Lines that stand alike at the head or the foot of at least three pages, and a third of them.
  mutating func findRunningLines() {
    let feeds = table.formFeeds.count
    guard feeds >= 2 else { return }
    var edges: [(index: Int, isHead: Bool)] = []
    for index in table.lines.indices where kinds[index] == nil {
      let isHead = isPageHead(index)
      if isHead || isPageFoot(index) { edges.append((index, isHead)) }
    }
    var counts: [[UInt8]: Int] = [:]
    edges.removeAll {
      !mayRun(table.lines[$0.index]) || !$0.isHead && goesOn($0.index) || isBelowAnnex($0.index)
    }
    for edge in edges { counts[key(edge.index), default: 0] += 1 }
    let least = max(3, feeds / 3)
    for edge in edges {
      if counts[key(edge.index), default: 0] >= least {
        kinds[edge.index] = edge.isHead ? .header : .footer
      }
    }
  }

  /// Whether the line is the first or second of its page, furniture not counted.
  private func isPageHead(_ index: Int) -> Bool {
    var place = index
    var texts = 0
    while place >= 0, texts < 2, place > index - 6 {
      if kinds[place] == nil { texts += 1 }
      if table.lines[place].flags.contains(.pageStart) { return true }
      place -= 1
    }
    return false
  }

  private func isPageFoot(_ index: Int) -> Bool {
    var place = index + 1
    var texts = 1
    while place < table.lines.count, place < index + 6 {
      if table.lines[place].flags.contains(.pageStart) { return true }
      if kinds[place] == nil { texts += 1 }
      if texts > 2 { return false }
      place += 1
    }
    return place == table.lines.count
  }

  /// Whether a line goes on with the sentence of the line above it.
  private func goesOn(_ index: Int) -> Bool {
    guard isText(index - 1), !table.lines[index].flags.contains(.blankBefore),
      !table.lines[index].flags.contains(.pageStart)
    else { return false }
    return !".;:".utf8.contains(text[table.lines[index - 1].end - 1])
  }

  /// Whether a line stands in the caption of an annex, which every annex repeats.
  private func isBelowAnnex(_ index: Int) -> Bool {
    for place in stride(from: index, through: max(0, index - 4), by: -1) {
      if text.match("lampiran", at: table.lines[place].start) != nil { return true }
      if table.lines[place].flags.contains(.pageStart) { return false }
    }
    return false
  }

  /// The signs of a line without the page's number, which stands at its beginning or end or beside
  /// the word for it: `jdih.contoh.go.id      Halaman 3 dari 20`.
  private func key(_ index: Int) -> [UInt8] {
    let line = table.lines[index]
    var range = line.start..<line.end
    if !namesPage(range) {
      while let last = range.last, SourceText.isDigit(text[last]) { range = range.dropLast() }
      while let first = range.first, SourceText.isDigit(text[first]) { range = range.dropFirst() }
      return text.bytes[range].filter { $0 > 0x20 }
    }
    return text.bytes[range].filter { $0 > 0x20 && !SourceText.isDigit($0) }
  }

  /// Whether a word of a line is that for a page, a number beside it.
  private func namesPage(_ range: Range<Int>) -> Bool {
    range.contains { position in
      guard !SourceText.isLetter(text[position - 1]) else { return false }
      return ["halaman", "hal.", "page"].contains { (word: StaticString) in
        guard let end = text.match(word, at: position) else { return false }
        let next = text.skippingSpaces(from: end, to: range.upperBound)
        return SourceText.isDigit(text[next])
          || SourceText.isDigit(text[text.trimmingEnd(from: range.lowerBound, to: position) - 1])
      }
    }
  }

  /// How many signs of a line can be seen, a run of spaces counted as one.
  private func width(_ line: Line) -> Int {
    (line.start..<line.end).count { text[$0] > 0x20 || text[$0 - 1] > 0x20 }
  }

  /// A running line is words: no mark, no heading, no end of a provision.
  private func mayRun(_ line: Line) -> Bool {
    guard line.end - line.start >= 8, line.end - line.start <= 400, width(line) <= 90,
      SourceText.isLetter(text[line.start]), SourceText.isLetter(text[line.start + 1])
    else { return false }
    switch text[line.end - 1] {
    case 0x2E, 0x3B, 0x3A, 0x2C: return false
    default: break
    }
    for word: StaticString in [
      "pasal", "bab ", "bagian", "paragraf", "ayat", "huruf", "angka", "cukup", "lampiran",
      "penjelasan", "peraturan daerah ini", "dan", "atau",
    ] where text.match(word, at: line.start) != nil {
      return false
    }
    return true
  }
}
