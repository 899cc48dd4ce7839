import CLibgit2

/// A name and an e-mail address, as configured.
public struct Identity: Sendable, Hashable {
  /// The name.
  public let name: String
  /// The e-mail address.
  public let email: String

  /// An identity.
  public init(name: String, email: String) {
    self.name = name
    self.email = email
  }

  /// The signature of this person at a time.
  public func signature(seconds: Int64, offsetMinutes: Int) -> Signature {
    Signature(name: name, email: email, seconds: seconds, offsetMinutes: offsetMinutes)
  }
}

/// In which capacity an identity is asked for.
public enum IdentityRole: String, Sendable, Hashable {
  case author, committer
}

extension GitRepository {
  /// The last value of a variable, as git sees it in the repository and outside; nil when unset.
  public func configString(_ name: String) throws(GitError) -> String? {
    try configValue(name) { config in
      var value: UnsafePointer<CChar>?
      let code = git_config_get_string(&value, config, name)
      return (code, text(value))
    }
  }

  /// A variable read as git reads a truth value; nil when unset.
  public func configBool(_ name: String) throws(GitError) -> Bool? {
    try configValue(name) { config in
      var value: Int32 = 0
      let code = git_config_get_bool(&value, config, name)
      return (code, value != 0)
    }
  }

  /// A variable read as a number, with git's suffixes k, m and g; nil when unset.
  public func configInt(_ name: String) throws(GitError) -> Int64? {
    try configValue(name) { config in
      var value: Int64 = 0
      let code = git_config_get_int64(&value, config, name)
      return (code, value)
    }
  }

  /// All values of a variable, those of the repository after those outside.
  public func configValues(_ name: String) throws(GitError) -> [String] {
    try requireNoNul(name)
    return try locked { repository throws(GitError) in
      try Self.snapshot(repository).use { config throws(GitError) in
        try Self.values(config, name)
      }
    }
  }

  /// Sets a variable in the repository's own file, the rest of which stays as it is.
  /// - Throws: `locked` while someone else writes the file, `invalidName`, or `generic` when the
  ///   variable has several values.
  public func setConfig(_ name: String, to value: String) throws(GitError) {
    try writeConfig(name, value) { config throws(GitError) in
      _ = try check("git_config_set_string", git_config_set_string(config, name, value))
    }
  }

  /// Adds a value to a variable in the repository's own file, unless it has that value there.
  public func addConfig(_ name: String, value: String) throws(GitError) {
    try writeConfig(name, value) { config throws(GitError) in
      guard try !Self.values(config, name).contains(where: { $0.utf8.elementsEqual(value.utf8) })
      else { return }
      // The pattern chooses the values to replace; this one matches none.
      _ = try check(
        "git_config_set_multivar", git_config_set_multivar(config, name, "$.^", value))
    }
  }

  /// Removes all values of a variable from the repository's own file, or only those equal to
  /// `value`. Nothing happens when there are none.
  public func unsetConfig(_ name: String, value: String? = nil) throws(GitError) {
    let pattern = value.map(Self.patternMatchingOnly) ?? ".*"
    try writeConfig(name, value ?? "") { config throws(GitError) in
      let code = git_config_delete_multivar(config, name, pattern)
      guard code != GIT_ENOTFOUND.rawValue else { return }
      try check("git_config_delete_multivar", code)
    }
  }

  /// Who is at work, as git decides it: `GIT_AUTHOR_NAME` and the like in `environment`, then
  /// `author.name`, then `user.name`; for the address `EMAIL` last. Nil when either is missing.
  public func identity(
    _ role: IdentityRole, environment: [String: String]
  ) throws(GitError) -> Identity? {
    let variable = "GIT_" + role.rawValue.uppercased() + "_"
    func find(_ field: String) throws(GitError) -> String? {
      if let value = Self.filled(environment[variable + field.uppercased()]) { return value }
      if let value = Self.filled(try configString("\(role.rawValue).\(field)")) { return value }
      return Self.filled(try configString("user.\(field)"))
    }
    guard let name = try find("name"),
      let email = try find("email") ?? Self.filled(environment["EMAIL"])
    else { return nil }
    return Identity(name: name, email: email)
  }

  private static func filled(_ value: String?) -> String? {
    guard let value, value.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    return value
  }

  private func configValue<Value: Sendable>(
    _ name: String, _ read: (OpaquePointer) -> (Int32, Value)
  ) throws(GitError) -> Value? {
    try requireNoNul(name)
    return try locked { repository throws(GitError) in
      try Self.snapshot(repository).use { config throws(GitError) in
        let (code, value) = read(config)
        guard code != GIT_ENOTFOUND.rawValue else { return nil }
        try check("git_config_get", code)
        return value
      }
    }
  }

  private func writeConfig(
    _ name: String, _ value: String, _ write: (OpaquePointer) throws(GitError) -> Void
  ) throws(GitError) {
    try requireNoNul(name, value)
    let lock = commonFolder + "config.lock"
    var failure: GitError?
    for _ in 0..<3 {
      do throws(GitError) {
        return try locked { repository throws(GitError) in
          let config = try Owned<ConfigObject>("git_repository_config") {
            git_repository_config(&$0, repository)
          }
          try config.use { config throws(GitError) in
            let local = try Owned<ConfigObject>("git_config_open_level") {
              git_config_open_level(&$0, config, GIT_CONFIG_LEVEL_LOCAL)
            }
            try local.use(write)
          }
        }
      } catch {
        guard error.code == .locked else { throw error }
        failure = error.with(path: lock)
        if !outlasted(lock) { break }
      }
    }
    if let failure { throw failure }
  }

  private static func snapshot(_ repository: OpaquePointer) throws(GitError) -> Owned<ConfigObject>
  {
    try Owned("git_repository_config_snapshot") { git_repository_config_snapshot(&$0, repository) }
  }

  private static func values(
    _ config: OpaquePointer, _ name: String
  ) throws(GitError) -> [String] {
    let iterator = try Owned<ConfigIteratorObject>("git_config_multivar_iterator_new") {
      git_config_multivar_iterator_new(&$0, config, name, nil)
    }
    return try iterator.use { iterator throws(GitError) in
      var result: [String] = []
      while true {
        var entry: UnsafeMutablePointer<git_config_entry>?
        let code = git_config_next(&entry, iterator)
        guard code != GIT_ITEROVER.rawValue else { return result }
        try check("git_config_next", code)
        result.append(text(entry?.pointee.value))
      }
    }
  }

  private static func patternMatchingOnly(_ value: String) -> String {
    var result: [UInt8] = [UInt8(ascii: "^")]
    for byte in value.utf8 {
      if ".[]{}()*+?^$|\\".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
      result.append(byte)
    }
    return String(decoding: result + [UInt8(ascii: "$")], as: UTF8.self)
  }

  /// Replaces the configuration of a repository just opened.
  static func apply(
    _ files: GitConfigurationFiles, to repository: OpaquePointer
  ) throws(GitError) {
    guard case .files(let global, let system) = files else { return }
    var local = git_buf()
    defer { git_buf_dispose(&local) }
    try check(
      "git_repository_item_path",
      git_repository_item_path(&local, repository, GIT_REPOSITORY_ITEM_CONFIG))
    let levels = [
      (system, GIT_CONFIG_LEVEL_SYSTEM), (global, GIT_CONFIG_LEVEL_GLOBAL),
      (text(local.ptr), GIT_CONFIG_LEVEL_LOCAL),
    ]
    let config = try Owned<ConfigObject>("git_config_new") { git_config_new(&$0) }
    try config.use { config throws(GitError) in
      for case (let path?, let level) in levels {
        try requireNoNul(path)
        try check(
          "git_config_add_file_ondisk",
          git_config_add_file_ondisk(config, path, level, repository, 0))
      }
      _ = try check("git_repository_set_config", git_repository_set_config(repository, config))
    }
  }
}
