import DraftDiff
import ReviewModel

/// Words of a rendered difference.
public protocol DiffMessages: Sendable {
  /// The heads of the two panes.
  var before: String { get }
  var after: String { get }
  func replies(_ count: Int) -> String
  func splitFrom(_ place: String) -> String
  func mergedFrom(_ place: String) -> String
  /// How many changes a filter leaves out.
  func leftOut(_ count: Int) -> String
  /// The mark of what an amendment does not name.
  var unnamed: String { get }
  /// How many Pasal an amendment does not name.
  func unnamedFolded(_ pasal: Int) -> String
  /// In place of a count of words, where none changed.
  var punctuationOnly: String { get }
  /// Why a text is not compared in git's output.
  func notCompared(_ path: String, _ reason: String) -> String

  /// What is said of a path in conflict.
  func unmerged(_ path: String) -> String

  // Two acts side by side
  /// The head of the table of Pasal that answer to each other.
  var concordance: String { get }
  /// How alike two acts are as a whole, 0…1.
  func alikeAsWhole(_ share: Double) -> String
  /// What the sign of a merely alike Pasal means.
  var merelyAlike: String { get }
  func spokenAlike(_ old: String, _ new: String, _ share: Double, isPair: Bool) -> String

  // Plain sentences, for those who listen
  func spokenHead(draft: String?, from: String, to: String) -> String
  func spokenCount(_ count: Int) -> String
  func spokenWarning(_ sentence: String) -> String
  func spokenSummary(
    _ place: String, _ kinds: [ChangeKind], inserted: Int, deleted: Int, comments: Int
  ) -> String
  var spokenBecomes: String { get }
  func spokenInserted(_ place: String, _ text: String) -> String
  func spokenRemoved(_ place: String, _ text: String) -> String
  func spokenEdited(_ place: String, _ edits: [SpokenEdit]) -> String
  func spokenDeparture(from: String, to: String) -> String
  func spokenArrival(from: String, to: String) -> String
  func spokenSplit(from: String, to: String) -> String
  func spokenMerged(from: String, to: String) -> String
  func spokenRenumbered(from: String, to: String) -> String
  func spokenFollowed(_ place: String, from: String, to: String) -> String
  func spokenComment(
    _ number: Int, of count: Int, id: String, place: String, from: String, status: String,
    text: String
  ) -> String
}

extension DiffMessages {
  /// A share as people read it: `62 %`.
  func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A text as a sentence: its first letter large, a full stop at its end.
  func sentence(_ text: String) -> String {
    let sentence = text.prefix(1).uppercased() + text.dropFirst()
    return [".", "!", "?"].contains(sentence.last) ? sentence : sentence + "."
  }
}
