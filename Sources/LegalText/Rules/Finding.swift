/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
  /// The text contradicts itself or the drafting law beyond doubt.
  case error
  /// The text most likely has to be changed.
  case warning
  /// Something to look at; no machine can be sure of it.
  case info
}

extension Severity: Comparable {
  /// Heavier ones are greater.
  public static func < (left: Severity, right: Severity) -> Bool { left.weight < right.weight }

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .info: 0
    }
  }
}

/// One place where a text departs from a drafting rule.
public struct Finding: Sendable, Hashable {
  /// The rule's id, such as `reference.dangling`.
  public var rule: String
  /// How much it weighs.
  public var severity: Severity
  /// The provision that the rule comes from: `Lampiran II angka 280` is of UU 12/2011.
  public var citation: String
  /// The index of the unit that it concerns.
  public var unit: Int
  /// That unit's address.
  public var address: String
  /// The bytes that it concerns.
  public var range: Range<Int>
  /// The line on which they begin, 1 for the first.
  public var line: Int
  /// The character of that line at which they begin, 1 for the first.
  public var column: Int
  /// What is wrong, for presentation to word.
  public var problem: DraftProblem

  /// Makes a finding.
  public init(
    rule: String, severity: Severity, citation: String, unit: Int, address: String,
    range: Range<Int>, line: Int, column: Int, problem: DraftProblem
  ) {
    self.rule = rule
    self.severity = severity
    self.citation = citation
    self.unit = unit
    self.address = address
    self.range = range
    self.line = line
    self.column = column
    self.problem = problem
  }
}
