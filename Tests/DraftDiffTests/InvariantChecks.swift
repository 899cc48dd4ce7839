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
