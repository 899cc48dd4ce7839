/// Texts that say the same, gathered as they come: those whose variants chain together.
public struct LetterSets: Sendable {
  private var parents: [Int]

  /// Sets of `count` texts, each alone.
  public init(count: Int) { parents = Array(0..<count) }

  /// The first text of the set that holds `text`.
  public mutating func first(of text: Int) -> Int {
    var root = text
    while parents[root] != root {
      parents[root] = parents[parents[root]]
      root = parents[root]
    }
    return root
  }

  /// Makes the sets of two texts one.
  public mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (first(of: left), first(of: right))
    parents[max(left, right)] = min(left, right)
  }

  /// How many texts under the same band are compared with a new one, each of another set.
  public static let candidatesPerBand = 32

  /// Gathers texts by their bands: one list of numbers a band, each text's number at its index.
  /// - Parameters:
  ///   - bands: the texts' bands; none for one that is compared with no other.
  ///   - isVariant: decides on a pair of candidates.
  public static func gathered(
    _ bands: [[Int64]], isVariant: (Int, Int) throws -> Bool
  ) rethrows -> LetterSets {
    var sets = LetterSets(count: bands.count)
    let count = bands.lazy.map(\.count).max() ?? 0
    // One band at a time: a table of all at once would take many times the memory.
    for band in 0..<count {
      var order = bands.indices.filter { band < bands[$0].count }
      order.sort { (bands[$0][band], $0) < (bands[$1][band], $1) }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, bands[order[end]][band] == bands[order[start]][band] { end += 1 }
        if end - start > 1 { try sets.gather(order[start..<end], isVariant) }
        start = end
      }
    }
    return sets
  }

  /// Compares each text of a bucket with one of each set before it.
  private mutating func gather(
    _ bucket: ArraySlice<Int>, _ isVariant: (Int, Int) throws -> Bool
  ) rethrows {
    var seen: [Int] = []
    for text in bucket {
      let own = first(of: text)
      if seen.contains(where: { first(of: $0) == own }) { continue }
      for other in seen where first(of: other) != first(of: text) {
        if try isVariant(text, other) { join(text, other) }
      }
      if seen.count < Self.candidatesPerBand { seen.append(text) }
    }
  }
}
