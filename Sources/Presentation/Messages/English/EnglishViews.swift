import DraftDiff
import LegalText
import ReviewModel

extension English {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  func number(_ value: Int) -> String { Listing.grouped(value, separator: ",") }

  func date(_ date: CalendarDate) -> String {
    "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
  }

  func pasalCount(_ count: Int) -> String { "\(number(count)) Pasal" }

  func unitCount(_ kind: UnitKind, _ count: Int) -> String {
    "\(number(count)) \(unitKind(kind))"
  }

  func comments(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "comment" : "comments")"
  }

  func shownComments(_ count: Int) -> String { "\(comments(count)) shown" }

  func commentCounts(_ counts: CommentCounts) -> String {
    if counts.total == 0 { return "none yet" }
    let withdrawn = counts.withdrawn > 0 ? ", \(number(counts.withdrawn)) withdrawn" : ""
    if counts.open == 0, counts.withdrawn == 0 {
      return "\(number(counts.total)), all answered"
    }
    return "\(number(counts.total)): \(number(counts.answered)) answered, "
      + "\(number(counts.open)) waiting for an answer\(withdrawn)"
  }

  func resolves(_ count: Int) -> String { "acts on \(comments(count))" }
  func draftTitle(_ title: String) -> String {
    ["raperda", "rancangan", "peraturan"].contains { title.lowercased().hasPrefix($0) }
      ? title : "Raperda tentang \(title)"
  }

  func draftKind(_ kind: DraftInfo.Kind) -> String {
    switch kind {
    case .new: "new regulation"
    case .amendment: "amendment"
    }
  }

  func initiatedBy(_ initiator: String) -> String { "proposed by \(initiator)" }
  func unitKind(_ kind: UnitKind) -> String { Indonesian().unitKind(kind) }
  func revision(_ number: Int) -> String { "r\(number)" }
  var workingText: String { "working text" }
  var unsavedChanges: String { "unsaved changes" }
  var noRevision: String { "no revision yet" }
  var noRevisionYet: String { "There is no revision yet." }
  var noDraftYet: String { "This workbench has no drafts yet." }
  var lastRevision: String { "last revision" }
  var contents: String { "holds" }
  var inputs: String { "comments" }
  var places: String { "places" }
  var text: String { "text" }
  var unheard: String { "not heard yet" }
  var route: String { "route" }
  var stage: String { "stage" }
  var amends: String { "amends" }

  func statusHead(drafts: Int, comments: CommentCounts) -> String {
    let head =
      "\(number(drafts)) \(drafts == 1 ? "draft" : "drafts") · \(self.comments(comments.total))"
    guard comments.total > 0 else { return head }
    return head + ": \(number(comments.answered)) answered, \(number(comments.open)) waiting"
  }

  func detached(_ count: Int) -> String {
    "\(comments(count)) detached from \(count == 1 ? "its" : "their") place"
  }

  func everyGroup(_ count: Int) -> String { "all \(number(count)) groups" }

  func status(_ status: CommentThread.Status) -> String {
    switch status {
    case .open: "not answered"
    case .accepted: "accepted"
    case .partial: "accepted in part"
    case .rejected: "rejected"
    case .noted: "noted"
    case .outOfScope: "out of scope"
    case .withdrawn: "withdrawn"
    }
  }

  func state(_ state: Placement.State) -> String {
    switch state {
    case .current: "as it was"
    case .moved: "moved"
    case .changed: "text changed"
    case .detached: "detached"
    }
  }

  func nowAt(_ place: String) -> String { "now \(place)" }

  func detachedFrom(_ parent: String?) -> String {
    parent.map { "detached; it was held by \($0)" } ?? "detached; that part is gone"
  }

  func placeNote(_ note: String) -> String { "place as given: \(note)" }
  func sameText(_ others: Int) -> String { "same text as \(comments(others))" }
  func answer(_ from: String, _ status: String) -> String { "Answer \(from): \(status)" }
  var wholeDraft: String { "the whole draft" }
  var nameKept: String { "name withheld" }
  var textMissing: String { "(its text was erased or has not arrived)" }
  var noComment: String { "No comments." }

  func citedBy(_ unit: String, _ count: Int) -> String {
    "\(unit) is cited \(number(count)) \(count == 1 ? "time" : "times")"
  }

  func termsUsed(_ count: Int) -> String { "Defined terms used: \(number(count))" }
  var noTermUsed: String { "No defined term is used here." }
  func folded(_ count: Int) -> String { "\(number(count)) \(count == 1 ? "unit" : "units") folded" }

  func notCited(_ unit: String) -> String { "Nothing in this text cites \(unit)." }

  func changeClass(_ kind: ChangeKind) -> String {
    switch kind {
    case .inserted: "NEW"
    case .removed: "GONE"
    case .edited: "EDIT"
    case .moved: "MOVED"
    case .renumbered: "NUMBER"
    case .split: "SPLIT"
    case .merged: "MERGED"
    }
  }

  func changes(_ summary: ChangeSummary) -> String {
    let pasal = [
      (summary.inserted, "new"), (summary.removed, "removed"), (summary.moved, "moved"),
      (summary.split, "split"), (summary.merged, "merged"), (summary.renumbered, "renumbered"),
    ].filter { $0.0 > 0 }.map { "\(number($0.0)) \($0.1)" }
    var parts: [String] = []
    if !pasal.isEmpty { parts.append("Pasal: " + pasal.joined(separator: ", ")) }
    if summary.edited > 0 {
      parts.append("\(number(summary.edited)) \(summary.edited == 1 ? "part" : "parts") edited")
    }
    return parts.isEmpty ? "no change of content" : parts.joined(separator: " · ")
  }

  func wordsChanged(inserted: Int, deleted: Int) -> String {
    let parts =
      (inserted > 0 ? ["+\(number(inserted))"] : []) + (deleted > 0 ? ["−\(number(deleted))"] : [])
    return parts.isEmpty ? "" : parts.joined(separator: " ") + " words"
  }

  func renumberedFolded(pasal: Int, others: Int, references: Int) -> String {
    var parts: [String] = []
    if pasal > 0 { parts.append("\(number(pasal)) Pasal") }
    if others > 0 { parts.append("\(number(others)) ayat or items") }
    var text = parts.isEmpty ? "" : parts.joined(separator: " and ") + " renumbered"
    if references > 0 {
      text +=
        (text.isEmpty ? "" : ", ")
        + "\(number(references)) \(references == 1 ? "reference" : "references") carried along"
    }
    return text + ": folded (--full)"
  }

  func staleReference(in place: String, to target: String, now: String) -> String {
    "\(place) still refers to \"\(target)\"; what stood there is now \(now)"
  }

  func forgottenNotes(first: String, now: String?, others: Int) -> String {
    let explained = now.map { "what it explains is now \($0)" } ?? "what it explains was removed"
    let more =
      others > 0 ? "; so with \(number(others)) other \(others == 1 ? "note" : "notes")" : ""
    return "\(first) was left as it was: \(explained)\(more)"
  }

  func replacedReference(in place: String, to target: String) -> String {
    "\(place) refers to \"\(target)\", whose text was removed; another provision has that number now"
  }

  func danglingReference(in place: String, to target: String) -> String {
    "\(place) refers to \"\(target)\", which is gone"
  }

  func figureDisagrees(in place: String, _ figure: String) -> String {
    "\(place): the figure and its words disagree: \"\(figure)\""
  }

  func movedFrom(_ place: String) -> String { "↷ from \(place)" }
  func movedTo(_ place: String) -> String { "↷ to \(place)" }
  var attention: String { "CHECK" }
  var coarseWords: String {
    "Too long to compare word by word; shown as replaced as a whole."
  }
  var noDifference: String { "No differences." }

  func hintCommit(_ draft: DraftKey) -> String {
    "Record a revision: naskah commit \(draft) -m MESSAGE"
  }
  func hintLog(_ draft: DraftKey) -> String { "Its history: naskah log \(draft)" }
  func hintDiff(_ draft: DraftKey, from: Int, to: Int) -> String {
    "See what changed: naskah diff \(draft)@\(from)..\(to)"
  }
  func hintOpen(_ draft: DraftKey) -> String {
    "What waits: naskah comment list \(draft) --status open"
  }
  func hintShowComment(_ id: String) -> String { "The whole of it: naskah comment show \(id)" }
  func hintAnswer(_ id: String, isOpen: Bool) -> String {
    isOpen
      ? "To answer: naskah respond \(id) --accept --reason REASON"
      : "To add to it: naskah comment reply \(id) -m TEXT"
  }
  func hintComment(_ revision: String) -> String {
    "To comment: naskah comment add \(revision) \"Pasal …\" -m TEXT"
  }
  var hintDraftAdd: String { "To start a draft: naskah draft add KEY --title TITLE" }
}
