/// Where defined terms stand in a text.
struct TermUse {
  var definition: Int
  var form: Int
  /// Positions among the tokens.
  var tokens: Range<Int>
  var unit: Int
  /// Whether every word that the definition writes with a capital has one here.
  var hasCapitals: Bool
  /// Whether no word has a capital here but one that begins a sentence.
  var isLower: Bool
  /// Whether no longer term stands around it.
  var isOutermost: Bool
}

extension CheckContext {
  /// All places of all forms of all defined terms, in any case, in the order of the text.
  func readTermUses() -> [TermUse] {
    var byFirst: [UInt64: [(definition: Int, form: Int)]] = [:]
    for (index, definition) in definitions.enumerated() {
      for (form, value) in definition.forms.enumerated() {
        if let first = value.words.first { byFirst[first, default: []].append((index, form)) }
      }
    }
    guard !byFirst.isEmpty else { return [] }
    // Longer forms first, so that the first match at a place is the longest.
    for key in byFirst.keys {
      byFirst[key]?.sort { length($0) > length($1) }
    }
    var result: [TermUse] = []
    for (unit, range) in tokenRanges.enumerated() {
      var covered = range.lowerBound
      for position in range {
        guard let candidates = byFirst[tokens[position].hash] else { continue }
        // Terms that begin alike are few; a list of thousands is no regulation's.
        for candidate in candidates.prefix(64) {
          let form = definitions[candidate.definition].forms[candidate.form]
          guard matches(form.words, at: position, before: range.upperBound),
            agree(form, at: position)
          else { continue }
          let end = position + form.words.count
          result.append(
            use(candidate, form, position..<end, unit, isOutermost: end > covered))
          covered = max(covered, end)
        }
      }
    }
    return result
  }

  private func length(_ candidate: (definition: Int, form: Int)) -> Int {
    definitions[candidate.definition].forms[candidate.form].words.count
  }

  /// Whether a mark stands between the words at a token only where the form has one.
  private func agree(_ form: Definition.Form, at position: Int) -> Bool {
    form.breaks.indices.dropFirst().allSatisfy {
      form.breaks[$0] || !tokens[position + $0].flags.contains(.broken)
    }
  }

  /// Whether a mark stands between words of a range.
  func isBroken(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { tokens[$0].flags.contains(.broken) }
  }

  private func use(
    _ candidate: (definition: Int, form: Int), _ form: Definition.Form, _ range: Range<Int>,
    _ unit: Int, isOutermost: Bool
  ) -> TermUse {
    var hasCapitals = true
    var isLower = true
    for (offset, position) in range.enumerated() {
      let flags = tokens[position].flags
      let isCapital = flags.contains(.capital)
      if form.capitals[offset], !isCapital { hasCapitals = false }
      if isCapital, !(offset == 0 && flags.contains(.sentenceStart) && range.count > 1) {
        isLower = false
      }
    }
    return TermUse(
      definition: candidate.definition, form: candidate.form, tokens: range, unit: unit,
      hasCapitals: hasCapitals, isLower: isLower, isOutermost: isOutermost)
  }
}
