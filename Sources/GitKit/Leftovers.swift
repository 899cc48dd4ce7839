#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What processes that were killed left behind.
extension GitRepository {
  /// Removes the unfinished packs that a killed process left, with their locks: libgit2 names them
  /// `pack_git2_…`, which `git gc` does not know. Those that a process still holds open are left.
  public func removeUnfinishedPacks() {
    let folder = commonFolder + "objects/pack"
    let names = FileOwners.names(in: folder).filter { $0.hasPrefix("pack_git2_") }
    guard !names.isEmpty else { return }
    let owners = FileOwners()
    for path in names.map({ "\(folder)/\($0)" }) {
      guard let file = FileOwners.File(path), !owners.mayHold(file, in: []) else { continue }
      unlink(path)
    }
  }

  /// Waits until a lock file is gone, and removes one that its process left when it was killed: one
  /// that nobody holds open and no `git` at work in the repository can own.
  /// - Returns: whether it is gone; false when it is held for seconds.
  func outlasted(_ lock: String) -> Bool {
    for _ in 0..<40 {
      guard let file = FileOwners.File(lock) else { return true }
      // A writer closes its lock an instant before it takes effect.
      if file.age >= 1,
        !FileOwners().mayHold(file, in: [workFolder, gitFolder, commonFolder].compactMap(\.self))
      {
        return remove(lock, file)
      }
      usleep(50_000)
    }
    return FileOwners.File(lock) == nil
  }

  /// Removes a file that is still the one that was looked at: another process may have taken it
  /// away and begun anew.
  ///
  /// Where it is put aside a name beginning with `tmp_` is nothing but left over, should this process
  /// be killed too: beside a reference's lock it would be taken for a broken reference.
  private func remove(_ path: String, _ file: FileOwners.File) -> Bool {
    let aside = "\(commonFolder)objects/pack/tmp_lock_\(getpid())"
    guard rename(path, aside) == 0 else { return FileOwners.File(path) == nil }
    if FileOwners.File(aside) == file {
      unlink(aside)
      return true
    }
    _ = link(aside, path)
    unlink(aside)
    return false
  }
}

/// Which files processes hold open, where the system tells (`/proc`); elsewhere age alone decides.
private struct FileOwners {
  /// A file, whatever its name.
  struct File: Hashable {
    private let device: UInt64
    private let number: UInt64
    private let written: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
      #if canImport(Darwin)
        written = status.st_mtimespec.tv_sec
      #else
        written = status.st_mtim.tv_sec
      #endif
    }

    /// Seconds since it was last written to.
    var age: Int { time(nil) - written }

    static func == (a: File, b: File) -> Bool { a.device == b.device && a.number == b.number }

    func hash(into hasher: inout Hasher) {
      hasher.combine(device)
      hasher.combine(number)
    }
  }

  private var open: Set<File> = []
  /// The folders in which programs of git are at work.
  private var gitFolders: [String] = []
  private let isKnown: Bool

  init() {
    let processes = Self.names(in: "/proc").filter {
      $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }
    isKnown = !processes.isEmpty
    for process in processes {
      let folder = "/proc/\(process)"
      for descriptor in Self.names(in: folder + "/fd") {
        if let file = File("\(folder)/fd/\(descriptor)") { open.insert(file) }
      }
      if let program = Self.target(of: folder + "/exe"),
        program.split(separator: "/").last?.hasPrefix("git") == true,
        let place = Self.target(of: folder + "/cwd")
      {
        gitFolders.append(place)
      }
    }
  }

  /// Whether a process may own a file: one that has it open, or a program of git in one of
  /// `folders`, which may keep a lock that it has closed.
  func mayHold(_ file: File, in folders: [String]) -> Bool {
    guard isKnown else { return file.age <= 60 }
    return open.contains(file)
      || gitFolders.contains { place in
        folders.contains { (place + "/").hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
      }
  }

  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { name in
          String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  private static func target(of link: String) -> String? {
    var target = [CChar](repeating: 0, count: 4096)
    let length = readlink(link, &target, target.count)
    guard length > 0 else { return nil }
    return String(decoding: target.prefix(length).lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
