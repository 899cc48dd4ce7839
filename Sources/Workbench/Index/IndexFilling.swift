import Foundation
import GRDB
import GitKit
import ReviewModel

/// What is held in memory while empty tables are filled, where no index can be asked.
final class IndexFilling {
  /// The events written; empty where none can come twice.
  let seen: SeenEvents
  /// The numbers of words by their hash.
  private(set) var bodies: [ObjectID: UInt32] = [:]
  /// The keys of words, by number less one.
  private(set) var keys: [TextKey] = []
  private let path: String
  private var madeWords: WordFilling?
  /// The first of the words of the same key, by number less one.
  private var firstOfKey: [UInt32] = []
  /// How many threads say the words of a number, by number less one.
  private var threads: [UInt32] = []

  /// - Parameters:
  ///   - path: of a file for the search, made where there are words.
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

  /// Notes words, whose numbers follow one another from 1.
  func add(_ id: ObjectID, _ number: Int, _ key: TextKey, _ text: String) throws {
    bodies[id] = UInt32(clamping: number)
    keys.append(key)
    try words().add(number, text)
  }

  /// Takes words out again that were erased.
  func remove(_ number: Int, _ text: String) throws { try words().remove(number, text) }

  /// The text that words are counted as: the first of the same key. All words must be there.
  func letter(of number: Int) -> Int {
    if firstOfKey.count != keys.count {
      firstOfKey = Self.firstOfEqual(keys)
      threads = Array(repeating: 0, count: keys.count)
    }
    let letter = Int(firstOfKey[number - 1])
    threads[letter - 1] += 1
    return letter
  }

  private static func firstOfEqual(_ keys: [TextKey]) -> [UInt32] {
    let order = keys.indices.map { UInt32($0) }.sorted {
      let (left, right) = (keys[Int($0)], keys[Int($1)])
      return left.high != right.high
        ? left.high < right.high : left.low != right.low ? left.low < right.low : $0 < $1
    }
    var result = [UInt32](repeating: 0, count: keys.count)
    var first: UInt32 = 0
    for (position, index) in order.enumerated() {
      if position == 0 || keys[Int(index)] != keys[Int(order[position - 1])] { first = index }
      result[Int(index)] = first + 1
    }
    return result
  }

  /// Writes what is made of many records together, and the indexes.
  func finish(_ database: Database) throws {
    bodies = [:]
    let bands = try madeWords?.finish(into: database) ?? LetterBands()
    madeWords = nil
    try database.execute(sql: IndexSchema.indexes)
    try database.execute(
      sql: """
        INSERT INTO tally SELECT spot, status, ifnull(grp, 0), count(*) FROM thread GROUP BY 1, 2, 3
        """)
    if firstOfKey.count != keys.count { firstOfKey = Self.firstOfEqual(keys) }
    let used = threads.indices.filter { threads[$0] > 0 }
    try LetterGroups.fill(
      database, letters: used.map { (number: $0 + 1, key: keys[$0], threads: Int(threads[$0])) },
      bands: bands)
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
