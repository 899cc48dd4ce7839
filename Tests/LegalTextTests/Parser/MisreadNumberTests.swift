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
}
