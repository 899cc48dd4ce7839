import Foundation
import LegalText
import Testing

/// The drafts of this package, as they are kept.
enum OwnDrafts {
  static let names = ["pekat", "puk", "rtrw"]

  static func text(_ name: String) throws -> String {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(
      contentsOf: root.appendingPathComponent("Drafts/\(name)/naskah.txt"), encoding: .utf8)
  }
}

@Suite("Import of printed and scanned texts")
struct TextImporterTests {
  static let styles: [(name: String, style: PageSimulator.Style)] = [
    ("plain pages", .init()),
    ("justified", .init(isJustified: true)),
    ("divided words", .init(isHyphenated: true)),
    ("catchwords", .init(isJustified: true, isHyphenated: true, hasCatchwords: true)),
    (
      "letterheads without form feeds",
      .init(hasCatchwords: true, hasHeaders: true, hasFeeds: false)
    ),
    ("two pages on a sheet", .init(width: 58, isHyphenated: true, isTwoUp: true)),
    ("two justified pages on a sheet", .init(width: 58, isJustified: true, isTwoUp: true)),
    ("misread marks", .init(hasHeaders: true, misreads: true)),
  ]

  @Test(
    "At most one word in two hundred differs and no unit is lost",
    arguments: OwnDrafts.names, styles.indices)
  func layouts(_ name: String, _ index: Int) throws {
    let original = try OwnDrafts.text(name)
    let truth = CanonicalLayout.text(of: LegalParser.parse(original))
    var simulator = PageSimulator(Self.styles[index].style, seed: UInt64(index + 1))
    let printed = simulator.printed(original)
    let imported = TextImporter.importing(Array(printed.utf8))
    let rate = WordErrors.rate(imported.text, truth: truth)
    #expect(rate <= 0.005, "\(Self.styles[index].name): \(rate)")
    let wanted = LegalParser.parse(truth).units.map(\.address)
    let found = Set(LegalParser.parse(imported.text).units.map(\.address))
    let lost = wanted.filter { !found.contains($0) }
    #expect(lost.isEmpty, "\(Self.styles[index].name): \(lost.prefix(5))")
    #expect(!imported.removals.isEmpty)
  }

  @Test("A canonical text stays as it is, and nothing is reported", arguments: OwnDrafts.names)
  func canonical(_ name: String) throws {
    let text = CanonicalLayout.text(of: LegalParser.parse(try OwnDrafts.text(name)))
    let imported = TextImporter.importing(text)
    #expect(imported.text == text)
    #expect(imported.repairs.isEmpty)
    #expect(imported.removals.isEmpty)
    #expect(imported.notes.isEmpty)
  }

  @Test("Each word of the source is in the text or in the report")
  func conservation() throws {
    var simulator = PageSimulator(
      .init(isJustified: true, hasCatchwords: true, hasHeaders: true), seed: 7)
    let printed = simulator.printed(try OwnDrafts.text("pekat"))
    let imported = TextImporter.importing(Array(printed.utf8))
    var counts: [Substring: Int] = [:]
    for word in printed.split(whereSeparator: \.isWhitespace) { counts[word, default: 0] += 1 }
    let kept = String(decoding: imported.text, as: UTF8.self)
    for word in kept.split(whereSeparator: \.isWhitespace) { counts[word, default: 0] -= 1 }
    for removal in imported.removals {
      for word in removal.text.split(separator: " ") { counts[word, default: 0] -= 1 }
    }
    let wrong = counts.filter { $0.value != 0 && $0.key.contains(where: \.isLetter) }
    // `Menimbang :` is written `Menimbang:`, nothing else.
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
  }

  @Test(
    "A hyphen at a line's end stays where the word has it",
    arguments: [
      ("Undang-\nUndang", "Undang-Undang"), ("masing-\nmasing", "masing-masing"),
      ("perundang-\nundangan", "perundang-undangan"), ("seluas-\nluasnya", "seluas-luasnya"),
      ("tolong-\nmenolong", "tolong-menolong"), ("peme-\nrintah", "pemerintah"),
      ("ketentu-\nan", "ketentuan"), ("2025-\n2030", "2025-2030"), ("UKL-\nUPL", "UKL-UPL"),
      ("PENYELENGGA-\nRAAN", "PENYELENGGARAAN"), ("dan/\natau", "dan/atau"),
      ("keten\u{AD}\ntuan", "ketentuan"),
    ])
  func hyphens(_ divided: String, _ whole: String) throws {
    let text = "Pasal 1\nKewajiban \(divided) berlaku.\n"
    let imported = TextImporter.importing(Array(text.utf8))
    let lines = String(decoding: imported.text, as: UTF8.self)
    #expect(lines.contains("Kewajiban \(whole) berlaku."), "\(lines)")
    #expect(imported.repairs.count == 1)
    #expect(imported.repairs.first?.line == 2)
    #expect(imported.repairs.first?.after == whole)
  }

  @Test("How the text writes a word elsewhere decides")
  func vocabulary() {
    let text = """
      Pasal 1
      Setiap sub-unit melapor. Setiap sub-
      unit dicatat, dan lintas-sektor pun lintas-
      sektor.
      """
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(imported.repairs.map(\.after) == ["sub-unit", "lintas-sektor"])
    #expect(imported.repairs.allSatisfy { $0.why == .vocabulary })
  }

  @Test("Ordinals are mended where the one before proves them")
  func ordinals() {
    let text = """
      BAB I
      KEWAJIBAN
      Bagian Kesatr
      Umum
      Pasal 1
      Setiap orang menjaga kota.
      Bagian Kedr-ra
      Khusus
      Pasal 2
      Penjaga melapor.
      Bagian Tambahan
      Pasal 3
      Selesai.
      """
    let imported = TextImporter.importing(Array(text.utf8))
    let units = LegalParser.parse(imported.text).units.map(\.address)
    #expect(units.contains("bab-1/bagian-1") && units.contains("bab-1/bagian-2"))
    #expect(imported.repairs.map(\.before) == ["Kesatr", "Kedr-ra"])
    #expect(imported.repairs.map(\.after) == ["Kesatu", "Kedua"])
    #expect(imported.repairs.map(\.line) == [3, 7])
    // After *Kesatu* comes *Kedua*, whatever the word is like.
    let unproven = TextImporter.importing(
      Array("BAB I\nUMUM\nBagian Kelirna\nPasal 1\nIsi.\n".utf8))
    #expect(unproven.repairs.isEmpty)
  }

  @Test("A page number above the footer of its page goes with it")
  func footers() {
    let footer = "Dokumen ini ditandatangani secara elektronik oleh Wali Kota"
    var text = ""
    for page in 1...6 {
      text += "Pasal \(page)\nSetiap orang wajib menjaga taman nomor \(page + 40) yang\n"
      text += "ada di kota.\n\n            \(page)\n\(footer)\n\u{0C}"
    }
    let imported = TextImporter.importing(Array(text.utf8))
    let lines = String(decoding: imported.text, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 12, "\(lines)")
    #expect(imported.removals.count { $0.kind == .pageNumber } == 6)
  }

  @Test("A phrase that comes again and again is no line of the pages")
  func repeatedPhrases() {
    var text = ""
    for page in 1...6 {
      text += "Pasal \(page)\nKepala pasar menyiapkan bahan perumusan dan pelaksanaan\n"
      text +=
        "kebijakan, evaluasi dan pelaporan, dan administrasi\ndi pasar nomor \(page) menurut\n"
      text += "Peraturan Daerah Kabupaten Daerah Tingkat II\n"
      text += "Contoh Nomor \(page) Tahun 196\(page) tentang\n\n      \(page)\n\u{0C}Pasar.\n"
    }
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(imported.removals.map(\.kind) == Array(repeating: .pageNumber, count: 6))
    let whole = String(decoding: imported.text, as: UTF8.self)
    #expect(whole.components(separatedBy: "evaluasi dan pelaporan").count == 7)
    #expect(whole.components(separatedBy: "Tahun 196").count == 7)
  }

  @Test("A doubled word that a lost line break parted is one word again")
  func doubledWords() {
    let text =
      "Pasal 1\nMasing- masing Undang- Undang dan peraturan perundang- undangan berlaku - "
      + "kecuali pra- sarana.\n"
    let imported = TextImporter.importing(Array(text.utf8))
    let whole = String(decoding: imported.text, as: UTF8.self)
    #expect(
      whole
        == "Pasal 1\nMasing-masing Undang-Undang dan peraturan perundang-undangan berlaku - "
        + "kecuali pra- sarana.\n")
    #expect(imported.repairs.map(\.before).contains("Undang- Undang"))
    #expect(imported.repairs.allSatisfy { $0.line == 2 })
  }

  @Test("The hyphen that a reader of pages took from a doubled word at a line's end is put back")
  func lostHyphens() {
    let text =
      "Pasal 1\nMasingmasing UndangUndang, perundangundangan, selambatlambatnya, papan nama; "
      + "Bakubakulu tetap.\n"
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(
      String(decoding: imported.text, as: UTF8.self)
        == "Pasal 1\nMasing-masing Undang-Undang, perundang-undangan, selambat-lambatnya, papan "
        + "nama; Bakubakulu tetap.\n")
    #expect(imported.repairs.count == 4)
    #expect(imported.repairs.allSatisfy { $0.kind == .hyphen && $0.why == .reduplication })
  }

  @Test("Dots for a number still to be given are no catchword")
  func forms() {
    let text = "Pasal 1\nIsi.\n\nTAMBAHAN LEMBARAN DAERAH NOMOR …\n\n- 3 -\n"
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(String(decoding: imported.text, as: UTF8.self).contains("LEMBARAN DAERAH NOMOR …"))
    #expect(imported.removals.map(\.kind) == [.pageNumber])
  }

  @Test("Marks are mended only where their sequence proves it, and each is reported")
  func marks() {
    let text = """
      Pasal 9
      (l) Setiap orang menjaga kota.
      (21 Penjagaan sebagaimana dimaksud pada ayat (l) dilakukan bersama.
      l3l Hasilnya dilaporkan sesuai dengan ayat (21 dan ayat ( 1).
      (4) Laporan disimpan.
      Pasal 1O
      Pengawasan dilakukan sesuai dengan Pasal 1O ayat (71 dan Pasal 9.
      Pasal 11
      Selesai.
      """
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(
      String(decoding: imported.text, as: UTF8.self).split(separator: "\n") == [
        "Pasal 9", "(1) Setiap orang menjaga kota.",
        "(2) Penjagaan sebagaimana dimaksud pada ayat (1) dilakukan bersama.",
        "(3) Hasilnya dilaporkan sesuai dengan ayat (2) dan ayat (1).", "(4) Laporan disimpan.",
        "Pasal 10", "Pengawasan dilakukan sesuai dengan Pasal 10 ayat (71 dan Pasal 9.",
        "Pasal 11", "Selesai.",
      ])
    #expect(
      imported.repairs.map { "\($0.line) \($0.before) \($0.after) \($0.why)" } == [
        "2 (l) (1) sequence", "3 (21 (2) sequence", "3 (l) (1) target", "4 l3l (3) sequence",
        "4 (21 (2) target", "4 ( 1) (1) form", "6 Pasal 1O Pasal 10 sequence",
        "7 1O 10 target",
      ])
  }

  @Test("What a scanner adds goes, what only looks like it stays")
  func furniture() {
    let text = """
      Pasal 1
      (1) Daerah mengatur pasar.
      SK No 207002 A(2) Pasar . . .
      PRESIDEN
      REPUBLTK INDONESIA
      -2-
      (2) Pasar dikelola:
      a. pagi; dan
      SK No 207003 Ab. malam
      3PRESIDEN
      REPUBLIK INDONESIA-3-
      hari.
      Pasal 2
      Formulir diisi:
      Nama : ..........
      Ditetapkan di Serang
      PRESIDEN REPUBLIK INDONESIA,
      """
    let imported = TextImporter.importing(Array(text.utf8))
    let result = String(decoding: imported.text, as: UTF8.self)
    for word in ["b. malam", "hari.", "Nama : ..........", "PRESIDEN REPUBLIK INDONESIA,"] {
      #expect(result.contains(word), "\(word) in \(result)")
    }
    #expect(!result.contains("SK No"))
    #expect(!result.contains("Pasar . . ."))
    #expect(imported.removals.map(\.line) == [3, 4, 5, 6, 9, 10, 11])
    #expect(imported.removals.first?.text == "SK No 207002 A(2) Pasar . . .")
  }

  @Test("A table in two columns is no sheet of two pages")
  func table() {
    var text = "LAMPIRAN\nDAFTAR TARIF\n"
    for row in 1...30 {
      let name = "\(row). Jenis layanan ke-\(row)"
      text += name + String(repeating: " ", count: 70 - name.count) + "Rp\(row).000,00\n"
    }
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(
      !imported.notes.contains { if case .spreads = $0 { true } else { false } })
    #expect(imported.removals.isEmpty)
  }

  @Test("Signs of Markdown go, lost breaks come back")
  func markdown() {
    let text = """
      # BAB I
      ## KETENTUAN UMUM
      **Pasal 1**
      (1\\) Rapat _online_ dibuka. __ (2) Rapat ditutup pada a_b@kota.id.
      """
    let imported = TextImporter.importing(Array(text.utf8))
    #expect(
      String(decoding: imported.text, as: UTF8.self).split(separator: "\n") == [
        "BAB I", "KETENTUAN UMUM", "Pasal 1", "(1) Rapat online dibuka.",
        "(2) Rapat ditutup pada a_b@kota.id.",
      ])
    #expect(imported.notes == [.markup(count: 8)])
  }

  @Test("Windows-1252 and UTF-16 are read and said so")
  func encodings() throws {
    let text = "Pasal 1\n“Kota” – dan seluruh wilayahnya – tetap.\n"
    let expected = TextImporter.importing(Array(text.utf8))
    #expect(expected.notes.isEmpty)
    let windows = try #require(text.data(using: .windowsCP1252))
    let single = TextImporter.importing(Array(windows))
    #expect(single.text == expected.text)
    #expect(single.notes == [.windows1252(bytes: 4)])
    for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      let double = TextImporter.importing(Array(try #require(text.data(using: encoding))))
      #expect(double.text == expected.text, "\(encoding)")
      #expect(double.notes == [.utf16])
    }
  }

  @Test("Any bytes are imported, in time that grows with their number")
  func anyBytes() {
    var state: UInt64 = 5
    for round in 0..<300 {
      var bytes: [UInt8] = []
      let alphabet = Array("Pasal 1O(2)\n\u{0C}-.…/ aBAB IVSK No 12345 A__**#\\".utf8)
      for _ in 0..<round * 7 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let pick = Int(state >> 33)
        bytes.append(pick % 9 == 0 ? UInt8(pick % 256) : alphabet[pick % alphabet.count])
      }
      let imported = TextImporter.importing(bytes)
      #expect(String(validating: imported.text, as: UTF8.self) != nil)
    }
    let lines = Array("(1 (2 (3 ayat (2l Pasal 1O -\n".utf8)
    let many = (0..<20_000).flatMap { _ in lines }
    #expect(!TextImporter.importing(many).text.isEmpty)
    let wide = [UInt8](repeating: 0x61, count: 1_000_000)
    #expect(TextImporter.importing(wide).text.count >= wide.count)
  }

  @Test("Nothing gives nothing")
  func empty() {
    let imported = TextImporter.importing([])
    #expect(imported.text.isEmpty)
    #expect(imported.repairs.isEmpty)
  }

  @Test("a misread sign of several bytes is not cut")
  func wholeSigns() {
    let source = "PENJELASAN\nATAS\nPERATURAN DAERAH\n\nI. UMU\u{C3}\nPasar dikelola pemerintah.\n"
    let text = TextImporter.importing(Array(source.utf8)).text
    #expect(String(validating: text, as: UTF8.self) != nil)
  }
}
