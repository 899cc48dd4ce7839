/// A change of one path below a tree.
public enum TreeChange: Sendable, Hashable {
  /// The path holds this object afterwards, whether or not it held one before.
  case upsert(path: String, id: ObjectID, mode: FileMode = .file)
  /// The path, a file or a whole folder, is gone afterwards.
  case remove(path: String)
}

/// Changes of several paths, applied to a tree and to only those folders in it that they touch.
///
/// libgit2's own `git_tree_create_updated` leaves empty trees behind, cannot replace a file by a
/// folder, and reads only from a repository, whereas packs are built from trees not yet stored.
struct TreeUpdate {
  private struct Node {
    let parent: Int
    let name: [UInt8]
    var children: [[UInt8]: Int] = [:]
    var removes = false
    var upsert: TreeEntry?
    /// What the folder at this path holds; filled from the base before changes are applied.
    var entries: [[UInt8]: TreeEntry] = [:]
  }

  /// The root and below it every path that is changed or leads to one; parents precede children.
  private var nodes = [Node(parent: 0, name: [])]

  init(_ changes: [TreeChange]) throws(GitError) {
    for change in changes {
      switch change {
      case .upsert(let path, let id, let mode):
        let node = try add(path)
        guard nodes[node].upsert == nil, !nodes[node].removes else { throw twice(path) }
        nodes[node].upsert = TreeEntry(nameBytes: nodes[node].name, id: id, mode: mode)
      case .remove(let path):
        let node = try add(path)
        guard nodes[node].upsert == nil, !nodes[node].removes else { throw twice(path) }
        nodes[node].removes = true
      }
    }
  }

  private mutating func add(_ path: String) throws(GitError) -> Int {
    var node = 0
    for name in try pathComponents(path) {
      if let child = nodes[node].children[name] {
        node = child
      } else {
        nodes.append(Node(parent: node, name: name))
        nodes[node].children[name] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    return node
  }

  private func twice(_ path: String) -> GitError {
    GitError("GitKit.tree", .exists, "\(path) is changed twice")
  }

  private func failure(_ node: Int, _ code: GitError.Code, _ why: String) -> GitError {
    GitError("GitKit.tree", code, "\(String(decoding: nodes[node].name, as: UTF8.self)) \(why)")
  }

  mutating func apply(
    to base: ObjectID?, read: (ObjectID) throws(GitError) -> [TreeEntry],
    write: ([TreeEntry]) throws(GitError) -> ObjectID
  ) throws(GitError) -> ObjectID {
    if let base { nodes[0].entries = Self.byName(try read(base)) }
    for node in nodes.indices.dropFirst() { try load(node, read) }
    for node in nodes.indices.dropFirst().reversed() { try store(node, write) }
    return try write(Array(nodes[0].entries.values))
  }

  /// Reads the folder at a node, from the parent that was read before it.
  private mutating func load(
    _ node: Int, _ read: (ObjectID) throws(GitError) -> [TreeEntry]
  ) throws(GitError) {
    let present = nodes[nodes[node].parent].entries[nodes[node].name]
    if nodes[node].removes {
      guard present != nil else { throw failure(node, .notFound, "is not there to be removed") }
      return
    }
    guard let present else { return }
    if present.mode == .tree {
      if nodes[node].children.isEmpty {
        guard nodes[node].upsert?.mode ?? .tree == .tree else {
          throw failure(node, .conflict, "is a folder")
        }
      } else {
        nodes[node].entries = Self.byName(try read(present.id))
      }
    } else if !nodes[node].children.isEmpty {
      throw failure(node, .conflict, "is not a folder")
    }
  }

  /// Puts what became of a node into its parent; its own children have done so before.
  private mutating func store(
    _ node: Int, _ write: ([TreeEntry]) throws(GitError) -> ObjectID
  ) throws(GitError) {
    let (parent, name) = (nodes[node].parent, nodes[node].name)
    var result = nodes[node].upsert
    if !nodes[node].entries.isEmpty {
      guard result == nil else { throw failure(node, .conflict, "is a folder") }
      let id = try write(Array(nodes[node].entries.values))
      result = TreeEntry(nameBytes: name, id: id, mode: .tree)
      nodes[node].entries = [:]
    }
    nodes[parent].entries[name] = result
  }

  private static func byName(_ entries: [TreeEntry]) -> [[UInt8]: TreeEntry] {
    Dictionary(entries.map { ($0.nameBytes, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
