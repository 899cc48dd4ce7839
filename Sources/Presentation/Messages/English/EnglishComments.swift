import ReviewModel

extension English {
  func edited(_ date: String) -> String { "edited \(date)" }
  func withdrawn(_ date: String) -> String { "Withdrawn by its author \(date)" }
  func movedByHand(from place: String) -> String { "moved by hand from \(place)" }

  func assigned(to office: String, due: String?) -> String {
    "to be answered by \(office)" + (due.map { ", due \($0)" } ?? "")
  }

  func attached(_ files: [String]) -> String {
    "\(files.count == 1 ? "attachment" : "attachments"): \(files.joined(separator: ", "))"
  }

  func ineffective(_ count: Int) -> String {
    count == 1
      ? "1 event by someone else than its author changed nothing"
      : "\(number(count)) events by others than its author changed nothing"
  }

  func unknownEvents(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "event" : "events") of a newer version"
  }

  func more(_ count: Int) -> String { "… and \(number(count)) more" }
  var manyMore: String { "… and many more" }

  var deadlines: String { "due" }

  func deadlines(_ counts: CommentCounts) -> String {
    var parts = ["\(number(counts.due)) with a last day"]
    if counts.overdue > 0 { parts.append("\(number(counts.overdue)) overdue") }
    if let next = counts.nextDue { parts.append("the first \(date(next))") }
    return parts.joined(separator: ", ")
  }

  func commentEdited(_ id: String) -> String { "Comment \(id) has new words." }
  func commentWithdrawn(_ id: String) -> String { "Comment \(id) is withdrawn." }
  func commentMoved(_ id: String, to place: String) -> String {
    "Comment \(id) now stands at \(place)."
  }

  func commentsAssigned(_ ids: [String], to office: String, due: CalendarDate?) -> String {
    "\(ids.count == 1 ? "Comment \(ids[0]) is" : "\(comments(ids.count)) are") assigned to \(office)"
      + (due.map { ", due \(date($0))" } ?? "") + "."
  }

  func groupAnswered(_ count: Int, others: Int, _ status: CommentThread.Status) -> String {
    "\(comments(count)) answered: \(self.status(status))."
      + (others > 0 ? " \(number(others)) answered or withdrawn before stay as they were." : "")
  }

  func indexed(_ comments: Int, unreadable: Int) -> [String] {
    ["The index was made anew: \(self.comments(comments))."]
      + (unreadable > 0 ? [skippedUnknownRefs(unreadable)] : [])
  }

  func attachmentsSaved(_ paths: [String]) -> [String] { paths.map { "Saved: \($0)" } }
  var noAttachment: String { "The comment has no attachment here." }

  var noGroup: String { "No two comments say the same." }

  func groups(_ count: Int, comments: Int) -> String {
    "\(number(count)) \(count == 1 ? "group" : "groups") · \(self.comments(comments))"
  }

  func letterGroup(_ count: Int, open: Int) -> String {
    "\(comments(count)) · \(open == 0 ? "all answered" : "\(number(open)) not answered")"
  }

  func sameWords(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "sender" : "senders") without words of their own"
  }

  var ownWords: String { "own words" }
  func hintRespondGroup(_ id: String) -> String {
    "To answer them all: naskah respond --group \(id) --note --reason REASON"
  }

  func wouldImport(_ report: ImportReport) -> [String] {
    [
      "\(number(report.rows)) rows: \(number(report.imported)) would be imported, "
        + "\(number(report.present)) are present, \(number(report.rejected.count)) would be "
        + "rejected. Nothing was written."
    ]
  }

  var readAsWindows1252: String { "The file was read as Windows-1252." }

  func mappingKept(_ columns: [String]) -> String {
    "Kept for files with these columns: \(columns.joined(separator: ", "))."
  }

  func mappingUsed(_ columns: [String]) -> String {
    "Columns as kept before: \(columns.joined(separator: ", "))."
  }
}
