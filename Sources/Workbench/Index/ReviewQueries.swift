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
}

extension ReviewIndex {
  /// Threads by their ids, with their words, in this order.
  func threads(_ ids: [EventID]) throws -> [StoredThread] {
    guard !ids.isEmpty else { return [] }
    try settle()
    return try read { try Self.stored(ids, in: $0) }
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
      let names = EventNames(database)
      func isThread(_ number: Int) throws -> Bool {
        try Int.fetchOne(
          database.cachedStatement(sql: "SELECT 1 FROM thread WHERE number = ?"),
          arguments: [number]) != nil
      }
      let ids = try names.events(beginning: prefix, limit: 9, isThread).map(\.id.rawValue)
      guard ids.isEmpty else { return ids }
      // A comment that was imported in another clone too goes by either name.
      let others = try String.fetchAll(
        database,
        sql: "SELECT DISTINCT thread FROM alias WHERE id >= ? AND id < ? LIMIT 9",
        arguments: [prefix, end]
      ).filter { try names.number(of: $0).map(isThread) == true }
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
      var counts: [CommentThread.Status: Int] = [:]
      for row in try Row.fetchAll(
        database,
        sql: """
          SELECT status, sum(count) FROM spot JOIN tally ON tally.spot = spot.number
          WHERE draft = ? GROUP BY status
          """, arguments: [draft.description])
      {
        counts[ThreadRows.status(row[0])] = row[1]
      }
      let due = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*), sum(due < ?), min(due) FROM thread INDEXED BY thread_due
          WHERE due IS NOT NULL AND spot IN (SELECT number FROM spot WHERE draft = ?)
          """, arguments: [today.daysSinceEpoch, draft.description])
      return CommentCounts(
        total: counts.values.reduce(0, &+), open: counts[.open] ?? 0,
        withdrawn: counts[.withdrawn] ?? 0, due: due?[0] ?? 0, overdue: due?[1] ?? 0,
        nextDue: (due?[2] as Int?).map { CalendarDate(daysSinceEpoch: $0) })
    }
  }

  /// The stakeholder groups that have said something to a draft, as they were written.
  func groups(of draft: DraftKey) throws -> [String] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT min(text) FROM term WHERE number IN (
            SELECT grp FROM spot JOIN tally ON tally.spot = spot.number
            WHERE draft = ? AND count > 0)
          GROUP BY key
          """, arguments: [draft.description])
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
    for hash in threads.lazy.flatMap(\.bodies) where texts[hash] == nil {
      texts[hash] = try ThreadRows.body(hash, in: database)
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
