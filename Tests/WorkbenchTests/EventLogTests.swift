import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("The review log in git") struct EventLogTests {
  private func refs(_ bench: Bench) throws -> [String] {
    try bench.git("for-each-ref", "--format=%(refname)").split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("refs/naskah") }
  }

  private func ref(_ bench: Bench, _ kind: String) throws -> String {
    try #require(try refs(bench).first { $0.hasPrefix("refs/naskah") && $0.contains(kind) })
  }

  private func files(_ bench: Bench, _ ref: String) throws -> [String] {
    try bench.git("ls-tree", "-r", "--name-only", ref).split(separator: "\n").map(String.init)
  }

  private let person = Commenter(
    name: "Ratna Pujiastari Kusumawardani", contact: "0800-555-0199", group: "akademisi",
    date: CalendarDate(year: 2025, month: 10, day: 12))

  @Test("one action writes one segment into each store that it needs")
  func one() throws {
    let bench = try Bench()
    let id = try bench.comment("Tanpa nama.")
    #expect(try refs(bench).count == 2)
    _ = try bench.open().reply(to: id, "Balasan.", agency: nil)
    try bench.comment("Dengan nama.", from: person)
    let names = try refs(bench)
    let writer = try #require(names.first?.split(separator: "/").last)
    #expect(WriterID(rawValue: writer) != nil)
    #expect(
      names == [
        "refs/naskah-private/\(writer)", "refs/naskah/log/\(writer)",
        "refs/naskah/text/\(writer)",
      ])
    #expect(
      try files(bench, "refs/naskah/log/\(writer)") == ["-/-/-/-", "-/-/-/0", "-/-/-/1", "format"])
    #expect(
      try files(bench, "refs/naskah/text/\(writer)") == ["-/-/-/-", "-/-/-/0", "-/-/-/1", "format"])
    #expect(try files(bench, "refs/naskah-private/\(writer)") == ["-/-/-/1", "format"])
    #expect(try bench.git("show", "refs/naskah/log/\(writer):format") == "1")
    #expect(try bench.git("rev-list", "--count", "refs/naskah/log/\(writer)") == "3")
    #expect(try bench.complaints() == "")
  }

  @Test("an action is one pack; many packs of like size become one, and nothing is lost")
  func packs() throws {
    let bench = try Bench()
    let folder = PackFolder(path: bench.path + "/.git/objects/pack")
    let loose = try bench.git("count-objects")
    for number in 1..<PackFolder.limit { try bench.comment("Masukan \(number).") }
    #expect(try folder.names().count == PackFolder.limit - 1)
    #expect(try bench.git("count-objects") == loose)
    // One that somebody keeps is left alone.
    let kept = try #require(try folder.names().first)
    try Data().write(to: URL(fileURLWithPath: "\(folder.path)/\(kept).keep"))
    let last = try bench.comment("Masukan terakhir.")
    #expect(try Set(folder.names()).contains(kept))
    #expect(try folder.names().count == 2)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.count == 5)
    #expect(try bench.complaints() == "")
    let comments = try bench.comments()
    #expect(comments.count == PackFolder.limit)
    #expect(comments.contains { $0.thread.id == last })
  }

  @Test("segments of long records are closed early")
  func longRecords() throws {
    let bench = try Bench()
    let long = String(repeating: "panjang ", count: 25_000)
    let table = "masukan\n" + (1...6).map { "\(long)\($0)\n" }.joined()
    let report = try bench.importing(table)
    #expect(report.imported == 6)
    let text = try ref(bench, "/text/")
    #expect(try files(bench, text) == ["-/-/-/-", "-/-/-/0", "-/-/-/1", "format"])
    for file in try files(bench, text) {
      #expect(try #require(Int(try bench.git("cat-file", "-s", "\(text):\(file)"))) < 1 << 20)
    }
  }

  @Test("ids are git's; bodies stand under their salted hash; keys are sorted")
  func ids() throws {
    let bench = try Bench()
    let id = try bench.comment("Mohon \"dipertimbangkan\" – é.\nBaris kedua.")
    let line = try bench.git("show", "\(ref(bench, "/log/")):-/-/-/-")
    #expect(
      try bench.folder.git("hash-object", "--stdin", at: bench.name, input: Array(line.utf8))
        == id.rawValue)
    let event = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(event["type"] as? String == "comment.added")
    #expect(event["clock"] as? Int == 1)
    let body = try #require(
      try JSONSerialization.jsonObject(
        with: Data(bench.git("show", "\(ref(bench, "/text/")):-/-/-/-").utf8)) as? [String: String])
    let (salt, text) = (try #require(body["salt"]), try #require(body["text"]))
    #expect(salt.utf8.count == 32)
    #expect(text == "Mohon \"dipertimbangkan\" – é.\nBaris kedua.")
    let hash = try bench.folder.git(
      "hash-object", "--stdin", at: bench.name, input: Array("\(salt)\n\(text)".utf8))
    #expect(hash == body["hash"])
    #expect(hash == event["body"] as? String)
    let keys = line.matches(of: /"([a-z]+)":/).map { String($0.output.1) }
    let top = keys.filter { event[$0] != nil }
    #expect(top.first == "anchor")
    // The same words twice have nothing in common that the log would show.
    try bench.comment(text)
    let second = try bench.git("show", "\(ref(bench, "/log/")):-/-/-/0")
    #expect(!second.contains(hash))
  }

  @Test("a comment's name and contact stand in the private store and nowhere else")
  func privacy() throws {
    let bench = try Bench()
    try bench.comment("Usul saya.", from: person)
    try bench.importing(
      "nama,kontak,masukan\nDulhadi Sastrawinata,0800-555-0202,Usul kedua.\n")
    let secrets = [
      "Ratna", "Pujiastari", "0800-555", "Dulhadi", "Sastrawinata", "lestari", "Lestari",
    ]
    func found(_ refs: [String]) throws -> Set<String> {
      let objects = try bench.folder.git(
        ["rev-list", "--objects", "--no-object-names"] + refs, at: bench.name
      ).split(separator: "\n")
      #expect(objects.count > 8)
      let text = try bench.folder.git(
        "cat-file", "--batch", at: bench.name,
        input: Array((objects.joined(separator: "\n") + "\n").utf8))
      return Set(secrets.filter(text.contains))
    }
    #expect(try found(["--glob=refs/naskah/*"]) == [])
    #expect(
      try found(["--glob=refs/naskah-private/*"])
        == ["Ratna", "Pujiastari", "0800-555", "Dulhadi", "Sastrawinata"])
    let authors = try bench.git(
      "log", "--format=%an <%ae>|%cn <%ce>|%aI", "--glob=refs/naskah/*",
      "--glob=refs/naskah-private/*")
    for line in Set(authors.split(separator: "\n")) {
      let writer = try #require(try ref(bench, "/log/").split(separator: "/").last)
      let name = "naskah \(writer) <\(writer)@naskah.invalid>"
      #expect(line == "\(name)|\(name)|2025-10-17T08:30:00+00:00")
    }
    #expect(try bench.comments().compactMap(\.person?.name).count == 2)
  }

  @Test("an import of 600 rows writes segments of 256 in one pack")
  func many() throws {
    let bench = try Bench()
    func packs() throws -> Int {
      let folder = bench.path + "/.git/objects/pack"
      return try FileManager.default.contentsOfDirectory(atPath: folder).count {
        $0.hasSuffix(".pack")
      }
    }
    let before = try packs()
    let rows = (1...600).map { "Nama \($0),Masukan nomor \($0)." }.joined(separator: "\n")
    let report = try bench.importing("nama,masukan\n\(rows)\n")
    #expect(report.imported == 600)
    #expect(try packs() == before + 1)
    for kind in ["/log/", "/text/", "-private/"] {
      let ref = try ref(bench, kind)
      #expect(try files(bench, ref) == ["-/-/-/-", "-/-/-/0", "-/-/-/1", "format"])
      let lengths = try ["-", "0", "1"].map {
        try bench.git("show", "\(ref):-/-/-/\($0)").split(separator: "\n").count
      }
      #expect(lengths == [256, 256, 88])
      #expect(try bench.git("rev-list", "--count", ref) == "1")
    }
    try bench.comment("Sesudah impor.")
    #expect(try files(bench, ref(bench, "/log/")).suffix(2) == ["-/-/-/2", "format"])
    #expect(try bench.complaints() == "")
    #expect(try bench.comments().count == 601)
  }

  @Test("segments are numbered in the order of git's trees, 64 × 4 levels")
  func paths() {
    var last = ""
    for number in [0, 1, 62, 63, 64, 4095, 4096, 262_143, 262_144, SegmentPath.limit - 1] {
      let path = SegmentPath.path(number)
      #expect(SegmentPath.number(Array(path.utf8)) == number)
      #expect(last < path)
      last = path
    }
    #expect(last == "z/z/z/z")
    for wrong in ["", "-/-/-", "-/-/-/-/-", "-/-/-/.", "-/-/--", "format", "-.-.-.-"] {
      #expect(SegmentPath.number(Array(wrong.utf8)) == nil, "\(wrong)")
    }
  }

  @Test(
    "an action that ended between the refs is no loss; its words go, unless others have them",
    arguments: [0, 1], [false, true])
  func interrupted(earlier: Int, isPublished: Bool) throws {
    let bench = try Bench()
    for _ in 0..<earlier { try bench.comment("Pertama.", from: person) }
    let before = try earlier == 0 ? nil : bench.git("rev-parse", ref(bench, "/log/"))
    try bench.comment("Terputus sebelum catatannya tersimpan.", from: person)
    let (own, text) = (try ref(bench, "/log/"), try ref(bench, "/text/"))
    if let before {
      try bench.git("update-ref", own, before)
    } else {
      try bench.git("update-ref", "-d", own)
    }
    let writer = try #require(own.split(separator: "/").last)
    if isPublished { try bench.git("update-ref", "refs/naskah-seen/o/text/\(writer)", text) }
    try bench.comment("Sesudahnya.", from: person)
    let words = try bench.git("grep", "-h", "text", text)
    #expect(words.contains("Terputus") == isPublished)
    #expect(words.contains("Sesudahnya"))
    let held = earlier + (isPublished ? 2 : 1)
    #expect(
      try files(bench, own) == ["-/-/-/-", "-/-/-/0", "-/-/-/1"].prefix(held) + ["format"])
    if isPublished {
      #expect(try bench.git("show", "\(own):-/-/-/\(earlier == 0 ? "-" : "0")") == "")
    }
    #expect(try bench.git("rev-list", "--count", ref(bench, "-private/")) == "\(earlier + 1)")
    #expect(try bench.open().verify().findings.isEmpty)
    #expect(
      try bench.comments().compactMap(\.text).sorted()
        == Array(repeating: "Pertama.", count: earlier) + ["Sesudahnya."])
    #expect(try bench.complaints() == "")
  }

  @Test("past segment 64 the tree grows a branch")
  func carries() throws {
    let bench = try Bench()
    for number in 0..<66 { try bench.comment("Masukan \(number).") }
    let names = try files(bench, ref(bench, "/log/"))
    #expect(names.count == 67)
    #expect(names.contains("-/-/-/z"))
    #expect(names.contains("-/-/0/0"))
    #expect(try bench.comments().count == 66)
    let order = try bench.comments().map(\.text)
    #expect(order == (0..<66).map { "Masukan \($0)." })
  }

  @Test("what is too large is refused before anything is written")
  func tooLarge() throws {
    let bench = try Bench()
    let before = try bench.folder.snapshot(bench.name)
    let text = String(repeating: "a", count: Workbench.commentLimit + 1)
    #expect(
      bench.failure { try bench.comment(text) }
        == .commentTooLarge(bytes: text.utf8.count, limit: Workbench.commentLimit))
    #expect(try bench.folder.snapshot(bench.name) == before)
    try bench.comment(String(text.dropLast()))
    #expect(try bench.comments().first?.text?.utf8.count == Workbench.commentLimit)
  }

  @Test("eight writers of one clone at once: nothing is lost", .timeLimit(.minutes(20)))
  func atOnce() async throws {
    let bench = try Bench()
    let ids = try await withThrowingTaskGroup(of: [EventID].self) { group in
      for writer in 0..<8 {
        group.addTask {
          try (0..<12).map { number in
            try bench.comment("Penulis \(writer) nomor \(number).")
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(Set(ids).count == 96)
    let comments = try bench.comments()
    #expect(Set(comments.map(\.thread.id)) == Set(ids))
    #expect(Set(comments.compactMap(\.text)).count == 96)
    #expect(try refs(bench).count == 2)
    #expect(try files(bench, ref(bench, "/log/")).count == 97)
    #expect(try bench.git("rev-list", "--count", ref(bench, "/log/")) == "96")
    #expect(try bench.complaints() == "")
  }

  @Test("a log of a newer format is not continued")
  func newer() throws {
    let bench = try Bench()
    try bench.comment("Satu.")
    let ref = try ref(bench, "/log/")
    let blob = try bench.folder.git(
      "hash-object", "-w", "--stdin", at: bench.name, input: Array("99\n".utf8))
    try bench.git("read-tree", "--index-output=.git/lain", ref)
    let listing = try bench.git("ls-tree", ref).replacing(
      try bench.git("rev-parse", "\(ref):format"), with: blob)
    let tree = try bench.folder.git("mktree", at: bench.name, input: Array((listing + "\n").utf8))
    let commit = try bench.git("commit-tree", "-p", ref, "-m", "baru", tree)
    try bench.git("update-ref", ref, commit)
    #expect(
      bench.failure { try bench.comment("Dua.") } == .logNewer(ref: ref, version: "99"))
    #expect(try bench.git("rev-parse", ref) == commit)
  }
}
