import LegalText
import Testing

@Suite("The close of acts, and acts without articles")
struct CloseTests {
  @Test(
    "the order to promulgate within a line",
    arguments: [
      "Peraturan ini berlaku sejak diundangkan. Agar setiap orang",
      "Peraturan ini berlaku sejak diundangkan. Agar supaya tiap-tiap orang dapat",
      "Peraturan ini berlaku sejak\ndiundangkan.\n4\nDitandatangani secara elektronik Agar semua orang",
    ])
  func orderWithinLine(_ words: String) {
    let text = """
      BAB I
      UMUM
      Pasal 1
      Penjaga diangkat. Agar setiap orang aman, taman dipagari.
      Pasal 2
      \(words) mengetahuinya, memerintahkan pengundangan peraturan ini. ttd WALIKOTA
      """
    #expect(outline(text) == ["bab-1", "pasal-1", "pasal-2", "penutup"])
    #expect(wholeText("penutup", in: text)?.hasPrefix("Agar ") == true)
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
    let annexed = text.replacing("Pasal 2", with: "LAMPIRAN I\nPasal 2")
    #expect(!outline(annexed).contains("penutup"))
  }

  @Test("a decision without articles has a close")
  func decision() {
    let text = """
      KEPUTUSAN BUPATI CONTOH
      NOMOR 5 TAHUN 2020
      TENTANG
      PENJAGA TAMAN
      Menimbang : a. bahwa taman perlu dijaga;
      Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000;
      MEMUTUSKAN:
      Menetapkan :
      KESATU : Penjaga taman diangkat.
      KEDUA : Keputusan ini berlaku sejak ditetapkan.
      Ditetapkan di Contoh
      pada tanggal 1 Januari 2020
      """
    #expect(outline(text).suffix(2) == ["diktum", "penutup"], "\(outline(text))")
  }

  @Test("title, close and annexes of a circular, which has neither articles nor chapters")
  func circular() {
    let text = """
      Yth. Para penjaga taman

      SALINAN
      SURAT EDARAN DINAS TAMAN
      NOMOR 3 TAHUN 2020

      TENTANG

      JAM BUKA TAMAN
      DI KOTA CONTOH

      Sehubungan dengan Pasal 5 Peraturan Daerah, taman dibuka sebagai berikut:
      I. UMUM
      1. Taman dibuka pagi hari.

      II. PENUTUP
      Surat edaran ini berlaku sejak ditetapkan.
      Ditetapkan di Contoh
      pada tanggal 1 Januari 2020
      KEPALA DINAS

      LAMPIRAN I
      Denah taman
      """
    let document = LegalParser.parse(text)
    #expect(
      outline(text) == ["blok-1", "judul", "blok-2", "blok-3", "penutup", "lampiran-1"],
      "\(outline(text))")
    #expect(wholeText("judul", in: text)?.hasPrefix("SALINAN SURAT") == true)
    #expect(wholeText("judul", in: text)?.hasSuffix("KOTA CONTOH") == true)
    #expect(wholeText("penutup", in: text)?.hasSuffix("KEPALA DINAS") == true)
    #expect(brokenPromises(of: document).isEmpty)
    let flat = """
      SURAT EDARAN NOMOR 3 TENTANG TAMAN
      Taman dibuka pagi hari dan ditutup sore hari. Surat edaran ini berlaku sejak ditetapkan. Ditetapkan di Contoh pada tanggal 1 Januari 2020
      """
    #expect(outline(flat) == ["judul", "blok-1", "penutup"])
    #expect(outline("Catatan rapat\n\nDitetapkan di Contoh\npada 1 Mei") == ["blok-1", "blok-2"])
  }
}
