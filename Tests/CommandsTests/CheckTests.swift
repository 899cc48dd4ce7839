import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("check") struct CheckTests {
  /// One error, one warning and nothing else that counts.
  private static let text = """
    Pasal 1
    (1) Pasar buka setiap hari.
    (2) Pasar sebagaimana dimaksud dalam Pasal 7 memiliki pengelola.

    Pasal 2
    Sewa dibayar dalam waktu 14 hari.

    """

  private func desk(_ text: String = CheckTests.text) throws -> Desk {
    let desk = try Desk()
    try desk.folder.write(text, to: "naskah.txt")
    return desk
  }

  private func rules(_ outcome: Outcome) throws -> [String] {
    let findings = try #require(try outcome.json()["findings"] as? [[String: Any]])
    return findings.compactMap { $0["rule"] as? String }
  }

  @Test("exit code 1 for an error or a warning, 0 for less")
  func exitCodes() async throws {
    let desk = try desk()
    #expect(await desk.run("check", "naskah.txt", at: "").code == 1)
    #expect(await desk.run("periksa", "naskah.txt", "--severity", "error", at: "").code == 1)
    let none = await desk.run("check", "naskah.txt", "--rule", "title.initials", at: "")
    #expect(none.code == 64)
    let kept = await desk.run("check", "naskah.txt", "--rule", "list.depth", at: "")
    #expect(kept.code == 0 && kept.output.contains("Tidak ada temuan."))
    try desk.folder.write("Pasal 1\nPasar buka setiap hari.\n", to: "bersih.txt")
    #expect(await desk.run("check", "bersih.txt", "--severity", "warning", at: "").code == 0)
    #expect(await desk.run("check", "tiada.txt", at: "").code == 2)
    #expect(await desk.run("check", "naskah.txt", "--severity", "berat", at: "").code == 64)
    let family = await desk.run("check", "naskah.txt", "--rule", "number.x", at: "")
    #expect(family.code == 64 && family.errors.contains("number.words"))
  }

  @Test("filters by rule and by weight")
  func filters() async throws {
    let desk = try desk()
    let all = try rules(await desk.run("check", "naskah.txt", "--format", "json", at: ""))
    #expect(all.contains("reference.dangling") && all.contains("number.words"))
    let one = await desk.run(
      "check", "naskah.txt", "--rule", "number.words", "--format", "json", at: "")
    #expect(try rules(one) == ["number.words"])
    let two = await desk.run(
      "check", "naskah.txt", "--rule", "number.words", "--rule", "reference.dangling", "--format",
      "json", at: "")
    #expect(try rules(two) == ["reference.dangling", "number.words"])
    let errors = await desk.run(
      "check", "naskah.txt", "--severity", "error", "--format", "json", at: "")
    #expect(try rules(errors) == ["reference.dangling"])
  }

  @Test("JSON has the keys of the contract, the same in both languages")
  func json() async throws {
    let desk = try desk()
    let outcome = await desk.run("check", "naskah.txt", "--format", "json", at: "")
    let english = await desk.run(
      "--lang", "en", "check", "naskah.txt", "--format", "json", at: "")
    #expect(outcome.output == english.output)
    let json = try outcome.json()
    #expect(Set(json.keys) == ["schema", "findings", "suppressed", "unused"])
    #expect(json["schema"] as? Int == 1)
    let findings = try #require(json["findings"] as? [[String: Any]])
    let keys: Set = [
      "rule", "severity", "address", "range", "line", "column", "message", "citation",
    ]
    #expect(findings.allSatisfy { Set($0.keys) == keys })
    let dangling = try #require(findings.first { $0["rule"] as? String == "reference.dangling" })
    #expect(dangling["severity"] as? String == "error")
    #expect(dangling["address"] as? String == "pasal-1/ayat-2")
    #expect(dangling["line"] as? Int == 3 && dangling["column"] as? Int == 38)
    #expect(dangling["citation"] as? String == "Lampiran II angka 280")
    let range = try #require(dangling["range"] as? [Int])
    #expect(Array(Self.text.utf8)[range[0]..<range[1]].elementsEqual("Pasal 7".utf8))
  }

  @Test("text: each finding with its weight, unit, place, sentence and citation")
  func view() async throws {
    let desk = try desk()
    let outcome = await desk.run("check", "naskah.txt", "--severity", "error", at: "")
    #expect(outcome.output.hasPrefix("naskah.txt  1 salah, 0 awas, 0 perlu diperiksa\n\n"))
    #expect(outcome.output.contains("SALAH  Pasal 1 ayat (2)  baris 3:38\n  "))
    #expect(outcome.output.contains("\n  Lampiran II angka 280 · reference.dangling\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let english = await desk.run(
      "--lang", "en", "check", "naskah.txt", "--severity", "error", at: "")
    #expect(english.output.contains("1 errors, 0 warnings") && english.output.contains("line 3:38"))
  }

  // MARK: Exemptions

  private func exempting(_ lines: String) async throws -> Desk {
    let desk = try await Desk.small()
    try desk.folder.write(Self.text, to: "kerja/Drafts/pekat/naskah.txt")
    try desk.folder.write(
      "title: Contoh\nkind: new\ninitiator: Wali Kota\ncheck:\n  ignore:\n" + lines,
      to: "kerja/Drafts/pekat/draft.yml")
    return desk
  }

  @Test("an exemption with a reason is listed and does not count")
  func exempt() async throws {
    let desk = try await exempting(
      "    - rule: reference.dangling\n      unit: Pasal 1\n      reason: Menunggu bab penutup\n"
        + "    - rule: number.words\n      reason: Tabel\n")
    let outcome = await desk.run("check", "pekat", "--severity", "warning")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("2 dikecualikan"))
    #expect(outcome.said.contains("dikecualikan: Menunggu bab penutup"))
    let json = try await desk.run("check", "pekat", "--format", "json").json()
    let suppressed = try #require(json["suppressed"] as? [[String: Any]])
    #expect(suppressed.compactMap { $0["reason"] as? String } == ["Menunggu bab penutup", "Tabel"])
    #expect(
      suppressed.allSatisfy { Set($0.keys) == ["rule", "address", "line", "column", "reason"] })
    #expect((json["unused"] as? [Any])?.isEmpty == true)
  }

  @Test("an exemption of another unit does not reach, and is said to be idle")
  func idle() async throws {
    let desk = try await exempting(
      "    - rule: reference.dangling\n      unit: Pasal 2\n      reason: Sudah lama\n")
    let outcome = await desk.run("check", "pekat", "--severity", "error")
    #expect(outcome.code == 1 && outcome.output.contains("reference.dangling"))
    #expect(outcome.said.contains("mengecualikan Pasal 2 dari reference.dangling"))
    let json = try await desk.run("check", "pekat", "--format", "json").json()
    let unused = try #require(json["unused"] as? [[String: Any]])
    #expect(unused.count == 1 && unused.first?["unit"] as? String == "pasal-2")
  }

  @Test(
    "an exemption without a reason, or of what is not there, is refused",
    arguments: [
      "    - rule: number.words\n", "    - rule: number.words\n      reason: '  '\n",
      "    - rule: number.wrods\n      reason: Tabel\n",
      "    - rule: number.words\n      unit: bukan pasal\n      reason: Tabel\n",
    ])
  func refused(_ lines: String) async throws {
    let outcome = await (try exempting(lines)).run("check", "pekat")
    #expect(outcome.code == 2 && outcome.output.isEmpty)
    #expect(outcome.complained.contains("draft.yml"))
  }

  // MARK: Saving

  @Test("the first revision has its own count, a later one only what is new")
  func saving() async throws {
    let desk = try Desk()
    try desk.folder.write("title: Contoh\nkind: new\n", to: "bahan/baru/draft.yml")
    try desk.folder.write(SampleText.regulation(Desk.pasal), to: "bahan/baru/naskah.txt")
    #expect(await desk.run("init", "kerja", "--drafts", "bahan", at: "").code == 0)
    try desk.folder.write("title: Lain\nkind: new\n", to: "kerja/Drafts/lain/draft.yml")
    try desk.folder.write(Self.text, to: "kerja/Drafts/lain/naskah.txt")
    let first = await desk.run("commit", "lain", "-m", "Awal")
    #expect(first.code == 0, "\(first.errors)")
    #expect(first.said.contains("Pemeriksaan: 1 salah"))
    #expect(!first.said.contains("sejak revisi sebelumnya"))
    try desk.folder.write(
      Self.text + "\nPasal 3\nSewa dibayar menurut Pasal 8.\n", to: "kerja/Drafts/lain/naskah.txt")
    let second = await desk.run("commit", "lain", "-m", "Tambahan")
    #expect(second.said.contains("1 salah") && second.said.contains("sejak revisi"))
  }
}
