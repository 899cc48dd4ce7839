/// The commands that have a help page.
public enum HelpTopic: String, Sendable, CaseIterable {
  case root, `init`, draft, draftAdd, draftList, draftShow, restore, commit, log, show, outline
  case diff, comment, commentAdd, commentList, commentShow, commentReply, commentImport, respond
  case status, manual, importText, check
  case fmt, renumber, blame
  case commentEdit, commentWithdraw, commentMove, commentGroups, assign, reindex
  case merge, mergeDriver
  case diffDriver, textconv
  case key, keyInit, keyList, keyRole, keyRevoke, config, verify, erase, sync
}

/// The arguments and options that the help explains.
public enum HelpOption: String, Sendable, CaseIterable {
  case lang, color, folder, format
  case initFolder, initDrafts, initSeeds
  case draftKey, draftKeys, draftTitle, draftFile, draftKind
  case revision, unit, range, outlineTarget, noIndex, stat, full
  case depth, citedBy, terms
  case checkOnly, toStdout, dryRun
  case only, diffUnit, context, openComments, theme, screenReader, hyperlinks
  case gitArguments, convertedFile
  case blameUnit, logUnit
  case diffBase, mergeRevisions, mergeBase, driverArguments
  case textFile, importInto, importStdout, importReport
  case checkRule, checkSeverity
  case message, resolves
  case commentRevision, commentText, name, group, forum, date, channel, agency, contact, quote
  case commentDraft, at, statusFilter, search
  case commentID, importFile, importDraft, importRevision
  case unitFilter, stateFilter, groupFilter, forumFilter, officeFilter, dueFilter, since, until
  case sortOrder, limit, letterFilter
  case withdrawReason, moveRevision, assignOffice, due, attach, saveAttachments
  case respondGroup, groupsDraft, mapping, importDryRun
  case principal, keyFile, role, signer, settingName, settingValue
  case eraseID, eraseReason, remote, withPersons
  case accept, partial, reject, note, outOfScope, reason, answerRevision, answerAgency
}

/// The placeholders for values in the help.
public enum HelpValue: String, Sendable, CaseIterable {
  case folder, language, when, format, key, title, file, revision, range, unit, text, name, group
  case forum, date, channel, agency, contact, words, id, number, status, kind, sort, theme
  case state, order, mapping
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
  /// A fixed word of help pages.
  func word(_ word: HelpWord) -> String
  /// How to read the help of a command within the one that these words ask about.
  func helpOnCommand(_ words: [String]) -> String
  /// Where the help of a command is read, after an error; `call` shows it.
  func helpHint(_ call: String) -> String
  /// A sentence on a wrong command line that the program itself found.
  func usage(_ problem: UsageProblem) -> String
  /// A sentence of the argument parser on a wrong command line, put into this language.
  func usageError(_ sentence: String) -> String
  /// What the program is, for the manual page: one string a paragraph.
  var manualDescription: [String] { get }
  /// The exit codes and what they mean.
  var exitCodes: [(String, String)] { get }
  /// The environment variables that are read and what they do.
  var environmentVariables: [(String, String)] { get }
  /// The files of a workbench.
  var files: [(String, String)] { get }
}

/// Fixed words of the help pages, of the manual page and of the reference.
public enum HelpWord: Sendable {
  case usage, alias, command, option, argument, showsHelp, showsCommandHelp, showsVersion
  case arguments, commands, options, generalOptions
  case languageName, generated, manual
  case name, synopsis, description, exitCodes, environment, files, seeAlso
}

/// What is wrong with a command line.
public enum UsageProblem: Sendable, Hashable {
  /// No command has this name; one is much like it.
  case unknownCommand(String, nearest: String?)
  /// A command that only holds others stands alone.
  case missingCommand(of: String, [String])
  /// Not exactly one of these options is given.
  case notOneOf([String])
  /// The option needs exactly two files.
  case needsTwoFiles(String)
  /// The option or command needs two revisions, or three with the base.
  case needsTwoRevisions(String)
}
