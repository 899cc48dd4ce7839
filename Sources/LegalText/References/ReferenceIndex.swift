/// Which mentions cite a unit.
public struct ReferenceIndex: Sendable {
  private let document: LegalDocument
  private let references: [Reference]
  /// Positions in `references` of those with a target, by target and then by place.
  private let byTarget: [Int]
  /// Positions of the second ends of ranges of which both ends stand in the text.
  private let ranges: [Int]

  /// Makes the index of the references of a document (`ReferenceScanner.references`).
  public init(references: [Reference], in document: LegalDocument) {
    self.document = document
    self.references = references
    byTarget = references.indices
      .filter { references[$0].target != nil }
      .sorted {
        (references[$0].target ?? 0, $0) < (references[$1].target ?? 0, $1)
      }
    ranges = references.indices.filter {
      $0 > 0 && references[$0].relation == .rangeEnd && references[$0].target != nil
        && references[$0 - 1].target != nil
    }
  }

  /// The references to unit `unit`, in document order, and with `includingInside` those to the
  /// units that it holds.
  ///
  /// A range (*Pasal 5 sampai dengan Pasal 8*) cites the units between its ends too; for them its
  /// second end is given.
  public func citations(of unit: Int, includingInside: Bool = false) -> [Reference] {
    guard document.units.indices.contains(unit) else { return [] }
    let upper = includingInside ? max(document.units[unit].subtreeEnd, unit + 1) : unit + 1
    var found: [Int] = []
    var position = firstPosition(ofTarget: unit)
    while position < byTarget.count {
      let reference = byTarget[position]
      guard let target = references[reference].target, target < upper else { break }
      found.append(reference)
      position += 1
    }
    for reference in ranges {
      guard let from = references[reference - 1].target, let to = references[reference].target,
        from < unit, unit < to, document.units[unit].kind == document.units[to].kind
      else { continue }
      found.append(reference)
    }
    var seen: Set<Int> = []
    return found.sorted().filter { seen.insert($0).inserted }.map { references[$0] }
  }

  private func firstPosition(ofTarget unit: Int) -> Int {
    var low = 0
    var high = byTarget.count
    while low < high {
      let middle = low + (high - low) / 2
      if (references[byTarget[middle]].target ?? 0) < unit {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
