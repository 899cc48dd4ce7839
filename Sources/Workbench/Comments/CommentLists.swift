import DraftDiff
import LegalText
import ReviewModel

extension Workbench {
  /// The comments asked for.
  public func comments(_ filter: CommentFilter) throws -> CommentListReport {
    if let draft = filter.draft { _ = try draftFolder(draft) }
    if let at = filter.at, let draft = filter.draft, at.draft != draft {
      throw Failure.rangeOfTwoDrafts(draft.description, at.draft.description)
    }
    let index = try index()
    let condition = try condition(filter)
    let (placed, shown, count) = try index.consistently {
      () -> (CommentListReport, [ListQuery.Shown], (value: Int, isExact: Bool)) in
      var list = CommentListReport(comments: [], placedIn: [:], unsaved: [])
      let query = try ListQuery(filter, condition: condition, index: index, in: self, &list)
      let (shown, count) = try query.run()
      return (list, shown, count)
    }
    var list = placed
    list.found = count.value
    list.isCounted = count.isExact
    let threads = try index.threads(shown.map(\.id))
    let byID = Dictionary(threads.map { ($0.thread.id, $0) }, uniquingKeysWith: { old, _ in old })
    var numbers: [DraftKey: [String: Int]] = [:]
    list.comments = try shown.compactMap { entry in
      guard let thread = byID[entry.id] else { return nil }
      let draft = entry.draft
      if numbers[draft] == nil { numbers[draft] = try revisionNumbers(of: draft) }
      return Self.report(thread, entry.placement, numbers: numbers[draft] ?? [:])
    }
    return list
  }

  private func condition(_ filter: CommentFilter) throws -> ThreadCondition {
    ThreadCondition(
      draft: filter.draft ?? filter.at?.draft, status: filter.status, search: filter.search,
      groups: try filter.group.map(groups), forum: filter.forum, office: filter.office,
      dueBy: filter.dueBy, since: filter.since, until: filter.until,
      letter: try filter.letter.map { try index().thread(named: $0).thread.id })
  }

  /// All names of the stakeholder group that one name means, as they are compared.
  private func groups(named name: String) throws -> [String] {
    let meant = try register().stakeholders.filter { $0.isMeant(by: name) }
    return Array(
      Set(([name] + meant.flatMap { [$0.key, $0.name] }).map { Register.folded($0) })
    ).sorted()
  }
}

/// A list of comments under way. Places are few however many comments there are: what depends on
/// the text is decided once a place, and only what is shown is read.
private struct ListQuery {
  /// What is shown of an entry.
  struct Shown {
    var id: EventID
    var draft: DraftKey
    var placement: Placement
  }

  /// A place with what became of it.
  private struct Site {
    var draft: DraftKey
    var placement: Placement
    /// The draft's position among the drafts.
    var order: Int
    /// Where its unit stands in the text: the whole first, the detached last.
    var position: Int
  }

  private let filter: CommentFilter
  private let condition: ThreadCondition
  private let index: ReviewIndex
  private var sites: [Int: Site] = [:]
  private var apart: [(clock: Int, stored: StoredThread)] = []

  init(
    _ filter: CommentFilter, condition: ThreadCondition, index: ReviewIndex,
    in workbench: Workbench, _ list: inout CommentListReport
  ) throws {
    self.filter = filter
    self.condition = condition
    self.index = index
    var spots = try index.spots(of: condition.draft)
    if condition.isWhole {
      apart = try index.setApart(from: condition.draft)
      // What was set apart has places of its own.
      for (number, row) in apart.enumerated() {
        let anchor = row.stored.thread.anchor
        spots.append(
          IndexSpot(
            number: -1 - number, draft: anchor.draft, base: anchor.commit, address: anchor.address))
      }
    }
    try place(spots, in: workbench, &list)
  }

  private mutating func place(
    _ spots: [IndexSpot], in workbench: Workbench, _ list: inout CommentListReport
  ) throws {
    let folders = try workbench.draftFolders()
    var hasUnit = filter.unit == nil
    var missing: Failure?
    let drafts = Dictionary(grouping: spots, by: \.draft).sorted { $0.key < $1.key }
    for (order, (draft, spots)) in drafts.enumerated() {
      guard let folder = folders.first(where: { $0.key == draft }) else {
        for spot in spots where filter.unit == nil {
          add(spot, Workbench.nowhere(spot.address), order, nil)
        }
        continue
      }
      let selector = filter.at?.selector ?? .latest
      var finder = try workbench.finder(for: folder, at: selector)
      let unit: Int?
      do {
        unit = try filter.unit.map { try finder.unit(named: $0) }
        hasUnit = true
      } catch let failure as Failure {
        missing = failure
        continue
      }
      for spot in spots {
        let placement = try finder.placement(of: spot.address, at: spot.base)
        let place = finder.unit(placement)
        if let unit {
          guard let place, finder.holds(unit, place) else { continue }
        }
        add(spot, placement, order, place)
      }
      if selector != .working {
        list.placedIn[draft] = try workbench.revision(selector, of: draft, among: finder.revisions)
      }
      if filter.at == nil, try !(workbench.changedFiles(of: [folder])[draft] ?? []).isEmpty {
        list.unsaved.append(draft)
      }
    }
    if !hasUnit, let missing { throw missing }
  }

  private mutating func add(
    _ spot: IndexSpot, _ placement: Placement, _ order: Int, _ place: Int?
  ) {
    guard filter.state == nil || placement.state == filter.state else { return }
    sites[spot.number] = Site(
      draft: spot.draft, placement: placement, order: order,
      position: spot.address == nil ? -1 : place ?? Int.max)
  }

  /// How many there are; at least so many where counting them would take longer than finding the
  /// first.
  private struct Count {
    var value: Int
    var isExact = true
  }

  /// The entries shown, and how many there are.
  func run() throws -> (shown: [Shown], count: (value: Int, isExact: Bool)) {
    let limit = max(filter.limit ?? Int.max, 0)
    var start = ListStart(limit: limit)
    for number in apart.indices {
      guard let site = sites[-1 - number] else { continue }
      start.add(entry(apart: number, site))
    }
    let count = try gather(into: &start, limit: limit)
    let entries = start.entries
    let ids = try index.ids(
      of: entries.compactMap { if case .thread(let number) = $0.source { number } else { nil } })
    func id(_ entry: ListEntry) -> EventID? {
      switch entry.source {
      case .thread(let number): ids[number]
      case .apart(let number): apart[number].stored.thread.id
      }
    }
    let shown = start.ordered(id).compactMap { entry -> Shown? in
      guard let id = id(entry), let site = sites[entry.spot] else { return nil }
      return Shown(id: id, draft: site.draft, placement: site.placement)
    }
    return (shown, (count.value, count.isExact))
  }

  /// Takes in what may be shown, and no more of it than must be looked at.
  private func gather(into start: inout ListStart, limit: Int) throws -> Count {
    let hits = try condition.search.map { try index.hits($0) }
    let others = start.count
    let held = try filter.limit == nil || condition.isNarrow ? nil : index.tallies(condition.status)
    let total = (held ?? [:]).filter { sites[$0.key] != nil }
      .reduce(0) { $0 &+ $1.value.values.reduce(0, &+) }
    // What there is little of is sorted faster than searched for in order.
    if let held, hits.map({ $0.count > filter.fewHits && total > filter.countedLimit }) ?? true {
      if filter.order == .place {
        let isWhole = try addFirst(limit, among: hits, of: held, to: &start)
        return hits == nil
          ? Count(value: others &+ total) : Count(value: start.count, isExact: isWhole)
      }
      if [.date, .newest].contains(filter.order), total > filter.fewHits {
        let isWhole = try addByDay(limit, among: hits, to: &start)
        return hits == nil
          ? Count(value: others &+ total) : Count(value: start.count, isExact: isWhole)
      }
    }
    try addAll(among: hits, to: &start)
    return Count(value: start.count)
  }

  /// Takes from each place in the order of the text until there are enough.
  /// - Returns: whether nothing was left out.
  private func addFirst(
    _ limit: Int, among hits: SearchHits?, of counts: [Int: [Int: Int]], to start: inout ListStart
  ) throws -> Bool {
    var taken = 0
    var last: (Int, Int)?
    for (spot, site) in sites.sorted(by: {
      ($0.value.order, $0.value.position, $0.key) < ($1.value.order, $1.value.position, $1.key)
    }) {
      guard let held = counts[spot] else { continue }
      // Places of one unit in several revisions are one place in the text.
      if taken >= limit, let last, last != (site.order, site.position) { return false }
      for status in held.keys {
        for candidate in try index.first(limit, at: spot, status, among: hits) {
          start.add(entry(candidate, site, first: site.order, second: site.position))
          taken += 1
        }
      }
      last = (site.order, site.position)
    }
    return taken < limit
  }

  /// Takes from each day in order until there are enough.
  /// - Returns: whether nothing was left out.
  private func addByDay(
    _ limit: Int, among hits: SearchHits?, to start: inout ListStart
  ) throws -> Bool {
    var (taken, last) = (0, 0)
    var isWhole = true
    try index.candidates(condition.status, among: hits, byDay: filter.order == .date) { candidate in
      guard let site = sites[candidate.spot] else { return false }
      if taken >= limit, candidate.key != last {
        isWhole = false
        return true
      }
      start.add(entry(candidate, site, first: key(candidate, site, [:]), second: second(site)))
      (taken, last) = (taken + 1, candidate.key)
      return false
    }
    return isWhole
  }

  /// So few places are looked up under a name.
  private static let fewPlaces = 256

  private func addAll(among hits: SearchHits?, to start: inout ListStart) throws {
    let column: String? =
      switch filter.order {
      case .place, .status: nil
      case .date, .newest: "day"
      case .due: "due"
      case .group: "grp"
      }
    let ranks = filter.order == .group ? try groupRanks() : [:]
    // Few places are gone to directly; of many, those that the other conditions leave are sorted
    // out one by one.
    let numbers = sites.keys.filter { $0 > 0 }
    guard !numbers.isEmpty else { return }
    var places: [Int]?
    if !condition.isNarrow || condition.isNamed && numbers.count <= Self.fewPlaces {
      places = numbers.sorted()
    }
    try index.candidates(condition, among: hits, few: filter.fewHits, at: places, key: column) {
      candidate in
      guard let site = sites[candidate.spot] else { return }
      start.add(
        entry(candidate, site, first: key(candidate, site, ranks), second: second(site)))
    }
  }

  private func second(_ site: Site) -> Int {
    filter.order == .place ? site.position : site.order
  }

  private func key(_ candidate: Candidate, _ site: Site, _ ranks: [Int: Int]) -> Int {
    switch filter.order {
    case .place: site.order
    case .date, .due: candidate.key
    case .newest: 0 &- candidate.key
    case .group: ranks[candidate.key] ?? .max
    case .status: candidate.status
    }
  }

  /// The positions of group names in their order.
  private func groupRanks() throws -> [Int: Int] {
    let keys = try index.termKeys()
    let order = Dictionary(
      Set(keys.values).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { old, _ in old })
    return keys.compactMapValues { order[$0] }
  }

  private func entry(
    _ candidate: Candidate, _ site: Site, first: Int, second: Int
  ) -> ListEntry {
    ListEntry(
      source: .thread(candidate.number), spot: candidate.spot, first: first, second: second,
      clock: candidate.clock)
  }

  private func entry(apart number: Int, _ site: Site) -> ListEntry {
    let thread = apart[number].stored.thread
    let day = (thread.comment.date ?? thread.time.date()).daysSinceEpoch
    let first: Int =
      switch filter.order {
      case .place: site.order
      case .date: day
      case .newest: -day
      case .due, .group: .max
      case .status: ThreadRows.status(thread.status)
      }
    return ListEntry(
      source: .apart(number), spot: -1 - number, first: first, second: second(site),
      clock: apart[number].clock)
  }
}
