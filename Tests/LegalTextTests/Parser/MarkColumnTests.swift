import LegalText
import Testing

/// Marks that readers of pages print in a column apart from their texts.
@Suite("Marks in columns of their own")
struct MarkColumnTests {
  private static let below = """
    Pasal 1
    (1)

    (2)

    Penjaga membuka taman pada
    pagi hari:
    a. setiap hari kerja; dan
    b. setiap hari libur.
    Penjaga menutup taman pada
    malam hari.
    Pasal 2
    (1) Taman dijaga.
    (2) Taman disapu.
    """

  private static let above = """
    BAB I
    TAMAN
    (1)

    (2)

    (1)

    (2)

    Pasal 1
    Penjaga membuka taman pada pagi hari.
    Penjaga menutup taman pada malam hari.
    Pasal 2
    Taman disapu setiap hari.
    Taman disiram setiap sore.
    Pasal 3
    Selesai.
    """

  @Test("Ayat below their heading: each text gets its number")
  func belowHeading() {
    let units = outline(Self.below)
    #expect(units.contains("pasal-1/ayat-1/huruf-b") && units.contains("pasal-1/ayat-2"))
    #expect(units.count { $0.hasPrefix("pasal-2/ayat-") } == 2)
    #expect(wholeText("pasal-1/ayat-2", in: Self.below) == "Penjaga menutup taman pada malam hari.")
  }

  @Test("Ayat of two articles above the first heading")
  func aboveHeading() {
    let wanted = [
      "bab-1", "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-2", "pasal-2/ayat-1",
      "pasal-2/ayat-2", "pasal-3",
    ]
    #expect(outline(Self.above) == wanted)
    #expect(wholeText("pasal-2/ayat-1", in: Self.above) == "Taman disapu setiap hari.")
  }

  @Test("Items below one another, then their texts")
  func items() {
    let text = """
      Pasal 1
      Penjaga wajib:
      a.

      b.

      c.

      membuka taman;
      menyapu taman dan
      halamannya; dan
      menutup taman.
      Pasal 2
      Selesai.
      """
    let units = outline(text)
    #expect(
      ["a", "b", "c"].allSatisfy { units.contains("pasal-1/huruf-" + $0) }, "\(units)")
    #expect(wholeText("pasal-1/huruf-b", in: text) == "menyapu taman dan halamannya; dan")
  }

  @Test("The number of an ayat that stands amid the list of the one before")
  func amidList() {
    let text = """
      Pasal 1
      (1) Penjaga wajib:
      a. membuka taman;

      (2)

      b.

      menyapu taman; dan

      c.

      menutup taman.

      Kewajiban itu berlaku setiap hari.
      Pasal 2
      Selesai.
      """
    let units = outline(text)
    #expect(units.contains("pasal-1/ayat-1/huruf-c"), "\(units)")
    #expect(wholeText("pasal-1/ayat-2", in: text) == "Kewajiban itu berlaku setiap hari.")
  }

  @Test("Numbers of instructions that stand amid the amended text")
  func instructions() {
    let text = """
      Pasal I
      Beberapa ketentuan dalam Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai
      berikut:
      1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Taman dibuka oleh

      2.

      3.

      penjaga.
      Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:
      Pasal 5
      Taman disapu.
      Ketentuan Pasal 6 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    let units = outline(text)
    #expect(units.contains("pasal-i/angka-2/pasal-5") && units.contains("pasal-i/angka-3"))
    #expect(!units.contains("pasal-i/angka-1/pasal-4/angka-2"))
  }

  @Test("A mark above its own text is none of a column")
  func ownText() {
    let text = """
      Pasal 1
      (1)
      Penjaga wajib:
      a.
      membuka taman; dan
      b.
      menutup taman.
      (2)
      Kewajiban itu berlaku setiap hari.
      """
    let document = LegalParser.parse(text)
    #expect(document.units.count == 5)
    #expect(document.units.allSatisfy { !$0.label.isEmpty })
  }

  @Test("Import puts each mark before its text and lists that", arguments: [below, above])
  func imported(_ text: String) {
    let result = TextImporter.importing(Array(text.utf8))
    let canonical = String(decoding: result.text, as: UTF8.self)
    #expect(canonical.contains("(1) Penjaga membuka taman pada pagi hari"), "\(canonical)")
    #expect(canonical.contains("\n(2) Penjaga menutup taman pada malam hari."))
    #expect(outline(canonical) == outline(text))
    #expect(result.repairs.allSatisfy { $0.kind == .mark && $0.why == .sequence })
    #expect(result.repairs.contains { $0.before == "(2)" && $0.after == "(2) Penjaga" })
  }

  @Test("A first ayat that a scanner printed as (4), an inserted one as (la)")
  func misread() {
    let text = """
      Pasal 1
      (4) Taman dibuka pada pagi hari.
      (2) Taman ditutup pada malam hari.
      Pasal 2
      (1) Taman disapu.
      (la) Taman dijaga.
      (2) Taman disiram.
      Pasal 3
      (4) Taman dipagari.
      (5) Taman diterangi.
      """
    let units = outline(text)
    #expect(
      units.prefix(7) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-2", "pasal-2", "pasal-2/ayat-1",
        "pasal-2/ayat-1a", "pasal-2/ayat-2",
      ])
    #expect(!units.contains("pasal-3/ayat-1"))
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(canonical.contains("\n(1) Taman dibuka") && canonical.contains("\n(1a) Taman dijaga"))
  }
}
