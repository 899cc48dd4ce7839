import DraftDiff
import LegalText
import ReviewModel

/// The changes of a comparison gathered by Pasal, in the order in which they are read.
struct DiffGroups {
  /// Something to read within a Pasal.
  enum Item: Hashable {
    /// A change, by its position in `comparison.changes`.
    case change(Int)
    /// The place that a moved unit left, by the position of its change.
    case departure(Int)
  }

  /// A unit of one of the two texts.
  enum Holder: Hashable {
    case old(Int)
    case new(Int)
  }

  /// What there is to read within one Pasal, or in one unit outside of any.
  struct Group {
    /// The unit that holds it: in the new text where it stands there.
    var holder: Holder
    /// In the order of the text.
    var items: [Item]

    /// Positions in `comparison.changes`.
    var changes: [Int] {
      items.compactMap { if case .change(let index) = $0 { index } else { nil } }
    }
  }

  let report: DiffReport
  /// Those with something to read, in the order of the text.
  private(set) var groups: [Group] = []
  /// Those in which only numbers changed, and references that merely followed.
  private(set) var folded: [Int] = []
  /// Those of the amended regulation that the amendment does not name.
  private(set) var left: [Int] = []
  /// Those that a filter leaves out.
  private(set) var hidden: [Int] = []

  init(_ report: DiffReport, unfolded: Bool, filter: DiffFilter = DiffFilter()) {
    self.report = report
    let order = ReadingOrder(report)
    let scope = filter.scope(of: report)
    let amended = unfolded || !filter.isOpen ? nil : AmendedProvisions(report)
    var positions: [Holder: Int] = [:]
    for item in order.items() {
      let index = item.change
      let change = report.comparison.changes[index]
      guard filter.admits(change), scope.contains(change) else {
        if case .change = item { hidden.append(index) }
        continue
      }
      guard unfolded || filter.only != nil || Self.isWorthReading(change) else {
        if case .change = item { folded.append(index) }
        continue
      }
      if amended?.leaves(change) == true {
        left.append(index)
        continue
      }
      let holder = order.holder(of: item)
      if let position = positions[holder] {
        groups[position].items.append(item)
      } else {
        positions[holder] = groups.count
        groups.append(Group(holder: holder, items: [item]))
      }
    }
  }

  private static func isWorthReading(_ change: Change) -> Bool {
    !change.kinds.subtracting([.renumbered]).isEmpty
      || change.references.contains { $0.effect != .consequential }
  }

  func change(_ index: Int) -> Change { report.comparison.changes[index] }

  /// How many Pasal of the body an amendment does not name.
  var leftArticles: Int {
    let units = report.old.document.units
    return left.reduce(0) { count, index in
      guard let unit = change(index).old?.unit else { return count }
      return count
        + (unit..<max(units[unit].subtreeEnd, unit + 1)).count {
          units[$0].kind == .pasal && !units[$0].address.hasPrefix("penjelasan")
        }
    }
  }

  /// The changes that nothing hides.
  var shown: [Int] { groups.flatMap(\.changes) }

  /// What happened to a group, each class once, the weightiest first.
  func classes(_ group: Group) -> [ChangeKind] {
    let changes = group.changes.map(change)
    let kinds = changes.reduce(into: Set<ChangeKind>()) { $0.formUnion($1.kinds) }
    let order: [ChangeKind] = [.inserted, .removed, .split, .merged, .moved, .edited]
    guard changes.count > 1 else {
      let found = order.filter(kinds.contains)
      return found.isEmpty ? (kinds.contains(.renumbered) ? [.renumbered] : []) : found
    }
    let own = changes.first(where: Self.isHolder)?.kinds ?? []
    // A new ayat in an old Pasal is an edit of the Pasal.
    let isEdited =
      own.isDisjoint(with: [.inserted, .removed]) && !kinds.subtracting(own).isEmpty
      || own.contains(.edited)
    let found = order.filter { own.contains($0) && $0 != .edited } + (isEdited ? [.edited] : [])
    return found.isEmpty ? Array(order.filter(kinds.contains).prefix(1)) : found
  }

  /// Whether a change is one of a Pasal or instruction itself.
  static func isHolder(_ change: Change) -> Bool {
    [.pasal, .instruksi].contains(change.kind)
  }

  /// Words inserted and deleted, without those that merely followed a renumbering.
  func words(_ group: Group) -> (inserted: Int, deleted: Int) {
    var result = (inserted: 0, deleted: 0)
    for index in group.changes {
      for word in change(index).words where word.effect != .consequential {
        switch word.op {
        case .insert: result.inserted += WordChange.wordCount(word.text)
        case .delete: result.deleted += WordChange.wordCount(word.text)
        case .equal: break
        }
      }
    }
    return result
  }

  func comments(_ group: Group) -> Int {
    group.changes.reduce(0) { $0 + (report.comments[$1]?.count ?? 0) }
  }
}

extension DiffGroups.Item {
  /// The position of the change in `comparison.changes`.
  var change: Int {
    switch self {
    case .change(let index), .departure(let index): index
    }
  }
}

/// Where changes stand in the reading order of both texts together: the new text's, what went
/// where it stood.
struct ReadingOrder {
  private let report: DiffReport
  /// For each old unit the last new one that stands before its place.
  private var before: [Int] = []

  init(_ report: DiffReport) {
    self.report = report
    let units = report.old.document.units
    let moved = Set(
      report.comparison.changes.filter { $0.kinds.contains(.moved) }.compactMap(\.old?.unit))
    before = [Int](repeating: -1, count: units.count)
    var (last, unit) = (-1, 0)
    while unit < units.count {
      if moved.contains(unit) {
        let end = min(max(units[unit].subtreeEnd, unit + 1), units.count)
        for inner in unit..<end { before[inner] = last }
        unit = end
      } else {
        before[unit] = last
        if let match = report.comparison.shown.counterpart(ofOld: unit) { last = match.new }
        unit += 1
      }
    }
  }

  /// All changes, and the places that moved units left.
  func items() -> [DiffGroups.Item] {
    var result: [(key: (Int, Int, Int), item: DiffGroups.Item)] = []
    for (index, change) in report.comparison.changes.enumerated() {
      if let new = change.new {
        result.append(((new.unit, -1, index), .change(index)))
        if change.kinds.contains(.moved), let old = change.old {
          result.append(((before[old.unit], old.unit, index), .departure(index)))
        }
      } else if let old = change.old {
        result.append(((before[old.unit], old.unit, index), .change(index)))
      }
    }
    result.sort { $0.key < $1.key }
    return result.map(\.item)
  }

  /// The nearest Pasal, instruction or part of the preamble, else the unit itself.
  func holder(of item: DiffGroups.Item) -> DiffGroups.Holder {
    let change = report.comparison.changes[item.change]
    if case .change = item, let new = change.new {
      return .new(Self.holder(of: new.unit, in: report.new.document))
    }
    guard let old = change.old else { return .new(change.new?.unit ?? 0) }
    let holder = Self.holder(of: old.unit, in: report.old.document)
    // What left its Pasal is read there; a Pasal that left has only its old place.
    if case .departure = item, holder == old.unit { return .old(holder) }
    return report.comparison.shown.counterpart(ofOld: holder).map { .new($0.new) }
      ?? .old(holder)
  }

  private static func holder(of unit: Int, in document: LegalDocument) -> Int {
    var candidate: Int? = unit
    while let held = candidate {
      switch document.units[held].kind {
      case .pasal, .instruksi, .menimbang, .mengingat: return held
      default: candidate = document.units[held].parent
      }
    }
    return unit
  }
}
