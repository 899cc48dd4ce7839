import LegalText
import Testing

/// Items that the sequence around them proves, whatever a scan made of their neighbours.
@Suite("Sequence of items")
struct ItemSequenceTests {
  @Test("the last item of a list is one though its letter stood before")
  func repeatedLetter() {
    let text = """
      Pasal 1
      (1) Taman dijaga oleh:
          a. penjaga;
          b. petugas;
          c. warga; dan
          b. pihak lain.
      (2) Penjaga mencatat tamu.
      (3) Petugas mencatat ikan.
      (2) Warga mencatat bunga.
      Pasal 2
      Taman dibuka.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-1/huruf-a", "ayat-1/huruf-b", "ayat-1/huruf-c", "ayat-1/huruf-b~2",
        "ayat-2", "ayat-3", "ayat-2~2",
      ])
    let told = LegalParser.parse(text).diagnostics.filter { $0.code == "number.duplicate" }
    #expect(told.map(\.message) == ["The letter b stands twice", "The number 2 stands twice"])
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("the last definition is one though its number stood before")
  func repeatedDefinition() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
      1. Taman adalah kebun umum.
      2. Kolam adalah tempat ikan.
      3. Pagar adalah batas taman.
      4. Warga adalah penduduk kota.
      2. Tamu adalah orang yang berkunjung.
      Pasal 2
      Taman dibuka.
      """
    #expect(below("pasal-1", in: text).last == "angka-2~2")
    #expect(kind("pasal-1/angka-2~2", in: text) == .definisi)
  }

  @Test("a letter at a line's beginning that ends no list is no item of it")
  func citedLetter() {
    let text = """
      Pasal 1
      Taman dijaga oleh:
      a. penjaga;
      b. petugas; dan
      c. warga.
      Penjaga diangkat menurut huruf
      a. Petugas dipilih.
      Pasal 2
      Ketentuan lama berbunyi: Pasal 9 (1) Taman dijaga.
      (2) Kolam dijaga.
      """
    #expect(below("pasal-1", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
  }

  @Test("an ayat after a gap stands behind a row or a blank line as behind a full stop")
  func afterRow() {
    let text = """
      Pasal 1
      (1) Pendapatan taman sebesar                  Rp     40,000,000.00
      (2) Belanja taman terdiri atas:
          a. Gaji                                   Rp     20,000,000.00
             Jumlah setelah perubahan               Rp.    20,000,000.00
      (6) Sisa anggaran terdiri atas:
          a. Sisa kas                               Rp     10,000,000.00
             Jumlah sisa kas setelah perubahan

      (9) Sisa itu disimpan.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-2", "ayat-2/huruf-a", "ayat-6", "ayat-6/huruf-a", "ayat-9",
      ])
  }

  @Test("one lost mark with the sign before the next does not cost the next")
  func lostMarkAndSign() {
    let text = """
      Pasal 1
      (1) Taman dijaga.
      #@ Pagar dicat oleh warga desa
      (3) Taman disapu oleh:
      a. penjaga;
      #@ petugas kota
      c. warga desa; dan
      d. tamu.
      Pasal 2
      Taman disiram menurut Pasal 1
      (3) Undang-Undang tentang Taman, dan huruf a,
      c. yang lain.
      """
    #expect(
      below("pasal-1", in: text) == [
        "ayat-1", "ayat-3", "ayat-3/huruf-a", "ayat-3/huruf-c", "ayat-3/huruf-d",
      ])
    #expect(below("pasal-2", in: text).isEmpty)
  }

  @Test("a first letter with another sign for its full stop", arguments: ["a-", "a:", "a'"])
  func firstLetter(_ mark: String) {
    let text = """
      Pasal 1
      Anggaran taman:
      1. PENDAPATAN
         \(mark) Semula                             Rp     40,000,000.00
         b. Bertambah                               Rp     20,000,000.00
      2. BELANJA
         a. Semula                                  Rp     40,000,000.00
         b. Bertambah                               Rp     20,000,000.00
      """
    #expect(
      below("pasal-1", in: text) == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-b", "angka-2", "angka-2/huruf-a",
        "angka-2/huruf-b",
      ])
  }

  @Test("a reference broken at the line's end, with the next mark behind its number")
  func behindReference() {
    let text = """
      Pasal 1
      Penjaga taman wajib:
      a. menyusun rencana.
      b. Rencana disusun sebagaimana dimaksud pada huruf
      a. c. Kepala taman memeriksa laporan.
      d. Laporan memuat:
      1. Taman yang dijaga.
      2. Kolam yang dijaga sebagaimana dimaksud pada angka
      1. 3. Pagar yang dijaga.
      Pasal 2
      (1) Taman dibuka.
      (2) Kolam dibuka sebagaimana dimaksud pada ayat
      (1). (3) Taman ditutup.
      """
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-c", "huruf-d", "huruf-d/angka-1", "huruf-d/angka-2",
        "huruf-d/angka-3",
      ])
    #expect(below("pasal-2", in: text) == ["ayat-1", "ayat-2", "ayat-3"])
  }

  @Test("`(a)` behind an item with a semicolon begins a list of its own beside a)")
  func bracketedLetters() {
    let text = """
      Pasal 1 Permohonan dilampiri: a) formulir; b) bukti bayar; dan c) dokumen bagi:
      (1) badan hukum; (a) akta; (b) pengesahan; dan (c) surat kuasa;
      (2) perorangan: (a) kartu; dan (b) foto.
      Pasal 2 (1) Taman yang dikelola oleh kota atau desa dibuka setiap hari untuk umum tanpa bayar. (2) Taman ditutup malam hari.
      """
    #expect(
      below("pasal-1/subhuruf-c", in: text) == [
        "ayat-1", "ayat-1/subhuruf-a", "ayat-1/subhuruf-b", "ayat-1/subhuruf-c", "ayat-2",
        "ayat-2/subhuruf-a", "ayat-2/subhuruf-b",
      ])
  }

  @Test("sentences with letters behind the name of an item are a list")
  func sentences() {
    let text = """
      Pasal 1 Penjagaan taman diatur sebagai berikut:
      1. Tamu dicatat.
      2. Pelaksanaan penjagaan a. Penjaga membuka pagar taman. b. Petugas menyapu taman. c. Warga menyiram bunga di taman.
      3. Laporan penjagaan a. Penjaga melapor setiap hari kerja kepada kepala taman tanpa diminta.
      Pasal 2 (1) Taman yang dikelola oleh kota atau desa dibuka setiap hari untuk umum tanpa bayar. (2) Taman ditutup malam hari.
      """
    #expect(
      below("pasal-1", in: text) == [
        "angka-1", "angka-2", "angka-2/huruf-a", "angka-2/huruf-b", "angka-2/huruf-c", "angka-3",
      ])
  }

  @Test("a message names the letter of a mark")
  func names() {
    let text = """
      Pasal 1
      Taman dijaga oleh:
      a. penjaga;
      b. petugas;
      e. warga;
      d. pihak lain; dan
      f. tamu.
      """
    #expect(
      LegalParser.parse(text).diagnostics.map(\.message) == [
        "The mark is read as letter c", "A letter before f is missing",
      ])
  }

  @Test("an item in the column of its list counts behind a line that ends with pada or dalam")
  func behindPreposition() {
    let table = """
      Pasal 1
      Tarif pemeriksaan:
       1.   Pemeriksaan           47.000
            luar
       2.   Pemeriksaan           49.000
            dalam
       3.   Penjahitan            89.000
       4.   Perawatan             12.000
            pada
            malam hari
      """
    #expect(below("pasal-1", in: table) == ["angka-1", "angka-2", "angka-3", "angka-4"])
    let last = """
      Pasal 1
      (1) Taman dibuka bagi warga yang namanya
          tercatat pada
      (2) Penjaga taman mencatat
          warga.
      """
    #expect(below("pasal-1", in: last) == ["ayat-1", "ayat-2"])
  }

  @Test(
    "a citation that begins a line is no item",
    arguments: [
      "dimaksud dalam huruf\na. Pagar", "dimaksud pada ayat\n(2) Penjaga",
      "dimaksud pada\n(2) dan (3)",
      "dimaksud pada\n(2) Penjaga",
    ])
  func citedBehindPreposition(_ words: String) {
    let text = "Pasal 1\n(1) Taman dibuka sebagaimana\n\(words) taman.\nTaman ditutup malam hari."
    #expect(below("pasal-1", in: text) == ["ayat-1"])
  }

  @Test(
    "a mark that was read twice is one",
    arguments: [("(1)", "(2)", "ayat"), ("a.", "b.", "huruf"), ("1.", "2.", "angka")])
  func readTwice(_ first: String, _ second: String, _ kind: String) {
    let text = "Pasal 1\n\(first) \(first) Taman dibuka.\n\(second) Taman ditutup."
    let units = below("pasal-1", in: text)
    #expect(units.count == 2 && units.allSatisfy { $0.hasPrefix(kind + "-") }, "\(units)")
    #expect(wholeText("pasal-1/\(units[0])", in: text) == "\(first) \(first) Taman dibuka.")
  }

  @Test("a mark behind another one of its line, or on the next, is no second reading of it")
  func notReadTwice() {
    let nested = "Pasal 1\n1. a. Taman dibuka;\n   b. taman ditutup.\n2. Kolam."
    #expect(
      below("pasal-1", in: nested) == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-b", "angka-2",
      ])
    let printed =
      "Pasal 1\n(1) Taman dibuka setiap hari.\n(1) Kolam ditutup malam hari.\n(3) Taman dijaga."
    #expect(below("pasal-1", in: printed) == ["ayat-1", "ayat-1~2", "ayat-3"])
  }

  @Test("an inserted ayat behind a formula is proven by the one after it")
  func insertedAyat() {
    func ayat(_ next: String, before: String = "luas x (tarif + t)") -> [String] {
      below(
        "pasal-1",
        in: """
          Pasal 1
          (1) Iuran taman dihitung dengan rumus:
          \(before)
          (1a) t dalam rumus ialah tarif harian.
          (\(next)) Iuran dibayar tunai.
          Pasal 2
          Taman dibuka.
          """)
    }
    #expect(ayat("2") == ["ayat-1", "ayat-1a", "ayat-2"])
    #expect(ayat("1b") == ["ayat-1", "ayat-1a", "ayat-1b"])
    // Another number behind it, or a citation, proves nothing.
    #expect(ayat("4").contains("ayat-1a") == false)
    #expect(ayat("2", before: "luas menurut ayat").contains("ayat-1a") == false)
  }
}
