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

extension Candidate {
  /// Reads a row of number, spot, status, clock and key.
  fileprivate init(_ row: SQLStatement) {
    self.init(
      number: row.int(0), spot: row.int(1), status: row.int(2), clock: row.int(3),
      key: row.isNull(4) ? .max : row.int(4))
  }
}

extension ThreadCondition {
  /// Whether it asks for all comments of a draft, or of all.
  var isWhole: Bool { status == nil && search == nil && !isNarrow }

  /// Whether more than draft, status and words is asked for.
  var isNarrow: Bool {
    groups != nil || forum != nil || office != nil || dueBy != nil || since != nil || until != nil
      || letter != nil
  }

  /// Whether comments of a name are asked for that stand in its index by status and place.
  var isNamed: Bool { groups != nil || office != nil }

  /// The condition in SQL and its values, draft, places and words left out.
  /// - Parameter letter: the number of the comment whose letter is asked for.
  fileprivate func sql(letter: Int?) -> (parts: [String], values: [any DatabaseValueConvertible]) {
    var parts: [String] = []
    var values: [any DatabaseValueConvertible] = []
    func add(_ part: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      parts.append(part)
      values.append(value)
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
      letter IN (WITH own AS (SELECT thread.letter AS number, letter.grp FROM thread
      LEFT JOIN letter ON letter.number = thread.letter WHERE thread.number = ?)
      SELECT number FROM own UNION SELECT number FROM letter WHERE grp = (SELECT grp FROM own))
      """, letter)
    return (parts, values)
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

  /// The first comments of a place and status, by clock, with all that only their ids tell apart
  /// from the last of them.
  /// - Parameter hits: the words that they must have; nil for any.
  func first(
    _ limit: Int, at spot: Int, _ status: Int, among hits: SearchHits?
  ) throws -> [Candidate] {
    try read { database in
      let statement = try SQLStatement(
        database,
        """
        SELECT number, clock, body FROM comment_spot WHERE spot = ? AND status = ? ORDER BY clock
        """)
      statement.bind(1, spot)
      statement.bind(2, status)
      var found: [Candidate] = []
      while try statement.step() {
        let clock = statement.int(1)
        if found.count >= limit, found.last?.clock != clock { break }
        if let hits, !hits.contains(statement.int(2)) { continue }
        found.append(
          Candidate(
            number: statement.int(0), spot: spot, status: status, clock: clock, key: 0))
      }
      return found
    }
  }

  /// Goes through the threads asked for, in no order.
  /// - Parameters:
  ///   - hits: the words that they must have; nil for any.
  ///   - few: of so many words the comments are looked up one by one.
  ///   - spots: those at these places alone, where they are few; nil for all.
  ///   - key: the column that is sorted by; nil for none.
  func candidates(
    _ condition: ThreadCondition, among hits: SearchHits? = nil, few: Int = .max, at spots: [Int]?,
    key: String?,
    _ body: (Candidate) -> Void
  ) throws {
    if condition.letter != nil { try settle() }
    let letter = try condition.letter.map { id in
      try read { try EventNames($0).number(of: id.rawValue) ?? -1 }
    }
    var (parts, values) = condition.sql(letter: letter)
    var table = "comment"
    // Of few words each comment is looked up, of many those that the rest leaves are sorted out.
    let numbers = hits.flatMap { $0.count <= few ? $0.numbers : nil }
    if numbers != nil {
      parts.append("body = ?")
      table = "thread"
    } else if let spots {
      // Numbers from the index itself: many more than a statement takes as values.
      if !condition.isNarrow { table = "comment_spot" }
      if condition.isNamed, condition.status == nil {
        // With a value for each column before it the index leads to the places.
        let statuses = CommentThread.Status.allCases.map { String(ThreadRows.status($0)) }
        parts.append("status IN (\(statuses.joined(separator: ",")))")
      }
      parts.append("spot IN (\(spots.map(String.init).joined(separator: ",")))")
    }
    let filter = parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND ")
    // What is not asked for need not stand in the index that is gone through.
    let words = hits == nil ? "0" : "body"
    try read { database in
      let statement = try SQLStatement(
        database,
        "SELECT number, spot, status, clock, \(key ?? "0"), \(words) FROM \(table) \(filter)")
      for (place, value) in values.enumerated() { statement.bind(Int32(place + 1), any: value) }
      func run() throws {
        while try statement.step() {
          if let hits, !hits.contains(statement.int(5)) { continue }
          body(Candidate(statement))
        }
      }
      guard let numbers else { return try run() }
      for number in numbers {
        statement.bind(Int32(values.count + 1), number)
        try run()
      }
    }
  }

  /// Goes through the threads of a status, or of all, in the order of their days, until it is
  /// enough.
  func candidates(
    _ status: CommentThread.Status?, among hits: SearchHits?, byDay isAscending: Bool,
    _ isEnough: (Candidate) -> Bool
  ) throws {
    try read { database in
      let statement = try SQLStatement(
        database,
        """
        SELECT number, spot, status, clock, day, \(hits == nil ? "0" : "body")
        FROM comment_day \(status == nil ? "" : "WHERE status = ?")
        ORDER BY day \(isAscending ? "" : "DESC")
        """)
      if let status { statement.bind(1, ThreadRows.status(status)) }
      while try statement.step() {
        if let hits, !hits.contains(statement.int(5)) { continue }
        if isEnough(Candidate(statement)) { break }
      }
    }
  }

  /// The ids of threads by their numbers.
  func ids(of numbers: [Int]) throws -> [Int: EventID] {
    try read { database in
      var result: [Int: EventID] = [:]
      let statement = try SQLStatement(database, "SELECT id FROM event WHERE number = ?")
      for number in numbers {
        statement.bind(1, number)
        if try statement.step() { result[number] = statement.eventID(0) }
        statement.reset()
      }
      return result
    }
  }

  /// The threads asked for with how far they have come, in the order of their events.
  func rows(_ condition: ThreadCondition) throws -> [(id: EventID, status: CommentThread.Status)] {
    let (found, ids) = try consistently { () -> ([Candidate], [Int: EventID]) in
      var found: [Candidate] = []
      let hits = try condition.search.map { try self.hits($0) }
      try candidates(condition, among: hits, at: nil, key: nil) { found.append($0) }
      return (found, try self.ids(of: found.map(\.number)))
    }
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
