import LegalText
import Testing

/// Legal bases that the sequence of their numbers and the column of their marks prove.
@Suite("Sequence of legal bases")
struct BasisSequenceTests {
  private func bases(_ lines: String) -> [String] {
    below(
      "mengingat",
      in: """
        PERATURAN WALI KOTA TAMAN
        NOMOR 1 TAHUN 2020
        TENTANG
        TAMAN
        DENGAN RAHMAT TUHAN YANG MAHA ESA
        Menimbang : a. bahwa taman perlu dijaga;
        Mengingat : 1. Undang-Undang Nomor 1 Tahun 2000 tentang Taman;
        \(lines)
        MEMUTUSKAN:
        Menetapkan : PERATURAN WALI KOTA TENTANG TAMAN.
                                  Pasal 1
        Taman dibuka.
        """)
  }

  @Test("a number that stands twice is an item twice, a page's catchword is none")
  func twice() {
    let lines = """
                  2. Undang-Undang Nomor 2 Tahun 2001 tentang Kolam;
                  2. Undang-Undang Nomor 3 Tahun 2001 tentang Pagar;
                  3. Peraturan Daerah Nomor 4 Tahun 2002 tentang Bunga;
      """
    #expect(bases(lines) == ["angka-1", "angka-2", "angka-2~2", "angka-3"])
  }

  @Test(
    "a basis after a gap counts behind a line whose end was misread or lost",
    arguments: ["Kolam:", "Kolam dan Penjagaan", "Kolam menurut Peraturan Nomor 3 Tahun", "Kolam,"])
  func afterGap(_ end: String) {
    let lines = """
                  2. Undang-Undang Nomor 2 Tahun 2001 tentang
                     \(end)
                  4. Peraturan Daerah Nomor 4 Tahun 2002 tentang Bunga;
      """
    #expect(bases(lines) == ["angka-1", "angka-2", "angka-4"])
  }

  @Test(
    "a sign in the column of the numbers is what is left of one",
    arguments: [
      "Q     Peraturan Nomor 4 Tahun 2002", "g.  Peraturan Nomor 4 Tahun 2002",
      "Q     f^nhm c;„ia Nomor 4 Tahun 2002",
    ])
  func sign(_ line: String) {
    let last = """
                  2. Undang-Undang Nomor 2 Tahun 2001 tentang Kolam;
                  \(line) tentang Bunga;
      """
    #expect(bases(last) == ["angka-1", "angka-2", "angka-3"])
    let wrapped = """
                  2. Undang-Undang Nomor 2 Tahun 2001 tentang Kolam
                     Q     Nomor 4 Tahun 2002 tentang Bunga;
      """
    #expect(bases(wrapped) == ["angka-1", "angka-2"])
  }
}
