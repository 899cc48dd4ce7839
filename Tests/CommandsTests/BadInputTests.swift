import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Requests that cannot be met") struct BadInputTests {
  /// A command line, how it comes to be wrong, and words that its sentence must hold.
  struct Request: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: [String]
    let words: [String]
    let arrange: @Sendable (Desk) async throws -> Void

    init(
      _ line: [String], _ words: [String],
      arrange: @escaping @Sendable (Desk) async throws -> Void = { _ in }
    ) {
      self.line = line
      self.words = words
      self.arrange = arrange
      testDescription = line.joined(separator: " ")
    }
  }

  static let names = [
    Request(["log", "tiada"], ["tiada", "pekat"]),
    Request(["log", "../x"], ["../x"]),
    Request(["log", "pekat/../../x"], ["pekat/../../x"]),
    Request(["show", "pekat@9"], ["9", "r2"]),
    Request(["show", "pekat@0"], ["0", "r2"]),
    Request(["show", "pekat@zz"], ["pekat@zz"]),
    Request(["show", "pekat@1", "Pasal 99"], ["Pasal 99", "Pasal 1"]),
    Request(["show", "pekat@1", "Pasal 9 ayat (4)"], ["ayat (4)", "ayat (1)", "ayat (3)"]),
    Request(["show", "pekat@1", "bukan apa pun"], ["bukan apa pun"]),
    Request(["diff", "pekat@1..9"], ["9", "r2"]),
    Request(["diff", "pekat@1", "tiada@1"], ["pekat", "tiada"]),
    Request(["restore", "tiada@1"], ["tiada", "pekat"]),
    Request(["comment", "add", "pekat@1", "Pasal 99", "-m", "x"], ["Pasal 99"]),
    Request(["comment", "add", "tiada@1", "-m", "x"], ["tiada", "pekat"]),
    Request(["comment", "add", "pekat@1", "-m", ""], ["kosong"]),
    Request(["comment", "add", "pekat@1", "-m", " \n\t"], ["kosong"]),
    Request(["comment", "add", "pekat@1", "-m", "x", "--date", "31/02/2025"], ["31/02/2025"]),
    Request(
      ["comment", "add", "pekat@1", "Pasal 2", "--quote", "tiada kata", "-m", "x"], ["tiada kata"]),
    Request(["comment", "list", "--status", "selesai"], ["selesai", "open"]),
    Request(["comment", "list", "tiada"], ["tiada", "pekat"]),
    Request(["comment", "show", "abc"], ["abc", "4"]),
    Request(["comment", "show", "0000"], ["0000"]),
    Request(["comment", "reply", "0000", "-m", "x"], ["0000"]),
    Request(["respond", "0000", "--accept", "--reason", "x"], ["0000"]),
    Request(["comment", "import", "tiada.csv", "--draft", "pekat"], ["tiada.csv"]),
    Request(["comment", "import", "Drafts", "--draft", "pekat"], ["Drafts"]),
    Request(["draft", "add", "../x", "--title", "T"], ["../x"]),
    Request(["draft", "add", "pekat", "--title", "T"], ["pekat"]),
    Request(["draft", "add", "baru", "--title", "T", "--file", "tiada"], ["tiada"]),
    Request(["init", "."], ["ruang kerja"]),
    Request(["init", "lain", "--drafts", "tiada"], ["tiada"]),
  ]

  static let states = [
    Request(["commit", "-m", ""], ["kosong"]) { try $0.edit() },
    Request(["commit", "-m", "x", "--resolves", "0000"], ["0000"]) { try $0.edit() },
    Request(["commit", "-m", "x"], ["Drafts/pekat/naskah.txt", "kosong"]) { desk in
      try desk.folder.write("\n", to: "kerja/Drafts/pekat/naskah.txt")
    },
    Request(["commit", "-m", "x"], ["Drafts/pekat/naskah.txt", "ke-8"]) { desk in
      try desk.folder.write("Pasal 1\u{0}", to: "kerja/Drafts/pekat/naskah.txt")
    },
    Request(["commit", "-m", "x"], ["ke-3", "impor"]) { desk in
      try desk.folder.write([0x41, 0x42, 0xFF], to: "kerja/Drafts/pekat/naskah.txt")
    },
    Request(["show", "pekat"], ["ke-3"]) { desk in
      try desk.folder.write([0x41, 0x42, 0xFF], to: "kerja/Drafts/pekat/naskah.txt")
    },
    Request(["diff"], ["ke-3"]) { desk in
      try desk.folder.write([0x41, 0x42, 0xFF], to: "kerja/Drafts/pekat/naskah.txt")
    },
    Request(["commit", "-m", "x"], ["bukan berkas biasa"]) { desk in
      try FileManager.default.removeItem(
        atPath: desk.folder.path + "/kerja/Drafts/pekat/naskah.txt")
      try desk.folder.write("x", to: "kerja/Drafts/pekat/naskah.txt/x")
    },
    Request(["commit", "-m", "x"], ["cabang"]) { desk in
      try desk.git("checkout", "-q", "--detach")
      try desk.edit()
    },
    Request(["commit", "-m", "x"], ["tengah"]) { desk in
      try desk.git("checkout", "-q", "-b", "lain")
      try desk.edit("Satu.")
      try desk.git("commit", "-q", "-am", "lain")
      try desk.git("checkout", "-q", "main")
      try desk.edit("Dua.")
      try desk.git("commit", "-q", "-am", "utama")
      _ = try desk.folder.run("git", ["merge", "lain"], at: "kerja")
    },
    Request(["commit", "-m", "x"], ["user.name"]) { desk in
      try desk.edit()
      try desk.folder.write("", to: "home/.gitconfig")
    },
    Request(["restore", "pekat@1"], ["belum disimpan"]) { try $0.edit() },
    Request(["show", "baru@1"], ["belum memiliki revisi"]) { desk in
      try desk.folder.write("Pasal 1\nIsi.\n", to: "kerja/Drafts/baru/naskah.txt")
    },
    Request(["comment", "add", "baru", "-m", "x"], ["belum memiliki revisi"]) { desk in
      try desk.folder.write("Pasal 1\nIsi.\n", to: "kerja/Drafts/baru/naskah.txt")
    },
    Request(["draft", "list"], ["draft.yml"]) { desk in
      try desk.folder.write("title: [", to: "kerja/Drafts/pekat/draft.yml")
    },
    Request(["status"], ["stakeholders.yml"]) { desk in
      try desk.folder.write("a: [", to: "kerja/register/stakeholders.yml")
    },
    Request(["draft", "add", "baru", "--title", "T", "--file", "kosong.txt"], ["kosong"]) { desk in
      try desk.folder.write("", to: "kerja/kosong.txt")
    },
    Request(["comment", "import", "a.csv", "--draft", "pekat"], ["baris 2", "kutip"]) { desk in
      try desk.folder.write("masukan\n\"terbuka\n", to: "kerja/a.csv")
    },
    Request(["comment", "import", "a.csv", "--draft", "pekat"], ["masukan", "nama"]) { desk in
      try desk.folder.write("nama\nA\n", to: "kerja/a.csv")
    },
    Request(["comment", "import", "a.csv", "--draft", "tiada"], ["tiada", "pekat"]) { desk in
      try desk.folder.write("masukan\nA\n", to: "kerja/a.csv")
    },
    Request(["comment", "import", "a.csv", "--draft", "pekat", "--revision", "7"], ["7", "r2"]) {
      try $0.folder.write("masukan\nA\n", to: "kerja/a.csv")
    },
  ]

  @Test("one sentence, what to do, nothing written", arguments: names + states)
  func refused(_ request: Request) async throws {
    let desk = try await Desk.small()
    try await request.arrange(desk)
    let before = try desk.folder.snapshot("kerja")
    for language in ["id", "en"] {
      let outcome = await desk.run(request.line + ["--lang", language])
      #expect(outcome.code == 2, "\(outcome.errors)\(outcome.output)")
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("naskah: "))
      if language == "id" {
        let said = outcome.complained
        for word in request.words { #expect(said.contains(word), "\(said)") }
      }
      let json = await desk.run(request.line + ["--lang", language, "--format", "json"])
      #expect(json.code == 2 && json.output.isEmpty)
    }
    #expect(try desk.folder.snapshot("kerja") == before)
  }

  @Test(
    "where there is no repository, or one without drafts",
    arguments: [
      ["status"], ["log", "pekat"], ["comment", "list"], ["commit", "-m", "x"], ["diff"],
      ["draft", "list"], ["outline", "pekat"],
    ])
  func noRepository(_ line: [String]) async throws {
    let desk = try Desk()
    let none = await desk.run(line, at: "")
    #expect(none.code == 2 && none.output.isEmpty)
    #expect(none.complained.contains("bukan repositori git"), "\(none.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == ["home"])
    try desk.folder.git("init", "-q", "kerja", at: "")
    let empty = await desk.run(line)
    #expect(empty.code == 2 && empty.output.isEmpty)
    #expect(empty.errors.contains("Drafts"), "\(empty.errors)")
  }

  @Test("without a user name init leaves nothing behind")
  func initWithoutName() async throws {
    let desk = try Desk(user: false)
    let outcome = await desk.run(
      ["init", "kerja", "--drafts", PackageFolder.path + "/Drafts"], at: "")
    #expect(outcome.code == 2 && outcome.errors.contains("user.name"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path) == ["home"])
  }

  @Test("an ambiguous id names the ids there are")
  func ambiguous() async throws {
    let desk = try await Desk.small()
    // So many that some two surely share their first four digits.
    let rows = (1...2500).map { "Masukan \($0)" }.joined(separator: "\n")
    try desk.folder.write("masukan\n\(rows)\n", to: "m.csv")
    #expect(await desk.run("comment", "import", "../m.csv", "--draft", "pekat").code == 0)
    let list = try await desk.run("comment", "list", "--format", "json").json()
    let comments = try #require(list["comments"] as? [[String: Any]])
    let ids = comments.compactMap { $0["id"] as? String }
    #expect(ids.count == 2500)
    let shared = try #require(
      Dictionary(grouping: ids) { $0.prefix(4) }.first { $0.value.count > 1 })
    let outcome = await desk.run("comment", "show", String(shared.key))
    #expect(outcome.code == 2)
    for id in shared.value { #expect(outcome.errors.contains(id.prefix(12))) }
  }
}
