/// The texts of a column: where they begin, and which of its marks each gets.
extension MarkColumns {
  /// How many articles below a column are tried for texts that go with it.
  private static let mostArticles = 3

  mutating func place(_ segments: [Segment], from start: Int, below end: Int) {
    let isAyat = marks[end - 1].shape == .ayat
    var zone = firstZone(from: start, below: end)
    var isFirst = true
    for segment in segments.prefix(Self.mostSegments) {
      if zone == nil || !isFirst, let text = textWithoutNumber(for: segment, from: zone ?? end) {
        move(segment.lowerBound, to: text)
        (isFirst, zone) = (false, zone ?? end)
        continue
      }
      if zone == nil || !isFirst {
        // The ayat of the next article: its heading stands below the column.
        guard isAyat, marks[segment.lowerBound].value == 1,
          let article = article(from: zone ?? end, for: segment)
        else { return }
        zone = article
      }
      isFirst = false
      let next = zoneEnd(from: max(zone ?? end, end), of: segment)
      place(segment, in: (zone ?? end)..<next)
      zone = next
    }
  }

  /// Where the texts of a column's first marks may begin: behind the column, or below the heading
  /// above it, where the first text may stand between; nil where they stand below a later heading.
  private func firstZone(from start: Int, below end: Int) -> Int? {
    let first = marks[start]
    guard first.shape == .ayat else { return isHeading(end) ? end + 1 : belowBlock(end) }
    guard first.value == 1 else { return belowBlock(end) }
    if isHeading(end) { return nil }
    if let heading = firstText(above: start) { return heading + 1 }
    // Amid another text stands no first ayat.
    let isFirst = first.before == .start && !(start > 0 && isAlone(start - 1))
    return isFirst || first.before == .colon ? belowBlock(end) : nil
  }

  /// One past the marks of other columns that stand between one and its texts.
  private func belowBlock(_ end: Int) -> Int {
    var next = end
    while next - end < Self.reach, isAlone(next), marks[next].before == .start { next += 1 }
    return next
  }

  /// The heading above a column of the first ayat, where nothing but text stands between them.
  private func firstText(above column: Int) -> Int? {
    guard marks[column].shape == .ayat, marks[column].value == 1 else { return nil }
    var index = column - 1
    while index >= 0, marks[index].shape == .line, column - index < 20 { index -= 1 }
    guard index >= 0, isHeading(index), visible(after: marks[index].end) < marks[column].start
    else { return nil }
    return index
  }

  /// One past the heading from `index` on below which as many texts stand as `column` has marks,
  /// before its next ayat; past the next heading where none of the next few has, up to one that has
  /// a column of its own.
  private func article(from index: Int, for column: Segment) -> Int? {
    var first: Int?
    var next = index
    for _ in 0..<Self.mostArticles {
      guard let heading = heading(from: next),
        first == nil || !(next..<heading).contains(where: { isFirstAyat($0) })
      else { break }
      first = first ?? heading + 1
      let end = zoneEnd(from: heading + 1, of: column)
      let goesOn = end < marks.count && marks[end].shape == .ayat
      if !goesOn || marks[end].value == marks[column.upperBound - 1].value + 1,
        candidates(in: heading + 1..<end, isAyat: true).count >= column.count
      {
        return heading + 1
      }
      next = heading + 1
    }
    return first
  }

  /// The text of the article above a lone (1) that has its second ayat and no number before it,
  /// where the article below has no second one.
  private func textWithoutNumber(for column: Segment, from index: Int) -> Int? {
    guard column.count == 1, isFirstAyat(column.lowerBound) else { return nil }
    if let heading = heading(from: index) {
      let end = zoneEnd(from: heading + 1, of: column)
      if end < marks.count, marks[end].shape == .ayat, marks[end].value == 2 { return nil }
    }
    var first: Int32 = 0
    var articles = 0
    var before = column.lowerBound - 1
    while before >= 0, column.lowerBound - before < Self.reach, articles < Self.mostArticles {
      if isHeading(before) {
        let text = visible(after: marks[before].end)
        if first == 2, marks[before + 1].start > text || marks[before + 1].shape == .line,
          !moves.suffix(Self.reach).contains(where: { $0.position == text })
        {
          return text
        }
        (first, articles) = (0, articles + 1)
      } else if marks[before].shape == .ayat, !isMention(before) {
        first = marks[before].value
      }
      before -= 1
    }
    return nil
  }

  private func isFirstAyat(_ index: Int) -> Bool {
    isAlone(index) && marks[index].shape == .ayat && marks[index].value == 1
  }

  private func heading(from index: Int) -> Int? {
    (index..<min(index + Self.reach, marks.count)).first { isHeading($0) }
  }

  /// Whether a mark is a citation that happens to begin a line: `dimaksud dalam / Pasal 5 …`
  func isMention(_ index: Int) -> Bool {
    let mark = marks[index]
    if isAlone(index), mark.shape != .ayat { return false }
    if mark.before == .reference || mark.before == .comma { return true }
    switch mark.shape {
    case .pasal, .wordAyat, .wordHuruf, .wordAngka: return !mark.flags.contains(.wholeLine)
    default: return mark.flags.contains(.small)
    }
  }

  /// The first mark from `index` on that ends the texts of a column.
  private func zoneEnd(from index: Int, of column: Segment) -> Int {
    let shape = marks[column.lowerBound].shape
    let limit = min(index + Self.reach, marks.count)
    var inner = InnerLists()
    for next in index..<max(limit, index) where !isMention(next) {
      switch marks[next].shape {
      case .line, .capital: break
      case shape, .ayat: return next
      case .huruf, .angka, .subhuruf, .subangka:
        // Items of an item belong to it; a column of them ends where another list begins.
        if columnEnd(from: next) > next { return next }
        if shape != .ayat, !inner.takes(marks[next]) { return next }
      default: return next
      }
    }
    return limit
  }

  private mutating func place(_ segment: Segment, in zone: Range<Int>) {
    let isAyat = marks[segment.lowerBound].shape == .ayat
    var found = candidates(in: zone, isAyat: isAyat)
    let waiting = waiting(after: segment, in: zone)
    if !waiting.isEmpty {
      place(Array(segment) + waiting, at: found)
      return
    }
    guard isAyat || found.count >= segment.count, let first = found.first else { return }
    let between = segment.upperBound..<max(segment.upperBound, zone.lowerBound)
    let others = between.count { isAlone($0) }
    if !isAyat, found.count == segment.count + others {
      // The last ones are those of the marks that stand between.
      found.removeLast(others)
    }
    if found.count > segment.count {
      let best = found.dropFirst().sorted { $0.weight > $1.weight }.prefix(segment.count - 1)
      found = [first] + best.sorted { $0.position < $1.position }
    }
    for (mark, candidate) in zip(segment, found) {
      move(mark, to: candidate.position)
    }
  }

  /// The marks that go on with a column amid a sentence of its texts, as at the top of a page: they
  /// wait for the next text that begins.
  private func waiting(after segment: Segment, in zone: Range<Int>) -> [Int] {
    var last = segment.upperBound - 1
    var found: [Int] = []
    for index in zone where isAlone(index) && marks[index].shape == marks[last].shape {
      let next = visible(after: marks[index].end)
      guard marks[index].before != .stop, SourceText.isLower(text[next]),
        marks[index].value == marks[last].value + 1, marks[index].suffix == 0
      else { break }
      found.append(index)
      last = index
    }
    return found
  }

  /// Puts marks before as many texts as there are; other numbers of texts prove nothing.
  private mutating func place(_ column: [Int], at found: [Candidate]) {
    let isProven =
      found.count == column.count
      && zip(column, found).allSatisfy {
        marks[$0].before == .start || marks[$0].start < $1.position || $0 == column[0]
      }
    guard isProven else { return }
    for (mark, candidate) in zip(column, found) { move(mark, to: candidate.position) }
  }

  /// Where the texts of a zone may begin.
  func candidates(in zone: Range<Int>, isAyat: Bool) -> [Candidate] {
    guard zone.lowerBound > 0 else { return [] }
    if !isAyat, isHeading(zone.lowerBound - 1), let first = introduced(in: zone) {
      return [Candidate(position: marks[first].start, weight: .max)]
        + lines(in: first + 1..<zone.upperBound, isAyat: isAyat)
    }
    var result: [Candidate] = []
    let start = visible(after: marks[zone.lowerBound - 1].end)
    // Below its heading stands the first, even where its first word was lost.
    if start < text.count, isHeading(zone.lowerBound - 1) || begins(start, isAyat: isAyat),
      !goesOn(start, above: zone.lowerBound - 1),
      zone.lowerBound >= marks.count || marks[zone.lowerBound].start > start
        || marks[zone.lowerBound].shape == .line || isCitation(zone.lowerBound)
    {
      result.append(Candidate(position: start, weight: .max))
    }
    return result + lines(in: zone, isAyat: isAyat).filter { $0.position > start }
  }

  /// The lines of a zone that begin after a finished sentence.
  func lines(in zone: Range<Int>, isAyat: Bool) -> [Candidate] {
    zone.compactMap { index in
      let mark = marks[index]
      guard mark.shape == .line || isCitation(index), mark.before == .stop,
        begins(mark.start, isAyat: isAyat)
      else { return nil }
      return Candidate(position: mark.start, weight: weight(at: mark.start))
    }
  }

  /// Whether a text begins with the number of an article, as a legal basis may.
  private func isCitation(_ index: Int) -> Bool {
    marks[index].shape == .pasal && marks[index].flags.contains(.lineStart)
      && !marks[index].flags.contains(.wholeLine)
  }

  /// The line of a zone that the sentence below its heading introduces by a colon.
  private func introduced(in zone: Range<Int>) -> Int? {
    let first = zone.first { marks[$0].shape == .line }
    return first.flatMap { marks[$0].before == .colon ? $0 : nil }
  }

  /// Whether the text at `position` goes on with the sentence above the column that ends at `index`.
  private func goesOn(_ position: Int, above index: Int) -> Bool {
    guard isAlone(index), SourceText.isLower(text[position]) else { return false }
    var first = index
    while first > 0, index - first < Self.reach, isAlone(first - 1), marks[first].before == .start {
      first -= 1
    }
    let before = marks[first].before
    return before == .word || before == .comma || before == .reference
  }

  func begins(_ position: Int, isAyat: Bool) -> Bool {
    let next = position + text.quoteLength(at: position)
    return isAyat ? SourceText.isUpper(text[next]) : SourceText.isLetter(text[next])
  }

  /// The first visible character after `position` that is no page furniture.
  func visible(after position: Int) -> Int {
    var next = text.skippingSpaces(from: position, to: text.count)
    for taken in furniture[FurnitureList.lowerBound(furniture, position)...] {
      guard taken.lowerBound <= next else { break }
      next = max(next, text.skippingSpaces(from: taken.upperBound, to: text.count))
    }
    return next
  }

  func weight(at position: Int) -> Int {
    var line = position
    var breaks = 0
    while line > 0, text[line - 1] <= 0x20 || text[line - 1] == 0x0C {
      line -= 1
      if text[line] == 0x0A { breaks += 1 }
    }
    let end = line
    while line > 0, end - line < 200, text[line - 1] != 0x0A { line -= 1 }
    return (breaks > 1 ? 1000 : 0) - (end - line)
  }
}
