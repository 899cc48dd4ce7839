import Foundation
import GRDB
import GitKit
import ReviewModel

extension Workbench {
  /// Erases the words of an event, and the person's record where it is a comment: records why,
  /// rewrites the text and private refs of this clone without them, and destroys the objects.
  /// - Parameter id: a comment, reply or answer, or the first 4 characters or more of its id.
  public func erase(_ id: String, reason: String) throws -> EraseReport {
    try requireLeave(toRecord: DataErased.type)
    let index = try index()
    let target = try index.target(named: id)
    guard try !index.isErased(target.bodies) else { throw Failure.alreadyErased(id) }
    let erased = DataErased(
      thread: target.thread, target: target.id, bodies: target.bodies, subject: target.subject,
      reason: reason)
    let ids = try record([PendingEvent(payload: { _, _ in .dataErased(erased) })])
    guard let event = ids.first else {
      throw Failure.logDamaged(ref: "", reason: "nothing recorded")
    }
    let done = try replayErasures(only: event)
    // The index forgets the words now, not with the next command.
    _ = try self.index()
    return EraseReport(
      event: event, target: target.id, rewritten: done.rewritten, destroyed: done.destroyed,
      remotes: try remoteNames())
  }

  /// Carries out the erasures that are recorded: in a clone that fetched them, or that got back
  /// what was erased.
  /// - Parameter only: just this one; all for nil.
  @discardableResult
  func replayErasures(
    only event: EventID? = nil
  ) throws -> (rewritten: [String], destroyed: Int, events: Int) {
    let index = try index()
    let erasures = try index.erasures(only: event)
    guard !erasures.isEmpty else { return ([], 0, 0) }
    let signer = try requiredSigner()
    let log = EventLog(repository: repository)
    let lock = try log.lock()
    defer { withExtendedLifetime(lock) {} }
    let own = try log.writer()
    var rewriting = Rewriting(
      repository: repository, signer: signer, own: own, now: Int64(environment.now().seconds))
    let refs = try LogRef.all(in: repository).filter { $0.store != .log }
    var done: Set<EventID> = []
    for ref in refs {
      let held = try rewriting.rewrite(ref, without: erasures)
      done.formUnion(held)
    }
    try index.follow(rewriting.moves)
    let destroyed = try ObjectPurge(
      repository: repository, environment: environment.variables
    ).destroy(rewriting.gone)
    return (rewriting.rewritten, destroyed, done.count)
  }
}

extension Workbench {
  /// Destroys what a fetch took out of refs because somebody else erased it: git would keep the
  /// objects for weeks.
  /// - Parameter held: the refs of bodies and persons before the fetch.
  func forgetErased(in held: [LogRef]) throws {
    let erased = Set(
      try index().erasures(only: nil).flatMap { known in
        known.erased.bodies + [known.erased.subject].compactMap(\.self)
      })
    guard !erased.isEmpty else { return }
    var gone: Set<ObjectID> = []
    for ref in held {
      for (old, new) in try replaced(since: ref) {
        let before = RecordLine.lines(of: old.bytes)
        let kept = Set(RecordLine.lines(of: new))
        // Only what a known erasure names may go: a host that cuts texts off destroys nothing.
        if before.allSatisfy({ kept.contains($0) || Self.names($0, erased) }) {
          gone.insert(old.id)
        }
      }
    }
    _ = try ObjectPurge(repository: repository, environment: environment.variables)
      .destroy(gone)
  }

  /// The segments that a ref held and holds no longer as they were, with what stands there now.
  private func replaced(
    since ref: LogRef
  ) throws -> [(old: (id: ObjectID, bytes: [UInt8]), new: [UInt8])] {
    try git { () throws(GitError) in
      guard let now = try repository.reference(ref.name)?.target, now != ref.commit,
        try !repository.isAncestor(ref.commit, of: now)
      else { return [] }
      let deltas = try repository.changes(
        from: repository.commit(ref.commit).tree, to: repository.commit(now).tree)
      var result: [(old: (id: ObjectID, bytes: [UInt8]), new: [UInt8])] = []
      for delta in deltas {
        guard let old = delta.oldID, SegmentPath.number(delta.pathBytes) != nil,
          try repository.object(old) != nil
        else { continue }
        var new: [UInt8] = []
        if let id = delta.newID { new = try repository.blob(id, limit: 64 << 20) }
        result.append(((old, try repository.blob(old, limit: 64 << 20)), new))
      }
      return result
    }
  }

  private static func names(_ line: ArraySlice<UInt8>, _ erased: Set<String>) -> Bool {
    if let body = try? RecordLine.decoded(BodyRecord.self, from: line) {
      return erased.contains(body.hash)
    }
    let person = try? RecordLine.decoded(PersonRecord.self, from: line)
    return person.map { erased.contains($0.subject) } ?? false
  }
}

/// An erasure with the place of what it erases: the writer and clock of the event, by which its
/// segment is found.
struct KnownErasure: Sendable {
  var event: EventID
  var erased: DataErased
  /// The events whose bodies go, by writer and clock.
  var places: [(writer: WriterID, clock: Int)]
}

/// Writes text and private refs anew without what is erased, as one commit without parents.
struct Rewriting {
  let repository: GitRepository
  let signer: CommitSigner?
  let own: WriterID
  let now: Int64
  /// The blobs that held what is erased.
  private(set) var gone: Set<ObjectID> = []
  /// The refs written anew.
  private(set) var moves: [Move] = []
  var rewritten: [String] { moves.map(\.ref) }

  /// Where a ref was taken.
  struct Move: Sendable {
    var ref: String
    var from: ObjectID
    var to: ObjectID
    var tree: ObjectID
  }

  init(repository: GitRepository, signer: CommitSigner?, own: WriterID, now: Int64) {
    self.repository = repository
    self.signer = signer
    self.own = own
    self.now = now
  }

  /// - Returns: the erasures that had to be carried out in this ref.
  mutating func rewrite(
    _ ref: LogRef, without erasures: [KnownErasure]
  ) throws -> Set<EventID> {
    let places = erasures.filter { erasure in
      erasure.places.contains { $0.writer == ref.writer }
    }
    guard !places.isEmpty else { return [] }
    let tree = try git { () throws(GitError) in try repository.commit(ref.commit).tree }
    var segments: [Int: Set<String>] = [:]
    var names: [Int: Set<EventID>] = [:]
    for erasure in places {
      let words = Set(erasure.erased.bodies + [erasure.erased.subject].compactMap(\.self))
      for place in erasure.places where place.writer == ref.writer {
        guard let number = try segment(at: place.clock, of: ref.writer) else { continue }
        segments[number, default: []].formUnion(words)
        names[number, default: []].insert(erasure.event)
      }
    }
    var changes: [TreeChange] = []
    var events: Set<EventID> = []
    for (number, words) in segments.sorted(by: { $0.key < $1.key }) {
      guard let change = try change(number, in: tree, without: words) else { continue }
      changes.append(change)
      events.formUnion(names[number] ?? [])
    }
    guard !changes.isEmpty else { return [] }
    try write(changes, upon: tree, of: ref, events: events)
    return events
  }

  /// The segment without the lines that name these hashes or persons; nil where it has none.
  private mutating func change(
    _ number: Int, in tree: ObjectID, without words: Set<String>
  ) throws -> TreeChange? {
    let path = SegmentPath.path(number)
    let found = try git { () throws(GitError) -> (id: ObjectID, bytes: [UInt8])? in
      guard let entry = try repository.entry(at: path, in: tree), entry.kind == .blob else {
        return nil
      }
      return (entry.id, try repository.blob(entry.id, limit: 64 << 20))
    }
    guard let found else { return nil }
    let lines = RecordLine.lines(of: found.bytes)
    let kept = lines.filter { line in
      if let body = try? RecordLine.decoded(BodyRecord.self, from: line) {
        return !words.contains(body.hash)
      }
      if let person = try? RecordLine.decoded(PersonRecord.self, from: line) {
        return !words.contains(person.subject)
      }
      return true
    }
    guard kept.count < lines.count else { return nil }
    gone.insert(found.id)
    guard !kept.isEmpty else { return .remove(path: path) }
    let id = try git { () throws(GitError) in
      try repository.writeBlob(RecordLine.segment(kept.map { Array($0) }))
    }
    return .upsert(path: path, id: id)
  }

  private mutating func write(
    _ changes: [TreeChange], upon tree: ObjectID, of ref: LogRef, events: Set<EventID>
  ) throws {
    let author = Signature(
      name: "naskah \(own)", email: "\(own)@naskah.invalid", seconds: now, offsetMinutes: 0)
    let draft = CommitDraft(
      tree: try git { () throws(GitError) in try repository.updateTree(base: tree, changes: changes)
      },
      parents: [], author: author, committer: author,
      message: "naskah: erase\n\n" + events.sorted().map { "Erasure: \($0)\n" }.joined())
    let signature = try signer?.signature(
      over: git { () throws(GitError) in try draft.content() })
    let commit = try git { () throws(GitError) in
      let commit = try repository.writeCommit(draft, signature: signature)
      try repository.updateReference(
        ref.name, to: commit, expecting: ref.commit, message: "naskah: erase")
      return commit
    }
    moves.append(Move(ref: ref.name, from: ref.commit, to: commit, tree: draft.tree))
  }

  /// The number of the segment of a writer's log in which a clock stands: clocks rise with the
  /// segments, so each look halves what is left.
  private func segment(at clock: Int, of writer: WriterID) throws -> Int? {
    let logs = try LogRef.all(in: repository).filter { $0.store == .log && $0.writer == writer }
    for log in logs {
      let tree = try git { () throws(GitError) in try repository.commit(log.commit).tree }
      let count = try EventLog(repository: repository).nextSegment(log.commit)
      var (low, high) = (0, count)
      while high - low > 1 {
        let middle = (low + high) / 2
        guard let first = try firstClock(middle, in: tree) else { break }
        if first <= clock { low = middle } else { high = middle }
      }
      if count > 0, try holds(clock, low, in: tree) { return low }
    }
    return nil
  }

  private func firstClock(_ number: Int, in tree: ObjectID) throws -> Int? {
    try events(number, in: tree).first?.clock
  }

  private func holds(_ clock: Int, _ number: Int, in tree: ObjectID) throws -> Bool {
    try events(number, in: tree).contains { $0.clock == clock }
  }

  private func events(_ number: Int, in tree: ObjectID) throws -> [Event] {
    let bytes = try git { () throws(GitError) -> [UInt8] in
      guard let entry = try repository.entry(at: SegmentPath.path(number), in: tree),
        entry.kind == .blob
      else { return [] }
      return try repository.blob(entry.id, limit: 64 << 20)
    }
    return RecordLine.lines(of: bytes).compactMap {
      try? RecordLine.decoded(Event.self, from: $0)
    }
  }
}
