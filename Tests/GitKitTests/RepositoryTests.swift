import Foundation
import GitKit
import Testing

@Suite struct RepositoryTests {
  @Test func opensExactlyOrByWalkingUp() throws {
    let temporary = try TemporaryRepository()
    let deep = temporary.path + "/a/b"
    try FileManager.default.createDirectory(atPath: deep, withIntermediateDirectories: true)
    #expect(gitError { try GitRepository.open(at: deep) }?.code == .notFound)
    let found = try GitRepository.discover(from: deep)
    #expect(found.workFolder == temporary.path + "/")
    #expect(found.gitFolder == temporary.path + "/.git/")
    #expect(found.commonFolder == found.gitFolder)
    #expect(!found.isBare)
    #expect(gitError { try GitRepository.discover(from: "/") }?.code == .notFound)
    #expect(gitError { try GitRepository.open(at: temporary.path + "\0x") }?.code == .invalidName)
  }

  #if os(Linux)
    /// Where libgit2 was built with Mbed TLS its start finds our function, not the library's, which
    /// would refuse a missing chain with another code.
    @Test func startReadsNoCertificates() {
      typealias Parse = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> CInt
      guard let found = dlsym(nil, "mbedtls_x509_crt_parse_file") else { return }
      #expect(unsafeBitCast(found, to: Parse.self)(nil, "/dev/null") == -0x3E00)
    }
  #endif

  @Test(arguments: [true, false]) func createsWhatGitAccepts(bare: Bool) throws {
    let temporary = try TemporaryRepository(bare: bare, madeByGit: false)
    #expect(temporary.repository.isBare == bare)
    #expect((temporary.repository.workFolder == nil) == bare)
    #expect(try temporary.git("symbolic-ref", "HEAD") == "refs/heads/main")
    #expect(try temporary.repository.head() == .unborn(branch: "refs/heads/main"))
    #expect(try temporary.complaints() == "")
    let again = gitError { try GitRepository.create(at: temporary.path, bare: bare) }
    #expect(again?.code == .exists)
    #expect(again?.path == temporary.path)
    let invalid = gitError {
      try GitRepository.create(at: temporary.path + "2", initialBranch: "a..b")
    }
    #expect(invalid?.code == .invalidName)
  }

  @Test func linkedWorktreeSharesItsRepository() throws {
    let temporary = try TemporaryRepository()
    let commit = try temporary.commit(["a.txt": "a\n"], message: "awal")
    let linked = temporary.folder.path + "/linked"
    try temporary.git("worktree", "add", "-q", "-b", "samping", linked)
    let repository = try GitRepository.discover(
      from: linked, configuration: temporary.folder.configuration)
    #expect(repository.workFolder == linked + "/")
    #expect(repository.commonFolder == temporary.repository.gitFolder)
    #expect(repository.gitFolder != repository.commonFolder)
    #expect(try repository.head() == .branch("refs/heads/samping", commit: commit))
    try repository.setConfig("naskah.uji", to: "ya")
    #expect(try temporary.repository.configString("naskah.uji") == "ya")
    try Data("b\n".utf8).write(to: URL(fileURLWithPath: linked + "/a.txt"))
    #expect(try repository.status().map(\.path) == ["a.txt"])
    #expect(try temporary.repository.status().isEmpty)
  }

  @Test func tellsHeadStateAndShallowness() throws {
    let temporary = try TemporaryRepository()
    let first = try temporary.commit(["a": "1"], message: "satu")
    #expect(try temporary.repository.head() == .branch("refs/heads/main", commit: first))
    #expect(try temporary.repository.state() == .none)
    #expect(try !temporary.repository.isShallow())
    try temporary.git("checkout", "-q", "-b", "lain")
    try temporary.commit(["a": "2"], message: "dua")
    try temporary.git("checkout", "-q", "main")
    let third = try temporary.commit(["a": "3"], message: "tiga")
    let merge = try temporary.folder.run("git", ["merge", "lain"], at: temporary.path)
    #expect(merge.status != 0)
    #expect(try temporary.repository.state() == .merge)
    #expect(try temporary.repository.status().map(\.isConflicted) == [true])
    try temporary.git("merge", "--abort")
    try temporary.git("checkout", "-q", "--detach")
    #expect(try temporary.repository.head() == .detached(commit: third))
    try temporary.repository.setHead(branch: "refs/heads/lain")
    #expect(try temporary.git("symbolic-ref", "HEAD") == "refs/heads/lain")
    #expect(
      gitError { try temporary.repository.setHead(branch: "refs/tags/x") }?.code == .invalidName)

    let shallow = temporary.folder.path + "/shallow"
    try temporary.folder.git(
      "clone", "-q", "--depth", "1", "-b", "main", "file://" + temporary.path, shallow,
      at: temporary.folder.path)
    let clone = try GitRepository.open(at: shallow)
    #expect(try clone.isShallow())
    #expect(try clone.history(from: third).next(10).map(\.id) == [third])
    #expect(try clone.history(from: third, path: "a").next(10).map(\.id) == [third])
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func refusesAnotherUsersRepository() throws {
    let temporary = try TemporaryRepository()
    _ = try temporary.folder.run("chown", ["-R", "12345", temporary.path], at: "/")
    let error = gitError { try GitRepository.open(at: temporary.path) }
    #expect(error?.code == .wrongOwner)
    #expect(error?.path == temporary.path)
  }

  @Test func manyThreadsMayUseOneHandle() async throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let ids = try await withThrowingTaskGroup(of: ObjectID.self) { group in
      for number in 0..<64 {
        group.addTask {
          let id = try repository.writeBlob(Array("isi \(number)".utf8))
          let content = try repository.blob(id)
          guard content == Array("isi \(number)".utf8) else {
            throw ProgramFailure(description: "read back something else")
          }
          return id
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(ids.count == 64)
    #expect(try temporary.complaints() == "")
  }
}
