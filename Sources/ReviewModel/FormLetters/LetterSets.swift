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

  /// Joins the texts under one band.
  /// - Parameters:
  ///   - bucket: the texts, in the order in which they came.
  ///   - isVariant: decides on a pair of candidates.
  public mutating func gather(
    _ bucket: some RandomAccessCollection<Int>, isVariant: (Int, Int) throws -> Bool
  ) rethrows {
    for (position, text) in bucket.enumerated() {
      for other in bucket.prefix(min(position, Self.witnesses))
      where first(of: other) != first(of: text) {
        if try isVariant(text, other) { join(text, other) }
      }
    }
  }
}

/// The bands of many texts, one after the other: one column a band.
public struct LetterBands: Sendable {
  private var columns = [[UInt32]](repeating: [], count: LetterShape.bandCount)
  /// Whether a text is long enough to have any.
  private var isBanded: [Bool] = []

  /// No texts.
  public init() {}

  /// Adds the next text.
  public mutating func append(_ bands: [UInt32]) {
    isBanded.append(!bands.isEmpty)
    for band in columns.indices { columns[band].append(bands.isEmpty ? 0 : bands[band]) }
  }

  /// Texts under one band, in the order of their values, then in that in which they came: each
  /// with its value in the upper half, its index in the lower one.
  /// - Parameter texts: the indexes of those wanted, ascending.
  public func ordered(_ band: Int, of texts: [Int]) -> [UInt64] {
    let column = columns[band]
    var entries = texts.filter { isBanded[$0] }.map { UInt64(column[$0]) << 32 | UInt64($0) }
    // Two passes of a radix sort: what is equal stays in its order.
    var other = [UInt64](repeating: 0, count: entries.count)
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
    return entries
  }
}
