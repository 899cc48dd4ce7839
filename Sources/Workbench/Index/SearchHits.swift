import GRDB

/// The words that a search found, by their numbers.
struct SearchHits: Sendable {
  private(set) var count = 0
  private var bits: [UInt64] = []

  mutating func insert(_ number: Int) {
    guard number >= 0 else { return }
    while bits.count <= number >> 6 {
      bits += repeatElement(0, count: max(number >> 6 + 1 - bits.count, bits.count))
    }
    bits[number >> 6] |= 1 << UInt64(number & 63)
    count += 1
  }

  func contains(_ number: Int) -> Bool {
    number >= 0 && number >> 6 < bits.count && bits[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  /// All of them, ascending.
  var numbers: [Int] {
    bits.indices.flatMap { index in
      bits[index] == 0 ? [] : (0..<64).map { index << 6 | $0 }.filter(contains)
    }
  }
}

extension ReviewIndex {
  /// The words that hold all of some words, or words that begin so, or other forms of them.
  func hits(_ search: String) throws -> SearchHits {
    try read { database in
      var hits = SearchHits()
      let expanding = try SQLStatement(
        database, "SELECT term FROM word WHERE term >= ? AND term < ? LIMIT ?")
      let query = try SearchText.query(search) { word in
        try Self.words(beginningWith: word, expanding)
      }
      guard let query else { return hits }
      let statement = try SQLStatement(database, "SELECT rowid FROM search WHERE search MATCH ?")
      statement.bind(1, query)
      while try statement.step() { hits.insert(statement.int(0)) }
      return hits
    }
  }

  /// Words that occur and begin so; nil where there are many: looking for a beginning takes several
  /// times as long as for a few whole words.
  private static func words(
    beginningWith word: [UInt8], _ statement: SQLStatement
  ) throws -> [String]? {
    let limit = 24
    statement.bind(1, utf8: word)
    // No byte of UTF-8 is greater.
    statement.bind(2, utf8: word + [0xFF])
    statement.bind(3, limit + 1)
    var found: [String] = []
    while try statement.step() { if let text = statement.text(0) { found.append(text) } }
    return found.count > limit ? nil : found
  }
}
