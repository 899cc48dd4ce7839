import DraftDiff
import LegalText
import ReviewModel

/// What a merge did: what a person has to decide first, then what came from whom.
public enum MergeView {
  /// The lines for a report.
  public static func lines(_ report: MergeReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let names = (ours: side(report.ours, words), theirs: side(report.theirs, words))
    var lines = Wrapping.wrapped(
      [
        Span(report.ours.draft.map { "\($0) " } ?? "", .name),
        Span(
          words.mergeHead(
            "A \(names.ours)", "B \(names.theirs)", base: DiffView.name(report.base, words)),
          .heading),
      ], width: canvas.textWidth, indent: 2)
    let rows = conflicts(report, words) + entries(report, words)
    let column =
      (rows.compactMap { $0.first.map { Line($0).width } } + [DisplayWidth.of(words.attention)])
      .max() ?? 0
    let warnings = warnings(report, words).flatMap {
      Wrapping.wrapped(
        $0, width: canvas.textWidth,
        first: Line([
          Span(" "), Span(words.attention.padded(to: column, .left), .warning), Span("  "),
        ]), indent: column + 3)
    }
    if !warnings.isEmpty || !rows.isEmpty { lines.append(Line()) }
    lines += warnings
    lines += Table.laidOut(
      rows.map { row in
        var row = row
        if let first = row.first?.first {
          row[0] = [Span(first.text.padded(to: column, .left), first.role)]
        }
        return row
      }, alignments: [.left, .left, .left], width: canvas.textWidth)
    return lines + [Line()] + ending(report, on: canvas)
  }

  /// `r3 (R. Hidayat)`.
  static func side(_ text: DraftText, _ words: any Messages) -> String {
    let name = DiffView.name(text, words)
    return text.revision.map { "\(name) (\($0.author))" } ?? name
  }

  private static func by(_ side: Merge.Side?, _ words: any Messages) -> String {
    switch side {
    case .ours: "A"
    case .theirs: "B"
    case nil: words.byBoth
    }
  }

  private static func conflicts(_ report: MergeReport, _ words: any Messages) -> [[[Span]]] {
    let merge = report.merge
    let lines = merge.lines(
      ours: MergeReport.name(report.ours), theirs: MergeReport.name(report.theirs))
    return zip(merge.conflicts, lines).map { conflict, line in
      let gone = conflict.ours.isEmpty ? "A" : "B"
      return [
        [Span(words.conflict, .error)], [Span(UnitAddress.label(conflict.place))],
        [
          Span(
            words.conflictReason(conflict.reason, goneFrom: gone) + ", "
              + words.atLine(line))
        ],
      ]
    }
  }

  private static func warnings(_ report: MergeReport, _ words: any Messages) -> [String] {
    let meetings = report.merge.meetings.map { meeting in
      words.bothInserted(UnitAddress.label(meeting.ours), UnitAddress.label(meeting.theirs))
    }
    let lost = report.merge.lostTargets.map { lost in
      words.lostTarget(
        UnitAddress.label(lost.unit), lost.text, by: by(lost.side, words))
    }
    return lost + meetings
  }

  private static func entries(_ report: MergeReport, _ words: any Messages) -> [[[Span]]] {
    let entries = report.merge.entries
    var rows: [[[Span]]] = entries.filter { $0.kind != .renumbered }.map { entry in
      let kind = changeKind(entry.kind)
      let from = entry.from.map(UnitAddress.label)
      let to = entry.to.map(UnitAddress.label)
      let label =
        switch (from, to) {
        case (let from?, let to?): DiffGroups.joined(from, to)
        default: to ?? from ?? ""
        }
      return [
        [Span(words.changeClass(kind), DiffSummary.role(kind))], [Span(label)],
        [Span(by(entry.by, words))],
      ]
    }
    let numbers = entries.count { $0.kind == .renumbered }
    if numbers > 0 {
      rows.append([
        [Span(words.changeClass(.renumbered), .renumbered)], [],
        [Span(words.mergeNumbers(numbers), .dim)],
      ])
    }
    return rows
  }

  private static func changeKind(_ kind: Merge.Entry.Kind) -> ChangeKind {
    switch kind {
    case .inserted: .inserted
    case .removed: .removed
    case .edited: .edited
    case .moved: .moved
    case .renumbered: .renumbered
    }
  }

  private static func ending(_ report: MergeReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let draft = report.ours.draft?.description ?? ""
    let count = report.merge.conflicts.count
    var sentences: [String] = []
    if let path = report.path {
      sentences.append(words.merged(path, conflicts: count, draft: draft))
    } else {
      sentences.append(
        report.isChanged ? words.wouldMerge(conflicts: count) : words.nothingToMerge(draft))
    }
    if report.isChanged, report.path != nil {
      if !report.parents.isEmpty { sentences.append(words.mergeParents(report.parents)) }
      if !report.leftFiles.isEmpty { sentences.append(words.mergeLeftFiles(report.leftFiles)) }
    }
    return sentences.flatMap { Wrapping.wrapped($0, width: canvas.textWidth) }
  }
}
