import CLibgit2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension GitRepository {
  /// Larger objects are not compared with others.
  private static var deltaLimit: Int { 4096 }

  /// Writes objects that are stored already into one more pack, synced to disk, and gives its name
  /// without suffix; nil for no objects.
  /// - Throws: `notFound` when one of them is not stored.
  public func writePack(of ids: [ObjectID]) throws(GitError) -> String? {
    guard !ids.isEmpty else { return nil }
    return try locked { repository throws(GitError) in
      try Self.database(repository).use { database throws(GitError) in
        "pack-" + (try Self.write(ids, of: database, to: commonFolder + "objects/pack"))
      }
    }
  }

  /// Writes just these objects, without what they reach.
  private static func write(
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
    let settings = """
      [core]
      \tbigFileThreshold = \(deltaLimit)
      [pack]
      \tdeltaCacheSize = \(deltaLimit)

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
