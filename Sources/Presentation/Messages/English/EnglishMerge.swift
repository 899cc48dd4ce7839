import DraftDiff

extension English {
  func mergeHead(_ ours: String, _ theirs: String, base: String) -> String {
    "\(ours) merged with \(theirs), common base \(base)"
  }

  func threeWayHead(_ ours: String, _ theirs: String, base: String) -> String {
    "A = \(ours), B = \(theirs), against their common base \(base)"
  }

  var conflict: String { "CONFLICT" }

  func conflictReason(_ reason: MergeConflict.Reason, goneFrom side: String) -> String {
    switch reason {
    case .edits: "both changed the same words"
    case .removal: "removed by \(side), changed by the other"
    case .moves: "moved to different places; not here by \(side)"
    }
  }

  func atLine(_ line: Int) -> String { "line \(number(line))" }

  var byBoth: String { "A and B" }

  var byBothAlike: String { "A and B alike" }

  func mergeNumbers(_ count: Int) -> String {
    "\(number(count)) units only got other numbers; references followed"
  }

  func bothInserted(_ ours: String, _ theirs: String) -> String {
    "\(ours) and \(theirs) were put into the same place by A and B; check their order"
  }

  func lostTarget(_ place: String, _ text: String, by side: String) -> String {
    "\(place), from \(side), refers to \"\(text)\", which the other side removed"
  }

  func merged(_ path: String, conflicts: Int, draft: String) -> String {
    conflicts == 0
      ? "\(path) holds the result, without conflicts. Check it: naskah diff \(draft); "
        + "save it: naskah commit \(draft)"
      : "\(path) holds the result with \(number(conflicts)) "
        + (conflicts == 1 ? "conflict" : "conflicts")
        + " between the marks <<<<<<< and >>>>>>>. Decide in the editor, then: "
        + "naskah commit \(draft)"
  }

  func wouldMerge(conflicts: Int) -> String {
    conflicts == 0
      ? "They merge without conflicts. Nothing was written."
      : "There \(conflicts == 1 ? "is 1 conflict" : "are \(number(conflicts)) conflicts"). "
        + "Nothing was written."
  }

  func nothingToMerge(_ draft: String) -> String {
    "The working text of \(draft) holds both already; nothing changed."
  }

  func mergeParents(_ commits: [String]) -> String {
    "The next revision will be recorded as a merge with "
      + list(commits.map { String($0.prefix(8)) }) + "."
  }

  func mergeLeftFiles(_ files: [String]) -> String {
    "Only the draft's text was merged. Other files changed there were not taken, so the next "
      + "revision will not be recorded as a merge: \(list(files))."
  }

  var driverSides: (ours: String, theirs: String) { ("ours", "theirs") }

  func driverConflicts(_ path: String, _ count: Int) -> String {
    "\(path): \(number(count)) " + (count == 1 ? "conflict" : "conflicts")
  }

  var commonText: String { "before" }

  var nobodyChanged: String { "Both are as their common base." }

  var unchangedHere: String { "unchanged" }

  func changedByBoth(_ count: Int) -> String {
    "\(number(count)) " + (count == 1 ? "unit" : "units") + " changed by A and B"
  }
}

// Help
extension English {
  func mergeAbstract(_ topic: HelpTopic) -> String {
    topic == .merge
      ? "Merge two revisions of a draft, unit by unit." : "Merge a draft within git merge."
  }

  func mergeDiscussion(_ topic: HelpTopic) -> String {
    topic == .merge
      ? "For example: naskah merge pekat pekat@usulan (the last revision with the branch usulan), "
        + "naskah merge pekat@3 pekat@1f3a. Changes of different units are put together, numbers "
        + "and references follow; what is in conflict is written with both texts between the marks "
        + "<<<<<<< and >>>>>>>, for the drafter to decide. Exits with 1 when there are conflicts."
      : "Called by git: git config merge.naskah.driver 'naskah merge-driver %O %A %B %L %P'. "
        + "See docs/git.md."
  }

  func mergeOption(_ option: HelpOption) -> String {
    switch option {
    case .diffBase:
      "Compare two revisions against their common base: --base KEY@A KEY@B; of three revisions the "
        + "first is the base."
    case .mergeRevisions:
      "KEY@A KEY@B; KEY alone is the last revision. REV may be a branch or a commit."
    case .mergeBase: "The revision that both grew from; found in the history without it."
    default: "Base, our side, their side, length of marks and name of the file, from git."
    }
  }
}
