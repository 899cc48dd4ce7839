import Foundation
import GRDB
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Comments and their places") struct CommentTests {
  @Test("a comment on the working text is placed on the last revision, and says so")
  func workingText() throws {
    let bench = try Bench()
    let address = try #require(RevisionAddress("pekat"))
    #expect(try bench.open().place(at: address, unit: "Pasal 3").isWorkingTextDifferent == false)
    try bench.edit()
    let place = try bench.open().place(at: address, unit: "Pasal 3")
    #expect(place.isWorkingTextDifferent)
    #expect(place.revision.number == 1)
    #expect(place.anchor.address == "pasal-3")
  }

  @Test("units that are not there name what there is")
  func units() throws {
    var pasal = Bench.pasal
    pasal[8] = ["Ayat satu.", "Ayat dua.", "Ayat tiga."]
    let bench = try Bench(["pekat": [SampleText.regulation(pasal)]])
    func failure(_ unit: String, quote: String? = nil) throws -> Failure? {
      let address = try #require(RevisionAddress("pekat@1"))
      return bench.failure { _ = try bench.open().place(at: address, unit: unit, quote: quote) }
    }
    #expect(
      try failure("Pasal 9 ayat (4)")
        == .unitNotFound(
          asked: "pasal-9/ayat-4", text: "pekat r1", parent: "pasal-9",
          present: ["pasal-9/ayat-1", "pasal-9/ayat-2", "pasal-9/ayat-3"]))
    #expect(try failure("bukan apa pun") == .unitNotUnderstood("bukan apa pun"))
    guard case .unitNotFound(_, _, nil, let present)? = try failure("Pasal 99") else {
      Issue.record("Pasal 99 is found")
      return
    }
    #expect(present.count == 10)
    #expect(
      try failure("Pasal 9 ayat (1)", quote: "kata yang tiada")
        == .quoteNotFound(quote: "kata yang tiada", unit: "pasal-9/ayat-1"))
    let quoted = try bench.open().place(
      at: #require(RevisionAddress("pekat@1")), unit: "Pasal 9 ayat (2)", quote: " dua. ")
    #expect(quoted.anchor.quote?.exact == "dua.")
    #expect(quoted.anchor.quote?.prefix == "Ayat ")
  }

  @Test("a comment follows its Pasal through revisions, forward and back")
  func follows() throws {
    var after = Bench.pasal
    after.insert(["Sisipan tentang mercusuar dan dermaga kayu milik pemerintah."], at: 1)
    var last = after
    last.remove(at: 5)
    let bench = try Bench([
      "pekat": [Bench.pasal, after, last].map { SampleText.regulation($0) }
    ])
    try bench.comment("Pada r1.", at: "pekat@1", "pasal-3")
    try bench.comment("Pada yang hilang.", at: "pekat@1", "pasal-5")
    try bench.comment("Pada r3.", at: "pekat@3", "pasal-2")
    func placed(_ revision: String) throws -> [String: Placement] {
      let at = try #require(RevisionAddress(revision))
      let list = try bench.open().comments(CommentFilter(at: at)).comments
      return Dictionary(uniqueKeysWithValues: list.map { ($0.text ?? "", $0.placement) })
    }
    let latest = try placed("pekat@latest")
    #expect(latest["Pada r1."] == Placement(state: .moved, address: "pasal-4"))
    #expect(latest["Pada yang hilang."]?.state == .detached)
    #expect(latest["Pada yang hilang."]?.parent == "bab-1")
    #expect(latest["Pada r3."] == Placement(state: .current, address: "pasal-2"))
    let first = try placed("pekat@1")
    #expect(first["Pada r1."]?.state == .current)
    #expect(first["Pada r3."]?.state == .detached)
    #expect(try bench.open().status().drafts.first?.detached == 1)
  }

  @Test("what two revisions have in common is found once, and by each build for itself")
  func storedMatches() throws {
    var after = Bench.pasal
    after.insert(["Sisipan tentang mercusuar dan dermaga kayu milik pemerintah."], at: 1)
    let bench = try Bench(["pekat": [Bench.pasal, after].map { SampleText.regulation($0) }])
    try bench.comment("Pada r1.", at: "pekat@1", "pasal-3")
    let moved = Placement(state: .moved, address: "pasal-4")
    #expect(try bench.comments().first?.placement == moved)
    let index = try bench.open().index()
    let kept = try index.read { try Data.fetchAll($0, sql: "SELECT units FROM matches") }
    #expect(kept.count == 1)
    // Other matches in their place are believed: nobody compared again.
    let empty = kept[0].prefix(8) + Data(repeating: 0xFF, count: kept[0].count - 12)
    func keep(_ units: Data) throws {
      try index.write { try $0.execute(sql: "UPDATE matches SET units = ?", arguments: [units]) }
    }
    try keep(summed(empty))
    #expect(try bench.comments().first?.placement.state == .detached)
    // Unless they cannot be of these texts.
    try keep(summed(Data([1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])))
    #expect(try bench.comments().first?.placement == moved)
    try keep(empty + kept[0].suffix(4))
    #expect(try bench.comments().first?.placement == moved)
    // Those of another build are not, nor what is damaged.
    try index.write { try $0.execute(sql: "UPDATE matches SET program = program + 1") }
    #expect(try bench.comments().first?.placement == moved)
    #expect(try index.read { try Data.fetchAll($0, sql: "SELECT units FROM matches") } == kept)
    try keep(Data([0]))
    #expect(try bench.comments().first?.placement == moved)
    // Changes to the working text are compared each time.
    try bench.edit()
    #expect(try bench.comments().first?.placement.state != .detached)
    #expect(try index.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM matches") } == 1)
  }

  /// Bytes with the sum at their end that those of matches have.
  private func summed(_ bytes: Data) -> Data {
    var sum: UInt32 = 0x811C_9DC5
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let code = (0..<4).reduce(UInt32(0)) {
        $0 | UInt32(bytes[bytes.startIndex + start + $1]) << (8 * UInt32($1))
      }
      sum = (sum ^ code) &* 0x0100_0193
    }
    return bytes + withUnsafeBytes(of: sum.littleEndian) { Data($0) }
  }

  @Test("a list is given though nothing can be kept: another process is about to write")
  func heldIndex() throws {
    var after = Bench.pasal
    after.insert(["Sisipan tentang mercusuar dan dermaga kayu milik pemerintah."], at: 1)
    let bench = try Bench(["pekat": [Bench.pasal, after].map { SampleText.regulation($0) }])
    try bench.comment("Pada r1.", at: "pekat@1", "pasal-3")
    _ = try bench.comments()
    let path = bench.path + "/.git/naskah/index.sqlite"
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "DELETE FROM matches") }
    try other.writeWithoutTransaction { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      #expect(try bench.comments().first?.placement.address == "pasal-4")
      try database.execute(sql: "ROLLBACK")
    }
    #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM matches") } == 0)
    _ = try bench.comments()
    #expect(try other.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM matches") } == 1)
  }

  @Test("comments on a line that left the branch are placed from their own text")
  func strays() throws {
    let bench = try Bench()
    try bench.git("checkout", "-q", "-b", "usul")
    try bench.edit(with: "Hanya di cabang usul.")
    try bench.commit("usul")
    try bench.comment("Pada usul.", at: "pekat@2", "pasal-7")
    try bench.git("checkout", "-q", "main")
    let comment = try #require(try bench.comments().first)
    #expect(comment.revision == nil)
    #expect(comment.placement == Placement(state: .current, address: "pasal-7"))
    try bench.git("branch", "-q", "-D", "usul")
    try bench.git("reflog", "expire", "--expire=now", "--all")
    try bench.git("gc", "-q", "--prune=now")
    #expect(try bench.comments().first?.placement.state == .detached)
    #expect(try bench.comments().first?.text == "Pada usul.")
  }

  @Test("the diff holds the comments at its changes")
  func atChanges() throws {
    var after = Bench.pasal
    after[3][0] += " Dengan tambahan baru di belakangnya."
    let bench = try Bench(["pekat": [Bench.pasal, after].map { SampleText.regulation($0) }])
    let at = try bench.comment("Tentang Pasal 4.", at: "pekat@1", "pasal-4")
    try bench.comment("Tentang Pasal 6.", at: "pekat@1", "pasal-6")
    let report = try bench.open().diff(try #require(RevisionRange("pekat@1..2")))
    #expect(report.comments.values.flatMap { $0 }.map(\.thread.id) == [at])
  }

  @Test("an answer names the revision that acts on it; the last answer counts")
  func answers() throws {
    let bench = try Bench()
    let id = try bench.comment("Mohon diubah.")
    try bench.edit()
    try bench.commit()
    _ = try bench.open().respond(
      to: id, .rejected, reason: "Tidak.", revision: nil, agency: "Bagian Hukum")
    _ = try bench.open().respond(
      to: id, .accepted, reason: "Ya.", revision: RevisionAddress("pekat@2"), agency: nil)
    let comment = try #require(try bench.comments().first)
    #expect(comment.thread.status == .accepted)
    #expect(comment.answerRevision == 2)
    #expect(try bench.open().comments(CommentFilter(status: .open)).comments.isEmpty)
    #expect(try bench.open().comments(CommentFilter(status: .accepted)).comments.count == 1)
    #expect(try bench.open().status().drafts.first?.comments == CommentCounts(total: 1, open: 0))
  }
}
