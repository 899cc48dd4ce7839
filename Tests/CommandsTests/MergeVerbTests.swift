import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Merging as two people do") struct MergeVerbTests {
  private static let file = "kerja/Drafts/pekat/naskah.txt"
  private static let order = "Setiap orang wajib menjaga ketertiban di tempat umum."

  private func replace(_ old: String, _ new: String, in desk: Desk) throws {
    let text = try desk.folder.text(Self.file)
    #expect(text.contains(old))
    try desk.folder.write(text.replacing(old, with: new), to: Self.file)
  }

  /// A desk on which `usulan` and the published branch went different ways from r2.
  private func parted(theirs: (Desk) throws -> Void, ours: (Desk) throws -> Void) async throws
    -> Desk
  {
    let desk = try await Desk.small()
    let branch = try desk.git("branch", "--show-current")
    try desk.git("checkout", "-q", "-b", "usulan")
    try theirs(desk)
    #expect(await desk.run("commit", "-m", "Usulan").code == 0)
    try desk.git("checkout", "-q", branch.trimmingCharacters(in: .whitespacesAndNewlines))
    try ours(desk)
    #expect(await desk.run("commit", "-m", "Tanggapan").code == 0)
    return desk
  }

  private func apart() async throws -> Desk {
    try await parted(
      theirs: { try replace("Ayat kedua lain lagi.", "Ayat kedua diganti orang lain.", in: $0) },
      ours: { try replace("wajib menjaga", "wajib memelihara", in: $0) })
  }

  private func clashing() async throws -> Desk {
    try await parted(
      theirs: { try replace("wajib menjaga", "dapat menjaga", in: $0) },
      ours: { try replace("wajib menjaga", "wajib memelihara", in: $0) })
  }

  private func parents(_ desk: Desk) throws -> Int {
    try desk.git("log", "-1", "--format=%P").split(separator: " ").count
  }

  @Test("what does not touch goes together, and the revision has both parents")
  func clean() async throws {
    let desk = try await apart()
    let merged = await desk.run("gabung", "pekat", "pekat@usulan")
    #expect(merged.code == 0, "\(merged.errors)")
    #expect(merged.said.contains("tanpa konflik"))
    let text = try desk.folder.text(Self.file)
    #expect(text.contains("memelihara") && text.contains("diganti orang lain"))
    let saved = await desk.run("commit", "-m", "Gabungan")
    #expect(saved.code == 0 && saved.output.contains("pekat r4"), "\(saved.output)")
    #expect(saved.said.contains("Digabung dengan"))
    #expect(try parents(desk) == 2)
    #expect(try desk.git("branch", "--merged").contains("usulan"))
    let log = await desk.run("log", "pekat")
    #expect(log.output.contains("r3") && log.output.contains("Tanggapan"))
    #expect(!log.output.contains("Usulan"), "a published number never changes")
    let again = await desk.run("merge", "pekat", "pekat@usulan")
    #expect(again.code == 0 && again.said.contains("sudah memuat keduanya"))
    #expect(try desk.folder.complaints("kerja") == "")
  }

  @Test("a conflict stands in the text with both sides until it is decided")
  func conflict() async throws {
    let desk = try await clashing()
    let merged = await desk.run("merge", "pekat", "pekat@usulan")
    #expect(merged.code == 1)
    #expect(merged.output.contains("KONFLIK") && merged.output.contains("Pasal 4"))
    let text = try desk.folder.text(Self.file)
    let marks = text.split(separator: "\n").filter { $0.hasPrefix("<<<<<<< pekat@3 (") }
    #expect(marks.count == 1)
    #expect(text.contains("wajib memelihara") && text.contains("dapat menjaga"))
    let refused = await desk.run("commit", "-m", "x")
    #expect(refused.code == 2)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix("<<<<<<<") }
    #expect(refused.complained.contains("baris \((line ?? 0) + 1), Pasal 4"))
    #expect(await desk.run("merge", "pekat", "pekat@usulan").code == 2, "unsaved changes stay")
    let decided = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("<<<<<<<") && !$0.hasPrefix("=======") && !$0.hasPrefix(">>>>>>>")
        && !$0.contains("dapat menjaga")
    }
    // Each side shows the whole Pasal: one of its headings goes, too.
    var seen = false
    let single = decided.filter { row in
      guard row == "Pasal 4" else { return true }
      defer { seen = true }
      return !seen
    }
    try desk.folder.write(
      single.joined(separator: "\n").replacing("wajib memelihara", with: "wajib merawat"),
      to: Self.file)
    let saved = await desk.run("commit", "-m", "Diputuskan")
    #expect(saved.code == 0, "\(saved.errors)")
    #expect(try parents(desk) == 2)
  }

  @Test("looking only: --dry-run and --stdout write nothing")
  func looking() async throws {
    let desk = try await clashing()
    let before = try desk.folder.snapshot("kerja")
    let dry = await desk.run("merge", "pekat@3", "pekat@usulan", "--dry-run")
    #expect(dry.code == 1 && dry.said.contains("Belum ada yang ditulis."))
    let printed = await desk.run("merge", "pekat@usulan", "pekat", "--stdout")
    #expect(printed.code == 1 && printed.output.contains("<<<<<<< pekat@"))
    #expect(try desk.folder.snapshot("kerja") == before)
  }

  @Test("the report as JSON")
  func json() async throws {
    let desk = try await clashing()
    let outcome = await desk.run(
      "merge", "pekat", "pekat@usulan", "--dry-run", "--format", "json")
    #expect(try JSONShape.unsorted(outcome.output) == [])
    let report = try outcome.json()
    #expect(report["clean"] as? Bool == false)
    #expect((report["ours"] as? [String: Any])?["revision"] as? Int == 3)
    #expect((report["theirs"] as? [String: Any])?["revision"] is NSNull)
    let conflict = try #require((report["conflicts"] as? [[String: Any]])?.first)
    #expect(conflict["reason"] as? String == "edits")
    #expect(conflict["address"] as? String == "pasal-4")
    #expect((conflict["base"] as? String)?.contains(Self.order) == true)
    #expect((conflict["theirs"] as? String)?.contains("dapat menjaga") == true)
  }

  @Test("files that are not merged keep the branch from being taken for merged")
  func otherFiles() async throws {
    let desk = try await Desk.small()
    let branch = try desk.git("branch", "--show-current")
    try desk.git("checkout", "-q", "-b", "usulan")
    try desk.folder.write("lain\n", to: "kerja/catatan.txt")
    try desk.git("add", "catatan.txt")
    try desk.git("commit", "-q", "-m", "catatan")
    try replace("Ayat kedua lain lagi.", "Ayat kedua diganti.", in: desk)
    #expect(await desk.run("commit", "-m", "Usulan").code == 0)
    try desk.git("checkout", "-q", branch.trimmingCharacters(in: .whitespacesAndNewlines))
    let merged = await desk.run("merge", "pekat", "pekat@usulan")
    #expect(merged.code == 0 && merged.said.contains("catatan.txt"))
    #expect(await desk.run("commit", "-m", "Gabungan").code == 0)
    #expect(try parents(desk) == 1)
  }

  @Test("a merge that was given up leaves no second parent")
  func givenUp() async throws {
    let desk = try await apart()
    #expect(await desk.run("merge", "pekat", "pekat@usulan").code == 0)
    try desk.git("checkout", "-q", "--", "Drafts/pekat/naskah.txt")
    try desk.edit()
    #expect(await desk.run("commit", "-m", "Lain").code == 0)
    #expect(try parents(desk) == 1)
  }

  @Test("two revisions against their common one")
  func threeWays() async throws {
    let desk = try await clashing()
    let shown = await desk.run("diff", "--base", "pekat", "pekat@usulan")
    #expect(shown.code == 1)
    #expect(shown.output.contains("A dan B") && shown.output.contains("{+dapat+}"))
    let named = await desk.run("diff", "--base", "pekat@2", "pekat@3", "pekat@usulan")
    #expect(named.code == 1 && named.output.contains("{+memelihara+}"))
    let json = try await desk.run(
      "diff", "--base", "pekat", "pekat@usulan", "--format", "json"
    ).json()
    let units = try #require(json["units"] as? [[String: Any]])
    #expect(units.count == 1 && units[0]["by"] as? String == "both")
    #expect(await desk.run("diff", "--base", "pekat@1").code == 64)
    let spoken = await desk.run("diff", "--base", "pekat", "pekat@usulan", "--screen-reader")
    #expect(spoken.said.contains("A: Pasal") && spoken.said.contains("B: Pasal"))
    #expect(!spoken.output.contains("{+"))
    let place = try #require(units[0]["address"] as? String)
    for (unit, count) in [(place, 1), ("judul", 0)] {
      let chosen = try await desk.run(
        "diff", "--base", "pekat", "pekat@usulan", "--unit", unit, "--format", "json"
      ).json()
      #expect((chosen["units"] as? [Any])?.count == count, "\(unit)")
    }
    let moves = await desk.run("diff", "--base", "pekat", "pekat@usulan", "--only", "moves")
    #expect(moves.code == 1 && !moves.output.contains("{+dapat+}"))
    #expect(moves.said.contains("tidak ditampilkan"))
    for width in [60, 80, 120, 200] {
      let outcome = await desk.run(
        ["diff", "--base", "pekat", "pekat@usulan"], environment: ["COLUMNS": "\(width)"])
      #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= width })
    }
  }

  @Test("what cannot be merged is said in a sentence")
  func failures() async throws {
    let desk = try await apart()
    #expect(await desk.run("merge", "pekat", "pekat@tiada").code == 2)
    #expect(await desk.run("merge", "pekat").code == 64)
    let elsewhere = await desk.run("merge", "pekat@1", "pekat@2")
    #expect(elsewhere.code == 2 && elsewhere.complained.contains("--stdout"))
    try desk.git("checkout", "-q", "--orphan", "asing")
    try desk.git("commit", "-q", "-m", "asing")
    let foreign = await desk.run("merge", "pekat", "pekat@usulan")
    #expect(foreign.code == 2 && foreign.complained.contains("--base"))
  }

  @Test("as a merge driver, within git merge")
  func driver() async throws {
    for isClean in [true, false] {
      let desk = try await isClean ? apart() : clashing()
      try desk.git(
        "config", "merge.naskah.driver", "'\(Desk.programPath)' merge-driver %O %A %B %L %P")
      try desk.folder.write("Drafts/*/naskah.txt merge=naskah\n", to: "kerja/.git/info/attributes")
      let result = try desk.folder.run("git", ["merge", "-q", "usulan"], at: "kerja")
      #expect((result.status == 0) == isClean, "\(result.output)\(result.errors)")
      let text = try desk.folder.text(Self.file)
      #expect(text.contains("wajib memelihara"))
      if isClean {
        #expect(text.contains("diganti orang lain") && !text.contains("<<<<<<<"))
        #expect(try parents(desk) == 2)
      } else {
        #expect(text.contains("<<<<<<<") && text.contains("dapat menjaga"))
        #expect(result.errors.contains("Drafts/pekat/naskah.txt"))
      }
    }
  }
}
