import LegalText

/// The numbers of the merged text, and what they change in the texts that it is made of.
///
/// A side that alone numbered a series anew has its way. Where both did, and where what they put in
/// collides, the series is counted from 1 (as `Renumbering` does); marks and references of either
/// side follow what they stand for, not what they say.
struct MergeNumbers {
  /// The number of a unit in the merged text.
  struct Number {
    /// As it stands in an address.
    var name: String
    var source: Source

    enum Source {
      case counted(Int, NumberStyle)
      case printed([UInt8])
    }
  }

  /// A unit in a series.
  private struct Member {
    var number: Int
    var kind: UnitKind
    var base: Int?
    var ours: Int?
    var theirs: Int?
    /// The side whose place it has.
    var side: Merge.Side
  }

  private struct Series: Hashable {
    var parent: Int
    var kind: UnitKind
    var isRoman: Bool
  }

  let plan: MergePlan
  private(set) var numbers: [Int: Number] = [:]
  /// Units that stand in no series: in quoted text, and notes.
  private var loose: [Member] = []
  /// The classes that stand in the merged text.
  private(set) var present: Set<Int> = []
  private(set) var oursEdits: [NumberEdit] = []
  private(set) var theirsEdits: [NumberEdit] = []
  private(set) var oursAddresses: [String] = []
  private(set) var theirsAddresses: [String] = []

  init(_ plan: MergePlan) {
    self.plan = plan
    number()
    numberNotes()
    for member in loose where numbers[member.number] == nil {
      if let both = shifted(member) {
        numbers[member.number] = both
        continue
      }
      let isOurs = member.theirs == nil || name(member, .ours) != baseName(member)
      take(member, isOurs && member.ours != nil ? .ours : .theirs)
    }
    oursEdits = edits(plan.ours)
    theirsEdits = edits(plan.theirs)
    oursAddresses = addresses(plan.ours)
    theirsAddresses = addresses(plan.theirs)
  }

  /// The address of a unit in the merged text.
  func address(_ unit: Int, _ side: Merge.Side) -> String {
    side == .ours ? oursAddresses[unit] : theirsAddresses[unit]
  }

  /// The bytes of a side with the numbers of the merged text.
  func bytes(_ range: Range<Int>, _ side: Merge.Side) -> [UInt8] {
    let edits = side == .ours ? oursEdits : theirsEdits
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return NumberEdit.apply(edits[low...], to: plan.side(side).source, in: range)
  }

  /// The number of a class as it stands in an address.
  func name(of number: Int) -> String? { numbers[number]?.name }

  // MARK: Series

  private mutating func number() {
    var order: [Series] = []
    var members: [Series: [Member]] = [:]
    var (acts, chapters, parts) = (0, 0, 0)
    var open: [(rank: Int, number: Int)] = []
    for item in plan.items {
      let side = plan.side(item.place)
      guard let element = plan.identities.all[item.identity].place(in: item.place),
        side.elements[element].ordinal == 0, let unit = side.elements[element].unit
      else { continue }
      let known = side.units[unit]
      // What holds it in the merged text, which neither side need have known so.
      while let last = open.last, last.rank >= side.ranks[unit] { open.removeLast() }
      let holder = open.last?.number ?? -1
      open.append((side.ranks[unit], side.classes[unit]))
      if known.kind == .pembukaan { acts += 1 }
      if side.ranks[unit] == 1 { chapters += 1 }
      if side.ranks[unit] <= 2 { parts += 1 }
      guard present.insert(side.classes[unit]).inserted, !known.labelRange.isEmpty,
        RenumberPlanner.isNumbered(known.kind)
      else { continue }
      let member = member(item.identity, unit, item.place)
      guard !side.planner.isQuoted[unit], !side.planner.isNote[unit] else {
        loose.append(member)
        continue
      }
      let parent =
        switch known.kind {
        case .pasal, .bab: -2 - acts
        case .bagian: -(chapters + 1) << 24
        case .paragraf: -(parts + 1) << 40
        default: holder
        }
      let first = side.numbers[unit].utf8.first
      let key = Series(
        parent: parent, kind: known.kind,
        isRoman: known.kind == .pasal && !(first.map { Glyph.isDigit($0) } ?? true))
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(member)
    }
    for key in order {
      for list in lists(members[key] ?? [], key) { decide(list, key) }
    }
  }

  private func member(_ identity: Int, _ unit: Int, _ place: Merge.Side) -> Member {
    let known = plan.identities.all[identity]
    return Member(
      number: plan.side(place).classes[unit], kind: plan.side(place).units[unit].kind,
      base: known.base.flatMap { plan.base.elements[$0].unit },
      ours: known.ours.flatMap { plan.ours.elements[$0].unit },
      theirs: known.theirs.flatMap { plan.theirs.elements[$0].unit }, side: place)
  }

  /// Whether a side has a member in the series too, so that its numbers count there.
  private func holds(_ member: Member, _ side: Merge.Side, in series: Series) -> Bool {
    guard series.parent >= 0 else { return true }
    let text = plan.side(side)
    let unit = side == .ours ? member.ours : member.theirs
    return unit.flatMap { text.units[$0].parent }.map { text.classes[$0] } == series.parent
  }

  private func name(_ member: Member, _ side: Merge.Side) -> String? {
    (side == .ours ? member.ours : member.theirs).map {
      plan.side(side).numbers[$0]
    }
  }

  private func baseName(_ member: Member) -> String? {
    member.base.map { plan.base.numbers[$0] }
  }

  /// Its number as the side has it that knows it in the series: that of its place, if that does.
  private func ownName(_ member: Member, _ series: Series) -> String {
    let other = member.side.other
    let side =
      !holds(member, member.side, in: series) && holds(member, other, in: series)
      ? other : member.side
    return name(member, side) ?? name(member, member.side) ?? ""
  }

  /// Parts several lists of one parent, as `Renumbering` does.
  private func lists(_ all: [Member], _ key: Series) -> [[Member]] {
    guard key.kind != .pasal, key.kind != .bab else { return [all] }
    let orders = all.map { RenumberPlanner.order(Substring(ownName($0, key))) }
    var lists: [[Member]] = []
    for (place, member) in all.enumerated() {
      let follows = place + 1 < all.count && orders[place + 1] == 2
      if lists.isEmpty || (orders[place] == 1 && follows && lists[lists.count - 1].count > 1) {
        lists.append([])
      }
      lists[lists.count - 1].append(member)
    }
    return lists
  }

  // MARK: Who numbers

  private mutating func decide(_ list: [Member], _ key: Series) {
    for side in Merge.Side.allCases
    where list.allSatisfy({ name($0, side) != nil && holds($0, side, in: key) })
      && (isUntouched(list, by: side.other) || isAgreed(list))
    {
      for member in list { take(member, side) }
      return
    }
    let isCounted = list.allSatisfy { member in
      [name(member, .ours), name(member, .theirs)].allSatisfy {
        $0 == nil || member.base == nil || $0 == baseName(member)
      }
    }
    let ranks = list.map { rank(ownName($0, key)) }
    if isCounted, zip(ranks, ranks.dropFirst()).allSatisfy({ $0 < $1 }),
      !ranks.contains(where: { $0 == (0, 0) })
    {
      for member in list { take(member, member.side) }
      return
    }
    let style = RenumberPlanner.style(
      of: key.kind, numbers: list.map { Substring(ownName($0, key)) }, isRoman: key.isRoman)
    for (offset, member) in list.enumerated() {
      numbers[member.number] = Number(
        name: style.addressNumber(offset + 1, of: member.kind),
        source: .counted(offset + 1, style))
    }
  }

  /// Whether both sides have the same numbers.
  private func isAgreed(_ list: [Member]) -> Bool {
    list.allSatisfy { name($0, .ours) == name($0, .theirs) }
  }

  /// Whether a side left the numbers of the members as they were.
  private func isUntouched(_ list: [Member], by side: Merge.Side) -> Bool {
    list.allSatisfy { member in
      guard let own = name(member, side) else { return true }
      guard let before = baseName(member) else { return name(member, side.other) == own }
      return own == before
    }
  }

  private mutating func take(_ member: Member, _ side: Merge.Side) {
    guard let unit = side == .ours ? member.ours : member.theirs else { return }
    let text = plan.side(side)
    guard let place = NumberPlace.inMark(text.units[unit], text.source) else { return }
    numbers[member.number] = Number(
      name: text.numbers[unit], source: .printed(Array(text.source[place])))
  }

  /// Where a number stands in an order: `12a` after `12`.
  private func rank(_ name: String) -> (Int, Int) {
    let digits = name.utf8.prefix { Glyph.isDigit($0) }
    guard !digits.isEmpty else { return (RenumberPlanner.order(Substring(name)), 0) }
    let suffix = name.utf8.dropFirst(digits.count).first.map(Int.init) ?? 0
    return (Int(String(decoding: digits, as: UTF8.self)) ?? 0, suffix)
  }

  /// The number of a unit in quoted text that each side numbered otherwise, since one put in and
  /// the other took out before it: both shifts together. Quoted text may begin anywhere, so it is
  /// never counted anew.
  private func shifted(_ member: Member) -> Number? {
    guard let ours = name(member, .ours), let theirs = name(member, .theirs),
      let before = baseName(member), ours != before, theirs != before, ours != theirs
    else { return nil }
    let orders = [ours, theirs, before].map { RenumberPlanner.order(Substring($0)) }
    let value = orders[0] + orders[1] - orders[2]
    guard value > 0, orders.allSatisfy({ $0 > 0 }) else { return nil }
    let style = RenumberPlanner.style(
      of: member.kind, numbers: [Substring(before)], isRoman: false)
    return Number(name: style.addressNumber(value, of: member.kind), source: .counted(value, style))
  }

  // MARK: Notes

  /// The marks of the elucidation follow what they explain.
  private mutating func numberNotes() {
    for side in [plan.ours, plan.theirs] {
      for unit in side.units.indices
      where side.planner.isNote[unit] && !side.units[unit].labelRange.isEmpty {
        let number = side.classes[unit]
        guard numbers[number] == nil, let body = side.planner.bodyUnit(of: unit),
          let known = numbers[side.classes[body]]
        else { continue }
        numbers[number] = known
      }
    }
  }
}
