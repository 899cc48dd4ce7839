import LegalText
import ReviewModel

/// Who cites a unit.
public enum CitationView {
  /// The lines of a list of citations: where each stands, and the sentence around it.
  public static func lines(
    _ citations: [Reference], of unit: Int, in document: LegalDocument, on canvas: Canvas
  ) -> [Line] {
    let words = canvas.messages
    let cited = UnitAddress.label(document.units[unit].address)
    guard !citations.isEmpty else {
      return Wrapping.wrapped(words.notCited(cited), width: canvas.textWidth)
    }
    var lines = Wrapping.wrapped(
      words.citedBy(cited, citations.count), .heading, width: canvas.textWidth)
    for citation in citations {
      let place = UnitAddress.label(document.units[citation.unit].address)
      lines += [Line()]
      lines += Wrapping.wrapped(place, .strong, width: canvas.textWidth, first: " ", indent: 1)
      lines += Wrapping.wrapped(
        around(citation, in: document), width: canvas.textWidth, first: "   ", indent: 3)
    }
    return lines
  }

  /// The mention with some words on either side.
  private static func around(_ citation: Reference, in document: LegalDocument) -> [Span] {
    let own = document.units[citation.unit].range
    let start = max(own.lowerBound, citation.range.lowerBound - 100)
    let end = min(own.upperBound, citation.range.upperBound + 100)
    let before = Whitespace.collapsed(document.text(in: start..<citation.range.lowerBound))
    let after = Whitespace.collapsed(document.text(in: citation.range.upperBound..<end))
    let head = start > own.lowerBound ? "… " + before.drop { $0 != " " }.dropFirst() : before
    let tail =
      end < own.upperBound ? String(after.reversed().drop { $0 != " " }.reversed()) + "…" : after
    let joins =
      document.source.indices.contains(citation.range.upperBound)
      && Whitespace.isSpace(document.source[citation.range.upperBound])
    return [
      Span(head + (head.isEmpty ? "" : " ")),
      Span(Whitespace.collapsed(document.text(in: citation.range)), .strong),
      Span((joins ? " " : "") + tail),
    ]
  }
}
