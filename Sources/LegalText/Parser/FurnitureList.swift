/// Looking up page furniture, which is kept sorted.
enum FurnitureList {
  /// The ranges that lie within `range`.
  static func ranges(_ all: [Range<Int>], in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = lowerBound(all, range.lowerBound)
    var last = first
    while last < all.count, all[last].upperBound <= range.upperBound { last += 1 }
    return all[first..<last]
  }

  /// Whether a range holds `position`.
  static func contains(_ all: [Range<Int>], _ position: Int) -> Bool {
    let next = lowerBound(all, position + 1)
    return next > 0 && all[next - 1].upperBound > position
  }

  /// The beginning of the range that ends at `position`.
  static func start(_ all: [Range<Int>], endingAt position: Int) -> Int? {
    let next = lowerBound(all, position)
    guard next > 0, all[next - 1].upperBound == position else { return nil }
    return all[next - 1].lowerBound
  }

  /// The ranges of both lists.
  static func merged(_ all: [Range<Int>], _ others: [Range<Int>]) -> [Range<Int>] {
    (all + others).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The index of the first range that begins at or after `position`.
  static func lowerBound(_ all: [Range<Int>], _ position: Int) -> Int {
    var low = 0
    var high = all.count
    while low < high {
      let middle = low + (high - low) / 2
      if all[middle].lowerBound < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
