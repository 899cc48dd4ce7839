import DraftDiff
import ReviewModel

/// Merges, and two texts against their common one, as JSON.
public enum MergeJSON {
  /// `merge`; `text` where it was asked for.
  public static func merge(_ report: MergeReport, text: [UInt8]?) throws -> JSONText {
    try JSONText(Document(report, text))
  }

  /// `diff --base`.
  /// - Parameter filter: which units are given; the summary counts all of them.
  public static func threeWay(
    _ report: ThreeWayReport, filter: DiffFilter = DiffFilter()
  ) throws -> JSONText {
    try JSONText(ThreeWay(report, filter))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let base: DiffJSON.Named
    let ours: DiffJSON.Named
    let theirs: DiffJSON.Named
    let clean: Bool
    let changed: Bool
    @OrNull var written: String?
    let parents: [String]
    let leftFiles: [String]
    let conflicts: [Conflict]
    let entries: [Entry]
    let meetings: [Meeting]
    let lostTargets: [LostTarget]
    @OrNull var text: String?

    init(_ report: MergeReport, _ bytes: [UInt8]?) {
      base = DiffJSON.Named(report.base)
      ours = DiffJSON.Named(report.ours)
      theirs = DiffJSON.Named(report.theirs)
      let merge = report.merge
      clean = merge.isClean
      changed = report.isChanged
      parents = report.parents
      leftFiles = report.leftFiles
      let lines = merge.lines(
        ours: MergeReport.name(report.ours), theirs: MergeReport.name(report.theirs))
      conflicts = zip(merge.conflicts, lines).map { Conflict($0, line: $1) }
      entries = merge.entries.map(Entry.init)
      meetings = merge.meetings.map { Meeting(ours: $0.ours, theirs: $0.theirs) }
      lostTargets = merge.lostTargets.map {
        LostTarget(address: $0.unit, text: $0.text, by: $0.side.rawValue)
      }
      _written = OrNull(wrappedValue: report.path)
      _text = OrNull(wrappedValue: bytes.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private struct Conflict: Encodable {
    let reason: String
    @OrNull var address: String?
    let place: String
    let line: Int
    let base: String
    let ours: String
    let theirs: String

    init(_ conflict: MergeConflict, line: Int) {
      reason = conflict.reason.rawValue
      place = conflict.place
      self.line = line
      base = String(decoding: conflict.base, as: UTF8.self)
      ours = String(decoding: conflict.ours, as: UTF8.self)
      theirs = String(decoding: conflict.theirs, as: UTF8.self)
      _address = OrNull(wrappedValue: conflict.address)
    }
  }

  private struct Entry: Encodable {
    let kind: String
    let by: String
    @OrNull var from: String?
    @OrNull var to: String?

    init(_ entry: Merge.Entry) {
      kind = entry.kind.rawValue
      by = entry.by?.rawValue ?? "both"
      _from = OrNull(wrappedValue: entry.from)
      _to = OrNull(wrappedValue: entry.to)
    }
  }

  private struct Meeting: Encodable {
    let ours: String
    let theirs: String
  }

  private struct LostTarget: Encodable {
    let address: String
    let text: String
    let by: String
  }

  private struct ThreeWay: Encodable {
    struct Summary: Encodable {
      let ours: DiffJSON.Counted
      let theirs: DiffJSON.Counted
      let both: Int
    }

    struct Unit: Encodable {
      let by: String
      let same: Bool
      let consequence: Bool
      @OrNull var address: String?
      @OrNull var ours: DiffJSON.Item?
      @OrNull var theirs: DiffJSON.Item?

      init(_ unit: ThreeWayChange) {
        by = unit.ours == nil ? "theirs" : unit.theirs == nil ? "ours" : "both"
        same = unit.isAgreed
        consequence = unit.isConsequence
        _address = OrNull(wrappedValue: unit.base?.address)
        _ours = OrNull(wrappedValue: unit.ours.map { DiffJSON.Item($0, comments: []) })
        _theirs = OrNull(wrappedValue: unit.theirs.map { DiffJSON.Item($0, comments: []) })
      }
    }

    let schema = schemaVersion
    let base: DiffJSON.Named
    let ours: DiffJSON.Named
    let theirs: DiffJSON.Named
    let summary: Summary
    let units: [Unit]

    init(_ report: ThreeWayReport, _ filter: DiffFilter) {
      base = DiffJSON.Named(report.base)
      ours = DiffJSON.Named(report.ours)
      theirs = DiffJSON.Named(report.theirs)
      summary = Summary(
        ours: DiffJSON.Counted(report.comparisons.ours.summary),
        theirs: DiffJSON.Counted(report.comparisons.theirs.summary),
        both: report.units.count { $0.ours != nil && $0.theirs != nil })
      units = report.units(filter).map(Unit.init)
    }
  }
}
