import Foundation
import ReviewModel
import Synchronization
import Testing

@testable import Commands

/// Help and wrong command lines, in both languages.
@Suite("Help and usage errors")
struct UsageTests {
  /// What a run wrote and how it ended.
  struct Result {
    var output: String
    var errors: String
    var code: Int32
  }

  private final class Memory: OutputSink {
    private let text = Mutex("")
    let isTerminal = false
    let columns: Int? = nil

    func write(_ more: String) { text.withLock { $0 += more } }
    var written: String { text.withLock { $0 } }
  }

  private func run(_ line: String, _ environment: [String: String] = [:]) async -> Result {
    let (output, errors) = (Memory(), Memory())
    let context = Context(
      environment: environment, workingFolder: "/nonexistent", output: output, errors: errors,
      now: { Timestamp(seconds: 0) }, offsetMinutes: 0)
    let code = await Naskah.run(line.split(separator: " ").map(String.init), in: context)
    return Result(output: output.written, errors: errors.written, code: code)
  }

  @Test(
    "Help goes to standard output and is no error",
    arguments: [
      "", "--help", "help", "bantuan", "--lang en help", "help --lang en", "diff --help",
      "help comment add", "bantuan komentar tambah", "comment add -h", "--lang en comment --help",
      "comment --lang en --help", "-C / help log",
    ])
  func help(_ line: String) async {
    let result = await run(line)
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    let isEnglish = line.contains("--lang en")
    #expect(result.output.contains(isEnglish ? "Usage: naskah" : "Pemakaian: naskah"))
  }

  @Test("Help is the page of the command asked about, however it is asked for")
  func page() async {
    let page = await run("comment add --help").output
    for line in ["help comment add", "help komentar tambah", "komentar tambah --help"] {
      #expect(await run(line).output == page)
    }
    #expect(page.contains("Pemakaian: naskah comment add"))
  }

  @Test(
    "A wrong command line ends with 64, says why on standard error and how it is called",
    arguments: [
      ("lgo", "Tidak ada perintah 'lgo'. Apakah maksudnya 'log'?"),
      ("--lang en lgo", "There is no command 'lgo'. Did you mean 'log'?"),
      ("help lgo", "Tidak ada perintah 'lgo'. Apakah maksudnya 'log'?"),
      ("comment ad", "Tidak ada perintah 'ad'. Apakah maksudnya 'add'?"),
      ("zzzzzzzz", "Tidak ada perintah 'zzzzzzzz'."),
      (
        "comment",
        "Setelah 'comment' belum ada perintah: add, list, show, reply, edit, withdraw, move, "
          + "import, dan 1 lagi."
      ),
      ("log", "Belum ada argumen <kunci>."),
      ("log a b", "Argumen berlebih: 'b'."),
      ("log a b c", "2 argumen berlebih: 'b', 'c'."),
      ("diff --bogus", "Pilihan tidak dikenal: --bogus."),
      ("diff --stats", "Pilihan tidak dikenal: --stats. Apakah maksudnya --stat?"),
      ("diff --stat=1", "Pilihan --stat tidak memakai nilai, tetapi diberi '1'."),
      ("comment list --at", "Belum ada nilai untuk --at <revisi>."),
      ("--lang xx --version", "Nilai 'xx' tidak berlaku untuk --lang <bahasa>"),
      ("--lang xx", "Nilai 'xx' tidak berlaku untuk --lang <bahasa>"),
      ("log pekat --lang xx", "Nilai 'xx' tidak berlaku untuk --lang <bahasa>"),
      ("status --format xml", "pilih 'text' atau 'json'."),
      ("status --color or", "Nilai 'or' tidak berlaku untuk --color <kapan>"),
      (
        "comment list --sort x",
        "tidak berlaku untuk --sort <urutan>; pilih 'place', 'date', 'newest', 'due', 'group', "
          + "atau 'status'."
      ),
      (
        "comment list --sort x --lang en",
        "Please provide one of 'place', 'date', 'newest', 'due', 'group', or 'status'."
      ),
      ("respond x", "Pilih tepat satu dari --accept, --partial, --reject, --note, atau"),
      ("respond x --accept --reject", "Pilih tepat satu dari"),
      ("diff --no-index a", "Dengan --no-index tepat dua berkas yang dibandingkan."),
      ("diff --no-index a --lang en", "With --no-index exactly two files are compared."),
      ("--generate-completion-script tcsh", "Pelengkapan untuk 'tcsh' tidak ada"),
    ])
  func wrong(_ line: String, _ sentence: String) async {
    let result = await run(line)
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    let words = result.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.hasPrefix("naskah: "))
    #expect(words.contains(sentence))
    #expect(
      words.contains(
        sentence.contains("There is") || sentence.hasPrefix("With")
          || sentence.hasPrefix("Please")
          ? "Usage: naskah" : "Pemakaian: naskah"))
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(
    "The version, however the line is otherwise", arguments: ["--version", "--lang en --version"])
  func version(_ line: String) async {
    let result = await run(line)
    #expect(result.output == "naskah \(Version.current)\n")
    #expect(result.code == 0)
  }

  @Test("Completion scripts are in the language asked for", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) async {
    let result = await run("--lang id --generate-completion-script \(shell)")
    #expect(result.code == 0)
    #expect(result.output.contains("komentar") || result.output.contains("comment"))
    #expect(!result.output.contains("Show "))
  }

  @Test("Options for all commands stand before, between and after the command's names")
  func placing() {
    let expected = ["comment", "list", "--lang", "en", "-C", "/", "pekat"]
    #expect(
      Invocation(["--lang", "en", "-C", "/", "comment", "list", "pekat"]).arguments == expected)
    #expect(
      Invocation(["--lang", "en", "comment", "-C", "/", "list", "pekat"]).arguments == expected)
    let after = ["log", "pekat", "--lang=en"]
    #expect(Invocation(after).arguments == after)
    #expect(Invocation(["--lang=en", "log"]).path == ["log"])
  }

  @Test("Every command is named once, and every name and alias is one command's")
  func names() throws {
    let walked = try CommandDescription.program().walked()
    #expect(Set(walked.map(\.path)).count == walked.count)
    for (_, command) in walked {
      let names = command.children.flatMap { [$0.commandName] + ($0.aliases ?? []) }
      #expect(Set(names).count == names.count)
    }
  }

  @Test("A word that only looks like an option for all commands is left to its command")
  func values() {
    let words = ["comment", "add", "pekat@1", "-m", "--lang", "en"]
    #expect(Invocation(words).arguments == words)
  }

  @Test(
    "The language follows the environment",
    arguments: [("en_US.UTF-8", "Usage"), ("C", "Pemakaian")])
  func environment(_ locale: String, _ word: String) async {
    #expect(await run("--help", ["LANG": locale]).output.contains(word + ": naskah"))
  }

  @Test("The manual page tells of every command and is safe roff", arguments: ["id", "en"])
  func manual(_ language: String) async throws {
    let page = await run("--lang \(language) manual").output
    for (path, _) in try CommandDescription.program().walked().dropFirst() {
      #expect(page.contains(".SS \"\(path.joined(separator: " "))\""))
    }
    let requests = page.split(separator: "\n").filter { $0.hasPrefix(".") || $0.hasPrefix("'") }
    #expect(
      requests.allSatisfy { line in
        [".TH ", ".SH ", ".SS ", ".TP", ".PP", ".B ", ".\\\" "].contains { line.hasPrefix($0) }
      })
  }
}
