import DraftDiff
import LegalText
import ReviewModel

/// An amending regulation beside the one that it amends: what it does not name stays in force, and
/// a text diff would show it as removed.
struct AmendedProvisions {
  private let report: DiffReport
  /// Pasal and chapters that an instruction names, as the last level of an address has them.
  private let named: Set<String>

  /// Nil unless the new text amends and the old one does not.
  init?(_ report: DiffReport) {
    let (old, new) = (report.old.document, report.new.document)
    guard new.units.contains(where: { $0.kind == .instruksi }),
      !old.units.contains(where: { $0.kind == .instruksi })
    else { return nil }
    self.report = report
    named = Set(
      ReferenceScanner.references(in: new)
        .filter { new.units.indices.contains($0.unit) && new.units[$0.unit].kind == .instruksi }
        .flatMap(\.parts).map { "\($0.kind.rawValue)-\($0.number)" })
  }

  /// Whether a unit merely is not repeated in the amendment.
  func leaves(_ change: Change) -> Bool {
    guard change.kinds == [.removed], let unit = change.old?.unit else { return false }
    let units = report.old.document.units
    return (unit..<max(units[unit].subtreeEnd, unit + 1)).allSatisfy { index in
      if report.comparison.shown.counterpart(ofOld: index) != nil { return true }
      switch units[index].kind {
      case .bab, .bagian, .paragraf, .pasal:
        let level = units[index].address.split(separator: "/").last ?? ""
        return !named.contains(String(level))
      default: return index > unit
      }
    }
  }
}
