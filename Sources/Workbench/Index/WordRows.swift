import GRDB

/// The lists of words in the tables: of each word the numbers of the texts that hold it, cut into
/// rows. They hold the texts that came when the tables were filled; later ones are in `search`.
enum WordRows {
  /// Up to which number texts are in the lists.
  static func last(in database: Database) throws -> Int {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT value FROM counter WHERE name = 'listed'")) ?? 0
  }

  /// Writes the lists of all texts.
  static func fill(_ database: Database, _ lists: WordLists, upTo last: Int) throws {
    let statement = try SQLStatement(
      database, "INSERT INTO posting (word, first, steps) VALUES (?, ?, ?)")
    try lists.forEach { word, first, steps in
      statement.bind(1, bytes: word)
      statement.bind(2, first)
      try statement.run(binding: 3, steps)
    }
    try database.execute(
      sql: "INSERT OR REPLACE INTO counter (name, value) VALUES ('listed', ?)", arguments: [last])
  }

  /// The texts that hold all of some words, or words that begin so, or other forms of them.
  static func hits(_ words: [[UInt8]], in database: Database) throws -> SearchHits {
    let last = try last(in: database)
    guard last > 0, !words.isEmpty else { return SearchHits() }
    let beginning = try SQLStatement(
      database, "SELECT first, steps FROM posting WHERE word >= ? AND word < ?")
    let equal = try SQLStatement(database, "SELECT first, steps FROM posting WHERE word = ?")
    var hits: SearchHits?
    for word in words {
      var found = SearchHits(last: last)
      let word = Array(word.prefix(WordLists.longestWord))
      beginning.bind(1, bytes: word)
      // No byte of UTF-8 is greater.
      beginning.bind(2, bytes: word + [0xFF])
      try found.insert(beginning)
      for stem in SearchText.stems(word) {
        equal.bind(1, bytes: stem)
        try found.insert(equal)
      }
      hits?.keep(found)
      hits = hits ?? found
    }
    return hits ?? SearchHits()
  }

  /// Takes a text out of all lists of its words.
  static func remove(_ number: Int, _ text: String, in database: Database) throws {
    let finding = try SQLStatement(
      database,
      "SELECT first, steps FROM posting WHERE word = ? AND first <= ? ORDER BY first DESC LIMIT 1")
    let deleting = try SQLStatement(database, "DELETE FROM posting WHERE word = ? AND first = ?")
    let inserting = try SQLStatement(
      database, "INSERT INTO posting (word, first, steps) VALUES (?, ?, ?)")
    let words = Set(
      SearchText.indexed(text).utf8.split(separator: 0x20).map {
        Array($0.prefix(WordLists.longestWord))
      })
    for word in words {
      finding.bind(1, bytes: word)
      finding.bind(2, number)
      guard try finding.step() else { continue }
      let first = finding.int(0)
      let rest = finding.withBytes(1) { NumberList.removing(number, first: first, $0) }
      finding.reset()
      deleting.bind(1, bytes: word)
      deleting.bind(2, first)
      try deleting.run()
      guard let rest else { continue }
      inserting.bind(1, bytes: word)
      inserting.bind(2, rest.first)
      inserting.bind(3, bytes: rest.bytes)
      try inserting.run()
    }
  }
}

extension SearchHits {
  /// Adds the numbers of rows of first numbers and steps.
  fileprivate mutating func insert(_ rows: SQLStatement) throws {
    while try rows.step() {
      let first = rows.int(0)
      rows.withBytes(1) { insert(first: first, steps: $0) }
    }
  }
}
