import LegalText

/// Words on layout and numbering.
public protocol FormattingMessages: Sendable {
  func formatted(_ path: String) -> String
  func notFormatted(_ path: String) -> String
  func alreadyFormatted(_ path: String) -> String
  func renumbered(_ path: String, marks: Int, references: Int) -> String
  func wouldRenumber(_ path: String, marks: Int, references: Int) -> String
  func alreadyRenumbered(_ path: String) -> String
  /// What a person has to decide at `place`, where `text` stands.
  func renumberWarning(
    _ reason: RenumberPlan.Warning.Reason, place: String, text: String
  ) -> String
  /// The head of a row: a number that changes.
  var renumberedUnit: String { get }
  /// The head of a row: a reference that changes.
  var renumberedReference: String { get }
  /// How many rows are left out.
  func moreRows(_ count: Int) -> String
}
