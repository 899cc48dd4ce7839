import Foundation
import GitKit
import Testing

@Suite struct PackTests {
  @Test func tenThousandBlobsBecomeOnePack() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let before = try temporary.commit(["README": "awal\n"], message: "awal")
    let base = try repository.commit(before).tree
    let writer = try PackWriter(repository)
    var changes: [TreeChange] = []
    for number in 0..<10_000 {
      let text =
        "{\"type\":\"comment\",\"n\":\(number),\"text\":\"Mohon Pasal \(number % 97) diubah\"}\n"
      let id = try writer.addBlob(Array(text.utf8))
      changes.append(
        .upsert(path: "log/\(number / 4096)/\(number / 64 % 64)/\(number % 64)", id: id))
    }
    let tree = try writer.updateTree(base: base, changes: changes)
    let commit = try writer.addCommit(temporary.draft(tree: tree, parents: [before]))
    #expect(try repository.object(commit) == nil)
    let summary = try #require(try writer.write())
    #expect(summary.objectCount > 10_000 && summary.objectCount < 10_200)
    #expect(writer.count == 0)
    #expect(try writer.write() == nil)
    let packs = try FileManager.default.contentsOfDirectory(
      atPath: temporary.path + "/.git/objects/pack")
    #expect(Set(packs) == [summary.name + ".pack", summary.name + ".idx"])
    // Seen at once by this handle, by another, and by git; nothing else was repacked.
    #expect(try repository.commit(commit).tree == tree)
    #expect(try temporary.another().changes(from: base, to: tree).count == 10_000)
    try repository.updateReference("refs/heads/main", to: commit, expecting: before, message: "")
    #expect(
      try temporary.git("ls-tree", "-r", "--name-only", "HEAD").split(separator: "\n").count
        == 10_001)
    #expect(try temporary.git("count-objects").hasPrefix("3 objects"))
    #expect(try temporary.complaints() == "")
    try temporary.git("verify-pack", temporary.path + "/.git/objects/pack/\(summary.name).idx")
    // What is stored is not stored again.
    for change in changes.prefix(100) {
      guard case .upsert(_, let id, _) = change else { continue }
      try writer.addBlob(repository.blob(id))
    }
    #expect(writer.count == 0)
  }

  @Test func muchIsWrittenAsItComes() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let before = try temporary.commit(["README": "awal\n"], message: "awal")
    let writer = try PackWriter(repository)
    var generator = SystemRandomNumberGenerator()
    var contents: [ObjectID: [UInt8]] = [:]
    var changes: [TreeChange] = []
    for (number, size) in [0, 1, 4095, 4096, 4097, 70_000, 3_000_000].enumerated() {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0..<60, using: &generator) }
      let id = try writer.addBlob(bytes)
      #expect(try writer.addBlob(bytes) == id)
      contents[id] = bytes
      changes.append(.upsert(path: "isi/\(number)", id: id))
    }
    #expect(writer.count == 7)
    let tree = try writer.updateTree(base: nil, changes: changes)
    let commit = try writer.addCommit(temporary.draft(tree: tree, parents: [before]))
    let summary = try #require(try writer.write())
    #expect(summary.objectCount == 10)
    for (id, bytes) in contents { #expect(try repository.blob(id) == bytes) }
    let packs = try FileManager.default.contentsOfDirectory(
      atPath: temporary.path + "/.git/objects/pack")
    #expect(Set(packs) == [summary.name + ".pack", summary.name + ".idx"])
    try repository.updateReference("refs/heads/main", to: commit, expecting: before, message: "")
    #expect(try temporary.complaints() == "")
    try temporary.git("verify-pack", temporary.path + "/.git/objects/pack/\(summary.name).idx")
    // One that is given up leaves nothing.
    do { _ = try PackWriter(repository).addBlob(Array(repeating: 7, count: 3_000_000)) }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: temporary.path + "/.git/objects/pack")
        .count == 2)
  }

  @Test func buildsOnItsOwnObjectsAndRefusesMissingOnes() throws {
    let temporary = try TemporaryRepository(bare: true)
    let writer = try PackWriter(temporary.repository)
    let blob = try writer.addBlob([1])
    #expect(try writer.addBlob([1]) == blob)
    #expect(writer.count == 1)
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    func code(_ body: () throws -> ObjectID) -> GitError.Code? { gitError(body)?.code }
    #expect(code { try writer.addTree([TreeEntry(name: "a", id: missing)]) } == .notFound)
    #expect(code { try writer.addTree([TreeEntry(name: "a", id: blob, mode: .tree)]) } == .notFound)
    #expect(code { try writer.addTree([TreeEntry(name: ".git", id: blob)]) } == .invalidName)
    #expect(code { try writer.updateTree(base: missing, changes: []) } == .notFound)
    #expect(code { try writer.addCommit(temporary.draft(tree: blob)) } == .notFound)
    let first = try writer.updateTree(base: nil, changes: [.upsert(path: "a/b", id: blob)])
    let second = try writer.updateTree(base: first, changes: [.upsert(path: "a/c", id: blob)])
    let submodule = TreeEntry(name: "sub", id: missing, mode: .commit)
    let third = try writer.addTree([TreeEntry(name: "d", id: second, mode: .tree), submodule])
    let root = try writer.addCommit(temporary.draft(tree: third))
    let tip = try writer.addCommit(temporary.draft(tree: second, parents: [root]))
    _ = try writer.write()
    #expect(try temporary.repository.entry(at: "d/a/c", in: third)?.id == blob)
    #expect(try temporary.repository.history(from: tip).next(9).map(\.id) == [tip, root])
    #expect(
      try temporary.repository.updateTree(base: first, changes: [.upsert(path: "a/c", id: blob)])
        == second)
    #expect(try temporary.complaints() == "")
  }

  /// A pack may hold the names of people: who reads it is for the umask to say.
  @Test func whoReadsIsForTheUmask() throws {
    let temporary = try TemporaryRepository(bare: true)
    let folder = temporary.path + "/objects/pack/"
    let writer = try PackWriter(temporary.repository)
    try writer.addBlob([4, 5])
    let usual = umask(0o077)
    defer { umask(usual) }
    let name = try #require(try writer.write()).name
    for suffix in [".pack", ".idx"] {
      let mode =
        try FileManager.default.attributesOfItem(atPath: folder + name + suffix)[.posixPermissions]
        as? Int
      #expect(mode == 0o400)
    }
  }

  /// A folder that cannot be written is an error, and nothing is lost by it.
  @Test func failureLeavesTheWriterAsItWas() throws {
    let temporary = try TemporaryRepository(bare: true)
    let writer = try PackWriter(temporary.repository)
    let id = try writer.addBlob([1, 2, 3])
    let folder = temporary.path + "/objects/pack"
    try FileManager.default.removeItem(atPath: folder)
    #expect(gitError { try writer.write() } != nil)
    #expect(writer.count == 1)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try writer.write()
    #expect(try temporary.another().blob(id) == [1, 2, 3])
  }

  @Test func linkedWorktreesWriteToTheCommonFolder() throws {
    let temporary = try TemporaryRepository()
    try temporary.commit(["a": "1"], message: "awal")
    let linked = temporary.folder.path + "/linked"
    try temporary.git("worktree", "add", "-q", linked)
    let writer = try PackWriter(try GitRepository.open(at: linked))
    let id = try writer.addBlob([9, 9])
    _ = try writer.write()
    #expect(try temporary.repository.blob(id) == [9, 9])
  }
}
