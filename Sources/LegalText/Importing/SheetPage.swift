/// A page of a text as it lies there, perhaps a sheet of two pages: what its columns show.
struct SheetPage {
  /// A line: its bytes and its number in the source.
  struct Row {
    var range: Range<Int>
    var number: Int
  }

  /// Two page numbers on a line: the columns between them, and the one to part at where they stand
  /// close together, at the inner margins.
  struct Pair {
    var columns: Range<Int>
    /// The byte at which the second begins.
    var second: Int
    var fold: Int?
  }

  /// How many lines at the head and at the foot of a page may hold its number.
  private static let edge = 3

  let rows: Range<Int>
  private(set) var visible = 0
  private(set) var width = 0
  private(set) var pair: Pair?
  /// How many words begin in a column, less those that end there, as far as the page is wide.
  private var changes: [Int32] = []

  /// Reads the lines `rows` of `lines`.
  init(_ lines: [Row], _ rows: Range<Int>, _ bytes: [UInt8]) {
    self.rows = rows
    let shown = lines[rows].filter { $0.isVisible(bytes) }
    visible = shown.count
    for (place, row) in shown.enumerated() {
      if place < Self.edge || place >= shown.count - Self.edge {
        if let numbers = row.pageNumbers(bytes) {
          pair = numbers
          continue
        }
        if row.isPageNumber(bytes) { continue }
      }
      row.forEachRun(bytes) { columns, _ in
        width = max(width, columns.upperBound)
        let end = min(columns.upperBound, SpreadSplitter.widest + 1)
        if end >= changes.count {
          changes += repeatElement(0, count: end + 1 - changes.count)
        }
        changes[min(columns.lowerBound, SpreadSplitter.widest)] += 1
        changes[end] -= 1
      }
    }
  }

  // MARK: Bands

  private static let leastBand = 3

  /// The widest band of empty columns in the `middle` of the page; at page numbers that stand close
  /// together the nearest to them.
  func band(in middle: Range<Int>) -> Range<Int>? {
    if let pair {
      if let fold = pair.fold {
        let nearest = bands(in: middle, crossed: visible / 40).min {
          distance($0, fold) < distance($1, fold)
        }
        return nearest.flatMap { distance($0, fold) <= 6 ? $0 : nil }
      }
      return widest(in: middle.clamped(to: pair.columns))
    }
    return widest(in: middle)
  }

  /// The widest band that is not further than `reach` columns from `fold`, words beyond it.
  func band(near fold: Int, within reach: Int) -> Range<Int>? {
    let nearby = max(0, fold - reach)..<max(1, fold + reach + 1)
    if let pair { return band(in: nearby) ?? widest(in: pair.columns) }
    return widest(in: nearby)
  }

  /// Like `band(near:within:)` where some rows reach across: of sheets whose fold the others prove.
  func crossedBand(near fold: Int, within reach: Int) -> Range<Int>? {
    let nearby = max(0, fold - reach)..<max(1, fold + reach + 1)
    let found = bands(in: nearby, crossed: visible / 12).max { $0.count < $1.count }
    return found.flatMap { $0.count >= Self.leastBand ? $0 : nil }
  }

  private func widest(in middle: Range<Int>) -> Range<Int>? {
    for crossed in Set([0, visible / 40]).sorted() {
      let found = bands(in: middle, crossed: crossed).max { $0.count < $1.count }
      if let found, found.count >= Self.leastBand || crossed > 0 { return found }
    }
    return nil
  }

  private func distance(_ band: Range<Int>, _ column: Int) -> Int {
    if band.contains(column) { return 0 }
    return column < band.lowerBound ? band.lowerBound - column : column - band.upperBound + 1
  }

  /// The bands of empty columns that reach into `middle`, words on both sides; so many rows may
  /// cross them.
  private func bands(in middle: Range<Int>, crossed: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = -1
    var covered = 0
    var isInside = false
    for column in 0..<min(width, SpreadSplitter.widest) {
      covered += Int(changes[column])
      if covered <= crossed {
        if start < 0 { start = column }
      } else {
        if start >= 0, isInside, column - start >= 2, (start..<column).overlaps(middle) {
          result.append(start..<column)
        }
        start = -1
        isInside = true
      }
    }
    return result
  }
}

/// How much stands on both sides of a band.
struct SheetSides {
  private var left = (rows: 0, long: 0)
  private var right = (rows: 0, long: 0)
  private var visible = 0
  private static let leastRows = 3
  private static let longRow = 25

  init(_ rows: ArraySlice<SheetPage.Row>, at band: Range<Int>, _ bytes: [UInt8]) {
    for row in rows {
      var widths = (left: 0, right: 0)
      row.forEachRun(bytes) { columns, _ in
        if columns.lowerBound < band.lowerBound {
          widths.left += columns.count
        } else {
          widths.right += columns.count
        }
      }
      if widths.left + widths.right > 0 { visible += 1 }
      if widths.left > 0 { left.rows += 1 }
      if widths.right > 0 { right.rows += 1 }
      if widths.left >= Self.longRow { left.long += 1 }
      if widths.right >= Self.longRow { right.long += 1 }
    }
  }

  private init() {}

  /// What stands on both sides of several bands.
  static func sum(_ sides: [SheetSides]) -> SheetSides {
    sides.reduce(into: SheetSides()) {
      $0.visible += $1.visible
      $0.left = ($0.left.rows + $1.left.rows, $0.left.long + $1.left.long)
      $0.right = ($0.right.rows + $1.right.rows, $0.right.long + $1.right.long)
    }
  }

  /// Whether something stands on both sides.
  var areBoth: Bool { left.rows >= Self.leastRows && right.rows >= Self.leastRows }

  /// Whether lines of a good length stand on both sides.
  var areProse: Bool {
    left.long * 4 >= visible && right.long * 4 >= visible
      && left.long * 2 >= left.rows && right.long * 2 >= right.rows
  }
}

extension SheetPage.Row {
  /// Whether a character stands on the line.
  func isVisible(_ bytes: [UInt8]) -> Bool { range.contains { bytes[$0] > 0x20 } }

  /// Calls `body` with the columns and the bytes of every run of characters without two spaces.
  func forEachRun(_ bytes: [UInt8], _ body: (Range<Int>, Range<Int>) -> Void) {
    var column = 0
    var runColumn = 0
    var runStart = -1
    var runEnd = (column: 0, byte: 0)
    for position in range {
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

  /// Calls `body` with the column and the byte of every word.
  func forEachWord(_ bytes: [UInt8], _ body: (Int, Int) -> Void) {
    var column = 0
    var isInside = false
    for position in range {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        column = byte == 0x09 ? column + 8 - column % 8 : column + 1
        isInside = false
      } else if byte & 0xC0 != 0x80 {
        if !isInside { body(column, position) }
        isInside = true
        column += 1
      }
    }
  }

  /// The two page numbers that alone stand on the line, the second one more than the first.
  func pageNumbers(_ bytes: [UInt8]) -> SheetPage.Pair? {
    guard range.count <= SpreadSplitter.widest else { return nil }
    var found: [(columns: Range<Int>, start: Int, value: Int)] = []
    forEachRun(bytes) { columns, range in
      guard found.count < 3 else { return }
      found.append((columns, range.lowerBound, Self.number(bytes[range])))
    }
    guard found.count == 2, found[0].value > 0, found[1].value == found[0].value + 1 else {
      return nil
    }
    let columns = found[0].columns.upperBound..<found[1].columns.lowerBound
    return SheetPage.Pair(
      columns: columns, second: found[1].start,
      fold: columns.count <= 16 ? columns.lowerBound + columns.count / 2 : nil)
  }

  /// Whether nothing but the number of a page stands on the line.
  func isPageNumber(_ bytes: [UInt8]) -> Bool {
    range.count <= SpreadSplitter.widest
      && Self.number(bytes[range].drop { $0 <= 0x20 }) > 0
  }

  /// The value of `12` or `- 12 -`, else -1.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    var value = 0
    var digits = 0
    for byte in bytes {
      if SourceText.isDigit(byte), digits < 4 {
        value = value * 10 + Int(byte - 0x30)
        digits += 1
      } else if byte != 0x2D && byte != 0x20 {
        return -1
      }
    }
    return digits > 0 ? value : -1
  }
}
