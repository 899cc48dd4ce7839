import Foundation
import GitKit

/// What a program left behind.
struct ProgramResult {
  let status: Int32
  let output: String
  let errors: String
}

struct ProgramFailure: Error, CustomStringConvertible {
  let description: String
}

/// A folder of its own with HOME and git configuration of its own; it goes when the value goes.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/gitkit-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: path + "/home", withIntermediateDirectories: true)
    let config = """
      [user]
        name = Uji Coba
        email = uji@example.org
      [init]
        defaultBranch = main
      [commit]
        gpgsign = false

      """
    try Data(config.utf8).write(to: URL(fileURLWithPath: globalConfig))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var globalConfig: String { path + "/home/.gitconfig" }

  var configuration: GitConfigurationFiles { .files(global: globalConfig, system: nil) }

  var environment: [String: String] {
    [
      "HOME": path + "/home", "GIT_CONFIG_GLOBAL": globalConfig, "GIT_CONFIG_NOSYSTEM": "1",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C",
      "GIT_TERMINAL_PROMPT": "0",
    ]
  }

  /// Runs a program and gives what it left, whatever its status.
  func run(
    _ program: String, _ arguments: [String], at folder: String,
    environment extra: [String: String] = [:], input: [UInt8] = []
  ) throws -> ProgramResult {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment.merging(extra) { $1 }
    // Files rather than pipes: no amount of output can block the program.
    let scratch = path + "/" + UUID().uuidString
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
    return ProgramResult(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }

  /// Runs git, which must succeed, and gives its output without the last line break.
  @discardableResult
  func git(
    _ arguments: String..., at folder: String, environment: [String: String] = [:],
    input: [UInt8] = []
  ) throws -> String {
    let result = try run("git", arguments, at: folder, environment: environment, input: input)
    guard result.status == 0 else {
      throw ProgramFailure(description: "git \(arguments): \(result.output)\(result.errors)")
    }
    var output = result.output[...]
    if output.last == "\n" { output.removeLast() }
    return String(output)
  }
}

/// A repository in a folder of its own, opened by GitKit and reachable by git.
struct TemporaryRepository {
  let folder: TemporaryFolder
  let path: String
  let repository: GitRepository

  /// A repository that git made, or GitKit.
  init(bare: Bool = false, madeByGit: Bool = true) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/repo"
    if madeByGit {
      try folder.git("init", "-q", bare ? "--bare" : "--no-bare", path, at: folder.path)
      repository = try GitRepository.open(at: path, configuration: folder.configuration)
    } else {
      repository = try GitRepository.create(
        at: path, bare: bare, initialBranch: "main", configuration: folder.configuration)
    }
  }

  /// The same repository through another handle.
  func another() throws -> GitRepository {
    try GitRepository.open(at: path, configuration: folder.configuration)
  }

  @discardableResult
  func git(_ arguments: String..., input: [UInt8] = []) throws -> String {
    let result = try folder.run("git", arguments, at: path, input: input)
    guard result.status == 0 else {
      throw ProgramFailure(description: "git \(arguments): \(result.output)\(result.errors)")
    }
    var output = result.output[...]
    if output.last == "\n" { output.removeLast() }
    return String(output)
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Commits files with git and gives the commit.
  @discardableResult
  func commit(_ files: [String: String], message: String, seconds: Int = 1_700_000_000) throws
    -> ObjectID
  {
    for (name, text) in files { try write(text, to: name) }
    try git("add", "-A")
    let date = "\(seconds) +0700"
    try folder.git(
      "commit", "-q", "--allow-empty", "-m", message, at: path,
      environment: ["GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date])
    return try id("HEAD")
  }

  func id(_ revision: String) throws -> ObjectID {
    let text = try git("rev-parse", "--verify", revision)
    guard let id = ObjectID(text) else { throw ProgramFailure(description: "not an id: \(text)") }
    return id
  }

  /// Stores a commit with GitKit; nothing refers to it yet.
  func store(
    tree: ObjectID, parents: [ObjectID] = [], message: String = "ubah",
    seconds: Int64 = 1_700_000_000
  ) throws -> ObjectID {
    try repository.writeCommit(
      draft(tree: tree, parents: parents, message: message, seconds: seconds))
  }

  func draft(
    tree: ObjectID, parents: [ObjectID] = [], message: String = "ubah",
    seconds: Int64 = 1_700_000_000
  ) -> CommitDraft {
    CommitDraft(
      tree: tree, parents: parents,
      author: Signature(
        name: "Penulis", email: "p@example.org", seconds: seconds, offsetMinutes: 420),
      committer: Signature(
        name: "Pencatat", email: "c@example.org", seconds: seconds + 60, offsetMinutes: -150),
      message: message)
  }

  /// What `git fsck --strict` complains of, dangling objects aside; empty when all is well.
  func complaints() throws -> String {
    let result = try folder.run("git", ["fsck", "--strict", "--full", "--no-dangling"], at: path)
    let lines = (result.output + result.errors).split(separator: "\n").map(String.init).filter {
      !$0.hasPrefix("notice:")
    }
    let status = result.status == 0 ? [] : ["status \(result.status)"]
    return (status + lines).joined(separator: "\n")
  }
}

/// The error a call throws; nil when it throws none or another kind.
func gitError<Value>(_ body: () throws -> Value) -> GitError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? GitError
  }
}

extension [UInt8] {
  init(text: String) { self = Array(text.utf8) }
}
