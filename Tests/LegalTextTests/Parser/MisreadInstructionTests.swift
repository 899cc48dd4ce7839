import LegalText
import Testing

/// Numbers of instructions of which a scan left other signs.
@Suite("Misread numbers of instructions")
struct MisreadInstructionTests {
  private static func text(_ marks: [String], article: String = "Pasal I") -> String {
    """
    \(article)
    Beberapa ketentuan dalam Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai
    berikut:
    \(marks[0])Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
    Pasal 4
    Taman dijaga oleh:
    a. penjaga; dan
    b. warga.
    \(marks[1])Di antara Pasal 4 dan Pasal 5 disisipkan 1 (satu) pasal, yakni Pasal 4A sehingga
    berbunyi sebagai berikut:
    Pasal 4A
    (1) Taman disapu.
    (2) Ketentuan Pasal 4 berlaku bagi penjaga.
    \(marks[2])Ketentuan Pasal 6 diubah sehingga berbunyi sebagai berikut:
    Pasal 6
    Taman disiram.
    \(marks[3])Ketentuan Pasal 7 diubah sehingga berbunyi sebagai berikut:
    Pasal 7
    Taman dipagari.
    \(marks[4])Ketentuan Pasal 8 diubah sehingga berbunyi sebagai berikut:
    Pasal 8
    Taman diterangi.
    Pasal II
    Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
    """
  }

  private static let clean = outline(text(["1. ", "2. ", "3. ", "4. ", "5. "]))

  @Test(
    "Whatever stands before an instruction is its number, where its place or its form proves it",
    arguments: [
      ["1. ", "Z. ", "3. ", "4. ", "5. "], ["1. ", "z. ", "3. ", "4. ", "5. "],
      ["I. ", "2. ", "3. ", "4. ", "5. "], ["i. ", "2. ", "3. ", "4. ", "5. "],
      ["1. ", "2. ", "3. ", "4. ", "S. "], ["1. ", "2. ", "8. ", "4. ", "5. "],
      ["1. ", "2) ", "n. ", "4. ", "s. "], ["1. ", "2. ", "3) ", "§. ", "5. "],
      ["1. ", "Z. ", "", "4. ", "5. "],
    ])
  func misread(_ marks: [String]) {
    #expect(outline(Self.text(marks)) == Self.clean)
  }

  @Test("So it does below an article whose own number was misread")
  func misreadArticle() {
    let misread = Self.text(["1. ", "Z. ", "n. ", "4. ", "5. "], article: "Pasall")
    #expect(outline(misread) == Self.clean)
  }

  @Test("Lettered instructions that another holds keep their letters")
  func letters() {
    let units = outline(
      """
      Pasal I
      Peraturan Daerah Kota Contoh Nomor 1 Tahun 2020 diubah sebagai berikut:
      1. Pasal 4 diubah sebagai berikut:
      a. Ketentuan ayat (1) diubah sehingga berbunyi sebagai berikut:
      (1) Taman dijaga.
      b. Ketentuan ayat (2) dihapus.
      4. Pasal 5 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """)
    #expect(units.contains("pasal-i/angka-1") && units.contains("pasal-i/angka-4"), "\(units)")
    #expect(!units.contains("pasal-i/angka-2"), "\(units)")
  }

  @Test("Instructions of older acts that say first what they do, without a number")
  func orders() {
    let text = { (number: String) in
      """
      Pasal I
      Peraturan Daerah Kota Contoh Nomor 1 Tahun 2000 diubah sebagai berikut:
      1. Ketentuan Pasal 4 diubah sehingga berbunyi sebagai berikut:
      “Pasal 4
      Dalam Peraturan Daerah ini:
      1. Taman adalah tempat umum;
      2. Penjaga adalah petugas yang menjaga taman.”
      \(number)Menambah 1 (satu) Bagian baru setelah Bagian Kedua yaitu Bagian Kedua A, sehingga
      berbunyi sebagai berikut:
      Bagian Kedua A
      Pagar
      Pasal 9A
      Taman dipagari.
      3. Pasal 10 dihapus.
      Pasal II
      Peraturan Daerah ini mulai berlaku pada tanggal diundangkan.
      """
    }
    let units = outline(text(""))
    #expect(units.contains("pasal-i/angka-1/pasal-4/angka-2"), "\(units)")
    #expect(units == outline(text("2. ")), "\(units)")
  }
}
