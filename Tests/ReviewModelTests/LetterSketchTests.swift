import ReviewModel
import TestSupport
import Testing

@Suite("Sketches of letters") struct LetterSketchTests {
  @Test("a sketch rules out no pair that is a variant", arguments: Rounds.seeds(20))
  func bound(_ seed: Int) {
    var random = SeededRandom(UInt64(seed) + 300)
    let phrases = (0..<24).map { _ in random.sentence(6) }
    let texts = (0..<60).map { number in
      (0..<Int.random(in: 1...9, using: &random)).map { _ in
        phrases[number % 4 * 6 + Int.random(in: 0..<6, using: &random)]
      }.joined(separator: " ")
    }
    let shapes = texts.map { LetterShape($0) }
    let sketches = shapes.map { LetterSketch($0) }
    var (variants, ruledOut) = (0, 0)
    for left in shapes.indices {
      for right in shapes.indices {
        let isPossible = sketches[left].mayBeVariant(of: sketches[right])
        if !isPossible { ruledOut += 1 }
        guard shapes[left].isVariant(of: shapes[right]) else { continue }
        variants += 1
        #expect(isPossible)
      }
    }
    #expect(variants > 60)
    #expect(ruledOut > 600)
  }
}
