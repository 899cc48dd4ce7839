import LegalText
import Testing

@Suite("Which line breaks only wrap a text")
struct LineBreakTests {
  private func imported(_ text: String) -> ImportedText {
    TextImporter.importing(Array(text.utf8))
  }

  private func laidOut(_ text: String) -> String {
    let once = CanonicalLayout.text(of: LegalParser.parse(text))
    #expect(CanonicalLayout.text(of: LegalParser.parse(once)) == once)
    return String(decoding: once, as: UTF8.self)
  }

  @Test(
    "A conjunction after a comma goes on with the sentence",
    arguments: ["dan", "atau", "dan/atau"])
  func comma(_ word: String) {
    let text = """
      Pasal 1
      Warga menjaga pohon, rumput, \(word)
      bangku taman.
      """
    #expect(laidOut(text).contains("rumput, \(word) bangku taman."))
  }

  @Test("The title of a chapter that ends its line with a conjunction")
  func title() {
    let text = "BAB I\nPENGAWASAN, PEMBINAAN, DAN\nPENDANAAN\n\nPasal 1\nTaman dijaga.\n"
    #expect(laidOut(text).contains("\nPENGAWASAN, PEMBINAAN, DAN PENDANAAN\n"))
  }

  @Test("A conjunction alone on its line belongs to the item above")
  func alone() {
    let text = """
      Pasal 1
      Warga menjaga:
      a. pohon;
      b. rumput:
      1. tinggi; atau
      2. rendah;
      dan
      c. bangku;
      dan/atau
      d. pagar.
      """
    let result = laidOut(text)
    #expect(result.contains("2. rendah; dan\n"))
    #expect(result.contains("c. bangku; dan/atau\n"))
  }

  @Test("The printer's sign at the end is no word of a provision")
  func endMark() {
    let text = "PENJELASAN\nII. PASAL DEMI PASAL\nPasal 1\nCukup jelas\nooo000ooo\n"
    #expect(laidOut(text).contains("Cukup jelas\n"))
    let result = imported("Pasal 1\nTaman dijaga\nooo000ooo\n")
    #expect(String(decoding: result.text, as: UTF8.self) == "Pasal 1\nTaman dijaga\n")
    #expect(result.removals.map(\.text) == ["ooo000ooo"])
  }

  @Test("An indented line after a finished sentence begins a part of its own")
  func indented() {
    let text = """
      PENJELASAN
      I. UMUM
          Taman kota adalah tempat warga beristirahat setiap
      hari dan perlu dijaga bersama oleh semua yang memakai.
          Penjagaan taman selama ini belum diatur sehingga tak
      seorang pun merasa wajib menyapu dan menyiram pohonnya.
          Oleh karena itu Peraturan Daerah ini disusun.
      """
    #expect(
      laidOut(text).split(separator: "\n").count {
        $0.contains("Taman kota adalah") || $0.contains("Penjagaan taman selama")
      } == 2)
  }

  @Test("From Menetapkan to the full stop is one line")
  func decree() {
    let text = """
      MEMUTUSKAN:
      Menetapkan : PERATURAN DAERAH TENTANG PERUBAHAN ATAS
      PERATURAN DAERAH NOMOR 3 TAHUN 2030 TENTANG
      TAMAN KOTA.
      Pasal 1
      Taman dijaga.
      """
    let name = "PERATURAN DAERAH TENTANG PERUBAHAN ATAS PERATURAN DAERAH NOMOR 3 TAHUN 2030"
    #expect(laidOut(text).contains("Menetapkan: \(name) TENTANG TAMAN KOTA.\n"))
  }

  @Test("An instruction whose number was lost does not keep the text from being joined")
  func lostNumber() {
    let text = """
      Pasal I
      Beberapa ketentuan dalam Peraturan Daerah Nomor 3 Tahun
      2030 diubah sebagai berikut:
      1. Ketentuan Pasal 1 diubah sehingga berbunyi
      sebagai berikut:
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan Daerah adalah
      Kota Melati.
      Ketentuan ayat (6) Pasal 9 diubah sehingga
      berbunyi sebagai berikut:
      Pasal 9
      (1) Setiap orang wajib menjaga taman di
      lingkungan tempat tinggalnya.
      """
    let result = laidOut(text)
    #expect(
      result.contains("\nKetentuan ayat (6) Pasal 9 diubah sehingga berbunyi sebagai berikut:"))
    #expect(
      result.contains("(1) Setiap orang wajib menjaga taman di lingkungan tempat tinggalnya."))
  }

  @Test("Rows of a table and signatures side by side stay as they are the second time")
  func twice() {
    let text = """
      Pasal 1
      Taman dijaga.

                Ditetapkan di Melati
      DEWAN PERWAKILAN RAKYAT           WALI KOTA MELATI
      KOTA MELATI                       TINGKAT DUA
      KETUA,                            Nama Orang
      Nomor       :  12
      Tentang     :  Taman
      """
    let once = imported(text).text
    #expect(imported(String(decoding: once, as: UTF8.self)).text == once)
    #expect(laidOut(text).contains("KETUA,"))
  }
}
