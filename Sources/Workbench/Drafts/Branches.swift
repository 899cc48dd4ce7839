import GitKit
import LegalText
import ReviewModel

extension Workbench {
  /// The revision at an address, of any history: a branch, a tag or a commit too.
  ///
  /// One that stands on the published line is given with its number.
  /// - Throws: `Failure.revisionNotFound`, `.revisionAmbiguous`, `.noRevisionYet`.
  func anyRevision(_ address: RevisionAddress, of folder: DraftFolder) throws -> Revision {
    let revisions = try revisions(of: folder)
    let start: ObjectID?
    switch address.selector {
    case .name(let name): start = try commit(named: name)
    case .commit(let prefix):
      if revisions.contains(where: { $0.commit.hasPrefix(prefix) }) {
        return try revision(address.selector, of: address.draft, among: revisions)
      }
      start = try commit(named: prefix) ?? commit(prefix: prefix)
    case .working, .latest, .number:
      return try revision(address.selector, of: address.draft, among: revisions)
    }
    guard let start,
      let commit = try git({ () throws(GitError) in
        try repository.history(from: start, path: folder.path).next()
      })
    else {
      if case .name = address.selector {
        throw Failure.addressNotUnderstood(address.description)
      }
      throw Failure.revisionNotFound(
        draft: address.draft.description, asked: address.selector.description,
        latest: revisions.count)
    }
    let id = commit.id.description
    return revisions.first { $0.commit == id } ?? Self.revision(commit, number: 0)
  }

  /// The commit of a branch, a branch of another clone, or a tag.
  private func commit(named name: String) throws -> ObjectID? {
    for prefix in ["refs/heads/", "refs/remotes/", "refs/tags/"] {
      let found = try git { () throws(GitError) -> ObjectID? in
        do throws(GitError) {
          return try repository.reference(prefix + name)?.target
        } catch {
          // What git does not allow as a name names nothing.
          guard error.code == .invalidName else { throw error }
          return nil
        }
      }
      guard let found else { continue }
      if prefix == "refs/tags/" {
        let tags = try git { () throws(GitError) in try repository.tags() }
        return tags.first { $0.name == name }?.target
      }
      return found
    }
    return nil
  }

  private func commit(prefix: String) throws -> ObjectID? {
    try git { () throws(GitError) -> ObjectID? in
      do throws(GitError) {
        return try repository.commit(repository.objectID(prefix: prefix)).id
      } catch {
        guard [.notFound, .ambiguous, .invalid].contains(error.code) else { throw error }
        return nil
      }
    }
  }

  /// The revision that two others grew from.
  /// - Throws: `Failure.noCommonBase`.
  func commonBase(
    _ first: Revision, _ second: Revision, of folder: DraftFolder
  ) throws -> Revision {
    let nothing = Failure.noCommonBase(
      "\(folder.key)@\(first.selector)", "\(folder.key)@\(second.selector)")
    guard let one = ObjectID(first.commit), let two = ObjectID(second.commit),
      let base = try git({ () throws(GitError) in try repository.mergeBase(one, two) }),
      let commit = try git({ () throws(GitError) in
        try repository.history(from: base, path: folder.path).next()
      })
    else { throw nothing }
    let id = commit.id.description
    return try revisions(of: folder).first { $0.commit == id }
      ?? Self.revision(commit, number: 0)
  }
}
