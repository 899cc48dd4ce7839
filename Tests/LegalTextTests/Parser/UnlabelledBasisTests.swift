import LegalText
import Testing

/// Considerations and legal bases whose labels or marks are lost.
@Suite("Considerations and legal bases without labels")
struct UnlabelledBasisTests {
  private static func text(_ considerations: String, _ bases: String) -> String {
    """
    PERATURAN WALI KOTA CONTOH
    NOMOR 1 TAHUN 2020
    TENTANG
    TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    WALI KOTA CONTOH,
    \(considerations)
    \(bases)
    MEMUTUSKAN:
    Menetapkan : PERATURAN WALI KOTA TENTANG TAMAN.
    Pasal 1
    Taman dijaga.
    """
  }

  @Test(
    "A consideration with neither label nor letter, before the legal bases",
    arguments: [
      ("    :    bahwa taman perlu dijaga;", "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2010;"),
      ("bahwa taman perlu dijaga;", "1. Undang-Undang Nomor 1 Tahun 2010;"),
    ])
  func consideration(_ considerations: String, _ bases: String) {
    let text = Self.text(considerations, bases)
    #expect(
      outline(text).prefix(5) == [
        "judul", "pembukaan", "menimbang", "mengingat", "mengingat/angka-1",
      ])
    #expect(wholeText("menimbang", in: text) == "bahwa taman perlu dijaga;")
  }

  @Test("An act that begins with its consideration has no title")
  func first() {
    let units = outline(
      """
       bahwa taman perlu dijaga; bahwa taman perlu dijaga;
      Mengingat:
      1. Pasal 5 Undang-Undang Dasar;
      2. Undang-Undang Nomor 1 Tahun 1950;
      MEMUTUSKAN:
      Pasal 1
      Taman dijaga.
      """)
    #expect(units.prefix(2) == ["pembukaan", "menimbang"], "\(units)")
  }

  @Test("A title without considerations stays one; a lettered list is opened once")
  func kept() {
    let none = outline(Self.text("", "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2010;"))
    #expect(!none.contains("menimbang"), "\(none)")
    let lettered = outline(
      Self.text(
        "Menimbang : a. bahwa taman perlu dijaga;\n b. bahwa taman perlu disapu;",
        "Mengingat : 1. Undang-Undang Nomor 1 Tahun 2010;"))
    #expect(lettered.filter { $0.hasPrefix("menimbang") }.count == 3, "\(lettered)")
  }

  @Test("A legal basis within a line, behind a comma or a bracket")
  func withinLine() {
    func units(_ joint: String, _ act: String = "Peraturan Pemerintah") -> [String] {
      outline(
        """
        Menimbang : a. bahwa taman perlu dijaga oleh penjaga; b. bahwa taman perlu disapu;
        Mengingat : 1. Pasal 5 ayat (2) Undang-Undang Dasar; jo. Undang-undang Nomor 5 Tahun 1960;
        2. Undang-undang Nomor 9 Tahun 1969 tentang Pagar (Tambahan Lembaran Negara Nomor 2904)\
        \(joint) 3. \(act) Nomor 6 Tahun 1971 (Tambahan Lembaran Negara Nomor 2953).
        MEMUTUSKAN : Menetapkan : PERATURAN PEMERINTAH TENTANG TAMAN. BAB I KETENTUAN UMUM Pasal 1 \
        (1) Taman dijaga oleh penjaga. (2) Penjaga diangkat oleh Menteri. Pasal 2 (1) Taman disapu \
        setiap hari. (2) Penyapu diangkat oleh Menteri.
        """
      ).filter { $0.hasPrefix("mengingat") }
    }
    for joint in [";", ",", ""] { #expect(units(joint).contains("mengingat/angka-3"), "\(joint)") }
    #expect(!units(",", "Tahun").contains("mengingat/angka-3"))
  }
}
