import LegalText
import Testing

/// Numbers and labels of a preamble that a reader of pages set elsewhere.
@Suite("Displaced marks of legal bases")
struct DisplacedBasisTests {
  private static func text(_ preamble: String) -> String {
    """
    PERATURAN PEMERINTAH REPUBLIK INDONESIA
    NOMOR 9 TAHUN 2024
    TENTANG
    TAMAN
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    PRESIDEN REPUBLIK INDONESIA,
    \(preamble)
    MEMUTUSKAN:
    Menetapkan: PERATURAN PEMERINTAH TENTANG TAMAN.
    Pasal 1
    Taman dijaga.
    """
  }

  private static let clean = outline(
    text(
      """
      Menimbang: a. bahwa taman perlu dijaga;
      b. bahwa berdasarkan huruf a perlu ditetapkan peraturan;
      Mengingat: 1. Pasal 5 ayat (2) Undang-Undang Dasar Negara
      Republik Indonesia Tahun 1945;
      2. Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      3. Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      """))

  @Test("The clean preamble is read whole")
  func whole() {
    #expect(Self.clean.filter { $0.hasPrefix("menimbang/") }.count == 2, "\(Self.clean)")
    #expect(Self.clean.filter { $0.hasPrefix("mengingat/") }.count == 3)
  }

  @Test(
    "Acts that begin lines behind a semicolon are counted though their marks stand elsewhere",
    arguments: [
      // The label and the first number below the first act, other marks at the ends of lines.
      """
      Menimbang: a. bahwa taman perlu dijaga;
      bahwa berdasarkan huruf a perlu ditetapkan peraturan;
      Pasal 5 ayat (2) Undang-Undang Dasar Negara
      Republik Indonesia Tahun 1945;b.
      Mengingat: 1
      Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      3. Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      """,
      // Labels and letters in a block, the first number before a consideration.
      """
      Menimbang
      Mengingat:a.
      b.
      : l.bahwa taman perlu dijaga;
      bahwa berdasarkan huruf a perlu ditetapkan peraturan;
      fasal S ayat (2) Undang-Undang Dasar Negara
      Republik Indonesia Tahun 1945;
      2. Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      3. Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      """,
      // All numbers above, the label at the end.
      """
      Menimbang : a. bahwa taman perlu dijaga;
      1.
      2.
      3.bahwa berdasarkan huruf a perlu ditetapkan peraturan;
      Pasal 5 ayat (2) Undang-Undang Dasar Negara
      Republik Indonesia Tahun 1945;
      Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;Mengingat
      """,
      // Numbers between the acts, one run into the wrong one.
      """
      Menimbang a.bahwa taman perlu dijaga;
      bahwa berdasarkan huruf a perlu ditetapkan peraturan;
      Mengingat Pasal 5 ayat (2) Undang-Undang
      Republik Indonesia Tahun 1945;Dasar Negarab
      1
      2
      3Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      """,
    ])
  func displaced(_ preamble: String) {
    #expect(outline(Self.text(preamble)) == Self.clean)
    #expect(brokenPromises(of: LegalParser.parse(Self.text(preamble))).isEmpty)
  }

  @Test(
    "Numbers that contradict their order prove none; acts without any have none",
    arguments: [
      """
      Menimbang: a. bahwa taman perlu dijaga;
      Mengingat: 1
      Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      Undang-Undang Nomor 4 Tahun 2010 tentang Kolam;
      2. Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      """,
      """
      Menimbang: a. bahwa taman perlu dijaga;
      Mengingat: Undang-Undang Nomor 2 Tahun 2010 tentang Kebun;
      Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      """,
    ])
  func unproven(_ preamble: String) {
    #expect(!outline(Self.text(preamble)).contains("mengingat/angka-3"))
  }
}
