extension English {
  func word(_ word: HelpWord) -> String {
    switch word {
    case .usage: "Usage"
    case .alias: "Also"
    case .command: "command"
    case .option: "options"
    case .argument: "arguments"
    case .showsHelp: "Show this help."
    case .showsCommandHelp: "Show the help of a command."
    case .showsVersion: "Show the version."
    case .arguments: "Arguments"
    case .commands: "Commands"
    case .options: "Options"
    case .generalOptions: "General options"
    case .languageName: "English"
    case .generated: "Made from the help of the program; not to be edited."
    case .manual: "naskah Manual"
    case .name: "Name"
    case .synopsis: "Synopsis"
    case .description: "Description"
    case .exitCodes: "Exit status"
    case .environment: "Environment"
    case .files: "Files"
    case .seeAlso: "See also"
    }
  }

  func helpOnCommand(_ words: [String]) -> String {
    "Help on a command: \(words.joined(separator: " ")) COMMAND"
  }

  func helpHint(_ call: String) -> String { "More: \(call)" }

  func usage(_ problem: UsageProblem) -> String {
    switch problem {
    case .unknownCommand(let word, let nearest):
      "There is no command '\(word)'." + (nearest.map { " Did you mean '\($0)'?" } ?? "")
    case .missingCommand(let command, let known):
      "After '\(command)' a command is missing: \(joined(known))."
    case .notOneOf(let options): "Choose exactly one of \(joined(options))."
    case .needsTwoRevisions(let name):
      "\(name) needs two revisions, or three with their base: KEY@A KEY@B."
    case .needsTwoFiles(let option): "With \(option) exactly two files are compared."
    }
  }

  private func joined(_ items: [String]) -> String {
    Listing.joined(items, and: "or", more: { "and \($0) more" })
  }

  func usageError(_ sentence: String) -> String {
    var text = sentence.replacing("Error: ", with: "")
    if let list = text.firstRange(of: " the following:\n") {
      let known = Listing.quoted(bullets: String(text[list.upperBound...]), or: "or")
      text = "\(text[..<list.lowerBound]) \(known)."
    }
    return text.hasSuffix(".") || text.hasSuffix("?") || text.contains("\n") ? text : text + "."
  }

  var manualDescription: [String] {
    [
      "naskah keeps drafts of regional regulations, their revisions and the public comments on "
        + "them in an ordinary git repository, and shows what changed between two revisions as a "
        + "lawyer reads it: by unit, with moves, renumberings and references.",
      "A revision is written KEY@NUMBER (pekat@3), KEY@latest or KEY@COMMIT; KEY alone is the "
        + "working text. A range is KEY@A..B; KEY@A.. reaches to the working text. A unit is "
        + "written as a lawyer writes it: Pasal 5 ayat (2) huruf a. A comment is named by its id "
        + "or the first 4 or more characters of it.",
      "General options stand before or after the command. Every command has an Indonesian name "
        + "too.",
    ]
  }

  var exitCodes: [(String, String)] {
    [
      ("0", "Done."), ("1", "There are differences or findings, or nothing was to be done."),
      ("2", "The request cannot be met; standard error says why."),
      ("64", "The command line is wrong."), ("70", "The program itself is at fault."),
    ]
  }

  var environmentVariables: [(String, String)] {
    [
      (
        "LC_ALL, LC_MESSAGES, LANG",
        "The language: English where the first that is set begins "
          + "with en, else Indonesian."
      ),
      (
        "NASKAH_PAGER, PAGER",
        "The program that shows long results on a terminal; less -FRX "
          + "without them."
      ),
      ("VISUAL, EDITOR", "The editor for texts without -m."),
      ("COLUMNS", "The width where there is no terminal."),
      ("NO_COLOR, TERM=dumb", "No colours, unless --color always."),
      (
        "GIT_AUTHOR_NAME, GIT_AUTHOR_EMAIL, GIT_COMMITTER_NAME, GIT_COMMITTER_EMAIL",
        "The author of revisions, as in git."
      ),
    ]
  }

  var files: [(String, String)] {
    [
      ("Drafts/KEY/naskah.txt", "The working text of a draft."),
      ("Drafts/KEY/draft.yml", "Its title, kind, initiator and route."),
      ("register/*.yml", "Stakeholder groups, issues, indicators and forums."),
      (".git/naskah/", "The local index; rebuilt when it is lost."),
    ]
  }
}
