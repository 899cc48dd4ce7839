import LegalText
import Testing

/// What converters leave of pages in texts whose lines they joined.
@Suite("Import of pages within lines")
struct FlatPageTests {
  private func imported(_ text: String) -> ImportedText {
    TextImporter.importing(Array(text.utf8))
  }

  private func string(_ imported: ImportedText) -> String {
    String(decoding: imported.text, as: UTF8.self)
  }

  /// A sentence as long as a page.
  private func page(_ number: Int) -> String {
    "Taman nomor \(number) dijaga "
      + String(repeating: "oleh warga dan pengelola taman setempat ", count: 8)
  }

  /// Articles of one page each, `head` at the end of every page.
  private func pages(_ count: Int, _ head: (Int) -> String) -> String {
    (1...count).map { "Pasal \($0)\n\(page($0))\(head($0 + 1)) setiap hari.\n" }.joined()
  }

  @Test("A page number in dashes goes with the number of the gazette or the letterhead before it")
  func heads() {
    let heads: [(Int) -> String] = [
      { "No. 6628 -\($0)-" }, { "PRESIDEN REPUBUK INDONESIA -\($0) -" },
    ]
    for head in heads {
      let result = imported(pages(4, head))
      #expect(!string(result).contains("-"))
      #expect(string(result).contains("taman setempat setiap hari."))
      #expect(result.removals.map(\.text) == (2...5).map(head))
    }
  }

  @Test("The words before such a head that the next page repeats go with it")
  func catchwordBeforeHead() {
    let result = imported(pages(4) { "jaga. Masa kerja . . . - \($0) - Masa kerja" })
    #expect(string(result).contains("jaga. Masa kerja setiap hari."))
  }

  @Test("Numbers in dashes that do not count on are of the text")
  func otherNumbers() {
    for numbers in [[7, 3, 9, 5], [1, 1, 1, 1]] {
      let text = string(imported(pages(4) { "umur - \(numbers[$0 - 2]) - tahun" }))
      for number in numbers { #expect(text.contains("umur - \(number) - tahun")) }
    }
    let near = string(imported("Pasal 1\nUmur - 2 - dan - 3 - dan - 4 - tahun.\n"))
    #expect(near.contains("Umur - 2 - dan - 3 - dan - 4 - tahun."))
  }

  @Test("A page number run into the end of a line goes, the mark below it stays a mark")
  func numberAtLineEnd() {
    let result = imported(
      pages(3) { "-\($0)-" } + "Pasal 4\n(1) \(page(9)) setempat.-5-\n(2) Taman dibuka.\n")
    #expect(string(result).contains("setempat.\n(2) Taman dibuka."))
  }

  @Test("Catchwords that a converter put in too early are no units")
  func earlyCatchwords() {
    let result = imported(
      """
      Pasal 1
      Taman dijaga. Pasal 3...
      (2) Pengelola...
      PRESIDEN
      REPUBLIK INDONESIA
      - 3 -
      Pasal 2
      (1) Warga menjaga taman.
      (2) Pengelola membuka taman.
      Pasal 3
      Taman ditutup.  Agar...
      Agar setiap orang tahu.
      """)
    let catchwords = result.removals.filter { $0.kind == .catchword }
    #expect(catchwords.map(\.text) == ["Pasal 3...", "(2) Pengelola...", "Agar..."])
    #expect(result.pasal == 3)
    #expect(string(result).contains("Taman dijaga.\n"))
  }

  @Test("Dots of a form and of what stands nowhere else stay")
  func formDots() {
    let form = "BAB I …\nNomor ...\nPasal 9...\nBAB I\nUMUM"
    let text = string(imported("Pasal 1\nBentuk:\n\(form)\nPasal 2\nSelesai.\n"))
    #expect(text.contains("BAB I …"))
    #expect(text.contains("Pasal 9..."))
  }

  @Test("Numbers in dashes and dotted lines of a text without pages stay")
  func noPages() {
    let lanes = pages(5) { "jalur - \($0) - dipakai" }
    #expect(string(imported(lanes)).contains("jalur - 3 - dipakai"))
    let form = """
      Pasal 1
      Bentuk surat:
      1. Nama......
      2. Alamat......
      Pihak kedua:
      1. Nama badan: taman;
      2. Alamat badan: jalan.
      Pasal 2
      Selesai.
      """
    let cited = "Pasal 1\nWarga menulis Pasal 2...\nTaman dijaga.\nPasal 2\nSelesai.\n"
    #expect(string(imported(cited)).contains("menulis Pasal 2..."))
    let several = (1...4).map { "Pasal \($0)\nTaman. Pasal \($0 + 1)...\n" }.joined()
    #expect(!string(imported(several + "Pasal 5\nSelesai.\n")).contains("..."))
    #expect(string(imported(form)).contains("1. Nama......"))
    #expect(string(imported(form)).contains("2. Alamat......"))
  }
}
