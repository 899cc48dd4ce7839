import CLibgit2
import Synchronization

/// Which commits a walk through history visits.
public enum HistoryTraversal: Sendable, Hashable {
  /// The commit and then always the first parent: the published line.
  case firstParent
  /// Every ancestor, newest first, never a parent before its child.
  case all
}

/// A walk from a commit to its ancestors, newest first, as far as it is asked for.
public final class HistoryWalk: Sendable {
  private struct Position: ~Copyable {
    /// The walk over all ancestors; nil when only first parents are followed.
    var walk: Owned<RevisionWalkObject>?
    /// The next commit when only first parents are followed.
    var next: ObjectID?
    /// That commit, where it was read as the parent of the one before.
    var ahead: Commit?
    /// The object at the path, by root tree: each is asked for as a child and as a parent.
    var known: [ObjectID: ObjectID?] = [:]
  }

  private let repository: GitRepository
  private let path: String?
  private let isShallow: Bool
  private let position: Mutex<Position>

  init(
    _ repository: GitRepository, from start: ObjectID, path: String?,
    traversal: HistoryTraversal, excluding: [ObjectID]
  ) throws(GitError) {
    if let path { _ = try pathComponents(path) }
    self.repository = repository
    self.path = path
    isShallow = try repository.isShallow()
    switch traversal {
    case .firstParent where excluding.isEmpty:
      position = Mutex(Position(walk: nil, next: start))
    case .firstParent, .all:
      let walk = try Self.walk(repository, start, excluding, traversal)
      position = Mutex(Position(walk: walk, next: nil))
    }
  }

  deinit {
    // libgit2's walk goes before the repository that it walks in.
    position.withLock { $0.walk = nil }
  }

  /// The next commit; nil at the end.
  ///
  /// Limited to a path, a commit is given when what the path names differs from the first parent's,
  /// and a commit without parents when the path names something.
  public func next() throws(GitError) -> Commit? {
    try position.withLock { position throws(GitError) in
      while let commit = try advance(&position) {
        guard path != nil else { return commit }
        if try touchesPath(commit, &position) { return commit }
      }
      return nil
    }
  }

  /// Up to `limit` further commits.
  public func next(_ limit: Int) throws(GitError) -> [Commit] {
    var result: [Commit] = []
    while result.count < limit, let commit = try next() { result.append(commit) }
    return result
  }

  private func advance(_ position: inout Position) throws(GitError) -> Commit? {
    if let id = position.next {
      let ahead = position.ahead.take()
      let commit = if let ahead { ahead } else { try repository.commit(id) }
      position.next = try parent(of: commit)
      return commit
    }
    guard position.walk != nil else { return nil }
    let id = try repository.locked { _ throws(GitError) -> ObjectID? in
      var raw = git_oid()
      let code = try position.walk?.use { git_revwalk_next(&raw, $0) } ?? GIT_ITEROVER.rawValue
      guard code != GIT_ITEROVER.rawValue else { return nil }
      try check("git_revwalk_next", code)
      return ObjectID(raw)
    }
    return try id.map { id throws(GitError) in try repository.commit(id) }
  }

  /// The first parent; nil too where a shallow clone cut it off.
  private func parent(of commit: Commit) throws(GitError) -> ObjectID? {
    guard let parent = commit.parents.first else { return nil }
    guard isShallow, try repository.object(parent) == nil else { return parent }
    return nil
  }

  private func touchesPath(_ commit: Commit, _ position: inout Position) throws(GitError) -> Bool {
    let own = try object(at: commit.tree, &position)
    guard let parent = try parent(of: commit) else { return own != nil }
    let before = try repository.commit(parent)
    if position.next == parent { position.ahead = before }
    return try own != object(at: before.tree, &position)
  }

  private func object(
    at tree: ObjectID, _ position: inout Position
  ) throws(GitError) -> ObjectID? {
    guard let path else { return nil }
    if let known = position.known[tree] { return known }
    let id = try repository.entry(at: path, in: tree)?.id
    if position.known.count >= 1024 { position.known.removeAll(keepingCapacity: true) }
    position.known.updateValue(id, forKey: tree)
    return id
  }

  private static func walk(
    _ repository: GitRepository, _ start: ObjectID, _ excluding: [ObjectID],
    _ traversal: HistoryTraversal
  ) throws(GitError) -> Owned<RevisionWalkObject>? {
    var made: Owned<RevisionWalkObject>?
    try repository.locked { pointer throws(GitError) in
      made = try Owned("git_revwalk_new") { git_revwalk_new(&$0, pointer) }
      try made?.use { walk throws(GitError) in
        let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
        try check("git_revwalk_sorting", git_revwalk_sorting(walk, order))
        if traversal == .firstParent {
          try check(
            "git_revwalk_simplify_first_parent", git_revwalk_simplify_first_parent(walk))
        }
        var raw = start.raw
        try check("git_revwalk_push", git_revwalk_push(walk, &raw))
        for id in excluding {
          var raw = id.raw
          try check("git_revwalk_hide", git_revwalk_hide(walk, &raw))
        }
      }
    }
    return made.take()
  }
}

extension GitRepository {
  /// A walk from a commit to its ancestors, newest first.
  /// - Parameters:
  ///   - path: a file or folder to whose changes the walk is limited.
  ///   - excluding: commits that are left out together with all their ancestors.
  /// - Throws: `notFound` when there is no such commit, `invalidName` for a malformed path.
  public func history(
    from commit: ObjectID, path: String? = nil, traversal: HistoryTraversal = .firstParent,
    excluding: [ObjectID] = []
  ) throws(GitError) -> HistoryWalk {
    _ = try self.commit(commit)
    return try HistoryWalk(
      self, from: commit, path: path, traversal: traversal, excluding: excluding)
  }

  /// The best common ancestor of two commits; nil when they have none.
  public func mergeBase(_ one: ObjectID, _ two: ObjectID) throws(GitError) -> ObjectID? {
    try locked { repository throws(GitError) in
      try Self.requireKind(repository, one, .commit)
      try Self.requireKind(repository, two, .commit)
      var (first, second, result) = (one.raw, two.raw, git_oid())
      let code = git_merge_base(&result, repository, &first, &second)
      guard code != GIT_ENOTFOUND.rawValue else { return nil }
      try check("git_merge_base", code)
      return ObjectID(result)
    }
  }

  /// Whether `ancestor` is `commit` or one of its ancestors.
  public func isAncestor(_ ancestor: ObjectID, of commit: ObjectID) throws(GitError) -> Bool {
    try locked { repository throws(GitError) in
      try Self.requireKind(repository, ancestor, .commit)
      try Self.requireKind(repository, commit, .commit)
      guard ancestor != commit else { return true }
      var (old, new) = (ancestor.raw, commit.raw)
      return try check(
        "git_graph_descendant_of", git_graph_descendant_of(repository, &new, &old)) == 1
    }
  }

  /// How many commits `local` has that `upstream` has not, and the reverse.
  public func aheadBehind(
    _ local: ObjectID, _ upstream: ObjectID
  ) throws(GitError) -> (ahead: Int, behind: Int) {
    try locked { repository throws(GitError) in
      var (first, second) = (local.raw, upstream.raw)
      var (ahead, behind) = (0, 0)
      try check(
        "git_graph_ahead_behind",
        git_graph_ahead_behind(&ahead, &behind, repository, &first, &second))
      return (ahead, behind)
    }
  }
}
