import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Histories that git made") struct HistoryTests {
  private func subjects(_ bench: Bench) throws -> [String] {
    try bench.open().log(of: bench.key("pekat"), withChanges: false).entries
      .map { "\($0.revision.number) \($0.revision.subject)" }
  }

  @Test("plain commits are revisions; merges count on the first parent")
  func merges() throws {
    let bench = try Bench()
    try bench.edit(with: "Dari git.")
    try bench.git("commit", "-q", "-am", "langsung dengan git")
    try bench.git("checkout", "-q", "-b", "usul")
    try bench.edit(with: "Usul satu.")
    try bench.git("commit", "-q", "-am", "usul satu")
    try bench.edit(with: "Usul dua.")
    try bench.git("commit", "-q", "-am", "usul dua")
    try bench.git("checkout", "-q", "main")
    try bench.write("lain\n", to: "lain.txt")
    try bench.git("add", "lain.txt")
    try bench.git("commit", "-q", "-m", "bukan naskah")
    let before = try subjects(bench)
    try bench.git("merge", "-q", "--no-ff", "-m", "gabung usul", "usul")
    #expect(before == ["2 langsung dengan git", "1 naskah.txt"])
    #expect(try subjects(bench) == ["3 gabung usul"] + before)
    try bench.edit(with: "Sesudahnya.")
    #expect(try bench.commit("sesudah").revisions.first?.revision == 4)
  }

  @Test("a linked worktree sees and records the same")
  func worktree() throws {
    let bench = try Bench()
    let id = try bench.comment("Dari pohon utama.")
    try bench.git("worktree", "add", "-q", "-b", "samping", "../samping")
    let linked = Bench(in: bench.folder, name: "samping")
    #expect(try linked.comments().map(\.thread.id) == [id])
    try linked.edit()
    try linked.commit("dari samping")
    _ = try linked.comment("Dari pohon samping.")
    #expect(try subjects(linked).count == 2)
    #expect(try subjects(bench).count == 1)
    #expect(try bench.comments().count == 2)
    #expect(try bench.git("for-each-ref", "refs/naskah/log").split(separator: "\n").count == 1)
    #expect(try bench.complaints() == "")
  }

  @Test("a bare repository can be read")
  func bare() throws {
    let bench = try Bench()
    let id = try bench.comment("Masukan.")
    try bench.git("clone", "-q", "--bare", ".", "../pusat.git")
    try bench.git("push", "-q", "../pusat.git", "refs/naskah/*")
    let bare = Bench(in: bench.folder, name: "pusat.git")
    #expect(try subjects(bare).count == 1)
    #expect(try bare.open().drafts().map(\.key.description) == ["pekat"])
    #expect(try bare.comments().map(\.thread.id) == [id])
    #expect(try bare.open().status().drafts.first?.comments.open == 1)
    #expect(
      bare.failure { _ = try bare.open().commit([], message: "x", resolves: []) }
        == .bareRepository(path: bare.path + "/"))
    #expect(
      bare.failure { _ = try bare.open().restore(#require(RevisionAddress("pekat@1"))) }
        == .bareRepository(path: bare.path + "/"))
  }

  @Test("a repository made by git alone, its folder of drafts in another case")
  func madeByGit() throws {
    let folder = try TemporaryFolder()
    try folder.git("init", "-q", "-b", "main", "kerja", at: "")
    let bench = Bench(in: folder, name: "kerja")
    #expect(
      bench.failure { _ = try bench.open() } == .notAWorkbench(path: bench.path))
    try bench.write(SampleText.regulation(Bench.pasal), to: "drafts/Pekat/naskah.txt")
    #expect(try bench.open().drafts().map(\.revisions) == [0])
    #expect(
      bench.failure { try bench.comment("x") } == .noRevisionYet(draft: "pekat"))
    try bench.git("add", "-A")
    try bench.git("commit", "-q", "-m", "awal")
    #expect(try subjects(bench) == ["1 awal"])
    try bench.comment("Masukan.")
    #expect(try bench.comments().first?.placement.state == .current)
  }

  @Test("revisions that are not there, or more than one")
  func missing() throws {
    let bench = try Bench()
    func fails(_ text: String) throws -> Failure? {
      let address = try #require(RevisionAddress(text))
      return bench.failure { _ = try bench.open().text(at: address) }
    }
    #expect(
      try fails("pekat@2") == .revisionNotFound(draft: "pekat", asked: "2", latest: 1))
    #expect(
      try fails("pekat@0") == .revisionNotFound(draft: "pekat", asked: "0", latest: 1))
    #expect(
      try fails("pekat@abcdef0")
        == .revisionNotFound(draft: "pekat", asked: "abcdef0", latest: 1))
    #expect(try fails("puk@1") == .draftNotFound(key: "puk", existing: ["pekat"]))
    let head = try bench.git("rev-parse", "HEAD")
    let prefix = try #require(RevisionAddress("pekat@\(head.prefix(7))"))
    #expect(try bench.open().text(at: prefix).revision?.number == 1)
  }

  @Test("commits with times and bytes out of all bounds end in a log or in a failure")
  func hostileCommits() throws {
    let bench = try Bench()
    let head = try bench.git("rev-parse", "HEAD")
    try bench.edit()
    try bench.git("add", "-A")
    let tree = try bench.git("write-tree")
    for when in [
      "9223372036854775807 +9999", "-9223372036854775808 -9999", "99999999999999999999 +0000",
    ] {
      let bytes =
        Array("tree \(tree)\nparent \(head)\nauthor \u{1B}[31m <x> \(when)\n".utf8)
        + Array("committer x <x> \(when)\n\n".utf8) + [0xFF, 0xFE, 0x0A]
      let commit = try bench.folder.git(
        "hash-object", "-t", "commit", "-w", "--literally", "--stdin", at: bench.name,
        input: bytes)
      try bench.git("update-ref", "refs/heads/main", commit)
      do {
        let log = try bench.open().log(of: bench.key("pekat"), withChanges: true)
        #expect(log.entries.count == 2)
        for entry in log.entries { #expect((1...9999).contains(entry.revision.date.year)) }
      } catch Failure.git(let call, _, _) {
        // libgit2 reads no such time: git's own fsck calls the commit broken.
        #expect(call == "git_commit_lookup")
      }
    }
  }
}
