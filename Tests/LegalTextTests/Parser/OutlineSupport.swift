import LegalText

/// The outline of a text: `address` and, after a space, the kind where the address does not say it.
func outline(_ text: String) -> [String] {
  LegalParser.parse(text).units.map { $0.address }
}

/// The addresses below `prefix`, without it.
func below(_ prefix: String, in text: String) -> [String] {
  outline(text).filter { $0.hasPrefix(prefix + "/") }.map { String($0.dropFirst(prefix.count + 1)) }
}

/// The kind of the unit at `address`.
func kind(_ address: String, in text: String) -> UnitKind? {
  let document = LegalParser.parse(text)
  return document.index(ofAddress: address).map { document.units[$0].kind }
}

/// The own words of the unit at `address`.
func ownText(_ address: String, in text: String) -> String? {
  let document = LegalParser.parse(text)
  return document.index(ofAddress: address).map { document.ownText(of: $0) }
}

/// All of the unit at `address`, on one line.
func wholeText(_ address: String, in text: String) -> String? {
  let document = LegalParser.parse(text)
  return document.index(ofAddress: address).map {
    Whitespace.collapsed(document.text(in: document.units[$0].range))
  }
}

/// What breaks the promises of a document, in words; empty where all hold.
func brokenPromises(of document: LegalDocument) -> [String] {
  var broken: [String] = []
  var seen: Set<String> = []
  for (index, unit) in document.units.enumerated() {
    if !seen.insert(unit.address).inserted { broken.append("\(unit.address) twice") }
    if document.index(ofAddress: unit.address) != index { broken.append("\(unit.address) index") }
    if unit.range.lowerBound < 0 || unit.range.upperBound > document.source.count {
      broken.append("\(unit.address) outside the source")
    }
    if unit.labelRange.lowerBound != unit.range.lowerBound
      || unit.labelRange.upperBound > unit.range.upperBound
    {
      broken.append("\(unit.address) label outside its unit")
    }
    if unit.subtreeEnd <= index || unit.subtreeEnd > document.units.count {
      broken.append("\(unit.address) subtree")
    }
    if let parent = unit.parent {
      let holder = document.units[parent]
      if parent >= index || unit.subtreeEnd > holder.subtreeEnd
        || unit.range.lowerBound < holder.labelRange.upperBound
        || unit.range.upperBound > holder.range.upperBound || unit.depth != holder.depth + 1
      {
        broken.append("\(unit.address) does not nest in \(holder.address)")
      }
    } else if unit.depth != 0 {
      broken.append("\(unit.address) depth")
    }
    if index > 0 {
      let before = document.units[index - 1]
      if before.range.lowerBound > unit.range.lowerBound { broken.append("\(unit.address) order") }
      if before.subtreeEnd == index, unit.range.lowerBound < before.range.upperBound {
        broken.append("\(unit.address) overlaps \(before.address)")
      }
    }
  }
  var end = 0
  for range in document.furniture {
    if range.lowerBound < end || range.upperBound > document.source.count {
      broken.append("furniture \(range)")
    }
    end = range.upperBound
  }
  return broken
}
