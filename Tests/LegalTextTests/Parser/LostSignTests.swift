import LegalText
import Testing

/// Marks that lost a sign, or the sign before them, and what proves them.
@Suite("Lost signs")
struct LostSignTests {
  /// An act with one article, and its elucidation.
  private func act(_ body: String, _ notes: String = "Cukup jelas.") -> String {
    """
    DENGAN RAHMAT TUHAN YANG MAHA ESA
    MEMUTUSKAN:
    Menetapkan : PERATURAN DAERAH TENTANG TAMAN.
    Pasal 1
    \(body)
    Ditetapkan di Taman
    PENJELASAN
    ATAS
    PERATURAN DAERAH
    I. UMUM
    Taman perlu dijaga.
    II. PASAL DEMI PASAL
    Pasal 1
    \(notes)
    """
  }

  @Test(
    "a sign read for the semicolon before the last item",
    arguments: ["'\natau", "'atau", "\"\ndan", "’\natau", "!\natau"])
  func semicolon(_ end: String) {
    let text = act("Taman terdiri atas:\na. pohon;\nb. kolam\(end)\nc. pagar.")
    #expect(below("pasal-1", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
    // A letter in quotation marks is a reference still.
    let cited = act("Taman terdiri atas:\na. pohon;\nb. kolam dalam huruf 'a' dan\nc. pagar.")
    #expect(below("pasal-1", in: cited) == ["huruf-a", "huruf-b"])
  }
}
