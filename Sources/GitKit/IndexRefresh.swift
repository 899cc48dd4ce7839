import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension GitRepository {
  /// Makes the index entries of just these files what `tree` holds there, and leaves every other
  /// entry, staged or not, as it is: after a commit made without the index, git sees these files as
  /// committed. Nothing happens in a bare repository.
  /// - Parameters:
  ///   - paths: files below the root; one that `tree` lacks loses its entry.
  ///   - tree: the root tree of the commit.
  /// - Throws: `locked`, with the lock file's path, while someone else writes the index.
  public func refreshIndexEntries(paths: [String], tree: ObjectID) throws(GitError) {
    guard let workFolder, !paths.isEmpty else { return }
    for path in paths { _ = try pathComponents(path) }
    let file = IndexFile(path: gitFolder + "index", outlasts: outlasted)
    try locked { repository throws(GitError) in
      var entries: [(path: String, entry: TreeEntry?)] = []
      for path in paths {
        let entry = try Self.entry(repository, tree, path)
        guard entry?.mode != .tree else {
          throw GitError("GitKit.index", .directory, "\(path) is a folder", path: path)
        }
        entries.append((path, entry))
      }
      try file.rewrite { index, written throws(GitError) in
        let working = WorkingFiles(repository: repository, folder: workFolder)
        try working.smudgeRacyEntries(of: index, writtenAt: written)
        for (path, entry) in entries { try working.set(path, entry, in: index) }
      }
    }
  }
}

/// The index as a file, rewritten under git's own lock. libgit2 takes that lock only for the
/// writing, so that what another process staged since it read would be lost.
private struct IndexFile {
  let path: String
  /// Whether a lock is gone, or was left behind and cleared away.
  let outlasts: (String) -> Bool

  private static func make(_ lock: String) -> (descriptor: Int32, number: Int32) {
    let descriptor = open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    return (descriptor, errno)
  }

  func rewrite(
    _ change: (OpaquePointer, timespec?) throws(GitError) -> Void
  ) throws(GitError) {
    let lock = path + ".lock"
    let next = path + ".next"
    var (descriptor, number) = Self.make(lock)
    if descriptor < 0, number == EEXIST, outlasts(lock) {
      (descriptor, number) = Self.make(lock)
    }
    guard descriptor >= 0 else {
      guard number == EEXIST else { throw systemError("open", path: lock, number: number) }
      throw GitError("open", .locked, "another process writes the index", path: lock)
    }
    // Open for as long as it is ours: a lock that nobody has open was left behind.
    defer { close(descriptor) }
    do throws(GitError) {
      let written = try copy(to: next)
      let index = try Owned<IndexObject>("git_index_open") { git_index_open(&$0, next) }
      try index.use { index throws(GitError) in
        try change(index, written)
        _ = try check("git_index_write", git_index_write(index))
      }
      guard rename(next, lock) == 0, rename(lock, path) == 0 else {
        throw systemError("rename", path: path, number: errno)
      }
    } catch {
      unlink(next)
      unlink(lock)
      throw error
    }
  }

  /// Copies the index and gives the time it was written; nil when there is none yet.
  private func copy(to copy: String) throws(GitError) -> timespec? {
    // Left by a process that was killed; whoever holds the index's lock may clear them away.
    unlink(copy)
    unlink(copy + ".lock")
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else {
      guard errno == ENOENT else { throw systemError("open", path: path, number: errno) }
      return nil
    }
    defer { close(source) }
    var status = stat()
    guard fstat(source, &status) == 0 else {
      throw systemError("fstat", path: path, number: errno)
    }
    let target = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
    guard target >= 0 else { throw systemError("open", path: copy, number: errno) }
    defer { close(target) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { return status.modified }
      guard count > 0 else { throw systemError("read", path: path, number: errno) }
      var done = 0
      while done < count {
        let written = buffer.withUnsafeBytes {
          write(target, $0.baseAddress?.advanced(by: done), count - done)
        }
        guard written > 0 else { throw systemError("write", path: copy, number: errno) }
        done += written
      }
    }
  }
}

/// The files of the working tree as the index describes them.
private struct WorkingFiles {
  let repository: OpaquePointer
  let folder: String

  func set(_ path: String, _ entry: TreeEntry?, in index: OpaquePointer) throws(GitError) {
    guard let entry else {
      let code = git_index_remove_bypath(index, path)
      guard code != GIT_ENOTFOUND.rawValue else { return }
      try check("git_index_remove_bypath", code)
      return
    }
    let present = git_index_get_bypath(index, path, 0)?.pointee
    var new = unchangedEntry(path, entry)
    new.mode = entry.mode.rawValue
    new.id = entry.id.raw
    // A sparse checkout's mark belongs to the path, not to its content.
    let kept = UInt16(GIT_INDEX_ENTRY_SKIP_WORKTREE.rawValue)
    new.flags_extended = (present?.flags_extended ?? 0) & kept
    let code = path.withCString { pointer in
      new.path = pointer
      return git_index_add(index, &new)
    }
    try check("git_index_add", code)
  }

  /// An entry with the working file's stat data where it is the file of `entry`, else with none:
  /// git then compares contents.
  private func unchangedEntry(_ path: String, _ entry: TreeEntry) -> git_index_entry {
    var before = stat()
    var after = stat()
    guard lstat(folder + path, &before) == 0, before.st_mode & S_IFMT == S_IFREG,
      entry.mode == .file || entry.mode == .executable,
      (before.st_mode & S_IXUSR != 0) == (entry.mode == .executable),
      blobID(path) == entry.id, lstat(folder + path, &after) == 0,
      after.modified.tv_sec == before.modified.tv_sec,
      after.modified.tv_nsec == before.modified.tv_nsec, after.st_size == before.st_size,
      after.st_ino == before.st_ino
    else { return git_index_entry() }
    var result = git_index_entry()
    result.mtime = time(after.modified)
    result.ctime = time(after.changed)
    result.dev = UInt32(truncatingIfNeeded: after.st_dev)
    result.ino = UInt32(truncatingIfNeeded: after.st_ino)
    result.uid = after.st_uid
    result.gid = after.st_gid
    result.file_size = UInt32(truncatingIfNeeded: after.st_size)
    return result
  }

  /// A file changed in the very second in which the index was written may look unchanged; git
  /// finds it by the index's own time, which is about to move on. Such entries lose their size, as
  /// in git itself, so that contents are compared. Seconds, since git as commonly built compares
  /// no finer.
  func smudgeRacyEntries(of index: OpaquePointer, writtenAt: timespec?) throws(GitError) {
    guard let writtenAt else { return }
    for position in 0..<git_index_entrycount(index) {
      guard var entry = git_index_get_byindex(index, position)?.pointee, entry.file_size > 0,
        Self.stage(entry) == 0, Int(entry.mtime.seconds) >= writtenAt.tv_sec,
        blobID(text(entry.path)) != ObjectID(entry.id)
      else { continue }
      entry.file_size = 0
      try check("git_index_add", git_index_add(index, &entry))
    }
  }

  private static func stage(_ entry: git_index_entry) -> Int {
    Int(entry.flags) >> 12 & 3
  }

  /// The id the working file would have as a blob, line endings treated as configured.
  private func blobID(_ path: String) -> ObjectID? {
    var result = git_oid()
    let code = git_repository_hashfile(&result, repository, folder + path, GIT_OBJECT_BLOB, path)
    return code == 0 ? ObjectID(result) : nil
  }

  private func time(_ value: timespec) -> git_index_time {
    git_index_time(
      seconds: Int32(truncatingIfNeeded: value.tv_sec),
      nanoseconds: UInt32(truncatingIfNeeded: value.tv_nsec))
  }
}

extension stat {
  fileprivate var modified: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }

  fileprivate var changed: timespec {
    #if canImport(Darwin)
      st_ctimespec
    #else
      st_ctim
    #endif
  }
}
