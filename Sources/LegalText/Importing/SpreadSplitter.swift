/// Parts sheets on which two pages stand side by side, where the layout proves them.
///
/// A sheet is two pages when a band of empty columns runs down its middle, and the sheets of the
/// text agree: by pairs of page numbers (`12    13`, `-12-    -13-`) or most of them by prose on
/// both sides. Where the band lies is each sheet's own.
struct SpreadSplitter {
  static let widest = 400
  private static let leastWidth = 80
  private static let leastRows = 8

  private let bytes: [UInt8]
  private var rows: [SheetPage.Row] = []
  private var pages: [SheetPage] = []

  /// Parts the sheets of `text`; adds their number to `notes`.
  static func split(_ text: NumberedText, _ notes: inout [ImportNote]) -> NumberedText {
    guard mayHoldSpreads(text.bytes) else { return text }
    let splitter = SpreadSplitter(text)
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
    let splitter = SpreadSplitter(NumberedText(source: source))
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
    var rows: [SheetPage.Row] = []
    var starts = [0]
    text.forEachLine { range, number in
      var start = range.lowerBound
      for position in range where bytes[position] == 0x0C {
        if position > start { rows.append(SheetPage.Row(range: start..<position, number: number)) }
        starts.append(rows.count)
        start = position + 1
      }
      rows.append(SheetPage.Row(range: start..<range.upperBound, number: number))
    }
    starts.append(rows.count)
    for index in starts.indices.dropLast() where starts[index + 1] > starts[index] {
      pages.append(SheetPage(rows, starts[index]..<starts[index + 1], bytes))
    }
    self.rows = rows
  }

  // MARK: Proof

  /// The pages to be parted, each with the band between its two.
  private func provenSpreads() -> [Int: Range<Int>] {
    let wide = pages.filter { $0.visible >= Self.leastRows && $0.width >= Self.leastWidth }
    guard !wide.isEmpty else { return [:] }
    // One page may hold a table that is wider than the sheets.
    let width = wide.map(\.width).sorted()[wide.count * 3 / 4]
    let middle = width * 3 / 10..<width * 7 / 10 + 1
    var banded = pages.compactMap { page -> Banded? in
      guard page.visible >= Self.leastRows, let band = page.band(in: middle) else { return nil }
      let sides = SheetSides(rows[page.rows], at: band, bytes)
      return sides.areBoth || page.pair != nil ? Banded(page: page, band: band, sides: sides) : nil
    }
    if banded.count > 1 {
      let fold = Self.fold(of: banded)
      banded += pages.compactMap { page in
        page.band(in: middle) == nil ? crossed(page, near: fold, within: width / 8) : nil
      }
    }
    let pairs = banded.count { $0.page.pair != nil }
    let isNumbered = pairs > 0 && pairs * 2 >= banded.count
    let isProse =
      banded.count >= 3 && banded.count * 5 >= wide.count * 3
      && SheetSides.sum(banded.map(\.sides)).areProse
    guard isNumbered || isProse else { return [:] }
    let fold = Self.fold(of: banded)
    var result: [Int: Range<Int>] = [:]
    for (index, page) in pages.enumerated() {
      if let band = page.band(near: fold, within: width / 8)
        ?? crossed(page, near: fold, within: width / 8)?.band
      {
        result[index] = band
      } else if let pair = page.pair {
        let column = pair.fold ?? fold
        result[index] = column..<column + 1
      }
    }
    return result
  }

  /// A page with a band, and what stands beside it.
  private struct Banded {
    var page: SheetPage
    var band: Range<Int>
    var sides: SheetSides
  }

  /// The column in the middle of most bands.
  private static func fold(of pages: [Banded]) -> Int {
    let folds = pages.map { ($0.band.lowerBound + $0.band.upperBound) / 2 }.sorted()
    return folds[folds.count / 2]
  }

  /// A page with prose on both sides of the fold of the others, of which few lines reach across it.
  private func crossed(_ page: SheetPage, near fold: Int, within reach: Int) -> Banded? {
    guard page.visible >= Self.leastRows,
      let band = page.crossedBand(near: fold, within: reach)
    else { return nil }
    let sides = SheetSides(rows[page.rows], at: band, bytes)
    return sides.areBoth ? Banded(page: page, band: band, sides: sides) : nil
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
      let starts = rightStarts(page, gutter)
      let cuts = rows[page.rows].map { cut($0, gutter, starts) }
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

  /// The columns in which lines of the right page begin, two or more in each.
  private func rightStarts(_ page: SheetPage, _ gutter: Range<Int>) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for row in rows[page.rows] {
      var isFirst = true
      row.forEachRun(bytes) { columns, _ in
        guard isFirst, columns.lowerBound >= gutter.lowerBound else { return }
        isFirst = false
        counts[columns.lowerBound, default: 0] += 1
      }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  /// The byte at which the right page begins in `row`: at the first word beyond the gutter, or,
  /// where words stand across it, at the gap nearest to it, else at a word in a column in which
  /// lines of the right page begin.
  private func cut(_ row: SheetPage.Row, _ gutter: Range<Int>, _ starts: Set<Int>) -> Int {
    if let pair = row.pageNumbers(bytes) { return pair.second }
    let middle = (gutter.lowerBound + gutter.upperBound) / 2
    var right: Int?
    var nearest: (distance: Int, cut: Int)?
    var isCrossed = false
    var isFirst = true
    row.forEachRun(bytes) { columns, range in
      if columns.lowerBound >= gutter.lowerBound {
        if right == nil { right = range.lowerBound }
      } else if columns.upperBound > gutter.upperBound {
        isCrossed = true
      }
      let distance = abs(columns.lowerBound - middle)
      if !isFirst, distance < nearest?.distance ?? 13 { nearest = (distance, range.lowerBound) }
      isFirst = false
    }
    guard isCrossed else { return right ?? row.range.upperBound }
    return nearest?.cut ?? wordBeyond(gutter, in: row, starts) ?? row.range.upperBound
  }

  /// The first word beyond the gutter that stands where lines of the right page begin.
  private func wordBeyond(
    _ gutter: Range<Int>, in row: SheetPage.Row, _ starts: Set<Int>
  ) -> Int? {
    var found: Int?
    row.forEachWord(bytes) { column, position in
      if found == nil, column >= gutter.upperBound, column < gutter.upperBound + 13,
        starts.contains(column)
      {
        found = position
      }
    }
    return found
  }

  /// The columns between the gutter and the right part of a row.
  private func margin(_ row: SheetPage.Row, _ cut: Int, _ start: Int) -> [UInt8] {
    guard cut < row.range.upperBound else { return [] }
    var column = 0
    for position in row.range.lowerBound..<cut where bytes[position] & 0xC0 != 0x80 {
      column = bytes[position] == 0x09 ? column + 8 - column % 8 : column + 1
    }
    return [UInt8](repeating: 0x20, count: min(max(column - start, 0), Self.widest))
  }
}
