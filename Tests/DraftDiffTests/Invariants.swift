import LegalText
import Testing

@testable import DraftDiff

/// What holds for the comparison of any two documents.
func checkInvariants(
  _ comparison: Comparison, _ old: LegalDocument, _ new: LegalDocument,
  at place: SourceLocation = #_sourceLocation
) {
  var olds: [Int: Int] = [:]
  var news: [Int: Int] = [:]
  for change in comparison.changes {
    if let side = change.old { olds[side.unit, default: 0] += 1 }
    if let side = change.new { news[side.unit, default: 0] += 1 }
    let before = change.words.filter { $0.op != .insert }.map(\.text).joined()
    let after = change.words.filter { $0.op != .delete }.map(\.text).joined()
    if change.kinds.contains(.edited) {
      let texts = (
        change.old.map { old.ownText(of: $0.unit) }, change.new.map { new.ownText(of: $0.unit) }
      )
      #expect(texts.0 == before, sourceLocation: place)
      #expect(texts.1 == after, sourceLocation: place)
    } else {
      #expect(
        change.words.isEmpty == (change.old != nil && change.new != nil), sourceLocation: place)
    }
    #expect(!change.kinds.isEmpty || !change.references.isEmpty, sourceLocation: place)
    #expect((change.old == nil) == change.kinds.contains(.inserted), sourceLocation: place)
    #expect((change.new == nil) == change.kinds.contains(.removed), sourceLocation: place)
  }
  let isPlain = comparison.summary.split == 0 && comparison.summary.merged == 0
  if isPlain { #expect(!olds.values.contains { $0 > 1 }, sourceLocation: place) }
  if isPlain { #expect(!news.values.contains { $0 > 1 }, sourceLocation: place) }
  checkAlignment(comparison, old, new, place)
}

private func checkAlignment(
  _ comparison: Comparison, _ old: LegalDocument, _ new: LegalDocument, _ place: SourceLocation
) {
  let alignment = comparison.alignment
  for unit in old.units.indices {
    guard let match = alignment.counterpart(ofOld: unit) else { continue }
    #expect(match.old == unit, sourceLocation: place)
    #expect(alignment.counterpart(ofNew: match.new) == match, sourceLocation: place)
  }
  let inserted = comparison.changes.filter { $0.kinds.contains(.inserted) }.compactMap(\.new)
  for unit in new.units.indices
  where alignment.counterpart(ofNew: unit) == nil && alignment.counterparts(ofNew: unit).isEmpty {
    let range = new.units[unit].range
    #expect(
      inserted.contains {
        $0.unit == unit
          || ($0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound)
      },
      sourceLocation: place)
  }
}
