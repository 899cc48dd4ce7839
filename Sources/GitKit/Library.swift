import CLibgit2

/// The state libgit2 keeps for the whole process.
///
/// It is started by the first call that needs it: starting costs milliseconds (a bundle of
/// certificates is parsed), which a command without a repository need not pay.
public enum GitLibrary {
  /// A level of git configuration outside the repository.
  public enum ConfigurationLevel: Sendable, Hashable {
    /// `/etc/gitconfig`
    case system
    /// `~/.config/git/config`
    case xdg
    /// `~/.gitconfig`
    case global
  }

  private static let startCode: Int32 = {
    let code = git_libgit2_init()
    guard code >= 0 else { return code }
    // What is acknowledged must be on disk: objects, packs, refs and their folders are synced.
    return naskah_git_enable_fsync(1)
  }()

  static func start() throws(GitError) {
    try check("git_libgit2_init", startCode)
  }

  /// Sets the folder in which libgit2 looks for the configuration file of a level, for the whole
  /// process: for tests and for programs that choose their own. Call it before a repository is
  /// opened; `GitConfigurationFiles` does the same for one repository.
  /// - Throws: a `GitError` when the library does not start or refuses the path.
  public static func setConfigurationFolder(
    _ folder: String, level: ConfigurationLevel
  ) throws(GitError) {
    try start()
    let raw =
      switch level {
      case .system: GIT_CONFIG_LEVEL_SYSTEM
      case .xdg: GIT_CONFIG_LEVEL_XDG
      case .global: GIT_CONFIG_LEVEL_GLOBAL
      }
    try requireNoNul(folder)
    try check("git_libgit2_opts", naskah_git_set_search_path(raw.rawValue, folder))
  }
}
