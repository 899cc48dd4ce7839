/// How many findings there are of each severity.
public struct FindingCounts: Sendable, Hashable {
  /// How many errors.
  public var errors: Int
  /// How many warnings.
  public var warnings: Int
  /// How many to look at.
  public var infos: Int

  /// Makes counts.
  public init(errors: Int = 0, warnings: Int = 0, infos: Int = 0) {
    self.errors = errors
    self.warnings = warnings
    self.infos = infos
  }

  /// Counts findings.
  public init(_ findings: some Sequence<Finding>) {
    self.init()
    for finding in findings {
      switch finding.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: infos += 1
      }
    }
  }

  /// All of them.
  public var total: Int { errors + warnings + infos }
}
