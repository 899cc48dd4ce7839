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
    let packs = PackFolder(path: objects + "/pack")
    for name in try packs.names() {
      destroyed.formUnion(try rewrite(name, of: packs, without: ids))
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
  private func rewrite(
    _ name: String, of packs: PackFolder, without ids: Set<ObjectID>
  ) throws -> Set<ObjectID> {
    let index = try packs.index(of: name)
    let held = index.filter { ids.contains($0) }
    guard !held.isEmpty else { return [] }
    let kept = index.filter { !ids.contains($0) }
    if !kept.isEmpty {
      let list = Array(kept.map { "\($0)\n" }.joined().utf8)
      let outcome = try Program.git(environment).run(
        [
          "--git-dir", repository.commonFolder, "pack-objects", "-q", "--delta-base-offset",
          "\(objects)/pack/pack",
        ], input: list)
      guard outcome.status == 0 else { throw Failure.purgeFailed(reason: outcome.complaint) }
    }
    try packs.remove(name)
    return Set(held)
  }
}
