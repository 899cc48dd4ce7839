import LegalText

/// Follows the place of a comment from the text it was made on to another text.
///
/// Structure decides, never the words alone: one line in seven of Indonesian legal text recurs
/// word for word. Where an alignment is not certain the comment is detached, with what held it.
public struct Placer: Sendable {
  /// One step of history between two texts.
  public struct Step: Sendable {
    let matches: UnitMatches
    let isBackward: Bool
    let target: @Sendable () throws -> LegalDocument

    /// Makes a step.
    /// - Parameters:
    ///   - isBackward: whether it leads from the newer of the two texts to the older one.
    ///   - target: gives the text it leads to; asked for where the step is the last one, and where
    ///     a unit is lost on the way.
    public init(
      _ matches: UnitMatches, isBackward: Bool = false,
      target: @escaping @Sendable () throws -> LegalDocument
    ) {
      self.matches = matches
      self.isBackward = isBackward
      self.target = target
    }

    func match(of unit: Int) -> UnitMatches.Match {
      isBackward ? matches.match(ofNew: unit) : matches.match(ofOld: unit)
    }

    /// How many units the texts before and after it have.
    var counts: (before: Int, after: Int) {
      isBackward
        ? (matches.counts.new, matches.counts.old) : (matches.counts.old, matches.counts.new)
    }

    /// The text it leads to.
    /// - Throws: `MatchesOfOtherTexts`, or what giving the text throws.
    func text() throws -> LegalDocument {
      let document = try target()
      guard document.units.count == counts.after else { throw MatchesOfOtherTexts() }
      return document
    }
  }

  /// Matches were given that cannot be those of the texts.
  public struct MatchesOfOtherTexts: Error {
    /// The error.
    public init() {}
  }

  /// Where a comment made at `address` of `origin` stands after the steps.
  /// - Throws: `MatchesOfOtherTexts`, or what giving a text throws.
  public static func place(
    _ address: String?, of origin: LegalDocument, through steps: [Step]
  ) throws -> Placement {
    guard let address else { return Placement(state: .current, address: nil) }
    guard let start = origin.index(ofAddress: address) else {
      return Placement(state: .detached, address: nil)
    }
    var count = origin.units.count
    for step in steps {
      guard step.counts.before == count else { throw MatchesOfOtherTexts() }
      count = step.counts.after
    }
    var unit = start
    var isChanged = false
    for (position, step) in steps.enumerated() {
      let match = step.match(of: unit)
      guard case .unit(let next, let hasOtherWords) = match else {
        let before = position == 0 ? origin : try steps[position - 1].text()
        return try lost(
          unit, in: before, through: steps[position...], isAmbiguous: match == .uncertain)
      }
      if hasOtherWords { isChanged = true }
      unit = next
    }
    guard let last = try steps.last?.text() else {
      return Placement(state: .current, address: address)
    }
    let now = last.units[unit].address
    if origin.ownText(of: start) == last.ownText(of: unit) {
      return Placement(state: now == address ? .current : .moved, address: now)
    }
    return Placement(state: isChanged ? .changed : .moved, address: now)
  }

  /// The place of a unit that the alignment lost: where its words alone stand within what held it,
  /// else detached. A unit that has a match but not one alone is never looked for: there are
  /// several like it.
  private static func lost(
    _ unit: Int, in document: LegalDocument, through steps: ArraySlice<Step>, isAmbiguous: Bool
  ) throws -> Placement {
    let target = try steps[steps.endIndex - 1].text()
    let parent = parent(of: unit, in: document, through: steps, to: target)
    if !isAmbiguous, let parent, !document.units[unit].address.hasPrefix("penjelasan"),
      let holder = target.index(ofAddress: parent), target.units[holder].kind.isWithinArticle,
      let found = QuoteFinder.unit(withWordsOf: unit, of: document, below: holder, in: target)
    {
      return Placement(state: .changed, address: target.units[found].address)
    }
    return Placement(state: .detached, address: nil, parent: parent)
  }

  /// The nearest unit that held `unit` and that can be followed through the steps.
  private static func parent(
    of unit: Int, in document: LegalDocument, through steps: ArraySlice<Step>,
    to target: LegalDocument
  ) -> String? {
    var candidate = document.units[unit].parent
    while let held = candidate {
      if let found = followed(held, through: steps) { return target.units[found].address }
      candidate = document.units[held].parent
    }
    return nil
  }

  private static func followed(_ unit: Int, through steps: ArraySlice<Step>) -> Int? {
    var unit = unit
    for step in steps {
      guard case .unit(let next, _) = step.match(of: unit) else { return nil }
      unit = next
    }
    return unit
  }
}

extension UnitKind {
  /// Whether it is an article or part of one, small enough that words found in it are its own.
  fileprivate var isWithinArticle: Bool {
    switch self {
    case .pasal, .ayat, .huruf, .angka, .subhuruf, .subangka, .instruksi, .definisi, .butir: true
    default: false
    }
  }
}
