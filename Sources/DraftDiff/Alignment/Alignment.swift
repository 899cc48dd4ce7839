import LegalText

/// Which unit of one document is which of the other.
public struct Alignment: Sendable {
  /// What speaks for a pair.
  public enum Certainty: Sendable, Hashable {
    /// The same words, with all that the units hold, numbers of references included.
    case exact
    /// The same words but for the marks of what they hold and the numbers of references.
    case masked
    /// Alike words: the share in common, 0…1 (Dice's coefficient).
    case similar(Double)
    /// Only the place: their neighbours or what they hold are pairs.
    case structure
  }

  /// How the own words of the two units of a pair stand to each other.
  public enum OwnWords: Sendable, Hashable {
    case same
    /// Only numbers of internal references changed.
    case renumbered
    case changed
  }

  /// A pair of units.
  public struct Match: Sendable, Hashable {
    /// The index of the unit in the old document.
    public var old: Int
    /// The index of the unit in the new document.
    public var new: Int
    /// What speaks for the pair.
    public var certainty: Certainty
    /// Whether others have the same words and even the place does not tell which is which.
    public var isAmbiguous: Bool
    /// The own words, without marks and without the units held.
    public var ownWords: OwnWords
  }

  private let ofOld: [Match?]
  private let ofNew: [Match?]
  private let splits: [Int: [Int]]
  private let merges: [Int: [Int]]

  private let splitFrom: [Int: Int]
  private let mergedInto: [Int: Int]

  init(_ aligner: Aligner, ambiguous: [Bool]) {
    var ofOld = [Match?](repeating: nil, count: aligner.old.units.count)
    var ofNew = [Match?](repeating: nil, count: aligner.new.units.count)
    for (o, counterpart) in aligner.toNew.enumerated() {
      guard let n = counterpart else { continue }
      let match = Match(
        old: o, new: n, certainty: Self.certainty(o, n, aligner), isAmbiguous: ambiguous[o],
        ownWords: Self.ownWords(o, n, aligner))
      ofOld[o] = match
      ofNew[n] = match
    }
    self.ofOld = ofOld
    self.ofNew = ofNew
    splits = aligner.splits
    merges = aligner.merges
    splitFrom = aligner.splitFrom
    mergedInto = aligner.mergedInto
  }

  /// The pair of an old unit, nil where it was removed.
  public func counterpart(ofOld unit: Int) -> Match? {
    ofOld.indices.contains(unit) ? ofOld[unit] : nil
  }

  /// The pair of a new unit, nil where it was inserted.
  public func counterpart(ofNew unit: Int) -> Match? {
    ofNew.indices.contains(unit) ? ofNew[unit] : nil
  }

  /// All new units that an old one became: several where it was split, its counterpart first.
  public func counterparts(ofOld unit: Int) -> [Int] {
    if let parts = splits[unit] { return parts }
    if let match = counterpart(ofOld: unit) { return [match.new] }
    return mergedInto[unit].map { [$0] } ?? []
  }

  /// All old units that a new one was: several where they were merged, its counterpart first.
  public func counterparts(ofNew unit: Int) -> [Int] {
    if let parts = merges[unit] { return parts }
    if let match = counterpart(ofNew: unit) { return [match.old] }
    return splitFrom[unit].map { [$0] } ?? []
  }

  private static func certainty(_ o: Int, _ n: Int, _ aligner: Aligner) -> Certainty {
    if aligner.old.treeStrict[o] == aligner.new.treeStrict[n] { return .exact }
    if aligner.old.treeMasked[o] == aligner.new.treeMasked[n] { return .masked }
    return aligner.scores[o].map { .similar($0) } ?? .structure
  }

  private static func ownWords(_ o: Int, _ n: Int, _ aligner: Aligner) -> OwnWords {
    if aligner.old.ownStrict[o] == aligner.new.ownStrict[n] { return .same }
    return aligner.old.ownMasked[o] == aligner.new.ownMasked[n] ? .renumbered : .changed
  }
}

/// Finds the pairs of look-alikes that could as well have been paired otherwise.
struct AmbiguityFinder {
  private let aligner: Aligner
  /// How many units have the words with a number.
  private var oldCounts: [Int32]
  private var newCounts: [Int32]
  private var places: UnitPlaces
  private var result: [Bool]

  init(_ aligner: Aligner) {
    self.aligner = aligner
    result = [Bool](repeating: false, count: aligner.old.units.count)
    places = UnitPlaces(units: aligner.new.units.count)
    let highest = max(aligner.old.treeMasked.max() ?? 0, aligner.new.treeMasked.max() ?? 0)
    oldCounts = [Int32](repeating: 0, count: Int(highest) + 1)
    newCounts = oldCounts
    for number in aligner.old.treeMasked { oldCounts[Int(number)] += 1 }
    for number in aligner.new.treeMasked { newCounts[Int(number)] += 1 }
  }

  /// By old unit.
  consuming func find() -> [Bool] {
    for isExplanation in [false, true] {
      let a = entries(aligner.old, aligner.oldRoles, isExplanation)
      let b = entries(aligner.new, aligner.newRoles, isExplanation)
      judge(a[...], b[...])
    }
    for (o, role) in aligner.oldRoles.enumerated() where role != .frame {
      if let n = aligner.toNew[o], aligner.old.treeMasked[o] != aligner.new.treeMasked[n] {
        judge(aligner.old.children[o], aligner.new.children[n])
      }
    }
    for (o, role) in aligner.oldRoles.enumerated() where role == .inner {
      guard let n = aligner.toNew[o], let parent = aligner.old.units[o].parent else { continue }
      if aligner.toNew[parent] == aligner.new.units[n].parent {
        if result[parent] { result[o] = true }
      } else if isLookAlike(o, n) {
        result[o] = true
      }
    }
    return result
  }

  private func entries(
    _ indexed: IndexedDocument, _ roles: [Aligner.Role], _ isExplanation: Bool
  ) -> [Int] {
    indexed.units.indices.filter {
      roles[$0] == .entry && indexed.isExplanation[$0] == isExplanation
    }
  }

  private func isLookAlike(_ o: Int, _ n: Int) -> Bool {
    let number = aligner.old.treeMasked[o]
    return number == aligner.new.treeMasked[n] && recurs(number)
  }

  /// Whether several units of one text have the words with a number.
  private func recurs(_ number: Int32) -> Bool {
    oldCounts[Int(number)] > 1 || newCounts[Int(number)] > 1
  }

  /// Between two pairs that cannot be mistaken, equal numbers of look-alikes are paired in order.
  private mutating func judge(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) {
    places.set(b)
    var pairs: [(x: Int, y: Int)] = []
    for (x, o) in a.enumerated() {
      if let n = aligner.toNew[o], let y = places[n], !isLookAlike(o, n) { pairs.append((x, y)) }
    }
    let kept = IncreasingSubsequence.longest(pairs.map(\.y)).map { pairs[$0] }
    var segmentA = [Int](repeating: 0, count: a.count)
    var segmentB = [Int](repeating: 0, count: b.count)
    for pair in kept {
      segmentA[pair.x] = 1
      segmentB[pair.y] = 1
    }
    for x in segmentA.indices.dropFirst() { segmentA[x] += segmentA[x - 1] }
    for y in segmentB.indices.dropFirst() { segmentB[y] += segmentB[y - 1] }
    var balance: [Int64: Int] = [:]
    for (x, o) in a.enumerated() where recurs(aligner.old.treeMasked[o]) {
      balance[key(segmentA[x], aligner.old.treeMasked[o]), default: 0] += 1
    }
    for (y, n) in b.enumerated() where recurs(aligner.new.treeMasked[n]) {
      balance[key(segmentB[y], aligner.new.treeMasked[n]), default: 0] -= 1
    }
    for (x, o) in a.enumerated() {
      guard let n = aligner.toNew[o], isLookAlike(o, n), !follows(o, n) else { continue }
      guard let y = places[n], segmentA[x] == segmentB[y],
        balance[key(segmentA[x], aligner.old.treeMasked[o])] == 0
      else {
        result[o] = true
        continue
      }
    }
  }

  private func key(_ segment: Int, _ number: Int32) -> Int64 {
    Int64(segment) << 32 | Int64(number)
  }

  /// Whether an explanation is paired because the Pasal that it explains is.
  private func follows(_ o: Int, _ n: Int) -> Bool {
    guard let body = aligner.old.explained[o],
      let counterpart = aligner.toNew[body], !result[body]
    else { return false }
    return aligner.new.explained[n] == counterpart
  }
}
