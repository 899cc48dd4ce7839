import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A reference as it was when it was read.
public struct Reference: Sendable, Hashable {
  /// The full name, such as `refs/heads/main`.
  public let name: String
  /// The object it leads to, through other references where it is symbolic; nil when it leads to a
  /// reference that does not exist.
  public let target: ObjectID?
  /// The reference it names; nil unless it is symbolic.
  public let symbolicTarget: String?
}

/// What HEAD says.
public enum Head: Sendable, Hashable {
  /// A branch without commits, by its full name.
  case unborn(branch: String)
  /// A branch, by its full name, and its commit.
  case branch(String, commit: ObjectID)
  /// No branch: a commit.
  case detached(commit: ObjectID)

  /// The commit, if there is one.
  public var commit: ObjectID? {
    switch self {
    case .unborn: nil
    case .branch(_, let commit), .detached(let commit): commit
    }
  }
}

func requireValidReferenceName(_ name: String) throws(GitError) {
  try requireNoNul(name)
  var valid: Int32 = 0
  try check("git_reference_name_is_valid", git_reference_name_is_valid(&valid, name))
  guard valid == 1 else {
    throw GitError("git_reference_name_is_valid", .invalidName, "\(name) is not a reference name")
  }
}

extension GitRepository {
  /// What HEAD says.
  public func head() throws(GitError) -> Head {
    guard let head = try reference("HEAD") else {
      throw GitError("git_reference_lookup", .notFound, "the repository has no HEAD")
    }
    switch (head.symbolicTarget, head.target) {
    case (let branch?, let commit?): return .branch(branch, commit: commit)
    case (let branch?, nil): return .unborn(branch: branch)
    case (nil, let commit?): return .detached(commit: commit)
    case (nil, nil): throw GitError("git_reference_lookup", .invalid, "HEAD cannot be read")
    }
  }

  /// The reference of this full name; nil when it does not exist.
  /// - Throws: `invalidName` for a name git forbids.
  public func reference(_ name: String) throws(GitError) -> Reference? {
    try requireValidReferenceName(name)
    return try locked { repository throws(GitError) in
      do throws(GitError) {
        let reference = try Owned<ReferenceObject>("git_reference_lookup") {
          git_reference_lookup(&$0, repository, name)
        }
        return try reference.use { pointer throws(GitError) in
          try Self.value(repository, pointer)
        }
      } catch {
        guard error.code == .notFound else { throw error }
        return nil
      }
    }
  }

  /// The references whose full names start with `prefix` (such as `refs/heads/`), by name.
  public func references(under prefix: String) throws(GitError) -> [Reference] {
    try requireNoNul(prefix)
    // These have a meaning in a glob and never stand in a name.
    guard !prefix.utf8.contains(where: { "*?[\\".utf8.contains($0) }) else { return [] }
    return try locked { repository throws(GitError) in
      let iterator = try Owned<ReferenceIteratorObject>("git_reference_iterator_glob_new") {
        git_reference_iterator_glob_new(&$0, repository, prefix + "*")
      }
      return try iterator.use { iterator throws(GitError) in
        var result: [Reference] = []
        while true {
          var pointer: OpaquePointer?
          let code = git_reference_next(&pointer, iterator)
          guard code != GIT_ITEROVER.rawValue else { break }
          let reference = try Owned<ReferenceObject>("git_reference_next") {
            $0 = pointer
            return code
          }
          try reference.use { pointer throws(GitError) in
            result.append(try Self.value(repository, pointer))
          }
        }
        return result.filter { $0.name.utf8.starts(with: prefix.utf8) }
          .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      }
    }
  }

  /// Makes the reference point at `target`, provided that it still has the expected value: a
  /// compare-and-swap that holds against every other process that uses git's locks.
  /// - Parameters:
  ///   - expected: the value it must have; nil when it must not exist.
  ///   - message: the line for the reflog, where one is kept.
  /// - Throws: `modified` when the value is another, `locked` while someone else writes it,
  ///   `invalidName`, or `generic` when the target does not exist.
  public func updateReference(
    _ name: String, to target: ObjectID, expecting expected: ObjectID?, message: String
  ) throws(GitError) {
    try requireValidReferenceName(name)
    try requireNoNul(message)
    let failure = try swap(name) { repository throws(GitError) in
      var new = target.raw
      // libgit2 compares under the reference's lock, and takes an id of zeros for "none yet".
      var old = expected?.raw ?? git_oid()
      _ = try Owned<ReferenceObject>("git_reference_create_matching") {
        git_reference_create_matching(&$0, repository, name, &new, 1, &old, message)
      }
    }
    if let failure {
      throw expected != nil && failure.code == .notFound ? Self.gone(name) : failure
    }
  }

  /// Deletes the reference, provided that it still has the expected value.
  /// - Throws: `modified` when the value is another, `notFound` when it does not exist, `locked`
  ///   while someone else writes it.
  public func deleteReference(_ name: String, expecting expected: ObjectID) throws(GitError) {
    try requireValidReferenceName(name)
    let failure = try swap(name) { repository throws(GitError) in
      let reference = try Owned<ReferenceObject>("git_reference_lookup") {
        git_reference_lookup(&$0, repository, name)
      }
      try reference.use { pointer throws(GitError) in
        guard ObjectID(git_reference_target(pointer)) == expected else { throw Self.gone(name) }
        // It compares once more, with the value just read, under the lock.
        _ = try check("git_reference_delete", git_reference_delete(pointer))
      }
    }
    if let failure { throw failure }
  }

  /// Makes HEAD name a branch, which need not have commits yet. Working tree and index stay.
  /// - Parameter branch: a full name below `refs/heads/`.
  public func setHead(branch: String) throws(GitError) {
    try requireValidReferenceName(branch)
    guard branch.utf8.starts(with: "refs/heads/".utf8) else {
      throw GitError("git_repository_set_head", .invalidName, "\(branch) is not a branch")
    }
    let failure = try swap("HEAD") { repository throws(GitError) in
      _ = try check("git_repository_set_head", git_repository_set_head(repository, branch))
    }
    if let failure { throw failure }
  }

  /// Runs a change of a reference and gives its failure, with the lock file where it is one that
  /// lasts.
  private func swap(
    _ name: String, _ body: (OpaquePointer) throws(GitError) -> Void
  ) throws(GitError) -> GitError? {
    var failure: GitError?
    for _ in 0..<3 {
      do throws(GitError) {
        try locked(body)
        return nil
      } catch {
        guard error.code == .locked else { return error }
        let candidates = [gitFolder + name, commonFolder + name, commonFolder + "packed-refs"]
        let path = candidates.map { $0 + ".lock" }.first { access($0, F_OK) == 0 }
        failure = path.map { error.with(path: $0) } ?? error
        if let path, !outlasted(path) { break }
      }
    }
    return failure
  }

  private static func gone(_ name: String) -> GitError {
    GitError("GitKit.reference", .modified, "\(name) no longer has the expected value")
  }

  private static func value(
    _ repository: OpaquePointer, _ reference: OpaquePointer
  ) throws(GitError) -> Reference {
    let name = text(git_reference_name(reference))
    if let target = ObjectID(git_reference_target(reference)) {
      return Reference(name: name, target: target, symbolicTarget: nil)
    }
    let symbolic = text(git_reference_symbolic_target(reference))
    var target = git_oid()
    do throws(GitError) {
      try check("git_reference_name_to_id", git_reference_name_to_id(&target, repository, symbolic))
      return Reference(name: name, target: ObjectID(target), symbolicTarget: symbolic)
    } catch {
      // Also a chain that goes in a circle leads nowhere; it must not hide the other references.
      guard error.code == .notFound || error.errorClass == Int32(GIT_ERROR_REFERENCE.rawValue)
      else { throw error }
      return Reference(name: name, target: nil, symbolicTarget: symbolic)
    }
  }
}
