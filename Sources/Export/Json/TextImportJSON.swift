import LegalText
import ReviewModel

/// What the import of a text did, as JSON.
public enum TextImportJSON {
  /// `import`: with its text where it went to no draft.
  public static func report(_ report: TextImportReport, withText: Bool) throws -> JSONText {
    try JSONText(
      Document(
        source: report.source, draft: report.draft?.description, path: report.path,
        kept: report.kept, changed: report.isChanged, pasal: report.pasal,
        repairs: report.result.repairs.map(Mended.init),
        removed: report.result.removals.map(LeftOut.init),
        notes: report.result.notes.flatMap(Remark.of) + Remark.of(report.documentNotes),
        text: withText ? String(decoding: report.result.text, as: UTF8.self) : nil))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let source: String
    @OrNull var draft: String?
    @OrNull var path: String?
    @OrNull var kept: String?
    let changed: Bool
    let pasal: Int
    let repairs: [Mended]
    let removed: [LeftOut]
    let notes: [Remark]
    @OrNull var text: String?
  }

  private struct Mended: Encodable {
    let kind: String
    let line: Int
    let before: String
    let after: String
    let why: String

    init(_ repair: Repair) {
      (kind, line) = (repair.kind.rawValue, repair.line)
      (before, after, why) = (repair.before, repair.after, repair.why.rawValue)
    }
  }

  private struct LeftOut: Encodable {
    let kind: String
    let line: Int
    let text: String

    init(_ removal: Removal) {
      (kind, line, text) = (removal.kind.rawValue, removal.line, removal.text)
    }
  }

  private struct Remark: Encodable {
    let code: String
    let count: Int
    /// The first and last line of each place in the source; none where a note has no place.
    var lines: [[Int]]?

    static func of(_ note: ImportNote) -> [Remark] {
      switch note {
      case .utf16: [Remark(code: "utf16", count: 1)]
      case .windows1252(let bytes): [Remark(code: "windows_1252", count: bytes)]
      case .invisible(let count): [Remark(code: "invisible", count: count)]
      case .markup(let count): [Remark(code: "markup", count: count)]
      case .spreads(let count): [Remark(code: "spreads", count: count)]
      case .pages(let count): [Remark(code: "pages", count: count)]
      case .hyphens(let joined, let kept):
        [Remark(code: "hyphens_joined", count: joined), Remark(code: "hyphens_kept", count: kept)]
      case .marksApart(let lines):
        [Remark(code: "marks_apart", count: lines.count, lines: lines.map { [$0, $0] })]
      case .linesKept(let places):
        [
          Remark(
            code: "lines_kept", count: places.count,
            lines: places.map { [$0.lowerBound, $0.upperBound] })
        ]
      }
    }

    static func of(_ notes: DocumentNotes) -> [Remark] {
      [
        Remark(code: "tracked_insertions", count: notes.insertions),
        Remark(code: "tracked_deletions", count: notes.deletions),
        Remark(code: "footnotes", count: notes.footnotes),
        Remark(code: "comments", count: notes.comments),
        Remark(code: "headers", count: notes.headers),
        Remark(code: "pictures", count: notes.pictures),
        Remark(code: "tables", count: notes.tables),
      ].filter { $0.count > 0 }
    }
  }
}
