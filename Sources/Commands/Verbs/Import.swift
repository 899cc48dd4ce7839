import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// `naskah import FILE [--draft KEY | --stdout]`: brings a text in.
struct Import: Verb {
  static var configuration: CommandConfiguration {
    .topic(.importText, name: "import", alias: "impor")
  }

  @Argument(help: .option(.textFile, .file)) var file: String
  @Option(help: .option(.importInto, .key)) var draft: String?
  @Flag(help: .option(.importStdout)) var stdout = false
  @Flag(help: .option(.importReport)) var report = false
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if draft != nil, stdout {
      throw ValidationError(
        CurrentLanguage.messages.usage(.notOneOf(["--draft", "--stdout"])))
    }
  }

  func run(in session: Session) async throws -> ExitCode {
    let request = TextImportRequest(
      path: session.path(file), name: file,
      searchPath: session.context.variable("PATH") ?? "/usr/bin:/bin")
    let result: TextImportReport
    if let draft {
      result = try session.workbench().importText(request, into: Target.key(draft))
    } else {
      result = try TextFile.imported(request)
    }
    try await show(result, in: session)
    return .done
  }

  private func show(_ result: TextImportReport, in session: Session) async throws {
    let printsText = draft == nil && (stdout || !report)
    if session.options.format == .json {
      session.context.output.write(
        try TextImportJSON.report(result, withText: printsText).text)
      return
    }
    if printsText {
      session.context.output.write(String(decoding: result.result.text, as: UTF8.self))
      guard report else {
        for line in session.messages.textImported(result) { session.notice(line) }
        return
      }
      let canvas = session.canvas()
      session.context.errors.write(
        Theme.plain.rendered(TextImportView.lines(result, on: canvas)))
    } else if report {
      try await session.show(try TextImportJSON.report(result, withText: false)) {
        TextImportView.lines(result, on: $0)
      }
    } else {
      for line in session.messages.textImported(result) { session.say(line) }
    }
  }
}
