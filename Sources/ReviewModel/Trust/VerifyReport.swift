/// What became of checking the review log: `verify`.
public struct VerifyReport: Sendable {
  /// The logs, by name of their ref.
  public var logs: [Log]
  /// What is wrong, by ref.
  public var findings: [TrustFinding]
  /// How many events were read.
  public var events: Int
  /// How many revisions were looked at, and how many of them are signed by someone registered.
  public var revisions: (total: Int, signed: Int)
  /// Whether what is not signed is quarantined.
  public var requiresSignatures: Bool

  /// One writer's log under one name.
  public struct Log: Sendable, Hashable {
    /// The ref.
    public var ref: String
    /// Whose it is.
    public var writer: WriterID
    /// How far it can be trusted.
    public var trust: CommentReport.Trust
    /// Who signed it, where that is known.
    public var principal: String?
    /// How many segments and events it holds.
    public var segments: Int
    /// How many events it holds.
    public var events: Int

    /// Makes a line.
    public init(
      ref: String, writer: WriterID, trust: CommentReport.Trust, principal: String?,
      segments: Int, events: Int
    ) {
      self.ref = ref
      self.writer = writer
      self.trust = trust
      self.principal = principal
      self.segments = segments
      self.events = events
    }
  }

  /// Makes a report.
  public init(
    logs: [Log], findings: [TrustFinding], events: Int, revisions: (total: Int, signed: Int),
    requiresSignatures: Bool
  ) {
    self.logs = logs
    self.findings = findings
    self.events = events
    self.revisions = revisions
    self.requiresSignatures = requiresSignatures
  }
}

/// Something in the review log, the register or the history that cannot be trusted as it stands.
public struct TrustFinding: Sendable, Hashable {
  /// What is wrong.
  public var kind: Kind
  /// The ref or file in which it stands.
  public var ref: String
  /// The event, commit, path or name that it is about; nil where it is the whole.
  public var subject: String?

  /// What can be wrong; the raw value is a stable name for scripts.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    // Signatures
    case unsigned = "log.unsigned"
    case badSignature = "signature.bad"
    case unknownKey = "key.unknown"
    case expiredKey = "key.expired"
    case changedKey = "key.changed"
    case sharedKey = "key.shared"
    case noRole = "role.none"
    // The shape of a log
    case notALog = "log.not_a_log"
    case newerFormat = "log.newer"
    case rewritten = "log.rewritten"
    case rolledBack = "log.rolled_back"
    case behind = "log.behind"
    case forked = "log.forked"
    case gap = "log.gap"
    case order = "log.order"
    case strangeFile = "log.strange_file"
    case unreadable = "object.unreadable"
    // Events
    case notJSON = "event.not_json"
    case tooLarge = "event.too_large"
    case clock = "event.clock"
    case forgedWriter = "event.forged_writer"
    case notAllowed = "event.not_allowed"
    case repeated = "event.repeated"
    // Bodies
    case textChanged = "text.changed"
    case textMissing = "text.missing"
    case textNotErased = "text.not_erased"
    // Register and revisions
    case registerNotAllowed = "register.not_allowed"
    case revisionUnsigned = "revision.unsigned"
    case revisionBadSignature = "revision.bad_signature"
  }

  /// Makes a finding.
  public init(_ kind: Kind, ref: String, subject: String? = nil) {
    self.kind = kind
    self.ref = ref
    self.subject = subject
  }
}
