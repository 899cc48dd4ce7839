import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// `naskah sync [REMOTE]`: comments and drafts go back and forth.
struct Sync: Verb {
  static var configuration: CommandConfiguration {
    .topic(.sync, name: "sync", alias: "selaraskan")
  }

  @Argument(help: .option(.remote, .name)) var remote: String?
  @Flag(help: .option(.withPersons)) var persons = false
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let isWatched = session.context.errors.isTerminal && session.options.format == .text
    let progress = Progress(session: session)
    let words = session.messages
    let hears: @Sendable (ExchangeProgress) -> Void = { progress.report(words.exchanging($0)) }
    let report: SyncReport
    do {
      defer { if isWatched { progress.finish() } }
      report = try session.workbench(needsDrafts: false).synchronise(
        with: remote, persons: persons, progress: isWatched ? hears : nil)
    }
    switch session.options.format {
    case .json: session.context.output.write(try TrustJSON.synced(report).text)
    case .text: session.messages.synced(report).forEach(session.say)
    }
    return .done
  }
}
