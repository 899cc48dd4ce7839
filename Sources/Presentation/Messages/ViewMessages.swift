import DraftDiff
import LegalText
import ReviewModel

/// Words for what is shown.
public protocol ViewMessages: Sendable {
  // Quantities
  func number(_ value: Int) -> String
  func date(_ date: CalendarDate) -> String
  func pasalCount(_ count: Int) -> String
  func unitCount(_ kind: UnitKind, _ count: Int) -> String
  func comments(_ count: Int) -> String
  /// The count where a list holds no more than it was asked for.
  func shownComments(_ count: Int) -> String
  func commentCounts(_ counts: CommentCounts) -> String
  func resolves(_ count: Int) -> String

  // Drafts
  func draftTitle(_ title: String) -> String
  func draftKind(_ kind: DraftInfo.Kind) -> String
  func initiatedBy(_ initiator: String) -> String
  func unitKind(_ kind: UnitKind) -> String
  func revision(_ number: Int) -> String
  var workingText: String { get }
  var unsavedChanges: String { get }
  var noRevision: String { get }
  var noRevisionYet: String { get }
  var noDraftYet: String { get }
  var lastRevision: String { get }
  var contents: String { get }
  var inputs: String { get }
  var places: String { get }
  var text: String { get }
  var unheard: String { get }
  var route: String { get }
  var stage: String { get }
  var amends: String { get }
  func statusHead(drafts: Int, comments: CommentCounts) -> String
  func detached(_ count: Int) -> String
  func everyGroup(_ count: Int) -> String

  // Comments
  func status(_ status: CommentThread.Status) -> String
  func state(_ state: Placement.State) -> String
  func nowAt(_ place: String) -> String
  func detachedFrom(_ parent: String?) -> String
  func placeNote(_ note: String) -> String
  func sameText(_ others: Int) -> String
  func answer(_ from: String, _ status: String) -> String
  var wholeDraft: String { get }
  var nameKept: String { get }
  var textMissing: String { get }
  var noComment: String { get }

  // Citations
  func citedBy(_ unit: String, _ count: Int) -> String
  func notCited(_ unit: String) -> String

  // Terms
  func termsUsed(_ count: Int) -> String
  var noTermUsed: String { get }

  // Outline
  func folded(_ count: Int) -> String

  // Differences
  func changeClass(_ kind: ChangeKind) -> String
  func changes(_ summary: ChangeSummary) -> String
  func wordsChanged(inserted: Int, deleted: Int) -> String
  func renumberedFolded(pasal: Int, others: Int, references: Int) -> String
  func staleReference(in place: String, to target: String, now: String) -> String
  func danglingReference(in place: String, to target: String) -> String
  /// Where the target went and something else has its number.
  func replacedReference(in place: String, to target: String) -> String
  /// Notes of the penjelasan that stand at other provisions now: the first, where what it explains
  /// is now (nil where that was removed), and how many others.
  func forgottenNotes(first: String, now: String?, others: Int) -> String
  func figureDisagrees(in place: String, _ figure: String) -> String
  func movedFrom(_ place: String) -> String
  func movedTo(_ place: String) -> String
  var attention: String { get }
  var coarseWords: String { get }
  var noDifference: String { get }

  // What to do next
  func hintCommit(_ draft: DraftKey) -> String
  func hintLog(_ draft: DraftKey) -> String
  func hintDiff(_ draft: DraftKey, from: Int, to: Int) -> String
  func hintOpen(_ draft: DraftKey) -> String
  func hintShowComment(_ id: String) -> String
  func hintAnswer(_ id: String, isOpen: Bool) -> String
  func hintComment(_ revision: String) -> String
  var hintDraftAdd: String { get }
}

/// Words for what a command has done, and for the editor.
public protocol NoticeMessages: Sendable {
  func initialised(_ path: String, drafts: Int, revisions: Int) -> String
  func draftAdded(_ key: DraftKey, path: String) -> String
  func committed(_ report: CommitReport) -> [String]
  func nothingToCommit(_ drafts: [DraftKey]) -> String
  func noUnsavedChanges(_ drafts: [DraftKey]) -> String
  func restored(_ key: DraftKey, revision: Int, path: String) -> String
  func alreadyRestored(_ key: DraftKey, revision: Int) -> String
  func commented(_ id: String, place: String) -> String
  func commentedOnWorkingText(_ revision: String) -> String
  func replied(_ id: String) -> String
  func answered(_ id: String, _ status: CommentThread.Status) -> String
  func imported(_ report: ImportReport) -> [String]
  func rejection(_ reason: ImportReport.Rejection.Reason) -> String
  var rejectedLineColumn: String { get }
  var rejectedReasonColumn: String { get }
  func abandoned() -> String
  /// The lines below the cut of an editor's template; each is a comment line.
  func template(place: String, words: String) -> [String]
  func importing(_ done: Int, of total: Int) -> String
  func exchanging(_ progress: ExchangeProgress) -> String
  func skippedUnknownRefs(_ count: Int) -> String
}
