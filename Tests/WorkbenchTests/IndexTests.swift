import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("The index of the review log") struct IndexTests {
  private func index(_ bench: Bench) -> String { bench.path + "/.git/naskah/index.sqlite" }

  private func filled() throws -> Bench {
    let bench = try Bench()
    let id = try bench.comment("Mohon jam buka diperjelas.", from: Commenter(name: "A"))
    _ = try bench.open().reply(to: id, "Kami catat.", agency: "Dinas")
    _ = try bench.open().respond(
      to: id, .partial, reason: "Sebagian.", revision: nil, agency: nil)
    try bench.importing("nama,masukan\nB,Satu.\nC,Dua.\nD,Dua.\n")
    return bench
  }

  @Test("a deleted index loses nothing")
  func deleted() throws {
    let bench = try filled()
    let before = try bench.state()
    #expect(before.count == 4)
    try FileManager.default.removeItem(atPath: index(bench))
    #expect(try bench.state() == before)
    try FileManager.default.removeItem(atPath: bench.path + "/.git/naskah")
    #expect(try bench.state() == before)
  }

  @Test(
    "a damaged index is made anew",
    arguments: ["", "bukan basis data", String(repeating: "x", count: 40_000)])
  func damaged(_ content: String) throws {
    let bench = try filled()
    let before = try bench.state()
    try bench.write(content, to: ".git/naskah/index.sqlite")
    #expect(try bench.state() == before)
    try bench.comment("Sesudahnya.")
    #expect(try bench.state().count == 5)
  }

  @Test("pages that were lost or cut off lose nothing", arguments: 0..<24)
  func pages(_ seed: Int) throws {
    let bench = try filled()
    let before = try bench.state()
    var random = SeededRandom(UInt64(seed))
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: index(bench))))
    let first = random.below(bytes.count / 4096)
    if seed.isMultiple(of: 3) {
      bytes.removeLast(bytes.count - first * 4096 - random.below(4096))
    } else {
      let end = min(first + 1 + random.below(3), bytes.count / 4096)
      for offset in first * 4096..<end * 4096 { bytes[offset] = UInt8(random.below(256)) }
    }
    try Data(bytes).write(to: URL(fileURLWithPath: index(bench)))
    #expect(try bench.state() == before)
    try bench.comment("Sesudahnya.")
    #expect(try bench.state().count == before.count + 1)
  }

  @Test("an index of another version, and one that is a folder")
  func otherVersion() throws {
    let bench = try filled()
    let before = try bench.state()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: index(bench))))
    bytes[63] = 250
    try Data(bytes).write(to: URL(fileURLWithPath: index(bench)))
    #expect(try bench.state() == before)
    try FileManager.default.removeItem(atPath: index(bench))
    try bench.write("", to: ".git/naskah/index.sqlite/berkas")
    #expect(try bench.state() == before)
  }

  @Test("updated step by step is the same as made at once", arguments: Rounds.seeds(6))
  func updatedIsRebuilt(_ seed: Int) throws {
    let bench = try Bench(["pekat": [SampleText.regulation(Bench.pasal)]])
    var random = SeededRandom(UInt64(seed))
    var ids: [EventID] = []
    for step in 0..<14 {
      switch random.below(5) {
      case 0 where !ids.isEmpty:
        _ = try bench.open().reply(to: random.pick(ids), "Balasan \(step).", agency: nil)
      case 1 where !ids.isEmpty:
        _ = try bench.open().respond(
          to: random.pick(ids), random.pick(CommentAnswered.Disposition.allCases),
          reason: "Sebab \(step).", revision: nil, agency: nil)
      case 2: try bench.importing("masukan\nImpor \(step).\nImpor lagi.\n")
      case 3:
        try bench.edit(with: "Ketentuan \(step).")
        try bench.commit()
      default: ids.append(try bench.comment("Masukan \(step).", "pasal-\(1 + random.below(9))"))
      }
      if step.isMultiple(of: 3) { _ = try bench.comments() }
    }
    let updated = try bench.state()
    let found = try bench.open().comments(CommentFilter(search: "impor")).comments.count
    try FileManager.default.removeItem(atPath: index(bench))
    #expect(try bench.state() == updated)
    #expect(try bench.open().comments(CommentFilter(search: "impor")).comments.count == found)
  }

  @Test("a ref that went, or lost its last events, leaves the index as if made anew")
  func lostRefs() throws {
    let bench = try filled()
    let log = try bench.git("for-each-ref", "--format=%(refname)", "refs/naskah/log")
    let text = try bench.git("for-each-ref", "--format=%(refname)", "refs/naskah/text")
    func check() throws {
      let updated = try bench.state()
      try FileManager.default.removeItem(atPath: index(bench))
      #expect(try bench.state() == updated)
    }
    _ = try bench.comments()
    try bench.git("update-ref", log, "\(log)~1")
    try check()
    #expect(try bench.comments().count == 1)
    try bench.git("update-ref", text, "\(text)~2")
    try check()
    try bench.git("update-ref", "-d", log)
    try check()
    #expect(try bench.comments().isEmpty)
  }

  @Test("eight commands find a damaged index at once", .timeLimit(.minutes(20)))
  func repairedAtOnce() async throws {
    let bench = try filled()
    let before = try bench.state()
    for round in 0..<6 {
      if round.isMultiple(of: 2) {
        try FileManager.default.removeItem(atPath: index(bench))
      } else {
        try bench.write("rusak", to: ".git/naskah/index.sqlite")
      }
      let states = try await withThrowingTaskGroup(of: [String].self) { group in
        for _ in 0..<8 { group.addTask { try bench.state() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      for state in states { #expect(state == before) }
    }
  }

  @Test("search finds whole words and beginnings, in any case, and nothing it should not")
  func search() throws {
    let bench = try Bench()
    try bench.comment("Jam buka RUMAH makan terlalu sempit.")
    try bench.comment("Kewajiban melapor \"setiap malam\" – berat.")
    func found(_ words: String) throws -> Int {
      try bench.open().comments(CommentFilter(search: words)).comments.count
    }
    #expect(try found("rumah") == 1)
    #expect(try found("SEMPIT jam") == 1)
    #expect(try found("melap") == 1)
    #expect(try found("akan") == 0)
    #expect(try found("rumah melapor") == 0)
    for hostile in ["\"", "*", "a\"b", "NEAR(", "AND OR NOT", "text:jam", "-", "", "'; DROP TABLE"]
    {
      _ = try found(hostile)
    }
    #expect(try found("\"setiap malam\"") == 1)
  }

  @Test("ids are found by their beginning")
  func prefixes() throws {
    let bench = try filled()
    for comment in try bench.comments() {
      let id = comment.thread.id.rawValue
      #expect(try bench.open().comment(String(id.prefix(12))).thread.id.rawValue == id)
      #expect(try bench.open().comment(id.uppercased()).thread.id.rawValue == id)
    }
    for wrong in ["", "abc", "wxyz", "../../x", String(repeating: "a", count: 41)] {
      #expect(
        bench.failure { _ = try bench.open().comment(wrong) } == .commentPrefixTooShort(wrong))
    }
    let nobody = String(repeating: "0", count: 40)
    #expect(bench.failure { _ = try bench.open().comment(nobody) } == .commentNotFound(nobody))
  }

  @Test("an ambiguous beginning names what there is")
  func ambiguous() throws {
    let bench = try Bench()
    // So many that some two surely share their first four digits.
    let rows = (1...2500).map { "Masukan \($0)" }.joined(separator: "\n")
    try bench.importing("masukan\n\(rows)\n")
    let ids = try bench.comments().map(\.thread.id.rawValue)
    let counts = Dictionary(grouping: ids, by: { $0.prefix(4) })
    let shared = try #require(counts.first { $0.value.count > 1 })
    guard
      case .commentAmbiguous(_, let candidates)? = bench.failure({
        _ = try bench.open().comment(String(shared.key))
      })
    else {
      Issue.record("an ambiguous prefix is taken")
      return
    }
    #expect(Set(candidates) == Set(shared.value.map { String($0.prefix(12)) }))
  }
}
