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

  var comparison: WordComparison {
    var writer = RunWriter(old: old, new: new)
    return WordComparison(
      changes: writer.write(runs), isBudgetExhausted: isExhausted, steps: steps)
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

/// Prints runs as stretches of text.
struct RunWriter {
  let old: TokenSlice
  let new: TokenSlice
  private var result: [WordChange] = []
  private var equal: [UInt8] = []
  private var deleted: [UInt8] = []
  private var inserted: [UInt8] = []
  private var effect: ReferenceEffect.Effect?

  init(old: TokenSlice, new: TokenSlice) {
    self.old = old
    self.new = new
  }

  mutating func write(_ runs: [WordDiff.Run]) -> [WordChange] {
    for run in runs {
      if run.isEqual {
        for offset in 0..<run.old.count {
          writeEqual(run.old.lowerBound + offset, run.new.lowerBound + offset)
        }
      } else {
        for position in run.old {
          if isSpaced(old, position) { deleted.append(0x20) }
          deleted += text(old, position)
        }
        for position in run.new {
          if isSpaced(new, position) { inserted.append(0x20) }
          inserted += text(new, position)
        }
      }
    }
    flushEdit()
    flushEqual()
    return result
  }

  private func isSpaced(_ slice: TokenSlice, _ position: Int) -> Bool {
    position > 0 && slice.token(position).traits.contains(.spaced)
  }

  private func text(_ slice: TokenSlice, _ position: Int) -> [UInt8] {
    slice.text.text(slice.range.lowerBound + position)
  }

  private mutating func writeEqual(_ x: Int, _ y: Int) {
    switch (isSpaced(old, x), isSpaced(new, y)) {
    case (true, true): writeSpace()
    case (true, false): deleted.append(0x20)
    case (false, true): inserted.append(0x20)
    case (false, false): break
    }
    let (before, after) = (text(old, x), text(new, y))
    if before == after || (old.id(x) == new.id(y) && !isLayout(before, after)) {
      flushEdit()
      equal += before
    } else if old.id(x) == new.id(y) {
      writeLayout(before, after)
    } else {
      flushEdit()
      flushEqual()
      effect = .consequential
      deleted = before
      inserted = after
      flushEdit()
    }
  }

  /// A space of both sides reads better before an insertion or deletion than after it.
  private mutating func writeSpace() {
    if deleted.isEmpty, inserted.first == 0x20 {
      inserted = inserted.dropFirst() + [0x20]
    } else if inserted.isEmpty, deleted.first == 0x20 {
      deleted = deleted.dropFirst() + [0x20]
    } else {
      flushEdit()
    }
    equal.append(0x20)
    flushEdit()
  }

  private func isLayout(_ before: [UInt8], _ after: [UInt8]) -> Bool {
    before.filter { $0 != 0x20 } == after.filter { $0 != 0x20 }
  }

  /// The same token, spaced otherwise within.
  private mutating func writeLayout(_ before: [UInt8], _ after: [UInt8]) {
    var (x, y) = (0, 0)
    while x < before.count || y < after.count {
      if x < before.count, y < after.count, before[x] == after[y] {
        flushEdit()
        equal.append(before[x])
        x += 1
        y += 1
      } else if x < before.count, before[x] == 0x20 {
        deleted.append(0x20)
        x += 1
      } else {
        inserted.append(0x20)
        y += 1
      }
    }
  }

  private mutating func flushEqual() {
    guard !equal.isEmpty else { return }
    append(.equal, equal, nil)
    equal = []
  }

  private mutating func flushEdit() {
    guard !deleted.isEmpty || !inserted.isEmpty else { return }
    if effect == nil, deleted.first == 0x20, inserted.first == 0x20 {
      equal.append(0x20)
      deleted.removeFirst()
      inserted.removeFirst()
    }
    flushEqual()
    append(.delete, deleted, effect)
    append(.insert, inserted, effect)
    deleted = []
    inserted = []
    effect = nil
  }

  private mutating func append(
    _ op: WordChange.Operation, _ text: [UInt8], _ effect: ReferenceEffect.Effect?
  ) {
    guard !text.isEmpty else { return }
    result.append(WordChange(op: op, text: String(decoding: text, as: UTF8.self), effect: effect))
  }
}
