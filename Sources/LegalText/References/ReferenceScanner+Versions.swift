extension ReferenceScanner {
  /// The references in two texts, of each what `references(in:)` gives.
  ///
  /// Two versions of one text mostly hold the same units with the same words: where their outlines
  /// are the same, the references in such a unit are taken over and not read again.
  public static func references(
    in old: LegalDocument, and new: LegalDocument
  ) -> (old: [Reference], new: [Reference]) {
    var known = ReferenceScan(old, limit: .max)
    var ends: [Int] = []
    ends.reserveCapacity(old.units.count)
    for unit in old.units.indices {
      known.read(unit)
      ends.append(known.references.count)
    }
    var scan = ReferenceScan(new, limit: .max)
    let isAlike = scan.targets.mean(asThoseOf: known.targets)
    var passages = PassagePairs(old, new)
    for unit in new.units.indices {
      if isAlike, passages.areSame(unit) {
        let first = unit > 0 ? ends[unit - 1] : 0
        scan.take(known.references[first..<ends[unit]], movedBy: passages)
      } else {
        scan.read(unit)
      }
    }
    return (known.ordered, scan.ordered)
  }
}

extension ReferenceScan {
  /// Takes over the references of a unit with the same words in the other version.
  fileprivate mutating func take(_ known: ArraySlice<Reference>, movedBy passages: PassagePairs) {
    let first = references.count
    for var reference in known {
      let distance = passages.distance(of: reference.range.lowerBound)
      reference.range = reference.range.moved(by: distance)
      for part in reference.parts.indices {
        reference.parts[part].numberRange = reference.parts[part].numberRange.moved(by: distance)
      }
      references.append(reference)
    }
    noteOrder(from: first)
  }
}

extension ReferenceTargets {
  /// Whether each citation means the same here as in another version: both have the same units at
  /// the same addresses, and no instructions, whose words say which act they are about.
  fileprivate func mean(asThoseOf other: ReferenceTargets) -> Bool {
    let (units, others) = (document.units, other.document.units)
    guard units.count == others.count, !hasInstructions, !other.hasInstructions,
      isAboutTreaty == other.isAboutTreaty
    else { return false }
    for unit in units.indices {
      guard units[unit].kind == others[unit].kind, units[unit].parent == others[unit].parent,
        units[unit].address == others[unit].address,
        beginsWithItem(unit) == other.beginsWithItem(unit)
      else { return false }
    }
    return true
  }
}

/// The own words of the same unit of two versions, side by side.
private struct PassagePairs {
  private let old: LegalDocument
  private let new: LegalDocument
  private let left: ReferenceText
  private let right: ReferenceText
  private var before: [Range<Int>] = []
  private var after: [Range<Int>] = []

  init(_ old: LegalDocument, _ new: LegalDocument) {
    self.old = old
    self.new = new
    left = ReferenceText(bytes: old.source, limit: old.source.count)
    right = ReferenceText(bytes: new.source, limit: new.source.count)
  }

  /// Whether a unit holds the same words, as far as reading them goes: whether a word is a heading
  /// is also told by where its line begins.
  mutating func areSame(_ unit: Int) -> Bool {
    before.removeAll(keepingCapacity: true)
    after.removeAll(keepingCapacity: true)
    old.appendOwnRanges(of: unit, to: &before)
    new.appendOwnRanges(of: unit, to: &after)
    guard before.count == after.count else { return false }
    for (one, other) in zip(before, after) {
      guard left.byte(one.lowerBound - 1) == right.byte(other.lowerBound - 1),
        left.beginsLine(one.lowerBound) == right.beginsLine(other.lowerBound),
        RawBytes.isEqual(left.bytes, one, right.bytes, other)
      else { return false }
    }
    return true
  }

  /// How far what stands at a place of the old text stands from it in the new one.
  func distance(of position: Int) -> Int {
    for (one, other) in zip(before, after) where one.contains(position) {
      return other.lowerBound - one.lowerBound
    }
    return 0
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
