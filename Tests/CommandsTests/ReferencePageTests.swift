import Commands
import Foundation
import Testing

/// `docs/cli.md` against the program's own help.
@Suite("The reference page is what the program says")
struct ReferencePageTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/cli.md")

  @Test("docs/cli.md is the help of every command in both languages")
  func recorded() throws {
    let page = try ReferencePage.markdown()
    if ProcessInfo.processInfo.environment["NASKAH_RECORD"] == "1" {
      try Data(page.utf8).write(to: Self.file)
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(
      page == recorded, "to record it anew: NASKAH_RECORD=1 swift test --filter ReferencePage")
  }

  @Test("No line is wider than 80 columns")
  func width() throws {
    for line in try ReferencePage.markdown().split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test("The Indonesian part holds no word of the argument parser's own pages")
  func language() throws {
    let page = try ReferencePage.markdown()
    let indonesian = try #require(page.split(separator: "\n## English\n").first)
    for word in ["USAGE", "OVERVIEW", "OPTIONS", "Show ", "default:", "values:", "<options>"] {
      #expect(!indonesian.contains(word), "\(word)")
    }
  }

  @Test(
    "The English part holds no Indonesian words",
    arguments: ["Pilihan", "Pemakaian", "bawaan", "Menampilkan"])
  func english(_ word: String) throws {
    let page = try ReferencePage.markdown()
    let english = try #require(page.split(separator: "\n## English\n").last)
    #expect(!english.contains(word))
  }
}
