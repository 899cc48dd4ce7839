import ArgumentParser
import Presentation

/// A command line, its command found and its words in the order the argument parser wants them.
struct Invocation {
  /// The names of the command and of those it stands in, without the program's.
  private(set) var path: [String] = []
  /// The words: options for all commands moved from before the command to behind it.
  let arguments: [String]
  /// Whether the words begin with `help`: the path is then that of the command asked about.
  private(set) var asksForHelp = false
  /// What is wrong with the names of commands, if anything.
  private(set) var problem: UsageProblem?
  /// The command that the path names, the program itself for none.
  private let command: any ParsableCommand.Type

  /// The name under which help is asked for, and its Indonesian alias.
  private static let helpNames = ["help", "bantuan"]

  init(_ given: [String]) {
    var leading: [String] = []
    var typed: [String] = []
    var rest = given[...]
    var command: any ParsableCommand.Type = Root.self
    while let word = rest.first {
      if GlobalOptions.names.contains(word), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if GlobalOptions.names.contains(where: { word.hasPrefix($0 + "=") }) {
        leading.append(word)
        rest = rest.dropFirst()
      } else if path.isEmpty, !asksForHelp, Self.helpNames.contains(word) {
        asksForHelp = true
        rest = rest.dropFirst()
      } else if let next = command.configuration.subcommands.first(where: { $0.answers(to: word) })
      {
        command = next
        path.append(next.configuration.commandName ?? word)
        typed.append(word)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    // `help` itself takes only the options for all commands, which the program's root takes too.
    arguments = asksForHelp ? leading : typed + leading + rest
    self.command = command
    problem = Self.problem(command, next: rest.first, in: path, asksForHelp: asksForHelp)
  }

  /// The command with what the words say; nil where they name none that does something.
  /// - Throws: an error of the argument parser.
  func verb(in language: Language) throws -> (any Verb)? {
    var command = try parsed(in: language)
    do { try command.run() } catch let handover as Handover { return handover.verb } catch {}
    return nil
  }

  /// The command with what the words say.
  ///
  /// It is read alone, without the program's table of all commands, and without a word of help: this
  /// takes less than half the steps. What cannot be read so is read again, to be answered in a
  /// language.
  /// - Throws: an error of the argument parser.
  private func parsed(in language: Language) throws -> any ParsableCommand {
    // Only the program has a version, and only it can ask about the commands.
    if asksForHelp || path.isEmpty || arguments.contains("--version") {
      return try language.spoken { try Root.parseAsRoot(arguments) }
    }
    let words = Array(arguments.dropFirst(path.count))
    if !mentionsHelp, let read = try? command.parseAsRoot(words) { return read }
    return try language.spoken { try command.parseAsRoot(words) }
  }

  /// What can be done beside the reading of the arguments, which takes as long.
  enum Preparation {
    /// Making the git library ready.
    case repository
    /// Having two threads of tasks, for texts that are read at once: systems that spare processors
    /// begin a thread on the processor of the one that asks for it, but wake it on another.
    case threads
  }

  /// Whether a word may ask for help on the command.
  private var mentionsHelp: Bool { arguments.contains("--help") || arguments.contains("-h") }

  /// What the command will need for sure; nil for one that may need neither.
  var preparation: Preparation? {
    guard problem == nil, !asksForHelp, let command = path.first,
      !mentionsHelp
    else { return nil }
    switch command {
    case "assign", "blame", "comment", "commit", "draft", "erase", "log", "merge", "respond",
      "restore", "show", "status", "sync", "verify":
      return .repository
    case "diff": return arguments.contains("--no-index") ? .threads : .repository
    default: return nil
    }
  }

  private static func problem(
    _ command: any ParsableCommand.Type, next: String?, in path: [String], asksForHelp: Bool
  ) -> UsageProblem? {
    let known = command.configuration.subcommands.map { $0.configuration }
      .filter { $0.shouldDisplay }
    guard !known.isEmpty else { return nil }
    guard let next else {
      let names = known.compactMap(\.commandName)
      return asksForHelp || path.isEmpty
        ? nil : .missingCommand(of: path.joined(separator: " "), names)
    }
    guard !next.hasPrefix("-") else { return nil }
    let names = known.flatMap { [$0.commandName ?? ""] + $0.aliases }
    return .unknownCommand(next, nearest: Nearest.word(to: next, among: names))
  }
}

extension ParsableCommand {
  /// Whether it is called by this word.
  fileprivate static func answers(to word: String) -> Bool {
    configuration.commandName == word || configuration.aliases.contains(word)
  }
}

/// The word that was probably meant.
enum Nearest {
  /// The word that needs the fewest single changes, if these are few for its length.
  static func word(to typed: String, among known: [String]) -> String? {
    let typed = Array(typed.utf8.prefix(40))
    let nearest = known.map { ($0, distance(typed, Array($0.utf8))) }.min { $0.1 < $1.1 }
    guard let nearest, nearest.1 <= max(2, nearest.0.utf8.count / 3), nearest.1 < typed.count else {
      return nil
    }
    return nearest.0
  }

  /// How many bytes are to be put in, left out, changed or swapped with the next
  /// (optimal string alignment).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
