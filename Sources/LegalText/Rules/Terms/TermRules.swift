/// Rules on terms (UU 12/2011, Lampiran II angka 98–108, 250): one term, one spelling, one
/// meaning.
enum TermRules {
  static let all: [DraftRule] =
    [variant, misspelled, longForm, synonym, lowercase, unused, usedOnce, twice, sameMeaning]
    + [undefined, abbreviation] + forms

  private static let policeTerm =
    "2. Satuan Polisi Pamong Praja yang selanjutnya disebut Satpol PP adalah perangkat yang "
    + "menjaga ketertiban umum di Daerah.\n"

  /// A text with two definitions and an article.
  static func defining(
    _ text: String,
    terms: String? = nil
  ) -> String {
    "Pasal 1\nDalam Peraturan Daerah ini yang dimaksud dengan:\n1. Daerah adalah Kota Contoh.\n"
      + "\(terms ?? policeTerm)\nPasal 2\n\(text)\n\n"
      + "Pasal 3\nSatpol PP menjaga pasar. Satpol PP menertibkan pedagang.\n"
  }

  static let longForm = DraftRule(
    "term.long-form", .warning, "Lampiran II angka 98 huruf b",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining("Penertiban pasar dilaksanakan oleh Satuan Polisi Pamong Praja."),
    at: "pasal-2"
  ) { context, report in
    let covered = context.coveredByTerms
    /// A name goes on (*Rumah Sakit Umum Daerah Nyi Ageng …*) unless another term begins.
    func isPartOfName(_ next: Int, _ range: Range<Int>) -> Bool {
      range.contains(next) && context.tokens[next].flags.contains(.capital)
        && !context.tokens[next].flags.contains(.broken) && !covered[next]
    }
    for use in context.termUses where use.isOutermost && use.hasCapitals {
      let definition = context.definitions[use.definition]
      guard definition.forms.count > 1, use.form == 0, use.unit != definition.unit,
        let wanted = definition.preferred, context.isNorm(use.unit),
        context.instructionArticle(use.unit) == context.instructionArticle(definition.unit),
        definition.forms.dropFirst().allSatisfy({ $0.words != definition.forms[0].words }),
        !context.isInName(use.tokens.lowerBound, use.unit),
        !isPartOfName(use.tokens.upperBound, context.tokenRanges[use.unit])
      else { continue }
      let range = context.range(use.tokens)
      report.add(
        .term(.longForm(found: context.printed(range), wanted: wanted.text)), at: use.unit, range,
        severity: context.isDefinition(use.unit) ? .info : nil)
    }
  }

  static let lowercase = DraftRule(
    "term.lowercase", .warning, "Lampiran II angka 108",
    passing: defining(
      "Setiap Pelaku Usaha membayar sewa.",
      terms: "2. Pelaku Usaha adalah orang yang berdagang di Daerah.\n"),
    failing: defining(
      "Setiap pelaku usaha membayar sewa.",
      terms: "2. Pelaku Usaha adalah orang yang berdagang di Daerah.\n"),
    at: "pasal-2"
  ) { context, report in
    var seen: Set<Int> = []
    let slips = context.lowercaseSlips
    for use in context.termUses where use.isOutermost && !use.hasCapitals {
      let definition = context.definitions[use.definition]
      guard context.zones[use.unit] == .body || context.zones[use.unit] == .elucidation,
        let form = Optional(definition.forms[use.form]), form.capitals.contains(true),
        use.unit != definition.unit,
        !context.isInName(use.tokens.lowerBound, use.unit)
      else { continue }
      // One word may well stand in its common meaning; so may words of notes and definitions.
      let isSure =
        form.words.count > 1 && context.zones[use.unit] == .body
        && !context.isDefinition(use.unit) && form.capitals.allSatisfy { $0 }
        && slips.contains(use.definition)
      if !isSure, !seen.insert(use.definition).inserted { continue }
      let range = context.range(use.tokens)
      report.add(
        .term(.lowercase(found: context.printed(range), wanted: form.text)), at: use.unit, range,
        severity: isSure ? nil : .info)
    }
  }

  static let unused = DraftRule(
    "term.unused", .warning, "Lampiran II angka 102",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining(
      "Satpol PP menertibkan pasar.",
      terms: policeTerm + "3. Pelataran adalah bagian pasar.\n"),
    at: "pasal-1/angka-3"
  ) { context, report in
    reportTerms(usedTimes: 0, { .unused($0) }, context, &report)
  }

  static let usedOnce = DraftRule(
    "term.used-once", .info, "Lampiran II angka 102",
    passing: defining("Satpol PP menertibkan pasar di Daerah."),
    failing: defining(
      "Pedagang menempati pelataran di Daerah.",
      terms: policeTerm + "3. Pelataran adalah bagian pasar.\n"),
    at: "pasal-1/angka-3"
  ) { context, report in
    reportTerms(usedTimes: 1, { .usedOnce($0) }, context, &report)
  }

  /// Reports the terms that stand so many times in the body outside their definitions.
  private static func reportTerms(
    usedTimes count: Int, _ problem: (String) -> TermProblem, _ context: CheckContext,
    _ report: inout RuleReport
  ) {
    guard !context.isAmendment else { return }
    for (definition, uses) in zip(context.definitions, context.termCounts) where uses == count {
      // What is listed or doubled (*Instansi-Instansi*) is used by its parts.
      guard let term = definition.forms.first, !term.isListed,
        !(term.words.count == 2 && term.words[0] == term.words[1])
      else { continue }
      report.add(.term(problem(term.text)), at: definition.unit, term.range)
    }
  }

  static let twice = DraftRule(
    "term.defined-twice", .warning, "Lampiran II angka 250 huruf b",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining(
      "Satpol PP menertibkan pasar.",
      terms: "2. Satpol PP adalah penjaga ketertiban.\n3. Satpol PP adalah penjaga pasar.\n"),
    at: "pasal-1/angka-3"
  ) { context, report in
    var seen: Set<[String]> = []
    var exact: Set<[String]> = []
    for definition in context.definitions {
      let article = context.articles[definition.unit].map { context.units[$0].address } ?? ""
      for form in definition.forms where !context.goesOn(form) {
        let isExact = !exact.insert([article, form.text]).inserted
        guard !seen.insert([article, form.text.lowercased()]).inserted else { continue }
        let isOwn = definition.forms.filter { $0.text == form.text }.count > 1
        // A term that goes on (*Perlindungan dan pengawetan … adalah*) is read in part.
        let isPart =
          definition.forms.count == 1
          && (definition.meaning.map {
            $0 > 1 && context.tokens[$0 - 2].end > form.range.upperBound
          }
            ?? true)
        guard !isOwn, !isPart else { continue }
        // `daerah` beside `Daerah`: the capitals tell them apart.
        report.add(
          .term(.definedTwice(form.text)), at: definition.unit, form.range,
          severity: isExact ? nil : .info)
      }
    }
  }

  static let sameMeaning = DraftRule(
    "term.same-meaning", .warning, "Lampiran II angka 250 huruf a",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining(
      "Satpol PP menertibkan pasar.",
      terms: "2. Satpol PP adalah penjaga ketertiban umum di Daerah.\n"
        + "3. Penertib adalah penjaga ketertiban umum di Daerah.\n"),
    at: "pasal-1/angka-3"
  ) { context, report in
    var seen: [[UInt64]: Int] = [:]
    for (index, definition) in context.definitions.enumerated() {
      guard let meaning = definition.meaning,
        case let words = context.tokens[meaning..<context.tokenRanges[definition.unit].upperBound],
        words.count >= 3, let term = definition.forms.first
      else { continue }
      let key = words.map(\.hash)
      if let first = seen[key], let other = context.definitions[first].forms.first,
        context.articles[context.definitions[first].unit] == context.articles[definition.unit]
      {
        report.add(.term(.sameMeaning(other.text, term.text)), at: definition.unit, term.range)
      } else {
        seen[key] = index
      }
    }
  }
}

extension CheckContext {
  /// The bytes of a range of tokens.
  func range(_ tokens: Range<Int>) -> Range<Int> {
    self.tokens[tokens.lowerBound].start..<self.tokens[tokens.upperBound - 1].end
  }

  /// Whether a unit's own text is of the body and no title.
  func isNorm(_ unit: Int) -> Bool {
    zones[unit] == .body && !isDivision(unit) && units[unit].kind != .instruksi
  }

  /// The amending article whose replacement text holds a unit; nil outside replacement text.
  func instructionArticle(_ unit: Int) -> Int? {
    instructions[unit].flatMap { units[$0].parent }
  }

  /// Whether a term is but the first of several that one definition joins: *Alat Ukur, alat takar,
  /// dan alat timbang yang selanjutnya disebut …*.
  fileprivate func goesOn(_ form: Definition.Form) -> Bool {
    let after = bytes[form.range.upperBound...].prefix(24)
    guard after.first == 0x2C else { return false }
    let next = after.dropFirst().drop { Whitespace.isSpace($0) }.prefix { SourceText.isLetter($0) }
    return !next.isEmpty && !Self.clauses.contains(WordHash.of(next))
  }

  private static let clauses = Set(
    ["yang", "selanjutnya", "adalah", "ialah", "merupakan"].map { WordHash.of($0) })

  /// The definitions whose terms stand without their capitals now and then only. Where that is the
  /// text's habit, the words have their common meaning there, or it is for one decision to change.
  var lowercaseSlips: Set<Int> {
    var counts = [(capital: Int, lower: Int)](repeating: (0, 0), count: definitions.count)
    for use in termUses where use.isOutermost && isNorm(use.unit) {
      guard use.unit != definitions[use.definition].unit else { continue }
      if use.hasCapitals {
        counts[use.definition].capital += 1
      } else {
        counts[use.definition].lower += 1
      }
    }
    return Set(
      counts.indices.filter { counts[$0].lower <= 1 || counts[$0].lower * 3 <= counts[$0].capital })
  }

  /// By definition: how often its term stands in the body outside its own definition.
  var termCounts: [Int] {
    var counts = [Int](repeating: 0, count: definitions.count)
    for use in termUses where zones[use.unit] == .body {
      if use.unit != definitions[use.definition].unit { counts[use.definition] += 1 }
    }
    return counts
  }
}
