import CLibgit2
import Synchronization

/// Which configuration files outside the repository count for it.
public enum GitConfigurationFiles: Sendable, Hashable {
  /// Those git itself would read for this user (libgit2 finds them through HOME).
  case standard
  /// Just these; nil means none. A file that does not exist counts as empty.
  case files(global: String?, system: String?)
}

/// An open repository. It may be used from any thread: calls are made one after another.
public final class GitRepository: Sendable {
  /// An operation of git that has been begun and not finished.
  public enum State: Sendable, Hashable {
    case none, merge, revert, cherryPick, bisect, rebase, applyMailbox
  }

  private let handle: Mutex<Owned<RepositoryObject>>

  /// Starts libgit2, so that the first repository opened need not: a bundle of certificates is
  /// parsed, which takes milliseconds. A failure shows when a repository is opened.
  public static func prepare() { try? GitLibrary.start() }

  /// The folder of the working tree, with a slash at the end; nil in a bare repository.
  public let workFolder: String?
  /// The repository's own folder (`.git`, of a linked worktree the folder under `worktrees`).
  public let gitFolder: String
  /// The folder that linked worktrees share: objects, refs and configuration.
  public let commonFolder: String
  /// Whether there is no working tree.
  public let isBare: Bool

  private init(
    _ owner: consuming Owned<RepositoryObject>, configuration: GitConfigurationFiles
  ) throws(GitError) {
    let paths = try owner.use { pointer throws(GitError) in
      try Self.apply(configuration, to: pointer)
      return (
        work: git_repository_workdir(pointer).map { String(cString: $0) },
        git: text(git_repository_path(pointer)), common: text(git_repository_commondir(pointer)),
        bare: git_repository_is_bare(pointer) == 1
      )
    }
    (workFolder, gitFolder, commonFolder, isBare) = paths
    handle = Mutex(owner)
  }

  /// Opens the repository whose working tree or git folder is exactly `path`.
  /// - Throws: `notFound` when there is none, `wrongOwner` when it belongs to another user.
  public static func open(
    at path: String, configuration: GitConfigurationFiles = .standard
  ) throws(GitError) -> GitRepository {
    try open(path, flags: GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue, configuration)
  }

  /// Opens the repository that holds `path`: the nearest at it or above it, linked worktrees and
  /// bare repositories included.
  /// - Throws: `notFound` when there is none, `wrongOwner` when it belongs to another user.
  public static func discover(
    from path: String, configuration: GitConfigurationFiles = .standard
  ) throws(GitError) -> GitRepository {
    try open(path, flags: 0, configuration)
  }

  private static func open(
    _ path: String, flags: UInt32, _ configuration: GitConfigurationFiles
  ) throws(GitError) -> GitRepository {
    try GitLibrary.start()
    try requireNoNul(path)
    do throws(GitError) {
      let owner = try Owned<RepositoryObject>("git_repository_open_ext") {
        git_repository_open_ext(&$0, path, flags, nil)
      }
      return try GitRepository(owner, configuration: configuration)
    } catch {
      throw Self.ownershipError(error, path) ?? error.with(path: path)
    }
  }

  /// libgit2 1.5 reports a repository of another user as "not found" where no `safe.directory` is
  /// configured: the error is then about the configuration, never about the repository.
  private static func ownershipError(_ error: GitError, _ path: String) -> GitError? {
    guard error.code == .notFound, error.errorClass == Int32(GIT_ERROR_CONFIG.rawValue) else {
      return nil
    }
    return GitError(
      error.call, .wrongOwner, "the repository is not owned by the current user",
      errorClass: error.errorClass, path: path)
  }

  /// Makes a repository at `path`, folders above it included, and opens it.
  /// - Parameter initialBranch: the short name of the branch HEAD names; by default as configured.
  /// - Throws: `exists` when there is a repository already.
  public static func create(
    at path: String, bare: Bool = false, initialBranch: String? = nil,
    configuration: GitConfigurationFiles = .standard
  ) throws(GitError) -> GitRepository {
    try GitLibrary.start()
    try requireNoNul(path, initialBranch ?? "")
    if let initialBranch { try requireValidReferenceName("refs/heads/" + initialBranch) }
    var options = git_repository_init_options()
    try check(
      "git_repository_init_options_init",
      git_repository_init_options_init(
        &options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)))
    options.flags =
      GIT_REPOSITORY_INIT_MKPATH.rawValue | GIT_REPOSITORY_INIT_NO_REINIT.rawValue
      | (bare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
    do throws(GitError) {
      let owner = try Owned<RepositoryObject>("git_repository_init_ext") { result in
        guard let initialBranch else { return git_repository_init_ext(&result, path, &options) }
        return initialBranch.withCString { name in
          options.initial_head = name
          return git_repository_init_ext(&result, path, &options)
        }
      }
      return try GitRepository(owner, configuration: configuration)
    } catch {
      throw error.with(path: path)
    }
  }

  /// Runs `body` with the libgit2 handle, alone. It must not call another public method.
  func locked<Result: Sendable>(
    _ body: (OpaquePointer) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    try handle.withLock { owner throws(GitError) in try owner.use(body) }
  }

  /// Whether the history was cut off by a shallow clone.
  public func isShallow() throws(GitError) -> Bool {
    try locked { git_repository_is_shallow($0) == 1 }
  }

  /// The operation of git that is under way.
  public func state() throws(GitError) -> State {
    let raw = try locked { git_repository_state($0) }
    return switch git_repository_state_t(rawValue: UInt32(max(raw, 0))) {
    case GIT_REPOSITORY_STATE_NONE: .none
    case GIT_REPOSITORY_STATE_MERGE: .merge
    case GIT_REPOSITORY_STATE_REVERT, GIT_REPOSITORY_STATE_REVERT_SEQUENCE: .revert
    case GIT_REPOSITORY_STATE_CHERRYPICK, GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE: .cherryPick
    case GIT_REPOSITORY_STATE_BISECT: .bisect
    case GIT_REPOSITORY_STATE_APPLY_MAILBOX: .applyMailbox
    default: .rebase
    }
  }
}
