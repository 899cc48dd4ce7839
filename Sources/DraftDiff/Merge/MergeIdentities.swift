import LegalText

/// What is one and the same thing in the three texts.
struct MergeIdentities {
  /// One element with its places in the texts; nil where a text does not have it.
  struct Identity {
    var base: Int?
    var ours: Int?
    var theirs: Int?

    func place(in side: Merge.Side) -> Int? { side == .ours ? ours : theirs }
  }

  private(set) var all: [Identity] = []
  /// The identity of each element.
  private(set) var ofBase: [Int]
  private(set) var ofOurs: [Int]
  private(set) var ofTheirs: [Int]

  init(_ base: MergeSide, _ ours: MergeSide, _ theirs: MergeSide) {
    var known: [Key: Int] = [:]
    var all: [Identity] = []
    func number(_ side: MergeSide, _ note: (inout Identity, Int) -> Void) -> [Int] {
      side.elements.enumerated().map { index, element in
        let key = Key(
          unit: element.unit.map { side.classes[$0] } ?? -1, ordinal: element.ordinal)
        let identity = known[key] ?? all.count
        if identity == all.count {
          known[key] = identity
          all.append(Identity())
        }
        note(&all[identity], index)
        return identity
      }
    }
    ofBase = number(base) { $0.base = $1 }
    ofOurs = number(ours) { $0.ours = $1 }
    ofTheirs = number(theirs) { $0.theirs = $1 }
    self.all = all
  }

  func of(_ side: Merge.Side) -> [Int] { side == .ours ? ofOurs : ofTheirs }

  private struct Key: Hashable {
    var unit: Int
    var ordinal: Int
  }

  // MARK: Order

  /// The base elements that keep their place in a side, in order.
  func steady(in side: Merge.Side, _ text: MergeSide) -> Set<Int> {
    var places: [Int] = []
    var weights: [Int] = []
    for (index, identity) in of(side).enumerated() {
      guard let base = all[identity].base else { continue }
      places.append(base)
      weights.append(Self.weight(index, text))
    }
    return Set(IncreasingSubsequence.heaviest(places, weights: weights).map { places[$0] })
  }

  /// A mark weighs as much as all that its unit holds: a Pasal stays rather than what left it.
  private static func weight(_ index: Int, _ text: MergeSide) -> Int {
    let element = text.elements[index]
    guard element.ordinal == 0, let unit = element.unit else {
      return (1 << 24) + min(element.tokens.count, (1 << 24) - 1)
    }
    let end = max(text.units[unit].subtreeEnd, unit + 1)
    let bytes = text.units[unit].range.count
    return min(end - unit, 1 << 12) << 24 + min(bytes, (1 << 24) - 1)
  }
}

/// Gives units that are each other's counterparts one number.
enum MergeClasses {
  /// Numbers the units of the three texts; those of the base come first.
  static func assign(_ base: inout MergeSide, _ ours: inout MergeSide, _ theirs: inout MergeSide) {
    base.classes = Array(base.units.indices)
    var next = base.units.count
    assign(base, &ours, &next)
    assign(base, &theirs, &next)
  }

  private static func assign(_ base: MergeSide, _ side: inout MergeSide, _ next: inout Int) {
    let alignment = Comparison.alignment(ComparablePair(base.document, side.document))
    var classes: [Int] = []
    for unit in side.units.indices {
      if let match = alignment.counterpart(ofNew: unit) {
        classes.append(match.old)
      } else {
        classes.append(next)
        next += 1
      }
    }
    side.classes = classes
  }
}
