import Foundation
import Presentation
import ReviewModel
import Subprocess

/// Text that a person writes in an editor.
enum Editor {
  /// Opens the editor on a template and gives what was written; comment lines (`#`) are left out.
  /// - Throws: `Failure.messageEmpty` when nothing was written, or the editor failed.
  static func text(place: String, words: [Line], in session: Session) async throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "naskah-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("MASUKAN.txt")
    let template =
      session.messages.template(place: place, words: "") + words.map(\.text)
    let text =
      "\n"
      + template.map { line in line.isEmpty ? "#\n" : "# \(line)\n" }.joined()
    try Data(text.utf8).write(to: file)
    let context = session.context
    let command = context.variable("VISUAL") ?? context.variable("EDITOR") ?? "vi"
    let result = try await Subprocess.run(
      .path("/bin/sh"), arguments: ["-c", command + " \"$1\"", command, file.path],
      input: .currentStandardInput,
      output: .currentStandardOutput, error: .currentStandardError)
    guard result.terminationStatus.isSuccess else { throw Failure.messageEmpty }
    return try message(String(decoding: Data(contentsOf: file), as: UTF8.self))
  }

  /// The text given with `-m`, or what is left of an editor's file: trimmed.
  static func message(_ text: String, keepingComments: Bool = false) throws -> String {
    var lines = text.replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    if !keepingComments { lines.removeAll { $0.hasPrefix("#") } }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    guard !lines.isEmpty else { throw Failure.messageEmpty }
    return lines.joined(separator: "\n")
  }
}
