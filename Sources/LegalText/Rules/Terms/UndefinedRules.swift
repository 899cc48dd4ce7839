/// Rules on words written like terms that are not defined.
extension TermRules {
  static let undefined = DraftRule(
    "term.undefined", .warning, "Lampiran II angka 108",
    passing: defining("Setiap pengelola kios membayar sewa kepada pengelola kios."),
    failing: defining(
      "(1) Sewa dibayar oleh Pengelola Kios.\n(2) Izin dimiliki oleh Pengelola Kios."),
    at: "pasal-2/ayat-1"
  ) { context, report in
    guard !context.definitions.isEmpty, !context.isAmendment else { return }
    // One word has its capital for many reasons; as a term it comes again and again.
    for candidate in UndefinedFinder(context).candidates()
    where candidate.words > 1 || candidate.count > 2 {
      report.add(
        .term(.undefined(context.printed(candidate.range), count: candidate.count)),
        at: candidate.unit, candidate.range,
        // What a definition names in passing is often an office of another law.
        severity: candidate.words > 1 && candidate.count > 1 && !candidate.isGeneric
          && !context.isDefinition(candidate.unit) ? nil : .info)
    }
  }

  static let abbreviation = DraftRule(
    "term.abbreviation", .info, "Lampiran II angka 98 huruf b",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining("Pasar ditertibkan menurut petunjuk UPTD."), at: "pasal-2"
  ) { context, report in
    guard !context.definitions.isEmpty, !context.isAmendment else { return }
    let covered = context.coveredByTerms
    // An abbreviation that the text explains anywhere is explained.
    var seen = context.explainedAbbreviations
    for unit in context.units.indices where context.isNorm(unit) {
      for position in context.tokenRanges[unit] {
        let token = context.tokens[position]
        guard token.flags.contains(.allCaps), !covered[position], token.end - token.start <= 6,
          !context.isShouted(position, context.tokenRanges[unit]),
          !token.flags.contains(.bracketed), !token.flags.contains(.number),
          !KnownNames.abbreviations.contains(token.hash), seen.insert(token.hash).inserted
        else { continue }
        report.add(
          .term(.abbreviation(context.printed(token.range))), at: unit, token.range)
      }
    }
  }
}

/// Finds runs of words with capitals that no definition covers.
struct UndefinedFinder {
  struct Candidate {
    var unit: Int
    var range: Range<Int>
    var words: Int
    var count: Int
    /// Whether it may be the name of an institution.
    var isGeneric: Bool
  }

  let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  /// Words with capitals beside each other.
  private struct Run {
    var unit: Int
    var tokens: Range<Int>
    var startsSentence: Bool
    /// Whether *dan* joins it to the next run.
    var isJoined = false
  }

  /// One for each run, at its first place.
  func candidates() -> [Candidate] {
    let runs = runs()
    let covered = context.coveredByTerms
    let mentioned = Set(context.references.map(\.range.lowerBound))
    // Those that stand alone in a sentence: what begins one may be but a word with its capital.
    var alone: Set<[UInt64]> = []
    for (index, run) in runs.enumerated() where !run.startsSentence && !run.isJoined {
      if index == 0 || !runs[index - 1].isJoined { alone.insert(key(run.tokens)) }
    }
    var found: [[UInt64]: Candidate] = [:]
    var order: [[UInt64]] = []
    var index = 0
    while index < runs.count {
      let run = runs[index]
      defer { index += 1 }
      guard var words = own(run, alone) else { continue }
      var isName = false
      // `Anggaran Pendapatan dan Belanja` is one name unless one of the two has a use of its own.
      if run.isJoined, !alone.contains(key(words)), !alone.contains(key(runs[index + 1].tokens)) {
        words = words.lowerBound..<runs[index + 1].tokens.upperBound
        isName = true
        index += 1
      }
      let whole = run.tokens.lowerBound..<words.upperBound
      guard words.count <= 7, !mentioned.contains(context.tokens[words.lowerBound].start),
        !whole.contains(where: { covered[$0] || KnownNames.isName(context.tokens[$0].hash) }),
        !words.allSatisfy({ context.tokens[$0].flags.contains(.allCaps) }),
        !context.tokens[words.lowerBound].flags.contains(.quoted), !isLabel(words),
        !KnownNames.isKnown(key(words)),
        !follows(run.tokens.lowerBound, context.tokenRanges[run.unit]),
        !context.isInName(words.lowerBound, run.unit)
      else { continue }
      let key = key(words)
      if found[key] == nil {
        found[key] = Candidate(
          unit: run.unit, range: context.range(words), words: words.count, count: 0,
          isGeneric: isName || whole.contains { KnownNames.isGeneric(context.tokens[$0].hash) })
        order.append(key)
      }
      found[key]?.count += 1
    }
    return order.compactMap { found[$0] }
  }

  private func key(_ tokens: Range<Int>) -> [UInt64] { context.tokens[tokens].map(\.hash) }

  /// The words of a run without one that has its capital from the sentence; nil where that cannot
  /// be told, or nothing is left.
  private func own(_ run: Run, _ alone: Set<[UInt64]>) -> Range<Int>? {
    guard run.startsSentence, !run.isJoined else { return run.tokens }
    guard run.tokens.count > 1 else { return nil }
    if alone.contains(key(run.tokens)) { return run.tokens }
    let rest = run.tokens.dropFirst()
    return alone.contains(key(rest)) ? rest : nil
  }

  /// Whether words are a label (`Tipe A`) or a unit of measure (`Cm`).
  private func isLabel(_ words: Range<Int>) -> Bool {
    let last = context.tokens[words.upperBound - 1]
    let length = last.end - last.start
    return length == 1 || words.count == 1 && length == 2
  }

  private func runs() -> [Run] {
    var runs: [Run] = []
    for unit in context.units.indices where context.isNorm(unit) {
      let range = context.tokenRanges[unit]
      // What a definition defines is no use of it.
      var position =
        context.isDefinition(unit)
        ? context.definitionMeanings[unit] ?? range.upperBound : range.lowerBound
      while position < range.upperBound {
        guard isCapital(position) else {
          position += 1
          continue
        }
        var end = position + 1
        while end < range.upperBound, isCapital(end), !context.tokens[end].flags.contains(.broken) {
          end += 1
        }
        if let last = runs.last, last.unit == unit, last.tokens.upperBound == position - 1,
          context.tokens[position - 1].hash == Self.and,
          !context.isBroken(position - 2..<position + 1)
        {
          runs[runs.count - 1].isJoined = true
        }
        runs.append(
          Run(
            unit: unit, tokens: position..<end,
            startsSentence: context.tokens[position].flags.contains(.sentenceStart)))
        position = end
      }
    }
    return runs
  }

  private static let and = WordHash.of("dan")

  private func isCapital(_ position: Int) -> Bool {
    let flags = context.tokens[position].flags
    return flags.contains(.capital) && !flags.contains(.heading)
  }

  /// Whether a name goes on here: *Kota Serang*, *Jalan Jenderal*, *Cilegon dan Serang*.
  private func follows(_ position: Int, _ range: Range<Int>) -> Bool {
    guard position > range.lowerBound else { return false }
    let before = context.tokens[position - 1]
    return before.flags.contains(.capital) && !before.flags.contains(.sentenceStart)
      && KnownNames.isName(before.hash)
  }
}

extension CheckContext {
  /// Whether words all in capitals stand around a token, as in the head of a table.
  fileprivate func isShouted(_ position: Int, _ range: Range<Int>) -> Bool {
    func isCaps(_ place: Int) -> Bool {
      range.contains(place) && tokens[place].flags.contains(.allCaps)
    }
    return isCaps(position - 1) && !tokens[position].flags.contains(.broken)
      || isCaps(position + 1) && !tokens[position + 1].flags.contains(.broken)
  }

  /// The words in capitals that are no abbreviations, or stand in brackets after what they mean, or
  /// after *disingkat*.
  fileprivate var explainedAbbreviations: Set<UInt64> {
    var result: Set<UInt64> = []
    for position in tokens.indices {
      guard tokens[position].flags.contains(.allCaps) else {
        // A word that has small letters elsewhere is none.
        result.insert(tokens[position].hash)
        continue
      }
      let isBracketed = tokens[position].flags.contains(.bracketed)
      if isBracketed || position > 0 && Self.shortened.contains(tokens[position - 1].hash) {
        result.insert(tokens[position].hash)
      }
    }
    return result
  }

  private static let shortened = Set(["disingkat", "disebut"].map { WordHash.of($0) })

  /// By unit of a definition: the token at which its meaning begins.
  var definitionMeanings: [Int: Int] {
    Dictionary(
      definitions.compactMap { definition in definition.meaning.map { (definition.unit, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
