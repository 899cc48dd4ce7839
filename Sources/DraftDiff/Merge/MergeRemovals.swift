import LegalText

/// What one side removed and the other still has, in groups that stay or go as a whole.
///
/// A removed unit goes with all that it holds; the heading of a chapter is a group of its own. A
/// group is disputed where the other side changed, moved or put in anything in it. That a citation
/// followed what the other side wrote anew is no change of what cites it.
struct MergeRemovals {
  /// The group of each element of the side that still has them.
  private var groups: [Int?]
  private var disputed: Set<Int> = []

  /// - Parameters:
  ///   - given: the common text.
  ///   - remover: the text of the side that removed.
  ///   - known: the other side's text.
  ///   - steady: the base elements that the keeper left in their place.
  ///   - side: which side the remover is.
  init(
    _ given: MergeSide, _ remover: MergeSide, _ known: MergeSide, _ identities: MergeIdentities,
    steady: Set<Int>, side: Merge.Side, _ vocabulary: inout Vocabulary
  ) {
    let (base, keeper) = Self.loosened(given, known, &vocabulary)
    groups = [Int?](repeating: nil, count: keeper.elements.count)
    let roots = Self.roots(base, remover)
    var ofUnit = [Int?](repeating: nil, count: keeper.units.count)
    var hasSurvivor: Set<Int> = []
    for (unit, number) in keeper.classes.enumerated() {
      let parent = keeper.units[unit].parent
      if number < base.units.count {
        ofUnit[unit] = roots[number]
        if roots[number] == nil, let parent, let group = ofUnit[parent] {
          hasSurvivor.insert(group)
          // What was moved into a removed unit would lose it.
          if keeper.ranks[parent] >= 4, base.units[number].parent != keeper.classes[parent] {
            disputed.insert(group)
          }
        }
      } else if let parent, keeper.ranks[parent] >= 4 {
        ofUnit[unit] = ofUnit[parent]
      }
    }
    for (index, identity) in identities.of(side.other).enumerated() {
      let known = identities.all[identity]
      guard known.place(in: side) == nil else { continue }
      let element = keeper.elements[index]
      let group = element.unit.flatMap { ofUnit[$0] } ?? (known.base.map { base.units.count + $0 })
      groups[index] = group
      guard let group else { continue }
      if known.base.map({ Self.differs(base, $0, keeper, index) || !steady.contains($0) }) ?? true {
        disputed.insert(group)
      }
    }
    disputeHeadings(base, keeper, ofUnit, roots, hasSurvivor)
  }

  /// The group of an element of the keeping side, nil where nothing of it was removed.
  func group(ofElement element: Int) -> Int? { groups[element] }

  /// Whether a group cannot simply go.
  func isDisputed(_ group: Int) -> Bool { disputed.contains(group) }

  /// The texts with keys that take what the keeper wrote anew for what it replaced.
  private static func loosened(
    _ base: MergeSide, _ keeper: MergeSide, _ vocabulary: inout Vocabulary
  ) -> (base: MergeSide, keeper: MergeSide) {
    var (base, keeper) = (base, keeper)
    let count = base.units.count
    var isKept = [Bool](repeating: false, count: count)
    for number in keeper.classes where number < count { isKept[number] = true }
    base.key(&vocabulary) { isKept[$0] ? $0 : count }
    keeper.key(&vocabulary) { min($0, count) }
    return (base, keeper)
  }

  /// For each base unit that a side removed the outermost removed one that holds it.
  private static func roots(_ base: MergeSide, _ remover: MergeSide) -> [Int?] {
    var isKept = [Bool](repeating: false, count: base.units.count)
    for number in remover.classes where number < isKept.count { isKept[number] = true }
    var roots = [Int?](repeating: nil, count: base.units.count)
    for unit in base.units.indices where !isKept[unit] {
      if let parent = base.units[unit].parent, let root = roots[parent], base.ranks[parent] >= 4 {
        roots[unit] = root
      } else {
        roots[unit] = unit
      }
    }
    return roots
  }

  /// A heading stays while what stood under it is disputed, and nothing else goes on under it.
  private mutating func disputeHeadings(
    _ base: MergeSide, _ keeper: MergeSide, _ ofUnit: [Int?], _ roots: [Int?],
    _ hasSurvivor: Set<Int>
  ) {
    for unit in keeper.units.indices.reversed() {
      guard let parent = keeper.units[unit].parent, keeper.ranks[parent] < 4,
        let heading = ofUnit[parent], !hasSurvivor.contains(heading)
      else { continue }
      let isNew = keeper.classes[unit] >= base.units.count
      if isNew || ofUnit[unit].map(disputed.contains) == true { disputed.insert(heading) }
    }
  }

  /// Whether the words or the form of the mark of an element differ.
  static func differs(_ x: MergeSide, _ first: Int, _ y: MergeSide, _ second: Int) -> Bool {
    let (a, b) = (x.elements[first].tokens, y.elements[second].tokens)
    return !x.keys[a].elementsEqual(y.keys[b]) || x.markForm(first) != y.markForm(second)
  }
}

/// Finds what both sides put in alike at one place: it is one thing.
struct MergeTwins {
  let base: MergeSide
  var ours: MergeSide
  let identities: MergeIdentities
  let steady: Set<Int>
  private(set) var vocabulary: Vocabulary
  private var sequences = InternTable<Int32>()

  init(
    base: MergeSide, ours: MergeSide, identities: MergeIdentities, steady: Set<Int>,
    vocabulary: Vocabulary
  ) {
    self.base = base
    self.ours = ours
    self.identities = identities
    self.steady = steady
    self.vocabulary = vocabulary
  }

  /// Gives their side's units the classes of our side's that are the same.
  mutating func unify(_ theirs: inout MergeSide) {
    let count = base.units.count
    ours.key(&vocabulary) { min($0, count) }
    theirs.key(&vocabulary) { min($0, count) }
    let first = Dictionary(
      roots(ours, identities.ofOurs).map { ($0.slot, $0.units) }, uniquingKeysWith: { $0 + $1 })
    let second = roots(theirs, identities.ofTheirs)
    for (slot, candidates) in second {
      guard let known = first[slot] else { continue }
      var byContent: [Int32: [Int]] = [:]
      for unit in known.reversed() { byContent[content(unit, ours), default: []].append(unit) }
      for unit in candidates {
        guard let twin = byContent[content(unit, theirs)]?.popLast() else { continue }
        let count = max(theirs.units[unit].subtreeEnd - unit, 1)
        guard count == max(ours.units[twin].subtreeEnd - twin, 1) else { continue }
        for offset in 0..<count where theirs.classes[unit + offset] >= base.units.count {
          let number = ours.classes[twin + offset]
          if number >= base.units.count { theirs.classes[unit + offset] = number }
        }
      }
    }
  }

  /// The units that a side put in, with all that they hold, by slot in order. What one holds may
  /// be older: the second part of a Pasal that was divided.
  private func roots(_ side: MergeSide, _ list: [Int]) -> [(slot: Int, units: [Int])] {
    var result: [(slot: Int, units: [Int])] = []
    var slot = 0
    var end = 0
    for (index, identity) in list.enumerated() {
      if let place = identities.all[identity].base, steady.contains(place) { slot += 1 }
      let element = side.elements[index]
      guard let unit = element.unit, element.ordinal == 0, unit >= end,
        side.classes[unit] >= base.units.count
      else { continue }
      end = max(side.units[unit].subtreeEnd, unit + 1)
      if result.last?.slot == slot {
        result[result.count - 1].units.append(unit)
      } else {
        result.append((slot, [unit]))
      }
    }
    return result
  }

  /// A number that two units share exactly if they say the same.
  private mutating func content(_ unit: Int, _ side: MergeSide) -> Int32 {
    var sequence: [Int32] = []
    let range = side.units[unit].range
    var index = side.firstElement[unit] ?? side.elements.count
    while index < side.elements.count,
      side.elements[index].range.lowerBound < range.upperBound
    {
      let element = side.elements[index]
      sequence.append(-1 - Int32(truncatingIfNeeded: element.rank))
      if let older = element.unit.map({ side.classes[$0] }), older < base.units.count {
        sequence += [-2, Int32(truncatingIfNeeded: older)]
        index += 1
        continue
      }
      sequence.append(vocabulary.number(of: side.markForm(index)))
      // A note is the same only where it explains the same.
      if let holder = element.unit, side.planner.isNote[holder],
        let body = side.planner.bodyUnit(of: holder)
      {
        sequence += [-1, Int32(truncatingIfNeeded: side.classes[body])]
      }
      sequence += side.keys[element.tokens]
      index += 1
    }
    return sequences.number(of: sequence)
  }
}
