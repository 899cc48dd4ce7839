import Foundation
import GRDB
import GitKit
import ReviewModel
import Synchronization

/// What is held in memory while empty tables are filled, where no index can be asked.
final class IndexFilling {
  /// The events written; empty where none can come twice.
  let seen: SeenEvents
  let hasher: TextHasher
  /// The marks of events, by number less one.
  private var events: [UInt64] = []
  private var followers: [MarkedNumber] = []
  /// The numbers of words by their hash.
  private var bodies = NumberTable<ObjectID>()
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
  init(path: String, checksEvents: Bool, hasher: TextHasher) {
    (self.path, self.hasher) = (path, hasher)
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

  /// Notes an event; their numbers follow one another from 1.
  func add(event id: ObjectID, following thread: ObjectID?) {
    events.append(id.prefix)
    guard let thread else { return }
    followers.append(MarkedNumber(mark: thread.prefix, number: UInt32(clamping: events.count)))
  }

  /// Notes words, whose numbers follow one another from 1.
  func add(_ id: ObjectID, _ number: Int, _ key: TextKey, _ text: String) throws {
    let number = UInt32(clamping: number)
    bodies.insert(id, number)
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
  func finish(_ database: Database) throws {
    let used = threads.indices.filter { threads[$0] > 0 }
    let lists = try madeWords?.finish()
    let gathering = madeWords?.gather(used)
    let names = sortedNames()
    if let lists { try WordRows.fill(database, lists, upTo: threads.count) }
    // Small parts are sorted in a processor's cache, and beside the reading of the next ones.
    try database.execute(sql: "PRAGMA cache_size = -4096; PRAGMA threads = 2")
    try database.execute(sql: IndexSchema.indexes)
    for (kind, sorting) in names {
      guard let entries = try sorting.value() else { continue }
      if kind == .event { try Self.checkEvents(entries, in: database) }
      try MarkedNames(kind, in: database).fill(entries)
    }
    if let letters = try gathering?.value() {
      try LetterGroups.fill(
        database, letters: used.map { (number: $0 + 1, threads: Int(threads[$0])) }, letters)
    }
    madeWords = nil
  }

  /// Sorts names beside other work. They are let go here, one kind after the other.
  private func sortedNames() -> [(MarkedNames.Kind, Pending<[MarkedNumber]>)] {
    let queue = DispatchQueue(label: "naskah.names")
    func sorted(_ marks: [MarkedNumber]) -> Pending<[MarkedNumber]> {
      // Taken out, so that it is sorted where it stands.
      let held = Mutex(marks)
      return Pending(on: queue) {
        var marks = held.withLock { marks in
          defer { marks = [] }
          return marks
        }
        marks.sort()
        return marks
      }
    }
    let ofEvents = events.enumerated().map { MarkedNumber(mark: $1, number: UInt32($0 + 1)) }
    events = []
    let ofBodies = bodies.entries.map { MarkedNumber(mark: $0.name.prefix, number: $0.number) }
    bodies = NumberTable()
    let ofLetters = numbersOfKeys.entries.compactMap { entry in
      threads[Int(entry.number) - 1] > 0
        ? MarkedNumber(mark: entry.name.prefix, number: entry.number) : nil
    }
    numbersOfKeys = NumberTable()
    return [
      (.event, sorted(ofEvents)), (.follower, sorted(followers)), (.body, sorted(ofBodies)),
      (.letter, sorted(ofLetters)),
    ]
  }

  /// - Throws: a broken constraint where an event came twice.
  private static func checkEvents(_ entries: [MarkedNumber], in database: Database) throws {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].mark == entries[start].mark { end += 1 }
      if end - start > 1 { try checkEvents(entries[start..<end], in: database) }
      start = end
    }
  }

  private static func checkEvents(
    _ entries: ArraySlice<MarkedNumber>, in database: Database
  ) throws {
    var ids: Set<Data> = []
    for entry in entries {
      let id = try Data.fetchOne(
        database.cachedStatement(sql: "SELECT id FROM event WHERE number = ?"),
        arguments: [entry.number])
      guard let id, ids.insert(id).inserted else {
        throw DatabaseError(resultCode: .SQLITE_CONSTRAINT)
      }
    }
  }
}

/// What is made beside other work.
final class Pending<Value: Sendable>: Sendable {
  private let isDone = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<Value, any Error>?>(nil)

  /// - Parameter queue: where it is made.
  init(on queue: DispatchQueue, of work: @escaping @Sendable () throws -> Value) {
    queue.async {
      let made = Result { try work() }
      self.result.withLock { $0 = made }
      self.isDone.signal()
    }
  }

  /// Waits for it; to be taken once.
  func value() throws -> Value? {
    isDone.wait()
    return try result.withLock { result in
      defer { result = nil }
      return result
    }?.get()
  }
}

/// Numbers by names that are hashes: for millions of them in half the memory of a dictionary.
struct NumberTable<Name: HashedName> {
  private(set) var entries: [(name: Name, number: UInt32)] = []
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

/// The events that came while tables were filled.
final class SeenEvents {
  private let isKept: Bool
  private var ids: Set<ObjectID> = []

  init(isKept: Bool) { self.isKept = isKept }

  /// Whether an event has not come yet.
  func isNew(_ id: ObjectID) -> Bool { !isKept || ids.insert(id).inserted }
}
