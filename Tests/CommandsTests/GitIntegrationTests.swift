import Foundation
import TestSupport
import Testing

@testable import Commands

/// The lines of `docs/git.md`, with git itself.
@Suite("Within git's output") struct GitIntegrationTests {
  /// A desk whose working text was changed, with the drafts' attribute set.
  private func desk() async throws -> Desk {
    let desk = try await Desk.small()
    try desk.folder.write("Drafts/*/naskah.txt diff=naskah\n", to: "kerja/.gitattributes")
    try desk.edit()
    return desk
  }

  private func driver(_ options: String = "") -> String {
    "'\(Desk.programPath)' diff-driver \(options)".trimmingCharacters(in: .whitespaces)
  }

  @Test("git diff shows our rendering, and goes on after it")
  func diff() async throws {
    let desk = try await desk()
    try desk.git("config", "diff.naskah.command", driver())
    try desk.folder.write("catatan\n", to: "kerja/zz.txt")
    try desk.git("add", "-N", "zz.txt")
    let text = try desk.git("diff")
    #expect(text.contains("Drafts/pekat/naskah.txt@"))
    #expect(text.contains(" → Drafts/pekat/naskah.txt\n"))
    #expect(text.contains("Ketentuan tambahan."))
    #expect(!text.contains("@@") || text.contains("zz.txt"))
    #expect(text.contains("+catatan"), "git's own lines follow for other files")
    #expect(!text.contains("\u{1B}"))
    let own = try desk.git("diff", "--no-ext-diff")
    #expect(own.contains("@@") && own.contains("+Ketentuan tambahan."))
  }

  @Test("git log -p --ext-diff and git show --ext-diff show every revision")
  func log() async throws {
    let desk = try await desk()
    try desk.git("config", "diff.naskah.command", driver("--lang en"))
    let log = try desk.git("log", "-p", "--ext-diff")
    #expect(log.contains("/dev/null → Drafts/pekat/naskah.txt@"))
    #expect(log.contains(" NEW ") && log.contains("Pasal 7"))
    #expect(log.components(separatedBy: "\ncommit ").count >= 2)
    #expect(try desk.git("show", "--ext-diff").contains("Sisipan tentang mercusuar"))
    #expect(try desk.git("log", "-p").contains("@@"))
  }

  @Test("GIT_EXTERNAL_DIFF without any configuration")
  func environment() async throws {
    let desk = try await desk()
    let result = try desk.folder.run(
      "git", ["diff"], at: "kerja", environment: ["GIT_EXTERNAL_DIFF": driver()])
    #expect(result.status == 0)
    #expect(result.output.contains("Ketentuan tambahan.") && !result.output.contains("@@"))
  }

  @Test("behind git's pager there are colours, unless they are not wanted")
  func pager() async throws {
    let desk = try await desk()
    let file = desk.folder.path + "/kerja/Drafts/pekat/naskah.txt"
    let call = ["diff-driver", "a.txt", "/dev/null", ".", ".", file, "0000000", "100644"]
    let paged = ["GIT_PAGER_IN_USE": "true", "TERM": "xterm-256color", "COLUMNS": "100"]
    #expect(await desk.run(call, environment: paged).output.contains("\u{1B}["))
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "dumb")] {
      let outcome = await desk.run(call, environment: paged.merging([name: value]) { $1 })
      #expect(outcome.code == 0 && !outcome.output.contains("\u{1B}"))
    }
    #expect(
      !(await desk.run(call + ["--screen-reader"], environment: paged).output.contains("\u{1B}")))
  }

  @Test("whatever comes, the driver exits with 0 and says what is the matter")
  func never() async throws {
    let desk = try await desk()
    try desk.folder.write([0x41, 0x00, 0x42], to: "kerja/biner.dat")
    let file = "Drafts/pekat/naskah.txt"
    for call in [
      [], ["jalur"], ["a", "b"], ["a.txt", file, "1", "2", "tidak-ada.txt", "3", "4"],
      ["a.txt", "biner.dat", "1", "2", file, "3", "4"],
      ["a.txt", "Drafts", "1", "2", file, "3", "4"],
      ["a.txt", "/dev/null", ".", ".", "/dev/null", ".", "."],
      ["a.txt", file, "1", "100644", file, "3", "100644", "b.txt", "similarity index 90%"],
    ] {
      let outcome = await desk.run(["diff-driver"] + call)
      #expect(outcome.code == 0, "\(call): \(outcome.errors)")
      #expect(!outcome.output.isEmpty || call.isEmpty)
    }
    let binary = await desk.run(
      ["diff-driver", "x.dat", "biner.dat", "1", "2", "biner.dat", "3", "4"])
    #expect(binary.output.contains("x.dat: tidak dibandingkan."))
  }

  @Test("a text conversion puts one provision on a line")
  func textconv() async throws {
    let desk = try await desk()
    try desk.git("config", "diff.naskah.textconv", "'\(Desk.programPath)' textconv")
    try desk.git("config", "diff.naskah.cachetextconv", "true")
    try desk.git("config", "diff.naskah.xfuncname", "^(Pasal [0-9IVX]+[A-Z]*|BAB .*)$")
    for _ in 0..<2 {
      let text = try desk.git("diff")
      #expect(text.contains("\n+Ketentuan tambahan."))
      #expect(text.contains("@@"))
    }
    let lines = await desk.run("textconv", "Drafts/pekat/naskah.txt").output
      .split(separator: "\n").map(String.init)
    #expect(lines.contains("Pasal 2") && lines.contains("(2) Ayat kedua lain lagi."))
    let source = try desk.folder.text("kerja/Drafts/pekat/naskah.txt")
    #expect(
      lines.joined().filter { !$0.isWhitespace } == source.filter { !$0.isWhitespace })
  }

  @Test("git difftool compares two files")
  func difftool() async throws {
    let desk = try await desk()
    try desk.git(
      "config", "difftool.naskah.cmd",
      "'\(Desk.programPath)' diff --no-index \"$LOCAL\" \"$REMOTE\"")
    let result = try desk.folder.run(
      "git", ["difftool", "--tool=naskah", "--no-prompt"], at: "kerja")
    #expect(result.output.contains("Ketentuan tambahan."))
    #expect(result.output.contains("UBAH") || result.output.contains("BARU"))
  }

  @Test("the driver and the conversion are not in the list of commands, but have help")
  func help() async throws {
    let desk = try Desk()
    let list = await desk.run(["--help"], at: "").output
    #expect(!list.contains("diff-driver") && !list.contains("textconv"))
    for name in ["diff-driver", "textconv"] {
      #expect(await desk.run([name, "--help"], at: "").output.contains("docs/git.md"))
    }
  }
}

@Suite("How a difference looks") struct LookTests {
  private func coloured(_ desk: Desk, _ options: [String] = []) async -> String {
    await desk.run(["diff", "pekat@1..2", "--color", "always"] + options).output
  }

  @Test("a theme is chosen by an option, else by git's configuration")
  func themes() async throws {
    let desk = try await Desk.small()
    let standard = await coloured(desk)
    let orange = await coloured(desk, ["--theme", "blue-orange"])
    #expect(standard != orange)
    #expect(await coloured(desk, ["--theme", "monochrome"]).contains("{+"))
    try desk.git("config", "naskah.theme", "blue-orange")
    #expect(await coloured(desk) == orange)
    #expect(await coloured(desk, ["--theme", "default"]) == standard)
    try desk.git("config", "naskah.theme", "tidak-ada")
    #expect(await coloured(desk) == standard)
    #expect(await desk.run("diff", "pekat@1..2", "--theme", "x").code == 64)
  }

  @Test("no escapes for those who listen, nor for TERM=dumb")
  func plain() async throws {
    let desk = try await Desk.small()
    let spoken = await coloured(desk, ["--screen-reader", "--hyperlinks", "always"])
    #expect(!spoken.contains("\u{1B}") && spoken.contains("Pasal 7 baru: "))
    for environment in [["TERM": "dumb"], ["NO_COLOR": "1", "TERM": "xterm"]] {
      let outcome = await desk.run(["diff", "pekat@1..2"], environment: environment, terminal: 130)
      #expect(outcome.code == 1 && !outcome.output.contains("\u{1B}"))
      #expect(outcome.output.contains(" │ "))
    }
  }

  @Test("links where asked for, or on a terminal known to follow them")
  func links() async throws {
    let desk = try await Desk.small()
    try desk.edit()
    let call = ["diff", "pekat"]
    func hasLinks(_ more: [String], _ environment: [String: String]) async -> Bool {
      await desk.run(call + more, environment: environment, terminal: 100).output
        .contains("\u{1B}]8;;file:///")
    }
    #expect(await hasLinks(["--hyperlinks", "always"], ["TERM": "xterm"]))
    #expect(await hasLinks([], ["TERM": "xterm-kitty"]))
    #expect(await hasLinks([], ["TERM": "xterm", "VTE_VERSION": "7003"]))
    #expect(!(await hasLinks([], ["TERM": "xterm"])))
    #expect(!(await hasLinks([], ["TERM": "tmux-256color", "TERM_PROGRAM": "WezTerm"])))
    #expect(!(await hasLinks(["--hyperlinks", "never"], ["TERM": "xterm-kitty"])))
  }

  @Test("one unit, one sort of change, neighbours")
  func chosen() async throws {
    let desk = try await Desk.small()
    let unit = await desk.run("diff", "pekat@1..2", "--unit", "Pasal 7")
    #expect(unit.code == 1 && unit.output.contains("Pasal 7") && !unit.output.contains("Pasal 4 "))
    let unknown = await desk.run("diff", "pekat@1..2", "--unit", "Pasal 99")
    #expect(unknown.code == 2 && unknown.errors.contains("Pasal 99"))
    #expect(await desk.run("diff", "pekat@1..2", "--only", "lain").code == 64)
    let context = await desk.run("diff", "pekat@1..2", "--context", "1").output
    #expect(context.count > (await desk.run("diff", "pekat@1..2").output.count))
  }
}
