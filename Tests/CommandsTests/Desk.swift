import Foundation
import ReviewModel
import Synchronization
import TestSupport
import Testing

@testable import Commands

/// A stream that keeps what is written to it.
final class Captured: OutputSink {
  private let written = Mutex("")
  let isTerminal: Bool
  let columns: Int?

  init(isTerminal: Bool = false, columns: Int? = nil) {
    self.isTerminal = isTerminal
    self.columns = columns
  }

  func write(_ text: String) { written.withLock { $0 += text } }

  var text: String { written.withLock { $0 } }
}

/// What a command left behind.
struct Outcome {
  let code: Int32
  let output: String
  let errors: String

  /// The sentences on standard output without line breaks.
  var said: String { output.split { $0.isWhitespace }.joined(separator: " ") }
  /// The sentences on standard error without line breaks.
  var complained: String { errors.split { $0.isWhitespace }.joined(separator: " ") }

  /// The JSON on standard output, which must be one object.
  func json() throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any], "\(output)")
  }
}

/// A folder in which commands are run, in-process or as the built program.
final class Desk: Sendable {
  let folder: TemporaryFolder

  init(user: Bool = true) throws { folder = try TemporaryFolder(user: user) }

  /// A desk with the workbench `kerja` of a small draft in two revisions.
  static func small() async throws -> Desk {
    let desk = try Desk()
    var pasal = Desk.pasal
    try desk.folder.write(SampleText.regulation(pasal), to: "bahan/pekat/riwayat/r1.txt")
    pasal[3][0] += " Dengan tambahan baru di belakangnya."
    pasal.insert(["Sisipan tentang mercusuar dan dermaga kayu milik pemerintah."], at: 6)
    try desk.folder.write(SampleText.regulation(pasal), to: "bahan/pekat/naskah.txt")
    try desk.folder.write(
      "title: Contoh\nkind: new\ninitiator: Wali Kota\n", to: "bahan/pekat/draft.yml")
    let made = await desk.run("init", "kerja", "--drafts", "bahan", at: "")
    guard made.code == 0 else { throw ProgramFailure(made.errors) }
    return desk
  }

  static let pasal: [[String]] = {
    var pasal = SampleText.pasal(9, seed: 21)
    pasal[3] = ["Setiap orang wajib menjaga ketertiban di tempat umum."]
    pasal[8] = ["Ayat pertama berbunyi begini.", "Ayat kedua lain lagi.", "Ayat ketiga menutup."]
    return pasal
  }()

  /// Runs a command line in-process.
  func run(
    _ arguments: [String], at name: String = "kerja", environment extra: [String: String] = [:],
    terminal: Int? = nil
  ) async -> Outcome {
    let output = Captured(isTerminal: terminal != nil, columns: terminal)
    let errors = Captured(isTerminal: terminal != nil, columns: terminal)
    let context = Context(
      environment: folder.environment.merging(extra) { $1 },
      workingFolder: name.isEmpty ? folder.path : "\(folder.path)/\(name)", output: output,
      errors: errors, now: { Timestamp(seconds: 1_760_689_800) }, offsetMinutes: 420)
    let code = await Naskah.run(arguments, in: context)
    return Outcome(code: code, output: output.text, errors: errors.text)
  }

  func run(_ arguments: String..., at name: String = "kerja") async -> Outcome {
    await run(arguments, at: name)
  }

  /// Runs the program that was built.
  func program(
    _ arguments: [String], at name: String = "kerja", environment: [String: String] = [:]
  ) throws -> ProgramResult {
    try folder.run(Self.programPath, arguments, at: name, environment: environment)
  }

  /// Beside the bundle of the tests.
  static let programPath: String = {
    var path = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    for argument in CommandLine.arguments where argument.hasSuffix(".xctest") {
      path = URL(fileURLWithPath: argument)
    }
    let beside = path.deletingLastPathComponent().appendingPathComponent("naskah").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : PackageFolder.path + "/.build/debug/naskah"
  }()

  /// Adds a comment and gives its id.
  func comment(_ text: String, _ unit: String = "Pasal 4") async throws -> String {
    let added = await run("comment", "add", "pekat@1", unit, "-m", text, "--format", "json")
    return try #require(try added.json()["id"] as? String, "\(added.errors)")
  }

  /// Changes the working text.
  func edit(_ line: String = "Ketentuan tambahan.") throws {
    let file = "kerja/Drafts/pekat/naskah.txt"
    let text = try folder.text(file)
    try folder.write(text.replacing("\nPasal 2\n", with: "\nPasal 2\n\(line)\n"), to: file)
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String { try folder.git(arguments, at: "kerja") }
}
