/// A number that stood in the margin of a page and was read into its head: `3PRESIDEN`.
struct StrayNumber {
  var value: Int
  /// The line of the source, from 1.
  var line: Int
}

/// The heads of scanned pages, as far as a scanner left of them what they were.
extension PageCleaner {
  // MARK: Letterheads

  /// `2PRESIDEN`, `FEPUBLIK INDONESIA-7-` beside other furniture; never a signature with its comma.
  mutating func findLetterheads() {
    for _ in 0..<2 {
      for (index, line) in table.lines.enumerated()
      where kinds[index] == nil && line.end - line.start <= 40 {
        let isBeside = isFurniture(index - 1) || isFurniture(index + 1)
        if isBeside || hasDashedNumber(line), isLetterhead(line) { kinds[index] = .header }
      }
    }
    findHeadsBelowSheetNumbers()
    findGluedHeads()
  }

  private func isLetterhead(_ line: Line) -> Bool {
    guard text[line.end - 1] != 0x2C, let letters = capitals(line.start..<line.end),
      letters.count >= 7
    else { return false }
    return Likeness.isLike(letters, Self.president, allowed: 1)
      || Likeness.isLike(letters, Self.republic, allowed: 3)
      || Likeness.isLike(letters, Self.president + Self.republic, allowed: 4)
  }

  private static let president = Array("presiden".utf8)
  private static let republic = Array("republikindonesia".utf8)

  /// The letters of a line, small, where at least four in five are capitals.
  private func capitals(_ range: Range<Int>) -> [UInt8]? {
    var letters: [UInt8] = []
    var capitals = 0
    for position in range where SourceText.isLetter(text[position]) {
      letters.append(SourceText.folded(text[position]))
      if SourceText.isUpper(text[position]) { capitals += 1 }
    }
    return capitals * 10 >= letters.count * 8 ? letters : nil
  }

  private func hasDashedNumber(_ line: Line) -> Bool {
    guard text[line.end - 1] == 0x2D else { return false }
    return (line.start..<line.end).contains { SourceText.isDigit(text[$0]) }
  }

  // MARK: Heads below the number of a sheet

  /// How many lines a head has at most: numbers from the margin, two lines of words, the page's.
  private static let mostHeadLines = 8

  /// What stands between the number of a sheet and the text of the next page, where some of it is
  /// surely a letterhead: `7`, `9PRESIDEN`, `LIK INDONESIA`, `-t2_`.
  private mutating func findHeadsBelowSheetNumbers() {
    for index in table.lines.indices where isSheetNumber(index) {
      // A number below that of the page is one of the text.
      var end = index + 1
      var hasWords = false
      var page: Int?
      for place in index + 1..<min(index + 1 + Self.mostHeadLines, kinds.count) {
        let line = table.lines[place]
        let isWords =
          kinds[place] == .header || isLetterhead(line) || isTorn(line) || isScrawl(place)
        let isNumber = isNumber(line) != nil
        let isPage = kinds[place] == .pageNumber || isMisreadPage(line) || isNumber && hasWords
        guard isWords || isNumber || isPage else { break }
        if isWords { hasWords = true }
        if isWords || page == nil && isPage { end = place + 1 }
        if isPage { page = page ?? place }
      }
      guard hasWords else { continue }
      for place in index + 1..<end where kinds[place] == nil {
        kinds[place] = place == page ? .pageNumber : .header
      }
    }
  }

  private func isSheetNumber(_ index: Int) -> Bool {
    kinds[index] == .serviceLine && text.match("sk no", at: table.lines[index].start) != nil
  }

  /// The end of *REPUBLIK INDONESIA*, its beginning lost: `LIK INDONESIA`.
  private func isTorn(_ line: Line) -> Bool {
    guard line.end - line.start <= 30, text[line.end - 1] != 0x2C,
      let letters = capitals(line.start..<line.end), (8...17).contains(letters.count)
    else { return false }
    return Likeness.isLike(letters, Array(Self.republic.suffix(letters.count)), allowed: 2)
  }

  /// What a scanner made of *PRESIDEN* above the rest of its letterhead: hardly a word in it.
  private func isScrawl(_ index: Int) -> Bool {
    let line = table.lines[index]
    guard line.end - line.start <= 20, index + 1 < kinds.count,
      kinds[index + 1] == .header || isTorn(table.lines[index + 1]),
      MarkReader(text: text).listMark(at: line.start, lineEnd: line.end) == nil,
      MarkReader(text: text).heading(at: line.start, lineEnd: line.end) == nil
    else { return false }
    var small = 0
    for position in line.start..<line.end {
      small = SourceText.isLower(text[position]) ? small + 1 : 0
      if small > 2 { return false }
    }
    return true
  }

  /// The number that stands alone on a line.
  private func isNumber(_ line: Line) -> Int? {
    guard line.end - line.start <= 3 else { return nil }
    return Int(String(decoding: text.bytes[line.start..<line.end], as: UTF8.self))
  }

  /// `-t4-`, `-t7 -`, `.5-`, `9-`, `-t2_`: the number of a page between dashes, one of them lost.
  private func isMisreadPage(_ line: Line) -> Bool {
    guard line.end - line.start <= 8,
      text[line.start] == 0x2D || text[line.end - 1] == 0x2D
    else { return false }
    var digits = 0
    for position in line.start..<line.end {
      switch text[position] {
      case 0x20, 0x2D, 0x5F: break
      case 0x2E where position == line.start: break
      case UInt8(ascii: "t"): digits += 1
      default:
        guard NumberReader.digit(text[position]) != nil else { return false }
        digits += 1
      }
    }
    return (1...4).contains(digits)
  }

  /// Page numbers between dashes that a scanner misread, below a letterhead.
  mutating func findMisreadPages() {
    for (index, line) in table.lines.enumerated()
    where kinds[index] == nil && index > 0 && kinds[index - 1] == .header && isMisreadPage(line) {
      kinds[index] = .pageNumber
    }
  }

  /// `12` below the rest of a letterhead: the number of the page.
  mutating func findNumbersBelowHeads() {
    for index in table.lines.indices.dropFirst()
    where kinds[index] == nil && kinds[index - 1] == .header && !moved.contains(index) {
      guard loneNumber(index, digits: 3) != nil, isLetterhead(table.lines[index - 1]),
        index + 1 >= kinds.count || kinds[index + 1] != .pageNumber, !isNumbered(pageOf: index)
      else { continue }
      kinds[index] = .pageNumber
    }
  }

  /// Whether the number of the page of line `index` is found: on its lines where form feeds show
  /// pages, elsewhere right above its head.
  private func isNumbered(pageOf index: Int) -> Bool {
    let isPaged = !table.formFeeds.isEmpty
    let (above, below) = isPaged ? (Self.longestPage, Self.longestPage) : (3, 0)
    var line = index
    while line > 0, index - line < above, !table.lines[line].flags.contains(.pageStart) {
      line -= 1
      if kinds[line] == .pageNumber { return true }
    }
    let next = table.lines.indices[(index + 1)...].prefix(below)
    return next.prefix { !table.lines[$0].flags.contains(.pageStart) }
      .contains { kinds[$0] == .pageNumber }
  }

  /// As many lines has no page.
  private static let longestPage = 120

  /// The letterhead and the stamp of a copy above the title, where other pages have a letterhead.
  mutating func findFirstHead() {
    let letterheads = table.lines.indices.count {
      kinds[$0] == .header && isLetterhead(table.lines[$0])
    }
    let showsPages = kinds.contains { $0 != nil }
    var index = 0
    while index < min(Self.mostHeadLines, kinds.count) {
      let line = table.lines[index]
      if kinds[index] == nil {
        if showsPages, text.match("salinan", at: line.start) == line.end {
          kinds[index] = .serviceLine
        } else if letterheads >= 2, isLetterhead(line) {
          kinds[index] = .header
        } else if loneNumber(index) == 1, index > 0, kinds[index - 1] == .header {
          kinds[index] = .pageNumber
        } else {
          break
        }
      }
      index += 1
    }
  }

  // MARK: Heads that ran into a line

  /// `Menetapkan:PRESIDEN` above *REPUBLIK INDONESIA*: the text is what stands before.
  private mutating func findGluedHeads() {
    let length = Self.president.count
    for (index, line) in table.lines.enumerated()
    where kinds[index] == nil && index + 1 < kinds.count && kinds[index + 1] == .header {
      let cut = line.end - length
      guard cut > line.start + 1, text[cut - 1] > 0x20,
        let letters = capitals(cut..<line.end), letters.count == length,
        Likeness.isLike(letters, Self.president, allowed: 1),
        let next = capitals(table.lines[index + 1].start..<table.lines[index + 1].end),
        Likeness.isLike(next, Self.republic, allowed: 3)
      else { continue }
      kinds[index] = .header
      rests[index] = line.start..<cut
    }
  }

  // MARK: Numbers from the margin

  /// The numbers that heads took up: `3PRESIDEN`, and those alone on a line beside it.
  func strayNumbers(_ numbers: [UInt32]) -> [StrayNumber] {
    var found: [StrayNumber] = []
    for (index, kind) in kinds.enumerated() where kind == .header && rests[index] == nil {
      let line = table.lines[index]
      var end = line.start
      while SourceText.isDigit(text[end]), end < line.start + 3 { end += 1 }
      let digits = text.bytes[line.start..<end]
      guard end == line.end || SourceText.isUpper(text[end]),
        let value = Int(String(decoding: digits, as: UTF8.self))
      else { continue }
      found.append(StrayNumber(value: value, line: Int(numbers[index])))
    }
    return found
  }

  /// `A2. Undang-Undang …` at the foot of a page, `2PRESIDEN` at the head of the next, and the item
  /// itself without its mark: the catchword and the head both say which it had.
  mutating func findMarksOfCatchwords() {
    for index in table.lines.indices where isSheetNumber(index) && rests[index] == nil {
      let line = table.lines[index]
      guard let after = text.match("sk no", at: line.start),
        let start = sheetNumber(after, line.end), let next = nextText(after: index)
      else { continue }
      let mark = text.skippingSpaces(from: start, to: line.end)
      var end = mark
      while SourceText.isDigit(text[end]), end < mark + 2 { end += 1 }
      let digits = text.bytes[mark..<end]
      guard end > mark, text[end] == 0x2E, isInHead(Array(digits), index + 1..<next) else {
        continue
      }
      let words = end + 1..<text.trailingDots(end + 1..<line.end).end
      guard !words.isEmpty, SourceText.isUpper(text[table.lines[next].start]),
        begins(words, after: index)
      else { continue }
      marks[next] = Array(digits) + [0x2E, 0x20]
      if Array(digits) == [0x32], let label = bareOne(above: index) { dotted.insert(label) }
    }
  }

  /// The label of a preamble's list above a line, with nothing beside it but the number 1.
  private func bareOne(above index: Int) -> Int? {
    guard let label = (max(0, index - 8)..<index).last(where: { kinds[$0] == nil }) else {
      return nil
    }
    let line = table.lines[label]
    let number = line.end - 1
    guard text.match("mengingat", at: line.start) != nil, text[number] == 0x31 else { return nil }
    let colon = text.trimmingEnd(from: line.start, to: number)
    return text[colon - 1] == 0x3A || text.match("mengingat", at: line.start) == colon
      ? label : nil
  }

  /// Whether a head among `lines` begins with a number.
  private func isInHead(_ number: [UInt8], _ lines: Range<Int>) -> Bool {
    lines.contains { index in
      let line = table.lines[index]
      return kinds[index] == .header && text.bytes[line.start..<line.end].starts(with: number)
        && !SourceText.isDigit(text[line.start + number.count])
    }
  }
}
