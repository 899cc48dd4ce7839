import DraftDiff
import LegalText
import ReviewModel

/// What changed between two texts: the summary, complete, then each change as it is read.
public enum DiffView {
  /// How much is shown.
  public struct Style: Sendable {
    /// The summary only.
    public var summaryOnly: Bool
    /// Whether numbers and references that merely followed are shown too.
    public var unfolded: Bool

    /// Makes a style.
    public init(summaryOnly: Bool = false, unfolded: Bool = false) {
      self.summaryOnly = summaryOnly
      self.unfolded = unfolded
    }
  }

  /// The lines of a difference.
  public static func lines(_ report: DiffReport, style: Style, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var lines = head(report, on: canvas) + [Line()]
    guard !report.comparison.changes.isEmpty else { return lines + [Line(words.noDifference)] }
    let groups = DiffGroups(report, unfolded: style.unfolded)
    lines += summary(groups, on: canvas)
    if !style.summaryOnly {
      for group in groups.groups { lines += ChangeBlock.lines(group, of: groups, on: canvas) }
    }
    return lines + hints(report, on: canvas)
  }

  /// `pekat r2 → r3   17 Okt 2025   Perbaikan sanksi`.
  private static func head(_ report: DiffReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var spans: [Span] = []
    if let draft = report.new.draft ?? report.old.draft {
      spans = [
        Span("\(draft) ", .name),
        Span("\(name(report.old, words)) → \(name(report.new, words))", .heading),
      ]
    } else {
      spans = [Span("\(report.old.file ?? "") → \(report.new.file ?? "")", .heading)]
    }
    if let revision = report.new.revision {
      spans.append(Span(" · \(words.date(revision.date)) · \(revision.subject)"))
    }
    return Wrapping.wrapped(spans, width: canvas.textWidth, indent: 2)
  }

  private static func name(_ text: DraftText, _ words: any Messages) -> String {
    text.revision.map { words.revision($0.number) } ?? words.workingText
  }

  /// One row a changed Pasal, warnings first, what merely followed last.
  private static func summary(_ groups: DiffGroups, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var rows: [[[Span]]] = []
    let warnings = DiffWarnings.sentences(groups.report, words)
    let marks =
      groups.groups.map { classWords(groups.classes($0), words) }
      + [words.attention, words.changeClass(.renumbered)]
    let column = marks.map(DisplayWidth.of).max() ?? 0
    var lines = warnings.flatMap { sentence in
      Wrapping.wrapped(
        sentence, width: canvas.textWidth,
        first: Line([
          Span(" "), Span(words.attention.padded(to: column, .left), .warning), Span("  "),
        ]),
        indent: column + 3)
    }
    for group in groups.groups {
      let classes = groups.classes(group)
      guard !classes.isEmpty else { continue }
      let counts = groups.words(group)
      let comments = groups.comments(group)
      rows.append([
        [Span(classWords(classes, words).padded(to: column, .left), role(classes.first))],
        [Span(label(group, of: groups, words))],
        [Span(words.wordsChanged(inserted: counts.inserted, deleted: counts.deleted))],
        [Span(comments > 0 ? words.comments(comments) : "")],
      ])
    }
    lines += SummaryRows.lines(rows, on: canvas)
    lines += folded(groups, column: column, on: canvas)
    return lines
  }

  private static func folded(_ groups: DiffGroups, column: Int, on canvas: Canvas) -> [Line] {
    guard !groups.folded.isEmpty else { return [] }
    let changes = groups.folded.map(groups.change)
    let renumbered = changes.filter { $0.kinds.contains(.renumbered) }
    let pasal = renumbered.count {
      $0.kind == .pasal && $0.new?.address.hasPrefix("penjelasan") == false
    }
    let references = groups.report.comparison.summary.count(of: .consequential)
    let words = canvas.messages
    return Wrapping.wrapped(
      words.renumberedFolded(
        pasal: pasal, others: renumbered.count - pasal, references: references), .dim,
      width: canvas.textWidth,
      first: Line([
        Span(" "), Span(words.changeClass(.renumbered).padded(to: column, .left), .renumbered),
        Span("  "),
      ]), indent: column + 3)
  }

  private static func label(
    _ group: DiffGroups.Group, of groups: DiffGroups, _ words: any Messages
  ) -> String {
    let first = groups.change(group.changes[0])
    if group.changes.count == 1 {
      return [DiffGroups.label(first, words), groups.articles(in: first)].compactMap(\.self)
        .joined(separator: ", ")
    }
    if let own = group.changes.map(groups.change).first(where: DiffGroups.isHolder) {
      return DiffGroups.label(own, words)
    }
    return UnitAddress.label(
      group.address.hasPrefix("-") ? String(group.address.dropFirst()) : group.address)
  }

  static func classWords(_ kinds: [ChangeKind], _ words: any Messages) -> String {
    kinds.map(words.changeClass).joined(separator: " ")
  }

  static func role(_ kind: ChangeKind?) -> Role {
    switch kind {
    case .inserted: .inserted
    case .removed: .deleted
    case .moved, .split, .merged: .moved
    case .edited: .edited
    case .renumbered, nil: .renumbered
    }
  }

  private static func hints(_ report: DiffReport, on canvas: Canvas) -> [Line] {
    guard let draft = report.new.draft else { return [] }
    if let revision = report.new.revision {
      return canvas.hint(canvas.messages.hintComment("\(draft)@\(revision.number)"))
    }
    return canvas.hint(canvas.messages.hintCommit(draft))
  }
}

/// The rows of the summary in columns; a label that is too long wraps under itself.
enum SummaryRows {
  static func lines(_ rows: [[[Span]]], on canvas: Canvas) -> [Line] {
    func width(_ column: Int) -> Int { rows.map { Line($0[column]).width }.max() ?? 0 }
    let (mark, counts, comments) = (width(0), width(2), width(3))
    let tail = counts + (comments > 0 ? comments + 2 : 0)
    let room = max(canvas.textWidth - 1 - mark - 2 - tail - 2, 16)
    let label = min(width(1), room)
    return rows.flatMap { row -> [Line] in
      var wrapped = Wrapping.wrapped(
        row[1], width: mark + 3 + label, first: Line([Span(" ")] + row[0] + [Span("  ")]),
        indent: mark + 3)
      let gap = mark + 3 + label + 2 - wrapped[0].width
      wrapped[0].spans += [Span(String(repeating: " ", count: max(gap, 2)))]
      wrapped[0].spans += padded(row[2], to: counts)
      if comments > 0 { wrapped[0].spans += [Span("  ")] + row[3] }
      return wrapped
    }
  }

  private static func padded(_ cell: [Span], to width: Int) -> [Span] {
    cell + [Span(String(repeating: " ", count: max(width - Line(cell).width, 0)))]
  }
}
