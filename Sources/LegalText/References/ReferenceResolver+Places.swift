/// Where the meanings of citations lead.
extension ReferenceResolver {
  struct Place {
    var address: String
    var unit: Int?
    /// The level whose number was taken in its second reading.
    var reread: ReferencePhrase.Level?
  }

  /// Where the steps lead, in the first reading of their numbers or, where nothing stands there,
  /// in a second one; nil where they are of another regulation.
  func locate(_ item: ReferencePhrase.Item, _ meaning: Meaning) -> Place? {
    if isOfNote, let note = note(meaning) { return note }
    // An amended article has no Roman number: "Pasal I" is what scans make of Pasal 1.
    if context.isInstructionText, let article = item.levels.first(where: { $0.kind == .pasal }),
      !isAmendable(article.number.number), let second = reread(article, meaning),
      second.address.hasPrefix(context.instruction + "/")
    {
      return second
    }
    let first = place(meaning)
    if first?.unit != nil { return first }
    if context.isInstructionText, let amended = amendedPlace(meaning) { return amended }
    // A note may have a list of its own.
    if context.isExplanation, !meaning.isRooted {
      let note = targets.descend("penjelasan", meaning.steps[...])
      if note.unit != nil { return Place(address: note.address, unit: note.unit) }
    }
    for level in item.levels {
      if let second = reread(level, meaning) { return second }
    }
    if !context.isInstructionText, let whole = whole(meaning) { return whole }
    // An article cited from elsewhere just before and missing here is the same one again.
    if meaning.isRooted, let article = meaning.steps.first, outside.contains(article.number) {
      return nil
    }
    return first
  }

  /// Whether an article of a regulation that is amended may have the number: no Roman one.
  func isAmendable(_ number: String) -> Bool {
    number.utf8.first.map(ReferenceText.isDigit) ?? false
  }

  /// Where the steps lead with the second reading of a level's number, where something stands there.
  private func reread(_ level: ReferencePhrase.Level, _ meaning: Meaning) -> Place? {
    guard let alternate = level.number.alternate,
      let index = meaning.steps.lastIndex(where: { $0 == step(level) })
    else { return nil }
    var other = meaning
    other.steps[index].number = alternate
    guard var second = place(other), second.unit != nil else { return nil }
    second.reread = level
    return second
  }

  /// What an instruction names without its article, in the new words: it goes on with what it named
  /// before (`Ketentuan ayat (2) Pasal 5 ditambah 1 (satu) huruf, yakni huruf c`), else it is of the
  /// only article that it changes.
  private func amendedPlace(_ meaning: Meaning) -> Place? {
    guard let first = meaning.steps.first, rank(first.kind) > rank(.pasal) else { return nil }
    var found: (address: String, unit: Int?)?
    if let article = lastAmended.first {
      guard let base = targets.article(article.number, from: context) else { return nil }
      let outer = lastAmended.dropFirst().prefix { rank($0.kind) < rank(first.kind) }
      found = targets.descend(base, (outer + meaning.steps)[...])
    } else if let base = targets.onlyArticle(of: context.instruction) {
      found = targets.descend(base, meaning.steps[...])
    }
    return found.flatMap { found in
      found.unit.map { Place(address: found.address, unit: $0) }
    }
  }

  /// The one provision that a citation without one of its levels can mean: `Pasal 16 ayat (1)
  /// angka 5`, where the ayat has lettered items and only one of them a fifth number.
  private func whole(_ meaning: Meaning) -> Place? {
    guard meaning.steps.count > 1, let base = article(of: meaning) else { return nil }
    // "Lihat penjelasan Pasal 16 …" means the note on it.
    let inner = meaning.steps.dropFirst()
    let unit =
      targets.only(base, inner)
      ?? (context.isExplanation ? targets.only("penjelasan/" + base, inner) : nil)
    return unit.map { Place(address: targets.document.units[$0].address, unit: $0) }
  }

  /// The address of the article that a meaning begins with.
  private func article(of meaning: Meaning) -> String? {
    guard let first = meaning.steps.first, first.kind == .pasal else { return nil }
    return meaning.isRooted
      ? targets.article(first.number, from: context) : articleBase(meaning.steps).address
  }

  /// The note on what the steps lead to; an instruction names those of the amended regulation.
  private func note(_ meaning: Meaning) -> Place? {
    guard !context.isInstructionText, let base = article(of: meaning) else { return nil }
    let found = targets.descend("penjelasan/" + base, meaning.steps.dropFirst())
    return found.unit.map { Place(address: found.address, unit: $0) }
  }

  /// Where the steps lead in the first reading of their numbers.
  func place(_ meaning: Meaning) -> Place? {
    let steps = meaning.steps
    guard let first = steps.first else { return nil }
    if rank(first.kind) < rank(.pasal) { return chapter(steps) }
    guard first.kind == .pasal else {
      // An ayat, huruf or angka outside any article: of the text that is amended, or loose.
      guard !context.instruction.isEmpty else { return nil }
      let found = targets.descend(context.instruction, steps[...])
      return found.unit.map { Place(address: found.address, unit: $0) }
    }
    guard let base = article(of: meaning) else { return nil }
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
    // A part that an instruction puts in stands below it.
    if context.isInstructionText,
      case let found = targets.descend(context.instruction, steps[...]), found.unit != nil
    {
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
