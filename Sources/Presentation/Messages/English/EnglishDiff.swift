import DraftDiff

extension English {
  var before: String { "before" }
  var after: String { "after" }
  func replies(_ count: Int) -> String { "\(number(count)) \(count == 1 ? "reply" : "replies")" }
  func splitFrom(_ place: String) -> String { "split from \(place)" }
  func mergedFrom(_ place: String) -> String { "merged with \(place)" }
  func leftOut(_ count: Int) -> String {
    "\(number(count)) other \(count == 1 ? "change" : "changes") not shown, as asked"
  }
  var unnamed: String { "KEPT" }
  func unnamedFolded(_ pasal: Int) -> String {
    "\(number(pasal)) Pasal of the amended regulation are not named by the amendment: "
      + "folded (--full)"
  }
  var punctuationOnly: String { "punctuation" }
  func notCompared(_ path: String, _ reason: String) -> String {
    "\(path): not compared. \(reason)"
  }

  func unmerged(_ path: String) -> String { "\(path): not merged yet" }

  var concordance: String { "Pasal side by side" }
  func alikeAsWhole(_ share: Double) -> String {
    "\(percent(share)) of the words and phrases of both regulations are the same"
  }
  var merelyAlike: String {
    "most alike among those left; listed as removed and new"
  }
  func spokenAlike(_ old: String, _ new: String, _ share: Double, isPair: Bool) -> String {
    isPair
      ? "\(old) of the first text answers to \(new) of the second, \(percent(share)) alike."
      : "\(old) of the first text resembles \(new) of the second, \(percent(share)) alike."
  }

  func spokenHead(draft: String?, from: String, to: String) -> String {
    "Comparison of " + (draft.map { "draft \($0), " } ?? "") + "\(from) with \(to)."
  }
  func spokenCount(_ count: Int) -> String {
    "\(number(count)) \(count == 1 ? "change" : "changes")."
  }
  func spokenWarning(_ text: String) -> String { sentence("Check: \(text)") }

  func spokenSummary(
    _ place: String, _ kinds: [ChangeKind], inserted: Int, deleted: Int, comments: Int
  ) -> String {
    var parts = [kinds.map(changeName).joined(separator: " and ")]
    if inserted > 0 { parts.append("\(number(inserted)) words added") }
    if deleted > 0 { parts.append("\(number(deleted)) words deleted") }
    if comments > 0 { parts.append(self.comments(comments)) }
    return "\(place): \(parts.filter { !$0.isEmpty }.joined(separator: ", "))."
  }

  var spokenBecomes: String { "becomes" }
  func spokenInserted(_ place: String, _ text: String) -> String {
    "\(place) new" + (text.isEmpty ? "." : ": \(text)")
  }
  func spokenRemoved(_ place: String, _ text: String) -> String {
    "\(place) removed" + (text.isEmpty ? "." : ": \(text)")
  }

  func spokenEdited(_ place: String, _ edits: [SpokenEdit]) -> String {
    let parts = edits.map { edit in
      let text =
        if edit.old.isEmpty {
          edit.after.isEmpty
            ? "'\(edit.new)' added at the beginning" : "'\(edit.new)' added after '\(edit.after)'"
        } else if edit.new.isEmpty {
          "'\(edit.old)' deleted"
        } else {
          "'\(edit.old)' becomes '\(edit.new)'"
        }
      return edit.isFollowed ? "reference \(text)" : text
    }
    return "\(place) edited: \(parts.joined(separator: "; "))."
  }

  func spokenDeparture(from: String, to: String) -> String { "\(from) moved to \(to)." }
  func spokenArrival(from: String, to: String) -> String { "\(to) moved from \(from)." }
  func spokenSplit(from: String, to: String) -> String { "\(to) is a part of \(from)." }
  func spokenMerged(from: String, to: String) -> String { "\(from) merged into \(to)." }
  func spokenRenumbered(from: String, to: String) -> String { "\(from) renumbered \(to)." }
  func spokenFollowed(_ place: String, from: String, to: String) -> String {
    "\(place): reference '\(from)' followed to '\(to)'."
  }

  func spokenComment(
    _ number: Int, of count: Int, id: String, place: String, from: String, status: String,
    text: String
  ) -> String {
    let head = [from, status].filter { !$0.isEmpty }.joined(separator: ", ")
    return "Comment \(number) of \(count) on \(place), code \(id), \(head): \(text)"
  }
}

// Help
extension English {
  func gitAbstract(_ topic: HelpTopic) -> String {
    topic == .diffDriver
      ? "Show the difference within the output of git diff."
      : "Print a text with one provision a line."
  }

  func gitDiscussion(_ topic: HelpTopic) -> String {
    topic == .diffDriver
      ? "Called by git: git config diff.naskah.command 'naskah diff-driver'. Always exits with 0. "
        + "See docs/git.md."
      : "Called by git: git config diff.naskah.textconv 'naskah textconv'. See docs/git.md."
  }

  func diffOption(_ option: HelpOption) -> String {
    switch option {
    case .only: "Only changes of this sort: substance, references or moves."
    case .diffUnit: "Only this unit, of the old or the new text, as \"Pasal 12\"."
    case .context: "Show so many unchanged neighbours on each side of a change; 0 by default."
    case .openComments: "Show threads of comments whole."
    case .theme: "Colours: default, blue-orange or monochrome; also git config naskah.theme."
    case .screenReader: "Plain sentences one after the other, for screen readers."
    case .hyperlinks: "Links on the terminal: auto (default), always or never."
    case .gitArguments: "The seven arguments that git gives to a program that compares."
    default: "A text file."
    }
  }
}
