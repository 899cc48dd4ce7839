import LegalText

/// What renumbering does, as a short table.
public enum RenumberView {
  /// How many rows of a kind are shown.
  static let limit = 24

  /// The lines for a plan.
  /// - Parameter name: the path of the text.
  /// - Parameter isWritten: whether the text was written with the new numbers.
  public static func lines(
    _ plan: RenumberPlan, of document: LegalDocument, name: String, isWritten: Bool,
    on canvas: Canvas
  ) -> [Line] {
    let words = canvas.messages
    guard !plan.isEmpty else {
      return Wrapping.wrapped(words.alreadyRenumbered(name), width: canvas.textWidth)
    }
    let runs = Run.folded(plan.changes, in: document)
    var rows = runs.prefix(limit).map { run in
      [
        [Span(words.renumberedUnit, .renumbered)], [Span(run.old)], [Span("→ " + run.new)],
        [Span(run.place, .dim)],
      ]
    }
    rows += plan.references.prefix(limit).map { change in
      [
        [Span(words.renumberedReference, .dim)], [Span(change.oldText)],
        [Span("→ " + change.newText)],
        [Span(UnitAddress.label(document.units[change.unit].address), .dim)],
      ]
    }
    var lines = Table.laidOut(
      rows, alignments: [.left, .left, .left, .left], width: canvas.width)
    let left = max(runs.count - limit, 0) + max(plan.references.count - limit, 0)
    if left > 0 { lines.append(Line(" " + words.moreRows(left), .dim)) }
    lines.append(Line())
    for warning in plan.warnings.prefix(limit) {
      let place = UnitAddress.label(document.units[warning.unit].address)
      lines += Wrapping.wrapped(
        words.renumberWarning(warning.reason, place: place, text: warning.text), .warning,
        width: canvas.textWidth, first: " ", indent: 1)
    }
    if plan.warnings.count > limit {
      lines.append(Line(" " + words.moreRows(plan.warnings.count - limit), .dim))
    }
    if !plan.warnings.isEmpty { lines.append(Line()) }
    let counts = (plan.changes.count, plan.references.count)
    return lines
      + Wrapping.wrapped(
        isWritten
          ? words.renumbered(name, marks: counts.0, references: counts.1)
          : words.wouldRenumber(name, marks: counts.0, references: counts.1),
        width: canvas.textWidth)
  }

  /// Neighbouring units whose numbers move by the same step.
  private struct Run {
    var old: String
    var new: String
    var place: String
    private var lastOld = 0
    private var lastNew = 0
    private var firstOld = ""
    private var firstNew = ""

    private init(_ change: RenumberPlan.UnitChange, place: String) {
      (firstOld, firstNew) = (change.oldMark, change.newMark)
      (old, new) = (change.oldMark, change.newMark)
      self.place = place
      lastOld = Self.number(change.oldMark) ?? Int.min
      lastNew = Self.number(change.newMark) ?? Int.min
    }

    static func folded(
      _ changes: [RenumberPlan.UnitChange], in document: LegalDocument
    ) -> [Run] {
      var runs: [Run] = []
      for change in changes {
        let unit = document.units[change.unit]
        let isArticle = unit.kind == .pasal
        let holder = unit.parent.map { document.units[$0].address } ?? ""
        let isBodyArticle = isArticle && !unit.address.contains("/")
        let place = isBodyArticle ? "" : UnitAddress.label(holder)
        if isArticle, let last = runs.indices.last, runs[last].place == place,
          let old = number(change.oldMark), let new = number(change.newMark),
          runs[last].lastOld != Int.min, old == runs[last].lastOld + 1,
          new == runs[last].lastNew + 1
        {
          runs[last].extend(old, new)
        } else {
          runs.append(Run(change, place: place))
        }
      }
      return runs
    }

    private mutating func extend(_ old: Int, _ new: Int) {
      (lastOld, lastNew) = (old, new)
      self.old = "\(firstOld)–\(old)"
      self.new = "\(firstNew)–\(new)"
    }

    /// The number of `Pasal 12`.
    private static func number(_ mark: String) -> Int? {
      mark.split(separator: " ").last.flatMap { $0.utf8.count < 10 ? Int($0) : nil }
    }
  }
}
