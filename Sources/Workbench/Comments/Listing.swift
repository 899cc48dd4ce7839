import DraftDiff
import LegalText
import ReviewModel

extension Workbench {
  /// The place of a comment on a draft that this branch does not have.
  static func nowhere(_ address: String?) -> Placement {
    Placement(state: address == nil ? .current : .detached, address: nil)
  }

  func revisionNumbers(of draft: DraftKey) throws -> [String: Int] {
    guard let folder = try draftFolders().first(where: { $0.key == draft }) else { return [:] }
    return Dictionary(
      try revisions(of: folder).map { ($0.commit, $0.number) }, uniquingKeysWith: { old, _ in old })
  }

  static func report(
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
    let index = try index()
    return try index.consistently {
      try comments(of: folder, in: index, at: comparison, old: old, new: new)
    }
  }

  private func comments(
    of folder: DraftFolder, in index: ReviewIndex, at comparison: Comparison, old: DraftText,
    new: DraftText
  ) throws -> [Int: [CommentReport]] {
    let spots = try index.spots(of: folder.key)
    guard !spots.isEmpty, !comparison.changes.isEmpty else { return [:] }
    let newest = new.revision.map { RevisionSelector.number($0.number) } ?? .working
    let oldest = old.revision.map { RevisionSelector.number($0.number) } ?? .working
    var inNew = try finder(for: folder, at: newest)
    var inOld = try finder(for: folder, at: oldest)
    let sites = ChangeSites(comparison, old: old.document, new: new.document)
    var found: [Int: (change: Int, placement: Placement)] = [:]
    for spot in spots {
      if let number = inNew.revision(of: spot.base)?.number, let last = new.revision,
        number > last.number
      {
        continue
      }
      let placement = try inNew.placement(of: spot.address, at: spot.base)
      if let unit = inNew.unit(placement) {
        if let change = sites.change(atNew: unit) { found[spot.number] = (change, placement) }
      } else if let unit = try inOld.unit(inOld.placement(of: spot.address, at: spot.base)),
        let change = sites.change(atOld: unit)
      {
        found[spot.number] = (change, placement)
      }
    }
    guard !found.isEmpty else { return [:] }
    var rows: [Candidate] = []
    try index.candidates(ThreadCondition(), at: found.keys.sorted(), key: nil) { rows.append($0) }
    let ids = try index.ids(of: rows.map(\.number))
    let ordered = rows.compactMap { row in ids[row.number].map { (row, $0) } }.sorted {
      ($0.0.clock, $0.1) < ($1.0.clock, $1.1)
    }
    let threads = Dictionary(
      try index.threads(ordered.map(\.1)).map { ($0.thread.id, $0) },
      uniquingKeysWith: { old, _ in old })
    let numbers = try revisionNumbers(of: folder.key)
    return ordered.reduce(into: [:]) { result, row in
      guard let thread = threads[row.1], let site = found[row.0.spot] else { return }
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
    let spots = try index.spots(of: folder.key).filter { $0.address != nil }
    guard !spots.isEmpty else { return 0 }
    let counts = try index.tallies(nil)
    var finder = try finder(for: folder, at: .latest)
    return try spots.reduce(0) { count, spot in
      let placement = try finder.placement(of: spot.address, at: spot.base)
      guard placement.state == .detached else { return count }
      return count &+ (counts[spot.number]?.values.reduce(0, &+) ?? 0)
    }
  }
}
