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
  private var forward: [Int] = []
  private var backward: [Int] = []
  private var boxes: [Box] = []

  struct Box {
    var old: Range<Int>
    var new: Range<Int>
    /// Steps of its own after the common budget was spent; nil before that.
    var allowance: Int?
  }

  /// The budget that keeps the work near-linear in `count` elements of both sides together.
  static func budget(_ count: Int) -> Int { min(250_000 + 512 * count, 48_000_000) }

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
    var local: [Int32: Int32] = [:]
    for position in newRange where local[new[position]] == nil {
      local[new[position]] = Int32(local.count)
    }
    var keptOld: [Int] = []
    var a: [Int32] = []
    var used = [Bool](repeating: false, count: local.count)
    for position in oldRange {
      guard let number = local[old[position]] else { continue }
      used[Int(number)] = true
      keptOld.append(position)
      a.append(number)
    }
    var keptNew: [Int] = []
    var b: [Int32] = []
    for position in newRange {
      guard let number = local[new[position]], used[Int(number)] else { continue }
      keptNew.append(position)
      b.append(number)
    }
    steps += oldRange.count + newRange.count
    var found = [Int32](repeating: -1, count: a.count)
    let size = a.count + b.count + 3
    forward = [Int](repeating: 0, count: size)
    backward = [Int](repeating: 0, count: size)
    boxes = [Box(old: 0..<a.count, new: 0..<b.count, allowance: nil)]
    while let box = boxes.popLast() {
      divide(box, a, b, local.count, &found)
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
    let box = Box(old: x0..<x1, new: y0..<y1, allowance: whole.allowance)
    let limit = box.allowance ?? budget
    let (split, cost) = middle(box, a, b, limit)
    steps += cost
    if box.allowance == nil { budget -= cost }
    if let split {
      let rest = box.allowance.map { max(0, $0 - cost) / 2 }
      boxes.append(Box(old: x0..<split.x, new: y0..<split.y, allowance: rest))
      boxes.append(Box(old: split.x..<x1, new: split.y..<y1, allowance: rest))
      return
    }
    isExhausted = true
    if box.allowance == nil { patience(box, a, b, vocabulary, &found) }
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
            MiddleSnake(box: box, a: a, b: b, forward: forward, backward: backward)
              .find(limit, &cost)
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
    boxes.append(Box(old: old, new: new, allowance: 64 * (old.count + new.count)))
  }
}

/// The search from both corners of a box for the point where shortest paths meet.
private struct MiddleSnake {
  let box: SequenceAligner.Box
  let a: UnsafeBufferPointer<Int32>
  let b: UnsafeBufferPointer<Int32>
  let forward: UnsafeMutableBufferPointer<Int>
  let backward: UnsafeMutableBufferPointer<Int>

  func find(_ limit: Int, _ cost: inout Int) -> (x: Int, y: Int)? {
    let lowest = box.old.lowerBound - box.new.upperBound
    let highest = box.old.upperBound - box.new.lowerBound
    let shift = 1 - lowest
    let start = box.old.lowerBound - box.new.lowerBound
    let stop = box.old.upperBound - box.new.upperBound
    let isOdd = (start - stop) & 1 != 0
    forward[start + shift] = box.old.lowerBound
    backward[stop + shift] = box.old.upperBound
    var (fLow, fHigh, bLow, bHigh) = (start, start, stop, stop)
    while cost < limit {
      if fLow > lowest {
        fLow -= 1
        forward[fLow - 1 + shift] = -1
      } else {
        fLow += 1
      }
      if fHigh < highest {
        fHigh += 1
        forward[fHigh + 1 + shift] = -1
      } else {
        fHigh -= 1
      }
      for diagonal in stride(from: fHigh, through: fLow, by: -2) {
        let slot = diagonal + shift
        var x = max(forward[slot - 1] + 1, forward[slot + 1])
        let from = x
        while x < box.old.upperBound, x - diagonal < box.new.upperBound, a[x] == b[x - diagonal] {
          x += 1
        }
        cost += 1 + x - from
        forward[slot] = x
        if isOdd, diagonal >= bLow, diagonal <= bHigh, backward[slot] <= x {
          return (x, x - diagonal)
        }
      }
      if bLow > lowest {
        bLow -= 1
        backward[bLow - 1 + shift] = Int.max
      } else {
        bLow += 1
      }
      if bHigh < highest {
        bHigh += 1
        backward[bHigh + 1 + shift] = Int.max
      } else {
        bHigh -= 1
      }
      for diagonal in stride(from: bHigh, through: bLow, by: -2) {
        let slot = diagonal + shift
        var x = min(backward[slot - 1], backward[slot + 1] - 1)
        let from = x
        while x > box.old.lowerBound, x - diagonal > box.new.lowerBound,
          a[x - 1] == b[x - 1 - diagonal]
        {
          x -= 1
        }
        cost += 1 + from - x
        backward[slot] = x
        if !isOdd, diagonal >= fLow, diagonal <= fHigh, x <= forward[slot] {
          return (x, x - diagonal)
        }
      }
    }
    return nil
  }
}
