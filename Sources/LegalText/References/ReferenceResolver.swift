/// Says which provisions the citations of a phrase mean.
struct ReferenceResolver {
  let targets: ReferenceTargets
  let context: ReferenceContext
  let unit: Int
  /// The articles cited from other instruments so far in this unit's text.
  var outside: Set<String> = []
  /// The article last cited, and whether it was another instrument's.
  var lastArticle: (number: String, isOutside: Bool)?
  /// What an instruction named last, from the article inwards.
  private(set) var lastAmended: [AddressStep] = []
  /// Whether the phrase in hand is of the notes on what it names: `penjelasan Pasal 5`.
  private(set) var isOfNote = false

  /// An item's meaning: the steps from the article or chapter inwards.
  struct Meaning {
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
  /// governs it, `isOfNote` that *penjelasan* stands before it.
  mutating func append(
    _ phrase: ReferencePhrase, isGoverned: Bool, isOfNote: Bool, to result: inout [Reference]
  ) {
    let first = result.count
    // What an instruction names is the amended text's, also where it was not read as one.
    self.isOfNote = isOfNote && phrase.governor != .amended
    var items = phrase.items
    var meanings = meanings(of: &items)
    let governor = isGoverned && phrase.governor != .own ? .other : phrase.governor
    apply(governor, to: &meanings)
    for (item, meaning) in zip(items, meanings) {
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
      if context.isInstructionText { goOn(from: meaning, readAs: result.last) }
    }
  }

  /// Keeps what an instruction named, for what it names next without its article.
  private mutating func goOn(from meaning: Meaning, readAs reference: Reference?) {
    guard var first = meaning.steps.first else { return }
    if first.kind == .pasal {
      let printed = reference?.parts.first { $0.kind == .pasal }
      first.number = printed?.number ?? first.number
      let isAmended = !meaning.isOutside && isAmendable(first.number)
      lastAmended = isAmended ? [first] + meaning.steps.dropFirst() : []
    } else if rank(first.kind) > rank(.pasal), !lastAmended.isEmpty {
      lastAmended = lastAmended.prefix { rank($0.kind) < rank(first.kind) } + meaning.steps
    }
  }

  // MARK: Steps

  private func meanings(of items: inout [ReferencePhrase.Item]) -> [Meaning] {
    var meanings: [Meaning] = []
    for index in items.indices {
      let printed = meaning(of: items[index], after: meanings.last)
      if let item = turned(items[index]), place(printed)?.unit == nil,
        case let other = meaning(of: item, after: meanings.last), place(other)?.unit != nil
      {
        items[index] = item
        meanings.append(other)
      } else {
        meanings.append(printed)
      }
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

  /// `angka 2 huruf a` read as angka 2 of huruf a; as printed it is huruf a of a definition.
  private func turned(_ item: ReferencePhrase.Item) -> ReferencePhrase.Item? {
    guard case let last = item.levels.count - 1, last > 0, item.levels[last].kind == .huruf,
      item.levels[last - 1].kind == .angka
    else { return nil }
    var item = item
    item.levels.swapAt(last - 1, last)
    item.isInverted = true
    return item
  }

  func step(_ level: ReferencePhrase.Level) -> AddressStep {
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

  func articleBase(_ steps: [AddressStep]) -> (address: String, dropped: Int) {
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
}
