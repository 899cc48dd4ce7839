import ReviewModel

/// What checking the review log found.
public enum VerifyView {
  /// How many findings of one kind are shown; all stand in the JSON.
  static let limit = 20

  /// The lines of a report: the sum of it, the logs that are set apart, then all findings by kind.
  public static func lines(_ report: VerifyReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    var lines = Wrapping.wrapped(
      words.verified(report), report.findings.isEmpty ? .plain : .warning, width: canvas.textWidth)
    if report.revisions.total > 0 {
      lines += Wrapping.wrapped(
        words.revisionsSigned(report.revisions.signed, of: report.revisions.total), .dim,
        width: canvas.textWidth)
    }
    let apart = report.logs.filter { $0.trust == .quarantined }
    if !apart.isEmpty { lines.append(Line()) }
    for log in apart.prefix(limit) {
      lines += Wrapping.wrapped(
        [Span(words.trust(.quarantined), .warning), Span("  "), Span(log.ref, .name)],
        width: canvas.textWidth, first: "  ", indent: 4)
    }
    if apart.count > limit { lines.append(Line("  " + words.moreRows(apart.count - limit), .dim)) }
    for kind in TrustFinding.Kind.allCases {
      let found = report.findings.filter { $0.kind == kind }
      guard !found.isEmpty else { continue }
      lines.append(Line())
      lines += Wrapping.wrapped(
        [Span(kind.rawValue, .heading), Span("  "), Span(words.finding(kind))],
        width: canvas.textWidth, indent: 2)
      for finding in found.prefix(limit) {
        lines += Wrapping.wrapped(
          [Span(finding.ref, .name)]
            + (finding.subject.map { [Span("  "), Span($0, .dim)] } ?? []),
          width: canvas.textWidth, first: "  ", indent: 4)
      }
      if found.count > limit {
        lines.append(Line("  " + words.moreRows(found.count - limit), .dim))
      }
    }
    return lines
  }
}

/// The people who sign.
public enum SignersView {
  /// The lines of a list.
  public static func lines(_ report: SignersReport, on canvas: Canvas) -> [Line] {
    let words = canvas.messages
    let rows = report.signers.map { signer -> [[Span]] in
      var notes: [Span] = []
      if let end = signer.validBefore {
        notes.append(Span(words.keyEnds(end), .warning))
      } else if !signer.isInForce || signer.role == nil {
        notes.append(Span(words.keyWaits, .warning))
      }
      return [
        [Span(signer.principal, .name)], [Span(words.role(signer.role))], [Span(signer.key, .dim)],
        notes,
      ]
    }
    return [Line(words.signersHead(report)), Line()]
      + Table.laidOut(
        rows, alignments: [.left, .left, .left, .left], width: canvas.textWidth, indent: 1)
  }
}
