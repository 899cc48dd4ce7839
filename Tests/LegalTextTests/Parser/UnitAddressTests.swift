import LegalText
import Testing

@Suite("Addresses as a lawyer writes them")
struct UnitAddressTests {
  @Test(
    "words name an address",
    arguments: [
      ("Pasal 5 ayat (2) huruf a", "pasal-5/ayat-2/huruf-a"),
      ("psl 5 ayat 2 huruf a", "pasal-5/ayat-2/huruf-a"),
      ("PASAL 12A AYAT (1a)", "pasal-12a/ayat-1a"),
      ("pasal-5/ayat-2/huruf-a", "pasal-5/ayat-2/huruf-a"),
      ("Bab III", "bab-3"), ("bab 3", "bab-3"), ("BAB XIIA", "bab-12a"),
      ("BAB II Bagian Kesatu", "bab-2/bagian-1"),
      ("Bab II Bagian Kedua Belas Paragraf 3", "bab-2/bagian-12/paragraf-3"),
      ("penjelasan Pasal 5", "penjelasan/pasal-5"), ("Penjelasan umum", "penjelasan/umum"),
      ("Menimbang huruf a", "menimbang/huruf-a"), ("Mengingat angka 3", "mengingat/angka-3"),
      ("Pasal I angka 3", "pasal-i/angka-3"),
      ("Pasal I angka 3, Pasal 5 ayat (2)", "pasal-i/angka-3/pasal-5/ayat-2"),
      ("lampiran II", "lampiran-2"), ("Lampiran", "lampiran"), ("judul", "judul"),
      ("pasal-5~2/ayat-1", "pasal-5~2/ayat-1"),
    ])
  func parse(words: String, address: String) {
    #expect(UnitAddress.parse(words) == address)
  }

  @Test(
    "what names nothing gives nil",
    arguments: [
      "", "   ", "Pasal", "Pasal lima", "ayat (x)", "huruf 3", "halaman 4", "Pasal 5 !", "bag-vo",
    ])
  func nothing(words: String) {
    #expect(UnitAddress.parse(words) == nil)
  }

  @Test(
    "an address has words, and they name it again",
    arguments: [
      ("pasal-5/ayat-2/huruf-a", "Pasal 5 ayat (2) huruf a"),
      ("bab-3/bagian-1", "BAB III Bagian Kesatu"), ("bab-12a", "BAB XIIA"),
      ("bab-3/bagian-22/paragraf-1", "BAB III Bagian Kedua Puluh Dua Paragraf 1"),
      ("menimbang/huruf-a", "Menimbang huruf a"),
      ("penjelasan/pasal-5/ayat-1", "Penjelasan Pasal 5 ayat (1)"),
      ("pasal-i/angka-3/pasal-5/ayat-2", "Pasal I angka 3, Pasal 5 ayat (2)"),
      ("lampiran-2", "Lampiran II"), ("penjelasan/umum", "Penjelasan umum"),
      (
        "pasal-5/huruf-a/angka-1/subhuruf-b/subangka-2", "Pasal 5 huruf a angka 1 huruf b) angka 2)"
      ),
    ])
  func label(address: String, words: String) {
    #expect(UnitAddress.label(address) == words)
    #expect(UnitAddress.parse(words) == address)
  }

  @Test("every address of a regulation is named by its words")
  func roundTrip() {
    for text in [SampleTexts.plain, SampleTexts.amendment] {
      for address in outline(text) {
        #expect(UnitAddress.parse(UnitAddress.label(address)) == address)
        #expect(UnitAddress.parse(address) == address)
      }
    }
  }

  @Test("an address where nothing stands tells what does")
  func resolve() throws {
    let document = LegalParser.parse(SampleTexts.plain)
    let article = try #require(document.index(ofAddress: "pasal-2"))
    #expect(document.resolve("pasal-2") == .unit(article))
    let items = ["pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-2/ayat-2a", "pasal-2/ayat-3"]
    #expect(
      document.resolve("pasal-2/ayat-9/huruf-a")
        == .absent(
          ancestor: article, missing: .ayat,
          children: items.compactMap { document.index(ofAddress: $0) }))
    guard case .absent(nil, .pasal, let articles) = document.resolve("pasal-99") else {
      Issue.record("pasal-99 should be absent")
      return
    }
    #expect(
      articles.map { document.units[$0].address } == [
        "pasal-1", "pasal-2", "pasal-3", "pasal-3a", "pasal-4",
      ])
  }
}
