import Foundation
import GitKit
import Testing

@Suite struct ReferenceTests {
  private static let name = "refs/naskah/log/w1"

  private func commits(_ temporary: TemporaryRepository, _ count: Int) throws -> [ObjectID] {
    let tree = try temporary.repository.writeTree([])
    return try (0..<count).map { try temporary.store(tree: tree, message: "\($0)") }
  }

  @Test func comparesAndSwaps() throws {
    let temporary = try TemporaryRepository()
    let (one, two) = (temporary.repository, try temporary.another())
    let ids = try commits(temporary, 3)
    #expect(try one.reference(Self.name) == nil)
    func failure(
      _ repository: GitRepository, _ target: ObjectID, _ expected: ObjectID?
    ) -> GitError.Code? {
      gitError {
        try repository.updateReference(Self.name, to: target, expecting: expected, message: "uji")
      }?.code
    }
    #expect(failure(one, ids[0], ids[1]) == .modified)
    #expect(failure(one, ids[0], nil) == nil)
    #expect(failure(two, ids[1], nil) == .modified)
    #expect(failure(two, ids[1], ids[0]) == nil)
    #expect(failure(one, ids[2], ids[0]) == .modified)
    #expect(try one.reference(Self.name)?.target == ids[1])
    try temporary.git("pack-refs", "--all")
    #expect(failure(one, ids[2], ids[0]) == .modified)
    #expect(failure(one, ids[2], nil) == .modified)
    #expect(failure(one, ids[2], ids[1]) == nil)
    #expect(try temporary.id(Self.name) == ids[2])
    #expect(gitError { try two.deleteReference(Self.name, expecting: ids[1]) }?.code == .modified)
    try two.deleteReference(Self.name, expecting: ids[2])
    #expect(try one.reference(Self.name) == nil)
    #expect(gitError { try one.deleteReference(Self.name, expecting: ids[2]) }?.code == .notFound)
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    #expect(failure(one, missing, nil) != nil)
    #expect(try temporary.complaints() == "")
  }

  /// Of many that start from the same value exactly one wins; in a chain no step is lost.
  @Test func racesLoseNothing() async throws {
    let temporary = try TemporaryRepository()
    let first = try commits(temporary, 1)[0]
    try temporary.repository.updateReference(
      Self.name, to: first, expecting: nil, message: "mulai")
    let tree = try temporary.repository.commit(first).tree
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<4 {
        let repository = try temporary.another()
        group.addTask {
          for step in 0..<10 { try Self.append(repository, tree, "\(worker)-\(step)") }
        }
      }
      try await group.waitForAll()
    }
    let tip = try #require(try temporary.repository.reference(Self.name)?.target)
    let messages = try temporary.repository.history(from: tip).next(100).map(\.message)
    #expect(messages.count == 41)
    #expect(Set(messages).count == 41)
    #expect(try temporary.complaints() == "")
  }

  private static func append(
    _ repository: GitRepository, _ tree: ObjectID, _ message: String
  ) throws {
    let signature = Signature(name: "W", email: "", seconds: 1, offsetMinutes: 0)
    while true {
      guard let tip = try repository.reference(name)?.target else { return }
      let id = try repository.writeCommit(
        CommitDraft(
          tree: tree, parents: [tip], author: signature, committer: signature, message: message))
      do throws(GitError) {
        try repository.updateReference(name, to: id, expecting: tip, message: "tambah")
        return
      } catch {
        guard error.code == .modified || error.code == .locked else { throw error }
      }
    }
  }

  @Test func creationIsWonByOne() async throws {
    let temporary = try TemporaryRepository()
    let ids = try commits(temporary, 8)
    for round in 0..<10 {
      let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
        for id in ids {
          let repository = try temporary.another()
          group.addTask {
            do throws(GitError) {
              try repository.updateReference(
                "refs/naskah/r\(round)", to: id, expecting: nil, message: "")
              return true
            } catch {
              guard error.code == .modified || error.code == .locked else { throw error }
              return false
            }
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(wins == 1)
    }
  }

  @Test func listsByPrefix() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let id = try commits(temporary, 1)[0]
    for name in [
      "refs/naskah/log/b", "refs/naskah/log/a", "refs/naskah-seen/x/log/a", "refs/heads/m",
    ] {
      try repository.updateReference(name, to: id, expecting: nil, message: "")
    }
    #expect(
      try repository.references(under: "refs/naskah/").map(\.name)
        == ["refs/naskah/log/a", "refs/naskah/log/b"])
    try temporary.git("pack-refs", "--all")
    #expect(try repository.references(under: "refs/naskah").count == 3)
    #expect(try repository.references(under: "refs/*").isEmpty)
    #expect(try repository.references(under: "").count == 4)
    try temporary.git("symbolic-ref", "refs/naskah/kini", "refs/naskah/log/a")
    try temporary.git("symbolic-ref", "refs/naskah/lepas", "refs/naskah/log/tiada")
    let current = try #require(try repository.reference("refs/naskah/kini"))
    #expect(current.target == id)
    #expect(current.symbolicTarget == "refs/naskah/log/a")
    #expect(try repository.reference("refs/naskah/lepas")?.target == nil)
    let swapped = gitError {
      try repository.updateReference("refs/naskah/kini", to: id, expecting: id, message: "")
    }
    #expect(swapped?.code == .modified)
  }

  @Test(arguments: [
    "", "log", "refs/a b", "refs/..", "refs/a.lock", "refs/a\0b", "refs/a~", "/refs/a",
  ])
  func malformedNamesAreRefused(name: String) throws {
    let temporary = try TemporaryRepository()
    let id = try commits(temporary, 1)[0]
    #expect(gitError { try temporary.repository.reference(name) }?.code == .invalidName)
    let error = gitError {
      try temporary.repository.updateReference(name, to: id, expecting: nil, message: "")
    }
    #expect(error?.code == .invalidName)
  }

  @Test func locksAndObstaclesAreNamed() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let id = try commits(temporary, 1)[0]
    try repository.updateReference("refs/naskah/a", to: id, expecting: nil, message: "")
    let lock = temporary.path + "/.git/refs/naskah/a.lock"
    try Data().write(to: URL(fileURLWithPath: lock))
    let owner = try FileHandle(forWritingTo: URL(fileURLWithPath: lock))
    let error = gitError {
      try repository.updateReference("refs/naskah/a", to: id, expecting: id, message: "")
    }
    #expect(error?.code == .locked)
    #expect(error?.path == lock)
    // Its owner gone, nothing keeps it.
    try owner.close()
    try repository.updateReference("refs/naskah/a", to: id, expecting: id, message: "")
    #expect(!FileManager.default.fileExists(atPath: lock))
    for packed in [false, true] {
      if packed { try temporary.git("pack-refs", "--all") }
      let below = gitError {
        try repository.updateReference("refs/naskah/a/b", to: id, expecting: nil, message: "")
      }
      #expect(below != nil)
      let above = gitError {
        try repository.updateReference("refs/naskah", to: id, expecting: nil, message: "")
      }
      #expect(above != nil)
    }
    #expect(try temporary.complaints() == "")
  }

  /// References may lead to anything, or to nothing.
  @Test func hostileReferencesAreErrorsOrValues() throws {
    let temporary = try TemporaryRepository()
    let blob = try temporary.repository.writeBlob([1])
    try temporary.git("update-ref", "refs/naskah/blob", blob.description)
    let target = try #require(try temporary.repository.reference("refs/naskah/blob")?.target)
    #expect(gitError { try temporary.repository.commit(target) }?.code == .notFound)
    #expect(gitError { try temporary.repository.history(from: target) }?.code == .notFound)
    #expect(gitError { try temporary.repository.mergeBase(target, target) }?.code == .notFound)
    let file = URL(fileURLWithPath: temporary.path + "/.git/refs/naskah/rusak")
    for content in [
      "", "bukan id\n", "ref: refs/naskah/rusak\n", String(repeating: "0", count: 40),
    ] {
      try Data(content.utf8).write(to: file)
      _ = gitError { try temporary.repository.reference("refs/naskah/rusak") }
      let names = try temporary.repository.references(under: "refs/naskah/").map(\.name)
      #expect(names.contains("refs/naskah/blob"))
    }
  }
}
