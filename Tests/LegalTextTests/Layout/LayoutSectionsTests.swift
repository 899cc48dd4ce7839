import Testing

@testable import LegalText

@Suite("Parts of a text that keep their lines")
struct LayoutSectionsTests {
  private let text = """
    Pasal 1
    Warga menjaga
    taman kota.

    Pasal 2
    Lurah menjaga:
      a. pohon
         rindang; dan
      b. bangku.

    Pasal 3
    Penjaga menyapu
    jalan.
    """

  @Test("A part that reads otherwise keeps its lines, the others are joined")
  func changed() {
    let document = LegalParser.parse(text)
    var sections = LayoutSections(document, allowsMore: false)
    let same = LegalParser.parse(CanonicalLayout.text(of: document))
    var isChanged = sections.keepChanged(in: same)
    #expect(!isChanged)
    let other = LegalParser.parse(text.replacing("b. bangku", with: "bangku"))
    isChanged = sections.keepChanged(in: other)
    #expect(isChanged)
    #expect(sections.kept == ["pasal-2"])
    var writer = LayoutWriter(document, sections.keepsLines(in: document))
    writer.write()
    let written = String(decoding: writer.out, as: UTF8.self)
    #expect(
      written == text.replacing("menjaga\ntaman", with: "menjaga taman")
        .replacing("menyapu\njalan", with: "menyapu jalan") + "\n")
    let place = sections.places(in: document)
    #expect(place.count == 1 && document.text(in: place[0]).hasPrefix("Pasal 2\nLurah"))
  }

  @Test("A part may gain units where units come to light, but lose none")
  func gained() {
    let fewer = LegalParser.parse(text.replacing("b. bangku", with: "bangku"))
    var tolerant = LayoutSections(fewer, allowsMore: true)
    let gains = tolerant.keepChanged(in: LegalParser.parse(text))
    #expect(!gains)
    var strict = LayoutSections(fewer, allowsMore: false)
    let differs = strict.keepChanged(in: LegalParser.parse(text))
    #expect(differs)
    var losing = LayoutSections(LegalParser.parse(text), allowsMore: true)
    let loses = losing.keepChanged(in: fewer)
    #expect(loses)
  }

  @Test("Where it is not enough that a part keeps its lines, those around it do")
  func neighbours() {
    let document = LegalParser.parse(text)
    let other = LegalParser.parse(text.replacing("b. bangku", with: "bangku"))
    var sections = LayoutSections(document, allowsMore: false)
    _ = sections.keepChanged(in: other)
    _ = sections.keepChanged(in: other)
    #expect(sections.kept == ["pasal-1", "pasal-2"])
  }

  @Test("What is imported is canonical where more units make other parts keep their lines")
  func settled() {
    let scraps = """
      dirawat.
      kolam.
      berikut:
      Contoh;
      dan
      c.
      Taman.
      berikut:

      Pasal 12A
      (1) guna:
      kota;
      desa;
      warga.
      padda;
      Tua;
      Kota;
      d.
      sekelilingnya.
      pada
      a.
      gunanya.
      Nomor
      PASAL DEMI PASAL
      Pasal I
      Angka 2
      5
      (1)
      a
      Cukup
      b
      Cukup
      c
      Cukup
      12A
      Cukup
      as.
      6
      Pasal 19
      Cukup
      7
      Pasal 21
      (1)
      Cukup
      (2)
      Cukup
      (3)
      Dihapus.
      (4)
      c.
      Huruf b ayat (1)
      Pasal
      """
    let imported = TextImporter.importing(Array(scraps.utf8)).text
    #expect(CanonicalLayout.text(of: LegalParser.parse(imported)) == imported)
  }
}
