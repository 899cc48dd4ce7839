import LegalText

// Chapters and other units that are what they hold.
extension Aligner {
  /// Chapters are paired by the entries they hold in common, then by their headings, then, where
  /// a document has only one such part, by what they are.
  mutating func matchFrames() {
    let votes = frameVotes()
    for vote in votes where toNew[vote.old] == nil && toOld[vote.new] == nil {
      pair(vote.old, vote.new, score: nil)
    }
    for o in old.units.indices where oldRoles[o] == .frame && toNew[o] == nil {
      guard !hasNumber(old.units[o].kind),
        let n = new.document.index(ofAddress: old.units[o].address),
        newRoles[n] == .frame
      else { continue }
      pair(o, n, score: nil)
    }
    let a = old.units.indices.filter { oldRoles[$0] == .frame && toNew[$0] == nil }
    let b = new.units.indices.filter { newRoles[$0] == .frame && toOld[$0] == nil }
    matchHeadings(a, b)
    matchFramesByPlace()
    matchHeadingsOfOtherKinds()
    matchHoldersOfOtherKinds()
  }

  /// A chapter that was made a part, or a subpart made a part, with the heading that only it has.
  private mutating func matchHeadingsOfOtherKinds() {
    let counts = (headings(old, oldRoles), headings(new, newRoles))
    var open: [Int32: Int] = [:]
    for n in new.units.indices where newRoles[n] == .frame && toOld[n] == nil {
      let heading = new.ownMasked[n]
      if counts.0[heading] == 1, counts.1[heading] == 1, isDivision(new.units[n].kind) {
        open[heading] = n
      }
    }
    for o in old.units.indices
    where oldRoles[o] == .frame && toNew[o] == nil && isDivision(old.units[o].kind) {
      if let n = open[old.ownMasked[o]], !old.own[o].isEmpty { pair(o, n, score: nil) }
    }
  }

  /// A chapter that was made a part, or a subpart made a part, and that keeps most of what it held
  /// under a heading that is alike.
  private mutating func matchHoldersOfOtherKinds() {
    for o in old.units.indices
    where oldRoles[o] == .frame && toNew[o] == nil && isDivision(old.units[o].kind) {
      var weights: [Int: Int] = [:]
      var all = 0
      for child in old.children[o] where oldRoles[child] == .entry {
        let weight = 1 + old.subtree(child).count
        all += weight
        guard let n = toNew[child], let q = new.units[n].parent, newRoles[q] == .frame,
          toOld[q] == nil, isDivision(new.units[q].kind)
        else { continue }
        weights[q, default: 0] += weight
      }
      guard let best = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        best.value * 2 > all,
        headingFeatures(o, old).dice(headingFeatures(best.key, new)) >= 0.6
      else { continue }
      pair(o, best.key, score: nil)
    }
  }

  private func isDivision(_ kind: UnitKind) -> Bool {
    kind == .bab || kind == .bagian || kind == .paragraf
  }

  private func hasNumber(_ kind: UnitKind) -> Bool {
    switch kind {
    case .bab, .bagian, .paragraf, .pasal, .instruksi: return true
    default: return false
    }
  }

  private func frameVotes() -> [(old: Int, new: Int, weight: Int)] {
    var weights: [Int64: Int] = [:]
    for (parents, weight) in parentWeights() {
      var (p, q) = (parents.old, parents.new)
      while let x = p {
        var y = q
        while let candidate = y, new.units[candidate].kind != old.units[x].kind {
          y = new.units[candidate].parent
        }
        guard let y else {
          p = old.units[x].parent
          continue
        }
        weights[Int64(x) << 32 | Int64(y), default: 0] += weight
        p = old.units[x].parent
        q = new.units[y].parent
      }
    }
    let headings = (headings(old, oldRoles), headings(new, newRoles))
    return weights.compactMap { key, weight -> (old: Int, new: Int, weight: Int)? in
      let (x, y) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      if old.ownMasked[x] == new.ownMasked[y], !old.own[x].isEmpty {
        return (old: x, new: y, weight: weight * 2)
      }
      // Its only Pasal may have gone to another chapter: where the heading stands, it stands.
      if headings.1[old.ownMasked[x]] == 1 || headings.0[new.ownMasked[y]] == 1 { return nil }
      return (old: x, new: y, weight: weight)
    }.sorted { ($1.weight, $0.old, $0.new) < ($0.weight, $1.old, $1.new) }
  }

  /// What the pairs weigh that two units hold at once; neighbours mostly have the same parents.
  private func parentWeights() -> [Parents: Int] {
    var weights: [Parents: Int] = [:]
    var last: (parents: Parents, weight: Int)?
    for (o, match) in toNew.enumerated() {
      guard let n = match else { continue }
      let parents = Parents(old: old.units[o].parent, new: new.units[n].parent)
      let weight = 1 + min(old.subtree(o).count, 200)
      if let known = last, known.parents == parents {
        last = (parents, known.weight + weight)
      } else {
        if let last { weights[last.parents, default: 0] += last.weight }
        last = (parents, weight)
      }
    }
    if let last { weights[last.parents, default: 0] += last.weight }
    return weights
  }

  /// The units that hold the two of a pair.
  private struct Parents: Hashable {
    let old: Int?
    let new: Int?
  }

  /// How often the headings of numbered frames occur.
  private func headings(_ indexed: IndexedDocument, _ roles: [Role]) -> [Int32: Int] {
    var result: [Int32: Int] = [:]
    for unit in indexed.units.indices
    where roles[unit] == .frame && !indexed.own[unit].isEmpty
      && isDivision(indexed.units[unit].kind)
    {
      result[indexed.ownMasked[unit], default: 0] += 1
    }
    return result
  }

  /// Frames without common entries: equal headings in order, then those without any by number.
  private mutating func matchHeadings(_ a: [Int], _ b: [Int]) {
    let aligner = SequenceAligner(
      a.map { old.ownMasked[$0] }, b.map { new.ownMasked[$0] })
    for (index, match) in aligner.counterparts.enumerated() where match >= 0 {
      let (o, n) = (a[index], b[Int(match)])
      guard old.units[o].kind == new.units[n].kind, !old.own[o].isEmpty else { continue }
      pair(o, n, score: nil)
    }
    for o in a where old.own[o].isEmpty {
      guard let n = new.document.index(ofAddress: old.units[o].address),
        newRoles[n] == .frame, new.own[n].isEmpty
      else { continue }
      pair(o, n, score: nil)
    }
  }

  /// Frames in the same frame whose own words were changed: alike headings, those with the same
  /// number first. Where an instruction holds one frame and no more, that is it, however changed.
  private mutating func matchFramesByPlace() {
    for o in old.units.indices where oldRoles[o] == .frame && toNew[o] == nil {
      let kind = old.units[o].kind
      guard hasNumber(kind) else { continue }
      let siblings = openSiblings(o)
      guard !siblings.isEmpty else { continue }
      let number = old.numbers[o]
      let before = headingFeatures(o, old)
      var best: (score: Double, unit: Int)?
      for n in siblings {
        let isSameNumber = new.numbers[n] == number
        let isOnly = siblings.count == 1 && isOnlyReplacement(o, n)
        let score = before.dice(headingFeatures(n, new)) + (isSameNumber ? 0.15 : 0)
        guard isOnly || score >= (kind == .instruksi ? 0.9 : 0.6) else { continue }
        if let known = best, known.score >= score { continue }
        best = (score, n)
      }
      if let best { pair(o, best.unit, score: nil) }
    }
  }

  /// Unmatched frames of the same kind in the counterpart of a frame's parent.
  private func openSiblings(_ o: Int) -> [Int] {
    let candidates: ArraySlice<Int>
    if let parent = old.units[o].parent {
      guard let counterpart = toNew[parent] else { return [] }
      candidates = new.children[counterpart]
    } else {
      candidates = new.children.roots[...]
    }
    return candidates.filter {
      newRoles[$0] == .frame && toOld[$0] == nil && new.units[$0].kind == old.units[o].kind
    }
  }

  /// Whether both are all that their instructions put in place.
  private func isOnlyReplacement(_ o: Int, _ n: Int) -> Bool {
    guard let p = old.units[o].parent, let q = new.units[n].parent else { return false }
    return old.units[p].kind == .instruksi && new.units[q].kind == .instruksi
      && old.children[p].count == 1 && new.children[q].count == 1
      && old.numbers[o] == new.numbers[n]
  }

  private func headingFeatures(_ unit: Int, _ indexed: IndexedDocument) -> Features {
    Features(indexed.masked[indexed.own[unit]]) { id in
      FunctionWords.weight(of: vocabulary.bytes(id))
    }
  }
}
