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
  @Option(help: .option(.context, .number)) var context: Int?
  @Flag(help: .option(.openComments)) var comments = false
  @OptionGroup var look: LookOptions
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    if base { return try await runThreeWays(in: session) }
    let reports = try reports(in: session)
    session.context.keep(reports)
    if reports.isEmpty, session.options.format == .text {
      session.notice(session.messages.noUnsavedChanges(try targets.map(Target.key)))
      return .done
    }
    let filter = DiffFilter(
      only: only, unit: try address(in: reports.flatMap { [$0.new, $0.old] }))
    switch session.options.format {
    case .json: session.context.output.write(try DiffJSON.diff(reports, filter: filter).text)
    case .text:
      let canvas = look.canvas(in: session)
      let texts = try reports.map { report in
        let style = DiffView.Style(
          summaryOnly: stat, unfolded: full, filter: filter, context: context ?? 0,
          opensComments: comments, isSpoken: look.screenReader,
          links: canvas.theme.hasLinks ? try links(of: report, in: session) : DiffLinks())
        let pieces = DiffView.pieces(report, style: style, on: canvas)
        return AtOnce.results(pieces.map { piece in { canvas.theme.rendered(piece()) } }).joined()
      }
      await Pager.show(texts.joined(separator: "\n"), in: session.context)
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
    let filter = DiffFilter(
      only: only, unit: try address(in: [report.ours, report.theirs, report.base]))
    switch session.options.format {
    case .json: session.context.output.write(try MergeJSON.threeWay(report, filter: filter).text)
    case .text:
      let canvas = look.canvas(in: session)
      let style = DiffView.Style(
        summaryOnly: stat, unfolded: full, filter: filter, isSpoken: look.screenReader)
      let lines = ThreeWayView.lines(report, style: style, on: canvas)
      await Pager.show(canvas.theme.rendered(lines), in: session.context)
    }
    return report.units.isEmpty ? .done : .findings
  }

  /// The address of the unit asked for, which must stand in one of the texts.
  private func address(in texts: [DraftText]) throws -> String? {
    guard let unit else { return nil }
    var failure: (any Error)?
    for text in texts {
      do { return try text.address(ofUnit: unit) } catch { failure = failure ?? error }
    }
    if let failure { throw failure }
    return nil
  }

  private func links(of report: DiffReport, in session: Session) throws -> DiffLinks {
    func file(_ text: DraftText, _ position: Int) throws -> String? {
      if let draft = text.draft {
        return text.revision == nil ? try session.workbench().textFile(of: draft) : nil
      }
      guard targets.indices.contains(position) else { return nil }
      if noIndex { return session.path(targets[position]) }
      guard case .file(let path) = try Target.place(targets[position], in: session) else {
        return nil
      }
      return path
    }
    let isInWorkbench = report.new.draft != nil || report.old.draft != nil
    return DiffLinks(
      oldFile: report.old.draft == nil ? try file(report.old, 0) : nil,
      newFile: try file(report.new, 1),
      comment: isInWorkbench ? try session.workbench().setting("naskah.commentUrl") : nil)
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
          { [targets] in try TextFile.draftText(at: paths[1], named: targets[1]) },
          areActs: true)
      ]
    }
    if let report = try reportOfActs(in: session) { return [report] }
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

extension Diff {
  /// Two texts of which one at least is a file, as another region's regulation in `references/`;
  /// nil where both are texts of drafts.
  private func reportOfActs(in session: Session) throws -> DiffReport? {
    guard targets.count == 2 else { return nil }
    let places = try targets.map { try Target.place($0, in: session) }
    guard places.contains(where: { if case .file = $0 { true } else { false } }) else { return nil }
    let texts = try zip(places, targets).map { place, target in
      switch place {
      case .draft(let address): try session.workbench().text(at: address)
      case .file(let path): try TextFile.draftText(at: path, named: target)
      }
    }
    return try DiffReport.compared({ texts[0] }, { texts[1] }, areActs: true)
  }
}

extension DiffFilter.Only: Choice {}
