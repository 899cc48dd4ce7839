import LegalText
import Testing

/// What pages of offices have beyond `PageSimulator`: as word processors print them and readers of
/// PDF files give them.
@Suite("Import of pages that offices print")
struct OfficePageTests {
  private func imported(_ text: String) -> String {
    String(decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
  }

  @Test("A running line goes although the page's number stands within it")
  func countedPages() {
    var text = ""
    for page in 1...5 {
      text += "Pasal \(page)\nSetiap orang menjaga taman nomor \(page + 40).\n\n\n"
      text += "jdih.contoh.go.id" + String(repeating: " ", count: 80)
      text += "Halaman \(page) dari 5\n\u{0C}"
    }
    let result = TextImporter.importing(Array(text.utf8))
    #expect(!String(decoding: result.text, as: UTF8.self).contains("Halaman"))
    #expect(result.removals.count { $0.kind == .footer } == 5)
    #expect(result.pasal == 5)
  }

  @Test("An article above a page number does not announce one whose number begins alike")
  func numbersBeginAlike() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah.

      PENJELASAN
      II. PASAL DEMI PASAL
      Pasal I
        Cukup jelas.
                       - 9 -

      Pasal II
        Cukup jelas.
      """
    let document = LegalParser.parse(text)
    #expect(document.index(ofAddress: "penjelasan/pasal-i") != nil)
    #expect(document.index(ofAddress: "penjelasan/pasal-ii") != nil)
    #expect(TextImporter.importing(Array(text.utf8)).removals.map(\.kind) == [.pageNumber])
  }

  @Test(
    "What a line's end divided is one word again",
    arguments: [
      ("kabupaten/\nkota", "kabupaten/kota"), ("Nomor 38/\nKesra", "Nomor 38/Kesra"),
      ("ketentu-\nan.", "ketentuan."), ("DPRD-\nBALAI", "DPRD-BALAI"),
      ("PERDA-\nGANGAN", "PERDAGANGAN"),
    ])
  func divided(_ printed: String, _ whole: String) {
    let text = imported("Pasal 1\nTaman dijaga menurut \(printed)\nPasal 2\nSelesai.\n")
    #expect(text.contains("menurut \(whole)"), "\(text)")
    #expect(text.contains("Pasal 2\nSelesai."))
  }

  @Test("The mark of an item below a divided word stays a mark")
  func markBelowHyphen() {
    let text = imported("Pasal 1\nTaman dijaga:\na. oleh sub-\nb. oleh warga.\n")
    #expect(text.contains("\nb. oleh warga."))
  }

  @Test("A letter that a scanner doubled is mended where its list proves it")
  func doubledLetter() {
    let text = """
      Pasal 1
      Penjaga:
      a. melapor;
      b. mencatat;
      Cc. menyapu; dan
      d. pulang.
      """
    let units = LegalParser.parse(text).units.map(\.address)
    #expect(units.contains("pasal-1/huruf-c"))
    let result = TextImporter.importing(Array(text.utf8))
    #expect(String(decoding: result.text, as: UTF8.self).contains("\nc. menyapu"))
    #expect(result.repairs.map(\.before) == ["Cc."] && result.repairs.map(\.after) == ["c."])
    #expect(!LegalParser.parse("Pasal 1\nCc. menyapu.\n").units.contains { $0.kind == .huruf })
  }

  @Test("The number of a page is no part of the heading below it")
  func numberAboveHeading() {
    let text = imported("PENJELASAN\nPasal 34\nCukup jelas. Nomor -15-\nPasal 35\nCukup jelas.\n")
    #expect(text.contains("\nPasal 35\n"))
  }

  @Test("A page number may stand between tildes; a time below a dash is none")
  func tildes() {
    let text = imported("Pasal 1\nTaman dijaga oleh\n~3~\nwarga (pukul 17.00\n- 24.00) saja.\n")
    #expect(text.contains("Taman dijaga oleh warga"))
    #expect(text.contains("24.00)"))
  }

  @Test("The close of an act beside a table of initials stays a unit")
  func closeBesideStamp() {
    let text = """
      Pasal 1
      Peraturan ini berlaku.

          PENGOLAH                 PARAF              Ditetapkan di Kota
       KEPALA BAGIAN                                  pada tanggal 6 April 2016
        KEPALA BIRO
                                                      GUBERNUR CONTOH,

          Tembusan Yth. :
          1. Menteri di Jakarta;
          2. Para Bupati.
      """
    let document = LegalParser.parse(imported(text))
    #expect(document.units.map(\.address).filter { $0.hasPrefix("pasal-1") } == ["pasal-1"])
    #expect(document.index(ofAddress: "penutup") != nil)
  }

  @Test(
    "A scrap of a signature may begin small beside it; a sentence that goes on is none",
    arguments: [
      ("rv () KEPALA BAGIAN          Ditetapkan di Kota", true), ("dan Ditetapkan di Kota", false),
    ])
  func closeBesideScrap(_ line: String, _ isClose: Bool) {
    let text = """
      Pasal 1
      Peraturan ini berlaku sejak disetujui
      \(line)
      vl/peraturan                  pada tanggal 6 April 2016

      Tembusan Yth. :
      1. Menteri di Jakarta;
      2. Para Bupati.
      """
    let document = LegalParser.parse(Array(text.utf8))
    #expect((document.index(ofAddress: "penutup") != nil) == isClose)
    #expect((document.index(ofAddress: "pasal-1/angka-1") == nil) == isClose)
  }

  @Test("What is left of an ayat whose page is lost stays")
  func lostPage() {
    let text = """
      Pasal 1
      (1) Warga menjaga taman.
                                        (2) Setiap ……………..
                       - 9 -

      (3) Setiap orang menjaga taman.
      """
    #expect(imported(text).contains("(2) Setiap"))
  }
}
