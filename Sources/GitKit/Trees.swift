import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension GitRepository {
  /// The entries of a tree in git's order.
  /// - Parameter id: a tree's id.
  /// - Throws: `notFound` when there is no tree of this id.
  public func tree(_ id: ObjectID) throws(GitError) -> [TreeEntry] {
    try locked { repository throws(GitError) in try Self.entries(repository, id) }
  }

  /// The entry at a path such as `a/b/c` below a tree; nil when there is none.
  /// - Throws: `notFound` when the tree itself does not exist, `invalidName` for a malformed path.
  public func entry(at path: String, in tree: ObjectID) throws(GitError) -> TreeEntry? {
    _ = try pathComponents(path)
    return try locked { repository throws(GitError) in
      try Self.entry(repository, tree, path)
    }
  }

  /// Stores a tree with these entries, in any order, and gives its id.
  /// - Throws: `invalidName` for a name git forbids, `exists` for one that occurs twice, `notFound`
  ///   when an entry's object does not exist or has another type.
  public func writeTree(_ entries: [TreeEntry]) throws(GitError) -> ObjectID {
    try locked { repository throws(GitError) in
      for entry in entries { try Self.requireObject(repository, entry) }
      return try Self.write(repository, try TreeEncoder.encode(entries), kind: .tree)
    }
  }

  /// Stores the tree that results from changing `base`, and gives its id. The index plays no part,
  /// and no empty tree is left behind.
  /// - Parameter base: the tree to change; nil for the empty tree.
  /// - Throws: `notFound` when a removed path or a blob does not exist, `conflict` when a file
  ///   stands where a folder is needed or the reverse, `exists` when a path is changed twice.
  public func updateTree(
    base: ObjectID?, changes: [TreeChange]
  ) throws(GitError) -> ObjectID {
    try locked { repository throws(GitError) in
      for case .upsert(let path, let id, let mode) in changes {
        try Self.requireObject(repository, TreeEntry(name: path, id: id, mode: mode))
      }
      var update = try TreeUpdate(changes)
      return try update.apply(to: base) { id throws(GitError) in
        try Self.entries(repository, id)
      } write: { entries throws(GitError) in
        try Self.write(repository, try TreeEncoder.encode(entries), kind: .tree)
      }
    }
  }

  static func requireObject(
    _ repository: OpaquePointer, _ entry: TreeEntry
  ) throws(GitError) {
    guard entry.mode != .commit else { return }
    let found = try header(repository, entry.id).kind
    guard found == entry.kind else {
      throw GitError("GitKit.tree", .notFound, "\(entry.id) is not a \(entry.kind)")
    }
  }

  static func entries(
    _ repository: OpaquePointer, _ id: ObjectID
  ) throws(GitError) -> [TreeEntry] {
    let tree = try treeObject(repository, id)
    return try tree.use { tree throws(GitError) in
      let count = git_tree_entrycount(tree)
      var result: [TreeEntry] = []
      result.reserveCapacity(count)
      for index in 0..<count {
        result.append(try treeEntry(git_tree_entry_byindex(tree, index)))
      }
      return result
    }
  }

  /// Goes down name by name: libgit2's own look-up by path recurses as deep as the path.
  static func entry(
    _ repository: OpaquePointer, _ id: ObjectID, _ path: String
  ) throws(GitError) -> TreeEntry? {
    var found: TreeEntry?
    var folder = id
    for name in try pathComponents(path) {
      if let found {
        guard found.mode == .tree else { return nil }
        folder = found.id
      }
      let tree = try treeObject(repository, folder)
      found = try tree.use { tree throws(GitError) in
        let bytes = name.map { CChar(bitPattern: $0) } + [0]
        guard let entry = git_tree_entry_byname(tree, bytes) else { return nil }
        return try treeEntry(entry)
      }
      guard found != nil else { return nil }
    }
    return found
  }

  private static func treeObject(
    _ repository: OpaquePointer, _ id: ObjectID
  ) throws(GitError) -> Owned<TreeObject> {
    var raw = id.raw
    return try Owned("git_tree_lookup") { git_tree_lookup(&$0, repository, &raw) }
  }

  private static func treeEntry(_ pointer: OpaquePointer?) throws(GitError) -> TreeEntry {
    guard let pointer, let name = git_tree_entry_name(pointer),
      let id = ObjectID(git_tree_entry_id(pointer)),
      let mode = FileMode(rawValue: UInt32(git_tree_entry_filemode(pointer).rawValue))
    else {
      throw GitError("git_tree_entry", .invalid, "a tree entry cannot be read")
    }
    let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
    return TreeEntry(nameBytes: Array(bytes), id: id, mode: mode)
  }
}
