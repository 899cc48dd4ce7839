import DraftDiff
import LegalText
import ReviewModel

/// What changed between two texts: the summary, complete, then each change as it is read.
public enum DiffView {
  /// How much is shown, and how.
  public struct Style: Sendable {
    /// The summary only.
    public var summaryOnly: Bool
    /// Whether numbers and references that merely followed are shown too.
    public var unfolded: Bool
    /// Which changes are asked for.
    public var filter: DiffFilter
    /// How many unchanged neighbours are shown on each side of a change.
    public var context: Int
    /// Whether threads of comments are shown whole.
    public var opensComments: Bool
    /// Whether everything is said in plain sentences, one after the other.
    public var isSpoken: Bool
    /// Where units and comments lead.
    public var links: DiffLinks

    /// Makes a style.
    public init(
      summaryOnly: Bool = false, unfolded: Bool = false, filter: DiffFilter = DiffFilter(),
      context: Int = 0, opensComments: Bool = false, isSpoken: Bool = false,
      links: DiffLinks = DiffLinks()
    ) {
      self.summaryOnly = summaryOnly
      self.unfolded = unfolded
      self.filter = filter
      self.context = context
      self.opensComments = opensComments
      self.isSpoken = isSpoken
      self.links = links
    }
  }

  /// Some of a view's lines, when it is called.
  public typealias Piece = @Sendable () -> [Line]

  /// The lines of a difference.
  public static func lines(_ report: DiffReport, style: Style, on canvas: Canvas) -> [Line] {
    pieces(report, style: style, on: canvas).flatMap { $0() }
  }

  /// The lines of a difference in pieces from top to bottom, each of which can be made apart from
  /// the others.
  public static func pieces(_ report: DiffReport, style: Style, on canvas: Canvas) -> [Piece] {
    let words = canvas.messages
    let groups = DiffGroups(report, unfolded: style.unfolded, filter: style.filter)
    if style.isSpoken { return [{ SpokenDiff(groups, style: style, on: canvas).lines }] }
    let head = head(report, on: canvas) + [Line()]
    guard !report.comparison.changes.isEmpty else { return [{ head + [Line(words.noDifference)] }] }
    let links = DiffLinkMaker(style.links, report)
    var pieces: [Piece] = [
      {
        head
          + DiffSummary(groups: groups, filter: style.filter, links: links, canvas: canvas).lines
      }
    ]
    if let concordance = report.comparison.concordance, style.filter.isOpen {
      pieces.append { ConcordanceView(concordance, on: canvas).lines }
    }
    if !style.summaryOnly, !groups.groups.isEmpty {
      pieces += changes(groups, style, links, on: canvas)
    }
    pieces.append { hints(report, on: canvas) }
    return pieces
  }

  /// So many Pasal make a piece that is worth being made apart.
  private static let groupsInPiece = 16

  private static func changes(
    _ groups: DiffGroups, _ style: Style, _ links: DiffLinkMaker, on canvas: Canvas
  ) -> [Piece] {
    let layout = DiffLayout(
      columns: canvas.width,
      hasComments: groups.shown.contains { groups.report.comments[$0]?.isEmpty == false })
    // A neighbour of two changes is shown at the first.
    let step = style.context > 0 ? groups.groups.count : groupsInPiece
    let all = groups.groups
    let pieces: [Piece] = stride(from: 0, to: all.count, by: step).map { start in
      {
        var block = ChangeBlock(groups, style: style, layout: layout, links: links, on: canvas)
        return all[start..<min(start + step, all.count)].flatMap { block.lines($0) }
      }
    }
    guard let pane = layout.pane else { return pieces }
    let words = canvas.messages
    let titles = Panes.beside(
      [Line("  " + words.before, .dim)], [Line("  " + words.after, .dim)], pane: pane)
    return [{ [Line()] + titles }] + pieces
  }

  /// `pekat r2 → r3   17 Okt 2025   Perbaikan sanksi`.
  private static func head(_ report: DiffReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var spans: [Span] = []
    if let draft = report.new.draft, report.old.draft == draft {
      spans = [
        Span("\(draft) ", .name),
        Span("\(name(report.old, words)) → \(name(report.new, words))", .heading),
      ]
    } else {
      spans = [
        Span("\(fullName(report.old, words)) → \(fullName(report.new, words))", .heading)
      ]
    }
    if let revision = report.new.revision {
      spans.append(Span(" · \(words.date(revision.date)) · \(revision.subject)"))
    }
    return Wrapping.wrapped(spans, width: canvas.textWidth, indent: 2)
  }

  /// What a text is called: its revision, its file, or that it is the working text.
  static func name(_ text: DraftText, _ words: any Messages) -> String {
    text.revision?.label ?? text.file ?? words.workingText
  }

  /// A text's name beside one that is not of the same draft.
  static func fullName(_ text: DraftText, _ words: any Messages) -> String {
    text.draft.map { "\($0) \(name(text, words))" } ?? name(text, words)
  }

  private static func hints(_ report: DiffReport, on canvas: Canvas) -> [Line] {
    guard let draft = report.new.draft, report.old.draft == draft else { return [] }
    if let revision = report.new.revision {
      return canvas.hint(canvas.messages.hintComment("\(draft)@\(revision.selector)"))
    }
    return canvas.hint(canvas.messages.hintCommit(draft))
  }
}
