import ArgumentParser
import Foundation
import Presentation
import ReviewModel
import Workbench

/// The program.
public enum Naskah {
  /// Makes the process ready, to be called before it has a second thread.
  public static func prepare() { ThreadMemory.growInSteps() }

  /// Runs a command line in a context.
  /// - Parameter arguments: the words after the program's name.
  /// - Returns: the exit code.
  public static func run(_ arguments: [String], in context: Context) async -> Int32 {
    await run(arguments, in: context) { $0 }
  }

  /// Runs a command line in a context and ends the process, on the thread on which the command
  /// ended: to go back to the first one would take a thread more.
  public static func main(_ arguments: [String], in context: Context) async {
    _ = await run(arguments, in: context) { exit($0) }
  }

  private static func run(
    _ arguments: [String], in context: Context, end: @Sendable (Int32) -> Int32
  ) async -> Int32 {
    let language = CurrentLanguage.chosen(
      arguments: arguments, environment: context.environment)
    let invocation = Invocation(arguments)
    switch invocation.preparation {
    case nil: return end(await run(invocation, language: language, in: context))
    case .threads: return await runApart(invocation, language: language, in: context, end: end)
    case .repository:
      async let isReady: Void = Workbench.prepare()
      let code = await run(invocation, language: language, in: context)
      await isReady
      return end(code)
    }
  }

  /// Runs a command on a thread of tasks, with another one at hand.
  @concurrent private static func runApart(
    _ invocation: Invocation, language: Language, in context: Context,
    end: @Sendable (Int32) -> Int32
  ) async -> Int32 {
    async let another: Void = ()
    let code = await run(invocation, language: language, in: context)
    await another
    return end(code)
  }

  private static func run(
    _ invocation: Invocation, language: Language, in context: Context
  ) async -> Int32 {
    let messages = language.messages
    do {
      if let problem = invocation.problem { throw ValidationError(messages.usage(problem)) }
      guard let verb = try invocation.verb(in: language) else {
        return try language.spoken { try showHelp(for: invocation, messages, in: context) }
      }
      let session = Session(context: context, options: verb.global, language: language)
      return try await verb.run(in: session).rawValue
    } catch let failure as Failure {
      report(messages.text(failure), in: context)
      return ExitCode.failed.rawValue
    } catch {
      return language.spoken { report(error, of: invocation, messages, in: context) }
    }
  }

  /// Reports what is not a failure of ours: what the argument parser shows or rejects, or our own
  /// fault.
  private static func report(
    _ error: any Error, of invocation: Invocation, _ messages: any Messages, in context: Context
  ) -> Int32 {
    do {
      switch Root.exitCode(for: error) {
      case .success:
        let text = Root.fullMessage(for: error)
        // The parser does not tell help from its other pages; all our commands have an abstract.
        if text.hasPrefix("OVERVIEW:") {
          return try showHelp(for: invocation, messages, in: context)
        }
        context.output.write(messages.worded(text) + "\n")
        return ExitCode.done.rawValue
      case .validationFailure:
        report(FailureText(messages.usageError(Root.message(for: error))), in: context)
        try reportUsage(of: invocation, messages, in: context)
        return ExitCode.usage.rawValue
      default: break
      }
    } catch {
      report(messages.internalFault(String(describing: error)), in: context)
      return ExitCode.fault.rawValue
    }
    report(messages.internalFault(String(describing: error)), in: context)
    return ExitCode.fault.rawValue
  }

  /// How the command is called, and where more is said, below the sentence on what is wrong.
  private static func reportUsage(
    of invocation: Invocation, _ messages: any Messages, in context: Context
  ) throws {
    let page = try page(
      for: invocation, messages, width: (context.errors.columns ?? 80) - mark.count)
    let hint = messages.helpHint(page.path.joined(separator: " ") + " --help")
    let lines = page.usage + Wrapping.wrapped(hint, width: page.width)
    let indent = String.spaces(mark.count)
    context.errors.write(Theme.plain.rendered(lines.map { Line(indent + $0.text) }))
  }

  private static func showHelp(
    for invocation: Invocation, _ messages: any Messages, in context: Context
  ) throws -> Int32 {
    let columns = context.output.columns ?? context.variable("COLUMNS").flatMap { Int($0) } ?? 80
    let page = try page(for: invocation, messages, width: min(columns, 100))
    context.output.write(Theme.plain.rendered(page.lines))
    return ExitCode.done.rawValue
  }

  private static func page(
    for invocation: Invocation, _ messages: any Messages, width: Int
  ) throws -> HelpPage {
    let program = try CommandDescription.program()
    return HelpPage(
      path: [program.commandName] + invocation.path,
      command: program.command(at: invocation.path) ?? program, messages: messages,
      width: max(width, 40))
  }

  /// What stands before every sentence on what cannot be done.
  private static let mark = "naskah: "

  private static func report(_ text: FailureText, in context: Context) {
    let width = context.errors.columns ?? 80
    var lines = Wrapping.wrapped(text.what, width: width, first: Line(mark), indent: mark.count)
    if let advice = text.advice {
      lines += Wrapping.wrapped(
        advice, width: width, first: Line(.spaces(mark.count)),
        indent: mark.count)
    }
    context.errors.write(Theme.plain.rendered(lines))
  }
}
