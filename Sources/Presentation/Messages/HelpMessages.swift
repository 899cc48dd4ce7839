/// The commands that have a help page.
public enum HelpTopic: String, Sendable, CaseIterable {
  case root, `init`, draft, draftAdd, draftList, draftShow, restore, commit, log, show, outline
  case diff, comment, commentAdd, commentList, commentShow, commentReply, commentImport, respond
  case status
}

/// The arguments and options that the help explains.
public enum HelpOption: String, Sendable, CaseIterable {
  case lang, color, folder, format
  case initFolder, initDrafts, initSeeds
  case draftKey, draftKeys, draftTitle, draftFile, draftKind
  case revision, unit, range, outlineTarget, noIndex, stat, full
  case depth, citedBy
  case message, resolves
  case commentRevision, commentText, name, group, forum, date, channel, agency, contact, quote
  case commentDraft, at, statusFilter, search
  case commentID, importFile, importDraft, importRevision
  case accept, partial, reject, note, outOfScope, reason, answerRevision, answerAgency
}

/// The placeholders for values in the help.
public enum HelpValue: String, Sendable, CaseIterable {
  case folder, language, when, format, key, title, file, revision, range, unit, text, name, group
  case forum, date, channel, agency, contact, words, id, number, status
}

/// Words of the help pages.
public protocol HelpMessages: Sendable {
  /// What a command does, one line.
  func abstract(_ topic: HelpTopic) -> String
  /// More on a command: examples; empty where the abstract says it all.
  func discussion(_ topic: HelpTopic) -> String
  /// What an argument or option means.
  func option(_ option: HelpOption) -> String
  /// What stands for a value.
  func value(_ value: HelpValue) -> String
  /// A help page of the argument parser, its fixed English words put into this language.
  func helpPage(_ page: String) -> String
  /// A sentence of the argument parser on a wrong command line, put into this language.
  func usageError(_ sentence: String) -> String
}
