import Foundation
import GitKit
import ReviewModel

/// The packs of a repository: `objects/pack`.
struct PackFolder {
  let path: String

  /// The names of its packs, without suffix, in order.
  func names() throws -> [String] {
    let files = Set(try FileManager.default.contentsOfDirectory(atPath: path))
    // An index whose pack never came is of a process that ended in between.
    return files.filter { $0.hasPrefix("pack-") && $0.hasSuffix(".idx") }
      .map { String($0.dropLast(4)) }.filter { files.contains($0 + ".pack") }.sorted()
  }

  /// What a pack holds.
  func index(of name: String) throws -> PackIndex {
    try PackIndex(
      Data(contentsOf: URL(fileURLWithPath: file(name, ".idx")), options: .alwaysMapped))
  }

  /// Deletes a pack, its index first: without it nobody looks for the objects there.
  func remove(_ name: String) throws {
    let suffixes = [".idx", ".rev", ".bitmap", ".keep", ".promisor", ".mtimes", ".pack"]
    // An index over several packs would still name this one.
    for path in suffixes.map({ file(name, $0) }) + [path + "/multi-pack-index"]
    where FileManager.default.fileExists(atPath: path) {
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw Failure.purgeFailed(reason: "\(path): \(error.localizedDescription)")
      }
    }
  }

  private func file(_ name: String, _ suffix: String) -> String { "\(path)/\(name)\(suffix)" }
}

extension PackFolder {
  /// How many packs of like size may stand beside each other.
  static let limit = 24

  /// Joins packs of like size once there are many: each action writes a small one, and a look-up
  /// goes through all of them. As sizes grow by `limit` at each joining, an object is written anew
  /// at most three times, whatever the length of the log.
  ///
  /// Packs that somebody keeps (`.keep`) or that lack objects (`.promisor`) are left alone.
  func joinWhereMany(in repository: GitRepository) throws {
    let all = try names()
    guard all.count >= Self.limit else { return }
    let classes = Dictionary(grouping: all) { size(ofIndex: $0).map(Self.sizeClass) ?? nil }
    for case (.some, let names) in classes where names.count >= Self.limit {
      try join(names.filter { !isKept($0) }, in: repository)
    }
  }

  private func isKept(_ name: String) -> Bool {
    [".keep", ".promisor"].contains { FileManager.default.fileExists(atPath: file(name, $0)) }
  }

  /// How many objects a pack holds, by the size of its index alone: every action asks this of all
  /// packs. Nil where there is none.
  private func size(ofIndex name: String) -> Int? {
    var info = stat()
    guard stat(file(name, ".idx"), &info) == 0 else { return nil }
    return PackIndex.count(inBytes: Int(info.st_size))
  }

  /// Packs of one class are joined with each other; nil for one that is large enough.
  private static func sizeClass(_ objects: Int) -> Int? {
    var (bound, sizeClass) = (limit * 6, 0)
    while objects >= bound {
      guard sizeClass < 2 else { return nil }
      (bound, sizeClass) = (bound * limit, sizeClass + 1)
    }
    return sizeClass
  }

  /// Writes what the packs hold as one, then deletes them.
  private func join(_ names: [String], in repository: GitRepository) throws {
    var seen: Set<ObjectID> = []
    for name in names {
      for id in try index(of: name).filter({ !seen.contains($0) }) { seen.insert(id) }
    }
    let ids = seen.sorted { $0.description < $1.description }
    let joined = try git { () throws(GitError) in try repository.writePack(of: ids) }
    guard let joined, try index(of: joined).count == ids.count else { return }
    for name in names where name != joined { try remove(name) }
  }
}

/// The names in a pack's index, version 2 (gitformat-pack(5)): after a head of 8 bytes and 256
/// counts of 4 stand the ids in order.
struct PackIndex {
  private let bytes: Data
  /// How many objects it names.
  let count: Int

  init(_ bytes: Data) throws {
    self.bytes = bytes
    guard bytes.count >= 1032, bytes.prefix(8).elementsEqual([0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2])
    else { throw Failure.purgeFailed(reason: "pack index") }
    count = bytes[1028..<1032].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= 1032 + count * ObjectID.byteCount else {
      throw Failure.purgeFailed(reason: "pack index")
    }
  }

  /// How many objects an index of so many bytes names at most: each has an id, a checksum and a place
  /// of 4 bytes each, and two checksums stand at the end. Fewer only in packs beyond 2 GiB.
  static func count(inBytes size: Int) -> Int {
    max(size - 1032 - 2 * ObjectID.byteCount, 0) / (ObjectID.byteCount + 8)
  }

  func filter(_ isIncluded: (ObjectID) -> Bool) -> [ObjectID] {
    (0..<count).compactMap { position in
      let start = 1032 + position * ObjectID.byteCount
      guard let id = ObjectID(bytes: bytes[start..<start + ObjectID.byteCount]) else { return nil }
      return isIncluded(id) ? id : nil
    }
  }
}
