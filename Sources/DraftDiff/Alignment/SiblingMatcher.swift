import LegalText

/// Pairs the units of two sequences that belong together: all Pasal of two documents, or the ayat
/// of two Pasal.
struct SiblingMatcher {
  let a: [Int]
  let b: [Int]
  /// Whether the sequences span the documents; short units are then no anchors.
  let isWide: Bool
  private var known: (pairings: Int, gaps: [Gap])?

  /// A stretch between two pairs that kept their order.
  struct Gap {
    var a: Range<Int>
    var b: Range<Int>
  }

  init(_ a: [Int], _ b: [Int], isWide: Bool) {
    self.a = a
    self.b = b
    self.isWide = isWide
  }

  mutating func run(_ aligner: inout Aligner) {
    guard !a.isEmpty, !b.isEmpty else { return }
    aligner.newPlaces.set(b[...])
    anchor(&aligner)
    extend(&aligner)
    for gap in gaps(aligner) { matchEqual(gap, &aligner) }
    extend(&aligner)
    if !isWide { aligner.matchTerms(a, b) }
    for gap in gaps(aligner) { matchAlike(gap, &aligner) }
    // An item that changed places with its neighbour often gains or loses the *dan* before the last.
    matchAlikeAnywhere(
      &aligner, floor: isWide ? Similarity.floorAnywhere : Similarity.floorInList)
    SplitFinder(a, b).run(&aligner)
    let parts = (old: aligner.mergedInto, new: aligner.splitFrom)
    for gap in gaps(aligner) { matchByPlace(gap, besides: parts, &aligner) }
  }

  /// Units of any place: only what cannot be mistaken.
  mutating func runStrays(_ aligner: inout Aligner) {
    anchor(&aligner)
    matchAlikeAnywhere(&aligner, floor: Similarity.floorStrays)
  }

  // MARK: Anchors

  /// The units of one class on both sides.
  private struct Kin {
    /// The first of them.
    var a: Int
    var b = -1
    var countA = 1
    var countB = 0
  }

  private func anchor(_ aligner: inout Aligner) {
    var kin: [Int32: Kin] = [:]
    kin.reserveCapacity(a.count)
    for unit in a where aligner.toNew[unit] == nil {
      let number = aligner.old.treeMasked[unit]
      if kin[number] == nil { kin[number] = Kin(a: unit) } else { kin[number]?.countA += 1 }
    }
    var repeated: [Int32: (a: [Int], b: [Int])] = [:]
    for unit in b where aligner.toOld[unit] == nil {
      let number = aligner.new.treeMasked[unit]
      guard var found = kin[number] else { continue }
      if found.countB == 0 { found.b = unit }
      found.countB += 1
      if found.countA > 1, found.countA == found.countB { repeated[number] = ([], []) }
      kin[number] = found
    }
    for (number, found) in kin where found.countA != found.countB { repeated[number] = nil }
    anchor(repeated, &aligner)
    for unit in a {
      guard let found = kin[aligner.old.treeMasked[unit]], found.a == unit, found.countA == 1,
        found.countB == 1, !isWide || aligner.old.subtree(unit).count >= 4
      else { continue }
      aligner.pair(unit, found.b, score: 1)
    }
  }

  /// The classes of which both sides hold the same number of units, more than one.
  private func anchor(_ classes: [Int32: (a: [Int], b: [Int])], _ aligner: inout Aligner) {
    guard !classes.isEmpty else { return }
    var classes = classes
    for unit in a where aligner.toNew[unit] == nil {
      classes[aligner.old.treeMasked[unit]]?.a.append(unit)
    }
    for unit in b where aligner.toOld[unit] == nil {
      classes[aligner.new.treeMasked[unit]]?.b.append(unit)
    }
    for units in classes.values { anchorByNumbers(units.a, units.b, &aligner) }
  }

  /// Units that differ only in the numbers of their references, when these numbers stayed.
  private func anchorByNumbers(_ x: [Int], _ y: [Int], _ aligner: inout Aligner) {
    var places: [Int32: Int] = [:]
    for unit in y {
      guard places.updateValue(unit, forKey: aligner.new.treeStrict[unit]) == nil else { return }
    }
    var pairs: [(Int, Int)] = []
    for unit in x {
      guard let match = places.removeValue(forKey: aligner.old.treeStrict[unit]) else { return }
      pairs.append((unit, match))
    }
    for (o, n) in pairs { aligner.pair(o, n, score: 1) }
  }

  /// Equal neighbours of pairs are pairs.
  private func extend(_ aligner: inout Aligner) {
    for index in a.indices.dropLast() {
      guard let n = aligner.toNew[a[index]], let position = aligner.newPlaces[n] else { continue }
      join(index + 1, position + 1, &aligner)
    }
    for index in a.indices.dropFirst().reversed() {
      guard let n = aligner.toNew[a[index]], let position = aligner.newPlaces[n] else { continue }
      join(index - 1, position - 1, &aligner)
    }
  }

  private func join(_ x: Int, _ y: Int, _ aligner: inout Aligner) {
    guard a.indices.contains(x), b.indices.contains(y), aligner.toNew[a[x]] == nil,
      aligner.toOld[b[y]] == nil, aligner.old.treeMasked[a[x]] == aligner.new.treeMasked[b[y]]
    else { return }
    aligner.pair(a[x], b[y], score: 1)
  }

  // MARK: Gaps

  /// The stretches between pairs; the same ones as long as there is no other pair.
  private mutating func gaps(_ aligner: Aligner) -> [Gap] {
    if let known, known.pairings == aligner.pairings { return known.gaps }
    let gaps = gapsNow(aligner)
    known = (aligner.pairings, gaps)
    return gaps
  }

  private func gapsNow(_ aligner: Aligner) -> [Gap] {
    var pairs: [(x: Int, y: Int)] = []
    for (x, unit) in a.enumerated() {
      if let n = aligner.toNew[unit], let y = aligner.newPlaces[n] { pairs.append((x, y)) }
    }
    let kept = IncreasingSubsequence.longest(pairs.map(\.y))
    var gaps: [Gap] = []
    var (x, y) = (0, 0)
    for index in kept + [-1] {
      let next = index < 0 ? (x: a.count, y: b.count) : pairs[index]
      if next.x > x, next.y > y { gaps.append(Gap(a: x..<next.x, b: y..<next.y)) }
      (x, y) = (next.x + 1, next.y + 1)
    }
    return gaps
  }

  private func openOld(_ gap: Gap, _ aligner: Aligner) -> [Int] {
    gap.a.map { a[$0] }.filter { aligner.toNew[$0] == nil }
  }

  private func openNew(_ gap: Gap, _ aligner: Aligner) -> [Int] {
    gap.b.map { b[$0] }.filter { aligner.toOld[$0] == nil }
  }

  private func matchEqual(_ gap: Gap, _ aligner: inout Aligner) {
    let x = openOld(gap, aligner)
    let y = openNew(gap, aligner)
    guard !x.isEmpty, !y.isEmpty else { return }
    let equal = SequenceAligner(
      x.map { aligner.old.treeMasked[$0] }, y.map { aligner.new.treeMasked[$0] })
    for (index, match) in equal.counterparts.enumerated() where match >= 0 {
      aligner.pair(x[index], y[Int(match)], score: 1)
    }
  }

  // MARK: Alike units

  private func matchAlike(_ gap: Gap, _ aligner: inout Aligner) {
    let x = openOld(gap, aligner)
    let y = openNew(gap, aligner)
    guard !x.isEmpty, !y.isEmpty else { return }
    var similarity = Similarity(x, y, floor: Similarity.floorInGap)
    for pair in similarity.pairs(&aligner) { aligner.pair(pair.old, pair.new, score: pair.score) }
  }

  private func matchAlikeAnywhere(_ aligner: inout Aligner, floor: Double) {
    let x = a.filter { aligner.toNew[$0] == nil }
    let y = b.filter { aligner.toOld[$0] == nil }
    guard !x.isEmpty, !y.isEmpty else { return }
    var similarity = Similarity(x, y, floor: floor)
    for pair in similarity.pairs(&aligner) { aligner.pair(pair.old, pair.new, score: pair.score) }
  }

  /// What is left in one place with the same number, and not altogether unlike. Parts of what was
  /// cut or joined are not left.
  private func matchByPlace(
    _ gap: Gap, besides parts: (old: [Int: Int], new: [Int: Int]), _ aligner: inout Aligner
  ) {
    let x = openOld(gap, aligner).filter { parts.old[$0] == nil }
    let y = openNew(gap, aligner).filter { parts.new[$0] == nil }
    guard !x.isEmpty, !y.isEmpty else { return }
    let alone = x.count == 1 && y.count == 1
    var byNumber: [Int32: Int] = [:]
    for unit in y { byNumber[aligner.new.numbers[unit]] = unit }
    for o in x {
      guard let n = alone ? y.first : byNumber[aligner.old.numbers[o]],
        aligner.areOfOneKind(o, n), aligner.toOld[n] == nil
      else { continue }
      let score = aligner.likeness(old: o, new: n)
      let isEmptied =
        aligner.old.numbers[o] == aligner.new.numbers[n]
        && (isDeletionMark(o, aligner.old) || isDeletionMark(n, aligner.new))
      if score >= Similarity.floorInPlace || isEmptied || alone && isReworded(o, n, aligner) {
        aligner.pair(o, n, score: score)
      }
    }
  }

  /// Whether two short items of one list keep a third of their words: two neighbouring words in
  /// common are too much to ask of three. What stands beside them is paired already.
  private func isReworded(_ o: Int, _ n: Int, _ aligner: Aligner) -> Bool {
    let (x, y) = (aligner.old.subtree(o), aligner.new.subtree(n))
    guard !isWide, x.count <= Self.shortItem, y.count <= Self.shortItem,
      aligner.old.children[o].isEmpty, aligner.new.children[n].isEmpty
    else { return false }
    let words = aligner.old.masked[x].filter { !isMark($0, aligner) }
    var rest = aligner.new.masked[y].filter { !isMark($0, aligner) }
    let longer = max(words.count, rest.count)
    var (common, telling) = (0, 0)
    for word in words {
      guard let place = rest.firstIndex(of: word) else { continue }
      rest.remove(at: place)
      common += 1
      if FunctionWords.weight(of: aligner.vocabulary.bytes(word)) == .content { telling += 1 }
    }
    return telling > 0 && common * 3 >= longer
  }

  private func isMark(_ id: Int32, _ aligner: Aligner) -> Bool {
    FunctionWords.weight(of: aligner.vocabulary.bytes(id)) == .mark
  }

  /// So many words and marks at most make an item short.
  private static let shortItem = 9

  /// Whether `Dihapus.` is all that a unit says: its number stays, so that others keep theirs.
  private func isDeletionMark(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    let tokens = indexed.subtree(unit)
    guard let first = tokens.first, tokens.count <= 2 else { return false }
    return indexed.text.text(first).map { $0 | 0x20 } == Array("dihapus".utf8)
  }
}
