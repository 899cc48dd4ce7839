import Foundation
import GRDB
import GitKit
import ReviewModel

/// Writes the rows of events and words, within one transaction.
///
/// While empty tables are filled there are no indexes to look anything up in: what must be found
/// again is held in memory, and whatever needs more than one record waits for the end.
final class IndexWriter {
  let database: Database
  let threads: ThreadWriter
  let sources: SourceRows
  /// What is known while empty tables are filled; nil while they are brought up to date.
  private(set) var filling: IndexFilling?
  private let events: EventNames
  private let bodies: BodyNames
  private var forms = SearchForms()
  private var hashes: [UInt64] = []
  private var files: [String: Int] = [:]
  /// Held with their numbers, so that no other can come under the same name.
  private var heads: [ObjectIdentifier: (head: RecordHead, number: Int)] = [:]
  private var lastHead: (head: RecordHead, number: Int)?
  private var nextEvent: Int
  private var nextBody: Int

  private lazy var insertingEvent = Result {
    try SQLStatement(
      database,
      "INSERT INTO event (number, id, clock, thread, head, json) VALUES (?, ?, ?, ?, ?, ?)")
  }
  private lazy var insertingBody = Result {
    try SQLStatement(database, "INSERT INTO body (number, hash, text) VALUES (?, ?, ?)")
  }
  private lazy var insertingWords = Result {
    try SQLStatement(database, "INSERT INTO search (rowid, text) VALUES (?, ?)")
  }

  init(_ database: Database, filling: IndexFilling? = nil) throws {
    self.database = database
    self.filling = filling
    threads = ThreadWriter(database, filling: filling)
    sources = SourceRows(database, isFilling: filling != nil)
    (events, bodies) = (EventNames(database), BodyNames(database))
    let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM event") ?? 0
    nextEvent = filling == nil ? max(last, IndexSchema.lastFilled) : last
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
    guard try filling?.seen.isNew(id) ?? (events.number(of: id) == nil) else { return nil }
    let thread = event.thread.flatMap { ObjectID($0.rawValue) }
    let statement = try insertingEvent.get()
    statement.bind(1, nextEvent &+ 1)
    statement.bind(2, id)
    statement.bind(3, event.clock)
    statement.bind(4, thread)
    statement.bind(5, try head.map(number))
    try statement.run(binding: 6, line.dropFirst(head?.bytes.count ?? 0))
    nextEvent &+= 1
    if let filling {
      filling.add(event: id, following: thread)
    } else {
      try MarkedNames(.event, in: database).add(id.prefix, nextEvent)
      if let thread { try MarkedNames(.follower, in: database).add(thread.prefix, nextEvent) }
    }
    return nextEvent
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

  /// Writes words and what is searched of them.
  /// - Parameter key: that of the text, while tables are filled.
  /// - Returns: whether they are new.
  func add(body: BodyRecord, id: ObjectID, key: TextKey) throws -> Bool {
    guard try (filling?.number(of: id) ?? (filling == nil ? bodies.number(of: id) : nil)) == nil
    else { return false }
    let statement = try insertingBody.get()
    statement.bind(1, nextBody &+ 1)
    statement.bind(2, id)
    try statement.run(binding: 3, body.text)
    nextBody &+= 1
    if let filling {
      try filling.add(id, nextBody, key, body.text)
    } else {
      try MarkedNames(.body, in: database).add(id.prefix, nextBody)
      let statement = try insertingWords.get()
      statement.bind(1, nextBody)
      statement.bind(2, utf8: forms.indexed(body.text, &hashes))
      try statement.run()
    }
    return true
  }

  /// Whether events that follow a comment came before it.
  func isFollowed(_ id: ObjectID) throws -> Bool {
    try !events.followers(of: id.description).isEmpty
  }

  /// Ends the filling: from here on rows are looked up in the tables.
  /// - Parameter erased: the hashes of words that were erased after they came.
  func endFilling(without erased: [BodyDigest]) throws {
    guard let filling else { return }
    try sources.endFilling()
    var gone: [(number: Int, text: String)] = []
    for hash in erased {
      try database.execute(sql: "DELETE FROM attachment WHERE hash = ?", arguments: [hash])
      guard let number = ObjectID(hash).flatMap(filling.number(of:)),
        let text = try bodies.text(of: number)
      else { continue }
      try database.execute(sql: "DELETE FROM body WHERE number = ?", arguments: [number])
      gone.append((number, text))
    }
    try filling.finish(database)
    self.filling = nil
    threads.endFilling()
    for (number, text) in gone {
      try WordRows.remove(number, text, in: database)
      try LetterGroups.rename(number, in: database)
    }
  }

  /// Keeps what the next update goes on from.
  func finish() throws {
    try threads.finish()
    try database.execute(
      sql: "INSERT OR REPLACE INTO counter (name, value) VALUES ('body', ?)", arguments: [nextBody])
  }
}
