import Foundation
import GRDB
import ReviewModel

/// Reading from the index what was set apart: shown as such, and without effect.
enum QuarantineRows {
  /// The writers whose logs were verified.
  static func verified(in database: Database) throws -> Set<WriterID> {
    Set(
      try String.fetchAll(
        database.cachedStatement(sql: "SELECT writer FROM verdict WHERE trust = ?"),
        arguments: [CommentReport.Trust.verified.rawValue]
      ).compactMap { WriterID(rawValue: $0) })
  }

  /// The events of threads that were set apart.
  static func events(
    of threads: [EventID], in database: Database
  ) throws -> [EventID: [EventID]] {
    guard
      try Int.fetchOne(database.cachedStatement(sql: "SELECT 1 FROM quarantine LIMIT 1")) != nil
    else { return [:] }
    var result: [EventID: [(clock: Int, id: EventID)]] = [:]
    for row in try ThreadRows.rows(
      "SELECT id, thread, clock FROM quarantine WHERE thread IN", threads.map(\.rawValue),
      in: database)
    {
      guard let id = EventID(rawValue: row[0]), let thread = EventID(rawValue: row[1]) else {
        continue
      }
      result[thread, default: []].append((row[2], id))
    }
    return result.mapValues { events in
      events.sorted { ($0.clock, $0.id.rawValue) < ($1.clock, $1.id.rawValue) }.map(\.id)
    }
  }

  /// The comments that were set apart, in the order of their events.
  static func rows(
    on draft: DraftKey?, in database: Database
  ) throws -> [(clock: Int, stored: StoredThread)] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT clock, id FROM quarantine WHERE draft = ifnull(?, draft)
        AND draft IS NOT NULL ORDER BY clock, id
        """, arguments: [draft?.description]
    ).compactMap { row in
      guard let id = EventID(rawValue: row[1]), let stored = try comment(id, in: database) else {
        return nil
      }
      return (row[0], stored)
    }
  }

  /// The comments set apart whose ids lie between two texts.
  static func ids(from start: String, to end: String, in database: Database) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT id FROM quarantine WHERE id >= ? AND id < ? AND draft IS NOT NULL ORDER BY id LIMIT 9
        """, arguments: [start, end])
  }

  /// A comment that was set apart.
  static func comment(_ id: EventID, in database: Database) throws -> StoredThread? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: "SELECT id, json FROM quarantine WHERE id = ? AND draft IS NOT NULL"),
      arguments: [id.rawValue])
    guard let row, let thread = folded(row) else { return nil }
    let hash = thread.comment.body
    return StoredThread(
      thread: thread,
      texts: [hash: try ThreadRows.body(hash, in: database)].compactMapValues(\.self),
      person: nil, duplicates: nil, trust: .quarantined,
      quarantined: [id] + (try events(of: [id], in: database)[id] ?? []))
  }

  private static func folded(_ row: Row) -> CommentThread? {
    let json: Data = row["json"]
    guard let id = EventID(rawValue: row["id"]),
      let event = try? RecordDecoder.decode(Event.self, from: Array(json))
    else { return nil }
    return CommentThread.folded(id: id, events: [RecordedEvent(id: id, event: event)])
  }
}
