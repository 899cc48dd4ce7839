/// Checks a draft against the rules on the drafting of regulations (UU 12/2011, Lampiran II).
public enum DraftChecker {
  /// All rules, in the order of their subjects.
  public static let rules: [DraftRule] =
    ReferenceRules.all + NumberingRules.all + ListRules.all + PreambleRules.all
    + StructureRules.all + ElucidationRules.all + AmendmentRules.all + TermRules.all
    + WordingRules.all + SanctionRules.all + DelegationRules.all

  /// What departs from `rules` in a document, in the order of the text and then of the rules.
  ///
  /// Takes time proportional to the length of the text. In an enacted text (`NOMOR 4 TAHUN 2013`)
  /// what it does again and again is its usage, and weighs as `info`. A rule finds at most 1,000
  /// places and one more in each KB of the text.
  /// - Parameter annexes: the annexes that stand beside the text in files of their own.
  public static func check(
    _ document: LegalDocument, rules: [DraftRule] = DraftChecker.rules, annexes: [AnnexFile] = []
  ) -> [Finding] {
    guard !document.units.isEmpty else { return [] }
    let context = CheckContext(document, annexFiles: annexes)
    var places = LineLocator(document.source)
    var findings: [Finding] = []
    for rule in rules {
      var report = RuleReport(rule: rule, limit: context.mostFindings)
      rule.check(context, &report)
      // What two ways of looking both find is told once.
      var told: Set<Told> = []
      for entry in report.entries
      where told.insert(Told(range: entry.range, problem: entry.problem)).inserted {
        findings.append(
          Finding(
            rule: rule.id, severity: entry.severity, citation: entry.citation, unit: entry.unit,
            address: document.units[entry.unit].address, range: entry.range, line: 0, column: 0,
            problem: entry.problem))
      }
    }
    Weighing(context)?.weigh(&findings)
    let order = findings.indices.sorted {
      (findings[$0].range.lowerBound, $0) < (findings[$1].range.lowerBound, $1)
    }
    return order.map { index in
      var finding = findings[index]
      (finding.line, finding.column) = places.place(of: finding.range.lowerBound)
      return finding
    }
  }
}

/// What a finding of a rule says, and where.
private struct Told: Hashable {
  var range: Range<Int>
  var problem: DraftProblem
}

/// Lines and columns of positions that are asked for in ascending order.
private struct LineLocator {
  private let source: [UInt8]
  private var position = 0
  private var line = 1
  private var column = 1

  init(_ source: [UInt8]) { self.source = source }

  mutating func place(of wanted: Int) -> (line: Int, column: Int) {
    while position < min(wanted, source.count) {
      let byte = source[position]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      position += 1
    }
    return (line, column)
  }
}
