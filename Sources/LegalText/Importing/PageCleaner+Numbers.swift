/// Numbers that stand alone on a line: those of pages, as far as others prove them, and those that
/// belong to the line above.
extension PageCleaner {
  /// How many lines further on the text goes on behind the numbers and heads of a page.
  private static let reach = 8

  // MARK: Numbers of words

  /// `NOMOR` above `4846`: the number of a gazette or of an act, no page's. It goes to the line that
  /// it belongs to, unless the next line begins with a number itself.
  mutating func findNumbersOfWords() {
    for index in table.lines.indices.dropFirst()
    where kinds[index] == nil || kinds[index] == .pageNumber {
      guard loneNumber(index, digits: 6) != nil,
        let before = (max(0, index - 8)..<index).last(where: { kinds[$0] == nil }),
        namesNumber(table.lines[before], digits: table.lines[index].end - table.lines[index].start)
      else { continue }
      // Further numbers alone say nothing of what this one is.
      let following = kinds.indices[(index + 1)...].prefix(Self.reach)
      // Rows of a table are numbered one after the other.
      if let value = loneNumber(index), following.contains(where: { loneNumber($0) == value + 1 }) {
        continue
      }
      if let next = following.first(where: { kinds[$0] == nil && loneNumber($0) == nil }) {
        let start = table.lines[next].start
        if SourceText.isDigit(text[start]) || text.match("ini", at: start) != nil { continue }
      }
      kinds[index] = nil
      tails[before] = index
      moved.insert(index)
    }
  }

  /// Whether a line ends in a word that a number follows, other words before it.
  private func namesNumber(_ line: Line, digits: Int) -> Bool {
    for word: StaticString in digits == 4
      ? ["nomor", "tahun", "pasal", "no."] : ["nomor", "pasal", "no."]
    {
      let start = line.end - word.utf8CodeUnitCount
      if start > line.start, text[start - 1] == 0x20, SourceText.isUpper(text[start]),
        text.match(word, at: start) == line.end
      {
        return true
      }
    }
    return false
  }

  /// The number that stands alone on line `index`.
  func loneNumber(_ index: Int, digits: Int = 4) -> Int? {
    let line = table.lines[index]
    guard line.end - line.start <= digits else { return nil }
    var value = 0
    for position in line.start..<line.end {
      guard SourceText.isDigit(text[position]) else { return nil }
      value = value * 10 + Int(text[position] - 0x30)
    }
    return value
  }

  // MARK: Numbers that count on

  private struct Counted {
    var value: Int
    var index: Int
  }

  /// How many numbers prove each other, and the fewest bytes or lines between two.
  private static let enough = 3
  private static let leastPage = (bytes: 600, lines: 20)

  /// Numbers alone on lines of a text without form feeds that count on at like distances: those of
  /// its pages. The notes on the articles may count anew.
  mutating func findCountedNumbers() {
    guard table.formFeeds.isEmpty else { return }
    var numbers = table.lines.indices.compactMap { index -> Counted? in
      guard kinds[index] == nil || kinds[index] == .pageNumber, !moved.contains(index),
        let value = loneNumber(index), value > 0, value < 1900
      else { return nil }
      return Counted(value: value, index: index)
    }
    var pages: Set<Int> = []
    for _ in 0..<3 where numbers.count >= Self.enough {
      let series = longestSeries(numbers)
      guard series.count >= Self.enough else { break }
      let proven = evenlySpaced(series)
      guard proven.count(where: { isWithinSentence($0.index) }) * 4 >= proven.count else { break }
      for number in proven { kinds[number.index] = .pageNumber }
      pages.formUnion(proven.map(\.value))
      let used = Set(series.map(\.index))
      numbers.removeAll { used.contains($0.index) }
    }
    findShortPages(numbers, between: pages)
  }

  /// Whether running text goes on over a number, as it does from page to page and not in a table.
  private func isWithinSentence(_ index: Int) -> Bool {
    guard index > 0, index + 1 < table.lines.count else { return false }
    let (line, next) = (table.lines[index - 1], table.lines[index + 1])
    guard line.end - line.start >= 30, SourceText.isLower(text[next.start]) else { return false }
    let last = text[line.end - 1]
    return last != 0x2E && last != 0x3B && last != 0x3A
  }

  /// The number of a page that is hardly filled: those of the pages around it are found.
  private mutating func findShortPages(_ numbers: [Counted], between pages: Set<Int>) {
    guard !numbers.isEmpty, !pages.isEmpty else { return }
    let known = kinds.indices.filter { kinds[$0] == .pageNumber }
    var next = 0
    for number in numbers {
      while next < known.count, known[next] < number.index { next += 1 }
      guard pages.contains(number.value - 1), pages.contains(number.value + 1), next > 0,
        next < known.count, loneNumber(known[next - 1]) == number.value - 1,
        loneNumber(known[next]) == number.value + 1
      else { continue }
      kinds[number.index] = .pageNumber
    }
  }

  /// The most numbers of which each is one more than the one before, a page away.
  private func longestSeries(_ numbers: [Counted]) -> [Counted] {
    var best: [Int: (count: Int, place: Int)] = [:]
    var links = [Int](repeating: -1, count: numbers.count)
    var last = (count: 0, place: -1)
    for (place, number) in numbers.enumerated() {
      var count = 1
      if let before = best[number.value - 1],
        arePagesApart(numbers[before.place], number)
      {
        count = before.count + 1
        links[place] = before.place
      }
      if count >= best[number.value]?.count ?? 0 { best[number.value] = (count, place) }
      if count > last.count { last = (count, place) }
    }
    var series: [Counted] = []
    var place = last.place
    while place >= 0 {
      series.append(numbers[place])
      place = links[place]
    }
    return series.reversed()
  }

  private func bytes(_ first: Counted, _ second: Counted) -> Int {
    table.lines[second.index].start - table.lines[first.index].end
  }

  private func arePagesApart(_ first: Counted, _ second: Counted) -> Bool {
    bytes(first, second) >= Self.leastPage.bytes
      || second.index - first.index >= Self.leastPage.lines
  }

  /// The numbers of `series` with at least two others at about the usual distance.
  private func evenlySpaced(_ series: [Counted]) -> [Counted] {
    let links = zip(series, series.dropFirst())
    let sizes = links.map { bytes($0, $1) }
    let heights = links.map { $1.index - $0.index }
    let usual = (sizes.sorted()[sizes.count / 2], heights.sorted()[heights.count / 2])
    var result: [Counted] = []
    var run = [series[0]]
    for (number, (size, height)) in zip(series.dropFirst(), zip(sizes, heights)) {
      if !isUsual(size, usual.0), !isUsual(height, usual.1) {
        if run.count >= Self.enough { result += run }
        run = []
      }
      run.append(number)
    }
    return run.count >= Self.enough ? result + run : result
  }

  private func isUsual(_ distance: Int, _ usual: Int) -> Bool {
    distance * 5 >= usual * 2 && distance * 2 <= usual * 5
  }

  // MARK: Numbers that those of other pages prove

  /// `A1-`, `12-`, `14` at the edge of a page whose number, by that of the pages beside it, is 11,
  /// 12, 14; and `-14` run into the first word.
  mutating func findProvenNumbers() {
    guard table.formFeeds.count >= 2 else { return }
    var pages: [Range<Int>] = []
    var start = 0
    for index in table.lines.indices.dropFirst() where table.lines[index].flags.contains(.pageStart)
    {
      pages.append(start..<index)
      start = index
    }
    pages.append(start..<table.lines.count)
    var known = [Int?](repeating: nil, count: pages.count)
    for (place, page) in pages.enumerated() {
      guard let index = page.first(where: { kinds[$0] == .pageNumber }) else { continue }
      known[place] = printedNumber(table.lines[index])
    }
    for (place, page) in pages.enumerated() where known[place] == nil {
      guard let number = expectedNumber(place, known) else { continue }
      let heads = page.prefix(Self.mostHeads)
      let feet = page.suffix(2)
      guard let index = (Array(heads) + feet).first(where: { isNumber($0, like: number) }) else {
        continue
      }
      kinds[index] = .pageNumber
    }
    for (place, page) in pages.enumerated() {
      guard let first = page.first(where: { kinds[$0] == nil }),
        let number = known[place] ?? expectedNumber(place, known)
      else { continue }
      findGluedNumber(first, number)
    }
  }

  private static let mostHeads = 4

  /// The number of a page by those of the pages nearest to it, where they agree.
  private func expectedNumber(_ place: Int, _ known: [Int?]) -> Int? {
    var found: Int?
    for step in 1...3 {
      for side in [place - step, place + step] where known.indices.contains(side) {
        guard let value = known[side] else { continue }
        let number = value + place - side
        if let found, found != number { return nil }
        found = number
      }
    }
    return found.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The value of `12` or `- 12 -`.
  private func printedNumber(_ line: Line) -> Int? {
    guard line.end - line.start <= 10 else { return nil }
    let digits = text.bytes[line.start..<line.end].filter { $0 > 0x20 && $0 != 0x2D }
    guard (1...4).contains(digits.count), digits.allSatisfy(SourceText.isDigit) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Whether a line is `number`, or what a scanner made of it and a dash at one side.
  private func isNumber(_ index: Int, like number: Int) -> Bool {
    guard kinds[index] == nil, !moved.contains(index) else { return false }
    if loneNumber(index) == number { return true }
    let line = table.lines[index]
    let wanted = Array("\(number)".utf8)
    var printed = text.bytes[line.start..<line.end]
    guard printed.count <= wanted.count + 3, printed.first == 0x2D || printed.last == 0x2D else {
      return false
    }
    printed = printed.drop { $0 == 0x2D }
    while printed.last == 0x2D { printed.removeLast() }
    // The dash may have run into the first stroke: `A-`, `41-`.
    guard let last = printed.last, printed.count <= wanted.count + 1,
      printed.dropLast().allSatisfy({ SourceText.isDigit($0) || $0 == 0x41 || $0 == 0x74 })
    else { return false }
    return MarkForm.looksLike(wanted[wanted.count - 1], last)
      || number == 1 && (last == 0x41 || last == 0x34)
  }

  /// `-14menyangkut`, the number of the page and its first word.
  private mutating func findGluedNumber(_ index: Int, _ number: Int) {
    let line = table.lines[index]
    guard text[line.start] == 0x2D, rests[index] == nil else { return }
    let wanted = Array("-\(number)".utf8)
    let end = line.start + wanted.count
    guard end < line.end, text.bytes[line.start..<end].elementsEqual(wanted),
      SourceText.isLetter(text[end])
    else { return }
    kinds[index] = .pageNumber
    rests[index] = end..<line.end
  }

  // MARK: Heads of gazettes

  /// `2018, No.79      3`, `4      2018, No.79`: the heads of the pages of a state gazette.
  mutating func findGazetteHeads() {
    var counts: [ArraySlice<UInt8>: [Int]] = [:]
    var paged: Set<ArraySlice<UInt8>> = []
    for (index, line) in table.lines.enumerated() where kinds[index] == nil {
      guard SourceText.isDigit(text[line.start]), line.end - line.start <= 200,
        let name = gazette(line)
      else { continue }
      counts[name, default: []].append(index)
      if name.count < line.end - line.start { paged.insert(name) }
    }
    // The number of the page stands beside some; a citation that was wrapped has none.
    for (name, indices) in counts where indices.count >= Self.enough && paged.contains(name) {
      for index in indices { kinds[index] = .header }
    }
  }

  /// The year and number of a gazette that, but for a page's number, are all of a line.
  private func gazette(_ line: Line) -> ArraySlice<UInt8>? {
    func digits(_ from: Int) -> Int {
      var end = from
      while end < line.end, SourceText.isDigit(text[end]) { end += 1 }
      return end
    }
    var start = line.start
    var end = digits(start)
    let gap = text.skippingSpaces(from: end, to: line.end)
    if gap > end + 1 {
      start = gap
      end = digits(start)
    }
    guard end == start + 4, text[end] == 0x2C,
      let name = text.match("no.", at: text.skippingSpaces(from: end + 1, to: line.end))
    else { return nil }
    let number = text.skippingSpaces(from: name, to: line.end)
    end = digits(number)
    guard end > number else { return nil }
    let page = text.skippingSpaces(from: end, to: line.end)
    guard page == line.end || page > end + 1 && start == line.start && digits(page) == line.end
    else { return nil }
    return text.bytes[start..<end]
  }
}
