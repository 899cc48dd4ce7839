import Foundation
import GitKit
import LegalText
import ReviewModel

/// A file of inputs to bring in.
public struct ImportRequest: Sendable {
  /// The words of the reject file.
  public struct RejectWords: Sendable {
    /// The header of the column of line numbers.
    public var line: String
    /// The header of the column of reasons.
    public var reason: String
    /// Words for a reason.
    public var text: @Sendable (ImportReport.Rejection.Reason) -> String

    /// Makes words.
    public init(
      line: String, reason: String,
      text: @escaping @Sendable (ImportReport.Rejection.Reason) -> String
    ) {
      self.line = line
      self.reason = reason
      self.text = text
    }
  }

  /// The file, absolute.
  public var path: String
  /// The file as the person named it.
  public var name: String
  /// The draft and revision commented on, where a row names no other.
  public var into: RevisionAddress
  /// The forum, where a row names none.
  public var forum: String?
  /// The words of the reject file.
  public var reject: RejectWords
  /// Which header holds a field, by the field's name; empty for what was kept for such a file.
  public var mapping: [String: String] = [:]
  /// Whether nothing is to be written.
  public var isDryRun = false

  /// Makes a request.
  public init(
    path: String, name: String, into: RevisionAddress, forum: String?, reject: RejectWords
  ) {
    self.path = path
    self.name = name
    self.into = into
    self.forum = forum
    self.reject = reject
  }
}

extension Workbench {
  /// Brings the rows of a CSV file in as comments, in one atomic update; every row ends as imported,
  /// already present, or rejected with its reason in a file beside the source.
  /// - Parameter progress: told how many rows of how many were read.
  public func importComments(
    _ request: ImportRequest, progress: (_ done: Int, _ total: Int) -> Void
  ) throws -> ImportReport {
    let (table, foreign, file) = try Self.table(request)
    let (mapping, isKept) = try mapping(for: table.header, request)
    var rows = try InputRows(self, request, table, mapping: mapping, file: file)
    func readAll(_ add: (PendingEvent) throws -> Void) throws {
      var number = 0
      try table.forEach { record in
        if number.isMultiple(of: 1000) { progress(number, table.count) }
        number += 1
        if let input = try rows.read(record, number: number) { try add(input) }
      }
      guard number == table.count else {
        throw Failure.fileUnreadable(path: request.name, reason: "it was changed meanwhile")
      }
    }
    var rejectFile: (path: String, name: String)?
    do {
      if request.isDryRun {
        try readAll { _ in }
      } else {
        _ = try self.record(atMost: table.count) { add in
          try readAll(add)
          rejectFile = try writeRejects(rows.rejected, of: table, request)
        }
        if !request.mapping.isEmpty { try keep(mapping, for: table.header) }
      }
    } catch {
      if let rejectFile { try? FileManager.default.removeItem(atPath: rejectFile.path) }
      throw error
    }
    var report = ImportReport(
      rows: table.count, imported: rows.imported, present: rows.present,
      rejected: rows.rejected.map(\.rejection), rejectFile: rejectFile?.name,
      unplaced: rows.unplaced)
    report.mapping = mapping.keys.sorted().map { "\($0)=\(mapping[$0] ?? "")" }
    report.isMappingKept = isKept
    report.foreignBytes = foreign
    report.isDryRun = request.isDryRun
    return report
  }

  /// The rows of a CSV or XLSX file, how many bytes were of Windows-1252, and git's blob id of the
  /// file.
  private static func table(
    _ request: ImportRequest
  ) throws -> (DelimitedText, foreign: Int, file: String) {
    if let large = LargeText(path: request.path) {
      let file = try git { () throws(GitError) in try ObjectID.ofBlob(at: request.path) }
      return (try DelimitedText(large, path: request.name), 0, file.description)
    }
    let bytes = try TextFile.bytes(at: request.path, named: request.name)
    let file = try git { () throws(GitError) in try ObjectID.ofBlob(bytes) }.description
    if Spreadsheet.isSpreadsheet(bytes, path: request.path, named: request.name) {
      let sheet = try Spreadsheet(path: request.path, named: request.name)
      return (try DelimitedText(rows: sheet.rows, path: request.name), 0, file)
    }
    let (text, foreign) = InputEncoding.decoded(bytes)
    try TextFile.check(text, path: request.name)
    return (try DelimitedText(text, path: request.name), foreign, file)
  }

  /// The columns that the person named, else those kept for a file with the same header.
  private func mapping(
    for header: DelimitedText.Record, _ request: ImportRequest
  ) throws -> ([String: String], isKept: Bool) {
    guard request.mapping.isEmpty else { return (request.mapping, false) }
    let key = try Self.mappingKey(header)
    var kept: [String: String] = [:]
    for column in InputColumns.Column.allCases {
      kept[column.rawValue] = try setting("\(key).\(column.rawValue)")
    }
    return (kept, !kept.isEmpty)
  }

  /// Kept in git's configuration of this clone.
  private func keep(_ mapping: [String: String], for header: DelimitedText.Record) throws {
    let key = try Self.mappingKey(header)
    for (field, name) in mapping {
      guard let column = InputColumns.column(field) else { continue }
      try git { () throws(GitError) in
        try repository.setConfig("\(key).\(column.rawValue)", to: name)
      }
    }
  }

  private static func mappingKey(_ header: DelimitedText.Record) throws -> String {
    let names = header.cells.map { $0.lowercased() }.joined(separator: "\n")
    let id = try git { () throws(GitError) in try ObjectID.ofBlob(Array(names.utf8)).description }
    return "naskah-columns.\(id.prefix(12))"
  }

  /// Writes the refused rows as they were, with line and reason, beside the source.
  private func writeRejects(
    _ rejected: [(record: DelimitedText.Record, rejection: ImportReport.Rejection)],
    of table: DelimitedText, _ request: ImportRequest
  ) throws -> (path: String, name: String)? {
    guard !rejected.isEmpty else { return nil }
    let source = request.path as NSString
    let base = source.deletingPathExtension
    let path = base + ".ditolak.csv"
    var text = DelimitedText.line(
      table.header.cells + [request.reject.line, request.reject.reason],
      delimiter: table.delimiter)
    for (record, rejection) in rejected {
      let missing = max(table.header.cells.count - record.cells.count, 0)
      text += DelimitedText.line(
        record.cells + Array(repeating: "", count: missing)
          + [String(rejection.line), request.reject.text(rejection.reason)],
        delimiter: table.delimiter)
    }
    try TextFile.write(Array(text.utf8), to: path)
    return (path, (request.name as NSString).deletingPathExtension + ".ditolak.csv")
  }
}

/// Reads rows into pending events.
private struct InputRows {
  var imported = 0
  var present = 0
  var rejected: [(record: DelimitedText.Record, rejection: ImportReport.Rejection)] = []
  var unplaced = 0

  private let workbench: Workbench
  private let request: ImportRequest
  private let columns: InputColumns
  private let file: String
  private var known: KnownInputs
  private var texts: [RevisionAddress: DraftText] = [:]
  private var quotes: [QuotedUnit: Anchor.Quote] = [:]

  init(
    _ workbench: Workbench, _ request: ImportRequest, _ table: DelimitedText,
    mapping: [String: String], file: String
  ) throws {
    self.workbench = workbench
    self.request = request
    self.file = file
    columns = try InputColumns(table.header, mapping: mapping, path: request.name)
    known = try KnownInputs(workbench.index())
    // A wrong draft or revision in the request is no fault of the rows.
    _ = try text(at: request.into)
  }

  /// The comment that a row becomes; nil for one that is there already and for one refused.
  mutating func read(_ record: DelimitedText.Record, number: Int) throws -> PendingEvent? {
    do {
      return try accept(record, number: number)
    } catch let refusal as Refusal {
      rejected.append(
        (record, ImportReport.Rejection(line: record.line, reason: refusal.reason)))
      return nil
    }
  }

  private struct Refusal: Error { let reason: ImportReport.Rejection.Reason }

  private mutating func accept(
    _ record: DelimitedText.Record, number: Int
  ) throws -> PendingEvent? {
    guard record.cells.count == columns.count else {
      throw Refusal(reason: .columns(found: record.cells.count, expected: columns.count))
    }
    guard let text = columns.value(.text, of: record) else { throw Refusal(reason: .textEmpty) }
    guard text.utf8.count <= Workbench.commentLimit else {
      throw Refusal(reason: .textTooLong(bytes: text.utf8.count))
    }
    let date = try columns.value(.date, of: record).map { text in
      guard let date = CalendarDate(written: text) else {
        throw Refusal(reason: .dateInvalid(text))
      }
      return date
    }
    let target = try self.text(at: address(of: record))
    let (unit, note) = place(columns.value(.place, of: record), in: target)
    let commenter = Commenter(
      name: columns.value(.name, of: record), contact: columns.value(.contact, of: record),
      group: columns.value(.group, of: record), agency: columns.value(.agency, of: record),
      forum: columns.value(.forum, of: record) ?? request.forum,
      channel: columns.value(.channel, of: record), date: date)
    guard let draft = target.draft, let commit = target.revision?.commit else { return nil }
    let anchor = Anchor(
      draft: draft, commit: commit, address: unit.map { target.document.units[$0].address },
      quote: try unit.map { try quote(of: $0, in: target) })
    let source = CommentAdded.Source(file: file, row: number)
    if try known.has(text, commenter, anchor, note: note, source: source) {
      present += 1
      return nil
    }
    if note != nil { unplaced += 1 }
    imported += 1
    return Workbench.pending(text, at: anchor, from: commenter, source: source, placeNote: note)
  }

  /// A unit's words, cut once for all rows on it.
  private mutating func quote(of unit: Int, in text: DraftText) throws -> Anchor.Quote {
    let key = QuotedUnit(commit: text.revision?.commit ?? "", draft: text.draft, unit: unit)
    if let known = quotes[key] { return known }
    let quote = try Quotation.quote(nil, of: unit, in: text.document)
    quotes[key] = quote
    return quote
  }

  private struct QuotedUnit: Hashable {
    var commit: String
    var draft: DraftKey?
    var unit: Int
  }

  private func address(of record: DelimitedText.Record) throws -> RevisionAddress {
    var address = request.into
    if let name = columns.value(.draft, of: record) {
      guard let key = DraftKey(name) else { throw Refusal(reason: .draftUnknown(name)) }
      if key != address.draft { address = RevisionAddress(draft: key, selector: .latest) }
    }
    if let name = columns.value(.revision, of: record) {
      // Comments stand on the published line, which branches are not.
      guard let selector = RevisionSelector(name), selector != .name(name) else {
        throw Refusal(reason: .revisionUnknown(name))
      }
      address.selector = selector
    }
    return address
  }

  private mutating func text(at address: RevisionAddress) throws -> DraftText {
    if let known = texts[address] { return known }
    let text: DraftText
    do {
      let folder = try workbench.draftFolder(address.draft)
      text = try workbench.text(of: folder, at: workbench.revision(address))
    } catch let failure as Failure where address != request.into {
      switch failure {
      case .draftNotFound(let key, _): throw Refusal(reason: .draftUnknown(key))
      case .revisionNotFound(_, let asked, _): throw Refusal(reason: .revisionUnknown(asked))
      case .noRevisionYet: throw Refusal(reason: .revisionUnknown(address.description))
      default: throw failure
      }
    }
    texts[address] = text
    return text
  }

  /// The unit that a cell names; where it names none, the draft as a whole with the cell as note.
  private func place(_ cell: String?, in text: DraftText) -> (unit: Int?, note: String?) {
    guard let cell else { return (nil, nil) }
    if let unit = PlaceText.unit(cell, in: text.document) { return (unit, nil) }
    return (nil, cell)
  }
}
