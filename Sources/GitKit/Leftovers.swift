#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension GitRepository {
  /// Removes the unfinished packs that a killed process left, with their locks: libgit2 names them
  /// `pack_git2_…`, which `git gc` does not know. Those that a process still holds open are left.
  public func removeUnfinishedPacks() {
    let folder = commonFolder + "objects/pack"
    let names = Self.names(in: folder).filter { $0.hasPrefix("pack_git2_") }
    guard !names.isEmpty else { return }
    let open = Self.openFiles()
    for name in names {
      let path = "\(folder)/\(name)"
      if let open {
        if !open.contains(where: { $0.hasSuffix("/objects/pack/\(name)") }) { unlink(path) }
      } else if Self.age(of: path) > 60 {
        unlink(path)
      }
    }
  }

  private static func names(in folder: String) -> [String] {
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

  /// The files that processes hold open, where the system tells (`/proc`); nil elsewhere.
  private static func openFiles() -> Set<String>? {
    let processes = names(in: "/proc").filter { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
    guard !processes.isEmpty else { return nil }
    var files: Set<String> = []
    var target = [CChar](repeating: 0, count: 4096)
    for process in processes {
      let folder = "/proc/\(process)/fd"
      for number in names(in: folder) {
        let length = readlink("\(folder)/\(number)", &target, target.count)
        guard length > 0 else { continue }
        files.insert(
          String(decoding: target.prefix(length).lazy.map(UInt8.init(bitPattern:)), as: UTF8.self))
      }
    }
    return files
  }

  /// Seconds since a file was last written to.
  private static func age(of path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { return 0 }
    #if canImport(Darwin)
      return time(nil) - status.st_mtimespec.tv_sec
    #else
      return time(nil) - status.st_mtim.tv_sec
    #endif
  }
}
