import Foundation
import GRDB
import GitKit
import ReviewModel

/// The review log as tables: a projection that can be thrown away, brought up to date at every
/// start by the difference between the refs seen last and those there now.
final class ReviewIndex: Sendable {
  let database: DatabaseQueue
  private let repository: GitRepository

  /// Raised with every change of the tables; an index of another version is made anew.
  static let version = 1

  /// Opens the index of a repository and brings it up to date.
  init(repository: GitRepository) throws {
    self.repository = repository
    database = try Self.open(in: repository.commonFolder + "naskah")
    try update()
  }

  /// Opens the file, makes it anew when it is of another version or damaged, and falls back to
  /// memory where nothing can be written.
  private static func open(in folder: String) throws -> DatabaseQueue {
    let path = folder + "/index.sqlite"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      return try prepared(DatabaseQueue(configuration: configuration))
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      return try prepared(DatabaseQueue(configuration: configuration))
    }
    if let queue = try? DatabaseQueue(path: path, configuration: configuration),
      let version = try? queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }),
      version == self.version
    {
      return queue
    }
    for suffix in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    return try prepared(DatabaseQueue(path: path, configuration: configuration))
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { database in
      // The index can be made anew from git, so a crash may cost it, never the log.
      try database.execute(sql: "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;")
    }
    return configuration
  }

  private static func prepared(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    try queue.write { database in
      try database.execute(sql: IndexSchema.sql)
      try database.execute(sql: "PRAGMA user_version = \(version)")
    }
    return queue
  }

  /// The highest logical clock of all events.
  func highestClock() throws -> Int {
    try database.read { try Int.fetchOne($0, sql: "SELECT max(clock) FROM event") ?? 0 }
  }

  /// Takes in what has come since: by a command of this clone, by a plain `git fetch`, or by an
  /// erasure.
  func update() throws {
    let refs = try LogRef.all(in: repository)
    let known = try database.read { database in
      try Row.fetchAll(database, sql: "SELECT ref, tip FROM tip").reduce(into: [:]) {
        $0[$1["ref"] as String] = $1["tip"] as String
      }
    }
    let moved = refs.filter { known[$0.name] != $0.commit.description }
    guard !moved.isEmpty || known.count != refs.count else { return }
    try database.write { database in
      var intake = IndexIntake(database: database, repository: repository)
      for ref in moved { try intake.take(ref) }
      let names = Set(refs.map(\.name))
      for name in known.keys where !names.contains(name) {
        try database.execute(sql: "DELETE FROM tip WHERE ref = ?", arguments: [name])
      }
      try intake.finish()
    }
  }
}

/// The tables of the index.
enum IndexSchema {
  static let sql = """
    CREATE TABLE tip (
      ref TEXT PRIMARY KEY, store TEXT NOT NULL, writer TEXT NOT NULL, tip TEXT NOT NULL,
      tree TEXT NOT NULL
    ) WITHOUT ROWID;
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
}
