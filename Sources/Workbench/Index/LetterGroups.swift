import Foundation
import GRDB
import ReviewModel

extension ReviewIndex {
  /// Brings the groups of texts that say the same up to date.
  func updateLetters() throws {
    let isCurrent = try read { database in
      try LetterGroups.latest(database) == LetterGroups.done(database)
    }
    guard !isCurrent else { return }
    try write { database in
      var groups = LetterGroups(database: database)
      try groups.update()
    }
  }
}

/// Groups of comments whose texts are equal or variants of one letter. Texts are numbered; a group
/// goes by the number of its first text.
struct LetterGroups {
  let database: Database
  private var shapes: [Int: LetterShape] = [:]

  /// From how many new texts on they are gathered among themselves first.
  private static let manyTexts = 500

  init(database: Database) { self.database = database }

  /// The number of the thread written last.
  static func latest(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT max(number) FROM thread") ?? 0
  }

  /// The number of the thread taken in last.
  static func done(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT value FROM counter WHERE name = 'letters'") ?? 0
  }

  /// Forgets a text that no comment has any more, after an edit.
  static func forget(_ key: Data, in database: Database) throws {
    let isUsed = try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM thread WHERE key = ?)"),
      arguments: [key])
    guard isUsed == false else { return }
    let others = try Int.fetchOne(
      database.cachedStatement(
        sql: "SELECT count(*) FROM letter WHERE grp = (SELECT grp FROM letter WHERE key = ?)"),
      arguments: [key])
    guard let others, others > 1 else {
      return try database.execute(sql: "DELETE FROM letter WHERE key = ?", arguments: [key])
    }
    // It may have been what held its group together: all are gathered anew when next asked for.
    try database.execute(
      sql: "DELETE FROM letter; DELETE FROM band; DELETE FROM counter WHERE name = 'letters'")
  }

  /// A text that no letter has yet.
  private struct NewLetter {
    var key: Data
    var number: Int
  }

  /// Takes in the texts of threads written since.
  mutating func update() throws {
    let latest = try Self.latest(database)
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT key, min(body) FROM thread WHERE number > ? AND key IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM letter WHERE letter.key = thread.key)
        GROUP BY key ORDER BY 2
        """, arguments: [try Self.done(database)])
    var new: [NewLetter] = []
    while let row = try rows.next() { new.append(NewLetter(key: row[0], number: row[1])) }
    if new.count >= Self.manyTexts {
      try takeTogether(new)
    } else {
      for letter in new { try take(letter, bands: shape(of: letter.number).bands) }
    }
    try database.execute(
      sql: """
        INSERT INTO counter (name, value) VALUES ('letters', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, arguments: [latest])
  }

  /// Many texts are gathered among themselves; then the first of each band meets those known.
  private mutating func takeTogether(_ new: [NewLetter]) throws {
    let bands = try new.map { try LetterShape(text(of: $0.number)).bands }
    var sets = try LetterSets.gathered(bands) { left, right in
      try shape(of: new[left].number).isVariant(of: shape(of: new[right].number))
    }
    let isFirst = try Int.fetchOne(database, sql: "SELECT count(*) FROM letter") == 0
    for (index, letter) in new.enumerated() {
      try write(letter, group: new[sets.first(of: index)].number)
    }
    for band in 0..<LetterShape.bandsPerText {
      var written: Set<Int64> = []
      let order = bands.indices.filter { band < bands[$0].count }.sorted {
        (bands[$0][band], $0) < (bands[$1][band], $1)
      }
      for index in order {
        // Of one set one text a band is enough to be found by.
        let value = bands[index][band]
        let set = Int64(sets.first(of: index))
        if !written.insert(value &* 0x1_0000_0001 &+ set).inserted { continue }
        if !isFirst { try meet(new[index], bands: [value]) }
        try write(band: value, of: new[index])
      }
    }
  }

  private mutating func take(_ letter: NewLetter, bands: [Int64]) throws {
    try write(letter, group: letter.number)
    try meet(letter, bands: bands)
    for band in bands { try write(band: band, of: letter) }
  }

  /// Joins the group of a text with those of its variants under the same bands.
  private mutating func meet(_ letter: NewLetter, bands: [Int64]) throws {
    var own = try group(of: letter.number)
    var compared: Set<Int> = []
    for band in bands {
      let rows = try Row.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT band.letter, letter.grp FROM band JOIN letter ON letter.number = band.letter
            WHERE band.band = ? LIMIT ?
            """), arguments: [band, LetterSets.candidatesPerBand])
      for row in rows {
        let other: Int = row[0]
        guard row[1] != own, compared.insert(other).inserted,
          try shape(of: letter.number).isVariant(of: shape(of: other))
        else { continue }
        own = try join(own, row[1])
      }
    }
  }

  private func group(of letter: Int) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT grp FROM letter WHERE number = ?"),
      arguments: [letter]) ?? letter
  }

  private func join(_ left: Int, _ right: Int) throws -> Int {
    try database.cachedStatement(sql: "UPDATE letter SET grp = ? WHERE grp = ?").execute(
      arguments: [min(left, right), max(left, right)])
    return min(left, right)
  }

  private func write(_ letter: NewLetter, group: Int) throws {
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO letter (key, number, grp) VALUES (?, ?, ?)"
    ).execute(arguments: [letter.key, letter.number, group])
  }

  private func write(band: Int64, of letter: NewLetter) throws {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO band (band, letter) VALUES (?, ?)"
    ).execute(arguments: [band, letter.number])
  }

  private func text(of number: Int) throws -> String {
    try String.fetchOne(
      database.cachedStatement(sql: "SELECT text FROM body WHERE number = ?"),
      arguments: [number]) ?? ""
  }

  private mutating func shape(of number: Int) throws -> LetterShape {
    if let known = shapes[number] { return known }
    if shapes.count >= 4096 { shapes.removeAll(keepingCapacity: true) }
    let shape = LetterShape(try text(of: number))
    shapes[number] = shape
    return shape
  }

  /// The groups of comments, where they have more than one.
  static func duplicates(
    of ids: [EventID], in database: Database
  ) throws -> [EventID: CommentReport.Duplicates] {
    var groups: [Int: CommentReport.Duplicates] = [:]
    var known: Set<Int> = []
    var result: [EventID: CommentReport.Duplicates] = [:]
    for row in try ThreadRows.rows(
      """
      SELECT thread.id, letter.grp FROM thread JOIN letter ON letter.key = thread.key
      WHERE thread.id IN
      """, ids.map(\.rawValue), in: database)
    {
      let group: Int = row[1]
      if known.insert(group).inserted { groups[group] = try summary(of: group, in: database) }
      if let id = EventID(rawValue: row[0]), let summary = groups[group] { result[id] = summary }
    }
    return result
  }

  /// The first comment of a group and how many there are; nil for one alone.
  private static func summary(
    of group: Int, in database: Database
  ) throws -> CommentReport.Duplicates? {
    let row = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT count(*), thread.id, min(printf('%020d %s', thread.clock, thread.id)) FROM letter
          JOIN thread ON thread.key = letter.key WHERE letter.grp = ?
          """), arguments: [group])
    guard let row, row[0] as Int > 1, let first = EventID(rawValue: row[1]) else { return nil }
    return CommentReport.Duplicates(group: first, count: row[0])
  }
}
