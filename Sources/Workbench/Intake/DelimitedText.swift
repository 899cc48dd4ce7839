import ReviewModel

/// A table in a text file: RFC 4180, with any of `,` `;` or tab between cells.
struct DelimitedText {
  /// One record: its cells and the line on which it starts, from 1.
  struct Record: Equatable {
    var line: Int
    var cells: [String]
  }

  /// The cells of the first record.
  let header: Record
  /// The records below it, wholly empty ones left out.
  let records: [Record]
  /// The byte between cells.
  let delimiter: UInt8

  /// Reads a table.
  /// - Throws: `Failure.importEmpty`, `Failure.importQuoteOpen`.
  init(_ bytes: [UInt8], path: String) throws(Failure) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    delimiter = Self.delimiter(of: text)
    var reader = Reader(text, delimiter: delimiter)
    var all: [Record] = []
    while let record = reader.next() { all.append(record) }
    if let line = reader.openQuote { throw .importQuoteOpen(path: path, line: line) }
    all.removeAll { $0.cells.allSatisfy { $0.first { !$0.isWhitespace } == nil } }
    guard let first = all.first, all.count > 1 else { throw .importEmpty(path: path) }
    header = first
    records = Array(all.dropFirst())
  }

  /// A table whose rows were read from another kind of file.
  /// - Throws: `Failure.importEmpty`.
  init(rows: [Record], path: String) throws(Failure) {
    guard let first = rows.first, rows.count > 1 else { throw .importEmpty(path: path) }
    header = first
    records = Array(rows.dropFirst())
    delimiter = UInt8(ascii: ",")
  }

  /// The delimiter that the first line holds most of, outside quotes.
  private static func delimiter(of text: ArraySlice<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let best = counts.indices.max {
      counts[$0] < counts[$1] || (counts[$0] == counts[$1] && $0 > $1)
    }
    return candidates[best ?? 0]
  }

  private struct Reader {
    private let text: ArraySlice<UInt8>
    private let delimiter: UInt8
    private var index: Int
    private var line = 1
    /// The line of a quotation mark that is never closed.
    private(set) var openQuote: Int?

    init(_ text: ArraySlice<UInt8>, delimiter: UInt8) {
      self.text = text
      self.delimiter = delimiter
      index = text.startIndex
    }

    mutating func next() -> Record? {
      guard index < text.endIndex, openQuote == nil else { return nil }
      var record = Record(line: line, cells: [])
      while true {
        let (cell, isLast) = cell()
        record.cells.append(cell)
        if isLast { return record }
      }
    }

    private mutating func cell() -> (String, isLast: Bool) {
      var bytes: [UInt8] = []
      if index < text.endIndex, text[index] == UInt8(ascii: "\"") { quoted(into: &bytes) }
      while index < text.endIndex {
        let byte = text[index]
        index += 1
        if byte == delimiter { return (String(decoding: bytes, as: UTF8.self), false) }
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if byte == UInt8(ascii: "\r"), index < text.endIndex, text[index] == UInt8(ascii: "\n") {
            index += 1
          }
          line += 1
          break
        }
        bytes.append(byte)
      }
      return (String(decoding: bytes, as: UTF8.self), true)
    }

    /// Reads from an opening quotation mark past the closing one.
    private mutating func quoted(into bytes: inout [UInt8]) {
      let start = line
      index += 1
      while index < text.endIndex {
        let byte = text[index]
        index += 1
        if byte == UInt8(ascii: "\"") {
          guard index < text.endIndex, text[index] == UInt8(ascii: "\"") else { return }
          index += 1
        } else if byte == UInt8(ascii: "\n") {
          line += 1
        }
        bytes.append(byte)
      }
      openQuote = start
    }
  }

  /// A record as a line of a table, cells quoted where they must be.
  static func line(_ cells: [String], delimiter: UInt8) -> String {
    let separator = String(UnicodeScalar(delimiter))
    return cells.map { cell in
      cell.utf8.contains { $0 == delimiter || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: separator) + "\n"
  }
}

/// The columns of a table of inputs, known by their headers in Indonesian or English.
struct InputColumns {
  enum Column: String, CaseIterable {
    case date, name, group, agency, contact, channel, forum, draft, revision, place, text

    var names: [String] {
      switch self {
      case .date: ["tanggal", "tgl", "date"]
      case .name: ["nama", "name"]
      case .group: ["unsur", "kelompok", "group", "stakeholder"]
      case .agency: ["instansi", "lembaga", "agency", "organization", "organisation"]
      case .contact: ["kontak", "telepon", "surel", "email", "contact"]
      case .channel: ["saluran", "cara", "channel"]
      case .forum: ["forum"]
      case .draft: ["draf", "naskah", "draft"]
      case .revision: ["revisi", "revision"]
      case .place: ["tempat", "pasal", "bagian", "place", "unit"]
      case .text: ["masukan", "isi", "komentar", "teks", "text", "comment", "input"]
      }
    }
  }

  private var positions: [Column: Int] = [:]
  /// How many cells a record must have.
  let count: Int

  /// - Parameter mapping: headers that hold a field, by the field's name.
  /// - Throws: `Failure.importNoTextColumn`, `Failure.mappingInvalid`.
  init(
    _ header: DelimitedText.Record, mapping: [String: String] = [:], path: String
  ) throws(Failure) {
    count = header.cells.count
    let names = header.cells.map(Self.folded)
    for column in Column.allCases {
      positions[column] = column.names.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    for (field, name) in mapping {
      guard let column = Self.column(field), let position = names.firstIndex(of: Self.folded(name))
      else {
        throw .mappingInvalid(
          "\(field)=\(name)", fields: Column.allCases.compactMap(\.names.first),
          columns: header.cells)
      }
      positions[column] = position
    }
    guard positions[.text] != nil else {
      throw .importNoTextColumn(path: path, columns: header.cells)
    }
  }

  /// The field that a name means, in Indonesian or English.
  static func column(_ name: String) -> Column? {
    Column.allCases.first { $0.rawValue == folded(name) || $0.names.contains(folded(name)) }
  }

  private static func folded(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace }
  }

  /// A record's cell of a column, trimmed; nil when empty or when there is no such column.
  func value(_ column: Column, of record: DelimitedText.Record) -> String? {
    guard let position = positions[column], position < record.cells.count else { return nil }
    var cell = Substring(record.cells[position])
    while let first = cell.first, first.isWhitespace { cell.removeFirst() }
    while let last = cell.last, last.isWhitespace { cell.removeLast() }
    guard !cell.isEmpty else { return nil }
    let text = String(cell)
    return text.utf8.contains(UInt8(ascii: "\r")) ? text.replacing("\r\n", with: "\n") : text
  }
}
