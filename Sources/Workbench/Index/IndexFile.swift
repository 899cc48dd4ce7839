import Foundation
import GRDB
import GitKit
import ReviewModel

/// The open index with the mark of its file: another process may have put a new one in its place,
/// and what is written to the old one is lost.
struct OpenIndex: Sendable {
  let queue: DatabaseQueue
  fileprivate let path: String?
  fileprivate let mark: UInt64?

  /// Whether it is still the one that others open.
  var isCurrent: Bool { path.map { IndexFile.mark(of: $0) == mark } ?? true }
}

/// The file of the index.
enum IndexFile {
  /// Opens the file; makes and fills it anew when it is of another version or damaged, beside the
  /// old one, which it then replaces; in memory where nothing can be written.
  static func open(
    in folder: String, anew: Bool = false,
    fill: (Database, IndexFilling) throws -> Void
  ) throws -> OpenIndex {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    guard FileManager.default.isWritableFile(atPath: folder) else {
      let queue = try DatabaseQueue(configuration: configuration)
      try self.fill(
        queue, words: NSTemporaryDirectory() + "naskah-\(RandomName.digits(16))", fill)
      return OpenIndex(queue: queue, path: nil, mark: nil)
    }
    let path = folder + "/index.sqlite"
    let before = mark(of: path)
    if !anew, let index = existing(path) {
      removeLeftovers(folder)
      return index
    }
    // One process makes it; the others find it made.
    let lock = try git { () throws(GitError) in
      try FileLock(path: folder + "/index.guard", timeout: .seconds(900))
    }
    defer { withExtendedLifetime(lock) {} }
    if !anew || mark(of: path) != before, let index = existing(path) { return index }
    try make(at: folder + "/index.new", words: folder + "/index.words", fill)
    try replace(path, by: folder + "/index.new")
    guard let index = existing(path) else { throw Failure.readOnly(path: path) }
    return index
  }

  /// Removes what a killed process left of an index under way: it holds words that may be erased.
  private static func removeLeftovers(_ folder: String) {
    let path = folder + "/index.new"
    guard mark(of: path) != nil,
      let lock = try? FileLock(path: folder + "/index.guard", timeout: .zero)
    else { return }
    defer { withExtendedLifetime(lock) {} }
    try? FileManager.default.removeItem(atPath: path)
  }

  private static func make(
    at path: String, words: String, _ fill: (Database, IndexFilling) throws -> Void
  ) throws {
    try? FileManager.default.removeItem(atPath: path)
    var configuration = configuration
    configuration.prepareDatabase { database in
      // A file that is not whole is never looked at.
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA temp_store = FILE; PRAGMA cache_size = -8192; PRAGMA threads = 1;
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try self.fill(queue, words: words, fill)
    try queue.close()
  }

  private static func fill(
    _ queue: DatabaseQueue, words: String, _ fill: (Database, IndexFilling) throws -> Void
  ) throws {
    func run(checksEvents: Bool) throws {
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "BEGIN; \(IndexSchema.tables)")
        do {
          let path = checksEvents ? words + ".2" : words
          let filling = try IndexFilling(
            path: path, checksEvents: checksEvents, hasher: TextHasher.made(in: database))
          try fill(database, filling)
          try database.execute(sql: "COMMIT; PRAGMA user_version = \(ReviewIndex.version)")
        } catch {
          // Without a journal nothing can be taken back.
          if database.isInsideTransaction { try? database.execute(sql: "COMMIT") }
          throw error
        }
      }
    }
    do {
      try run(checksEvents: false)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      // An event came twice: its id is looked up this time.
      try queue.erase()
      try run(checksEvents: true)
    }
  }

  /// Puts a new file in the place of the old one, while nobody writes to that: what a connection
  /// writes later finds that its file is no longer the one (`OpenIndex.isCurrent`).
  private static func replace(_ path: String, by new: String) throws {
    var configuration = configuration
    configuration.allowsUnsafeTransactions = true
    let old =
      mark(of: path) == nil ? nil : try? DatabaseQueue(path: path, configuration: configuration)
    try? old?.writeWithoutTransaction { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    defer { try? old?.close() }
    for suffix in ["-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    if rename(new, path) != 0 {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: new, toPath: path)
    }
  }

  /// The index as it is, where there is one.
  static func existing(in folder: String) -> OpenIndex? { existing(folder + "/index.sqlite") }

  private static func existing(_ path: String) -> OpenIndex? {
    // Taken first: should the file be replaced in between, the mark is not that of the new one.
    guard let mark = mark(of: path),
      let queue = try? DatabaseQueue(path: path, configuration: configuration),
      let version = try? queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }),
      version == ReviewIndex.version
    else { return nil }
    return OpenIndex(queue: queue, path: path, mark: mark)
  }

  fileprivate static func mark(of path: String) -> UInt64? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return UInt64(status.st_ino)
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
      // The index can be made anew from git, so a crash may cost it, never the log. After an
      // erasure no page of the file may still hold the words.
      try database.execute(
        sql: """
          PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32768;
          PRAGMA secure_delete = ON;
          """)
    }
    return configuration
  }
}
