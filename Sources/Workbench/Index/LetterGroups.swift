import Foundation
import GRDB
import ReviewModel

/// Groups of comments whose texts are equal or variants of one letter.
///
/// Equal texts are one letter, numbered by the first of them; a group goes by a number of one of
/// its letters. What meets under a band (`LetterShape`) is compared: each letter with the first
/// under that band. Bands of letters that came together stand in `chunk`, sorted; those that came
/// one by one in `band`.
struct LetterGroups {
  let database: Database
  private var shapes: [Int: LetterShape] = [:]
  /// Groups that gained or lost comments.
  private var touched: Set<Int> = []
  /// Letters that no comment may have any more.
  private var released: Set<Int> = []
  /// Letters to be compared with all others.
  private var waiting: [Int] = []
  private var tables: BandTables?
  private var hasher: TextHasher?

  /// Texts are large, and many are looked at.
  private static let heldShapes = 4096

  init(database: Database) { self.database = database }

  /// The letter of words: a new one where no other words have their key.
  mutating func letter(_ body: Int, _ text: String) throws -> Int {
    let hasher = try self.hasher ?? TextHasher.stored(in: database)
    self.hasher = hasher
    let key = hasher.key(of: text)
    let names = MarkedNames(.letter, in: database)
    for known in try names.numbers(key.high) {
      if known == body { return known }
      guard try isSaid(known), let other = try BodyNames(database).text(of: known),
        hasher.key(of: other) == key
      else { continue }
      return known
    }
    try names.add(key.high, body)
    waiting.append(body)
    return body
  }

  private func isSaid(_ letter: Int) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM thread WHERE letter = ? LIMIT 1"),
      arguments: [letter]) != nil
  }

  /// A comment has come to a letter.
  mutating func joined(by letter: Int) throws { try touched.insert(group(of: letter)) }

  /// A comment has gone from a letter.
  mutating func left(_ letter: Int) { released.insert(letter) }

  /// Gathers anew what held together by what is gone, and notes what is to be compared: that is done
  /// when groups are asked for (`settle`).
  mutating func finish() throws {
    for letter in released.sorted() { try release(letter) }
    released = []
    let noting = try SQLStatement(
      database, "INSERT OR IGNORE INTO waiting (isGroup, number) VALUES (?, ?)")
    func note(_ isGroup: Int, _ numbers: some Sequence<Int>) throws {
      for number in numbers {
        noting.bind(1, isGroup)
        noting.bind(2, number)
        try noting.run()
      }
    }
    try note(0, waiting)
    try note(1, touched)
    (waiting, touched) = ([], [])
  }

  /// Compares what is new.
  mutating func settle() throws {
    waiting = try Int.fetchAll(
      database,
      sql: """
        SELECT number FROM waiting
        WHERE isGroup = 0 AND EXISTS (SELECT 1 FROM thread WHERE letter = waiting.number)
        """)
    touched = Set(
      try Int.fetchAll(database, sql: "SELECT number FROM waiting WHERE isGroup = 1"))
    for letter in waiting.sorted() { try meet(letter) }
    for group in touched { try summarise(group) }
    (waiting, touched) = ([], [])
    try database.execute(sql: "DELETE FROM waiting")
  }

  private mutating func release(_ letter: Int) throws {
    let group = try group(of: letter)
    touched.insert(group)
    guard try !isSaid(letter) else { return }
    waiting.removeAll { $0 == letter }
    try database.execute(sql: "DELETE FROM letter WHERE number = ?", arguments: [letter])
    // It may have been what held its group together.
    let members = try Int.fetchAll(
      database, sql: "SELECT number FROM letter WHERE grp = ? ORDER BY number", arguments: [group])
    guard members.count > 1 || members.first.map({ $0 != group }) == true else { return }
    try database.execute(sql: "UPDATE letter SET grp = number WHERE grp = ?", arguments: [group])
    touched.formUnion(members)
    waiting = Array(Set(waiting).union(members))
  }

  /// Compares a letter with the first under each of its bands; of these it becomes one itself where
  /// there are few.
  private mutating func meet(_ letter: Int) throws {
    let bands = try shape(of: letter).bands
    guard !bands.isEmpty else { return }
    let tables = try self.tables ?? BandTables(database)
    self.tables = tables
    var own = try group(of: letter)
    var compared: Set<Int> = []
    for (band, value) in bands.enumerated() {
      let name = band << 32 | Int(value)
      let under = try tables.letters(under: name)
      for other in under where other != letter && compared.insert(other).inserted {
        guard let group = try tables.group(of: other), group != own,
          try shape(of: letter).isVariant(of: shape(of: other))
        else { continue }
        own = try join(own, group)
      }
      guard under.count < LetterSets.witnesses, !under.contains(letter) else { continue }
      try tables.add(letter, under: name)
    }
    touched.insert(own)
  }

  private func storedGroup(of letter: Int) throws -> Int? {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT grp FROM letter WHERE number = ?"),
      arguments: [letter])
  }

  private func group(of letter: Int) throws -> Int { try storedGroup(of: letter) ?? letter }

  private mutating func join(_ left: Int, _ right: Int) throws -> Int {
    let (new, old) = (min(left, right), max(left, right))
    try database.cachedStatement(sql: "UPDATE letter SET grp = ? WHERE grp = ?").execute(
      arguments: [new, old])
    // A letter alone goes by its own number, and has no row.
    for letter in [new, old] where try isSaid(letter) {
      try database.cachedStatement(sql: "INSERT OR REPLACE INTO letter (number, grp) VALUES (?, ?)")
        .execute(arguments: [letter, new])
    }
    touched.insert(old)
    return new
  }

  private mutating func shape(of letter: Int) throws -> LetterShape {
    if let known = shapes[letter] { return known }
    if shapes.count >= Self.heldShapes { shapes.removeAll(keepingCapacity: true) }
    let text =
      try String.fetchOne(
        database.cachedStatement(sql: "SELECT text FROM body WHERE number = ?"),
        arguments: [letter]) ?? ""
    let shape = LetterShape(text)
    shapes[letter] = shape
    return shape
  }

  /// Writes how many comments a group has, and the first of them; nothing for one alone.
  private func summarise(_ group: Int) throws {
    try database.cachedStatement(sql: "DELETE FROM gathered WHERE grp = ?").execute(
      arguments: [group])
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO letter (number, grp) SELECT :group, :group
        WHERE (SELECT count(*) FROM thread WHERE letter = :group) > 1
        """
    ).execute(arguments: ["group": group])
    let members =
      "FROM letter JOIN thread ON thread.letter = letter.number WHERE letter.grp = ?"
    let row = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT count(*), min(clock) \(members)"), arguments: [group])
    guard let row, row[0] as Int > 1 else { return }
    let first: String? = try String.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT lower(hex(min(id))) FROM event WHERE number IN (
            SELECT thread.number \(members) AND thread.clock = ?)
          """), arguments: [group, row[1] as Int])
    guard let first else { return }
    try database.cachedStatement(sql: "INSERT INTO gathered (grp, count, first) VALUES (?, ?, ?)")
      .execute(arguments: [group, row[0] as Int, first])
  }

  /// The words of a letter are erased: other words of the same key stand for it from now on.
  static func rename(_ body: Int, in database: Database) throws {
    let other = try Int.fetchOne(
      database,
      sql: "SELECT body FROM thread WHERE letter = ? AND body <> ? ORDER BY body LIMIT 1",
      arguments: [body, body])
    guard let other else { return }
    if let text = try BodyNames(database).text(of: other) {
      let key = try TextHasher.stored(in: database).key(of: text)
      try MarkedNames(.letter, in: database).add(key.high, other)
    }
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO letter (number, grp)
        SELECT :other, ifnull((SELECT grp FROM letter WHERE number = :body), :body);
        DELETE FROM letter WHERE number = :body;
        INSERT OR IGNORE INTO band SELECT band, :other FROM band WHERE letter = :body;
        DELETE FROM band WHERE letter = :body;
        UPDATE OR REPLACE waiting SET number = :other WHERE number = :body AND isGroup = 0;
        UPDATE thread SET letter = :other WHERE letter = :body;
        """, arguments: ["other": other, "body": body])
  }

  /// The groups of comments, where they have more than one.
  static func duplicates(
    of ids: [EventID], in database: Database
  ) throws -> [EventID: CommentReport.Duplicates] {
    var result: [EventID: CommentReport.Duplicates] = [:]
    let names = EventNames(database)
    var numbers: [Int: EventID] = [:]
    for id in ids { if let number = try names.number(of: id.rawValue) { numbers[number] = id } }
    for row in try ThreadRows.rows(
      """
      SELECT thread.number, gathered.first, gathered.count FROM thread
      JOIN letter ON letter.number = thread.letter JOIN gathered ON gathered.grp = letter.grp
      WHERE thread.number IN
      """, Array(numbers.keys), in: database)
    {
      if let id = numbers[row[0]], let first = EventID(rawValue: row[1]) {
        result[id] = CommentReport.Duplicates(group: first, count: row[2])
      }
    }
    return result
  }
}

extension LetterGroups {
  /// Writes all letters at once, where there are none yet.
  /// - Parameters:
  ///   - letters: their numbers, ascending, with how many comments say them.
  ///   - gathered: what they were found to be, by number less one.
  static func fill(
    _ database: Database, letters: [(number: Int, threads: Int)], _ gathered: GatheredLetters
  ) throws {
    var sets = gathered.sets
    let writing = try SQLStatement(database, "INSERT INTO chunk (first, entries) VALUES (?, ?)")
    try gathered.chunks.forEach { name, bytes in
      writing.bind(1, name)
      try writing.run(binding: 2, bytes)
    }
    var many: Set<Int> = []
    for letter in letters {
      let group = sets.first(of: letter.number - 1) + 1
      if group != letter.number || letter.threads > 1 { many.insert(group) }
    }
    let inserting = try SQLStatement(database, "INSERT INTO letter (number, grp) VALUES (?, ?)")
    for letter in letters {
      let group = sets.first(of: letter.number - 1) + 1
      guard many.contains(group) else { continue }
      inserting.bind(1, letter.number)
      inserting.bind(2, group)
      try inserting.run()
    }
    let groups = LetterGroups(database: database)
    for group in many.sorted() { try groups.summarise(group) }
  }
}
