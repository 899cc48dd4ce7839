import GRDB
import GitKit

/// The first eight bytes of a name with the number of its row.
struct MarkedNumber: Comparable, Sendable {
  // Three words: of millions each byte counts.
  private var words: (high: UInt32, low: UInt32)
  var number: UInt32

  init(mark: UInt64, number: UInt32) {
    words = (UInt32(truncatingIfNeeded: mark >> 32), UInt32(truncatingIfNeeded: mark))
    self.number = number
  }

  var mark: UInt64 { UInt64(words.high) << 32 | UInt64(words.low) }

  static func == (left: MarkedNumber, right: MarkedNumber) -> Bool {
    left.mark == right.mark && left.number == right.number
  }

  static func < (left: MarkedNumber, right: MarkedNumber) -> Bool {
    left.mark == right.mark ? left.number < right.number : left.mark < right.mark
  }
}

/// Numbers of rows by their names.
///
/// Of a name only its mark stands here, its first eight bytes: others may begin so too, and whoever
/// asks looks at the rows. What came when the tables were filled stands in sorted pieces, each read
/// with one look; what came later, one by one.
struct MarkedNames {
  enum Kind: String, CaseIterable {
    /// Events by their ids, and those that follow a comment by the id of that.
    case event, follower
    /// Words by their hashes, and letters by their keys.
    case body, letter
  }

  static let sql = Kind.allCases.map {
    """
    CREATE TABLE \($0)_marks (first INTEGER PRIMARY KEY, entries BLOB NOT NULL);
    CREATE TABLE \($0)_later (mark INTEGER NOT NULL, number INTEGER NOT NULL,
      PRIMARY KEY (mark, number)) WITHOUT ROWID;
    """
  }.joined(separator: "\n")

  private let kind: Kind
  private let database: Database
  private static let pieceLength = 330
  private static let entryLength = 12

  init(_ kind: Kind, in database: Database) { (self.kind, self.database) = (kind, database) }

  /// Marks in the order of SQLite's numbers.
  private static func stored(_ mark: UInt64) -> Int { Int(bitPattern: UInt(mark ^ 1 << 63)) }

  /// The numbers of names that begin so, ascending.
  func numbers(_ mark: UInt64) throws -> [Int] {
    var found = try pieces(mark...mark)
    let later = try SQLStatement(
      cached: "SELECT number FROM \(kind)_later WHERE mark = ? ORDER BY number", in: database)
    later.bind(1, Self.stored(mark))
    while try later.step() { found.append(later.int(0)) }
    return found
  }

  /// Goes through the numbers of names that begin within a range, in the order of their marks in
  /// what came first, then in what came later, until `body` says that it is enough.
  func forEach(_ marks: ClosedRange<UInt64>, _ body: (Int) throws -> Bool) throws {
    for number in try pieces(marks) where try !body(number) { return }
    let later = try SQLStatement(
      database,
      "SELECT number FROM \(kind)_later WHERE mark BETWEEN ? AND ? ORDER BY mark, number")
    later.bind(1, Self.stored(marks.lowerBound))
    later.bind(2, Self.stored(marks.upperBound))
    while try later.step() { guard try body(later.int(0)) else { return } }
  }

  private func pieces(_ marks: ClosedRange<UInt64>) throws -> [Int] {
    var found: [Int] = []
    // Equal marks stand in one piece.
    let first = try SQLStatement(
      cached: """
        SELECT entries FROM \(kind)_marks WHERE first <= ? ORDER BY first DESC LIMIT 1
        """, in: database)
    first.bind(1, Self.stored(marks.lowerBound))
    if try first.step() { first.withBytes(0) { Self.collect(marks, $0, &found) } }
    first.reset()
    guard marks.lowerBound != marks.upperBound else { return found }
    let others = try SQLStatement(
      cached: "SELECT entries FROM \(kind)_marks WHERE first > ? AND first <= ? ORDER BY first",
      in: database)
    others.bind(1, Self.stored(marks.lowerBound))
    others.bind(2, Self.stored(marks.upperBound))
    while try others.step() { others.withBytes(0) { Self.collect(marks, $0, &found) } }
    return found
  }

  private static func collect(
    _ marks: ClosedRange<UInt64>, _ bytes: UnsafeRawBufferPointer, _ found: inout [Int]
  ) {
    func mark(_ place: Int) -> UInt64 {
      UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: entryLength * place, as: UInt64.self))
    }
    let count = bytes.count / entryLength
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if mark(middle) < marks.lowerBound { low = middle + 1 } else { high = middle }
    }
    while low < count, mark(low) <= marks.upperBound {
      let number = bytes.loadUnaligned(fromByteOffset: entryLength * low + 8, as: UInt32.self)
      found.append(Int(UInt32(littleEndian: number)))
      low += 1
    }
  }

  /// Adds a name.
  func add(_ mark: UInt64, _ number: Int) throws {
    let statement = try SQLStatement(
      cached: "INSERT OR IGNORE INTO \(kind)_later (mark, number) VALUES (?, ?)", in: database)
    statement.bind(1, Self.stored(mark))
    statement.bind(2, number)
    try statement.run()
  }

  /// Writes the names that came when the tables were filled.
  /// - Parameter entries: in order.
  func fill(_ entries: [MarkedNumber]) throws {
    let statement = try SQLStatement(
      database, "INSERT INTO \(kind)_marks (first, entries) VALUES (?, ?)")
    var bytes: [UInt8] = []
    var start = 0
    while start < entries.count {
      var end = min(start + Self.pieceLength, entries.count)
      while end < entries.count, entries[end].mark == entries[end - 1].mark { end += 1 }
      bytes.removeAll(keepingCapacity: true)
      for entry in entries[start..<end] {
        withUnsafeBytes(of: entry.mark.littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: entry.number.littleEndian) { bytes.append(contentsOf: $0) }
      }
      statement.bind(1, Self.stored(entries[start].mark))
      try statement.run(binding: 2, bytes)
      start = end
    }
  }
}
