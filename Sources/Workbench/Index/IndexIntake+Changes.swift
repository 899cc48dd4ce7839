import GRDB
import GitKit

/// What refs hold beyond what was indexed before.
extension IndexIntake {
  func format(of tree: ObjectID) throws -> String {
    guard let entry = try repository.entry(at: "format", in: tree) else { return "" }
    let bytes = try repository.blob(entry.id, limit: 64)
    return String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
  }

  /// The tree of this store of the writer that was indexed before, and whether it was under this
  /// name.
  func indexedTree(of ref: LogRef) throws -> (tree: ObjectID, isOfRef: Bool)? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT ref, tree FROM tip WHERE store = ? AND writer = ? ORDER BY ref = ? DESC LIMIT 1
        """, arguments: [ref.store.rawValue, ref.writer.rawValue, ref.name])
    guard let row, let tree = ObjectID(row["tree"] as String) else { return nil }
    return (tree, row["ref"] == ref.name)
  }

  mutating func changes(
    from base: (tree: ObjectID, isOfRef: Bool)?, to tree: ObjectID
  ) throws -> [TreeDelta] {
    guard let base else { return try repository.changes(from: nil, to: tree) }
    do {
      return try repository.changes(from: base.tree, to: tree)
    } catch {
      // After an erasure the old tree may be gone from the repository.
      if base.isOfRef { hasLoss = true }
      return try repository.changes(from: nil, to: tree)
    }
  }

  /// Whether so much has come that the tables are sooner made anew, which sorts rows instead of
  /// putting each in its place: about a quarter of what they hold, or more.
  func isOutgrown(by refs: [LogRef]) throws -> Bool {
    let (fewSegments, fewBytes) = (16, 4 << 20)
    var bytes = 0
    for ref in refs where ref.store == .log {
      // What cannot be read is told of when it is taken in.
      guard let tree = try? repository.commit(ref.commit).tree,
        let deltas = try? repository.changes(from: indexedTree(of: ref)?.tree, to: tree),
        deltas.count >= fewSegments
      else { continue }
      for delta in deltas {
        bytes += delta.newID.flatMap { try? repository.blobSize($0) } ?? 0
      }
    }
    guard bytes >= fewBytes else { return false }
    let held = try Int.fetchOne(
      database, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    // The tables are three to four times as large as the log.
    return bytes * 12 > held ?? 0
  }
}
