import ArgumentParser
import Presentation

/// `naskah`: the command that holds all others.
struct Root: ParsableCommand {
  static var configuration: CommandConfiguration {
    .topic(
      .root, name: "naskah",
      subcommands: [
        Init.self, Draft.self, Commit.self, Log.self, Show.self, Outline.self, Diff.self,
        Restore.self, Comment.self, Respond.self, Status.self,
      ])
  }
}

/// Command lines as the argument parser wants them: options for all commands after the verb.
enum Invocation {
  /// Moves the options that every command takes from before the verb to behind it.
  static func normalized(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let argument = rest.first {
      if GlobalOptions.names.contains(argument), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if GlobalOptions.names.contains(where: { $0.hasPrefix("--") && argument.hasPrefix($0 + "=") }) {
        leading.append(argument)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    guard !leading.isEmpty else { return arguments }
    let verb = rest.prefix(verbLength(rest))
    return verb.isEmpty ? leading + rest : verb + leading + rest.dropFirst(verb.count)
  }

  /// How many of the first words name a command and its subcommands.
  private static func verbLength(_ arguments: ArraySlice<String>) -> Int {
    var length = 0
    var command: any ParsableCommand.Type = Root.self
    for argument in arguments {
      let next = command.configuration.subcommands.first {
        $0.configuration.commandName == argument || $0.configuration.aliases.contains(argument)
      }
      guard let next else { break }
      command = next
      length += 1
    }
    return length
  }
}
