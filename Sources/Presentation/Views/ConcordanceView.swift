import DraftDiff
import LegalText

/// Which Pasal of two acts answer to each other, as a table: the first act's at the left.
struct ConcordanceView {
  private let concordance: Concordance
  private let canvas: Canvas

  init(_ concordance: Concordance, on canvas: Canvas) {
    self.concordance = concordance
    self.canvas = canvas
  }

  private var words: any Messages { canvas.messages }

  /// Its head, one row for each pair and for each run of Pasal that stand alone.
  var lines: [Line] {
    let rows: [[[Span]]] = runs.map { run in
      let first = run[0]
      let share = first.old == nil || first.new == nil ? "–" : words.percent(first.likeness)
      return [
        [Span(label(run.map(\.old)))],
        [Span(first.isPair ? "↔" : first.likeness > 0 ? "≈" : "", .dim)],
        [Span(label(run.map(\.new)))],
        [Span(share, first.isPair ? .name : .dim)],
      ]
    }
    return [Line()]
      + Wrapping.wrapped(
        [
          Span(" "), Span(words.concordance, .heading),
          Span(" · " + words.alikeAsWhole(concordance.likeness)),
        ], width: canvas.textWidth, indent: 1)
      + Table.laidOut(
        rows, alignments: [.left, .left, .left, .right], width: canvas.textWidth, indent: 2)
      + (concordance.rows.contains { !$0.isPair && $0.likeness > 0 }
        ? Wrapping.wrapped(
          "≈ " + words.merelyAlike, .dim, width: canvas.textWidth, first: "  ", indent: 4) : [])
  }

  /// The same in sentences.
  var sentences: [String] {
    [words.sentence(words.alikeAsWhole(concordance.likeness))]
      + concordance.rows.compactMap { row in
        guard let old = row.old, let new = row.new else { return nil }
        return words.spokenAlike(
          UnitAddress.label(old.address), UnitAddress.label(new.address), row.likeness,
          isPair: row.isPair)
      }
  }

  /// Rows that stand alone on the same side, one after the other, are one.
  private var runs: [[Concordance.Row]] {
    var runs: [[Concordance.Row]] = []
    for row in concordance.rows {
      if let last = runs.last?.last, Self.stand(last, row) {
        runs[runs.count - 1].append(row)
      } else {
        runs.append([row])
      }
    }
    return runs
  }

  private static func stand(_ a: Concordance.Row, _ b: Concordance.Row) -> Bool {
    a.old == nil && b.old == nil || a.new == nil && b.new == nil
  }

  /// `Pasal 12`, `Pasal 12–15`, `Pasal 12, 14`.
  private func label(_ sides: [Change.Side?]) -> String {
    let units = sides.compactMap(\.self)
    guard let first = units.first, let last = units.last else { return "" }
    let label = UnitAddress.label(first.address)
    guard units.count > 1 else { return label }
    let number = UnitAddress.label(last.address).split(separator: " ").last ?? ""
    return "\(label)–\(number)"
  }
}
