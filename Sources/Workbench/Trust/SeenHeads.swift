import Foundation
import GitKit
import ReviewModel

/// The logs of others as this clone saw them last and found them sound: a log that later lacks
/// something of it was rewritten or rolled back, and what it lacks is kept.
///
/// One ref of this clone alone, `refs/naskah-local/seen`, never pushed: a commit whose parents are
/// the logs' tips, so that git keeps them, and whose one file `heads` names them.
struct SeenHeads: Sendable {
  static let ref = "refs/naskah-local/seen"
  /// More logs than a city will ever have writers; a remote that shows more is not followed.
  static let limit = 4096

  let repository: GitRepository
  private(set) var heads: [String: ObjectID] = [:]
  private let commit: ObjectID?

  init(_ repository: GitRepository) throws {
    self.repository = repository
    let (target, bytes) = try git { () throws(GitError) -> (ObjectID?, [UInt8]) in
      guard let target = try repository.reference(Self.ref)?.target,
        let entry = try repository.entry(at: "heads", in: repository.commit(target).tree)
      else { return (nil, []) }
      return (target, try repository.blob(entry.id, limit: 4 << 20))
    }
    commit = target
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let id = ObjectID(String(words[1])) { heads[String(words[0])] = id }
    }
  }

  /// Keeps what was found sound; a repository that cannot be written to remembers nothing.
  func recording(_ sound: [String: ObjectID], now seconds: Int64) {
    let all = heads.merging(sound) { $1 }
    guard all != heads else { return }
    let kept = all.sorted { $0.key < $1.key }.prefix(Self.limit)
    let text = kept.map { "\($0.key) \($0.value)\n" }.joined()
    let author = Signature(
      name: "naskah", email: "naskah.invalid", seconds: seconds, offsetMinutes: 0)
    try? git { () throws(GitError) in
      let blob = try repository.writeBlob(Array(text.utf8))
      let tree = try repository.writeTree([TreeEntry(name: "heads", id: blob)])
      let made = try repository.writeCommit(
        CommitDraft(
          tree: tree, parents: Set(kept.map(\.value)).sorted(), author: author, committer: author,
          message: "naskah: seen\n"))
      try repository.updateReference(Self.ref, to: made, expecting: commit, message: "naskah: seen")
    }
  }

  /// What became of a log since it was seen: nil when it only grew.
  func loss(in ref: LogRef) throws -> TrustFinding.Kind? {
    guard let head = heads[ref.name], head != ref.commit else { return nil }
    let deltas = try git { () throws(GitError) -> [TreeDelta]? in
      guard try repository.object(head)?.kind == .commit else { return nil }
      return try repository.changes(
        from: repository.commit(head).tree, to: repository.commit(ref.commit).tree)
    }
    guard let deltas else { return nil }
    let lost = deltas.filter { $0.oldID != nil && SegmentPath.number($0.pathBytes) != nil }
    guard !lost.isEmpty else { return nil }
    return lost.allSatisfy { $0.newID == nil } ? .rolledBack : .rewritten
  }
}
