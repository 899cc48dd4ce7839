/// The search from both corners of a box for the point where shortest paths meet.
///
/// A path is known by its diagonal (old minus new position) and the old position it reaches; both
/// arrays hold the furthest position by diagonal. Diagonals that left the box are given up.
struct MiddleSnake {
  private let box: SequenceAligner.Box
  private let a: UnsafeBufferPointer<Int32>
  private let b: UnsafeBufferPointer<Int32>
  private let forward: UnsafeMutableBufferPointer<Int32>
  private let backward: UnsafeMutableBufferPointer<Int32>
  private let lowest: Int
  private let highest: Int
  /// Where diagonal 0 stands in the arrays.
  private let shift: Int
  private let isOdd: Bool
  /// The diagonals that each search has reached.
  private var ahead: (low: Int, high: Int)
  private var behind: (low: Int, high: Int)
  /// How many steps were made.
  private(set) var cost = 0

  /// `forward` and `backward` have room for all diagonals of the box and one on either side.
  init(
    _ box: SequenceAligner.Box, _ a: UnsafeBufferPointer<Int32>, _ b: UnsafeBufferPointer<Int32>,
    _ forward: UnsafeMutableBufferPointer<Int32>, _ backward: UnsafeMutableBufferPointer<Int32>
  ) {
    self.box = box
    self.a = a
    self.b = b
    self.forward = forward
    self.backward = backward
    lowest = box.old.lowerBound - box.new.upperBound
    highest = box.old.upperBound - box.new.lowerBound
    shift = 1 - lowest
    let start = box.old.lowerBound - box.new.lowerBound
    let stop = box.old.upperBound - box.new.upperBound
    isOdd = (start - stop) & 1 != 0
    ahead = (start, start)
    behind = (stop, stop)
    forward[start + shift] = Int32(truncatingIfNeeded: box.old.lowerBound)
    backward[stop + shift] = Int32(truncatingIfNeeded: box.old.upperBound)
  }

  /// The meeting point; nil when more than `limit` steps would be needed.
  mutating func find(_ limit: Int) -> (x: Int, y: Int)? {
    while cost < limit {
      if let point = advance() { return point }
      if let point = retreat() { return point }
    }
    return nil
  }

  // In both searches what does not change stands in locals: no loop of a comparison runs more often.

  private mutating func advance() -> (x: Int, y: Int)? {
    if ahead.low > lowest {
      ahead.low -= 1
      forward[ahead.low - 1 + shift] = -1
    } else {
      ahead.low += 1
    }
    if ahead.high < highest {
      ahead.high += 1
      forward[ahead.high + 1 + shift] = -1
    } else {
      ahead.high -= 1
    }
    let (a, b, forward, backward, shift) = (a, b, forward, backward, shift)
    let (oldEnd, newEnd) = (box.old.upperBound, box.new.upperBound)
    let (lowest, highest) = isOdd ? behind : (low: 1, high: 0)
    let last = ahead.low
    var (diagonal, steps) = (ahead.high, 0)
    defer { cost += steps }
    while diagonal >= last {
      let slot = diagonal + shift
      var x = max(Int(forward[slot - 1]) + 1, Int(forward[slot + 1]))
      let from = x
      while x < oldEnd, x - diagonal < newEnd, a[x] == b[x - diagonal] { x += 1 }
      steps += 1 + x - from
      forward[slot] = Int32(truncatingIfNeeded: x)
      if diagonal >= lowest, diagonal <= highest, Int(backward[slot]) <= x {
        return (x, x - diagonal)
      }
      diagonal -= 2
    }
    return nil
  }

  private mutating func retreat() -> (x: Int, y: Int)? {
    if behind.low > lowest {
      behind.low -= 1
      backward[behind.low - 1 + shift] = Int32.max
    } else {
      behind.low += 1
    }
    if behind.high < highest {
      behind.high += 1
      backward[behind.high + 1 + shift] = Int32.max
    } else {
      behind.high -= 1
    }
    let (a, b, forward, backward, shift) = (a, b, forward, backward, shift)
    let (oldStart, newStart) = (box.old.lowerBound, box.new.lowerBound)
    let (lowest, highest) = isOdd ? (low: 1, high: 0) : ahead
    let last = behind.low
    var (diagonal, steps) = (behind.high, 0)
    defer { cost += steps }
    while diagonal >= last {
      let slot = diagonal + shift
      var x = min(Int(backward[slot - 1]), Int(backward[slot + 1]) - 1)
      let from = x
      while x > oldStart, x - diagonal > newStart, a[x - 1] == b[x - 1 - diagonal] { x -= 1 }
      steps += 1 + from - x
      backward[slot] = Int32(truncatingIfNeeded: x)
      if diagonal >= lowest, diagonal <= highest, x <= Int(forward[slot]) {
        return (x, x - diagonal)
      }
      diagonal -= 2
    }
    return nil
  }
}
