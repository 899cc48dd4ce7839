import Foundation
import GRDB
import ReviewModel
import Synchronization

/// Makes the search of many texts, and their shapes, beside the filling of the other tables: in a
/// file of its own, whose tables are copied at the end.
final class WordFilling: Sendable {
  private struct Text: Sendable {
    var number: Int
    var text: String
  }

  private struct State {
    var spool: LetterSpool
    var forms = SearchForms()
    var hashes: [UInt64] = []
    var failure: (any Error)?
  }

  private let queue: DatabaseQueue
  private let path: String
  private let worker = DispatchQueue(label: "naskah.words")
  /// How many batches may wait.
  private let places = DispatchSemaphore(value: 8)
  private let state: Mutex<State>
  private let pending = Mutex<[Text]>([])
  private static let batchLength = 512

  /// - Parameter path: where its file is made, and removed again.
  init(path: String) throws {
    self.path = path
    Self.remove(path)
    let spool = try LetterSpool(path: path)
    state = Mutex(State(spool: spool))
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
    try queue.writeWithoutTransaction { database in
      let statement = try SQLStatement(
        database, "INSERT INTO search (rowid, text) VALUES (?, ?)")
      for text in batch {
        statement.bind(1, text.number)
        statement.bind(2, utf8: state.forms.indexed(text.text, &state.hashes))
        try statement.run()
        try state.spool.append(
          state.hashes.isEmpty ? LetterShape(text.text) : LetterShape(words: state.hashes))
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

  /// Waits for the end.
  func finish() throws {
    try wait()
    try queue.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
  }

  /// Copies the search, once it is finished, into the empty one of another database.
  func copy(into database: Database) throws {
    try database.execute(sql: "COMMIT")
    try database.execute(sql: "ATTACH ? AS words", arguments: [path])
    try database.execute(
      sql: """
        BEGIN;
        DELETE FROM search_data; INSERT INTO search_data SELECT * FROM words.search_data;
        DELETE FROM search_idx; INSERT INTO search_idx SELECT * FROM words.search_idx;
        COMMIT; DETACH words; BEGIN
        """)
  }

  /// Gathers letters beside other work, once all texts are there.
  /// - Parameter texts: the indexes of the letters among the texts, ascending.
  func gather(_ texts: [Int]) -> LetterGathering {
    let gathering = LetterGathering()
    worker.async { [self] in
      state.withLock { state in
        gathering.end(
          Result {
            if let failure = state.failure { throw failure }
            try state.spool.finish()
            return try LetterGathering.letters(texts, in: state.spool, path: path)
          })
      }
    }
    return gathering
  }
}

/// Letters that were gathered.
struct GatheredLetters: Sendable {
  /// Those that say the same, by the indexes of their texts.
  var sets: LetterSets
  /// The letters under each band.
  var chunks: ChunkSpool
}

/// Letters being gathered beside other work.
final class LetterGathering: Sendable {
  private let isDone = DispatchSemaphore(value: 0)
  private let result = Mutex<Result<GatheredLetters, any Error>?>(nil)

  fileprivate func end(_ letters: Result<GatheredLetters, any Error>) {
    result.withLock { $0 = letters }
    isDone.signal()
  }

  /// Waits for the letters, once.
  func letters() throws -> GatheredLetters? {
    isDone.wait()
    return try result.withLock { $0 }?.get()
  }

  /// Shapes that are held at a time.
  private static let heldShapes = 1 << 14

  fileprivate static func letters(
    _ texts: [Int], in spool: LetterSpool, path: String
  ) throws -> GatheredLetters {
    var shapes: [Int: LetterShape] = [:]
    func shape(_ text: Int) throws -> LetterShape {
      if let known = shapes[text] { return known }
      if shapes.count >= heldShapes { shapes.removeAll(keepingCapacity: true) }
      let shape = try spool.shape(of: text)
      shapes[text] = shape
      return shape
    }
    var sets = LetterSets(count: (texts.last ?? -1) + 1)
    var chunks = try ChunkSpool(path: path)
    for band in 0..<LetterShape.bandCount {
      let entries = try spool.ordered(band, of: texts)
      try LetterChunk.buckets(of: entries) { bucket in
        try sets.gather(bucket) { left, right in
          try spool.mayBeVariants(left, right) && shape(left).isVariant(of: shape(right))
        }
      }
      try LetterChunk.cut(LetterChunk.witnesses(among: entries)) {
        try chunks.append(band << 32 | Int($0), $1)
      }
    }
    return GatheredLetters(sets: sets, chunks: chunks)
  }
}
