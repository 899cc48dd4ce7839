import Presentation

/// The manual page `naskah(1)`, in roff with the macros of man(7).
struct ManualPage {
  let program: CommandDescription
  let messages: any Messages

  /// The page's source.
  var text: String {
    var lines = [
      #".\" "# + messages.word(.generated),
      ".TH NASKAH 1 \(Version.date) \"naskah \(Version.current)\" \"\(messages.word(.manual))\"",
      heading(.name), #"naskah \- "# + escaped(abstract),
      heading(.synopsis), ".B naskah",
      "[\(italic(messages.word(.option)))] \(italic(messages.word(.command))) "
        + "[\(italic(messages.word(.argument)))]",
      heading(.description),
    ]
    lines += messages.manualDescription.flatMap { [".PP", escaped($0)] }.dropFirst()
    lines.append(heading(.commands))
    for (path, command) in program.walked().dropFirst() { lines += section(path, command) }
    lines.append(heading(.generalOptions))
    lines += program.generalOptions.flatMap(entry)
    lines += list(.exitCodes, messages.exitCodes)
    lines += list(.environment, messages.environmentVariables)
    lines += list(.files, messages.files)
    lines += [heading(.seeAlso), #"\fBgit\fR(1), \fBless\fR(1)"#]
    return lines.joined(separator: "\n") + "\n"
  }

  private var abstract: String {
    let text = (program.abstract ?? "").prefix { $0 != "." }
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private func section(_ path: [String], _ command: CommandDescription) -> [String] {
    var lines = [".SS " + quoted(path.joined(separator: " "))]
    let synopsis = (command.options.filter { !$0.isOptional } + command.positionals)
      .map(\.synopsis)
    if !synopsis.isEmpty { lines += [escaped(synopsis.joined(separator: " ")), ".PP"] }
    lines.append(escaped(command.abstract ?? ""))
    if let aliases = command.aliases {
      lines.append(escaped("\(messages.word(.alias)): \(aliases.joined(separator: ", "))."))
    }
    if let discussion = command.discussion { lines += [".PP", escaped(discussion)] }
    return lines + (command.positionals + command.options).flatMap(entry)
  }

  private func entry(_ argument: ArgumentDescription) -> [String] {
    item(argument.label, messages.explanation(of: argument))
  }

  private func list(_ word: HelpWord, _ rows: [(String, String)]) -> [String] {
    [heading(word)] + rows.flatMap { item($0.0, $0.1) }
  }

  private func item(_ name: String, _ text: String) -> [String] {
    [".TP", ".B " + quoted(name), escaped(text)]
  }

  private func heading(_ word: HelpWord) -> String {
    ".SH " + quoted(messages.word(word).uppercased())
  }

  private func italic(_ text: String) -> String { "\\fI" + escaped(text) + "\\fR" }

  private func quoted(_ text: String) -> String {
    "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
  }

  /// Text as roff prints it: a backslash and a hyphen as they are, a dot or an apostrophe at the
  /// start of a line as text rather than a request.
  private func escaped(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("\n", with: " ")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
