import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// A command that does something: parse, one call of the workbench, one report.
protocol Verb: ParsableCommand, Sendable {
  /// The options that every command takes.
  var global: GlobalOptions { get }
  /// Does it.
  func run(in session: Session) async throws -> ExitCode
}

extension Verb {
  /// Hands the command over, known as the verb that it is: asked for it, the runtime would look its
  /// type up among all that conforms to anything.
  func run() throws { throw Handover(verb: self) }
}

/// A command that was read, on its way from the argument parser to where it is done.
struct Handover: Error {
  let verb: any Verb
}

/// One run of a command: the context with what the options made of it.
struct Session {
  let context: Context
  let options: GlobalOptions
  let language: Language

  var messages: any Messages { language.messages }

  /// The folder that `-C` or the process gives.
  var folder: String {
    guard let folder = options.folder else { return context.workingFolder }
    return path(folder, from: context.workingFolder)
  }

  /// A path given on the command line, absolute.
  func path(_ given: String) -> String { path(given, from: folder) }

  private func path(_ given: String, from base: String) -> String {
    given.hasPrefix("/") ? given : base + "/" + given
  }

  /// Opens the workbench around the folder.
  /// - Parameter needsDrafts: whether a repository without a `Drafts` folder is refused.
  func workbench(needsDrafts: Bool = true) throws -> Workbench {
    try Workbench.open(
      from: folder, needsDrafts: needsDrafts, environment: workbenchEnvironment)
  }

  var workbenchEnvironment: WorkbenchEnvironment {
    WorkbenchEnvironment(
      variables: context.environment, now: context.now, offsetMinutes: context.offsetMinutes)
  }

  /// The canvas for results.
  func canvas() -> Canvas {
    let isTerminal = context.output.isTerminal
    let width =
      context.output.columns ?? context.variable("COLUMNS").flatMap { Int($0) } ?? 80
    return Canvas(
      width: min(width, 1000), theme: isColoured ? .standard : .plain,
      isInteractive: isTerminal, messages: messages)
  }

  private var isColoured: Bool {
    switch options.color {
    case .always: true
    case .never: false
    case .auto:
      context.output.isTerminal && context.environment["NO_COLOR"].map(\.isEmpty) ?? true
        && context.variable("TERM") != "dumb"
    }
  }

  /// Shows a result: as JSON, or as lines on a canvas, through a pager on a terminal.
  func show(_ json: @autoclosure () throws -> JSONText, lines: (Canvas) -> [Line]) async throws {
    switch options.format {
    case .json: context.output.write(try json().text)
    case .text:
      let canvas = canvas()
      await Pager.show(canvas.theme.rendered(lines(canvas)), in: context)
    }
  }

  /// Says on standard error what was done, unless a program reads.
  func notice(_ text: String) {
    guard options.format == .text else { return }
    context.errors.write(Theme.plain.rendered([Line(text)]))
  }

  /// Says on standard error that logs were left out which cannot be read.
  func warnOfUnreadableLogs(_ workbench: Workbench) throws {
    let count = try workbench.unreadableLogs()
    guard count > 0 else { return }
    context.errors.write(Theme.plain.rendered([Line(messages.skippedUnknownRefs(count))]))
  }

  /// Says what was done as the result of a command that has no other.
  func say(_ text: String) {
    let canvas = canvas()
    context.output.write(
      canvas.theme.rendered(Wrapping.wrapped(text, width: max(canvas.width, 40))))
  }
}
