import Foundation
import GRDB
import ReviewModel

/// A place of comments as it was given: the commit and address of their anchors.
struct IndexSpot: Sendable {
  var number: Int
  var draft: DraftKey
  var base: String
  var address: String?
}

/// A thread that a list may show: enough to decide on it and to sort it.
struct Candidate: Sendable {
  var number: Int
  var spot: Int
  var status: Int
  var clock: Int
  /// What is sorted by beside the place; 0 where nothing was asked for.
  var key: Int
}

extension ThreadCondition {
  /// Whether it asks for all comments of a draft, or of all.
  var isWhole: Bool { status == nil && !isNarrow }

  /// Whether more than draft and status is asked for.
  var isNarrow: Bool {
    search != nil || groups != nil || forum != nil || office != nil || dueBy != nil || since != nil
      || until != nil || letter != nil
  }

  /// The tables with the condition in SQL and its values, draft and places left out; nil when
  /// nothing can fulfil it.
  fileprivate func sql() -> (
    tables: String, parts: [String], values: [any DatabaseValueConvertible]
  )? {
    var parts: [String] = []
    var values: [any DatabaseValueConvertible] = []
    func add(_ part: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      parts.append(part)
      values.append(value)
    }
    var tables = "thread"
    if let search {
      guard let query = SearchText.query(search) else { return nil }
      // The words first, then each of their comments.
      tables = "search CROSS JOIN thread ON thread.body = search.rowid"
      add("search MATCH ?", query)
    }
    add("status = ?", status.map { ThreadRows.status($0) })
    add("forum IN (SELECT number FROM term WHERE key = ?)", forum.map(Register.folded))
    add("office IN (SELECT number FROM term WHERE key = ?)", office.map(Register.folded))
    add("due <= ?", dueBy?.daysSinceEpoch)
    add("day >= ?", since?.daysSinceEpoch)
    add("day <= ?", until?.daysSinceEpoch)
    if let groups {
      let marks = groups.map { _ in "?" }.joined(separator: ", ")
      parts.append("grp IN (SELECT number FROM term WHERE key IN (\(marks)))")
      values += groups
    }
    add(
      """
      letter IN (SELECT number FROM letter WHERE grp = (SELECT grp FROM letter WHERE number =
      (SELECT letter FROM thread WHERE id = ?)))
      """, letter?.rawValue)
    return (tables, parts, values)
  }
}

extension ReviewIndex {
  /// The places at which comments of a draft, or of all, were made.
  func spots(of draft: DraftKey?) throws -> [IndexSpot] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT number, draft, base, address FROM spot WHERE draft = ifnull(?, draft)
          AND EXISTS (SELECT 1 FROM tally WHERE tally.spot = spot.number AND count > 0)
          """, arguments: [draft?.description]
      ).compactMap { row in
        DraftKey(row[1] as String).map {
          IndexSpot(number: row[0], draft: $0, base: row[2], address: row[3])
        }
      }
    }
  }

  /// How many comments there are at each place, all or of one status.
  func tallies(_ status: CommentThread.Status?) throws -> [Int: [Int: Int]] {
    try read { database in
      var result: [Int: [Int: Int]] = [:]
      for row in try Row.fetchAll(
        database,
        sql: """
          SELECT spot, status, sum(count) FROM tally WHERE status = ifnull(?, status)
          GROUP BY spot, status HAVING sum(count) > 0
          """, arguments: [status.map { ThreadRows.status($0) }])
      {
        result[row[0], default: [:]][row[1]] = row[2]
      }
      return result
    }
  }

  /// The first comments of a place and status, by clock and id.
  func first(_ limit: Int, at spot: Int, _ status: Int) throws -> [Candidate] {
    try read { database in
      try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT number, clock FROM thread WHERE spot = ? AND status = ?
            ORDER BY clock, id LIMIT ?
            """), arguments: [spot, status, limit]
      ).map { Candidate(number: $0[0], spot: spot, status: status, clock: $0[1], key: 0) }
    }
  }

  /// Goes through the threads asked for, in no order.
  /// - Parameters:
  ///   - spots: those at these places alone, where they are few; nil for all.
  ///   - key: the column that is sorted by; nil for none.
  func candidates(
    _ condition: ThreadCondition, at spots: [Int]?, key: String?, _ body: (Candidate) -> Void
  ) throws {
    guard let (all, conditions, values) = condition.sql() else { return }
    var (tables, parts) = (all, conditions)
    if let spots {
      // Numbers from the index itself: many more than a statement takes as values.
      if !condition.isNarrow { tables = "thread INDEXED BY thread_spot" }
      parts.append("spot IN (\(spots.map(String.init).joined(separator: ",")))")
    }
    let filter = parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND ")
    let sql =
      "SELECT thread.number, spot, status, clock, \(key ?? "0") FROM \(tables) \(filter)"
    try read { database in
      let statement = try SQLStatement(database, sql)
      for (place, value) in values.enumerated() {
        switch value {
        case let number as Int: statement.bind(Int32(place + 1), number)
        default: statement.bind(Int32(place + 1), value as? String)
        }
      }
      while try statement.step() {
        body(
          Candidate(
            number: statement.int(0), spot: statement.int(1), status: statement.int(2),
            clock: statement.int(3), key: statement.isNull(4) ? .max : statement.int(4)))
      }
    }
  }

  /// The ids of threads by their numbers.
  func ids(of numbers: [Int]) throws -> [Int: EventID] {
    try read { database in
      var result: [Int: EventID] = [:]
      let statement = try SQLStatement(database, "SELECT id FROM thread WHERE number = ?")
      for number in numbers {
        statement.bind(1, number)
        if try statement.step() {
          result[number] = statement.text(0).flatMap { EventID(rawValue: $0) }
        }
        statement.reset()
      }
      return result
    }
  }

  /// The threads asked for with how far they have come, in the order of their events.
  func rows(_ condition: ThreadCondition) throws -> [(id: EventID, status: CommentThread.Status)] {
    var found: [Candidate] = []
    try candidates(condition, at: nil, key: nil) { found.append($0) }
    let ids = try ids(of: found.map(\.number))
    return found.compactMap { row in
      ids[row.number].map { (row.clock, $0, ThreadRows.status(row.status)) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { ($0.1, $0.2) }
  }

  /// How many comments there are, those set apart included.
  func count() throws -> Int {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM thread") ?? 0
        + QuarantineRows.rows(on: nil, in: database).count
    }
  }

  /// The comments of a draft, or of all, that were set apart.
  func setApart(from draft: DraftKey?) throws -> [(clock: Int, stored: StoredThread)] {
    try read { try QuarantineRows.rows(on: draft, in: $0) }
  }

  /// The keys of names by their numbers.
  func termKeys() throws -> [Int: String] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT number, key FROM term").reduce(into: [:]) {
        $0[$1[0] as Int] = $1[1] as String
      }
    }
  }
}
