import Foundation

/// What a program left behind.
public struct ProgramResult: Sendable {
  /// Its exit status; 128 and the signal's number where a signal ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let errors: String
}

/// A step of a test that did not do what it must.
public struct ProgramFailure: Error, CustomStringConvertible {
  /// What went wrong.
  public let description: String

  /// Makes a failure.
  public init(_ description: String) { self.description = description }
}

/// A folder of its own with HOME and git configuration of its own; it goes when the value goes.
public final class TemporaryFolder: Sendable {
  /// The folder's path, absolute, without symbolic links.
  public let path: String

  /// Makes the folder.
  /// - Parameter user: whether git's configuration names a user.
  public init(user: Bool = true) throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/naskah-test-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path + "/home", withIntermediateDirectories: true)
    var config = "[init]\n\tdefaultBranch = main\n[commit]\n\tgpgsign = false\n"
    if user { config += "[user]\n\tname = D. Lestari\n\temail = lestari@example.org\n" }
    try Data(config.utf8).write(to: URL(fileURLWithPath: globalConfig))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var globalConfig: String { path + "/home/.gitconfig" }

  /// The environment of every program run here, and of commands run in-process.
  public var environment: [String: String] {
    [
      "HOME": path + "/home", "GIT_CONFIG_GLOBAL": globalConfig, "GIT_CONFIG_NOSYSTEM": "1",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C",
      "GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true",
    ]
  }

  /// Writes a file below the folder, folders above it included.
  public func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  /// Writes bytes to a file below the folder, folders above it included.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// Writes a shell script that can be run, and gives its path.
  public func script(_ text: String, named name: String) throws -> String {
    try write("#!/bin/sh\n" + text, to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: path + "/" + name)
    return path + "/" + name
  }

  /// The bytes of a file below the folder.
  public func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  /// The text of a file below the folder.
  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Runs a program and gives what it left, whatever its status.
  /// - Parameters:
  ///   - folder: where it runs, below this folder; this folder itself by default.
  ///   - extra: variables beside those of `environment`.
  public func run(
    _ program: String, _ arguments: [String], at folder: String = "",
    environment extra: [String: String] = [:], input: [UInt8] = []
  ) throws -> ProgramResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(
      fileURLWithPath: folder.hasPrefix("/") ? folder : path + "/" + folder)
    process.environment = environment.merging(extra) { $1 }
    // Files rather than pipes: no amount of output can block the program.
    let scratch = path + "/home/" + UUID().uuidString
    let files = [".in", ".out", ".err"].map { URL(fileURLWithPath: scratch + $0) }
    try Data(input).write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.dropFirst().map {
      String(decoding: try Data(contentsOf: $0), as: UTF8.self)
    }
    for file in files { try FileManager.default.removeItem(at: file) }
    let status = process.terminationStatus
    return ProgramResult(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: texts[0], errors: texts[1])
  }

  /// Runs git, which must succeed, and gives its output without the last line break.
  @discardableResult
  public func git(
    _ arguments: String..., at folder: String, input: [UInt8] = []
  ) throws -> String {
    try git(arguments, at: folder, input: input)
  }

  /// Runs git, which must succeed, and gives its output without the last line break.
  @discardableResult
  public func git(
    _ arguments: [String], at folder: String, input: [UInt8] = []
  ) throws -> String {
    let result = try run("git", arguments, at: folder, input: input)
    guard result.status == 0 else {
      throw ProgramFailure("git \(arguments): \(result.output)\(result.errors)")
    }
    var output = result.output[...]
    if output.last == "\n" { output.removeLast() }
    return String(output)
  }

  /// What `git fsck --strict` complains of, dangling objects aside; empty when all is well.
  public func complaints(_ repository: String) throws -> String {
    let result = try run(
      "git", ["fsck", "--strict", "--full", "--no-dangling"], at: repository)
    let lines = (result.output + result.errors).split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("notice:")
    }
    return ((result.status == 0 ? [] : ["status \(result.status)"]) + lines)
      .joined(separator: "\n")
  }

  /// All that a repository holds: refs, index and files of the working tree with their bytes.
  ///
  /// Two equal snapshots mean that nothing was written in between; the index of comments and
  /// unreachable objects do not count.
  public func snapshot(_ repository: String) throws -> [String: String] {
    var result: [String: String] = [:]
    result["refs"] = try run("git", ["for-each-ref"], at: repository).output
    result["HEAD"] = try run("git", ["rev-parse", "--symbolic-full-name", "HEAD"], at: repository)
      .output
    result["config"] = try run("git", ["config", "--local", "--list"], at: repository).output
    result["staged"] = try run("git", ["ls-files", "--stage"], at: repository).output
    let base = path + "/" + repository
    let names = FileManager.default.enumerator(atPath: base)
    while let name = names?.nextObject() as? String {
      if name == ".git" {
        names?.skipDescendants()
        continue
      }
      let type =
        try FileManager.default.attributesOfItem(atPath: "\(base)/\(name)")[.type]
        as? FileAttributeType
      switch type {
      case .typeRegular?:
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(base)/\(name)"))
        result[name] = data.base64EncodedString()
      case .typeSymbolicLink?:
        result[name] = try FileManager.default.destinationOfSymbolicLink(
          atPath: "\(base)/\(name)")
      default: result[name] = type?.rawValue ?? "?"
      }
    }
    return result
  }
}
