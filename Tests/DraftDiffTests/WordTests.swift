import TestSupport
import Testing

@testable import DraftDiff

@Suite("words")
struct WordTests {
  private func tokens(_ text: String) -> [String] {
    var vocabulary = Vocabulary()
    let made = TokenText(Array(text.utf8), &vocabulary)
    return made.tokens.indices.map { String(decoding: made.text($0), as: UTF8.self) }
  }

  private func marked(_ old: String, _ new: String) -> String {
    WordComparison.compare(old, new).changes.map {
      switch $0.op {
      case .equal: $0.text
      case .delete: "[-" + $0.text + "-]"
      case .insert: "{+" + $0.text + "+}"
      }
    }.joined()
  }

  @Test("citations, sums and joined words stay whole")
  func whole() {
    #expect(
      tokens("sesuai Pasal 5 ayat (1) huruf a, paling lama 30 (tiga puluh) hari")
        == [
          "sesuai", "Pasal 5", "ayat (1)", "huruf a", ",", "paling", "lama", "30 (tiga puluh)",
          "hari",
        ]
    )
    #expect(
      tokens("kabupaten/kota dan/atau Undang-Undang Pasal 12A BAB IV huruf di angka 3)")
        == [
          "kabupaten/kota", "dan/atau", "Undang-Undang", "Pasal 12A", "BAB IV", "huruf", "di",
          "angka 3", ")",
        ])
    #expect(
      tokens("denda Rp50.000.000,00 (lima puluh juta rupiah).")
        == ["denda", "Rp50.000.000,00 (lima puluh juta rupiah)", "."])
    #expect(tokens("daftar isi ………… 12.....") == ["daftar", "isi", "…………", "12", "....."])
    #expect(tokens("caf\u{65}\u{301} “naïve” 山") == ["caf\u{65}\u{301}", "“", "naïve", "”", "山"])
  }

  @Test("every visible byte belongs to exactly one token", arguments: 0..<200)
  func cover(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let pieces = [
      "Pasal", " ", "(", "1", ")", "\n", "/", "-", ".", "a", "é", "\u{A0}", "…", "(dua", "3",
    ]
    let text = (0..<40).map { _ in random.pick(pieces) }.joined()
    let joined = tokens(text).joined().filter { $0 != " " }
    #expect(joined == text.filter { $0 != " " && $0 != "\n" && $0 != "\u{A0}" })
  }

  @Test("phrases, not confetti")
  func phrases() {
    #expect(
      marked(
        "wajib meminta bukti identitas tamu dan melaporkannya.",
        "wajib meminta bukti identitas tamu dan mencatatnya dalam buku tamu.")
        == "wajib meminta bukti identitas tamu dan [-melaporkannya-]{+mencatatnya dalam buku tamu+}."
    )
    #expect(
      marked("setiap orang di kota ini", "setiap orang atau badan di kota ini")
        == "setiap orang {+atau badan +}di kota ini")
    #expect(
      marked("dengan pidana kurungan dan denda berat", "dengan sanksi teguran dan pencabutan izin")
        == "dengan [-pidana kurungan dan denda berat-]{+sanksi teguran dan pencabutan izin+}")
    #expect(
      marked("a, b, dan c", "a, b, x, dan c") == "a, b, {+x, +}dan c")
  }

  @Test("line breaks are no change; case and punctuation are")
  func layout() {
    #expect(WordComparison.compare("Setiap orang\n wajib", "Setiap  orang wajib").isEqual)
    #expect(WordComparison.compare("dan / atau ( lima )", "dan/atau (lima)").isEqual)
    #expect(WordComparison.compare("30 (tiga\npuluh) hari", "30 (tiga puluh) hari").isEqual)
    #expect(WordComparison.compare("caf\u{65}\u{301}", "caf\u{e9}").isEqual)
    #expect(!WordComparison.compare("Orang", "orang").isEqual)
    #expect(!WordComparison.compare("orang;", "orang.").isEqual)
    #expect(!WordComparison.compare("1 000", "1000").isEqual)
  }

  @Test("both sides can be rebuilt", arguments: 0..<400)
  func rebuild(seed: Int) {
    var random = SeededRandom(UInt64(seed) &+ 7_000)
    let old = random.sentence(random.below(60))
    let new = random.edited(old, percent: random.below(90))
    let changes = WordComparison.compare(old, new).changes
    #expect(changes.filter { $0.op != .insert }.map(\.text).joined() == old)
    #expect(changes.filter { $0.op != .delete }.map(\.text).joined() == new)
    #expect(!changes.contains { $0.text.isEmpty })
    let back = WordComparison.compare(new, old).changes
    #expect(
      changes.reduce(0) { $0 + ($1.op == .equal ? $1.text.utf8.count : 0) } > 0
        || back.allSatisfy { $0.op != .equal })
  }

  @Test("as small as the standard library's difference", arguments: 0..<300)
  func minimal(seed: Int) {
    var random = SeededRandom(UInt64(seed) &+ 90_000)
    let size = random.below(40)
    let letters = 2 + random.below(12)
    let a = (0..<size).map { _ in Int32(random.below(letters)) }
    let b = (0..<random.below(40)).map { _ in Int32(random.below(letters)) }
    let aligner = SequenceAligner(a, b)
    let kept = aligner.counterparts.filter { $0 >= 0 }
    let oracle = b.difference(from: a)
    #expect(kept.count == a.count - oracle.removals.count)
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 })
    for (x, y) in aligner.counterparts.enumerated() where y >= 0 { #expect(a[x] == b[Int(y)]) }
    #expect(!aligner.isExhausted)
  }

  @Test("work is bounded whatever the words")
  func bounded() {
    for (size, letters) in [(4_000, 4_000), (4_000, 300), (4_000, 3), (20_000, 5_000)] {
      var random = SeededRandom(UInt64(size + letters))
      let a = (0..<size).map { _ in Int32(random.below(letters)) }
      let b = (0..<size).map { _ in Int32(random.below(letters)) }
      let aligner = SequenceAligner(a, b)
      #expect(aligner.steps <= 300_000 + 1_500 * size)
      for (x, y) in aligner.counterparts.enumerated() where y >= 0 { #expect(a[x] == b[Int(y)]) }
    }
  }

  @Test("a spent budget is said and keeps what is unmistakable")
  func exhausted() {
    var random = SeededRandom(5)
    var a = (0..<30_000).map { _ in Int32(random.below(40)) }
    var b = (0..<30_000).map { _ in Int32(random.below(40)) }
    a[15_000] = 1_000
    b[14_000] = 1_000
    let aligner = SequenceAligner(a, b, budget: 10_000)
    #expect(aligner.isExhausted)
    #expect(aligner.counterparts[15_000] == 14_000)
  }

  @Test("figures and their words")
  func figures() {
    #expect(!Numeral.disagrees("30 (tiga puluh)"))
    #expect(Numeral.disagrees("30 (tiga belas)"))
    #expect(!Numeral.disagrees("Rp50.000.000,00 (lima puluh juta rupiah)"))
    #expect(Numeral.disagrees("Rp5.000.000,00 (lima puluh juta rupiah)"))
    #expect(Numeral.value("seratus dua puluh lima ribu sebelas") == 125_011)
    #expect(!Numeral.disagrees("000.000,00 (lima miliar rupiah)"))
    #expect(!Numeral.disagrees("O0 (empat puluh juta rupiah)"))
    #expect(Numeral.value("satu miliar") == 1_000_000_000)
    #expect(Numeral.value("dua koma lima") == nil)
  }
}
