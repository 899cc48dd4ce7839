import DraftDiff
import LegalText

/// Which changes are asked for.
public struct DiffFilter: Sendable, Hashable {
  /// A sort of change.
  public enum Only: String, Sendable, Hashable, CaseIterable {
    /// What came, went or was worded otherwise.
    case substance
    /// What happened to references.
    case references
    /// What stands elsewhere now.
    case moves
  }

  /// The sort of change; nil for every one.
  public var only: Only?
  /// The address of the unit asked for, in the old or the new text; nil for all.
  public var unit: String?

  /// Makes a filter.
  public init(only: Only? = nil, unit: String? = nil) {
    self.only = only
    self.unit = unit
  }

  /// Whether it lets everything pass.
  public var isOpen: Bool { only == nil && unit == nil }

  /// Whether the unit asked for stands in either text.
  public func findsUnit(in report: DiffReport) -> Bool {
    guard let unit else { return true }
    return report.old.document.index(ofAddress: unit) != nil
      || report.new.document.index(ofAddress: unit) != nil
  }

  /// Whether a change is of the sort asked for.
  public func admits(_ change: Change) -> Bool {
    switch only {
    case nil: true
    case .substance:
      !change.kinds.isDisjoint(with: [.inserted, .removed, .edited, .split, .merged])
    case .references: !change.references.isEmpty
    case .moves: change.kinds.contains(.moved)
    }
  }

  /// The units in which changes are looked for.
  public func scope(of report: DiffReport) -> Scope {
    scope(old: report.old.document, new: report.new.document)
  }

  func scope(old: LegalDocument, new: LegalDocument) -> Scope {
    guard let unit else { return Scope(isWhole: true) }
    return Scope(isWhole: false, old: old, new: new, address: unit)
  }

  /// A unit of either text with all that it holds.
  public struct Scope {
    private let isWhole: Bool
    private let old: Range<Int>?
    private let new: Range<Int>?
    private let documents: (old: LegalDocument, new: LegalDocument)?

    init(isWhole: Bool) {
      self.isWhole = isWhole
      old = nil
      new = nil
      documents = nil
    }

    init(isWhole: Bool, old: LegalDocument, new: LegalDocument, address: String) {
      self.isWhole = isWhole
      self.old = old.index(ofAddress: address).map { $0..<old.units[$0].subtreeEnd }
      self.new = new.index(ofAddress: address).map { $0..<new.units[$0].subtreeEnd }
      documents = (old, new)
    }

    /// Whether a change stands in the unit, or takes the unit with it.
    public func contains(_ change: Change) -> Bool {
      guard !isWhole, let documents else { return true }
      return Self.meets(change.old, old, documents.old, takes: change.new == nil)
        || Self.meets(change.new, new, documents.new, takes: change.old == nil)
    }

    private static func meets(
      _ side: Change.Side?, _ range: Range<Int>?, _ document: LegalDocument, takes: Bool
    ) -> Bool {
      guard let side, let range else { return false }
      let end = document.units[side.unit].subtreeEnd
      return range.contains(side.unit) || takes && (side.unit..<end).contains(range.lowerBound)
    }
  }
}
