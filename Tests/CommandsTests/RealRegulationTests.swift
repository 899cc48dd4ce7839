import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite(
  "A regulation in force, changed by a drafter",
  .enabled(
    if: PackageFolder.hasCorpus,
    "skipped: ../shared/corpus/laws/serang-perda-2010-002-pekat-flow.txt is not here"))
struct RealRegulationTests {
  private static let names = [
    "serang-perda-2010-002-pekat-flow.txt", "serang-perda-2010-002-pekat.txt",
  ]

  /// Puts a word into the first line of five Pasal, and a new Pasal before the last.
  private func changed(_ text: String) throws -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func position(_ heading: String) throws -> Int {
      try #require(
        lines.firstIndex { $0.trimmingCharacters(in: .whitespaces) == heading }, "\(heading)")
    }
    for number in [3, 7, 10, 17, 20] {
      var line = try position("Pasal \(number)") + 1
      while lines[line].allSatisfy(\.isWhitespace) { line += 1 }
      let end = try #require(lines[line].lastIndex { $0 == " " })
      lines[line].insert(contentsOf: " mercusuar\(number)", at: end)
    }
    lines.insert(
      contentsOf: ["Pasal 22A", "Dermaga kayu dan perahu wisata dipelihara oleh kelurahan.", ""],
      at: try position("Pasal 23"))
    return lines.joined(separator: "\n")
  }

  @Test("five edits and an inserted Pasal are all that is shown", arguments: names)
  func mainJob(_ name: String) async throws {
    let desk = try Desk()
    _ = await desk.run("init", "kerja", at: "")
    let source = "\(PackageFolder.corpus)/laws/\(name)"
    let added = await desk.run("draft", "add", "pekat", "--title", "Pekat", "--file", source)
    #expect(added.code == 0, "\(added.errors)")
    #expect(await desk.run("commit", "-m", "Perda yang berlaku").code == 0)
    let file = "kerja/Drafts/pekat/naskah.txt"
    try desk.folder.write(changed(desk.folder.text(file)), to: file)
    #expect(await desk.run("commit", "-m", "Lima perubahan").code == 0)

    let diff = try await desk.run("diff", "pekat@1..2", "--format", "json").json()
    let summary = try #require(diff["summary"] as? [String: Any])
    func count(_ key: String) -> Int? { summary[key] as? Int }
    #expect(count("inserted") == 1)
    #expect(count("edited") == 5)
    for key in ["removed", "moved", "renumbered", "split", "merged"] {
      #expect(count(key) == 0, "\(key)")
    }
    let words = try #require(summary["words"] as? [String: Int])
    // Five words, and the new Pasal's heading and eight words.
    #expect(words["deleted"] == 0)
    #expect((13...15).contains(words["inserted"] ?? 0))
    let changes = try #require(diff["changes"] as? [[String: Any]])
    #expect(changes.count == 6)

    let commented = await desk.run(
      "comment", "add", "pekat@2", "Pasal 22A", "-m", "Siapa yang membayar?", "--format", "json")
    let id = try #require(try commented.json()["id"] as? String)
    let answered = await desk.run("respond", id, "--note", "--reason", "Dicatat.")
    #expect(answered.code == 0)
    let shown = await desk.run("diff", "pekat@1..2")
    #expect(shown.code == 1)
    #expect(shown.output.contains("Siapa yang membayar?"))
    for number in [3, 7, 10, 17, 20] {
      #expect(shown.output.contains("{+mercusuar\(number)+}"), "\(number)")
    }
    #expect(try desk.folder.complaints("kerja") == "")
  }
}
