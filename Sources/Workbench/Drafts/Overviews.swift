import DraftDiff
import GitKit
import LegalText
import ReviewModel

extension Workbench {
  /// All drafts, by key.
  public func drafts() throws -> [DraftListing] {
    let folders = try draftFolders()
    let changed = try changedFiles(of: folders)
    return try folders.map { try listing(of: $0, changed: changed) }
  }

  func listing(
    of folder: DraftFolder, changed: [DraftKey: [FileStatus]]
  ) throws -> DraftListing {
    DraftListing(
      key: folder.key, info: try info(of: folder), revisions: try revisions(of: folder).count,
      isChanged: changed[folder.key]?.isEmpty == false)
  }

  /// One draft seen whole.
  public func overview(of key: DraftKey) throws -> DraftOverview {
    let folder = try draftFolder(key)
    let revisions = try revisions(of: folder)
    let listing = try listing(of: folder, changed: changedFiles(of: [folder]))
    var units: [UnitKind: Int] = [:]
    if let text = try? text(at: RevisionAddress(draft: key, selector: .working)) {
      for unit in text.document.units where !unit.address.hasPrefix("penjelasan") {
        units[unit.kind, default: 0] += 1
      }
    }
    return DraftOverview(
      listing: listing, latest: revisions.last, units: units,
      comments: try index().counts(of: key, today: today))
  }

  /// The revisions of a draft, newest first.
  /// - Parameter withChanges: whether each is compared with the one before it.
  public func log(of key: DraftKey, withChanges: Bool) throws -> RevisionLog {
    let folder = try draftFolder(key)
    let revisions = try revisions(of: folder)
    let listing = try listing(of: folder, changed: changedFiles(of: [folder]))
    var texts = TextCache(workbench: self, folder: folder)
    let entries = try revisions.indices.reversed().map { index in
      guard withChanges else {
        return RevisionLog.Entry(revision: revisions[index], pasal: nil, changes: nil)
      }
      let text = try texts.text(at: revisions[index])
      let before = index > 0 ? try texts.text(at: revisions[index - 1]) : nil
      return RevisionLog.Entry(
        revision: revisions[index],
        pasal: text?.units.count { $0.kind == .pasal && !$0.address.hasPrefix("penjelasan") },
        changes: before.flatMap { before in
          text.map { Comparison.compare(before, $0).summary }
        })
    }
    return RevisionLog(listing: listing, entries: entries)
  }

  /// What the revision at a position changed; nil for the first, and where there is no text.
  func changes(
    at position: Int, of folder: DraftFolder, among revisions: [Revision]
  ) throws -> ChangeSummary? {
    guard position > 0 else { return nil }
    var texts = TextCache(workbench: self, folder: folder)
    guard let old = try texts.text(at: revisions[position - 1]),
      let new = try texts.text(at: revisions[position])
    else { return nil }
    return Comparison.compare(old, new).summary
  }

  /// What changed between two texts of a draft, with the comments at the changes.
  public func diff(_ range: RevisionRange) throws -> DiffReport {
    guard range.from.draft == range.to.draft else {
      throw Failure.rangeOfTwoDrafts(
        range.from.draft.description, range.to.draft.description)
    }
    return try report(old: text(at: range.from), new: text(at: range.to))
  }

  /// What was changed and not yet saved in each draft.
  /// - Parameter keys: those asked about, shown also when nothing changed; none for all that did.
  public func unsavedDiffs(among keys: [DraftKey]) throws -> [DiffReport] {
    _ = try workFolder()
    let shown = keys.isEmpty ? try changedDrafts(among: []) : keys
    return try shown.compactMap { key in
      let folder = try draftFolder(key)
      let new = try workingText(of: folder)
      guard let latest = try revisions(of: folder).last,
        try textBlob(of: folder, at: latest) != nil
      else {
        let nothing = DraftText(draft: key, revision: nil, document: LegalParser.parse([]))
        return DiffReport(old: nothing, new: new)
      }
      let old = try text(of: folder, at: latest)
      if keys.isEmpty, old.document.source == new.document.source { return nil }
      return try report(old: old, new: new)
    }
  }

  private func report(old: DraftText, new: DraftText) throws -> DiffReport {
    var report = try DiffReport.compared({ old }, { new })
    report.comments = try comments(at: report.comparison, old: old, new: new)
    return report
  }
}

/// The parsed texts of a draft's revisions, each read once.
struct TextCache {
  let workbench: Workbench
  let folder: DraftFolder
  private var texts: [ObjectID: LegalDocument] = [:]

  init(workbench: Workbench, folder: DraftFolder) {
    self.workbench = workbench
    self.folder = folder
  }

  /// The text of a revision; nil when it had none.
  mutating func text(at revision: Revision) throws -> LegalDocument? {
    guard let blob = try workbench.textBlob(of: folder, at: revision) else { return nil }
    if let known = texts[blob] { return known }
    let document = LegalParser.parse(
      try git { () throws(GitError) in try workbench.repository.blob(blob) })
    texts[blob] = document
    return document
  }
}
