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
    var list = CommentListReport(comments: [], placedIn: [:], unsaved: [])
    let chosen = try Self.ordered(placed(filter, &list), by: filter.order)
    let shown = chosen.prefix(max(filter.limit ?? Int.max, 0))
    list.found = chosen.count
    let threads = try index().threads(shown.map(\.row.id))
    let byID = Dictionary(threads.map { ($0.thread.id, $0) }, uniquingKeysWith: { old, _ in old })
    var numbers: [DraftKey: [String: Int]] = [:]
    list.comments = try shown.compactMap { placed in
      guard let thread = byID[placed.row.id] else { return nil }
      let draft = placed.row.draft
      if numbers[draft] == nil { numbers[draft] = try revisionNumbers(of: draft) }
      return Self.report(thread, placed.placement, numbers: numbers[draft] ?? [:])
    }
    return list
  }

  /// A row with its place.
  private struct Placed {
    var row: ThreadRow
    var placement: Placement
    /// Where its unit stands in the text: the whole first, the detached last.
    var position: Int
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

  private func placed(
    _ filter: CommentFilter, _ list: inout CommentListReport
  ) throws -> [Placed] {
    let rows = try index().rows(condition(filter))
    let folders = try draftFolders()
    var result: [Placed] = []
    var hasUnit = filter.unit == nil
    var missing: Failure?
    for (draft, rows) in Dictionary(grouping: rows, by: \.draft).sorted(by: { $0.key < $1.key }) {
      guard let folder = folders.first(where: { $0.key == draft }) else {
        result += rows.map { row in
          Placed(row: row, placement: Self.nowhere(row.address), position: Int.max)
        }
        continue
      }
      let selector = filter.at?.selector ?? .latest
      var finder = try finder(for: folder, at: selector)
      let unit: Int?
      do {
        unit = try filter.unit.map { try finder.unit(named: $0) }
        hasUnit = true
      } catch let failure as Failure {
        missing = failure
        continue
      }
      for row in rows {
        let placement = try finder.placement(of: row.address, at: row.base)
        let place = finder.unit(placement)
        if let unit {
          guard let place, finder.holds(unit, place) else { continue }
        }
        result.append(
          Placed(
            row: row, placement: placement,
            position: row.address == nil ? -1 : place ?? Int.max))
      }
      if selector != .working {
        list.placedIn[draft] = try revision(selector, of: draft, among: finder.revisions)
      }
      if filter.at == nil, try !(changedFiles(of: [folder])[draft] ?? []).isEmpty {
        list.unsaved.append(draft)
      }
    }
    if !hasUnit, let missing { throw missing }
    return result.filter { filter.state == nil || $0.placement.state == filter.state }
  }

  /// Stable: what is equal stays in the order of drafts and events.
  private static func ordered(_ placed: [Placed], by order: CommentFilter.Order) -> [Placed] {
    func sorted<Key: Comparable>(_ key: (Placed) -> Key) -> [Placed] {
      placed.enumerated().map { (key($0.element), $0.offset, $0.element) }.sorted {
        $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1
      }.map(\.2)
    }
    switch order {
    case .place:
      // The drafts stand one after the other already.
      var start = 0
      var result: [Placed] = []
      while start < placed.count {
        let end =
          placed[start...].firstIndex { $0.row.draft != placed[start].row.draft } ?? placed.count
        result += placed[start..<end].enumerated().sorted {
          ($0.element.position, $0.offset) < ($1.element.position, $1.offset)
        }.map(\.element)
        start = end
      }
      return result
    case .date: return sorted(\.row.day)
    case .newest: return sorted { -(CalendarDate(iso8601: $0.row.day)?.daysSinceEpoch ?? 0) }
    case .due: return sorted { $0.row.due ?? "9999-99-99" }
    case .group: return sorted { $0.row.group ?? "\u{10FFFF}" }
    case .status:
      let names = CommentThread.Status.allCases.map(\.rawValue)
      return sorted { names.firstIndex(of: $0.row.status) ?? names.count }
    }
  }

  /// The place of a comment on a draft that this branch does not have.
  private static func nowhere(_ address: String?) -> Placement {
    Placement(state: address == nil ? .current : .detached, address: nil)
  }

  private func revisionNumbers(of draft: DraftKey) throws -> [String: Int] {
    guard let folder = try draftFolders().first(where: { $0.key == draft }) else { return [:] }
    return Dictionary(
      try revisions(of: folder).map { ($0.commit, $0.number) }, uniquingKeysWith: { old, _ in old })
  }

  private static func report(
    _ thread: StoredThread, _ placement: Placement, numbers: [String: Int]
  ) -> CommentReport {
    var report = thread.report(
      revision: numbers[thread.thread.anchor.commit], placement: placement)
    report.answerRevision = thread.thread.answer?.answer.commit.flatMap { numbers[$0] }
    return report
  }

  /// A thread with its place.
  func report(
    _ thread: StoredThread, by finder: inout PlacementFinder
  ) throws -> CommentReport {
    let anchor = thread.thread.anchor
    return Self.report(
      thread, try finder.placement(of: anchor.address, at: anchor.commit),
      numbers: Dictionary(
        finder.revisions.map { ($0.commit, $0.number) }, uniquingKeysWith: { old, _ in old }))
  }

  /// Places comments in one of a draft's texts.
  func finder(for folder: DraftFolder, at selector: RevisionSelector) throws -> PlacementFinder {
    let revisions = try revisions(of: folder)
    let position: Int
    let document: DraftText
    if selector == .working, root != nil {
      position = revisions.count
      document = try workingText(of: folder)
    } else {
      let revision = try revision(selector, of: folder.key, among: revisions)
      position = revision.number - 1
      document = try text(of: folder, at: revision)
    }
    return PlacementFinder(
      workbench: self, folder: folder, revisions: revisions, target: document,
      position: position)
  }

  /// One comment, placed in the last revision.
  /// - Parameter id: its id, or the first 4 characters or more of it.
  public func comment(_ id: String) throws -> CommentReport {
    let thread = try index().thread(named: id)
    let anchor = thread.thread.anchor
    guard let folder = try draftFolders().first(where: { $0.key == anchor.draft }) else {
      return thread.report(revision: nil, placement: Self.nowhere(anchor.address))
    }
    var finder = try finder(for: folder, at: .latest)
    return try report(thread, by: &finder)
  }

  /// The comments at the changes between two texts, by the position of the change.
  ///
  /// A comment stands at a change when its unit changed, lies in one that came or went, or holds
  /// one that changed without leaving its Pasal.
  func comments(
    at comparison: Comparison, old: DraftText, new: DraftText
  ) throws -> [Int: [CommentReport]] {
    // Comments are placed along the published line only.
    guard let draft = new.draft, let folder = try? draftFolder(draft),
      old.revision?.number != 0, new.revision?.number != 0
    else { return [:] }
    let rows = try index().rows(ThreadCondition(draft: draft))
    guard !rows.isEmpty, !comparison.changes.isEmpty else { return [:] }
    let newest = new.revision.map { RevisionSelector.number($0.number) } ?? .working
    let oldest = old.revision.map { RevisionSelector.number($0.number) } ?? .working
    var inNew = try finder(for: folder, at: newest)
    var inOld = try finder(for: folder, at: oldest)
    let sites = ChangeSites(comparison, old: old.document, new: new.document)
    var found: [(change: Int, row: ThreadRow, placement: Placement)] = []
    for row in rows {
      if let number = inNew.revision(of: row.base)?.number, let last = new.revision,
        number > last.number
      {
        continue
      }
      let placement = try inNew.placement(of: row.address, at: row.base)
      if let unit = inNew.unit(placement) {
        if let change = sites.change(atNew: unit) { found.append((change, row, placement)) }
      } else if let unit = try inOld.unit(inOld.placement(of: row.address, at: row.base)),
        let change = sites.change(atOld: unit)
      {
        found.append((change, row, placement))
      }
    }
    let threads = Dictionary(
      try index().threads(found.map(\.row.id)).map { ($0.thread.id, $0) },
      uniquingKeysWith: { old, _ in old })
    let numbers = try revisionNumbers(of: draft)
    return found.reduce(into: [:]) { result, site in
      guard let thread = threads[site.row.id] else { return }
      result[site.change, default: []].append(
        Self.report(thread, site.placement, numbers: numbers))
    }
  }

  /// How many refs of the review log cannot be read, wholly or in part: they are left out.
  public func unreadableLogs() throws -> Int { Set(try index().damage().map(\.ref)).count }

  /// What waits for whom, for every draft.
  public func status() throws -> StatusReport {
    let folders = try draftFolders()
    let changed = try changedFiles(of: folders)
    let register = try register()
    let index = try index()
    return StatusReport(
      drafts: try folders.map { folder in
        let groups = try index.groups(of: folder.key)
        return StatusReport.DraftStatus(
          listing: try listing(of: folder, changed: changed),
          comments: try index.counts(of: folder.key, today: today),
          unheard: register.stakeholders.filter { stakeholder in
            !groups.contains(where: stakeholder.isMeant)
          }, groups: register.stakeholders.count, detached: try detached(in: folder, index))
      })
  }

  /// The present day where this program runs.
  public var today: CalendarDate {
    environment.now().date(offsetMinutes: environment.offsetMinutes)
  }

  private func detached(in folder: DraftFolder, _ index: ReviewIndex) throws -> Int {
    let places = try index.places(of: folder.key)
    guard !places.isEmpty else { return 0 }
    var finder = try finder(for: folder, at: .latest)
    return try places.reduce(0) { count, place in
      let placement = try finder.placement(of: place.address, at: place.base)
      return placement.state == .detached ? count + place.count : count
    }
  }
}
