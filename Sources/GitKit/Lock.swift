#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock between processes, held as long as the value lives. The system releases it when the
/// process ends in whatever way; the file itself stays and means nothing.
public struct FileLock: ~Copyable, Sendable {
  private let descriptor: Int32

  /// Waits for the lock on the file at `path`, which is made when absent.
  /// - Parameter timeout: how long to wait at most; nil to wait for as long as it takes.
  /// - Throws: `locked` when the time is over, or the error of the file system; `path` is set.
  public init(path: String, timeout: Duration? = nil) throws(GitError) {
    try requireNoNul(path)
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw systemError("open", path: path, number: errno) }
      do throws(GitError) {
        try Self.wait(descriptor, path, deadline)
      } catch {
        close(descriptor)
        throw error
      }
      if Self.isStill(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }

  private static func wait(
    _ descriptor: Int32, _ path: String, _ deadline: ContinuousClock.Instant?
  ) throws(GitError) {
    var pause: UInt32 = 200
    while flock(descriptor, deadline == nil ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let number = errno
      if number == EINTR { continue }
      guard number == EWOULDBLOCK else { throw systemError("flock", path: path, number: number) }
      if let deadline, ContinuousClock.now >= deadline {
        throw GitError("flock", .locked, "another process holds the lock", path: path)
      }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
  }

  /// Whether the locked file is still the one of that name: a lock on a deleted file excludes
  /// nobody.
  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var held = stat()
    var named = stat()
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
      && held.st_ino == named.st_ino && held.st_dev == named.st_dev
  }
}

extension GitRepository {
  /// Waits for the lock that all processes and all worktrees of this repository share under this
  /// file name.
  /// - Throws: `locked` when the time is over.
  public func lock(named name: String, timeout: Duration? = nil) throws(GitError) -> FileLock {
    try TreeEncoder.requireValidEntryName(Array(name.utf8))
    return try FileLock(path: commonFolder + name, timeout: timeout)
  }
}
