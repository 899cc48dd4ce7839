import Foundation
import TestSupport
import Testing

@Suite("import: a file becomes a text")
struct TextImportTests {
  /// The regulation of the desk on pages: wrapped, numbered, with a divided word and a misread mark.
  private static func printed(_ pasal: [[String]] = Desk.pasal) -> String {
    var lines: [String] = []
    for line in SampleText.regulation(pasal).split(separator: "\n") {
      let words = line.split(separator: " ")
      let half = words.count / 2
      guard words.count > 7 else {
        lines.append(String(line))
        continue
      }
      lines.append(words[..<half].joined(separator: "   "))
      lines.append(words[half...].joined(separator: "  "))
    }
    var text = ""
    for (number, line) in lines.enumerated() {
      text += line.replacing("(3) ", with: "l3l ") + "\n"
      if number % 20 == 19 { text += "\n- \(number / 20 + 1) -\n\u{0C}" }
    }
    return text
  }

  private func isThere(_ desk: Desk, _ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(desk.folder.path)/\(path)")
  }

  private func text(_ desk: Desk) throws -> String {
    try desk.folder.text("kerja/Drafts/pekat/naskah.txt")
  }

  @Test("Into a draft: the text is the working text, the source is kept beside it")
  func intoDraft() async throws {
    let desk = try await Desk.small()
    let source = Self.printed()
    try desk.folder.write(source, to: "hasil-pindai.txt")
    let before = try text(desk)
    let done = await desk.run("import", "../hasil-pindai.txt", "--draft", "pekat")
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.said.contains("Drafts/pekat/sumber/hasil-pindai.txt"))
    #expect(try desk.folder.text("kerja/Drafts/pekat/sumber/hasil-pindai.txt") == source)
    let imported = try text(desk)
    #expect(imported != before)
    #expect(imported.contains("\n(3) Ayat ketiga menutup.\n"))
    #expect(!imported.contains("- 1 -") && !imported.contains("\u{0C}"))
    #expect(await desk.run("fmt", "pekat", "--check").code == 0)
    // It differs from the last revision only in what the source says differently.
    let changed = await desk.run("diff", "pekat", "--format", "json")
    let summary = try #require(try changed.json()["summary"] as? [String: Any])
    #expect(summary["removed"] as? Int == 1 && summary["inserted"] as? Int == 0)
    let saved = await desk.run("commit", "pekat", "-m", "Teks hasil pindai")
    #expect(saved.code == 0, "\(saved.errors)")
  }

  @Test("Over what is not saved it refuses and changes nothing")
  func refuses() async throws {
    let desk = try await Desk.small()
    try desk.edit()
    let before = try text(desk)
    try desk.folder.write(Self.printed(), to: "hasil-pindai.txt")
    let refused = await desk.run("import", "../hasil-pindai.txt", "--draft", "pekat")
    #expect(refused.code == 2)
    #expect(refused.complained.contains("naskah simpan pekat"))
    #expect(try text(desk) == before)
    #expect(!isThere(desk, "kerja/Drafts/pekat/sumber"))
  }

  @Test("The same file again changes nothing; another file of its name is kept beside it")
  func again() async throws {
    let desk = try await Desk.small()
    try desk.folder.write(Self.printed(), to: "hasil.txt")
    #expect(await desk.run("import", "../hasil.txt", "--draft", "pekat").code == 0)
    #expect(await desk.run("commit", "pekat", "-m", "Teks hasil pindai").code == 0)
    let imported = try text(desk)
    let same = await desk.run("import", "../hasil.txt", "--draft", "pekat", "--format", "json")
    #expect(try same.json()["changed"] as? Bool == false, "\(same.errors)")
    #expect(try text(desk) == imported)
    #expect(!isThere(desk, "kerja/Drafts/pekat/sumber/hasil-2.txt"))
    var pasal = Desk.pasal
    pasal[3] = ["Setiap orang dilarang mengganggu ketertiban."]
    try desk.folder.write(Self.printed(pasal), to: "hasil.txt")
    let other = await desk.run("import", "../hasil.txt", "--draft", "pekat", "--format", "json")
    #expect(try other.json()["kept"] as? String == "Drafts/pekat/sumber/hasil-2.txt")
  }

  @Test("What cannot be imported leaves the draft as it is")
  func unreadable() async throws {
    let desk = try await Desk.small()
    let before = try text(desk)
    try desk.folder.write(" \n\t\n", to: "kosong.txt")
    try desk.folder.write("PK\u{03}\u{04}rusak", to: "rusak.docx")
    for name in ["kosong.txt", "rusak.docx", "tiada.txt"] {
      let failed = await desk.run("import", "../\(name)", "--draft", "pekat")
      #expect(failed.code == 2, "\(name)")
      #expect(failed.complained.contains(name))
    }
    let unknown = await desk.run("import", "../kosong.txt", "--draft", "tiada")
    #expect(unknown.code == 2 && unknown.complained.contains("tiada"))
    #expect(try text(desk) == before)
    #expect(!isThere(desk, "kerja/Drafts/pekat/sumber"))
  }

  @Test("The report lists each repair with its line")
  func report() async throws {
    let desk = try await Desk.small()
    try desk.folder.write(Self.printed(), to: "hasil.txt")
    let shown = await desk.run("import", "../hasil.txt", "--report", "--format", "json")
    let repairs = try #require(try shown.json()["repairs"] as? [[String: Any]])
    let mark = try #require(repairs.first { $0["after"] as? String == "(3)" })
    #expect(mark["before"] as? String == "l3l")
    let line = try #require(mark["line"] as? Int)
    let lines = Self.printed().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[line - 1].hasPrefix("l3l "))
  }
}
