import LegalText

/// What happened to a unit. A unit may have been moved, renumbered and edited at once.
public enum ChangeKind: String, Sendable, Hashable, Codable, CaseIterable {
  case inserted, removed, edited, moved, renumbered, split, merged
}

/// One changed unit: unchanged ones have none, a changed one has exactly one (a split has one for
/// each new unit, a merge one for each old unit).
public struct Change: Sendable, Hashable {
  /// Where the unit stands in one of the two documents.
  public struct Side: Sendable, Hashable {
    /// Its index in `LegalDocument.units`.
    public var unit: Int
    /// Its address.
    public var address: String
    /// Its mark as printed, white space collapsed; empty where there is none.
    public var label: String
    /// Its bytes, with all that it holds.
    public var range: Range<Int>

    init(_ unit: Int, in document: LegalDocument) {
      let known = document.units[unit]
      self.unit = unit
      address = known.address
      label = Whitespace.collapsed(known.label)
      range = known.range
    }
  }

  /// Something a reader of the change should be told.
  public enum Note: Sendable, Hashable {
    /// The words are shown coarser than need be: the texts are too large and unlike.
    case budgetExhausted
    /// A number and its words in brackets, as printed in the new text, say different things.
    case figureDisagrees(String)
    /// The unit is not to be told apart from others with the same words.
    case ambiguous
  }

  /// What happened; empty for a record that only carries effects on references.
  public var kinds: Set<ChangeKind>
  /// What kind of unit it is (in the new document, where it stands there).
  public var kind: UnitKind
  /// Where it stood; nil for an inserted unit.
  public var old: Side?
  /// Where it stands; nil for a removed unit.
  public var new: Side?
  /// The words: of an edited unit its own (without its mark and the units that it holds), of an
  /// inserted or removed one all of it, mark included; empty where no own word changed.
  public var words: [WordChange]
  /// What happened to the references in the unit's own words.
  public var references: [ReferenceEffect]
  /// What a reader should be told.
  public var notes: [Note]
}

/// What the alignment does to one reference.
public struct ReferenceEffect: Sendable, Hashable {
  /// How a reference stands to its target in the new text.
  public enum Effect: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its number changed exactly as its target's did.
    case consequential
    /// Its text stayed although its target was renumbered: it now points elsewhere.
    case stale
    /// Its target was removed.
    case dangling
    /// Any other change.
    case substantive
  }

  /// What it is.
  public var effect: Effect
  /// The reference as printed in the old text, white space collapsed.
  public var from: String
  /// The reference as printed in the new text.
  public var to: String
  /// Its bytes in the old source.
  public var oldRange: Range<Int>
  /// Its bytes in the new source.
  public var newRange: Range<Int>
  /// The unit that the old text meant, in the old document.
  public var oldTarget: Int?
  /// The same unit in the new document: where a stale reference should point.
  public var newTarget: Int?
}

/// The counts of a comparison.
public struct ChangeSummary: Sendable, Hashable {
  /// Pasal inserted, those in an inserted chapter included. As in the next three, Pasal of the
  /// body only: the explanation of a Pasal goes with it.
  public var inserted = 0
  /// Pasal removed.
  public var removed = 0
  /// Pasal moved.
  public var moved = 0
  /// Pasal whose number changed.
  public var renumbered = 0
  /// Records of units that were split, one for each part.
  public var split = 0
  /// Records of units that were merged, one for each part.
  public var merged = 0
  /// Units of any kind whose own words changed for another reason than labels and consequential
  /// references.
  public var edited = 0
  /// Words of insertions and edits.
  public var insertedWords = 0
  /// Words of removals and edits.
  public var deletedWords = 0
  /// References by what happened to them.
  public var references: [ReferenceEffect.Effect: Int] = [:]

  /// The number of references with an effect.
  public func count(of effect: ReferenceEffect.Effect) -> Int { references[effect] ?? 0 }
}
