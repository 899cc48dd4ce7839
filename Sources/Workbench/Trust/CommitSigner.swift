import Foundation
import GitKit
import ReviewModel

/// Signs commits as git does with `gpg.format = ssh`: `ssh-keygen -Y sign`, namespace `git`.
struct CommitSigner: Sendable {
  /// The file of a key, or the text of one that an agent holds.
  let key: String
  let environment: [String: String]

  /// The armoured signature over a commit's content.
  /// - Throws: `Failure.signingFailed`, `Failure.toolMissing`.
  func signature(over content: [UInt8]) throws -> String {
    let keygen = try Program.sshKeygen(environment)
    let literal = key.hasPrefix("key::") ? String(key.dropFirst(5)) : key
    let outcome: Program.Outcome
    if literal.hasPrefix("ssh-") || literal.hasPrefix("ecdsa-") || literal.hasPrefix("sk-") {
      let file = try ScratchFile(Array((literal + "\n").utf8))
      outcome = try keygen.run(
        ["-q", "-Y", "sign", "-n", "git", "-U", "-f", file.path], input: content)
    } else {
      outcome = try keygen.run(
        ["-q", "-Y", "sign", "-n", "git", "-f", Self.expanded(key, environment)], input: content)
    }
    let text = String(decoding: outcome.output, as: UTF8.self)
    guard outcome.status == 0, text.hasPrefix("-----BEGIN SSH SIGNATURE-----") else {
      throw Failure.signingFailed(reason: outcome.complaint)
    }
    return text
  }

  static func expanded(_ path: String, _ environment: [String: String]) -> String {
    guard path.hasPrefix("~/"), let home = environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  /// The public key, its type and its text.
  /// - Throws: `Failure.keyFileInvalid`.
  static func publicKey(
    of key: String, environment: [String: String]
  ) throws -> SSHPublicKey {
    let literal = key.hasPrefix("key::") ? String(key.dropFirst(5)) : key
    if let parsed = SSHPublicKey(line: literal) { return parsed }
    let path = expanded(key, environment)
    for candidate in [path.hasSuffix(".pub") ? path : path + ".pub", path] {
      if let bytes = try? TextFile.bytes(at: candidate, named: candidate),
        let parsed = SSHPublicKey(line: String(decoding: bytes.prefix(65_536), as: UTF8.self))
      {
        return parsed
      }
    }
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure.fileNotFound(path: key)
    }
    let outcome = try Program.sshKeygen(environment).run(["-y", "-P", "", "-f", path])
    guard outcome.status == 0,
      let parsed = SSHPublicKey(line: String(decoding: outcome.output, as: UTF8.self))
    else { throw Failure.keyFileInvalid(path: key, reason: outcome.complaint) }
    return parsed
  }
}

extension Workbench {
  /// What signs here: nil where git is not set up to sign with an SSH key.
  func commitSigner() throws -> CommitSigner? {
    let (format, key, always) = try git { () throws(GitError) in
      (
        try repository.configString("gpg.format"), try repository.configString("user.signingkey"),
        try repository.configBool("commit.gpgsign")
      )
    }
    guard format == "ssh", let key, !key.isEmpty else { return nil }
    guard try always == true || registry()?.requiresSignatures == true else { return nil }
    return CommitSigner(key: key, environment: environment.variables)
  }

  /// What signs here, where everything must be signed.
  /// - Throws: `Failure.keyMissing`.
  func requiredSigner() throws -> CommitSigner? {
    let signer = try commitSigner()
    if signer == nil, try registry()?.requiresSignatures == true { throw Failure.keyMissing }
    return signer
  }
}
