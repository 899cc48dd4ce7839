import LegalText
import Testing

@Suite("Two pages on a sheet")
struct PartedSheetsTests {
  @Test(
    "The outline of the pages is that of the text, its ranges those of the sheets",
    arguments: OwnDrafts.names)
  func parted(_ name: String) throws {
    let original = try OwnDrafts.text(name)
    var simulator = PageSimulator(.init(width: 58, isTwoUp: true), seed: 3)
    let printed = Array(simulator.printed(original).utf8)
    let sheets = try #require(PartedSheets.parting(printed))
    #expect(sheets.count > 2)
    let document = LegalParser.parse(sheets.bytes)
    let wanted = LegalParser.parse(original).units.map(\.address)
    #expect(document.units.map(\.address) == wanted)
    for unit in document.units {
      let range = sheets.sourceRange(of: unit.range)
      #expect(printed.indices.contains(range.lowerBound) && range.upperBound <= printed.count)
      let label = sheets.sourceRange(of: unit.labelRange)
      #expect(
        unit.labelRange.isEmpty || printed[label].elementsEqual(sheets.bytes[unit.labelRange]))
      guard let parent = unit.parent else { continue }
      let outer = sheets.sourceRange(of: document.units[parent].range)
      #expect(outer.lowerBound <= range.lowerBound && range.upperBound <= outer.upperBound)
    }
  }

  @Test("A text of one page after the other has no sheets", arguments: OwnDrafts.names)
  func plain(_ name: String) throws {
    var simulator = PageSimulator(.init(isJustified: true), seed: 4)
    let printed = simulator.printed(try OwnDrafts.text(name))
    #expect(PartedSheets.parting(Array(printed.utf8)) == nil)
    #expect(PartedSheets.parting([]) == nil)
  }
}
