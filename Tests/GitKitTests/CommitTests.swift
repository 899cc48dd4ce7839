import Foundation
import GitKit
import Testing

@Suite struct CommitTests {
  @Test func commitsReadBackAndAgreeWithGit() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let tree = try repository.writeTree([TreeEntry(name: "a", id: repository.writeBlob([65]))])
    let message = "Perbaikan Pasal 5\n\nMenjawab: 7f3a\nAlasan: \u{201C}uji\u{201D} #1\n"
    let root = try temporary.store(tree: tree, message: message)
    let other = try temporary.store(tree: tree, message: "")
    let id = try temporary.store(tree: tree, parents: [root, other], message: "gabung\r\n\n\n")
    let commit = try repository.commit(id)
    let draft = temporary.draft(tree: tree, parents: [root, other], message: "gabung\r\n\n\n")
    #expect(commit.parents == draft.parents)
    #expect(commit.author == draft.author)
    #expect(commit.committer == draft.committer)
    #expect(commit.message == draft.message)
    #expect(commit.signature == nil)
    #expect(try repository.commit(root).message == message)
    #expect(try repository.commit(other).message == "")
    #expect(
      try temporary.git("show", "-s", "--format=%an|%ae|%at|%ai", id.description)
        == "Penulis|p@example.org|1700000000|2023-11-15 05:13:20 +0700")
    #expect(
      try temporary.git("show", "-s", "--format=%cn|%ci", id.description)
        == "Pencatat|2023-11-14 19:44:20 -0230")
    let raw = try temporary.git("cat-file", "commit", root.description)
    #expect(
      raw + "\n"
        == String(
          decoding: try temporary.draft(tree: tree, message: message).content(), as: UTF8.self))
    #expect(try temporary.complaints() == "")
    #expect(try repository.references(under: "").isEmpty)
  }

  @Test func whatGitCannotHoldIsRefused() throws {
    let temporary = try TemporaryRepository()
    let tree = try temporary.repository.writeTree([])
    let blob = try temporary.repository.writeBlob([])
    func failure(_ change: (inout CommitDraft) -> Void) -> GitError.Code? {
      var draft = temporary.draft(tree: tree)
      change(&draft)
      return gitError { try temporary.repository.writeCommit(draft) }?.code
    }
    func person(_ name: String, _ email: String, _ seconds: Int64 = 0, _ offset: Int = 0)
      -> Signature
    {
      Signature(name: name, email: email, seconds: seconds, offsetMinutes: offset)
    }
    #expect(failure { $0.message = "a\0b" } == .invalid)
    #expect(failure { $0.author = person("", "x") } == .invalid)
    #expect(failure { $0.author = person("a\ntree x", "x") } == .invalid)
    #expect(failure { $0.author = person("a", "x>\n") } == .invalid)
    #expect(failure { $0.committer = person("a<", "x") } == .invalid)
    #expect(failure { $0.committer = person("a", "x", -1) } == .invalid)
    #expect(failure { $0.committer = person("a", "x", 0, 1440) } == .invalid)
    #expect(failure { $0.committer = person("a", "x", 0, .min) } == .invalid)
    #expect(failure { $0.tree = blob } == .notFound)
    #expect(failure { $0.parents = [tree] } == .notFound)
    #expect(failure { _ in } == nil)
  }

  @Test func signedCommitsVerifyWithGit() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let key = temporary.folder.path + "/key"
    let made = try temporary.folder.run(
      "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key], at: temporary.path)
    #expect(made.status == 0)
    let publicKey = try String(contentsOfFile: key + ".pub", encoding: .utf8)
    try temporary.write("c@example.org \(publicKey)", to: "signers")
    try temporary.git("config", "gpg.format", "ssh")
    try temporary.git("config", "gpg.ssh.allowedSignersFile", temporary.path + "/signers")
    let tree = try repository.writeTree([])
    let parent = try temporary.store(tree: tree)
    let draft = temporary.draft(tree: tree, parents: [parent], message: "bertanda tangan\n")
    let payload = key + ".payload"
    try Data(draft.content()).write(to: URL(fileURLWithPath: payload))
    let signed = try temporary.folder.run(
      "ssh-keygen", ["-Y", "sign", "-n", "git", "-f", key, payload], at: temporary.path)
    #expect(signed.status == 0)
    let signature = try String(contentsOfFile: payload + ".sig", encoding: .utf8)

    let id = try repository.writeCommit(draft, signature: signature)
    try temporary.git("verify-commit", id.description)
    let commit = try repository.commit(id)
    #expect(commit.signature.map { $0 + "\n" } == signature)
    let extracted = try #require(try repository.signature(of: id))
    #expect(extracted.signedContent == (try draft.content()))
    #expect(extracted.signature + "\n" == signature)
    #expect(try repository.signature(of: parent) == nil)
    let missing = try #require(ObjectID(String(repeating: "1", count: 40)))
    #expect(gitError { try repository.signature(of: missing) }?.code == .notFound)

    // The pack writer puts the very same commit together itself.
    let elsewhere = try TemporaryRepository()
    let writer = try PackWriter(elsewhere.repository)
    try writer.addTree([])
    #expect(try writer.addCommit(temporary.draft(tree: tree)) == parent)
    #expect(try writer.addCommit(draft, signature: signature) == id)
    _ = try writer.write()
    #expect(try elsewhere.repository.commit(id) == commit)
    #expect(try elsewhere.complaints() == "")

    let altered = temporary.draft(tree: tree, parents: [parent], message: "diubah\n")
    let forged = try repository.writeCommit(altered, signature: signature)
    let verdict = try temporary.folder.run(
      "git", ["verify-commit", forged.description], at: temporary.path)
    #expect(verdict.status != 0)
    #expect(try temporary.complaints() == "")
    #expect(gitError { try repository.writeCommit(draft, signature: "\n") }?.code == .invalid)
  }

  @Test func malformedCommitsAreErrors() throws {
    let temporary = try TemporaryRepository()
    let tree = try temporary.repository.writeTree([])
    let contents = [
      "", "tree \(tree)\n", "tree x\nauthor a <b> 1 +0000\n", "tree \(tree)\nauthor a\n\nx",
      "tree \(tree)\nparent \(tree)\nauthor a <b> 99999999999999999999 +9999\ncommitter\n\n",
    ]
    for content in contents {
      let hash = try temporary.git(
        "hash-object", "-t", "commit", "-w", "--literally", "--stdin", input: Array(content.utf8))
      let id = try #require(ObjectID(hash))
      #expect(gitError { try temporary.repository.commit(id) } != nil)
    }
  }

  @Test func tagsAreListedAndMade() throws {
    let temporary = try TemporaryRepository()
    let repository = temporary.repository
    let commit = try temporary.commit(["a": "1"], message: "satu")
    try temporary.git("tag", "ringan")
    let tagger = Signature(name: "T", email: "t@example.org", seconds: 5, offsetMinutes: 60)
    let id = try repository.createTag("v1", target: commit, tagger: tagger, message: "terbit\n")
    try temporary.git("tag", "-a", "-m", "bertingkat", "v2", "v1")
    #expect(try temporary.git("cat-file", "-t", "v1") == "tag")
    #expect(try temporary.id("refs/tags/v1") == id)
    let tags = try repository.tags()
    #expect(tags.map(\.name) == ["ringan", "v1", "v2"])
    #expect(tags.allSatisfy { $0.target == commit })
    #expect(tags[0].tagger == nil)
    #expect(tags[1].tagger == tagger)
    #expect(tags[1].message == "terbit\n")
    func failure(_ name: String) -> GitError.Code? {
      gitError { try repository.createTag(name, target: commit, tagger: tagger, message: "") }?.code
    }
    #expect(failure("v1") == .exists)
    #expect(failure("a b") == .invalidName)
    #expect(try temporary.complaints() == "")
  }
}
