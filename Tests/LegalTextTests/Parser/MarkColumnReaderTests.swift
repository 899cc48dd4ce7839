import LegalText
import Testing

/// Texts as readers of pages print them: mark columns, labels and numbers of instructions before
/// what they belong to.
@Suite("Columns of marks amid lists, titles and amended texts")
struct MarkColumnReaderTests {
  @Test("The next ayat above the list of the one before it")
  func outerAboveList() {
    let text = """
      Pasal 1
      (1)

      Penjaga wajib:

      (2)

      a.

      membuka taman; dan

      b.

      menutup taman.

      Kewajiban itu meliputi:
      a.

      hari kerja; dan

      b.

      hari libur.
      Pasal 2
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-2", "pasal-1/ayat-2/huruf-a", "pasal-1/ayat-2/huruf-b", "pasal-2",
      ])
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(canonical.contains("  b. menutup taman.\n(2) Kewajiban itu meliputi:\n  a. hari"))
  }

  @Test("An item's mark and the next ayat above the rest of a list")
  func interruptedItem() {
    let text = """
      Pasal 1
      (1) Penjaga wajib:
      a. membuka taman;
      b.

      (2)

      menyapu taman dan
      halamannya; dan
      c. menutup taman.
      Kewajiban itu berlaku setiap hari.
      Pasal 2
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-1/huruf-c", "pasal-1/ayat-2", "pasal-2",
      ])
    #expect(
      wholeText("pasal-1/ayat-1/huruf-b", in: text) == "menyapu taman dan halamannya; dan")
  }

  @Test("First items and the next ayat above the text of the first")
  func firstItemsAndAyat() {
    let text = """
      Pasal 1
      (1)

      Upah penjaga terdiri atas:
      a.

      b.

      (2)

      upah pokok, yaitu:
      1.

      upah harian; dan

      2.

      upah bulanan;

      upah tambahan.

      Besarnya upah ditetapkan oleh Bupati.
      Pasal 2
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-a/angka-1",
        "pasal-1/ayat-1/huruf-a/angka-2", "pasal-1/ayat-1/huruf-b", "pasal-1/ayat-2", "pasal-2",
      ])
  }

  @Test("First items and the next outer item above the text of the first")
  func firstItemsAndLetter() {
    let text = """
      Pasal 1
      Penjaga wajib:
      a.
      membuka taman, yaitu:
      1.
      2.
      b.
      taman kota:
      a)
      Taman Melati; dan
      b)
      Taman Kenanga.
      taman desa.
      menutup taman:
      1.
      hari kerja; dan
      2.
      hari libur.
      Pasal 2
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/huruf-a", "pasal-1/huruf-a/angka-1",
        "pasal-1/huruf-a/angka-1/subhuruf-a", "pasal-1/huruf-a/angka-1/subhuruf-b",
        "pasal-1/huruf-a/angka-2", "pasal-1/huruf-b", "pasal-1/huruf-b/angka-1",
        "pasal-1/huruf-b/angka-2", "pasal-2",
      ])
  }

  @Test("Ayat amid the end of another article, one of which has none; a citation begins a line")
  func laterArticle() {
    let text = """
      Pasal 1
      Taman dibuka oleh
      (1)
      (2)

      penjaga setiap hari.
      Pasal 2
      Taman disapu.
      Pasal 3
      Penjaga sebagaimana dimaksud dalam Pasal 1
      ayat (1) menutup taman.
      Penjaga menyiram taman.
      Pasal 4
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-2", "pasal-3", "pasal-3/ayat-1", "pasal-3/ayat-2", "pasal-4",
      ])
  }

  @Test("A first ayat's number printed below its article, a list without its last full stop")
  func laterNumber() {
    let text = """
      Pasal 1
      (1)

      Penjaga wajib:

      (2)

      a.

      membuka taman; dan

      b.

      menutup taman

      Kewajiban itu berlaku setiap hari.
      Pasal 2
      Taman disapu.
      (2) Taman disiram.

      (1)

      Pasal 3
      Taman dijaga.
      Pasal 4
      Selesai.
      """
    #expect(
      outline(text) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-1/huruf-a", "pasal-1/ayat-1/huruf-b",
        "pasal-1/ayat-2", "pasal-2", "pasal-2/ayat-1", "pasal-2/ayat-2", "pasal-3", "pasal-4",
      ])
    #expect(wholeText("pasal-2/ayat-1", in: text) == "Taman disapu.")
  }

  @Test("Definitions with inserted numbers above the heading of their article")
  func definitions() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
      1.
      2.
      2a.

      “Pasal 1
      Taman adalah tempat umum.
      Penjaga adalah orang yang membuka
      taman.
      Bupati adalah Bupati Contoh.”
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    let units = LegalParser.parse(text).units
    #expect(
      units.filter { $0.kind == .definisi }.map(\.address) == [
        "pasal-i/angka-1/pasal-1/angka-1", "pasal-i/angka-1/pasal-1/angka-2",
        "pasal-i/angka-1/pasal-1/angka-2a",
      ])
  }

  @Test("Labels above the title, Menetapkan before the consent")
  func labels() {
    let text = """
      Menimbang

      Mengingat

      PERATURAN DAERAH KOTA CONTOH
      NOMOR 1 TAHUN 2020
      TENTANG
      TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      : a.
      bahwa taman perlu dijaga;
      b.
      bahwa perlu membentuk Peraturan Daerah;
      :

      1.
      2.

      Undang-Undang Nomor 1 Tahun 2000;
      Undang-Undang Nomor 2 Tahun 2000;

      Menetapkan

      :

      Dengan Persetujuan Bersama
      DEWAN PERWAKILAN RAKYAT DAERAH
      dan
      WALI KOTA CONTOH
      MEMUTUSKAN:
      PERATURAN DAERAH TENTANG TAMAN.
      Pasal 1
      Taman dijaga.
      """
    #expect(
      outline(text) == [
        "judul", "pembukaan", "menimbang", "menimbang/huruf-a", "menimbang/huruf-b", "mengingat",
        "mengingat/angka-1", "mengingat/angka-2", "diktum", "pasal-1",
      ])
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(canonical.hasPrefix("PERATURAN DAERAH KOTA CONTOH"), "\(canonical)")
    #expect(canonical.contains("Menimbang:\na. bahwa taman"))
    #expect(canonical.contains("Menetapkan: PERATURAN DAERAH TENTANG TAMAN."))
  }

  @Test("Labels and their colons, then the items of both")
  func labelsAndColons() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      Menimbang

      Mengingat

      :

      :

      a.

      bahwa taman perlu dijaga;

      b.

      bahwa perlu membentuk Peraturan Daerah;

      1.

      Pasal 18 ayat (6) Undang-Undang Dasar;

      2.

      Undang-Undang Nomor 2 Tahun 2000;
      MEMUTUSKAN:
      Pasal 1
      Taman dijaga.
      """
    #expect(
      outline(text) == [
        "judul", "pembukaan", "menimbang", "menimbang/huruf-a", "menimbang/huruf-b", "mengingat",
        "mengingat/angka-1", "mengingat/angka-2", "diktum", "pasal-1",
      ])
  }
}
