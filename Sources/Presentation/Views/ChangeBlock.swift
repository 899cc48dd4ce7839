import DraftDiff
import LegalText
import ReviewModel

/// The changes of one Pasal, as they are read.
enum ChangeBlock {
  static func lines(
    _ group: DiffGroups.Group, of groups: DiffGroups, on canvas: Canvas
  ) -> [Line] {
    group.changes.flatMap { index in
      [Line()] + head(groups.change(index), on: canvas)
        + body(groups.change(index), of: groups.report, on: canvas)
        + comments(groups.report.comments[index] ?? [], on: canvas)
    }
  }

  /// The label at the left, what happened at the right.
  private static func head(_ change: Change, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let order: [ChangeKind] = [.inserted, .removed, .split, .merged, .moved, .edited, .renumbered]
    let kinds = order.filter(change.kinds.contains)
    let shown = kinds.count > 1 ? kinds.filter { $0 != .renumbered } : kinds
    let mark = DiffView.classWords(shown, words)
    let label = DiffGroups.label(change, words)
    let room = canvas.textWidth - DisplayWidth.of(mark) - 2
    var lines = Wrapping.wrapped(label, .heading, width: max(room, 20), indent: 2)
    let gap = max(canvas.textWidth - lines[0].width - DisplayWidth.of(mark), 2)
    lines[0].spans += [
      Span(String(repeating: " ", count: gap)), Span(mark, DiffView.role(shown.first)),
    ]
    if change.kinds.contains(.moved), let old = change.old {
      lines += Wrapping.wrapped(
        words.movedFrom(UnitAddress.label(old.address)), .moved, width: canvas.textWidth,
        first: "  ", indent: 4)
    }
    return lines
  }

  private static func body(
    _ change: Change, of report: DiffReport, on canvas: Canvas
  ) -> [Line] {
    let words = canvas.messages
    var lines: [Line] = []
    if change.notes.contains(.budgetExhausted) {
      lines += Wrapping.wrapped(
        words.coarseWords, .warning, width: canvas.textWidth, first: "  ", indent: 2)
    }
    switch (change.old, change.new) {
    case (nil, let new?):
      let unit = report.new.document.units[new.unit]
      let isWhole = (new.unit..<unit.subtreeEnd).allSatisfy {
        report.comparison.alignment.counterparts(ofNew: $0).isEmpty
      }
      lines += whole(
        report.new.document, new.unit, alone: !isWhole, sign: "+", .inserted, on: canvas)
    case (let old?, nil):
      let unit = report.old.document.units[old.unit]
      let isWhole = (old.unit..<unit.subtreeEnd).allSatisfy {
        report.comparison.alignment.counterparts(ofOld: $0).isEmpty
      }
      lines += whole(
        report.old.document, old.unit, alone: !isWhole, sign: "-", .deleted, on: canvas)
    default:
      if change.words.isEmpty {
        if change.kinds == [.renumbered] || change.kinds.isEmpty {
          let references = change.references.map { "\($0.from) → \($0.to)" }
          lines += Wrapping.wrapped(
            references.isEmpty ? words.numbersOnly : references.joined(separator: ", "), .dim,
            width: canvas.textWidth, first: "  ", indent: 2)
        }
      } else {
        lines += edited(change, on: canvas)
      }
    }
    return lines
  }

  /// A unit that came or went, with a sign before each line.
  /// - Parameter alone: whether some of what it holds stayed, and has records of its own.
  private static func whole(
    _ document: LegalDocument, _ unit: Int, alone: Bool, sign: String, _ role: Role,
    on canvas: Canvas
  ) -> [Line] {
    var narrow = canvas
    narrow.width = canvas.textWidth - 2
    let lines =
      alone
      ? Wrapping.wrapped(
        "\(document.units[unit].label) \(document.ownText(of: unit))", width: narrow.textWidth,
        first: "  ", indent: 2)
      : TextView.lines(document, unit: unit, on: narrow)
    return lines.map { line in
      guard !line.spans.isEmpty else { return line }
      return Line(
        [Span(sign, role), Span(" ")]
          + line.spans.map { Span($0.text, role == .deleted ? .deleted : $0.role) })
    }
  }

  /// A unit's words with what was deleted and inserted, after its mark.
  private static func edited(_ change: Change, on canvas: Canvas) -> [Line] {
    let label = change.new?.label ?? ""
    let isShort = DisplayWidth.of(label) <= 5 && !label.isEmpty
    let mark = isShort ? label.padded(to: 4, .left) + (label.count > 3 ? " " : "") : ""
    let first = Line([Span("  "), Span(mark, .strong)])
    let indent = 2 + (isShort ? 4 : 0)
    return Wrapping.wrapped(
      spans(change.words, marked: !canvas.theme.isColoured), width: canvas.textWidth,
      first: first, indent: indent)
  }

  /// Words as spans; without colours in brackets, `[-…-]` and `{+…+}`, with colours apart by a
  /// space where new words take the place of old ones.
  static func spans(_ words: [WordChange], marked: Bool) -> [Span] {
    var spans: [Span] = []
    var previous: WordChange.Operation?
    for (word, made) in zip(words, stretches(words, marked: marked)) {
      if !marked, previous == .delete, word.op == .insert, spans.last?.text.hasSuffix(" ") == false
      {
        spans.append(Span(" "))
      }
      spans += made
      previous = word.op
    }
    return spans
  }

  private static func stretches(_ words: [WordChange], marked: Bool) -> [[Span]] {
    words.map { word -> [Span] in
      let role: Role =
        switch word.op {
        case .equal: .plain
        case .insert: word.effect == .consequential ? .dim : .inserted
        case .delete: word.effect == .consequential ? .dim : .deleted
        }
      guard word.op != .equal, marked || word.effect == .consequential else {
        return spaced(word.text, role, open: "", close: "")
      }
      return word.op == .insert
        ? spaced(word.text, role, open: "{+", close: "+}")
        : spaced(word.text, role, open: "[-", close: "-]")
    }
  }

  /// The spaces around a text stand outside its marks.
  private static func spaced(_ text: String, _ role: Role, open: String, close: String) -> [Span] {
    let core = text.drop { $0 == " " }
    let trailing = core.reversed().prefix { $0 == " " }.count
    let words = core.dropLast(trailing)
    guard !words.isEmpty else { return [Span(text)] }
    var spans: [Span] = []
    if core.startIndex != text.startIndex { spans.append(Span(" ")) }
    spans.append(Span(open + words + close, role))
    if trailing > 0 { spans.append(Span(" ")) }
    return spans
  }

  /// The comments at a change: who, how far, and what they say.
  private static func comments(_ comments: [CommentReport], on canvas: Canvas) -> [Line] {
    guard !comments.isEmpty else { return [] }
    return [Line()] + comments.flatMap { CommentBlock.summary($0, on: canvas) }
  }
}
