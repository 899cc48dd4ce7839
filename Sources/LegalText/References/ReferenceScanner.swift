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
    references(in: document, limit: .max)
  }

  /// The first mentions, about `limit` of them.
  static func references(in document: LegalDocument, limit: Int) -> [Reference] {
    var scan = ReferenceScan(document, limit: limit)
    for unit in document.units.indices where !scan.isFull { scan.read(unit) }
    return scan.ordered
  }
}

/// The scan of a document, unit by unit.
struct ReferenceScan {
  let document: LegalDocument
  let targets: ReferenceTargets
  private let limit: Int
  /// Whether the references stand in document order.
  var isOrdered = true
  var references: [Reference] = []
  var isFull: Bool { references.count >= limit }
  /// The unit that is read, and its own text.
  private var unit = 0
  private var ranges: [Range<Int>] = []

  init(_ document: LegalDocument, limit: Int) {
    self.document = document
    self.limit = limit
    targets = ReferenceTargets(document: document)
  }

  /// The references in document order: the closing text of a list comes after what its items cite.
  var ordered: [Reference] {
    isOrdered ? references : references.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Appends the references in the own text of a unit.
  mutating func read(_ unit: Int) {
    self.unit = unit
    ranges.removeAll(keepingCapacity: true)
    document.appendOwnRanges(of: unit, to: &ranges)
    var resolver: ReferenceResolver?
    let first = references.count
    for own in ranges { read(own, &resolver) }
    guard references.count > first else { return }
    if document.units[unit].address.hasSuffix("penjelasan/umum") { discuss(from: first) }
    leaveTreaty(from: first)
    noteOrder(from: first)
  }

  /// Notes whether the references from one on follow what stands before them.
  mutating func noteOrder(from first: Int) {
    for index in max(first, 1)..<max(references.count, 1)
    where references[index - 1].range.lowerBound > references[index].range.lowerBound {
      isOrdered = false
    }
  }

  private mutating func read(_ own: Range<Int>, _ resolver: inout ReferenceResolver?) {
    let text = ReferenceText(bytes: document.source, limit: own.upperBound)
    var position = max(own.lowerBound, 0)
    var scanned = position
    var governing: InstrumentMention?
    while !isFull, let start = nextLevelWord(text, from: position) {
      if resolver == nil {
        resolver = ReferenceResolver(
          targets: targets, context: ReferenceContext(of: unit, in: targets), unit: unit)
      }
      let isInstruction = resolver?.context.isInstructionText ?? false
      let reader = ReferencePhraseReader(text: text, isInstruction: isInstruction)
      guard var phrase = reader.phrase(at: start) else {
        position = text.wordEnd(start)
        continue
      }
      position = phrase.end
      let place = Place(
        own: own, isInstruction: isInstruction,
        isExplanation: resolver?.context.isExplanation ?? false)
      if !isHeading(phrase, text, in: place) {
        governing = lastInstrument(text, from: max(scanned, start - 600), to: start) ?? governing
        scanned = start
        let isGoverned = governing.map { text.governs($0, mention: start..<phrase.end) } ?? false
        if phrase.governor == .none, text.isPutIn(start, notBefore: own.lowerBound) {
          phrase.governor = .amended
        }
        resolver?.append(
          phrase, isGoverned: isGoverned || isOfAnnex(phrase, text, in: own),
          isOfNote: isOfNote(start, text, in: own), to: &references)
      }
    }
  }

  /// Where a phrase stands, as far as telling it from a heading asks.
  private struct Place {
    /// The part of the unit's own text.
    var own: Range<Int>
    /// Whether the words are an instruction's own.
    var isInstruction: Bool
    var isExplanation: Bool
  }

  /// The general part of a penjelasan discusses other instruments: an article that this text does
  /// not have is of the one discussed.
  private mutating func discuss(from first: Int) {
    guard references[first...].contains(where: { $0.scope == .external }) else { return }
    for index in first..<references.count
    where references[index].target == nil && references[index].scope == .internal
      && references[index].parts.first?.kind == .pasal
    {
      references[index].scope = .external
      references[index].address = nil
    }
  }

  /// An article beyond the last one of this text is the treaty's that the unit or the title names:
  /// `Konvensi … dengan persyaratan terhadap Pasal 48`.
  private mutating func leaveTreaty(from first: Int) {
    let loose = references.indices[first...].filter {
      references[$0].target == nil && references[$0].scope == .internal
        && references[$0].parts.first?.kind == .pasal
    }
    guard !loose.isEmpty else { return }
    let text = ReferenceText(bytes: document.source, limit: document.source.count)
    guard targets.isAboutTreaty || ranges.contains(where: { text.namesTreaty(in: $0) }) else {
      return
    }
    let beyond = loose.filter {
      references[$0].parts.first.map { targets.isBeyondLast($0.number) } ?? false
    }
    for index in beyond {
      references[index].scope = .external
      references[index].address = nil
    }
  }

  /// The start of the next word that may open a citation.
  private func nextLevelWord(_ text: ReferenceText, from start: Int) -> Int? {
    var position = max(start, 0)
    while let next = text.nextLevelStart(from: position) {
      if text.levelWord(at: next) != nil { return next }
      position = next + 1
    }
    return nil
  }

  /// The last instrument named between two positions.
  private func lastInstrument(
    _ text: ReferenceText, from start: Int, to end: Int
  ) -> InstrumentMention? {
    var last: InstrumentMention?
    var position = start
    while let next = text.nextWord(
      from: position, to: end, isInside: false,
      where: { bytes, place in
        place + 1 < bytes.count
          && ReferenceText.mayBeginInstrument(bytes[place], bytes[place + 1])
      })
    {
      if let found = text.instrument(at: next), found.range.upperBound <= end {
        last = found
        position = found.range.upperBound
      } else {
        position = text.wordEnd(next)
      }
    }
    return last
  }

  /// Whether the phrase is a heading or a catchword that was left in the text: `Pasal 16……`, `Pasal
  /// 5` alone on its line after a full stop, `Ayat (1) Cukup jelas.` in the penjelasan.
  private func isHeading(
    _ phrase: ReferencePhrase, _ text: ReferenceText, in place: Place
  ) -> Bool {
    guard let first = phrase.items.first, let outermost = first.levels.first else { return true }
    let start = first.range.lowerBound
    let next = text.spaceEnd(phrase.end)
    if place.isExplanation, isNoteMark(phrase, text, before: next, in: place.own) { return true }
    guard phrase.items.count == 1, ReferenceText.isUpper(text.byte(start)) else { return false }
    if isEllipsis(text, next) { return true }
    let before = text.visible(before: start, notBefore: place.own.lowerBound)
    if outermost.kind == .bab, !place.isInstruction,
      isChapterHeading(phrase, text, opensText: before == nil, in: place.own)
    {
      return true
    }
    if isChapter(targets.document.units[unit].kind), isChapter(outermost.kind) { return true }
    // 9C and 9D end the typographic quotation marks.
    let closesSentence = before.map { ".:;)\"".utf8.contains($0) || $0 & 0xFE == 0x9C } ?? true
    guard closesSentence, !place.isInstruction else { return false }
    let after = text.byte(next)
    let isAloneOnLine =
      text.beginsLine(start) && (after == 0 || next > phrase.end && text.beginsLine(next))
    if isAloneOnLine, before != nil, first.levels.count == 1, rank(outermost.kind) < rank(.ayat) {
      return true
    }
    guard phrase.governor == .none else { return false }
    return ReferenceText.isUpper(after) || after == 0x3A && place.isExplanation
  }

  /// Whether `BAB` and its number are a heading: one of the contents of an annex (`Bab II : Gambaran
  /// Umum`, `BAB II     GAMBARAN UMUM`, an item `BAB II. …`) or one whose word was printed twice.
  private func isChapterHeading(
    _ phrase: ReferencePhrase, _ text: ReferenceText, opensText: Bool, in own: Range<Int>
  ) -> Bool {
    guard let start = phrase.items.first?.range.lowerBound else { return false }
    let next = text.spaceEnd(phrase.end)
    if text.byte(next) == 0x3A || opensText && text.byte(next) == 0x2E { return true }
    let isApart = next >= phrase.end + 3 && text.beginsLine(start)
    if isApart && ReferenceText.isUpper(text.byte(next)) { return true }
    return text.word("bab", endsBefore: start, notBefore: own.lowerBound)
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
    if phrase.items.count == 1, first.levels.count == 1, ReferenceText.isUpper(text.byte(start)),
      opensNote(text, at: next), follows(outermost)
    {
      return true
    }
    let followsNote = text.word("jelas", endsBefore: start, notBefore: own.lowerBound)
    guard followsNote || text.beginsLine(start) else { return false }
    return after == 0x3A || followsNote && ReferenceText.isUpper(after)
  }

  /// Whether the words that notes begin with stand there: `Yang dimaksud`, `Cukup jelas`.
  private func opensNote(_ text: ReferenceText, at start: Int) -> Bool {
    if let that = text.end(of: "yang", at: start) {
      return text.end(of: "dimaksud", at: text.spaceEnd(that)) != nil
    }
    return text.end(of: "cukup", at: start)
      .map { text.end(of: "jelas", at: text.spaceEnd($0)) != nil } ?? false
  }

  /// Whether a level is the next after the unit that is read.
  private func follows(_ level: ReferencePhrase.Level) -> Bool {
    let own = document.units[unit]
    guard own.kind == level.kind, let dash = own.address.lastIndex(of: "-") else { return false }
    let number = own.address[own.address.index(after: dash)...]
    return RenumberPlanner.order(level.number.number[...]) == RenumberPlanner.order(number) + 1
  }

  /// Whether `penjelasan` stands right before a phrase, in the same sentence.
  private func isOfNote(_ start: Int, _ text: ReferenceText, in own: Range<Int>) -> Bool {
    text.word("penjelasan", endsBefore: start, notBefore: own.lowerBound)
      && text.visible(before: start, notBefore: own.lowerBound) != 0x2E
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
