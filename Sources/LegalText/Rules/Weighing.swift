/// Weighs findings in a regulation that is already enacted.
///
/// A draft is held to every rule. An enacted text is not to be mended but read, often as a copy:
/// what it does again and again is the usage of its time and office, or a misread copy, and rules
/// younger than the text do not bind it. Such findings stay, as something to look at. One
/// departure in a text that keeps the rule elsewhere weighs as in a draft.
struct Weighing {
  /// How many findings of one rule are slips of an enacted text; more are its usage.
  private static let formLimit = 1
  /// How many rules of form an enacted text may depart from in slips; beyond, it follows others.
  private static let formRules = 1
  /// How many findings of one rule on contradictions are faults; more are a misread copy.
  private static let contradictionLimit = 2
  /// In how many provisions an enacted text may contradict itself; beyond, the copy is misread.
  private static let contradictionPlaces = 2

  let context: CheckContext
  let year: Int
  /// Whether it is a scan that a machine has misread, so that numbers and names are its doing.
  let isMisread: Bool
  /// Whether it has so many signs of that that no word of it is sure.
  private let isPoor: Bool
  private let citations: PlainCitations

  /// Nil for a draft and for a part of a text.
  init?(_ context: CheckContext) {
    guard let year = context.enactmentYear else { return nil }
    self.context = context
    self.year = year
    let odd = Self.oddSigns(context.bytes)
    isMisread = odd >= 3
    isPoor = isMisread && odd > context.bytes.count / 8192
    citations = PlainCitations(context, copy: isPoor ? .poor : isMisread ? .fair : .clean)
  }

  /// How many signs stand in a text that no regulation prints and that text recognition puts where
  /// it saw spots and strokes: `^`, `~`, `{`, `}`, `■`, `\` at a letter.
  private static func oddSigns(_ bytes: [UInt8]) -> Int {
    var count = 0
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case 0x5E, 0x7B, 0x7D, 0x7E: count += 1
      case 0x5C where place + 1 < bytes.count && SourceText.isLetter(bytes[place + 1]):
        // Neither an escaped sign of JSON (`\n`) nor part of a path (`C:\Naskah\Pasar.doc`).
        let isEscape = "nrtubf".utf8.contains(bytes[place + 1])
        if !isEscape, !isPath(bytes, place) { count += 1 }
      case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x96: count += 1
      default: continue
      }
    }
    return count
  }

  /// Whether a drive or another step of a path stands before a backslash.
  private static func isPath(_ bytes: [UInt8], _ place: Int) -> Bool {
    var before = place
    while before > 0, place - before < 60, bytes[before - 1] != 0x5C, bytes[before - 1] != 0x0A,
      bytes[before - 1] != 0x3A
    {
      before -= 1
    }
    return before > 0 && (bytes[before - 1] == 0x5C || bytes[before - 1] == 0x3A)
  }

  /// Makes those findings lighter that do not weigh in an enacted text.
  func weigh(_ findings: inout [Finding]) {
    var traits: [String: Trait] = [:]
    var heavy: [(index: Int, trait: Trait)] = []
    var plain: Set<Int> = []
    var citations = citations
    for index in findings.indices where findings[index].severity > .info {
      // Whatever else a text does, this one leads nowhere.
      if citations.leadsNowhere(findings[index]) { plain.insert(index) }
      let key = findings[index].rule + findings[index].citation
      let trait = traits[key] ?? Trait(findings[index])
      traits[key] = trait
      if !plain.contains(index), isLight(findings[index], trait) {
        findings[index].severity = .info
      } else {
        heavy.append((index, trait))
      }
    }
    lighten(&findings, heavy.filter(\.trait.isContradiction), limit: Self.contradictionLimit) {
      places, _ in places > Self.contradictionPlaces
    }
    for index in plain { findings[index].severity = .error }
    lighten(&findings, heavy.filter { !$0.trait.isContradiction }, limit: Self.formLimit) {
      _, rules in rules > Self.formRules
    }
  }

  /// What a rule and its citation say of the weight of a finding.
  private struct Trait {
    var isContradiction: Bool
    var isKept: Bool
    /// Whether the angka of Lampiran II came with UU 13/2022.
    var isYoung: Bool
    var isOfLampiran: Bool

    init(_ finding: Finding) {
      isContradiction = Weighing.contradictions.contains(finding.rule)
      isKept = Weighing.kept.contains(finding.rule)
      isOfLampiran = finding.citation.hasPrefix("Lampiran II angka ")
      let word = finding.citation.split(separator: " ").dropFirst(3).first ?? ""
      isYoung = isOfLampiran && (word == "176" || word.utf8.last.map(SourceText.isLetter) == true)
    }
  }

  /// Whether a finding weighs nothing in this text, however rare it is.
  private func isLight(_ finding: Finding, _ trait: Trait) -> Bool {
    if case .numbering = finding.problem, context.zones[finding.unit] == .preamble { return true }
    if isPoor || isMisread && !trait.isKept { return true }
    guard trait.isOfLampiran else { return false }
    return trait.isYoung && year < 2022 || !trait.isContradiction && year < 2012
  }

  /// Makes repeated findings of one class lighter, and all of the class where `isUsage` says so of
  /// the count of provisions and of rules that the others concern.
  private func lighten(
    _ findings: inout [Finding], _ heavy: [(index: Int, trait: Trait)], limit: Int,
    where isUsage: (_ places: Int, _ rules: Int) -> Bool
  ) {
    var counts: [String: Int] = [:]
    for (index, _) in heavy { counts[findings[index].rule, default: 0] += 1 }
    var places: Set<Int> = []
    var rules: Set<String> = []
    for (index, trait) in heavy {
      guard counts[findings[index].rule, default: 0] <= limit else {
        findings[index].severity = .info
        continue
      }
      places.insert(provision(of: findings[index].unit))
      if !trait.isKept { rules.insert(findings[index].rule) }
    }
    guard isUsage(places.count, rules.count) else { return }
    for (index, trait) in heavy where !trait.isKept { findings[index].severity = .info }
  }

  /// The article or instruction that holds a unit, else what stands at the root.
  private func provision(of unit: Int) -> Int {
    var current = unit
    while context.units[current].kind != .pasal || context.instructions[current] != nil {
      if context.units[current].kind == .instruksi { return current }
      guard let parent = context.units[current].parent, parent < current else { return current }
      current = parent
    }
    return current
  }

  /// Rules of form that hardly any enacted text departs from, so that one departure is a slip
  /// whatever else the text does.
  private static let kept: Set<String> = [
    "reference.own-article", "reference.without-reducing", "reference.unnumbered",
    "delegation.blanket", "delegation.subject", "delegation.instrument", "delegation.decision",
    "considerations.bahwa", "wording.instrument", "wording.subject",
    "basis.rank-order", "elucidation.norm", "elucidation.grouped", "term.synonym",
    "chapter.investigation", "amendment.order", "criminal.breach",
    "criminal.qualification", "sanction.before-norm", "sanction.mixed",
  ]

  /// Rules that a text breaks only by contradicting itself, whatever the year.
  private static let contradictions: Set<String> = [
    "reference.dangling", "reference.itself", "number.gap", "number.duplicate", "number.order",
    "number.lone-ayat", "number.words-differ", "list.depth", "title.enacting", "elucidation.title",
    "elucidation.article-missing", "elucidation.article-extra", "annex.absent",
    "annex.number",
    "amendment.mismatch", "amendment.absent", "amendment.between", "amendment.count",
    "amendment.deleted-text", "amendment.number-reused", "chapter.order", "chapter.closing-last",
    "term.defined-twice",
  ]
}

extension CheckContext {
  /// Reads `enactmentYear`.
  func readEnactmentYear() -> Int? {
    // Where a copy hides the title it stands at the head all the same.
    let body = units.indices.first { zones[$0] == .body }
    let range =
      document.index(ofAddress: "judul").map { tokenRanges[$0] }
      ?? 0..<min(60, body.map { tokenRanges[$0].lowerBound } ?? 0)
    let name = range.first { tokens[$0].hash == Self.nameWord } ?? range.upperBound
    let head = range.lowerBound..<name
    // A certified copy is of an enacted text, whatever word its title kept from the draft.
    let isCopy = tokens.prefix(10).contains { $0.hash == Self.copyWord }
    if isCopy || !head.contains(where: { tokens[$0].hash == Self.draftWord }),
      let number = head.first(where: { tokens[$0].hash == Self.numberWord }), number + 1 < name,
      case let word = tokens[number + 1], word.hash != Self.yearWord,
      let year = (number + 1..<name).compactMap({ self.year(at: $0) }).last
    {
      return year
    }
    return dateOfEnactment() ?? yearOfGazette() ?? yearOfBasis()
  }

  /// The year of the youngest legal basis of a text that enacts and has no title: a copy that lost
  /// its head, no older than that. A draft has its title before all else.
  private func yearOfBasis() -> Int? {
    guard title == nil, document.index(ofAddress: "diktum") != nil else { return nil }
    return basisItems.flatMap { unit in tokenRanges[unit].compactMap { year(at: $0) } }.max()
  }

  /// The year of the gazette that a text was printed in: *LEMBARAN DAERAH … TAHUN 2013* before
  /// anything else.
  private func yearOfGazette() -> Int? {
    let head = 0..<min(30, tokens.count)
    guard let gazette = head.first(where: { Self.gazette.contains(tokens[$0].hash) }),
      !head.contains(where: { tokens[$0].hash == Self.draftWord })
    else { return nil }
    for position in gazette..<head.upperBound where tokens[position].hash == Self.yearWord {
      if let year = year(at: position) { return year }
    }
    return nil
  }

  /// The year of *Ditetapkan di Serang pada tanggal 5 Mei 2013*, wherever a copy has it.
  private func dateOfEnactment() -> Int? {
    for unit in units.indices where zones[unit] != .elucidation && zones[unit] != .preamble {
      let range = tokenRanges[unit]
      for position in range.dropLast(3) where tokens[position].hash == Self.dateWord {
        guard tokens[position + 1].flags.contains(.number),
          let year = year(bytes[tokens[position + 3].range]),
          // A copy may have words of the next column between the two.
          (max(range.lowerBound, position - 10)..<position).contains(where: {
            Self.enacted.contains(tokens[$0].hash)
              && WordHash.of("di") == tokens[$0 + 1].hash
          })
        else { continue }
        return year
      }
    }
    return nil
  }

  /// The year that *TAHUN* at token `position` gives; copies run the two together.
  private func year(at position: Int) -> Int? {
    if tokens[position].hash == Self.yearWord {
      return position + 1 < tokens.count ? year(bytes[tokens[position + 1].range]) : nil
    }
    let word = bytes[tokens[position].range]
    guard word.count == 9, WordHash.of(word.prefix(5)) == Self.yearWord else { return nil }
    return year(word.suffix(4))
  }

  /// A year of four digits, misread ones among them (`2O2T`).
  private func year(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count == 4, let first = word.first, first == 0x31 || first == 0x32 else {
      return nil
    }
    var value = 0
    for byte in word {
      let digit: Int
      switch byte {
      case 0x30...0x39: digit = Int(byte - 0x30)
      case UInt8(ascii: "O"), UInt8(ascii: "o"): digit = 0
      case UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "T"): digit = 1
      case UInt8(ascii: "S"): digit = 5
      default: return nil
      }
      value = value * 10 + digit
    }
    return (1945...2199).contains(value) ? value : nil
  }

  private static let nameWord = WordHash.of("tentang")
  private static let draftWord = WordHash.of("rancangan")
  private static let copyWord = WordHash.of("salinan")
  private static let enacted = Set(
    ["ditetapkan", "diundangkan", "disahkan"].map { WordHash.of($0) })
  private static let gazette = Set(["lembaran", "berita"].map { WordHash.of($0) })
  private static let dateWord = WordHash.of("tanggal")
}
