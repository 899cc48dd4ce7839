/// A document as rules see it: what all of them need, worked out once.
struct CheckContext: Sendable {
  /// The part of a regulation that a unit belongs to.
  enum Zone: Sendable { case title, preamble, body, closing, elucidation, annex, other }

  /// What kind of regulation it is, as its title says.
  enum Instrument: Sendable { case regional, law, other }

  let document: LegalDocument
  let references: [Reference]
  /// By unit.
  let zones: [Zone]
  /// By unit: the nearest article that holds it or is it.
  let articles: [Int?]
  /// By unit: the amending instruction that holds it.
  let instructions: [Int?]
  /// The words of all units' own texts, unit after unit.
  let tokens: [CheckToken]
  /// By unit: its words among `tokens`.
  let tokenRanges: [Range<Int>]
  /// By unit: the units that it holds directly.
  let children: [[Int]]
  let roots: [Int]
  let definitions: [Definition]
  /// The units that define a term, whatever their marks.
  let definingUnits: Set<Int>
  let instrument: Instrument
  /// What it calls itself.
  var ownName: InstrumentName { InstrumentName(self) }
  /// Whether it amends another regulation.
  let isAmendment: Bool
  /// The annexes that stand in files of their own.
  let annexFiles: [AnnexFile]
  /// Whether it has more marks than any regulation.
  let isDense: Bool
  /// The most findings of one rule.
  let mostFindings: Int
  /// The words of the tables of phrases, where they stand.
  let phrases: [PhraseHit]
  /// The places of defined terms.
  private(set) var termUses: [TermUse] = []
  /// The numbers of norms.
  private(set) var figures: [Figure] = []
  /// What is wrong with the numbers of units.
  private(set) var numberFaults: [NumberSequences.Fault] = []
  /// The lists of the text, definitions and instructions left out.
  private(set) var lists: [List] = []
  /// Runs of citations of the body that only commas and conjunctions join, by index.
  private(set) var referenceGroups: [Range<Int>] = []
  /// The units of the notes article by article.
  private(set) var noted: [Int] = []
  /// The regulation's own articles, not those of replacement text.
  private(set) var ownArticles: [Int] = []
  /// By note: the unit of the body that it explains.
  private(set) var noteSubjects: [Int: Int] = [:]
  /// The lines that head the notes on several articles together.
  private(set) var groupedNotes: [GroupedNote] = []
  /// The amending instructions as their words say them.
  private(set) var amendingInstructions: [Instruction] = []
  /// The units of the body that delegate, each with the place of its *diatur*.
  private(set) var delegations: [(unit: Int, token: Int)] = []
  /// The units of the body that threaten a penalty.
  private(set) var penalties: [Int] = []
  /// By unit: whether it, or one that holds it within its article, imposes a sanction.
  private(set) var sanctions: [Bool] = []
  /// The year in which the text was enacted: of its number (`NOMOR 4 TAHUN 2013`), else of the date
  /// at its close; nil where it is still a draft, or a part of a text.
  private(set) var enactmentYear: Int?

  /// What a departure of form weighs: in an enacted text nobody can mend it any more.
  var weightOfForm: Severity? { enactmentYear == nil ? nil : .info }
  var units: [Unit] { document.units }
  var bytes: [UInt8] { document.source }

  init(_ document: LegalDocument, annexFiles: [AnnexFile] = []) {
    self.document = document
    self.annexFiles = annexFiles
    isDense = document.isDense
    mostFindings = RuleReport.limit(length: document.source.count, isDense: isDense)
    references = ReferenceScanner.references(in: document, limit: Self.mostReferences(document))
    let layout = UnitLayout(document)
    zones = layout.zones
    articles = layout.articles
    instructions = layout.instructions
    children = layout.children
    roots = layout.roots
    var tokens: [CheckToken] = []
    // A list that grows has room for as many again: a text of marks alone has a word in 2 bytes.
    tokens.reserveCapacity(document.source.count / (isDense ? 2 : 6))
    var tokenRanges: [Range<Int>] = []
    tokenRanges.reserveCapacity(document.units.count)
    for index in document.units.indices {
      let start = tokens.count
      Self.tokenize(index, document, layout.children[index], into: &tokens)
      tokenRanges.append(start..<tokens.count)
    }
    self.tokens = tokens
    self.tokenRanges = tokenRanges
    definitions = DefinitionReader.definitions(
      in: document, zones: layout.zones, tokens: tokens, ranges: tokenRanges)
    definingUnits = Set(definitions.map(\.unit))
    instrument = Self.instrument(document)
    isAmendment =
      document.index(ofAddress: "pasal-i") != nil
      || document.units.contains { $0.kind == .instruksi }
    phrases = PhraseTable.standard.hits(tokens: tokens, ranges: tokenRanges)
    termUses = readTermUses()
    figures = readFigures()
    lists = readLists()
    referenceGroups = readReferenceGroups()
    noted = readNotes()
    ownArticles = readOwnArticles()
    noteSubjects = readNoteSubjects()
    groupedNotes = readGroupedNotes()
    amendingInstructions = InstructionReader(self).instructions()
    delegations = readDelegations()
    penalties = readPenalties()
    sanctions = readSanctions()
    enactmentYear = readEnactmentYear()
    numberFaults = NumberSequences.faults(self)
  }

  /// The most citations that are checked: the densest regulations have one in 180 bytes.
  private static func mostReferences(_ document: LegalDocument) -> Int {
    1000 + document.source.count / 100
  }

  private static func tokenize(
    _ index: Int, _ document: LegalDocument, _ children: [Int], into tokens: inout [CheckToken]
  ) {
    let unit = document.units[index]
    var flags: CheckToken.Flags = []
    if unit.kind == .bab || unit.kind == .bagian || unit.kind == .paragraf { flags = .heading }
    var isFirst = true
    var position = max(unit.labelRange.upperBound, unit.range.lowerBound)
    func add(_ range: Range<Int>, _ isStart: Bool) {
      guard !document.furniture.isEmpty else {
        CheckTokenizer.append(
          range, of: document.source, isStart: isStart, flags: flags, to: &tokens)
        return
      }
      for (count, part) in document.withoutFurniture(range).enumerated() {
        CheckTokenizer.append(
          part, of: document.source, isStart: isStart && count == 0, flags: flags, to: &tokens)
      }
    }
    for child in children {
      let range = document.units[child].range
      if range.lowerBound > position { add(position..<range.lowerBound, isFirst) }
      isFirst = false
      position = max(position, range.upperBound)
    }
    if position < unit.range.upperBound { add(position..<unit.range.upperBound, isFirst) }
  }

  private static func instrument(_ document: LegalDocument) -> Instrument {
    guard let title = document.index(ofAddress: "judul") else { return .other }
    let words = document.ownText(of: title).uppercased()
    let kinds: [(String, Instrument)] = [
      ("PERATURAN DAERAH", .regional), ("QANUN", .regional), ("UNDANG-UNDANG", .law),
      ("PERATURAN", .other), ("KEPUTUSAN", .other),
    ]
    // The first word that names a kind is the regulation's own.
    var best: (position: String.Index, kind: Instrument)?
    for (word, kind) in kinds {
      guard let found = Self.firstIndex(of: word, in: words) else { continue }
      if best.map({ found < $0.position }) ?? true { best = (found, kind) }
    }
    return best?.kind ?? .other
  }

  private static func firstIndex(of word: String, in text: String) -> String.Index? {
    let (bytes, wanted) = (Array(text.utf8), Array(word.utf8))
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return text.utf8.index(text.utf8.startIndex, offsetBy: start)
    }
    return nil
  }
}

extension CheckContext {
  /// The words of a unit's own text.
  func words(of unit: Int) -> ArraySlice<CheckToken> { tokens[tokenRanges[unit]] }

  /// Whether a unit is a definition.
  func isDefinition(_ unit: Int) -> Bool {
    units[unit].kind == .definisi || definingUnits.contains(unit)
  }

  /// A unit's own text, white space collapsed.
  func text(of unit: Int) -> String { document.ownText(of: unit) }

  /// A range as printed, white space collapsed.
  func printed(_ range: Range<Int>) -> String {
    Whitespace.collapsed(document.text(in: range))
  }

  /// Whether the words from token `position` of `slice` on are `words`.
  func matches(_ words: [UInt64], at position: Int, before limit: Int) -> Bool {
    guard position + words.count <= limit else { return false }
    for offset in words.indices where tokens[position + offset].hash != words[offset] {
      return false
    }
    return true
  }

  /// The first place of a phrase in a unit's own text, as a position among `tokens`.
  func find(_ phrase: [UInt64], in unit: Int) -> Int? {
    let range = tokenRanges[unit]
    return range.first { matches(phrase, at: $0, before: range.upperBound) }
  }

  /// Where a unit is named: its mark, or its first line where it has none.
  func head(of unit: Int) -> Range<Int> {
    let unit = units[unit]
    if !unit.labelRange.isEmpty { return unit.labelRange }
    let start = unit.range.lowerBound
    var end = start
    while end < unit.range.upperBound, end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return start..<end
  }

  /// The last visible byte of a unit's range before `position` and where it stands.
  func lastVisible(before position: Int, from start: Int) -> (byte: UInt8, at: Int)? {
    var next = min(position, bytes.count) - 1
    while next >= max(start, 0) {
      if !Whitespace.isSpace(bytes[next]) { return (bytes[next], next) }
      next -= 1
    }
    return nil
  }

  /// The end of a unit's own text before its first child, or of its range.
  func leadIn(of unit: Int) -> Range<Int> {
    let start = max(units[unit].labelRange.upperBound, units[unit].range.lowerBound)
    let end =
      children[unit].first.map { units[$0].range.lowerBound } ?? units[unit].range.upperBound
    return start..<max(start, end)
  }

  /// Whether a unit says nothing but that it is deleted (UU 12/2011, Lampiran II angka 236).
  func isDeleted(_ unit: Int) -> Bool {
    let range = tokenRanges[unit]
    guard let first = range.first, range.count <= 2 else { return false }
    return tokens[first].hash == Self.deletedWord
  }

  static let deletedWord = WordHash.of("dihapus")

  /// The title's unit, else the first one.
  var titleUnit: Int { document.index(ofAddress: "judul") ?? 0 }
}

/// What follows from the tree alone.
private struct UnitLayout {
  var zones: [CheckContext.Zone] = []
  var articles: [Int?] = []
  var instructions: [Int?] = []
  var children: [[Int]]
  var roots: [Int] = []

  init(_ document: LegalDocument) {
    let units = document.units
    children = Array(repeating: [], count: units.count)
    zones.reserveCapacity(units.count)
    articles.reserveCapacity(units.count)
    instructions.reserveCapacity(units.count)
    for (index, unit) in units.enumerated() {
      let parent = unit.parent.flatMap { $0 < index ? $0 : nil }
      if let parent { children[parent].append(index) } else { roots.append(index) }
      zones.append(Self.zone(unit.kind) ?? parent.map { zones[$0] } ?? .body)
      articles.append(unit.kind == .pasal ? index : parent.flatMap { articles[$0] })
      // What an instruction holds is replacement text.
      instructions.append(
        parent.flatMap { units[$0].kind == .instruksi ? $0 : instructions[$0] })
    }
  }

  private static func zone(_ kind: UnitKind) -> CheckContext.Zone? {
    switch kind {
    case .judul: .title
    case .pembukaan, .menimbang, .mengingat, .diktum: .preamble
    case .penutup: .closing
    case .penjelasan: .elucidation
    case .lampiran: .annex
    case .blok: .other
    default: nil
    }
  }
}
