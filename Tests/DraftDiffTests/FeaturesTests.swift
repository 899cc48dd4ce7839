import TestSupport
import Testing

@testable import DraftDiff

/// The likeness of one pair is that of its features, however much the two have in common.
@Suite("features")
struct FeaturesTests {
  /// Words by their numbers: marks below 3, function words below 8.
  private func worth(_ id: Int32) -> Features.Word {
    id < 3 ? .mark : id < 8 ? .function : .content
  }

  private func words(_ count: Int, _ random: inout SeededRandom) -> [Int32] {
    (0..<count).map { _ in Int32(random.below(14)) }
  }

  @Test("a pair that begins and ends alike", arguments: 0..<400)
  func pair(seed: Int) {
    var random = SeededRandom(UInt64(seed))
    let (head, tail) = (words(random.below(9), &random), words(random.below(9), &random))
    let (x, y) = (words(random.below(7), &random), words(random.below(7), &random))
    // Slices, as of a document's tokens.
    let a = ([9] + head + x + tail).dropFirst()
    let b = ([9, 9] + head + y + tail).dropFirst(2)
    let made = Features(a, worth: worth).dice(Features(b, worth: worth))
    #expect(Features.dice(a, b, worth: worth) == made)
  }
}
