import LegalText
import Testing

/// Numbers and letters of lists that a scan printed for one another.
@Suite("Misread numbers")
struct MisreadNumberTests {
  /// A list of numbers below the letter before `next`, which stands below it.
  private func list(_ numbers: [Int], below letter: String, next: String, indent: Int = 4) -> String
  {
    let before = ["a", "b", "c", "d", "e", "f"].prefix { $0 != letter }
    return "Pasal 1\nTaman kota memiliki:\n"
      + before.map { "\($0). kolam \($0);\n" }.joined() + "\(letter). bangku:\n"
      + numbers.map { String(repeating: " ", count: indent) + "\($0). Bangku nomor \($0).\n" }
      .joined() + "\(next). pagar."
  }

  @Test(
    "a number behind a gap belongs to its list, though it looks like the next letter",
    arguments: [0, 4])
  func gap(_ indent: Int) {
    let sixth = list([1, 2, 3, 4, 6, 7], below: "a", next: "b", indent: indent)
    #expect(
      below("pasal-1", in: sixth) == [
        "huruf-a", "huruf-a/angka-1", "huruf-a/angka-2", "huruf-a/angka-3", "huruf-a/angka-4",
        "huruf-a/angka-6", "huruf-a/angka-7", "huruf-b",
      ])
    let ninth = below(
      "pasal-1", in: list([1, 2, 3, 4, 5, 6, 7, 9], below: "f", next: "g", indent: indent))
    #expect(ninth.suffix(3) == ["huruf-f/angka-7", "huruf-f/angka-9", "huruf-g"])
  }

  @Test("a number in the column of the letters, before the letter after it, is a letter")
  func letter() {
    let text = """
      Pasal 1
      Taman kota memiliki:
      a. bangku:
          1. Bangku panjang.
          2. Bangku pendek.
      6. kolam; dan
      c. pagar.
      """
    #expect(
      below("pasal-1", in: text) == [
        "huruf-a", "huruf-a/angka-1", "huruf-a/angka-2", "huruf-b", "huruf-c",
      ])
  }

  @Test(
    "a letter or sign like the number that is due, in the column of its list, is that number",
    arguments: [
      (1, "!."), (1, "|."), (1, "t."), (2, "Z."), (2, "z."), (3, "S."), (4, "A."), (5, "S."),
      (5, "s."),
      (5, "$."), (6, "G."), (6, "b."), (7, "T."), (8, "B."), (9, "q."), (9, "g."),
    ])
  func digit(_ number: Int, _ sign: String) {
    let marks = (1...max(number, 2)).map { $0 == number ? sign : "\($0)." }
    let text =
      "Pasal 1\nTaman kota memiliki:\n  a. bangku:\n"
      + marks.map { "     \($0) Bangku panjang;\n" }.joined() + "  b. pagar."
    let items = (1...marks.count).map { "huruf-a/angka-\($0)" }
    #expect(below("pasal-1", in: text) == ["huruf-a"] + items + ["huruf-b"])
  }

  @Test(
    "a letter that is not like the number due, in another column or a list of letters, is none",
    arguments: ["     Z. Bangku", "S. Bangku", "     S. bangku"])
  func noDigit(_ line: String) {
    let text =
      "Pasal 1\nTaman kota memiliki:\n     1. Bangku satu;\n     2. Bangku dua;\n"
      + "     3. Bangku tiga;\n     4. Bangku empat;\n\(line) lima."
    #expect(
      below("pasal-1", in: text) == ["angka-1", "angka-2", "angka-3", "angka-4"])
  }

  @Test("the last number of a list in small letters", arguments: [0, 5])
  func lastSmall(_ indent: Int) {
    let blanks = String(repeating: " ", count: indent)
    let text =
      "Pasal 1\nTaman kota memiliki:\na. bangku:\n\(blanks)1. bangku kayu; dan\n"
      + "\(blanks)z. bangku batu; dan\nb. pagar."
    #expect(
      below("pasal-1", in: text) == ["huruf-a", "huruf-a/angka-1", "huruf-a/angka-2", "huruf-b"])
  }

  @Test("a capital that counts parts of an article is no number")
  func part() {
    let items = (1...7).map { "\($0). Bangku \($0).\n" }.joined()
    let text = "Pasal 1\nTaman kota dibagi dua.\nA. Depan\n\(items)B. Belakang\nPagar.\n"
    #expect(below("pasal-1", in: text) == (1...7).map { "angka-\($0)" })
  }

  @Test(
    "the first letter of a list may have been misread where b. follows",
    arguments: ["n.", "s.", "u.", "o.", "8.", "@.", "&."])
  func firstLetter(_ mark: String) {
    let text = "Pasal 1\nTaman kota memiliki:\n\(mark) bangku;\nb. kolam; dan\nc. pagar."
    #expect(below("pasal-1", in: text) == ["huruf-a", "huruf-b", "huruf-c"])
    let alone = "Pasal 1\nTaman kota memiliki:\n\(mark) bangku.\nTaman dijaga."
    #expect(!below("pasal-1", in: alone).contains("huruf-a"))
  }

  @Test(
    "the last letter of a list may have been misread as another or as two",
    arguments: [
      ("d", "cl."), ("d", "ci."), ("f", "r."), ("h", "n."), ("k", "lc."), ("m", "rn."), ("i", "!."),
    ])
  func lastLetter(_ letter: String, _ mark: String) {
    let before = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].prefix {
      $0 != letter
    }
    let text =
      "Pasal 1\nTaman kota memiliki:\n" + before.map { "\($0). kolam \($0);\n" }.joined()
      + "\(mark) pagar."
    #expect(below("pasal-1", in: text) == (before + [letter]).map { "huruf-\($0)" })
  }

  @Test("letters that are not due stay what they are", arguments: ["cl.", "lc.", "rn."])
  func noLetter(_ mark: String) {
    let text = "Pasal 1\nTaman kota memiliki:\na. bangku;\nb. kolam;\n\(mark) pagar."
    #expect(below("pasal-1", in: text).prefix(2) == ["huruf-a", "huruf-b"])
    #expect(!below("pasal-1", in: text).contains("huruf-c"))
  }

  @Test("numbers that lost their full stops go on where the items begin alike, the last one too")
  func withoutStops() {
    let words = """
      Pasal 1
      Gambar taman terdiri atas:
      1.   Gambar     I   Daftar pohon taman kota;
      2.   Gambar    II   Daftar kolam.
      3   Gambar    III   Daftar bangku dan pagar taman
      4 Gambar       IV   Daftar penjaga.
      5 Gambar        V   Daftar kolam.
      """
    #expect(
      below("pasal-1", in: words) == ["angka-1", "angka-2", "angka-3", "angka-4", "angka-5"])
    let columns = """
      Pasal 1
      Taman memiliki:
      1. Pohon;
      2. Kolam;
      3  Bangku
      4  Pagar
      """
    #expect(below("pasal-1", in: columns) == ["angka-1", "angka-2", "angka-3", "angka-4"])
  }

  @Test(
    "a number that begins a line within a sentence is none",
    arguments: ["4 Gambar", "3 Lampiran", "    3 Gambar", "3 gambar"])
  func numberInSentence(_ words: String) {
    let text =
      "Pasal 1\nTaman digambar:\n1. Gambar satu;\n2. Gambar dua dan paling banyak\n\(words) lain taman.\n"
    #expect(below("pasal-1", in: text) == ["angka-1", "angka-2"])
  }
}
