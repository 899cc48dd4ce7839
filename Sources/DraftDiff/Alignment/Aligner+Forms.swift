import LegalText

// A provision that was divided into ayat, or whose ayat were made one text.
extension Aligner {
  /// What stood in a Pasal itself may stand in its ayat now: these are then parts of it, beside the
  /// Pasal, which goes on and only holds them. And the reverse.
  mutating func matchForms(_ o: Int, _ n: Int) {
    if splits[o] == nil, merges[n] == nil, old.treeMasked[o] != new.treeMasked[n] {
      if isText(o, old), isHolder(n, new) {
        let whole = ownFeatures(o, old)
        let parts = new.children[n].filter {
          toOld[$0] == nil && isPart(ownFeatures($0, new), of: whole)
        }
        if !parts.isEmpty { splits[o] = [n] + parts }
      } else if isHolder(o, old), isText(n, new) {
        let whole = ownFeatures(n, new)
        let parts = old.children[o].filter {
          toNew[$0] == nil && isPart(ownFeatures($0, old), of: whole)
        }
        if !parts.isEmpty { merges[n] = [o] + parts }
      }
    }
  }

  /// Whether a pair is a text and what holds its parts now, or held them.
  func isOfOtherForm(_ o: Int, _ n: Int) -> Bool {
    splits[o]?.contains { new.units[$0].parent == n && splits[o]?.contains(n) == true } == true
      || merges[n]?.contains { old.units[$0].parent == o && merges[n]?.contains(o) == true } == true
  }

  /// Whether a unit says something itself and holds no ayat.
  private func isText(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.units[unit].kind == .pasal && indexed.own[unit].count >= 4
      && !indexed.children[unit].contains { indexed.units[$0].kind == .ayat }
  }

  /// Whether a unit says nothing itself and holds ayat alone.
  private func isHolder(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.units[unit].kind == .pasal && indexed.own[unit].isEmpty
      && !indexed.children[unit].isEmpty
      && indexed.children[unit].allSatisfy { indexed.units[$0].kind == .ayat }
  }

  private func ownFeatures(_ unit: Int, _ indexed: IndexedDocument) -> Features {
    Features(indexed.masked[indexed.own[unit]]) { id in
      FunctionWords.weight(of: vocabulary.bytes(id))
    }
  }

  /// Whether most of a part comes from the whole.
  private func isPart(_ part: Features, of whole: Features) -> Bool {
    part.count >= 3 && whole.common(part) * 10 >= part.count * 6
  }
}
