import Foundation
import GitKit
import ReviewModel

extension Workbench {
  /// Checks all that the review rests on, from git alone and without the index: signatures of tips,
  /// growth against what was seen before, the shape of logs, every event and every body, the
  /// register and the revisions.
  public func verify() throws -> VerifyReport {
    let judge = try judge()
    var check = LogCheck(judge: judge, seen: try SeenHeads(repository))
    let refs = try LogRef.all(in: repository)
    for ref in refs where ref.store == .log { try check.log(ref) }
    for ref in refs where ref.store == .text { try check.text(ref) }
    try check.finish(refs)
    check.strangers(
      among: try git { () throws(GitError) in try repository.references(under: "refs/naskah") })
    var report = VerifyReport(
      logs: check.logs, findings: check.findings, events: check.eventCount, revisions: (0, 0),
      requiresSignatures: judge.registry?.requiresSignatures == true)
    for commit in judge.registry?.refused ?? [] {
      report.findings.append(
        TrustFinding(.registerNotAllowed, ref: "register", subject: commit.description))
    }
    try verifyRevisions(&report, judge)
    check.seen.recording(check.sound, now: judge.now)
    report.findings.sort { ($0.ref, $0.kind.rawValue) < ($1.ref, $1.kind.rawValue) }
    return report
  }

  /// The signatures of the revisions since the register is there.
  private func verifyRevisions(_ report: inout VerifyReport, _ judge: TrustJudge) throws {
    guard let registry = judge.registry, let head = try headCommit() else { return }
    let parents = try git { () throws(GitError) in try repository.commit(registry.commit).parents }
    let check = SignatureCheck(registry: registry, environment: environment.variables)
    let commits = try git { () throws(GitError) in
      try repository.history(
        from: head, path: draftsFolder,
        excluding: parents.filter { parent in
          (try? repository.isAncestor(parent, of: head)) == true
        }
      ).next(100_000)
    }
    for commit in commits {
      report.revisions.total += 1
      let branch = "HEAD"
      switch try check.verdict(on: commit, in: repository) {
      case .good: report.revisions.signed += 1
      case .bad:
        report.findings.append(
          TrustFinding(.revisionBadSignature, ref: branch, subject: commit.id.description))
      case .unsigned, .unknownKey, .expired:
        if registry.requiresSignatures {
          report.findings.append(
            TrustFinding(.revisionUnsigned, ref: branch, subject: commit.id.description))
        }
      }
    }
  }
}
