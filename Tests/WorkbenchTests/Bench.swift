import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// A workbench in a folder of its own.
final class Bench: Sendable {
  let folder: TemporaryFolder
  /// The repository's folder, below the temporary one.
  let name: String

  /// A workbench of the drafts given, each with the texts of its revisions.
  init(
    _ drafts: [String: [String]] = ["pekat": [SampleText.regulation(Bench.pasal)]],
    name: String = "kerja"
  ) throws {
    folder = try TemporaryFolder()
    self.name = name
    for (key, texts) in drafts {
      for (index, text) in texts.enumerated() {
        let isLast = index == texts.count - 1
        let file = isLast ? "naskah.txt" : "riwayat/r\(index + 1).txt"
        try folder.write(text, to: "bahan/\(key)/\(file)")
      }
    }
    _ = try Workbench.create(
      at: "\(folder.path)/\(name)", drafts: "\(folder.path)/bahan", seeds: nil,
      environment: environment)
  }

  init(in folder: TemporaryFolder, name: String) {
    self.folder = folder
    self.name = name
  }

  static let pasal = SampleText.pasal(10, seed: 77)

  var environment: WorkbenchEnvironment {
    WorkbenchEnvironment(
      variables: folder.environment, now: { Timestamp(seconds: 1_760_689_800) },
      offsetMinutes: 420)
  }

  var path: String { "\(folder.path)/\(name)" }

  /// The workbench, opened anew as a command does.
  func open() throws -> Workbench { try Workbench.open(from: path, environment: environment) }

  @discardableResult
  func git(_ arguments: String...) throws -> String { try folder.git(arguments, at: name) }

  func write(_ text: String, to file: String = "Drafts/pekat/naskah.txt") throws {
    try folder.write(text, to: "\(name)/\(file)")
  }

  /// Writes a file and keeps it open, as its owner does, until the tests end.
  func hold(_ file: String) throws {
    try write("", to: file)
    let handle = try #require(FileHandle(forUpdatingAtPath: "\(folder.path)/\(name)/\(file)"))
    #expect(dup(handle.fileDescriptor) >= 0)
  }

  func text(_ file: String = "Drafts/pekat/naskah.txt") throws -> String {
    try folder.text("\(name)/\(file)")
  }

  /// Adds a line to a Pasal of the working text.
  func edit(_ key: String = "pekat", with line: String = "Ketentuan tambahan.") throws {
    let file = "Drafts/\(key)/naskah.txt"
    try write(text(file).replacing("\nPasal 2\n", with: "\nPasal 2\n\(line)\n"), to: file)
  }

  @discardableResult
  func commit(_ message: String = "Ubah", resolves: [String] = []) throws -> CommitReport {
    try #require(try open().commit([], message: message, resolves: resolves))
  }

  @discardableResult
  func comment(
    _ text: String, at address: String = "pekat@latest", _ unit: String? = "pasal-3",
    from commenter: Commenter = Commenter()
  ) throws -> EventID {
    let bench = try open()
    let target = try #require(RevisionAddress(address))
    return try bench.addComment(text, at: bench.place(at: target, unit: unit), from: commenter)
  }

  /// Imports a file of inputs and gives what came of it.
  @discardableResult
  func importing(_ csv: String, named file: String = "masukan.csv") throws -> ImportReport {
    try importing(Array(csv.utf8), named: file)
  }

  @discardableResult
  func importing(_ csv: [UInt8], named file: String = "masukan.csv") throws -> ImportReport {
    try folder.write(csv, to: file)
    return try open().importComments(
      ImportRequest(
        path: "\(folder.path)/\(file)", name: file,
        into: RevisionAddress(draft: try key("pekat"), selector: .latest), forum: nil,
        reject: .init(line: "baris", reason: "alasan", text: { String(describing: $0) })),
      progress: { _, _ in })
  }

  func key(_ text: String) throws -> DraftKey { try #require(DraftKey(text)) }

  /// All comments as this clone lists them.
  func comments() throws -> [CommentReport] { try open().comments(CommentFilter()).comments }

  /// What comments say, with their replies and answers: the same in every clone that has them.
  func state() throws -> [String] {
    try comments().map { comment in
      let thread = comment.thread
      let replies = thread.replies.map { "\($0.id) \(comment.texts[$0.reply.body] ?? "–")" }
      return "\(thread.id) \(thread.writer) \(thread.status) \(comment.text ?? "–") "
        + "\(comment.placement) \(replies)"
    }.sorted()
  }

  /// What `git fsck --strict` says; empty when all is well.
  func complaints() throws -> String { try folder.complaints(name) }

  /// The failure of an action; nil when it does not fail so.
  func failure(_ action: () throws -> Void) -> Failure? {
    do {
      try action()
      return nil
    } catch {
      return error as? Failure
    }
  }
}
