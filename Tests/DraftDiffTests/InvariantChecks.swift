import LegalText
import Testing

@testable import DraftDiff

/// What holds for the comparison of any two documents.
func checkInvariants(
  _ comparison: Comparison, _ old: LegalDocument, _ new: LegalDocument,
  at place: SourceLocation = #_sourceLocation
) {
  let faults = Invariants(comparison, old, new).faults()
  #expect(faults.isEmpty, sourceLocation: place)
}

/// The comparison of two texts, whose invariants are checked.
func checkedComparison(_ old: String, _ new: String) -> Comparison {
  let (before, after) = (LegalParser.parse(old), LegalParser.parse(new))
  let comparison = Comparison.compare(before, after)
  checkInvariants(comparison, before, after)
  return comparison
}
