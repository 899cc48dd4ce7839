import Foundation
import GRDB
import GitKit
import LegalText
import ReviewModel

/// Takes refs of the review log into the index, within one transaction.
struct IndexIntake {
  let database: Database
  let repository: GitRepository
  /// The threads whose state must be folded anew.
  private var touched: Set<String> = []
  /// Whether a ref lost something that it held: what is there must then be gathered from all refs.
  private(set) var hasLoss = false
  /// Says which logs and events count.
  private var trust: IndexTrust

  /// A segment holds at most 1 MB of the largest comment with its JSON escapes.
  private static let segmentLimit = 64 << 20

  init(database: Database, repository: GitRepository, judge: TrustJudge, seen: SeenHeads) throws {
    self.database = database
    self.repository = repository
    trust = try IndexTrust(database: database, judge: judge, seen: seen)
  }

  /// The logs of others that were found sound.
  var sound: [String: ObjectID] { trust.sound }

  /// Takes in the logs seen before that refs there now no longer hold.
  mutating func takeLost() throws {
    for ref in try trust.lost() { try take(ref, isLost: true) }
  }

  /// Takes in what a ref holds beyond what was indexed of that writer before.
  ///
  /// What cannot be read is noted and left out: nothing in a fetched ref may stop the work, or hide
  /// what stands beside it.
  mutating func take(_ ref: LogRef, isLost: Bool = false) throws {
    do {
      let tree = try repository.commit(ref.commit).tree
      let version = try format(of: tree)
      guard version == EventLog.formatVersion else {
        throw Failure.logNewer(ref: ref.name, version: version)
      }
      if ref.store == .log { try trust.begin(ref, isLost: isLost) }
      // What was lost is taken whole: what is left of it may stand apart.
      let base = isLost ? nil : try indexedTree(of: ref)
      if base?.isOfRef != true {
        try database.execute(sql: "DELETE FROM damage WHERE ref = ?", arguments: [ref.name])
      }
      for delta in try changes(from: base, to: tree) {
        guard SegmentPath.number(delta.pathBytes) != nil else { continue }
        // Another ref of the same writer may merely be behind.
        if delta.oldID != nil, base?.isOfRef == true { hasLoss = true }
        try take(delta, of: ref)
      }
      guard !isLost else { return }
      try database.execute(
        sql: "INSERT OR REPLACE INTO tip (ref, store, writer, tip, tree) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          ref.name, ref.store.rawValue, ref.writer.rawValue, ref.commit.description,
          tree.description,
        ])
    } catch {
      try note(error, of: ref)
    }
  }

  /// Keeps why something of a ref could not be read; faults of the index itself go on.
  private func note(_ error: any Error, of ref: LogRef) throws {
    let reason: String
    switch error {
    case let error as GitError: reason = error.message
    case let failure as Failure: reason = failure.code
    case let error as DecodingError: reason = YAMLProblem.sentence(error)
    default: throw error
    }
    try database.execute(
      sql: """
        INSERT INTO damage (ref, reason) SELECT :ref, :reason
        WHERE NOT EXISTS (SELECT 1 FROM damage WHERE ref = :ref AND reason = :reason)
        """, arguments: ["ref": ref.name, "reason": reason])
  }

  private func format(of tree: ObjectID) throws -> String {
    guard let entry = try repository.entry(at: "format", in: tree) else { return "" }
    let bytes = try repository.blob(entry.id, limit: 64)
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  }

  /// The tree of this store of the writer that was indexed before, and whether it was under this
  /// name.
  private func indexedTree(of ref: LogRef) throws -> (tree: ObjectID, isOfRef: Bool)? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT ref, tree FROM tip WHERE store = ? AND writer = ? ORDER BY ref = ? DESC LIMIT 1
        """, arguments: [ref.store.rawValue, ref.writer.rawValue, ref.name])
    guard let row, let tree = ObjectID(row["tree"] as String) else { return nil }
    return (tree, row["ref"] == ref.name)
  }

  private mutating func changes(
    from base: (tree: ObjectID, isOfRef: Bool)?, to tree: ObjectID
  ) throws -> [TreeDelta] {
    guard let base else { return try repository.changes(from: nil, to: tree) }
    do {
      return try repository.changes(from: base.tree, to: tree)
    } catch {
      // After an erasure the old tree may be gone from the repository.
      if base.isOfRef { hasLoss = true }
      return try repository.changes(from: nil, to: tree)
    }
  }

  private mutating func take(_ delta: TreeDelta, of ref: LogRef) throws {
    guard let new = delta.newID else { return }
    do {
      let bytes = try repository.blob(new, limit: Self.segmentLimit)
      for line in RecordLine.lines(of: bytes) { try take(line, of: ref) }
    } catch let error as GitError {
      try note(error, of: ref)
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>, of ref: LogRef) throws {
    do {
      switch ref.store {
      case .log: try take(event: line, of: ref)
      case .text: try take(body: RecordLine.decoded(BodyRecord.self, from: line))
      case .person: try take(person: RecordLine.decoded(PersonRecord.self, from: line))
      }
    } catch let error as DecodingError {
      try note(error, of: ref)
    }
  }

  private mutating func take(event line: ArraySlice<UInt8>, of ref: LogRef) throws {
    let event = try RecordLine.decoded(Event.self, from: line)
    let id = try EventID.of(Array(line)).rawValue
    guard try trust.admits(event, id: id, line: line, of: ref) else { return }
    try database.execute(
      sql: "INSERT OR IGNORE INTO event (id, clock, thread, body, json) VALUES (?, ?, ?, ?, ?)",
      arguments: [id, event.clock, event.thread?.rawValue, event.body, Data(line)])
    guard database.changesCount > 0 else { return }
    if case .commentAdded(let comment) = event.payload {
      if let source = comment.source {
        try take(source, event: id, clock: event.clock)
      } else {
        touched.insert(id)
      }
    } else if let thread = event.thread?.rawValue {
      touched.insert(try root(of: thread))
    }
  }

  /// The same row of a file imported in two clones is one comment: the event of the lower clock.
  private mutating func take(
    _ source: CommentAdded.Source, event: String, clock: Int
  ) throws {
    try database.execute(
      sql: "INSERT OR IGNORE INTO source (file, row, event, clock) VALUES (?, ?, ?, ?)",
      arguments: [source.file, source.row, event, clock])
    let ids = try String.fetchAll(
      database,
      sql: "SELECT event FROM source WHERE file = ? AND row = ? ORDER BY clock, event",
      arguments: [source.file, source.row])
    guard let first = ids.first else { return }
    touched.insert(first)
    try database.execute(sql: "DELETE FROM alias WHERE id = ?", arguments: [first])
    for other in ids.dropFirst() {
      try database.execute(
        sql: "INSERT OR REPLACE INTO alias (id, thread) VALUES (?, ?)", arguments: [other, first])
      touched.insert(other)
    }
  }

  private func root(of thread: String) throws -> String {
    try String.fetchOne(
      database, sql: "SELECT thread FROM alias WHERE id = ?", arguments: [thread]) ?? thread
  }

  private mutating func take(body: BodyRecord) throws {
    guard body.isSound, try !trust.isErased(body.hash) else { return }
    try database.execute(
      sql: "INSERT OR IGNORE INTO body (hash, text) VALUES (?, ?)",
      arguments: [body.hash, body.text])
    try touchThreads(withBody: body.hash)
  }

  private mutating func touchThreads(withBody hash: String) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, thread FROM event WHERE body = ?", arguments: [hash])
    for row in rows { touched.insert(try root(of: row["thread"] as String? ?? row["id"])) }
  }

  private mutating func take(person: PersonRecord) throws {
    guard try !trust.isErased(person.subject) else { return }
    try database.execute(
      sql: "INSERT OR REPLACE INTO person (subject, name, contact) VALUES (?, ?, ?)",
      arguments: [person.subject, person.name, person.contact])
  }

  /// Folds every touched thread anew.
  mutating func finish() throws {
    for id in touched {
      try database.execute(
        sql:
          "DELETE FROM thread_text_search WHERE rowid = (SELECT number FROM thread WHERE id = ?)",
        arguments: [id])
      try database.execute(sql: "DELETE FROM thread WHERE id = ?", arguments: [id])
      guard try root(of: id) == id, let thread = try ThreadRows.thread(id, in: database) else {
        continue
      }
      let text = try ThreadRows.body(thread.comment.body, in: database)
      try database.execute(
        sql: """
          INSERT INTO thread (id, draft, status, grp, text_key, clock)
          VALUES (?, ?, ?, ?, ?, (SELECT clock FROM event WHERE id = ?))
          """,
        arguments: [
          id, thread.comment.anchor.draft.description, thread.status.rawValue,
          thread.comment.group, try text.map(Self.textKey), id,
        ])
      if let text {
        try database.execute(
          sql: "INSERT INTO thread_text_search (rowid, text) VALUES (?, ?)",
          arguments: [database.lastInsertedRowID, text])
      }
    }
    touched = []
  }

  /// The same for texts that differ only in case and white space.
  static func textKey(_ text: String) throws -> String {
    try git { () throws(GitError) in
      try ObjectID.ofBlob(Array(Whitespace.collapsed(text).lowercased().utf8)).description
    }
  }
}

/// Reading threads back from the index.
enum ThreadRows {
  /// A thread folded from its events, those of its aliases included.
  static func thread(_ id: String, in database: Database) throws -> CommentThread? {
    guard let root = EventID(rawValue: id) else { return nil }
    let aliases = try String.fetchAll(
      database, sql: "SELECT id FROM alias WHERE thread = ?", arguments: [id])
    var events: [RecordedEvent] = []
    for name in [id] + aliases {
      let rows = try Row.fetchAll(
        database, sql: "SELECT id, json FROM event WHERE thread = ?", arguments: [name])
      events += try rows.map { try recorded($0, thread: root) }
    }
    guard
      let opening = try Row.fetchOne(
        database, sql: "SELECT id, json FROM event WHERE id = ?", arguments: [id])
    else { return nil }
    return CommentThread.folded(id: root, events: events + [try recorded(opening, thread: root)])
  }

  private static func recorded(_ row: Row, thread: EventID) throws -> RecordedEvent {
    let json: Data = row["json"]
    guard let id = EventID(rawValue: row["id"]) else {
      throw Failure.logDamaged(ref: "index", reason: "id")
    }
    let event = try JSONDecoder().decode(Event.self, from: json)
    return RecordedEvent(id: id, event: event.attached(to: thread))
  }

  /// The words under a hash.
  static func body(_ hash: BodyDigest, in database: Database) throws -> String? {
    try String.fetchOne(database, sql: "SELECT text FROM body WHERE hash = ?", arguments: [hash])
  }
}
