import CLibgit2

/// The mode of an entry in a tree.
public enum FileMode: UInt32, Sendable, Hashable {
  case tree = 0o040000
  case file = 0o100644
  case executable = 0o100755
  case link = 0o120000
  /// A commit of another repository (submodule).
  case commit = 0o160000

  /// The type of object an entry with this mode names.
  public var kind: ObjectKind {
    switch self {
    case .tree: .tree
    case .commit: .commit
    case .file, .executable, .link: .blob
    }
  }
}

/// One entry of a tree.
public struct TreeEntry: Sendable, Hashable {
  /// The exact bytes of the name: git does not require UTF-8.
  public let nameBytes: [UInt8]
  /// The id of the blob, tree or commit.
  public let id: ObjectID
  /// The mode, older variants of it (such as 100664) made regular.
  public let mode: FileMode

  /// An entry with this name.
  public init(name: String, id: ObjectID, mode: FileMode = .file) {
    self.init(nameBytes: Array(name.utf8), id: id, mode: mode)
  }

  /// An entry whose name has these bytes.
  public init(nameBytes: [UInt8], id: ObjectID, mode: FileMode = .file) {
    self.nameBytes = nameBytes
    self.id = id
    self.mode = mode
  }

  /// The name as text, invalid UTF-8 repaired.
  public var name: String { String(decoding: nameBytes, as: UTF8.self) }

  /// The type of object the entry names.
  public var kind: ObjectKind { mode.kind }
}

/// Trees as git stores them: entries in git's order, each `mode SP name NUL id`.
enum TreeEncoder {
  /// The content of a tree object with these entries.
  /// - Throws: `invalidName` for a name git forbids, `exists` for one that occurs twice.
  static func encode(_ entries: [TreeEntry]) throws(GitError) -> [UInt8] {
    var names: Set<[UInt8]> = []
    for entry in entries {
      try requireValidEntryName(entry.nameBytes)
      guard names.insert(entry.nameBytes).inserted else {
        throw GitError("GitKit.tree", .exists, "a tree has two entries \(entry.name)")
      }
    }
    var result: [UInt8] = []
    for entry in entries.sorted(by: precedes) {
      result += Array(String(entry.mode.rawValue, radix: 8).utf8)
      result.append(UInt8(ascii: " "))
      result += entry.nameBytes
      result.append(0)
      result += entry.id.bytes
    }
    return result
  }

  /// Git's order: by bytes, a tree as though its name ended with a slash.
  static func precedes(_ left: TreeEntry, _ right: TreeEntry) -> Bool {
    let a = left.nameBytes
    let b = right.nameBytes
    let common = min(a.count, b.count)
    for index in 0..<common where a[index] != b[index] {
      return a[index] < b[index]
    }
    return tail(left, common) < tail(right, common)
  }

  private static func tail(_ entry: TreeEntry, _ index: Int) -> UInt8 {
    guard index >= entry.nameBytes.count else { return entry.nameBytes[index] }
    return entry.mode == .tree ? UInt8(ascii: "/") : 0
  }

  /// Refuses what git refuses in a tree: no name, a slash, NUL, `.`, `..`, and every spelling that
  /// some file system takes for `.git`.
  static func requireValidEntryName(_ name: [UInt8]) throws(GitError) {
    let dot = UInt8(ascii: ".")
    guard !name.isEmpty, name.count < 4096, name != [dot], name != [dot, dot],
      !name.contains(0), !name.contains(UInt8(ascii: "/")), !isGitFolder(name)
    else {
      throw GitError(
        "GitKit.tree", .invalidName,
        "not a name for a tree entry: \(String(decoding: name.prefix(200), as: UTF8.self))")
    }
  }

  private static func isGitFolder(_ name: [UInt8]) -> Bool {
    // HFS+ ignores these when it compares names.
    let ignored: (UInt32) -> Bool = {
      (0x200C...0x200F).contains($0) || (0x202A...0x202E).contains($0)
        || (0x206A...0x206F).contains($0) || $0 == 0xFEFF
    }
    var folded: [UInt8] = []
    for scalar in String(decoding: name, as: UTF8.self).unicodeScalars
    where !ignored(scalar.value) {
      folded += Array(String(scalar).utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 })
    }
    // NTFS drops spaces and dots at the end, knows `git~1`, and `:` begins a stream.
    for forbidden in [".git", "git~1"] where folded.starts(with: forbidden.utf8) {
      let rest = folded.dropFirst(forbidden.utf8.count)
      let first = rest.first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") }
      if first == nil || first == UInt8(ascii: ":") || first == UInt8(ascii: "\\") { return true }
    }
    return false
  }
}

/// The names a path goes through.
/// - Throws: `invalidName` for a path that is absolute, empty, or has an empty or forbidden name.
func pathComponents(_ path: String) throws(GitError) -> [[UInt8]] {
  let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    .map { Array($0) }
  for part in parts { try TreeEncoder.requireValidEntryName(part) }
  return parts
}
