import ReviewModel

/// A table in a text file: RFC 4180, with any of `,` `;` or tab between cells.
struct DelimitedText {
  /// One record: its cells and the line on which it starts, from 1.
  struct Record: Equatable {
    var line: Int
    var cells: [String]
  }

  /// Where the records come from.
  private enum Source {
    case bytes([UInt8])
    case rows([Record])
    case file(LargeText)
  }

  /// The cells of the first record.
  let header: Record
  /// How many records there are below it, wholly empty ones left out.
  let count: Int
  /// The byte between cells.
  let delimiter: UInt8
  private let source: Source

  /// Reads a table.
  /// - Throws: `Failure.importEmpty`, `Failure.importQuoteOpen`.
  init(_ bytes: [UInt8], path: String) throws(Failure) {
    try self.init(
      .bytes(bytes), delimiter: Self.delimiter(of: Self.withoutMark(bytes[...])), path: path)
  }

  /// Reads a table piece by piece.
  /// - Throws: `Failure.importEmpty`, `Failure.importQuoteOpen`.
  init(_ file: LargeText, path: String) throws(Failure) {
    try self.init(
      .file(file), delimiter: Self.delimiter(of: Self.withoutMark(file.start[...])), path: path)
  }

  private init(_ source: Source, delimiter: UInt8, path: String) throws(Failure) {
    var reader = Self.reader(source, delimiter)
    var header: Record?
    var count = 0
    while let record = reader.next() {
      if header == nil { header = record } else { count += 1 }
    }
    if let line = reader.openQuote { throw .importQuoteOpen(path: path, line: line) }
    guard let header, count > 0 else { throw .importEmpty(path: path) }
    (self.header, self.count, self.source, self.delimiter) = (header, count, source, delimiter)
  }

  /// A table whose rows were read from another kind of file.
  /// - Throws: `Failure.importEmpty`.
  init(rows: [Record], path: String) throws(Failure) {
    guard let first = rows.first, rows.count > 1 else { throw .importEmpty(path: path) }
    header = first
    count = rows.count - 1
    source = .rows(rows)
    delimiter = UInt8(ascii: ",")
  }

  /// Goes through the records below the header, wholly empty ones left out.
  func forEach(_ body: (Record) throws -> Void) rethrows {
    if case .rows(let rows) = source {
      for record in rows.dropFirst() { try body(record) }
      return
    }
    var reader = Self.reader(source, delimiter)
    _ = reader.next()
    while let record = reader.next() { try body(record) }
  }

  /// All records below the header.
  var records: [Record] {
    var all: [Record] = []
    forEach { all.append($0) }
    return all
  }

  private static func reader(_ source: Source, _ delimiter: UInt8) -> Reader {
    switch source {
    case .bytes(let bytes): Reader(bytes, delimiter: delimiter)
    case .rows: Reader([], delimiter: delimiter)
    case .file(let file): Reader(file.start, delimiter: delimiter, pieces: file.pieces())
    }
  }

  private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
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

  /// Reads record by record; of a large file it holds a piece that has one whole record at least.
  private struct Reader {
    private var text: [UInt8]
    private let delimiter: UInt8
    private var index: Int
    private var line = 1
    /// The line of a quotation mark that is never closed.
    private(set) var openQuote: Int?
    /// The next piece of the file; nil or empty at the end.
    private let more: (() -> [UInt8])?
    private var isWhole: Bool

    init(_ text: [UInt8], delimiter: UInt8, pieces: (() -> [UInt8])? = nil) {
      self.text = text
      self.delimiter = delimiter
      more = pieces
      isWhole = pieces == nil
      index = DelimitedText.withoutMark(text[...]).startIndex
    }

    /// The next record that is not wholly empty.
    mutating func next() -> Record? {
      while let record = record() {
        if record.cells.contains(where: { $0.contains { !$0.isWhitespace } }) { return record }
      }
      return nil
    }

    private mutating func record() -> Record? {
      let (start, first) = (index, line)
      while true {
        guard index < text.endIndex || !isWhole, openQuote == nil else { return nil }
        var record = Record(line: line, cells: [])
        while index < text.endIndex || isWhole {
          let (cell, isLast) = cell()
          record.cells.append(cell)
          guard isLast else { continue }
          // What ends with the piece may go on in the next one.
          guard isWhole || index < text.endIndex else { break }
          return record
        }
        readOn(from: start)
        (line, openQuote) = (first, nil)
        if start != 0 { return self.record() }
      }
    }

    /// Drops what was read and adds the next piece.
    private mutating func readOn(from start: Int) {
      text.removeSubrange(..<start)
      index = 0
      // Twice as much at a time, so that a record of any length is read in linear time.
      let wanted = 2 * text.count
      repeat {
        let piece = more?() ?? []
        if piece.isEmpty { isWhole = true }
        text += piece
      } while !isWhole && text.count < wanted
    }

    private mutating func cell() -> (String, isLast: Bool) {
      if index < text.endIndex, text[index] == UInt8(ascii: "\"") {
        var bytes: [UInt8] = []
        quoted(into: &bytes)
        return rest(after: bytes)
      }
      return rest(after: [])
    }

    /// The rest of a cell up to the delimiter or the end of the line.
    private mutating func rest(after quoted: [UInt8]) -> (String, isLast: Bool) {
      let start = index
      let end = text.withUnsafeBufferPointer { bytes in
        var end = start
        while end < bytes.count, bytes[end] != delimiter, bytes[end] != UInt8(ascii: "\n"),
          bytes[end] != UInt8(ascii: "\r")
        {
          end += 1
        }
        return end
      }
      let cell = String(
        decoding: quoted.isEmpty ? text[start..<end] : (quoted + text[start..<end])[...],
        as: UTF8.self)
      index = end
      guard index < text.endIndex else { return (cell, true) }
      let byte = text[index]
      index += 1
      if byte == delimiter { return (cell, false) }
      if byte == UInt8(ascii: "\r"), index < text.endIndex, text[index] == UInt8(ascii: "\n") {
        index += 1
      }
      line += 1
      return (cell, true)
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
