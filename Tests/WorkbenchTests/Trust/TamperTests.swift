import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Tampering is found, set apart, and loses nothing") struct TamperTests {
  /// Something done at the meeting point to the log of the second office, which holds three events.
  struct Attack: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    /// Changes the hub; given are the log's ref and the key of another registered office.
    let apply: @Sendable (Bench, _ log: String, _ otherKey: String) throws -> Void
  }

  static let attacks = [
    Attack(testDescription: "an event changed, signed by nobody", code: "log.unsigned") {
      hub, log, _ in
      let line = try hub.segment(log, "-/-/-/0").replacing("pasal-3", with: "pasal-4")
      try hub.tamper(log, ["-/-/-/0": line])
    },
    Attack(testDescription: "an event changed, signed by another", code: "key.changed") {
      hub, log, key in
      let line = try hub.segment(log, "-/-/-/0").replacing("pasal-3", with: "pasal-4")
      try hub.tamper(log, ["-/-/-/0": line], key: key)
    },
    Attack(testDescription: "an event added by another", code: "key.changed") { hub, log, key in
      let line = try hub.segment(log, "-/-/-/1").replacing("\"clock\":", with: "\"clock\":1")
      try hub.tamper(log, ["-/-/-/2": line], key: key)
    },
    Attack(testDescription: "rolled back to an earlier commit", code: "log.rolled_back") {
      hub, log, _ in try hub.git("update-ref", log, "\(log)~1")
    },
    Attack(testDescription: "cut off at its beginning", code: "log.unsigned") { hub, log, _ in
      try hub.tamper(log, ["-/-/-/-": nil])
    },
    Attack(testDescription: "two events in the other order", code: "log.unsigned") { hub, log, _ in
      let (one, two) = (try hub.segment(log, "-/-/-/-"), try hub.segment(log, "-/-/-/0"))
      try hub.tamper(log, ["-/-/-/-": two, "-/-/-/0": one])
    },
    Attack(testDescription: "a blob instead of a log", code: "log.not_a_log") { hub, log, _ in
      let blob = try hub.folder.git("hash-object", "-w", "--stdin", at: hub.name, input: [0x61])
      try hub.folder.write(blob + "\n", to: "\(hub.name)/\(log)")
    },
    Attack(testDescription: "a signature of other bytes", code: "signature.bad") { hub, log, _ in
      let commit = try hub.git("cat-file", "commit", log)
      let forged = commit.replacing("naskah: log", with: "naskah: lag")
      let id = try hub.folder.git(
        "hash-object", "-w", "-t", "commit", "--stdin", at: hub.name,
        input: Array((forged + "\n").utf8))
      try hub.git("update-ref", log, id)
    },
    Attack(testDescription: "a newer format", code: "log.newer") { hub, log, _ in
      try hub.tamper(log, ["format": "99\n"])
    },
  ]

  @Test("each change of another's log is reported", arguments: attacks)
  func attack(_ attack: Attack) throws {
    let offices = try TrustOffices([.reviewer, .reviewer])
    let (first, second, third) = (offices.first, offices.second, offices.benches[2])
    for number in 1...3 { try second.comment("Masukan \(number).") }
    let answered = try #require(try second.comments().first).thread.id
    try offices.syncAll()
    _ = try first.open().respond(
      to: answered, .noted, reason: "Dicatat.", revision: nil, agency: nil)
    try offices.syncAll()
    #expect(try first.found() == [])
    let state = try first.state()
    let log = try TrustOffices.log(second)
    try attack.apply(offices.hub, log, third.signingKey())
    try first.git("fetch", "-q", "origin")
    let codes = try first.found()
    #expect(codes.contains(attack.code), "\(codes)")
    // What was seen before stays as it was, with the index and with one made anew.
    let trusted = { (bench: Bench) throws -> [String] in
      let apart = Set(
        try bench.comments().filter { $0.trust == .quarantined }.map(\.thread.id.rawValue))
      return try bench.state().filter { line in !apart.contains { line.hasPrefix($0) } }
    }
    #expect(try trusted(first) == state)
    try FileManager.default.removeItem(atPath: first.path + "/.git/naskah/index.sqlite")
    #expect(try trusted(first) == state)
    #expect(try first.found().contains(attack.code))
    // Work goes on.
    try first.comment("Terus bekerja.")
    #expect(try first.comments().contains { $0.text == "Terus bekerja." })
  }

  @Test("a clone that never saw the longer log is told by another's checkpoint")
  func checkpoint() throws {
    let offices = try TrustOffices()
    let (first, second) = (offices.first, offices.second)
    try first.comment("Yang melihat.")
    for number in 1...3 { try second.comment("Masukan \(number).") }
    try offices.syncAll()
    let log = try TrustOffices.log(second)
    try offices.hub.git("update-ref", log, "\(log)~2")
    let fresh = Bench(in: first.folder, name: "baru")
    try first.folder.git("clone", "-q", "pusat.git", "baru", at: "")
    try fresh.git("fetch", "-q", "origin", "+refs/naskah/*:refs/naskah-seen/origin/*")
    #expect(try fresh.found().contains("log.behind"))
  }

  @Test("events under another's name, of an impossible clock, too large, or no JSON")
  func events() throws {
    let offices = try TrustOffices()
    let (first, second) = (offices.first, offices.second)
    try second.comment("Satu.")
    try second.comment("Dua.")
    try offices.syncAll()
    let log = try TrustOffices.log(second)
    let line = try second.segment(log, "-/-/-/0")
    let writer = try #require(log.split(separator: "/").last)
    let other = try #require(try TrustOffices.log(first).split(separator: "/").last)
    let number =
      try second.git("ls-tree", "-r", "--name-only", log).split(separator: "\n").count - 1
    let segments = [
      line.replacing(writer, with: other),
      line.replacing(/"clock":\d+/, with: "\"clock\":9223372036854775807"),
      line.replacing(/"clock":\d+/, with: "\"clock\":\(Event.clockLimit)"),
      line.replacing("pasal-3", with: String(repeating: "x", count: 2 << 20)),
      "bukan json\n{}\n[[[\n", String(repeating: "[", count: 200_000) + "\n",
    ]
    let files = segments.enumerated().map { (SegmentPath.path(number + $0.offset), $0.element) }
    try second.tamper(
      log, Dictionary(uniqueKeysWithValues: files), key: second.signingKey())
    try second.git("push", "-q", "origin", log)
    try first.git("fetch", "-q", "origin")
    #expect(
      try first.found().isSuperset(of: [
        "event.forged_writer", "event.clock", "event.too_large", "event.not_json",
      ]))
    let comments = try first.comments()
    #expect(
      comments.filter { $0.trust == .verified }.compactMap(\.text).sorted().starts(with: ["Dua."]))
    #expect(!comments.contains { $0.thread.writer.rawValue == other && $0.trust != .quarantined })
  }

  @Test("texts that were changed or taken away")
  func texts() throws {
    let offices = try TrustOffices()
    let (first, second) = (offices.first, offices.second)
    try second.comment("Asli.")
    try second.comment("Kedua.")
    try offices.syncAll()
    let text = try TrustOffices.log(second).replacing("/log/", with: "/text/")
    let paths = try offices.hub.git("ls-tree", "-r", "--name-only", text).split(separator: "\n")
      .map(String.init).filter { $0 != "format" }
    let changed = try offices.hub.segment(text, paths[0]).replacing("Asli", with: "Palsu")
    try offices.hub.tamper(text, [paths[0]: changed, paths[1]: nil])
    try first.git("fetch", "-q", "origin")
    #expect(try first.found().isSuperset(of: ["text.changed", "text.missing"]))
    #expect(try !first.comments().contains { $0.text?.contains("Palsu") == true })
  }

  @Test("two writers with one key are named; neither is dropped")
  func sharedKey() throws {
    let offices = try TrustOffices()
    let (first, second) = (offices.first, offices.second)
    let twin = Bench(in: first.folder, name: "kembar")
    try first.folder.git("clone", "-q", "pusat.git", "kembar", at: "")
    _ = try twin.open().initKey(
      principal: "kantor2@contoh.id", key: second.signingKey(), role: nil)
    try second.comment("Satu.")
    try twin.comment("Dua.")
    _ = try twin.open().synchronise(with: "origin")
    try offices.syncAll()
    #expect(try first.found() == ["key.shared"])
    #expect(try first.comments().count == 2)
  }

  @Test("a stranger's log is shown in quarantine and answers nothing")
  func stranger() throws {
    let offices = try TrustOffices()
    let first = offices.first
    let id = try first.comment("Milik kita.")
    try offices.syncAll()
    let stranger = Bench(in: first.folder, name: "asing")
    try first.folder.git("clone", "-q", "pusat.git", "asing", at: "")
    try stranger.git("fetch", "-q", "origin", "+refs/naskah/*:refs/naskah-seen/origin/*")
    // A program that does not care for the rule.
    let bench = try stranger.open()
    let draft = try first.key("pekat")
    _ = try EventLog(repository: bench.repository).append(
      [
        PendingEvent(
          payload: { body, _ in
            .commentAnswered(
              CommentAnswered(thread: id, disposition: .rejected, body: body))
          }, body: "Tidak."),
        PendingEvent(
          payload: { body, _ in
            .commentAdded(
              CommentAdded(
                anchor: Anchor(
                  draft: draft, commit: String(repeating: "0", count: 40), address: nil,
                  quote: nil), body: body))
          }, body: "Dari orang asing."),
      ], now: Timestamp(seconds: 1), clock: { 1000 })
    try stranger.git("push", "-q", "origin", "refs/naskah/*")
    try first.git("fetch", "-q", "origin")
    let comments = try first.comments()
    let ours = try #require(comments.first { $0.thread.id == id })
    #expect(ours.thread.status == .open)
    #expect(ours.quarantined.count == 1)
    let theirs = try #require(comments.first { $0.text == "Dari orang asing." })
    #expect(theirs.trust == .quarantined)
    #expect(try first.open().comment(theirs.thread.id.short).trust == .quarantined)
    #expect(try first.found() == ["log.unsigned"])
    #expect(try first.open().status().drafts.first?.comments.total == 1)
  }

  @Test("three thousand refs of a hostile remote neither stop nor hide anything")
  func manyRefs() throws {
    let offices = try TrustOffices()
    let first = offices.first
    try offices.second.comment("Yang sungguhan.")
    try offices.syncAll()
    let log = try TrustOffices.log(offices.second)
    let tip = try offices.hub.git("rev-parse", log)
    let lines = (0..<3000).map { number in
      let name = String(repeating: "0", count: 12) + String(10_000 + number).suffix(4)
      return "create refs/naskah/log/\(name) \(tip)\n"
    }
    try offices.hub.folder.git(
      "update-ref", "--stdin", at: offices.hub.name, input: Array(lines.joined().utf8))
    try first.git("fetch", "-q", "origin")
    #expect(try first.comments().contains { $0.text == "Yang sungguhan." && $0.trust == .verified })
    #expect(try first.found().isSuperset(of: ["event.forged_writer"]))
  }
}
