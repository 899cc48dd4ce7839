import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Keys, verification, erasure and exchange on the command line") struct TrustVerbTests {
  @Test("from the first key to the exchange, in either language", arguments: ["id", "en"])
  func whole(_ language: String) async throws {
    let desk = try await Desk.small()
    func run(_ line: String...) async -> Outcome { await desk.run(line + ["--lang", language]) }
    let key = await run("key", "init")
    #expect(key.code == 0 && key.said.contains("lestari@example.org"), "\(key.errors)")
    #expect(await run("atur", "require-signatures", "true").said == "require-signatures = true")
    let id = try await desk.comment("Nama saya Zubaidah.")
    let verified = await run("verifikasi")
    #expect(verified.code == 0 && !verified.output.isEmpty, "\(verified.output)")
    let json = try await run("verify", "--format", "json").json()
    #expect((json["findings"] as? [Any])?.isEmpty == true)
    #expect(json["signaturesRequired"] as? Bool == true)
    let listed = try await run("kunci", "daftar", "--format", "json").json()
    #expect((listed["signers"] as? [[String: Any]])?.first?["role"] as? String == "secretariat")
    let erased = await run("hapus-data", id, "--reason", "Permintaan")
    #expect(erased.code == 0, "\(erased.errors)")
    let shown = await run("comment", "show", id)
    #expect(shown.output.contains("Permintaan") && !shown.output.contains("Zubaidah"))
    let alone = await run("sync")
    #expect(alone.code == 2 && alone.complained.contains("git remote add origin"))
    try desk.git("clone", "-q", "--bare", ".", "../pusat.git")
    try desk.git("remote", "add", "origin", "../pusat.git")
    let synced = await run("selaraskan")
    #expect(synced.code == 0 && synced.said.hasPrefix("origin: "), "\(synced.errors)")
    #expect(await run("config", "internal.origin", "true").said == "internal.origin = true")
    #expect(await run("verify").code == 0)
    for (line, code) in [
      (["config", "tiada", "true"], Int32(2)), (["config", "require-signatures", "x"], 2),
      (["key", "role", "orang@contoh.id", "drafter"], 2), (["key", "role", "x", "raja"], 64),
      (["erase", "0000", "--reason", "x"], 2), (["erase", id], 64), (["sync", "tiada"], 2),
      (["key", "revoke", "orang@contoh.id"], 2),
    ] {
      let outcome = await desk.run(line + ["--lang", language])
      #expect(outcome.code == code, "\(line): \(outcome.errors)")
      #expect(outcome.errors.hasPrefix("naskah: ") && outcome.output.isEmpty)
    }
  }
}
