import Foundation
import GitKit
import ReviewModel

/// Destroys objects of this clone: loose ones are deleted, packs that hold one are written anew
/// without it, which is much less work than `git gc` at a million events.
struct ObjectPurge {
  let repository: GitRepository
  let environment: [String: String]

  private var objects: String { repository.commonFolder + "objects" }

  /// - Returns: how many of the objects were there.
  /// - Throws: `Failure.purgeFailed` with what git says.
  func destroy(_ ids: Set<ObjectID>) throws -> Int {
    guard !ids.isEmpty else { return 0 }
    try forgetReflogs()
    var destroyed: Set<ObjectID> = []
    for id in ids {
      let name = id.description
      let path = "\(objects)/\(name.prefix(2))/\(name.dropFirst(2))"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw Failure.purgeFailed(reason: "\(path): \(error.localizedDescription)")
      }
      destroyed.insert(id)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: objects + "/pack")
    for name in names.sorted() where name.hasSuffix(".idx") {
      destroyed.formUnion(try rewrite("\(objects)/pack/\(name.dropLast(4))", without: ids))
    }
    return destroyed.count
  }

  /// Our refs have logs only where a person asked git for them.
  private func forgetReflogs() throws {
    for folder in ["naskah", "naskah-seen", "naskah-private", "naskah-private-seen"] {
      let path = repository.commonFolder + "logs/refs/" + folder
      if FileManager.default.fileExists(atPath: path) {
        try FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Writes a pack anew where it holds one of the objects.
  private func rewrite(_ pack: String, without ids: Set<ObjectID>) throws -> Set<ObjectID> {
    let index = Array(
      try Data(contentsOf: URL(fileURLWithPath: pack + ".idx"), options: .alwaysMapped))
    let held = try PackIndex(index).filter { ids.contains($0) }
    guard !held.isEmpty else { return [] }
    let kept = try PackIndex(index).filter { !ids.contains($0) }
    if !kept.isEmpty {
      let list = Array(kept.map { "\($0)\n" }.joined().utf8)
      let outcome = try Program.git(environment).run(
        [
          "--git-dir", repository.commonFolder, "pack-objects", "-q", "--delta-base-offset",
          "\(objects)/pack/pack",
        ], input: list)
      guard outcome.status == 0 else { throw Failure.purgeFailed(reason: outcome.complaint) }
    }
    let suffixes = [".idx", ".rev", ".bitmap", ".keep", ".promisor", ".mtimes", ".pack"]
    // An index over several packs would still name this one.
    for path in suffixes.map({ pack + $0 }) + [objects + "/pack/multi-pack-index"]
    where FileManager.default.fileExists(atPath: path) {
      do {
        try FileManager.default.removeItem(atPath: path)
      } catch {
        throw Failure.purgeFailed(reason: "\(path): \(error.localizedDescription)")
      }
    }
    return Set(held)
  }
}

/// The names in a pack's index, version 2 (gitformat-pack(5)): after a head of 8 bytes and 256
/// counts of 4 stand the ids in order.
struct PackIndex {
  private let bytes: [UInt8]
  private let count: Int

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    guard bytes.count >= 1032, bytes.prefix(8).elementsEqual([0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2])
    else { throw Failure.purgeFailed(reason: "pack index") }
    count = bytes[1028..<1032].reduce(0) { $0 << 8 | Int($1) }
    guard bytes.count >= 1032 + count * ObjectID.byteCount else {
      throw Failure.purgeFailed(reason: "pack index")
    }
  }

  func filter(_ isIncluded: (ObjectID) -> Bool) -> [ObjectID] {
    (0..<count).compactMap { position in
      let start = 1032 + position * ObjectID.byteCount
      guard let id = ObjectID(bytes: bytes[start..<start + ObjectID.byteCount]) else { return nil }
      return isIncluded(id) ? id : nil
    }
  }
}
