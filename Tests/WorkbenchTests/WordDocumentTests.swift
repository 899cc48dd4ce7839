import CLibzip
import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

/// DOCX files made for tests.
struct WordFile {
  var parts: [(name: String, text: String)]

  /// A document whose body is `body`, with numbering and styles where given.
  init(_ body: String, numbering: String? = nil, styles: String? = nil) {
    let space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
    parts = [
      ("[Content_Types].xml", head + "<Types/>"),
      ("word/document.xml", head + "<w:document \(space)><w:body>\(body)</w:body></w:document>"),
    ]
    if let numbering {
      parts.append(
        ("word/numbering.xml", head + "<w:numbering \(space)>\(numbering)</w:numbering>"))
    }
    if let styles {
      parts.append(("word/styles.xml", head + "<w:styles \(space)>\(styles)</w:styles>"))
    }
  }

  /// Writes the container.
  func write(to path: String) throws {
    var code: Int32 = 0
    let archive = try #require(zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code))
    var buffers: [UnsafeMutableRawBufferPointer] = []
    defer { for buffer in buffers { buffer.deallocate() } }
    for part in parts {
      let bytes = Array(part.text.utf8)
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
      buffer.copyBytes(from: bytes)
      buffers.append(buffer)
      let source = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(bytes.count), 0)
      #expect(zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0)
    }
    #expect(zip_close(archive) == 0)
  }

  /// A paragraph: its text, style and place in a list.
  static func paragraph(
    _ text: String, style: String? = nil, list: Int? = nil, level: Int? = nil
  ) -> String {
    var properties = ""
    if let style { properties += "<w:pStyle w:val=\"\(style)\"/>" }
    if list != nil || level != nil {
      properties += "<w:numPr>"
      if let level { properties += "<w:ilvl w:val=\"\(level)\"/>" }
      if let list { properties += "<w:numId w:val=\"\(list)\"/>" }
      properties += "</w:numPr>"
    }
    let run = text.isEmpty ? "" : "<w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    return "<w:p><w:pPr>\(properties)</w:pPr>\(run)</w:p>"
  }

  /// A level of a list.
  static func level(
    _ index: Int, _ format: String, _ text: String, start: Int = 1, more: String = ""
  ) -> String {
    "<w:lvl w:ilvl=\"\(index)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/>\(more)"
      + "<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }
}

@Suite("Texts out of DOCX files")
struct WordDocumentTests {
  private static let numbering =
    "<w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"multilevel\"/>"
    + WordFile.level(0, "upperRoman", "BAB %1")
    + WordFile.level(
      1, "decimal", "Pasal %2", more: "<w:lvlRestart w:val=\"0\"/><w:pStyle w:val=\"Pasal\"/>")
    + WordFile.level(2, "decimal", "(%3)") + WordFile.level(3, "lowerLetter", "%4.")
    + WordFile.level(4, "decimal", "%5.") + "</w:abstractNum>"
    + "<w:abstractNum w:abstractNumId=\"2\">" + WordFile.level(0, "lowerLetter", "%1.")
    + "</w:abstractNum>"
    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
    + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\">"
    + "<w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"

  private static let styles =
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"/>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"Pasal\"><w:basedOn w:val=\"Normal\"/><w:pPr>"
    + "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"PasalTebal\"><w:basedOn w:val=\"Pasal\"/></w:style>"

  private func read(_ file: WordFile) throws -> (lines: [String], notes: DocumentNotes) {
    let folder = try TemporaryFolder()
    let path = folder.path + "/naskah.docx"
    try file.write(to: path)
    let result = try WordDocument.read(path: path, named: "naskah.docx")
    return (result.text.split(separator: "\n").map(String.init), result.notes)
  }

  private func problem(_ file: WordFile) -> DocumentProblem? {
    do {
      _ = try read(file)
      return nil
    } catch Failure.documentUnreadable(_, let problem) {
      return problem
    } catch {
      return nil
    }
  }

  @Test("Automatic numbers of a list with several levels are printed")
  func multilevel() throws {
    let p = { (text: String, level: Int) in WordFile.paragraph(text, list: 1, level: level) }
    let body =
      p("", 0) + WordFile.paragraph("KETENTUAN UMUM") + WordFile.paragraph("", style: "Pasal")
      + p("Ayat pertama.", 2) + p("Ayat kedua:", 2) + p("rak; dan", 3) + p("kursi:", 3)
      + p("kayu.", 4) + p("", 0) + WordFile.paragraph("PENUTUP")
      + WordFile.paragraph("", style: "PasalTebal") + p("Ayat lagi.", 2)
      + WordFile.paragraph("satu;", list: 2) + WordFile.paragraph("dua.", list: 2)
      + WordFile.paragraph("satu lagi.", list: 3)
      + WordFile.paragraph("Tanpa nomor.", style: "Pasal", list: 0)
    let lines = try read(WordFile(body, numbering: Self.numbering, styles: Self.styles)).lines
    #expect(
      lines.map { $0.trimmingCharacters(in: .whitespaces) } == [
        "BAB I", "KETENTUAN UMUM", "Pasal 1", "(1) Ayat pertama.", "(2) Ayat kedua:",
        "a. rak; dan", "b. kursi:", "1. kayu.", "BAB II", "PENUTUP", "Pasal 2",
        "(1) Ayat lagi.", "a. satu;", "b. dua.", "a. satu lagi.", "Tanpa nomor.",
      ])
  }

  @Test(
    "Numbers in the formats of legal lists",
    arguments: [
      ("lowerLetter", 1, "a"), ("lowerLetter", 26, "z"), ("lowerLetter", 27, "aa"),
      ("upperRoman", 14, "XIV"), ("lowerRoman", 4, "iv"), ("decimalZero", 7, "07"),
      ("upperLetter", 2, "B"), ("decimal", 12, "12"), ("chineseCounting", 3, "3"),
    ])
  func formats(_ format: String, _ value: Int, _ printed: String) {
    #expect(WordNumbering.number(value, format) == printed)
  }

  @Test("Tracked changes are taken as accepted; what is no text is left out and counted")
  func tracked() throws {
    let body =
      "<w:p><w:r><w:t>Pasar </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>lama</w:delText></w:r></w:del>"
      + "<w:ins w:id=\"2\"><w:r><w:t>baru</w:t></w:r></w:ins><w:r><w:footnoteReference w:id=\"1\"/>"
      + "</w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:r><w:t>dibuka </w:t>"
      + "</w:r></w:p><w:p><w:r><w:t>pagi</w:t><w:noBreakHyphen/><w:t>pagi.</w:t></w:r></w:p>"
    let (lines, notes) = try read(WordFile(body))
    #expect(lines == ["Pasar baru", "dibuka pagi-pagi."])
    #expect((notes.insertions, notes.deletions, notes.footnotes) == (1, 1, 1))
  }

  @Test("The properties before a tracked change of form do not count")
  func earlierProperties() throws {
    let body =
      "<w:p><w:pPr><w:pStyle w:val=\"Pasal\"/><w:pPrChange w:id=\"4\"><w:pPr><w:numPr>"
      + "<w:ilvl w:val=\"3\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>"
      + "</w:p>" + WordFile.paragraph("Ayat.", list: 1, level: 2)
    let lines = try read(WordFile(body, numbering: Self.numbering, styles: Self.styles)).lines
    #expect(lines.map { $0.trimmingCharacters(in: .whitespaces) } == ["Pasal 1", "(1) Ayat."])
  }

  @Test("A list in use may replace a level, and begin it elsewhere")
  func overrides() throws {
    let numbering =
      "<w:abstractNum w:abstractNumId=\"1\">" + WordFile.level(0, "decimal", "Pasal %1")
      + WordFile.level(1, "decimal", "(%2)") + "</w:abstractNum>"
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">"
      + "<w:startOverride w:val=\"7\"/></w:lvlOverride><w:lvlOverride w:ilvl=\"1\">"
      + WordFile.level(1, "lowerLetter", "%2.") + "</w:lvlOverride></w:num>"
    let p = { (list: Int, level: Int) in WordFile.paragraph("x", list: list, level: level) }
    let body = p(1, 0) + p(1, 1) + p(1, 1) + p(2, 0) + p(2, 1) + p(2, 1) + p(2, 0) + p(2, 1)
    let lines = try read(WordFile(body, numbering: numbering)).lines
    #expect(
      lines == [
        "Pasal 1 x", "(1) x", "(2) x", "Pasal 7 x", "a. x", "b. x", "Pasal 8 x", "a. x",
      ])
  }

  @Test("The table of a preamble becomes lines of text, a table of data becomes rows")
  func tables() throws {
    let cell = { (texts: [String]) in
      "<w:tc>" + texts.map { WordFile.paragraph($0) }.joined() + "</w:tc>"
    }
    let body =
      "<w:tbl><w:tr>\(cell(["Menimbang"]))\(cell([":"]))"
      + cell(["a. bahwa satu;", "b. bahwa dua;"]) + "</w:tr></w:tbl>"
      + "<w:tbl><w:tr>\(cell(["Jenis"]))\(cell(["Tarif"]))</w:tr></w:tbl>"
    let (lines, notes) = try read(WordFile(body))
    #expect(lines == ["Menimbang : a. bahwa satu;", "b. bahwa dua;", "| Jenis | Tarif |"])
    #expect(notes.tables == 2)
  }

  @Test("What means harm is refused in bounded memory")
  func hostile() throws {
    var bomb = WordFile("")
    bomb.parts[1].text =
      "<w:document><w:body>" + String(repeating: " ", count: WordArchive.largestPart) + "</w:body>"
      + "</w:document>"
    #expect(problem(bomb) == .tooLarge)
    let depth = 100_000
    let deep = String(repeating: "<w:p>", count: depth) + String(repeating: "</w:p>", count: depth)
    #expect(problem(WordFile(deep)) == .hostile)
    var entities = WordFile("")
    entities.parts[1].text =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document>&b;</w:document>"
    #expect(problem(entities) == .hostile)
    var missing = WordFile("")
    missing.parts = [("/etc/passwd", "x"), ("../../word/document.xml", "<w:document/>")]
    #expect(problem(missing) == .notWord)
    #expect(problem(WordFile("<w:p><w:r>")) == .damaged)
  }

  @Test("A file that is no container is refused")
  func damaged() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/rusak.docx"
    try Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3]).write(to: URL(fileURLWithPath: path))
    #expect(throws: Failure.documentUnreadable(path: "rusak.docx", problem: .damaged)) {
      try WordDocument.read(path: path, named: "rusak.docx")
    }
  }

  @Test(
    "Files are known by their first bytes",
    arguments: [
      ("Pasal 1", SourceKind.text), ("%PDF-1.7", .pdf), ("PK\u{03}\u{04}x", .word),
      ("{\\rtf1", .unknown), ("\u{00}\u{01}\u{02}\u{00}", .unknown),
    ])
  func kinds(_ text: String, _ kind: SourceKind) {
    #expect(SourceKind(Array(text.utf8)) == kind)
  }
}

@Suite("Import of texts into drafts")
struct TextImportTests {
  @Test("PDF without its tool names the package")
  func toolMissing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/naskah.pdf"
    try Data("%PDF-1.4\n".utf8).write(to: URL(fileURLWithPath: path))
    let request = TextImportRequest(path: path, name: "naskah.pdf", searchPath: folder.path)
    #expect(throws: Failure.toolMissing(tool: "pdftotext", package: "poppler-utils")) {
      try TextFile.imported(request)
    }
  }

  @Test("A text without form is no reason to fail; an empty one is")
  func plain() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/catatan.txt"
    for (text, isEmpty) in [("catatan rapat\n", false), (" \n\t", true)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let request = TextImportRequest(path: path, name: "catatan.txt", searchPath: "")
      if isEmpty {
        #expect(throws: Failure.textEmpty(path: "catatan.txt")) {
          try TextFile.imported(request)
        }
      } else {
        #expect(try TextFile.imported(request).pasal == 0)
      }
    }
  }
}
