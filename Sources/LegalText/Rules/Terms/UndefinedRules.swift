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
    for candidate in UndefinedFinder(context).candidates() {
      report.add(
        .term(.undefined(context.printed(candidate.range), count: candidate.count)),
        at: candidate.unit, candidate.range,
        // What a definition names in passing is often an office of another law.
        severity: candidate.words > 1 && candidate.count > 1 && !candidate.isGeneric
          && context.units[candidate.unit].kind != .definisi ? nil : .info)
    }
  }

  static let abbreviation = DraftRule(
    "term.abbreviation", .info, "Lampiran II angka 98 huruf b",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining("Pasar ditertibkan menurut petunjuk UPTD."), at: "pasal-2"
  ) { context, report in
    guard !context.definitions.isEmpty, !context.isAmendment else { return }
    let covered = context.coveredByTerms
    var seen: Set<UInt64> = []
    for unit in context.units.indices where context.isNorm(unit) {
      for position in context.tokenRanges[unit] {
        let token = context.tokens[position]
        guard token.flags.contains(.allCaps), !covered[position], token.end - token.start <= 8,
          !token.flags.contains(.bracketed),
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

  /// One for each run, at its first place.
  func candidates() -> [Candidate] {
    let covered = context.coveredByTerms
    let mentioned = Set(context.references.map(\.range.lowerBound))
    var found: [[UInt64]: Candidate] = [:]
    var order: [[UInt64]] = []
    for unit in context.units.indices where context.isNorm(unit) {
      let range = context.tokenRanges[unit]
      // What a definition defines is no use of it.
      var position =
        context.units[unit].kind == .definisi
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
        defer { position = end }
        var start = position
        if context.tokens[start].flags.contains(.sentenceStart) { start += 1 }
        guard start < end, end - start <= 6, !mentioned.contains(context.tokens[start].start),
          !(position..<end).contains(where: {
            covered[$0] || KnownNames.isName(context.tokens[$0].hash)
          }),
          !(start..<end).allSatisfy({ context.tokens[$0].flags.contains(.allCaps) }),
          !context.tokens[start].flags.contains(.quoted),
          !follows(position, range), !context.isInName(start, unit)
        else { continue }
        let key = context.tokens[start..<end].map(\.hash)
        if found[key] == nil {
          found[key] = Candidate(
            unit: unit, range: context.range(start..<end), words: end - start, count: 0,
            isGeneric: (position..<end).contains {
              KnownNames.isGeneric(context.tokens[$0].hash)
            })
          order.append(key)
        }
        found[key]?.count += 1
      }
    }
    return order.compactMap { found[$0] }
  }

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
  /// By unit of a definition: the token at which its meaning begins.
  var definitionMeanings: [Int: Int] {
    Dictionary(
      definitions.compactMap { definition in definition.meaning.map { (definition.unit, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}
