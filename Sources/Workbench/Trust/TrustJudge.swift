import Foundation
import GitKit
import ReviewModel

/// What a log is worth as a whole.
struct LogVerdict: Sendable, Hashable {
  var trust: CommentReport.Trust
  /// Who signed its tip.
  var principal: String?
  var role: ReviewRole?
  var key: SSHPublicKey?
  /// Why it is set apart, or what its signature lacks.
  var finding: TrustFinding.Kind?

  static let unsigned = LogVerdict(trust: .unsigned)

  /// Whether an event of a type counts; someone who signs does what the role allows.
  func admits(_ type: String) -> Bool {
    switch trust {
    case .quarantined: false
    case .unsigned: true
    case .verified: role?.mayRecord(type) ?? false
    }
  }
}

/// Says what a log is worth: by the signature of its tip, which covers its whole tree, by the
/// register in force, and by what was seen of it before.
struct TrustJudge: Sendable {
  let repository: GitRepository
  let environment: [String: String]
  let registry: Registry?
  /// This clone's own writer, whose signature needs no check with every command.
  let own: WriterID?
  let now: Int64

  /// Stands for the register in force.
  var fingerprint: String { registry?.fingerprint ?? "" }

  func verdict(on ref: LogRef, seen: SeenHeads, trustsOwn: Bool = true) throws -> LogVerdict {
    let commit = try git { () throws(GitError) in try repository.commit(ref.commit) }
    let isOwn = ref.writer == own && ref.name == LogStore.log.ownRef(ref.writer)
    // What is signed says whose log it is: a sound tip under another's name is no log of theirs.
    if registry != nil, commit.signature != nil,
      commit.author.email != "\(ref.writer)@naskah.invalid"
    {
      return LogVerdict(trust: .quarantined, finding: .forgedWriter)
    }
    var verdict = try signature(of: commit, trustsSigner: isOwn && trustsOwn)
    guard verdict.trust != .quarantined else { return verdict }
    if let key = verdict.key, try otherKey(before: commit, seen.heads[ref.name], than: key) {
      verdict.trust = .quarantined
      verdict.finding = .changedKey
    } else if let loss = try seen.loss(in: ref) {
      verdict.trust = .quarantined
      verdict.finding = loss
    }
    return verdict
  }

  private func signature(of commit: Commit, trustsSigner: Bool) throws -> LogVerdict {
    guard let registry else { return .unsigned }
    let found = try SignatureCheck(registry: registry, environment: environment)
      .verdict(on: commit, in: repository, trustsSigner: trustsSigner)
    var verdict = LogVerdict(trust: .unsigned, principal: found.principal, key: found.key)
    let isRequired = registry.requiresSignatures
    switch found {
    case .bad: (verdict.trust, verdict.finding) = (.quarantined, .badSignature)
    case .expired: (verdict.trust, verdict.finding) = (.quarantined, .expiredKey)
    case .unsigned:
      verdict.finding = isRequired ? .unsigned : nil
      verdict.trust = isRequired ? .quarantined : .unsigned
    case .unknownKey:
      verdict.finding = .unknownKey
      verdict.trust = isRequired ? .quarantined : .unsigned
    case .good(let principal, _):
      verdict.role = registry.roles.people?[principal]
      if verdict.role != nil {
        verdict.trust = .verified
      } else {
        verdict.finding = .noRole
        verdict.trust = isRequired ? .quarantined : .unsigned
      }
    }
    return verdict
  }

  /// A writer has one key for good: another before this tip means that someone continued the log
  /// of someone else.
  private func otherKey(
    before commit: Commit, _ head: ObjectID?, than key: SSHPublicKey
  ) throws -> Bool {
    for earlier in [head, commit.parents.first].compactMap(\.self) {
      let header = try git { () throws(GitError) -> String? in
        guard try repository.object(earlier)?.kind == .commit else { return nil }
        return try repository.commit(earlier).signature
      }
      if let header, let used = SSHSignature(armoured: header)?.key, used != key { return true }
    }
    return false
  }
}

extension Workbench {
  /// Judges logs by the register in force.
  func judge() throws -> TrustJudge {
    TrustJudge(
      repository: repository, environment: environment.variables, registry: try registry(),
      own: EventLog(repository: repository).knownWriter(), now: Int64(environment.now().seconds))
  }
}
