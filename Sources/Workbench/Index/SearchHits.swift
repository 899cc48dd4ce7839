import GRDB

/// The words that a search found, by their numbers.
struct SearchHits: Sendable {
  private var bits: [UInt64]

  /// Room for numbers up to `last`; for greater ones it is made when they come.
  init(last: Int = -1) { bits = Array(repeating: 0, count: (max(last, -1) + 64) >> 6) }

  /// How many there are.
  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ number: Int) {
    guard number >= 0 else { return }
    while bits.count <= number >> 6 {
      bits += repeatElement(0, count: max(number >> 6 + 1 - bits.count, bits.count))
    }
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }

  /// Adds a list of numbers (`NumberList`); those for which there is no room are left out.
  mutating func insert(first: Int, steps: UnsafeRawBufferPointer) {
    bits.withUnsafeMutableBufferPointer { bits in
      NumberList.forEach(first: first, steps) { number in
        guard number >= 0, number >> 6 < bits.count else { return }
        bits[number >> 6] |= 1 << UInt64(number & 63)
      }
    }
  }

  /// Keeps what another search found too.
  mutating func keep(_ other: SearchHits) {
    for index in bits.indices { bits[index] &= index < other.bits.count ? other.bits[index] : 0 }
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
      var hits = try WordRows.hits(SearchText.words(search), in: database)
      // What came after the tables were filled.
      let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM body") ?? 0
      guard try last > WordRows.last(in: database) else { return hits }
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
