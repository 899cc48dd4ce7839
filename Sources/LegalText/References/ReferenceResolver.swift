/// Says which provisions the citations of a phrase mean.
struct ReferenceResolver {
  let targets: ReferenceTargets
  let context: ReferenceContext
  let unit: Int
  /// The articles cited from other instruments so far in this unit's text.
  var outside: Set<String> = []
  /// The article last cited, and whether it was another instrument's.
  var lastArticle: (number: String, isOutside: Bool)?

  /// An item's meaning: the steps from the article or chapter inwards.
  private struct Meaning {
    var steps: [AddressStep] = []
    /// Whether the article was printed, in this item or in one that it takes it from.
    var isRooted = false
    var isOutside = false
  }

  init(targets: ReferenceTargets, context: ReferenceContext, unit: Int) {
    self.targets = targets
    self.context = context
    self.unit = unit
  }

  /// Appends the references of a phrase. `isGoverned` says that an instrument named before it
  /// governs it.
  mutating func append(
    _ phrase: ReferencePhrase, isGoverned: Bool, to result: inout [Reference]
  ) {
    let first = result.count
    var meanings = meanings(of: phrase.items)
    let governor = isGoverned && phrase.governor != .own ? .other : phrase.governor
    apply(governor, to: &meanings)
    for (item, meaning) in zip(phrase.items, meanings) {
      if var reference = reference(item, meaning) {
        if governor == .amended, reference.target == nil {
          (reference.scope, reference.address) = (.external, nil)
        }
        result.append(reference)
      }
      if let article = meaning.steps.first, article.kind == .pasal, meaning.isRooted {
        let isOutside =
          result.count > first && result.last?.scope == .external && meaning.isOutside
        if isOutside { outside.insert(article.number) }
        lastArticle = (article.number, isOutside)
      }
    }
  }

  // MARK: Steps

  private func meanings(of items: [ReferencePhrase.Item]) -> [Meaning] {
    var meanings: [Meaning] = []
    for item in items {
      meanings.append(meaning(of: item, after: meanings.last))
    }
    // Outer levels printed last hold for the items before them that name no article.
    var outer: Meaning?
    for index in items.indices.reversed() {
      let item = items[index]
      if item.isInverted || item.isAforesaidPasal {
        outer = meanings[index]
        continue
      }
      // What stands before "Pasal ini" is read from the citing article in any case.
      if item.isOwnPasal { continue }
      if item.levels.first.map({ rank($0.kind) <= rank(.pasal) }) ?? true { outer = nil }
      guard let outer, let first = item.levels.first else { continue }
      let kept = outer.steps.prefix { rank($0.kind) < rank(first.kind) }
      meanings[index].steps = Array(kept) + item.levels.map(step)
      meanings[index].isRooted = outer.isRooted
      meanings[index].isOutside = outer.isOutside
    }
    return meanings
  }

  private func step(_ level: ReferencePhrase.Level) -> AddressStep {
    AddressStep(kind: level.kind, number: level.number.number)
  }

  private func meaning(of item: ReferencePhrase.Item, after previous: Meaning?) -> Meaning {
    let steps = item.levels.map(step)
    guard let first = steps.first else { return Meaning() }
    if let pasal = steps.firstIndex(where: { $0.kind == .pasal }) {
      return Meaning(steps: Array(steps[pasal...]), isRooted: true)
    }
    if item.isAforesaidPasal, let last = lastArticle {
      return Meaning(
        steps: [AddressStep(kind: .pasal, number: last.number)] + steps, isRooted: true,
        isOutside: last.isOutside)
    }
    // "huruf a dan huruf b Pasal ini" goes on with the ayat before it, "Pasal 3 dan ayat (2) Pasal
    // ini" leaves Pasal 3.
    if let previous, !item.isOwnPasal || !previous.isRooted {
      if let same = previous.steps.firstIndex(where: { $0.kind == first.kind }) {
        return Meaning(steps: previous.steps[..<same] + steps, isRooted: previous.isRooted)
      }
      if item.joining == .deeper, let last = previous.steps.last, rank(first.kind) > rank(last.kind)
      {
        return Meaning(steps: previous.steps + steps, isRooted: previous.isRooted)
      }
    }
    return Meaning(steps: relative(steps, first.kind))
  }

  /// Steps that begin inside the containing article, completed from where the mention stands.
  private func relative(_ steps: [AddressStep], _ kind: UnitKind) -> [AddressStep] {
    let own = context.steps
    guard rank(kind) > rank(.pasal), !own.isEmpty else { return steps }
    if kind == .ayat { return own.prefix { $0.kind == .pasal } + steps }
    // The nearest level that holds such an item, from the mention outwards.
    let base = articleBase(own)
    var count = own.count
    while count > 0 {
      let candidate = own[..<count] + steps
      if targets.descend(base.address, candidate.dropFirst(base.dropped)).unit != nil {
        return Array(candidate)
      }
      count -= 1
    }
    let level = own.firstIndex { $0.kind == kind }
    let holder = own.firstIndex { rank($0.kind) > rank(.ayat) } ?? own.count
    return own[..<(level ?? holder)] + steps
  }

  private func articleBase(_ steps: [AddressStep]) -> (address: String, dropped: Int) {
    guard let first = steps.first, first.kind == .pasal else { return (context.instruction, 0) }
    return (AddressNumber.joined(context.instruction, first), 1)
  }

  // MARK: Scope

  private func apply(_ governor: ReferencePhrase.Governor, to meanings: inout [Meaning]) {
    switch governor {
    case .none, .own, .amended: return
    case .aforesaid:
      for index in meanings.indices where meanings[index].isRooted {
        guard let article = meanings[index].steps.first else { continue }
        if outside.contains(article.number) { meanings[index].isOutside = true }
      }
    case .other, .annex:
      // The instrument holds for the articles before it; "ayat (2) dan Pasal 5 Undang-Undang …"
      // begins with an ayat of our own.
      guard let last = meanings.last else { return }
      for index in meanings.indices.reversed() {
        if meanings[index].isRooted == last.isRooted {
          meanings[index].isOutside = true
        } else if !last.isRooted {
          return
        }
      }
    }
  }

  private func reference(_ item: ReferencePhrase.Item, _ meaning: Meaning) -> Reference? {
    let parts = item.levels.map {
      Reference.Part(kind: $0.kind, number: $0.number.number, numberRange: $0.number.range)
    }
    var reference = Reference(
      unit: unit, range: item.range, scope: .external, relation: item.relation, parts: parts,
      address: nil, target: nil)
    if meaning.isOutside { return reference }
    let isArticle = meaning.steps.first?.kind == .pasal
    switch context.zone {
    case .preamble:
      return reference
    case .considerations:
      guard !isArticle, let first = meaning.steps.first, first.kind == .huruf else {
        return reference
      }
      let found = targets.descend("menimbang", meaning.steps[...])
      // Considerations that were not read into items hold no letters to be missing.
      guard found.unit != nil || targets.hasConsiderations else { return reference }
      (reference.address, reference.target) = (found.address, found.unit)
    case .loose where !meaning.isRooted:
      return nil
    case .loose, .body:
      guard let found = locate(item, meaning) else { return reference }
      (reference.address, reference.target) = (found.address, found.unit)
      if let level = found.reread { reread(level, in: &reference) }
    }
    reference.scope = .internal
    return reference
  }

  private func reread(_ level: ReferencePhrase.Level, in reference: inout Reference) {
    let number = level.number
    guard let alternate = number.alternate,
      let index = reference.parts.firstIndex(where: { $0.numberRange == number.range })
    else { return }
    let end = number.alternateEnd ?? number.range.upperBound
    reference.parts[index].number = alternate
    reference.parts[index].numberRange = number.range.lowerBound..<end
    if reference.range.upperBound == number.range.upperBound {
      reference.range = reference.range.lowerBound..<end
    }
  }

  private struct Place {
    var address: String
    var unit: Int?
    /// The level whose number was taken in its second reading.
    var reread: ReferencePhrase.Level?
  }

  /// Where the steps lead, in the first reading of their numbers or, where nothing stands there,
  /// in a second one; nil where they are of another regulation.
  private func locate(_ item: ReferencePhrase.Item, _ meaning: Meaning) -> Place? {
    let first = place(meaning.steps, isRooted: meaning.isRooted)
    if first?.unit != nil { return first }
    // A note may have a list of its own.
    if context.isExplanation, !meaning.isRooted {
      let note = targets.descend("penjelasan", meaning.steps[...])
      if note.unit != nil { return Place(address: note.address, unit: note.unit) }
    }
    for level in item.levels {
      guard let alternate = level.number.alternate,
        let index = meaning.steps.lastIndex(where: { $0 == step(level) })
      else { continue }
      var steps = meaning.steps
      steps[index].number = alternate
      if var second = place(steps, isRooted: meaning.isRooted), second.unit != nil {
        second.reread = level
        return second
      }
    }
    if !context.isInstructionText, let whole = whole(meaning) { return whole }
    // An article cited from elsewhere just before and missing here is the same one again.
    if meaning.isRooted, let article = meaning.steps.first, outside.contains(article.number) {
      return nil
    }
    return first
  }

  /// The one provision that a citation without one of its levels can mean: `Pasal 16 ayat (1)
  /// angka 5`, where the ayat has lettered items and only one of them a fifth number.
  private func whole(_ meaning: Meaning) -> Place? {
    guard let first = meaning.steps.first, first.kind == .pasal, meaning.steps.count > 1 else {
      return nil
    }
    let base =
      meaning.isRooted
      ? targets.article(first.number, from: context) : articleBase(meaning.steps).address
    guard let base else { return nil }
    // "Lihat penjelasan Pasal 16 …" means the note on it.
    let inner = meaning.steps.dropFirst()
    let unit =
      targets.only(base, inner)
      ?? (context.isExplanation ? targets.only("penjelasan/" + base, inner) : nil)
    return unit.map { Place(address: targets.document.units[$0].address, unit: $0) }
  }

  private func place(_ steps: [AddressStep], isRooted: Bool) -> Place? {
    guard let first = steps.first else { return nil }
    if rank(first.kind) < rank(.pasal) { return chapter(steps) }
    guard first.kind == .pasal else {
      // An ayat, huruf or angka outside any article: of the text that is amended, or loose.
      guard !context.instruction.isEmpty else { return nil }
      let found = targets.descend(context.instruction, steps[...])
      return found.unit.map { Place(address: found.address, unit: $0) }
    }
    let base: String
    if isRooted {
      guard let article = targets.article(first.number, from: context) else { return nil }
      base = article
    } else {
      base = articleBase(steps).address
    }
    let found = targets.descend(base, steps.dropFirst())
    if found.unit == nil, context.isInstructionText { return nil }
    return Place(address: found.address, unit: found.unit)
  }

  private func chapter(_ steps: [AddressStep]) -> Place? {
    guard let first = steps.first else { return nil }
    if first.kind == .bab {
      let found = targets.descend(context.instruction, steps[...])
      if found.unit == nil, !context.instruction.isEmpty || targets.isAmendment { return nil }
      return Place(address: found.address, unit: found.unit)
    }
    // A part is cited within its chapter.
    let holders = context.chapter.split(separator: "/").prefix { component in
      guard let dash = component.firstIndex(of: "-"),
        let kind = UnitKind(rawValue: String(component[..<dash]))
      else { return true }
      return rank(kind) < rank(first.kind) || rank(kind) >= rank(.pasal)
    }
    let found = targets.descend(holders.joined(separator: "/"), steps[...])
    if found.unit == nil, !context.instruction.isEmpty { return nil }
    return Place(address: found.address, unit: found.unit)
  }
}
