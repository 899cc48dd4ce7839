/// Texts that say the same, gathered as they come: those whose variants chain together.
public struct LetterSets: Sendable {
  private var parents: [UInt32]

  /// Sets of `count` texts, each alone.
  public init(count: Int) { parents = (0..<count).map { UInt32($0) } }

  /// The first text of the set that holds `text`.
  public mutating func first(of text: Int) -> Int {
    var root = text
    while Int(parents[root]) != root {
      parents[root] = parents[Int(parents[root])]
      root = Int(parents[root])
    }
    return root
  }

  /// Makes the sets of two texts one.
  public mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (first(of: left), first(of: right))
    parents[max(left, right)] = UInt32(min(left, right))
  }

  /// With how many texts under a band another is compared: the first that came. So many that
  /// letters are found, and so few that a phrase which everybody uses costs little. Since the
  /// first remain the first, texts that come one by one end in the same sets as all at once.
  public static let witnesses = 32

  /// Joins the texts under one value of a band.
  /// - Parameters:
  ///   - bucket: the texts in the order in which they came, each in the lower half of an entry
  ///     (`LetterBand.sort`).
  ///   - isVariant: decides on a pair of candidates.
  public mutating func gather(
    _ bucket: ArraySlice<UInt64>, isVariant: (Int, Int) throws -> Bool
  ) rethrows {
    for (position, entry) in bucket.enumerated() where position > 0 {
      let text = Int(entry & 0xFFFF_FFFF)
      var set = first(of: text)
      for offset in 0..<min(position, Self.witnesses) {
        let other = Int(bucket[bucket.startIndex + offset] & 0xFFFF_FFFF)
        guard first(of: other) != set, try isVariant(text, other) else { continue }
        join(text, other)
        set = first(of: text)
      }
    }
  }
}

/// The texts under one band.
public enum LetterBand {
  /// Puts texts in the order of their values under the band, then in that in which they came.
  /// - Parameter entries: each a value in the upper half, the index of the text in the lower one, in
  ///   the order in which they came.
  public static func sort(_ entries: inout [UInt64]) {
    guard entries.count > 10_000 else { return entries.sort() }
    var other = [UInt64](repeating: 0, count: entries.count)
    // Two passes of a radix sort: what is equal stays in its order.
    for shift: UInt64 in [32, 48] {
      var starts = [Int](repeating: 0, count: 1 << 16 + 1)
      for entry in entries { starts[Int(entry >> shift & 0xFFFF) + 1] += 1 }
      for value in 1..<starts.count { starts[value] += starts[value - 1] }
      for entry in entries {
        let value = Int(entry >> shift & 0xFFFF)
        other[starts[value]] = entry
        starts[value] += 1
      }
      swap(&entries, &other)
    }
  }
}
