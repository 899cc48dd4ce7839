/// Finds units that were cut in two, or joined, among neighbours.
struct SplitFinder {
  let a: [Int]
  let b: [Int]

  init(_ a: [Int], _ b: [Int]) {
    self.a = a
    self.b = b
  }

  func run(_ aligner: inout Aligner) {
    for (j, n) in b.enumerated() where !isShort(n, aligner.new) {
      let counterpart = aligner.toOld[n]
      guard isOpen(counterpart, n, aligner) else { continue }
      for side in [j - 1, j + 1] where b.indices.contains(side) {
        let first = b[side]
        guard let o = aligner.toOld[first], aligner.areOfOneKind(o, n),
          aligner.splits[o]?.contains(n) != true
        else { continue }
        let whole = aligner.features(old: o)
        let part = aligner.features(new: n)
        guard isPart(part, beside: aligner.features(new: first), of: whole),
          isCloser(part, whole, than: counterpart, aligner)
        else { continue }
        if let counterpart { aligner.unpair(counterpart, n) }
        aligner.splits[o, default: [first]].append(n)
        break
      }
    }
    for (i, o) in a.enumerated() where !isShort(o, aligner.old) {
      let counterpart = aligner.toNew[o]
      guard isOpen(o, counterpart, aligner) else { continue }
      for side in [i - 1, i + 1] where a.indices.contains(side) {
        let first = a[side]
        guard let n = aligner.toNew[first], aligner.areOfOneKind(o, n),
          aligner.merges[n]?.contains(o) != true
        else { continue }
        let whole = aligner.features(new: n)
        let part = aligner.features(old: o)
        guard isPart(part, beside: aligner.features(old: first), of: whole),
          isCloser(part, whole, than: counterpart == nil ? nil : o, aligner)
        else { continue }
        if let counterpart { aligner.unpair(o, counterpart) }
        aligner.merges[n, default: [first]].append(o)
        break
      }
    }
    aligner.pairFirstParts()
  }

  /// Whether a pair may yet turn out to be none: there is none, or its units are hardly alike and
  /// neither was cut or joined.
  private func isOpen(_ o: Int?, _ n: Int?, _ aligner: Aligner) -> Bool {
    guard let o, let n else { return true }
    return aligner.scores[o].map { $0 < Self.weak } ?? false && aligner.splits[o] == nil
      && aligner.merges[n] == nil
  }

  /// Whether a part is of a whole by far more than it is like the old unit that it was paired with
  /// by its likeness, if by any.
  private func isCloser(
    _ part: Features, _ whole: Features, than paired: Int?, _ aligner: Aligner
  ) -> Bool {
    guard let paired, let score = aligner.scores[paired] else { return true }
    return Double(whole.common(part)) >= (score + Self.lead) * Double(part.count)
  }

  /// Pairs that are less alike may give way to a division or union.
  private static let weak = 0.6
  /// How much more of a part must come from the whole.
  private static let lead = 0.3

  private func isShort(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.subtree(unit).count < 5
  }

  /// Whether `part` is the rest of `whole` beside another part of it. Words that both parts need
  /// (a subject said again) count for one only. A part that is small for the whole has to be of it
  /// almost altogether.
  private func isPart(_ part: Features, beside other: Features, of whole: Features) -> Bool {
    let together = part.union(other)
    let covered = whole.common(together)
    let rest = covered - whole.common(other)
    let said = together.count - part.common(other)
    let isLarge = rest * 9 >= whole.count
    return 10 * 2 * covered >= 6 * (whole.count + said)
      && (isLarge ? rest * 20 >= part.count * 7 : part.count >= 20 && rest * 10 >= part.count * 8)
      && whole.common(part) * 10 >= part.count * 7
  }
}
