/// The words that differ between two stretches of tokens: sentences are aligned first, then the
/// tokens between those that are the same, then the result is made readable.
struct WordDiff {
  let old: TokenSlice
  let new: TokenSlice
  private(set) var runs: [Run] = []
  private(set) var isExhausted = false
  private(set) var steps = 0

  /// Tokens that are the same on both sides, or that differ.
  struct Run {
    var isEqual: Bool
    var old: Range<Int>
    var new: Range<Int>
  }

  /// How many steps may be taken in all, so that many differences together are bounded too.
  private let pool: Int

  init(_ old: TokenSlice, _ new: TokenSlice, pool: Int = .max) {
    self.old = old
    self.new = new
    self.pool = pool
    runs = Self.runs(align(), new.count)
    var cleanup = RunCleanup(old: old, new: new, runs: runs)
    cleanup.run()
    runs = cleanup.runs
  }

  /// The words that differ; with `isMirrored` sought from the new side, which may find another
  /// difference of the same size.
  static func compare(
    _ old: TokenSlice, _ new: TokenSlice, isMirrored: Bool, pool: Int = .max
  ) -> WordComparison {
    let found = isMirrored ? WordDiff(new, old, pool: pool) : WordDiff(old, new, pool: pool)
    let runs =
      isMirrored
      ? found.runs.map { Run(isEqual: $0.isEqual, old: $0.new, new: $0.old) } : found.runs
    var writer = RunWriter(old: old, new: new)
    return WordComparison(
      changes: writer.write(runs), isBudgetExhausted: found.isExhausted, steps: found.steps)
  }

  // MARK: Alignment

  private mutating func align() -> [Int32] {
    let oldSentences = Self.sentences(old)
    let newSentences = Self.sentences(new)
    guard oldSentences.count > 1, newSentences.count > 1 else {
      return align(0..<old.count, 0..<new.count)
    }
    var table = InternTable<Int32>()
    let a = oldSentences.map { table.number(of: Array(old.keys[$0])) }
    let b = newSentences.map { table.number(of: Array(new.keys[$0])) }
    let sentences = SequenceAligner(a, b, budget: budget(a.count + b.count))
    note(sentences)
    var counterparts = [Int32](repeating: -1, count: old.count)
    var (x, y) = (0, 0)
    for (index, match) in sentences.counterparts.enumerated() where match >= 0 {
      let same = (old: oldSentences[index], new: newSentences[Int(match)])
      fill(&counterparts, x..<same.old.lowerBound, y..<same.new.lowerBound)
      for offset in 0..<same.old.count {
        counterparts[same.old.lowerBound + offset] =
          Int32(truncatingIfNeeded: same.new.lowerBound + offset)
      }
      (x, y) = (same.old.upperBound, same.new.upperBound)
    }
    fill(&counterparts, x..<old.count, y..<new.count)
    return counterparts
  }

  private mutating func fill(_ result: inout [Int32], _ a: Range<Int>, _ b: Range<Int>) {
    guard !a.isEmpty, !b.isEmpty else { return }
    for (offset, match) in align(a, b).enumerated() where match >= 0 {
      result[a.lowerBound + offset] = match + Int32(truncatingIfNeeded: b.lowerBound)
    }
  }

  private mutating func align(_ a: Range<Int>, _ b: Range<Int>) -> [Int32] {
    let aligner = SequenceAligner(
      Array(old.keys[a]), Array(new.keys[b]), budget: budget(a.count + b.count))
    note(aligner)
    return aligner.counterparts
  }

  private func budget(_ count: Int) -> Int {
    min(SequenceAligner.budget(count), max(pool - steps, 16 * count))
  }

  private mutating func note(_ aligner: SequenceAligner) {
    steps += aligner.steps
    if aligner.isExhausted { isExhausted = true }
  }

  private static func sentences(_ slice: TokenSlice) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for position in 0..<slice.count
    where slice.token(position).traits.contains(.sentenceEnd) {
      result.append(start..<position + 1)
      start = position + 1
    }
    if start < slice.count { result.append(start..<slice.count) }
    return result
  }

  static func runs(_ counterparts: [Int32], _ newCount: Int) -> [Run] {
    var runs: [Run] = []
    var (x, y) = (0, 0)
    while x < counterparts.count || y < newCount {
      let (fromX, fromY) = (x, y)
      if x < counterparts.count, counterparts[x] == y {
        while x < counterparts.count, counterparts[x] == y {
          x += 1
          y += 1
        }
        runs.append(Run(isEqual: true, old: fromX..<x, new: fromY..<y))
      } else {
        while x < counterparts.count, counterparts[x] < 0 { x += 1 }
        y = x < counterparts.count ? Int(counterparts[x]) : newCount
        runs.append(Run(isEqual: false, old: fromX..<x, new: fromY..<y))
      }
    }
    return runs
  }
}
