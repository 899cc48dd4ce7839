/// Small numbers for the elements of one search, so that arrays can be indexed by them.
struct LocalNumbering {
  private var dense: [Int32] = []
  private var sparse: [Int32: Int32] = [:]
  private(set) var count = 0

  init(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) {
    let lowest = min(old.min() ?? 0, new.min() ?? 0)
    let highest = max(old.max() ?? 0, new.max() ?? 0)
    if lowest >= 0, Int(highest) <= 4 * (old.count + new.count) + 64 {
      dense = [Int32](repeating: -1, count: Int(highest) + 1)
    }
  }

  mutating func note(_ element: Int32) {
    guard number(element) == nil else { return }
    let next = Int32(truncatingIfNeeded: count)
    if dense.isEmpty { sparse[element] = next } else { dense[Int(element)] = next }
    count += 1
  }

  func number(_ element: Int32) -> Int32? {
    guard !dense.isEmpty else { return sparse[element] }
    let known = dense[Int(element)]
    return known >= 0 ? known : nil
  }
}
