import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How one file of the working tree stands.
public struct FileStatus: Sendable, Hashable {
  /// How a file differs.
  public enum Change: Sendable, Hashable {
    case added, modified, deleted, typeChanged
  }

  /// The path below the working tree's root.
  public let path: String
  /// The index against HEAD: what is staged; nil when nothing is.
  public let staged: Change?
  /// The working file against the index; an untracked file counts as added.
  public let unstaged: Change?
  /// Whether a merge left it in conflict.
  public let isConflicted: Bool
  /// The working file against HEAD, as far as the two tell: nil for a file that was staged as new
  /// and deleted again.
  public var againstHead: Change? {
    switch (staged, unstaged) {
    case (.added, .deleted): nil
    case (.deleted, .added): .modified
    case (.added, _): .added
    case (_, .deleted): .deleted
    default: unstaged ?? staged
    }
  }
}

extension GitRepository {
  /// The files at or below `paths` that differ from HEAD or from the index, by path; ignored files
  /// are left out. Nothing is written, not even refreshed entries of the index.
  /// - Parameter paths: files or folders below the working tree's root, taken literally; empty for
  ///   all.
  /// - Throws: `bareRepository` when there is no working tree.
  public func status(of paths: [String] = []) throws(GitError) -> [FileStatus] {
    for path in paths { _ = try pathComponents(path) }
    return try locked { repository throws(GitError) in
      var options = git_status_options()
      try check(
        "git_status_options_init",
        git_status_options_init(&options, UInt32(GIT_STATUS_OPTIONS_VERSION)))
      options.show = GIT_STATUS_SHOW_INDEX_AND_WORKDIR
      options.flags =
        GIT_STATUS_OPT_INCLUDE_UNTRACKED.rawValue
        | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS.rawValue
        | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH.rawValue
        | GIT_STATUS_OPT_EXCLUDE_SUBMODULES.rawValue
      let list = try Owned<StatusListObject>("git_status_list_new") { result in
        withStringArray(paths) { array in
          options.pathspec = array
          return git_status_list_new(&result, repository, &options)
        }
      }
      return try list.use { list throws(GitError) in
        (0..<git_status_list_entrycount(list)).compactMap {
          Self.status(git_status_byindex(list, $0))
        }.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      }
    }
  }

  private static func status(_ entry: UnsafePointer<git_status_entry>?) -> FileStatus? {
    guard let entry = entry?.pointee else { return nil }
    let path =
      entry.index_to_workdir.map { text($0.pointee.new_file.path) }
      ?? entry.head_to_index.map { text($0.pointee.new_file.path) }
    guard let path else { return nil }
    let bits = entry.status.rawValue
    func first(_ table: [(git_status_t, FileStatus.Change)]) -> FileStatus.Change? {
      table.first { bits & $0.0.rawValue != 0 }?.1
    }
    return FileStatus(
      path: path,
      staged: first([
        (GIT_STATUS_INDEX_NEW, .added), (GIT_STATUS_INDEX_DELETED, .deleted),
        (GIT_STATUS_INDEX_TYPECHANGE, .typeChanged), (GIT_STATUS_INDEX_MODIFIED, .modified),
      ]),
      unstaged: first([
        (GIT_STATUS_WT_NEW, .added), (GIT_STATUS_WT_DELETED, .deleted),
        (GIT_STATUS_WT_TYPECHANGE, .typeChanged), (GIT_STATUS_WT_MODIFIED, .modified),
        (GIT_STATUS_WT_UNREADABLE, .modified),
      ]),
      isConflicted: bits & GIT_STATUS_CONFLICTED.rawValue != 0)
  }
}

/// Lends C an array of strings for the time of a call.
private func withStringArray<Result>(
  _ strings: [String], _ body: (git_strarray) -> Result
) -> Result {
  var pointers = strings.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer {
    body(git_strarray(strings: $0.baseAddress, count: $0.count))
  }
}
