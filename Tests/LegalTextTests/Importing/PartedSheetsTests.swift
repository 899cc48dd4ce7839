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

  @Test(
    "A line that reaches across the fold leaves its sheet parted", arguments: OwnDrafts.names)
  func crossed(_ name: String) throws {
    let original = try OwnDrafts.text(name)
    var simulator = PageSimulator(.init(width: 58, isTwoUp: true), seed: 3)
    let printed = simulator.printed(original)
    let wanted = LegalParser.parse(original).units.map(\.address)
    let lines = printed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var tried = 0
    for index in lines.indices where index.isMultiple(of: 5) {
      guard let longer = Self.lengthened(lines[index]) else { continue }
      var sheet = lines
      sheet[index] = longer
      let sheets = try #require(
        PartedSheets.parting(Array(sheet.joined(separator: "\n").utf8)), "\(longer)")
      #expect(LegalParser.parse(sheets.bytes).units.map(\.address) == wanted, "\(longer)")
      tried += 1
    }
    #expect(tried > 5)
  }

  /// The line with the last word of its left page drawn out to one blank before the right one.
  private static func lengthened(_ line: String) -> String? {
    let characters = Array(line)
    guard characters.count > 70, !line.contains("\u{0C}"),
      let right = characters.indices.dropFirst(50).first(where: {
        characters[$0] != " " && characters[($0 - 4)..<$0].allSatisfy { $0 == " " }
      }), let left = characters[..<right].lastIndex(where: { $0 != " " }), left > 20,
      characters[left].isLowercase, characters[left - 20..<left].contains(" ")
    else { return nil }
    return String(characters[...left]) + String(repeating: "x", count: right - left - 2) + " "
      + String(characters[right...])
  }

  /// A sheet of thirty lines, of which those at `crossing` reach up to one blank before the right page.
  private static func sheet(_ crossing: Set<Int>) -> String {
    (0..<30).map { line in
      let left = String(repeating: "taman ", count: 8) + "kiri"
      let gap = crossing.contains(line) ? "x" + String(repeating: "y", count: 8) + " " : ""
      return left + (gap.isEmpty ? String(repeating: " ", count: 10) : gap) + "Kanan "
        + String(repeating: "pagar ", count: 8)
    }.joined(separator: "\n")
  }

  private static func parting(_ sheets: [String]) -> PartedSheets? {
    PartedSheets.parting(Array(sheets.joined(separator: "\n\u{0C}").utf8))
  }

  @Test("A few lines across the fold of a short sheet are cut where its right page begins")
  func shortSheets() throws {
    let sheets = try #require(Self.parting([Self.sheet([4, 20]), Self.sheet([]), Self.sheet([])]))
    #expect(sheets.count == 3)
    let left = String(decoding: sheets.bytes, as: UTF8.self).split(separator: "\u{0C}")[0]
    #expect(left.contains("kirixyyyyyyyy") && !left.contains("Kanan"), "\(left)")
  }

  @Test("Sheets that most lines reach across are not parted")
  func allCrossed() {
    let most = Set(0..<20)
    #expect(Self.parting([Self.sheet([]), Self.sheet([]), Self.sheet([])]) != nil)
    #expect(Self.parting([Self.sheet(most), Self.sheet(most), Self.sheet([])]) == nil)
  }
}
