import TestSupport
import Testing

@testable import LegalText

@Suite("What pages leave in a text")
struct NoisyPageTests {
  private func imported(_ text: String) -> String {
    String(decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
  }

  private func lines(_ text: String) -> [String] {
    imported(text).split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(width - text.count, 1))
  }

  // MARK: Sheets

  /// Sheets whose right page begins at a column of its own; `numbers` stand above.
  private func sheets(gutters: [Int], numbers: (Int) -> String?) -> String {
    var text = ""
    for (sheet, gutter) in gutters.enumerated() {
      let first = sheet * 2 + 1
      if let left = numbers(first), let right = numbers(first + 1) {
        text += padded(padded("", gutter / 2) + left, gutter * 3 / 2) + right + "\n\n"
      }
      for row in 0..<12 {
        var left =
          row == 0 ? "Pasal \(first)" : "Setiap pedagang menjaga lapak blok \(first) baris \(row)"
        var right =
          row == 0 ? "Pasal \(first + 1)" : "dan membersihkan jalan blok \(first + 1) baris \(row)"
        // Lines that stand alone on one of the pages.
        if row == 4 { left = "" }
        if row == 7 { right = "" }
        if row == 11 { right += "."; left += "." }
        text += (right.isEmpty ? left : padded(left, gutter) + right) + "\n"
      }
      text += "\u{0C}"
    }
    return text
  }

  @Test("Page numbers in dashes are a pair, and every sheet has a band of its own")
  func dashedPairs() {
    let text = imported(sheets(gutters: [52, 57, 49, 60]) { "-\($0)-" })
    for page in 1...8 {
      #expect(text.contains("Pasal \(page)\n"))
      #expect(text.contains("blok \(page) baris 11."))
    }
    #expect(!text.contains("-3-"))
    #expect(text.contains("blok 3 baris 3 Setiap pedagang menjaga lapak blok 3 baris 5"))
  }

  @Test("Items of a list in columns get lines of their own, down the columns; the report says so")
  func listInColumns() {
    var text = "Pasal 3\n(1) Bahan galian yang dipungut retribusi:\n"
    for (left, right) in [
      ("a. kapur", "d. pasir"), ("b. tanah liat", "e. kerikil"), ("c. batu", "(koral)"),
      ("", "f. tras"),
    ] {
      text += padded("    " + left, 36) + right + "\n"
    }
    text += padded("", 36) + "g. zeolit.\n(2) Bahan lain bebas.\n"
    let items = LegalParser.parse(Array(imported(text).utf8)).units.filter { $0.kind == .huruf }
    #expect(items.map(\.label) == ["a.", "b.", "c.", "d.", "e.", "f.", "g."])
    #expect(
      TextImporter.importing(Array(text.utf8)).repairs.map(\.after) == ["a. kapur b. tanah liat …"])
    #expect(lines(text).contains("b. tanah liat"))
    #expect(lines(text).contains("e. kerikil (koral)"))
    #expect(imported(imported(text)) == imported(text))
  }

  @Test("Words below an item of a list in columns go on with it, whatever the column")
  func wrappedInColumns() {
    let rows = [
      ["a. kayu jati", "d. batu", "g. air"], ["   kelas satu", "   tua", ""],
      ["b. pasir", "e. besi", "h. tanah"], ["", "", "   liat"], ["", "   ringan", ""],
      ["c. semen", "f. kaca.", ""],
    ]
    var text = "Pasal 3\nBahan bangunan meliputi:\n"
    for row in rows {
      text += padded(padded("    " + row[0], 32) + row[1], 60) + row[2] + "\n"
    }
    #expect(
      lines(text).suffix(8) == [
        "a. kayu jati kelas satu", "b. pasir", "c. semen", "d. batu tua", "e. besi ringan",
        "f. kaca.", "g. air", "h. tanah liat",
      ])
  }

  @Test("Sheets without numbers are parted where most of them show a band between prose")
  func unnumberedSheets() {
    let text = imported(sheets(gutters: [52, 57, 49, 60]) { _ in nil })
    let pasal = LegalParser.parse(Array(text.utf8)).units.filter { $0.kind == .pasal }
    #expect(pasal.map(\.address) == (1...8).map { "pasal-\($0)" })
  }

  @Test("A list in two columns on a page or two is no sheet")
  func columns() {
    var text = ""
    for page in 1...2 {
      text += "Pasal \(page)\n"
      for row in 1...20 {
        text +=
          padded("\(row). kios milik warga nomor \(row)", 50)
          + "los pedagang kain nomor \(row) di pasar\n"
      }
      text += "\u{0C}"
    }
    let result = TextImporter.importing(Array(text.utf8))
    #expect(!result.notes.contains { if case .spreads = $0 { true } else { false } })
  }

  // MARK: Numbers

  @Test("A number below NOMOR belongs to it, above another number it is the page's")
  func numbersOfWords() {
    let text = imported(
      "Pasal 1\nIsi.\n\nTAMBAHAN BERITA KOTA NOMOR\n            4846\n\n\u{0C}Akhir.\n")
    #expect(text.contains("TAMBAHAN BERITA KOTA NOMOR 4846"))
    let page = imported(
      "Pasal 1\nMenurut Peraturan Daerah Nomor\n\n    2\n\u{0C}23 Tahun 2014 berlaku.\n")
    #expect(page.contains("Nomor 23 Tahun 2014"))
  }

  /// Pages of running lines, each with its number alone below.
  private func running(_ numbers: [Int]) -> String {
    var text = ""
    for (page, number) in numbers.enumerated() {
      for row in 1...24 { text += "petugas pasar blok \(page) baris \(row) mencatat\n" }
      text += "\(number)\n"
    }
    return text + "semua lapak.\n"
  }

  @Test("Numbers alone that count on at like distances are those of pages")
  func countedNumbers() {
    let text = imported("Pasal 1\n" + running([2, 3, 4, 5]))
    #expect(text.contains("baris 24 mencatat petugas pasar blok 1"))
    let other = imported("Pasal 1\n" + running([12, 7, 31, 5]))
    #expect(other.contains("mencatat 12") || other.contains("\n12"))
  }

  @Test("Years and row numbers of a table are no pages, however even they stand")
  func rowsOfTables() {
    for first in [1, 2025] {
      var text = "Pasal 1\nSasaran sebagaimana tercantum di bawah ini.\n"
      for row in 0..<5 {
        text += "\(first + row)\n"
        for target in 1...24 { text += "Sasaran \(target) lapak tertata di pasar kota\n" }
      }
      let result = imported(text)
      for row in 0..<5 { #expect(result.contains("\(first + row)")) }
    }
    let cited = (1...4).map { "Kegiatan \($0) menurut Lembaran\n2018, No. 79\n" }.joined()
    #expect(imported("Pasal 1\n" + cited).contains("2018, No. 79"))
  }

  @Test("A row number below a letterhead stays where its page has a number of its own")
  func rowsBelowHeads() {
    var text = "PRESIDEN\nREPUBLIK INDONESIA\nPasal 1\nDaftar kegiatan:\n- 1 -\n\u{0C}"
    for page in 2...6 {
      text += "PRESIDEN\nREPUBLIK INDONESIA\n\(page * 3)\nKegiatan merawat taman kota.\n"
      text += "Kegiatan menyapu jalan kota.\n- \(page) -\n\u{0C}"
    }
    let result = imported(text)
    for page in 2...6 { #expect(result.contains("\(page * 3)")) }
    #expect(!result.contains("- 4 -"))
  }

  @Test("1. below k. stays where its list goes on")
  func listBelowK() {
    let letters = "abcdefghij".map { "\($0). urusan \($0);\n" }.joined()
    let text =
      "Pasal 1\nDinas mengurus:\n\(letters)k. urusan k:\n1. air; dan\n2. api.\n"
      + "Pasal 2\nDinas terdiri atas:\n1. ketua; dan\n2. anggota.\n"
    #expect(lines(text).contains("1. air; dan"))
  }

  @Test("A number below a letterhead, and what a scanner made of one, go with the page")
  func provenNumbers() {
    var text = ""
    for (page, number) in ["-1-", "-2-", "A3-", "4-", "-5-"].enumerated() {
      text += "\(number)\nPasal \(page + 1)\nPetugas mencatat semua lapak.\n\u{0C}"
    }
    #expect(lines(text).count == 10)
    var heads = ""
    for page in 1...5 {
      heads += "PRESIDEN\nREPUBLIK INDONESIA\n\(page)\nPasal \(page)\nPetugas mencatat.\n\u{0C}"
    }
    #expect(lines(heads).count == 10)
    // A number that does not fit stays.
    #expect(imported(text.replacing("A3-", with: "A9-")).contains("A9-"))
  }

  @Test("The year and number of a gazette with a page's number are a running head")
  func gazettes() {
    var text = ""
    for page in 1...4 {
      text +=
        page % 2 == 0 ? "\(page)          2018, No.79\n\n" : "2018, No.79          \(page)\n\n"
      text += "Pasal \(page)\nPetugas mencatat.\n\u{0C}"
    }
    #expect(lines(text).count == 8)
    #expect(imported("Pasal 1\nDimuat dalam\n2018, No.79\nsebagai berita.\n").contains("No.79"))
  }

  // MARK: Words

  @Test("A doubled word goes on below a blank line, catchwords go whatever their sign")
  func pageEnds() {
    #expect(
      imported("Pasal 1\nMenurut Undang-\n\nUndang tentang pasar.\n").contains(
        "Undang-Undang tentang"))
    let page = """
      Pasal 1
      Petugas mencatat:
      a.  lapak;

                                        b. kios;
      \u{0C}b.  kios;
      c.  los.
      """
    #expect(lines(page) == ["Pasal 1", "Petugas mencatat:", "a. lapak;", "b. kios;", "c. los."])
  }

  @Test("Letterspaced headings are closed up, the stop of Pasal 2. goes")
  func headings() {
    let text = """
      Pasal 1
      Petugas mencatat lapak dan
                                Pasal 2.
      (1) Kios dijaga.
      M E M U T U S K A N:
      """
    #expect(!lines(text).contains("Pasal 2"))
    let list = text.replacing("lapak dan", with: "lapak,\n")
    #expect(lines(list).contains("Pasal 2"))
    #expect(lines(list).contains { $0.hasPrefix("MEMUTUSKAN:") })
    #expect(imported("Pasal 1\nMenurut ketentuan\nPasal 2.\n").contains("Pasal 2."))
  }

  // MARK: Lists

  @Test("Letters that a scanner misread are mended where those around prove them")
  func letters() {
    let text = """
      Pasal 1
      Petugas mencatat:
      a. lapak,
      b. kios,
      C. los,
      d. gudang,
      €e. gerobak,
      f£. tenda,
      g. meja;
      """
    #expect(
      lines(text).suffix(7).map { $0.prefix(2) } == ["a.", "b.", "c.", "d.", "e.", "f.", "g."])
    // Capitals that are a list of their own stay, and numbers below an item.
    let own =
      "Pasal 1\nMencatat:\nk. lapak:\n1. besar;\n2. kecil;\nm. los.\nA. Umum\nB. Khusus\na. satu;\nb. dua.\nC. Lain\n"
    #expect(imported(own).contains("1. besar") && imported(own).contains("C. Lain"))
    #expect(imported(own.replacing("2. kecil;\n", with: "")).contains("l. besar"))
    #expect(imported("Pasal 1\nMencatat:\na) satu;\n(b) dua;\nc) tiga.\n").contains("(b) dua"))
  }

  private let preamble = """
    PERATURAN DAERAH KOTA CONTOH
    TENTANG
    PASAR
    WALI KOTA CONTOH,
    Menimbang : a. bahwa pasar perlu dijaga;
    b. bahwa pasar perlu diatur;
    Mengingat : 1. Pasal 18 Undang-Undang Dasar;
    2. Undang-Undang tentang Kota;
    MEMUTUSKAN:
    Menetapkan : PERATURAN DAERAH TENTANG PASAR.
    Pasal 1
    Pasar dijaga oleh petugas yang
    ditunjuk.
    """

  @Test("A colon that ran into the first mark is a colon")
  func labelsRunIn() {
    let misread = preamble.replacing(": a.", with: "za.").replacing(": 1.", with: "11.")
    #expect(imported(misread) == imported(preamble))
  }

  @Test("Labels at the edge of a page go back to their lists")
  func displacedLabels() {
    let bare = preamble.replacing("Menimbang : a.", with: "a.")
      .replacing("Mengingat : 1.", with: "1.").replacing("Menetapkan : P", with: "P")
    let displaced =
      "Menimbang\nMengingat :\n"
      + bare.replacing("yang\nditunjuk", with: "yang\nMenetapkan :\nditunjuk")
    #expect(imported(displaced) == imported(preamble))
    let report = TextImporter.importing(Array(displaced.utf8)).repairs.filter { $0.kind == .mark }
    #expect(report.map(\.before) == ["Menimbang", "Mengingat", "Menetapkan"])
    // A list that has its label keeps it, and the other stays where it lies.
    #expect(imported("Menimbang\n" + preamble).hasPrefix("Menimbang"))
  }

  @Test("Notes on an amendment that lost their lines are divided at the numbers that go on")
  func flatNotes() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 1 diubah.
      Pasal II
      Peraturan Daerah ini mulai berlaku.
      PENJELASAN
      ATAS
      PERATURAN DAERAH KOTA CONTOH
      I. UMUM
      Pasar berubah.
      II. PASAL DEMI PASAL
      Pasal I
      Angka 1 Cukup jelas. Angka 2 Cukup jelas. Angka 3
      Pasal 5
      Ayat (1) Huruf a Cukup jelas. Huruf b Lihat Angka 7. Ayat (2) Cukup jelas.
      Pasal II
      Cukup jelas.
      """
    let found = LegalParser.parse(Array(imported(text).utf8)).units.map(\.address)
    for unit in ["angka-2", "angka-3/pasal-5/ayat-1/huruf-b", "angka-3/pasal-5/ayat-2"] {
      #expect(found.contains("penjelasan/pasal-i/\(unit)"))
    }
  }
}
