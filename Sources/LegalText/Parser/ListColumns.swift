/// The numbers of a list that is set in columns, as they are met line by line: `a`, `r`, `b`, `s` …
///
/// That they are columns of one list is proven when the last is read: each column begins with the
/// number after the last of the column before it.
struct ListColumns {
  /// As many rows make a list in columns.
  static let fewestRows: Int32 = 3

  private var columns: [ClosedRange<Int32>] = []

  /// Adds the next number; its column, nil where it belongs to none.
  mutating func add(_ value: Int32) -> Int? {
    guard let first = columns.first else {
      guard value == 1 else { return nil }
      columns.append(1...1)
      return 0
    }
    for place in columns.indices where value == columns[place].upperBound + 1 {
      guard place + 1 == columns.count || value < columns[place + 1].lowerBound else { continue }
      columns[place] = columns[place].lowerBound...value
      return place
    }
    guard first.upperBound == 1, let last = columns.last,
      value >= last.upperBound + Self.fewestRows
    else { return nil }
    columns.append(value...value)
    return columns.count - 1
  }

  /// Whether the numbers are those of a whole list.
  var isComplete: Bool {
    guard columns.count > 1 else { return false }
    for place in columns.indices.dropFirst() {
      guard columns[place].lowerBound == columns[place - 1].upperBound + 1,
        place > 1 || columns[place].count >= Int(Self.fewestRows)
      else { return false }
    }
    return true
  }
}

extension MarkScanner {
  /// How far an item of a list in columns may be from the next one.
  private static let widestRow = 300

  /// Adds the items that stand beside others of their list.
  mutating func insertColumns() {
    var result: [Mark] = []
    var copied = 0
    var index = 0
    while index < marks.count {
      guard mayBeginColumns(index), let list = columns(from: index) else {
        index += 1
        continue
      }
      result += marks[copied..<index]
      result += list.marks
      (index, copied) = (list.end, list.end)
    }
    guard copied > 0 else { return }
    result += marks[copied...]
    marks = result
  }

  /// Whether an item is the first of a list, with another beside it or an item far off right below.
  private func mayBeginColumns(_ index: Int) -> Bool {
    let mark = marks[index]
    guard mark.value == 1, mark.suffix == 0, mark.flags.contains(.lineStart),
      index + 2 < marks.count
    else { return false }
    switch mark.shape {
    case .huruf, .angka, .subhuruf, .subangka: break
    default: return false
    }
    let next = marks[index + 1]
    guard next.shape == mark.shape, next.start - mark.end < Self.widestRow else { return false }
    if next.value > ListColumns.fewestRows { return true }
    return next.value == 2
      && !besides(mark, to: text.lineEnd(from: mark.end, within: Self.widestRow)).isEmpty
  }

  /// The items of the list that `index` begins, those of later columns marked so, and one past the
  /// last of them; nil where they are no columns.
  private func columns(from index: Int) -> (marks: [Mark], end: Int)? {
    let shape = marks[index].shape
    var columns = ListColumns()
    var list: [Mark] = []
    var end = index
    func add(_ mark: Mark) -> Bool {
      guard mark.shape == shape, mark.suffix == 0, let column = columns.add(mark.value) else {
        return false
      }
      list.append(mark)
      if column > 0 { list[list.count - 1].flags.insert(.column) }
      return true
    }
    reading: while end < marks.count {
      let mark = marks[end]
      if let last = list.last, mark.start - last.end > Self.widestRow { break }
      if mark.shape == .line {
        list.append(mark)
      } else {
        guard add(mark) else { break }
      }
      end += 1
      guard mark.flags.contains(.lineStart), mark.shape == shape else { continue }
      // The line with which an item goes on may have another beside it, too.
      let limit = min(mark.end + Self.widestRow, text.count)
      for item in besides(mark, to: end < marks.count ? min(marks[end].start, limit) : limit) {
        guard add(item) else { break reading }
      }
    }
    return columns.isComplete ? (list, end) : nil
  }

  /// The marks of the same shape that stand apart beside an item, or behind a semicolon.
  private func besides(_ mark: Mark, to end: Int) -> [Mark] {
    var found: [Mark] = []
    var position = nextGap(from: mark.end, to: end)
    while position < end {
      let start = text.skippingSpaces(from: position, to: end)
      let lineEnd = text.lineEnd(from: start, within: Self.widestRow)
      guard start < end, var item = reader.listMark(at: start, lineEnd: lineEnd),
        item.shape == mark.shape, item.value > 1
      else {
        position = nextGap(from: start, to: end)
        continue
      }
      item.before = .start
      item.column = mark.column
      note(&item, lineEnd)
      found.append(item)
      position = nextGap(from: item.end, to: end)
    }
    return found
  }

  /// The next place with two blanks, or one behind a semicolon, else `end`.
  private func nextGap(from start: Int, to end: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = start + 1
      while position + 3 < end {
        if bytes[position] <= 0x20,
          bytes[position + 1] <= 0x20 || bytes[position - 1] == 0x3B
        {
          return position
        }
        position += 1
      }
      return end
    }
  }
}
