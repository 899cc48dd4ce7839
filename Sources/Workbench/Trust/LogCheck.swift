import GitKit
import ReviewModel

/// Reads logs and bodies from end to end and keeps what is wrong with them.
struct LogCheck {
  let judge: TrustJudge
  let seen: SeenHeads
  private(set) var logs: [VerifyReport.Log] = []
  private(set) var findings: [TrustFinding] = []
  private(set) var eventCount = 0
  private(set) var sound: [String: ObjectID] = [:]
  /// The writers of each key.
  private var writersOfKey: [SSHPublicKey: Set<WriterID>] = [:]
  private var trees: [String: (ref: LogRef, tree: ObjectID, segments: Int)] = [:]
  private var bodiesNamed: [WriterID: Set<BodyKey>] = [:]
  private var bodiesHeld: Set<BodyKey> = []
  private var erased: Set<BodyKey> = []
  private var checkpoints: [(ref: String, heads: [String: LogCheckpoint.Head])] = []

  /// A body's hash in twenty bytes: there may be millions.
  typealias BodyKey = ObjectID

  /// An event's line is no longer than its longest comment's anchor allows.
  static let lineLimit = 1 << 20

  private var repository: GitRepository { judge.repository }

  init(judge: TrustJudge, seen: SeenHeads) {
    self.judge = judge
    self.seen = seen
  }

  mutating func find(_ kind: TrustFinding.Kind, _ ref: LogRef, _ subject: String? = nil) {
    findings.append(TrustFinding(kind, ref: ref.name, subject: subject))
  }

  /// Reads one log.
  mutating func log(_ ref: LogRef) throws {
    var line = VerifyReport.Log(
      ref: ref.name, writer: ref.writer, trust: .quarantined, principal: nil, segments: 0, events: 0
    )
    defer { logs.append(line) }
    guard let tree = try soundTree(of: ref) else { return }
    var verdict = try judge.verdict(on: ref, seen: seen, trustsOwn: false)
    if verdict.key != nil, verdict.trust != .quarantined, try otherKeyInHistory(of: ref, verdict) {
      (verdict.trust, verdict.finding) = (.quarantined, .changedKey)
    }
    if let finding = verdict.finding { find(finding, ref, verdict.principal) }
    if let key = verdict.key { writersOfKey[key, default: []].insert(ref.writer) }
    (line.trust, line.principal) = (verdict.trust, verdict.principal)
    var reader = EventReader(ref: ref, verdict: verdict)
    let segments = try segments(of: tree, ref) { check, number, bytes in
      reader.segment(number, bytes, &check)
    }
    (line.segments, line.events) = (segments, reader.count)
    eventCount += reader.count
    trees[ref.name] = (ref, tree, segments)
    if verdict.trust != .quarantined, ref.writer != judge.own { sound[ref.name] = ref.commit }
  }

  /// The tree of a log or text ref of a format that is known.
  private mutating func soundTree(of ref: LogRef) throws -> ObjectID? {
    do throws(GitError) {
      let tree = try repository.commit(ref.commit).tree
      guard let entry = try repository.entry(at: "format", in: tree) else {
        find(.notALog, ref)
        return nil
      }
      let bytes = try repository.blob(entry.id, limit: 64)
      guard
        String(decoding: bytes, as: UTF8.self).filter({ !$0.isWhitespace })
          == EventLog.formatVersion
      else {
        find(.newerFormat, ref)
        return nil
      }
      return tree
    } catch {
      find(.notALog, ref, error.message)
      return nil
    }
  }

  /// Whether any commit of a log was signed with another key.
  private func otherKeyInHistory(of ref: LogRef, _ verdict: LogVerdict) throws -> Bool {
    var next: ObjectID? = ref.commit
    while let id = next {
      let commit = try git { () throws(GitError) -> Commit? in
        guard try repository.object(id)?.kind == .commit else { return nil }
        return try repository.commit(id)
      }
      guard let commit else { return false }
      if let header = commit.signature, let used = SSHSignature(armoured: header)?.key,
        used != verdict.key
      {
        return true
      }
      next = commit.parents.first
    }
    return false
  }

  /// Goes through the segments in order, each folder read when it is come to; gives how many.
  private mutating func segments(
    of root: ObjectID, _ ref: LogRef, isLog: Bool = true,
    _ body: (inout LogCheck, Int, [UInt8]) -> Void
  ) throws -> Int {
    var count = 0
    var expected = 0
    var waiting: [(id: ObjectID, number: Int, depth: Int)] = [(root, 0, 0)]
    while let folder = waiting.popLast() {
      let entries: [TreeEntry]
      do throws(GitError) {
        entries = try repository.tree(folder.id)
      } catch {
        find(.unreadable, ref, folder.id.description)
        continue
      }
      var deeper: [(id: ObjectID, number: Int, depth: Int)] = []
      for entry in entries {
        let digit =
          entry.nameBytes.count == 1 ? SegmentPath.digits.firstIndex(of: entry.nameBytes[0]) : nil
        guard let digit, entry.mode == (folder.depth < 3 ? .tree : .file) else {
          if folder.depth > 0 || entry.name != "format" { find(.strangeFile, ref, entry.name) }
          continue
        }
        let number = folder.number << 6 | digit
        guard folder.depth == 3 else {
          deeper.append((entry.id, number, folder.depth + 1))
          continue
        }
        if isLog, number != expected { find(.gap, ref, "\(expected)") }
        (expected, count) = (number + 1, count + 1)
        do throws(GitError) {
          body(&self, number, try repository.blob(entry.id, limit: 64 << 20))
        } catch {
          find(error.code == .tooLarge ? .tooLarge : .unreadable, ref, "\(number)")
        }
      }
      waiting += deeper.reversed()
    }
    return count
  }

  /// Reads one writer's bodies.
  mutating func text(_ ref: LogRef) throws {
    guard let tree = try soundTree(of: ref) else { return }
    _ = try segments(of: tree, ref, isLog: false) { check, number, bytes in
      for line in RecordLine.lines(of: bytes) {
        guard let record = try? RecordLine.decoded(BodyRecord.self, from: line),
          let key = BodyKey(record.hash)
        else {
          check.find(.notJSON, ref, "\(number)")
          continue
        }
        if check.erased.contains(key) { check.find(.textNotErased, ref, record.hash) }
        if record.isSound {
          check.bodiesHeld.insert(key)
        } else {
          check.find(.textChanged, ref, record.hash)
        }
      }
    }
  }

  /// What can only be said once all is read.
  mutating func finish(_ refs: [LogRef]) throws {
    for (key, writers) in writersOfKey where writers.count > 1 {
      for log in logs where writers.contains(log.writer) {
        findings.append(TrustFinding(.sharedKey, ref: log.ref, subject: key.short))
      }
    }
    // A writer whose bodies have not come at all is no sign of anything.
    let withText = Set(refs.filter { $0.store == .text }.map(\.writer))
    for (writer, named) in bodiesNamed.sorted(by: { $0.key < $1.key })
    where withText.contains(writer) {
      for key in named.subtracting(bodiesHeld).subtracting(erased).sorted() {
        let ref = refs.first { $0.store == .text && $0.writer == writer }?.name ?? ""
        findings.append(TrustFinding(.textMissing, ref: ref, subject: key.description))
      }
    }
    try forks()
    try compareCheckpoints()
  }

  /// One writer under several names: one must hold all of the other.
  private mutating func forks() throws {
    for (_, held) in Dictionary(grouping: trees.values, by: \.ref.writer).sorted(by: {
      $0.key < $1.key
    }) where held.count > 1 {
      let longest = held.max { ($0.segments, $1.ref.name) < ($1.segments, $0.ref.name) }
      guard let longest else { continue }
      for other in held where other.tree != longest.tree {
        let deltas = try git { () throws(GitError) in
          try repository.changes(from: other.tree, to: longest.tree)
        }
        if deltas.contains(where: { $0.oldID != nil && SegmentPath.number($0.pathBytes) != nil }) {
          find(.forked, other.ref, longest.ref.name)
        }
      }
    }
  }

  /// What others have seen of a log must be there.
  private mutating func compareCheckpoints() throws {
    var missing: Set<TrustFinding> = []
    for (_, heads) in checkpoints {
      for (writer, head) in heads {
        let held = trees.values.filter { $0.ref.writer.rawValue == writer }
        guard let longest = held.max(by: { $0.segments < $1.segments }),
          let id = ObjectID(head.commit)
        else { continue }
        if longest.segments < head.segments {
          missing.insert(TrustFinding(.behind, ref: longest.ref.name, subject: head.commit))
          continue
        }
        let isHeld = try git { () throws(GitError) in
          guard try repository.object(id)?.kind == .commit else { return false }
          return try repository.isAncestor(id, of: longest.ref.commit)
        }
        if !isHeld {
          missing.insert(TrustFinding(.rewritten, ref: longest.ref.name, subject: head.commit))
        }
      }
    }
    findings += missing
  }

  /// Refs below `refs/naskah` that are no logs.
  mutating func strangers(among references: [Reference]) {
    for reference in references
    where LogRef(reference) == nil && reference.name != SeenHeads.ref {
      findings.append(TrustFinding(.notALog, ref: reference.name))
    }
  }

  /// Keeps what an event names.
  mutating func named(_ event: Event, by ref: LogRef) {
    if let key = event.body.flatMap({ BodyKey($0) }) {
      bodiesNamed[ref.writer, default: []].insert(key)
    }
    switch event.payload {
    case .dataErased(let data): erased.formUnion(data.bodies.compactMap { BodyKey($0) })
    case .logCheckpoint(let checkpoint):
      checkpoints.append((ref.name, checkpoint.heads))
    default: break
    }
  }
}
