/// What a person who signs may do in a review (`register/roles.yml`).
public enum ReviewRole: String, Sendable, Hashable, CaseIterable, Codable {
  /// Writes revisions and answers.
  case drafter
  /// Comments and replies.
  case reviewer
  /// Does all: also assigns, erases, and says who may do what.
  case secretariat
  /// Comments and replies, as the public does.
  case observer

  /// Whether a person of this role may record events of a type; types not known here bind nobody.
  public func mayRecord(_ type: String) -> Bool {
    switch type {
    case CommentAnswered.type, "comment.moved", "stage.moved":
      self == .drafter || self == .secretariat
    case "comment.assigned", DataErased.type: self == .secretariat
    default: true
    }
  }
}

/// Who signs with a key, and what that person may do.
public struct Signer: Sendable, Hashable {
  /// The name under which the key stands in `register/signers`, as an e-mail address.
  public var principal: String
  /// The key's fingerprint, `SHA256:…`, or its type and text where no fingerprint was asked for.
  public var key: String
  /// What the person may do; nil until the secretariat has said so.
  public var role: ReviewRole?
  /// Whether the line is in force: recorded by someone who may.
  public var isInForce: Bool
  /// From when on nothing signed with it counts, as the file has it; nil without an end.
  public var validBefore: String?

  /// Makes a signer.
  public init(
    principal: String, key: String, role: ReviewRole?, isInForce: Bool, validBefore: String?
  ) {
    self.principal = principal
    self.key = key
    self.role = role
    self.isInForce = isInForce
    self.validBefore = validBefore
  }
}

/// The people who sign: `key list`.
public struct SignersReport: Sendable, Hashable {
  /// Whether what is not signed is quarantined.
  public var requiresSignatures: Bool
  /// The lines of `register/signers`, in their order.
  public var signers: [Signer]

  /// Makes a report.
  public init(requiresSignatures: Bool, signers: [Signer]) {
    self.requiresSignatures = requiresSignatures
    self.signers = signers
  }
}

/// What `key init` did.
public struct KeyReport: Sendable, Hashable {
  /// The name under which the key is registered.
  public var principal: String
  /// The key file or literal that git now signs with.
  public var signingKey: String
  /// The public key, type and text.
  public var publicKey: String
  /// What the person may do; nil until the secretariat has said so.
  public var role: ReviewRole?
  /// Whether the key was made now.
  public var isNew: Bool

  /// Makes a report.
  public init(
    principal: String, signingKey: String, publicKey: String, role: ReviewRole?, isNew: Bool
  ) {
    self.principal = principal
    self.signingKey = signingKey
    self.publicKey = publicKey
    self.role = role
    self.isNew = isNew
  }
}
