import ArgumentParser
import Export
import Foundation
import Presentation
import ReviewModel
import Workbench

/// `naskah diff`: what changed between two texts.
struct Diff: Verb {
  static var configuration: CommandConfiguration { .topic(.diff, name: "diff", alias: "banding") }

  @Argument(help: .option(.range, .range)) var targets: [String] = []
  @Flag(help: .option(.noIndex)) var noIndex = false
  @Flag(help: .option(.diffBase)) var base = false
  @Flag(help: .option(.stat)) var stat = false
  @Flag(help: .option(.full)) var full = false
  @Option(help: .option(.only, .sort)) var only: DiffFilter.Only?
  @Option(help: .option(.diffUnit, .unit)) var unit: String?
  @Option(help: .option(.context, .number)) var context = 0
  @Flag(help: .option(.openComments)) var comments = false
  @OptionGroup var look: LookOptions
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    if base { return try await runThreeWays(in: session) }
    let reports = try reports(in: session)
    if reports.isEmpty, session.options.format == .text {
      session.notice(session.messages.noUnsavedChanges(try targets.map(Target.key)))
      return .done
    }
    let filter = DiffFilter(only: only, unit: try address(in: reports))
    switch session.options.format {
    case .json: session.context.output.write(try DiffJSON.diff(reports, filter: filter).text)
    case .text:
      let canvas = look.canvas(in: session)
      let lines = try reports.map { report in
        let style = DiffView.Style(
          summaryOnly: stat, unfolded: full, filter: filter, context: context,
          opensComments: comments, isSpoken: look.screenReader,
          links: canvas.theme.hasLinks ? try links(of: report, in: session) : DiffLinks())
        return DiffView.lines(report, style: style, on: canvas)
      }
      await Pager.show(
        canvas.theme.rendered(Array(lines.joined(separator: [Line()]))), in: session.context)
    }
    return reports.allSatisfy(\.comparison.changes.isEmpty) ? .done : .findings
  }

  /// Two revisions against their common one.
  private func runThreeWays(in session: Session) async throws -> ExitCode {
    let addresses = try targets.map(Target.revision)
    guard addresses.count == 2 || addresses.count == 3 else {
      throw ValidationError(session.messages.usage(.needsTwoRevisions("--base")))
    }
    let report = try session.workbench().threeWayDiff(
      addresses[addresses.count - 2], addresses[addresses.count - 1],
      base: addresses.count == 3 ? addresses[0] : nil)
    switch session.options.format {
    case .json: session.context.output.write(try MergeJSON.threeWay(report).text)
    case .text:
      let canvas = look.canvas(in: session)
      let lines = ThreeWayView.lines(report, summaryOnly: stat, unfolded: full, on: canvas)
      await Pager.show(canvas.theme.rendered(lines), in: session.context)
    }
    return report.units.isEmpty ? .done : .findings
  }

  /// The address of the unit asked for, which must stand in one of the texts.
  private func address(in reports: [DiffReport]) throws -> String? {
    guard let unit else { return nil }
    var failure: (any Error)?
    for report in reports {
      for text in [report.new, report.old] {
        do { return try text.address(ofUnit: unit) } catch { failure = failure ?? error }
      }
    }
    if let failure { throw failure }
    return nil
  }

  private func links(of report: DiffReport, in session: Session) throws -> DiffLinks {
    if noIndex {
      return DiffLinks(
        oldFile: session.path(targets[0]), newFile: session.path(targets[1]))
    }
    let workbench = try session.workbench()
    let file = report.new.revision == nil ? report.new.draft : nil
    return DiffLinks(
      newFile: try file.flatMap { try workbench.textFile(of: $0) },
      comment: try workbench.setting("naskah.commentUrl"))
  }

  private func reports(in session: Session) throws -> [DiffReport] {
    if noIndex {
      guard targets.count == 2 else {
        throw ValidationError(session.messages.usage(.needsTwoFiles("--no-index")))
      }
      let paths = targets.map(session.path)
      return [
        try DiffReport.compared(
          { [targets] in try TextFile.draftText(at: paths[0], named: targets[0]) },
          { [targets] in try TextFile.draftText(at: paths[1], named: targets[1]) })
      ]
    }
    let workbench = try session.workbench()
    if targets.count == 1, let range = RevisionRange(targets[0]) {
      return [try workbench.diff(range)]
    }
    if targets.count == 2, targets.contains(where: { $0.contains("@") }) {
      let (from, to) = (try Target.revision(targets[0]), try Target.revision(targets[1]))
      return [try workbench.diff(RevisionRange(from: from, to: to))]
    }
    if targets.count == 1, targets[0].contains("@") {
      let from = try Target.revision(targets[0])
      return [
        try workbench.diff(
          RevisionRange(from: from, to: RevisionAddress(draft: from.draft, selector: .working)))
      ]
    }
    return try workbench.unsavedDiffs(among: targets.map(Target.key))
  }
}

extension DiffFilter.Only: ExpressibleByArgument {}
