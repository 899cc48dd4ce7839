import Foundation
import GRDB
import GitKit
import ReviewModel
import Synchronization

/// The review log as tables: a projection that can be thrown away, brought up to date at every
/// start by the difference between the refs seen last and those there now.
final class ReviewIndex: Sendable {
  private let repository: GitRepository
  private let database: Mutex<DatabaseQueue>
  /// Says which logs count.
  private let judge: TrustJudge

  /// Raised with every change of the tables; an index of another version is made anew.
  static let version = 4

  private static func folder(of repository: GitRepository) -> String {
    repository.commonFolder + "naskah"
  }

  /// Opens the index of a repository and brings it up to date.
  init(repository: GitRepository, judge: TrustJudge) throws {
    self.repository = repository
    self.judge = judge
    database = Mutex(try IndexFile.open(in: Self.folder(of: repository)))
    try update()
  }

  /// Runs a query; a damaged index is made anew first.
  func read<Value>(_ query: (Database) throws -> Value) throws -> Value {
    try repaired { try $0.read(query) }
  }

  private func repaired<Value>(_ work: (DatabaseQueue) throws -> Value) throws -> Value {
    do {
      return try work(database.withLock(\.self))
    } catch let error as DatabaseError where IndexFile.isDamage(error) {
      let anew = try IndexFile.open(in: Self.folder(of: repository), anew: true)
      database.withLock { $0 = anew }
      try anew.write(update)
      return try work(anew)
    }
  }

  /// The highest logical clock of all events.
  func highestClock() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT max(clock) FROM event") ?? 0 }
  }

  /// Takes in what has come since: by a command of this clone, by a plain `git fetch`, or by an
  /// erasure.
  private func update() throws {
    try repaired { queue in
      let refs = try LogRef.all(in: repository)
      let (known, isJudged) = try queue.read { database in
        (try Self.tips(database), try IndexTrust.isJudged(by: judge, in: database))
      }
      guard !isJudged || known != Self.tips(of: refs) else { return }
      try queue.write(update)
    }
  }

  /// Refs are listed anew here, where no other process can write: an older list would take the
  /// index back.
  private func update(_ database: Database) throws {
    let refs = try LogRef.all(in: repository)
    let known = try Self.tips(database)
    let present = Set(refs.map(\.name))
    let seen = try SeenHeads(repository)
    var intake = try IndexIntake(
      database: database, repository: repository, judge: judge, seen: seen)
    let isJudged = try IndexTrust.isJudged(by: judge, in: database)
    if isJudged, known.keys.allSatisfy(present.contains) {
      for ref in refs where known[ref.name] != ref.commit.description { try intake.take(ref) }
      if !intake.hasLoss {
        try intake.finish()
        return seen.recording(intake.sound, now: judge.now)
      }
    }
    // What one ref lost another may still hold.
    try IndexSchema.clear(database)
    intake = try IndexIntake(
      database: database, repository: repository, judge: judge, seen: seen)
    for ref in refs { try intake.take(ref) }
    try intake.takeLost()
    try intake.finish()
    try IndexTrust.setJudged(by: judge, in: database)
    seen.recording(intake.sound, now: judge.now)
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

/// The file of the index.
enum IndexFile {
  /// Opens the file, makes it anew when it is of another version or damaged, and falls back to
  /// memory where nothing can be written.
  static func open(in folder: String, anew: Bool = false) throws -> DatabaseQueue {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      return try prepared(DatabaseQueue(configuration: configuration))
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      return try prepared(DatabaseQueue(configuration: configuration))
    }
    let path = folder + "/index.sqlite"
    if !anew, let queue = existing(path) { return queue }
    // One process makes it; the others find it made.
    let lock = try git { () throws(GitError) in
      try FileLock(path: folder + "/index.lock", timeout: .seconds(60))
    }
    defer { withExtendedLifetime(lock) {} }
    if !anew, let queue = existing(path) { return queue }
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    return try prepared(DatabaseQueue(path: path, configuration: configuration))
  }

  private static func existing(_ path: String) -> DatabaseQueue? {
    guard FileManager.default.fileExists(atPath: path),
      let queue = try? DatabaseQueue(path: path, configuration: configuration),
      let version = try? queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }),
      version == ReviewIndex.version
    else { return nil }
    return queue
  }

  /// Whether an error tells that the file is no sound index.
  static func isDamage(_ error: DatabaseError) -> Bool {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN,
      .SQLITE_SCHEMA, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT, .SQLITE_ERROR:
      true
    default: false
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { database in
      // The index can be made anew from git, so a crash may cost it, never the log.
      try database.execute(
        sql: "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;")
    }
    return configuration
  }

  private static func prepared(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    try queue.write { database in
      try database.execute(sql: IndexSchema.sql)
      try database.execute(sql: "PRAGMA user_version = \(ReviewIndex.version)")
    }
    return queue
  }
}

/// The tables of the index.
enum IndexSchema {
  static let sql = """
    CREATE TABLE tip (
      ref TEXT PRIMARY KEY, store TEXT NOT NULL, writer TEXT NOT NULL, tip TEXT NOT NULL,
      tree TEXT NOT NULL
    ) WITHOUT ROWID;
    \(IndexTrust.sql)
    CREATE TABLE damage (ref TEXT NOT NULL, reason TEXT NOT NULL);
    CREATE TABLE event (
      id TEXT PRIMARY KEY, clock INTEGER NOT NULL, thread TEXT, body TEXT, json BLOB NOT NULL
    );
    CREATE INDEX event_thread ON event (thread);
    CREATE INDEX event_body ON event (body);
    CREATE INDEX event_clock ON event (clock);
    CREATE TABLE source (file TEXT NOT NULL, row INTEGER NOT NULL, event TEXT NOT NULL,
      clock INTEGER NOT NULL, PRIMARY KEY (file, row, event)) WITHOUT ROWID;
    CREATE TABLE alias (id TEXT PRIMARY KEY, thread TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE body (hash TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE person (subject TEXT PRIMARY KEY, name TEXT, contact TEXT) WITHOUT ROWID;
    CREATE TABLE thread (
      number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, draft TEXT NOT NULL,
      status TEXT NOT NULL, grp TEXT, text_key TEXT, clock INTEGER NOT NULL
    );
    CREATE INDEX thread_draft ON thread (draft, status);
    CREATE INDEX thread_text ON thread (text_key);
    CREATE VIRTUAL TABLE thread_text_search USING fts5(
      text, tokenize = "unicode61 remove_diacritics 2"
    );
    """

  /// Empties all tables.
  static func clear(_ database: Database) throws {
    let tables = ["tip", "damage", "event", "source", "alias", "body", "person", "thread"]
    for table in tables + IndexTrust.tables + ["thread_text_search"] {
      try database.execute(sql: "DELETE FROM \(table)")
    }
  }
}
