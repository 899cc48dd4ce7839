import LegalText
import TestSupport
import Testing

@Suite("Renumbering gives what the unchanged text says")
struct RenumberTruthTests {
  private static let kinds: [[UnitKind]] = [[.pasal], [.ayat], [.huruf, .angka, .definisi]]
  private static let texts = SampleDrafts.paths.filter {
    $0.hasSuffix("naskah.txt") && !$0.contains("rtrw")
  }

  @Test("a unit deleted, inserted or moved in the drafts: every other byte", arguments: texts)
  func drafts(_ path: String) {
    var random = SeededNumbers(state: 90)
    let document = LegalParser.parse(SampleDrafts.bytes(path))
    var trials = 0
    for kinds in Self.kinds {
      for operation in RenumberTruth.Operation.allCases {
        for _ in 0..<6 {
          guard let truth = RenumberTruth(document, kinds, operation, using: &random) else {
            continue
          }
          trials += 1
          let plan = Renumbering.plan(for: LegalParser.parse(truth.edited))
          #expect(plan.applied() == truth.expected, "\(truth.name)")
        }
      }
    }
    #expect(trials > 40)
  }

  @Test(
    "the same in real regulations", .enabled(if: Corpus.isPresent, "shared/corpus is absent"))
  func corpus() {
    var random = SeededNumbers(state: 17)
    var trials = 0
    var wrong: [String] = []
    // Scans have numbers of their own misread; these were printed from text.
    let names = Corpus.names.filter { $0.hasPrefix("kp-perda-20") || $0.hasPrefix("json-uu-2022") }
    for name in names where Corpus.bytes(name).count < 60_000 {
      let imported = TextImporter.importing(Corpus.bytes(name)).text
      let base = Renumbering.plan(for: LegalParser.parse(imported)).applied()
      let document = LegalParser.parse(base)
      guard Renumbering.plan(for: document).isEmpty else { continue }
      for kinds in Self.kinds {
        let operation = RenumberTruth.Operation.allCases.randomElement(using: &random) ?? .move
        guard let truth = RenumberTruth(document, kinds, operation, using: &random) else {
          continue
        }
        trials += 1
        let result = Renumbering.plan(for: LegalParser.parse(truth.edited)).applied()
        if result != truth.expected { wrong.append("\(name): \(truth.name)") }
      }
    }
    #expect(trials > 150)
    // What is left are items that end without a sign, whose neighbour was taken away.
    #expect(wrong.count * 40 <= trials, "\(wrong)")
  }
}
