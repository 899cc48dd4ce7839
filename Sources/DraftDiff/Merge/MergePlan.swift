import LegalText

/// What stands in the merged text, in its order, before words are merged.
struct MergePlan {
  /// An element of the merged text, or one side of a conflict.
  struct Item: Equatable {
    var identity: Int
    /// Whose text may be shown: nil for that of both.
    var only: Merge.Side?
    /// Whose place it has.
    var place: Merge.Side
    /// Whether both sides have it in one place.
    var isTogether = false
    var clash: Clash?
  }

  /// Why an element cannot be settled, and with which others.
  struct Clash: Hashable {
    enum Reason: Hashable { case removal, move }

    var reason: Reason
    /// The side whose text stands here; the other has nothing.
    var shown: Merge.Side
    /// What belongs together.
    var group: Int
  }

  /// A place at which both sides put something in.
  struct Meeting: Hashable {
    var ours: Int
    var theirs: Int
  }

  let base: MergeSide
  let ours: MergeSide
  let theirs: MergeSide
  let identities: MergeIdentities
  /// The base elements that neither side moved.
  let steady: Set<Int>
  private(set) var items: [Item] = []
  private(set) var meetings: [Meeting] = []
  /// Identities that a side dropped and the other had left as they were.
  private(set) var dropped: [(identity: Int, by: Merge.Side)] = []
  private let steadyOurs: Set<Int>
  private let steadyTheirs: Set<Int>
  private let removals: [Merge.Side: MergeRemovals]

  init(_ base: MergeSide, _ ours: MergeSide, _ theirs: MergeSide, _ vocabulary: inout Vocabulary) {
    let before = MergeIdentities(base, ours, theirs)
    steadyOurs = before.steady(in: .ours, ours)
    steadyTheirs = before.steady(in: .theirs, theirs)
    steady = steadyOurs.intersection(steadyTheirs)
    var shared = theirs
    var twins = MergeTwins(
      base: base, ours: ours, identities: before, steady: steady, vocabulary: vocabulary)
    twins.unify(&shared)
    vocabulary = twins.vocabulary
    var (first, second, third) = (base, ours, shared)
    first.key(&vocabulary)
    second.key(&vocabulary)
    third.key(&vocabulary)
    self.base = first
    self.ours = second
    self.theirs = third
    identities = MergeIdentities(first, second, third)
    removals = [
      .ours: MergeRemovals(
        first, second, third, identities, steady: steadyTheirs, side: .ours, &vocabulary),
      .theirs: MergeRemovals(
        first, third, second, identities, steady: steadyOurs, side: .theirs, &vocabulary),
    ]
    arrange()
  }

  func side(_ side: Merge.Side) -> MergeSide { side == .ours ? ours : theirs }

  func isMoved(_ identity: Int, by side: Merge.Side) -> Bool {
    guard let base = identities.all[identity].base,
      identities.all[identity].place(in: side) != nil
    else { return false }
    return !(side == .ours ? steadyOurs : steadyTheirs).contains(base)
  }

  // MARK: Order

  /// The identities of a side between those that nobody moved; each list but the first begins with
  /// one of these.
  private func slots(_ side: Merge.Side) -> [[Int]] {
    var slots: [[Int]] = [[]]
    for identity in identities.of(side) {
      if let base = identities.all[identity].base, steady.contains(base) { slots.append([]) }
      slots[slots.count - 1].append(identity)
    }
    return slots
  }

  private mutating func arrange() {
    let (first, second) = (slots(.ours), slots(.theirs))
    var slotOfTheirs: [Int: Int] = [:]
    for (slot, members) in second.enumerated() {
      for identity in members { slotOfTheirs[identity] = slot }
    }
    var slotOfOurs: [Int: Int] = [:]
    for (slot, members) in first.enumerated() {
      for identity in members { slotOfOurs[identity] = slot }
    }
    for slot in first.indices {
      var list: [Item] = []
      for identity in first[slot] {
        let found = item(identity, .ours, isTogether: slotOfTheirs[identity] == slot)
        if found.isDropped { dropped.append((identity, .theirs)) }
        if let item = found.item { list.append(item) }
      }
      guard second.indices.contains(slot) else { continue }
      let woven = weave(second[slot], slotOfOurs, slot, list)
      items += woven.items
      meetings += woven.met
      dropped += woven.dropped
    }
  }

  /// What stands at a side's place of an element, and whether that is nothing because the other
  /// side dropped it.
  private func item(
    _ identity: Int, _ side: Merge.Side, isTogether: Bool
  ) -> (item: Item?, isDropped: Bool) {
    let known = identities.all[identity]
    guard let element = known.place(in: side) else { return (nil, false) }
    if isTogether {
      return (Item(identity: identity, only: nil, place: side, isTogether: true), false)
    }
    let group = removals[side.other]?.group(ofElement: element)
    if known.base == nil {
      let clash = group.map { Clash(reason: .removal, shown: side, group: $0) }
      return (Item(identity: identity, only: side, place: side, clash: clash), false)
    }
    guard known.place(in: side.other) != nil else {
      guard let group, removals[side.other]?.isDisputed(group) == true else { return (nil, true) }
      let clash = Clash(reason: .removal, shown: side, group: group)
      return (Item(identity: identity, only: side, place: side, clash: clash), false)
    }
    guard isMoved(identity, by: side) else { return (nil, false) }
    guard isMoved(identity, by: side.other) else {
      return (Item(identity: identity, only: nil, place: side), false)
    }
    let clash = Clash(reason: .move, shown: side, group: moveGroup(identity))
    return (Item(identity: identity, only: side, place: side, clash: clash), false)
  }

  /// The unit that was moved with all that it holds.
  private func moveGroup(_ identity: Int) -> Int {
    guard let element = identities.all[identity].base, let unit = base.elements[element].unit
    else { return -1 - identity }
    var top = unit
    while let parent = base.units[top].parent, base.ranks[parent] >= 4,
      let first = base.firstElement[parent], !steadyOurs.contains(first),
      !steadyTheirs.contains(first)
    {
      top = parent
    }
    return top
  }

  // MARK: Both sides of a slot

  /// Puts what only their side has into a slot: behind what it followed there, after what our side
  /// put in, but never between a unit and what belongs into it.
  private func weave(
    _ members: [Int], _ slotOfOurs: [Int: Int], _ slot: Int, _ list: [Item]
  ) -> (items: [Item], met: [Meeting], dropped: [(identity: Int, by: Merge.Side)]) {
    var places: [Int: Int] = [:]
    for (index, item) in list.enumerated() { places[item.identity] = index }
    // What follows each of our items, the first of all at 0.
    var following = [[Item]](repeating: [], count: list.count + 1)
    var met: [Meeting] = []
    var gone: [(identity: Int, by: Merge.Side)] = []
    var cursor = 0
    var group: Int?
    var lastMeeting = -1
    for identity in members {
      let isTogether = slotOfOurs[identity] == slot
      if isTogether, let place = places[identity] {
        cursor = place + 1
        group = nil
        continue
      }
      let found = item(identity, .theirs, isTogether: isTogether)
      if found.isDropped { gone.append((identity, .ours)) }
      guard let item = found.item, let element = identities.all[identity].theirs else { continue }
      let rank = theirs.elements[element].rank
      if group.map({ rank <= $0 }) ?? true {
        while cursor < list.count, !list[cursor].isTogether,
          let element = identities.all[list[cursor].identity].ours,
          ours.elements[element].rank >= rank
        {
          cursor += 1
        }
        group = rank
        if cursor != lastMeeting, let meeting = meeting(item, rank, at: cursor, in: list) {
          met.append(meeting)
          lastMeeting = cursor
        }
      }
      following[cursor].append(item)
    }
    var items = following[0]
    for (index, item) in list.enumerated() {
      items.append(item)
      items += following[index + 1]
    }
    return (items, met, gone)
  }

  /// Whether a side wrote something new, or brought it from elsewhere.
  private func isPutIn(_ identity: Int, by side: Merge.Side) -> Bool {
    identities.all[identity].base == nil || isMoved(identity, by: side)
  }

  /// Whether our side put something in where `item` goes, too.
  private func meeting(_ item: Item, _ rank: Int, at place: Int, in list: [Item]) -> Meeting? {
    guard isPutIn(item.identity, by: .theirs), item.clash == nil else { return nil }
    for other in list[..<place].reversed() {
      guard isPutIn(other.identity, by: .ours), other.clash == nil, !other.isTogether,
        let element = identities.all[other.identity].ours
      else { return nil }
      if ours.elements[element].rank <= rank {
        return Meeting(ours: other.identity, theirs: item.identity)
      }
    }
    return nil
  }
}
