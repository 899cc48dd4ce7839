import LegalText

/// A unit that one or both of two texts changed since the text that both grew from.
public struct ThreeWayChange: Sendable, Hashable {
  /// What our text did with it; nil where it left it alone.
  public var ours: Change?
  /// What their text did with it.
  public var theirs: Change?

  /// Whether both did the very same.
  public var isAgreed: Bool {
    guard let ours, let theirs else { return false }
    return ours.kinds == theirs.kinds && ours.words == theirs.words
      && ours.new?.label == theirs.new?.label
      && ours.references.map(\.effect) == theirs.references.map(\.effect)
  }

  /// Whether nothing but numbers followed what happened elsewhere.
  public var isConsequence: Bool {
    [ours, theirs].compactMap(\.self).allSatisfy { change in
      change.kinds.isSubset(of: [.renumbered])
        && change.references.allSatisfy { $0.effect == .consequential }
    }
  }

  /// Where it stood in the common text; nil for a unit that was not there.
  public var base: Change.Side? { ours?.old ?? theirs?.old }

  /// The changes of two comparisons with one old text, each unit once, in the order of that text;
  /// units put in stand behind the one that they follow, ours first.
  public static func units(ours: Comparison, theirs: Comparison) -> [ThreeWayChange] {
    var entries: [(place: Place, change: ThreeWayChange)] = []
    var known: [Int: Int] = [:]
    for (side, comparison) in [(0, ours), (1, theirs)] {
      var following = -1
      for (order, change) in comparison.changes.enumerated() {
        let isFirstPart = change.old.map { old in
          change.new.map { comparison.shown.counterpart(ofOld: old.unit)?.new == $0.unit }
            ?? true
        }
        if let old = change.old, isFirstPart == true {
          following = old.unit
          if let entry = known[old.unit], side == 1 {
            entries[entry].change.theirs = change
            continue
          }
          known[old.unit] = entries.count
        }
        let before = change.new.flatMap { Self.before($0.unit, comparison) } ?? following
        let place =
          isFirstPart == true
          ? Place(unit: change.old?.unit ?? 0, isAfter: 0, side: 0, order: 0)
          : Place(unit: before, isAfter: 1, side: side, order: order)
        entries.append(
          (
            place,
            side == 0
              ? ThreeWayChange(ours: change, theirs: nil)
              : ThreeWayChange(ours: nil, theirs: change)
          ))
      }
    }
    return entries.sorted { $0.place < $1.place }.map(\.change)
  }

  /// The old unit that the nearest new unit before `unit` was; looked for among some only.
  private static func before(_ unit: Int, _ comparison: Comparison) -> Int? {
    for distance in 1...64 where unit >= distance {
      if let match = comparison.shown.counterpart(ofNew: unit - distance) { return match.old }
    }
    return nil
  }

  private struct Place: Comparable {
    var unit: Int
    var isAfter: Int
    var side: Int
    var order: Int

    static func < (a: Place, b: Place) -> Bool {
      (a.unit, a.isAfter, a.side, a.order) < (b.unit, b.isAfter, b.side, b.order)
    }
  }
}
