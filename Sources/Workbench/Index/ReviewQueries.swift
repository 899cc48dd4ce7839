import Foundation
import GRDB
import ReviewModel

/// A thread as the index holds it, with its words.
struct StoredThread: Sendable {
  var thread: CommentThread
  var texts: [BodyDigest: String]
  var person: CommentReport.Person?
  var duplicates: CommentReport.Duplicates?
  var trust = CommentReport.Trust.unsigned
  /// Events of the thread that have no effect, since they cannot be trusted.
  var quarantined: [EventID] = []

  /// The thread with its place.
  func report(revision: Int?, placement: Placement) -> CommentReport {
    var report = CommentReport(
      thread: thread, texts: texts, person: person, revision: revision, placement: placement,
      duplicates: duplicates, trust: trust)
    report.quarantined = quarantined
    return report
  }
}

extension ReviewIndex {
  /// The threads asked for, in the order of their events.
  /// - Parameter search: words that must all occur, as wholes or beginnings.
  func threads(
    draft: DraftKey?, status: CommentThread.Status?, search: String?
  ) throws -> [StoredThread] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let draft {
      conditions.append("thread.draft = ?")
      arguments += [draft.description]
    }
    if let status {
      conditions.append("thread.status = ?")
      arguments += [status.rawValue]
    }
    if let search {
      let words = Self.searchWords(search)
      guard !words.isEmpty else { return [] }
      conditions.append(
        "thread.number IN (SELECT rowid FROM thread_text_search WHERE thread_text_search MATCH ?)")
      arguments += [words.map { "\"\($0)\"*" }.joined(separator: " ")]
    }
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let sql = "SELECT id, text_key FROM thread \(condition) ORDER BY clock, id"
    return try read { database in
      let rows = try Row.fetchAll(database, sql: sql, arguments: arguments)
      let found = try rows.compactMap { try Self.stored($0, in: database) }
      guard status == nil, search == nil else { return found }
      return try found + QuarantineRows.comments(on: draft, in: database)
    }
  }

  /// The threads whose text is this one but for case and white space.
  func threads(sayingTheSameAs text: String) throws -> [StoredThread] {
    let key = try IndexIntake.textKey(text)
    return try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT id, text_key FROM thread WHERE text_key = ? ORDER BY clock, id",
        arguments: [key])
      return try rows.compactMap { try Self.stored($0, in: database) }
    }
  }

  /// Words of letters and digits; everything else is a gap, as in the index.
  private static func searchWords(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// The thread whose id begins so.
  /// - Throws: `Failure.commentNotFound`, `.commentAmbiguous`, `.commentPrefixTooShort`.
  func thread(named prefix: String) throws -> StoredThread {
    let prefix = prefix.lowercased()
    guard prefix.utf8.count >= 4, prefix.utf8.count <= 40, prefix.allSatisfy(\.isHexDigit) else {
      throw Failure.commentPrefixTooShort(prefix)
    }
    return try read { database in
      let end = prefix + "g"
      var rows = try Row.fetchAll(
        database,
        sql: "SELECT id, text_key FROM thread WHERE id >= ? AND id < ? ORDER BY id LIMIT 9",
        arguments: [prefix, end])
      if rows.isEmpty {
        // A comment that was imported in another clone too goes by either name.
        rows = try Row.fetchAll(
          database,
          sql: """
            SELECT DISTINCT thread.id, thread.text_key FROM alias JOIN thread
            ON thread.id = alias.thread WHERE alias.id >= ? AND alias.id < ? LIMIT 9
            """, arguments: [prefix, end])
      }
      if rows.count > 1 {
        throw Failure.commentAmbiguous(
          prefix: prefix, candidates: rows.map { String(($0["id"] as String).prefix(12)) })
      }
      if rows.isEmpty,
        let apart = try QuarantineRows.comment(from: prefix, to: end, in: database)
      {
        return apart
      }
      guard let row = rows.first, let thread = try Self.stored(row, in: database) else {
        throw Failure.commentNotFound(prefix)
      }
      return thread
    }
  }

  /// How many inputs a draft has, and how many of them wait.
  func counts(of draft: DraftKey) throws -> CommentCounts {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: "SELECT count(*) AS total, sum(status = 'open') AS open FROM thread WHERE draft = ?",
        arguments: [draft.description])
      return CommentCounts(total: row?["total"] ?? 0, open: row?["open"] ?? 0)
    }
  }

  /// The stakeholder groups that have said something to a draft, as they were written.
  func groups(of draft: DraftKey) throws -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT DISTINCT grp FROM thread WHERE draft = ? AND grp IS NOT NULL",
        arguments: [draft.description])
    }
  }

  /// The refs that cannot be read, with the reason.
  func damage() throws -> [(ref: String, reason: String)] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT ref, reason FROM damage ORDER BY ref").map {
        ($0["ref"], $0["reason"])
      }
    }
  }

  private static func stored(_ row: Row, in database: Database) throws -> StoredThread? {
    guard let thread = try ThreadRows.thread(row["id"], in: database) else { return nil }
    var texts: [BodyDigest: String] = [:]
    let bodies =
      [thread.comment.body, thread.answer?.answer.body].compactMap(\.self)
      + thread.replies.map(\.reply.body)
    for hash in bodies { texts[hash] = try ThreadRows.body(hash, in: database) }
    let person = try thread.comment.subject.flatMap { subject in
      try Row.fetchOne(
        database, sql: "SELECT name, contact FROM person WHERE subject = ?", arguments: [subject])
    }.map { CommentReport.Person(name: $0["name"], contact: $0["contact"]) }
    return StoredThread(
      thread: thread, texts: texts, person: person,
      duplicates: try (row["text_key"] as String?).flatMap { try duplicates($0, in: database) },
      trust: try QuarantineRows.trust(in: thread.writer, database),
      quarantined: try QuarantineRows.events(of: thread.id, in: database))
  }

  private static func duplicates(
    _ key: String, in database: Database
  ) throws -> CommentReport.Duplicates? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT count(*) AS count, (SELECT id FROM thread WHERE text_key = :key
        ORDER BY clock, id LIMIT 1) AS first FROM thread WHERE text_key = :key
        """, arguments: ["key": key])
    guard let row, let count: Int = row["count"], count > 1,
      let first = EventID(rawValue: row["first"])
    else { return nil }
    return CommentReport.Duplicates(group: first, count: count)
  }
}
