import GRDB
import ReviewModel

/// The letters under each band, as they stand in the tables.
final class BandTables {
  private let findingChunk: SQLStatement
  private let findingLetters: SQLStatement
  private let findingGroup: SQLStatement
  private let inserting: SQLStatement
  private let findingKey: SQLStatement
  private let insertingLetter: SQLStatement

  init(_ database: Database) throws {
    findingChunk = try SQLStatement(
      database, "SELECT first, entries FROM chunk WHERE first <= ? ORDER BY first DESC LIMIT 1")
    findingLetters = try SQLStatement(
      database, "SELECT letter FROM band WHERE band = ? ORDER BY letter")
    findingGroup = try SQLStatement(
      database, "SELECT ifnull(grp, number) FROM letter WHERE number = ?")
    inserting = try SQLStatement(
      database, "INSERT OR IGNORE INTO band (band, letter) VALUES (?, ?)")
    findingKey = try SQLStatement(database, "SELECT number FROM letter_name WHERE key = ?")
    insertingLetter = try SQLStatement(
      database, "INSERT INTO letter (number, key) VALUES (?, ?)")
  }

  /// The letters under a band, in the order in which they came; some may be gone.
  func letters(under name: Int) throws -> [Int] {
    var found: [Int] = []
    findingChunk.bind(1, name)
    if try findingChunk.step(), findingChunk.int(0) >> 32 == name >> 32 {
      found = findingChunk.withBytes(1) {
        LetterChunk.letters(under: UInt32(truncatingIfNeeded: name), in: $0)
      }
    }
    findingChunk.reset()
    findingLetters.bind(1, name)
    while try findingLetters.step() { found.append(findingLetters.int(0)) }
    return found
  }

  /// The group of a letter; nil for one that is gone.
  func group(of letter: Int) throws -> Int? {
    findingGroup.bind(1, letter)
    defer { findingGroup.reset() }
    return try findingGroup.step() ? findingGroup.int(0) : nil
  }

  /// The letter of a key.
  func letter(of key: TextKey) throws -> Int? {
    findingKey.bind(1, bytes: key.bytes)
    defer { findingKey.reset() }
    return try findingKey.step() ? findingKey.int(0) : nil
  }

  /// Adds a letter, alone.
  func add(letter: Int, _ key: TextKey) throws {
    insertingLetter.bind(1, letter)
    insertingLetter.bind(2, bytes: key.bytes)
    try insertingLetter.run()
  }

  /// Puts a letter under a band.
  func add(_ letter: Int, under name: Int) throws {
    inserting.bind(1, name)
    inserting.bind(2, letter)
    try inserting.run()
  }
}

/// Sorted entries of one band cut to pieces that are read with one look: each the value under the
/// band and the number of the letter, as two little-endian words.
enum LetterChunk {
  private static let length = 240

  /// Goes through the letters that share a value.
  static func buckets(
    of entries: [UInt64], _ body: (ArraySlice<UInt64>) throws -> Void
  ) rethrows {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == entries[start] >> 32 { end += 1 }
      if end - start > 1 { try body(entries[start..<end]) }
      start = end
    }
  }

  /// The first letters under each value: with others nothing is compared.
  static func witnesses(among entries: [UInt64]) -> [UInt64] {
    var witnesses: [UInt64] = []
    witnesses.reserveCapacity(entries.count)
    for (position, entry) in entries.enumerated()
    where position < LetterSets.witnesses
      || entries[position - LetterSets.witnesses] >> 32 != entry >> 32
    {
      witnesses.append(entry)
    }
    return witnesses
  }

  /// Cuts where the value changes. The entries hold indexes; letters are numbered from 1.
  static func cut(
    _ entries: [UInt64], _ body: (UInt32, [UInt8]) throws -> Void
  ) rethrows {
    var start = 0
    while start < entries.count {
      var end = min(start + length, entries.count)
      while end < entries.count, entries[end] >> 32 == entries[end - 1] >> 32 { end += 1 }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(8 * (end - start))
      for entry in entries[start..<end] {
        append(UInt32(entry >> 32), to: &bytes)
        append(UInt32(entry & 0xFFFF_FFFF) + 1, to: &bytes)
      }
      try body(UInt32(entries[start] >> 32), bytes)
      start = end
    }
  }

  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift: UInt32 in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  /// The letters under a value, in the order in which they came.
  static func letters(under value: UInt32, in bytes: UnsafeRawBufferPointer) -> [Int] {
    let count = bytes.count / 8
    func word(_ position: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * position, as: UInt32.self))
    }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if word(2 * middle) < value { low = middle + 1 } else { high = middle }
    }
    var letters: [Int] = []
    while low < count, word(2 * low) == value {
      letters.append(Int(word(2 * low + 1)))
      low += 1
    }
    return letters
  }
}
