import Foundation
import ReviewModel

/// Another program, run to its end: `ssh-keygen` for signatures, `git` for the network and packs.
struct Program: Sendable {
  /// What it left.
  struct Outcome: Sendable {
    var status: Int32
    var output: [UInt8]
    var errors: String

    /// What it complained of last, for people.
    var complaint: String {
      let lines = errors.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("hint:") }
      return lines.last { $0.hasPrefix("fatal:") || $0.hasPrefix("error:") || $0.contains("!") }
        .map(String.init) ?? lines.last.map(String.init) ?? "status \(status)"
    }
  }

  let path: String
  let environment: [String: String]

  /// Finds a program by name.
  /// - Throws: `Failure.toolMissing`.
  init(_ name: String, package: String, environment: [String: String]) throws(Failure) {
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard
      let path = folders.map({ "\($0)/\(name)" }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { throw .toolMissing(tool: name, package: package) }
    self.path = path
    self.environment = environment
  }

  /// Git itself.
  static func git(_ environment: [String: String]) throws(Failure) -> Program {
    try Program("git", package: "git", environment: environment)
  }

  /// OpenSSH's tool for keys and signatures.
  static func sshKeygen(_ environment: [String: String]) throws(Failure) -> Program {
    try Program("ssh-keygen", package: "openssh-client", environment: environment)
  }

  /// Runs it to its end.
  /// - Parameters:
  ///   - folder: where it runs.
  ///   - input: what it reads; nothing for nil.
  ///   - showsErrors: whether its own words and progress go to standard error as they come.
  func run(
    _ arguments: [String], in folder: String? = nil, input: [UInt8]? = nil,
    showsErrors: Bool = false
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    // Files instead of pipes but for one: no amount of input or complaint can block it.
    let scratch = try input.map(ScratchFile.init) ?? ScratchFile([])
    let complaints = try ScratchFile([])
    process.standardInput =
      input == nil ? FileHandle.nullDevice : try FileHandle(forReadingFrom: scratch.url)
    if !showsErrors { process.standardError = try FileHandle(forWritingTo: complaints.url) }
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    try? pipe.fileHandleForWriting.close()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let status = process.terminationStatus
    return Outcome(
      status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
      output: Array(output),
      errors: String(decoding: try Data(contentsOf: complaints.url), as: UTF8.self))
  }
}

/// A file that only this user can read, gone with the value.
final class ScratchFile: Sendable {
  let url: URL
  var path: String { url.path }

  init(_ bytes: [UInt8]) throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "naskah-" + RandomName.digits(24))
    guard
      FileManager.default.createFile(
        atPath: url.path, contents: Data(bytes), attributes: [.posixPermissions: 0o600])
    else { throw Failure.readOnly(path: url.path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
