import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// `naskah merge KEY@A KEY@B`: two revisions of a draft made one text again.
struct Merge: Verb {
  static var configuration: CommandConfiguration { .topic(.merge, name: "merge", alias: "gabung") }

  @Argument(help: .option(.mergeRevisions, .revision)) var revisions: [String]
  @Option(help: .option(.mergeBase, .revision)) var base: String?
  @Flag(help: .option(.dryRun)) var dryRun = false
  @Flag(help: .option(.toStdout)) var stdout = false
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let addresses = try revisions.map(Target.revision)
    guard addresses.count == 2 else {
      throw ValidationError(session.messages.usage(.needsTwoRevisions("merge")))
    }
    let report = try session.workbench().merge(
      addresses[0], addresses[1], base: base.map(Target.revision), writes: !dryRun && !stdout)
    if stdout, session.options.format == .text {
      session.context.output.write(String(decoding: report.text, as: UTF8.self))
    } else {
      try await session.show(MergeJSON.merge(report, text: stdout ? report.text : nil)) {
        MergeView.lines(report, on: $0)
      }
    }
    return report.merge.isClean ? .done : .findings
  }
}

/// `naskah merge-driver %O %A %B %L %P`: what git calls to merge one file (`merge.<driver>.driver`).
///
/// Exits with 0 where all is merged and with 1 where conflicts are left, as git wants to know.
struct MergeDriver: Verb {
  static var configuration: CommandConfiguration {
    var configuration = CommandConfiguration.topic(.mergeDriver, name: "merge-driver")
    configuration.shouldDisplay = false
    return configuration
  }

  @Argument(parsing: .allUnrecognized, help: .option(.driverArguments, .words))
  var arguments: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    guard arguments.count >= 3 else {
      throw ValidationError(session.messages.usage(.needsTwoFiles("merge-driver")))
    }
    let path = arguments.count > 4 ? arguments[4] : arguments[1]
    let merge = try TextFile.merge(
      base: session.path(arguments[0]), ours: session.path(arguments[1]),
      theirs: session.path(arguments[2]),
      size: arguments.count > 3 ? Int(arguments[3]) ?? 7 : 7,
      names: session.messages.driverSides, named: path)
    guard !merge.isClean else { return .done }
    session.notice(session.messages.driverConflicts(path, merge.conflicts.count))
    return .findings
  }
}
