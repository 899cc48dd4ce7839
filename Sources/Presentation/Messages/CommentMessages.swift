import ReviewModel

/// Words on comments: their threads, groups and intake.
public protocol CommentMessages: Sendable {
  // Threads
  func edited(_ date: String) -> String
  func withdrawn(_ date: String) -> String
  func movedByHand(from place: String) -> String
  func assigned(to office: String, due: String?) -> String
  func attached(_ files: [String]) -> String
  func ineffective(_ count: Int) -> String
  func unknownEvents(_ count: Int) -> String
  func more(_ count: Int) -> String
  var manyMore: String { get }

  // Status
  var deadlines: String { get }
  func deadlines(_ counts: CommentCounts) -> String

  // What was done
  func commentEdited(_ id: String) -> String
  func commentWithdrawn(_ id: String) -> String
  func commentMoved(_ id: String, to place: String) -> String
  func commentsAssigned(_ ids: [String], to office: String, due: CalendarDate?) -> String
  func groupAnswered(_ count: Int, others: Int, _ status: CommentThread.Status) -> String
  func indexed(_ comments: Int, unreadable: Int) -> [String]
  func attachmentsSaved(_ paths: [String]) -> [String]
  var noAttachment: String { get }

  // Groups
  var noGroup: String { get }
  func groups(_ count: Int, comments: Int) -> String
  func letterGroup(_ count: Int, open: Int) -> String
  func sameWords(_ count: Int) -> String
  var ownWords: String { get }
  func hintRespondGroup(_ id: String) -> String

  // Intake
  func wouldImport(_ report: ImportReport) -> [String]
  func mappingKept(_ columns: [String]) -> String
  func mappingUsed(_ columns: [String]) -> String
  var readAsWindows1252: String { get }
}
