import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("The JSON contract") struct JSONTests {
  private func check(
    _ outcome: Outcome, _ keys: Set<String>, code: Int32 = 0,
    location: SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: location)
    #expect(outcome.output.hasSuffix("}\n"), sourceLocation: location)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)", sourceLocation: location)
    #expect(try JSONShape.unsorted(outcome.output) == [], sourceLocation: location)
    let object = try outcome.json()
    #expect(Set(object.keys) == keys.union(["schema"]), sourceLocation: location)
    #expect(object["schema"] as? Int == 1, sourceLocation: location)
    return object
  }

  private func objects(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  @Test("log and draft list")
  func drafts() async throws {
    let desk = try await Desk.small()
    let log = try check(await desk.run("log", "pekat", "--format", "json"), ["draft", "revisions"])
    let revisions = try objects(log["revisions"])
    #expect(revisions.count == 2)
    for revision in revisions {
      #expect(
        Set(revision.keys) == ["revision", "commit", "time", "author", "message", "resolves"])
      #expect((revision["time"] as? String)?.hasSuffix("Z") == true)
      #expect((revision["commit"] as? String)?.count == 40)
    }
    let list = try check(await desk.run("draft", "list", "--format=json"), ["drafts"])
    let draft = try #require(try objects(list["drafts"]).first)
    #expect(Set(draft.keys) == ["key", "title", "kind", "revision", "changed"])
    #expect(draft["revision"] as? Int == 2 && draft["changed"] as? Bool == false)
    _ = try check(
      await desk.run("draft", "show", "pekat", "--format", "json"),
      ["draft", "initiator", "route", "stage", "commit", "units", "comments"])
    _ = try check(
      await desk.run("show", "pekat@1", "Pasal 9", "--format", "json"),
      ["draft", "revision", "commit", "address", "text"])
    _ = try check(await desk.run("status", "--format", "json"), ["drafts"])
    _ = try check(
      await desk.run("restore", "pekat@1", "--format", "json"), ["draft", "revision"])
    let committed = try check(
      await desk.run("commit", "-m", "Kembali", "--format", "json"),
      ["commit", "revisions", "resolves"])
    #expect(try objects(committed["revisions"]).first?["revision"] as? Int == 3)
  }

  @Test("blame and log --unit")
  func history() async throws {
    let desk = try await Desk.small()
    let origin: Set<String> = ["revision", "commit", "time", "author", "message", "resolves"]
    let blame = try check(
      await desk.run("blame", "pekat", "--format", "json"),
      ["commit", "draft", "revision", "units"])
    var revisions: [String: Int] = [:]
    for unit in try objects(blame["units"]) {
      #expect(Set(unit.keys) == ["address", "comments", "kind", "label", "origin", "range"])
      let from = try #require(unit["origin"] as? [String: Any])
      #expect(Set(from.keys) == origin)
      revisions[try #require(unit["address"] as? String)] = from["revision"] as? Int
    }
    #expect(revisions["pasal-4"] == 2 && revisions["pasal-7"] == 2)
    #expect(revisions["pasal-10/ayat-3"] == 1)
    let log = try check(
      await desk.run("log", "pekat", "--unit", "Pasal 10", "--format", "json"),
      ["address", "draft", "history", "revision"])
    let entries = try objects(log["history"])
    #expect(entries.map { $0["kinds"] as? [String] } == [["renumbered"], ["inserted"]])
    #expect(entries.map { $0["from"] as? [String] } == [["pasal-9"], []])
    for entry in entries {
      #expect(
        Set(entry.keys) == ["address", "ambiguous", "from", "kinds", "origin", "words"])
    }
    let gone = try check(
      await desk.run("log", "pekat@1", "--unit", "Pasal 9", "--format", "json"),
      ["address", "draft", "history", "revision"])
    #expect(try objects(gone["history"]).count == 2)
  }

  @Test("outline")
  func outline() async throws {
    let desk = try await Desk.small()
    let outline = try check(
      await desk.run("outline", "pekat@2", "--format", "json"), ["units", "diagnostics"])
    let bytes = Array(try desk.folder.bytes("kerja/Drafts/pekat/naskah.txt"))
    var seen: Set<String> = []
    for unit in try objects(outline["units"]) {
      #expect(
        Set(unit.keys)
          == ["address", "kind", "label", "heading", "depth", "range", "parent"])
      let range = try #require(unit["range"] as? [Int])
      #expect(range.count == 2 && range[0] <= range[1] && range[1] <= bytes.count)
      let address = try #require(unit["address"] as? String)
      #expect(seen.insert(address).inserted, "\(address)")
      let label = try #require(unit["label"] as? String)
      if !label.isEmpty {
        #expect(
          String(decoding: bytes[range[0]..<range[1]], as: UTF8.self).hasPrefix(label),
          "\(address)")
      }
    }
    #expect(seen.contains("pasal-10/ayat-3"))
  }

  @Test("diff")
  func diff() async throws {
    let desk = try await Desk.small()
    let id = try await desk.comment("Tentang Pasal 4.")
    let diff = try check(
      await desk.run("diff", "pekat@1..2", "--format", "json"),
      ["from", "to", "summary", "changes"], code: 1)
    let summary = try #require(diff["summary"] as? [String: Any])
    #expect(
      Set(summary.keys) == [
        "inserted", "removed", "edited", "moved", "renumbered", "split", "merged", "words",
        "references",
      ])
    #expect(summary["inserted"] as? Int == 1)
    #expect(summary["removed"] as? Int == 0)
    #expect(summary["edited"] as? Int == 1)
    #expect(summary["renumbered"] as? Int == 3)
    let references = try #require(summary["references"] as? [String: Any])
    #expect(Set(references.keys) == ["consequential", "stale", "dangling", "substantive"])
    var commented: [String] = []
    for change in try objects(diff["changes"]) {
      #expect(
        Set(change.keys)
          == ["kinds", "kind", "from", "to", "words", "references", "comments"])
      for side in ["from", "to"] {
        guard let side = change[side] as? [String: Any] else { continue }
        #expect(Set(side.keys) == ["address", "label", "range"])
      }
      for word in try objects(change["words"]) {
        #expect(["equal", "insert", "delete"].contains(word["op"] as? String))
      }
      commented += try #require(change["comments"] as? [String])
    }
    #expect(commented == [id])
    let side = try #require(diff["from"] as? [String: Any])
    #expect(Set(side.keys).isSuperset(of: ["draft", "revision", "commit"]))
    for (arguments, count) in [
      (["--only", "moves"], 0), (["--only", "substance"], 2), (["--unit", "Pasal 4"], 1),
    ] {
      let some = try check(
        await desk.run(["diff", "pekat@1..2", "--format", "json"] + arguments),
        ["from", "to", "summary", "changes"], code: 1)
      #expect(try objects(some["changes"]).count == count, "\(arguments)")
      #expect((some["summary"] as? [String: Any])?["inserted"] as? Int == 1)
    }
    let none = try check(
      await desk.run("diff", "pekat@1..1", "--format", "json"),
      ["from", "to", "summary", "changes"])
    #expect(try objects(none["changes"]).isEmpty)
    _ = try check(await desk.run("diff", "--format", "json"), ["diffs"])
  }

  static let commentKeys: Set<String> = [
    "id", "draft", "revision", "commit", "address", "state", "place", "group", "forum", "status",
    "replies", "assigned", "due", "duplicates", "text", "quote", "parent", "date", "channel",
    "agency", "writer", "trust", "quarantined", "erased", "answer",
  ]

  @Test("comments")
  func comments() async throws {
    let desk = try await Desk.small()
    let id = try await desk.comment("Mohon \"diubah\"\ndua baris.")
    let reply = try check(
      await desk.run("comment", "reply", id, "-m", "Baik.", "--format", "json"), ["id"])
    #expect((reply["id"] as? String)?.count == 40)
    _ = try check(
      await desk.run(
        "respond", id, "--partial", "--reason", "-5 persen saja.", "--revision", "pekat@2",
        "--format", "json"), ["id"])
    try desk.folder.write(
      "tanggal,nama,masukan\n31/02/2025,A,Satu\n1/2/2025,B,Dua\n1/2/2025,C,dua \n", to: "m.csv")
    let imported = try check(
      await desk.run(
        "comment", "import", "../m.csv", "--draft", "pekat", "--format", "json"),
      ["rows", "imported", "present", "rejected", "rejects"], code: 1)
    #expect(imported["rejects"] as? String == "../m.ditolak.csv")
    let list = try check(await desk.run("comment", "list", "--format", "json"), ["comments"])
    let comments = try objects(list["comments"])
    #expect(comments.count == 3)
    for comment in comments {
      #expect(Set(comment.keys).isSuperset(of: Self.commentKeys))
      #expect(
        comment["duplicates"] is NSNull
          || Set((comment["duplicates"] as? [String: Any] ?? [:]).keys) == ["group", "count"])
    }
    let shown = await desk.run("comment", "show", String(id.prefix(8)), "--format", "json")
    #expect(shown.code == 0)
    #expect(try JSONShape.unsorted(shown.output) == [])
    let comment = try shown.json()
    #expect(comment["schema"] as? Int == 1)
    #expect(Set(comment.keys).isSuperset(of: Self.commentKeys))
    #expect(comment["text"] as? String == "Mohon \"diubah\"\ndua baris.")
    #expect(comment["state"] as? String == "changed")
    #expect(comment["place"] as? String == comment["address"] as? String)
    let answer = try #require(comment["answer"] as? [String: Any])
    #expect(Set(answer.keys).isSuperset(of: ["reason", "revision", "time"]))
    #expect(answer["reason"] as? String == "-5 persen saja.")
    #expect(answer["revision"] as? Int == 2)
    #expect(try objects(comment["replies"]).count == 1)
  }

  @Test("JSON is the same in both languages and never coloured")
  func neutral() async throws {
    let desk = try await Desk.small()
    _ = try await desk.comment("Satu.")
    for line in [["log", "pekat"], ["comment", "list"], ["diff", "pekat@1..2"], ["status"]] {
      let indonesian = await desk.run(line + ["--format", "json", "--lang", "id"])
      let english = await desk.run(
        line + ["--format", "json", "--lang", "en", "--color", "always"], terminal: 100)
      #expect(indonesian.output == english.output)
      #expect(!indonesian.output.contains("\u{1B}"))
    }
  }
}
