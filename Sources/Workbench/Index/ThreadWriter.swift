import GRDB
import GitKit
import ReviewModel

/// What a row of a thread is made of.
struct ThreadFields {
  var number: Int
  var id: ObjectID
  var clock: Int
  var draft: String
  var base: String
  var address: String?
  var status: Int
  var group: String?
  var forum: String?
  var office: String?
  var agency: String?
  var due: CalendarDate?
  var day: CalendarDate
  var isImported: Bool
  var body: BodyDigest
}

/// Writes the rows of threads, and counts them.
final class ThreadWriter {
  private let database: Database
  private let names: IndexNames
  private var filling: IndexFilling?
  private var letters: LetterGroups

  private struct Tally: Hashable {
    var spot: Int
    var status: Int
    var group: Int
  }
  /// By how much the numbers of threads have changed.
  private var tallies: [Tally: Int] = [:]

  private lazy var inserting = Result {
    try SQLStatement(
      database,
      """
      INSERT INTO thread (number, clock, spot, status, grp, forum, office, agency, due,
      day, imported, body, letter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  init(_ database: Database, filling: IndexFilling?) {
    (self.database, self.filling) = (database, filling)
    names = IndexNames(database)
    letters = LetterGroups(database: database)
  }

  /// From here on rows are looked up in the tables.
  func endFilling() { filling = nil }

  /// Writes a row of a thread.
  func add(_ row: ThreadFields) throws {
    let (body, letter) = try words(of: row)
    if body == nil {
      try database.execute(
        sql: "INSERT OR IGNORE INTO missing (hash, thread) VALUES (?, ?)",
        arguments: [row.body, row.id.description])
    }
    let spot = try names.spot(row.draft, row.base, row.address)
    let group = try row.group.map(names.term)
    let statement = try inserting.get()
    statement.bind(1, row.number)
    statement.bind(2, row.clock)
    statement.bind(3, spot)
    statement.bind(4, row.status)
    statement.bind(5, group)
    statement.bind(6, try row.forum.map(names.term))
    statement.bind(7, try row.office.map(names.term))
    statement.bind(8, try row.agency.map(names.term))
    statement.bind(9, row.due?.daysSinceEpoch)
    statement.bind(10, row.day.daysSinceEpoch)
    statement.bind(11, row.isImported ? 1 : nil)
    statement.bind(12, body)
    statement.bind(13, letter)
    try statement.run()
    tally(spot, row.status, group, by: 1)
    if filling == nil, let letter { try letters.joined(by: letter) }
  }

  /// The numbers of a thread's words and of their letter; nil while they have not arrived.
  private func words(of row: ThreadFields) throws -> (body: Int?, letter: Int?) {
    if let filling {
      guard let number = ObjectID(row.body).flatMap(filling.number(of:)) else { return (nil, nil) }
      return (number, filling.letter(of: number))
    }
    guard let (number, text) = try BodyNames(database).words(row.body) else { return (nil, nil) }
    return (number, try letters.letter(number, text))
  }

  /// Removes the row of a thread.
  /// - Returns: the text that it had, which must be let go once the new row is written (`left`).
  func remove(_ id: String) throws -> Int? {
    guard let number = try EventNames(database).number(of: id),
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: "SELECT spot, status, grp, letter FROM thread WHERE number = ?"),
        arguments: [number])
    else { return nil }
    try database.cachedStatement(sql: "DELETE FROM thread WHERE number = ?").execute(
      arguments: [number])
    tally(row[0], row[1], row[2], by: -1)
    return row[3]
  }

  /// A comment has gone from a letter.
  func left(_ letter: Int) { letters.left(letter) }

  private func tally(_ spot: Int, _ status: Int, _ group: Int?, by change: Int) {
    tallies[Tally(spot: spot, status: status, group: group ?? 0), default: 0] += change
  }

  /// Keeps what the next update goes on from.
  func finish() throws {
    try letters.finish()
    for (tally, change) in tallies where change != 0 {
      try database.cachedStatement(
        sql: """
          INSERT INTO tally (spot, status, grp, count) VALUES (?, ?, ?, ?)
          ON CONFLICT (spot, status, grp) DO UPDATE SET count = count + excluded.count
          """
      ).execute(arguments: [tally.spot, tally.status, tally.group, change])
    }
    tallies = [:]
  }
}
