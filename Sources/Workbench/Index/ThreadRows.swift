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

  /// Whether events that follow a comment came before it.
  static func isFollowed(_ id: String, in database: Database) throws -> Bool {
    // While the tables are filled there is no index to look it up in; all followed threads are
    // folded at the end then.
    guard try hasIndexes(database) else { return false }
    return try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM event WHERE thread = ?)"),
      arguments: [id]) ?? false
  }

  private static func hasIndexes(_ database: Database) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'event_thread')")) ?? false
  }

  /// Writes the row of a comment that nothing has followed.
  static func insertOpening(
    _ id: String, _ comment: CommentAdded, _ event: Event, in database: Database
  ) throws {
    try insert(
      id, clock: event.clock, comment, anchor: comment.anchor, body: comment.body,
      status: .open, office: nil, due: nil, time: event.time, in: database)
  }

  /// Writes the row of a thread from all of its events, or removes it where it is no thread.
  static func refold(_ id: String, in database: Database) throws {
    let old = try Data.fetchOne(
      database.cachedStatement(sql: "SELECT key FROM thread WHERE id = ?"), arguments: [id])
    try rewrite(id, in: database)
    if let old { try LetterGroups.forget(old, in: database) }
  }

  private static func rewrite(_ id: String, in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM thread WHERE id = ?").execute(arguments: [id])
    guard try root(of: id, in: database) == id, let root = EventID(rawValue: id),
      let thread = try threads([root], in: database).first,
      let clock = try Int.fetchOne(
        database.cachedStatement(sql: "SELECT clock FROM event WHERE id = ?"), arguments: [id])
    else { return }
    try insert(
      id, clock: clock, thread.comment, anchor: thread.anchor, body: thread.body,
      status: thread.status,
      office: thread.assignment?.assigned.agency ?? thread.answer?.answer.agency,
      due: thread.due, time: thread.time, in: database)
  }

  private static func insert(
    _ id: String, clock: Int, _ comment: CommentAdded, anchor: Anchor, body: BodyDigest,
    status: CommentThread.Status, office: String?, due: CalendarDate?, time: Timestamp,
    in database: Database
  ) throws {
    let words = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT number, key FROM body WHERE hash = ?"),
      arguments: [body])
    if words == nil {
      try database.execute(
        sql: "INSERT OR IGNORE INTO missing (hash, thread) VALUES (?, ?)", arguments: [body, id])
    }
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO thread (id, clock, draft, base, address, status, grp, agency, grp_key,
        forum_key, office_key, due, day, imported, body, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      id, clock, anchor.draft.description, anchor.commit, anchor.address, status.rawValue,
      comment.group, comment.agency, comment.group.map(Register.folded),
      comment.forum.map(Register.folded),
      office.map(Register.folded), due?.iso8601, (comment.date ?? time.date()).iso8601,
      comment.source == nil ? nil : 1, words?["number"] as Int?, words?["key"] as Data?,
    ])
  }

  /// Threads folded from their events, those of their aliases included, in the order asked for.
  static func threads(_ ids: [EventID], in database: Database) throws -> [CommentThread] {
    var events: [EventID: [RecordedEvent]] = [:]
    var names: [String: EventID] = [:]
    for id in ids { names[id.rawValue] = id }
    for (column, table) in [("thread", "alias")] {
      for row in try rows(
        "SELECT id, thread FROM \(table) WHERE \(column) IN", ids.map(\.rawValue), in: database)
      {
        if let root = EventID(rawValue: row["thread"]) { names[row["id"]] = root }
      }
    }
    let all = Array(names.keys)
    for condition in ["id", "thread"] {
      for row in try rows(
        "SELECT id, thread, json FROM event WHERE \(condition) IN", all, in: database)
      {
        guard let id = EventID(rawValue: row["id"]),
          let root = names[condition == "id" ? row["id"] : row["thread"]]
        else { continue }
        let json: Data = row["json"]
        let event = try RecordDecoder.decode(Event.self, from: Array(json))
        events[root, default: []].append(
          RecordedEvent(id: id, event: event.attached(to: root)))
      }
    }
    return ids.compactMap { CommentThread.folded(id: $0, events: events[$0] ?? []) }
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
      database.cachedStatement(sql: "SELECT text FROM body WHERE hash = ?"), arguments: [hash])
  }

  /// Removes words, or an attachment, and what is searched of them; their thread is folded anew
  /// after this.
  static func removeBody(_ hash: BodyDigest, in database: Database) throws {
    try database.execute(sql: "DELETE FROM attachment WHERE hash = ?", arguments: [hash])
    let row = try Row.fetchOne(
      database, sql: "SELECT number, text FROM body WHERE hash = ?", arguments: [hash])
    guard let row else { return }
    try database.execute(
      sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
      arguments: [row["number"] as Int, SearchText.indexed(row["text"])])
    try database.execute(sql: "DELETE FROM body WHERE hash = ?", arguments: [hash])
  }
}

/// The same for texts that differ only in case and white space.
enum TextKey {
  static func of(_ text: String) throws -> Data {
    let bytes = Array(Whitespace.collapsed(text).lowercased().utf8)
    let id = try git { () throws(GitError) in try ObjectID.ofBlob(bytes) }
    return Data(id.bytes.prefix(12))
  }
}
