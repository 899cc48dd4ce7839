import Foundation
import GitKit
import Testing

@Suite struct TreeTests {
  @Test func entriesAreSortedAsGitSorts() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let blob = try repository.writeBlob([65])
    let inner = try repository.writeTree([TreeEntry(name: "x", id: blob)])
    // A tree sorts as `a/`, hence after `a.txt` and before `a0`; both kinds of é are kept apart.
    let entries = [
      TreeEntry(name: "a0", id: blob), TreeEntry(name: "a", id: inner, mode: .tree),
      TreeEntry(name: "a.txt", id: blob, mode: .executable), TreeEntry(name: "a-b", id: blob),
      TreeEntry(name: "\u{E9}", id: blob), TreeEntry(name: "e\u{301}", id: blob, mode: .link),
      TreeEntry(nameBytes: [0xFF, 0x0A, 0x22], id: blob),
    ]
    let tree = try repository.writeTree(entries)
    let listed = try repository.tree(tree)
    #expect(Set(listed) == Set(entries))
    #expect(
      listed.map(\.nameBytes).prefix(4) == [
        Array("a-b".utf8), Array("a.txt".utf8), Array("a".utf8), Array("a0".utf8),
      ])
    let input = try temporary.folder.run(
      "git", ["ls-tree", "-z", tree.description], at: temporary.path)
    #expect(input.output.split(separator: "\0").count == 7)
    #expect(try temporary.complaints() == "")
    #expect(try repository.entry(at: "a/x", in: tree)?.id == blob)
    #expect(try repository.entry(at: "a/y", in: tree) == nil)
    #expect(try repository.entry(at: "a0/y", in: tree) == nil)
    #expect(gitError { try repository.entry(at: "/a", in: tree) }?.code == .invalidName)
  }

  @Test(arguments: [
    "", ".", "..", ".git", ".GIT", "a/b", "a\0b", "git~1", ".git .", ".g\u{200C}it", ".git::$INDEX",
  ])
  func forbiddenNamesAreRefused(name: String) throws {
    let temporary = try TemporaryRepository()
    let blob = try temporary.repository.writeBlob([])
    let error = gitError {
      try temporary.repository.writeTree([TreeEntry(name: name, id: blob)])
    }
    #expect(error?.code == .invalidName)
  }

  @Test func missingObjectsAndDuplicatesAreRefused() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let blob = try repository.writeBlob([])
    let missing = try #require(ObjectID(String(repeating: "a", count: 40)))
    #expect(
      gitError { try repository.writeTree([TreeEntry(name: "a", id: missing)]) }?.code == .notFound)
    #expect(
      gitError { try repository.writeTree([TreeEntry(name: "a", id: blob, mode: .tree)]) }?.code
        == .notFound)
    let twice = [TreeEntry(name: "a", id: blob), TreeEntry(name: "a", id: blob, mode: .link)]
    #expect(gitError { try repository.writeTree(twice) }?.code == .exists)
    let change = TreeChange.upsert(path: "a", id: missing)
    #expect(gitError { try repository.updateTree(base: nil, changes: [change]) }?.code == .notFound)
  }

  @Test func updatesAgreeWithTheIndexOfGit() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    var generator = SystemRandomNumberGenerator()
    let blobs = try (0..<5).map { try repository.writeBlob([UInt8($0)]) }
    var files: [String: ObjectID] = [:]
    var tree: ObjectID?
    for _ in 0..<25 {
      var changes: [TreeChange] = []
      for path in files.keys.shuffled(using: &generator).prefix(.random(in: 0...3)) {
        changes.append(.remove(path: path))
        files[path] = nil
      }
      for _ in 0..<Int.random(in: 1...5) {
        let depth = Int.random(in: 0...3)
        let path =
          (0..<depth).map { _ in "d\(Int.random(in: 0...2))" }.joined(separator: "/")
          + (depth == 0 ? "" : "/") + "f\(Int.random(in: 0...9))"
        guard !changes.contains(.remove(path: path)), files[path] == nil else { continue }
        let id = blobs.randomElement(using: &generator) ?? blobs[0]
        files[path] = id
        changes.append(.upsert(path: path, id: id))
      }
      tree = try repository.updateTree(base: tree, changes: changes.shuffled(using: &generator))
      let lines = files.map { "100644 \($0.value)\t\($0.key)\n" }.joined()
      try temporary.git("read-tree", "--empty")
      try temporary.git("update-index", "--index-info", input: Array(lines.utf8))
      #expect(try temporary.git("write-tree") == tree?.description)
    }
    #expect(try temporary.complaints() == "")
  }

  @Test func noEmptyTreeStaysAndFilesAndFoldersDoNotMix() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let blob = try repository.writeBlob([1])
    let base = try repository.updateTree(
      base: nil,
      changes: [.upsert(path: "a/b/c", id: blob), .upsert(path: "d", id: blob, mode: .executable)])
    let gone = try repository.updateTree(base: base, changes: [.remove(path: "a/b/c")])
    #expect(try repository.tree(gone).map(\.name) == ["d"])
    #expect(try repository.updateTree(base: base, changes: [.remove(path: "a")]) == gone)
    let empty = try repository.updateTree(base: gone, changes: [.remove(path: "d")])
    #expect(empty.description == "4b825dc642cb6eb9a060e54bf8d69288fbee4904")
    #expect(try repository.updateTree(base: nil, changes: []) == empty)
    func failure(_ changes: TreeChange...) -> GitError.Code? {
      gitError { try repository.updateTree(base: base, changes: changes) }?.code
    }
    #expect(failure(.remove(path: "a/x")) == .notFound)
    #expect(failure(.remove(path: "d/x")) == .conflict)
    #expect(failure(.upsert(path: "a", id: blob)) == .conflict)
    #expect(failure(.upsert(path: "a/b", id: blob)) == .conflict)
    #expect(failure(.upsert(path: "d/x", id: blob)) == .conflict)
    #expect(failure(.upsert(path: "x", id: blob), .upsert(path: "x/y", id: blob)) == .conflict)
    #expect(failure(.upsert(path: "x", id: blob), .upsert(path: "x", id: blob)) == .exists)
    #expect(failure(.upsert(path: "a//x", id: blob)) == .invalidName)
    #expect(failure(.upsert(path: "x/.git/y", id: blob)) == .invalidName)
    let swapped = try repository.updateTree(
      base: base,
      changes: [
        .remove(path: "a/b/c"), .upsert(path: "a", id: blob), .remove(path: "d"),
        .upsert(path: "d/e", id: blob),
      ])
    #expect(try repository.tree(swapped).map(\.mode) == [.file, .tree])
    #expect(try temporary.complaints() == "")
  }

  @Test func deepPathsDoNotExhaustTheStack() throws {
    let temporary = try TemporaryRepository(bare: true)
    let repository = temporary.repository
    let blob = try repository.writeBlob([1])
    let path = Array(repeating: "d", count: 3000).joined(separator: "/")
    let writer = try PackWriter(repository)
    let tree = try writer.updateTree(base: nil, changes: [.upsert(path: path, id: blob)])
    _ = try writer.write()
    #expect(try repository.entry(at: path, in: tree)?.id == blob)
    #expect(try repository.entry(at: path + "/x", in: tree) == nil)
    #expect(gitError { try repository.changes(from: nil, to: tree) }?.code == .tooLarge)
  }

  @Test func treesThatSpellOutTooManyPathsAreRefused() throws {
    let temporary = try TemporaryRepository(bare: true)
    let repository = temporary.repository
    var id = try repository.writeTree([TreeEntry(name: "f", id: repository.writeBlob([]))])
    for _ in 0..<12 {
      id = try repository.writeTree((0..<10).map { TreeEntry(name: "\($0)", id: id, mode: .tree) })
    }
    #expect(
      gitError { try repository.changes(from: nil, to: id, limit: 10_000) }?.code == .tooLarge)
    #expect(try repository.changes(from: id, to: id).isEmpty)
  }

  @Test func changesAgreeWithGitDiffTree() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let first = try temporary.commit(
      ["a": "1", "b/c": "2", "b/d": "3", "e/f/g": "4", "h": "5", "x": "6"], message: "satu")
    try FileManager.default.removeItem(atPath: temporary.path + "/a")
    try FileManager.default.removeItem(atPath: temporary.path + "/h")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: temporary.path + "/x")
    let second = try temporary.commit(
      ["b/c": "2b", "h/i": "5", "h/j": "7", "a.b": "8"], message: "dua")
    let (old, new) = (try repository.commit(first).tree, try repository.commit(second).tree)
    func summary(_ deltas: [TreeDelta]) -> [String] {
      deltas.map { delta in
        let mark =
          switch delta.status {
          case .added: "A"
          case .deleted: "D"
          case .modified, .typeChanged: "M"
          }
        return "\(mark)\t\(delta.path)"
      }
    }
    func expected(_ arguments: String...) throws -> [String] {
      let command = ["diff-tree", "-r", "--no-renames", "--name-status"] + arguments
      let result = try temporary.folder.run("git", command, at: temporary.path)
      return result.output.split(separator: "\n").map(String.init).sorted {
        $0.dropFirst(2).utf8.lexicographicallyPrecedes($1.dropFirst(2).utf8)
      }
    }
    let deltas = try repository.changes(from: old, to: new)
    #expect(summary(deltas) == (try expected(old.description, new.description)))
    #expect(deltas.first { $0.path == "x" }?.status == .typeChanged)
    let under = try repository.changes(from: old, to: new, under: "b")
    #expect(summary(under) == (try expected(old.description, new.description, "--", "b")))
    #expect(try repository.changes(from: old, to: new, under: "b/c").map(\.status) == [.modified])
    #expect(try repository.changes(from: old, to: new, under: "e").isEmpty)
    #expect(try repository.changes(from: old, to: new, under: "none").isEmpty)
    #expect(try repository.changes(from: nil, to: new).count == 7)
  }

  /// Equal subtrees are not even read: their objects may be missing.
  @Test func equalSubtreesAreNotRead() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let (one, two) = (try repository.writeBlob([1]), try repository.writeBlob([2]))
    let base = try repository.updateTree(
      base: nil, changes: [.upsert(path: "same/g", id: one), .upsert(path: "other/f", id: one)])
    let next = try repository.updateTree(base: base, changes: [.upsert(path: "other/f", id: two)])
    let same = try #require(try repository.entry(at: "same", in: base)).id.description
    try FileManager.default.removeItem(
      atPath: temporary.path + "/.git/objects/\(same.prefix(2))/\(same.dropFirst(2))")
    #expect(try temporary.another().changes(from: base, to: next).map(\.path) == ["other/f"])
    #expect(gitError { try temporary.another().changes(from: nil, to: next) }?.code == .notFound)
  }
}
