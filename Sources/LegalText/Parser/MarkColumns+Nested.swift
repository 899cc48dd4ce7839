/// Marks of a list that stand above the list of the item before them, whose text announced it:
/// `(1)`, its text to the colon, `(2)`, then `a.`, `b.` of the first ayat, then the text of the
/// second. Readers of pages go down the outer column first.
extension MarkColumns {
  /// One past the last of the marks from `index` on that stand above a list of others, its first
  /// items or its later ones; nil where none does.
  func outerEnd(from index: Int) -> Int? {
    guard isAlone(index), marks[index].value > 1 || marks[index].suffix > 0, goesOnAbove(index)
    else { return nil }
    let shape = marks[index].shape
    var end = index + 1
    while isAlone(end), marks[end].before == .start, marks[end].shape == shape, countsOn(end) {
      end += 1
    }
    guard end < marks.count else { return nil }
    let inner = marks[end]
    if inner.isListMark, inner.shape != shape, inner.before == .start,
      inner.flags.contains(.lineStart)
    {
      if inner.value == 1, inner.suffix == 0 {
        return marks[index].before == .colon || marks[index].before == .word ? end : nil
      }
      return openLists(above: index).last(before: inner) != nil ? end : nil
    }
    return firstItems(above: index) > 0 || interruptedItem(above: index, end) != nil ? end : nil
  }

  /// Whether the item before a mark stands above it, so that it is no number of a form.
  private func goesOnAbove(_ index: Int) -> Bool {
    let mark = marks[index]
    var before = index - 1
    while before >= 0, index - before < Self.reach {
      if marks[before].shape == mark.shape, !isMention(before) {
        let last = marks[before].value
        return last == mark.value - 1 || mark.suffix > 0 && last == mark.value
      }
      before -= 1
    }
    return false
  }

  /// How many first items of a list stand without their texts above an outer mark.
  private func firstItems(above column: Int) -> Int {
    guard column > 0, marks[column].before == .start, isAlone(column - 1),
      marks[column - 1].shape != marks[column].shape
    else { return 0 }
    var first = column - 1
    while first > 0, marks[first].before == .start, isAlone(first - 1),
      marks[first - 1].shape == marks[first].shape, countsOn(first)
    {
      first -= 1
    }
    let isFirst = marks[first].value == 1 && marks[first].before == .colon
    return isFirst && marks[first].shape != .ayat ? column - first : 0
  }

  /// The item whose mark stands above the column and its text below: its list goes on there.
  private func interruptedItem(above column: Int, _ end: Int) -> Int? {
    guard column > 0, marks[column].before == .start, isAlone(column - 1),
      marks[column - 1].shape != marks[column].shape
    else { return nil }
    let item = marks[column - 1]
    if hasSmallText(end), isLaterItem(column - 1) { return column - 1 }
    let limit = min(end + Self.lookBack, marks.count)
    let next = (end..<max(end, limit)).first {
      marks[$0].shape != .line && marks[$0].shape != .capital && !isMention($0)
    }
    guard let next, marks[next].shape == item.shape, marks[next].value == item.value + 1 else {
      return nil
    }
    return column - 1
  }

  /// Whether what stands below a column of ayat begins small, so that it is none of theirs.
  private func hasSmallText(_ end: Int) -> Bool {
    guard marks[end - 1].shape == .ayat else { return false }
    let next = visible(after: marks[end - 1].end)
    let isMark = end < marks.count && marks[end].isListMark && marks[end].start <= next
    return !isMark && SourceText.isLower(text[next])
  }

  /// How many marks beside a column are looked at for the list that it interrupts.
  private static let lookBack = 60

  /// The lists within the item before a column.
  private func openLists(above column: Int) -> InnerLists {
    var first = column
    while first > 0, column - first < Self.lookBack, marks[first - 1].shape != marks[column].shape,
      !isHeading(first - 1)
    {
      first -= 1
    }
    var lists = InnerLists()
    for index in first..<column where marks[index].isListMark && !isMention(index) {
      lists.note(marks[index])
    }
    return lists
  }

  /// Puts the marks of `column` before their texts, which follow the list below it.
  mutating func placeOuter(_ column: Range<Int>) {
    let texts = textsBelowList(of: column)
    if hasSmallText(column.upperBound), texts.count != column.count { return }
    var found = chosen(texts, column.count)
    if found.isEmpty, column.count == 1, let apart = textApart(below: column) { found = [apart] }
    guard !found.isEmpty else { return }
    for (mark, candidate) in zip(column, found) { move(mark, to: candidate.position) }
    if let item = interruptedItem(above: column.lowerBound, column.upperBound) {
      let start = visible(after: marks[column.upperBound - 1].end)
      if start < found[0].position { move(item, to: start) }
    }
  }

  /// Where texts may begin below the list under a column.
  private func textsBelowList(of column: Range<Int>) -> [Candidate] {
    let shape = marks[column.lowerBound].shape
    var found: [Candidate] = []
    var inner = openLists(above: column.lowerBound)
    // The first item's text stands at once below the column, the others follow.
    var items = max(firstItems(above: column.lowerBound) - 1, 0)
    for index in column.upperBound..<min(column.upperBound + Self.reach, marks.count)
    where !isMention(index) {
      let mark = marks[index]
      switch mark.shape {
      case .line where mark.before == .stop:
        if items > 0 {
          items -= 1
          continue
        }
        guard begins(mark.start, isAyat: shape == .ayat) else { continue }
        found.append(Candidate(position: mark.start, weight: weight(at: mark.start)))
      case .line, .capital: break
      case shape, .ayat: return found
      case .huruf, .angka, .subhuruf, .subangka:
        // What stands between two items of a list belongs to the first of them.
        if let last = inner.last(before: mark) {
          while let candidate = found.last, candidate.position > last { found.removeLast() }
        }
        inner.note(mark)
      default: return found
      }
    }
    return found
  }

  /// The text that stands apart below the list under a column, whose last item has no full stop.
  private func textApart(below column: Range<Int>) -> Candidate? {
    let shape = marks[column.lowerBound].shape
    guard shape == .ayat else { return nil }
    var last: Int?
    var index = column.upperBound
    let limit = min(index + Self.reach, marks.count)
    while index < limit, isMention(index) || marks[index].shape != .ayat && !isHeading(index) {
      if marks[index].isListMark, !isMention(index) { last = index }
      index += 1
    }
    guard let last, index < marks.count else { return nil }
    var position = text.lineEnd(from: visible(after: marks[last].end))
    let end = min(marks[index].start, position + 2000)
    while position < end {
      let next = text.skippingSpaces(from: position, to: end)
      let breaks = text.bytes[position..<next].count { $0 == 0x0A }
      if breaks > 1, next < end {
        return SourceText.isUpper(text[next]) ? Candidate(position: next, weight: 0) : nil
      }
      position = text.lineEnd(from: next)
    }
    return nil
  }

  /// The `count` likeliest of the places where texts may begin: those below a blank line first.
  private func chosen(_ found: [Candidate], _ count: Int) -> [Candidate] {
    guard found.count > count else { return found.count == count ? found : [] }
    let apart = found.filter { $0.weight > 500 }
    if apart.count >= count { return Array(apart.prefix(count)) }
    return found.sorted { $0.weight > $1.weight }.prefix(count)
      .sorted { $0.position < $1.position }
  }
}

/// The lists that stand within the text of an item, by the shape of their marks.
struct InnerLists {
  private var open: [(shape: Mark.Shape, value: Int32, start: Int)] = []

  /// Notes the next mark of a list.
  mutating func note(_ mark: Mark) {
    open.removeAll { $0.shape == mark.shape }
    open.append((mark.shape, mark.value, mark.start))
  }

  /// Where the item before `mark` in its list begins.
  func last(before mark: Mark) -> Int? {
    open.first { $0.shape == mark.shape && $0.value + 1 == mark.value }?.start
  }

  /// Notes a mark that begins a list or goes on with one; whether it does.
  mutating func takes(_ mark: Mark) -> Bool {
    guard mark.value == 1 || last(before: mark) != nil else { return false }
    note(mark)
    return true
  }
}
