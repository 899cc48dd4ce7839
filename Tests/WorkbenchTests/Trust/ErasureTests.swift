import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Erasure") struct ErasureTests {
  static let secret = "Zubaidah Kartasasmita minta dihapus"
  static let contact = "0800-555-7777"

  /// Whether any object of a repository, packed or loose, holds some words.
  private func isHeld(_ words: String, by bench: Bench) throws -> Bool {
    try bench.git("cat-file", "--batch-all-objects", "--batch", "--buffer").contains(words)
  }

  private func add(_ bench: Bench) throws -> EventID {
    try bench.comment(Self.secret, from: Commenter(name: "Zubaidah", contact: Self.contact))
  }

  @Test(
    "no object holds the words; the log verifies; the reason is shown", arguments: [false, true])
  func one(_ isSigned: Bool) throws {
    let bench = try Bench()
    if isSigned {
      _ = try bench.open().initKey(principal: nil, key: nil, role: nil)
      try bench.open().setRequiresSignatures(true)
    }
    try bench.comment("Sebelumnya.")
    let id = try add(bench)
    try bench.comment("Sesudahnya.")
    _ = try bench.open().respond(to: id, .noted, reason: "Dicatat.", revision: nil, agency: nil)
    #expect(try isHeld(Self.secret, by: bench) && isHeld(Self.contact, by: bench))
    let path = bench.path + "/.git/naskah/index.sqlite"
    func file() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }
    let before = try file()
    let report = try bench.open().erase(id.short, reason: "Permintaan 12/2025")
    // The index is brought up to date, not made anew: at a million comments that takes long.
    #expect(try file() == before)
    #expect(report.target == id)
    #expect(report.destroyed == 2)
    #expect(report.rewritten.count == 2)
    #expect(try !isHeld(Self.secret, by: bench))
    #expect(try !isHeld(Self.contact, by: bench))
    let index = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(index.range(of: Data(Self.secret.utf8)) == nil)
    // The search holds words in lower case, each shortened by what it shares with the one before.
    for part in ["ubaidah", "asasmita"] { #expect(index.range(of: Data(part.utf8)) == nil) }
    #expect(try bench.found() == [])
    #expect(try bench.complaints() == "")
    for _ in 0..<2 {
      let comment = try bench.open().comment(id.short)
      #expect(comment.text == nil && comment.person == nil)
      #expect(comment.thread.erasure(of: id)?.erased.reason == "Permintaan 12/2025")
      #expect(comment.thread.status == .noted)
      #expect(
        try bench.comments().compactMap(\.text).sorted() == ["Sebelumnya.", "Sesudahnya."])
      try FileManager.default.removeItem(atPath: path)
    }
    #expect(
      bench.failure { _ = try bench.open().erase(id.short, reason: "Lagi") }
        == .alreadyErased(id.short))
    #expect(
      bench.failure { _ = try bench.open().erase("0000", reason: "x") } == .eventNotFound("0000"))
    // Writing goes on, and git's own cleaning finds nothing amiss.
    try bench.comment("Berikutnya.")
    try bench.git("gc", "-q", "--prune=now")
    #expect(try bench.complaints() == "")
    #expect(try bench.found() == [])
    #expect(try bench.comments().compactMap(\.text).count == 3)
  }

  @Test("from packs and imported segments, the others' words stay")
  func packed() throws {
    let bench = try Bench()
    let rows = (0..<700).map { number in
      number == 300 ? "\(Self.secret),\(Self.contact)" : "Masukan nomor \(number).,08\(number)"
    }
    try bench.importing("masukan,kontak\n" + rows.joined(separator: "\n") + "\n")
    try bench.git("gc", "-q", "--prune=now")
    let id = try #require(try bench.comments().first { $0.text == Self.secret }).thread.id
    _ = try bench.open().erase(id.rawValue, reason: "Permintaan")
    #expect(try !isHeld(Self.secret, by: bench))
    #expect(try !isHeld(Self.contact, by: bench))
    #expect(try bench.comments().compactMap(\.text).count == 699)
    #expect(try bench.comments().compactMap(\.person?.contact).count == 699)
    #expect(try bench.found() == [])
    #expect(try bench.complaints() == "")
  }

  @Test("a reply can be erased alone")
  func reply() throws {
    let bench = try Bench()
    let id = try bench.comment("Masukan.")
    let reply = try bench.open().reply(to: id, Self.secret, agency: nil)
    _ = try bench.open().erase(reply.short, reason: "Menyebut nama orang")
    let comment = try bench.open().comment(id.short)
    #expect(comment.text == "Masukan.")
    #expect(comment.texts[comment.thread.replies[0].reply.body] == nil)
    #expect(comment.thread.erasure(of: reply) != nil)
    #expect(try !isHeld(Self.secret, by: bench))
  }

  @Test(
    "another's words go from every clone with its next exchange; a stale one cannot bring it back")
  func everywhere() throws {
    let offices = try TrustOffices([.reviewer, .drafter])
    let (first, second, third) = (offices.first, offices.second, offices.benches[2])
    for bench in offices.benches { try bench.open().setInternal("origin", true) }
    let id = try add(second)
    try second.comment("Yang lain.")
    try offices.syncAll()
    #expect(try isHeld(Self.secret, by: third))
    // The writer itself goes on meanwhile, without having heard of it.
    let report = try first.open().erase(id.rawValue, reason: "Permintaan")
    #expect(report.remotes == ["origin"])
    #expect(try !isHeld(Self.secret, by: first))
    try second.comment("Belum dikirim.")
    _ = try first.open().synchronise(with: "origin")
    // Plain git cannot push the old text over it.
    let text = try TrustOffices.log(second).replacing("/log/", with: "/text/")
    let push = try second.folder.run("git", ["push", "-q", "origin", text], at: second.name)
    #expect(push.status != 0)
    try offices.syncAll()
    try offices.hub.git("gc", "-q", "--prune=now")
    for bench in offices.benches + [offices.hub] {
      #expect(try !isHeld(Self.secret, by: bench), "\(bench.name)")
      #expect(try !isHeld(Self.contact, by: bench), "\(bench.name)")
      #expect(try bench.found() == [], "\(bench.name)")
      #expect(try bench.complaints() == "", "\(bench.name)")
      let texts = try bench.comments().compactMap(\.text).sorted()
      #expect(texts == ["Belum dikirim.", "Yang lain."])
    }
    #expect(try first.state() == second.state() && first.state() == third.state())
  }

  @Test("what a forced fetch brings back stays unseen, and goes again")
  func refetched() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    let id = try second.comment(Self.secret)
    try offices.push(second)
    try offices.fetch(first)
    _ = try first.open().erase(id.rawValue, reason: "Permintaan")
    try offices.fetch(first)
    #expect(try isHeld(Self.secret, by: first))
    #expect(try first.comments().compactMap(\.text) == [])
    #expect(try first.found() == ["text.not_erased"])
    _ = try first.open().synchronise(with: "origin")
    #expect(try !isHeld(Self.secret, by: first))
    _ = try second.open().synchronise(with: "origin")
    #expect(try !isHeld(Self.secret, by: second))
    try offices.hub.git("gc", "-q", "--prune=now")
    #expect(try !isHeld(Self.secret, by: offices.hub))
  }

  @Test("an erasure that a fetch brings is followed by the index as it is; another loss is not")
  func fetched() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    let path = first.path + "/.git/naskah/index.sqlite"
    func file() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    }
    let id = try second.comment(Self.secret)
    try second.importing("masukan\n\(Self.secret) juga.\nYang lain.\n")
    try offices.push(second)
    try offices.fetch(first)
    #expect(try first.comments().count == 3)
    let before = try file()
    let imported = try #require(try second.comments().first { $0.text == Self.secret + " juga." })
    for id in [id, imported.thread.id] {
      _ = try second.open().erase(id.rawValue, reason: "Permintaan")
    }
    _ = try second.open().synchronise(with: "origin")
    try offices.fetch(first)
    #expect(try first.comments().compactMap(\.text) == ["Yang lain."])
    #expect(try file() == before)
    let index = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(index.range(of: Data(Self.secret.utf8)) == nil)
    let updated = try first.state()
    _ = try first.open().reindex()
    #expect(try first.state() == updated)
    // What is gone without an erasure may be in another ref: all are read anew.
    let refs = try first.git("for-each-ref", "--format=%(refname)", "refs/naskah-seen")
    let text = try #require(refs.split(separator: "\n").first { $0.contains("/text/") })
    let anew = try file()
    try first.git("update-ref", "-d", String(text))
    #expect(try first.comments().compactMap(\.text) == [])
    #expect(try file() != anew)
  }
}
