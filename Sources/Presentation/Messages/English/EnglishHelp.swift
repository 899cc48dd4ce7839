extension English {
  func abstract(_ topic: HelpTopic) -> String {
    switch topic {
    case .root: "A review workbench for draft regional regulations."
    case .`init`: "Make a workbench, from a folder of drafts and seeds if wanted."
    case .draft: "Start and list drafts."
    case .draftAdd: "Start a draft."
    case .draftList: "List the drafts."
    case .draftShow: "Show what a draft is."
    case .restore: "Make the text of a revision the working text."
    case .commit: "Record a revision of the drafts that changed."
    case .log: "Show the revisions of a draft, or the history of one unit."
    case .blame: "Show the revision that last changed each unit, and the comments it answers."
    case .show: "Show the text of a draft, or one unit of it."
    case .outline: "Show the units of a text."
    case .fmt: "Lay a text out in canonical form; no word changes."
    case .renumber: "Close gaps in the numbers of a text and carry references along."
    case .check: "Check a text against the drafting rules (UU 12/2011, Lampiran II)."
    case .diff: "Compare two texts; alone: all unsaved changes."
    case .comment: "Record and read comments."
    case .commentAdd: "Comment on a draft or a unit of it."
    case .commentList: "List comments."
    case .commentShow: "Show one comment with its thread."
    case .commentReply: "Reply to a comment."
    case .commentImport: "Import comments from a CSV or XLSX file."
    case .respond: "Answer a comment, with the reason."
    case .status: "Show what waits for whom."
    case .importText: "Bring a text in: plain text, Markdown, OCR, DOCX or PDF."
    case .manual: "Print the manual page."
    case .commentEdit: "Give a comment of one's own new words."
    case .commentWithdraw: "Withdraw a comment of one's own; it stays on record."
    case .commentMove: "Give a comment another place in its draft."
    case .commentGroups: "Show comments that say the same, with each sender's own words."
    case .assign: "Say which office is to answer comments, and by when."
    case .reindex: "Make the index of comments anew."
    case .merge, .mergeDriver: mergeAbstract(topic)
    case .diffDriver, .textconv: gitAbstract(topic)
    case .key, .keyInit, .keyList, .keyRole, .keyRevoke, .config, .verify, .erase, .sync:
      trustAbstract(topic)
    }
  }

  func discussion(_ topic: HelpTopic) -> String {
    switch topic {
    case .root:
      "Revisions: pekat@3, pekat@latest, pekat (the working text). "
        + "Units: \"Pasal 5 ayat (2) huruf a\"."
    case .`init`:
      "Each file Drafts/KEY/riwayat/* in the order of names, then naskah.txt, becomes a revision."
    case .commit:
      "Only drafts that changed are recorded; other changes and git's index stay as they are."
    case .diff:
      "For example: naskah diff pekat@1..3, pekat@3.. (from r3 to the working text), "
        + "--no-index OLD NEW. Exits with 1 when there are differences."
    case .check:
      "Exits with 1 on an error or a warning. Exemptions with a reason stand in draft.yml: "
        + "check: {ignore: [{rule: …, unit: …, reason: …}]}."
    case .commentAdd: "Without -m the editor opens and shows the place commented on."
    case .commentImport:
      "Columns are known by their headers: tanggal, nama, unsur, instansi, kontak, saluran, forum, "
        + "draf, revisi, tempat, masukan (or date, name, group, agency, contact, channel, forum, "
        + "draft, revision, place, text). Only the text is required. Importing the same file again "
        + "adds nothing."
    case .importText:
      "Page numbers, running headers and catchwords go, divided lines are joined, and misread marks "
        + "are mended where their sequence proves it; all of it is reported. With --draft the file "
        + "is kept in the folder sumber/. PDF needs pdftotext."
    case .respond:
      "Choose one of --accept, --partial, --reject, --note, --out-of-scope; a reason is required."
    case .commentList:
      "Searching knows simple affixes: pelaporan finds melapor and dilaporkan. Without --limit "
        + "nothing is cut."
    case .commentGroups:
      "Equal texts and variants of one letter form a group. Nothing is merged: each sender keeps a "
        + "place. To answer a group: naskah respond --group ID."
    case .assign: "For example: naskah assign 3f2a \"Satpol PP\" --due 2025-11-30."
    case .merge, .mergeDriver: mergeDiscussion(topic)
    case .diffDriver, .textconv: gitDiscussion(topic)
    case .keyInit, .config, .verify, .erase, .sync: trustDiscussion(topic)
    default: ""
    }
  }

  func option(_ option: HelpOption) -> String {
    switch option {
    case .lang: "Language: id or en."
    case .color: "Colour: auto (default), always or never."
    case .folder: "Run in this folder."
    case .format: "Form of the output: text (default) or json."
    case .initFolder: "The folder of the new workbench."
    case .checkRule: "Only this rule, as term.variant; may be repeated."
    case .checkSeverity: "Only those of this weight or more: error, warning or info."
    case .initDrafts: "A folder of drafts to import."
    case .initSeeds: "A folder of seeds to make the register from."
    case .draftKey: "The draft's key, as pekat."
    case .draftKeys: "Keys of drafts; none: all that changed."
    case .draftTitle: "The title, without \"Peraturan Daerah tentang\"."
    case .draftFile: "A text file to copy as the working text."
    case .draftKind: "new (default) or amendment."
    case .revision: "A draft or a revision of it: KEY or KEY@REV."
    case .unit: "A unit of the text, as \"Pasal 5 ayat (2)\"."
    case .range:
      "KEY, KEY@A..B, KEY@A.., or two texts: revisions, files, "
        + "references/KEY; with --no-index two files."
    case .outlineTarget: "KEY, KEY@REV, or a text file."
    case .noIndex: "Compare two files, without a workbench."
    case .stat: "The summary only."
    case .full: "Unfold numbers and references that merely followed."
    case .depth: "Only to this depth; 1 for the outermost units."
    case .checkOnly: "Only check; exit with 1 where something would change."
    case .toStdout: "Print the result; the file stays as it is."
    case .dryRun: "Only show what would change."
    case .citedBy: "Show what cites the unit instead of its text."
    case .terms: "Show the meanings of the defined terms that the unit uses."
    case .textFile: "A text, Markdown, DOCX or PDF file."
    case .importInto: "Make it the working text of this draft."
    case .importStdout: "Print the text; so without --draft."
    case .importReport: "Show all that was mended and left out."
    case .message: "The revision's message; without it the editor opens."
    case .resolves: "A comment that the revision answers; may be repeated."
    case .commentRevision: "The revision commented on: KEY or KEY@REV."
    case .commentText: "The text; without it the editor opens."
    case .name: "The commenter's name; kept apart and never published."
    case .group: "The stakeholder group that speaks, as Akademisi."
    case .forum: "The forum at which it was said."
    case .date: "The day on which it was given."
    case .channel: "How it came: lisan, surat, formulir …"
    case .agency: "The commenter's institution."
    case .contact: "The commenter's contact; kept apart and never published."
    case .quote: "The words commented on, as they stand in the unit."
    case .commentDraft: "The draft's key; none: all drafts."
    case .at: "Place comments in this revision instead of the last."
    case .statusFilter:
      "Only those of a status: open, accepted, partial, rejected, noted, out_of_scope."
    case .search: "Only those that hold these words."
    case .commentID: "The comment's id, or at least its first 4 characters."
    case .importFile: "A CSV or XLSX file with column names in its first row."
    case .importDraft: "The draft commented on."
    case .importRevision: "The number of the revision commented on; the last without it."
    case .accept: "Accepted."
    case .partial: "Accepted in part."
    case .reject: "Rejected."
    case .note: "Noted."
    case .outOfScope: "Out of scope."
    case .reason: "The reason; without it the editor opens."
    case .answerRevision: "The revision that acts on it: KEY@REV."
    case .answerAgency: "The institution that answers."
    case .unitFilter: "Only those at this unit or below it."
    case .stateFilter: "Only those whose place is: current, moved, changed, detached."
    case .groupFilter: "Only those of this stakeholder group."
    case .forumFilter: "Only those from this forum."
    case .officeFilter: "Only those assigned to this office or answered by it."
    case .dueFilter: "Only open ones due on this day or earlier; \"overdue\": late ones."
    case .since: "Only those given on this day or later."
    case .until: "Only those given on this day or earlier."
    case .sortOrder: "Order: place (default), date, newest, due, group or status."
    case .limit: "At most so many."
    case .letterFilter: "Only those that say what this comment says."
    case .withdrawReason: "Why."
    case .moveRevision: "The revision that the unit stands in: KEY@REV; the last without it."
    case .assignOffice: "The office that is to answer."
    case .due: "The last day for the answer."
    case .attach: "A scan or letter to keep with it; may be repeated."
    case .saveAttachments: "Write its attachments into this folder."
    case .respondGroup: "Answer all comments that say what this one says."
    case .groupsDraft: "The draft's key; none: all drafts."
    case .mapping:
      "Which column holds a field, as \"masukan=Isi pendapat\"; may be repeated, and is kept for "
        + "files with the same columns."
    case .importDryRun: "Only read the file and say what would become of it."
    case .principal, .keyFile, .role, .signer, .settingName, .settingValue, .eraseID, .eraseReason,
      .remote, .withPersons:
      trustOption(option)
    case .blameUnit, .logUnit: historyOption(option)
    case .only, .diffUnit, .context, .openComments, .theme, .screenReader, .hyperlinks,
      .gitArguments, .convertedFile:
      diffOption(option)
    case .diffBase, .mergeRevisions, .mergeBase, .driverArguments: mergeOption(option)
    }
  }

  func value(_ value: HelpValue) -> String {
    switch value {
    case .words: "words"
    case .mapping: "field=column"
    default: value.rawValue
    }
  }
}
