import LegalText
import Testing

/// Labels and marks of a preamble that a scan misread, glued or carried off.
@Suite("Misread labels and marks of a preamble")
struct MisreadBasisTests {
  private static func text(
    menimbang: String = "Menimbang    a.", second: String = "b.", stop: String = ";",
    mengingat: String = "Mengingat :  1.", third: String = "3.", gap: String = ";",
    tenth: String = "10.", eleventh: String = "11."
  ) -> String {
    let acts = (4...9).map {
      "             \($0).  Undang-Undang Nomor \($0) Tahun 2010 tentang Kebun (Lembaran Negara\n"
        + "                 Tahun 2010 Nomor \($0));"
    }.joined(separator: "\n")
    return """
      PERATURAN WALI KOTA CONTOH
      TENTANG
      TAMAN
      DENGAN RAHMAT TUHAN YANG MAHA ESA
      WALI KOTA CONTOH,
      \(menimbang)   bahwa taman perlu dijaga oleh penjaga
                   yang diangkat menurut tata cara di kota\(stop)
                   \(second)  bahwa taman perlu disapu setiap hari.
      \(mengingat)  Undang-Undang Nomor 1 Tahun 2010 tentang Perubahan atas
                       Undang-Undang Nomor 7 Tahun 2001 tentang Taman;
                   2.  Undang-Undang Nomor 2 Tahun 2010 tentang Pelaksanaan
                       Undang-Undang Nomor 1 Tahun 2010 (Lembaran Negara Nomor 2)\(gap)
                   \(third)  Undang-Undang Nomor 3 Tahun 2010 tentang Pagar;
      \(acts)
                   \(tenth) Peraturan Pemerintah Nomor 10 Tahun 2011 tentang Penjaga;
                   \(eleventh) Peraturan Pemerintah Nomor 11 Tahun 2011 tentang Penyapu;
                   12. Peraturan Menteri Nomor 12 Tahun 2012 tentang Pohon.
      MEMUTUSKAN:
      Menetapkan : PERATURAN WALI KOTA TENTANG TAMAN.
      Pasal 1
      Taman dijaga.
      """
  }

  private static let clean = outline(text())

  @Test("The clean preamble is read whole")
  func whole() {
    #expect(Self.clean.filter { $0.hasPrefix("mengingat/") }.count == 12, "\(Self.clean)")
    #expect(Self.clean.filter { $0.hasPrefix("menimbang/") }.count == 2)
  }

  @Test("ll. and lo. are 11. and 10.", arguments: [("10.", "ll."), ("lo.", "11."), ("io.", "ll.")])
  func twoDigits(_ tenth: String, _ eleventh: String) {
    #expect(outline(Self.text(tenth: tenth, eleventh: eleventh)) == Self.clean)
  }

  @Test(
    "A label glued to its text or behind a sign, a misread first number",
    arguments: [
      "Mengingat :  I.", "Mengingat1.", "•Mengingat :  1.", "■ Mengingat   1.", "Mengingat  ■ 1.",
    ])
  func bases(_ label: String) {
    #expect(outline(Self.text(mengingat: label)) == Self.clean)
  }

  @Test(
    "So is that of the considerations, though the first letter is lost",
    arguments: ["•Menimbang  a.", "Menirnbang", "Menimbang", "Menimbanga."])
  func considerations(_ label: String) {
    #expect(outline(Self.text(menimbang: label)) == Self.clean)
    let glued = Self.text(menimbang: label).replacing("Menimbang   bahwa", with: "Menimbangbahwa")
    #expect(outline(glued) == Self.clean)
  }

  @Test(
    "A first consideration without its letter needs no semicolon",
    arguments: [("", "b."), (",", "b."), ("", "b "), (";", "b ")])
  func unmarked(_ stop: String, _ second: String) {
    let scanned = Self.text(menimbang: "Menimbang      ", second: second, stop: stop)
    #expect(outline(scanned) == Self.clean)
  }

  @Test("A legal basis without its number stands in its column, behind a bracket or a comma")
  func unnumbered() {
    let lines = Self.text(third: "  ", gap: ",")
    #expect(outline(lines) == Self.clean)
    // A line that a word governs is the rest of its item.
    let governed = Self.text(third: "  ", gap: " dengan")
    #expect(!outline(governed).contains("mengingat/angka-3"))
  }
}
