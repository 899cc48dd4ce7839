import LegalText

@testable import DraftDiff

/// What holds for the comparison of any two documents: what is broken is named.
struct Invariants {
  let comparison: Comparison
  let old: LegalDocument
  let new: LegalDocument

  init(_ comparison: Comparison, _ old: LegalDocument, _ new: LegalDocument) {
    self.comparison = comparison
    self.old = old
    self.new = new
  }

  func faults() -> [String] {
    comparison.changes.flatMap(faults) + repeated() + unmatched()
  }

  private func faults(_ change: Change) -> [String] {
    let before = change.words.filter { $0.op != .insert }.map(\.text).joined()
    let after = change.words.filter { $0.op != .delete }.map(\.text).joined()
    let place = change.new?.address ?? change.old?.address ?? ""
    var faults: [String] = []
    if change.kinds.contains(.edited) {
      if change.old.map({ old.ownText(of: $0.unit) }) != before { faults.append("old \(place)") }
      if change.new.map({ new.ownText(of: $0.unit) }) != after { faults.append("new \(place)") }
    } else if change.words.isEmpty != (change.old != nil && change.new != nil) {
      faults.append("words of \(place)")
    }
    if change.kinds.isEmpty, change.references.isEmpty { faults.append("nothing at \(place)") }
    if (change.old == nil) != change.kinds.contains(.inserted) { faults.append("in \(place)") }
    if (change.new == nil) != change.kinds.contains(.removed) { faults.append("out \(place)") }
    return faults
  }

  /// Each unit has at most one record, the parts of splits and merges aside.
  private func repeated() -> [String] {
    guard comparison.changes.allSatisfy({ $0.kinds.isDisjoint(with: [.split, .merged]) }) else {
      return []
    }
    let olds = comparison.changes.compactMap(\.old?.unit)
    let news = comparison.changes.compactMap(\.new?.unit)
    // A Pasal whose words became those of an ayat goes on beside it.
    let isFormed = comparison.changes.contains { change in
      guard let x = change.old?.unit, let y = change.new?.unit else { return false }
      return old.units[x].kind != new.units[y].kind
    }
    return isFormed || (Set(olds).count == olds.count && Set(news).count == news.count)
      ? [] : ["a unit has two records"]
  }

  /// Pairs are pairs from both sides, and what has none was inserted.
  private func unmatched() -> [String] {
    let alignment = comparison.shown
    var faults: [String] = []
    for unit in old.units.indices {
      guard let match = alignment.counterpart(ofOld: unit) else { continue }
      if match.old != unit || alignment.counterpart(ofNew: match.new) != match {
        faults.append("pair of \(old.units[unit].address)")
      }
    }
    let inserted = comparison.changes.filter { $0.kinds.contains(.inserted) }.compactMap(\.new)
    for unit in new.units.indices
    where alignment.counterpart(ofNew: unit) == nil && alignment.counterparts(ofNew: unit).isEmpty {
      let range = new.units[unit].range
      let isFound = inserted.contains {
        $0.unit == unit
          || ($0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound)
      }
      if !isFound { faults.append("lost \(new.units[unit].address)") }
    }
    return faults
  }
}
