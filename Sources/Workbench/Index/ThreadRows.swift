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
    let old = try writer.remove(thread: id)
    try rewrite(id, by: writer)
    if let old { writer.letters.left(old) }
  }

  private static func rewrite(_ id: String, by writer: IndexWriter) throws {
    let database = writer.database
    guard try root(of: id, in: database) == id, let root = EventID(rawValue: id),
      let thread = try threads([root], in: database).first,
      let event = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT number, clock FROM event
            WHERE number IN (SELECT number FROM event_name WHERE id = ?)
            """), arguments: [id]),
      let object = ObjectID(id)
    else { return }
    var fields = ThreadFields(
      number: event[0], id: object, clock: event[1], thread.comment, time: thread.time)
    fields.take(thread.anchor)
    fields.body = thread.body
    fields.status = status(thread.status)
    fields.office = thread.assignment?.assigned.agency ?? thread.answer?.answer.agency
    fields.due = thread.due
    try writer.add(fields)
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
    let all = Array(names.keys)
    let ways = [
      "event_name JOIN record ON record.number = event_name.number WHERE event_name.id IN",
      "record WHERE thread IN",
    ]
    for (way, from) in ways.enumerated() {
      for row in try rows(
        "SELECT record.id, record.thread, head, json FROM \(from)", all, in: database)
      {
        guard let id = EventID(rawValue: row["id"]),
          let root = names[way == 0 ? row["id"] : row["thread"]]
        else { continue }
        let event = try event(row)
        events[root, default: []].append(
          RecordedEvent(id: id, event: event.attached(to: root)))
      }
    }
    return ids.compactMap { CommentThread.folded(id: $0, events: events[$0] ?? []) }
  }

  /// The event of a row with its head and the rest of its line.
  static func event(_ row: Row) throws -> Event {
    let (head, rest): (Data?, Data) = (row["head"], row["json"])
    return try RecordDecoder.decode(Event.self, from: Array(head ?? Data()) + Array(rest))
  }

  /// The rows of a query whose last condition is a list, taken in parts.
  static func rows(_ sql: String, _ values: [String], in database: Database) throws -> [Row] {
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
    try String.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT text FROM body WHERE number IN (SELECT number FROM body_name WHERE hash = ?)
          """), arguments: [hash])
  }

  /// Removes words, or an attachment, and what is searched of them; their thread is folded anew
  /// after this.
  static func removeBody(_ hash: BodyDigest, in database: Database) throws {
    try database.execute(sql: "DELETE FROM attachment WHERE hash = ?", arguments: [hash])
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT number, text FROM body WHERE number IN (SELECT number FROM body_name WHERE hash = ?)
        """, arguments: [hash])
    guard let row else { return }
    try database.execute(
      sql: "DELETE FROM body WHERE number = ?", arguments: [row["number"] as Int])
    try LetterGroups.rename(row["number"], in: database)
    try unlist(row["number"], row["text"], in: database)
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
