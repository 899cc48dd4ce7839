import Foundation
import ReviewModel
import TestSupport
import Testing

@testable import Workbench

@Suite("Workbooks of inputs") struct SpreadsheetTests {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"

  /// A workbook of one sheet behind a hidden one.
  private func book(_ rows: String, merges: String = "", strings: [String] = []) -> WordFile {
    var file = WordFile("")
    let relation = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    file.parts = [
      ("[Content_Types].xml", Self.head + "<Types/>"),
      (
        "xl/workbook.xml",
        Self.head + "<workbook \(relation)><sheets>"
          + "<sheet name=\"Arsip\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>"
          + "<sheet name=\"FKP\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Self.head + "<Relationships>"
          + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
          + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>"
      ),
      (
        "xl/sharedStrings.xml",
        Self.head + "<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
      (
        "xl/styles.xml",
        Self.head + "<styleSheet><numFmts>"
          + "<numFmt numFmtId=\"164\" formatCode=\"[$-421]dd\\ mmmm\\ yyyy\"/>"
          + "<numFmt numFmtId=\"165\" formatCode=\"0&quot; hari&quot;\"/></numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
          + "<xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"
      ),
      (
        "xl/worksheets/sheet2.xml",
        Self.head + "<worksheet><sheetData>\(rows)</sheetData>"
          + "<mergeCells>\(merges)</mergeCells></worksheet>"
      ),
    ]
    return file
  }

  private func read(_ file: WordFile) throws -> [[String]] {
    let folder = try TemporaryFolder()
    try file.write(to: folder.path + "/a.xlsx")
    return try Spreadsheet(path: folder.path + "/a.xlsx", named: "a.xlsx").rows.map(\.cells)
  }

  @Test("shared, inline and rich texts, days, numbers, and cells left out")
  func cells() throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c>\
      <c r="D1" t="str"><v>d</v></c></row>
      <row r="3"><c r="A3" s="1"><v>45926</v></c><c r="B3" s="2"><v>5</v></c>\
      <c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>99</v></c></row>
      <row r="4"><c r="A4" s="1"><v>59</v></c><c r="B4"><v>1.5</v></c><c r="C4" t="e"><v>#N/A</v></c>\
      <c r="D4" t="b"><v>1</v></c></row><row r="9"><c r="A9" t="str"><v> </v></c></row>
      """
    let strings = [
      "<t>tanggal</t>", "<r><t>Jam </t></r><r><t>buka</t></r><rPh><t>x</t></rPh>",
    ]
    #expect(
      try read(book(rows, strings: strings)) == [
        ["tanggal", "b", "", "d"], ["2025-09-26", "5", "Jam buka", ""],
        ["1900-02-28", "1.5", "", "ya"],
      ])
  }

  @Test("a merged cell stands in each row that says anything itself")
  func merged() throws {
    let rows = """
      <row r="1"><c r="A1" t="str"><v>unsur</v></c><c r="B1" t="str"><v>masukan</v></c></row>
      <row r="2"><c r="A2" t="str"><v>Media</v></c><c r="B2" t="str"><v>Satu.</v></c></row>
      <row r="3"><c r="B3" t="str"><v>Dua.</v></c></row><row r="4"/>
      """
    let merges = "<mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B2:A1\"/><mergeCell ref=\"x:y\"/>"
    #expect(
      try read(book(rows, merges: merges))
        == [["unsur", "masukan"], ["Media", "Satu."], ["Media", "Dua."]])
  }

  @Test("hostile sheets end soon")
  func hostile() throws {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"str\"><v>x</v></c></row>"
    #expect(try read(book(far)).isEmpty)
    let rows = (1...3000).map { "<row r=\"\($0)\"><c r=\"B\($0)\" t=\"str\"><v>x</v></c></row>" }
    let merges = String(repeating: "<mergeCell ref=\"A1:A1048576\"/>", count: 3000)
    _ = try read(
      book(
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c></row>" + rows.joined(), merges: merges))
    var random = SeededRandom(8)
    let alphabet = [
      "<row r=\"-1\">", "<c r=\"A1\">", "<c>", "</c>", "</row>", "<v>9e999</v>", "<v>-3</v>",
      "<c t=\"s\" s=\"-9\"><v>-1</v></c>", "<t>", "</t>", "<rPh>", "</rPh>", "<row/>",
      "<c r=\"ZZZZZZZZZZZZZ9999999999999999999\"/>", "<mergeCell ref=\"A9999999999999999999:B2\"/>",
    ]
    for _ in 0..<200 {
      let body = (0..<random.below(20)).map { _ in random.pick(alphabet) }.joined()
      _ = try? read(book(body))
    }
  }

  @Test("a workbook is imported as a table is, and again adds nothing")
  func imported() throws {
    let bench = try Bench()
    let rows = """
      <row r="1"><c r="A1" t="str"><v>Tanggal</v></c><c r="B1" t="str"><v>Pendapat</v></c>\
      <c r="C1" t="str"><v>Tempat</v></c></row>
      <row r="2"><c r="A2" s="1"><v>45926</v></c><c r="B2" t="str"><v>Satu.</v></c>\
      <c r="C2" t="str"><v>psl 3</v></c></row>
      <row r="3"><c r="A3" t="str"><v>31/02/2025</v></c><c r="B3" t="str"><v>Dua.</v></c></row>
      """
    let path = bench.folder.path + "/fkp.xlsx"
    try book(rows).write(to: path)
    var request = ImportRequest(
      path: path, name: "fkp.xlsx",
      into: RevisionAddress(draft: try bench.key("pekat"), selector: .latest), forum: nil,
      reject: .init(line: "baris", reason: "alasan", text: { String(describing: $0) }))
    #expect(
      bench.failure { _ = try bench.open().importComments(request, progress: { _, _ in }) }
        == .importNoTextColumn(path: "fkp.xlsx", columns: ["Tanggal", "Pendapat", "Tempat"]))
    request.mapping = ["masukan": "pendapat"]
    request.isDryRun = true
    let before = try bench.folder.snapshot("kerja")
    let tried = try bench.open().importComments(request, progress: { _, _ in })
    #expect((tried.imported, tried.rejected.count, tried.rejectFile) == (1, 1, nil))
    #expect(try bench.folder.snapshot("kerja") == before)
    request.isDryRun = false
    let report = try bench.open().importComments(request, progress: { _, _ in })
    #expect(report.imported == 1)
    #expect(report.rejected == [.init(line: 3, reason: .dateInvalid("31/02/2025"))])
    // The columns are known from now on.
    request.mapping = [:]
    let again = try bench.open().importComments(request, progress: { _, _ in })
    #expect((again.imported, again.present, again.isMappingKept) == (0, 1, true))
    let comment = try #require(try bench.comments().first)
    #expect(comment.thread.comment.date == CalendarDate(year: 2025, month: 9, day: 26))
    #expect(comment.thread.anchor.address == "pasal-3")
    request.mapping = ["masukan": "Tiada"]
    #expect(
      bench.failure { _ = try bench.open().importComments(request, progress: { _, _ in }) }?.code
        == "import.mapping_invalid")
  }
}

@Suite("Tables as offices write them") struct OfficeTableTests {
  @Test("Windows-1252 is noticed; UTF-8 stays as it is")
  func encodings() throws {
    let bench = try Bench()
    let text = Array("masukan\nTarif Rp5 \u{0}naik 10%\n".utf8).map { $0 == 0 ? 0x96 : $0 }
    let report = try bench.importing(text)
    #expect(report.foreignBytes == 1)
    #expect(try bench.comments().first?.text == "Tarif Rp5 –naik 10%")
    let mixed = Array("é".utf8) + [0x93] + Array("kata".utf8) + [0x94, 0xFF, 0x81]
    #expect(
      String(decoding: InputEncoding.decoded(mixed).bytes, as: UTF8.self) == "é“kata”ÿ\u{81}")
    let wide: [UInt8] = [0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0xE9, 0x00]
    #expect(String(decoding: InputEncoding.decoded(wide).bytes, as: UTF8.self) == "a\né")
    var random = SeededRandom(3)
    for _ in 0..<2000 {
      let bytes = (0..<random.below(12)).map { _ in UInt8(random.below(256)) }
      #expect(UTF8Check.firstInvalidByte(in: InputEncoding.decoded(bytes).bytes) == nil)
    }
  }

  @Test(
    "places as people write them",
    arguments: [
      ("psl 5 ayat 2 huruf a", "pasal-5/ayat-2/huruf-a"), ("Bab I", "bab-1"),
      ("Pasal lima", "pasal-5"), ("Ps. 5 (2)", "pasal-5/ayat-2"), ("PASAL 5", "pasal-5"),
      ("pada Pasal 5 ayat (2)", "pasal-5/ayat-2"),
      ("Ps 5, ayat dua, huruf a", "pasal-5/ayat-2/huruf-a"),
      ("pasal sepuluh", "pasal-10"), ("psl.3", "pasal-3"),
      ("Menimbang huruf a", "menimbang/huruf-a"),
    ])
  func places(_ written: String, _ address: String) throws {
    var pasal = Bench.pasal
    pasal[4] = ["Ayat satu.", "Ayat dua:\na. butir pertama; dan\nb. butir kedua."]
    let text = Array(SampleText.regulation(pasal).utf8)
    let document = TextFixture.parsed(text)
    let unit = try #require(PlaceText.unit(written, in: document), "\(written)")
    #expect(document.units[unit].address == address)
  }

  @Test(
    "what is no place",
    arguments: ["umum", "", "Pasal 99", "lima", "Pasal 5 dan 6", "((((", "halaman 3"])
  func noPlaces(_ written: String) {
    let document = TextFixture.parsed(Array(SampleText.regulation(Bench.pasal).utf8))
    #expect(PlaceText.unit(written, in: document) == nil)
  }
}
