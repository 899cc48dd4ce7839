import LegalText
import Testing

@Suite("Page furniture")
struct FurnitureTests {
  private let pages = """
    Pasal 1
    (1) Taman dibuka setiap hari oleh pengelola yang
    ditunjuk.
    (2) Pengelola ………………
    \u{0C}
    - 2 -

    (2) Pengelola taman wajib menjaga taman
                                   3
    \u{0C}dengan baik.
    Pasal 2……….
    \u{0C}
    -4-
    Pasal 2
    Selesai.
    """

  @Test("A page number whose second dash was taken for a hyphen: text goes on right behind it")
  func joinedPageNumbers() {
    let text =
      "-1PERATURAN DAERAH\nPasal 1\nPenjaga wajib:\na. membuka taman dan\n"
      + "\u{0C}-2halamannya;\n\u{0C}-3b. menutup taman.\nPasal 2\nTaman\n"
      + "\u{0C}WALI KOTA CONTOH\n- 4 dijaga.\n\u{0C}WALI KOTA CONTOH\n-5Pasal 3\nTaman disapu.\n"
      + "\u{0C}WALI KOTA CONTOH\n-6Pasal 4\nTaman disiram.\n"
    let document = LegalParser.parse(text)
    #expect(
      document.units.map(\.address) == [
        "judul", "pasal-1", "pasal-1/huruf-a", "pasal-1/huruf-b", "pasal-2", "pasal-3",
        "pasal-4",
      ])
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(canonical.contains("a. membuka taman dan halamannya;\n"), "\(canonical)")
    #expect(canonical.contains("Taman dijaga."))
  }

  @Test("the path at which a word processor kept the text is no text")
  func filePaths() {
    let text = "Pasal 1\nTaman dijaga.\nD:\\Naskah\\Taman.doc\n\u{0C}\nPasal 2\nTaman: dibuka.\n"
    #expect(ownText("pasal-1", in: text) == "Taman dijaga.")
    #expect(ownText("pasal-2", in: text) == "Taman: dibuka.")
  }

  @Test("catchwords and page numbers open nothing")
  func catchwords() {
    #expect(outline(pages) == ["pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-2"])
  }

  @Test("furniture is no word of a unit")
  func words() {
    #expect(
      ownText("pasal-1/ayat-1", in: pages)
        == "Taman dibuka setiap hari oleh pengelola yang ditunjuk.")
    #expect(
      ownText("pasal-1/ayat-2", in: pages) == "Pengelola taman wajib menjaga taman dengan baik.")
  }

  @Test("furniture is listed with its bytes")
  func listed() {
    let document = LegalParser.parse(pages)
    let texts = document.furniture.map { document.text(in: $0) }
    #expect(
      texts == [
        "(2) Pengelola ………………", "\u{0C}", "- 2 -", "3", "\u{0C}", "Pasal 2……….", "\u{0C}", "-4-",
      ])
  }

  @Test("service lines are furniture, numbers within a text are not")
  func service() {
    let text = """
      Pasal 1
      Jumlah rak:
      12
      buah.
      PRESIDEN
      REPUBLIK INDONESIA
      - 3 -
      SK No 207002 A
      www.contoh.go.id
      """
    let document = LegalParser.parse(text)
    #expect(
      document.furniture.map { document.text(in: $0) } == [
        "PRESIDEN", "REPUBLIK INDONESIA", "- 3 -", "SK No 207002 A", "www.contoh.go.id",
      ])
    #expect(ownText("pasal-1", in: text) == "Jumlah rak: 12 buah.")
  }
}
