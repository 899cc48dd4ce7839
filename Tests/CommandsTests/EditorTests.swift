import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Text written in an editor") struct EditorTests {
  @Test("the template shows the place; what is written becomes the comment")
  func template() async throws {
    let desk = try await Desk.small()
    let editor = try desk.folder.script(
      "cp \"$1\" '\(desk.folder.path)/template.txt'\n"
        + "printf 'Baris satu.\\n# bukan ini\\nBaris dua.\\n' | cat - \"$1\" > \"$1.baru\"\n"
        + "mv \"$1.baru\" \"$1\"\n", named: "penyunting kata.sh")
    let added = await desk.run(
      ["comment", "add", "pekat@1", "Pasal 9 ayat (2)"],
      environment: ["EDITOR": "'\(editor)'"])
    #expect(added.code == 0, "\(added.errors)")
    let template = try desk.folder.text("template.txt")
    #expect(template.contains("# pekat r1 · Pasal 9 ayat (2)"))
    #expect(template.contains("Ayat kedua lain lagi."))
    #expect(
      template.split(separator: "\n").allSatisfy { $0.hasPrefix("#") })
    let list = try await desk.run("comment", "list", "--format", "json").json()
    let comment = try #require((list["comments"] as? [[String: Any]])?.first)
    #expect(comment["text"] as? String == "Baris satu.\nBaris dua.")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).count == 5)
  }

  @Test(
    "an empty text, a template left as it is, and an editor that fails abandon",
    arguments: [
      ": > \"$1\"\n", "true\n", "printf '\\n  \\n# x\\n' > \"$1\"\n", "echo isi > \"$1\"; exit 1\n",
    ])
  func abandons(_ script: String) async throws {
    let desk = try await Desk.small()
    let id = try await desk.comment("Masukan.")
    try desk.edit()
    let editor = try desk.folder.script(script, named: "penyunting.sh")
    let before = try desk.folder.snapshot("kerja")
    for line in [
      ["comment", "add", "pekat@1"], ["commit"], ["comment", "reply", id],
      ["respond", id, "--accept"],
    ] {
      let outcome = await desk.run(line, environment: ["EDITOR": editor])
      #expect(outcome.code == 2 && outcome.output.isEmpty, "\(line)")
      #expect(outcome.errors.contains("tidak ada yang disimpan"))
    }
    #expect(try desk.folder.snapshot("kerja") == before)
  }

  @Test("VISUAL comes before EDITOR, and may have arguments")
  func visual() async throws {
    let desk = try await Desk.small()
    try desk.edit()
    let editor = try desk.folder.script("echo \"Pesan $1\" > \"$2\"\n", named: "p.sh")
    let saved = await desk.run(
      ["commit"], environment: ["VISUAL": "\(editor) utama", "EDITOR": "false"])
    #expect(saved.code == 0, "\(saved.errors)")
    #expect(try desk.git("log", "-1", "--format=%s") == "Pesan utama")
  }

  @Test("a text given on the command line keeps lines that begin with a hash mark")
  func hash() async throws {
    let desk = try await Desk.small()
    let added = await desk.run("comment", "add", "pekat@1", "-m", "# judul\nisi")
    #expect(added.code == 0)
    let list = try await desk.run("comment", "list", "--format", "json").json()
    let comment = try #require((list["comments"] as? [[String: Any]])?.first)
    #expect(comment["text"] as? String == "# judul\nisi")
  }
}
