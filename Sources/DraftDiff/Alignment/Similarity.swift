import LegalText

/// Pairs of units that are alike, best first.
struct Similarity {
  /// The least Dice coefficient that makes two units one, by how much else speaks for it.
  /// Calibrated on generated edits; others use 0.2 to 0.8.
  static let floorInGap = 0.38
  static let floorInPlace = 0.22
  static let floorAnywhere = 0.5
  static let floorInList = 0.6
  static let floorStrays = 0.6
  /// Features in more units than this say nothing.
  private static let commonest = 50
  private static let candidates = 8
  /// More units than this on a side are compared by sketches.
  private static let large = 2_000

  struct Pair {
    var old: Int
    var new: Int
    var score: Double
    var rank: Double
  }

  let x: [Int]
  let y: [Int]
  let floor: Double

  init(_ x: [Int], _ y: [Int], floor: Double) {
    self.x = x
    self.y = y
    self.floor = floor
  }

  /// Each unit in at most one pair.
  mutating func pairs(_ aligner: inout Aligner) -> [Pair] {
    var found: [Pair] = []
    if x.count * y.count <= 256 {
      for i in x.indices {
        for j in y.indices { append(i, j, &aligner, &found) }
      }
    } else {
      for (i, candidates) in indexed(&aligner) {
        for j in candidates { append(i, j, &aligner, &found) }
      }
    }
    found.sort { ($1.rank, $0.old, $0.new) < ($0.rank, $1.old, $1.new) }
    var usedOld: Set<Int> = []
    var usedNew: Set<Int> = []
    return found.filter { pair in
      guard !usedOld.contains(pair.old), !usedNew.contains(pair.new) else { return false }
      usedOld.insert(pair.old)
      usedNew.insert(pair.new)
      return true
    }
  }

  private func append(_ i: Int, _ j: Int, _ aligner: inout Aligner, _ found: inout [Pair]) {
    let (o, n) = (x[i], y[j])
    guard aligner.areOfOneKind(o, n) else { return }
    guard let score = score(o, n, &aligner), score >= floor else { return }
    var rank = score
    if aligner.old.numbers[o] == aligner.new.numbers[n] { rank += 0.01 }
    if aligner.old.units[o].heading == aligner.new.units[n].heading { rank += 0.005 }
    if parentsMatch(o, n, aligner) { rank += 0.02 }
    let distance = abs(Double(i) / Double(x.count) - Double(j) / Double(y.count))
    found.append(Pair(old: o, new: n, score: score, rank: rank - 0.01 * distance))
  }

  /// How alike two units are; nil where their lengths alone keep them below the floor.
  private func score(_ o: Int, _ n: Int, _ aligner: inout Aligner) -> Double? {
    if x.count == 1, y.count == 1 { return aligner.likeness(old: o, new: n) }
    let a = aligner.features(old: o)
    let b = aligner.features(new: n)
    guard 2 * Double(min(a.count, b.count)) >= floor * Double(a.count + b.count) else { return nil }
    return a.dice(b)
  }

  private func parentsMatch(_ o: Int, _ n: Int, _ aligner: Aligner) -> Bool {
    guard let parent = aligner.old.units[o].parent else {
      return aligner.new.units[n].parent == nil
    }
    return aligner.toNew[parent] == aligner.new.units[n].parent
  }

  /// For each old position the new ones that share most of its rare features.
  private func indexed(_ aligner: inout Aligner) -> [(Int, [Int])] {
    let limit = max(x.count, y.count) > Self.large ? 64 : Int.max
    var postings: [UInt32: [Int32]] = [:]
    for (j, unit) in y.enumerated() {
      for value in aligner.features(new: unit).sketch(limit) {
        postings[value, default: []].append(Int32(truncatingIfNeeded: j))
      }
    }
    var hits = [Int32](repeating: 0, count: y.count)
    var touched: [Int] = []
    var result: [(Int, [Int])] = []
    for (i, unit) in x.enumerated() {
      for value in aligner.features(old: unit).sketch(limit) {
        guard let places = postings[value], places.count <= Self.commonest else { continue }
        for place in places {
          if hits[Int(place)] == 0 { touched.append(Int(place)) }
          hits[Int(place)] += 1
        }
      }
      let best = touched.sorted { (hits[$1], $0) < (hits[$0], $1) }.prefix(Self.candidates)
      result.append((i, Array(best)))
      for place in touched { hits[place] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return result
  }
}
