import TestSupport
import Testing

@testable import DraftDiff

/// How small and how readable word differences are.
@Suite("minimality")
struct MinimalityTests {
  private struct Size {
    var exact = 0
    var searched = 0
    var shown = 0
    var fragments = 0
    var sentences = 0
  }

  /// The number of words that a longest common subsequence leaves.
  private func exact(_ a: [Int32], _ b: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return a.count + b.count - 2 * (row.last ?? 0)
  }

  private func measure(_ percent: Int) -> Size {
    var size = Size()
    for seed in 0..<Soak.count(60, 3_000) {
      var random = SeededRandom(UInt64(seed) &+ 31)
      let old = (0..<1 + random.below(3)).map { _ in random.sentence(10 + random.below(50)) }
      let new = old.map { random.edited($0, percent: percent) }
      guard old != new else { continue }
      let texts = (old.joined(separator: " "), new.joined(separator: " "))
      var numbers: [Substring: Int32] = [:]
      func ids(_ text: String) -> [Int32] {
        text.split(separator: " ").map { word in
          let next = Int32(truncatingIfNeeded: numbers.count)
          let number = numbers[word] ?? next
          numbers[word] = number
          return number
        }
      }
      let (a, b) = (ids(texts.0), ids(texts.1))
      size.exact += exact(a, b)
      let matched = SequenceAligner(a, b).counterparts.count { $0 >= 0 }
      size.searched += a.count + b.count - 2 * matched
      let changes = WordComparison.compare(texts.0, texts.1).changes
      for (index, change) in changes.enumerated() where change.op != .equal {
        size.shown += WordChange.wordCount(change.text)
        if index == 0 || changes[index - 1].op == .equal { size.fragments += 1 }
      }
      size.sentences += zip(old, new).count { $0 != $1 }
    }
    return size
  }

  @Test("differences are small before and after the clean-up", arguments: [3, 8, 15, 30])
  func script(percent: Int) {
    let size = measure(percent)
    #expect(Double(size.searched) <= 1.15 * Double(size.exact), "\(size)")
    #expect(Double(size.shown) <= 1.5 * Double(size.exact), "\(size)")
  }

  @Test("an edited sentence shows few fragments", arguments: [(3, 2.0), (15, 5.5), (60, 8.5)])
  func fragments(percent: Int, most: Double) {
    let size = measure(percent)
    #expect(Double(size.fragments) <= most * Double(size.sentences), "\(size)")
  }
}
