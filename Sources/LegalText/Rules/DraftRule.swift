/// A rule on the drafting of regulations, with where it comes from and how it looks.
public struct DraftRule: Sendable {
  /// Texts that show the rule.
  public struct Example: Sendable, Hashable {
    /// A text that keeps it.
    public var passing: String
    /// A text that breaks it.
    public var failing: String
    /// The address of the unit at which `failing` breaks it.
    public var unit: String
  }

  /// Its stable name, such as `reference.dangling`.
  public let id: String
  /// What its findings weigh, unless one of them is less sure.
  public let severity: Severity
  /// The provision that it comes from; `Lampiran II` is that of UU 12/2011, as amended by
  /// UU 15/2019 and UU 13/2022.
  public let citation: String
  /// Texts that keep and break it.
  public let example: Example
  let check: @Sendable (CheckContext, inout RuleReport) -> Void

  init(
    _ id: String, _ severity: Severity, _ citation: String, passing: String, failing: String,
    at unit: String, check: @escaping @Sendable (CheckContext, inout RuleReport) -> Void
  ) {
    self.id = id
    self.severity = severity
    self.citation = citation
    example = Example(passing: passing, failing: failing, unit: unit)
    self.check = check
  }
}

/// What one rule has found.
struct RuleReport {
  struct Entry {
    var unit: Int
    var range: Range<Int>
    var problem: DraftProblem
    var severity: Severity
    var citation: String
  }

  let rule: DraftRule
  /// The most findings that help a person: a text that has more is no regulation.
  let limit: Int
  private(set) var entries: [Entry] = []

  init(rule: DraftRule, limit: Int) {
    self.rule = rule
    self.limit = limit
  }

  /// The most findings of one rule in a text; a tenth where it is no regulation.
  static func limit(length: Int, isDense: Bool) -> Int {
    (1000 + length / 1024) / (isDense ? 10 : 1)
  }

  /// Adds a finding, of less weight or from another provision where that is given.
  mutating func add(
    _ problem: DraftProblem, at unit: Int, _ range: Range<Int>, severity: Severity? = nil,
    citation: String? = nil
  ) {
    guard entries.count < limit else { return }
    entries.append(
      Entry(
        unit: unit, range: range, problem: problem, severity: severity ?? rule.severity,
        citation: citation ?? rule.citation))
  }
}
