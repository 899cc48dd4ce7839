import LegalText
import Testing

/// Lists that begin behind the label of an item, in a column of their own.
@Suite("Lists behind labels")
struct LabelListTests {
  private static func text(_ items: String) -> String {
    """
    MEMUTUSKAN:
    Menetapkan: PERATURAN WALI KOTA TENTANG TAMAN.
    Pasal 1
    Tim taman terdiri atas:
    \(items)
    Pasal 2
    Taman dijaga.
    """
  }

  @Test(
    "The second mark in the column of the first proves both, with or without full stops",
    arguments: ["1. ", "1 "])
  func members(_ first: String) {
    func mark(_ number: Int) -> String { first.replacing("1", with: "\(number)") }
    let text = Self.text(
      """
      a. Ketua         : Kepala Dinas Taman
      b. Wakil   Ketua : Kepala Badan Kebun
      c. Anggota       : \(mark(1))Kepala    Bagian     Pagar
                           Kota Contoh
                         \(mark(2))Kepala Bagian Kolam
                         \(mark(3))Kepala    Bagian    Gerbang
                           Kota Contoh
                         \(mark(4))Kepala Bagian Jalan
      d. Sekretaris    : Kepala Seksi Bunga
      """)
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-c", "huruf-c/angka-1", "huruf-c/angka-2", "huruf-c/angka-3",
        "huruf-c/angka-4", "huruf-d",
      ])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("So do marks with full stops behind a gap; one with another sign between its neighbours")
  func gap() {
    let text = Self.text(
      """
      a. Ketua                  Kepala Dinas Taman
      b. Anggota                1. Kepala Bagian Pagar
                                   Kota Contoh
                               2. Kepala Bagian Kolam
                                   Kota Contoh
                               3; Kepala Bagian Gerbang
                               4. Kepala Bagian Jalan
      """)
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-b/angka-1", "huruf-b/angka-2", "huruf-b/angka-3",
        "huruf-b/angka-4",
      ])
  }

  @Test("Cells of a table and numbers without a second one in their column are none")
  func others() {
    let text = Self.text(
      """
      a. Ketua         : 1 Kepala Dinas Taman
      b. Anggota       : 1. Kepala Bagian Pagar
      c. Penasihat     : 1. Kepala Badan
         2. kebun kota
      d. Pengawas      : 12 Penjaga
      """)
    #expect(below("pasal-1", in: text).filter { $0.contains("angka") } == [])
    let rows = Self.text(
      """
       1   Pagar taman       a. besi              1.000
                             b. kayu              2.000
       2   Kolam taman       a. dalam             3.000
                             b. dangkal           4.000
      """)
    #expect(below("pasal-1", in: rows).filter { $0.contains("huruf") } == [])
  }
}
