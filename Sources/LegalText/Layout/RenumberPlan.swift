/// What renumbering would do to a text.
public struct RenumberPlan: Sendable {
  /// A unit whose mark changes.
  public struct UnitChange: Sendable, Hashable {
    /// The index of the unit.
    public var unit: Int
    /// The mark as printed: `Pasal 12A`.
    public var oldMark: String
    /// The mark as it would be: `Pasal 13`.
    public var newMark: String
  }

  /// A reference whose numbers change with its target's.
  public struct ReferenceChange: Sendable, Hashable {
    /// The index of the unit in whose own text it stands.
    public var unit: Int
    /// The bytes of the reference in the text as it is.
    public var range: Range<Int>
    /// The reference as printed.
    public var oldText: String
    /// The reference as it would be.
    public var newText: String
  }

  /// What a person has to decide.
  public struct Warning: Sendable, Hashable {
    /// Why it cannot be decided here.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      /// Nothing stands where the reference points; another unit may get that number.
      case danglingReference
      /// The number referred to stands twice; the first is taken as meant.
      case ambiguousReference
      /// A range no longer covers the units that it covered, or covers others.
      case changedRange
      /// The note is on a unit that the body does not have.
      case noteWithoutUnit
    }

    /// Why.
    public var reason: Reason
    /// The index of the unit that holds the place.
    public var unit: Int
    /// The bytes concerned.
    public var range: Range<Int>
    /// What stands there, white space collapsed.
    public var text: String
  }

  /// Changed marks, in document order.
  public let changes: [UnitChange]
  /// Changed references, in document order.
  public let references: [ReferenceChange]
  /// What is left to a person, in document order; none where no mark changes.
  public let warnings: [Warning]
  let source: [UInt8]
  let edits: [NumberEdit]

  /// Whether all numbers stand as they should.
  public var isEmpty: Bool { edits.isEmpty }

  /// The text with the new numbers; every other byte as it was.
  public func applied() -> [UInt8] {
    NumberEdit.apply(edits[...], to: source, in: 0..<source.count)
  }
}

/// New bytes for the number at a place.
package struct NumberEdit: Hashable, Sendable {
  package var range: Range<Int>
  package var bytes: [UInt8]

  package init(range: Range<Int>, bytes: [UInt8]) {
    self.range = range
    self.bytes = bytes
  }

  /// The bytes of `range` with the edits that lie in it, which are sorted and apart.
  package static func apply(
    _ edits: ArraySlice<NumberEdit>, to source: [UInt8], in range: Range<Int>
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count + 8)
    var position = range.lowerBound
    for edit in edits where edit.range.lowerBound >= position {
      guard edit.range.upperBound <= range.upperBound else { break }
      result.append(contentsOf: source[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.bytes)
      position = edit.range.upperBound
    }
    result.append(contentsOf: source[position..<range.upperBound])
    return result
  }

  /// Sorted by place, without those that touch one before.
  package static func settled(_ edits: [NumberEdit]) -> [NumberEdit] {
    var result: [NumberEdit] = []
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where result.last.map({ $0.range.upperBound <= edit.range.lowerBound }) ?? true {
      result.append(edit)
    }
    return result
  }
}
