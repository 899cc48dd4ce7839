import CLibgit2
import Synchronization

/// The state libgit2 keeps for the whole process.
///
/// It is started by the first call that needs it: starting costs time, which a command without a
/// repository need not pay.
enum GitLibrary {
  private static let startCode: Int32 = {
    let code = git_libgit2_init()
    guard code >= 0 else { return code }
    // Of a large pack only so much is held in memory at a time.
    let mapping = naskah_git_limit_mapping(4 << 20, 32 << 20)
    guard mapping >= 0 else { return mapping }
    // What is acknowledged must be on disk: objects, packs, refs and their folders are synced.
    return naskah_git_enable_fsync(1)
  }()

  static func start() throws(GitError) {
    try check("git_libgit2_init", startCode)
  }

  private static let unchecked = Mutex(0)

  /// Runs something while the ids of objects read are not counted again, as git itself does not.
  static func withoutChecks<Value>(
    _ body: () throws(GitError) -> Value
  ) throws(GitError) -> Value {
    unchecked.withLock { count in
      count += 1
      if count == 1 { _ = naskah_git_check_hashes(0) }
    }
    defer {
      unchecked.withLock { count in
        count -= 1
        if count == 0 { _ = naskah_git_check_hashes(1) }
      }
    }
    return try body()
  }
}
