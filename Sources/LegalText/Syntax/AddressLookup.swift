/// What stands at an address, and where it stops being known when nothing does.
public enum AddressLookup: Sendable, Hashable {
  /// The unit at this index.
  case unit(Int)
  /// Nothing stands there.
  ///
  /// `ancestor` is the index of the deepest unit on the way that exists, nil where not even the
  /// first does; `missing` the kind of the first that does not, nil for no known kind; `children`
  /// the indices of the units of that kind that `ancestor` (or the document) holds, in order.
  case absent(ancestor: Int?, missing: UnitKind?, children: [Int])
}

extension LegalDocument {
  /// Looks up `address`, such as `pasal-9/ayat-4`.
  ///
  /// Articles stand below chapters in the tree but not in addresses; the children given for a
  /// missing article are all articles with the same way before their number.
  public func resolve(_ address: String) -> AddressLookup {
    if let found = index(ofAddress: address) { return .unit(found) }
    let parts = address.split(separator: "/", omittingEmptySubsequences: true)
    var ancestor: Int?
    var known = 0
    var path = ""
    for (count, part) in parts.enumerated() {
      path += (path.isEmpty ? "" : "/") + part
      guard let next = index(ofAddress: path) else { break }
      ancestor = next
      known = count + 1
    }
    guard known < parts.count else {
      return .absent(ancestor: ancestor, missing: nil, children: [])
    }
    let name = parts[known].prefix { $0 != "-" && $0 != "~" }
    let prefix = ancestor.map { units[$0].address + "/" } ?? ""
    let children = siblings(prefix + name, from: ancestor)
    let kind = children.first.map { units[$0].kind } ?? UnitKind(rawValue: String(name))
    return .absent(ancestor: ancestor, missing: kind, children: children)
  }

  /// The units whose address is `prefix`, alone or with a number.
  private func siblings(_ prefix: String, from ancestor: Int?) -> [Int] {
    let range = ancestor.map { $0 + 1..<units[$0].subtreeEnd } ?? 0..<units.count
    return range.filter { index in
      let address = units[index].address
      guard address.utf8.starts(with: prefix.utf8) else { return false }
      let rest = address.utf8.dropFirst(prefix.utf8.count)
      guard let first = rest.first else { return true }
      return (first == UInt8(ascii: "-") || first == UInt8(ascii: "~"))
        && !rest.contains(UInt8(ascii: "/"))
    }
  }
}
