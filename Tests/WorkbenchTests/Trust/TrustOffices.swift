import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// A meeting point and clones that sign: the first is the secretariat, whose register is published.
struct TrustOffices {
  let hub: Bench
  let benches: [Bench]

  var first: Bench { benches[0] }
  var second: Bench { benches[1] }

  /// - Parameters:
  ///   - roles: what the others may do, one clone each.
  ///   - isRequired: whether what is not signed is set apart.
  init(_ roles: [ReviewRole] = [.reviewer], required isRequired: Bool = true) throws {
    let first = try Bench(["pekat": [SampleText.regulation(Bench.pasal)]])
    hub = Bench(in: first.folder, name: "pusat.git")
    try first.git("clone", "-q", "--bare", ".", "../pusat.git")
    try first.git("remote", "add", "origin", "../pusat.git")
    _ = try first.open().initKey(principal: "sekretariat@contoh.id", key: nil, role: nil)
    var benches = [first]
    for (number, role) in roles.enumerated() {
      _ = try first.open().synchronise(with: "origin")
      let name = "kantor\(number + 2)"
      let bench = Bench(in: first.folder, name: name)
      try first.folder.git("clone", "-q", "pusat.git", name, at: "")
      _ = try bench.open().initKey(principal: "\(name)@contoh.id", key: nil, role: nil)
      _ = try bench.open().synchronise(with: "origin")
      _ = try first.open().synchronise(with: "origin")
      try first.open().setRole(of: "\(name)@contoh.id", to: role)
      benches.append(bench)
    }
    if isRequired { try first.open().setRequiresSignatures(true) }
    self.benches = benches
    try syncAll()
  }

  func syncAll() throws {
    for bench in benches + benches { _ = try bench.open().synchronise(with: "origin") }
  }

  /// The log ref of a clone's own writer.
  static func log(_ bench: Bench) throws -> String {
    let writer = try #require(
      try TextFile.bytes(at: bench.path + "/.git/naskah/writer", named: "").split(separator: 0x20)
        .first)
    return "refs/naskah/log/" + String(decoding: writer, as: UTF8.self)
  }
}

extension Bench {
  /// The codes of what `verify` finds, each once.
  func found() throws -> Set<String> {
    Set(try open().verify().findings.map(\.kind.rawValue))
  }

  /// Writes a commit upon a log's tree with some files replaced or (nil) taken out, and points the
  /// ref at it; signed by a key where one is given.
  func tamper(
    _ ref: String, _ files: [String: String?], parent: String? = nil, key: String? = nil
  ) throws {
    let writer = ref.split(separator: "/").last ?? ""
    let scratch = folder.path + "/indeks-uji"
    var index = ["GIT_INDEX_FILE": scratch]
    for role in ["AUTHOR", "COMMITTER"] {
      index["GIT_\(role)_NAME"] = "naskah \(writer)"
      index["GIT_\(role)_EMAIL"] = "\(writer)@naskah.invalid"
      index["GIT_\(role)_DATE"] = "1760689800 +0000"
    }
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    func run(_ arguments: [String], input: String = "") throws -> String {
      let result = try folder.run(
        "git", arguments, at: name, environment: index, input: Array(input.utf8))
      guard result.status == 0 else { throw ProgramFailure(result.errors) }
      return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    _ = try run(["read-tree", ref])
    for (file, bytes) in files {
      guard let bytes else {
        let none = String(repeating: "0", count: 40)
        _ = try run(["update-index", "--index-info"], input: "0 \(none)\t\(file)\n")
        continue
      }
      let blob = try folder.git("hash-object", "-w", "--stdin", at: name, input: Array(bytes.utf8))
      _ = try run(["update-index", "--add", "--cacheinfo", "100644,\(blob),\(file)"])
    }
    let tree = try run(["write-tree"])
    let sign = key.map { ["-c", "gpg.format=ssh", "-c", "user.signingkey=\($0)"] } ?? []
    let commit = try run(
      sign + ["commit-tree"] + (key == nil ? [] : ["-S"]) + ["-p", parent ?? ref, "-m", "x", tree])
    try git("update-ref", ref, commit)
  }

  func signingKey() throws -> String { try git("config", "user.signingkey") }

  /// A segment of a log as text.
  func segment(_ ref: String, _ path: String) throws -> String {
    try git("show", "\(ref):\(path)") + "\n"
  }
}
