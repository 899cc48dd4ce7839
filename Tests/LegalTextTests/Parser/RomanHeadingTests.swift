import LegalText
import Testing

/// Roman numbers of headings that a scan misread.
@Suite("Misread Roman headings")
struct RomanHeadingTests {
  private static func amendment(
    first: String = "Pasal I", last: String = "Pasal II", note: String = "Pasal I",
    lastNote: String = "Pasal II", named: String = "Pasal 4"
  ) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 2 TAHUN 2020
    TENTANG
    PERUBAHAN ATAS PERATURAN DAERAH NOMOR 1 TAHUN 2010 TENTANG TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN:
    Menetapkan: PERATURAN DAERAH TENTANG PERUBAHAN ATAS PERATURAN DAERAH TENTANG TAMAN.
    \(first)
    Peraturan Daerah Nomor 1 Tahun 2010 tentang Taman diubah sebagai berikut:
    1. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:
    Pasal 3
    Taman dijaga.
    2. Ketentuan \(named) diubah sehingga berbunyi sebagai berikut:
    \(named)
    Taman dibuka.
    \(last)
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
    Ditetapkan di Contoh
    PENJELASAN
    ATAS
    PERATURAN DAERAH KOTA CONTOH
    I. UMUM
    Taman perlu dijaga.
    II. PASAL DEMI PASAL
    \(note)
    Angka 1
    Pasal 3
    Penjaga ialah pegawai.
    Angka 2
    \(named)
    Cukup jelas.
    \(lastNote)
    Cukup jelas.
    """
  }

  private static let clean = outline(amendment())

  @Test(
    "The last heading of an amending act says from when it applies",
    arguments: ["Pasal 11", "Pasal ll", "Pasal Il", "Pasal U", "Pasal I I", "Pasal l l"])
  func last(_ heading: String) {
    #expect(Self.clean.contains("pasal-ii"))
    #expect(outline(Self.amendment(last: heading)) == Self.clean)
    // The amended text may have a Pasal 11 that says so.
    let named = outline(Self.amendment(last: "Pasal 11", named: "Pasal 11"))
    #expect(!named.contains("pasal-ii"))
  }

  @Test("The notes on its two articles", arguments: ["1", "l"])
  func notes(_ stroke: String) {
    let text = Self.amendment(note: "Pasal \(stroke)", lastNote: "Pasal \(stroke)\(stroke)")
    #expect(outline(text) == Self.clean)
  }

  private static func chapters(_ fourth: String) -> [String] {
    outline(
      ["BAB I", "BAB II", "BAB III", fourth, "BAB V"].enumerated().map { place, heading in
        "\(heading)\nTAMAN KOTA\nPasal \(place + 1)\nTaman dijaga."
      }.joined(separator: "\n"))
  }

  @Test("Roman digits run into one letter, a digit in the word", arguments: ["W", "fV", "lV"])
  func chapter(_ number: String) {
    #expect(Self.chapters("BAB \(number)") == Self.chapters("BAB IV"))
    #expect(Self.chapters("BA8 IV") == Self.chapters("BAB IV"))
    // Only the number that is due.
    #expect(!Self.chapters("BAB U").contains("bab-2~2"))
    #expect(!Self.chapters("BAB m").contains("bab-3~2"))
  }
}
