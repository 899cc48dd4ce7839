import CLibgit2
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What was written as one pack.
public struct PackSummary: Sendable, Hashable {
  /// The pack's name without folder and suffix: `pack-` and 40 hexadecimal digits.
  public let name: String
  /// The number of objects in it.
  public let objectCount: Int
}

/// Objects written as one pack: for many at a time, where a file and a sync for each would take
/// minutes. Small ones are gathered in memory, large ones go to a file under way.
///
/// Nothing is seen before `write`; the objects of the repository can be referred to throughout.
public final class PackWriter: Sendable {
  private struct Content: ~Copyable {
    var database: Owned<DatabaseObject>
    var order: [(id: ObjectID, kind: ObjectKind)] = []
    var kinds: [ObjectID: ObjectKind] = [:]
    /// The trees among the objects, for updates that build on them.
    var trees: [ObjectID: [TreeEntry]] = [:]
    /// Where large blobs go; with them all others do at the end.
    var stream: PackStream?
  }

  /// Larger objects are not compared with others.
  private static let deltaLimit = 4096

  private let repository: GitRepository
  private let content: Mutex<Content>

  /// A writer for a repository, empty.
  public init(_ repository: GitRepository) throws(GitError) {
    self.repository = repository
    content = Mutex(Content(database: try Self.memory()))
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
      // The recommended order: commits, trees, blobs, each as it came.
      let ids = [ObjectKind.commit, .tree, .blob].flatMap { kind in
        content.order.filter { $0.kind == kind }.map(\.id)
      }
      let folder = repository.commonFolder + "objects/pack"
      let stream = content.stream
      let name = try content.database.use { database throws(GitError) in
        try Self.end(ids, of: database, stream, in: folder)
      }
      try repository.locked { repository throws(GitError) in
        try GitRepository.database(repository).use { database throws(GitError) in
          _ = try check("git_odb_refresh", git_odb_refresh(database))
        }
      }
      content = Content(database: try Self.memory())
      return PackSummary(name: name, objectCount: count)
    }
  }

  private func add(
    _ bytes: [UInt8], _ kind: ObjectKind, _ content: inout Content
  ) throws(GitError) -> ObjectID {
    let id = try ObjectID.of(bytes, kind: kind)
    guard content.kinds[id] == nil, try !isStored(id) else { return id }
    content.kinds[id] = kind
    if kind == .blob, bytes.count >= Self.deltaLimit {
      let folder = repository.commonFolder + "objects/pack"
      if content.stream == nil { content.stream = try PackStream(in: folder) }
      content.stream?.append(id, kind, bytes)
      return id
    }
    try content.database.use { database throws(GitError) in
      var raw = git_oid()
      _ = try check(
        "git_odb_write", git_odb_write(&raw, database, bytes, bytes.count, kind.raw))
    }
    content.order.append((id, kind))
    return id
  }

  /// Writes objects to the pack under way, where there is one, else to one of their own.
  private static func end(
    _ ids: [ObjectID], of database: OpaquePointer, _ stream: PackStream?, in folder: String
  ) throws(GitError) -> String {
    guard let stream else { return "pack-" + (try write(ids, of: database, to: folder)) }
    for id in ids {
      let object = try object(id, in: database)
      stream.append(id, object.kind, object.bytes)
    }
    return try stream.finish()
  }

  private static func object(
    _ id: ObjectID, in database: OpaquePointer
  ) throws(GitError) -> (kind: ObjectKind, bytes: [UInt8]) {
    var raw = id.raw
    let object = try Owned<StoredObject>("git_odb_read") { git_odb_read(&$0, database, &raw) }
    return try object.use { object throws(GitError) in
      guard let kind = ObjectKind(git_odb_object_type(object)) else {
        throw GitError("git_odb_read", .invalid, "\(id) has an unknown type")
      }
      let bytes = Array(
        UnsafeRawBufferPointer(
          start: git_odb_object_data(object), count: git_odb_object_size(object)))
      return (kind, bytes)
    }
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

  /// An object database that exists in memory only.
  private static func memory() throws(GitError) -> Owned<DatabaseObject> {
    try GitLibrary.start()
    let database = try Owned<DatabaseObject>("git_odb_new") { git_odb_new(&$0) }
    try database.use { pointer throws(GitError) in
      var backend: UnsafeMutablePointer<git_odb_backend>?
      try check("git_mempack_new", git_mempack_new(&backend))
      // The database owns the backend from here on.
      _ = try check("git_odb_add_backend", git_odb_add_backend(pointer, backend, 1))
    }
    return database
  }

  /// Writes just these objects. `git_mempack_dump` would add all that the commits reach.
  fileprivate static func write(
    _ ids: [ObjectID], of database: OpaquePointer, to folder: String
  ) throws(GitError) -> String {
    let holder = try Owned<RepositoryObject>("git_repository_wrap_odb") {
      git_repository_wrap_odb(&$0, database)
    }
    return try holder.use { holder throws(GitError) in
      let builder = try builder(holder, folder: folder)
      return try builder.use { builder throws(GitError) in
        git_packbuilder_set_threads(builder, 0)
        for id in ids {
          var raw = id.raw
          try check("git_packbuilder_insert", git_packbuilder_insert(builder, &raw, nil))
        }
        try check("git_packbuilder_write", git_packbuilder_write(builder, folder, 0, nil, nil))
        return text(git_packbuilder_name(builder))
      }
    }
  }

  /// A pack builder that looks for deltas only among small objects: trees and single records. Among
  /// large ones that have nothing in common it would take ten times as long as all the rest.
  ///
  /// It has no such option except through a configuration file. libgit2 1.5 reads the limit from
  /// `pack.deltaCacheSize`, later versions from `core.bigFileThreshold`.
  private static func builder(
    _ holder: OpaquePointer, folder: String
  ) throws(GitError) -> Owned<PackBuilderObject> {
    let limit = deltaLimit
    let settings = """
      [core]
      \tbigFileThreshold = \(limit)
      [pack]
      \tdeltaCacheSize = \(limit)

      """
    // git clears away files of this prefix, should the process end in between.
    let file = try TemporaryFile.make(prefix: folder + "/tmp_", content: Array(settings.utf8))
    let config = try Owned<ConfigObject>("git_config_new") { git_config_new(&$0) }
    try config.use { config throws(GitError) in
      try check(
        "git_config_add_file_ondisk",
        git_config_add_file_ondisk(config, file.path, GIT_CONFIG_LEVEL_APP, nil, 0))
      _ = try check("git_repository_set_config", git_repository_set_config(holder, config))
    }
    let builder = try Owned<PackBuilderObject>("git_packbuilder_new") {
      git_packbuilder_new(&$0, holder)
    }
    // The settings have been read; until then the file had to stay.
    _ = consume file
    return builder
  }
}

extension GitRepository {
  /// Writes objects that are stored already into one more pack, synced to disk, and gives its name
  /// without suffix; nil for no objects.
  /// - Throws: `notFound` when one of them is not stored.
  public func writePack(of ids: [ObjectID]) throws(GitError) -> String? {
    guard !ids.isEmpty else { return nil }
    return try locked { repository throws(GitError) in
      try Self.database(repository).use { database throws(GitError) in
        "pack-" + (try PackWriter.write(ids, of: database, to: commonFolder + "objects/pack"))
      }
    }
  }
}

/// A file with a name of its own that goes when the value goes.
private struct TemporaryFile: ~Copyable {
  let path: String

  private init(path: String) {
    self.path = path
  }

  static func make(prefix: String, content: [UInt8]) throws(GitError) -> TemporaryFile {
    var template = Array((prefix + "XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw systemError("mkstemp", path: prefix, number: errno) }
    defer { close(descriptor) }
    let file = TemporaryFile(path: template.withUnsafeBufferPointer { text($0.baseAddress) })
    guard write(descriptor, content, content.count) == content.count else {
      throw systemError("write", path: file.path, number: errno)
    }
    return file
  }

  deinit { unlink(path) }
}
