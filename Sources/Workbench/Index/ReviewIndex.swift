import Foundation
import GRDB
import GitKit
import ReviewModel
import Synchronization

/// The review log as tables: a projection that can be thrown away, brought up to date at every
/// start by the difference between the refs seen last and those there now.
final class ReviewIndex: Sendable {
  let repository: GitRepository
  private let database: Mutex<DatabaseQueue>

  /// Raised with every change of the tables; an index of another version is made anew.
  static let version = 3

  private static func folder(of repository: GitRepository) -> String {
    repository.commonFolder + "naskah"
  }

  /// Opens the index of a repository and brings it up to date.
  init(repository: GitRepository) throws {
    self.repository = repository
    database = Mutex(try IndexFile.open(in: Self.folder(of: repository)))
    try update()
  }

  /// Runs a query; a damaged index is made anew first.
  func read<Value>(_ query: (Database) throws -> Value) throws -> Value {
    try repaired { try $0.read(query) }
  }

  /// Runs a query that also keeps what it computed.
  func write<Value>(_ work: (Database) throws -> Value) throws -> Value {
    try repaired { try $0.write(work) }
  }

  private func repaired<Value>(_ work: (DatabaseQueue) throws -> Value) throws -> Value {
    do {
      return try work(database.withLock(\.self))
    } catch let error as DatabaseError where IndexFile.isDamage(error) {
      let anew = try IndexFile.open(in: Self.folder(of: repository), anew: true)
      database.withLock { $0 = anew }
      try anew.write { try update($0) }
      return try work(anew)
    }
  }

  /// The highest logical clock of all events.
  func highestClock() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT value FROM counter WHERE name = 'clock'") ?? 0 }
  }

  /// Takes in what has come since: by a command of this clone, by a plain `git fetch`, or by an
  /// erasure.
  func update() throws {
    try repaired { queue in
      let refs = try LogRef.all(in: repository)
      let known = try queue.read(Self.tips)
      guard known != Self.tips(of: refs) else { return }
      try queue.write { try update($0) }
    }
  }

  /// Throws the tables away and makes them from the refs.
  func rebuild() throws {
    let anew = try IndexFile.open(in: Self.folder(of: repository), anew: true)
    database.withLock { $0 = anew }
    try anew.write { try update($0) }
  }

  /// Refs are listed anew here, where no other process can write: an older list would take the
  /// index back.
  private func update(_ database: Database) throws {
    let refs = try LogRef.all(in: repository)
    let known = try Self.tips(database)
    let present = Set(refs.map(\.name))
    if !known.isEmpty, known.keys.allSatisfy(present.contains) {
      var intake = IndexIntake(database: database, repository: repository)
      let moved = refs.filter { known[$0.name] != $0.commit.description }
      for ref in Self.inOrder(moved) { try intake.take(ref) }
      guard intake.hasLoss else { return try intake.finish() }
    }
    // What one ref lost another may still hold.
    try IndexSchema.startFilling(database)
    var intake = IndexIntake(database: database, repository: repository)
    for ref in Self.inOrder(refs) { try intake.take(ref) }
    try IndexSchema.endFilling(database)
    try intake.finish()
  }

  /// Words come before the events that name them, so that each thread is folded once.
  private static func inOrder(_ refs: [LogRef]) -> [LogRef] {
    refs.filter { $0.store != .log } + refs.filter { $0.store == .log }
  }

  private static func tips(_ database: Database) throws -> [String: String] {
    try Row.fetchAll(database, sql: "SELECT ref, tip FROM tip").reduce(into: [:]) {
      $0[$1["ref"] as String] = $1["tip"] as String
    }
  }

  private static func tips(of refs: [LogRef]) -> [String: String] {
    refs.reduce(into: [:]) { $0[$1.name] = $1.commit.description }
  }
}
