/// Finds units that were cut in two, or joined, among neighbours.
struct SplitFinder {
  let a: [Int]
  let b: [Int]

  init(_ a: [Int], _ b: [Int]) {
    self.a = a
    self.b = b
  }

  mutating func run(_ aligner: inout Aligner) {
    for (j, n) in b.enumerated() where aligner.toOld[n] == nil && !isShort(n, aligner.new) {
      for side in [j - 1, j + 1] where b.indices.contains(side) {
        let first = b[side]
        guard let o = aligner.toOld[first], aligner.old.units[o].kind == aligner.new.units[n].kind,
          aligner.splits[o]?.contains(n) != true
        else { continue }
        let whole = aligner.features(old: o)
        let part = aligner.features(new: first)
        guard isPart(aligner.features(new: n), beside: part, of: whole) else { continue }
        aligner.splits[o, default: [first]].append(n)
        break
      }
    }
    for (i, o) in a.enumerated() where aligner.toNew[o] == nil && !isShort(o, aligner.old) {
      for side in [i - 1, i + 1] where a.indices.contains(side) {
        let first = a[side]
        guard let n = aligner.toNew[first], aligner.old.units[o].kind == aligner.new.units[n].kind,
          aligner.merges[n]?.contains(o) != true
        else { continue }
        let whole = aligner.features(new: n)
        let part = aligner.features(old: first)
        guard isPart(aligner.features(old: o), beside: part, of: whole) else { continue }
        aligner.merges[n, default: [first]].append(o)
        break
      }
    }
    aligner.pairFirstParts()
  }

  private func isShort(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.subtree(unit).count < 5
  }

  /// Whether `part` is the rest of `whole` beside another part of it. Words that both parts need
  /// (a subject said again) count for one only.
  private func isPart(_ part: Features, beside other: Features, of whole: Features) -> Bool {
    let together = part.union(other)
    let covered = whole.common(together)
    let rest = covered - whole.common(other)
    let said = together.count - part.common(other)
    return 10 * 2 * covered >= 6 * (whole.count + said)
      && rest * 20 >= part.count * 7 && rest * 9 >= whole.count
      && whole.common(part) * 10 >= part.count * 7
  }
}
