import DraftDiff
import Foundation
import GitKit
import LegalText
import ReviewModel

extension Workbench {
  /// Two revisions of a draft and the one that both grew from.
  private func sides(
    _ first: RevisionAddress, _ second: RevisionAddress, base: RevisionAddress?,
    _ folder: DraftFolder
  ) throws -> (base: Revision, ours: Revision, theirs: Revision) {
    for address in [second, base].compactMap(\.self) where address.draft != first.draft {
      throw Failure.rangeOfTwoDrafts(first.draft.description, address.draft.description)
    }
    let ours = try anyRevision(first, of: folder)
    let theirs = try anyRevision(second, of: folder)
    let common =
      try base.map { try anyRevision($0, of: folder) } ?? commonBase(ours, theirs, of: folder)
    return (common, ours, theirs)
  }

  /// Two revisions of a draft against the one that both grew from.
  /// - Parameter base: that one; nil to find it in the history.
  public func threeWayDiff(
    _ first: RevisionAddress, _ second: RevisionAddress, base: RevisionAddress?
  ) throws -> ThreeWayReport {
    let folder = try draftFolder(first.draft)
    let sides = try sides(first, second, base: base, folder)
    return ThreeWayReport(
      base: try text(of: folder, at: sides.base),
      ours: try first.selector == .working && root != nil
        ? workingText(of: folder) : text(of: folder, at: sides.ours),
      theirs: try second.selector == .working && root != nil
        ? workingText(of: folder) : text(of: folder, at: sides.theirs))
  }

  /// Merges two revisions of a draft.
  /// - Parameters:
  ///   - base: the revision that both grew from; nil to find it in the history.
  ///   - writes: whether the result becomes the working text, for a person to go on with.
  /// - Throws: `Failure.unsavedChanges` rather than lose what was not saved, `.mergeElsewhere` when
  ///   the working text grew from neither.
  public func merge(
    _ first: RevisionAddress, _ second: RevisionAddress, base: RevisionAddress?, writes: Bool
  ) throws -> MergeReport {
    let folder = try draftFolder(first.draft)
    let sides = try sides(first, second, base: base, folder)
    let texts = (
      base: try text(of: folder, at: sides.base), ours: try text(of: folder, at: sides.ours),
      theirs: try text(of: folder, at: sides.theirs)
    )
    for text in [texts.base, texts.ours, texts.theirs] {
      try refuseConflicts(in: text.document.source, of: folder.key)
    }
    let merge = Merge.merge(
      base: texts.base.document, ours: texts.ours.document, theirs: texts.theirs.document)
    let (parents, leftFiles) = try parents(sides.ours, sides.theirs, folder)
    var report = MergeReport(
      base: texts.base, ours: texts.ours, theirs: texts.theirs, merge: merge, path: nil,
      isChanged: true, parents: leftFiles.isEmpty ? parents.map(\.description) : [],
      leftFiles: leftFiles)
    guard writes else { return report }
    let path = try "\(workFolder())/\(folder.textPath)"
    let present = try workingBytes(of: folder)
    let changed = try changedFiles(of: [folder])[folder.key] ?? []
    guard !changed.contains(where: { $0.path == folder.textPath }) else {
      throw Failure.unsavedChanges(draft: folder.key.description)
    }
    guard
      [texts.base, texts.ours, texts.theirs].contains(where: { $0.document.source == present })
    else { throw Failure.mergeElsewhere(draft: folder.key.description) }
    _ = try savingBranch()
    let result = report.text
    report.isChanged = result != present
    if report.isChanged {
      try TextFile.write(result, to: path)
      report.path = folder.textPath
      try remember(report.parents, over: present, result: result, of: folder)
    } else {
      report.parents = []
    }
    return report
  }

  /// The commits that a merge joins with the published line, and the files besides the text that
  /// they changed and HEAD does not have so.
  private func parents(
    _ first: Revision, _ second: Revision, _ folder: DraftFolder
  ) throws -> (commits: [ObjectID], leftFiles: [String]) {
    guard let head = try headCommit() else { return ([], []) }
    return try git { () throws(GitError) in
      var commits: [ObjectID] = []
      var files: Set<String> = []
      let tree = try repository.commit(head).tree
      for revision in [first, second] {
        guard let commit = ObjectID(revision.commit), !commits.contains(commit),
          try !repository.isAncestor(commit, of: head)
        else { continue }
        commits.append(commit)
        let base = try repository.mergeBase(head, commit)
        let before = try base.map { id throws(GitError) in try repository.commit(id).tree }
        let changes = try repository.changes(from: before, to: repository.commit(commit).tree)
        for delta in changes where delta.path != folder.textPath {
          if try repository.entry(at: delta.path, in: tree)?.id != delta.newID {
            files.insert(delta.path)
          }
        }
      }
      return (commits, files.sorted())
    }
  }

  // MARK: Conflicts

  /// Refuses a text that still holds the marks of a conflict, naming the unit at the first.
  func refuseConflicts(in text: [UInt8], of draft: DraftKey) throws(Failure) {
    guard let mark = ConflictMarks.marks(in: text).first else { return }
    let units = LegalParser.parse(text).units
    // The mark stands before the unit that it is about.
    let next = units.first { $0.range.lowerBound > mark.offset && !$0.labelRange.isEmpty }
    let holder = units.last { $0.range.contains(mark.offset) }
    throw .textHasConflicts(
      draft: draft.description, unit: (next ?? holder)?.address ?? "", line: mark.line)
  }

  // MARK: What the next revision joins

  private func pendingPath(_ folder: DraftFolder) -> String {
    "\(repository.gitFolder)/naskah/merge-\(folder.key)"
  }

  /// Keeps what a merge joined until its result is saved: the text that it was made over, its
  /// result, then the commits.
  private func remember(
    _ parents: [String], over text: [UInt8], result: [UInt8], of folder: DraftFolder
  ) throws {
    try forgetMerge(of: folder)
    guard !parents.isEmpty else { return }
    let ids = try git { () throws(GitError) in
      [try repository.writeBlob(text), try repository.writeBlob(result)]
    }
    let lines = ids.map(\.description) + parents
    try TextFile.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: pendingPath(folder))
  }

  /// Forgets what a merge joined.
  func forgetMerge(of folder: DraftFolder) throws {
    let path = pendingPath(folder)
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw Failure.readOnly(path: path)
    }
  }

  /// The further parents of a draft's next revision; none where the last revision is no longer the
  /// one that was merged into, or the text shows nothing of the merge: it was given up.
  func pendingParents(of folder: DraftFolder, text: [UInt8]) throws -> [ObjectID] {
    guard let bytes = try? TextFile.bytes(at: pendingPath(folder), named: ""),
      let head = try headCommit()
    else { return [] }
    let ids = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap {
      ObjectID(String($0))
    }
    return try git { () throws(GitError) in
      let tree = try repository.commit(head).tree
      guard ids.count > 2, try repository.entry(at: folder.textPath, in: tree)?.id == ids[0]
      else { return [] }
      let result = try repository.blob(ids[1])
      let brought = Self.lines(result).subtracting(Self.lines(try repository.blob(ids[0])))
      let saved = Self.lines(text)
      guard
        !brought.isDisjoint(with: saved) || !Self.disputedLines(result).isSubset(of: saved)
      else { return [] }
      var parents: [ObjectID] = []
      for id in ids.dropFirst(2) where try !repository.isAncestor(id, of: head) {
        parents.append(id)
      }
      return parents
    }
  }

  /// The lines of our side of each conflict.
  private static func disputedLines(_ text: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var result: Set<ArraySlice<UInt8>> = []
    var isOurs = false
    for line in text.split(separator: 0x0A) {
      if line.starts(with: [UInt8](repeating: 0x3C, count: ConflictMarks.length)) {
        isOurs = true
      } else if line.starts(with: [UInt8](repeating: 0x3D, count: ConflictMarks.length)) {
        isOurs = false
      } else if isOurs {
        result.insert(line)
      }
    }
    return result
  }

  private static func lines(_ text: [UInt8]) -> Set<ArraySlice<UInt8>> {
    Set(text.split(separator: 0x0A))
  }
}

extension TextFile {
  /// Merges the three files that git hands to a merge driver; the result goes into `ours`.
  /// - Parameters:
  ///   - size: how many characters the marks of a conflict have.
  ///   - names: what the sides are called.
  /// - Returns: the merge.
  /// - Throws: `Failure` when a file holds no text; then nothing is written.
  public static func merge(
    base: String, ours: String, theirs: String, size: Int,
    names: (ours: String, theirs: String), named path: String
  ) throws -> Merge {
    let texts = try [base, ours, theirs].map { try gitSide(at: $0, named: path).document }
    let merge = Merge.merge(base: texts[0], ours: texts[1], theirs: texts[2])
    let text = merge.text(
      ours: names.ours, theirs: names.theirs, length: min(max(size, 7), 1000))
    try write(text, to: ours)
    return merge
  }
}
