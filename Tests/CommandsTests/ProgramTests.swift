import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("The built program") struct ProgramTests {
  @Test("exit codes")
  func codes() async throws {
    let desk = try await Desk.small()
    let expected: [(Int32, [String])] = [
      (0, ["log", "pekat"]), (0, ["--version"]), (1, ["diff", "pekat@1..2"]),
      (1, ["commit", "-m", "x"]), (2, ["log", "tiada"]), (64, ["tiada"]), (64, ["log"]),
    ]
    for (code, line) in expected {
      let result = try desk.program(line)
      #expect(result.status == code, "\(line): \(result.errors)")
      if code >= 2 { #expect(result.output.isEmpty) }
    }
    #expect(try desk.program(["log", "pekat"]).output == (await desk.run("log", "pekat")).output)
  }

  @Test("a reader that goes away is no fault")
  func brokenPipe() async throws {
    let desk = try await Desk.small()
    for line in ["log pekat | head -1", "show pekat | true", "diff pekat@1..2 | head -c 1"] {
      let result = try desk.folder.run(
        "bash", ["-c", "'\(Desk.programPath)' \(line); echo \" ${PIPESTATUS[0]}\""], at: "kerja")
      let code = result.output.split { $0.isWhitespace }.last
      #expect(code == "0" || code == "1", "\(line): \(result.output)")
      #expect(result.errors.isEmpty, "\(result.errors)")
    }
  }

  @Test("eight programs write at once: nothing is lost", .timeLimit(.minutes(20)))
  func atOnce() async throws {
    let desk = try await Desk.small()
    let script = (1...8).map { writer in
      "(for n in 1 2 3 4 5; do '\(Desk.programPath)' comment add pekat@1 'Pasal 2' "
        + "-m \"Penulis \(writer) nomor $n\" >/dev/null || echo gagal; done) &"
    }.joined(separator: "\n")
    let result = try desk.folder.run("bash", ["-c", script + "\nwait"], at: "kerja")
    #expect(result.output.isEmpty && result.errors.isEmpty, "\(result.output)\(result.errors)")
    let list = try await desk.run("comment", "list", "--format", "json").json()
    let texts = try #require(list["comments"] as? [[String: Any]]).compactMap {
      $0["text"] as? String
    }
    #expect(Set(texts).count == 40)
    #expect(try desk.folder.complaints("kerja") == "")
  }

  @Test(
    "writers that are killed leave no lock and lose nothing that was said", .timeLimit(.minutes(20))
  )
  func killed() async throws {
    let desk = try await Desk.small()
    var acknowledged: [String] = []
    for round in Rounds.seeds(20) {
      let delay = String(String(1000 + round * 37 % 200).dropFirst())
      let result = try desk.folder.run(
        "bash",
        [
          "-c",
          "'\(Desk.programPath)' comment add pekat@1 -m 'Putaran \(round)' --format json & "
            + "p=$!; sleep 0.\(delay); kill -9 $p 2>/dev/null; "
            + "wait $p 2>/dev/null",
        ], at: "kerja")
      if result.output.contains("\"id\"") { acknowledged.append("Putaran \(round)") }
    }
    let after = await desk.run("comment", "add", "pekat@1", "-m", "Sesudahnya")
    #expect(after.code == 0, "\(after.errors)")
    let list = try await desk.run("comment", "list", "--format", "json").json()
    let texts = Set(
      try #require(list["comments"] as? [[String: Any]]).compactMap { $0["text"] as? String })
    #expect(texts.isSuperset(of: acknowledged + ["Sesudahnya"]))
    #expect(try desk.folder.complaints("kerja") == "")
  }

  /// Runs the program on a terminal of its own, by `script` of util-linux.
  private func onTerminal(
    _ desk: Desk, _ line: String, _ environment: [String: String]
  ) throws -> String {
    // Its input stays open for as long as the program runs: at the end of it `script` would end
    // the terminal. (`-9`: a thread of the tests may hand down that other signals are blocked.)
    let result = try desk.folder.run(
      "bash",
      [
        "-c",
        "exec 3< <(exec sleep 900 2>/dev/null); typist=$!; "
          + "script -qec \"$0\" /dev/null <&3; code=$?; kill -9 $typist; exit $code",
        "stty cols 90; '\(Desk.programPath)' \(line)",
      ], at: "kerja",
      environment: environment.merging(["TERM": "xterm-256color"]) { first, _ in first })
    return result.output.replacing("\r\n", with: "\n")
  }

  @Test("the pager on a terminal")
  func pager() async throws {
    let desk = try await Desk.small()
    let pager = try desk.folder.script(
      "cat > '\(desk.folder.path)/dibaca.txt'\necho selesai\n", named: "pager.sh")
    let shown = try onTerminal(desk, "log pekat", ["NASKAH_PAGER": pager, "PAGER": "false"])
    #expect(shown.contains("selesai") && !shown.contains("pekat"))
    let read = try desk.folder.text("dibaca.txt")
    #expect(read.contains("\u{1B}[") && read.contains("naskah banding pekat@1..2"))
    let second = try onTerminal(desk, "log pekat", ["PAGER": pager])
    #expect(second.contains("selesai"))
    // Without a pager, and with one that is not there, the text is still seen.
    for name in ["", "cat", "pager-yang-tiada"] {
      #expect(try onTerminal(desk, "log pekat", ["NASKAH_PAGER": name]).contains("pekat"))
    }
    // A pager that leaves before the end is no fault.
    let left = try onTerminal(desk, "show pekat; echo kode $?", ["NASKAH_PAGER": "head -1"])
    #expect(left.contains("kode 0"), "\(left)")
    // In a pipe there is none.
    let piped = try desk.program(["log", "pekat"], environment: ["NASKAH_PAGER": pager])
    #expect(piped.output.contains("pekat") && !piped.output.contains("\u{1B}"))
  }

  @Test("a repository that may not be written is read, and refused in words")
  func readOnly() async throws {
    let desk = try await Desk.small()
    let id = try await desk.comment("Masukan.")
    try desk.edit()
    let before = try desk.folder.snapshot("kerja")
    let lines: [(Int32, String)] = [
      (0, "comment list"), (0, "log pekat"), (0, "status"), (1, "diff"),
      (2, "commit -m x"), (2, "comment add pekat@1 -m x"), (2, "comment reply \(id) -m x"),
      (2, "draft add baru --title T"),
    ]
    // The superuser may write everywhere: as nobody then.
    let isRoot = getuid() == 0
    let user = isRoot ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    if isRoot { _ = try desk.folder.run("chown", ["-R", "65534:65534", desk.folder.path]) }
    _ = try desk.folder.run("chmod", ["-R", "a-w", "kerja"])
    defer { _ = try? desk.folder.run("chmod", ["-R", "u+w", "kerja"]) }
    for (code, line) in lines {
      let result = try desk.folder.run(
        "bash", ["-c", "\(user)'\(Desk.programPath)' \(line)"], at: "kerja")
      #expect(result.status == code, "\(line): \(result.errors)")
      if code == 2 {
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("tidak dapat ditulisi"), "\(line): \(result.errors)")
      }
    }
    if isRoot { _ = try desk.folder.run("chown", ["-R", "0:0", desk.folder.path]) }
    #expect(try desk.folder.snapshot("kerja") == before)
  }
}
