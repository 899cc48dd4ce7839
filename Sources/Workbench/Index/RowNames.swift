import GRDB
import GitKit
import ReviewModel

/// Events by their ids, as whole names.
struct EventNames {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The number of an event.
  func number(of id: ObjectID) throws -> Int? {
    let checking = try SQLStatement(
      cached: "SELECT 1 FROM event WHERE number = ? AND id = ?", in: database)
    return try MarkedNames(.event, in: database).numbers(id.prefix).first {
      try checking.holds($0, id)
    }
  }

  /// The number of an event by the digits of its id.
  func number(of id: String) throws -> Int? { try ObjectID(id).flatMap(number) }

  /// The numbers of the events that follow a comment.
  func followers(of thread: String) throws -> [Int] {
    guard let thread = ObjectID(thread) else { return [] }
    let checking = try SQLStatement(
      cached: "SELECT 1 FROM event WHERE number = ? AND thread = ?", in: database)
    return try MarkedNames(.follower, in: database).numbers(thread.prefix).filter {
      try checking.holds($0, thread)
    }
  }

  /// The first events whose ids begin so, in the order of these, with their ids.
  /// - Parameters:
  ///   - prefix: 1 to 40 hexadecimal digits in lower case.
  ///   - isWanted: whether an event is asked for.
  func events(
    beginning prefix: String, limit: Int, _ isWanted: (Int) throws -> Bool
  ) throws -> [(number: Int, id: EventID)] {
    let digits = prefix.prefix(16)
    guard let lowest = UInt64(digits + String(repeating: "0", count: 16 - digits.count), radix: 16),
      let highest = UInt64(digits + String(repeating: "f", count: 16 - digits.count), radix: 16)
    else { return [] }
    let finding = try SQLStatement(database, "SELECT id FROM event WHERE number = ?")
    // What came later stands apart, so that the first of each are looked at.
    var found: [(number: Int, id: EventID)] = []
    var (count, wasLater) = (0, false)
    try MarkedNames(.event, in: database).forEach(lowest...highest) { number in
      if number > IndexSchema.lastFilled, !wasLater { (count, wasLater) = (0, true) }
      guard count < limit else { return number <= IndexSchema.lastFilled }
      finding.bind(1, number)
      defer { finding.reset() }
      guard try finding.step(), let id = finding.eventID(0), id.rawValue.hasPrefix(prefix),
        try isWanted(number)
      else { return true }
      found.append((number, id))
      count += 1
      return true
    }
    return Array(found.sorted { $0.id < $1.id }.prefix(limit))
  }
}

/// Words by their hashes, as whole names.
struct BodyNames {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The number of words.
  func number(of hash: ObjectID) throws -> Int? {
    let checking = try SQLStatement(
      cached: "SELECT 1 FROM body WHERE number = ? AND hash = ?", in: database)
    return try MarkedNames(.body, in: database).numbers(hash.prefix).first {
      try checking.holds($0, hash)
    }
  }

  /// The words of a number; nil where they are gone.
  func text(of number: Int) throws -> String? {
    let finding = try SQLStatement(cached: "SELECT text FROM body WHERE number = ?", in: database)
    finding.bind(1, number)
    defer { finding.reset() }
    return try finding.step() ? finding.text(0) : nil
  }

  /// The number of words under a hash, and the words.
  func words(_ hash: BodyDigest) throws -> (number: Int, text: String)? {
    guard let id = ObjectID(hash), let number = try number(of: id) else { return nil }
    return try text(of: number).map { (number, $0) }
  }
}

extension SQLStatement {
  /// Whether there is a row of a number and a name.
  fileprivate func holds(_ number: Int, _ name: ObjectID) throws -> Bool {
    bind(1, number)
    bind(2, name)
    defer { reset() }
    return try step()
  }

  /// The id in a column; nil where there is none.
  func eventID(_ column: Int32) -> EventID? {
    withBytes(column) { ObjectID(bytes: $0) }.flatMap { EventID(rawValue: $0.description) }
  }
}
