import Foundation
import GRDB
import GitKit
import ReviewModel

/// Takes refs of the review log into the index, within one transaction.
struct IndexIntake {
  let database: Database
  let repository: GitRepository
  /// The threads whose state must be folded anew: all but comments that nothing followed.
  private var touched: Set<String> = []
  private var highestClock = 0
  /// Whether a ref lost something that it held: what is there must then be gathered from all refs.
  private(set) var hasLoss = false
  /// Says which logs and events count.
  private var trust: IndexTrust

  /// A segment holds at most 1 MB of the largest comment with its JSON escapes, or attachments.
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
      if ref.store == .log {
        try trust.begin(ref, isLost: isLost)
        if trust.hasChangedVerdict { hasLoss = true }
      }
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
      for line in RecordLine.lines(of: bytes) {
        try take(Array(line), store: ref.store, segment: new, of: ref)
      }
    } catch let error as GitError {
      try note(error, of: ref)
    }
  }

  private mutating func take(
    _ line: [UInt8], store: LogStore, segment: ObjectID, of ref: LogRef
  ) throws {
    do {
      switch store {
      case .log: try take(event: line, of: ref)
      case .text:
        try take(body: RecordDecoder.decode(BodyRecord.self, from: line), segment: segment)
      case .person: try take(person: RecordDecoder.decode(PersonRecord.self, from: line))
      }
    } catch let error as DecodingError {
      try note(error, of: ref)
    }
  }

  /// Takes in one event: its line without the line feed.
  private mutating func take(event line: [UInt8], of ref: LogRef) throws {
    let event = try RecordDecoder.decode(Event.self, from: line)
    let id = try EventID.of(line).rawValue
    let isAdmitted = try trust.admits(event, id: id, line: line[...], of: ref)
    // The clock goes on in a log of one's own also while it is set apart.
    if isAdmitted || trust.isOwn(ref) { highestClock = max(highestClock, event.clock) }
    guard isAdmitted else { return }
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO event (id, clock, thread, json) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [id, event.clock, event.thread?.rawValue, Data(line)])
    guard database.changesCount > 0 else { return }
    if case .commentAdded(let comment) = event.payload {
      if let source = comment.source, try take(source, event: id, clock: event.clock) { return }
      try ThreadRows.insertOpening(id, comment, event, in: database)
      if try ThreadRows.isFollowed(id, in: database) { touched.insert(id) }
    } else if let thread = event.thread?.rawValue {
      touched.insert(thread)
    }
  }

  /// The same row of a file imported in two clones is one comment: the event of the lower clock.
  /// - Returns: whether the row was imported more than once, so that its thread must be folded.
  private mutating func take(
    _ source: CommentAdded.Source, event: String, clock: Int
  ) throws -> Bool {
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO source (file, row, event, clock) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [source.file, source.row, event, clock])
    let ids = try String.fetchAll(
      database.cachedStatement(
        sql: "SELECT event FROM source WHERE file = ? AND row = ? ORDER BY clock, event"),
      arguments: [source.file, source.row])
    guard let first = ids.first, ids.count > 1 else { return false }
    touched.insert(first)
    try database.execute(sql: "DELETE FROM alias WHERE id = ?", arguments: [first])
    for other in ids.dropFirst() {
      try database.execute(
        sql: "INSERT OR REPLACE INTO alias (id, thread) VALUES (?, ?)", arguments: [other, first])
      touched.insert(other)
    }
    return true
  }

  /// Takes in words, or an attachment: of that only where it stands.
  private mutating func take(body: BodyRecord, segment: ObjectID) throws {
    guard body.isSound, try !trust.isErased(body.hash) else { return }
    guard body.encoding == nil else {
      return try database.execute(
        sql: "INSERT OR REPLACE INTO attachment (hash, segment) VALUES (?, ?)",
        arguments: [body.hash, segment.description])
    }
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO body (hash, key, text) VALUES (?, ?, ?)"
    ).execute(arguments: [body.hash, try TextKey.of(body.text), body.text])
    guard database.changesCount > 0 else { return }
    try database.cachedStatement(sql: "INSERT INTO search (rowid, text) VALUES (?, ?)").execute(
      arguments: [database.lastInsertedRowID, SearchText.indexed(body.text)])
    let waiting = try String.fetchAll(
      database.cachedStatement(sql: "SELECT thread FROM missing WHERE hash = ?"),
      arguments: [body.hash])
    guard !waiting.isEmpty else { return }
    touched.formUnion(waiting)
    try database.execute(sql: "DELETE FROM missing WHERE hash = ?", arguments: [body.hash])
  }

  private mutating func take(person: PersonRecord) throws {
    guard try !trust.isErased(person.subject) else { return }
    try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO person (subject, name, contact) VALUES (?, ?, ?)"
    ).execute(arguments: [person.subject, person.name, person.contact])
  }

  /// Folds every touched thread anew.
  mutating func finish() throws {
    for id in Set(try touched.map { try ThreadRows.root(of: $0, in: database) }).union(touched) {
      try ThreadRows.refold(id, in: database)
    }
    touched = []
    try database.execute(
      sql: """
        INSERT INTO counter (name, value) VALUES ('clock', ?)
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """, arguments: [highestClock])
  }
}
