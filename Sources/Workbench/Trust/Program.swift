import Dispatch
import Foundation
import ReviewModel
import Synchronization

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
  ///   - input: what it reads; nothing for nil.
  ///   - hears: gets each line of its complaints as it comes, and says whether it keeps it from
  ///     them; a line ends where the next one is to be written over it, too.
  func run(
    _ arguments: [String], input: [UInt8]? = nil,
    hears listener: (@Sendable (String) -> Bool)? = nil
  ) throws -> Outcome {
    // Files instead of pipes but for one: no amount of input or complaint can block it.
    let scratch = try input.map(ScratchFile.init)
    let complaints = try ScratchFile([])
    let ear = listener.map(ErrorListener.init)
    // A file is gone with its value.
    let (reading, process) = try withExtendedLifetime((scratch, complaints)) {
      try start(
        arguments, input: scratch?.path ?? "/dev/null",
        errors: ear?.open() ?? Descriptor(opening: complaints.path, O_WRONLY))
    }
    var output: [UInt8] = []
    reading.forEachPiece { output += $0 }
    return Outcome(
      status: process.wait(), output: output,
      errors: try ear?.finish()
        ?? String(decoding: Data(contentsOf: complaints.url), as: UTF8.self))
  }

  /// Starts it; the ends of its streams that it holds are let go here.
  /// - Returns: what it writes.
  private func start(
    _ arguments: [String], input: String, errors: Descriptor
  ) throws -> (output: Descriptor, process: ChildProcess) {
    let output = try Descriptor.pipe()
    let process = try ChildProcess(
      path, arguments, environment: environment,
      streams: (try Descriptor(opening: input, O_RDONLY), output.writing, errors))
    return (output.reading, process)
  }
}

/// Reads the complaints of a program while it runs.
private final class ErrorListener: Sendable {
  private let listener: @Sendable (String) -> Bool
  private let done = DispatchGroup()
  private let kept = Mutex("")
  /// The most bytes of complaints, and of a line, that are kept.
  private static let most = 1 << 16

  init(_ listener: @escaping @Sendable (String) -> Bool) { self.listener = listener }

  /// Begins to listen.
  /// - Returns: where the program is to write its complaints.
  func open() throws -> Descriptor {
    let (reading, writing) = try Descriptor.pipe()
    DispatchQueue.global().async(group: done) { [self] in
      var line: [UInt8] = []
      reading.forEachPiece { piece in
        for byte in piece {
          if byte == 0x0A || byte == 0x0D || line.count == Self.most {
            hear(&line)
          } else {
            line.append(byte)
          }
        }
      }
      hear(&line)
    }
    return writing
  }

  private func hear(_ line: inout [UInt8]) {
    let text = String(decoding: line, as: UTF8.self)
    line = []
    guard !text.isEmpty, !listener(text) else { return }
    kept.withLock { if $0.utf8.count < Self.most { $0 += text + "\n" } }
  }

  /// All that was not kept from the complaints, once there will be no more.
  func finish() -> String {
    done.wait()
    return kept.withLock { $0 }
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
