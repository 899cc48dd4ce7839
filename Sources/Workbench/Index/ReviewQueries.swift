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

/// What a filter is decided on: one row a thread, without its words.
struct ThreadRow: Sendable {
  var id: EventID
  var draft: DraftKey
  /// The commit and address of its place in force.
  var base: String
  var address: String?
  var status: String
  var group: String?
  var due: String?
  var day: String
}

/// What the tables are asked for; nil where it does not matter.
struct ThreadCondition: Sendable {
  var draft: DraftKey?
  var status: CommentThread.Status?
  var search: String?
  /// Groups as they are compared: any of these.
  var groups: [String]?
  var forum: String?
  var office: String?
  /// Those due on this day or earlier.
  var dueBy: CalendarDate?
  var since: CalendarDate?
  var until: CalendarDate?
  /// The comments that say what this one says.
  var letter: EventID?

  /// Whether it asks for all comments of a draft, or of all.
  fileprivate var isWhole: Bool {
    status == nil && search == nil && groups == nil && forum == nil && office == nil
      && dueBy == nil && since == nil && until == nil && letter == nil
  }

  /// The condition in SQL with its values; nil when nothing can fulfil it.
  fileprivate func sql() -> (text: String, arguments: StatementArguments)? {
    var parts: [String] = []
    var arguments = StatementArguments()
    func add(_ part: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      parts.append(part)
      arguments += [value]
    }
    add("thread.draft = ?", draft?.description)
    add("thread.status = ?", status?.rawValue)
    add("thread.forum_key = ?", forum.map(Register.folded))
    add("thread.office_key = ?", office.map(Register.folded))
    add("thread.due <= ?", dueBy?.iso8601)
    add("thread.day >= ?", since?.iso8601)
    add("thread.day <= ?", until?.iso8601)
    if let groups {
      let marks = groups.map { _ in "?" }.joined(separator: ", ")
      parts.append("thread.grp_key IN (\(marks))")
      arguments += StatementArguments(groups)
    }
    if let search {
      guard let query = SearchText.query(search) else { return nil }
      add("thread.body IN (SELECT rowid FROM search WHERE search MATCH ?)", query)
    }
    add(
      """
      thread.key IN (SELECT key FROM letter WHERE grp = (SELECT grp FROM letter WHERE key =
      (SELECT key FROM thread WHERE id = ?)))
      """, letter?.rawValue)
    return (parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND "), arguments)
  }
}

extension ReviewIndex {
  /// The rows of the threads asked for, in the order of their events.
  func rows(_ condition: ThreadCondition) throws -> [ThreadRow] {
    guard let (text, arguments) = condition.sql() else { return [] }
    let sql = """
      SELECT id, draft, base, address, status, grp_key, due, day FROM thread \(text)
      ORDER BY clock, id
      """
    return try read { database in
      let found = try Row.fetchAll(database, sql: sql, arguments: arguments).compactMap { row in
        guard let id = EventID(rawValue: row[0]), let draft = DraftKey(row[1] as String) else {
          return nil as ThreadRow?
        }
        return ThreadRow(
          id: id, draft: draft, base: row[2], address: row[3], status: row[4], group: row[5],
          due: row[6], day: row[7])
      }
      guard condition.isWhole else { return found }
      return try found + QuarantineRows.rows(on: condition.draft, in: database)
    }
  }

  /// Threads by their ids, with their words, in this order.
  func threads(_ ids: [EventID]) throws -> [StoredThread] {
    guard !ids.isEmpty else { return [] }
    try updateLetters()
    return try read { try Self.stored(ids, in: $0) }
  }

  /// The threads asked for, in the order of their events.
  func threads(_ condition: ThreadCondition) throws -> [StoredThread] {
    try threads(rows(condition).map(\.id))
  }

  /// The thread whose id begins so.
  /// - Throws: `Failure.commentNotFound`, `.commentAmbiguous`, `.commentPrefixTooShort`.
  func thread(named prefix: String) throws -> StoredThread {
    let prefix = prefix.lowercased()
    guard prefix.utf8.count >= 4, prefix.utf8.count <= 40, prefix.allSatisfy(\.isHexDigit) else {
      throw Failure.commentPrefixTooShort(prefix)
    }
    let found = try read { database in
      let end = prefix + "g"
      let ids = try String.fetchAll(
        database,
        sql: "SELECT id FROM thread WHERE id >= ? AND id < ? ORDER BY id LIMIT 9",
        arguments: [prefix, end])
      guard ids.isEmpty else { return ids }
      // A comment that was imported in another clone too goes by either name.
      let others = try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT thread.id FROM alias JOIN thread ON thread.id = alias.thread
          WHERE alias.id >= ? AND alias.id < ? LIMIT 9
          """, arguments: [prefix, end])
      guard others.isEmpty else { return others }
      return try QuarantineRows.ids(from: prefix, to: end, in: database)
    }
    if found.count > 1 {
      throw Failure.commentAmbiguous(
        prefix: prefix, candidates: found.map { String($0.prefix(12)) })
    }
    guard let id = found.first.flatMap({ EventID(rawValue: $0) }),
      let thread = try threads([id]).first
    else { throw Failure.commentNotFound(prefix) }
    return thread
  }

  /// How many inputs a draft has, and how many of them wait.
  func counts(of draft: DraftKey, today: CalendarDate) throws -> CommentCounts {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*) AS total, sum(status = 'open') AS open,
          sum(status = 'withdrawn') AS withdrawn, sum(due IS NOT NULL) AS due,
          sum(due < ?) AS overdue, min(due) AS next FROM thread WHERE draft = ?
          """, arguments: [today.iso8601, draft.description])
      return CommentCounts(
        total: row?["total"] ?? 0, open: row?["open"] ?? 0, withdrawn: row?["withdrawn"] ?? 0,
        due: row?["due"] ?? 0, overdue: row?["overdue"] ?? 0,
        nextDue: (row?["next"] as String?).flatMap { CalendarDate(iso8601: $0) })
    }
  }

  /// How many comments of a draft stand at each place.
  func places(of draft: DraftKey) throws -> [(base: String, address: String, count: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT base, address, count(*) FROM thread WHERE draft = ? AND address IS NOT NULL
          GROUP BY base, address
          """, arguments: [draft.description]
      ).map { ($0[0], $0[1], $0[2]) }
    }
  }

  /// The stakeholder groups that have said something to a draft, as they were written.
  func groups(of draft: DraftKey) throws -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT grp FROM thread WHERE draft = ? AND grp_key IS NOT NULL GROUP BY grp_key",
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

  private static func stored(_ ids: [EventID], in database: Database) throws -> [StoredThread] {
    let threads = try ThreadRows.threads(ids, in: database)
    var texts: [BodyDigest: String] = [:]
    for row in try ThreadRows.rows(
      "SELECT hash, text FROM body WHERE hash IN", Array(Set(threads.flatMap(\.bodies))),
      in: database)
    {
      texts[row[0]] = row[1] as String
    }
    var people: [String: CommentReport.Person] = [:]
    for row in try ThreadRows.rows(
      "SELECT subject, name, contact FROM person WHERE subject IN",
      threads.compactMap(\.comment.subject), in: database)
    {
      people[row[0]] = CommentReport.Person(name: row[1], contact: row[2])
    }
    let duplicates = try LetterGroups.duplicates(of: threads.map(\.id), in: database)
    let trust = try QuarantineRows.verified(in: database)
    let apart = try QuarantineRows.events(of: threads.map(\.id), in: database)
    var found: [EventID: StoredThread] = [:]
    for thread in threads {
      found[thread.id] = StoredThread(
        thread: thread,
        texts: Dictionary(
          thread.bodies.compactMap { hash in texts[hash].map { (hash, $0) } },
          uniquingKeysWith: { first, _ in first }),
        person: thread.comment.subject.flatMap { people[$0] }, duplicates: duplicates[thread.id],
        trust: trust.contains(thread.writer) ? .verified : .unsigned,
        quarantined: apart[thread.id] ?? [])
    }
    for id in ids where found[id] == nil {
      found[id] = try QuarantineRows.comment(id, in: database)
    }
    return ids.compactMap { found[$0] }
  }
}
