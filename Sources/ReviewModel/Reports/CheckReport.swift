import LegalText

/// A rule that a draft departs from on purpose, as its `draft.yml` says.
public struct CheckExemption: Sendable, Hashable {
  /// The rule's id.
  public var rule: String
  /// The address of the unit, with all that it holds; nil for the whole draft.
  public var unit: String?
  /// Why.
  public var reason: String

  /// Makes an exemption.
  public init(rule: String, unit: String?, reason: String) {
    self.rule = rule
    self.unit = unit
    self.reason = reason
  }

  /// Whether it takes a finding out.
  public func covers(_ finding: Finding) -> Bool {
    guard finding.rule == rule else { return false }
    guard let unit else { return true }
    return finding.address == unit || finding.address.hasPrefix(unit + "/")
  }
}

/// What a check of a text found: `check`.
public struct CheckReport: Sendable {
  /// A finding that the draft is exempt from.
  public struct Suppressed: Sendable, Hashable {
    /// The finding.
    public var finding: Finding
    /// Why, as `draft.yml` says.
    public var reason: String
  }

  /// The text.
  public var text: DraftText
  /// What it departs from, in the order of the text.
  public var findings: [Finding]
  /// What it departs from on purpose.
  public var suppressed: [Suppressed]
  /// Exemptions from rules that the text keeps.
  public var unused: [CheckExemption]

  /// Sorts findings into those that count and those that the draft is exempt from.
  public init(text: DraftText, findings: [Finding], exemptions: [CheckExemption]) {
    self.text = text
    self.findings = []
    suppressed = []
    var used: Set<CheckExemption> = []
    for finding in findings {
      if let exemption = exemptions.first(where: { $0.covers(finding) }) {
        used.insert(exemption)
        suppressed.append(Suppressed(finding: finding, reason: exemption.reason))
      } else {
        self.findings.append(finding)
      }
    }
    unused = exemptions.filter { !used.contains($0) }
  }

  /// How many findings count.
  public var counts: FindingCounts { FindingCounts(findings) }

  /// Keeps the findings of some rules, and of some weight or more.
  /// - Parameter rules: ids; none for all.
  public func filtered(rules: Set<String>, from severity: Severity) -> CheckReport {
    func isKept(_ finding: Finding) -> Bool {
      (rules.isEmpty || rules.contains(finding.rule)) && finding.severity >= severity
    }
    var report = self
    report.findings = findings.filter(isKept)
    report.suppressed = suppressed.filter { isKept($0.finding) }
    report.unused = unused.filter { rules.isEmpty || rules.contains($0.rule) }
    return report
  }
}

/// What a revision changed about the findings of its text.
public struct CheckChange: Sendable, Hashable {
  /// All findings of the new text that count.
  public var counts: FindingCounts
  /// Those that the text before did not have.
  public var new: [Finding]
  /// Whether there was no text before.
  public var isFirst: Bool

  /// Compares the findings of two texts; findings of one rule on the same words are one, wherever
  /// they stand now.
  public init(old: CheckReport?, new report: CheckReport) {
    counts = report.counts
    isFirst = old == nil
    var known: [[String]: Int] = [:]
    for finding in old?.findings ?? [] {
      known[Self.key(finding, in: old?.text.document), default: 0] += 1
    }
    new = report.findings.filter { finding in
      let key = Self.key(finding, in: report.text.document)
      guard let count = known[key], count > 0 else { return true }
      known[key] = count - 1
      return false
    }
  }

  private static func key(_ finding: Finding, in document: LegalDocument?) -> [String] {
    [finding.rule, document.map { Whitespace.collapsed($0.text(in: finding.range)) } ?? ""]
  }
}
