import LegalText
import Testing

/// Words of an elucidation that a scan misread before the marks that prove them.
@Suite("Misread words of an elucidation")
struct MisreadWordTests {
  private static func text(_ notes: String) -> String {
    """
    PERATURAN DAERAH KOTA CONTOH
    NOMOR 1 TAHUN 2000
    TENTANG
    TAMAN
    Pasal 1
    (1) Taman memiliki:
    a. pagar;
    b. kolam; dan
    c. gerbang:
      1. utara; dan
      2. selatan.
    (2) Taman dijaga.
    (3) Taman dibuka.
    Ditetapkan di Contoh
    pada tanggal 1 Januari 2000
    PENJELASAN
    ATAS
    PERATURAN DAERAH KOTA CONTOH
    I. UMUM
    Taman perlu dijaga.
    II. PASAL DEMI PASAL
    \(notes)
    """
  }

  private static let notes = """
    Pasal 1
    Ayat (1)
    Huruf a
    Cukup jelas.
    Huruf b
    Cukup jelas.
    Huruf c
    Angka 1
    Cukup jelas.
    Angka 2
    Gerbang selatan ialah gerbang taman.
    Ayat (2)
    Penjaga ialah pegawai taman.
    Ayat (3)
    Cukup jelas.
    """

  private static let clean = outline(text(notes))

  @Test("The clean notes are read whole")
  func whole() {
    #expect(Self.clean.filter { $0.hasPrefix("penjelasan/pasal-1/") }.count == 8, "\(Self.clean)")
  }

  @Test(
    "The next mark proves its word",
    arguments: [
      ("Huruf b", "Hunrf b"), ("Huruf b", "Hurr.rf b"), ("Huruf c", "Hurr.f c"),
      ("Huruf a", "Hurlf a"), ("Huruf b", "Hurut b"), ("Huruf b", "Huruf. b"),
      ("Ayat (2)", "Ayal (2)"), ("Ayat (2)", "A5rat (2)"), ("Ayat (3)", "Aya t (3)"),
      ("Ayat (1)", "Avat (1)"), ("Ayat (2)", "Ayat {2}"), ("Ayat (2)", "Ayat [21"),
      ("Ayat (2)", "Ayat l2l"), ("Ayat (1)", "Ayat 11)"), ("Ayat (2)", "Ayat. (2)"),
      ("Angka 2", "Angha 2"), ("Angka 1", "Artgka 1"), ("Angka 2", "Angl<a 2"),
    ])
  func misread(_ printed: String, _ scanned: String) {
    let notes = Self.notes.replacing(printed, with: scanned)
    #expect(outline(Self.text(notes)) == Self.clean)
    // Within the line of a text whose line breaks were lost.
    func flat(_ notes: String) -> [String] {
      let more = "\nPasal 2 Ayat (1) Pagar dicat. Ayat (2) Kolam diisi. Ayat (3) Taman disapu."
      return outline(Self.text((notes + more).replacing("\n", with: " ")))
    }
    #expect(flat(notes) == flat(Self.notes))
  }

  @Test(
    "A word of a sentence, or one whose mark is not due, is none",
    arguments: ["Adat (2)", "Alat (2)", "Hunrf d", "Ayal (4)", "Angha 3", "Hasil b"])
  func others(_ line: String) {
    let notes = Self.notes.replacing("Penjaga ialah", with: "\(line)\nialah")
    #expect(outline(Self.text(notes)) == Self.clean)
  }
}
