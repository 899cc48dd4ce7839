import LegalText
import ReviewModel

/// Findings as JSON.
public enum CheckJSON {
  /// `check`: ranges are byte offsets, end exclusive; lines and columns count from 1.
  /// - Parameter message: the sentence for a finding, the same in every language of the program.
  public static func check(
    _ report: CheckReport, message: (Finding) -> String
  ) throws -> JSONText {
    try JSONText(
      Document(
        findings: report.findings.map { Item($0, message: message($0)) },
        suppressed: report.suppressed.map {
          Exempt(
            rule: $0.finding.rule, address: $0.finding.address, line: $0.finding.line,
            column: $0.finding.column, reason: $0.reason)
        },
        unused: report.unused.map { Unused(rule: $0.rule, unit: $0.unit, reason: $0.reason) }))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let findings: [Item]
    let suppressed: [Exempt]
    let unused: [Unused]
  }

  private struct Unused: Encodable {
    let rule: String
    @OrNull var unit: String?
    let reason: String
  }

  private struct Item: Encodable {
    let rule: String
    let severity: String
    let address: String
    let range: [Int]
    let line: Int
    let column: Int
    let message: String
    let citation: String

    init(_ finding: Finding, message: String) {
      rule = finding.rule
      severity = finding.severity.rawValue
      address = finding.address
      range = [finding.range.lowerBound, finding.range.upperBound]
      line = finding.line
      column = finding.column
      self.message = message
      citation = finding.citation
    }
  }

  private struct Exempt: Encodable {
    let rule: String
    let address: String
    let line: Int
    let column: Int
    let reason: String
  }
}
