import ReviewModel
import TestSupport
import Testing

@Suite("Variants of letters") struct LetterShapeTests {
  private func words(_ count: Int, _ random: inout SeededRandom) -> String {
    (0..<count).map { _ in "kata\(random.below(100_000))" }.joined(separator: " ")
  }

  private func areVariants(_ left: String, _ right: String) -> Bool {
    let (left, right) = (LetterShape(left), LetterShape(right))
    let isVariant = left.isVariant(of: right)
    #expect(right.isVariant(of: left) == isVariant)
    if isVariant { #expect(LetterSketch(left).mayBeVariant(of: LetterSketch(right))) }
    return isVariant
  }

  @Test("own words behind a letter never part it from others", arguments: Rounds.seeds(20))
  func behind(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let letter = words(100 + random.below(200), &random)
    #expect(areVariants(letter + " " + words(500, &random), letter))
    #expect(areVariants(letter + " " + words(50, &random), letter + " " + words(500, &random)))
  }

  @Test("nor do a few sentences before it, or in its midst", arguments: Rounds.seeds(20))
  func before(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let (first, second) = (words(50, &random), words(50, &random))
    let letter = first + " " + second
    #expect(areVariants(words(45, &random) + " " + letter, words(45, &random) + " " + letter))
    #expect(areVariants(first + " " + words(45, &random) + " " + second, letter))
    let short = words(30, &random)
    #expect(areVariants(words(14, &random) + " " + short, short + " " + words(14, &random)))
  }

  @Test("a greeting or a channel's line makes no variants", arguments: Rounds.seeds(20))
  func courtesy(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    for own in [10, 20, 40, 80, 200] {
      let line = words(min(14, own), &random) + " "
      #expect(!areVariants(line + words(own, &random), line + words(own, &random)))
    }
  }

  @Test("texts of hardly any words are variants only of equal ones")
  func short() {
    #expect(areVariants("Saya tidak setuju sama sekali.", "saya TIDAK setuju, sama sekali"))
    #expect(!areVariants("Saya tidak setuju sama sekali.", "Saya setuju sama sekali."))
    #expect(!areVariants("", ""))
  }

  @Test("a shape of words is that of the text", arguments: Rounds.seeds(10))
  func beginning(_ seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let text = words(100, &random)
    let whole = LetterShape(text)
    #expect(whole.runs.count == 98)
    let longer = LetterShape(text + " " + words(60, &random))
    #expect(longer.runs == whole.runs)
    #expect(longer.bands == whole.bands)
  }
}
