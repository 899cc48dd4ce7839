import ArgumentParser
import Presentation

/// The options that every command takes, before or after its verb.
struct GlobalOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: .option(.lang, .language))
  var language: Language?

  @Option(name: .customLong("color"), help: .option(.color, .when))
  var givenColor: ColorChoice?

  @Option(name: .customShort("C"), help: .option(.folder, .folder))
  var folder: String?

  @Option(name: .customLong("format"), help: .option(.format, .format))
  var givenFormat: OutputFormat?

  // What holds where nothing is given stands here and in the help's words: to describe a default the
  // argument parser looks its type up among all that conforms to anything, for every command.
  var color: ColorChoice { givenColor ?? .auto }
  var format: OutputFormat { givenFormat ?? .text }

  /// The names of these options that take a value, as they stand on a command line.
  static let names = ["--lang", "--color", "-C", "--format"]
}

extension Language: Choice {}

/// When colours are written.
enum ColorChoice: String, Choice {
  case auto, always, never
}

/// The form of a result.
enum OutputFormat: String, Choice {
  case text, json
}

/// The language in which help and messages are written, for the argument parser, whose
/// configurations are static.
enum CurrentLanguage {
  /// Nil where a command line is only read: nothing is worded then.
  @TaskLocal static var value: Language?

  static var messages: any Messages { (value ?? .indonesian).messages }

  /// The language asked for: `--lang`, then LC_ALL, LC_MESSAGES, LANG; Indonesian otherwise.
  static func chosen(arguments: [String], environment: [String: String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      return value.hasPrefix("en") ? .english : .indonesian
    }
    return .indonesian
  }
}

extension Language {
  /// Does something that the argument parser words in this language. Not the whole of a command:
  /// what waits with such a value goes on in another thread.
  func spoken<Result>(_ work: () throws -> Result) rethrows -> Result {
    try CurrentLanguage.$value.withValue(self, operation: work)
  }
}

extension ArgumentHelp {
  /// The help of an option in the current language.
  static func option(_ option: HelpOption, _ value: HelpValue? = nil) -> ArgumentHelp {
    guard let messages = CurrentLanguage.value?.messages else { return "" }
    return ArgumentHelp(
      stringLiteral: messages.option(option)
    ).named(value.map(messages.value))
  }

  private func named(_ value: String?) -> ArgumentHelp {
    var help = self
    help.valueName = value
    return help
  }
}

extension CommandConfiguration {
  /// The configuration of a command in the current language.
  static func topic(
    _ topic: HelpTopic, name: String, alias: String? = nil,
    subcommands: [any ParsableCommand.Type] = []
  ) -> CommandConfiguration {
    var configuration = CommandConfiguration(
      commandName: name, subcommands: subcommands, aliases: alias.map { [$0] } ?? [])
    // A command of another one is not asked for completion scripts, which it would look for first.
    if topic != .root { configuration._superCommandName = "naskah" }
    guard let messages = CurrentLanguage.value?.messages else {
      // The parser looks words up among all that conforms to anything, to call help by its names.
      configuration.helpNames = []
      return configuration
    }
    configuration.abstract = messages.abstract(topic)
    configuration.discussion = messages.discussion(topic)
    configuration.version = topic == .root ? Version.line : ""
    return configuration
  }
}

/// The version of the program.
public enum Version {
  /// As in the changelog.
  public static let current = "0.1.0"
  /// The day of it.
  static let date = "2026-11-22"
  /// What `--version` prints.
  static let line = "naskah \(current)"
}
