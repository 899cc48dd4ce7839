import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Making a workbench") struct CreationTests {
  private func create(
    _ folder: TemporaryFolder, at name: String = "kerja", drafts: String? = nil,
    seeds: String? = nil
  ) throws -> Workbench {
    try Workbench.create(
      at: "\(folder.path)/\(name)", drafts: drafts, seeds: seeds,
      environment: WorkbenchEnvironment(
        variables: folder.environment, now: { Timestamp(seconds: 1_760_689_800) },
        offsetMinutes: 420))
  }

  private let drafts = PackageFolder.path + "/Drafts"
  private let seeds = PackageFolder.path + "/seeds"

  @Test("the sample drafts and seeds become revisions and a register")
  func samples() throws {
    let folder = try TemporaryFolder()
    let bench = try create(folder, drafts: drafts, seeds: seeds)
    #expect(try bench.drafts().map(\.key.description) == ["pekat", "puk", "rtrw"])
    #expect(try bench.drafts().map(\.revisions) == [4, 3, 3])
    #expect(try bench.drafts().allSatisfy { !$0.isChanged })
    #expect(try bench.register().stakeholders.count > 5)
    for key in ["pekat", "puk", "rtrw"] {
      for (index, bytes) in try PackageFolder.revisions(of: key).enumerated() {
        let address = try #require(RevisionAddress("\(key)@\(index + 1)"))
        #expect(try bench.text(at: address).document.source == bytes)
      }
      #expect(
        try folder.bytes("kerja/Drafts/\(key)/naskah.txt")
          == PackageFolder.bytes("Drafts/\(key)/naskah.txt"))
    }
    #expect(try folder.git("status", "--porcelain", at: "kerja") == "")
    #expect(try folder.complaints("kerja") == "")
    #expect(try folder.git("rev-list", "--count", "HEAD", at: "kerja") == "11")
    #expect(
      try folder.git("log", "-1", "--format=%(trailers:key=Draft,valueonly)", at: "kerja")
        .contains("rtrw"))
  }

  @Test("an empty workbench")
  func empty() throws {
    let folder = try TemporaryFolder()
    #expect(try create(folder).drafts().isEmpty)
    #expect(try folder.git("symbolic-ref", "HEAD", at: "kerja") == "refs/heads/main")
    #expect(throws: Failure.alreadyAWorkbench(path: "\(folder.path)/kerja")) {
      _ = try create(folder, drafts: drafts)
      _ = try create(folder, drafts: drafts)
    }
  }

  @Test("a repository that is there keeps its history and its files")
  func existingRepository() throws {
    let folder = try TemporaryFolder()
    try folder.write("milik saya\n", to: "kerja/catatan.txt")
    try folder.git("init", "-q", "-b", "utama", at: "kerja")
    try folder.git("add", "-A", at: "kerja")
    try folder.git("commit", "-q", "-m", "awal", at: "kerja")
    try folder.write("belum disimpan\n", to: "kerja/catatan.txt")
    try folder.write("baru\n", to: "kerja/lain.txt")
    try folder.git("add", "lain.txt", at: "kerja")
    _ = try create(folder, drafts: drafts, seeds: seeds)
    #expect(try folder.git("symbolic-ref", "HEAD", at: "kerja") == "refs/heads/utama")
    #expect(try folder.text("kerja/catatan.txt") == "belum disimpan\n")
    #expect(
      try folder.git("status", "--porcelain", at: "kerja") == " M catatan.txt\nA  lain.txt")
    #expect(try folder.git("log", "--format=%s", "--reverse", at: "kerja").hasPrefix("awal\n"))
    #expect(try folder.complaints("kerja") == "")
  }

  @Test("without an identity nothing is left behind", arguments: ["kerja", "a/b/kerja"])
  func noIdentity(_ name: String) throws {
    let folder = try TemporaryFolder(user: false)
    #expect(throws: Failure.userNameMissing) {
      try create(folder, at: name, drafts: drafts, seeds: seeds)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["home"])
    try folder.write("milik saya\n", to: "ada/catatan.txt")
    #expect(throws: Failure.userNameMissing) { try create(folder, at: "ada", seeds: seeds) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/ada") == ["catatan.txt"])
  }

  @Test("what cannot be read is said before anything is written")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    func fails(_ files: [String: [UInt8]], _ isExpected: (Failure) -> Bool) throws {
      try? FileManager.default.removeItem(atPath: folder.path + "/bahan")
      for (name, bytes) in files { try folder.write(bytes, to: "bahan/" + name) }
      do {
        _ = try create(folder, drafts: folder.path + "/bahan")
        Issue.record("\(files.keys) passes")
      } catch let failure as Failure {
        #expect(isExpected(failure), "\(failure)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/kerja"))
    }
    try fails(["pekat/naskah.txt": []]) { if case .textEmpty = $0 { true } else { false } }
    try fails(["pekat/naskah.txt": [0x41, 0x00]]) {
      if case .textHasNUL(_, 1) = $0 { true } else { false }
    }
    try fails(["pekat/riwayat/a.txt": [0x41, 0x42, 0xE9, 0x41]]) {
      if case .textNotUTF8(_, 2) = $0 { true } else { false }
    }
    try fails(["pekat/naskah.txt": [0x41], "pekat/draft.yml": Array("title: [".utf8)]) {
      if case .draftInfoUnreadable = $0 { true } else { false }
    }
    try fails(["bukan kunci/naskah.txt": [0x41]]) { $0 == .draftKeyInvalid("bukan kunci") }
    #expect(throws: Failure.notAFolder(path: "\(folder.path)/tiada")) {
      try create(folder, drafts: folder.path + "/tiada")
    }
    try folder.write("bukan folder", to: "berkas")
    #expect(throws: Failure.notAFolder(path: "\(folder.path)/berkas")) {
      try create(folder, at: "berkas")
    }
    try folder.write("stakeholders: 7\n", to: "benih/a.yml")
    do {
      _ = try create(folder, seeds: folder.path + "/benih")
      Issue.record("a wrong seed passes")
    } catch Failure.seedUnreadable {
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/kerja"))
    }
  }

  @Test("files that a person has are never written over")
  func keepsFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("- key: saya\n  name: Saya\n", to: "kerja/register/stakeholders.yml")
    try folder.write("punya saya\n", to: "kerja/Drafts/pekat/lampiran/a.txt")
    #expect(throws: Failure.self) { try create(folder, seeds: seeds) }
    #expect(
      try folder.text("kerja/register/stakeholders.yml") == "- key: saya\n  name: Saya\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/kerja/.git"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/kerja/register/issues.yml"))
  }
}
