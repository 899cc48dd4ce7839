import Foundation
import GRDB
import ReviewModel
import Synchronization

/// Makes the search of many texts, and their bands, beside the filling of the other tables: in a
/// file of its own, whose tables are copied at the end.
final class WordFilling: Sendable {
  private struct Text: Sendable {
    var number: Int
    var text: String
  }

  private struct State {
    var bands = LetterBands()
    var forms = SearchForms()
    var failure: (any Error)?
  }

  private let queue: DatabaseQueue
  private let path: String
  private let worker = DispatchQueue(label: "naskah.words")
  /// How many batches may wait.
  private let places = DispatchSemaphore(value: 8)
  private let state = Mutex(State())
  private let pending = Mutex<[Text]>([])
  private static let batchLength = 512

  /// - Parameter path: where its file is made, and removed again.
  init(path: String) throws {
    self.path = path
    Self.remove(path)
    var configuration = Configuration()
    // One transaction from the first text to the last.
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      // Few large parts are merged and found in faster than many small ones.
      try database.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          \(IndexSchema.search)
          INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
          BEGIN
          """)
    }
  }

  deinit { Self.remove(path) }

  private static func remove(_ path: String) {
    for suffix in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  /// Adds a text; texts come in the order of their numbers, each one more than the last.
  func add(_ number: Int, _ text: String) {
    let batch = pending.withLock { pending -> [Text]? in
      pending.append(Text(number: number, text: text))
      guard pending.count >= Self.batchLength else { return nil }
      defer { pending = [] }
      return pending
    }
    if let batch { hand(batch) }
  }

  private func hand(_ batch: [Text]) {
    places.wait()
    worker.async { [self] in
      defer { places.signal() }
      state.withLock { state in
        guard state.failure == nil else { return }
        do {
          try take(batch, &state)
        } catch {
          state.failure = error
        }
      }
    }
  }

  private func take(_ batch: [Text], _ state: inout State) throws {
    for text in batch { state.bands.append(LetterShape(text.text).bands) }
    try queue.writeWithoutTransaction { database in
      let statement = try SQLStatement(
        database, "INSERT INTO search (rowid, text) VALUES (?, ?)")
      for text in batch {
        statement.bind(1, text.number)
        statement.bind(2, utf8: state.forms.indexed(text.text))
        try statement.run()
      }
    }
  }

  private func wait() throws {
    let rest = pending.withLock { pending in
      defer { pending = [] }
      return pending
    }
    if !rest.isEmpty { hand(rest) }
    worker.sync {}
    try state.withLock { if let failure = $0.failure { throw failure } }
  }

  /// Takes a text out again.
  func remove(_ number: Int, _ text: String) throws {
    try wait()
    try queue.writeWithoutTransaction {
      try $0.execute(
        sql: "INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)",
        arguments: [number, SearchText.indexed(text)])
      try $0.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
    }
  }

  /// Waits for the end and copies the search into the empty one of another database.
  /// - Returns: the bands of all texts.
  func finish(into database: Database) throws -> LetterBands {
    try wait()
    try queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
    try database.execute(sql: "COMMIT")
    try database.execute(sql: "ATTACH ? AS words", arguments: [path])
    try database.execute(
      sql: """
        BEGIN;
        DELETE FROM search_data; INSERT INTO search_data SELECT * FROM words.search_data;
        DELETE FROM search_idx; INSERT INTO search_idx SELECT * FROM words.search_idx;
        COMMIT; DETACH words; BEGIN
        """)
    return state.withLock { state in
      defer { state.bands = LetterBands() }
      return state.bands
    }
  }
}
