import LegalText

/// Says what a merge did, unit by unit.
struct MergeLog {
  private(set) var entries: [Merge.Entry] = []
  private(set) var meetings: [Merge.Meeting] = []
  private let plan: MergePlan
  private let numbers: MergeNumbers
  private var seen: Set<Seen> = []

  private struct Seen: Hashable {
    var unit: Int
    var kind: Merge.Entry.Kind
  }

  init(_ plan: MergePlan, _ numbers: MergeNumbers) {
    self.plan = plan
    self.numbers = numbers
  }

  /// Reads the plan.
  /// - Parameter disputed: identities that are in conflict, of which nothing is said here.
  mutating func read(except disputed: Set<Int>) {
    for item in plan.items where item.clash == nil && !disputed.contains(item.identity) {
      read(item)
    }
    readRemoved()
    meetings = plan.meetings.compactMap { meeting in
      guard let ours = address(meeting.ours, .ours),
        let theirs = address(meeting.theirs, .theirs),
        !follows(meeting.ours, .ours), !follows(meeting.theirs, .theirs)
      else { return nil }
      return Merge.Meeting(ours: ours, theirs: theirs)
    }
  }

  private func unit(_ identity: Int, _ side: Merge.Side) -> Int? {
    plan.identities.all[identity].place(in: side).flatMap { plan.side(side).elements[$0].unit }
  }

  private func address(_ identity: Int, _ side: Merge.Side) -> String? {
    unit(identity, side).map { numbers.address($0, side) }
  }

  /// Whether a note stands where what it explains stands.
  private func follows(_ identity: Int, _ side: Merge.Side) -> Bool {
    guard let unit = unit(identity, side), plan.side(side).planner.isNote[unit] else {
      return false
    }
    return plan.side(side).planner.bodyUnit(of: unit) != nil
  }

  private mutating func read(_ item: MergePlan.Item) {
    let known = plan.identities.all[item.identity]
    guard let unit = unit(item.identity, item.place) else { return }
    let to = numbers.address(unit, item.place)
    let number = plan.side(item.place).classes[unit]
    guard let base = known.base else {
      if isRoot(unit, item) { append(.inserted, by: item.only, from: nil, to: to, number) }
      if let only = item.only { readOwnNumber(unit, only, to, number) }
      return
    }
    let from = plan.base.elements[base].unit.map { plan.base.units[$0].address }
    let (ours, theirs) = (changes(base, known.ours, .ours), changes(base, known.theirs, .theirs))
    if ours || theirs {
      append(.edited, by: ours == theirs ? nil : ours ? .ours : .theirs, from: from, to: to, number)
    }
    readMove(item, unit, from, to, number)
    readNumber(item.identity, from, to, number)
  }

  private func changes(_ base: Int, _ element: Int?, _ side: Merge.Side) -> Bool {
    element.map { MergeRemovals.differs(plan.base, base, plan.side(side), $0) } ?? false
  }

  /// Whether a unit was put in by itself and not within another.
  private func isRoot(_ unit: Int, _ item: MergePlan.Item) -> Bool {
    let side = plan.side(item.place)
    guard let parent = side.units[unit].parent, side.ranks[parent] >= 4 else { return true }
    return side.classes[parent] < plan.base.units.count
  }

  private mutating func readMove(
    _ item: MergePlan.Item, _ unit: Int, _ from: String?, _ to: String, _ number: Int
  ) {
    let ours = plan.isMoved(item.identity, by: .ours)
    let theirs = plan.isMoved(item.identity, by: .theirs)
    guard ours || theirs else { return }
    let side = plan.side(item.place)
    if let parent = side.units[unit].parent, side.ranks[parent] >= 4,
      seen.contains(Seen(unit: side.classes[parent], kind: .moved))
    {
      seen.insert(Seen(unit: number, kind: .moved))
      return
    }
    append(.moved, by: ours == theirs ? nil : ours ? .ours : .theirs, from: from, to: to, number)
  }

  private mutating func readNumber(
    _ identity: Int, _ from: String?, _ to: String, _ number: Int
  ) {
    guard let name = numbers.name(of: number),
      let base = plan.identities.all[identity].base.flatMap({ plan.base.elements[$0].unit }),
      plan.base.numbers[base] != name
    else { return }
    let isOurs = unit(identity, .ours).map { plan.ours.numbers[$0] } == name
    let isTheirs =
      unit(identity, .theirs).map { plan.theirs.numbers[$0] } == name
    append(
      .renumbered, by: isOurs == isTheirs ? nil : isOurs ? .ours : .theirs, from: from, to: to,
      number)
  }

  /// A unit put in by one side that does not keep the number that it had there.
  private mutating func readOwnNumber(
    _ unit: Int, _ side: Merge.Side, _ to: String, _ number: Int
  ) {
    let text = plan.side(side)
    guard let name = numbers.name(of: number), text.numbers[unit] != name
    else { return }
    append(.renumbered, by: nil, from: text.units[unit].address, to: to, number)
  }

  private mutating func readRemoved() {
    var gone: [Int: Merge.Side?] = [:]
    for (identity, side) in plan.dropped {
      if let base = plan.identities.all[identity].base,
        let unit = plan.base.elements[base].unit, plan.base.elements[base].ordinal == 0
      {
        gone.updateValue(side, forKey: unit)
      }
    }
    for known in plan.identities.all where known.ours == nil && known.theirs == nil {
      if let base = known.base, let unit = plan.base.elements[base].unit,
        plan.base.elements[base].ordinal == 0
      {
        gone.updateValue(nil, forKey: unit)
      }
    }
    for (unit, side) in gone.sorted(by: { $0.key < $1.key }) {
      if let parent = plan.base.units[unit].parent, plan.base.ranks[parent] >= 4,
        gone.keys.contains(parent)
      {
        continue
      }
      append(.removed, by: side, from: plan.base.units[unit].address, to: nil, unit)
    }
  }

  private mutating func append(
    _ kind: Merge.Entry.Kind, by side: Merge.Side?, from: String?, to: String?, _ number: Int
  ) {
    guard seen.insert(Seen(unit: number, kind: kind)).inserted else { return }
    entries.append(Merge.Entry(kind: kind, by: side, from: from, to: to))
  }
}
