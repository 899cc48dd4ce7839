import DraftDiff
import ReviewModel

/// Differences as JSON.
public enum DiffJSON {
  /// `diff`: one comparison as it is; none or several, as the unsaved changes of several drafts,
  /// under `diffs`.
  /// - Parameter filter: which changes are given; the summary counts all of them.
  public static func diff(
    _ reports: [DiffReport], filter: DiffFilter = DiffFilter()
  ) throws -> JSONText {
    if reports.count == 1 { return try JSONText(Document(reports[0], filter)) }
    return try JSONText(Several(diffs: reports.map { Document($0, filter) }))
  }

  private struct Several: Encodable {
    let schema = schemaVersion
    let diffs: [Document]
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let from: Named
    let to: Named
    let summary: Counted
    let changes: [Item]
    /// Only where two acts were compared.
    let likeness: Double?
    let counterparts: [Counterpart]?
    /// Only where there are any.
    let forgottenNotes: [Forgotten]?

    init(_ report: DiffReport, _ filter: DiffFilter) {
      from = Named(report.old)
      to = Named(report.new)
      summary = Counted(report.comparison.summary)
      let scope = filter.scope(of: report)
      changes = report.comparison.changes.enumerated().compactMap { position, change in
        filter.admits(change) && scope.contains(change)
          ? Item(change, comments: report.comments[position] ?? []) : nil
      }
      let concordance = report.comparison.concordance
      likeness = concordance.map { rounded($0.likeness) }
      counterparts = concordance?.rows.map(Counterpart.init)
      let units = report.new.document.units
      let forgotten = report.comparison.forgottenNotes.map {
        Forgotten(note: units[$0.note].address, explains: $0.explained.map { units[$0].address })
      }
      forgottenNotes = forgotten.isEmpty ? nil : forgotten
    }
  }

  private struct Forgotten: Encodable {
    let note: String
    @OrNull var explains: String?

    init(note: String, explains: String?) {
      self.note = note
      _explains = OrNull(wrappedValue: explains)
    }
  }

  /// A share with two decimals.
  private static func rounded(_ share: Double) -> Double { (share * 100).rounded() / 100 }

  private struct Counterpart: Encodable {
    @OrNull var from: Item.Side?
    @OrNull var to: Item.Side?
    let likeness: Double
    let paired: Bool

    init(_ row: Concordance.Row) {
      likeness = rounded(row.likeness)
      paired = row.isPair
      _from = OrNull(wrappedValue: row.old.map(Item.Side.init))
      _to = OrNull(wrappedValue: row.new.map(Item.Side.init))
    }
  }

  struct Named: Encodable {
    @OrNull var draft: String?
    @OrNull var revision: Int?
    @OrNull var commit: String?
    @OrNull var file: String?

    init(_ text: DraftText) {
      _draft = OrNull(wrappedValue: text.draft?.description)
      _revision = OrNull(wrappedValue: text.revision.flatMap { $0.number > 0 ? $0.number : nil })
      _commit = OrNull(wrappedValue: text.revision?.commit)
      _file = OrNull(wrappedValue: text.file)
    }
  }

  struct Counted: Encodable {
    struct Words: Encodable {
      let inserted: Int
      let deleted: Int
    }

    let inserted: Int
    let removed: Int
    let edited: Int
    let moved: Int
    let renumbered: Int
    let split: Int
    let merged: Int
    let words: Words
    let references: [String: Int]

    init(_ summary: ChangeSummary) {
      inserted = summary.inserted
      removed = summary.removed
      edited = summary.edited
      moved = summary.moved
      renumbered = summary.renumbered
      split = summary.split
      merged = summary.merged
      words = Words(inserted: summary.insertedWords, deleted: summary.deletedWords)
      references = Dictionary(
        uniqueKeysWithValues: ReferenceEffect.Effect.allCases.map {
          ($0.rawValue, summary.count(of: $0))
        })
    }
  }

  struct Item: Encodable {
    struct Side: Encodable {
      let address: String
      let label: String
      let range: [Int]

      init(_ side: Change.Side) {
        address = side.address
        label = side.label
        range = [side.range.lowerBound, side.range.upperBound]
      }
    }

    struct Word: Encodable {
      let op: String
      let text: String
    }

    struct Effect: Encodable {
      let effect: String
      let from: String
      let to: String
    }

    let kinds: [String]
    let kind: String
    @OrNull var from: Side?
    @OrNull var to: Side?
    let words: [Word]
    let references: [Effect]
    let comments: [String]

    init(_ change: Change, comments: [CommentReport]) {
      kinds = ChangeKind.allCases.filter(change.kinds.contains).map(\.rawValue)
      kind = change.kind.rawValue
      words = change.words.map { Word(op: $0.op.rawValue, text: $0.text) }
      references = change.references.map {
        Effect(effect: $0.effect.rawValue, from: $0.from, to: $0.to)
      }
      self.comments = comments.map(\.thread.id.rawValue)
      _from = OrNull(wrappedValue: change.old.map(Side.init))
      _to = OrNull(wrappedValue: change.new.map(Side.init))
    }
  }
}
