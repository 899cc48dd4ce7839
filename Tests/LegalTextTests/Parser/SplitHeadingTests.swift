import LegalText
import Testing

/// Numbers of articles that a scan took apart, or of which it misread a digit.
@Suite("Numbers of headings in pieces")
struct SplitHeadingTests {
  private static func text(_ headings: [Int: String] = [:]) -> String {
    func articles(_ from: Int, _ words: String) -> String {
      (from...113).map { "\(headings[$0] ?? "Pasal \($0)")\n\(words) \($0)." }
        .joined(separator: "\n")
    }
    return """
      PERATURAN DAERAH KOTA CONTOH
      NOMOR 1 TAHUN 2020
      TENTANG
      TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      MEMUTUSKAN:
      Menetapkan: PERATURAN DAERAH TENTANG TAMAN.
      \(articles(1, "Taman dijaga oleh penjaga"))
      Ditetapkan di Contoh
      PENJELASAN
      ATAS
      PERATURAN DAERAH KOTA CONTOH
      I. UMUM
      Taman perlu dijaga.
      II. PASAL DEMI PASAL
      \(articles(1, "Penjaga ialah pegawai taman"))
      """
  }

  private static let clean = outline(text())

  @Test("The clean text is read whole")
  func whole() {
    #expect(Self.clean.filter { $0.contains("pasal-") }.count == 226)
  }

  @Test(
    "The number that is due joins its pieces, alone on their line",
    arguments: [
      (110, "Pasal l lO"), (110, "Pasa-l 1 1 0"), (111, "Pasal l l l"), (111, "Pasal 1 1 I"),
      (11, "Pasal l l"), (10, "Pasal I O"), (112, "Pasal I L2"), (110, "Pasa-l 110"),
      (111, "Pasal III"), (14, "Pasal 1A"),
    ])
  func pieces(_ number: Int, _ heading: String) {
    #expect(outline(Self.text([number: heading])) == Self.clean)
  }

  @Test("Words behind a number, a range and an article that is not due are none of it")
  func others() {
    for line in ["Pasal 2 s 1", "Pasal 10 - 11", "Pasal III", "Pasal 1A"] {
      let text = Self.text().replacing(
        "oleh penjaga 50.", with: "oleh penjaga 50 menurut\n\(line)\nundang-undang tentang taman.")
      #expect(outline(text) == Self.clean, "\(line)")
    }
  }
}
