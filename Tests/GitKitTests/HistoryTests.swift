import Foundation
import GitKit
import Testing

@Suite struct HistoryTests {
  /// main: 1 a, 2 b, merge of a branch that changed a twice, 6 removes b.
  private func sample() throws -> (TemporaryRepository, [String: ObjectID]) {
    let temporary = try TemporaryRepository()
    var ids: [String: ObjectID] = [:]
    ids["one"] = try temporary.commit(
      ["a/f": "1", "z": "z"], message: "one", seconds: 1_700_001000)
    try temporary.git("checkout", "-q", "-b", "samping")
    ids["side1"] = try temporary.commit(["a/f": "2"], message: "side1", seconds: 1_700_001100)
    ids["side2"] = try temporary.commit(["a/f": "3"], message: "side2", seconds: 1_700_001200)
    try temporary.git("checkout", "-q", "main")
    ids["two"] = try temporary.commit(["b": "1"], message: "two", seconds: 1_700_001150)
    try temporary.folder.git(
      "merge", "-q", "--no-ff", "-m", "merge", "samping", at: temporary.path,
      environment: [
        "GIT_AUTHOR_DATE": "1700001300 +0700", "GIT_COMMITTER_DATE": "1700001300 +0700",
      ])
    ids["merge"] = try temporary.id("HEAD")
    try FileManager.default.removeItem(atPath: temporary.path + "/b")
    ids["last"] = try temporary.commit([:], message: "last", seconds: 1_700_001400)
    return (temporary, ids)
  }

  private func walk(
    _ temporary: TemporaryRepository, _ from: ObjectID?, path: String? = nil,
    _ traversal: HistoryTraversal = .firstParent, excluding: [ObjectID] = []
  ) throws -> [String] {
    let start = try #require(from)
    return try temporary.repository.history(
      from: start, path: path, traversal: traversal, excluding: excluding
    ).next(.max).map { $0.message.trimmingCharacters(in: .newlines) }
  }

  @Test func walksFirstParentsAndAll() throws {
    let (temporary, ids) = try sample()
    #expect(try walk(temporary, ids["last"]) == ["last", "merge", "two", "one"])
    let all = try walk(temporary, ids["last"], .all)
    #expect(all.prefix(2) == ["last", "merge"])
    #expect(all.last == "one")
    #expect(Set(all) == Set(ids.keys))
    let expected = try temporary.git("log", "--topo-order", "--format=%s").split(separator: "\n")
    #expect(all.count == expected.count)
    let two = try #require(ids["two"])
    #expect(try walk(temporary, ids["last"], excluding: [two]) == ["last", "merge"])
    #expect(
      try walk(temporary, ids["last"], .all, excluding: [two])
        == ["last", "merge", "side2", "side1"])
  }

  @Test func limitsToAPath() throws {
    let (temporary, ids) = try sample()
    #expect(try walk(temporary, ids["last"], path: "a/f") == ["merge", "one"])
    #expect(try walk(temporary, ids["last"], path: "a") == ["merge", "one"])
    #expect(try walk(temporary, ids["last"], path: "b") == ["last", "two"])
    #expect(try walk(temporary, ids["last"], path: "z") == ["one"])
    #expect(try walk(temporary, ids["last"], path: "tiada").isEmpty)
    #expect(
      try walk(temporary, ids["last"], path: "a/f", .all) == ["merge", "side2", "side1", "one"])
    let expected = try temporary.git(
      "log", "--first-parent", "-m", "--format=%s", "--", "a/f"
    ).split(separator: "\n")
    #expect(try walk(temporary, ids["last"], path: "a/f") == expected.map(String.init))
    let start = try #require(ids["last"])
    #expect(
      gitError { try temporary.repository.history(from: start, path: "../x") }?.code
        == .invalidName)
  }

  @Test func isLazy() throws {
    let (temporary, ids) = try sample()
    let start = try #require(ids["last"])
    let walk = try temporary.repository.history(from: start)
    #expect(try walk.next()?.id == start)
    #expect(try walk.next(1).map(\.id) == [ids["merge"]])
    #expect(try walk.next(10).count == 2)
    #expect(try walk.next() == nil)
    // A commit that is missing further back is noticed when the walk gets there.
    let one = try #require(ids["one"]).description
    try FileManager.default.removeItem(
      atPath: temporary.path + "/.git/objects/\(one.prefix(2))/\(one.dropFirst(2))")
    let damaged = try temporary.another().history(from: start)
    #expect(try damaged.next(3).count == 3)
    #expect(gitError { try damaged.next() }?.code == .notFound)
  }

  @Test func relatesCommits() throws {
    let (temporary, ids) = try sample()
    let repository = temporary.repository
    func id(_ name: String) throws -> ObjectID { try #require(ids[name]) }
    #expect(try repository.mergeBase(id("two"), id("side2")) == ids["one"])
    #expect(try repository.mergeBase(id("last"), id("side1")) == ids["side1"])
    #expect(try repository.isAncestor(id("side1"), of: id("last")))
    #expect(try repository.isAncestor(id("one"), of: id("one")))
    #expect(try !repository.isAncestor(id("last"), of: id("one")))
    let relation = try repository.aheadBehind(id("two"), id("side2"))
    #expect(relation == (ahead: 1, behind: 2))
    let apart = try temporary.store(tree: repository.writeTree([]))
    #expect(try repository.mergeBase(apart, id("one")) == nil)
    #expect(try !repository.isAncestor(apart, of: id("last")))
  }
}
