import GRDB
import ReviewModel

/// The letters under each band, as they stand in the tables.
final class BandTables {
  private let findingChunk: SQLStatement
  private let findingLetters: SQLStatement
  private let findingGroup: SQLStatement
  private let inserting: SQLStatement

  init(_ database: Database) throws {
    findingChunk = try SQLStatement(
      database, "SELECT first, entries FROM chunk WHERE first <= ? ORDER BY first DESC LIMIT 1")
    findingLetters = try SQLStatement(
      database, "SELECT letter FROM band WHERE band = ? ORDER BY letter")
    findingGroup = try SQLStatement(
      database,
      """
      SELECT ifnull((SELECT grp FROM letter WHERE number = :letter), :letter)
      WHERE EXISTS (SELECT 1 FROM thread WHERE letter = :letter)
      """)
    inserting = try SQLStatement(
      database, "INSERT OR IGNORE INTO band (band, letter) VALUES (?, ?)")
  }

  /// The letters under a band, in the order in which they came; some may be gone.
  func letters(under name: Int) throws -> [Int] {
    var found: [Int] = []
    findingChunk.bind(1, name)
    if try findingChunk.step(), findingChunk.int(0) >> 32 == name >> 32 {
      found = findingChunk.withBytes(1) {
        LetterChunk.letters(
          under: UInt32(truncatingIfNeeded: name),
          first: UInt32(truncatingIfNeeded: findingChunk.int(0)), in: $0)
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

  /// Puts a letter under a band.
  func add(_ letter: Int, under name: Int) throws {
    inserting.bind(1, name)
    inserting.bind(2, letter)
    try inserting.run()
  }
}

/// Sorted entries of one band cut to pieces that are read with one look: each the value under
/// the band, as its distance from the last one, and the number of the letter, each seven bits a byte, the
/// lowest first.
enum LetterChunk {
  /// Two pieces fill a page.
  private static let byteLength = 1980

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
    var bytes: [UInt8] = []
    var (first, last): (UInt32, UInt32) = (0, 0)
    for entry in entries {
      let value = UInt32(entry >> 32)
      if bytes.count >= byteLength - 10, value != last {
        try body(first, bytes)
        bytes.removeAll(keepingCapacity: true)
      }
      if bytes.isEmpty { (first, last) = (value, value) }
      append(value &- last, to: &bytes)
      append(UInt32(entry & 0xFFFF_FFFF) &+ 1, to: &bytes)
      last = value
    }
    if !bytes.isEmpty { try body(first, bytes) }
  }

  @inline(__always)
  private static func append(_ word: UInt32, to bytes: inout [UInt8]) {
    var word = word
    while word >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: word) | 0x80)
      word >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: word))
  }

  /// The letters under a value, in the order in which they came.
  /// - Parameter first: the value of the first entry.
  static func letters(
    under value: UInt32, first: UInt32, in bytes: UnsafeRawBufferPointer
  ) -> [Int] {
    var letters: [Int] = []
    var (held, position) = (Int(first), 0)
    while position < bytes.count {
      held &+= NumberList.step(in: bytes, &position)
      let letter = NumberList.step(in: bytes, &position)
      if held > Int(value) { break }
      if held == Int(value) { letters.append(letter) }
    }
    return letters
  }
}
