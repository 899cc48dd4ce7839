/// A longest common subsequence of two sequences of numbers, found in linear space.
///
/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), with the divide-and-conquer
/// refinement. The work is bounded: when the budget is spent, what is left is divided at elements
/// that occur once on both sides (patience), and what cannot be divided so stays unmatched.
struct SequenceAligner {
  /// For each old element the new one it equals, or -1; increasing where not -1.
  private(set) var counterparts: [Int32]
  /// Whether the budget ended the search for the longest subsequence.
  private(set) var isExhausted = false
  /// How many elementary steps were made.
  private(set) var steps = 0

  private var budget: Int
  private var forward: [Int32] = []
  private var backward: [Int32] = []
  private var boxes: [Box] = []

  struct Box {
    var old: Range<Int>
    var new: Range<Int>
    /// The steps that may be spent on it.
    var allowance: Int
    /// Whether it is a part that patience left, to be divided so no more.
    var isRest = false
  }

  /// The budget that keeps the work near-linear in `count` elements of both sides together.
  static func budget(_ count: Int) -> Int { min(250_000 + 256 * count, 24_000_000) }

  /// From so many elements of both sides together on, long runs in common divide first.
  private static let large = 4_000

  /// The new element that each old one equals, or -1; with `isMirrored` sought from the new side.
  static func counterparts(_ old: [Int32], _ new: [Int32], isMirrored: Bool) -> [Int32] {
    guard isMirrored else { return SequenceAligner(old, new).counterparts }
    var result = [Int32](repeating: -1, count: old.count)
    for (position, match) in SequenceAligner(new, old).counterparts.enumerated() where match >= 0 {
      result[Int(match)] = Int32(truncatingIfNeeded: position)
    }
    return result
  }

  /// Aligns two sequences.
  init(_ old: [Int32], _ new: [Int32], budget: Int? = nil) {
    counterparts = [Int32](repeating: -1, count: old.count)
    self.budget = budget ?? Self.budget(old.count + new.count)
    var low = 0
    let shorter = min(old.count, new.count)
    while low < shorter, old[low] == new[low] {
      counterparts[low] = Int32(truncatingIfNeeded: low)
      low += 1
    }
    var oldEnd = old.count
    var newEnd = new.count
    while oldEnd > low, newEnd > low, old[oldEnd - 1] == new[newEnd - 1] {
      oldEnd -= 1
      newEnd -= 1
      counterparts[oldEnd] = Int32(truncatingIfNeeded: newEnd)
    }
    steps = old.count - oldEnd + low
    guard low < oldEnd, low < newEnd else { return }
    alignRest(old, low..<oldEnd, new, low..<newEnd)
  }

  /// Elements that the other side lacks cannot match: without them the search is shorter and the
  /// longest subsequence the same.
  private mutating func alignRest(
    _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>
  ) {
    var numbering = LocalNumbering(old[oldRange], new[newRange])
    for position in newRange { numbering.note(new[position]) }
    var keptOld: [Int] = []
    var a: [Int32] = []
    var used = [Bool](repeating: false, count: numbering.count)
    for position in oldRange {
      guard let number = numbering.number(old[position]) else { continue }
      used[Int(number)] = true
      keptOld.append(position)
      a.append(number)
    }
    var keptNew: [Int] = []
    var b: [Int32] = []
    for position in newRange {
      guard let number = numbering.number(new[position]), used[Int(number)] else { continue }
      keptNew.append(position)
      b.append(number)
    }
    steps += oldRange.count + newRange.count
    var found = [Int32](repeating: -1, count: a.count)
    forward = [Int32](repeating: 0, count: a.count + b.count + 3)
    backward = forward
    boxes = [Box(old: 0..<a.count, new: 0..<b.count, allowance: budget)]
    if a.count + b.count >= Self.large { divideAtGrams(a, b, &found) }
    while let box = boxes.popLast() {
      divide(box, a, b, numbering.count, &found)
    }
    forward = []
    backward = []
    for (position, match) in found.enumerated() where match >= 0 {
      counterparts[keptOld[position]] = Int32(truncatingIfNeeded: keptNew[Int(match)])
    }
  }

  private mutating func divide(
    _ whole: Box, _ a: [Int32], _ b: [Int32], _ vocabulary: Int, _ found: inout [Int32]
  ) {
    var (x0, x1) = (whole.old.lowerBound, whole.old.upperBound)
    var (y0, y1) = (whole.new.lowerBound, whole.new.upperBound)
    while x0 < x1, y0 < y1, a[x0] == b[y0] {
      found[x0] = Int32(truncatingIfNeeded: y0)
      x0 += 1
      y0 += 1
    }
    while x0 < x1, y0 < y1, a[x1 - 1] == b[y1 - 1] {
      x1 -= 1
      y1 -= 1
      found[x1] = Int32(truncatingIfNeeded: y1)
    }
    guard x0 < x1, y0 < y1 else { return }
    var box = whole
    box.old = x0..<x1
    box.new = y0..<y1
    let (split, cost) = middle(box, a, b, min(box.allowance, budget))
    steps += cost
    budget -= cost
    if let split {
      // A search costs about the square of the difference, its halves half of it together.
      let rest = box.allowance - cost
      boxes.append(Box(old: x0..<split.x, new: y0..<split.y, allowance: rest, isRest: box.isRest))
      boxes.append(Box(old: split.x..<x1, new: split.y..<y1, allowance: rest, isRest: box.isRest))
      return
    }
    isExhausted = true
    if !box.isRest { patience(box, a, b, vocabulary, &found) }
  }

  /// A point on a shortest path through the box, near its middle; nil when `limit` is spent first.
  private mutating func middle(
    _ box: Box, _ a: [Int32], _ b: [Int32], _ limit: Int
  ) -> (split: (x: Int, y: Int)?, cost: Int) {
    var cost = 0
    let split = forward.withUnsafeMutableBufferPointer { forward in
      backward.withUnsafeMutableBufferPointer { backward in
        a.withUnsafeBufferPointer { a in
          b.withUnsafeBufferPointer { b in
            var snake = MiddleSnake(box, a, b, forward, backward)
            defer { cost = snake.cost }
            return snake.find(limit)
          }
        }
      }
    }
    return (split, cost)
  }

  /// Divides a box at the elements that occur once on both sides.
  private mutating func patience(
    _ box: Box, _ a: [Int32], _ b: [Int32], _ vocabulary: Int, _ found: inout [Int32]
  ) {
    var inOld = [Int](repeating: -1, count: vocabulary)
    var inNew = [Int](repeating: -1, count: vocabulary)
    for x in box.old { inOld[Int(a[x])] = inOld[Int(a[x])] == -1 ? x : -2 }
    for y in box.new { inNew[Int(b[y])] = inNew[Int(b[y])] == -1 ? y : -2 }
    var pairs: [(x: Int, y: Int)] = []
    for x in box.old where inOld[Int(a[x])] >= 0 && inNew[Int(a[x])] >= 0 {
      pairs.append((x, inNew[Int(a[x])]))
    }
    steps += box.old.count + box.new.count + vocabulary
    let kept = IncreasingSubsequence.longest(pairs.map(\.y))
    guard !kept.isEmpty else { return }
    var (x, y) = (box.old.lowerBound, box.new.lowerBound)
    for index in kept {
      let pair = pairs[index]
      found[pair.x] = Int32(truncatingIfNeeded: pair.y)
      push(x..<pair.x, y..<pair.y)
      (x, y) = (pair.x + 1, pair.y + 1)
    }
    push(x..<box.old.upperBound, y..<box.new.upperBound)
  }

  private mutating func push(_ old: Range<Int>, _ new: Range<Int>) {
    guard !old.isEmpty, !new.isEmpty else { return }
    let allowance = 32 * (old.count + new.count)
    budget += allowance / 2
    boxes.append(Box(old: old, new: new, allowance: allowance, isRest: true))
  }

  // MARK: Large sequences

  /// Divides large sequences at runs of four that occur once on both sides: in texts that are
  /// mostly the same few differences then stand between them.
  private mutating func divideAtGrams(_ a: [Int32], _ b: [Int32], _ found: inout [Int32]) {
    let (inOld, inNew) = (GramTable(a), GramTable(b))
    steps += 2 * (a.count + b.count)
    var pairs: [(x: Int, y: Int)] = []
    for x in 0..<max(0, a.count - GramTable.length + 1) {
      let gram = GramTable.gram(a, x)
      guard let y = inNew.place(of: gram), inOld.place(of: gram) == x,
        a[x..<x + GramTable.length] == b[y..<y + GramTable.length]
      else { continue }
      pairs.append((x, y))
    }
    let kept = IncreasingSubsequence.longest(pairs.map(\.y))
    // In texts that are mostly unlike, common runs are chance and would mislead.
    guard kept.count * 4 >= min(a.count, b.count) else { return }
    boxes = []
    var (x, y) = (0, 0)
    for index in kept {
      let pair = pairs[index]
      divideBefore(pair.x, pair.y, from: &x, &y)
      found[pair.x] = Int32(truncatingIfNeeded: pair.y)
      (x, y) = (pair.x + 1, pair.y + 1)
    }
    divideBefore(a.count, b.count, from: &x, &y)
  }

  private mutating func divideBefore(_ nextX: Int, _ nextY: Int, from x: inout Int, _ y: inout Int)
  {
    guard nextX > x, nextY > y else { return }
    let count = nextX - x + nextY - y
    boxes.append(Box(old: x..<nextX, new: y..<nextY, allowance: 50_000 + 256 * count))
  }
}
