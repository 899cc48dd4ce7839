import CLibgit2
import Synchronization

/// What was written as one pack.
public struct PackSummary: Sendable, Hashable {
  /// The pack's name without folder and suffix: `pack-` and 40 hexadecimal digits.
  public let name: String
  /// The number of objects in it.
  public let objectCount: Int
}

/// Objects written as one pack: for many at a time, where a file and a sync for each would take
/// minutes. Few are gathered in memory, many go to a file under way.
///
/// Nothing is seen before `write`; the objects of the repository can be referred to throughout.
public final class PackWriter: Sendable {
  private struct Content: ~Copyable {
    var gathered: [(id: ObjectID, kind: ObjectKind, bytes: [UInt8])] = []
    /// The bytes of what is gathered.
    var size = 0
    var kinds: [ObjectID: ObjectKind] = [:]
    /// The trees among the objects, for updates that build on them.
    var trees: [ObjectID: [TreeEntry]] = [:]
    /// Where all goes once it is much.
    var stream: PackStream?
  }

  /// So many bytes are gathered in memory.
  private static let gatheredLimit = 1 << 20

  private let repository: GitRepository
  private let content: Mutex<Content>

  /// A writer for a repository, empty.
  public init(_ repository: GitRepository) throws(GitError) {
    self.repository = repository
    content = Mutex(Content())
  }

  deinit { content.withLock { $0.stream?.abandon() } }

  /// The number of objects gathered.
  public var count: Int { content.withLock { $0.kinds.count } }

  /// Adds a blob, unless the repository has it, and gives its id.
  @discardableResult
  public func addBlob(_ bytes: [UInt8]) throws(GitError) -> ObjectID {
    try content.withLock { content throws(GitError) in try add(bytes, .blob, &content) }
  }

  /// Adds a tree and gives its id.
  /// - Throws: as `GitRepository.writeTree`; entries may name objects of this writer.
  @discardableResult
  public func addTree(_ entries: [TreeEntry]) throws(GitError) -> ObjectID {
    try content.withLock { content throws(GitError) in
      for entry in entries { try requireEntry(entry.id, entry.mode, content) }
      return try addTree(entries, &content)
    }
  }

  /// Adds the trees that result from changing `base` and gives the root's id.
  /// - Throws: as `GitRepository.updateTree`; base and blobs may be objects of this writer.
  public func updateTree(base: ObjectID?, changes: [TreeChange]) throws(GitError) -> ObjectID {
    try content.withLock { content throws(GitError) in
      for case .upsert(_, let id, let mode) in changes {
        try requireEntry(id, mode, content)
      }
      var update = try TreeUpdate(changes)
      let known = content.trees
      return try update.apply(to: base) { id throws(GitError) in
        if let entries = known[id] { return entries }
        return try repository.tree(id)
      } write: { entries throws(GitError) in
        try addTree(entries, &content)
      }
    }
  }

  /// Adds a commit and gives its id; a signature is as for `GitRepository.writeCommit`.
  public func addCommit(
    _ draft: CommitDraft, signature: String? = nil
  ) throws(GitError) -> ObjectID {
    let bytes = try signature.map { text throws(GitError) in try draft.signedContent(text) }
    let plain = try draft.content()
    return try content.withLock { content throws(GitError) in
      try require(draft.tree, .tree, content)
      for parent in draft.parents { try require(parent, .commit, content) }
      return try add(bytes ?? plain, .commit, &content)
    }
  }

  /// Writes the objects as one pack with its index, synced to disk, and starts anew. The
  /// repository sees them at once. Nil when there are no objects.
  public func write() throws(GitError) -> PackSummary? {
    try content.withLock { content throws(GitError) in
      guard !content.kinds.isEmpty else { return nil }
      let count = content.kinds.count
      let name = try Self.end(content, in: repository.commonFolder + "objects/pack")
      try repository.locked { repository throws(GitError) in
        try GitRepository.database(repository).use { database throws(GitError) in
          _ = try check("git_odb_refresh", git_odb_refresh(database))
        }
      }
      content = Content()
      return PackSummary(name: name, objectCount: count)
    }
  }

  private func add(
    _ bytes: [UInt8], _ kind: ObjectKind, _ content: inout Content
  ) throws(GitError) -> ObjectID {
    let id = try ObjectID.of(bytes, kind: kind)
    guard content.kinds[id] == nil, try !isStored(id) else { return id }
    content.kinds[id] = kind
    if let stream = content.stream {
      stream.append(id, kind, bytes)
      return id
    }
    content.gathered.append((id, kind, bytes))
    content.size += bytes.count
    if content.size > Self.gatheredLimit {
      let stream = try PackStream(in: repository.commonFolder + "objects/pack")
      for object in content.gathered { stream.append(object.id, object.kind, object.bytes) }
      content.gathered = []
      content.stream = stream
    }
    return id
  }

  /// Writes what was gathered, or ends what is under way.
  private static func end(
    _ content: borrowing Content, in folder: String
  ) throws(GitError) -> String {
    if let stream = content.stream { return try stream.finish() }
    var file = try PackFile(in: folder)
    // The recommended order, each as it came.
    for kind in [ObjectKind.commit, .tag, .tree, .blob] {
      for object in content.gathered where object.kind == kind {
        try file.append(try PackedObject(object.id, object.kind, object.bytes))
      }
    }
    return try file.finish()
  }

  private func addTree(
    _ entries: [TreeEntry], _ content: inout Content
  ) throws(GitError) -> ObjectID {
    let id = try add(try TreeEncoder.encode(entries), .tree, &content)
    content.trees[id] = entries
    return id
  }

  /// Whether the repository has the object already. It does not look again for packs that came
  /// meanwhile: for each new object that would read the folder, and an object stored twice is
  /// harmless.
  private func isStored(_ id: ObjectID) throws(GitError) -> Bool {
    try repository.locked { repository throws(GitError) in
      try GitRepository.database(repository).use { database throws(GitError) in
        var raw = id.raw
        return git_odb_exists_ext(database, &raw, GIT_ODB_LOOKUP_NO_REFRESH.rawValue) == 1
      }
    }
  }

  /// An entry of a tree must name an object; only a commit of another repository is elsewhere.
  private func requireEntry(
    _ id: ObjectID, _ mode: FileMode, _ content: borrowing Content
  ) throws(GitError) {
    guard mode != .commit else { return }
    try require(id, mode.kind, content)
  }

  private func require(
    _ id: ObjectID, _ kind: ObjectKind, _ content: borrowing Content
  ) throws(GitError) {
    if let own = content.kinds[id] {
      guard own == kind else {
        throw GitError("GitKit.pack", .notFound, "\(id) is not a \(kind)")
      }
    } else {
      try repository.locked { repository throws(GitError) in
        try GitRepository.requireKind(repository, id, kind)
      }
    }
  }
}
