import LegalText

/// Judges what the alignment does to references.
struct ReferenceJudge {
  let aligner: Aligner
  private let splitFrom: [Int: Int]
  private let mergedInto: [Int: Int]

  init(_ aligner: Aligner, splitFrom: [Int: Int], mergedInto: [Int: Int]) {
    self.aligner = aligner
    self.splitFrom = splitFrom
    self.mergedInto = mergedInto
  }

  /// References of an old and of the new unit that stand for each other, by index.
  struct Pair {
    var old: Int
    var new: Int
    var effect: ReferenceEffect?
  }

  /// Where the target of an old reference stands in the new document.
  private enum Target {
    /// In one of these units, or where `rest` leads from them.
    case at([Int], rest: Substring)
    case removed
    case unknown
  }

  /// The references that the own words of a matched pair of units have in common.
  func pairs(_ o: Int, _ n: Int) -> [Pair] {
    let x = aligner.old.referencesOf[o]
    let y = aligner.new.referencesOf[n]
    guard !x.isEmpty, !y.isEmpty else { return [] }
    let sameWords = aligner.old.ownMasked[o] == aligner.new.ownMasked[n]
    if sameWords, x.count == y.count {
      return zip(x, y).map { Pair(old: $0, new: $1, effect: effect($0, $1, isRewritten: false)) }
    }
    let found = counterparts(o, n, x, y)
    let isRewritten = isElsewhere(o, n) && isRewritten(found, x, y)
    return found.map { Pair(old: $0, new: $1, effect: effect($0, $1, isRewritten: isRewritten)) }
  }

  /// References at tokens that stand for each other: first those that mean the same provision,
  /// then, between these, those in the same place.
  private func counterparts(
    _ o: Int, _ n: Int, _ x: Range<Int>, _ y: Range<Int>
  ) -> [(Int, Int)] {
    let tokensOld = aligner.old.own[o]
    let tokensNew = aligner.new.own[n]
    var keysOld = Array(aligner.old.masked[tokensOld])
    var keysNew = Array(aligner.new.masked[tokensNew])
    let masks = (keysOld, keysNew)
    for index in x {
      guard case .at(let units, let rest) = target(of: index), rest.isEmpty else { continue }
      mark(index, means: units[0], aligner.old, tokensOld, &keysOld)
    }
    for index in y {
      guard let unit = aligner.new.references[index].target else { continue }
      mark(index, means: unit, aligner.new, tokensNew, &keysNew)
    }
    var matched = SequenceAligner.counterparts(
      keysOld, keysNew, isMirrored: aligner.isTransposed)
    fill(&matched, masks.0, masks.1)
    var byToken: [Int: [Int]] = [:]
    for index in y.reversed() {
      if let token = aligner.new.tokenOf[index] { byToken[token, default: []].append(index) }
    }
    var result: [(Int, Int)] = []
    for index in x {
      guard let token = aligner.old.tokenOf[index] else { continue }
      let match = matched[token - tokensOld.lowerBound]
      guard match >= 0, let other = byToken[Int(match) + tokensNew.lowerBound]?.popLast(),
        isSameForm(index, other)
      else { continue }
      result.append((index, other))
    }
    return result
  }

  /// Gives the tokens of a reference keys that only references to the same unit have.
  private func mark(
    _ index: Int, means unit: Int, _ indexed: IndexedDocument, _ range: Range<Int>,
    _ keys: inout [Int32]
  ) {
    let parts = indexed.references[index].parts
    for (level, part) in parts.enumerated().reversed() {
      guard let token = token(part, indexed, range) else { continue }
      let fromEnd = min(parts.count - 1 - level, 7)
      keys[token - range.lowerBound] = -2 - Int32(truncatingIfNeeded: unit * 8 + fromEnd)
    }
  }

  /// Matches what lies between matches by other keys.
  private func fill(_ matched: inout [Int32], _ old: [Int32], _ new: [Int32]) {
    for run in WordDiff.runs(matched, new.count)
    where !run.isEqual && !run.old.isEmpty && !run.new.isEmpty {
      let inner = SequenceAligner.counterparts(
        Array(old[run.old]), Array(new[run.new]), isMirrored: aligner.isTransposed)
      for (offset, match) in inner.enumerated() where match >= 0 {
        matched[run.old.lowerBound + offset] =
          match + Int32(truncatingIfNeeded: run.new.lowerBound)
      }
    }
  }

  private func isSameForm(_ x: Int, _ y: Int) -> Bool {
    agree(x, y) { $0.kind == $1.kind }
  }

  private func isSameText(_ x: Int, _ y: Int) -> Bool {
    agree(x, y) { $0.kind == $1.kind && $0.number == $1.number }
  }

  /// Whether two references have as many parts, and each of one agrees with its like.
  @inline(__always)
  private func agree(
    _ x: Int, _ y: Int, _ areAlike: (Reference.Part, Reference.Part) -> Bool
  ) -> Bool {
    let count = aligner.old.references[x].parts.count
    guard aligner.new.references[y].parts.count == count else { return false }
    for part in 0..<count
    where !areAlike(aligner.old.references[x].parts[part], aligner.new.references[y].parts[part]) {
      return false
    }
    return true
  }

  // MARK: Rewritten sentences

  /// Whether two paired units stand in Pasal that are no pair.
  private func isElsewhere(_ o: Int, _ n: Int) -> Bool {
    guard let p = article(of: o, aligner.old), let q = article(of: n, aligner.new) else {
      return false
    }
    return !images(p).contains(q)
  }

  private func article(of unit: Int, _ indexed: IndexedDocument) -> Int? {
    var next: Int? = unit
    while let current = next, indexed.units[current].kind != .pasal {
      next = indexed.units[current].parent
    }
    return next
  }

  /// Whether the sentence was fitted to its new place: it lost or gained references, cites others,
  /// or cites what is new there. What it cites by place alone (`ayat (1)`) is then meant as it
  /// stands.
  private func isRewritten(_ pairs: [(Int, Int)], _ x: Range<Int>, _ y: Range<Int>) -> Bool {
    if pairs.count < x.count || pairs.count < y.count { return true }
    return pairs.contains { old, new in
      if let target = aligner.new.references[new].target, origins(target).isEmpty { return true }
      return !isSameText(old, new) && !isMapped(old, new, target(of: old))
    }
  }

  /// Whether a citation counts from the Pasal that it stands in.
  private func isRelative(_ reference: Reference) -> Bool {
    switch reference.parts.first?.kind {
    case .ayat, .huruf, .angka, .subhuruf, .subangka: true
    default: false
    }
  }

  // MARK: Effects

  private func effect(_ x: Int, _ y: Int, isRewritten: Bool) -> ReferenceEffect? {
    let before = aligner.old.references[x]
    let after = aligner.new.references[y]
    let sameText = isSameText(x, y)
    if sameText, isRewritten, isRelative(before), after.target != nil { return nil }
    let target = target(of: x)
    var newTarget: Int?
    let effect: ReferenceEffect.Effect?
    switch target {
    case .at(let units, _):
      newTarget = units.first
      let mapped = isMapped(x, y, target)
      effect = mapped ? (sameText ? nil : .consequential) : sameText ? .stale : .substantive
    case .removed:
      if sameText, isReplaced(x, y) { return nil }
      effect = sameText ? .dangling : .substantive
    case .unknown: effect = sameText ? nil : .substantive
    }
    guard let effect else { return nil }
    return ReferenceEffect(
      effect: effect, from: text(before, aligner.old), to: text(after, aligner.new),
      oldRange: before.range, newRange: after.range, oldTarget: before.target,
      newTarget: newTarget)
  }

  /// Whether what a citation means by place alone (`ayat (1)`, `huruf a` of the considerations)
  /// was worded anew where it stands: the old words went, new ones have their number.
  private func isReplaced(_ x: Int, _ y: Int) -> Bool {
    guard isRelative(aligner.old.references[x]), let o = aligner.old.references[x].target,
      let n = aligner.new.references[y].target, origins(n).isEmpty,
      let p = aligner.old.units[o].parent, let q = aligner.new.units[n].parent
    else { return false }
    return images(p).contains(q)
  }

  private func text(_ reference: Reference, _ indexed: IndexedDocument) -> String {
    Whitespace.collapsed(indexed.document.text(in: reference.range))
  }

  /// Whether a new reference means what became of the old one's target.
  private func isMapped(_ x: Int, _ y: Int, _ target: Target) -> Bool {
    guard case .at(let units, let rest) = target else { return false }
    let after = aligner.new.references[y]
    if rest.isEmpty, let found = after.target { return units.contains(found) }
    // What stood nowhere before cannot have become something.
    guard after.target == nil || isSameText(x, y), let address = after.address else {
      return false
    }
    // By bytes: joined as characters this took longer than all else about a reference.
    return units.contains { unit in
      let head = aligner.new.units[unit].address.utf8
      return head.count + rest.utf8.count == address.utf8.count
        && address.utf8.starts(with: head)
        && address.utf8.dropFirst(head.count).elementsEqual(rest.utf8)
    }
  }

  /// Where the longest part of the target's address that exists went, and the rest.
  private func target(of index: Int) -> Target {
    let reference = aligner.old.references[index]
    if let unit = reference.target, aligner.old.units.indices.contains(unit) {
      let units = images(unit)
      return units.isEmpty ? .removed : .at(units, rest: "")
    }
    guard let address = reference.address else { return .unknown }
    var head = Substring(address)
    while true {
      if let unit = aligner.old.document.index(ofAddress: String(head)) {
        let units = images(unit)
        return units.isEmpty ? .removed : .at(units, rest: address[head.endIndex...])
      }
      guard let slash = head.utf8.lastIndex(of: 0x2F) else { return .unknown }
      head = head[..<slash]
    }
  }

  /// The new units that an old one became, its counterpart first.
  private func images(_ unit: Int) -> [Int] {
    if let parts = aligner.splits[unit] { return parts }
    return (aligner.toNew[unit] ?? mergedInto[unit]).map { [$0] } ?? []
  }

  /// The old units that a new one was.
  private func origins(_ unit: Int) -> [Int] {
    if let parts = aligner.merges[unit] { return parts }
    return (aligner.toOld[unit] ?? splitFrom[unit]).map { [$0] } ?? []
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
