import Foundation
import GRDB
import LegalText
import ReviewModel

/// The imported inputs that are there already, looked up by what they say.
///
/// The same row of the same file is known at once. A row of a grown or corrected file is known by
/// its content: each equal row is taken for one of the stored ones that no other row was taken for.
struct KnownInputs {
  private let index: ReviewIndex
  private var taken: Set<EventID> = []
  private var sources: [CommentAdded.Source: EventID]
  /// The stored inputs of a text that no row was taken for yet, the first event last; kept only
  /// where several say the same, since thousands may.
  private var waiting: [TextKey: [StoredThread]] = [:]

  init(_ index: ReviewIndex) throws {
    self.index = index
    sources = try index.importedSources()
  }

  /// Whether a row is there; a yes takes the stored input for this row.
  mutating func has(
    _ text: String, _ commenter: Commenter, _ anchor: Anchor, note: String?,
    source: CommentAdded.Source
  ) throws -> Bool {
    if let known = sources[source] {
      taken.insert(known)
      return true
    }
    guard !sources.isEmpty else { return false }
    let key = try TextKey.of(text)
    var stored = try waiting[key] ?? index.imported(withKey: key)
    // A row of this very file stands for itself only.
    let found = stored.lastIndex {
      !taken.contains($0.thread.id) && $0.thread.comment.source?.file != source.file
        && isSame($0, text, commenter, anchor, note: note)
    }
    if let found { taken.insert(stored.remove(at: found).thread.id) }
    if waiting[key] != nil || stored.count > 1 { waiting[key] = stored }
    return found != nil
  }

  private func isSame(
    _ stored: StoredThread, _ text: String, _ commenter: Commenter, _ anchor: Anchor,
    note: String?
  ) -> Bool {
    let comment = stored.thread.comment
    return stored.texts[comment.body] == text && comment.group == commenter.group
      && comment.forum == commenter.forum && comment.channel == commenter.channel
      && comment.agency == commenter.agency && comment.date == commenter.date
      && comment.anchor.draft == anchor.draft && comment.anchor.address == anchor.address
      && comment.placeNote == note
      // The person is compared where this clone holds it.
      && (stored.person == nil
        ? comment.subject != nil || commenter.person == nil
        : stored.person == commenter.person)
  }
}

extension ReviewIndex {
  /// The rows of files that were imported, with the comments that they became.
  func importedSources() throws -> [CommentAdded.Source: EventID] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT file.name AS file, source.row AS row, event.id AS id FROM source
          JOIN file ON file.number = source.file JOIN event ON event.number = source.event
          ORDER BY event.clock DESC, event.id DESC
          """)
      return rows.reduce(into: [:]) { result, row in
        if let id = EventID(rawValue: row["id"]) {
          result[CommentAdded.Source(file: row["file"], row: row["row"])] = id
        }
      }
    }
  }

  /// The imported comments whose text has this key, the first event last.
  func imported(withKey key: TextKey) throws -> [StoredThread] {
    let ids = try read { database in
      try String.fetchAll(
        database.cachedStatement(
          sql: """
            SELECT thread.id FROM letter JOIN thread ON thread.letter = letter.number
            WHERE letter.key = ? AND imported = 1 ORDER BY clock DESC, thread.id DESC
            """), arguments: [Data(key.bytes)])
    }
    return try threads(ids.compactMap { EventID(rawValue: $0) })
  }
}
