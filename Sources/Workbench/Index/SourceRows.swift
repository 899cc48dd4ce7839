import Foundation
import GRDB

/// The rows of files that comments were imported from, with the numbers of their events.
///
/// While empty tables are filled they stand in pages of so many rows of a file, which are written at
/// the end; what finds no place there, and what comes later, row by row.
final class SourceRows {
  private let database: Database
  private var pages: [Int: [UInt32]] = [:]
  private var isFilling: Bool
  static let sql = """
    CREATE TABLE source_page (number INTEGER PRIMARY KEY, events BLOB NOT NULL);
    CREATE TABLE source (file INTEGER NOT NULL, row INTEGER NOT NULL, event INTEGER NOT NULL,
      PRIMARY KEY (file, row, event)) WITHOUT ROWID;
    """
  private static let pageBits = 9
  private static let pageLength = 1 << pageBits
  /// A hostile log must not fill the memory with rows: a million files, or one of a trillion rows.
  private static let heldPages = 1 << 13

  init(_ database: Database, isFilling: Bool) {
    (self.database, self.isFilling) = (database, isFilling)
  }

  /// The number of the page of a row; nil for a row that no file has.
  private static func page(_ file: Int, _ row: Int) -> Int? {
    let number = row >> pageBits
    guard row >= 0, number <= 0xFFFF_FFFF, (0...0x7FFF_FFFF).contains(file) else { return nil }
    return file << 32 | number
  }

  /// Notes the row that an event was imported from.
  /// - Returns: whether another event was.
  func add(_ file: Int, _ row: Int, _ event: Int) throws -> Bool {
    if hold(file, row, event) { return false }
    let isKnown = try !numbers(of: file, row).isEmpty
    let statement = try SQLStatement(
      cached: "INSERT OR IGNORE INTO source (file, row, event) VALUES (?, ?, ?)", in: database)
    statement.bind(1, file)
    statement.bind(2, row)
    statement.bind(3, event)
    try statement.run()
    return isKnown
  }

  /// Whether a row could be put in a page: surely the first of its kind.
  private func hold(_ file: Int, _ row: Int, _ event: Int) -> Bool {
    guard isFilling, let page = Self.page(file, row), let event = UInt32(exactly: event),
      pages.count < Self.heldPages || pages[page] != nil
    else { return false }
    return Self.put(
      event, at: row & (Self.pageLength - 1),
      in: &pages[page, default: Array(repeating: 0, count: Self.pageLength)])
  }

  private static func put(_ event: UInt32, at place: Int, in page: inout [UInt32]) -> Bool {
    guard page[place] == 0 else { return false }
    page[place] = event
    return true
  }

  /// The numbers of the events of a row.
  private func numbers(of file: Int, _ row: Int) throws -> [Int] {
    if let page = Self.page(file, row), let event = pages[page]?[row & (Self.pageLength - 1)],
      event != 0
    {
      return [Int(event)]
    }
    return try Self.stored(file, row...row, in: database).map(\.event)
  }

  /// Writes the pages.
  func endFilling() throws {
    let statement = try SQLStatement(
      database, "INSERT INTO source_page (number, events) VALUES (?, ?)")
    for number in pages.keys.sorted() {
      statement.bind(1, number)
      try (pages[number] ?? []).map(\.littleEndian).withUnsafeBytes {
        try statement.run(binding: 2, $0)
      }
    }
    (pages, isFilling) = ([:], false)
  }

  /// The rows of a file with the numbers of their events.
  static func stored(
    _ file: Int, _ rows: ClosedRange<Int>, in database: Database
  ) throws -> [(row: Int, event: Int)] {
    var found: [(row: Int, event: Int)] = []
    let paged = rows.clamped(to: 0...(1 << (32 + pageBits)) - 1)
    if rows.overlaps(paged), let first = page(file, paged.lowerBound),
      let last = page(file, paged.upperBound)
    {
      let pages = try SQLStatement(
        cached: "SELECT number, events FROM source_page WHERE number BETWEEN ? AND ?", in: database)
      pages.bind(1, first)
      pages.bind(2, last)
      while try pages.step() {
        let start = (pages.int(0) & 0xFFFF_FFFF) << pageBits
        pages.withBytes(1) { bytes in
          for place in 0..<min(bytes.count / 4, pageLength) where rows.contains(start + place) {
            let event = UInt32(
              littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self))
            if event != 0 { found.append((start + place, Int(event))) }
          }
        }
      }
    }
    let others = try SQLStatement(
      cached: "SELECT row, event FROM source WHERE file = ? AND row BETWEEN ? AND ?", in: database)
    others.bind(1, file)
    others.bind(2, rows.lowerBound)
    others.bind(3, rows.upperBound)
    while try others.step() { found.append((others.int(0), others.int(1))) }
    return found
  }

  /// The ids of the events of a row, by their clocks.
  static func events(of file: Int, _ row: Int, in database: Database) throws -> [String] {
    try ThreadRows.rows(
      "SELECT lower(hex(id)), clock FROM event WHERE number IN",
      stored(file, row...row, in: database).map(\.event), in: database
    ).map { (id: $0[0] as String, clock: $0[1] as Int) }
      .sorted { ($0.clock, $0.id) < ($1.clock, $1.id) }.map(\.id)
  }

  /// Whether there is none.
  static func isEmpty(in database: Database) throws -> Bool {
    try Int.fetchOne(
      database, sql: "SELECT 1 FROM source UNION ALL SELECT 1 FROM source_page LIMIT 1") == nil
  }
}
