import LegalText
import ReviewModel

/// The drafts of a workbench.
public enum DraftListView {
  /// The lines of a list.
  public static func lines(_ drafts: [DraftListing], on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    guard !drafts.isEmpty else { return [Line(words.noDraftYet)] + canvas.hint(words.hintDraftAdd) }
    return Table.laidOut(
      drafts.map { draft in
        [
          [Span(draft.key.description, .name)],
          [Span(draft.revisions == 0 ? "–" : "r\(draft.revisions)")],
          [Span(words.draftTitle(draft.info.title))]
            + (draft.isChanged ? [Span(" · "), Span(words.unsavedChanges, .edited)] : []),
        ]
      }, alignments: [.left, .right, .left], width: canvas.textWidth)
      + canvas.hint(words.hintLog(drafts[0].key))
  }
}

/// One draft seen whole.
public enum DraftOverviewView {
  /// The lines of an overview.
  public static func lines(_ overview: DraftOverview, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var lines = DraftHeading.lines(overview.listing, pasal: nil, on: canvas)
    lines.append(Line())
    var rows: [[[Span]]] = []
    if let latest = overview.latest {
      rows.append([
        [Span(words.lastRevision, .dim)],
        [
          Span("r\(latest.number)", .name),
          Span("  \(words.date(latest.date))  \(latest.author)  \(latest.subject)"),
        ],
      ])
    }
    let kinds: [UnitKind] = [.bab, .bagian, .paragraf, .pasal, .ayat]
    let counts = kinds.compactMap { kind -> String? in
      guard let count = overview.units[kind], count > 0 else { return nil }
      return words.unitCount(kind, count)
    }
    if !counts.isEmpty {
      rows.append([[Span(words.contents, .dim)], [Span(counts.joined(separator: ", "))]])
    }
    rows.append([[Span(words.inputs, .dim)], [Span(words.commentCounts(overview.comments))]])
    let info = overview.listing.info
    for (label, value) in [
      (words.route, info.route), (words.stage, info.stage), (words.amends, info.amends),
    ] {
      if let value { rows.append([[Span(label, .dim)], [Span(value)]]) }
    }
    lines += Table.laidOut(rows, alignments: [.left, .left], width: canvas.textWidth)
    return lines + canvas.hint(words.hintLog(overview.listing.key))
  }
}

/// What waits for whom.
public enum StatusView {
  /// The lines of a status.
  public static func lines(_ status: StatusReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    guard !status.drafts.isEmpty else {
      return [Line(words.noDraftYet)] + canvas.hint(words.hintDraftAdd)
    }
    let total = status.drafts.reduce(into: CommentCounts()) {
      $0.total += $1.comments.total
      $0.open += $1.comments.open
    }
    var lines = Wrapping.wrapped(
      words.statusHead(drafts: status.drafts.count, comments: total), .heading,
      width: canvas.textWidth)
    for draft in status.drafts { lines += [Line()] + Self.lines(draft, on: canvas) }
    return lines + hints(status, on: canvas)
  }

  private static func lines(_ draft: StatusReport.DraftStatus, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let listing = draft.listing
    let revision = listing.revisions == 0 ? words.noRevision : "r\(listing.revisions)"
    var lines = Wrapping.wrapped(
      [Span(words.draftTitle(listing.info.title))], width: canvas.textWidth,
      first: Line([
        Span(" "), Span(listing.key.description, .name), Span("  \(revision)  "),
      ]), indent: 3)
    var rows: [[[Span]]] = []
    if listing.isChanged {
      rows.append([[Span(words.text, .dim)], [Span(words.unsavedChanges, .edited)]])
    }
    rows.append([
      [Span(words.inputs, .dim)],
      [
        Span(
          words.commentCounts(draft.comments), draft.comments.open > 0 ? .strong : .plain)
      ],
    ])
    if draft.comments.due > 0 {
      rows.append([
        [Span(words.deadlines, .dim)],
        [
          Span(
            words.deadlines(draft.comments), draft.comments.overdue > 0 ? .warning : .plain)
        ],
      ])
    }
    if draft.detached > 0 {
      rows.append([[Span(words.places, .dim)], [Span(words.detached(draft.detached), .warning)]])
    }
    if !draft.unheard.isEmpty {
      rows.append([
        [Span(words.unheard, .dim)],
        [
          Span(
            draft.unheard.count == draft.groups
              ? words.everyGroup(draft.groups)
              : draft.unheard.map(\.name).joined(separator: ", "))
        ],
      ])
    }
    lines += Table.laidOut(rows, alignments: [.left, .left], width: canvas.textWidth, indent: 3)
    return lines
  }

  private static func hints(_ status: StatusReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    if let draft = status.drafts.first(where: { $0.comments.open > 0 }) {
      return canvas.hint(words.hintOpen(draft.listing.key))
    }
    return status.drafts.first.map { canvas.hint(words.hintLog($0.listing.key)) } ?? []
  }
}
