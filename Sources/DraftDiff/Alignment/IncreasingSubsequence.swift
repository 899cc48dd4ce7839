/// Subsequences that only rise: what kept its place when things were moved.
enum IncreasingSubsequence {
  /// The indices of a longest strictly increasing subsequence.
  static func longest(_ values: [Int]) -> [Int] {
    var tails: [Int] = []
    var previous = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    return chain(from: tails.last, previous)
  }

  /// The indices of a strictly increasing subsequence of the greatest total weight; among equal
  /// weights the one that ends first.
  ///
  /// `values` are distinct and at least 0, `weights` positive.
  static func heaviest(_ values: [Int], weights: [Int]) -> [Int] {
    let ranks = values.indices.sorted { values[$0] < values[$1] }
    var rank = [Int](repeating: 0, count: values.count)
    for (position, index) in ranks.enumerated() { rank[index] = position + 1 }
    // A Fenwick tree of the best chain that ends at or below each rank.
    var best = [Int](repeating: -1, count: values.count + 1)
    var total = [Int](repeating: 0, count: values.count)
    var previous = [Int](repeating: -1, count: values.count)
    var last: Int?
    for index in values.indices {
      var slot = rank[index] - 1
      var before = -1
      while slot > 0 {
        let candidate = best[slot]
        if candidate >= 0, before < 0 || total[candidate] > total[before] { before = candidate }
        slot &= slot - 1
      }
      previous[index] = before
      total[index] = weights[index] + (before >= 0 ? total[before] : 0)
      if let known = last, total[index] <= total[known] {} else { last = index }
      slot = rank[index]
      while slot <= values.count {
        if best[slot] < 0 || total[index] > total[best[slot]] { best[slot] = index }
        slot += slot & -slot
      }
    }
    return chain(from: last, previous)
  }

  private static func chain(from last: Int?, _ previous: [Int]) -> [Int] {
    var result: [Int] = []
    var index = last ?? -1
    while index >= 0 {
      result.append(index)
      index = previous[index]
    }
    return result.reversed()
  }
}
