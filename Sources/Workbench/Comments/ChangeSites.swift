import DraftDiff
import LegalText

/// Finds the change at which a comment stands.
struct ChangeSites {
  private let old: LegalDocument
  private let new: LegalDocument
  private var byNew: [Int: Int] = [:]
  private var byOld: [Int: Int] = [:]
  /// The first change below a unit, up to its Pasal.
  private var belowNew: [Int: Int] = [:]

  init(_ comparison: Comparison, old: LegalDocument, new: LegalDocument) {
    self.old = old
    self.new = new
    for (position, change) in comparison.changes.enumerated() {
      if let side = change.new {
        if byNew[side.unit] == nil { byNew[side.unit] = position }
        var holder = side.unit
        while new.units[holder].kind != .pasal, let parent = new.units[holder].parent,
          !Self.isFrame(new.units[parent].kind)
        {
          holder = parent
          if belowNew[holder] == nil { belowNew[holder] = position }
        }
      }
      if let side = change.old, byOld[side.unit] == nil { byOld[side.unit] = position }
    }
  }

  /// The change at a unit of the new text.
  func change(atNew unit: Int) -> Int? {
    nearest(unit, in: new, byNew) ?? belowNew[unit]
  }

  /// The change at a unit of the old text.
  func change(atOld unit: Int) -> Int? { nearest(unit, in: old, byOld) }

  /// The change of the unit, or of one that holds it up to its Pasal.
  private func nearest(_ unit: Int, in document: LegalDocument, _ changes: [Int: Int]) -> Int? {
    var candidate: Int? = unit
    while let held = candidate, !Self.isFrame(document.units[held].kind) || held == unit {
      if let change = changes[held] { return change }
      if document.units[held].kind == .pasal { return nil }
      candidate = document.units[held].parent
    }
    return nil
  }

  /// Units that group provisions without being one.
  private static func isFrame(_ kind: UnitKind) -> Bool {
    switch kind {
    case .judul, .pembukaan, .bab, .bagian, .paragraf, .penjelasan, .lampiran, .penutup: true
    default: false
    }
  }
}
