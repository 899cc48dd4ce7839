import Foundation
import GitKit
import ReviewModel

/// What a commit's signature is worth.
enum SignatureVerdict: Sendable, Hashable {
  case unsigned
  /// It is no SSH signature, or not one over this commit.
  case bad
  case unknownKey(SSHPublicKey)
  /// The key counted no longer when the commit says that it was made.
  case expired(SSHPublicKey)
  case good(principal: String, key: SSHPublicKey)

  var principal: String? {
    if case .good(let principal, _) = self { principal } else { nil }
  }

  var key: SSHPublicKey? {
    switch self {
    case .unsigned, .bad: nil
    case .unknownKey(let key), .expired(let key), .good(_, let key): key
    }
  }
}

/// Checks commits' signatures against the register in force, as `git verify-commit` would: one call
/// of `ssh-keygen -Y verify` for a key that is registered, none for others.
struct SignatureCheck: Sendable {
  let registry: Registry
  let environment: [String: String]

  /// - Parameter trustsSigner: whether the signature itself need not be checked, as for what this
  ///   clone wrote itself.
  func verdict(
    on commit: Commit, in repository: GitRepository, trustsSigner: Bool = false
  ) throws -> SignatureVerdict {
    guard let header = commit.signature else { return .unsigned }
    guard let signature = SSHSignature(armoured: header), signature.namespace == "git" else {
      return .bad
    }
    let lines = registry.signers.lines(of: signature.key)
    guard !lines.isEmpty else { return .unknownKey(signature.key) }
    let time = Self.localTime(commit.committer.seconds)
    guard
      let line = lines.first(where: { line in
        line.validBefore.map { time < $0.padding(toLength: 14, withPad: "0", startingAt: 0) }
          ?? true
      })
    else { return .expired(signature.key) }
    let good = SignatureVerdict.good(principal: line.principal, key: signature.key)
    if trustsSigner { return good }
    guard
      let parts = try git({ () throws(GitError) in try repository.signature(of: commit.id) })
    else { return .unsigned }
    let file = try ScratchFile(Array(parts.signature.utf8))
    let outcome = try Program.sshKeygen(environment).run(
      [
        "-Y", "verify", "-n", "git", "-f", registry.file.path, "-I", line.principal, "-s",
        file.path,
        "-Overify-time=\(time)",
      ], input: parts.signedContent)
    return outcome.status == 0 ? good : .bad
  }

  /// Seconds as `20251231235959` in this machine's zone, as ssh-keygen reads times without one.
  private static func localTime(_ seconds: Int64) -> String {
    let bounded = Int(min(max(seconds, 0), 253_402_300_799))
    let offset = TimeZone.current.secondsFromGMT(
      for: Date(timeIntervalSince1970: TimeInterval(bounded)))
    let text = Timestamp(seconds: bounded + offset).iso8601
    return String(text.filter(\.isNumber))
  }
}
