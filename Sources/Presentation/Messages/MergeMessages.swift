import DraftDiff

/// Words on merging, and on two texts against their common one.
public protocol MergeMessages: Sendable {
  /// What is merged: names of both sides and of the common text.
  func mergeHead(_ ours: String, _ theirs: String, base: String) -> String
  /// What two texts are seen against.
  func threeWayHead(_ ours: String, _ theirs: String, base: String) -> String
  /// The mark of what a person has to decide.
  var conflict: String { get }
  func conflictReason(_ reason: MergeConflict.Reason, goneFrom side: String) -> String
  /// The line at which something stands.
  func atLine(_ line: Int) -> String
  /// Who did something that both did.
  var byBoth: String { get }
  /// Both did the very same.
  var byBothAlike: String { get }
  /// How many units of both sides only got other numbers.
  func mergeNumbers(_ count: Int) -> String
  func bothInserted(_ ours: String, _ theirs: String) -> String
  func lostTarget(_ place: String, _ text: String, by side: String) -> String
  func merged(_ path: String, conflicts: Int, draft: String) -> String
  func wouldMerge(conflicts: Int) -> String
  func nothingToMerge(_ draft: String) -> String
  func mergeParents(_ commits: [String]) -> String
  func mergeLeftFiles(_ files: [String]) -> String
  /// What the sides are called where git names none.
  var driverSides: (ours: String, theirs: String) { get }
  func driverConflicts(_ path: String, _ count: Int) -> String
  /// The head of the pane of the common text.
  var commonText: String { get }
  /// Neither text differs from the common one.
  var nobodyChanged: String { get }
  /// A text that a side left as it was.
  var unchangedHere: String { get }
  /// How many changes both sides made to the same units.
  func changedByBoth(_ count: Int) -> String
}
