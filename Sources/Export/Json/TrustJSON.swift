import ReviewModel

/// Keys, checks, erasures and exchanges as JSON.
public enum TrustJSON {
  /// `verify`: never cut.
  public static func verify(_ report: VerifyReport) throws -> JSONText {
    try JSONText(
      Verify(
        events: report.events, findings: report.findings.map(Finding.init),
        logs: report.logs.map(Log.init),
        revisions: Revisions(signed: report.revisions.signed, total: report.revisions.total),
        signaturesRequired: report.requiresSignatures))
  }

  /// `key list`.
  public static func signers(_ report: SignersReport) throws -> JSONText {
    try JSONText(
      Signers(signaturesRequired: report.requiresSignatures, signers: report.signers.map(Key.init)))
  }

  /// `key init`.
  public static func key(_ report: KeyReport) throws -> JSONText {
    try JSONText(
      Made(
        principal: report.principal, publicKey: report.publicKey, signingKey: report.signingKey,
        created: report.isNew, role: report.role?.rawValue))
  }

  /// `config`, `key role`, `key revoke`: names and values.
  public static func settings(_ values: [String: String]) throws -> JSONText {
    try JSONText(Settings(settings: values))
  }

  /// `erase`.
  public static func erased(_ report: EraseReport) throws -> JSONText {
    try JSONText(
      Erased(
        id: report.event.rawValue, target: report.target.rawValue, rewritten: report.rewritten,
        destroyed: report.destroyed, remotes: report.remotes))
  }

  /// `sync`.
  public static func synced(_ report: SyncReport) throws -> JSONText {
    try JSONText(
      Synced(
        remote: report.remote, received: report.received, pushed: report.pushed,
        erased: report.erased, branch: report.branch.rawValue, persons: report.sentPersons))
  }

  private struct Verify: Encodable {
    let schema = schemaVersion
    let events: Int
    let findings: [Finding]
    let logs: [Log]
    let revisions: Revisions
    let signaturesRequired: Bool
  }

  private struct Revisions: Encodable {
    let signed: Int
    let total: Int
  }

  private struct Finding: Encodable {
    let code: String
    let ref: String
    @OrNull var subject: String?

    init(_ finding: TrustFinding) {
      code = finding.kind.rawValue
      ref = finding.ref
      _subject = OrNull(wrappedValue: finding.subject)
    }
  }

  private struct Log: Encodable {
    let ref: String
    let writer: String
    let trust: String
    @OrNull var principal: String?
    let segments: Int
    let events: Int

    init(_ log: VerifyReport.Log) {
      ref = log.ref
      writer = log.writer.rawValue
      trust = log.trust.rawValue
      _principal = OrNull(wrappedValue: log.principal)
      segments = log.segments
      events = log.events
    }
  }

  private struct Signers: Encodable {
    let schema = schemaVersion
    let signaturesRequired: Bool
    let signers: [Key]
  }

  private struct Key: Encodable {
    let principal: String
    let key: String
    @OrNull var role: String?
    let inForce: Bool
    @OrNull var validBefore: String?

    init(_ signer: Signer) {
      principal = signer.principal
      key = signer.key
      _role = OrNull(wrappedValue: signer.role?.rawValue)
      inForce = signer.isInForce
      _validBefore = OrNull(wrappedValue: signer.validBefore)
    }
  }

  private struct Made: Encodable {
    let schema = schemaVersion
    let principal: String
    let publicKey: String
    let signingKey: String
    let created: Bool
    @OrNull var role: String?
  }

  private struct Settings: Encodable {
    let schema = schemaVersion
    let settings: [String: String]
  }

  private struct Erased: Encodable {
    let schema = schemaVersion
    let id: String
    let target: String
    let rewritten: [String]
    let destroyed: Int
    let remotes: [String]
  }

  private struct Synced: Encodable {
    let schema = schemaVersion
    let remote: String
    let received: Int
    let pushed: [String]
    let erased: Int
    let branch: String
    let persons: Bool
  }
}
