import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Recording revisions") struct SavingTests {
  private static let law = SampleText.regulation(Bench.pasal)

  @Test("only drafts that changed; what else changed or is staged stays as it is")
  func onlyDrafts() throws {
    let bench = try Bench(["pekat": [Self.law], "puk": [Self.law]])
    try bench.write("catatan\n", to: "catatan.txt")
    try bench.git("add", "catatan.txt")
    try bench.write("catatan lagi\n", to: "catatan.txt")
    try bench.write("lain\n", to: "lain.txt")
    try bench.write("cadangan\n", to: "Drafts/pekat/naskah.txt~")
    try bench.edit()
    let report = try bench.commit("Tambah ketentuan")
    #expect(report.revisions.map { "\($0.draft)@\($0.revision)" } == ["pekat@2"])
    #expect(try bench.git("diff", "--name-only", "HEAD~1", "HEAD") == "Drafts/pekat/naskah.txt")
    #expect(
      try bench.git("status", "--porcelain")
        == "AM catatan.txt\n?? Drafts/pekat/naskah.txt~\n?? lain.txt")
    #expect(try bench.git("show", ":catatan.txt") == "catatan")
    #expect(try bench.complaints() == "")
    #expect(try bench.open().commit([], message: "lagi", resolves: []) == nil)
  }

  /// The trailer of the drafting rules; what it counts is tested with them.
  private static func checkTrailer(_ message: String) -> String {
    message.split(separator: "\n").last { $0.hasPrefix("Check: ") }.map { $0 + "\n" } ?? ""
  }

  @Test("trailers and author")
  func trailers() throws {
    let bench = try Bench()
    let id = try bench.comment("Mohon ditambah.")
    try bench.edit()
    let report = try bench.commit("Tambah ketentuan\n\nSesuai masukan.", resolves: [id.short])
    #expect(report.resolves == [id])
    #expect(
      try bench.git("log", "-1", "--format=%B")
        == "Tambah ketentuan\n\nSesuai masukan.\n\nDraft: pekat\nResolves: \(id)\n"
        + Self.checkTrailer(try bench.git("log", "-1", "--format=%B")))
    #expect(
      try bench.git("log", "-1", "--format=%an <%ae> %at %ai")
        == "D. Lestari <lestari@example.org> 1760689800 2025-10-17 15:30:00 +0700")
    let log = try bench.open().log(of: bench.key("pekat"), withChanges: true)
    #expect(log.entries.first?.revision.resolves == [id])
    #expect(log.entries.first?.revision.message == "Tambah ketentuan\n\nSesuai masukan.")
    #expect(
      bench.failure { _ = try bench.open().commit([], message: "x", resolves: ["ffff"]) } == nil,
      "nothing has changed, so there is nothing to look up")
    try bench.edit(with: "Lagi.")
    #expect(
      bench.failure { _ = try bench.open().commit([], message: "x", resolves: ["ffff"]) }
        == .commentNotFound("ffff"))
  }

  @Test("two drafts at once are two commits, all or none")
  func twoDrafts() throws {
    let bench = try Bench(["pekat": [Self.law], "puk": [Self.law]])
    try bench.edit("pekat")
    try bench.edit("puk")
    let report = try bench.commit("Seragamkan")
    #expect(report.revisions.map { "\($0.draft)@\($0.revision)" } == ["pekat@2", "puk@2"])
    #expect(
      try bench.git("log", "-2", "--format=%(trailers:key=Draft,valueonly,separator=%x20)")
        == "puk\npekat")
    try bench.edit("pekat", with: "Satu.")
    try bench.write("", to: "Drafts/puk/naskah.txt")
    let before = try bench.folder.snapshot(bench.name)
    #expect(
      bench.failure { _ = try bench.open().commit([], message: "x", resolves: []) }
        == .textEmpty(path: "Drafts/puk/naskah.txt"))
    #expect(try bench.folder.snapshot(bench.name) == before)
    let only = try bench.open().commit([bench.key("pekat")], message: "satu", resolves: [])
    #expect(only?.revisions.map(\.draft.description) == ["pekat"])
    #expect(try bench.complaints() == "")
  }

  @Test("annexes and the description of a draft belong to it; a removed file is recorded")
  func otherFiles() throws {
    let bench = try Bench()
    try bench.folder.write([0x00, 0xFF, 0x10], to: "kerja/Drafts/pekat/lampiran/peta.bin")
    #expect(try bench.commit().revisions.first?.revision == 2)
    try FileManager.default.removeItem(atPath: bench.path + "/Drafts/pekat/lampiran/peta.bin")
    try bench.commit()
    #expect(try bench.git("ls-tree", "-r", "--name-only", "HEAD").contains("peta.bin") == false)
    try bench.write("title: [\n", to: "Drafts/pekat/draft.yml")
    guard case .draftInfoUnreadable? = bench.failure({ try bench.commit() }) else {
      Issue.record("a wrong draft.yml passes")
      return
    }
    #expect(try bench.complaints() == "")
  }

  /// One state in which nothing may be recorded, and why.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arrange: @Sendable (Bench) throws -> Void
    let isExpected: @Sendable (Failure) -> Bool
  }

  static let refusals = [
    Refusal(testDescription: "detached HEAD") { bench in
      try bench.git("checkout", "-q", "--detach")
      try bench.edit()
    } isExpected: {
      $0 == .detachedHead
    },
    Refusal(testDescription: "in the middle of a merge") { bench in
      try bench.git("checkout", "-q", "-b", "lain")
      try bench.edit(with: "Dari cabang lain.")
      try bench.git("commit", "-q", "-am", "lain")
      try bench.git("checkout", "-q", "main")
      try bench.edit(with: "Dari cabang utama.")
      try bench.git("commit", "-q", "-am", "utama")
      _ = try bench.folder.run("git", ["merge", "lain"], at: bench.name)
    } isExpected: {
      if case .repositoryBusy("merge") = $0 { true } else { false }
    },
    Refusal(testDescription: "no user name") { bench in
      try bench.edit()
      try bench.folder.write("", to: "home/.gitconfig")
    } isExpected: {
      $0 == .userNameMissing
    },
    Refusal(testDescription: "an empty text") { bench in
      try bench.write(" \n\n")
    } isExpected: {
      $0 == .textEmpty(path: "Drafts/pekat/naskah.txt")
    },
    Refusal(testDescription: "a NUL byte") { bench in
      try bench.write("Pasal 1\u{0}")
    } isExpected: {
      $0 == .textHasNUL(path: "Drafts/pekat/naskah.txt", offset: 7)
    },
    Refusal(testDescription: "not UTF-8") { bench in
      try bench.folder.write(
        Array("Pasal 1\n".utf8) + [0xE2, 0x80, 0x41], to: "kerja/Drafts/pekat/naskah.txt")
    } isExpected: {
      $0 == .textNotUTF8(path: "Drafts/pekat/naskah.txt", offset: 8)
    },
    Refusal(testDescription: "a symbolic link") { bench in
      let path = bench.path + "/Drafts/pekat/naskah.txt"
      try FileManager.default.moveItem(atPath: path, toPath: bench.path + "/asli.txt")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: "../../asli.txt")
    } isExpected: {
      $0 == .notAFile(path: "Drafts/pekat/naskah.txt")
    },
    Refusal(testDescription: "a folder instead of the file") { bench in
      let path = bench.path + "/Drafts/pekat/naskah.txt"
      try FileManager.default.removeItem(atPath: path)
      try bench.write("isi", to: "Drafts/pekat/naskah.txt/isi.txt")
    } isExpected: {
      $0 == .notAFile(path: "Drafts/pekat/naskah.txt")
    },
    Refusal(testDescription: "the branch is locked") { bench in
      try bench.edit()
      try bench.hold(".git/refs/heads/main.lock")
    } isExpected: {
      if case .locked = $0 { true } else { false }
    },
    Refusal(testDescription: "git's index is locked") { bench in
      try bench.edit()
      try bench.hold(".git/index.lock")
    } isExpected: {
      if case .locked = $0 { true } else { false }
    },
  ]

  @Test("nothing is recorded, and why", arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let bench = try Bench()
    try refusal.arrange(bench)
    let before = try bench.folder.snapshot(bench.name)
    let failure = bench.failure {
      _ = try bench.open().commit([bench.key("pekat")], message: "Ubah", resolves: [])
    }
    #expect(failure.map(refusal.isExpected) == true, "\(String(describing: failure))")
    #expect(try bench.folder.snapshot(bench.name) == before)
  }

  @Test(
    "a lock that a killed process left does not outlive the next command",
    arguments: [".git/refs/heads/main.lock", ".git/index.lock"])
  func abandoned(_ lock: String) throws {
    let bench = try Bench()
    try bench.edit()
    try bench.write("", to: lock)
    _ = try bench.open().commit([bench.key("pekat")], message: "Ubah", resolves: [])
    #expect(!FileManager.default.fileExists(atPath: "\(bench.folder.path)/\(bench.name)/\(lock)"))
    #expect(try bench.complaints() == "")
  }

  @Test("a commit that somebody else made meanwhile is kept")
  func meanwhile() throws {
    let bench = try Bench(["pekat": [Self.law], "puk": [Self.law]])
    let mine = try bench.open()
    _ = try mine.drafts()
    try bench.write("lain\n", to: "lain.txt")
    try bench.git("add", "lain.txt")
    try bench.git("commit", "-q", "-m", "orang lain")
    try bench.edit()
    _ = try mine.commit([], message: "saya", resolves: [])
    #expect(try bench.git("log", "-2", "--format=%s") == "saya\norang lain")
    #expect(try bench.git("status", "--porcelain") == "")
  }

  @Test("many at once: every revision is there", .timeLimit(.minutes(20)))
  func atOnce() async throws {
    let keys = (1...6).map { "naskah-\($0)" }
    let bench = try Bench(
      Dictionary(uniqueKeysWithValues: keys.map { ($0, [Self.law]) }))
    for key in keys { try bench.edit(key) }
    try await withThrowingTaskGroup { group in
      for key in keys {
        group.addTask {
          _ = try bench.open().commit([bench.key(key)], message: "Ubah \(key)", resolves: [])
        }
      }
      try await group.waitForAll()
    }
    #expect(try bench.open().drafts().allSatisfy { $0.revisions == 2 && !$0.isChanged })
    #expect(try bench.git("status", "--porcelain") == "")
    #expect(try bench.complaints() == "")
  }

  @Test("an earlier text comes back, and unsaved work never goes")
  func restore() throws {
    let bench = try Bench()
    let first = try bench.text()
    try bench.edit()
    let unsaved = try bench.text()
    let address = try #require(RevisionAddress("pekat@1"))
    #expect(
      bench.failure { _ = try bench.open().restore(address) } == .unsavedChanges(draft: "pekat"))
    #expect(try bench.text() == unsaved)
    try bench.commit()
    #expect(try bench.open().restore(address).isChanged)
    #expect(try bench.text() == first)
    #expect(try bench.open().restore(address).isChanged == false)
    try bench.commit("Kembali")
    #expect(
      bench.failure {
        _ = try bench.open().restore(try #require(RevisionAddress("pekat@9")))
      } == .revisionNotFound(draft: "pekat", asked: "9", latest: 3))
    try FileManager.default.removeItem(atPath: bench.path + "/Drafts/pekat/naskah.txt")
    #expect(try bench.open().restore(address).isChanged)
    #expect(try bench.text() == first)
  }
}
