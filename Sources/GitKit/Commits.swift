import CLibgit2

/// Who did something, and when.
public struct Signature: Sendable, Hashable {
  /// The name, without `<`, `>`, NUL and line breaks.
  public let name: String
  /// The e-mail address, likewise; it may be empty.
  public let email: String
  /// Seconds since 1970-01-01 00:00 UTC.
  public let seconds: Int64
  /// Minutes that local time is ahead of UTC.
  public let offsetMinutes: Int

  /// A signature, as it will be written.
  public init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  init?(_ raw: UnsafePointer<git_signature>?) {
    guard let raw = raw?.pointee else { return nil }
    self.init(
      name: text(raw.name), email: text(raw.email), seconds: raw.when.time,
      offsetMinutes: Int(raw.when.offset))
  }

  /// The signature as a header of a commit has it: `name <email> seconds +hhmm`.
  /// - Throws: `invalid` for a value git cannot hold.
  func line() throws(GitError) -> String {
    let forbidden: Set<UInt8> = [0, 0x0A, 0x0D, UInt8(ascii: "<"), UInt8(ascii: ">")]
    guard name.utf8.contains(where: { $0 > 0x20 }), !name.utf8.contains(where: forbidden.contains),
      !email.utf8.contains(where: forbidden.contains), !email.utf8.contains(0x20), seconds >= 0,
      (-1439...1439).contains(offsetMinutes), name.utf8.first != 0x20, name.utf8.last != 0x20
    else {
      throw GitError("GitKit.signature", .invalid, "a signature has a value git cannot hold")
    }
    let minutes = abs(offsetMinutes)
    let hhmm = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
    return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")\(hhmm)"
  }
}

/// A stored commit.
public struct Commit: Sendable, Hashable {
  /// The commit's id.
  public let id: ObjectID
  /// The id of its root tree.
  public let tree: ObjectID
  /// The ids of its parents, the first of them on the published line.
  public let parents: [ObjectID]
  /// Who wrote the content, and when.
  public let author: Signature
  /// Who recorded it, and when.
  public let committer: Signature
  /// The whole message, invalid UTF-8 repaired.
  public let message: String
  /// The text of the `gpgsig` header, of whatever kind; nil when the commit is not signed.
  public let signature: String?
}

/// A commit to be made.
public struct CommitDraft: Sendable, Hashable {
  /// The id of the root tree.
  public var tree: ObjectID
  /// The ids of the parents in order.
  public var parents: [ObjectID]
  /// Who wrote the content, and when.
  public var author: Signature
  /// Who records it, and when.
  public var committer: Signature
  /// The whole message, as it will be stored.
  public var message: String

  /// A commit to be made.
  public init(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: String
  ) {
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
  }

  /// The content of the commit object without a signature: the bytes that are to be signed.
  /// - Throws: `invalid` when a signature or the message cannot be stored.
  public func content() throws(GitError) -> [UInt8] {
    Array(try unsignedText().utf8)
  }

  func unsignedText() throws(GitError) -> String {
    guard !message.utf8.contains(0) else {
      throw GitError("GitKit.commit", .invalid, "a commit message contains a NUL byte")
    }
    var result = "tree \(tree)\n"
    for parent in parents { result += "parent \(parent)\n" }
    result += "author \(try author.line())\ncommitter \(try committer.line())\n\n"
    return result + message
  }

  /// The content of the commit object with `signature` in its `gpgsig` header.
  func signedContent(_ signature: String) throws(GitError) -> [UInt8] {
    let content = try content()
    let header = try Self.header(signature).utf8.split(
      separator: 0x0A, omittingEmptySubsequences: false)
    let text =
      "gpgsig " + header.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n ")
    // The header section ends with the first empty line; no value before it contains a break.
    guard
      let end = content.indices.dropLast().first(where: { index in
        content[index] == 0x0A && content[index + 1] == 0x0A
      })
    else { return content }
    return content[...end] + Array(text.utf8) + [0x0A] + content[(end + 1)...]
  }

  /// A signature as a header holds it: without the line break at its end.
  static func header(_ signature: String) throws(GitError) -> String {
    var bytes = Array(signature.utf8)
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    guard !bytes.isEmpty, !bytes.contains(0) else {
      throw GitError("GitKit.commit", .invalid, "not the text of a signature")
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension GitRepository {
  /// Reads a commit.
  /// - Throws: `notFound` when there is no commit of this id.
  public func commit(_ id: ObjectID) throws(GitError) -> Commit {
    try locked { repository throws(GitError) in try Self.commit(repository, id) }
  }

  /// Stores a commit; no reference moves. A signature is armoured text, as `ssh-keygen -Y sign -n
  /// git` writes it over `draft.content()`.
  /// - Throws: `notFound` (or `generic`) when the tree or a parent does not exist, `invalid` when
  ///   the draft cannot be stored.
  public func writeCommit(
    _ draft: CommitDraft, signature: String? = nil
  ) throws(GitError) -> ObjectID {
    let content = try draft.unsignedText()
    let header = try signature.map { text throws(GitError) in try CommitDraft.header(text) }
    return try locked { repository throws(GitError) in
      try Self.requireKind(repository, draft.tree, .tree)
      for parent in draft.parents { try Self.requireKind(repository, parent, .commit) }
      var result = git_oid()
      try check(
        "git_commit_create_with_signature",
        git_commit_create_with_signature(&result, repository, content, header, nil))
      return ObjectID(result)
    }
  }

  /// The signature of a commit and the bytes it was made over; nil when the commit is not signed.
  public func signature(
    of commit: ObjectID
  ) throws(GitError) -> (signature: String, signedContent: [UInt8])? {
    try locked { repository throws(GitError) in
      var raw = commit.raw
      var signature = git_buf()
      var signed = git_buf()
      defer {
        git_buf_dispose(&signature)
        git_buf_dispose(&signed)
      }
      do throws(GitError) {
        try check(
          "git_commit_extract_signature",
          git_commit_extract_signature(&signature, &signed, repository, &raw, nil))
      } catch {
        // Of this class it means that the commit is not signed; of others, that there is no commit.
        guard error.code == .notFound, error.errorClass == Int32(GIT_ERROR_OBJECT.rawValue) else {
          throw error
        }
        return nil
      }
      return (
        text(signature.ptr), Array(UnsafeRawBufferPointer(start: signed.ptr, count: signed.size))
      )
    }
  }

  static func requireKind(
    _ repository: OpaquePointer, _ id: ObjectID, _ kind: ObjectKind
  ) throws(GitError) {
    guard try header(repository, id).kind == kind else {
      throw GitError("git_odb_read_header", .notFound, "\(id) is not a \(kind)")
    }
  }

  static func commit(_ repository: OpaquePointer, _ id: ObjectID) throws(GitError) -> Commit {
    var raw = id.raw
    let commit = try Owned<CommitObject>("git_commit_lookup") {
      git_commit_lookup(&$0, repository, &raw)
    }
    return try commit.use { commit throws(GitError) in
      guard let tree = ObjectID(git_commit_tree_id(commit)),
        let author = Signature(git_commit_author(commit)),
        let committer = Signature(git_commit_committer(commit))
      else {
        throw GitError("git_commit_lookup", .invalid, "commit \(id) cannot be read")
      }
      let parents = (0..<git_commit_parentcount(commit)).compactMap {
        ObjectID(git_commit_parent_id(commit, $0))
      }
      return Commit(
        id: id, tree: tree, parents: parents, author: author, committer: committer,
        message: text(git_commit_message_raw(commit)), signature: try signatureHeader(commit))
    }
  }

  private static func signatureHeader(_ commit: OpaquePointer) throws(GitError) -> String? {
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    do throws(GitError) {
      try check(
        "git_commit_header_field", git_commit_header_field(&buffer, commit, "gpgsig"))
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
    return text(buffer.ptr)
  }
}
