import CLibgit2

/// The state libgit2 keeps for the whole process.
///
/// It is started by the first call that needs it: starting costs milliseconds (a bundle of
/// certificates is parsed), which a command without a repository need not pay.
enum GitLibrary {
  private static let startCode: Int32 = {
    let code = git_libgit2_init()
    guard code >= 0 else { return code }
    // What is acknowledged must be on disk: objects, packs, refs and their folders are synced.
    return naskah_git_enable_fsync(1)
  }()

  static func start() throws(GitError) {
    try check("git_libgit2_init", startCode)
  }
}
