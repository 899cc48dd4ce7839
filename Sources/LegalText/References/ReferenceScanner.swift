/// Finds the citations of provisions in a regulation's text and says what they mean.
///
/// The forms are those of UU 12/2011, Lampiran II angka 272–280, with the older ones and the slips
/// of text recognition that stand in published texts.
public enum ReferenceScanner {
  /// All mentions of provisions in the units' own text, in document order.
  ///
  /// A mention is external, without address, where another instrument is named with it, where it
  /// stands in the preamble, or where it is of the text that an amendment changes. Everything else
  /// is internal; its `target` is nil where nothing stands at its address.
  public static func references(in document: LegalDocument) -> [Reference] {
    let targets = ReferenceTargets(document: document)
    var references: [Reference] = []
    var isOrdered = true
    for unit in document.units.indices {
      for reference in ReferenceUnitScan(targets: targets, unit: unit).references() {
        if let last = references.last, last.range.lowerBound > reference.range.lowerBound {
          isOrdered = false
        }
        references.append(reference)
      }
    }
    if !isOrdered {
      // The closing text of a list comes after what its items cite.
      references.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    return references
  }
}

/// The scan of one unit's own text.
private struct ReferenceUnitScan {
  let targets: ReferenceTargets
  let unit: Int

  func references() -> [Reference] {
    let document = targets.document
    var result: [Reference] = []
    var resolver: ReferenceResolver?
    for own in document.ownRanges(of: unit) {
      let text = ReferenceText(bytes: document.source, limit: own.upperBound)
      var position = max(own.lowerBound, 0)
      var scanned = position
      var governing: InstrumentMention?
      while let start = nextLevelWord(text, from: position) {
        var current = resolver ?? makeResolver()
        // One owner only, so that what it remembers is not copied at each phrase.
        resolver = nil
        let reader = ReferencePhraseReader(
          text: text, isInstruction: current.context.isInstructionText)
        guard let phrase = reader.phrase(at: start) else {
          position = text.wordEnd(start)
          resolver = current
          continue
        }
        position = phrase.end
        if !isHeading(phrase, text, in: own, current.context) {
          governing = lastInstrument(text, from: max(scanned, start - 600), to: start) ?? governing
          scanned = start
          let isGoverned = governing.map { text.governs($0, mentionAt: start) } ?? false
          result += current.references(
            of: phrase, isGoverned: isGoverned || isOfAnnex(phrase, text, in: own))
        }
        resolver = current
      }
    }
    return document.units[unit].address.hasSuffix("penjelasan/umum") ? discussed(result) : result
  }

  /// The general part of a penjelasan discusses other instruments: an article that this text does
  /// not have is of the one discussed.
  private func discussed(_ references: [Reference]) -> [Reference] {
    guard references.contains(where: { $0.scope == .external }) else { return references }
    return references.map { reference in
      guard reference.target == nil, reference.scope == .internal,
        reference.parts.first?.kind == .pasal
      else { return reference }
      var reference = reference
      reference.scope = .external
      reference.address = nil
      return reference
    }
  }

  private func makeResolver() -> ReferenceResolver {
    let context = ReferenceContext(
      of: unit, in: targets.document, hasInstructions: targets.hasInstructions)
    return ReferenceResolver(targets: targets, context: context, unit: unit)
  }

  /// The start of the next word that may open a citation.
  private func nextLevelWord(_ text: ReferenceText, from start: Int) -> Int? {
    text.bytes.withUnsafeBufferPointer { bytes in
      var position = max(start, 0)
      let limit = min(text.limit, bytes.count)
      while position < limit {
        switch bytes[position] {
        case 0x50, 0x70, 0x41, 0x61, 0x48, 0x68, 0x42, 0x53, 0x73:
          let isInWord = position > 0 && ReferenceText.isWord(bytes[position - 1])
          if !isInWord, text.levelWord(at: position) != nil { return position }
        default: break
        }
        position += 1
      }
      return nil
    }
  }

  /// The last instrument named between two positions.
  private func lastInstrument(
    _ text: ReferenceText, from start: Int, to end: Int
  ) -> InstrumentMention? {
    var last: InstrumentMention?
    var position = start
    var isInWord = false
    while position < end {
      let isWord = ReferenceText.isWord(text.byte(position))
      if isWord, !isInWord, let found = text.instrument(at: position), found.range.upperBound <= end
      {
        last = found
        position = found.range.upperBound
        isInWord = false
        continue
      }
      isInWord = isWord
      position += 1
    }
    return last
  }

  /// Whether the phrase is a heading or a catchword that was left in the text: `Pasal 16……`, `Pasal
  /// 5` alone on its line after a full stop, `Ayat (1) Cukup jelas.` in the penjelasan.
  private func isHeading(
    _ phrase: ReferencePhrase, _ text: ReferenceText, in own: Range<Int>,
    _ context: ReferenceContext
  ) -> Bool {
    guard let first = phrase.items.first, let outermost = first.levels.first else { return true }
    let start = first.range.lowerBound
    let next = text.spaceEnd(phrase.end)
    if context.isExplanation, isNoteMark(phrase, text, before: next, in: own) { return true }
    guard phrase.items.count == 1, ReferenceText.isUpper(text.byte(start)) else { return false }
    if isEllipsis(text, next) { return true }
    // The contents of an annex: "Bab II : Gambaran Umum".
    if outermost.kind == .bab, text.byte(next) == 0x3A, !context.isInstructionText { return true }
    if isChapter(targets.document.units[unit].kind), isChapter(outermost.kind) { return true }
    let before = text.visible(before: start, notBefore: own.lowerBound)
    // 9C and 9D end the typographic quotation marks.
    let closesSentence = before.map { ".:;)\"".utf8.contains($0) || $0 & 0xFE == 0x9C } ?? true
    guard closesSentence, !context.isInstructionText else { return false }
    let after = text.byte(next)
    let isAloneOnLine =
      text.beginsLine(start) && (after == 0 || next > phrase.end && text.beginsLine(next))
    if isAloneOnLine, before != nil, first.levels.count == 1, rank(outermost.kind) < rank(.ayat) {
      return true
    }
    guard phrase.governor == .none else { return false }
    return ReferenceText.isUpper(after) || after == 0x3A && context.isExplanation
  }

  private func isChapter(_ kind: UnitKind) -> Bool { rank(kind) < rank(.pasal) }

  /// Whether the phrase is the mark of a further note that stands in the text of one: `Cukup jelas
  /// Ayat (2) Cukup jelas`, `huruf b` alone on its line, `Ayat (3) : cukup jelas`.
  private func isNoteMark(
    _ phrase: ReferencePhrase, _ text: ReferenceText, before next: Int, in own: Range<Int>
  ) -> Bool {
    guard let first = phrase.items.first, let outermost = first.levels.first,
      phrase.governor == .none, outermost.kind == .pasal || rank(outermost.kind) > rank(.pasal)
    else { return false }
    let start = first.range.lowerBound
    let after = text.byte(next)
    let isAlone = text.beginsLine(start) && next > phrase.end && text.beginsLine(next)
    if isAlone { return ReferenceText.isUpper(after) }
    let followsNote = text.word("jelas", endsBefore: start, notBefore: own.lowerBound)
    guard followsNote || text.beginsLine(start) else { return false }
    return after == 0x3A || followsNote && ReferenceText.isUpper(after)
  }

  /// Whether `Lampiran` stands before the phrase, so that its letters are the annex's.
  private func isOfAnnex(
    _ phrase: ReferencePhrase, _ text: ReferenceText, in own: Range<Int>
  ) -> Bool {
    guard let first = phrase.items.first, let outermost = first.levels.first,
      outermost.kind != .pasal, outermost.kind != .ayat
    else { return false }
    return text.word("lampiran", endsBefore: first.range.lowerBound, notBefore: own.lowerBound)
  }

  private func isEllipsis(_ text: ReferenceText, _ start: Int) -> Bool {
    if text.byte(start) == 0xE2, text.byte(start + 1) == 0x80, text.byte(start + 2) == 0xA6 {
      return true
    }
    var position = start
    for _ in 0..<3 {
      guard text.byte(position) == 0x2E else { return false }
      position = text.spaceEnd(position + 1)
    }
    return true
  }
}
