import DraftDiff
import ReviewModel

/// Words of the history of single units.
public protocol HistoryMessages: Sendable {
  /// The head of the history of a unit.
  func unitHistory(_ place: String) -> String
  /// What is not yet in a revision.
  var notSaved: String { get }
  /// What happened to a unit, in the middle of a sentence.
  func changeName(_ kind: ChangeKind) -> String
  /// Where it stood before.
  func formerly(_ places: [String]) -> String
  /// That other units had the same words.
  var maybeAnother: String { get }
  /// The comments that a revision answers.
  func resolves(_ comments: [String]) -> String
  func hintUnitDiff(_ draft: DraftKey, from: Int, to: Int, unit: String) -> String
  func hintUnitLog(_ draft: DraftKey, unit: String) -> String
}
