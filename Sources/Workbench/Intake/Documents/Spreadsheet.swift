import ReviewModel

/// The first visible sheet of an XLSX file as rows of text (ECMA-376, Part 1, 18.3).
///
/// Numbers in a date format become days (`2025-09-26`); a cell merged over several rows stands in
/// each of them that says anything itself.
struct Spreadsheet {
  /// The rows that have a cell, each with its number in the sheet, from 1.
  private(set) var rows: [DelimitedText.Record] = []

  /// More columns than any table of inputs has; what stands beyond is left out.
  static let mostColumns = 256

  /// Whether a file is an XLSX container.
  static func isSpreadsheet(_ bytes: [UInt8], path: String, named name: String) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      && (try? WordArchive(path: path, named: name))?.has("xl/workbook.xml") == true
  }

  /// Reads the file at `path`.
  /// - Throws: `Failure.documentUnreadable`.
  init(path: String, named name: String) throws {
    let archive = try WordArchive(path: path, named: name)
    let book = WorkbookPart()
    guard try archive.read("xl/workbook.xml", into: book) else {
      throw Failure.documentUnreadable(path: name, problem: .notWord)
    }
    let links = RelationshipsPart()
    try archive.read("xl/_rels/workbook.xml.rels", into: links)
    let strings = SharedStringsPart()
    try archive.read("xl/sharedStrings.xml", into: strings)
    let styles = StylesPart()
    try archive.read("xl/styles.xml", into: styles)
    let sheet = SheetPart(strings: strings.strings, dates: styles.dateStyles, book.is1904)
    let target = book.sheets.first.flatMap { links.targets[$0] } ?? "worksheets/sheet1.xml"
    let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    guard try archive.read(part, into: sheet) else {
      throw Failure.documentUnreadable(path: name, problem: .damaged)
    }
    rows = sheet.filledRows()
  }
}

/// The name of an element without its prefix.
private func local(_ name: String) -> Substring {
  name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last ?? ""
}

/// `xl/workbook.xml`: the sheets in order.
private final class WorkbookPart: XMLHandler {
  /// The relations of the visible sheets.
  private(set) var sheets: [String] = []
  private(set) var is1904 = false

  func open(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case "sheet" where attributes["state"] == nil || attributes["state"] == "visible":
      if let id = attributes.prefixed("id") {
        sheets.append(id)
      }
    default: break
    }
  }

  func close(_ name: String) {}
  func text(_ text: String) {}
}

/// `xl/_rels/workbook.xml.rels`: where the sheets stand.
private final class RelationshipsPart: XMLHandler {
  private(set) var targets: [String: String] = [:]

  func open(_ name: String, _ attributes: XMLAttributes) {
    guard local(name) == "Relationship", let id = attributes["Id"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    targets[id] = target
  }

  func close(_ name: String) {}
  func text(_ text: String) {}
}

/// `xl/sharedStrings.xml`: texts that cells name by number.
private final class SharedStringsPart: XMLHandler {
  private(set) var strings: [String] = []
  private var current = ""
  private var isText = false
  private var phonetic = 0

  func open(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "si": current = ""
    case "rPh": phonetic += 1
    case "t": isText = phonetic == 0
    default: break
    }
  }

  func close(_ name: String) {
    switch local(name) {
    case "si": strings.append(current)
    case "rPh": phonetic -= 1
    case "t": isText = false
    default: break
    }
  }

  func text(_ text: String) { if isText { current += text } }
}

/// `xl/styles.xml`: which styles of cells show days.
private final class StylesPart: XMLHandler {
  private(set) var dateStyles: Set<Int> = []
  private var dateFormats = Set(14...22).union(45...47)
  private var isCellFormats = false
  private var count = 0

  func open(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        if Self.isDate(code) { dateFormats.insert(id) } else { dateFormats.remove(id) }
      }
    case "cellXfs": isCellFormats = true
    case "xf" where isCellFormats:
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), dateFormats.contains(id) {
        dateStyles.insert(count)
      }
      count += 1
    default: break
    }
  }

  func close(_ name: String) { if local(name) == "cellXfs" { isCellFormats = false } }
  func text(_ text: String) {}

  /// Whether a format has a day or a year in it, outside quoted words and brackets.
  private static func isDate(_ code: String) -> Bool {
    var isQuoted = false
    var brackets = 0
    for byte in code.lowercased().utf8 {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets = max(brackets - 1, 0)
      case UInt8(ascii: "d"), UInt8(ascii: "y"):
        if !isQuoted, brackets == 0 { return true }
      default: break
      }
    }
    return false
  }
}

/// A sheet: cells by row and column.
private final class SheetPart: XMLHandler {
  private struct Row {
    var number: Int
    var cells: [Int: String] = [:]
  }

  /// Cells merged over several rows: the first row, the last, the column.
  private struct Merge {
    var rows: ClosedRange<Int>
    var column: Int
  }

  private let strings: [String]
  private let dates: Set<Int>
  private let is1904: Bool
  private var rows: [Row] = []
  private var merges: [Merge] = []
  private var column = -1
  private var type = ""
  private var style = 0
  private var value = ""
  private var isValue = false
  private var phonetic = 0

  init(strings: [String], dates: Set<Int>, _ is1904: Bool) {
    self.strings = strings
    self.dates = dates
    self.is1904 = is1904
  }

  func open(_ name: String, _ attributes: XMLAttributes) {
    switch local(name) {
    case "row":
      let next = (rows.last?.number ?? 0) + 1
      rows.append(Row(number: max(attributes["r"].flatMap { Int($0) } ?? next, next)))
      column = -1
    case "c":
      column = attributes["r"].flatMap { Self.place($0)?.column } ?? column + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = ""
    case "v", "t": isValue = phonetic == 0
    case "rPh": phonetic += 1
    case "mergeCell":
      let ends = (attributes["ref"] ?? "").split(separator: ":").compactMap {
        Self.place(String($0))
      }
      if ends.count == 2, ends[0].row < ends[1].row, ends[0].column < Spreadsheet.mostColumns {
        merges.append(Merge(rows: ends[0].row...ends[1].row, column: ends[0].column))
      }
    default: break
    }
  }

  func close(_ name: String) {
    switch local(name) {
    case "v", "t": isValue = false
    case "rPh": phonetic -= 1
    case "c":
      guard !rows.isEmpty, column >= 0, column < Spreadsheet.mostColumns else { return }
      let text = shown()
      if text.contains(where: { !$0.isWhitespace }) { rows[rows.count - 1].cells[column] = text }
    default: break
    }
  }

  func text(_ text: String) { if isValue { value += text } }

  /// A cell's value as a person sees it.
  private func shown() -> String {
    switch type {
    case "s": return Int(value).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "n":
      guard dates.contains(style), let date = Self.date(value, is1904: is1904) else {
        return Self.number(value)
      }
      return date.iso8601
    case "b": return value == "1" ? "ya" : "tidak"
    case "e": return ""
    default: return value
    }
  }

  /// A number without the noise of its binary form: `5` for `5.0`.
  private static func number(_ text: String) -> String {
    guard let value = Double(text), value.magnitude < 1e15, value == value.rounded() else {
      return text
    }
    return String(Int(value))
  }

  /// The day of a serial number: days since 1899-12-30, or since 1904-01-01.
  static func date(_ text: String, is1904: Bool) -> CalendarDate? {
    guard let serial = Double(text), serial >= 1, serial < 2_958_466 else { return nil }
    let days = Int(serial.rounded(.down))
    // The day 60 is a 29 February 1900 that never was; the count before it is one off.
    let start = is1904 ? -24_107 : days < 60 ? -25_568 : -25_569
    return CalendarDate(daysSinceEpoch: start + days)
  }

  /// `B3` as row 3 and column 1, counted from 1 and from 0.
  private static func place(_ name: String) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x30...0x39: row = row * 10 + Int(byte) - 0x30
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= 16_384, row <= 1_048_576 else { return nil }
    }
    return column > 0 && row > 0 ? (row, column - 1) : nil
  }

  /// The rows with what merged cells lend them, all as wide as the widest.
  func filledRows() -> [DelimitedText.Record] {
    var lent: [Int: [Int: String]] = [:]
    let byNumber = Dictionary(
      rows.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { old, _ in old })
    // Rows that say nothing themselves get nothing: a merge may span the whole sheet.
    let present = rows.filter { !$0.cells.isEmpty }.map(\.number)
    var budget = Self.mostLent
    for merge in merges where budget > 0 {
      guard let first = byNumber[merge.rows.lowerBound],
        let text = rows[first].cells[merge.column]
      else { continue }
      let start = present.partition(notBelow: merge.rows.lowerBound + 1)
      for number in present[start...] {
        guard number <= merge.rows.upperBound, budget > 0 else { break }
        budget -= 1
        lent[number, default: [:]][merge.column] = text
      }
    }
    let width = (rows.compactMap { $0.cells.keys.max() }.max() ?? -1) + 1
    return rows.filter { !$0.cells.isEmpty }.map { row in
      DelimitedText.Record(
        line: row.number,
        cells: (0..<width).map { row.cells[$0] ?? lent[row.number]?[$0] ?? "" })
    }
  }

  /// How many cells merged ones may fill: those that overlap could fill a sheet many times over.
  private static let mostLent = 1_000_000
}

extension [Int] {
  /// The position of the first element of this sorted list that is not below a value.
  fileprivate func partition(notBelow value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
