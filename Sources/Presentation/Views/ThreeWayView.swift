import DraftDiff
import LegalText
import ReviewModel

/// Two texts against the one that both grew from: each changed unit once, with who did what.
public enum ThreeWayView {
  /// The lines for a report: below 120 columns one text below the other, else side by side.
  /// - Parameter style: of it what is known here: the summary alone, what is unfolded, which units.
  public static func lines(
    _ report: ThreeWayReport, style: DiffView.Style, on canvas: Canvas
  ) -> [Line] {
    let words = canvas.messages
    let head = words.threeWayHead(
      MergeView.side(report.ours, words), MergeView.side(report.theirs, words),
      base: DiffView.name(report.base, words))
    let units = report.units(style.filter)
    let isUnfolded = style.unfolded || style.filter.only != nil
    let shown = units.filter { isUnfolded || !$0.isConsequence }
    if style.isSpoken {
      return SpokenThreeWay(report: report, shown: shown, head: head, words: words).sentences
        .flatMap { Wrapping.wrapped($0, width: canvas.width) }
    }
    var lines = Wrapping.wrapped(
      [Span(report.ours.draft.map { "\($0) " } ?? "", .name), Span(head, .heading)],
      width: canvas.textWidth, indent: 2)
    guard !report.units.isEmpty else { return lines + [Line(), Line(words.nobodyChanged)] }
    var rows: [[[Span]]] = shown.map { unit in
      [
        [Span(classes(unit, words), role(unit))], [Span(label(unit, words))],
        [Span(who(unit, words))],
      ]
    }
    let folded = units.count - shown.count
    if folded > 0 {
      rows.append([
        [Span(words.changeClass(.renumbered), .renumbered)], [],
        [Span(words.mergeNumbers(folded), .dim)],
      ])
    }
    lines.append(Line())
    lines += Table.laidOut(rows, alignments: [.left, .left, .left], width: canvas.textWidth)
    let common = shown.count { $0.ours != nil && $0.theirs != nil }
    if common > 0 { lines += [Line(), Line(" " + words.changedByBoth(common), .warning)] }
    if units.count < report.units.count {
      lines += [Line(), Line(" " + words.leftOut(report.units.count - units.count), .dim)]
    }
    guard !style.summaryOnly else { return lines }
    let painter = ThreeWayPainter(report: report, canvas: canvas)
    return lines + painter.heads + shown.flatMap { painter.lines($0, label: label($0, words)) }
  }

  private static func kinds(_ unit: ThreeWayChange) -> Set<ChangeKind> {
    (unit.ours?.kinds ?? []).union(unit.theirs?.kinds ?? [])
  }

  private static func classes(_ unit: ThreeWayChange, _ words: any Messages) -> String {
    let kinds = kinds(unit)
    let main = ChangeKind.allCases.filter { kinds.contains($0) && $0 != .renumbered }
    return DiffSummary.classWords(main.isEmpty ? [.renumbered] : main, words)
  }

  private static func role(_ unit: ThreeWayChange) -> Role {
    let kinds = kinds(unit)
    return DiffSummary.role(ChangeKind.allCases.first { kinds.contains($0) && $0 != .renumbered })
  }

  /// Who changed a unit.
  static func who(_ unit: ThreeWayChange, _ words: any Messages) -> String {
    switch (unit.ours, unit.theirs) {
    case (_?, _?): unit.isAgreed ? words.byBothAlike : words.byBoth
    case (_?, nil): "A"
    default: "B"
    }
  }

  /// The unit's name in the common text, else in the text that put it in.
  private static func label(_ unit: ThreeWayChange, _ words: any Messages) -> String {
    let change = unit.ours ?? unit.theirs
    let side = unit.base ?? change?.new
    let label = side.map { UnitAddress.label($0.address) } ?? ""
    return label.isEmpty ? change.map { words.unitKind($0.kind) } ?? "" : label
  }
}

/// The words of one unit in three texts.
struct ThreeWayPainter {
  let report: ThreeWayReport
  let canvas: Canvas

  private var words: any Messages { canvas.messages }
  private var isMarked: Bool { canvas.theme.marksWords }

  /// The columns of each of three panes; nil where the texts stand below each other.
  private var pane: Int? {
    canvas.width >= 120 ? min(70, (canvas.width - 6) / 3) : nil
  }

  /// The heads of the panes.
  var heads: [Line] {
    guard let pane else { return [] }
    return [Line()]
      + beside(
        [Line(words.commonText, .dim)], [Line("A", .dim)], [Line("B", .dim)], pane: pane)
  }

  func lines(_ unit: ThreeWayChange, label: String) -> [Line] {
    let who = ThreeWayView.who(unit, words)
    let head = Line([
      Span(label, .heading), Span("  "),
      Span(who, unit.ours != nil && unit.theirs != nil && !unit.isAgreed ? .warning : .dim),
    ])
    guard let pane else {
      let sides = unit.isAgreed ? [("A, B", unit.ours)] : [("A", unit.ours), ("B", unit.theirs)]
      return [Line(), head]
        + sides.flatMap { name, change in
          change.map { inline($0, name) } ?? []
        }
    }
    let base = (unit.ours ?? unit.theirs).flatMap { change in
      change.old.map { _ in wrapped(text(change, isNew: false), pane) }
    }
    return [Line(), head]
      + beside(
        base ?? [], side(unit.ours, unit, pane), side(unit.theirs, unit, pane), pane: pane)
  }

  /// One side's change with what went and what came in one text.
  private func inline(_ change: Change, _ name: String) -> [Line] {
    let first = Line([Span("  "), Span(name.padded(to: 5, .left), .name)])
    var lines: [Line] = []
    if let note = note(change) {
      lines = Wrapping.wrapped([note], width: canvas.textWidth, first: first, indent: 7)
    }
    let spans = DiffWords.inline(pieces(change), marked: isMarked)
    guard !spans.isEmpty else { return lines }
    return lines
      + Wrapping.wrapped(
        mark(change.new ?? change.old, of: change) + spans, width: canvas.textWidth,
        first: lines.isEmpty ? first : Line("       "), indent: 7)
  }

  private func side(_ change: Change?, _ unit: ThreeWayChange, _ pane: Int) -> [Line] {
    guard let change else {
      return unit.base == nil ? [Line("–", .dim)] : [Line(words.unchangedHere, .dim)]
    }
    return (note(change).map { wrapped([$0], pane) } ?? [])
      + (change.new == nil ? [] : wrapped(text(change, isNew: true), pane))
  }

  /// The mark of a unit whose own words alone are shown.
  private func mark(_ side: Change.Side?, of change: Change) -> [Span] {
    guard change.old != nil, change.new != nil, let label = side?.label, !label.isEmpty,
      !change.words.isEmpty
    else { return [] }
    return [Span(label + " ")]
  }

  private func text(_ change: Change, isNew: Bool) -> [Span] {
    mark(isNew ? change.new : change.old, of: change)
      + DiffWords.side(pieces(change), isNew: isNew, marked: isMarked)
  }

  private func pieces(_ change: Change) -> [WordPiece] {
    DiffWords.pieces(change.words, quotes: [])
  }

  /// `PINDAH → Pasal 18`, for what the words do not show.
  private func note(_ change: Change) -> Span? {
    guard let new = change.new else { return Span(words.changeClass(.removed), .removed) }
    guard let old = change.old, old.address != new.address else { return nil }
    let kind: ChangeKind = change.kinds.contains(.moved) ? .moved : .renumbered
    return Span(
      "\(words.changeClass(kind)) → \(UnitAddress.label(new.address))", DiffSummary.role(kind))
  }

  private func wrapped(_ spans: [Span], _ pane: Int) -> [Line] {
    Wrapping.wrapped(spans, width: pane)
  }

  private func beside(_ first: [Line], _ second: [Line], _ third: [Line], pane: Int) -> [Line] {
    Panes.beside(first, Panes.beside(second, third, pane: pane), pane: pane)
  }
}
