import Foundation
import GRDB
import GitKit
import ReviewModel

/// A row of an imported file.
private struct SourceRow: Hashable {
  var file: Int
  var row: Int
}

/// Takes refs of the review log into the index, within one transaction.
struct IndexIntake {
  let database: Database
  let repository: GitRepository
  /// The threads whose state must be folded anew: all but comments that nothing followed.
  private var touched: Set<String> = []
  /// The rows of files that several events hold.
  private var repeated: Set<SourceRow> = []
  private var highestClock = 0
  /// Whether a ref lost something that it held: what is there must then be gathered from all refs.
  var hasLoss = false
  /// The bodies and persons that refs lost.
  private var lost: Set<String> = []
  /// Says which logs and events count.
  private var trust: IndexTrust
  private let writer: IndexWriter
  /// What was erased while empty tables were filled.
  private var erased: [BodyDigest] = []

  init(
    database: Database, repository: GitRepository, judge: TrustJudge, seen: SeenHeads,
    filling: IndexFilling? = nil
  ) throws {
    self.database = database
    self.repository = repository
    writer = try IndexWriter(database, filling: filling)
    trust = try IndexTrust(
      database: database, judge: judge, seen: seen, isFilling: filling != nil)
  }

  /// The logs of others that were found sound.
  var sound: [String: ObjectID] { trust.sound }

  /// Whether something was lost for which no erasure gives the reason: the tables must be made anew
  /// then. What is erased is taken out of them, however it left its ref.
  func isLossy() throws -> Bool { try hasLoss || !lost.allSatisfy(trust.isErased) }

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
      let deltas = try changes(from: base, to: tree).filter {
        SegmentPath.number($0.pathBytes) != nil
      }
      // Another ref of the same writer may merely be behind.
      if base?.isOfRef == true {
        for delta in deltas { noteLoss(delta, of: ref) }
      }
      try take(deltas.compactMap(\.newID), of: ref)
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

  /// Notes what a ref no longer holds of a segment that it held.
  private mutating func noteLoss(_ delta: TreeDelta, of ref: LogRef) {
    guard let old = delta.oldID else { return }
    do {
      guard ref.store != .log else { throw Failure.logDamaged(ref: ref.name, reason: "lost") }
      let lines = try [old, delta.newID].compactMap(\.self).map {
        RecordLine.lines(of: try repository.blob($0, limit: SegmentReader.segmentLimit))
      }
      let kept = Set(lines.dropFirst().joined())
      for line in lines[0] where !kept.contains(line) {
        lost.insert(
          ref.store == .text
            ? try RecordLine.decoded(BodyRecord.self, from: line).hash
            : try RecordLine.decoded(PersonRecord.self, from: line).subject)
      }
    } catch {
      // What it was cannot be said.
      hasLoss = true
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

  private mutating func take(_ segments: [ObjectID], of ref: LogRef) throws {
    let reader = SegmentReader(repository, ref.store, segments, hasher: writer.filling?.hasher)
    for segment in segments {
      do {
        var records = try reader.next()
        // What is taken out need not be copied.
        while let record = records.popLast() { try take(record, segment: segment, of: ref) }
      } catch let error as GitError {
        try note(error, of: ref)
      }
    }
  }

  private mutating func take(
    _ record: consuming DecodedRecord, segment: ObjectID, of ref: LogRef
  ) throws {
    switch consume record {
    case .event(let event, let id, let line, let head):
      try take(event, id, line, head, of: ref)
    case .body(let body, let id, let key):
      if let id { try take(body, id, key, segment: segment) }
    case .person(let person): try take(person: person)
    case .broken(let error): try note(error, of: ref)
    }
  }

  /// Takes in one event: its line without the line feed.
  private mutating func take(
    _ event: Event, _ id: ObjectID, _ line: ArraySlice<UInt8>, _ head: RecordHead?, of ref: LogRef
  ) throws {
    let isAdmitted = try trust.admits(event, id: id, line: line, of: ref)
    // The clock goes on in a log of one's own also while it is set apart.
    if isAdmitted || trust.isOwn(ref) { highestClock = max(highestClock, event.clock) }
    guard isAdmitted else { return }
    if case .dataErased(let erasure) = event.payload { try erase(erasure, by: id.description) }
    guard let number = try writer.add(event: event, id: id, line: line, head: head)
    else { return }
    if case .commentAdded(let comment) = event.payload {
      if let source = comment.source, try take(source, event: number) { return }
      try writer.threads.add(
        ThreadFields(number: number, id: id, clock: event.clock, comment, time: event.time))
      // While tables are filled all followed threads are folded at the end.
      if writer.filling == nil, try writer.isFollowed(id) { touched.insert(id.description) }
    } else if let thread = event.thread?.rawValue {
      touched.insert(thread)
    }
  }

  private mutating func erase(_ erasure: DataErased, by event: String) throws {
    for name in erasure.bodies + [erasure.subject].compactMap(\.self) {
      try database.execute(
        sql: "INSERT OR IGNORE INTO erased VALUES (?, ?)", arguments: [name, event])
    }
    if let subject = erasure.subject {
      try database.execute(sql: "DELETE FROM person WHERE subject = ?", arguments: [subject])
    }
    erased += erasure.bodies
    if writer.filling == nil { try removeErased() }
  }

  private mutating func removeErased() throws {
    for hash in erased { try ThreadRows.removeBody(hash, in: database) }
    erased = []
  }

  /// The same row of a file imported in two clones is one comment: the event of the lower clock.
  /// - Returns: whether the row was imported more than once, so that its thread must be folded.
  private mutating func take(_ source: CommentAdded.Source, event: Int) throws -> Bool {
    let file = try writer.file(source.file)
    guard try writer.sources.add(file, source.row, event) else { return false }
    repeated.insert(SourceRow(file: file, row: source.row))
    return true
  }

  /// Takes in words, or an attachment: of that only where it stands.
  private mutating func take(
    _ body: BodyRecord, _ id: ObjectID, _ key: TextKey, segment: ObjectID
  ) throws {
    // While tables are filled the words come before what erases them.
    guard try writer.filling != nil || !trust.isErased(body.hash) else { return }
    guard body.encoding == nil else {
      return try database.execute(
        sql: "INSERT OR REPLACE INTO attachment (hash, segment) VALUES (?, ?)",
        arguments: [body.hash, segment.description])
    }
    guard try writer.add(body: body, id: id, key: key), writer.filling == nil else { return }
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

  /// Gives the rows that were imported more than once their first event.
  private mutating func foldRepeated() throws {
    for row in repeated {
      let ids = try SourceRows.events(of: row.file, row.row, in: database)
      guard let first = ids.first else { continue }
      touched.insert(first)
      try database.execute(sql: "DELETE FROM alias WHERE id = ?", arguments: [first])
      for other in ids.dropFirst() {
        try database.execute(
          sql: "INSERT OR REPLACE INTO alias (id, thread) VALUES (?, ?)", arguments: [other, first])
        touched.insert(other)
      }
    }
    repeated = []
  }

  /// Folds every touched thread anew.
  mutating func finish() throws {
    if writer.filling != nil {
      try writer.endFilling(without: erased)
      try trust.takeBack()
    }
    try removeErased()
    try foldRepeated()
    for id in Set(try touched.map { try ThreadRows.root(of: $0, in: database) }).union(touched)
      .sorted()
    {
      try ThreadRows.refold(id, by: writer)
    }
    touched = []
    try writer.finish()
    try database.execute(
      sql: """
        INSERT INTO counter (name, value) VALUES ('clock', ?)
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """, arguments: [highestClock])
  }
}
