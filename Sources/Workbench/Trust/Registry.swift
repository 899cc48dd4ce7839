import Foundation
import GitKit
import ReviewModel
import Yams

/// `register/roles.yml`: who may do what, and whether everything must be signed.
struct RolesFile: Sendable, Hashable, Codable {
  static let path = "register/roles.yml"

  var requiresSignatures: Bool?
  var people: [String: ReviewRole]?

  private enum CodingKeys: String, CodingKey {
    case requiresSignatures = "require-signatures"
    case people
  }

  init() {}

  /// Reads the file.
  /// - Throws: `Failure.registerUnreadable`.
  init(_ bytes: [UInt8]) throws {
    do {
      let text = String(decoding: bytes, as: UTF8.self)
      self =
        text.allSatisfy(\.isWhitespace)
        ? RolesFile() : try YAMLDecoder().decode(RolesFile.self, from: text)
    } catch {
      throw Failure.registerUnreadable(path: Self.path, reason: YAMLProblem.sentence(error))
    }
  }

  /// The file's text.
  var text: String {
    get throws {
      let encoder = YAMLEncoder()
      encoder.options.sortKeys = true
      return try encoder.encode(self)
    }
  }
}

/// Who signs and who may do what, as someone who may has recorded it.
struct Registry: Sendable {
  /// The commit that brought it in force.
  var commit: ObjectID
  var signers: SignersFile
  var roles: RolesFile
  /// Changes after it that were made by someone who may not, and have no effect.
  var refused: [ObjectID]
  /// `register/signers` in force, for ssh-keygen.
  let file: ScratchFile
  /// Stands for its content.
  var fingerprint: String

  var requiresSignatures: Bool { roles.requiresSignatures == true }

  /// Changes to the register need the secretariat's signature once signatures are required.
  func allowsChange(by principal: String?) -> Bool {
    guard requiresSignatures else { return true }
    return principal.flatMap { roles.people?[$0] } == .secretariat
  }
}

/// Finds the register in force: along first parents, from the commit that brought it first, each
/// change counts when the register before it allows it.
struct RegistryFinder {
  let repository: GitRepository
  let environment: [String: String]

  /// What was found out for a commit, so that the next command need not walk again.
  private struct Known: Codable {
    var head: String
    var commit: String?
    var refused: [String]
  }

  private var cachePath: String { repository.commonFolder + "naskah/register.json" }

  /// The register in force in a commit; nil where there is none.
  func registry(at head: ObjectID) throws -> Registry? {
    let known = cached()
    if let known, known.head == head.description { return try registry(known) }
    var state: Registry?
    var base: ObjectID?
    // A cached state counts for what grew out of it.
    if let known, let commit = ObjectID(known.head),
      try git({ () throws(GitError) in try repository.object(commit) != nil }),
      try git({ () throws(GitError) in try repository.isAncestor(commit, of: head) })
    {
      base = commit
      state = try registry(known)
    }
    guard try state != nil || hasSigners(head) else {
      // Where nothing stands now, nothing stood before that would still count.
      return nil
    }
    state = try walk(from: head, to: base, state)
    store(
      Known(
        head: head.description, commit: state?.commit.description,
        refused: state?.refused.map(\.description) ?? []))
    return state
  }

  private func hasSigners(_ commit: ObjectID) throws -> Bool {
    try git { () throws(GitError) in
      try repository.entry(at: SignersFile.path, in: repository.commit(commit).tree) != nil
    }
  }

  private func walk(
    from head: ObjectID, to base: ObjectID?, _ given: Registry?
  ) throws -> Registry? {
    var state = given
    let commits = try git { () throws(GitError) in
      try repository.history(
        from: head, path: "register", excluding: base.map { [$0] } ?? []
      ).next(1_000_000)
    }
    for commit in commits.reversed() {
      guard let next = try read(commit) else {
        // Taking the register away has no effect while signatures are required.
        if state?.requiresSignatures == true {
          state?.refused.append(commit.id)
        } else {
          state = nil
        }
        continue
      }
      guard let present = state else {
        state = next
        continue
      }
      guard next.fingerprint != present.fingerprint else { continue }
      let principal = try SignatureCheck(registry: present, environment: environment)
        .verdict(on: commit, in: repository).principal
      if present.allowsChange(by: principal) {
        state = next
      } else {
        state?.refused.append(commit.id)
      }
    }
    return state
  }

  private func read(_ commit: Commit) throws -> Registry? {
    func bytes(_ path: String) throws -> (id: String, bytes: [UInt8])? {
      try git { () throws(GitError) in
        guard let entry = try repository.entry(at: path, in: commit.tree), entry.kind == .blob
        else { return nil }
        return (entry.id.description, try repository.blob(entry.id, limit: 16 << 20))
      }
    }
    guard let signers = try bytes(SignersFile.path) else { return nil }
    let roles = try bytes(RolesFile.path)
    return Registry(
      commit: commit.id, signers: SignersFile(signers.bytes),
      // A file that cannot be read gives nobody a role.
      roles: (try? roles.map { try RolesFile($0.bytes) } ?? RolesFile()) ?? RolesFile(),
      refused: [], file: try ScratchFile(signers.bytes),
      fingerprint: signers.id + (roles?.id ?? ""))
  }

  private func registry(_ known: Known) throws -> Registry? {
    guard let id = known.commit.flatMap({ ObjectID($0) }) else { return nil }
    var registry = try read(git { () throws(GitError) in try repository.commit(id) })
    registry?.refused = known.refused.compactMap { ObjectID($0) }
    return registry
  }

  private func cached() -> Known? {
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: cachePath)) else { return nil }
    return try? JSONDecoder().decode(Known.self, from: bytes)
  }

  private func store(_ known: Known) {
    // Only a help: where it cannot be kept, it is found out again.
    guard let bytes = try? JSONEncoder().encode(known) else { return }
    try? TextFile.write(Array(bytes), to: cachePath)
  }
}
