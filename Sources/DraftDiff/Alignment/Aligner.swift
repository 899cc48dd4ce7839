import LegalText

/// Finds for every unit of one document its counterpart in the other.
///
/// Words decide, numbers only break ties: after one insertion the old number of every later Pasal
/// belongs to another one. In order: units whose words occur once on both sides, their equal
/// neighbours, equal ones between them in order, alike ones (see `SiblingMatcher`); then chapters
/// by what they hold, explanations by the Pasal that they explain, and what a matched unit holds.
struct Aligner {
  let old: IndexedDocument
  let new: IndexedDocument
  let vocabulary: Vocabulary
  var toNew: [Int?]
  var toOld: [Int?]
  /// How alike a pair is, by old unit; nil where only its place paired it.
  var scores: [Double?]
  /// New units that an old one was split into, by old unit, its counterpart first; and the reverse.
  var splits: [Int: [Int]] = [:]
  var merges: [Int: [Int]] = [:]
  var oldFeatures: FeatureCache
  var newFeatures: FeatureCache
  /// Where the new units stand that are being matched.
  var newPlaces: UnitPlaces
  /// How often a pair was made or changed.
  private(set) var pairings = 0
  private(set) var oldRoles: [Role]
  private(set) var newRoles: [Role]
  /// Whether the two documents changed sides after the alignment.
  private(set) var isTransposed = false

  /// What part a unit plays in the alignment.
  enum Role {
    /// A chapter or another unit that is what it holds.
    case frame
    /// A Pasal, or what stands in a chapter's place of one.
    case entry
    /// What an entry holds.
    case inner
  }

  init(_ old: IndexedDocument, _ new: IndexedDocument, _ vocabulary: Vocabulary) {
    self.old = old
    self.new = new
    self.vocabulary = vocabulary
    toNew = [Int?](repeating: nil, count: old.units.count)
    toOld = [Int?](repeating: nil, count: new.units.count)
    scores = [Double?](repeating: nil, count: old.units.count)
    oldFeatures = FeatureCache(units: old.units.count, tokens: vocabulary.count)
    newFeatures = FeatureCache(units: new.units.count, tokens: vocabulary.count)
    newPlaces = UnitPlaces(units: new.units.count)
    oldRoles = Self.roles(old)
    newRoles = Self.roles(new)
  }

  mutating func run() {
    if old.treeMasked == new.treeMasked {
      for unit in old.units.indices { pair(unit, unit, score: 1) }
      return
    }
    matchEntries(explanations: false)
    matchFrames()
    matchInner(explanations: false)
    matchExplanations()
    matchEntries(explanations: true)
    matchInner(explanations: true)
    matchStrays()
  }

  /// The old unit that each part of a split was cut from, and the reverse.
  var splitFrom: [Int: Int] { Self.inverse(splits) }
  var mergedInto: [Int: Int] { Self.inverse(merges) }

  private static func inverse(_ parts: [Int: [Int]]) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (whole, parts) in parts { for part in parts { result[part] = whole } }
    return result
  }

  /// The same alignment seen from the other side.
  func transposed() -> Aligner {
    var result = Aligner(new, old, vocabulary)
    result.isTransposed = !isTransposed
    for (o, match) in toNew.enumerated() {
      if let n = match { result.pair(n, o, score: scores[o]) }
    }
    result.splits = merges
    result.merges = splits
    return result
  }

  // MARK: Roles

  private static func roles(_ indexed: IndexedDocument) -> [Role] {
    var roles: [Role] = []
    roles.reserveCapacity(indexed.units.count)
    for index in indexed.units.indices {
      if let parent = indexed.units[index].parent, parent < index, roles[parent] != .frame {
        roles.append(.inner)
      } else {
        roles.append(isFrame(index, indexed) ? .frame : .entry)
      }
    }
    return roles
  }

  private static func isFrame(_ index: Int, _ indexed: IndexedDocument) -> Bool {
    switch indexed.units[index].kind {
    case .judul, .pembukaan, .menimbang, .mengingat, .diktum, .bab, .bagian, .paragraf, .penutup,
      .penjelasan, .lampiran:
      return true
    case .pasal:
      return indexed.children[index].contains { indexed.units[$0].kind == .instruksi }
    case .instruksi:
      return !indexed.children[index].isEmpty
    default: return false
    }
  }

  // MARK: Pairs

  mutating func pair(_ o: Int, _ n: Int, score: Double?) {
    guard toNew[o] == nil, toOld[n] == nil else { return }
    toNew[o] = n
    toOld[n] = o
    scores[o] = score
    pairings += 1
  }

  /// Parts a pair, each to be what something else became or was.
  mutating func unpair(_ o: Int, _ n: Int) {
    guard toNew[o] == n else { return }
    toNew[o] = nil
    toOld[n] = nil
    scores[o] = nil
    pairings += 1
  }

  /// The first part is the one that goes on: its number, its explanation and the references to the
  /// whole stay with it.
  mutating func pairFirstParts() {
    pairings += 1
    for (o, parts) in splits.sorted(by: { $0.key < $1.key }) {
      guard let n = toNew[o], let first = parts.min(), first != n, toOld[first] == nil,
        merges[n] == nil
      else { continue }
      toOld[n] = nil
      (toNew[o], toOld[first]) = (first, o)
      splits[o] = parts.sorted()
    }
    for (n, parts) in merges.sorted(by: { $0.key < $1.key }) {
      guard let o = toOld[n], let first = parts.min(), first != o, toNew[first] == nil,
        splits[o] == nil
      else { continue }
      toNew[o] = nil
      (toNew[first], toOld[n]) = (n, first)
      (scores[first], scores[o]) = (scores[o], nil)
      merges[n] = parts.sorted()
    }
  }

  mutating func features(old unit: Int) -> Features {
    oldFeatures.features(unit, of: old, vocabulary)
  }

  mutating func features(new unit: Int) -> Features {
    newFeatures.features(unit, of: new, vocabulary)
  }

  /// Whether two units can be one and the same as far as their kinds go.
  func areOfOneKind(_ o: Int, _ n: Int) -> Bool {
    old.units[o].kind.number == new.units[n].kind.number
  }

  /// How alike a pair is, 0…1: Dice's coefficient of its features.
  mutating func likeness(old o: Int, new n: Int) -> Double {
    if let a = oldFeatures.made(o), let b = newFeatures.made(n) { return a.dice(b) }
    return Features.dice(old.masked[old.subtree(o)], new.masked[new.subtree(n)]) {
      oldFeatures.worth(of: $0, vocabulary)
    }
  }

  // MARK: Entries

  private mutating func matchEntries(explanations: Bool) {
    let a = old.units.indices.filter {
      oldRoles[$0] == .entry && old.isExplanation[$0] == explanations
        && !isNoteOfAnother($0, old)
    }
    let b = new.units.indices.filter {
      newRoles[$0] == .entry && new.isExplanation[$0] == explanations
        && !isNoteOfAnother($0, new)
    }
    var matcher = SiblingMatcher(a, b, isWide: true)
    matcher.run(&self)
    if !explanations { matchGlossaries() }
  }

  /// The explanation of a Pasal or ayat follows it: "Cukup jelas." recurs in most of them.
  private mutating func matchExplanations() {
    for o in old.units.indices
    where oldRoles[o] != .frame && toNew[o] == nil && old.isExplanation[o] {
      guard let body = old.explained[o],
        let counterpart = toNew[body],
        let n = new.document.index(
          ofAddress: "penjelasan/" + new.units[counterpart].address),
        newRoles[n] == oldRoles[o], toOld[n] == nil
      else { continue }
      pair(o, n, score: old.treeMasked[o] == new.treeMasked[n] ? 1 : nil)
    }
  }

  /// Whether a unit explains a provision and says so little that it can be the same as another
  /// explanation only where the provisions are.
  private func isNoteOfAnother(_ unit: Int, _ indexed: IndexedDocument) -> Bool {
    indexed.subtree(unit).count < 8 && indexed.explained[unit] != nil
  }

  // MARK: What entries hold

  /// Matches what matched units hold, top down; what a split or merged unit holds in all its
  /// parts.
  private mutating func matchInner(explanations: Bool) {
    let mergedInto = self.mergedInto
    for o in old.units.indices where oldRoles[o] != .frame {
      guard old.isExplanation[o] == explanations,
        mergedInto[o].map({ toNew[o] == $0 }) ?? true, let n = toNew[o]
      else { continue }
      matchForms(o, n)
      let a = Self.held(merges[n], o, old)
      let b = Self.held(splits[o], n, new)
      if a.isEmpty || b.isEmpty { continue }
      if old.treeMasked[o] == new.treeMasked[n], a.count == b.count {
        for (x, y) in zip(a, b) { pair(x, y, score: 1) }
      } else {
        var matcher = SiblingMatcher(
          a.filter { !explanations || !isNoteOfAnother($0, old) },
          b.filter { !explanations || !isNoteOfAnother($0, new) }, isWide: false)
        matcher.run(&self)
      }
    }
  }

  /// What a unit holds, or all parts of one that was cut or joined.
  private static func held(
    _ parts: [Int]?, _ unit: Int, _ indexed: IndexedDocument
  ) -> ArraySlice<Int> {
    parts.map { $0.sorted().flatMap { indexed.children[$0] }[...] } ?? indexed.children[unit]
  }

  /// Ayat and huruf that went to another Pasal, or from one note to another.
  private mutating func matchStrays() {
    let before = pairings
    for isExplanation in [false, true] { matchStrays(isExplanation: isExplanation) }
    guard pairings > before else { return }
    matchInner(explanations: false)
    matchInner(explanations: true)
  }

  private mutating func matchStrays(isExplanation: Bool) {
    let minimum = 8
    let (splitFrom, mergedInto) = (self.splitFrom, self.mergedInto)
    let a = old.units.indices.filter {
      oldRoles[$0] == .inner && toNew[$0] == nil && mergedInto[$0] == nil
        && old.isExplanation[$0] == isExplanation && old.subtree($0).count >= minimum
    }
    let b = new.units.indices.filter {
      newRoles[$0] == .inner && toOld[$0] == nil && splitFrom[$0] == nil
        && new.isExplanation[$0] == isExplanation && new.subtree($0).count >= minimum
    }
    guard !a.isEmpty, !b.isEmpty else { return }
    var matcher = SiblingMatcher(a, b, isWide: true)
    matcher.runStrays(&self)
  }
}
