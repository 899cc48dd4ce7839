import Foundation
import GitKit
import Testing

@Suite struct WorkingTreeTests {
  private func index(_ temporary: TemporaryRepository) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: temporary.path + "/.git/index"))
  }

  /// Commits the working text of `paths` the way the workbench does: without the index.
  @discardableResult
  private func commitWithoutIndex(
    _ temporary: TemporaryRepository, _ changes: [TreeChange], paths: [String]
  ) throws -> ObjectID {
    let repository = temporary.repository
    let head = try repository.head().commit
    let base = try head.map { try repository.commit($0).tree }
    let tree = try repository.updateTree(base: base, changes: changes)
    let commit = try temporary.store(tree: tree, parents: head.map { [$0] } ?? [])
    try repository.updateReference("refs/heads/main", to: commit, expecting: head, message: "uji")
    try repository.refreshIndexEntries(paths: paths, tree: tree)
    return commit
  }

  @Test func statusTellsStagedFromUnstaged() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    try temporary.commit(
      ["D/pekat/naskah.txt": "1\n", "D/puk/naskah.txt": "1\n", "x[1]": "1\n", "y": "1\n"],
      message: "awal")
    #expect(try repository.status().isEmpty)
    try temporary.write("2\n", to: "D/pekat/naskah.txt")
    try temporary.git("add", "D/pekat/naskah.txt")
    try temporary.write("3\n", to: "D/pekat/naskah.txt")
    try temporary.write("baru\n", to: "D/pekat/lampiran/a.txt")
    try temporary.write("lama\n", to: "y2")
    try temporary.git("add", "y2")
    try FileManager.default.removeItem(atPath: temporary.path + "/y2")
    try FileManager.default.removeItem(atPath: temporary.path + "/y")
    try temporary.write("2\n", to: "x[1]")
    try temporary.write("abai\n", to: "abai.tmp")
    try temporary.write("*.tmp\n", to: ".gitignore")
    let before = try index(temporary)
    let all = try repository.status()
    #expect(
      all.map(\.path)
        == [".gitignore", "D/pekat/lampiran/a.txt", "D/pekat/naskah.txt", "x[1]", "y", "y2"])
    let pekat = try repository.status(of: ["D/pekat"])
    #expect(pekat.map(\.againstHead) == [.added, .modified])
    #expect(pekat[1].staged == .modified)
    #expect(pekat[1].unstaged == .modified)
    #expect(pekat[0].staged == nil)
    #expect(try repository.status(of: ["D/puk"]).isEmpty)
    #expect(try repository.status(of: ["x[1]"]).map(\.againstHead) == [.modified])
    #expect(try repository.status(of: ["y"]).map(\.againstHead) == [.deleted])
    #expect(try repository.status(of: ["y2"]).map(\.againstHead) == [nil])
    #expect(try index(temporary) == before)
    #expect(gitError { try repository.status(of: ["/etc"]) }?.code == .invalidName)
    let bare = try TemporaryRepository(bare: true)
    #expect(gitError { try bare.repository.status() }?.code == .bareRepository)
  }

  @Test func commitWithoutIndexLeavesTheRestAsItWas() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    try temporary.commit(["a": "1\n", "b": "1\n", "c/d": "1\n", "e": "1\n"], message: "awal")
    try temporary.write("2\n", to: "b")
    try temporary.git("add", "b")
    try temporary.write("3\n", to: "e")
    try temporary.write("baru\n", to: "f")
    try temporary.git("add", "f")
    try temporary.write("2 diubah\n", to: "a")
    try temporary.write("baru\n", to: "g/h")
    try FileManager.default.removeItem(atPath: temporary.path + "/c/d")
    let changes: [TreeChange] = [
      .upsert(path: "a", id: try repository.writeBlob(Array("2 diubah\n".utf8))),
      .upsert(path: "g/h", id: try repository.writeBlob(Array("baru\n".utf8))),
      .remove(path: "c/d"),
    ]
    try commitWithoutIndex(temporary, changes, paths: ["a", "g/h", "c/d"])
    #expect(
      try temporary.git("status", "--porcelain=v1", "--untracked-files=all")
        == "M  b\n M e\nA  f")
    // With its stat data right the entry is clean even without a look at the contents.
    #expect(try temporary.git("diff-files", "--name-only") == "e")
    #expect(try repository.status().map(\.path) == ["b", "e", "f"])
    let files = try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/.git")
    #expect(!files.contains { $0.hasPrefix("index.") })
    #expect(try temporary.complaints() == "")
  }

  @Test func aFileChangedMeanwhileStaysChanged() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit(["a": "1\n"], message: "awal")
    let blob = try temporary.repository.writeBlob(Array("2\n".utf8))
    try temporary.write("9\n", to: "a")
    try commitWithoutIndex(temporary, [.upsert(path: "a", id: blob)], paths: ["a"])
    #expect(try temporary.git("status", "--porcelain") == " M a")
    #expect(try temporary.git("diff").contains("-2\n+9"))
  }

  /// Same size, same second: only the contents tell, and the new index, written in the next second,
  /// must not hide it.
  @Test(arguments: 0..<3) func entriesAsYoungAsTheIndexAreNotTakenForClean(round: Int) throws {
    let temporary = try TemporaryRepository()
    try temporary.commit(["a": "1\n", "b": "1\n"], message: "awal")
    try temporary.write("7\n", to: "b")
    let written = time(nil)
    while time(nil) == written { usleep(10_000) }
    let blob = try temporary.repository.writeBlob(Array("2\n".utf8))
    try temporary.write("2\n", to: "a")
    try commitWithoutIndex(temporary, [.upsert(path: "a", id: blob)], paths: ["a"])
    #expect(try temporary.git("status", "--porcelain") == " M b")
  }

  @Test func startsFromNoIndexAndNoCommit() throws {
    let temporary = try TemporaryRepository(madeByGit: false)
    try temporary.write("1\n", to: "a")
    let blob = try temporary.repository.writeBlob(Array("1\n".utf8))
    try commitWithoutIndex(temporary, [.upsert(path: "a", id: blob)], paths: ["a"])
    #expect(try temporary.git("status", "--porcelain") == "")
    #expect(try temporary.git("ls-files", "--stage") == "100644 \(blob) 0\ta")
  }

  @Test func executablesAndLineEndingsAreSeenAsGitSeesThem() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    try temporary.commit([".gitattributes": "*.txt text eol=crlf\n"], message: "awal")
    try temporary.write("a\r\nb\r\n", to: "a.txt")
    try temporary.write("#!/bin/sh\n", to: "x")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: temporary.path + "/x")
    let changes: [TreeChange] = [
      .upsert(path: "a.txt", id: try repository.writeBlob(Array("a\nb\n".utf8))),
      .upsert(
        path: "x", id: try repository.writeBlob(Array("#!/bin/sh\n".utf8)), mode: .executable),
    ]
    try commitWithoutIndex(temporary, changes, paths: ["a.txt", "x"])
    #expect(try temporary.git("status", "--porcelain") == "")
    #expect(try temporary.git("diff-files", "--name-only") == "")
  }

  @Test func lockedIndexIsSaidAndLeftAlone() throws {
    let temporary = try TemporaryRepository()
    let commit = try temporary.commit(["a": "1\n"], message: "awal")
    let tree = try temporary.repository.commit(commit).tree
    let lock = temporary.path + "/.git/index.lock"
    try Data("milik git".utf8).write(to: URL(fileURLWithPath: lock))
    let owner = try FileHandle(forReadingFrom: URL(fileURLWithPath: lock))
    let before = try index(temporary)
    let error = gitError {
      try temporary.repository.refreshIndexEntries(paths: ["a"], tree: tree)
    }
    #expect(error?.code == .locked)
    #expect(error?.path == lock)
    #expect(try Data(contentsOf: URL(fileURLWithPath: lock)) == Data("milik git".utf8))
    #expect(try index(temporary) == before)
    try owner.close()
    try temporary.repository.refreshIndexEntries(paths: ["a"], tree: tree)
    #expect(!FileManager.default.fileExists(atPath: lock))
    try Data("rusak".utf8).write(to: URL(fileURLWithPath: temporary.path + "/.git/index"))
    #expect(
      gitError { try temporary.repository.refreshIndexEntries(paths: ["a"], tree: tree) } != nil)
    #expect(!FileManager.default.fileExists(atPath: lock))
  }

  @Test func bareRepositoriesHaveNoIndex() throws {
    let temporary = try TemporaryRepository(bare: true)
    let repository = temporary.repository
    let tree = try repository.writeTree([])
    try repository.refreshIndexEntries(paths: ["a"], tree: tree)
    #expect(!FileManager.default.fileExists(atPath: temporary.path + "/index"))
  }

  @Test func linkedWorktreesHaveTheirOwnIndex() throws {
    let temporary = try TemporaryRepository()
    let commit = try temporary.commit(["a": "1\n"], message: "awal")
    let linked = temporary.folder.path + "/linked"
    try temporary.git("worktree", "add", "-q", "-b", "samping", linked)
    let repository = try GitRepository.open(at: linked)
    try Data("2\n".utf8).write(to: URL(fileURLWithPath: linked + "/a"))
    let tree = try repository.updateTree(
      base: repository.commit(commit).tree,
      changes: [.upsert(path: "a", id: try repository.writeBlob(Array("2\n".utf8)))])
    let next = try temporary.store(tree: tree, parents: [commit])
    try repository.updateReference("refs/heads/samping", to: next, expecting: commit, message: "")
    try repository.refreshIndexEntries(paths: ["a"], tree: tree)
    #expect(try temporary.folder.git("status", "--porcelain", at: linked) == "")
    #expect(try temporary.git("status", "--porcelain") == "")
  }
}
