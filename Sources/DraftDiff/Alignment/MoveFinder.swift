import LegalText

/// Tells which matched units changed their place: those whose parent is another one, and those
/// off the heaviest increasing subsequence among their siblings. A new number alone is no move.
struct MoveFinder {
  private let aligner: Aligner
  private var moved: [Bool]
  private let splitParts: Set<Int>
  private let mergedParts: Set<Int>

  init(_ aligner: Aligner) {
    self.aligner = aligner
    moved = [Bool](repeating: false, count: aligner.old.units.count)
    splitParts = Set(aligner.splits.values.joined())
    mergedParts = Set(aligner.merges.values.joined())
  }

  /// By old unit.
  consuming func find() -> [Bool] {
    // By the number of a group, which is -3 or more.
    var groups = [[Int]](repeating: [], count: aligner.new.units.count + 3)
    var order: [Int] = []
    for n in aligner.new.units.indices {
      guard let o = aligner.toOld[n] else { continue }
      if isElsewhere(o, n) {
        moved[o] = true
        continue
      }
      let key = group(n) + 3
      if groups[key].isEmpty { order.append(key) }
      groups[key].append(o)
    }
    for key in order { markOutOfOrder(groups[key]) }
    return moved
  }

  /// Entries stand in one order throughout the document; frames and inner units in their parent's.
  @inline(__always)
  private func group(_ n: Int) -> Int {
    if aligner.newRoles[n] == .entry {
      return aligner.new.isExplanation[n] ? -2 : -1
    }
    var parent = aligner.new.units[n].parent
    while let known = parent, aligner.toOld[known] == nil {
      parent = aligner.new.units[known].parent
    }
    return parent ?? -3
  }

  private mutating func markOutOfOrder(_ units: [Int]) {
    // Nothing is out of order where all units rise.
    guard zip(units, units.dropFirst()).contains(where: { $0 >= $1 }) else { return }
    let weights = units.map { (1 << 24) + min(aligner.old.subtree($0).count, (1 << 24) - 1) }
    var keeps = [Bool](repeating: false, count: units.count)
    for index in IncreasingSubsequence.heaviest(units, weights: weights) { keeps[index] = true }
    for (index, o) in units.enumerated() where !keeps[index] && !follows(o) { moved[o] = true }
  }

  @inline(__always)
  private func isElsewhere(_ o: Int, _ n: Int) -> Bool {
    if follows(o) { return false }
    guard aligner.oldRoles[o] == .inner || aligner.newRoles[n] == .inner else {
      guard let p = aligner.old.units[o].parent, let q = aligner.new.units[n].parent,
        let expected = aligner.toNew[p], aligner.toOld[q] != nil
      else { return false }
      return expected != q
    }
    var p = aligner.old.units[o].parent
    while let known = p, aligner.toNew[known] == nil, !isMerged(known) {
      p = aligner.old.units[known].parent
    }
    var q = aligner.new.units[n].parent
    while let known = q, aligner.toOld[known] == nil, !isSplit(known) {
      q = aligner.new.units[known].parent
    }
    guard let p, let q else { return (p == nil) != (q == nil) }
    return aligner.toNew[p] != q && aligner.splits[p]?.contains(q) != true
      && aligner.merges[q]?.contains(p) != true
  }

  private func isSplit(_ n: Int) -> Bool { splitParts.contains(n) }
  private func isMerged(_ o: Int) -> Bool { mergedParts.contains(o) }

  /// Whether an explanation only went where its Pasal went.
  private func follows(_ o: Int) -> Bool {
    guard let body = aligner.old.explained[o], let n = aligner.toNew[o],
      let counterpart = aligner.toNew[body]
    else { return false }
    return aligner.new.explained[n] == counterpart
  }
}
