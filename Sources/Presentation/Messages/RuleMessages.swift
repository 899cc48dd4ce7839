import LegalText

/// Words for departures from drafting rules: what is wrong and what to write instead.
public protocol RuleMessages: Sendable {
  func problem(_ problem: ReferenceProblem) -> String
  func problem(_ problem: NumberingProblem) -> String
  func problem(_ problem: ListProblem) -> String
  func problem(_ problem: PreambleProblem) -> String
  func problem(_ problem: StructureProblem) -> String
  func problem(_ problem: ElucidationProblem) -> String
  func problem(_ problem: AmendmentProblem) -> String
  func problem(_ problem: TermProblem) -> String
  func problem(_ problem: WordingProblem) -> String
  func problem(_ problem: SanctionProblem) -> String
  func problem(_ problem: DelegationProblem) -> String

  func severity(_ severity: Severity) -> String
  func findings(_ counts: FindingCounts) -> String
  func firstFindings(_ counts: FindingCounts) -> String
  func newFindings(_ counts: FindingCounts) -> String
  func suppressed(_ count: Int) -> String
  func suppressedBecause(_ reason: String) -> String
  func unusedExemption(_ rule: String, unit: String?) -> String
  func lineColumn(_ line: Int, _ column: Int) -> String
  var noFinding: String { get }
  func hintCheckRule(_ target: String, _ rule: String) -> String
}

extension RuleMessages {
  /// The sentence for a finding.
  public func problem(_ problem: DraftProblem) -> String {
    switch problem {
    case .reference(let problem): self.problem(problem)
    case .numbering(let problem): self.problem(problem)
    case .list(let problem): self.problem(problem)
    case .preamble(let problem): self.problem(problem)
    case .structure(let problem): self.problem(problem)
    case .elucidation(let problem): self.problem(problem)
    case .amendment(let problem): self.problem(problem)
    case .term(let problem): self.problem(problem)
    case .wording(let problem): self.problem(problem)
    case .sanction(let problem): self.problem(problem)
    case .delegation(let problem): self.problem(problem)
    }
  }
}
