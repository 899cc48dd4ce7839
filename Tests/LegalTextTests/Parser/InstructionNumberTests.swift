import LegalText
import Testing

/// Numbers of amending instructions that stand elsewhere or were lost.
@Suite("Numbers of instructions")
struct InstructionNumberTests {
  @Test("Numbers of instructions before the amended text above them, or after their own line")
  func instructions() {
    let text = """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      1. Di antara angka 1 dan angka 2 Pasal 1 disisipkan 1 (satu) angka, sehingga berbunyi:
      Pasal 1
      Taman adalah tempat umum.

      2.
      3.

      “Pasal 2
      Taman dijaga.”
      Pasal 3 dihapus.
      Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Ketentuan Pasal 2 berlaku bagi penjaga.
      Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:
      (1)

      4.

      Pasal 5
      Taman disapu.
      (2) Taman disiram.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    let units = outline(text)
    #expect(units.contains("pasal-i/angka-2") && units.contains("pasal-i/angka-3/pasal-4"))
    #expect(units.contains("pasal-i/angka-4/pasal-5/ayat-1"), "\(units)")
    #expect(wholeText("pasal-i/angka-2", in: text) == "Pasal 3 dihapus.")
  }

  private static func instructions(_ marks: [String]) -> String {
    """
    Pasal I
    Beberapa ketentuan dalam Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai
    berikut:
    \(marks[0])Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
    Pasal 4
    Taman dijaga.
    \(marks[1])Pasa1 5 dihapus.
    \(marks[2])Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:
    Pasal 6
    (1) Taman disapu.
    (2) Ketentuan Pasal 4 berlaku bagi penjaga.
    \(marks[3])Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
    Pasal 7
    Taman disiram.
    Pasal II
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
    """
  }

  @Test(
    "Misread numbers, and a misread Pasal 1 in the amended text, count for those that were lost")
  func misreadInstructions() {
    func text(_ marks: [String], _ article: String) -> String {
      """
      Pasal I
      Beberapa ketentuan diubah sebagai berikut:
      \(marks[0])Ketentuan Pasal 1 diubah sehingga berbunyi sebagai berikut:
      \(article)
      Taman adalah tempat umum.
      \(marks[1])Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Taman dijaga.
      \(marks[2])Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:
      Pasal 6
      Taman disapu.
      \(marks[3])Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
      Pasal 7
      Taman disiram.
      \(marks[4])Ketentuan Pasal 9 diubah sehingga berbunyi sebagai berikut:
      Pasal 9
      Taman dipagari.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    }
    let printed = outline(text(["1. ", "2. ", "3. ", "4. ", "5. "], "Pasal 1"))
    #expect(printed.contains("pasal-i/angka-5/pasal-9"))
    let scanned = outline(text(["l. ", "", "3", "", "5. "], "Pasal I"))
    #expect(scanned.contains("pasal-i/angka-2/pasal-4"), "\(scanned)")
    #expect(scanned.contains("pasal-i/angka-4/pasal-7"), "\(scanned)")
  }

  @Test(
    "Instructions whose numbers were lost: as many as the numbers around them leave out, or all",
    arguments: [
      ["1. ", "", "", "4. "], ["1. ", "2. ", "", ""], ["", "", "3. ", "4. "], ["", "", "", ""],
    ])
  func lostInstructions(_ marks: [String]) {
    let units = outline(Self.instructions(marks))
    #expect(units == outline(Self.instructions(["1. ", "2. ", "3. ", "4. "])))
    #expect(units.contains("pasal-i/angka-3/pasal-6/ayat-2"), "\(units)")
  }

  @Test(
    "Instructions whose numbers were misread, whatever their form leaves out",
    arguments: [
      ["1. ", "2. ", "77.", "4. "], ["1. ", "2. ", "3 ", "77. "], ["l.", "2. ", "3.", "4"],
    ])
  func misreadInstructions(_ marks: [String]) {
    func units(_ marks: [String]) -> [String] {
      outline(Self.instructions(marks).replacing("Pasa1", with: "Pasal"))
    }
    #expect(units(marks) == units(["1. ", "2. ", "3. ", "4. "]))
  }

  @Test("An instruction below a chapter without text is no part of its title")
  func belowTitle() {
    let text = """
      Pasal I
      Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
      1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      (1) Taman dijaga.
      (2) Ketentuan ini berlaku bagi penjaga.
      77.Di antara BAB XII dan BAB XIII disisipkan 1 (satu) bab, yakni BAB XIIA sehingga berbunyi:
      BAB XIIA PENJAGA
      3. Ketentuan Pasal 99 diubah sehingga berbunyi sebagai berikut:
      Pasal 99
      Taman ditutup.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    let units = outline(text)
    #expect(units.contains("pasal-i/angka-2/bab-12a"), "\(units)")
    #expect(units.contains("pasal-i/angka-3/pasal-99"))
  }

  @Test("A number in two, one glued to its instruction, and an article's number in two")
  func divided() {
    let clauses = (1...10).map {
      "\($0). Ketentuan Pasal \($0) diubah sehingga berbunyi sebagai berikut: Pasal \($0) (1) "
        + "Taman dijaga siang dan malam oleh penjaga. (2) Penjaga diangkat oleh wali kota."
    }.joined(separator: "\n")
    let text = """
      Pasal I
      Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
      \(clauses) 1 1. Ketentuan Pasal 21 diubah sehingga berbunyi sebagai berikut: Pasal 2 1 (1) Pagar dicat.
      (2) Pagar diperbaiki.
      l2.Ketentuan Pasal 1O3 diubah sehingga berbunyi sebagai berikut: Pasal 1O3 (1) Kolam diisi.
      (2) Kolam dikuras. 1 3. Pasal 36 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    let units = outline(text)
    #expect(units.contains("pasal-i/angka-11/pasal-21/ayat-1"), "\(units)")
    #expect(units.contains("pasal-i/angka-12/pasal-103/ayat-2"), "\(units)")
    #expect(units.contains("pasal-i/angka-13"), "\(units)")
  }

  @Test("Instructions that do not fill the gap get no numbers; one alone needs none")
  func unprovenInstructions() {
    let units = outline(Self.instructions(["1. ", "", "", "9. "]))
    #expect(!units.contains("pasal-i/angka-2") && units.contains("pasal-i/angka-9/pasal-7"))
    let alone = outline(
      """
      Pasal I
      Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
      Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      Pasal 4
      Taman dijaga.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """)
    #expect(alone == ["pasal-i", "pasal-i/pasal-4", "pasal-ii"], "\(alone)")
  }
}
