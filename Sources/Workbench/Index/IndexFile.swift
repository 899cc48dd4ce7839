import Foundation
import GRDB
import GitKit
import ReviewModel

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
      // The index can be made anew from git, so a crash may cost it, never the log. The cache
      // holds the keys of a million records, so that they are not read back while it fills. After
      // an erasure no page of the file may still hold the words.
      try database.execute(
        sql: """
          PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -98304;
          PRAGMA secure_delete = ON;
          """)
    }
    return configuration
  }

  private static func prepared(_ queue: DatabaseQueue) throws -> DatabaseQueue {
    try queue.write { database in
      try database.execute(sql: IndexSchema.tables + IndexSchema.indexes)
      try database.execute(sql: "PRAGMA user_version = \(ReviewIndex.version)")
    }
    return queue
  }
}

/// The tables of the index.
enum IndexSchema {
  /// - `event`: every event once, as its bytes.
  /// - `body`: words under their hash; its number is also the row of the search.
  /// - `letter`, `band`: groups of texts that say the same (`LetterGroups`).
  /// - `missing`: threads whose words have not arrived.
  /// - `thread`: one row a comment: what filters ask for, folded from its events.
  static let tables = """
    CREATE TABLE tip (
      ref TEXT PRIMARY KEY, store TEXT NOT NULL, writer TEXT NOT NULL, tip TEXT NOT NULL,
      tree TEXT NOT NULL
    ) WITHOUT ROWID;
    \(IndexTrust.sql)
    CREATE TABLE damage (ref TEXT NOT NULL, reason TEXT NOT NULL);
    CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE event (
      id TEXT PRIMARY KEY, clock INTEGER NOT NULL, thread TEXT, json BLOB NOT NULL
    );
    CREATE TABLE source (file TEXT NOT NULL, row INTEGER NOT NULL, event TEXT NOT NULL,
      clock INTEGER NOT NULL, PRIMARY KEY (file, row, event)) WITHOUT ROWID;
    CREATE TABLE alias (id TEXT PRIMARY KEY, thread TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE body (
      number INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, key BLOB NOT NULL, text TEXT NOT NULL
    );
    CREATE TABLE attachment (hash TEXT PRIMARY KEY, segment TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE missing (hash TEXT NOT NULL, thread TEXT NOT NULL, PRIMARY KEY (hash, thread))
      WITHOUT ROWID;
    CREATE TABLE person (subject TEXT PRIMARY KEY, name TEXT, contact TEXT) WITHOUT ROWID;
    CREATE TABLE thread (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, clock INTEGER NOT NULL,
      draft TEXT NOT NULL, base TEXT NOT NULL, address TEXT, status TEXT NOT NULL, grp TEXT, agency TEXT,
      grp_key TEXT, forum_key TEXT, office_key TEXT, due TEXT, day TEXT NOT NULL, imported INTEGER,
      body INTEGER, key BLOB
    );
    CREATE TABLE letter (key BLOB PRIMARY KEY, number INTEGER NOT NULL, grp INTEGER NOT NULL)
      WITHOUT ROWID;
    CREATE TABLE band (band INTEGER NOT NULL, letter INTEGER NOT NULL, PRIMARY KEY (band, letter))
      WITHOUT ROWID;
    CREATE VIRTUAL TABLE search USING fts5(
      text, content = '', columnsize = 0, detail = none, tokenize = 'ascii'
    );
    """

  static let indexes = """
    CREATE INDEX event_thread ON event (thread) WHERE thread IS NOT NULL;
    CREATE INDEX alias_thread ON alias (thread);
    CREATE INDEX thread_draft ON thread (draft, status, clock, id);
    CREATE INDEX thread_body ON thread (body);
    CREATE INDEX thread_key ON thread (key);
    CREATE INDEX thread_group ON thread (draft, grp_key);
    CREATE INDEX letter_group ON letter (grp);
    CREATE INDEX letter_number ON letter (number);
    """

  private static let indexNames = [
    "event_thread", "alias_thread", "thread_draft", "thread_body", "thread_key", "thread_group",
    "letter_group", "letter_number",
  ]

  private static let tableNames =
    [
      "tip", "damage", "counter", "event", "source", "alias", "body", "attachment", "missing",
      "person", "thread", "letter", "band",
    ] + IndexTrust.tables

  /// Empties all tables and drops what only slows their filling.
  static func startFilling(_ database: Database) throws {
    for name in indexNames { try database.execute(sql: "DROP INDEX IF EXISTS \(name)") }
    for name in tableNames { try database.execute(sql: "DELETE FROM \(name)") }
    try database.execute(sql: "INSERT INTO search (search) VALUES ('delete-all')")
  }

  /// Makes the indexes that `startFilling` dropped.
  static func endFilling(_ database: Database) throws { try database.execute(sql: indexes) }
}
