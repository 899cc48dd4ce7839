import DraftDiff
import LegalText
import ReviewModel

/// What changed at a glance: complete, whatever is shown below it.
struct DiffSummary {
  let groups: DiffGroups
  let filter: DiffFilter
  let links: DiffLinkMaker
  let canvas: Canvas

  private var words: any Messages { canvas.messages }

  /// Warnings first, then one row a changed Pasal, what merely followed last.
  var lines: [Line] {
    let shown = groups.runs(
      groups.groups.filter { !groups.classes($0).isEmpty && !$0.changes.isEmpty })
    let marks = shown.map { Self.classWords(groups.classes($0[0]), words) }
    let column =
      (marks + [words.attention, words.changeClass(.renumbered)]
      + (groups.left.isEmpty ? [] : [words.unnamed])).map(DisplayWidth.of).max() ?? 0
    return warnings(column)
      + SummaryRows.lines(zip(shown, marks).map { row($0, $1, column) }, on: canvas)
      + folded(column) + left(column) + leftOut
  }

  private func warnings(_ column: Int) -> [Line] {
    let changes = (groups.shown + groups.folded).sorted().map(groups.change)
    let warned = changes.flatMap { DiffWarnings.sentences($0, of: groups.report, words) }
    return (warned + DiffWarnings.forgottenNotes(groups.report, words)).flatMap {
      Wrapping.wrapped(
        $0, width: canvas.textWidth,
        first: Line([
          Span(" "), Span(words.attention.padded(to: column, .left), .warning), Span("  "),
        ]), indent: column + 3)
    }
  }

  private func row(_ run: [DiffGroups.Group], _ mark: String, _ column: Int) -> [[Span]] {
    let counts = run.map(groups.words)
    let comments = run.reduce(0) { $0 + groups.comments($1) }
    let classes = groups.classes(run[0])
    let changed = words.wordsChanged(
      inserted: counts.reduce(0) { $0 + $1.inserted },
      deleted: counts.reduce(0) { $0 + $1.deleted })
    let isPunctuation =
      changed.isEmpty
      && run.contains { $0.changes.contains { groups.change($0).kinds.contains(.edited) } }
    return [
      [Span(mark.padded(to: column, .left), Self.role(classes.first))],
      [Span(groups.label(run, words), link: links.target(run[0].holder))],
      [Span(isPunctuation ? words.punctuationOnly : changed)],
      [Span(comments > 0 ? words.comments(comments) : "")],
    ]
  }

  private func folded(_ column: Int) -> [Line] {
    guard !groups.folded.isEmpty else { return [] }
    let changes = groups.folded.map(groups.change)
    let renumbered = changes.filter { $0.kinds.contains(.renumbered) }
    let pasal = renumbered.count {
      $0.kind == .pasal && $0.new?.address.hasPrefix("penjelasan") == false
    }
    let references = changes.reduce(0) { count, change in
      count + change.references.count { $0.effect == .consequential }
    }
    var text = words.renumberedFolded(
      pasal: pasal, others: renumbered.count - pasal, references: references)
    let ranges = DiffGroups.ranges(renumbered)
    if !ranges.isEmpty, ranges.count <= 4 {
      text = "Pasal \(ranges.joined(separator: ", ")); " + text
    }
    return Wrapping.wrapped(
      text, .dim, width: canvas.textWidth,
      first: Line([
        Span(" "), Span(words.changeClass(.renumbered).padded(to: column, .left), .renumbered),
        Span("  "),
      ]), indent: column + 3)
  }

  /// What an amendment does not name, which therefore stays.
  private func left(_ column: Int) -> [Line] {
    guard !groups.left.isEmpty else { return [] }
    return Wrapping.wrapped(
      words.unnamedFolded(groups.leftArticles), .dim, width: canvas.textWidth,
      first: Line([
        Span(" "), Span(words.unnamed.padded(to: column, .left), .renumbered), Span("  "),
      ]), indent: column + 3)
  }

  /// How many changes a filter leaves out: nothing is hidden in silence.
  private var leftOut: [Line] {
    guard !groups.hidden.isEmpty else { return [] }
    return Wrapping.wrapped(
      words.leftOut(groups.hidden.count), .dim, width: canvas.textWidth, first: " ", indent: 1)
  }

  static func classWords(_ kinds: [ChangeKind], _ words: any Messages) -> String {
    kinds.map(words.changeClass).joined(separator: " ")
  }

  static func role(_ kind: ChangeKind?) -> Role {
    switch kind {
    case .inserted: .inserted
    case .removed: .removed
    case .moved, .split, .merged: .moved
    case .edited: .edited
    case .renumbered, nil: .renumbered
    }
  }
}

/// The rows of the summary in columns; a label that is too long wraps under itself.
enum SummaryRows {
  static func lines(_ rows: [[[Span]]], on canvas: Canvas) -> [Line] {
    func width(_ column: Int) -> Int { rows.map { Line($0[column]).width }.max() ?? 0 }
    let (mark, counts, comments) = (width(0), width(2), width(3))
    let tail = counts + (comments > 0 ? comments + 2 : 0)
    let room = canvas.textWidth - 1 - mark - 2 - tail - 2
    // Where little room is left the counts stand below the label.
    let isStacked = room < 16
    let label = isStacked ? canvas.textWidth - mark - 3 : min(width(1), room)
    return rows.flatMap { row -> [Line] in
      let first = Line([Span(" ")] + row[0] + [Span("  ")])
      var wrapped = Wrapping.wrapped(
        row[1], width: mark + 3 + label, first: first, indent: mark + 3)
      let numbers = padded(row[2], to: isStacked ? 0 : counts) + spaced(row[3])
      guard numbers.contains(where: { $0.text.contains { $0 != " " } }) else { return wrapped }
      if isStacked {
        return wrapped
          + Wrapping.wrapped(
            numbers, width: canvas.textWidth,
            first: Line(.spaces(mark + 3)), indent: mark + 3)
      }
      let gap = mark + 3 + label + 2 - wrapped[0].width
      wrapped[0].spans += [Span(.spaces(max(gap, 2)))] + numbers
      return wrapped
    }
  }

  private static func spaced(_ cell: [Span]) -> [Span] {
    Line(cell).width > 0 ? [Span("  ")] + cell : []
  }

  private static func padded(_ cell: [Span], to width: Int) -> [Span] {
    cell + [Span(.spaces(width - Line(cell).width))]
  }
}
