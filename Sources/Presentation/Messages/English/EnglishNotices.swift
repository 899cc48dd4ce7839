import ReviewModel

extension English {
  func initialised(_ path: String, drafts: Int, revisions: Int) -> String {
    drafts == 0
      ? "Workbench made in \(path)."
      : "Workbench made in \(path): \(number(drafts)) drafts, \(number(revisions)) revisions."
  }

  func draftAdded(_ key: DraftKey, path: String) -> String {
    "Draft \(key) started; its text is \(path)."
  }

  func committed(_ report: CommitReport) -> [String] {
    report.revisions.map { entry in
      "\(entry.draft) r\(entry.revision) saved (\(report.commit.prefix(7)))"
        + (entry.changes.map { ": \(changes($0))" } ?? "") + "."
        + (entry.joined.isEmpty
          ? "" : " Merged with \(list(entry.joined.map { String($0.prefix(8)) })).")
    } + (report.resolves.isEmpty ? [] : ["The revision \(resolves(report.resolves.count))."])
  }

  func nothingToCommit(_ drafts: [DraftKey]) -> String {
    "Nothing to save in \(scope(drafts))."
  }

  func noUnsavedChanges(_ drafts: [DraftKey]) -> String {
    "No unsaved changes in \(scope(drafts))."
  }

  private func scope(_ drafts: [DraftKey]) -> String {
    drafts.isEmpty ? "any draft" : list(drafts.map(\.description))
  }

  func restored(_ key: DraftKey, revision: Int, path: String) -> String {
    "The text of \(key) r\(revision) is now the working text in \(path); save it with: naskah commit \(key)"
  }

  func alreadyRestored(_ key: DraftKey, revision: Int) -> String {
    "The working text of \(key) is that of r\(revision) already; nothing was changed."
  }

  func commented(_ id: String, place: String) -> String {
    "Comment \(id) recorded on \(place)."
  }

  func commentedOnWorkingText(_ revision: String) -> String {
    "The comment was placed on \(revision); the working text differs from it."
  }

  func replied(_ id: String) -> String { "Reply to comment \(id) recorded." }

  func answered(_ id: String, _ status: CommentThread.Status) -> String {
    "Comment \(id) answered: \(self.status(status))."
  }

  func imported(_ report: ImportReport) -> [String] {
    var lines = [
      "\(number(report.rows)) rows: \(number(report.imported)) imported, "
        + "\(number(report.present)) already present, \(number(report.rejected.count)) rejected."
    ]
    if report.unplaced > 0 {
      lines.append(
        "\(number(report.unplaced)) name a place that is not known; they were recorded on the "
          + "whole draft with a note.")
    }
    if let file = report.rejectFile { lines.append("Rejected rows and why: \(file)") }
    return lines
  }

  func rejection(_ reason: ImportReport.Rejection.Reason) -> String {
    switch reason {
    case .textEmpty: "the text is empty"
    case .textTooLong(let bytes): "the text is too long (\(number(bytes)) bytes)"
    case .dateInvalid(let text): "there is no date \"\(text)\""
    case .columns(let found, let expected):
      "\(number(found)) columns instead of \(number(expected))"
    case .draftUnknown(let key): "there is no draft \"\(key)\""
    case .revisionUnknown(let revision): "there is no revision \"\(revision)\""
    case .notUTF8: "not UTF-8 text"
    }
  }

  var rejectedLineColumn: String { "line" }
  var rejectedReasonColumn: String { "reason" }
  func abandoned() -> String { "The text is empty; nothing was saved." }

  func template(place: String, words: String) -> [String] {
    [
      "Write above this line. Lines that begin with # are not saved.",
      "An empty text abandons.", "", place,
    ] + (words.isEmpty ? [] : [words])
  }

  func importing(_ done: Int, of total: Int) -> String {
    "Importing \(number(done)) of \(number(total)) rows"
  }

  func exchanging(_ progress: ExchangeProgress) -> String {
    switch progress.step {
    case .receiving: "Receiving \(progress.percent) %"
    case .sending: "Sending \(progress.percent) %"
    }
  }

  func skippedUnknownRefs(_ count: Int) -> String {
    "\(number(count)) logs cannot be read and were left out; to look: git for-each-ref refs/naskah-seen"
  }
}
