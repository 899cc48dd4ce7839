import DraftDiff
import LegalText
import ReviewModel

/// What must not be missed: references that now point elsewhere or nowhere, figures that disagree
/// with their words.
enum DiffWarnings {
  /// The sentence for notes of the penjelasan that were forgotten, none where there is none.
  static func forgottenNotes(_ report: DiffReport, _ words: any Messages) -> [String] {
    guard let first = report.comparison.forgottenNotes.first else { return [] }
    func label(_ unit: Int) -> String { UnitAddress.label(report.new.document.units[unit].address) }
    return [
      words.forgottenNotes(
        first: label(first.note), now: first.explained.map(label),
        others: report.comparison.forgottenNotes.count - 1)
    ]
  }

  /// The sentences for one change.
  static func sentences(
    _ change: Change, of report: DiffReport, _ words: any Messages
  ) -> [String] {
    // Most changes warn of nothing, and there may be many.
    func place() -> String { change.new.map { UnitAddress.label($0.address) } ?? "" }
    let references = change.references.compactMap { reference -> String? in
      switch reference.effect {
      case .stale:
        let now = reference.newTarget.map {
          UnitAddress.label(report.new.document.units[$0].address)
        }
        return words.staleReference(in: place(), to: reference.to, now: now ?? "")
      case .dangling:
        let target = reference.oldTarget.map { report.old.document.units[$0].address }
        let isOther = target.flatMap { report.new.document.index(ofAddress: $0) } != nil
        return isOther
          ? words.replacedReference(in: place(), to: reference.to)
          : words.danglingReference(in: place(), to: reference.to)
      case .consequential, .substantive: return nil
      }
    }
    let figures = change.notes.compactMap { note -> String? in
      guard case .figureDisagrees(let figure) = note else { return nil }
      return words.figureDisagrees(in: place(), figure)
    }
    return references + figures
  }
}
