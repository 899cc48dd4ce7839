import Foundation
import GRDB
import GitKit
import ReviewModel

/// What is held in memory while empty tables are filled, where no index can be asked.
final class IndexFilling {
  /// The events written; empty where none can come twice.
  let seen: SeenEvents
  /// The numbers of words by their hash.
  private var bodies = NumberTable<ObjectID>()
  /// The keys of words, by number less one.
  private(set) var keys: [TextKey] = []
  private let path: String
  private var madeWords: WordFilling?
  /// The first of the words of the same key, by number less one.
  private var firstOfKey: [UInt32] = []
  private var numbersOfKeys = NumberTable<TextKey>()
  /// How many threads say the words of a number, by number less one.
  private var threads: [UInt32] = []

  /// - Parameters:
  ///   - path: what the names of files for words begin with, made where there are any.
  ///   - checksEvents: whether an event may come twice.
  init(path: String, checksEvents: Bool) {
    self.path = path
    seen = SeenEvents(isKept: checksEvents)
  }

  private func words() throws -> WordFilling {
    if let madeWords { return madeWords }
    let words = try WordFilling(path: path)
    madeWords = words
    return words
  }

  /// The number of words.
  func number(of id: ObjectID) -> Int? { bodies.number(of: id).map { Int($0) } }

  /// Notes words, whose numbers follow one another from 1.
  func add(_ id: ObjectID, _ number: Int, _ key: TextKey, _ text: String) throws {
    let number = UInt32(clamping: number)
    bodies.insert(id, number)
    keys.append(key)
    let first = numbersOfKeys.number(of: key)
    if first == nil { numbersOfKeys.insert(key, number) }
    firstOfKey.append(first ?? number)
    threads.append(0)
    try words().add(Int(number), text)
  }

  /// The text that words are counted as: the first of the same key. All words must be there.
  func letter(of number: Int) -> Int {
    let letter = Int(firstOfKey[number - 1])
    threads[letter - 1] += 1
    return letter
  }

  /// Writes what is made of many records together, and the indexes.
  /// - Parameter events: how many events there are.
  func finish(_ database: Database, events: Int) throws {
    (bodies, numbersOfKeys) = (NumberTable(), NumberTable())
    let used = threads.indices.filter { threads[$0] > 0 }
    let lists = try madeWords?.finish()
    let gathering = madeWords?.gather(used)
    if let lists { try WordRows.fill(database, lists, upTo: keys.count) }
    // Small parts are sorted in a processor's cache, and beside the reading of the next ones.
    try database.execute(
      sql: "PRAGMA cache_size = -4096; PRAGMA threads = 2")
    try database.execute(sql: IndexSchema.indexes(events: events, bodies: keys.count))
    if let letters = try gathering?.letters() {
      try LetterGroups.fill(
        database, bodies: keys.count,
        letters: used.map { (number: $0 + 1, key: keys[$0], threads: Int(threads[$0])) },
        letters)
    } else {
      try database.execute(sql: IndexSchema.letterIndexes(bodies: keys.count))
    }
    madeWords = nil
  }
}

/// Numbers by names that are hashes: for millions of them in half the memory of a dictionary.
struct NumberTable<Name: HashedName> {
  private var entries: [(name: Name, number: UInt32)] = []
  /// Indexes of entries plus one.
  private var slots: [UInt32] = []

  private func slot(of name: Name) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: name.prefix) & mask
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].name != name { slot = (slot + 1) & mask }
    return slot
  }

  func number(of name: Name) -> UInt32? {
    guard !slots.isEmpty else { return nil }
    let found = slots[slot(of: name)]
    return found == 0 ? nil : entries[Int(found) - 1].number
  }

  /// Adds a name that is not there.
  mutating func insert(_ name: Name, _ number: UInt32) {
    if entries.count * 2 >= slots.count {
      slots = Array(repeating: 0, count: max(slots.count * 2, 1024))
      for (index, entry) in entries.enumerated() { slots[slot(of: entry.name)] = UInt32(index + 1) }
    }
    entries.append((name, number))
    slots[slot(of: name)] = UInt32(entries.count)
  }
}

/// A name that is a hash.
protocol HashedName: Equatable {
  /// Some of its bits.
  var prefix: UInt64 { get }
}

extension ObjectID: HashedName {}

extension TextKey: HashedName {
  var prefix: UInt64 { high }
}

/// The rows of files that came while tables were filled, a bit each.
struct SeenRows {
  private var words: [Int: [UInt64]] = [:]
  private var wordCount = 0
  /// A hostile log must not fill the memory with rows: a million files, or one of a trillion rows.
  private static let wordLimit = 1 << 20

  /// Whether a row surely has not come yet.
  mutating func isNew(_ file: Int, _ row: Int) -> Bool {
    let word = row >> 6
    let held = words[file]?.count ?? 0
    guard row >= 0, word < Self.wordLimit else { return false }
    if word >= held {
      let more = max(word + 1, 2 * held) - held
      guard wordCount + more <= Self.wordLimit else { return false }
      wordCount += more
      words[file, default: []] += Array(repeating: 0, count: more)
    }
    let bit = UInt64(1) << UInt64(row & 63)
    guard let known = words[file]?[word], known & bit == 0 else { return false }
    words[file]?[word] = known | bit
    return true
  }
}

/// The events that came while tables were filled.
final class SeenEvents {
  private let isKept: Bool
  private var ids: Set<ObjectID> = []

  init(isKept: Bool) { self.isKept = isKept }

  /// Whether an event has not come yet.
  func isNew(_ id: ObjectID) -> Bool { !isKept || ids.insert(id).inserted }
}
