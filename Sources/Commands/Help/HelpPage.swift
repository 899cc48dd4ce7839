import Presentation

/// The help page of a command.
struct HelpPage {
  /// The names from the program's to the command's.
  let path: [String]
  let command: CommandDescription
  let messages: any Messages
  /// The columns of the page.
  let width: Int

  private var name: String { path.joined(separator: " ") }

  /// The page: what the command does, how it is called, what it takes, where to go on.
  var lines: [Line] {
    var blocks = [wrapped(command.abstract ?? "")]
    if let discussion = command.discussion {
      blocks += discussion.split(separator: "\n").map { wrapped(String($0)) }
    }
    blocks.append(usage + aliases)
    blocks += [
      block(.arguments, command.positionals.map(row)),
      block(.commands, command.children.map { row($0) }),
      block(.options, command.options.map(row)),
      block(.generalOptions, command.generalOptions.map(row)),
    ].filter { !$0.isEmpty }
    if !command.children.isEmpty {
      blocks.append(wrapped(messages.helpOnCommand((["naskah", "help"] + path.dropFirst()))))
    }
    return Array(blocks.joined(separator: [Line()]))
  }

  /// How the command is called.
  var usage: [Line] {
    var words = [name]
    if !command.children.isEmpty { words.append("<\(messages.word(.command))>") }
    words += command.options.filter { !$0.isOptional }.map(\.synopsis)
    if command.options.contains(where: \.isOptional) || command.children.isEmpty {
      words.append("[<\(messages.word(.option))>]")
    }
    words += command.positionals.map(\.synopsis)
    let head = messages.word(.usage) + ": "
    return Wrapping.wrapped(
      words.joined(separator: " "), width: width, first: Line(head), indent: head.count)
  }

  private var aliases: [Line] {
    guard let aliases = command.aliases, !aliases.isEmpty else { return [] }
    let path = path.dropLast().joined(separator: " ")
    let names = aliases.map { "\(path) \($0)" }.joined(separator: ", ")
    return wrapped("\(messages.word(.alias)): \(names)")
  }

  private func wrapped(_ text: String) -> [Line] { Wrapping.wrapped(text, width: width) }

  private func block(_ heading: HelpWord, _ rows: [[Line]]) -> [Line] {
    rows.isEmpty ? [] : [Line(messages.word(heading) + ":")] + rows.joined()
  }

  private func row(_ argument: ArgumentDescription) -> [Line] {
    row(argument.label, messages.explanation(of: argument))
  }

  private func row(_ child: CommandDescription) -> [Line] {
    let names = [child.commandName] + (child.aliases ?? [])
    return row(names.joined(separator: ", "), child.abstract ?? "")
  }

  /// A name and what it means, beside each other; below each other where the name is long.
  private func row(_ name: String, _ text: String) -> [Line] {
    let column = 26
    let head = "  " + name
    guard head.count + 2 <= column else {
      let indent = Line(.spaces(column))
      return [Line(head)] + Wrapping.wrapped(text, width: width, first: indent, indent: column)
    }
    let first = head + String.spaces(column - head.count)
    return Wrapping.wrapped(text, width: width, first: Line(first), indent: column)
  }
}

extension Messages {
  /// A completion script, with the parser's three fixed explanations in this language.
  func worded(_ script: String) -> String {
    [
      ("Show help information.", HelpWord.showsHelp), ("Show the version.", .showsVersion),
      ("Show subcommand help information.", .showsCommandHelp),
    ].reduce(script) { text, pair in text.replacing(pair.0, with: word(pair.1)) }
  }

  /// What an argument means. The parser's own two options are worded here.
  func explanation(of argument: ArgumentDescription) -> String {
    if argument.spelledNames.contains("--help") { return word(.showsHelp) }
    if argument.spelledNames.contains("--version") { return word(.showsVersion) }
    return argument.abstract ?? ""
  }
}
