import LegalText

// Definitions are known by the terms that they define, whatever is said of them.
extension Aligner {
  /// So few definitions at least make a Pasal the one that holds the definitions of its act.
  private static let fewest = 3
  /// A term has no more words and marks than this.
  private static let longestTerm = 16

  /// The only Pasal of definitions of one act is that of the other, however much was reworded.
  mutating func matchGlossaries() {
    let a = old.units.indices.filter { isGlossary($0, old) && oldRoles[$0] == .entry }
    let b = new.units.indices.filter { isGlossary($0, new) && newRoles[$0] == .entry }
    guard a.count == 1, b.count == 1, toNew[a[0]] == nil, toOld[b[0]] == nil else { return }
    pair(a[0], b[0], score: features(old: a[0]).dice(features(new: b[0])))
  }

  private func isGlossary(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.units[unit].kind == .pasal && !indexed.isExplanation[unit]
      && indexed.children[unit].count { indexed.units[$0].kind == .definisi } >= Self.fewest
  }

  /// Pairs definitions of one term that only one definition on each side has.
  mutating func matchTerms(_ a: [Int], _ b: [Int]) {
    guard a.contains(where: { old.units[$0].kind == .definisi && toNew[$0] == nil }) else { return }
    let (before, after) = (terms(a, old), terms(b, new))
    for o in a where toNew[o] == nil {
      guard let term = term(o, old), before[term]?.count == 1, let found = after[term],
        found.count == 1, toOld[found[0]] == nil
      else { continue }
      pair(o, found[0], score: features(old: o).dice(features(new: found[0])))
    }
  }

  /// The definitions of each term.
  private func terms(_ units: [Int], _ indexed: IndexedDocument) -> [[UInt8]: [Int]] {
    var result: [[UInt8]: [Int]] = [:]
    for unit in units {
      if let term = term(unit, indexed) { result[term, default: []].append(unit) }
    }
    return result
  }

  /// The words before *adalah*, *yang selanjutnya* or a comma, in lower case.
  private func term(_ unit: Int, _ indexed: IndexedDocument) -> [UInt8]? {
    guard indexed.units[unit].kind == .definisi else { return nil }
    var term: [UInt8] = []
    for index in indexed.own[unit].prefix(Self.longestTerm) {
      let word = indexed.text.text(index).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      if Self.endsTerm.contains(word) { return term.isEmpty ? nil : term }
      if !term.isEmpty { term.append(0x20) }
      term += word
    }
    return nil
  }

  private static let endsTerm: Set<[UInt8]> = Set(
    ["adalah", "ialah", "merupakan", "yang", ","].map { Array($0.utf8) })
}
