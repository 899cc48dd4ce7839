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
  /// Whether no comment was imported yet.
  private let isEmpty: Bool
  private let hasher: TextHasher
  /// Whether rows of a file were.
  private var files: [String: Bool] = [:]
  /// Known rows of a file, looked up together: those of one page.
  private var page: (file: String, number: Int, rows: Set<Int>)?
  private static let pageLength = 4096
  /// The stored inputs of a text that no row was taken for yet, the first event last; kept only
  /// where several say the same, since thousands may.
  private var waiting: [TextKey: [StoredThread]] = [:]

  init(_ index: ReviewIndex) throws {
    self.index = index
    isEmpty = try index.hasNoSources()
    hasher = try index.read(TextHasher.stored)
  }

  /// Whether a row is there; a yes takes the stored input for this row.
  mutating func has(
    _ text: String, _ commenter: Commenter, _ anchor: Anchor, note: String?,
    source: CommentAdded.Source
  ) throws -> Bool {
    guard !isEmpty else { return false }
    // A row of this very file stands for itself only.
    if try has(source) { return true }
    let key = hasher.key(of: text)
    var stored = try waiting[key] ?? index.imported(withKey: key)
    let found = stored.lastIndex {
      !taken.contains($0.thread.id) && $0.thread.comment.source?.file != source.file
        && isSame($0, text, commenter, anchor, note: note)
    }
    if let found { taken.insert(stored.remove(at: found).thread.id) }
    if waiting[key] != nil || stored.count > 1 { waiting[key] = stored }
    return found != nil
  }

  private mutating func has(_ source: CommentAdded.Source) throws -> Bool {
    let number = source.row / Self.pageLength
    if page?.file != source.file || page?.number != number {
      let isKnown = try files[source.file] ?? index.hasSources(of: source.file)
      files[source.file] = isKnown
      guard isKnown else { return false }
      let first = number * Self.pageLength
      page = (
        source.file, number,
        try index.sources(of: source.file, first..<first + Self.pageLength)
      )
    }
    return page?.rows.contains(source.row) == true
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
  /// Whether no row of a file was imported.
  func hasNoSources() throws -> Bool {
    try read { try SourceRows.isEmpty(in: $0) }
  }

  /// Whether rows of a file were imported.
  func hasSources(of file: String) throws -> Bool {
    try read { database in
      try Int.fetchOne(database, sql: "SELECT 1 FROM file WHERE name = ?", arguments: [file]) != nil
    }
  }

  /// Those of a file's rows that were imported.
  func sources(of file: String, _ rows: Range<Int>) throws -> Set<Int> {
    try read { database in
      let number = try Int.fetchOne(
        database, sql: "SELECT number FROM file WHERE name = ?", arguments: [file])
      guard let number, let last = rows.last else { return [] }
      return Set(
        try SourceRows.stored(number, rows.lowerBound...last, in: database).map(\.row))
    }
  }

  /// The imported comments whose text has this key, the first event last.
  func imported(withKey key: TextKey) throws -> [StoredThread] {
    let ids = try read { database in
      let found = try SQLStatement(
        cached: """
          SELECT id, thread.clock FROM thread JOIN event ON event.number = thread.number
          WHERE letter = ? AND imported = 1
          """, in: database)
      var ids: [(clock: Int, id: EventID)] = []
      for letter in try MarkedNames(.letter, in: database).numbers(key.high) {
        found.bind(1, letter)
        while try found.step() { if let id = found.eventID(0) { ids.append((found.int(1), id)) } }
      }
      return ids.sorted { ($0.clock, $0.id) > ($1.clock, $1.id) }.map(\.id)
    }
    return try threads(ids)
  }
}
