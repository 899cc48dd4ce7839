import ArgumentParser
import Foundation
import Presentation
import ReviewModel

/// The program.
public enum Naskah {
  /// Runs a command line in a context.
  /// - Parameter arguments: the words after the program's name.
  /// - Returns: the exit code.
  public static func run(_ arguments: [String], in context: Context) async -> Int32 {
    let language = CurrentLanguage.chosen(
      arguments: arguments, environment: context.environment)
    return await CurrentLanguage.$value.withValue(language) {
      await run(Invocation.normalized(arguments), language: language, in: context)
    }
  }

  private static func run(
    _ arguments: [String], language: Language, in context: Context
  ) async -> Int32 {
    let messages = language.messages
    do {
      var command = try Root.parseAsRoot(arguments)
      guard let verb = command as? any Verb else {
        try command.run()
        return ExitCode.done.rawValue
      }
      let session = Session(context: context, options: verb.global, language: language)
      return try await verb.run(in: session).rawValue
    } catch let failure as Failure {
      report(messages.text(failure), in: context)
      return ExitCode.failed.rawValue
    } catch {
      return report(error, messages, in: context)
    }
  }

  /// Reports what is not a failure of ours: the argument parser's pages, or our own fault.
  private static func report(
    _ error: any Error, _ messages: any Messages, in context: Context
  ) -> Int32 {
    let code = Root.exitCode(for: error)
    if code == .success {
      context.output.write(messages.helpPage(Root.fullMessage(for: error)) + "\n")
      return ExitCode.done.rawValue
    }
    if code == .validationFailure {
      report(
        FailureText(messages.usageError(Root.message(for: error))), in: context)
      let page = Root.fullMessage(for: error).split(separator: "\n").drop {
        !$0.hasPrefix("Usage:")
      }.joined(separator: "\n")
      context.errors.write(messages.helpPage(page) + "\n")
      return ExitCode.usage.rawValue
    }
    report(messages.internalFault(String(describing: error)), in: context)
    return ExitCode.fault.rawValue
  }

  private static func report(_ text: FailureText, in context: Context) {
    let width = context.errors.columns ?? 80
    let mark = "naskah: "
    var lines = Wrapping.wrapped(text.what, width: width, first: Line(mark), indent: mark.count)
    if let advice = text.advice {
      lines += Wrapping.wrapped(
        advice, width: width, first: Line(String(repeating: " ", count: mark.count)),
        indent: mark.count)
    }
    context.errors.write(Theme.plain.rendered(lines))
  }
}
