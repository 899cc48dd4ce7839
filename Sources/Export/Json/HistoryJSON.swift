import DraftDiff
import ReviewModel

/// The history of units as JSON.
public enum HistoryJSON {
  /// `blame`: ranges are byte offsets in the text, end exclusive.
  public static func blame(_ report: BlameReport) throws -> JSONText {
    let units = report.text.document.units
    return try JSONText(
      Blame(
        commit: report.text.revision?.commit, draft: report.listing.key.description,
        revision: report.text.revision?.number,
        units: report.units.map { index in
          let unit = units[index]
          let origin = report.origins[index]
          return BlamedUnit(
            address: unit.address, comments: origin.comments.map(\.rawValue),
            kind: unit.kind.rawValue, label: unit.label,
            origin: origin.revision.map { RevisionItem($0) },
            range: [unit.range.lowerBound, unit.range.upperBound])
        }))
  }

  /// `log --unit`, newest first.
  public static func log(_ log: UnitLog) throws -> JSONText {
    try JSONText(
      Log(
        address: log.address, draft: log.listing.key.description,
        history: log.entries.map { entry in
          Entry(
            address: entry.event.address, ambiguous: entry.event.isAmbiguous,
            from: entry.event.origins,
            kinds: ChangeKind.allCases.filter(entry.event.kinds.contains).map(\.rawValue),
            origin: entry.revision.map { RevisionItem($0) },
            words: Words(
              deleted: entry.event.deletedWords, inserted: entry.event.insertedWords))
        }, revision: log.text.revision?.number))
  }

  private struct Blame: Encodable {
    let schema = schemaVersion
    @OrNull var commit: String?
    let draft: String
    @OrNull var revision: Int?
    let units: [BlamedUnit]
  }

  private struct BlamedUnit: Encodable {
    let address: String
    let comments: [String]
    let kind: String
    let label: String
    @OrNull var origin: RevisionItem?
    let range: [Int]
  }

  private struct Log: Encodable {
    let schema = schemaVersion
    let address: String
    let draft: String
    let history: [Entry]
    @OrNull var revision: Int?
  }

  private struct Entry: Encodable {
    @OrNull var address: String?
    let ambiguous: Bool
    let from: [String]
    let kinds: [String]
    @OrNull var origin: RevisionItem?
    let words: Words
  }

  private struct Words: Encodable {
    let deleted: Int
    let inserted: Int
  }
}
