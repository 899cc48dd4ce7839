import LegalText
import Testing

@Suite("Catchwords within lines") struct InlineCatchwordTests {
  private func imported(_ text: String) -> (text: String, removed: [String]) {
    let result = TextImporter.importing(Array(text.utf8))
    return (String(decoding: result.text, as: UTF8.self), result.removals.map(\.text))
  }

  /// A flattened act with one note of an article.
  private func explained(_ note: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 4 TAHUN 2020
    TENTANG
    TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN:
    Menetapkan: PERATURAN DAERAH TENTANG TAMAN.
    Pasal 1
    (1) Taman dibuka. (2) Taman disapu. (3) Taman dijaga oleh penjaga yang ditunjuk Walikota di setiap kecamatan. (4) Pagar dicat.
    Ditetapkan di Contoh pada tanggal 1 Januari 2020 WALIKOTA CONTOH, BADU PENJELASAN ATAS PERATURAN DAERAH KOTA CONTOH I. UMUM Taman perlu dijaga. II. PASAL DEMI PASAL
    Pasal 1
    \(note)
    """
  }

  @Test("words that announce the next unit go, and the report says so")
  func announcing() {
    let result = imported(
      explained("Taman memiliki:\na. pagar;\nb. kolam… b. kolam ikan;\nc. pohon."))
    #expect(result.removed == ["b. kolam…"])
    #expect(result.text.contains("a. pagar;\n"))
    #expect(result.text.contains("b. kolam ikan;\n"))
    #expect(!result.text.contains("…"))
  }

  @Test("the article of the next page goes, before a note that goes on")
  func heading() {
    let result = imported(
      explained("Ayat (1) Cukup jelas. Ayat (2) Disapu pagi hari. Pasal 9... Ayat (3) Cukup jelas.")
    )
    #expect(result.removed == ["Pasal 9..."])
    #expect(result.text.contains("Disapu pagi hari.\n"))
    #expect(!result.text.contains("Pasal 9"))
  }

  @Test("words of the text with dots stay")
  func kept() {
    let text = """
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 3 TAHUN 2010
      TENTANG
      TAMAN
      Pasal 1
      Surat memuat: a. nama … b. alamat … dan seterusnya; c. tanggal ..... d. tanda tangan.
      """
    let result = imported(text)
    #expect(result.removed.isEmpty)
    #expect(result.text.contains("nama …"))
    #expect(result.text.contains("....."))
  }
}
