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
  /// Says which logs count.
  private let judge: Mutex<TrustJudge>

  /// Raised with every change of the tables; an index of another version is made anew.
  static let version = 5

  private static func folder(of repository: GitRepository) -> String {
    repository.commonFolder + "naskah"
  }

  /// Opens the index of a repository and brings it up to date.
  init(repository: GitRepository, judge: TrustJudge) throws {
    self.repository = repository
    self.judge = Mutex(judge)
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

  /// Takes in what has come since, under the register in force now.
  func update(judge: TrustJudge) throws {
    self.judge.withLock { $0 = judge }
    try update()
  }

  /// Takes in what has come since: by a command of this clone, by a plain `git fetch`, or by an
  /// erasure.
  private func update() throws {
    try repaired { queue in
      let refs = try LogRef.all(in: repository)
      let judge = judge.withLock(\.self)
      let (known, isJudged) = try queue.read { database in
        (try Self.tips(database), try IndexTrust.isJudged(by: judge, in: database))
      }
      guard !isJudged || known != Self.tips(of: refs) else { return }
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
    let seen = try SeenHeads(repository)
    let judge = judge.withLock(\.self)
    var intake = try IndexIntake(
      database: database, repository: repository, judge: judge, seen: seen)
    if try !known.isEmpty && IndexTrust.isJudged(by: judge, in: database),
      known.keys.allSatisfy(present.contains)
    {
      let moved = refs.filter { known[$0.name] != $0.commit.description }
      for ref in Self.inOrder(moved) { try intake.take(ref) }
      if !intake.hasLoss {
        try intake.finish()
        return seen.recording(intake.sound, now: judge.now)
      }
    }
    // What one ref lost another may still hold.
    try IndexSchema.startFilling(database)
    intake = try IndexIntake(
      database: database, repository: repository, judge: judge, seen: seen)
    for ref in Self.inOrder(refs) { try intake.take(ref) }
    try intake.takeLost()
    try IndexSchema.endFilling(database)
    try intake.finish()
    try IndexTrust.setJudged(by: judge, in: database)
    seen.recording(intake.sound, now: judge.now)
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
