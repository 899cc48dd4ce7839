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

  @Test("capitals behind the colon of a label of an elucidation are a list")
  func capitals() {
    let notes = """
      Ayat (1)  : Jelas.
      Pasal 2   : A. Nilai taman dihitung atas:
                     1. luas pohon.
                     2. luas kolam.
                  B. Nilai pagar dihitung atas:
                     1. panjang pagar.
                     2. tinggi pagar.
      """
    let text = act("(1) Taman dijaga.\nPasal 2\nTaman dinilai.", notes)
    #expect(
      below("penjelasan/pasal-2", in: text) == [
        "huruf-a", "huruf-a/angka-1", "huruf-a/angka-2", "huruf-b", "huruf-b/angka-1",
        "huruf-b/angka-2",
      ])
    // No B. follows the initial of a name.
    let name = act("Taman dijaga.\nPasal 2\nTaman dinilai.", "Jelas.\nPasal 2 : A. Taman, penjaga.")
    #expect(below("penjelasan/pasal-2", in: name).isEmpty)
  }

  @Test("an ayat of an elucidation that lost its word", arguments: ["(2)", "(21"])
  func word(_ mark: String) {
    func notes(_ before: String) -> String {
      "Ayat (1)\nHasil taman berupa buah dari \(before)\n\(mark)\nCukup jelas.\nAyat (3)\nCukup jelas."
    }
    let body = "(1) Taman dijaga.\n(2) Kolam dijaga.\n(3) Pagar dijaga."
    let all = ["ayat-1", "ayat-2", "ayat-3"]
    #expect(below("penjelasan/pasal-1", in: act(body, notes("pohon"))) == all)
    #expect(below("penjelasan/pasal-1", in: act(body, notes("Pasal 4"))) == ["ayat-1", "ayat-3"])
    #expect(below("penjelasan/pasal-1", in: act(body, notes("ayat"))) == ["ayat-1", "ayat-3"])
  }

  @Test("a sign read for the full stop of a number", arguments: ["4:", "4;"])
  func number(_ mark: String) {
    func team(_ fourth: String) -> String {
      """
      Tim terdiri atas:
      1. Dinas Pohon
      2. Dinas Kolam
      3. Dinas Pagar
      \(fourth) Dinas Bunga
      5. Dinas Jalan
      """
    }
    let all = (1...5).map { "angka-\($0)" }
    #expect(below("pasal-1", in: act(team(mark))) == all)
    // Neither the column nor the next number tells it to be one.
    #expect(!below("pasal-1", in: act(team("      \(mark)"))).contains("angka-4"))
    let cited = act("Tim terdiri atas:\n1. Dinas menurut Lembaran Negara\n2; Dinas Kolam\nlain.")
    #expect(below("pasal-1", in: cited) == ["angka-1"])
  }

  @Test("the paragraph whose letter a scan put at the foot of the page")
  func displaced() {
    func text(_ foot: String) -> String {
      act(
        """
        Taman dibagi menurut:
        a. luas pohon;
        luas kolam pada
        saat diukur;
        c. luas pagar; dan
        d. luas jalan.
        Ukuran dicatat oleh
        penjaga . . .\(foot)
        penjaga taman.
        """)
    }
    let all = ["huruf-a", "huruf-b", "huruf-c", "huruf-d"]
    #expect(below("pasal-1", in: text("b.")) == all)
    #expect(below("pasal-1", in: text("\nb.")) == all)
    #expect(below("pasal-1", in: text("")) == ["huruf-a", "huruf-c", "huruf-d"])
    #expect(brokenPromises(of: LegalParser.parse(text("b."))).isEmpty)
  }
}
