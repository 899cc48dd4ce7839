import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// What comes at once in such amounts that the index is sooner filled anew.
@Suite("An index outgrown at once") struct IndexRefillTests {
  private func index(_ bench: Bench) -> String { bench.path + "/.git/naskah/index.sqlite" }

  /// The number of the index's file: another once it was filled anew.
  private func file(_ bench: Bench) throws -> UInt64 {
    let attributes = try FileManager.default.attributesOfItem(atPath: index(bench))
    return try #require(attributes[.systemFileNumber] as? UInt64)
  }

  /// Inputs of which each makes a record of more than a kilobyte.
  private func rows(_ count: Int, _ random: inout SeededRandom) -> String {
    let opening = random.sentence(40)
    let lines = (0..<count).map { number in
      let agency = (0..<100).map { _ in random.pick(SeededRandom.words) }.joined(separator: " ")
      let text = number % 50 == 0 ? opening : "Masukan \(number) \(random.sentence(6))"
      return "\(agency) \(number),\"\(text)\""
    }
    return "instansi,masukan\n" + lines.joined(separator: "\n") + "\n"
  }

  private func groups(_ bench: Bench) throws -> Set<Set<EventID>> {
    Set(try bench.open().letterGroups(of: nil).groups.map { Set($0.members.map(\.id)) })
  }

  @Test("much at once fills it anew, little does not; both give what a new index gives")
  func outgrown() throws {
    let bench = try Bench()
    var random = SeededRandom(31)
    let first = try bench.comment("Yang pertama.")
    _ = try bench.open().respond(to: first, .noted, reason: "Ya.", revision: nil, agency: nil)
    try bench.importing(rows(300, &random), named: "sedikit.csv")
    #expect(try bench.comments().count == 301)
    let small = try file(bench)
    try bench.importing(rows(200, &random), named: "lagi.csv")
    #expect(try bench.comments().count == 501)
    #expect(try file(bench) == small)

    try bench.importing(rows(4500, &random), named: "banyak.csv")
    #expect(try bench.comments().count == 5001)
    let large = try file(bench)
    #expect(large != small)
    _ = try bench.open().reply(to: first, "Sesudahnya.", agency: "Dinas")
    try bench.importing(rows(400, &random), named: "akhir.csv")
    let (state, letters) = try (bench.state(), groups(bench))
    #expect(state.count == 5401)
    #expect(letters.count == 4)
    #expect(try file(bench) == large)
    _ = try bench.open().reindex()
    #expect(try bench.state() == state)
    #expect(try groups(bench) == letters)
  }

  @Test("so does much that a fetch brings to another clone")
  func fetched() throws {
    let bench = try Bench()
    var random = SeededRandom(32)
    try bench.importing(rows(100, &random), named: "sedikit.csv")
    try bench.git("clone", "-q", ".", "../salinan")
    let clone = Bench(in: bench.folder, name: "salinan")
    try clone.git("fetch", "-q", "origin", "+refs/naskah/*:refs/naskah-seen/origin/*")
    #expect(try clone.state() == bench.state())
    let small = try file(clone)
    try bench.importing(rows(4500, &random), named: "banyak.csv")
    try clone.git("fetch", "-q", "origin", "+refs/naskah/*:refs/naskah-seen/origin/*")
    #expect(try clone.state() == bench.state())
    #expect(try file(clone) != small)
    #expect(try groups(clone) == groups(bench))
  }
}
