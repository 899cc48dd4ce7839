import Foundation
import GRDB
import GitKit
import ReviewModel

/// Keeps apart in the index what does not count: events set apart never reach the fold, and bodies
/// that were erased never come back.
struct IndexTrust {
  static let sql = """
    CREATE TABLE judged (fingerprint TEXT NOT NULL);
    CREATE TABLE verdict (
      ref TEXT PRIMARY KEY, writer TEXT NOT NULL, trust TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX verdict_writer ON verdict (writer);
    CREATE TABLE quarantine (
      id TEXT PRIMARY KEY, thread TEXT, draft TEXT, clock INTEGER NOT NULL, json BLOB NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX quarantine_thread ON quarantine (thread);
    CREATE TABLE erased (hash TEXT PRIMARY KEY, event TEXT NOT NULL) WITHOUT ROWID;
    """

  let database: Database
  let judge: TrustJudge
  let seen: SeenHeads
  private(set) var sound: [String: ObjectID] = [:]
  private var verdict = LogVerdict.unsigned
  private var lossy: Set<String> = []
  /// Whether anything was set apart, so that it may have to be taken back.
  private var hasQuarantine: Bool
  /// Whether empty tables are filled, where events cannot be looked up by their ids.
  private let isFilling: Bool
  private var present: Set<String> = []
  /// Whether the log begun last was worth something else before: what was taken of it then must be
  /// judged anew.
  private(set) var hasChangedVerdict = false

  init(database: Database, judge: TrustJudge, seen: SeenHeads, isFilling: Bool) throws {
    self.database = database
    self.isFilling = isFilling
    self.judge = judge
    self.seen = seen
    hasQuarantine = try Int.fetchOne(database, sql: "SELECT 1 FROM quarantine LIMIT 1") != nil
  }

  /// Whether the index was filled under the register in force now.
  static func isJudged(by judge: TrustJudge, in database: Database) throws -> Bool {
    try String.fetchOne(database, sql: "SELECT fingerprint FROM judged") ?? "" == judge.fingerprint
  }

  static func setJudged(by judge: TrustJudge, in database: Database) throws {
    try database.execute(sql: "DELETE FROM judged")
    try database.execute(sql: "INSERT INTO judged VALUES (?)", arguments: [judge.fingerprint])
  }

  /// Judges a log before its events come.
  mutating func begin(_ ref: LogRef, isLost: Bool) throws {
    verdict = try judge.verdict(on: ref, seen: seen)
    guard !isLost else { return }
    present.insert(ref.name)
    let before = try String.fetchOne(
      database, sql: "SELECT trust FROM verdict WHERE ref = ?", arguments: [ref.name])
    hasChangedVerdict = before != nil && before != verdict.trust.rawValue
    try database.execute(
      sql: "INSERT OR REPLACE INTO verdict VALUES (?, ?, ?)",
      arguments: [ref.name, ref.writer.rawValue, verdict.trust.rawValue])
    if verdict.trust == .quarantined { lossy.insert(ref.name) }
    if ref.writer != judge.own, verdict.trust != .quarantined { sound[ref.name] = ref.commit }
  }

  /// Whether a log is this clone's own.
  func isOwn(_ ref: LogRef) -> Bool {
    ref.writer == judge.own && ref.name == LogStore.log.ownRef(ref.writer)
  }

  /// The logs that were seen sound and of which something is missing now.
  func lost() throws -> [LogRef] {
    seen.heads.filter { lossy.contains($0.key) || !present.contains($0.key) }
      .sorted { $0.key < $1.key }.compactMap { LogRef(name: $0.key, commit: $0.value) }
  }

  /// Whether an event counts; one that does not is kept apart, unless another log vouches for it.
  mutating func admits(
    _ event: Event, id object: ObjectID, line: ArraySlice<UInt8>, of ref: LogRef
  ) throws -> Bool {
    guard event.writer == ref.writer, verdict.admits(event.type) else {
      hasQuarantine = true
      let id = object.description
      // While tables are filled this waits for the end (`takeBack`).
      if try !isFilling && EventNames(database).number(of: object) != nil { return false }
      var draft: String?
      if case .commentAdded(let comment) = event.payload {
        draft = comment.anchor.draft.description
      }
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO quarantine (id, thread, draft, clock, json)
          VALUES (:id, :thread, :draft, :clock, :json)
          """,
        arguments: [
          "id": id, "thread": event.thread?.rawValue, "draft": draft, "clock": event.clock,
          "json": Data(line),
        ])
      return false
    }
    if hasQuarantine {
      try database.execute(
        sql: "DELETE FROM quarantine WHERE id = ?", arguments: [object.description])
    }
    return true
  }

  /// Takes back what was set apart while tables were filled and another log vouches for.
  func takeBack() throws {
    let names = EventNames(database)
    let ids = try String.fetchCursor(database, sql: "SELECT id FROM quarantine")
    var vouched: [String] = []
    while let id = try ids.next() { if try names.number(of: id) != nil { vouched.append(id) } }
    for id in vouched {
      try database.cachedStatement(sql: "DELETE FROM quarantine WHERE id = ?").execute(
        arguments: [id])
    }
  }

  /// Whether a body or person of this name was erased.
  func isErased(_ name: String) throws -> Bool {
    try Int.fetchOne(
      database.cachedStatement(sql: "SELECT 1 FROM erased WHERE hash = ?"), arguments: [name])
      != nil
  }
}
