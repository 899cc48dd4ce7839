/// A term that a regulation defines.
public struct DefinedTerm: Sendable, Hashable {
  /// The term, then its short forms.
  public var forms: [String]
  /// The index of the unit that defines it.
  public var unit: Int
  /// The bytes of the words that define it.
  public var range: Range<Int>

  /// Makes a term.
  public init(forms: [String], unit: Int, range: Range<Int>) {
    self.forms = forms
    self.unit = unit
    self.range = range
  }
}

/// Finds the defined terms that provisions use (UU 12/2011, Lampiran II angka 98–108).
public enum DefinedTerms {
  /// The terms that unit `unit` and what it holds use and that are defined outside it, in the order
  /// of their definitions: in the article of general provisions, or in passing by *selanjutnya
  /// disebut*.
  public static func used(in unit: Int, of document: LegalDocument) -> [DefinedTerm] {
    guard document.units.indices.contains(unit) else { return [] }
    let inside = unit..<max(document.units[unit].subtreeEnd, unit + 1)
    let context = CheckContext(document)
    var found: Set<Int> = []
    for use in context.termUses where inside.contains(use.unit) && use.isOutermost {
      if use.hasCapitals, !inside.contains(context.definitions[use.definition].unit) {
        found.insert(use.definition)
      }
    }
    let listed = found.map { index -> DefinedTerm in
      let definition = context.definitions[index]
      let defining = document.units[definition.unit]
      return DefinedTerm(
        forms: definition.forms.map(\.text), unit: definition.unit,
        range: defining.labelRange.upperBound..<defining.range.upperBound)
    }
    let passing = context.passingTerms.filter { term in
      !inside.contains(term.unit) && inside.contains { context.find(term.words, in: $0) != nil }
    }
    return (listed + passing.map(\.term)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

/// A short form that a norm gives in passing.
private struct PassingTerm {
  var words: [UInt64]
  var term: DefinedTerm
  var unit: Int { term.unit }
}

extension CheckContext {
  private static let further = WordHash.of("selanjutnya")
  private static let called = Set(["disebut", "disingkat", "dinamakan"].map { WordHash.of($0) })

  /// The short forms that units other than definitions give, each where it first is given.
  fileprivate var passingTerms: [PassingTerm] {
    var seen = Set(definitions.flatMap { $0.forms.map(\.words) })
    var result: [PassingTerm] = []
    for unit in units.indices where isNorm(unit) && !isDefinition(unit) {
      let range = tokenRanges[unit]
      for position in range
      where tokens[position].hash == Self.further && position + 2 < range.upperBound
        && Self.called.contains(tokens[position + 1].hash)
      {
        let start = position + 2
        var end = start
        while end < range.upperBound, end - start < 8, tokens[end].flags.contains(.capital),
          end == start || !tokens[end].flags.contains(.broken)
        {
          end += 1
        }
        guard end > start, case let words = tokens[start..<end].map(\.hash),
          seen.insert(words).inserted
        else { continue }
        let bounds = max(units[unit].labelRange.upperBound, units[unit].range.lowerBound)
        result.append(
          PassingTerm(
            words: words,
            term: DefinedTerm(
              forms: [printed(self.range(start..<end))], unit: unit,
              range: bounds..<max(bounds, leadIn(of: unit).upperBound))))
      }
    }
    return result
  }
}
