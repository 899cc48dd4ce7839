import Presentation

/// The page of every command's help, in Indonesian and then in English (`docs/cli.md`).
public enum ReferencePage {
  /// The page in Markdown.
  /// - Throws: an error of decoding when the argument parser describes itself in another form.
  public static func markdown() throws -> String {
    var text = "# naskah\n"
    for language in Language.allCases {
      text += try language.spoken {
        try section(language.messages, program: CommandDescription.program())
      }
    }
    return text
  }

  private static func section(
    _ messages: any Messages, program: CommandDescription
  ) throws -> String {
    var text = "\n## \(messages.word(.languageName))\n\n\(messages.word(.generated))\n"
    for (path, command) in program.walked() {
      let page = HelpPage(path: path, command: command, messages: messages, width: 80)
      text += "\n### \(path.joined(separator: " "))\n\n```\n"
      text += Theme.plain.rendered(page.lines)
      text += "```\n"
    }
    return text
  }
}
