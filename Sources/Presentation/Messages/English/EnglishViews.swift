import DraftDiff
import LegalText
import ReviewModel

extension English {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  public func number(_ value: Int) -> String { Listing.grouped(value, separator: ",") }

  public func date(_ date: CalendarDate) -> String {
    "\(date.day) \(Self.months[date.month - 1]) \(date.year)"
  }

  public func pasalCount(_ count: Int) -> String { "\(number(count)) Pasal" }

  public func unitCount(_ kind: UnitKind, _ count: Int) -> String {
    "\(number(count)) \(unitKind(kind))"
  }

  public func comments(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "comment" : "comments")"
  }

  public func commentCounts(_ counts: CommentCounts) -> String {
    if counts.total == 0 { return "none yet" }
    if counts.open == 0 { return "\(number(counts.total)), all answered" }
    return "\(number(counts.total)): \(number(counts.answered)) answered, "
      + "\(number(counts.open)) waiting for an answer"
  }

  public func resolves(_ count: Int) -> String { "answers \(comments(count))" }
  public func draftTitle(_ title: String) -> String {
    ["raperda", "rancangan", "peraturan"].contains { title.lowercased().hasPrefix($0) }
      ? title : "Raperda tentang \(title)"
  }

  public func draftKind(_ kind: DraftInfo.Kind) -> String {
    switch kind {
    case .new: "new regulation"
    case .amendment: "amendment"
    }
  }

  public func initiatedBy(_ initiator: String) -> String { "proposed by \(initiator)" }
  public func unitKind(_ kind: UnitKind) -> String { Indonesian().unitKind(kind) }
  public func revision(_ number: Int) -> String { "r\(number)" }
  public var workingText: String { "working text" }
  public var unsavedChanges: String { "unsaved changes" }
  public var noRevision: String { "no revision yet" }
  public var noRevisionYet: String { "There is no revision yet." }
  public var noDraftYet: String { "This workbench has no drafts yet." }
  public var lastRevision: String { "last revision" }
  public var contents: String { "holds" }
  public var inputs: String { "comments" }
  public var places: String { "places" }
  public var text: String { "text" }
  public var unheard: String { "not heard yet" }
  public var route: String { "route" }
  public var stage: String { "stage" }
  public var amends: String { "amends" }

  public func statusHead(drafts: Int, comments: CommentCounts) -> String {
    let head = "\(number(drafts)) \(drafts == 1 ? "draft" : "drafts") · \(self.comments(comments.total))"
    guard comments.total > 0 else { return head }
    return head + ": \(number(comments.answered)) answered, \(number(comments.open)) waiting"
  }

  public func detached(_ count: Int) -> String {
    "\(comments(count)) detached from \(count == 1 ? "its" : "their") place"
  }

  public func everyGroup(_ count: Int) -> String { "all \(number(count)) groups" }

  public func status(_ status: CommentThread.Status) -> String {
    switch status {
    case .open: "not answered"
    case .accepted: "accepted"
    case .partial: "accepted in part"
    case .rejected: "rejected"
    case .noted: "noted"
    case .outOfScope: "out of scope"
    }
  }

  public func state(_ state: Placement.State) -> String {
    switch state {
    case .current: "as it was"
    case .moved: "moved"
    case .changed: "text changed"
    case .detached: "detached"
    }
  }

  public func nowAt(_ place: String) -> String { "now \(place)" }

  public func detachedFrom(_ parent: String?) -> String {
    parent.map { "detached; it was held by \($0)" } ?? "detached; that part is gone"
  }

  public func placeNote(_ note: String) -> String { "place as given: \(note)" }
  public func sameText(_ others: Int) -> String { "same text as \(comments(others))" }
  public func answer(_ from: String, _ status: String) -> String { "Answer \(from): \(status)" }
  public var wholeDraft: String { "the whole draft" }
  public var nameKept: String { "name withheld" }
  public var textMissing: String { "(its text was erased or has not arrived)" }
  public var noComment: String { "No comments." }

  public func citedBy(_ unit: String, _ count: Int) -> String {
    "\(unit) is cited \(number(count)) \(count == 1 ? "time" : "times")"
  }

  public func notCited(_ unit: String) -> String { "Nothing in this text cites \(unit)." }

  public func changeClass(_ kind: ChangeKind) -> String {
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

  public func changes(_ summary: ChangeSummary) -> String {
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

  public func wordsChanged(inserted: Int, deleted: Int) -> String {
    let parts =
      (inserted > 0 ? ["+\(number(inserted))"] : []) + (deleted > 0 ? ["−\(number(deleted))"] : [])
    return parts.isEmpty ? "" : parts.joined(separator: " ") + " words"
  }

  public func renumberedFolded(pasal: Int, others: Int, references: Int) -> String {
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

  public func staleReference(in place: String, to target: String, now: String) -> String {
    "\(place) still refers to \"\(target)\"; what stood there is now \(now)"
  }

  public func danglingReference(in place: String, to target: String) -> String {
    "\(place) refers to \"\(target)\", which is gone"
  }

  public func figureDisagrees(in place: String, _ figure: String) -> String {
    "\(place): the figure and its words disagree: \"\(figure)\""
  }

  public func movedFrom(_ place: String) -> String { "↷ from \(place)" }
  public func movedTo(_ place: String) -> String { "↷ to \(place)" }
  public func formerly(_ place: String) -> String { "formerly \(place)" }
  public var attention: String { "CHECK" }
  public var numbersOnly: String { "only its number and references changed" }
  public var coarseWords: String {
    "Too long to compare word by word; shown as replaced as a whole."
  }
  public var noDifference: String { "No differences." }

  public func hintCommit(_ draft: DraftKey) -> String {
    "Record a revision: naskah commit \(draft) -m MESSAGE"
  }
  public func hintLog(_ draft: DraftKey) -> String { "Its history: naskah log \(draft)" }
  public func hintDiff(_ draft: DraftKey, from: Int, to: Int) -> String {
    "See what changed: naskah diff \(draft)@\(from)..\(to)"
  }
  public func hintOpen(_ draft: DraftKey) -> String {
    "What waits: naskah comment list \(draft) --status open"
  }
  public func hintShowComment(_ id: String) -> String { "The whole of it: naskah comment show \(id)" }
  public func hintAnswer(_ id: String, isOpen: Bool) -> String {
    isOpen
      ? "To answer: naskah respond \(id) --accept --reason REASON"
      : "To add to it: naskah comment reply \(id) -m TEXT"
  }
  public func hintComment(_ revision: String) -> String {
    "To comment: naskah comment add \(revision) \"Pasal …\" -m TEXT"
  }
  public var hintDraftAdd: String { "To start a draft: naskah draft add KEY --title TITLE" }
}
