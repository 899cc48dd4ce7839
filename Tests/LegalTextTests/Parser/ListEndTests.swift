import LegalText
import Testing

@Suite("Where lists end")
struct ListEndTests {
  @Test("a sentence that goes on at the column of the marks belongs to the unit around the list")
  func closings() {
    let text = """
      Pasal 1
      Dalam Peraturan ini yang dimaksud dengan:
        1. Taman adalah kebun umum yang dibuka
           untuk setiap orang.
        2. Penjaga adalah pegawai yang menjaga
           taman pada siang hari.
      Pasal 2
      Pada saat Peraturan ini mulai berlaku:
        a. Peraturan Nomor 1 Tahun 1990 tentang
           Taman Kota; dan
        b. Peraturan Nomor 2 Tahun 1991 tentang
           Penjaga Taman,
        dicabut dan dinyatakan tidak berlaku.
      Pasal 3
      (1) Setiap orang yang:
          a. memetik bunga,
          b. merusak pagar, baik dengan
             sengaja maupun tidak,
          dikenai sanksi.
      (2) Sanksi ditetapkan oleh kepala taman.
      """
    #expect(
      wholeText("pasal-2/huruf-b", in: text)
        == "b. Peraturan Nomor 2 Tahun 1991 tentang Penjaga Taman,")
    #expect(wholeText("pasal-2", in: text)?.hasSuffix("tidak berlaku.") == true)
    #expect(wholeText("pasal-3/ayat-1/huruf-b", in: text)?.hasSuffix("maupun tidak,") == true)
    #expect(wholeText("pasal-3/ayat-1", in: text)?.hasSuffix("dikenai sanksi.") == true)
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }

  @Test("a line of an item in the midst of its list, or one that no item hangs over, closes none")
  func items() {
    let text = """
      Pasal 1
      Taman dijaga oleh:
        a. kepala taman,
        yang diangkat oleh wali kota;
        b. penjaga.
      """
    #expect(wholeText("pasal-1/huruf-a", in: text)?.hasSuffix("wali kota;") == true)
    let level = """
      Pasal 1
      Taman dijaga oleh:
      a. kepala taman yang diangkat oleh wali kota
      dan diberhentikan olehnya;
      b. penjaga yang diangkat oleh kepala taman,
      untuk waktu satu tahun.
      """
    #expect(wholeText("pasal-1/huruf-b", in: level)?.hasSuffix("satu tahun.") == true)
  }

  @Test("in a text of one provision a line, the last item of the innermost list ends")
  func unwrapped() {
    let text =
      (1...12).map { "Pasal \($0)\nTaman dijaga \($0) orang." }.joined(separator: "\n") + """

        Pasal 13
        Penjaga memperoleh:
        a. gaji pokok; dan
        b. tunjangan berupa:
        1. uang makan; dan
        2. uang jalan,
        setiap bulan.
        """
    #expect(wholeText("pasal-13/huruf-b/angka-2", in: text) == "2. uang jalan,")
    #expect(wholeText("pasal-13/huruf-b", in: text)?.hasSuffix("setiap bulan.") == true)
  }

  @Test("a second list of the kind that a new sentence announces stands beside the first")
  func siblings() {
    let text = """
      Pasal 1
      Kebutuhan taman terdiri atas:
      a. air;
      b. pupuk; dan
      c. benih.
      Kebutuhan penjaga terdiri atas:
      a. sapu; dan
      b. sekop, yang meliputi:
      1. sekop besar; dan
      2. sekop kecil.
      Pasal 2
      Taman dibuka bagi:
      a. warga; dan
      b. tamu, yang meliputi:
      a. anak-anak; dan
      b. orang tua.
      """
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-c", "huruf-a~2", "huruf-b~2", "huruf-b~2/angka-1",
        "huruf-b~2/angka-2",
      ])
    #expect(wholeText("pasal-1/huruf-c", in: text) == "c. benih.")
    // Within its item a list of the same kind is still the item's.
    #expect(
      below("pasal-2", in: text) == ["huruf-a", "huruf-b", "huruf-b/huruf-a", "huruf-b/huruf-b"])
  }

  @Test("a number printed twice is a fault of the text, and no misread one", arguments: [1, 2])
  func duplicates(_ number: Int) {
    let second = number == 1 ? 1 : 2
    let text = """
      Pasal 1
      (1) Taman dijaga.
      (\(second)) Penjaga diangkat.
      (\(number == 1 ? 3 : 2)) Pagar dicat.
      (4) Kolam dibersihkan.
      """
    let units = below("pasal-1", in: text)
    #expect(units.contains("ayat-\(number)~2"), "\(units)")
    #expect(!units.contains(number == 1 ? "ayat-2" : "ayat-3"), "\(units)")
    let codes = LegalParser.parse(text).diagnostics.map(\.code)
    #expect(codes.contains("number.duplicate") && !codes.contains("mark.repaired"))
  }

  @Test("an item that a list beside it ends holds no more than it did")
  func nesting() {
    let text = "Pasal 3\n b. Pasal 11\n  a. kolam. Taman dijaga.\n meliputi:\n a. pagar"
    #expect(brokenPromises(of: LegalParser.parse(text)).isEmpty)
  }
}
