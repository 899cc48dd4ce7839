import Foundation
import GitKit
import ReviewModel

extension Workbench {
  /// The drafts whose files differ from the last commit, by key.
  /// - Parameter keys: those asked about; none for all.
  /// - Throws: `Failure.draftNotFound` for a key that is no draft.
  public func changedDrafts(among keys: [DraftKey]) throws -> [DraftKey] {
    _ = try workFolder()
    let folders = keys.isEmpty ? try draftFolders() : try keys.map(draftFolder)
    let changed = try changedFiles(of: folders)
    return folders.map(\.key).filter { changed[$0]?.isEmpty == false }
  }

  /// The changed files of drafts, from the repository's root, by draft.
  func changedFiles(of folders: [DraftFolder]) throws -> [DraftKey: [FileStatus]] {
    guard root != nil, !folders.isEmpty else { return [:] }
    let status = try git { () throws(GitError) in
      try repository.status(of: folders.map(\.path))
    }
    var result: [DraftKey: [FileStatus]] = [:]
    for file in status where file.againstHead != nil || file.isConflicted {
      if let folder = folders.first(where: { $0.holds(file.path) }) {
        result[folder.key, default: []].append(file)
      }
    }
    return result
  }

  /// Records a revision of each draft that changed: one commit a draft, all or none of them; other
  /// changes and the index stay as they are.
  /// - Parameter resolves: ids, or prefixes of ids, of the comments that they answer.
  /// - Returns: what was recorded, nil when nothing had changed.
  public func commit(
    _ keys: [DraftKey], message: String, resolves: [String]
  ) throws -> CommitReport? {
    _ = try workFolder()
    let branch = try savingBranch()
    let folders = keys.isEmpty ? try draftFolders() : try keys.map(draftFolder)
    let changed = try changedFiles(of: folders)
    let saved = folders.filter { changed[$0.key]?.isEmpty == false }
    guard !saved.isEmpty else { return nil }
    let answered = try resolves.map { try comment($0).thread }
    let files = try Dictionary(
      uniqueKeysWithValues: saved.map { ($0.key, try contents(of: $0, changed[$0.key] ?? [])) })
    for folder in saved {
      let text = files[folder.key]?.first { $0.path == folder.textPath }?.bytes
      try refuseConflicts(in: text ?? [], of: folder.key)
    }
    let joined = try saved.map { folder in
      let text = files[folder.key]?.first { $0.path == folder.textPath }?.bytes
      return try pendingParents(of: folder, text: text ?? [])
    }
    let checks = try Dictionary(
      uniqueKeysWithValues: saved.map { folder in
        let read = files[folder.key] ?? []
        return (
          folder.key,
          try checkChange(
            of: folder, text: read.first { $0.path == folder.textPath }?.bytes,
            info: read.first { $0.path == folder.infoPath }?.bytes)
        )
      })
    let commits = saved.map { folder in
      (
        files: files[folder.key] ?? [],
        message: RevisionMessage(
          text: message, drafts: [folder.key],
          resolves: answered.filter { thread in
            thread.anchor.draft == folder.key
              || (folder.key == saved.last?.key
                && !saved.contains { $0.key == thread.anchor.draft })
          }.map(\.id),
          check: checks[folder.key].flatMap { change in
            change.map {
              CheckTrailer(errors: $0.counts.errors, warnings: $0.counts.warnings)
            }
          })
      )
    }
    let signatures = try signatures()
    guard
      let last = try record(
        commits.map { (files: $0.files, message: $0.message.formatted, author: signatures.author) },
        on: branch, committer: signatures.committer, joining: joined)
    else { return nil }
    for folder in saved { try forgetMerge(of: folder) }
    let entries = try saved.enumerated().map { position, folder in
      let revisions = try revisions(of: folder)
      return CommitReport.Entry(
        draft: folder.key, revision: revisions.count,
        changes: try changes(at: revisions.count - 1, of: folder, among: revisions),
        check: checks[folder.key].flatMap { $0 }, joined: joined[position].map(\.description))
    }
    return CommitReport(
      commit: last.description, revisions: entries, resolves: answered.map(\.id))
  }

  /// The branch that a revision goes to.
  /// - Throws: when HEAD is on no branch, or git is in the middle of something.
  func savingBranch() throws -> String {
    let (head, state) = try git { () throws(GitError) in
      (try repository.head(), try repository.state())
    }
    guard state == .none else { throw Failure.repositoryBusy(state: String(describing: state)) }
    switch head {
    case .unborn(let branch), .branch(let branch, _): return branch
    case .detached: throw Failure.detachedHead
    }
  }

  /// A file as it goes into a commit; nil bytes for one that is gone.
  struct SavedFile {
    var path: String
    var bytes: [UInt8]?
    var isExecutable = false
  }

  /// The files to record, read and checked before anything is written.
  private func contents(of folder: DraftFolder, _ changed: [FileStatus]) throws -> [SavedFile] {
    try changed.map { status in
      guard !status.isConflicted else { throw Failure.repositoryBusy(state: "merge") }
      let path = try "\(workFolder())/\(status.path)"
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      if status.againstHead == .deleted, attributes == nil { return SavedFile(path: status.path) }
      guard attributes?[.type] as? FileAttributeType == .typeRegular else {
        throw Failure.notAFile(path: status.path)
      }
      let bytes = try TextFile.bytes(at: path, named: status.path)
      if status.path == folder.textPath { try TextFile.check(bytes, path: status.path) }
      if status.path == folder.infoPath { _ = try DraftFile.read(bytes, path: status.path) }
      return SavedFile(path: status.path, bytes: bytes)
    }
  }

  /// Writes commits one upon the other and moves the branch to the last of them, unless somebody
  /// moved it meanwhile: then they are made anew upon what is there.
  /// - Parameter joining: by the position of a commit its further parents.
  /// - Returns: the last commit; nil when there was none to record.
  @discardableResult
  func record(
    _ commits: [(files: [SavedFile], message: String, author: Signature)], on branch: String,
    committer: Signature, joining: [[ObjectID]] = []
  ) throws -> ObjectID? {
    let signer = try requiredSigner()
    let lock = try EventLog(repository: repository).lock()
    defer { withExtendedLifetime(lock) {} }
    var attempts = 0
    while true {
      let head = try headCommit()
      guard
        let last = try write(
          commits, upon: head, committer: committer, joining: joining, signer: signer)
      else { return nil }
      do throws(GitError) {
        try move(branch, from: head, to: last, paths: commits.flatMap(\.files).map(\.path))
        return last
      } catch {
        attempts += 1
        // Git itself holds a lock for moments only.
        guard [.modified, .exists, .locked].contains(error.code), attempts < 10 else {
          throw Failure(error)
        }
        if error.code == .locked { Thread.sleep(forTimeInterval: 0.05) }
      }
    }
  }

  /// Writes the objects of commits one upon the other and gives the last.
  private func write(
    _ commits: [(files: [SavedFile], message: String, author: Signature)], upon head: ObjectID?,
    committer: Signature, joining: [[ObjectID]], signer: CommitSigner?
  ) throws -> ObjectID? {
    var parent = head
    for (position, commit) in commits.enumerated() {
      let others = joining.indices.contains(position) ? joining[position] : []
      let draft = try git { () throws(GitError) in
        var changes: [TreeChange] = []
        for file in commit.files {
          changes.append(
            try file.bytes.map { bytes throws(GitError) in
              .upsert(path: file.path, id: try repository.writeBlob(bytes))
            } ?? .remove(path: file.path))
        }
        let base = try parent.map { id throws(GitError) in try repository.commit(id).tree }
        return CommitDraft(
          tree: try repository.updateTree(base: base, changes: changes),
          parents: (parent.map { [$0] } ?? []) + others, author: commit.author,
          committer: committer, message: commit.message)
      }
      let signature = try signer?.signature(
        over: git { () throws(GitError) in try draft.content() })
      parent = try git { () throws(GitError) in
        try repository.writeCommit(draft, signature: signature)
      }
    }
    return parent
  }

  /// Moves the branch and lets git's index follow; where that cannot be, the branch goes back.
  private func move(
    _ branch: String, from head: ObjectID?, to commit: ObjectID, paths: [String]
  ) throws(GitError) {
    try repository.updateReference(branch, to: commit, expecting: head, message: "naskah: commit")
    do throws(GitError) {
      try repository.refreshIndexEntries(paths: paths, tree: repository.commit(commit).tree)
    } catch {
      if let head {
        try repository.updateReference(
          branch, to: head, expecting: commit, message: "naskah: not recorded")
      } else {
        try repository.deleteReference(branch, expecting: commit)
      }
      throw error
    }
  }

  /// Brings the text of a revision back as the working text.
  /// - Throws: `Failure.unsavedChanges` rather than lose what was not saved.
  public func restore(_ address: RevisionAddress) throws -> RestoredText {
    let root = try workFolder()
    let folder = try draftFolder(address.draft)
    let revision = try anyRevision(address, of: folder)
    guard let blob = try textBlob(of: folder, at: revision) else {
      throw Failure.noText(
        draft: "\(folder.key) \(revision.label)", path: folder.textPath)
    }
    let bytes = try git { () throws(GitError) in try repository.blob(blob) }
    let path = "\(root)/\(folder.textPath)"
    let present = try? TextFile.bytes(at: path, named: folder.textPath)
    if present != bytes {
      let changed = try changedFiles(of: [folder])[folder.key] ?? []
      guard !changed.contains(where: { $0.path == folder.textPath && present != nil }) else {
        throw Failure.unsavedChanges(draft: folder.key.description)
      }
      try TextFile.write(bytes, to: path)
    }
    try forgetMerge(of: folder)
    return RestoredText(
      draft: folder.key, revision: revision, path: folder.textPath, isChanged: present != bytes)
  }

  /// Starts a draft: its `draft.yml`, and its text where a file gives one. Nothing is committed.
  /// - Parameter file: the absolute path of a text file, checked and copied as it is.
  public func addDraft(
    key: DraftKey, info: DraftInfo, file: String?
  ) throws -> (listing: DraftListing, path: String) {
    let root = try workFolder()
    guard try !hasDraft(key) else { throw Failure.draftExists(key.description) }
    let folder = DraftFolder(key: key, path: "\(draftsFolder)/\(key)")
    var text: [UInt8]?
    if let file {
      let bytes = try TextFile.bytes(at: file, named: file)
      try TextFile.check(bytes, path: file)
      text = bytes
    }
    if let text { try TextFile.write(text, to: "\(root)/\(folder.textPath)") }
    try TextFile.write(Array(DraftFile.text(info).utf8), to: "\(root)/\(folder.infoPath)")
    return (
      DraftListing(key: key, info: info, revisions: 0, isChanged: true), folder.textPath
    )
  }
}

/// What `restore` did.
public struct RestoredText: Sendable {
  /// The draft.
  public var draft: DraftKey
  /// The revision whose text it was.
  public var revision: Revision
  /// The file written, from the repository's root.
  public var path: String
  /// Whether the file had to be written.
  public var isChanged: Bool
}
