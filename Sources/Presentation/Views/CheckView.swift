import LegalText
import ReviewModel

/// What a check found: the counts, then one block a finding.
public enum CheckView {
  /// The lines of a report.
  public static func lines(_ report: CheckReport, name: String, on canvas: Canvas) -> [Line] {
    let messages = canvas.messages
    var summary = messages.findings(report.counts)
    if report.findings.isEmpty { summary = messages.noFinding }
    if !report.suppressed.isEmpty {
      summary += " · " + messages.suppressed(report.suppressed.count)
    }
    var lines = [Line([Span(name, .name), Span("  " + summary, .plain)])]
    for finding in report.findings {
      lines.append(Line())
      lines += block(
        finding, word: Span(messages.severity(finding.severity), role(finding.severity)),
        on: canvas)
    }
    for entry in report.suppressed {
      lines.append(Line())
      lines += block(
        entry.finding, word: Span(messages.severity(entry.finding.severity), .dim), on: canvas)
      lines += Wrapping.wrapped(
        messages.suppressedBecause(entry.reason), .dim, width: canvas.textWidth, first: "  ",
        indent: 2)
    }
    for exemption in report.unused {
      lines.append(Line())
      lines += Wrapping.wrapped(
        messages.unusedExemption(exemption.rule, unit: exemption.unit.map(UnitAddress.label)),
        .dim, width: canvas.textWidth)
    }
    if let first = report.findings.first {
      lines += canvas.hint(messages.hintCheckRule(name, first.rule))
    }
    return lines
  }

  /// What a revision changed, for the one who saved it: the new findings' counts, and the first
  /// new errors.
  public static func sentences(_ change: CheckChange, in messages: any Messages) -> [String] {
    guard !change.new.isEmpty else { return [] }
    let errors = change.new.filter { $0.severity == .error }.prefix(2).map { finding in
      "\(messages.severity(.error)) \(UnitAddress.label(finding.address)): "
        + messages.problem(finding.problem) + " (\(finding.citation))"
    }
    let counts = FindingCounts(change.new)
    return [change.isFirst ? messages.firstFindings(counts) : messages.newFindings(counts)] + errors
  }

  private static func block(_ finding: Finding, word: Span, on canvas: Canvas) -> [Line] {
    let messages = canvas.messages
    let head = Line([
      word, Span("  "), Span(UnitAddress.label(finding.address), .strong),
      Span("  " + messages.lineColumn(finding.line, finding.column), .dim),
    ])
    return [head]
      + Wrapping.wrapped(
        messages.problem(finding.problem), width: canvas.textWidth, first: "  ", indent: 2)
      + Wrapping.wrapped(
        "\(finding.citation) · \(finding.rule)", .dim, width: canvas.textWidth, first: "  ",
        indent: 2)
  }

  private static func role(_ severity: Severity) -> Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .dim
    }
  }
}
