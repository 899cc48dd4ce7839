import Foundation
import LegalText
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Which revision changed a unit") struct UnitHistoryTests {
  /// A Pasal with what is known of it.
  private struct Known {
    var text: String
    /// The revision that last changed its words.
    var changed: Int
    /// The revisions that did anything to it, its number included.
    var touched: [Int]
    var born: Int
  }

  /// A history with known truth: every step edits one Pasal, inserts one and removes one.
  private func history(
    _ seed: Int, revisions: Int
  ) -> (texts: [String], truth: [Known]) {
    var random = SeededRandom(UInt64(seed) &+ 4000)
    var known = (0..<8).map { _ in
      Known(text: random.sentence(24), changed: 1, touched: [1], born: 1)
    }
    var texts = [SampleText.regulation(known.map { [$0.text] })]
    for revision in 2...revisions {
      let before = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.text, $0) })
      let edited = random.below(known.count)
      let old = known[edited].text
      known[edited].text = random.sentence(3).dropLast() + " " + old
      known[edited].changed = revision
      let place = random.below(known.count + 1)
      if random.below(3) == 0, known.count > 5 {
        known.remove(at: (edited + 1) % known.count)
      } else {
        known.insert(
          Known(text: random.sentence(24), changed: revision, touched: [], born: revision),
          at: place)
      }
      for index in known.indices {
        let text =
          known[index].changed == revision && known[index].born < revision
          ? old : known[index].text
        if before[text] != index || known[index].changed == revision {
          known[index].touched.append(revision)
        }
      }
      texts.append(SampleText.regulation(known.map { [$0.text] }))
    }
    return (texts, known)
  }

  @Test("edits, insertions and removals of generated histories are told", arguments: 0..<4)
  func generated(_ seed: Int) throws {
    let (texts, truth) = history(seed, revisions: 6)
    let bench = try Bench(["pekat": texts])
    let address = try #require(RevisionAddress("pekat"))
    let blame = try bench.open().blame(address, unit: nil)
    let document = blame.text.document
    #expect(blame.origins.count == document.units.count)
    for (index, known) in truth.enumerated() {
      let unit = try #require(document.index(ofAddress: "pasal-\(index + 1)"))
      #expect(
        blame.origins[unit].revision?.number == known.changed, "seed \(seed) Pasal \(index + 1)")
      let log = try bench.open().log(of: address, unit: "Pasal \(index + 1)")
      #expect(
        log.entries.map { $0.revision?.number } == known.touched.reversed(),
        "seed \(seed) Pasal \(index + 1)")
      #expect(log.entries.last?.event.kinds == [.inserted])
      #expect(log.entries.last?.revision?.number == known.born)
    }
  }

  @Test("a Pasal is followed through an insertion, a move and an edit, both ways")
  func followed() throws {
    var pasal = SampleText.pasal(9, seed: 5)
    pasal[4] = ["Setiap orang wajib menjaga ketertiban di jalan, taman, dan pasar kota."]
    var texts = [SampleText.regulation(pasal)]
    pasal.insert(["Sisipan tentang mercusuar dan dermaga kayu milik pemerintah daerah."], at: 1)
    texts.append(SampleText.regulation(pasal))
    pasal.append(pasal.remove(at: 5))
    texts.append(SampleText.regulation(pasal))
    pasal[9][0] += " Pelanggarannya dikenai teguran."
    texts.append(SampleText.regulation(pasal))
    pasal.removeLast()
    texts.append(SampleText.regulation(pasal))
    let bench = try Bench(["pekat": texts])
    let log = try bench.open().log(of: #require(RevisionAddress("pekat@1")), unit: "Pasal 5")
    let numbers = log.entries.map { $0.revision?.number }
    #expect(numbers == [5, 4, 3, 2, 1])
    #expect(
      log.entries.map(\.event.address) == [nil, "pasal-10", "pasal-10", "pasal-6", "pasal-5"])
    #expect(
      log.entries.map(\.event.origins)
        == [["pasal-10"], ["pasal-10"], ["pasal-6"], ["pasal-5"], []])
    #expect(
      log.entries.map(\.event.kinds)
        == [[.removed], [.edited], [.moved, .renumbered], [.renumbered], [.inserted]])
    #expect(log.entries[1].event.insertedWords == 3)
    let backwards = try bench.open().log(
      of: #require(RevisionAddress("pekat@4")), unit: "pasal-10")
    #expect(backwards.entries == log.entries)
  }

  @Test("what is not saved has no revision; what was saved keeps its own")
  func unsaved() throws {
    let bench = try Bench()
    let address = try #require(RevisionAddress("pekat"))
    #expect(try bench.open().blame(address, unit: nil).text.revision?.number == 1)
    try bench.edit()
    let blame = try bench.open().blame(address, unit: nil)
    let document = blame.text.document
    let unsaved = blame.origins.indices.filter { blame.origins[$0].revision == nil }
    #expect(!unsaved.isEmpty)
    for unit in unsaved {
      #expect(document.units[unit].address.hasPrefix("pasal-2"))
    }
    let log = try bench.open().log(of: address, unit: "Pasal 2")
    #expect(log.entries.map { $0.revision?.number } == [nil, 1])
    #expect(log.entries.first?.event.kinds == [.edited])
  }

  @Test("the comment that a revision answers stands at its unit alone")
  func answers() throws {
    let bench = try Bench()
    let here = try bench.comment("Tentang Pasal 2.", "pasal-2")
    let there = try bench.comment("Tentang Pasal 7.", "pasal-7")
    try bench.edit()
    try bench.commit("Perbaikan", resolves: [here.rawValue, there.rawValue])
    let blame = try bench.open().blame(#require(RevisionAddress("pekat")), unit: nil)
    let document = blame.text.document
    #expect(Set(blame.comments.keys) == [here, there])
    for (index, origin) in blame.origins.enumerated() where !origin.comments.isEmpty {
      #expect(origin.comments == [here])
      #expect(document.units[index].address.hasPrefix("pasal-2"))
    }
    #expect(blame.origins.contains { $0.comments == [here] })
  }

  @Test("a unit that is not there, and a draft without a revision")
  func failures() throws {
    let bench = try Bench()
    let address = try #require(RevisionAddress("pekat"))
    let absent = bench.failure { _ = try bench.open().log(of: address, unit: "Pasal 99") }
    #expect(absent?.code == "unit.not_found")
    #expect(
      bench.failure { _ = try bench.open().blame(address, unit: "x y z") }
        == .unitNotUnderstood("x y z"))
    #expect(
      bench.failure {
        _ = try bench.open().blame(#require(RevisionAddress("pekat@7")), unit: nil)
      } == .revisionNotFound(draft: "pekat", asked: "7", latest: 1))
  }

  @Test(
    "the sample drafts: each unit has its revision, and its history agrees with it",
    arguments: ["pekat", "puk", "rtrw"])
  func samples(_ draft: String) throws {
    let texts = try PackageFolder.revisions(of: draft).map { String(decoding: $0, as: UTF8.self) }
    let bench = try Bench([draft: texts])
    let address = try #require(RevisionAddress(draft))
    let blame = try bench.open().blame(address, unit: nil)
    let document = blame.text.document
    var seen: Set<Int> = []
    for (index, unit) in document.units.enumerated() {
      let number = try #require(blame.origins[index].revision?.number, "\(unit.address)")
      seen.insert(number)
      guard unit.kind == .pasal || index % 9 == 0 else { continue }
      let log = try bench.open().log(of: address, unit: unit.address)
      let touched = log.entries.compactMap { $0.revision?.number }
      #expect(touched.contains(number), "\(unit.address)")
      #expect(touched == touched.sorted(by: >))
      #expect(log.entries.first?.event.address == unit.address)
      #expect(log.entries.last?.event.origins.isEmpty == true)
      for (entry, before) in zip(log.entries, log.entries.dropFirst()) {
        #expect(entry.event.origins.first == before.event.address, "\(unit.address)")
      }
    }
    #expect(seen == Set(1...texts.count))
  }
}
