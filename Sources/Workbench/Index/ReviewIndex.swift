import Foundation
import GRDB
import GitKit
import ReviewModel
import Synchronization

/// The review log as tables: a projection that can be thrown away, brought up to date at every
/// start by the difference between the refs seen last and those there now.
final class ReviewIndex: Sendable {
  let repository: GitRepository
  private let database: Mutex<OpenIndex?>
  /// How often it was opened.
  private let openings = Mutex(0)
  /// Says which logs count.
  private let judge: Mutex<TrustJudge>

  /// Raised with every change of the tables; an index of another version is made anew.
  static let version = 12

  static func folder(of repository: GitRepository) -> String {
    repository.commonFolder + "naskah"
  }

  /// Opens the index of a repository and brings it up to date, or makes it anew.
  init(repository: GitRepository, judge: TrustJudge, anew: Bool = false) throws {
    self.repository = repository
    self.judge = Mutex(judge)
    database = Mutex(nil)
    if anew { try rebuild() } else { try update() }
  }

  /// Runs a query; a damaged index is made anew first.
  func read<Value>(_ query: (Database) throws -> Value) throws -> Value {
    try repaired { try $0.queue.read(query) }
  }

  /// Changes tables as they stand; nothing where another process put new ones in their place.
  func write(_ change: (Database) throws -> Void) throws {
    try repaired { index in
      guard index.isCurrent else { return }
      try index.queue.write(change)
    }
  }

  /// Changes tables as they stand where nobody else is about to and there is room; otherwise, and
  /// where that fails, nothing.
  func writeAtOnce(_ change: (Database) throws -> Void) {
    guard let index = database.withLock(\.self), index.isCurrent else { return }
    try? index.queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA busy_timeout = 0")
      defer { try? database.execute(sql: "PRAGMA busy_timeout = 30000") }
      try database.inTransaction(.immediate) {
        try change(database)
        return .commit
      }
    }
  }

  private func repaired<Value>(_ work: (OpenIndex) throws -> Value) throws -> Value {
    do {
      return try work(opened())
    } catch let error as DatabaseError where IndexFile.isDamage(error) {
      return try work(opened(anew: true))
    }
  }

  /// The index, opened or made when it is first asked for.
  private func opened(anew: Bool = false) throws -> OpenIndex {
    if !anew, let opened = database.withLock(\.self) { return opened }
    let index = try IndexFile.open(in: Self.folder(of: repository), anew: anew) { try fill($0, $1) }
    database.withLock { $0 = index }
    openings.withLock { $0 += 1 }
    return index
  }

  /// Runs queries of which one hands numbers of rows to the next: anew where the index was found
  /// damaged in between, since one made anew numbers rows otherwise.
  func consistently<Value>(_ queries: () throws -> Value) throws -> Value {
    for _ in 0..<2 {
      let before = openings.withLock(\.self)
      let value = try queries()
      if openings.withLock(\.self) == before { return value }
    }
    return try queries()
  }

  /// Finishes what updates left for when it is asked for: the groups of letters.
  func settle() throws {
    let waits = try read { database in
      try Int.fetchOne(
        database.cachedStatement(sql: "SELECT 1 FROM waiting LIMIT 1")) != nil
    }
    guard waits else { return }
    try repaired { index in
      try index.queue.write { database in
        var letters = LetterGroups(database: database)
        try letters.settle()
      }
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
    let isDone = try repaired { index in
      let refs = try LogRef.all(in: repository)
      let judge = judge.withLock(\.self)
      let (known, isJudged) = try index.queue.read { database in
        (try Self.tips(database), try IndexTrust.isJudged(by: judge, in: database))
      }
      if isJudged && known == Self.tips(of: refs) { return true }
      return try index.queue.writeWithoutTransaction { database in
        var isDone = false
        try database.inTransaction(.immediate) {
          isDone = try index.isCurrent && update(database)
          return isDone ? .commit : .rollback
        }
        return isDone
      }
    }
    guard !isDone else { return }
    // Put in its place by another process, or no longer to be brought up to date.
    database.withLock { $0 = nil }
    if try !isUpToDate() { try rebuild() }
  }

  /// Whether the index that another process has put in place holds all refs.
  private func isUpToDate() throws -> Bool {
    let refs = try LogRef.all(in: repository)
    let judge = judge.withLock(\.self)
    return try repaired { index in
      try index.queue.read { database in
        try IndexTrust.isJudged(by: judge, in: database)
          && Self.tips(database) == Self.tips(of: refs)
      }
    }
  }

  /// Throws the tables away and makes them from the refs.
  func rebuild() throws { _ = try opened(anew: true) }

  /// Refs are listed anew here, where no other process can write: an older list would take the
  /// index back.
  /// - Returns: false where it cannot be brought up to date and must be made anew: the register
  ///   changed, or a ref is gone or lost something that it held; or where that is faster.
  private func update(_ database: Database) throws -> Bool {
    let refs = try LogRef.all(in: repository)
    let known = try Self.tips(database)
    let present = Set(refs.map(\.name))
    let judge = judge.withLock(\.self)
    guard try IndexTrust.isJudged(by: judge, in: database), known.keys.allSatisfy(present.contains)
    else { return false }
    let seen = try SeenHeads(repository)
    var intake = try IndexIntake(
      database: database, repository: repository, judge: judge, seen: seen)
    let changed = refs.filter { known[$0.name] != $0.commit.description }
    guard try !intake.isOutgrown(by: changed) else { return false }
    for ref in Self.inOrder(changed) { try intake.take(ref) }
    guard try !intake.isLossy() else { return false }
    try intake.finish()
    seen.recording(intake.sound, now: judge.now)
    return true
  }

  /// Fills empty tables from all refs: what one ref lost another may still hold.
  private func fill(_ database: Database, _ filling: IndexFilling) throws {
    let judge = judge.withLock(\.self)
    let seen = try SeenHeads(repository)
    var intake = try IndexIntake(
      database: database, repository: repository, judge: judge, seen: seen, filling: filling)
    for ref in Self.inOrder(try LogRef.all(in: repository)) { try intake.take(ref) }
    try intake.takeLost()
    try intake.finish()
    try IndexTrust.setJudged(by: judge, in: database)
    seen.recording(intake.sound, now: judge.now)
  }

  /// Words come before the events that name them, so that each thread is folded once.
  private static func inOrder(_ refs: [LogRef]) -> [LogRef] {
    refs.filter { $0.store != .log } + refs.filter { $0.store == .log }
  }

  static func tips(_ database: Database) throws -> [String: String] {
    try Row.fetchAll(database, sql: "SELECT ref, tip FROM tip").reduce(into: [:]) {
      $0[$1["ref"] as String] = $1["tip"] as String
    }
  }

  static func tips(of refs: [LogRef]) -> [String: String] {
    refs.reduce(into: [:]) { $0[$1.name] = $1.commit.description }
  }
}
