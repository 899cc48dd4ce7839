import Foundation
import GRDB
import ReviewModel

/// Reading from the index what was set apart: shown as such, and without effect.
enum QuarantineRows {
  /// How far a writer's events that count can be trusted.
  static func trust(in writer: WriterID, _ database: Database) throws -> CommentReport.Trust {
    let verdicts = try String.fetchAll(
      database.cachedStatement(sql: "SELECT trust FROM verdict WHERE writer = ?"),
      arguments: [writer.rawValue])
    return verdicts.contains(CommentReport.Trust.verified.rawValue) ? .verified : .unsigned
  }

  /// The events of a thread that were set apart.
  static func events(of thread: EventID, in database: Database) throws -> [EventID] {
    try String.fetchAll(
      database.cachedStatement(
        sql: "SELECT id FROM quarantine WHERE thread = ? ORDER BY clock, id"),
      arguments: [thread.rawValue]
    ).compactMap { EventID(rawValue: $0) }
  }

  /// The comments that were set apart, in the order of their events.
  static func comments(on draft: DraftKey?, in database: Database) throws -> [StoredThread] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, json FROM quarantine WHERE draft = ifnull(?, draft)
        AND draft IS NOT NULL ORDER BY clock, id
        """, arguments: [draft?.description])
    return try rows.compactMap { try stored($0, in: database) }
  }

  /// The comment set apart whose id lies between two texts, where there is just one.
  static func comment(
    from start: String, to end: String, in database: Database
  ) throws -> StoredThread? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT id, json FROM quarantine WHERE id >= ? AND id < ? AND draft IS NOT NULL LIMIT 2
        """, arguments: [start, end])
    guard rows.count == 1, let row = rows.first else { return nil }
    return try stored(row, in: database)
  }

  private static func stored(_ row: Row, in database: Database) throws -> StoredThread? {
    let json: Data = row["json"]
    guard let id = EventID(rawValue: row["id"]),
      let event = try? RecordLine.decoded(Event.self, from: Array(json)[...]),
      let thread = CommentThread.folded(id: id, events: [RecordedEvent(id: id, event: event)])
    else { return nil }
    let hash = thread.comment.body
    return StoredThread(
      thread: thread,
      texts: [hash: try ThreadRows.body(hash, in: database)].compactMapValues(\.self),
      person: nil, duplicates: nil, trust: .quarantined,
      quarantined: [id] + (try events(of: id, in: database)))
  }
}
