import LegalText
import ReviewModel

/// The meanings of the defined terms that a provision uses, below its text.
public enum TermView {
  /// The lines of a unit with the terms: each with the place that defines it, then its meaning.
  public static func lines(
    _ document: LegalDocument, unit: Int, terms: [DefinedTerm], on canvas: Canvas
  ) -> [Line] {
    var lines = TextView.lines(document, unit: unit, on: canvas) + [Line()]
    guard !terms.isEmpty else {
      return lines + Wrapping.wrapped(canvas.messages.noTermUsed, .dim, width: canvas.textWidth)
    }
    lines.append(Line([Span(canvas.messages.termsUsed(terms.count), .heading)]))
    for term in terms {
      let place = UnitAddress.label(document.units[term.unit].address)
      lines.append(Line())
      lines += Wrapping.wrapped(
        [Span(term.forms.last ?? "", .strong), Span("  " + place, .dim)],
        width: canvas.textWidth, first: Line("  "), indent: 2)
      for block in Blocks.of(document.text(in: term.range)) {
        lines += Wrapping.wrapped(block, width: canvas.textWidth, first: "    ", indent: 4)
      }
    }
    return lines
  }
}
