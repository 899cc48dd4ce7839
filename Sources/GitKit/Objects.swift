import CLibgit2

/// The type of a stored object.
public enum ObjectKind: Sendable, Hashable {
  case blob, tree, commit, tag

  init?(_ raw: git_object_t) {
    switch raw {
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }

  var raw: git_object_t {
    switch self {
    case .blob: GIT_OBJECT_BLOB
    case .tree: GIT_OBJECT_TREE
    case .commit: GIT_OBJECT_COMMIT
    case .tag: GIT_OBJECT_TAG
    }
  }
}

extension GitRepository {
  /// The content of a blob.
  /// - Parameter limit: the greatest size in bytes that is read.
  /// - Throws: `notFound` when there is no blob of this id, `tooLarge` when it exceeds the limit.
  public func blob(_ id: ObjectID, limit: Int = .max) throws(GitError) -> [UInt8] {
    try locked { repository throws(GitError) in
      let header = try Self.header(repository, id)
      guard header.kind == .blob else {
        throw GitError("git_odb_read", .notFound, "\(id) is not a blob")
      }
      guard header.size <= limit else {
        throw GitError("git_odb_read", .tooLarge, "\(id) has \(header.size) bytes")
      }
      return try Self.content(repository, id)
    }
  }

  /// The content of a blob, whose id is taken on trust: for many at a time, of which more than the
  /// storage's own checksum would be counted again.
  /// - Throws: as `blob(_:limit:)`.
  public func uncheckedBlob(_ id: ObjectID, limit: Int = .max) throws(GitError) -> [UInt8] {
    try GitLibrary.withoutChecks { () throws(GitError) in try blob(id, limit: limit) }
  }

  /// The size of a blob in bytes, without reading it where the storage allows.
  /// - Throws: `notFound` when there is no blob of this id.
  public func blobSize(_ id: ObjectID) throws(GitError) -> Int {
    let header = try locked { repository throws(GitError) in try Self.header(repository, id) }
    guard header.kind == .blob else {
      throw GitError("git_odb_read_header", .notFound, "\(id) is not a blob")
    }
    return header.size
  }

  /// Stores a blob and gives its id.
  public func writeBlob(_ content: [UInt8]) throws(GitError) -> ObjectID {
    try locked { repository throws(GitError) in
      try Self.write(repository, content, kind: .blob)
    }
  }

  /// The type and the size in bytes of any object; nil when it does not exist.
  public func object(_ id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int)? {
    do throws(GitError) {
      return try locked { repository throws(GitError) in try Self.header(repository, id) }
    } catch {
      guard error.code == .notFound else { throw error }
      return nil
    }
  }

  /// The full id of the one object whose id starts with `prefix`.
  /// - Parameter prefix: 4 to 40 hexadecimal digits.
  /// - Throws: `invalid` for another prefix, `ambiguous` when several objects match, `notFound`
  ///   when none does.
  public func objectID(prefix: String) throws(GitError) -> ObjectID {
    let digits = Array(prefix.utf8)
    guard (4...2 * ObjectID.byteCount).contains(digits.count),
      digits.allSatisfy({ hexValue($0) != nil }),
      let padded = ObjectID(
        prefix + String(repeating: "0", count: 2 * ObjectID.byteCount - digits.count))
    else {
      throw GitError("git_odb_exists_prefix", .invalid, "not a prefix of an object id")
    }
    return try locked { repository throws(GitError) in
      var short = padded.raw
      var result = git_oid()
      let database = try Self.database(repository)
      try database.use { pointer throws(GitError) in
        _ = try check(
          "git_odb_exists_prefix",
          git_odb_exists_prefix(&result, pointer, &short, digits.count))
      }
      return ObjectID(result)
    }
  }

  static func database(_ repository: OpaquePointer) throws(GitError) -> Owned<DatabaseObject> {
    try Owned("git_repository_odb") { git_repository_odb(&$0, repository) }
  }

  static func header(
    _ repository: OpaquePointer, _ id: ObjectID
  ) throws(GitError) -> (kind: ObjectKind, size: Int) {
    let database = try database(repository)
    return try database.use { pointer throws(GitError) in
      var raw = id.raw
      var size = 0
      var kind = GIT_OBJECT_INVALID
      try check("git_odb_read_header", git_odb_read_header(&size, &kind, pointer, &raw))
      guard let kind = ObjectKind(kind) else {
        throw GitError("git_odb_read_header", .invalid, "\(id) has an unknown type")
      }
      return (kind, size)
    }
  }

  static func content(_ repository: OpaquePointer, _ id: ObjectID) throws(GitError) -> [UInt8] {
    let database = try database(repository)
    return try database.use { pointer throws(GitError) in
      var raw = id.raw
      let object = try Owned<StoredObject>("git_odb_read") { git_odb_read(&$0, pointer, &raw) }
      return try object.use { object throws(GitError) in
        Array(
          UnsafeRawBufferPointer(
            start: git_odb_object_data(object), count: git_odb_object_size(object)))
      }
    }
  }

  static func write(
    _ repository: OpaquePointer, _ content: [UInt8], kind: ObjectKind
  ) throws(GitError) -> ObjectID {
    let database = try database(repository)
    return try database.use { pointer throws(GitError) in
      var result = git_oid()
      try check(
        "git_odb_write", git_odb_write(&result, pointer, content, content.count, kind.raw))
      return ObjectID(result)
    }
  }
}
