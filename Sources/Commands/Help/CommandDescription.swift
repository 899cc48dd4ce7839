import ArgumentParser
import Foundation

/// A command as the argument parser describes it: the one source of help pages, of the manual
/// and of the reference.
struct CommandDescription: Decodable {
  var commandName: String
  var aliases: [String]?
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool?
  var subcommands: [CommandDescription]?
  var arguments: [ArgumentDescription]?

  /// The program's commands, described in the current language.
  static func program() throws -> CommandDescription {
    struct Tool: Decodable { var command: CommandDescription }
    return try JSONDecoder().decode(Tool.self, from: Data(Root._dumpHelp().utf8)).command
  }

  /// The commands within it that a person is shown.
  var children: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay ?? true && $0.commandName != "help" }
  }

  /// The command at a path of names below it; nil when there is none.
  func command(at path: some Sequence<String>) -> CommandDescription? {
    var command = self
    for name in path {
      guard let next = command.subcommands?.first(where: { $0.commandName == name }) else {
        return nil
      }
      command = next
    }
    return command
  }

  /// It and all commands below it, each with its path from the program's name.
  func walked(from path: [String] = []) -> [(path: [String], command: CommandDescription)] {
    let path = path + [commandName]
    return [(path, self)] + children.flatMap { $0.walked(from: path) }
  }

  private var displayed: [ArgumentDescription] {
    (arguments ?? []).filter { $0.shouldDisplay ?? true }
  }

  /// Its arguments that stand by their position.
  var positionals: [ArgumentDescription] { displayed.filter { $0.kind == .positional } }

  /// Its own options.
  var options: [ArgumentDescription] {
    displayed.filter { $0.kind != .positional && !$0.isGeneral }
  }

  /// The options that every command takes.
  var generalOptions: [ArgumentDescription] { displayed.filter(\.isGeneral) }
}

/// An argument or option of a command.
struct ArgumentDescription: Decodable {
  enum Kind: String, Decodable {
    case positional, option, flag
  }

  struct Name: Decodable {
    var kind: String
    var name: String

    /// As it is typed.
    var spelled: String { kind == "long" ? "--" + name : "-" + name }
  }

  var kind: Kind
  var shouldDisplay: Bool?
  var isOptional: Bool
  var isRepeating: Bool
  var names: [Name]?
  var valueName: String?
  var abstract: String?

  /// Its names as they are typed, short ones first.
  var spelledNames: [String] {
    (names ?? []).map(\.spelled).sorted { !$0.hasPrefix("--") && $1.hasPrefix("--") }
  }

  /// Whether every command takes it.
  var isGeneral: Bool {
    spelledNames.contains {
      GlobalOptions.names.contains($0) || $0 == "--help" || $0 == "--version"
    }
  }

  /// What stands for its value.
  var placeholder: String { "<\(valueName ?? "")>" }

  /// Its names with what stands for its value: `-m, --message <text>`.
  var label: String {
    switch kind {
    case .positional: placeholder
    case .option: spelledNames.joined(separator: ", ") + " " + placeholder
    case .flag: spelledNames.joined(separator: ", ")
    }
  }

  /// Its place in a line of usage.
  var synopsis: String {
    var text = kind == .positional ? placeholder : (spelledNames.last ?? "")
    if kind == .option { text += " " + placeholder }
    if isRepeating { text += " …" }
    return isOptional ? "[\(text)]" : text
  }
}
