import ArgumentParser
import Presentation
import ReviewModel
import Workbench

/// `naskah diff-driver`: what git calls to show the difference of one file
/// (`diff.<driver>.command`, `GIT_EXTERNAL_DIFF`).
///
/// Whatever happens it exits with 0: git ends its whole output at any other code.
struct DiffDriver: Verb {
  static var configuration: CommandConfiguration {
    var configuration = CommandConfiguration.topic(.diffDriver, name: "diff-driver")
    configuration.shouldDisplay = false
    return configuration
  }

  @Argument(parsing: .allUnrecognized, help: .option(.gitArguments, .words))
  var arguments: [String] = []
  @OptionGroup var look: LookOptions
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    guard let call = GitDiffCall(arguments) else {
      // Of a path in conflict git gives the name alone, and says the rest itself.
      session.context.output.write(
        Theme.plain.rendered([Line(session.messages.unmerged(arguments.first ?? ""))]))
      return .done
    }
    var canvas = look.canvas(in: session)
    if canvas.theme.isColoured == false, session.isPagedByGit, !look.screenReader {
      canvas.theme = look.themeForPager(in: session)
    }
    let lines: [Line]
    do {
      let (old, new) = (session.path(call.oldFile), session.path(call.newFile))
      let report = try DiffReport.compared(
        { try TextFile.gitSide(at: old, named: call.oldName) },
        { try TextFile.gitSide(at: new, named: call.newName) })
      let style = DiffView.Style(isSpoken: look.screenReader)
      lines = DiffView.lines(report, style: style, on: canvas)
    } catch let failure as Failure {
      let reason = session.messages.text(failure).what
      lines = Wrapping.wrapped(
        session.messages.notCompared(call.path, reason), width: canvas.textWidth)
    }
    session.context.output.write(canvas.theme.rendered(lines + [Line()]))
    return .done
  }
}

/// The seven arguments that git gives, or nine where a file was renamed.
struct GitDiffCall: Sendable {
  /// The path in the repository.
  let path: String
  let oldFile: String
  let newFile: String
  /// What the texts are called: the path with the beginning of the blob's id.
  let oldName: String
  let newName: String

  /// Nil for another number of arguments.
  init?(_ arguments: [String]) {
    guard arguments.count >= 7 else { return nil }
    path = arguments[0]
    oldFile = arguments[1]
    newFile = arguments[4]
    oldName = Self.name(arguments[0], arguments[1], arguments[2])
    newName = Self.name(
      arguments.count > 7 ? arguments[7] : arguments[0], arguments[4], arguments[5])
  }

  private static func name(_ path: String, _ file: String, _ id: String) -> String {
    if file == "/dev/null" { return file }
    let isKnown = id.contains { $0 != "0" && $0 != "." }
    return isKnown ? "\(path)@\(id.prefix(7))" : path
  }
}

extension Session {
  /// Whether git shows what is written on a terminal, through its pager.
  fileprivate var isPagedByGit: Bool {
    options.color == .auto && context.variable("GIT_PAGER_IN_USE") != nil
      && context.variable("NO_COLOR") == nil && context.variable("TERM") != "dumb"
  }
}

/// `naskah textconv FILE`: a text with one provision a line (`diff.<driver>.textconv`).
struct Textconv: Verb {
  static var configuration: CommandConfiguration {
    var configuration = CommandConfiguration.topic(.textconv, name: "textconv")
    configuration.shouldDisplay = false
    return configuration
  }

  @Argument(help: .option(.convertedFile, .file)) var file: String
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let text = try TextFile.gitSide(at: session.path(file), named: file)
    session.context.output.write(Theme.plain.rendered(ReadingForm.lines(text.document)))
    return .done
  }
}
