import Foundation
import GRDB
import GitKit
import LegalText
import ReviewModel

/// The rows of threads: written from events, and read back.
enum ThreadRows {
  /// The thread that an id stands for: its own, or the one that its comment folded into.
  static func root(of thread: String, in database: Database) throws -> String {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT thread FROM alias WHERE id = ?"), arguments: [thread])
      ?? thread
  }

  /// Writes the row of a thread from all of its events, or removes it where it is no thread.
  static func refold(_ id: String, by writer: IndexWriter) throws {
    let old = try writer.threads.remove(id)
    try rewrite(id, by: writer)
    if let old { writer.threads.left(old) }
  }

  private static func rewrite(_ id: String, by writer: IndexWriter) throws {
    let database = writer.database
    guard try root(of: id, in: database) == id, let root = EventID(rawValue: id),
      let thread = try threads([root], in: database).first,
      let object = ObjectID(id), let number = try EventNames(database).number(of: object),
      let clock = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT clock FROM event WHERE number = ?"),
        arguments: [number])
    else { return }
    var fields = ThreadFields(
      number: number, id: object, clock: clock, thread.comment, time: thread.time)
    fields.take(thread.anchor)
    fields.body = thread.body
    fields.status = status(thread.status)
    fields.office = thread.assignment?.assigned.agency ?? thread.answer?.answer.agency
    fields.due = thread.due
    try writer.threads.add(fields)
  }

  /// How far a comment has come, as a number: its place among all.
  static func status(_ status: CommentThread.Status) -> Int {
    CommentThread.Status.allCases.firstIndex(of: status) ?? 0
  }

  /// The reverse of `status`.
  static func status(_ number: Int) -> CommentThread.Status {
    let all = CommentThread.Status.allCases
    return all.indices.contains(number) ? all[number] : .open
  }

  /// Threads folded from their events, those of their aliases included, in the order asked for.
  static func threads(_ ids: [EventID], in database: Database) throws -> [CommentThread] {
    var events: [EventID: [RecordedEvent]] = [:]
    var names: [String: EventID] = [:]
    for id in ids { names[id.rawValue] = id }
    for row in try rows(
      "SELECT id, thread FROM alias WHERE thread IN", ids.map(\.rawValue), in: database)
    {
      if let root = EventID(rawValue: row["thread"]) { names[row["id"]] = root }
    }
    let known = EventNames(database)
    var roots: [Int: EventID] = [:]
    for (name, root) in names {
      if let number = try known.number(of: name) { roots[number] = root }
      for follower in try known.followers(of: name) { roots[follower] = root }
    }
    for row in try rows(
      "SELECT number, id, head, json FROM record WHERE number IN", Array(roots.keys),
      in: database)
    {
      guard let id = EventID(rawValue: row["id"]), let root = roots[row["number"]] else {
        continue
      }
      events[root, default: []].append(
        RecordedEvent(id: id, event: try event(row).attached(to: root)))
    }
    return ids.compactMap { CommentThread.folded(id: $0, events: events[$0] ?? []) }
  }

  /// The event of a row with its head and the rest of its line.
  static func event(_ row: Row) throws -> Event {
    let (head, rest): (Data?, Data) = (row["head"], row["json"])
    return try RecordDecoder.decode(Event.self, from: Array(head ?? Data()) + Array(rest))
  }

  /// The event of a number.
  static func event(_ number: Int, in database: Database) throws -> Event? {
    try Row.fetchOne(
      database.cachedStatement(sql: "SELECT head, json FROM record WHERE number = ?"),
      arguments: [number]
    ).map(event)
  }

  /// The rows of a query whose last condition is a list, taken in parts.
  static func rows(
    _ sql: String, _ values: [some DatabaseValueConvertible], in database: Database
  ) throws -> [Row] {
    var result: [Row] = []
    for start in stride(from: 0, to: values.count, by: 500) {
      let part = Array(values[start..<min(start + 500, values.count)])
      let marks = Array(repeating: "?", count: part.count).joined(separator: ", ")
      result += try Row.fetchAll(
        database.cachedStatement(sql: "\(sql) (\(marks))"), arguments: StatementArguments(part))
    }
    return result
  }
}

extension ThreadRows {
  /// The words under a hash.
  static func body(_ hash: BodyDigest, in database: Database) throws -> String? {
    try BodyNames(database).words(hash)?.text
  }

  /// Removes words, or an attachment, and what is searched of them; their thread is folded anew
  /// after this.
  static func removeBody(_ hash: BodyDigest, in database: Database) throws {
    try database.execute(sql: "DELETE FROM attachment WHERE hash = ?", arguments: [hash])
    guard let (number, text) = try BodyNames(database).words(hash) else { return }
    try database.execute(sql: "DELETE FROM body WHERE number = ?", arguments: [number])
    try LetterGroups.rename(number, in: database)
    try unlist(number, text, in: database)
  }
}

extension ThreadRows {
  /// Takes a text out of what is searched.
  private static func unlist(_ number: Int, _ text: String, in database: Database) throws {
    guard try number > WordRows.last(in: database) else {
      return try WordRows.remove(number, text, in: database)
    }
    try database.execute(
      sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
      arguments: [number, SearchText.indexed(text)])
    // The words stay in the search's older parts until these are merged.
    try database.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
  }
}

extension ThreadFields {
  /// The row of a comment that nothing has followed.
  init(number: Int, id: ObjectID, clock: Int, _ comment: CommentAdded, time: Timestamp) {
    self.init(
      number: number, id: id, clock: clock, draft: comment.anchor.draft.description,
      base: comment.anchor.commit, address: comment.anchor.address,
      status: ThreadRows.status(.open), group: comment.group, forum: comment.forum, office: nil,
      agency: comment.agency, due: nil, day: comment.date ?? time.date(),
      isImported: comment.source != nil, body: comment.body)
  }

  /// Gives it another place.
  mutating func take(_ anchor: Anchor) {
    (draft, base, address) = (anchor.draft.description, anchor.commit, anchor.address)
  }
}
