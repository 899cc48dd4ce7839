import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Signing and roles") struct SigningTests {
  @Test("the first key is the secretariat's; git itself verifies logs and revisions")
  func first() throws {
    let bench = try Bench()
    let before = try bench.comment("Sebelum ada kunci.")
    let report = try bench.open().initKey(principal: nil, key: nil, role: nil)
    #expect(report.isNew && report.role == .secretariat)
    #expect(report.principal == "lestari@example.org")
    #expect(try bench.git("config", "gpg.format") == "ssh")
    #expect(report.signingKey.hasPrefix(bench.folder.path + "/home/.ssh/"))
    try bench.comment("Sesudah ada kunci.")
    try bench.edit()
    try bench.commit("Bertanda tangan")
    for revision in ["HEAD", "HEAD^", try TrustOffices.log(bench)] {
      let verified = try bench.folder.run("git", ["verify-commit", revision], at: bench.name)
      #expect(verified.status == 0, "\(revision): \(verified.errors)")
      #expect(verified.errors.contains("lestari@example.org"))
    }
    let comments = try bench.comments()
    #expect(comments.map(\.trust) == [.verified, .verified])
    #expect(comments.contains { $0.thread.id == before })
    let verify = try bench.open().verify()
    #expect(verify.findings == [])
    #expect(verify.events == 2)
    #expect(verify.logs.map(\.principal) == ["lestari@example.org"])
    #expect(verify.revisions.signed == 1)
    // Again changes nothing.
    let commits = try bench.git("rev-list", "--count", "HEAD")
    #expect(try bench.open().initKey(principal: nil, key: nil, role: nil).isNew == false)
    #expect(try bench.git("rev-list", "--count", "HEAD") == commits)
    #expect(try bench.complaints() == "")
  }

  @Test("comments from before signatures were required stay in force, in one process and the next")
  func requiredLater() throws {
    let bench = try Bench()
    let id = try bench.comment("Sebelum ada kunci.")
    _ = try bench.importing("masukan\nSatu\nDua\n")
    let workbench = try bench.open()
    _ = try workbench.comments(CommentFilter())
    _ = try workbench.initKey(principal: nil, key: nil, role: nil)
    try workbench.setRequiresSignatures(true)
    #expect(
      try workbench.comments(CommentFilter()).comments.map(\.trust) == [
        .verified, .verified, .verified,
      ])
    #expect(try bench.comments().map(\.trust) == [.verified, .verified, .verified])
    #expect(try bench.found() == [])
    _ = try bench.open().erase(id.rawValue, reason: "Diminta")
    #expect(try bench.found() == [])
  }

  @Test("without a register everything counts and nothing is signed")
  func unsigned() throws {
    let bench = try Bench()
    try bench.comment("Satu.")
    #expect(try bench.comments().map(\.trust) == [.unsigned])
    #expect(try bench.open().verify().findings == [])
    #expect(try bench.git("log", "-1", "--format=%G?", TrustOffices.log(bench)) == "N")
  }

  @Test("an existing key, and a key that an agent holds")
  func existing() throws {
    let bench = try Bench()
    let made = try bench.folder.run(
      "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", bench.folder.path + "/kunci"])
    #expect(made.status == 0)
    let report = try bench.open().initKey(
      principal: "orang@contoh.id", key: bench.folder.path + "/kunci", role: nil)
    #expect(report.isNew == false)
    try bench.comment("Dengan kunci yang ada.")
    #expect(try bench.found() == [])
    #expect(
      bench.failure {
        _ = try bench.open().initKey(
          principal: "a b@contoh.id", key: bench.folder.path + "/kunci", role: nil)
      } == .principalInvalid("a b@contoh.id"))
    #expect(
      bench.failure {
        _ = try bench.open().initKey(
          principal: nil, key: bench.folder.path + "/tiada", role: nil)
      } == .fileNotFound(path: bench.folder.path + "/tiada"))
    try bench.folder.write("bukan kunci\n", to: "palsu")
    let failure = bench.failure {
      _ = try bench.open().initKey(principal: nil, key: bench.folder.path + "/palsu", role: nil)
    }
    #expect(failure?.code == "key.file_invalid")
  }

  @Test("where signatures are required, a clone without a key records nothing")
  func required() throws {
    let offices = try TrustOffices()
    let bench = Bench(in: offices.first.folder, name: "tanpa")
    try bench.folder.git("clone", "-q", "pusat.git", "tanpa", at: "")
    #expect(bench.failure { try bench.comment("Tanpa kunci.") } == .keyMissing)
    try bench.edit()
    #expect(bench.failure { try bench.commit() } == .keyMissing)
  }

  @Test("a reviewer comments; an answer of theirs has no effect and is shown as such")
  func roles() throws {
    let offices = try TrustOffices([.reviewer, .drafter])
    let (first, second, third) = (offices.first, offices.second, offices.benches[2])
    let id = try second.comment("Dari penelaah.")
    try offices.syncAll()
    _ = try second.open().respond(to: id, .accepted, reason: "Saya.", revision: nil, agency: nil)
    try offices.syncAll()
    for bench in offices.benches + [offices.hub] {
      let comment = try #require(try bench.comments().first)
      #expect(comment.thread.status == .open)
      #expect(comment.trust == .verified)
      #expect(comment.quarantined.count == 1)
      #expect(try bench.found() == ["event.not_allowed"])
    }
    _ = try third.open().respond(to: id, .noted, reason: "Dicatat.", revision: nil, agency: nil)
    try offices.syncAll()
    #expect(try first.comments().first?.thread.status == .noted)
    // Only the secretariat gives roles and erases.
    #expect(
      second.failure { try second.open().setRole(of: "kantor2@contoh.id", to: .secretariat) }?.code
        == "role.not_allowed")
    #expect(
      second.failure { _ = try second.open().erase(id.rawValue, reason: "x") }?.code
        == "role.not_allowed")
  }

  @Test("who writes himself into the register without leave gains nothing")
  func selfMade() throws {
    let offices = try TrustOffices()
    let (first, second) = (offices.first, offices.second)
    let roles = try second.text("register/roles.yml")
    try second.write(
      roles.replacing("kantor2@contoh.id: reviewer", with: "kantor2@contoh.id: secretariat"),
      to: "register/roles.yml")
    try second.git("commit", "-q", "-S", "-am", "Saya sekretariat")
    try offices.syncAll()
    for bench in [first, second] { #expect(try bench.found() == ["register.not_allowed"]) }
    #expect(
      second.failure { try second.open().setRole(of: "kantor2@contoh.id", to: .drafter) }?.code
        == "role.not_allowed")
    // The secretariat's next word puts it right.
    try first.open().setRole(of: "kantor2@contoh.id", to: .reviewer)
    try offices.syncAll()
    #expect(try first.open().registry()?.roles.people?["kantor2@contoh.id"] == .reviewer)
  }

  @Test("a key that was ended: what came before counts, what comes later does not")
  func revoked() throws {
    let offices = try TrustOffices()
    let (first, second) = (offices.first, offices.second)
    try second.comment("Sebelum dicabut.")
    try offices.syncAll()
    try first.open().revokeKeys(of: "kantor2@contoh.id")
    try offices.syncAll()
    #expect(try first.text("register/signers").contains("valid-before="))
    // The moment of the tests does not pass: a second later is written by hand.
    let later = WorkbenchEnvironment(
      variables: second.environment.variables,
      now: { Timestamp(seconds: 1_760_689_800 + 5) }, offsetMinutes: 420)
    let bench = try Workbench.open(from: second.path, environment: later)
    let place = try bench.place(
      at: #require(RevisionAddress("pekat@latest")), unit: "pasal-3")
    _ = try bench.addComment("Sesudah dicabut.", at: place, from: Commenter())
    _ = try bench.synchronise(with: "origin")
    _ = try first.open().synchronise(with: "origin")
    #expect(try first.found().contains("key.expired"))
    let trust = Dictionary(
      uniqueKeysWithValues: try first.comments().compactMap { comment in
        comment.text.map { ($0, comment.trust) }
      })
    #expect(trust["Sesudah dicabut."] == .quarantined)
    #expect(trust["Sebelum dicabut."] != nil)
  }

  @Test("a copied clone becomes a writer of its own")
  func copied() throws {
    let bench = try Bench()
    try bench.comment("Asli.")
    let copy = Bench(in: bench.folder, name: "salinan")
    let copied = try bench.folder.run("cp", ["-a", bench.path, copy.path])
    #expect(copied.status == 0)
    try copy.comment("Dari salinan.")
    try bench.comment("Dari yang asli.")
    #expect(try TrustOffices.log(copy) != TrustOffices.log(bench))
    try bench.git("remote", "add", "salinan", copy.path)
    try bench.git("fetch", "-q", "salinan", "+refs/naskah/*:refs/naskah-seen/salinan/*")
    #expect(
      Set(try bench.comments().compactMap(\.text)) == ["Asli.", "Dari salinan.", "Dari yang asli."])
    #expect(try bench.found() == [])
  }

  @Test("with another key a clone goes on as another writer")
  func otherKey() throws {
    let bench = try Bench()
    _ = try bench.open().initKey(principal: nil, key: nil, role: nil)
    try bench.comment("Kunci pertama.")
    let log = try TrustOffices.log(bench)
    let made = try bench.folder.run(
      "ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", bench.folder.path + "/kedua"])
    #expect(made.status == 0)
    _ = try bench.open().initKey(principal: nil, key: bench.folder.path + "/kedua", role: nil)
    try bench.comment("Kunci kedua.")
    #expect(try TrustOffices.log(bench) != log)
    #expect(try bench.found() == [])
    #expect(try bench.comments().count == 2)
  }
}
