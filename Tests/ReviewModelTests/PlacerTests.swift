import DraftDiff
import LegalText
import TestSupport
import Testing

@testable import ReviewModel

@Suite("Where the place of a comment stands") struct PlacerTests {
  private func parsed(_ pasal: [[String]], clear: Int = 0) -> LegalDocument {
    LegalParser.parse(Array(SampleText.regulation(pasal, clear: clear).utf8))
  }

  private func place(
    _ address: String?, _ old: LegalDocument, _ new: LegalDocument, backward: Bool = false
  ) throws -> Placement {
    try Placer.place(address, of: old, through: [step(old, new, backward: backward)])
  }

  private func matches(_ old: LegalDocument, _ new: LegalDocument) -> UnitMatches {
    UnitMatches(Comparison.compare(old, new).alignment, old, new)
  }

  private func step(
    _ old: LegalDocument, _ new: LegalDocument, backward: Bool = false
  ) -> Placer.Step {
    let matches = backward ? matches(new, old) : matches(old, new)
    return Placer.Step(matches, isBackward: backward) { new }
  }

  private let pasal = SampleText.pasal(12, seed: 5)

  @Test("the same text", arguments: [false, true])
  func same(_ backward: Bool) throws {
    let document = parsed(pasal, clear: 3)
    let step = step(document, document, backward: backward)
    for unit in document.units where unit.kind != .blok {
      let placement = try Placer.place(unit.address, of: document, through: [step])
      #expect(placement.state == .current || placement.state == .detached, "\(unit.address)")
      if unit.kind == .pasal, !unit.address.hasPrefix("penjelasan") {
        #expect(placement == Placement(state: .current, address: unit.address))
      }
    }
    #expect(try place(nil, document, document).state == .current)
    #expect(try place("pasal-99", document, document).state == .detached)
  }

  @Test("an inserted Pasal moves those behind it")
  func inserted() throws {
    var after = pasal
    after.insert(["Ketentuan yang sama sekali baru tentang jembatan gantung dan perahu."], at: 4)
    let (old, new) = (parsed(pasal), parsed(after))
    #expect(try place("pasal-4", old, new) == Placement(state: .current, address: "pasal-4"))
    #expect(try place("pasal-5", old, new) == Placement(state: .moved, address: "pasal-6"))
    #expect(try place("pasal-12", old, new) == Placement(state: .moved, address: "pasal-13"))
    // Looked at from the newer text, the new Pasal is nowhere in the older one.
    #expect(try place("pasal-5", new, old, backward: true).state == .detached)
    #expect(
      try place("pasal-6", new, old, backward: true) == Placement(state: .moved, address: "pasal-5")
    )
  }

  @Test("a Pasal that moved, was edited, or went")
  func changed() throws {
    var after = pasal
    after.append(after.remove(at: 2))
    let moved = try place("pasal-3", parsed(pasal), parsed(after))
    #expect(moved == Placement(state: .moved, address: "pasal-12"))

    after = pasal
    after[5][0] += " Kecuali pada hari libur nasional."
    let address = after[5].count > 1 ? "pasal-6/ayat-1" : "pasal-6"
    #expect(
      try place(address, parsed(pasal), parsed(after))
        == Placement(state: .changed, address: address))

    after = pasal
    after.remove(at: 7)
    let gone = try place("pasal-8", parsed(pasal), parsed(after))
    #expect(gone.state == .detached)
    #expect(gone.address == nil)
    #expect(gone.parent == "bab-1")
  }

  @Test("200 times \"Cukup jelas.\": a place is the right one or none")
  func recurring() throws {
    let many = SampleText.pasal(200, seed: 9)
    var after = many
    after.remove(at: 50)
    after.insert(["Sisipan mengenai mercusuar dan dermaga kayu milik pemerintah."], at: 120)
    let (old, new) = (parsed(many, clear: 200), parsed(after, clear: 200))
    let step = step(old, new)
    var found = 0
    for number in 1...200 {
      let address = "penjelasan/pasal-\(number)"
      let placement = try Placer.place(address, of: old, through: [step])
      if number == 51 { #expect(placement.state == .detached) }
      guard placement.state != .detached else { continue }
      let expected = number < 51 || number > 121 ? number : number - 1
      #expect(placement.address == "penjelasan/pasal-\(expected)", "\(address)")
      found += 1
    }
    #expect(found > 150)
  }

  /// Words without numbers, which renumbering and references may change.
  private func plain(_ document: LegalDocument, _ unit: Int) -> [String] {
    document.ownText(of: unit).split { !($0.isLetter) }.map { $0.lowercased() }
  }

  /// The invariant: a place said to be the same holds the same words, numbers aside.
  private func check(
    _ steps: [Placer.Step], _ old: LegalDocument, _ new: LegalDocument
  ) throws -> (kept: Int, all: Int) {
    var kept = 0
    for (index, unit) in old.units.enumerated() {
      let placement = try Placer.place(unit.address, of: old, through: steps)
      switch placement.state {
      case .current, .moved:
        kept += 1
        guard let address = placement.address, let found = new.index(ofAddress: address) else {
          Issue.record("\(unit.address) is placed nowhere")
          continue
        }
        #expect(plain(old, index) == plain(new, found), "\(unit.address) → \(address)")
        if placement.state == .current {
          #expect(address == unit.address)
          #expect(old.ownText(of: index) == new.ownText(of: found))
        }
      case .changed:
        #expect(placement.address.map { new.index(ofAddress: $0) != nil } == true)
      case .detached:
        #expect(placement.address == nil)
        if let parent = placement.parent { #expect(new.index(ofAddress: parent) != nil) }
      }
    }
    return (kept, old.units.count)
  }

  @Test("random edits: nothing is placed at other words", arguments: Rounds.seeds(25))
  func random(_ seed: Int) throws {
    var random = SeededRandom(UInt64(seed))
    let before = SampleText.pasal(10 + random.below(20), seed: UInt64(seed) + 100)
    var after = before
    for _ in 0...random.below(6) {
      let index = random.below(after.count)
      switch random.below(5) {
      case 0: after.insert([random.sentence(14)], at: index)
      case 1 where after.count > 2: after.remove(at: index)
      case 2: after.insert(after.remove(at: index), at: random.below(after.count))
      case 3: after[index][0] = random.edited(after[index][0], percent: 30)
      default: after[index].append(random.sentence(10))
      }
    }
    let (old, new) = (parsed(before, clear: 8), parsed(after, clear: 9))
    let forward = try check([step(old, new)], old, new)
    _ = try check([step(new, old, backward: true)], new, old)
    #expect(forward.kept * 2 > forward.all)
  }

  @Test("the sample drafts, over every pair of revisions", arguments: ["pekat", "puk", "rtrw"])
  func drafts(_ draft: String) throws {
    let texts = try PackageFolder.revisions(of: draft).map { LegalParser.parse($0) }
    let found = zip(texts, texts.dropFirst()).map { matches($0, $1) }
    for from in texts.indices {
      for to in texts.indices where to != from {
        let path = from < to ? Array(from..<to) : Array((to..<from).reversed())
        let steps = path.map { position in
          let target = texts[to < from ? position : position + 1]
          return Placer.Step(found[position], isBackward: to < from) { target }
        }
        let result = try check(steps, texts[from], texts[to])
        #expect(result.kept * 2 > result.all, "\(draft) \(from + 1) → \(to + 1)")
      }
    }
  }

  @Test("matches are read from their bytes, and from no others")
  func bytes() throws {
    var after = pasal
    after.insert(["Ketentuan yang sama sekali baru tentang jembatan gantung."], at: 4)
    after.remove(at: 9)
    let found = matches(parsed(pasal, clear: 6), parsed(after, clear: 6))
    let bytes = found.bytes
    #expect(UnitMatches(bytes) == found)
    #expect(UnitMatches([]) == nil)
    #expect(UnitMatches(bytes + [0]) == nil)
    #expect(UnitMatches(Array(bytes.dropLast(4))) == nil)
    // A unit that the other text does not have.
    var wrong = bytes
    wrong[8..<12] = [0, 0, 1, 0]
    #expect(UnitMatches(wrong) == nil)
    wrong[8..<12] = [0xFD, 0xFF, 0xFF, 0xFF]
    #expect(UnitMatches(wrong) == nil)
  }
}
