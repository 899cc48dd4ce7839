import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("fmt and renumber") struct FormattingTests {
  private static let spoilt = """
                 BAB I
             KETENTUAN UMUM
                Pasal 1
    (1) Setiap warga wajib menjaga
        kebersihan.
    (2) Lihat Pasal 3.
                Pasal 3
    Isi menurut Pasal 1 ayat (2).
    """

  private static let laidOut = """
    BAB I
    KETENTUAN UMUM

    Pasal 1
    (1) Setiap warga wajib menjaga kebersihan.
    (2) Lihat Pasal 3.

    Pasal 3
    Isi menurut Pasal 1 ayat (2).

    """

  private static let inOrder = laidOut.replacing("Pasal 3", with: "Pasal 2")

  @Test("fmt rewrites a file once, in both languages, under both names")
  func file() async throws {
    let desk = try Desk()
    try desk.folder.write(Self.spoilt, to: "naskah.txt")
    let check = await desk.run("fmt", "naskah.txt", "--check", at: "")
    #expect(check.code == 1 && check.output == "naskah.txt belum rapi.\n" && check.errors == "")
    #expect(try desk.folder.text("naskah.txt") == Self.spoilt)
    let shown = await desk.run("rapikan", "naskah.txt", "--stdout", at: "")
    #expect(shown.code == 0 && shown.output == Self.laidOut)
    #expect(try desk.folder.text("naskah.txt") == Self.spoilt)
    let done = await desk.run("fmt", "naskah.txt", at: "")
    #expect(done.code == 0 && done.output == "naskah.txt dirapikan.\n")
    #expect(try desk.folder.text("naskah.txt") == Self.laidOut)
    let again = await desk.run("--lang", "en", "fmt", "naskah.txt", "--check", at: "")
    #expect(again.code == 0 && again.output.contains("in canonical layout already"))
  }

  @Test("fmt rewrites a draft's working text, never a revision")
  func draft() async throws {
    let desk = try await Desk.small()
    let file = "kerja/Drafts/pekat/naskah.txt"
    let before = try desk.folder.text(file)
    try desk.folder.write(before.replacing("\n", with: " \r\n"), to: file)
    let json = try await desk.run("fmt", "pekat", "--format", "json").json()
    #expect(json["draft"] as? String == "pekat" && json["file"] is NSNull)
    #expect(json["changed"] as? Bool == true && json["written"] as? Bool == true)
    let after = try desk.folder.text(file)
    #expect(!after.contains("\r") && !after.contains(" \n"))
    let revision = await desk.run("fmt", "pekat@1")
    #expect(revision.code == 64 && revision.errors.contains("--stdout"))
    #expect(await desk.run("fmt", "pekat@1", "--stdout").code == 0)
    #expect(try desk.folder.text(file) == after)
  }

  @Test("renumber shows what it does and does it")
  func renumber() async throws {
    let desk = try Desk()
    try desk.folder.write(Self.laidOut, to: "naskah.txt")
    for flag in ["--dry-run", "--check"] {
      let shown = await desk.run("urutkan", "naskah.txt", flag, at: "")
      #expect(shown.code == (flag == "--check" ? 1 : 0))
      #expect(shown.output.contains("Pasal 3  → Pasal 2"))
      #expect(shown.output.contains("1 nomor dan 1 rujukan"))
      #expect(try desk.folder.text("naskah.txt") == Self.laidOut)
    }
    let json = try await desk.run(
      "renumber", "naskah.txt", "--dry-run", "--format", "json", at: ""
    ).json()
    #expect(JSONSerialization.isValidJSONObject(json) && json["written"] as? Bool == false)
    let changes = try #require(json["changes"] as? [[String: Any]])
    #expect(changes.map { $0["address"] as? String } == ["pasal-3"])
    #expect(changes.map { $0["to"] as? String } == ["Pasal 2"])
    let stdout = await desk.run("renumber", "naskah.txt", "--stdout", at: "")
    #expect(stdout.output == Self.inOrder)
    #expect(try desk.folder.text("naskah.txt") == Self.laidOut)
    let done = await desk.run("renumber", "naskah.txt", at: "")
    #expect(done.code == 0 && done.output.contains("diurutkan"))
    #expect(try desk.folder.text("naskah.txt") == Self.inOrder)
    let again = await desk.run("--lang", "en", "renumber", "naskah.txt", "--check", at: "")
    #expect(again.code == 0 && again.output.contains("all numbers in order"))
  }

  @Test("a reference that points at nothing is told")
  func warning() async throws {
    let desk = try Desk()
    try desk.folder.write(
      Self.laidOut.replacing("Lihat Pasal 3", with: "Lihat Pasal 2"), to: "naskah.txt")
    let shown = await desk.run("renumber", "naskah.txt", "--dry-run", at: "")
    #expect(shown.output.contains("AWAS Pasal 1 ayat (2): \"Pasal 2\""))
  }

  @Test("a file's permissions and a link to it outlive the rewriting")
  func fileKinds() async throws {
    let desk = try Desk()
    try desk.folder.write(Self.spoilt, to: "asli.txt")
    let path = desk.folder.path
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: path + "/asli.txt")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/tautan.txt", withDestinationPath: "asli.txt")
    #expect(await desk.run("fmt", "tautan.txt", at: "").code == 0)
    #expect(try desk.folder.text("asli.txt") == Self.laidOut)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path + "/tautan.txt")
        == "asli.txt")
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/asli.txt")
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o640)
  }

  @Test(
    "what is no text is refused and left alone",
    arguments: [[UInt8](), [0x20, 0x0A], [0x41, 0x00, 0x42], [0x41, 0xFF, 0xFE]])
  func refused(_ bytes: [UInt8]) async throws {
    let desk = try Desk()
    let path = desk.folder.path + "/berkas.txt"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    for verb in ["fmt", "renumber"] {
      let outcome = await desk.run(verb, "berkas.txt", at: "")
      #expect(outcome.code == 2 && !outcome.errors.isEmpty && outcome.output.isEmpty)
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    }
    #expect(await desk.run("fmt", "tiada.txt", at: "").code == 2)
  }
}
