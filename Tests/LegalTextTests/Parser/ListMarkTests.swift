import LegalText
import Testing

@Suite("Marks of lists")
struct ListMarkTests {
  private func article(_ body: String) -> [String] {
    below("pasal-1", in: "Pasal 1\n" + body + "\n")
  }

  @Test("a wrapped line that begins with a mark opens nothing")
  func wrapped() {
    #expect(
      article(
        """
        (1) Taman dibuka sebagaimana dimaksud pada ayat
        (2) dan ayat (3) setiap hari menurut huruf
        a. dan huruf b.
        (2) Taman ditutup sebagaimana dimaksud pada ayat (1),
        (2), dan ayat (3).
        (3) Selesai.
        """) == ["ayat-1", "ayat-2", "ayat-3"])
  }

  @Test("an item that ends with *tahun* or *nomor*, without its sign, ends there")
  func unsigned() {
    #expect(
      article(
        """
        Pengelola berumur dan berpengalaman:
        a. paling rendah 25 (dua puluh lima) tahun
        b. memiliki kartu bernomor
        c. berdagang paling singkat 3 (tiga) tahun
        d. terdaftar dengan nomor
        e. sehat.
        """) == ["huruf-a", "huruf-b", "huruf-c", "huruf-d", "huruf-e"])
  }

  @Test("letters go on after z in both ways")
  func afterZ() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
    for (last, second) in [("bb", "bb"), ("ab", "ab")] {
      let marks = letters + ["aa", last]
      let text = "Rincian:\n" + marks.map { "\($0). butir;" }.joined(separator: "\n")
      #expect(article(text) == marks.map { "huruf-\($0)" })
      #expect(second == last)
    }
  }

  @Test("i. after h. is a letter, first of its list a Roman number")
  func romanLetters() {
    let long = "abcdefghij".map { "\($0). butir;" }.joined(separator: "\n")
    #expect(article("Rincian:\n" + long).last == "huruf-j")
    #expect(
      article("Rincian:\ni. satu;\nii. dua;\niii. tiga;\niv. empat.") == [
        "huruf-i", "huruf-ii", "huruf-iii", "huruf-iv",
      ])
  }

  @Test("lists nest in the order in which they stand")
  func otherOrder() {
    #expect(
      article("Rincian:\n1. satu:\na. kecil;\nb. besar;\n2. dua.") == [
        "angka-1", "angka-1/huruf-a", "angka-1/huruf-b", "angka-2",
      ])
    #expect(
      article("Rincian:\na. satu;\nb. dua:\n1) kecil;\n2) besar;\nc. tiga.") == [
        "huruf-a", "huruf-b", "huruf-b/subangka-1", "huruf-b/subangka-2", "huruf-c",
      ])
  }

  @Test("inserted numbers follow their neighbour; deleted items stay")
  func inserted() {
    #expect(
      article("(1) Satu.\n(1a) Sisipan.\n(2) Dua:\na. satu;\nb. dihapus;\nc. tiga.") == [
        "ayat-1", "ayat-1a", "ayat-2", "ayat-2/huruf-a", "ayat-2/huruf-b", "ayat-2/huruf-c",
      ])
  }

  @Test("misprinted marks are read where the sequence proves them; labels stay as printed")
  func misprints() {
    let text = "Pasal 1\n(l) Satu.\n(21 Dua.\n( 3 ) Tiga.\n"
    #expect(below("pasal-1", in: text) == ["ayat-1", "ayat-2", "ayat-3"])
    let document = LegalParser.parse(text)
    #expect(document.units.map(\.label) == ["Pasal 1", "(l)", "(21", "( 3 )"])
    #expect(document.diagnostics.filter { $0.code == "mark.repaired" }.count == 2)
  }

  @Test("misprinted numbers of articles are read where the sequence proves them")
  func misprintedArticles() {
    let marks = (1...27).map { number in
      switch number {
      case 10: "Pasal 1O"
      case 11: "Pasal 1 1"
      case 27: "Pasal 2T"
      default: "Pasal \(number)"
      }
    }
    let text = marks.map { $0 + "\nIsi.\n" }.joined()
    #expect(outline(text) == (1...27).map { "pasal-\($0)" })
    #expect(
      outline("Pasal 2\nDua.\nPasal 2A\nSisipan.\nPasal 3 B\nTiga.").prefix(2) == [
        "pasal-2", "pasal-2a",
      ])
  }

  @Test("a heading is a whole line; a reference that begins a line is not")
  func references() {
    #expect(
      outline(
        """
        Pasal 1
        Jumlah sebagaimana dimaksud dalam
        Pasal 2 dan Pasal 3 dihitung menurut
        Pasal 4.
        Pasal 2
        Dua sebagaimana dimaksud dalam
        Pasal 3
        """) == ["pasal-1", "pasal-2"])
  }

  @Test("gaps, repetitions and empty articles are reported where they stand")
  func diagnostics() {
    let text = "Pasal 1\n(1) Satu.\n(3) Tiga.\nPasal 2\nPasal 2\nIsi.\nPasal 4\nIsi.\n"
    let document = LegalParser.parse(text)
    #expect(
      document.units.map(\.address) == [
        "pasal-1", "pasal-1/ayat-1", "pasal-1/ayat-3", "pasal-2", "pasal-2~2", "pasal-4",
      ])
    #expect(
      document.diagnostics.map(\.code) == [
        "number.gap", "article.empty", "number.duplicate", "number.gap",
      ])
    #expect(
      document.diagnostics.map { document.text(in: $0.range) } == [
        "(3)", "Pasal 2", "Pasal 2", "Pasal 4",
      ])
  }

  @Test("bytes that are no text are reported and kept")
  func unreadable() {
    let source = Array("Pasal 1\nIsi ".utf8) + [0xFF, 0xC3] + Array(" lagi.\n".utf8)
    let document = LegalParser.parse(source)
    #expect(document.source == source)
    #expect(document.diagnostics.map(\.code) == ["bytes.invalid"])
    #expect(document.diagnostics.map(\.range) == [12..<14])
  }

  @Test("A full stop that a scan doubled; a row of dots is no mark")
  func doubledStop() {
    let text = """
      Pasal 1
      Penjaga wajib:
      a.. membuka taman;
      b. menyapu taman, yaitu:
      1.. pagi; dan
      2. sore;
      c... menutup taman.
      """
    let units = outline(text)
    #expect(
      units == [
        "pasal-1", "pasal-1/huruf-a", "pasal-1/huruf-b", "pasal-1/huruf-b/angka-1",
        "pasal-1/huruf-b/angka-2",
      ], "\(units)")
    let canonical = String(
      decoding: TextImporter.importing(Array(text.utf8)).text, as: UTF8.self)
    #expect(canonical.contains("membuka taman;") && outline(canonical) == units)
  }

  @Test("an l in brackets is the letter after (k), and elsewhere a one")
  func bracketedTwelfth() {
    let letters = "abcdefghijklm".map { "(\($0)) pohon;" }.joined(separator: "\n")
    #expect(
      article("Taman memiliki:\n\(letters)") == "abcdefghijklm".map { "subhuruf-\($0)" })
    #expect(article("(l) Taman dibuka.\n(2) Taman dijaga.") == ["ayat-1", "ayat-2"])
  }

  @Test("I. above a list that begins with its own 1. is the number of a part")
  func romanPart() {
    let text = """
      Pasal 1
      Contoh perhitungan retribusi:
      I. Retribusi terendah:
      a. indeks luas adalah 1;
      b. indeks gangguan:
      1. tenaga kerja adalah 1; dan
      2. mesin adalah 2; dan
      c. tarif dasar.

      """
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-b", "huruf-b/angka-1", "huruf-b/angka-2", "huruf-c",
      ])
  }
}
