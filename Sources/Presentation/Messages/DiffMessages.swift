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
  /// Why a text is not compared in git's output.
  func notCompared(_ path: String, _ reason: String) -> String

  /// What is said of a path in conflict.
  func unmerged(_ path: String) -> String

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
  /// A text as a sentence: its first letter large, a full stop at its end.
  func sentence(_ text: String) -> String {
    let sentence = text.prefix(1).uppercased() + text.dropFirst()
    return [".", "!", "?"].contains(sentence.last) ? sentence : sentence + "."
  }
}
