/// Writes a list that is set in columns (`a. Kayu      d. Batu`) one item a line, down the columns,
/// while the gap between them still shows what they are.
struct ColumnLists {
  /// A list set in columns: its items in their order, and what they take of the text.
  private struct List {
    var items: [Item]
    var range: Range<Int>
  }

  private struct Item {
    var order: Int
    /// Its words, which may go on below it beside the item of another column.
    var parts: [Range<Int>]
  }

  /// As many lines with a mark behind a gap are worth reading the text for.
  private static let enough = 2

  private let text: SourceText
  private let source: NumberedText

  /// The text with such lists written so; adds each list to `repairs`.
  static func divide(_ text: NumberedText, _ repairs: inout [Repair]) -> NumberedText {
    let lists = ColumnLists(text: SourceText(bytes: text.bytes), source: text)
    guard lists.mayHoldColumns() else { return text }
    let found = lists.lists()
    return found.isEmpty ? text : lists.written(found, &repairs)
  }

  // MARK: Lists

  /// The lists of which items stand behind a gap on the line of another one. Their numbers are all
  /// those from the first to the last, or the parser would not have read them.
  private func lists() -> [List] {
    let units = LegalParser.parse(text.bytes).units
    var found: [List] = []
    var first = 0
    while first < units.count {
      var end = first + 1
      while end < units.count, units[end].kind == units[first].kind,
        units[end].parent == units[first].parent,
        isBlank(units[end - 1].range.upperBound, units[end].range.lowerBound)
      {
        end += 1
      }
      let items = units[first..<end]
      if isListItem(units[first].kind), isInColumns(items) {
        let ordered = self.items(items)?.sorted { $0.order < $1.order }
        if let ordered, let start = items.first?.range.lowerBound,
          let last = items.last?.range.upperBound,
          ordered.map(\.order) == Array(1...items.count), standsAlone(start..<last)
        {
          found.append(List(items: ordered, range: start..<last))
        }
      }
      first = end
    }
    return found
  }

  /// The items with their words: what stands behind a gap without a mark goes on with the item above
  /// it. Nil where no item stands above such words.
  private func items(_ units: ArraySlice<Unit>) -> [Item]? {
    guard let first = units.first, let last = units.last else { return nil }
    var items: [Item] = []
    // The last item of each column, from left to right.
    var columns: [(column: Int, item: Int)] = []
    var starts = units.makeIterator()
    var next = starts.next()
    var start = first.range.lowerBound
    while start < last.range.upperBound {
      let end = min(text.lineEnd(from: start, within: text.count), last.range.upperBound)
      var position = text.skippingSpaces(from: start, to: end)
      while position < end {
        let column = column(position)
        if let unit = next, unit.range.lowerBound == position {
          columns.removeAll { abs($0.column - column) <= 2 }
          columns.append((column, items.count))
          columns.sort { $0.column < $1.column }
          items.append(Item(order: order(unit), parts: []))
          next = starts.next()
        }
        guard let above = columns.last(where: { $0.column <= column + 2 })?.item else { return nil }
        let words = endOfWords(position, end, next?.range.lowerBound ?? end)
        items[above].parts.append(position..<words)
        position = text.skippingSpaces(from: words, to: end)
      }
      start = end + 1
    }
    return next == nil ? items : nil
  }

  /// Where words end that begin at `position`: before three blanks, the next item or the line's end.
  private func endOfWords(_ position: Int, _ end: Int, _ item: Int) -> Int {
    let end = item > position ? min(end, item) : end
    var gap = position
    while gap + 2 < end {
      if text[gap] == 0x20, text[gap + 1] == 0x20, text[gap + 2] == 0x20 { return gap }
      gap += 1
    }
    return text.trimmingEnd(from: position, to: end)
  }

  private func column(_ position: Int) -> Int {
    var start = position
    while start > 0, text[start - 1] != 0x0A, position - start < 300 { start -= 1 }
    return position - start
  }

  /// Whether a list shares its first and its last line with nothing else.
  private func standsAlone(_ list: Range<Int>) -> Bool {
    var start = list.lowerBound
    while start > 0, text[start - 1] == 0x20 || text[start - 1] == 0x09 { start -= 1 }
    let end = text.lineEnd(from: list.upperBound, within: 300)
    return (start == 0 || text[start - 1] == 0x0A) && isBlank(list.upperBound, end)
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    start <= end && text.bytes[start..<end].allSatisfy(Whitespace.isSpace)
  }

  private func isInColumns(_ items: ArraySlice<Unit>) -> Bool {
    zip(items, items.dropFirst()).contains { one, other in
      let (first, start) = (one.range.lowerBound, other.range.lowerBound)
      return text[start - 1] == 0x20 && text[start - 2] == 0x20
        && text.lineEnd(from: first, within: start + 1 - first) > start
    }
  }

  /// The place of an item in its list, as its address says.
  private func order(_ item: Unit) -> Int {
    item.address.lastIndex(of: "-").map {
      RenumberPlanner.order(item.address[item.address.index(after: $0)...])
    } ?? 0
  }

  private func isListItem(_ kind: UnitKind) -> Bool {
    switch kind {
    case .huruf, .angka, .subhuruf, .subangka: true
    default: false
    }
  }

  // MARK: Writing

  private func written(_ lists: [List], _ repairs: inout [Repair]) -> NumberedText {
    var numbers: [Int: Int] = [:]
    let starts = lists.flatMap(\.items).map { $0.parts[0].lowerBound }.sorted()
    for (start, number) in zip(starts, source.lines(of: starts)) { numbers[start] = Int(number) }
    var result = NumberedText()
    result.reserve(text.bytes.count)
    var next = 0
    source.forEachLine { line, number in
      while next < lists.count, lists[next].range.upperBound <= line.lowerBound { next += 1 }
      guard next < lists.count, lists[next].range.lowerBound < line.upperBound else {
        result.append(text.bytes[line], number: number)
        return
      }
      // The whole list stands for its first line.
      let list = lists[next]
      guard line.contains(list.range.lowerBound) else { return }
      let indent = line.lowerBound..<list.range.lowerBound
      for item in list.items {
        result.write(text.bytes[indent])
        result.append(joined(item), number: numbers[item.parts[0].lowerBound] ?? number)
      }
      repairs.append(repair(list, number))
    }
    return result
  }

  /// The words of an item, on one line.
  private func joined(_ item: Item) -> [UInt8] {
    let words = item.parts.map { String(decoding: text.bytes[$0], as: UTF8.self) }
    return Array(Whitespace.collapsed(words.joined(separator: " ")).utf8)
  }

  private func repair(_ list: List, _ number: Int) -> Repair {
    let row = list.range.lowerBound..<text.lineEnd(from: list.range.lowerBound, within: 300)
    let items = list.items.prefix(2).map { String(decoding: joined($0), as: UTF8.self) }
    return Repair(
      kind: .spacing, line: number,
      before: Whitespace.collapsed(String(decoding: text.bytes[row], as: UTF8.self)),
      after: items.joined(separator: " ") + " …", why: .sequence)
  }

  // MARK: Likelihood

  /// Whether marks of items stand behind gaps on some lines.
  private func mayHoldColumns() -> Bool {
    var found = 0
    source.forEachLine { line, _ in
      guard found < Self.enough, hasMarkBehindGap(line) else { return }
      found += 1
    }
    return found >= Self.enough
  }

  private func hasMarkBehindGap(_ line: Range<Int>) -> Bool {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    for position in start..<max(start, line.upperBound - 3)
    where text[position] == 0x20 && text[position + 1] == 0x20 {
      var end = position + 2
      while end < line.upperBound, end < position + 5, SourceText.isAlphanumeric(text[end]) {
        end += 1
      }
      if end > position + 2, text[end] == 0x2E || text[end] == 0x29, text[end + 1] == 0x20 {
        return true
      }
    }
    return false
  }
}
