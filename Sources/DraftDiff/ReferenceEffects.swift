import LegalText

/// Judges what the alignment does to references.
struct ReferenceJudge {
  let aligner: Aligner

  /// References of an old and of the new unit that stand for each other, by index.
  struct Pair {
    var old: Int
    var new: Int
    var effect: ReferenceEffect?
  }

  /// Where the target of an old reference stands in the new document.
  private enum Target {
    case at([String], unit: Int)
    case removed
    case unknown
  }

  /// The references that the own words of a matched pair of units have in common.
  func pairs(_ o: Int, _ n: Int) -> [Pair] {
    let x = aligner.old.referencesOf[o]
    let y = aligner.new.referencesOf[n]
    guard !x.isEmpty, !y.isEmpty else { return [] }
    if aligner.old.ownMasked[o] == aligner.new.ownMasked[n], x.count == y.count {
      return zip(x, y).map { Pair(old: $0, new: $1, effect: effect($0, $1)) }
    }
    let tokensOld = aligner.old.own[o]
    let tokensNew = aligner.new.own[n]
    let matched = SequenceAligner(
      Array(aligner.old.masked[tokensOld]), Array(aligner.new.masked[tokensNew]))
    var byToken: [Int: [Int]] = [:]
    for index in y.reversed() {
      if let token = aligner.new.tokenOf[index] { byToken[token, default: []].append(index) }
    }
    var result: [Pair] = []
    for index in x {
      guard let token = aligner.old.tokenOf[index] else { continue }
      let match = matched.counterparts[token - tokensOld.lowerBound]
      guard match >= 0, let other = byToken[Int(match) + tokensNew.lowerBound]?.popLast(),
        isSameForm(index, other)
      else { continue }
      result.append(Pair(old: index, new: other, effect: effect(index, other)))
    }
    return result
  }

  private func isSameForm(_ x: Int, _ y: Int) -> Bool {
    aligner.old.references[x].parts.map(\.kind) == aligner.new.references[y].parts.map(\.kind)
  }

  private func effect(_ x: Int, _ y: Int) -> ReferenceEffect? {
    let before = aligner.old.references[x]
    let after = aligner.new.references[y]
    let sameText =
      before.parts.map(\.kind) == after.parts.map(\.kind)
      && before.parts.map(\.number) == after.parts.map(\.number)
    var newTarget: Int?
    let effect: ReferenceEffect.Effect?
    switch target(of: before) {
    case .at(let addresses, let unit):
      newTarget = unit
      let isMapped = after.address.map(addresses.contains) ?? false
      effect = isMapped ? (sameText ? nil : .consequential) : sameText ? .stale : .substantive
    case .removed: effect = sameText ? .dangling : .substantive
    case .unknown: effect = sameText ? nil : .substantive
    }
    guard let effect else { return nil }
    return ReferenceEffect(
      effect: effect, from: text(before, aligner.old), to: text(after, aligner.new),
      oldRange: before.range, newRange: after.range, oldTarget: before.target,
      newTarget: newTarget)
  }

  private func text(_ reference: Reference, _ indexed: IndexedDocument) -> String {
    Whitespace.collapsed(indexed.document.text(in: reference.range))
  }

  /// The target's address by the longest part of it that exists, the rest kept.
  private func target(of reference: Reference) -> Target {
    guard let address = reference.address else { return .unknown }
    var head = Substring(address)
    while true {
      if let unit = aligner.old.document.index(ofAddress: String(head)) {
        let rest = address[head.endIndex...]
        guard let counterpart = counterpart(unit) else { return .removed }
        let units = aligner.splits[unit] ?? [counterpart]
        return .at(units.map { aligner.new.units[$0].address + rest }, unit: counterpart)
      }
      guard let slash = head.utf8.lastIndex(of: 0x2F) else { return .unknown }
      head = head[..<slash]
    }
  }

  private func counterpart(_ unit: Int) -> Int? {
    if let match = aligner.toNew[unit] { return match }
    return aligner.merges.first { $0.value.contains(unit) }?.key
  }

  // MARK: Words

  /// The tokens of both units' own words for comparing them: a reference that only followed its
  /// target counts as the same word.
  func slices(_ o: Int, _ n: Int, _ pairs: [Pair]) -> (old: TokenSlice, new: TokenSlice) {
    var old = TokenSlice(aligner.old.text, aligner.old.own[o])
    var new = TokenSlice(aligner.new.text, aligner.new.own[n])
    var kept: Set<Int> = []
    for pair in pairs where pair.effect?.effect == .substantive {
      for part in aligner.old.references[pair.old].parts {
        if let x = token(part, aligner.old, old.range) { kept.insert(x) }
      }
    }
    var keys: [Int64: Int32] = [:]
    for pair in pairs where pair.effect?.effect == .consequential {
      let parts = zip(
        aligner.old.references[pair.old].parts, aligner.new.references[pair.new].parts)
      for (before, after) in parts {
        guard let x = token(before, aligner.old, old.range), !kept.contains(x),
          let y = token(after, aligner.new, new.range),
          aligner.old.text.ids[x] != aligner.new.text.ids[y]
        else { continue }
        let both = Int64(aligner.old.text.ids[x]) << 32 | Int64(aligner.new.text.ids[y])
        let key = keys[both] ?? -2 - Int32(truncatingIfNeeded: keys.count)
        keys[both] = key
        old.keys[x - old.range.lowerBound] = key
        new.keys[y - new.range.lowerBound] = key
      }
    }
    return (old, new)
  }

  private func token(
    _ part: Reference.Part, _ indexed: IndexedDocument, _ range: Range<Int>
  ) -> Int? {
    indexed.token(at: part.numberRange.lowerBound, in: range)
  }
}
