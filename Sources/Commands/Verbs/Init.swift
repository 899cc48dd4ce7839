import ArgumentParser
import Export
import Presentation
import Workbench

/// `naskah init DIR`: make a workbench.
struct Init: Verb {
  static var configuration: CommandConfiguration { .topic(.`init`, name: "init", alias: "mulai") }

  @Argument(help: .option(.initFolder, .folder)) var folder: String
  @Option(help: .option(.initDrafts, .folder)) var drafts: String?
  @Option(help: .option(.initSeeds, .folder)) var seeds: String?
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let made = try Workbench.create(
      at: session.path(folder), drafts: drafts.map { session.path($0) },
      seeds: seeds.map { session.path($0) }, environment: session.workbenchEnvironment)
    let drafts = try made.drafts()
    switch session.options.format {
    case .json: session.context.output.write(try DraftJSON.list(drafts).text)
    case .text:
      session.say(
        session.messages.initialised(
          folder, drafts: drafts.count, revisions: drafts.reduce(0) { $0 + $1.revisions }))
    }
    return .done
  }
}
