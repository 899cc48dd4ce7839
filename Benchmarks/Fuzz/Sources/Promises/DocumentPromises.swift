import LegalText

/// Checks what every document promises: nothing lost, ranges nested, addresses unique.
public func checkPromises(of document: LegalDocument, source: [UInt8]) {
  promise(document.source == source, "printing gives other bytes")
  var seen: Set<String> = []
  for (index, unit) in document.units.enumerated() {
    promise(seen.insert(unit.address).inserted, "\(unit.address) twice")
    promise(document.index(ofAddress: unit.address) == index, "\(unit.address) is not found")
    promise(
      unit.range.lowerBound >= 0 && unit.range.upperBound <= source.count,
      "\(unit.address) outside the source")
    promise(
      unit.labelRange.lowerBound == unit.range.lowerBound
        && unit.labelRange.upperBound <= unit.range.upperBound,
      "\(unit.address): label outside its unit")
    promise(
      unit.subtreeEnd > index && unit.subtreeEnd <= document.units.count,
      "\(unit.address): subtree")
    checkPlace(of: index, in: document)
  }
  var end = 0
  for range in document.furniture {
    promise(range.lowerBound >= end && range.upperBound <= source.count, "furniture \(range)")
    end = range.upperBound
  }
  for diagnostic in document.diagnostics {
    promise(
      diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= source.count,
      "\(diagnostic.code) outside the source")
  }
}

/// Checks that a unit lies in its holder and after the unit before.
private func checkPlace(of index: Int, in document: LegalDocument) {
  let unit = document.units[index]
  if let parent = unit.parent {
    let holder = document.units[parent]
    promise(
      parent < index && unit.subtreeEnd <= holder.subtreeEnd
        && unit.range.lowerBound >= holder.labelRange.upperBound
        && unit.range.upperBound <= holder.range.upperBound && unit.depth == holder.depth + 1,
      "\(unit.address) does not nest in \(holder.address)")
  } else {
    promise(unit.depth == 0, "\(unit.address): depth")
  }
  guard index > 0 else { return }
  let before = document.units[index - 1]
  promise(before.range.lowerBound <= unit.range.lowerBound, "\(unit.address): order")
  promise(
    before.subtreeEnd != index || unit.range.lowerBound >= before.range.upperBound,
    "\(unit.address) overlaps \(before.address)")
}
