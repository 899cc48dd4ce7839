import Foundation
import GRDB
import GitKit
import ReviewModel

/// Writes the rows of events, words and threads, within one transaction.
///
/// While empty tables are filled there are no indexes to look anything up in: what must be found
/// again is held in memory, and whatever needs more than one record waits for the end.
final class IndexWriter {
  let database: Database
  let names: IndexNames
  /// What is known while empty tables are filled; nil while they are brought up to date.
  private(set) var filling: IndexFilling?
  var letters: LetterGroups
  private var forms = SearchForms()
  private var hashes: [UInt64] = []
  private var files: [String: Int] = [:]
  /// Held with their numbers, so that no other can come under the same name.
  private var heads: [ObjectIdentifier: (head: RecordHead, number: Int)] = [:]
  private var lastHead: (head: RecordHead, number: Int)?
  /// By file, while tables are filled.
  private var rows = SeenRows()
  /// The rows of files that wait to be written.
  private var sources: [(file: Int, row: Int, event: Int)] = []
  private static let heldSources = 1 << 16
  private var nextEvent: Int
  private var nextBody: Int

  private struct Tally: Hashable {
    var spot: Int
    var status: Int
    var group: Int
  }
  /// By how much the numbers of threads have changed.
  private var tallies: [Tally: Int] = [:]

  private lazy var findingFollowers = Result {
    try SQLStatement(database, "SELECT 1 FROM event WHERE thread = ? LIMIT 1")
  }
  private lazy var findingEvent = Result {
    try SQLStatement(database, "SELECT number FROM event_name WHERE id = ?")
  }
  private lazy var insertingEvent = Result {
    try SQLStatement(
      database,
      """
      INSERT INTO event (number, id, clock, thread, head, json)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
  }
  private lazy var insertingBody = Result {
    try SQLStatement(
      database, "INSERT INTO body (number, hash, key, text) VALUES (?, ?, ?, ?)")
  }
  private lazy var insertingWords = Result {
    try SQLStatement(database, "INSERT INTO search (rowid, text) VALUES (?, ?)")
  }
  private lazy var insertingThread = Result {
    try SQLStatement(
      database,
      """
      INSERT OR REPLACE INTO thread (number, clock, spot, status, grp, forum, office, agency, due,
      day, imported, body, letter) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }
  private lazy var insertingSource = Result {
    try SQLStatement(
      database, "INSERT OR IGNORE INTO source (file, row, event) VALUES (?, ?, ?)")
  }
  private lazy var countingSource = Result {
    try SQLStatement(database, "SELECT count(*) FROM source WHERE file = ? AND row = ?")
  }
  private lazy var findingBody = Result {
    try SQLStatement(
      database,
      """
      SELECT body.number, key FROM body_name JOIN body ON body.number = body_name.number
      WHERE body_name.hash = ?
      """)
  }

  init(_ database: Database, filling: IndexFilling? = nil) throws {
    self.database = database
    self.filling = filling
    names = IndexNames(database)
    letters = LetterGroups(database: database)
    nextEvent = try Int.fetchOne(database, sql: "SELECT max(number) FROM event") ?? 0
    nextBody = max(
      try Int.fetchOne(database, sql: "SELECT max(number) FROM body") ?? 0,
      try Int.fetchOne(database, sql: "SELECT value FROM counter WHERE name = 'body'") ?? 0)
  }

  /// Writes an event.
  /// - Parameter head: the first part of its line, where it may recur.
  /// - Returns: its number; nil where it is there already.
  func add(
    event: Event, id: ObjectID, line: ArraySlice<UInt8>, head: RecordHead?
  ) throws -> Int? {
    let name = id.description
    guard try filling?.seen.isNew(id) ?? isNew(name, findingEvent.get()) else { return nil }
    let statement = try insertingEvent.get()
    statement.bind(1, nextEvent &+ 1)
    statement.bind(2, name)
    statement.bind(3, event.clock)
    statement.bind(4, event.thread?.rawValue)
    statement.bind(5, try head.map(number))
    statement.bind(6, bytes: line.dropFirst(head?.bytes.count ?? 0))
    try statement.run()
    nextEvent &+= 1
    return nextEvent
  }

  private func isNew(_ name: String, _ finding: SQLStatement) throws -> Bool {
    finding.bind(1, name)
    defer { finding.reset() }
    return try !finding.step()
  }

  private func number(of head: RecordHead) throws -> Int {
    // Comments on one place come together.
    if let lastHead, lastHead.head === head { return lastHead.number }
    let number = try heldNumber(of: head)
    lastHead = (head, number)
    return number
  }

  private func heldNumber(of head: RecordHead) throws -> Int {
    if let known = heads[ObjectIdentifier(head)] { return known.number }
    // A hostile log must not fill the memory with heads.
    if heads.count >= 10_000 { heads.removeAll(keepingCapacity: true) }
    try database.cachedStatement(sql: "INSERT INTO head (bytes) VALUES (?)").execute(
      arguments: [Data(head.bytes)])
    let number = Int(database.lastInsertedRowID)
    heads[ObjectIdentifier(head)] = (head, number)
    return number
  }

  /// The number of a file that comments were imported from.
  func file(_ name: String) throws -> Int {
    if let known = files[name] { return known }
    try database.execute(sql: "INSERT OR IGNORE INTO file (name) VALUES (?)", arguments: [name])
    let number =
      try Int.fetchOne(database, sql: "SELECT number FROM file WHERE name = ?", arguments: [name])
      ?? 0
    files[name] = number
    return number
  }

  /// Notes the row that an event was imported from.
  func add(source file: Int, _ row: Int, _ event: Int) throws {
    sources.append((file, row, event))
    if filling == nil || sources.count >= Self.heldSources { try writeSources() }
  }

  /// Writes the rows noted, in their order: their table grows at its end then.
  private func writeSources() throws {
    let statement = try insertingSource.get()
    let inOrder = sources.sorted { ($0.file, $0.row, $0.event) < ($1.file, $1.row, $1.event) }
    for source in inOrder {
      statement.bind(1, source.file)
      statement.bind(2, source.row)
      statement.bind(3, source.event)
      try statement.run()
    }
    sources.removeAll(keepingCapacity: true)
  }

  /// How many events hold a row.
  func count(ofSource file: Int, _ row: Int) throws -> Int {
    if filling != nil, rows.isNew(file, row) { return 1 }
    try writeSources()
    let statement = try countingSource.get()
    statement.bind(1, file)
    statement.bind(2, row)
    defer { statement.reset() }
    return try statement.step() ? statement.int(0) : 0
  }

  /// Writes words and what is searched of them.
  /// - Returns: whether they are new.
  func add(body: BodyRecord, id: ObjectID, key: TextKey) throws -> Bool {
    let isNew =
      try filling.map { $0.number(of: id) == nil } ?? self.isNew(body.hash, findingBody.get())
    guard isNew else { return false }
    let statement = try insertingBody.get()
    statement.bind(1, nextBody &+ 1)
    statement.bind(2, body.hash)
    statement.bind(3, bytes: key.bytes)
    statement.bind(4, body.text)
    try statement.run()
    nextBody &+= 1
    if let filling {
      try filling.add(id, nextBody, key, body.text)
    } else {
      let statement = try insertingWords.get()
      statement.bind(1, nextBody)
      statement.bind(2, utf8: forms.indexed(body.text, &hashes))
      try statement.run()
    }
    return true
  }

  /// Writes a row of a thread.
  func add(_ row: ThreadFields) throws {
    let words = try words(row.body)
    if words == nil {
      try database.execute(
        sql: "INSERT OR IGNORE INTO missing (hash, thread) VALUES (?, ?)",
        arguments: [row.body, row.id.description])
    }
    let spot = try names.spot(row.draft, row.base, row.address)
    let group = try row.group.map(names.term)
    var letter: Int?
    if let words {
      letter =
        try filling?.letter(of: words.number)
        ?? letters.letter(words.number, key: words.key)
    }
    let statement = try insertingThread.get()
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
    statement.bind(12, words?.number)
    statement.bind(13, letter)
    try statement.run()
    tally(spot, row.status, group, by: 1)
    if filling == nil, let letter { try letters.joined(by: letter) }
  }

  /// Removes the row of a thread.
  /// - Returns: the text that it had, which must be let go once the new row is written.
  func remove(thread id: String) throws -> Int? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT thread.number, spot, status, grp, letter FROM event_name
          JOIN thread ON thread.number = event_name.number WHERE id = ?
          """), arguments: [id])
    guard let row else { return nil }
    try database.cachedStatement(sql: "DELETE FROM thread WHERE number = ?").execute(
      arguments: [row[0] as Int])
    tally(row[1], row[2], row[3], by: -1)
    return row[4]
  }

  private func tally(_ spot: Int, _ status: Int, _ group: Int?, by change: Int) {
    tallies[Tally(spot: spot, status: status, group: group ?? 0), default: 0] += change
  }

  /// Whether events that follow a comment came before it.
  func isFollowed(_ id: ObjectID) throws -> Bool {
    let statement = try findingFollowers.get()
    statement.bind(1, id.description)
    defer { statement.reset() }
    return try statement.step()
  }

  /// The number and key of words under a hash; nil while they have not arrived.
  private func words(_ hash: BodyDigest) throws -> (number: Int, key: TextKey)? {
    if let filling {
      guard let id = ObjectID(hash), let number = filling.number(of: id) else { return nil }
      return (number, filling.keys[number - 1])
    }
    let statement = try findingBody.get()
    statement.bind(1, hash)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return (statement.int(0), statement.withBytes(1) { TextKey(bytes: Array($0)) })
  }

  /// Ends the filling: from here on rows are looked up in the tables.
  /// - Parameter erased: the hashes of words that were erased after they came.
  func endFilling(without erased: [BodyDigest]) throws {
    guard let filling else { return }
    try writeSources()
    sources = []
    var gone: [(number: Int, text: String)] = []
    for hash in erased {
      try database.execute(sql: "DELETE FROM attachment WHERE hash = ?", arguments: [hash])
      guard let number = ObjectID(hash).flatMap(filling.number(of:)),
        let text = try String.fetchOne(
          database, sql: "SELECT text FROM body WHERE number = ?", arguments: [number])
      else { continue }
      try database.execute(sql: "DELETE FROM body WHERE number = ?", arguments: [number])
      gone.append((number, text))
    }
    try filling.finish(database, events: nextEvent)
    self.filling = nil
    for (number, text) in gone {
      try WordRows.remove(number, text, in: database)
      try LetterGroups.rename(number, in: database)
    }
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
    try database.execute(
      sql: "INSERT OR REPLACE INTO counter (name, value) VALUES ('body', ?)", arguments: [nextBody])
  }
}

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
