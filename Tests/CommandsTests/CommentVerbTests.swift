import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Verbs on comments") struct CommentVerbTests {
  @Test("edit, move, assign, withdraw, in either language's names")
  func changes() async throws {
    let desk = try await Desk.small()
    let id = try await desk.comment("Mohon diperjelas.")
    #expect(await desk.run("comment", "edit", id, "-m", "Mohon dipertegas.").code == 0)
    #expect(await desk.run("komentar", "pindah", id, "Pasal 2").code == 0)
    let assigned = await desk.run(
      "tugaskan", id, "Satpol PP", "--due", "1 Januari 2025", "--lang", "en")
    #expect(assigned.said.contains("is assigned to Satpol PP, due 1 Jan 2025."))
    let json = try await desk.run("comment", "show", id, "--format", "json").json()
    #expect(json["text"] as? String == "Mohon dipertegas.")
    #expect(json["assigned"] as? String == "Satpol PP")
    #expect(json["due"] as? String == "2025-01-01")
    #expect(json["address"] as? String == "pasal-2")
    #expect((json["original"] as? [String: Any])?["address"] as? String == "pasal-4")
    #expect(json["edited"] is String)
    #expect(await desk.run("status").said.contains("1 lewat waktu"))
    #expect(await desk.run("status", "--lang", "en").said.contains("1 overdue"))
    let late = try await desk.run("comment", "list", "--due", "lewat", "--format", "json").json()
    #expect((late["comments"] as? [Any])?.count == 1)
    #expect(await desk.run("komentar", "tarik", id, "--reason", "Keliru.").code == 0)
    let shown = await desk.run("comment", "show", id)
    #expect(shown.said.contains("Ditarik oleh pemberi masukan"))
    let again = await desk.run("comment", "withdraw", id)
    #expect(again.code == 2)
    #expect(again.complained.contains("sudah ditarik"))
    let open = try await desk.run("comment", "list", "--status", "open", "--format", "json").json()
    #expect((open["comments"] as? [Any])?.isEmpty == true)
  }

  @Test("groups are shown, and answered with one command")
  func groups() async throws {
    let desk = try await Desk.small()
    let first = try await desk.comment("Kami setuju dengan naskah ini.")
    _ = try await desk.comment("kami setuju  dengan naskah ini.")
    let shown = try await desk.run("comment", "groups", "pekat", "--format", "json").json()
    let group = try #require((shown["groups"] as? [[String: Any]])?.first)
    #expect(group["count"] as? Int == 2)
    #expect((group["members"] as? [Any])?.count == 2)
    #expect(await desk.run("komentar", "kelompok").said.contains("2 masukan · 2 belum dijawab"))
    let answered = try await desk.run(
      "respond", "--group", first, "--note", "--reason", "Terima kasih.", "--format", "json"
    ).json()
    #expect((answered["ids"] as? [Any])?.count == 2)
    #expect(await desk.run("respond", first, "--group", first, "--note").code == 64)
    #expect(await desk.run("respond", "--note").code == 64)
  }

  @Test("reindex, limits and attachments")
  func others() async throws {
    let desk = try await Desk.small()
    try desk.folder.write("isi surat", to: "kerja/surat.txt")
    let added = await desk.run(
      "comment", "add", "pekat@1", "Pasal 4", "-m", "Lihat surat.", "--attach", "surat.txt",
      "--format", "json")
    let id = try #require(try added.json()["id"] as? String)
    _ = try await desk.comment("Kedua.")
    let saved = await desk.run("comment", "show", id, "--attachments", "keluar")
    #expect(saved.said.contains("lampiran: surat.txt"))
    #expect(try desk.folder.text("kerja/keluar/surat.txt") == "isi surat")
    let report = try await desk.run("reindex", "--format", "json").json()
    #expect(report["comments"] as? Int == 2)
    let list = await desk.run("comment", "list", "--limit", "1")
    #expect(list.said.contains("1 masukan ditampilkan"))
    #expect(list.said.contains("dan 1 lagi"))
    #expect(await desk.run("comment", "list", "--sort", "warna").code == 64)
    #expect(await desk.run("comment", "list", "--since", "kemarin").code == 2)
    let missing = await desk.run(
      "comment", "add", "pekat@1", "-m", "x", "--attach", "tiada.pdf")
    #expect(missing.code == 2)
  }
}
