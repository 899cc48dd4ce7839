import DraftDiff
import Foundation
import GRDB
import GitKit
import ReviewModel

/// Which comments are asked for.
public struct CommentFilter: Sendable {
  /// Those on this draft.
  public var draft: DraftKey?
  /// The text in which they are placed; the last revision of each draft for nil.
  public var at: RevisionAddress?
  /// Those that have come so far.
  public var status: CommentThread.Status?
  /// Those whose text holds all these words, or words that begin so.
  public var search: String?

  /// Makes a filter.
  public init(
    draft: DraftKey? = nil, at: RevisionAddress? = nil, status: CommentThread.Status? = nil,
    search: String? = nil
  ) {
    self.draft = draft
    self.at = at
    self.status = status
    self.search = search
  }
}

extension Workbench {
  /// The comments asked for, by draft, then in the order of the text.
  public func comments(_ filter: CommentFilter) throws -> CommentListReport {
    if let draft = filter.draft { _ = try draftFolder(draft) }
    if let at = filter.at, let draft = filter.draft, at.draft != draft {
      throw Failure.rangeOfTwoDrafts(draft.description, at.draft.description)
    }
    let found = try index().threads(
      draft: filter.draft ?? filter.at?.draft, status: filter.status, search: filter.search)
    var list = CommentListReport(comments: [], placedIn: [:], unsaved: [])
    let folders = try draftFolders()
    for (draft, threads) in Dictionary(grouping: found, by: \.thread.comment.anchor.draft).sorted(
      by: { $0.key < $1.key })
    {
      guard let folder = folders.first(where: { $0.key == draft }) else {
        list.comments += threads.map { $0.report(revision: nil, placement: Self.nowhere($0)) }
        continue
      }
      let selector = filter.at?.selector ?? .latest
      var finder = try finder(for: folder, at: selector)
      list.comments += try placed(threads, by: &finder)
      if selector != .working {
        list.placedIn[draft] = try revision(selector, of: draft, among: finder.revisions)
      }
      if filter.at == nil, try !(changedFiles(of: [folder])[draft] ?? []).isEmpty {
        list.unsaved.append(draft)
      }
    }
    return list
  }

  /// A comment on a draft that this branch does not have.
  private static func nowhere(_ thread: StoredThread) -> Placement {
    Placement(
      state: thread.thread.comment.anchor.address == nil ? .current : .detached, address: nil)
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
      workbench: self, folder: folder, revisions: revisions, target: document.document,
      position: position)
  }

  /// Comments in the order of the text: those on the whole first, the detached ones last.
  private func placed(
    _ threads: [StoredThread], by finder: inout PlacementFinder
  ) throws -> [CommentReport] {
    var placed: [(order: Int, report: CommentReport)] = []
    for thread in threads {
      let report = try report(thread, by: &finder)
      let isWhole = report.thread.comment.anchor.address == nil
      let order = isWhole ? -1 : finder.unit(report.placement) ?? Int.max
      placed.append((order, report))
    }
    return placed.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }.map(\.element.report)
  }

  func report(
    _ thread: StoredThread, by finder: inout PlacementFinder
  ) throws -> CommentReport {
    let anchor = thread.thread.comment.anchor
    var report = thread.report(
      revision: finder.revision(of: anchor)?.number, placement: try finder.placement(of: anchor))
    if let commit = thread.thread.answer?.answer.commit {
      report.answerRevision = finder.revisions.first { $0.commit == commit }?.number
    }
    return report
  }

  /// One comment, placed in the last revision.
  /// - Parameter id: its id, or the first 4 characters or more of it.
  public func comment(_ id: String) throws -> CommentReport {
    let thread = try index().thread(named: id)
    let draft = thread.thread.comment.anchor.draft
    guard let folder = try draftFolders().first(where: { $0.key == draft }) else {
      return thread.report(revision: nil, placement: Self.nowhere(thread))
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
    guard let draft = new.draft, let folder = try? draftFolder(draft) else { return [:] }
    let threads = try index().threads(draft: draft, status: nil, search: nil)
    guard !threads.isEmpty, !comparison.changes.isEmpty else { return [:] }
    let newest = new.revision.map { RevisionSelector.number($0.number) } ?? .working
    let oldest = old.revision.map { RevisionSelector.number($0.number) } ?? .working
    var inNew = try finder(for: folder, at: newest)
    var inOld = try finder(for: folder, at: oldest)
    let sites = ChangeSites(comparison, old: old.document, new: new.document)
    var result: [Int: [CommentReport]] = [:]
    for thread in threads {
      let report = try report(thread, by: &inNew)
      if let revision = report.revision, let last = new.revision, revision > last.number {
        continue
      }
      if let unit = inNew.unit(report.placement) {
        if let change = sites.change(atNew: unit) { result[change, default: []].append(report) }
      } else if let unit = try inOld.unit(
        inOld.placement(of: thread.thread.comment.anchor)),
        let change = sites.change(atOld: unit)
      {
        result[change, default: []].append(report)
      }
    }
    return result
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
          comments: try index.counts(of: folder.key),
          unheard: register.stakeholders.filter { stakeholder in
            !groups.contains(where: stakeholder.isMeant)
          }, groups: register.stakeholders.count, detached: try detached(in: folder, index))
      })
  }

  private func detached(in folder: DraftFolder, _ index: ReviewIndex) throws -> Int {
    let threads = try index.threads(draft: folder.key, status: nil, search: nil)
    guard !threads.isEmpty else { return 0 }
    var finder = try finder(for: folder, at: .latest)
    var count = 0
    for thread in threads
    where try finder.placement(of: thread.thread.comment.anchor).state == .detached {
      count += 1
    }
    return count
  }
}
