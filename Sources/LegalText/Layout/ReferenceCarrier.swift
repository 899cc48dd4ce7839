/// Carries references along when their targets get new numbers.
struct ReferenceCarrier {
  let planner: RenumberPlanner
  private(set) var edits: [NumberEdit] = []
  private(set) var changes: [RenumberPlan.ReferenceChange] = []
  private(set) var warnings: [RenumberPlan.Warning] = []
  /// How many units may still be looked at: ranges are compared unit by unit, but not without end.
  private var comparisons = 20_000_000

  init(planner: RenumberPlanner) { self.planner = planner }

  private var document: LegalDocument { planner.document }

  /// Reads all references of the document, in order.
  mutating func read(_ references: [Reference]) {
    var previous: Reference?
    for reference in references {
      defer { previous = reference }
      guard reference.scope == .internal else { continue }
      guard let target = reference.target else {
        warn(.danglingReference, reference)
        continue
      }
      carry(reference, to: target)
      if planner.isTwice(target) { warn(.ambiguousReference, reference) }
      if reference.relation == .rangeEnd, let first = previous?.target, comparisons > 0 {
        comparisons -= planner.seriesCount(target)
        if planner.changesRange(first, target) { warn(.changedRange, reference) }
      }
    }
  }

  private mutating func warn(_ reason: RenumberPlan.Warning.Reason, _ reference: Reference) {
    warnings.append(
      RenumberPlan.Warning(
        reason: reason, unit: reference.unit, range: reference.range,
        text: reference.printed(in: document)))
  }

  private mutating func carry(_ reference: Reference, to target: Int) {
    var own: [NumberEdit] = []
    var unit: Int? = target
    for part in reference.parts.sorted(by: { rank($0.kind) > rank($1.kind) }) {
      while let current = unit, !matches(document.units[current].kind, part.kind) {
        unit = document.units[current].parent
      }
      guard let current = unit else { break }
      unit = document.units[current].parent
      guard planner.isChanged[current], let value = planner.values[current],
        let place = NumberPlace.core(part.numberRange, document.source)
      else { continue }
      own.append(
        NumberEdit(
          range: place,
          bytes: planner.styles[current].printed(value, like: document.source[place])))
    }
    guard !own.isEmpty else { return }
    own = NumberEdit.settled(own)
    edits += own
    changes.append(
      RenumberPlan.ReferenceChange(
        unit: reference.unit, range: reference.range, oldText: reference.printed(in: document),
        newText: planner.printed(
          NumberEdit.apply(own[...], to: document.source, in: reference.range))))
  }

  /// Whether a unit may be what a level of a citation names.
  private func matches(_ unit: UnitKind, _ cited: UnitKind) -> Bool {
    switch cited {
    case .huruf, .subhuruf: unit == .huruf || unit == .subhuruf || unit == .butir
    case .angka, .subangka:
      unit == .angka || unit == .subangka || unit == .definisi || unit == .instruksi
        || unit == .butir
    default: unit == cited
    }
  }
}
