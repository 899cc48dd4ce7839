import Foundation
import GitKit
import ReviewModel

/// An event about to be recorded, with its body and the person it is about.
struct PendingEvent: Sendable {
  /// What happened, given the hash of the body and the name of the person's record.
  var payload: @Sendable (BodyDigest, String?) -> Event.Payload
  /// The words; nil for an event that has none, whose payload is given an empty hash.
  var body: String?
  /// Files kept with it, whose hashes the payload names.
  var attachments: [BodyRecord] = []
  /// Who said them, kept apart.
  var person: CommentReport.Person?
}

/// The review log of one clone: it appends to this writer's refs and to no other.
struct EventLog: Sendable {
  let repository: GitRepository
  /// What signs the commits of the log; nil where they are not signed.
  var signer: CommitSigner?

  /// The version of the tree's layout, kept in the file `format` at its root.
  static let formatVersion = "1"

  private var folder: String { repository.commonFolder + "naskah/" }

  /// Appends events, in order, all or none.
  func append(
    _ events: [PendingEvent], now: Timestamp, clock: () throws -> Int
  ) throws -> [EventID] {
    try append(atMost: events.count, now: now, keepsIDs: true, clock: clock) { add in
      for event in events { try add(event) }
    }
  }

  /// Appends events, in order, all or none: bodies and persons first, then the events, so that a
  /// crash in between leaves nothing that an event misses.
  /// - Parameters:
  ///   - limit: how many there are at most.
  ///   - now: when they happened.
  ///   - keepsIDs: whether the ids of the events are asked for.
  ///   - clock: gives the highest logical clock seen, once this process alone may write.
  ///   - produce: hands the events over one by one; what it throws leaves the log as it was.
  func append(
    atMost limit: Int, now: Timestamp, keepsIDs: Bool, clock: () throws -> Int,
    produce: (_ add: (PendingEvent) throws -> Void) throws -> Void
  ) throws -> [EventID] {
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    var writer = try writer()
    var tips = try tips(of: writer)
    if try !mayContinue(tips[.log]) {
      writer = try newWriter()
      tips = try self.tips(of: writer)
    }
    for (store, tip) in tips { try requireKnownFormat(of: tip, ref: store.ownRef(writer)) }
    tips = try takingBack(tips, of: writer)
    // A file and a sync for each object would take several times as long as one pack.
    let objects = try git { () throws(GitError) in try PackWriter(repository) }
    // At the limit events share the last clocks, and their ids alone order them.
    let first = try tips.values.map(nextSegment).max() ?? 0
    var segments = SegmentWriter(
      to: objects, writer: writer, now: now, clock: min(try clock(), Event.clockLimit - limit),
      segment: first, keepsIDs: keepsIDs)
    try produce { try segments.add($0) }
    try segments.close()
    guard segments.count > 0 else { return [] }
    var changes = segments.changes
    changes[.log, default: []] += try skipped(before: first, tips: tips, into: objects)
    try write(changes, from: first, into: objects, tips: tips, writer: writer, now: now)
    // The events are kept: a failure to tidy up must not say otherwise.
    try? PackFolder(path: repository.commonFolder + "objects/pack").joinWhereMany(in: repository)
    return segments.ids
  }

  /// Takes the words back of an action that ended between the refs: it was never acknowledged, and
  /// no event names them, so that nobody could ask for their erasure. What others may hold stays.
  /// - Returns: where the refs stand now.
  private func takingBack(
    _ tips: [LogStore: ObjectID], of writer: WriterID
  ) throws -> [LogStore: ObjectID] {
    let next = try tips[.log].map(nextSegment) ?? 0
    var result = tips
    for (store, tip) in tips where store != .log {
      guard try nextSegment(tip) > next, try !isPublished(tip, store, of: writer) else { continue }
      try git { () throws(GitError) in
        let commit = try repository.commit(tip)
        // One action is one commit; its message names its first segment.
        guard commit.message == Self.message(store, first: next), commit.parents.count < 2 else {
          return
        }
        if let parent = commit.parents.first {
          try repository.updateReference(
            store.ownRef(writer), to: parent, expecting: tip, message: "naskah: take back")
        } else {
          try repository.deleteReference(store.ownRef(writer), expecting: tip)
        }
        result[store] = commit.parents.first
      }
    }
    return result
  }

  /// Whether another repository has a commit of a store, as far as this one knows.
  private func isPublished(_ tip: ObjectID, _ store: LogStore, of writer: WriterID) throws -> Bool {
    let own = store.ownRef(writer)
    return try LogRef.all(in: repository).contains { ref in
      guard ref.store == store, ref.writer == writer, ref.name != own else { return false }
      return try git { () throws(GitError) in try repository.isAncestor(tip, of: ref.commit) }
    }
  }

  private static func message(_ store: LogStore, first: Int) -> String {
    "naskah: \(store.rawValue) \(first)\n"
  }

  /// Empty segments for the numbers that only the other stores have: an append that ended between
  /// the refs and went out to others must not look like a log that lost something.
  private func skipped(
    before first: Int, tips: [LogStore: ObjectID], into objects: PackWriter
  ) throws -> [TreeChange] {
    let next = try tips[.log].map(nextSegment) ?? 0
    guard next < first else { return [] }
    let empty = try git { () throws(GitError) in try objects.addBlob([]) }
    return (next..<first).map { .upsert(path: SegmentPath.path($0), id: empty) }
  }

  /// Waits until this process alone of all in this clone may write.
  func lock() throws(Failure) -> FileLock {
    try prepareFolder()
    let lock = try git { () throws(GitError) in
      try FileLock(path: folder + "lock", timeout: .seconds(60))
    }
    repository.removeUnfinishedPacks()
    return lock
  }

  /// Writes the trees and commits of all stores and moves their refs, the events' last.
  private func write(
    _ segments: [LogStore: [TreeChange]], from first: Int, into objects: PackWriter,
    tips: [LogStore: ObjectID], writer: WriterID, now: Timestamp
  ) throws {
    let drafts = try git { () throws(GitError) in
      var drafts: [(store: LogStore, draft: CommitDraft)] = []
      for store in [LogStore.text, .person, .log] {
        guard var changes = segments[store] else { continue }
        let tip = tips[store]
        let base = try tip.map { id throws(GitError) in try repository.commit(id).tree }
        if base == nil {
          let format = try objects.addBlob(Array("\(Self.formatVersion)\n".utf8))
          changes.append(.upsert(path: "format", id: format))
        }
        let signature = Self.signature(writer, now)
        drafts.append(
          (
            store,
            CommitDraft(
              tree: try objects.updateTree(base: base, changes: changes),
              parents: tip.map { [$0] } ?? [], author: signature, committer: signature,
              message: Self.message(store, first: first))
          ))
      }
      return drafts
    }
    // Bodies stand under their hash in a signed event: the log's signature vouches for them too.
    let signed = try drafts.last { $0.store == .log }.flatMap { log in
      try signer?.signature(over: git { () throws(GitError) in try log.draft.content() })
    }
    try git { () throws(GitError) in
      var moves: [(store: LogStore, to: ObjectID)] = []
      for (store, draft) in drafts {
        moves.append(
          (store, try objects.addCommit(draft, signature: store == .log ? signed : nil)))
      }
      _ = try objects.write()
      for (store, commit) in moves {
        try repository.updateReference(
          store.ownRef(writer), to: commit, expecting: tips[store], message: "naskah: append")
      }
    }
  }

  /// The commits of a writer's own refs.
  private func tips(of writer: WriterID) throws -> [LogStore: ObjectID] {
    var tips: [LogStore: ObjectID] = [:]
    for store in LogStore.allCases {
      tips[store] = try git { () throws(GitError) in
        try repository.reference(store.ownRef(writer))?.target
      }
    }
    return tips
  }

  /// A writer has one key: with another, a writer of its own begins.
  private func mayContinue(_ tip: ObjectID?) throws -> Bool {
    guard let signer, let tip,
      let header = try git({ () throws(GitError) in try repository.commit(tip).signature }),
      let used = SSHSignature(armoured: header)?.key
    else { return true }
    return try used == CommitSigner.publicKey(of: signer.key, environment: signer.environment)
  }

  /// A log that a newer version wrote must not be continued in an older layout.
  private func requireKnownFormat(of tip: ObjectID, ref: String) throws {
    let bytes = try git { () throws(GitError) in
      try repository.entry(at: "format", in: repository.commit(tip).tree).map {
        entry throws(GitError) in try repository.blob(entry.id, limit: 64)
      }
    }
    let version = String(decoding: bytes ?? [], as: UTF8.self).filter { !$0.isWhitespace }
    guard version == Self.formatVersion else {
      throw Failure.logNewer(ref: ref, version: version)
    }
  }

  /// The number after the last segment of a store.
  func nextSegment(_ commit: ObjectID) throws -> Int {
    try git { () throws(GitError) in
      var tree = try repository.commit(commit).tree
      var number = 0
      for level in 0..<4 {
        let entries = try repository.tree(tree).filter { $0.nameBytes.count == 1 }
        guard let last = entries.max(by: { Self.digit($0) < Self.digit($1) }) else { return 0 }
        number = number << 6 | Self.digit(last)
        if level < 3 { tree = last.id }
      }
      return number + 1
    }
  }

  private static func digit(_ entry: TreeEntry) -> Int {
    SegmentPath.digits.firstIndex(of: entry.nameBytes[0]) ?? 0
  }

  /// The writer stands in git's author field by number alone: no name of a person is published.
  private static func signature(_ writer: WriterID, _ now: Timestamp) -> Signature {
    Signature(
      name: "naskah \(writer)", email: "\(writer)@naskah.invalid", seconds: Int64(now.seconds),
      offsetMinutes: 0)
  }

  private func prepareFolder() throws(Failure) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .readOnly(path: folder)
    }
    guard FileManager.default.isWritableFile(atPath: folder) else { throw .readOnly(path: folder) }
  }

  /// This clone's name as a writer, nil before its first write and in a copy of a clone: two places
  /// that append to one log would part it in two.
  func knownWriter() -> WriterID? {
    guard let bytes = try? TextFile.bytes(at: folder + "writer", named: "writer") else {
      return nil
    }
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard let first = words.first,
      words.count < 2 || String(words[1]) == ClonePlace.mark(of: folder)
    else { return nil }
    return WriterID(rawValue: first)
  }

  /// This clone's name as a writer, given to it with its first write.
  func writer() throws -> WriterID { try knownWriter() ?? newWriter() }

  private func newWriter() throws -> WriterID {
    let path = folder + "writer"
    guard let writer = WriterID(rawValue: RandomName.digits(16)) else {
      throw Failure.readOnly(path: path)
    }
    let mark = ClonePlace.mark(of: folder).map { " \($0)" } ?? ""
    try TextFile.write(Array("\(writer)\(mark)\n".utf8), to: path)
    return writer
  }
}

extension EventID {
  /// The id that an event's bytes give it.
  static func of(_ bytes: [UInt8]) throws -> EventID {
    let id = try git { () throws(GitError) in try ObjectID.ofBlob(bytes) }
    guard let result = EventID(rawValue: id.description) else {
      throw Failure.logDamaged(ref: "", reason: "id \(id)")
    }
    return result
  }
}
