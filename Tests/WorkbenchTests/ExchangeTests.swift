import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// A meeting point and clones of it, as two offices use them.
struct Offices {
  let hub: Bench
  let first: Bench
  let second: Bench

  init() throws {
    first = try Bench(["pekat": [SampleText.regulation(Bench.pasal)]])
    hub = Bench(in: first.folder, name: "pusat.git")
    second = Bench(in: first.folder, name: "kedua")
    try first.git("clone", "-q", "--bare", ".", "../pusat.git")
    try first.git("remote", "add", "origin", "../pusat.git")
    try first.git("config", "user.name", "Kantor Satu")
    try first.folder.git("clone", "-q", "pusat.git", "kedua", at: "")
  }

  /// Plain git, as the exchange is specified.
  func push(_ bench: Bench, to remote: String = "origin") throws {
    try bench.git("push", "-q", remote, "refs/naskah/*")
  }

  func fetch(_ bench: Bench, from remote: String = "origin") throws {
    try bench.git("fetch", "-q", remote, "+refs/naskah/*:refs/naskah-seen/\(remote)/*")
  }

  func exchange() throws {
    for bench in [first, second] { try push(bench) }
    for bench in [first, second] { try fetch(bench) }
  }
}

@Suite("Exchange by plain git") struct ExchangeTests {
  @Test("two clones that comment at the same time list the same comments")
  func twoClones() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    let one = try first.comment("Dari kantor pertama.", from: Commenter(name: "Rahasia"))
    let two = try second.comment("Dari kantor kedua.")
    try offices.exchange()
    #expect(try first.comments().count == 2)
    #expect(try first.state() == second.state())
    _ = try second.open().reply(to: one, "Balasan dari kedua.", agency: nil)
    _ = try first.open().respond(
      to: two, .accepted, reason: "Diterima.", revision: nil, agency: nil)
    _ = try second.open().respond(
      to: two, .rejected, reason: "Tidak.", revision: nil, agency: nil)
    try offices.exchange()
    let state = try first.state()
    #expect(try second.state() == state)
    #expect(try offices.hub.state() == state)
    #expect(try first.comments().flatMap(\.thread.replies).count == 1)
    #expect(try offices.hub.git("for-each-ref", "refs/naskah-private") == "")
    #expect(try second.comments().allSatisfy { $0.person == nil })
    for bench in [first, second] {
      try FileManager.default.removeItem(atPath: bench.path + "/.git/naskah/index.sqlite")
      #expect(try bench.state() == state)
      #expect(try bench.complaints() == "")
    }
    #expect(try offices.hub.complaints() == "")
  }

  @Test("the configured refspecs do the same with git push and git fetch alone")
  func configured() throws {
    let offices = try Offices()
    try offices.first.comment("Satu.")
    try offices.second.comment("Dua.")
    for bench in [offices.first, offices.second] { try bench.git("push", "-q", "origin") }
    for bench in [offices.first, offices.second] { try bench.git("fetch", "-q", "origin") }
    #expect(try offices.first.comments().count == 2)
    #expect(try offices.first.state() == offices.second.state())
    #expect(
      try offices.first.git("config", "--get-all", "remote.origin.fetch").split(separator: "\n")
        .filter { $0.contains("naskah") } == ["+refs/naskah/*:refs/naskah-seen/origin/*"])
  }

  @Test("what is not pushed yet outlives a fetch and a new index")
  func unpushed() throws {
    let offices = try Offices()
    let bench = offices.first
    try bench.comment("Sudah dikirim.")
    try offices.push(bench)
    try bench.comment("Belum dikirim.")
    try offices.fetch(bench)
    #expect(try bench.comments().compactMap(\.text).count == 2)
    try FileManager.default.removeItem(atPath: bench.path + "/.git/naskah/index.sqlite")
    #expect(try bench.comments().compactMap(\.text).count == 2)
  }

  @Test("a second meeting point that is behind takes nothing away")
  func behind() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    try first.git("clone", "-q", "--bare", ".", "../lama.git")
    try first.git("remote", "add", "lama", "../lama.git")
    try second.git("remote", "add", "lama", "../lama.git")
    try first.comment("Lama.")
    try offices.push(first, to: "lama")
    try first.comment("Baru.")
    try offices.push(first)
    try offices.fetch(second)
    #expect(try second.comments().compactMap(\.text).count == 2)
    try offices.fetch(second, from: "lama")
    #expect(try second.comments().compactMap(\.text) == ["Lama.", "Baru."])
    try FileManager.default.removeItem(atPath: second.path + "/.git/naskah/index.sqlite")
    #expect(try second.comments().compactMap(\.text) == ["Lama.", "Baru."])
  }

  @Test("the same file imported in both clones is one comment a row, replies of both kept")
  func sameFile() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    let csv = "tanggal,nama,masukan\n2025-10-12,A,Satu.\n2025-10-13,B,Dua.\n2025-10-13,B,Dua.\n"
    try second.comment("Lebih dulu, agar jam logis berbeda.")
    #expect(try first.importing(csv).imported == 3)
    #expect(try second.importing(csv).imported == 3)
    func thread(_ bench: Bench) throws -> EventID {
      try #require(try bench.comments().first { $0.text == "Satu." }).thread.id
    }
    let (mine, theirs) = (try thread(first), try thread(second))
    #expect(mine != theirs)
    _ = try first.open().reply(to: mine, "Balasan pertama.", agency: nil)
    _ = try second.open().reply(to: theirs, "Balasan kedua.", agency: nil)
    _ = try second.open().respond(
      to: theirs, .noted, reason: "Dicatat.", revision: nil, agency: nil)
    try offices.exchange()
    #expect(try first.comments().count == 4)
    #expect(try first.state() == second.state())
    let folded = try #require(try first.comments().first { $0.text == "Satu." })
    #expect(folded.thread.id == mine, "the lower clock is first")
    #expect(folded.thread.replies.count == 2)
    #expect(folded.thread.status == .noted)
    // Either name leads to it.
    #expect(try second.open().comment(theirs.rawValue).thread.id == mine)
    for bench in [first, second] {
      #expect(try bench.importing(csv).present == 3)
      let state = try bench.state()
      try FileManager.default.removeItem(atPath: bench.path + "/.git/naskah/index.sqlite")
      #expect(try bench.state() == state)
    }
  }

  /// Something wrong under the refs of another.
  struct Garbage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Gives the commit, or other object, for a ref, given the sound one.
    let make: @Sendable (Bench, _ log: String, _ text: String) throws -> [String: String]
  }

  private static func object(_ bench: Bench, _ bytes: String) throws -> String {
    try bench.folder.git(
      "hash-object", "-w", "--stdin", at: bench.name, input: Array(bytes.utf8))
  }

  /// A commit whose tree holds these files, each path with its bytes.
  private static func commit(_ bench: Bench, _ files: [String: String]) throws -> String {
    let index = ["GIT_INDEX_FILE": bench.path + "/.git/indeks-uji"]
    defer { try? FileManager.default.removeItem(atPath: bench.path + "/.git/indeks-uji") }
    for (path, bytes) in files {
      let added = try bench.folder.run(
        "git", ["update-index", "--add", "--cacheinfo", "100644,\(object(bench, bytes)),\(path)"],
        at: bench.name, environment: index)
      guard added.status == 0 else { throw ProgramFailure(added.errors) }
    }
    let tree = try bench.folder.run("git", ["write-tree"], at: bench.name, environment: index)
    return try bench.git(
      "commit-tree", "-m", "x", tree.output.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  static let garbage = [
    Garbage(testDescription: "a blob") { bench, _, _ in ["log": try object(bench, "apa saja")] },
    Garbage(testDescription: "a tree") { bench, _, _ in
      ["log": try bench.git("rev-parse", "HEAD^{tree}")]
    },
    Garbage(testDescription: "a commit of something else") { bench, _, _ in
      ["log": try bench.git("rev-parse", "HEAD"), "text": try bench.git("rev-parse", "HEAD")]
    },
    Garbage(testDescription: "a segment that is no JSON") { bench, log, _ in
      ["log": try commit(bench, ["format": "1\n", "-/-/-/-": "bukan json\n\(log)\n{}\n[[[[\n"])]
    },
    Garbage(testDescription: "a newer format") { bench, log, _ in
      ["log": try commit(bench, ["format": "99\n", "-/-/-/-": log + "\n"])]
    },
    Garbage(testDescription: "a clock beyond all bounds") { bench, log, _ in
      let wrong = log.replacing("\"clock\":1", with: "\"clock\":9223372036854775807")
      return ["log": try commit(bench, ["format": "1\n", "-/-/-/-": wrong + "\n"])]
    },
    Garbage(testDescription: "the highest clock of all") { bench, log, _ in
      let wrong = log.replacing("\"clock\":1", with: "\"clock\":\(Event.clockLimit)")
      return ["log": try commit(bench, ["format": "1\n", "-/-/-/-": wrong + "\n"])]
    },
    Garbage(testDescription: "bodies changed under their hash") { bench, _, text in
      let wrong = text.replacing("Asli", with: "Palsu")
      return ["text": try commit(bench, ["format": "1\n", "-/-/-/-": wrong + "\n"])]
    },
    Garbage(testDescription: "names of all kinds") { bench, log, _ in
      let wrong = log.replacing("pasal-3", with: "../../../etc\\u0000").replacing(
        "\"type\"", with: "\"type\":\"x\",\"type\"")
      return [
        "log": try commit(
          bench, ["format": "1\n", "-/-/-/-": wrong, "a/b": "x", "-/-/-/-0": "{", "-/x": "y"])
      ]
    },
    Garbage(testDescription: "nested deeper than any reader") { bench, _, _ in
      let deep = String(repeating: "[", count: 200_000)
      return ["log": try commit(bench, ["format": "1\n", "-/-/-/-": "{\"type\":\(deep)\n"])]
    },
    Garbage(testDescription: "a format without end") { bench, log, _ in
      let long = String(repeating: "1", count: 100_000)
      return ["log": try commit(bench, ["format": long, "-/-/-/-": log])]
    },
  ]

  @Test("fetched garbage stops nothing and loses nothing else", arguments: garbage)
  func fetchedGarbage(_ garbage: Garbage) throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    try second.comment("Asli dari kantor kedua.")
    let names = try second.git("for-each-ref", "--format=%(refname)", "refs/naskah")
      .split(separator: "\n").map(String.init)
    let log = try second.git("show", "\(names[0]):-/-/-/-")
    let text = try second.git("show", "\(names[1]):-/-/-/-")
    let mine = try first.comment("Milik sendiri.")
    for (kind, object) in try garbage.make(second, log, text) {
      let ref = "refs/naskah/\(kind)/00000000deadbeef"
      try second.folder.write(object + "\n", to: "kedua/.git/\(ref)")
    }
    try offices.exchange()
    try first.git("update-ref", "refs/naskah-seen/origin/aneh", "HEAD")
    let texts = try first.comments().compactMap(\.text)
    #expect(texts.contains("Milik sendiri."))
    #expect(texts.contains("Asli dari kantor kedua."))
    #expect(!texts.contains { $0.contains("Palsu") })
    // Work goes on, and an index made anew is the same.
    _ = try first.open().reply(to: mine, "Terus bekerja.", agency: nil)
    let after = try first.comment("Berikutnya.")
    #expect(try first.comments().contains { $0.thread.id == after })
    let state = try first.state()
    try FileManager.default.removeItem(atPath: first.path + "/.git/naskah/index.sqlite")
    #expect(try first.state() == state)
    _ = try first.open().status()
    _ = try first.open().log(of: first.key("pekat"), withChanges: true)
  }

  @Test("random histories over three clones end in the same state", arguments: 0..<4)
  func random(_ seed: Int) throws {
    let offices = try Offices()
    let third = Bench(in: offices.first.folder, name: "ketiga")
    try offices.first.folder.git("clone", "-q", "pusat.git", "ketiga", at: "")
    let benches = [offices.first, offices.second, third]
    var random = SeededRandom(UInt64(seed))
    for step in 0..<24 {
      let bench = random.pick(benches)
      let known = try bench.comments().map(\.thread.id)
      switch random.below(7) {
      case 0, 1: try bench.comment("Masukan \(step).", "pasal-\(1 + random.below(9))")
      case 2 where !known.isEmpty:
        _ = try bench.open().reply(to: random.pick(known), "Balasan \(step).", agency: nil)
      case 3 where !known.isEmpty:
        _ = try bench.open().respond(
          to: random.pick(known), random.pick(CommentAnswered.Disposition.allCases),
          reason: "Sebab \(step).", revision: nil, agency: nil)
      case 4: try bench.importing("nama,masukan\nA,Satu.\nB,Dua \(random.below(2)).\n")
      case 5: if try bench.git("for-each-ref", "refs/naskah") != "" { try offices.push(bench) }
      default: try offices.fetch(bench)
      }
    }
    for bench in benches where try bench.git("for-each-ref", "refs/naskah") != "" {
      try offices.push(bench)
    }
    for bench in benches { try offices.fetch(bench) }
    let state = try benches[0].state()
    for bench in benches + [offices.hub] { #expect(try bench.state() == state) }
    try FileManager.default.removeItem(atPath: benches[1].path + "/.git/naskah/index.sqlite")
    #expect(try benches[1].state() == state)
  }
}
