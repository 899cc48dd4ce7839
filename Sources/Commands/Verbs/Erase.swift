import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// `naskah erase ID --reason R`: personal data go.
struct Erase: Verb {
  static var configuration: CommandConfiguration {
    .topic(.erase, name: "erase", alias: "hapus-data")
  }

  @Argument(help: .option(.eraseID, .id)) var id: String
  @Option(parsing: .unconditional, help: .option(.eraseReason, .text)) var reason: String
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let report = try session.workbench().erase(
      id, reason: Editor.message(reason, keepingComments: true))
    switch session.options.format {
    case .json: session.context.output.write(try TrustJSON.erased(report).text)
    case .text: session.messages.erased(report).forEach(session.say)
    }
    return .done
  }
}
