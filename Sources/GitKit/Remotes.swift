import CLibgit2

/// A remote, as configured.
public struct Remote: Sendable, Hashable {
  /// The name, such as `origin`.
  public let name: String
  /// Where it is fetched from.
  public let url: String
  /// Where it is pushed to, when that is another place.
  public let pushURL: String?
  /// The refspecs of a fetch.
  public let fetchRefspecs: [String]
  /// The refspecs of a push.
  public let pushRefspecs: [String]
}

extension GitRepository {
  /// The remotes by name.
  /// - Throws: what libgit2 makes of a remote it cannot read; a negative refspec (`^refs/…`) makes
  ///   one.
  public func remotes() throws(GitError) -> [Remote] {
    try locked { repository throws(GitError) in
      var names = git_strarray()
      try check("git_remote_list", git_remote_list(&names, repository))
      defer { git_strarray_dispose(&names) }
      var result: [Remote] = []
      for name in strings(names) { result.append(try Self.remote(repository, name)) }
      return result.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
  }

  /// Adds a remote to the repository's configuration.
  /// - Parameter fetchRefspecs: by default the usual one, into `refs/remotes/NAME/`.
  /// - Throws: `exists` when there is one of this name, `invalidName`.
  public func createRemote(
    _ name: String, url: String, fetchRefspecs: [String]? = nil, pushRefspecs: [String] = []
  ) throws(GitError) {
    try requireNoNul(name, url)
    for refspec in (fetchRefspecs ?? []) + pushRefspecs { try requireNoNul(refspec) }
    let specs = fetchRefspecs ?? ["+refs/heads/*:refs/remotes/\(name)/*"]
    try locked { repository throws(GitError) in
      _ = try Owned<RemoteObject>("git_remote_create_with_fetchspec") {
        git_remote_create_with_fetchspec(&$0, repository, name, url, specs.first)
      }
      for spec in specs.dropFirst() {
        try check("git_remote_add_fetch", git_remote_add_fetch(repository, name, spec))
      }
      for spec in pushRefspecs {
        try check("git_remote_add_push", git_remote_add_push(repository, name, spec))
      }
    }
  }

  private static func remote(
    _ repository: OpaquePointer, _ name: String
  ) throws(GitError) -> Remote {
    let remote = try Owned<RemoteObject>("git_remote_lookup") {
      git_remote_lookup(&$0, repository, name)
    }
    return try remote.use { remote throws(GitError) in
      var (fetch, push) = (git_strarray(), git_strarray())
      defer {
        git_strarray_dispose(&fetch)
        git_strarray_dispose(&push)
      }
      try check("git_remote_get_fetch_refspecs", git_remote_get_fetch_refspecs(&fetch, remote))
      try check("git_remote_get_push_refspecs", git_remote_get_push_refspecs(&push, remote))
      return Remote(
        name: name, url: text(git_remote_url(remote)),
        pushURL: git_remote_pushurl(remote).map { String(cString: $0) },
        fetchRefspecs: strings(fetch), pushRefspecs: strings(push))
    }
  }
}

private func strings(_ array: git_strarray) -> [String] {
  UnsafeBufferPointer(start: array.strings, count: array.count).map { text($0) }
}
