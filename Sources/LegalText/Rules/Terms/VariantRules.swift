/// Rules on spellings of terms and on other words for them.
extension TermRules {
  static let variant = DraftRule(
    "term.variant", .warning, "Lampiran II angka 250 huruf a",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining("Penertiban pasar dilaksanakan oleh SATPOL PP."), at: "pasal-2"
  ) { context, report in
    for found in VariantFinder(context).variants() {
      report.add(
        .term(.variant(found: context.printed(found.range), wanted: found.wanted)),
        at: found.unit, found.range,
        severity: context.zones[found.unit] == .body ? nil : .info)
    }
  }

  static let synonym = DraftRule(
    "term.synonym", .warning, "Lampiran II angka 250 huruf a",
    passing: defining("Satpol PP menertibkan pasar."),
    failing: defining("Penertiban pasar dilaksanakan oleh Polisi Pamong Praja."), at: "pasal-2"
  ) { context, report in
    let defined = Set(context.definitions.flatMap { $0.forms.map(\.words) })
    var byFirst: [UInt64: [(words: [UInt64], wanted: String)]] = [:]
    for (term, others) in KnownNames.synonyms where defined.contains(WordHash.words(term)) {
      for other in others {
        let words = WordHash.words(other)
        guard let first = words.first, !defined.contains(words) else { continue }
        byFirst[first, default: []].append((words, term))
      }
    }
    guard !byFirst.isEmpty else { return }
    let covered = context.coveredByTerms
    for unit in context.units.indices where context.isNorm(unit) {
      let range = context.tokenRanges[unit]
      for position in range {
        guard let candidates = byFirst[context.tokens[position].hash], !covered[position] else {
          continue
        }
        for (words, wanted) in candidates {
          let end = position + words.count
          guard context.matches(words, at: position, before: range.upperBound),
            (position..<end).allSatisfy({
              context.tokens[$0].flags.contains(.capital) && !covered[$0]
            }),
            words.count > 1 || !context.tokens[position].flags.contains(.sentenceStart),
            // "Kepala Daerah Kabupaten …", "Pemerintah Kota Bandung" name somebody else.
            end >= range.upperBound || !context.tokens[end].flags.contains(.capital)
              || context.tokens[end].flags.contains(.broken),
            !context.isInName(position, unit),
            !isInOffice(position, range, context)
          else { continue }
          let bounds = context.range(position..<end)
          report.add(
            .term(.synonym(found: context.printed(bounds), wanted: wanted)), at: unit, bounds)
        }
      }
    }
  }
}

extension TermRules {
  /// Whether capitalised words before a token name an office that it belongs to: *Subbagian
  /// Administrasi Kepala Daerah*.
  private static func isInOffice(
    _ position: Int, _ range: Range<Int>, _ context: CheckContext
  ) -> Bool {
    for before in (max(range.lowerBound, position - 4)..<position).reversed() {
      guard context.tokens[before].flags.contains(.capital),
        !context.tokens[before + 1].flags.contains(.broken)
      else { return false }
      if offices.contains(context.tokens[before].hash) { return true }
    }
    return false
  }

  private static let offices = Set(
    ["bagian", "subbagian", "bidang", "subbidang", "seksi", "subseksi", "biro"].map {
      WordHash.of($0)
    })
}

extension CheckContext {
  /// By token: whether a defined term stands there.
  var coveredByTerms: [Bool] {
    var covered = [Bool](repeating: false, count: tokens.count)
    for use in termUses where use.isOutermost {
      for position in use.tokens { covered[position] = true }
    }
    return covered
  }
}

/// Finds other spellings of terms: joined or parted words, other capitals, and pairs of spellings
/// that stand beside each other in one text.
struct VariantFinder {
  struct Found {
    var unit: Int
    var range: Range<Int>
    var wanted: String
  }

  let context: CheckContext
  /// The forms of terms by their letters without spaces.
  private let forms: [UInt64: Definition.Form]

  init(_ context: CheckContext) {
    self.context = context
    var forms: [UInt64: Definition.Form] = [:]
    for definition in context.definitions {
      for form in definition.forms {
        let key = WordHash.of(form.text.utf8.filter { !" -/".utf8.contains($0) })
        if forms[key] == nil { forms[key] = form }
      }
    }
    self.forms = forms
  }

  func variants() -> [Found] {
    ofTerms() + pairs()
  }

  private func isRelevant(_ unit: Int) -> Bool {
    context.isNorm(unit)
      || context.zones[unit] == .elucidation && context.units[unit].kind != .penjelasan
  }

  private func ofTerms() -> [Found] {
    guard !forms.isEmpty else { return [] }
    var result: [Found] = []
    let defining = Set(context.definitions.flatMap { $0.forms.map(\.range.lowerBound) })
    for unit in context.units.indices where isRelevant(unit) {
      let range = context.tokenRanges[unit]
      for start in range where context.tokens[start].flags.contains(.capital) {
        var key = WordHash.basis
        for end in start..<min(start + 6, range.upperBound) {
          let token = context.tokens[end]
          if end > start, token.flags.contains(.broken) { break }
          for byte in context.bytes[token.range] { key = WordHash.adding(byte, to: key) }
          guard let form = forms[key], !defining.contains(context.tokens[start].start),
            differs(start...end, form), !isParted(start...end) || form.words.count > end - start,
            !context.isInName(start, unit),
            !isPartOfName(start, end, range)
          else { continue }
          result.append(
            Found(unit: unit, range: context.range(start..<end + 1), wanted: form.text))
          break
        }
      }
    }
    return result
  }

  /// Whether a hyphen at the end of a line joins a word to the one before: `Undang- Undang`.
  private func isHyphenated(_ position: Int) -> Bool {
    let gap = context.bytes[context.tokens[position - 1].end..<context.tokens[position].start]
    return gap.first == 0x2D && gap.dropFirst().allSatisfy(Whitespace.isSpace)
  }

  /// Whether a copy has parted a word: one letter alone is none.
  private func isParted(_ place: ClosedRange<Int>) -> Bool {
    place.contains { context.tokens[$0].end - context.tokens[$0].start == 1 }
  }

  private func differs(_ place: ClosedRange<Int>, _ form: Definition.Form) -> Bool {
    let tokens = context.tokens[place]
    if tokens.count != form.words.count { return true }
    let text = Array(form.text.utf8)
    let words = text.split { !SourceText.isAlphanumeric($0) }
    guard words.count == tokens.count else { return false }
    for (offset, token) in tokens.enumerated() {
      if offset > 0,
        (token.flags.contains(.joined) || isHyphenated(place.lowerBound + offset))
          != form.joins[offset]
      {
        return true
      }
      // One letter with figures, such as B3, has but one form.
      let letters = words[offset].filter { SourceText.isLetter($0) }
      let isAllCaps = letters.count > 1 && letters.allSatisfy { !SourceText.isLower($0) }
      if letters.count > 1, token.flags.contains(.capital),
        isAllCaps != token.flags.contains(.allCaps)
      {
        return true
      }
    }
    return false
  }

  /// Words all in capitals around, as in a title that the text quotes.
  private func isPartOfName(_ start: Int, _ end: Int, _ range: Range<Int>) -> Bool {
    func isShouted(_ position: Int) -> Bool {
      range.contains(position) && context.tokens[position].flags.contains(.allCaps)
    }
    return isShouted(start - 1) || isShouted(end + 1)
  }

  /// Whether the name of a place follows: *Daerah Khusus Ibukota Jakarta*.
  private func standsInName(_ position: Int, _ range: Range<Int>) -> Bool {
    guard position + 1 < range.upperBound, case let next = context.tokens[position + 1] else {
      return false
    }
    return next.flags.contains(.capital) && !next.flags.contains(.broken)
      && KnownNames.isPlace(next.hash)
  }

  /// *Walikota* beside *Wali Kota*: the rarer of the two, whether or not it is defined.
  private func pairs() -> [Found] {
    var joined: [UInt64: [(unit: Int, token: Int)]] = [:]
    var parted: [UInt64: [(unit: Int, token: Int)]] = [:]
    for unit in context.units.indices where isRelevant(unit) {
      let range = context.tokenRanges[unit]
      for position in range where context.tokens[position].flags.contains(.capital) {
        let token = context.tokens[position]
        guard token.end - token.start > 5 || position + 1 < range.upperBound,
          !token.flags.contains(.allCaps), !context.isInName(position, unit),
          !standsInName(position, range)
        else { continue }
        if token.end - token.start > 5 { joined[token.hash, default: []].append((unit, position)) }
        guard position + 1 < range.upperBound, case let next = context.tokens[position + 1],
          next.flags.contains(.capital), !next.flags.contains(.broken),
          !next.flags.contains(.joined), next.end - next.start > 1,
          !isHyphenated(position + 1)
        else { continue }
        var key = WordHash.basis
        for byte in context.bytes[token.range] { key = WordHash.adding(byte, to: key) }
        for byte in context.bytes[next.range] { key = WordHash.adding(byte, to: key) }
        parted[key, default: []].append((unit, position))
      }
    }
    var result: [Found] = []
    for (key, places) in joined where forms[key] == nil {
      guard let others = parted[key], let first = places.first, let other = others.first else {
        continue
      }
      let wordRange = context.tokens[first.token].range
      let pairRange = context.range(other.token..<other.token + 2)
      if places.count <= others.count {
        let wanted = context.printed(pairRange)
        result += places.map {
          Found(unit: $0.unit, range: context.tokens[$0.token].range, wanted: wanted)
        }
      } else {
        let wanted = context.printed(wordRange)
        result += others.map {
          Found(unit: $0.unit, range: context.range($0.token..<$0.token + 2), wanted: wanted)
        }
      }
    }
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
