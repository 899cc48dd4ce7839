import DraftDiff
import LegalText

/// Follows the place of a comment from the text it was made on to another text.
///
/// Structure decides, never the words alone: one line in seven of Indonesian legal text recurs
/// word for word. Where an alignment is not certain the comment is detached, with what held it.
public struct Placer: Sendable {
  /// One step of history between two texts.
  public struct Step: Sendable {
    let alignment: Alignment
    let isBackward: Bool
    let target: LegalDocument

    /// Makes a step.
    /// - Parameters:
    ///   - isBackward: whether it leads from the alignment's new text to its old one.
    ///   - target: the text it leads to.
    public init(alignment: Alignment, isBackward: Bool, target: LegalDocument) {
      self.alignment = alignment
      self.isBackward = isBackward
      self.target = target
    }

    func match(of unit: Int) -> Alignment.Match? {
      isBackward ? alignment.counterpart(ofNew: unit) : alignment.counterpart(ofOld: unit)
    }

    func target(of match: Alignment.Match) -> Int { isBackward ? match.old : match.new }
  }

  /// Where a comment made at `address` of `origin` stands after the steps.
  public static func place(
    _ address: String?, of origin: LegalDocument, through steps: [Step]
  ) -> Placement {
    guard let address else { return Placement(state: .current, address: nil) }
    guard let start = origin.index(ofAddress: address) else {
      return Placement(state: .detached, address: nil)
    }
    var unit = start
    var isChanged = false
    for (position, step) in steps.enumerated() {
      let before = position == 0 ? origin : steps[position - 1].target
      guard let match = step.match(of: unit), !match.isAmbiguous,
        isElucidationOfTheSame(unit, in: before, match, step)
      else {
        return lost(
          unit, in: before, through: steps[position...], isAmbiguous: step.match(of: unit) != nil)
      }
      if match.ownWords == .changed { isChanged = true }
      unit = step.target(of: match)
    }
    guard let last = steps.last?.target else {
      return Placement(state: .current, address: address)
    }
    let now = last.units[unit].address
    if origin.ownText(of: start) == last.ownText(of: unit) {
      return Placement(state: now == address ? .current : .moved, address: now)
    }
    return Placement(state: isChanged ? .changed : .moved, address: now)
  }

  /// Whether a match leads from the elucidation of a provision to that of the same provision: its
  /// words ("Cukup jelas.") tell nothing.
  private static func isElucidationOfTheSame(
    _ unit: Int, in document: LegalDocument, _ match: Alignment.Match, _ step: Step
  ) -> Bool {
    guard let provision = provision(elucidatedBy: unit, in: document) else { return true }
    guard let followed = step.match(of: provision), !followed.isAmbiguous else { return false }
    let now = self.provision(elucidatedBy: step.target(of: match), in: step.target)
    return now == nil || now == step.target(of: followed)
  }

  /// The provision of the body that a unit of the elucidation explains, or the nearest that holds
  /// it; nil for other units.
  private static func provision(elucidatedBy unit: Int, in document: LegalDocument) -> Int? {
    var steps = document.units[unit].address.split(separator: "/")
    guard steps.first == "penjelasan" else { return nil }
    steps.removeFirst()
    while !steps.isEmpty {
      if let found = document.index(ofAddress: steps.joined(separator: "/")) { return found }
      steps.removeLast()
    }
    return nil
  }

  /// The place of a unit that the alignment lost: where its words alone stand within what held it,
  /// else detached. A unit that has a match but not one alone is never looked for: there are
  /// several like it.
  private static func lost(
    _ unit: Int, in document: LegalDocument, through steps: ArraySlice<Step>, isAmbiguous: Bool
  ) -> Placement {
    let parent = parent(of: unit, in: document, through: steps)
    if !isAmbiguous, let parent, !document.units[unit].address.hasPrefix("penjelasan"),
      let target = steps.last?.target, let holder = target.index(ofAddress: parent),
      target.units[holder].kind.isWithinArticle,
      let found = QuoteFinder.unit(withWordsOf: unit, of: document, below: holder, in: target)
    {
      return Placement(state: .changed, address: target.units[found].address)
    }
    return Placement(state: .detached, address: nil, parent: parent)
  }

  /// The nearest unit that held `unit` and that can be followed through the steps.
  private static func parent(
    of unit: Int, in document: LegalDocument, through steps: ArraySlice<Step>
  ) -> String? {
    var candidate = document.units[unit].parent
    while let held = candidate {
      if let address = followed(held, in: document, through: steps) { return address }
      candidate = document.units[held].parent
    }
    return nil
  }

  private static func followed(
    _ unit: Int, in document: LegalDocument, through steps: ArraySlice<Step>
  ) -> String? {
    var (unit, document) = (unit, document)
    for step in steps {
      guard let match = step.match(of: unit), !match.isAmbiguous,
        isElucidationOfTheSame(unit, in: document, match, step)
      else { return nil }
      (unit, document) = (step.target(of: match), step.target)
    }
    return steps.last?.target.units[unit].address
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
