import Foundation
import GitKit
import ReviewModel

extension Workbench {
  /// Gives this clone a key to sign with, and registers it.
  ///
  /// Git's own settings of this repository are set, so that plain `git commit` signs too.
  /// - Parameters:
  ///   - principal: the name in the register; by default git's e-mail address.
  ///   - key: a file, or `key::` and the text of a key that an agent holds; by default the key that
  ///     git signs with already, else a new Ed25519 key.
  ///   - role: what the person may do; the first person is the secretariat.
  public func initKey(
    principal given: String?, key: String?, role: ReviewRole?
  ) throws -> KeyReport {
    let root = try workFolder()
    let branch = try savingBranch()
    let signatures = try signatures()
    let principal = try Self.principal(given ?? signatures.author.email)
    let (signingKey, isNew) = try signingKey(key, for: principal)
    let publicKey = try CommitSigner.publicKey(of: signingKey, environment: environment.variables)
    try git { () throws(GitError) in
      try repository.setConfig("gpg.format", to: "ssh")
      try repository.setConfig("user.signingkey", to: signingKey)
      try repository.setConfig("gpg.ssh.allowedSignersFile", to: "\(root)/\(SignersFile.path)")
      try repository.setConfig("commit.gpgsign", to: "true")
    }
    var (signers, roles) = try registerFiles()
    let people = roles.people ?? [:]
    let granted = role ?? people[principal] ?? (people.isEmpty ? .secretariat : nil)
    if granted != people[principal], let granted {
      try requireLeave(toChange: "register", asNewPerson: people.isEmpty)
      roles.people = people.merging([principal: granted]) { $1 }
    }
    if SignersFile(signers).lines(of: publicKey).allSatisfy({ $0.principal != principal }) {
      if let last = signers.last, last != 0x0A { signers.append(0x0A) }
      signers += Array("\(principal) namespaces=\"git\" \(publicKey.text)\n".utf8)
    }
    try recordRegister(
      signers: signers, roles: roles, message: "Kunci \(principal) didaftarkan", on: branch,
      signatures)
    return KeyReport(
      principal: principal, signingKey: signingKey, publicKey: publicKey.text, role: granted,
      isNew: isNew)
  }

  /// Says what a registered person may do; keys that wait for it come in force with it.
  public func setRole(of principal: String, to role: ReviewRole) throws {
    let branch = try savingBranch()
    var (signers, roles) = try registerFiles()
    try requireKnown(principal, in: SignersFile(signers))
    try requireLeave(toChange: "register", asNewPerson: (roles.people ?? [:]).isEmpty)
    roles.people = (roles.people ?? [:]).merging([principal: role]) { $1 }
    if let last = signers.last, last != 0x0A { signers.append(0x0A) }
    try recordRegister(
      signers: signers, roles: roles, message: "Peran \(principal): \(role.rawValue)", on: branch,
      signatures())
  }

  /// Ends a person's keys now: what is signed with them later counts no more.
  public func revokeKeys(of principal: String) throws {
    let branch = try savingBranch()
    let (bytes, roles) = try registerFiles()
    let file = SignersFile(bytes)
    try requireKnown(principal, in: file)
    try requireLeave(toChange: "register", asNewPerson: false)
    let stamp = environment.now().iso8601.filter(\.isNumber)
    var text = String(decoding: bytes, as: UTF8.self)
    for line in file.lines where line.principal == principal && line.validBefore == nil {
      let options = (line.options.isEmpty ? [] : [line.options]) + ["valid-before=\"\(stamp)Z\""]
      text = text.replacing(
        line.text, with: "\(principal) \(options.joined(separator: ",")) \(line.key.text)")
    }
    try recordRegister(
      signers: Array(text.utf8), roles: roles, message: "Kunci \(principal) dicabut", on: branch,
      signatures())
  }

  /// The people who sign, as the working files have them, and which of them are in force.
  public func signers() throws -> SignersReport {
    let (bytes, roles) = try registerFiles()
    let registry = try registry()
    return SignersReport(
      requiresSignatures: registry?.requiresSignatures == true,
      signers: SignersFile(bytes).lines.map { line in
        Signer(
          principal: line.principal, key: line.key.short, role: roles.people?[line.principal],
          isInForce: registry?.signers.lines.contains { $0.text == line.text } == true
            && registry?.roles.people?[line.principal] == roles.people?[line.principal],
          validBefore: line.validBefore)
      })
  }

  /// Whether everything must be signed.
  public func requiresSignatures() throws -> Bool { try registry()?.requiresSignatures == true }

  /// Decides whether everything must be signed from now on; this clone's log is signed at once.
  public func setRequiresSignatures(_ isRequired: Bool) throws {
    let branch = try savingBranch()
    var (signers, roles) = try registerFiles()
    guard !isRequired || !SignersFile(signers).lines.isEmpty else { throw Failure.keyMissing }
    try requireLeave(toChange: "register", asNewPerson: false)
    if roles.requiresSignatures != isRequired {
      roles.requiresSignatures = isRequired
      if signers.isEmpty { signers = [0x0A] }
      try recordRegister(
        signers: signers, roles: roles,
        message: isRequired ? "Tanda tangan diwajibkan" : "Tanda tangan tidak diwajibkan",
        on: branch, signatures())
    }
    if isRequired { try signOwnLog() }
  }

  /// Signs this clone's log where its tip is not signed: a checkpoint of what it has seen.
  func signOwnLog() throws {
    guard let writer = EventLog(repository: repository).knownWriter() else { return }
    let isSigned = try git { () throws(GitError) -> Bool in
      guard let tip = try repository.reference(LogStore.log.ownRef(writer))?.target else {
        return true
      }
      return try repository.commit(tip).signature != nil
    }
    if !isSigned { try recordCheckpoint() }
  }

  /// The principal that this clone signs as; nil without a registered key.
  func ownPrincipal() throws -> String? {
    guard let registry = try registry(), let signer = try commitSigner() else { return nil }
    let key = try CommitSigner.publicKey(of: signer.key, environment: environment.variables)
    return registry.signers.lines(of: key).first?.principal
  }

  /// - Throws: `Failure.notAllowed` where signatures are required and this clone's person may not.
  func requireLeave(toChange what: String, asNewPerson: Bool) throws {
    guard let registry = try registry(), registry.requiresSignatures, !asNewPerson else { return }
    let principal = try ownPrincipal()
    guard registry.allowsChange(by: principal) else {
      throw Failure.notAllowed(principal: principal, what: what)
    }
  }

  /// - Throws: `Failure.notAllowed` where this clone's person may not record events of a type.
  func requireLeave(toRecord type: String) throws {
    guard let registry = try registry(), registry.requiresSignatures else { return }
    let principal = try ownPrincipal()
    guard let role = principal.flatMap({ registry.roles.people?[$0] }), role.mayRecord(type) else {
      throw Failure.notAllowed(principal: principal, what: type)
    }
  }

  private func requireKnown(_ principal: String, in file: SignersFile) throws {
    let known = Set(file.lines.map(\.principal)).sorted()
    guard known.contains(principal) else {
      throw Failure.principalUnknown(principal, known: known)
    }
  }

  private static func principal(_ text: String) throws -> String {
    let forbidden = Set("\",#*?!()|\\".utf8)
    guard !text.isEmpty, text.utf8.count <= 200,
      text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) })
    else { throw Failure.principalInvalid(text) }
    return text
  }

  /// What git is to sign with, and whether it was made now.
  private func signingKey(
    _ given: String?, for principal: String
  ) throws -> (key: String, isNew: Bool) {
    if let given {
      if SSHPublicKey(line: given) != nil { return ("key::" + given, false) }
      return (given, false)
    }
    let (format, present) = try git { () throws(GitError) in
      (try repository.configString("gpg.format"), try repository.configString("user.signingkey"))
    }
    if format == "ssh", let present, !present.isEmpty { return (present, false) }
    let log = EventLog(repository: repository)
    let lock = try log.lock()
    let writer = try log.writer()
    withExtendedLifetime(lock) {}
    guard let home = environment.variables["HOME"], !home.isEmpty else {
      throw Failure.keyFileInvalid(path: "~/.ssh", reason: "HOME")
    }
    // One key a clone, so that two writers never share one.
    let path = "\(home)/.ssh/naskah_\(writer)"
    if FileManager.default.fileExists(atPath: path) { return (path, false) }
    do {
      try FileManager.default.createDirectory(
        atPath: "\(home)/.ssh", withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure.readOnly(path: "\(home)/.ssh")
    }
    let made = try Program.sshKeygen(environment.variables).run([
      "-q", "-t", "ed25519", "-N", "", "-C", principal, "-f", path,
    ])
    guard made.status == 0 else {
      throw Failure.keyFileInvalid(path: path, reason: made.complaint)
    }
    return (path, true)
  }

  /// The register's files as they stand in the working folder.
  private func registerFiles() throws -> (signers: [UInt8], roles: RolesFile) {
    func bytes(_ path: String) throws -> [UInt8]? {
      guard let root else { return try headCommit().flatMap { try file(path, at: $0) } }
      let full = "\(root)/\(path)"
      return FileManager.default.fileExists(atPath: full)
        ? try TextFile.bytes(at: full, named: path) : nil
    }
    return (
      try bytes(SignersFile.path) ?? [],
      try bytes(RolesFile.path).map { try RolesFile($0) } ?? RolesFile()
    )
  }

  /// Writes the register's files and records them as a commit of their own.
  private func recordRegister(
    signers: [UInt8], roles: RolesFile, message: String, on branch: String,
    _ signatures: (author: Signature, committer: Signature)
  ) throws {
    let root = try workFolder()
    let wanted = [
      SavedFile(path: SignersFile.path, bytes: signers),
      SavedFile(path: RolesFile.path, bytes: Array(try roles.text.utf8)),
    ]
    let head = try headCommit()
    let changed = try wanted.filter { wanted in
      try head.flatMap { try file(wanted.path, at: $0) } != wanted.bytes
    }
    guard !changed.isEmpty else { return }
    for file in changed { try TextFile.write(file.bytes ?? [], to: "\(root)/\(file.path)") }
    try record(
      [(files: changed, message: message + "\n", author: signatures.author)], on: branch,
      committer: signatures.committer)
    forgetRegistry()
  }

  /// Records what this clone has seen of the others' logs.
  @discardableResult
  func recordCheckpoint() throws -> EventID? {
    let own = EventLog(repository: repository).knownWriter()
    var heads: [String: LogCheckpoint.Head] = [:]
    for (name, commit) in try SeenHeads(repository).heads.sorted(by: { $0.key < $1.key }) {
      guard let ref = LogRef(name: name, commit: commit), ref.store == .log, ref.writer != own
      else {
        continue
      }
      let segments = try EventLog(repository: repository).nextSegment(commit)
      let known = heads[ref.writer.rawValue]
      if known.map({ $0.segments < segments }) ?? true {
        heads[ref.writer.rawValue] = .init(commit: commit.description, segments: segments)
      }
    }
    let found = heads
    return try record([
      PendingEvent(payload: { _, _ in .logCheckpoint(LogCheckpoint(heads: found)) })
    ]).first
  }
}

extension Workbench {
  /// Whether the names and contacts of commenters may be pushed to a remote.
  public func isInternal(_ remote: String) throws -> Bool {
    try git { () throws(GitError) in
      try repository.configBool("remote.\(remote).naskahInternal") ?? false
    }
  }

  /// Marks a remote as internal, or takes the mark away.
  /// - Throws: `Failure.remoteNotFound`.
  public func setInternal(_ remote: String, _ isInternal: Bool) throws {
    try requireRemote(remote)
    try git { () throws(GitError) in
      try repository.setConfig("remote.\(remote).naskahInternal", to: isInternal ? "true" : "false")
    }
  }

  /// The names of the remotes.
  public func remoteNames() throws -> [String] {
    try git { () throws(GitError) in try repository.remotes().map(\.name) }
  }

  func requireRemote(_ name: String) throws {
    let names = try remoteNames()
    guard names.contains(name) else { throw Failure.remoteNotFound(name, existing: names) }
  }
}
