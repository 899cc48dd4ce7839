/// Parts sheets on which two pages stand side by side, where the layout proves them.
///
/// A sheet is two pages when an empty gutter runs down its middle with prose on both sides of it,
/// and the sheets of the text agree: by pairs of page numbers (`12    13`) or nearly all of them.
struct SpreadSplitter {
  /// A visible line: its bytes and the columns that its words take.
  private struct Row {
    var range: Range<Int>
    var number: Int
  }

  private struct Page {
    var rows: Range<Int>
    var gutter: Range<Int>?
    var hasPair = false
    /// The column between two page numbers that stand close together, at the inner margins.
    var fold: Int?
    var isFull = false
  }

  private static let widest = 400
  private static let leastWidth = 80
  private static let leastRows = 8

  private let bytes: [UInt8]
  private var rows: [Row] = []
  private var pages: [Page] = []

  /// Parts the sheets of `text`; adds their number to `notes`.
  static func split(_ text: NumberedText, _ notes: inout [ImportNote]) -> NumberedText {
    guard mayHoldSpreads(text.bytes) else { return text }
    var splitter = SpreadSplitter(text)
    splitter.findGutters()
    let spreads = splitter.provenSpreads()
    guard !spreads.isEmpty else { return text }
    notes.append(.spreads(count: spreads.count))
    var result = NumberedText()
    result.reserve(text.bytes.count)
    splitter.forEachLine(spreads) { result.append($1 + text.bytes[$0], number: $2) }
    return result
  }

  /// The pages of a text whose sheets hold two, one after the other; nil where none does.
  static func sheets(_ source: [UInt8]) -> PartedSheets? {
    guard mayHoldSpreads(source) else { return nil }
    var splitter = SpreadSplitter(NumberedText(source: source))
    splitter.findGutters()
    let spreads = splitter.provenSpreads()
    guard !spreads.isEmpty else { return nil }
    var result = PartedSheets(count: spreads.count)
    splitter.forEachLine(spreads) { line, margin, _ in result.append(source, line, after: margin) }
    return result
  }

  /// Whether enough lines are as wide as two pages, with a gap in them.
  private static func mayHoldSpreads(_ bytes: [UInt8]) -> Bool {
    var found = 0
    var start = 0
    var gap = -1
    var isInside = false
    for position in bytes.indices {
      let byte = bytes[position]
      if byte == 0x0A {
        if gap > 0, position - start >= leastWidth { found += 1 }
        if found >= leastRows { return true }
        (start, gap, isInside) = (position + 1, -1, false)
      } else if byte == 0x20 || byte == 0x09 {
        // A tab takes up to eight columns.
        if byte == 0x09 { start -= 7 }
        if isInside, gap < 0, byte == 0x09 || bytes[position - 1] == 0x20 { gap = position }
      } else if byte != 0x0C {
        isInside = true
      }
    }
    return false
  }

  private init(_ text: NumberedText) {
    bytes = text.bytes
    var rows: [Row] = []
    var starts = [0]
    text.forEachLine { range, number in
      var start = range.lowerBound
      for position in range where bytes[position] == 0x0C {
        if position > start { rows.append(Row(range: start..<position, number: number)) }
        starts.append(rows.count)
        start = position + 1
      }
      rows.append(Row(range: start..<range.upperBound, number: number))
    }
    starts.append(rows.count)
    for index in starts.indices.dropLast() where starts[index + 1] > starts[index] {
      pages.append(Page(rows: starts[index]..<starts[index + 1]))
    }
    self.rows = rows
  }

  // MARK: Columns

  /// Calls `body` with the columns and the bytes of every run of characters without two spaces.
  private func forEachRun(_ row: Row, _ body: (Range<Int>, Range<Int>) -> Void) {
    var column = 0
    var runColumn = 0
    var runStart = -1
    var runEnd = (column: 0, byte: 0)
    for position in row.range {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        column = byte == 0x09 ? column + 8 - column % 8 : column + 1
        continue
      }
      if byte & 0xC0 == 0x80 {
        runEnd.byte = position + 1
        continue
      }
      if runStart >= 0, column > runEnd.column + 1 {
        body(runColumn..<runEnd.column, runStart..<runEnd.byte)
        runStart = -1
      }
      if runStart < 0 { (runStart, runColumn) = (position, column) }
      column += 1
      runEnd = (column, position + 1)
    }
    if runStart >= 0 { body(runColumn..<runEnd.column, runStart..<runEnd.byte) }
  }

  private mutating func findGutters() {
    for index in pages.indices {
      let page = pages[index]
      var changes = [Int](repeating: 0, count: Self.widest + 2)
      var width = 0
      var visible = 0
      for row in rows[page.rows] {
        var isVisible = false
        forEachRun(row) { columns, _ in
          isVisible = true
          width = max(width, columns.upperBound)
          changes[min(columns.lowerBound, Self.widest)] += 1
          changes[min(columns.upperBound, Self.widest + 1)] -= 1
        }
        if isVisible { visible += 1 }
        if let pair = pageNumbers(row) {
          pages[index].hasPair = true
          pages[index].fold = pair.fold
        }
      }
      pages[index].isFull = visible >= Self.leastRows
      guard visible >= Self.leastRows, (Self.leastWidth...Self.widest).contains(width)
      else { continue }
      let bands = bands(changes, width, visible)
      if let fold = pages[index].fold {
        let nearest = bands.min { distance($0, fold) < distance($1, fold) }
        pages[index].gutter = nearest.flatMap { distance($0, fold) <= 6 ? $0 : nil }
      } else {
        let widest = bands.max { $0.count < $1.count }
        pages[index].gutter = widest.flatMap { hasProse($0, page.rows, visible) ? $0 : nil }
      }
    }
  }

  private func distance(_ band: Range<Int>, _ column: Int) -> Int {
    if band.contains(column) { return 0 }
    return column < band.lowerBound ? band.lowerBound - column : column - band.upperBound + 1
  }

  /// The bands of empty columns in the middle; one row in forty may cross them.
  private func bands(_ changes: [Int], _ width: Int, _ visible: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = -1
    var covered = 0
    let allowed = visible / 40
    for column in 0...width {
      covered += changes[column]
      let isMiddle = column >= width * 3 / 10 && column <= width * 7 / 10
      if covered <= allowed, isMiddle {
        if start < 0 { start = column }
      } else {
        if start >= 0, column - start >= 2 { result.append(start..<column) }
        start = -1
      }
    }
    return result
  }

  /// Whether lines of a good length stand on both sides.
  private func hasProse(_ gutter: Range<Int>, _ pageRows: Range<Int>, _ visible: Int) -> Bool {
    var left = (rows: 0, long: 0)
    var right = (rows: 0, long: 0)
    for row in rows[pageRows] {
      var widths = (left: 0, right: 0)
      forEachRun(row) { columns, _ in
        if columns.lowerBound < gutter.lowerBound {
          widths.left += columns.count
        } else {
          widths.right += columns.count
        }
      }
      if widths.left > 0 { left.rows += 1 }
      if widths.right > 0 { right.rows += 1 }
      if widths.left >= 25 { left.long += 1 }
      if widths.right >= 25 { right.long += 1 }
    }
    return left.long * 4 >= visible && right.long * 4 >= visible
      && left.long * 2 >= left.rows && right.long * 2 >= right.rows
  }

  /// The two numbers that alone stand on a line, the second one more than the first: where the
  /// second begins, and the column between them where they stand close together.
  private func pageNumbers(_ row: Row) -> (second: Int, fold: Int?)? {
    guard row.range.count <= Self.widest else { return nil }
    var starts: [Int] = []
    var columns: [Range<Int>] = []
    var values: [Int] = []
    forEachRun(row) { place, range in
      guard values.count < 3 else { return }
      starts.append(range.lowerBound)
      columns.append(place)
      values.append(number(range))
    }
    guard values.count == 2, values[0] > 0, values[1] == values[0] + 1 else { return nil }
    let gap = columns[1].lowerBound - columns[0].upperBound
    return (starts[1], gap <= 16 ? columns[0].upperBound + gap / 2 : nil)
  }

  /// The value of `12` or `- 12 -`, else -1.
  private func number(_ range: Range<Int>) -> Int {
    var value = 0
    var digits = 0
    for byte in bytes[range] {
      if SourceText.isDigit(byte), digits < 4 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      } else if byte != 0x2D && byte != 0x20 {
        return -1
      }
    }
    return digits > 0 ? value : -1
  }

  // MARK: Proof

  /// The pages to be parted, each with its gutter.
  private func provenSpreads() -> [Int: Range<Int>] {
    let full = pages.filter(\.isFull).count
    let parted = pages.filter { $0.gutter != nil }
    let pairs = parted.filter(\.hasPair).count
    let numbered = pairs > 0 && pairs * 2 >= parted.count
    let unanimous = parted.count >= 3 && parted.count * 5 >= full * 4
    guard numbered || unanimous else { return [:] }
    let middles = parted.compactMap(\.gutter).map { ($0.lowerBound + $0.upperBound) / 2 }.sorted()
    var result: [Int: Range<Int>] = [:]
    for (index, page) in pages.enumerated() {
      if let gutter = page.gutter {
        result[index] = gutter
      } else if page.hasPair, !middles.isEmpty {
        let middle = page.fold ?? middles[middles.count / 2]
        result[index] = middle..<middle + 1
      }
    }
    return result
  }

  // MARK: Parting

  /// Calls `body` for each line of the pages in their order: its bytes, what stands before them (a
  /// form feed, the columns beyond the gutter), and its number in the source.
  private func forEachLine(
    _ spreads: [Int: Range<Int>], _ body: (Range<Int>, [UInt8], Int) -> Void
  ) {
    for (index, page) in pages.enumerated() {
      var feed: [UInt8] = index == 0 ? [] : [0x0C]
      guard let gutter = spreads[index] else {
        for row in rows[page.rows] {
          body(row.range, feed, row.number)
          feed = []
        }
        continue
      }
      let cuts = rows[page.rows].map { cut($0, gutter) }
      for (row, cut) in zip(rows[page.rows], cuts) {
        body(row.range.lowerBound..<cut, feed, row.number)
        feed = []
      }
      feed = [0x0C]
      for (row, cut) in zip(rows[page.rows], cuts) {
        body(
          cut..<row.range.upperBound, feed + margin(row, cut, gutter.lowerBound), row.number)
        feed = []
      }
    }
  }

  /// The byte at which the right page begins in `row`: at the first word beyond the gutter, or,
  /// where words stand across it, at the gap nearest to it.
  private func cut(_ row: Row, _ gutter: Range<Int>) -> Int {
    if let pair = pageNumbers(row) { return pair.second }
    let middle = (gutter.lowerBound + gutter.upperBound) / 2
    var right: Int?
    var nearest = (distance: 13, cut: row.range.upperBound)
    var isCrossed = false
    var isFirst = true
    forEachRun(row) { columns, range in
      if columns.lowerBound >= gutter.lowerBound {
        if right == nil { right = range.lowerBound }
      } else if columns.upperBound > gutter.upperBound {
        isCrossed = true
      }
      let distance = abs(columns.lowerBound - middle)
      if !isFirst, distance < nearest.distance { nearest = (distance, range.lowerBound) }
      isFirst = false
    }
    return isCrossed ? nearest.cut : right ?? row.range.upperBound
  }

  /// The columns between the gutter and the right part of a row.
  private func margin(_ row: Row, _ cut: Int, _ start: Int) -> [UInt8] {
    guard cut < row.range.upperBound else { return [] }
    var column = 0
    for position in row.range.lowerBound..<cut where bytes[position] & 0xC0 != 0x80 {
      column = bytes[position] == 0x09 ? column + 8 - column % 8 : column + 1
    }
    return [UInt8](repeating: 0x20, count: min(max(column - start, 0), Self.widest))
  }
}
