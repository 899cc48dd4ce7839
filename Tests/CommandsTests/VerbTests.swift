import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Verbs as a person uses them") struct VerbTests {
  @Test("the main job, from text to answer")
  func mainJob() async throws {
    let desk = try await Desk.small()
    try desk.edit()
    let unsaved = await desk.run("diff")
    #expect(unsaved.code == 1)
    #expect(unsaved.output.contains("{+Ketentuan tambahan.+}"))
    let id = try await desk.comment("Mohon diperjelas.")
    let saved = await desk.run("commit", "-m", "Perjelas", "--resolves", String(id.prefix(7)))
    #expect(saved.code == 0)
    #expect(saved.output.contains("pekat r3"))
    let log = await desk.run("log", "pekat")
    #expect(log.code == 0)
    #expect(log.output.contains("r3") && log.said.contains("menindaklanjuti 1 masukan"))
    let list = await desk.run("comment", "list", "pekat", "--status", "open")
    #expect(list.code == 0 && list.output.contains("Mohon diperjelas."))
    let answered = await desk.run("respond", id, "--accept", "--reason", "Sudah diubah.")
    #expect(answered.code == 0 && answered.output.contains("diterima"))
    let shown = await desk.run("comment", "show", id)
    #expect(shown.output.contains("Sudah diubah."))
    let status = await desk.run("status")
    #expect(status.output.contains("1 naskah · 1 masukan: 1 dijawab"))
    #expect(try desk.folder.complaints("kerja") == "")
  }

  @Test("nothing to record, and no difference")
  func nothing() async throws {
    let desk = try await Desk.small()
    let before = try desk.folder.snapshot("kerja")
    let commit = await desk.run("commit", "-m", "x")
    #expect(commit.code == 1 && commit.output.isEmpty)
    #expect(commit.errors.contains("Tidak ada perubahan untuk disimpan"))
    let diff = await desk.run("diff")
    #expect(diff.code == 0 && diff.output.isEmpty)
    let same = await desk.run("diff", "pekat@1..1")
    #expect(same.code == 0 && same.output.contains("Tidak ada perbedaan."))
    #expect(try desk.folder.snapshot("kerja") == before)
  }

  @Test("a draft is started in a repository that has none")
  func draftAdd() async throws {
    let desk = try Desk()
    try desk.folder.git("init", "-q", "-b", "main", "kerja", at: "")
    try desk.folder.write(SampleText.regulation(Desk.pasal), to: "teks.txt")
    let added = await desk.run(
      "draft", "add", "PEKAT", "--title", "Contoh", "--file", "../teks.txt")
    #expect(added.code == 0, "\(added.errors)")
    let text = try desk.folder.bytes("teks.txt")
    #expect(try desk.folder.bytes("kerja/Drafts/pekat/naskah.txt") == text)
    let saved = await desk.run("commit", "pekat", "-m", "Awal")
    #expect(saved.code == 0, "\(saved.errors)")
    #expect(await desk.run("log", "pekat").output.contains("Awal"))
    let again = await desk.run("draft", "add", "pekat", "--title", "Lagi")
    #expect(again.code == 2)
  }

  @Test("commands work from any folder inside, and with -C")
  func folders() async throws {
    let desk = try await Desk.small()
    let here = await desk.run("log", "pekat")
    #expect(await desk.run("log", "pekat", at: "kerja/Drafts/pekat").output == here.output)
    #expect(await desk.run("-C", "kerja", "log", "pekat", at: "").output == here.output)
    #expect(await desk.run("log", "pekat", "-C", "kerja", at: "").output == here.output)
    let missing = await desk.run("-C", "tiada", "log", "pekat", at: "")
    #expect(missing.code == 2 && missing.errors.contains("tiada"))
  }

  @Test(
    "each alias does what its verb does",
    arguments: [
      ("blame pekat", "asal pekat"),
      ("log pekat --unit pasal-4", "riwayat pekat --unit pasal-4"), ("log pekat", "riwayat pekat"),
      ("show pekat@1 pasal-2", "lihat pekat@1 pasal-2"),
      ("outline pekat", "kerangka pekat"), ("diff pekat@1..2", "banding pekat@1..2"),
      ("draft list", "draf daftar"), ("draft show pekat", "draf lihat pekat"),
      ("comment list", "komentar daftar"), ("comment show 0000", "komentar lihat 0000"),
      ("comment reply 0000 -m x", "komentar balas 0000 -m x"),
      ("comment import tiada.csv --draft pekat", "komentar impor tiada.csv --draft pekat"),
      ("respond 0000 --note --reason x", "tanggapi 0000 --note --reason x"),
      ("comment add pekat@9 -m x", "komentar tambah pekat@9 -m x"),
      ("commit -m x", "simpan -m x"), ("restore pekat@9", "pulihkan pekat@9"),
      ("draft add pekat --title x", "draf tambah pekat --title x"),
      ("init .", "mulai ."),
    ])
  func aliases(_ verb: String, _ alias: String) async throws {
    let desk = try await Desk.small()
    let first = await desk.run(verb.split(separator: " ").map(String.init))
    let second = await desk.run(alias.split(separator: " ").map(String.init))
    #expect(first.code == second.code)
    #expect(first.code != 64 && first.code != 70)
    #expect(first.output == second.output)
    #expect(first.errors == second.errors)
  }

  @Test("options for all commands stand before or after the verb")
  func options() async throws {
    let desk = try await Desk.small()
    let forms = [
      ["--lang", "en", "--format", "json", "comment", "list"],
      ["--lang=en", "comment", "list", "--format=json"],
      ["comment", "list", "--format", "json", "--lang", "en"],
      ["--format=json", "komentar", "daftar", "--lang=en"],
    ]
    for form in forms {
      let outcome = await desk.run(form)
      #expect(outcome.code == 0, "\(form): \(outcome.errors)")
      #expect(outcome.output == "{\"comments\":[],\"schema\":1}\n")
    }
  }

  @Test("the language is that of --lang, then of the environment, else Indonesian")
  func languages() async throws {
    let desk = try await Desk.small()
    func said(_ arguments: [String], _ environment: [String: String]) async -> Bool {
      await desk.run(["status"] + arguments, environment: environment).output.contains("naskah ·")
    }
    #expect(await said([], [:]))
    #expect(await said([], ["LC_ALL": "de_DE.UTF-8"]))
    #expect(await said([], ["LC_ALL": "", "LANG": "en_GB.UTF-8"]) == false)
    #expect(await said([], ["LC_ALL": "id_ID", "LANG": "en_GB"]))
    #expect(await said([], ["LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "id_ID"]) == false)
    #expect(await said(["--lang", "id"], ["LC_ALL": "en_US"]))
    #expect(await said(["--lang=en"], [:]) == false)
  }

  @Test("colours on a terminal only, unless they are asked for")
  func colours() async throws {
    let desk = try await Desk.small()
    func coloured(
      _ arguments: [String] = [], _ environment: [String: String] = [:], terminal: Int? = nil
    ) async -> Bool {
      await desk.run(
        ["diff", "pekat@1..2"] + arguments, environment: environment, terminal: terminal
      )
      .output.contains("\u{1B}[")
    }
    #expect(await coloured() == false)
    #expect(await coloured(terminal: 80))
    #expect(await coloured([], ["NO_COLOR": "1"], terminal: 80) == false)
    #expect(await coloured([], ["NO_COLOR": ""], terminal: 80))
    #expect(await coloured([], ["TERM": "dumb"], terminal: 80) == false)
    #expect(await coloured(["--color", "never"], terminal: 80) == false)
    #expect(await coloured(["--color", "always"], ["NO_COLOR": "1", "TERM": "dumb"]))
  }

  @Test("the width is the terminal's, then COLUMNS, then 80", arguments: [40, 80, 120])
  func widths(_ width: Int) async throws {
    let desk = try await Desk.small()
    for line in [["diff", "pekat@1..2"], ["show", "pekat"], ["status"], ["outline", "pekat"]] {
      let shown = await desk.run(line + ["--color", "never"], terminal: width)
      let widest = shown.output.split(separator: "\n").map(\.count).max() ?? 0
      #expect(widest <= width, "\(line)")
      let piped = await desk.run(line, environment: ["COLUMNS": "\(width)"])
      #expect((piped.output.split(separator: "\n").map(\.count).max() ?? 0) <= width)
    }
    for wrong in ["", "x", "-5", "0", "99999999999999999999"] {
      #expect(await desk.run(["status"], environment: ["COLUMNS": wrong]).code == 0)
    }
  }

  @Test("another region's regulation beside a draft")
  func references() async throws {
    let desk = try await Desk.small()
    let others = [
      ["Kota lain mengatur parkir kendaraan di tepi jalan umum dengan rambu."],
      Desk.pasal[1],
      ["Retribusi parkir dipungut oleh juru parkir yang berseragam dan bertanda pengenal."],
      ["Juru parkir memberikan karcis kepada setiap pengguna jasa parkir tanpa kecuali."],
    ]
    try desk.folder.write(
      SampleText.regulation(others), to: "kerja/references/tetangga/naskah.txt")
    let shown = await desk.run("diff", "references/tetangga", "pekat@2")
    #expect(shown.code == 1 && shown.output.hasPrefix("references/tetangga → pekat r2"))
    #expect(shown.output.contains("Persandingan Pasal"))
    let json = try await desk.run("diff", "references/tetangga", "pekat", "--format", "json").json()
    let rows = try #require(json["counterparts"] as? [[String: Any]])
    let pairs = rows.filter { $0["paired"] as? Bool == true }
    #expect(pairs.count == 1 && pairs[0]["likeness"] as? Double == 1)
    #expect((pairs[0]["to"] as? [String: Any])?["address"] as? String == "pasal-2")
    // Every Pasal of both texts stands in the table once.
    #expect(rows.count { !($0["from"] is NSNull) } == others.count)
    #expect(rows.count { !($0["to"] is NSNull) } == Desk.pasal.count + 1)
    let same = try await desk.run("diff", "pekat", "references/tetangga", "--format", "json").json()
    #expect((same["counterparts"] as? [Any])?.count == rows.count)
    let versions = try await desk.run("diff", "pekat@1..2", "--format", "json").json()
    #expect(versions["counterparts"] == nil)
    #expect(await desk.run("outline", "references/tetangga").output.contains("Pasal 4"))
    let missing = await desk.run("diff", "references/tiada", "pekat")
    #expect(missing.code == 2 && missing.complained.contains("references/tiada"))
    let spoken = await desk.run("diff", "references/tetangga", "pekat@2", "--screen-reader")
    #expect(spoken.said.contains("Pasal 2 dari teks pertama bersanding dengan Pasal 2"))
  }

  @Test("files need no workbench")
  func files() async throws {
    let desk = try Desk()
    try desk.folder.write(SampleText.regulation(Desk.pasal), to: "a.txt")
    try desk.folder.write(SampleText.regulation(Array(Desk.pasal.dropLast())), to: "b.txt")
    let outline = await desk.run("outline", "a.txt", at: "")
    #expect(outline.code == 0 && outline.output.contains("Pasal 9"))
    let diff = await desk.run("diff", "--no-index", "a.txt", "b.txt", at: "")
    #expect(diff.code == 1 && diff.output.contains("HAPUS"))
    #expect(await desk.run("diff", "--no-index", "a.txt", "a.txt", at: "").code == 0)
    for name in ["tiada.txt", ".", "a.txt/b"] {
      let missing = await desk.run("outline", name, at: "")
      #expect(missing.code == 2 && missing.output.isEmpty, "\(name)")
    }
  }

  @Test("the outline of sheets with two pages is that of their pages")
  func sheets() async throws {
    let desk = try Desk()
    let pages = (1...6).map { page in
      ["Pasal \(page)"] + (1...9).map { "(\($0)) Setiap orang menjaga taman ke-\($0 + page)." }
    }
    let sheets = stride(from: 0, to: 6, by: 2).map { first in
      zip(pages[first], pages[first + 1]).map { left, right in
        left + String(repeating: " ", count: 60 - left.count) + right + "\n"
      }.joined()
    }
    try desk.folder.write(sheets.joined(separator: "\u{0C}"), to: "lembar.txt")
    let outline = await desk.run("outline", "lembar.txt", "--depth", "1", at: "")
    let shown = outline.output.split(separator: "\n").map { $0.prefix { $0 != "(" }.dropLast(2) }
    #expect(shown.map(String.init) == (1...6).map { "Pasal \($0)" }, "\(outline.output)")
    #expect(outline.errors.contains("3 lembar berisi dua halaman dipisahkan."))
    let json = await desk.run("outline", "lembar.txt", "--format", "json", at: "")
    #expect(json.output.contains("\"pasal-6/ayat-9\"") && json.errors.isEmpty)
  }

  @Test("control sequences of texts and comments are shown, never sent")
  func hostile() async throws {
    let desk = try await Desk.small()
    try desk.edit("Kata \u{1B}[31mmerah\u{1B}]0;judul\u{07} dan \u{202E}kilab.")
    _ = await desk.run("commit", "-m", "Ubah \u{1B}[2J")
    let id = try await desk.comment("Teks \u{1B}[31m\u{9B}2J dan \u{202E}kilab", "Pasal 2")
    for line in [
      ["diff", "pekat@2..3"], ["show", "pekat"], ["log", "pekat"], ["comment", "list"],
      ["comment", "show", id], ["status"],
      ["comment", "add", "pekat@1", "Pasal \u{1B}[1m", "-m", "x"], ["log", "\u{1B}[1m"],
    ] {
      for width in [nil, 80] {
        let shown = await desk.run(line + ["--color", "never"], terminal: width)
        for scalar in (shown.output + shown.errors).unicodeScalars {
          #expect(
            scalar == "\n" || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)),
            "\(line)")
          #expect(!scalar.properties.isBidiControl, "\(line)")
        }
      }
    }
  }

  @Test("version, help and usage")
  func help() async throws {
    let desk = try Desk()
    for form in [["--version"], ["--lang", "en", "--version"], ["--version", "--lang", "en"]] {
      let version = await desk.run(form, at: "")
      #expect(version.code == 0, "\(form): \(version.errors)")
      #expect(version.output == "naskah \(Version.current)\n")
    }
    for form in [
      ["--help"], ["--lang", "en", "--help"], ["diff", "--help"], ["help", "diff"], [],
    ] {
      let page = await desk.run(form, at: "")
      #expect(page.code == 0, "\(form): \(page.errors)")
      #expect(!page.output.isEmpty && page.errors.isEmpty)
    }
    let wrong = [
      ["tiada"], ["log"], ["log", "a", "b"], ["diff", "--tiada"], ["--format", "xml", "status"],
      ["status", "--lang", "fr"], ["respond", "abcd", "--reason", "x"],
      ["respond", "abcd", "--accept", "--reject", "--reason", "x"], ["draft", "add", "x"],
      ["diff", "--no-index", "a"], ["comment", "import", "x.csv"],
    ]
    for form in wrong {
      for language in ["id", "en"] {
        let outcome = await desk.run(form + ["--lang", language], at: "")
        #expect(outcome.code == 64, "\(form): \(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("naskah: "))
      }
    }
  }
}
