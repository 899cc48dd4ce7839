/// What became of one file between two trees.
public struct TreeDelta: Sendable, Hashable {
  /// The kind of change.
  public enum Status: Sendable, Hashable {
    case added, deleted, modified
    /// The file became something else: a link, an executable, a submodule.
    case typeChanged
  }

  /// The exact bytes of the path.
  public let pathBytes: [UInt8]
  /// The object on the old side; nil when added.
  public let oldID: ObjectID?
  /// The object on the new side; nil when deleted.
  public let newID: ObjectID?
  /// The mode on the old side; nil when added.
  public let oldMode: FileMode?
  /// The mode on the new side; nil when deleted.
  public let newMode: FileMode?

  /// The path as text, invalid UTF-8 repaired.
  public var path: String { String(decoding: pathBytes, as: UTF8.self) }

  /// The kind of change.
  public var status: Status {
    guard let oldMode else { return .added }
    guard let newMode else { return .deleted }
    return oldMode == newMode ? .modified : .typeChanged
  }
}

extension GitRepository {
  /// The files that differ between two trees, by path. Equal subtrees are not read, so that the
  /// cost grows with the change and not with the tree.
  /// - Parameters:
  ///   - from: the old tree; nil for the empty tree.
  ///   - under: a file or folder to which the comparison is limited.
  ///   - limit: the greatest number of files and folders looked at: a small repository can spell
  ///     out a tree with more paths than any memory holds.
  /// - Throws: `tooLarge` beyond the limit or below 2,048 folders.
  public func changes(
    from old: ObjectID?, to new: ObjectID, under: String? = nil, limit: Int = 20_000_000
  ) throws(GitError) -> [TreeDelta] {
    if let under { _ = try pathComponents(under) }
    return try locked { repository throws(GitError) in
      var diff = TreeDiff(limit: limit) { id throws(GitError) in
        try Self.entries(repository, id)
      }
      if let under {
        let before = try old.map { id throws(GitError) in
          try Self.entry(repository, id, under)
        }
        diff.push(under: under, before ?? nil, try Self.entry(repository, new, under))
      } else {
        diff.push(root: old, new)
      }
      return try diff.run()
    }
  }
}

/// A comparison of trees under way: a list of pairs still to be looked at, rather than recursion,
/// since a hostile repository chooses the depth.
private struct TreeDiff {
  private struct Pair {
    let path: [UInt8]
    let depth: Int
    let old: TreeEntry?
    let new: TreeEntry?
  }

  private static let depthLimit = 2048

  private let limit: Int
  private let read: (ObjectID) throws(GitError) -> [TreeEntry]
  private var pending: [Pair] = []
  private var deltas: [TreeDelta] = []
  private var seen = 0

  init(limit: Int, read: @escaping (ObjectID) throws(GitError) -> [TreeEntry]) {
    self.limit = limit
    self.read = read
  }

  mutating func push(root old: ObjectID?, _ new: ObjectID) {
    pending.append(
      Pair(
        path: [], depth: 0, old: old.map { TreeEntry(nameBytes: [], id: $0, mode: .tree) },
        new: TreeEntry(nameBytes: [], id: new, mode: .tree)))
  }

  mutating func push(under path: String, _ old: TreeEntry?, _ new: TreeEntry?) {
    pending.append(Pair(path: Array(path.utf8), depth: 0, old: old, new: new))
  }

  mutating func run() throws(GitError) -> [TreeDelta] {
    while let pair = pending.popLast() { try compare(pair) }
    return deltas.sorted { $0.pathBytes.lexicographicallyPrecedes($1.pathBytes) }
  }

  private mutating func compare(_ pair: Pair) throws(GitError) {
    guard pair.old?.id != pair.new?.id || pair.old?.mode != pair.new?.mode else { return }
    seen += 1
    guard seen <= limit, pair.depth <= Self.depthLimit else {
      throw GitError("GitKit.changes", .tooLarge, "the trees have too many paths")
    }
    let (oldTree, newTree) = (pair.old?.mode == .tree, pair.new?.mode == .tree)
    if oldTree || newTree {
      try descend(pair, oldTree ? pair.old?.id : nil, newTree ? pair.new?.id : nil)
    }
    let (old, new) = (oldTree ? nil : pair.old, newTree ? nil : pair.new)
    guard old != nil || new != nil else { return }
    deltas.append(
      TreeDelta(
        pathBytes: pair.path, oldID: old?.id, newID: new?.id, oldMode: old?.mode,
        newMode: new?.mode))
  }

  private mutating func descend(
    _ pair: Pair, _ old: ObjectID?, _ new: ObjectID?
  ) throws(GitError) {
    let before = try old.map(read) ?? []
    let after = try new.map(read) ?? []
    var olds: [[UInt8]: TreeEntry] = [:]
    for entry in before { olds[entry.nameBytes] = entry }
    for entry in after {
      push(below: pair, entry.nameBytes, olds.removeValue(forKey: entry.nameBytes), entry)
    }
    for (name, entry) in olds { push(below: pair, name, entry, nil) }
  }

  private mutating func push(
    below pair: Pair, _ name: [UInt8], _ old: TreeEntry?, _ new: TreeEntry?
  ) {
    guard old?.id != new?.id || old?.mode != new?.mode else { return }
    let path = pair.path.isEmpty ? name : pair.path + [UInt8(ascii: "/")] + name
    pending.append(Pair(path: path, depth: pair.depth + 1, old: old, new: new))
  }
}
