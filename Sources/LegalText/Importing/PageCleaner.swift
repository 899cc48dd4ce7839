/// Takes out of a text what belongs to its pages, and lists it.
///
/// Starts from what the parser recognises as furniture and goes on where scanned pages differ from
/// it: misread letterheads, catchwords run into a scanner's number, catchwords without dots,
/// footers. What nothing proves to be furniture stays.
struct PageCleaner {
  let text: SourceText
  var table: LineTable
  /// What a visible line is, nil for text.
  var kinds: [Removal.Kind?]
  /// The part of a visible line that is text although its beginning is furniture.
  var rests: [Int: Range<Int>] = [:]
  /// The marks that visible lines lost, with the space behind them.
  var marks: [Int: [UInt8]] = [:]
  /// The visible lines that end with a mark without its full stop.
  var dotted: Set<Int> = []
  /// The lines with numbers that go to the end of an earlier line, by that line.
  var tails: [Int: Int] = [:]
  var moved: Set<Int> = []

  /// What of a text is left, with the numbers of items that heads of pages took up.
  typealias Cleaned = (text: NumberedText, strays: [StrayNumber])

  /// Cleans `source`, adds what was left out to `removals`, marks put back to `repairs` and the
  /// number of pages to `notes`.
  static func clean(
    _ source: NumberedText, _ removals: inout [Removal], _ repairs: inout [Repair],
    _ notes: inout [ImportNote]
  ) -> Cleaned {
    var cleaner = PageCleaner(SourceText(bytes: source.bytes))
    cleaner.findServiceLines()
    cleaner.findNumbersOfWords()
    cleaner.findPageNumbers()
    cleaner.findCountedNumbers()
    cleaner.findGazetteHeads()
    cleaner.findLetterheads()
    cleaner.findMisreadPages()
    cleaner.findNumbersBelowHeads()
    cleaner.findProvenNumbers()
    cleaner.findEndMark()
    cleaner.findJammedCatchwords()
    cleaner.findRunningLines()
    cleaner.findNumbersBelowHeads()
    cleaner.findFirstHead()
    cleaner.findNumbersBesideFooters()
    cleaner.findCatchwords()
    cleaner.findEarlyCatchwords()
    cleaner.findMarksOfCatchwords()
    let feeds = cleaner.table.formFeeds.count
    if feeds > 0 { notes.append(.pages(count: feeds)) }
    let numbers = source.lines(of: cleaner.table.lines.lazy.map(\.start))
    cleaner.list(numbers, &removals)
    for (index, mark) in cleaner.marks.sorted(by: { $0.key < $1.key }) {
      let after = String(decoding: mark.dropLast(), as: UTF8.self)
      repairs.append(
        Repair(
          kind: .mark, line: Int(numbers[index]), before: "", after: after, why: .sequence))
    }
    return (cleaner.cleaned(numbers), cleaner.strayNumbers(numbers))
  }

  private init(_ text: SourceText) {
    self.text = text
    table = LineTable(text)
    _ = FurnitureFinder.find(in: text, &table)
    kinds = Array(repeating: nil, count: table.lines.count)
    for index in table.lines.indices where table.lines[index].flags.contains(.furniture) {
      kinds[index] = kind(ofFurniture: index)
    }
  }

  /// The kind of a line that the parser takes for furniture; nil for a form to be filled in.
  private func kind(ofFurniture index: Int) -> Removal.Kind? {
    let line = table.lines[index]
    if text.match("sk no", at: line.start) != nil || text.match("www.", at: line.start) != nil
      || text.match("http", at: line.start) != nil || text.match("jdih.", at: line.start) != nil
    {
      return .serviceLine
    }
    if text.match("halaman", at: line.start) != nil { return .pageNumber }
    let visible = text.bytes[line.start..<line.end]
    if !visible.contains(where: { SourceText.isLetter($0) }) { return .pageNumber }
    let dots = text.trailingDots(line.start..<line.end)
    if dots.count >= 3 {
      let isForm = visible.contains(0x3A) || visible.contains(0x5F)
      return isForm && !begins(line.start..<dots.end, after: index) || isOnlyTrace(index)
        ? nil : .catchword
    }
    // The notes that the parser knows at the foot of a page are long, its headers short.
    let isHead = line.flags.contains(.pageStart) || line.end - line.start < 40
    return isHead ? .header : .footer
  }

  // MARK: Lines

  func isText(_ index: Int) -> Bool {
    kinds.indices.contains(index) && kinds[index] == nil
  }

  func isFurniture(_ index: Int) -> Bool {
    kinds.indices.contains(index) && kinds[index] != nil
  }

  /// The next visible line that is text.
  func nextText(after index: Int) -> Int? {
    var next = index + 1
    while next < kinds.count, next <= index + 8 {
      if kinds[next] == nil { return next }
      next += 1
    }
    return nil
  }

  /// Whether a page ends after line `index`.
  func isPageEnd(_ index: Int) -> Bool {
    let next = index + 1
    guard next < table.lines.count else { return true }
    return table.lines[next].flags.contains(.pageStart) || kinds[next] != nil
  }

  func words(_ range: Range<Int>) -> Int {
    var count = 0
    var inside = false
    for position in range {
      let isSpace = text.spaceLength(at: position) > 0
      if !isSpace && !inside { count += 1 }
      inside = !isSpace
    }
    return count
  }

  // MARK: Likeness

  /// Whether the next line of text, or the one after it, begins with the characters of `range`.
  func begins(_ range: Range<Int>, after index: Int) -> Bool {
    let wanted = Likeness.characters(text, range, limit: 60)
    guard !wanted.isEmpty, var next = nextText(after: index) else { return false }
    for _ in 0..<2 {
      let line = table.lines[next]
      let offered = Likeness.characters(text, line.start..<line.end, limit: wanted.count + 4)
      if Likeness.begins(offered, with: wanted), !areOtherAyat(range, line) { return true }
      guard let further = nextText(after: next) else { return false }
      next = further
    }
    return false
  }

  /// Whether a line is all that is left of an ayat: the next page begins with the one after it.
  private func isOnlyTrace(_ index: Int) -> Bool {
    let following = table.lines.indices[(index + 1)...].prefix(8)
    guard let next = following.first(where: { !table.lines[$0].flags.contains(.furniture) })
    else { return false }
    let line = table.lines[index]
    return areOtherAyat(line.start..<line.end, table.lines[next])
  }

  /// Whether `(2)` begins what goes before and `(3)` the line: two ayat may begin with one word.
  private func areOtherAyat(_ range: Range<Int>, _ line: Line) -> Bool {
    let (first, second) = (range.lowerBound, line.start)
    guard text[first] == 0x28, text[second] == 0x28, text[first + 2] == 0x29,
      text[second + 2] == 0x29
    else { return false }
    return SourceText.isDigit(text[first + 1]) && SourceText.isDigit(text[second + 1])
      && text[first + 1] != text[second + 1]
  }

  // MARK: Result

  private func list(_ numbers: [UInt32], _ removals: inout [Removal]) {
    for index in kinds.indices {
      guard let kind = kinds[index] else { continue }
      let line = table.lines[index]
      var range = line.start..<line.end
      if let rest = rests[index] {
        range =
          rest.lowerBound == line.start
          ? rest.upperBound..<line.end : line.start..<rest.lowerBound
      }
      removals.append(
        Removal(
          kind: kind, line: Int(numbers[index]),
          text: Whitespace.collapsed(String(decoding: text.bytes[range], as: UTF8.self))))
    }
  }

  /// The lines of text, every page moved left as far as it goes, without blank lines at the seams.
  private func cleaned(_ numbers: [UInt32]) -> NumberedText {
    var result = NumberedText()
    result.reserve(text.count)
    let margins = margins()
    var isSeam = true
    for (index, line) in table.lines.enumerated() {
      if line.flags.contains(.pageStart) { isSeam = true }
      if moved.contains(index) { continue }
      var range = line.start..<line.end
      if kinds[index] != nil {
        guard let rest = rests[index] else {
          isSeam = true
          continue
        }
        range = rest
      }
      let number = Int(numbers[index])
      if line.flags.contains(.blankBefore), !isSeam { result.endLine(number: number) }
      result.indent(min(max(Int(line.column) - Int(margins[index]), 0), 200))
      if let mark = marks[index] { result.write(mark) }
      result.write(text.bytes[range])
      if dotted.contains(index) { result.write(0x2E) }
      if let tail = tails[index] {
        result.write(0x20)
        result.write(text.bytes[table.lines[tail].start..<table.lines[tail].end])
      }
      result.endLine(number: number)
      isSeam = false
    }
    return result
  }

  /// For every visible line the leftmost column of its page.
  private func margins() -> [UInt16] {
    var margins = [UInt16](repeating: 0, count: table.lines.count)
    var first = 0
    for index in table.lines.indices {
      let ends =
        index + 1 == table.lines.count || table.lines[index + 1].flags.contains(.pageStart)
        || (kinds[index] == .pageNumber && isText(index + 1))
      guard ends else { continue }
      var least = UInt16.max
      for place in first...index where kinds[place] == nil {
        least = min(least, table.lines[place].column)
      }
      for place in first...index { margins[place] = least == UInt16.max ? 0 : least }
      first = index + 1
    }
    return margins
  }
}
