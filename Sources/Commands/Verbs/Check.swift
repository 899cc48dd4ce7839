import ArgumentParser
import Export
import Foundation
import LegalText
import Presentation
import ReviewModel
import Workbench

/// `naskah check KEY[@REV]|FILE`: the drafting rules.
struct Check: Verb {
  static var configuration: CommandConfiguration {
    .topic(.check, name: "check", alias: "periksa")
  }

  @Argument(help: .option(.outlineTarget, .revision)) var target: String
  @Option(name: .customLong("rule"), help: .option(.checkRule, .id)) var rules: [String] = []
  @Option(help: .option(.checkSeverity, .status)) var severity: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for rule in rules where !DraftChecker.rules.contains(where: { $0.id == rule }) {
      let family = rule.prefix { $0 != "." }
      let near = DraftChecker.rules.map(\.id).filter { $0.hasPrefix(family) }
      throw ValidationError("--rule \(rule): \(near.isEmpty ? "?" : near.joined(separator: ", "))")
    }
    if let severity, Severity(rawValue: severity) == nil {
      throw ValidationError("--severity error|warning|info")
    }
  }

  func run(in session: Session) async throws -> ExitCode {
    let all: CheckReport
    switch try Target.place(target, in: session) {
    case .draft(let address): all = try session.workbench().check(address)
    case .file(let path):
      all = Workbench.check(try TextFile.draftText(at: path, named: target))
    }
    let report = all.filtered(
      rules: Set(rules), from: severity.flatMap(Severity.init(rawValue:)) ?? .info)
    let english = Language.english.messages
    try await session.show(
      CheckJSON.check(report) { english.problem($0.problem) }
    ) { CheckView.lines(report, name: target, on: $0) }
    return report.findings.contains { $0.severity >= .warning } ? .findings : .done
  }
}

extension Target {
  /// What a text is named by.
  enum Place {
    case draft(RevisionAddress)
    case file(String)
  }

  /// Whether `target` names a draft or a file. A name that can only be a file, or is one and no
  /// draft of that name is there, needs no workbench. A folder stands for the text in it, and
  /// `references/KEY` is found from any folder of the workbench.
  static func place(_ target: String, in session: Session) throws -> Place {
    let path = session.path(target)
    let isFile = FileManager.default.fileExists(atPath: path)
    guard let address = RevisionAddress(target) else {
      if isFile { return .file(textFile(at: path)) }
      if target.hasPrefix("references/"),
        let known = try? session.workbench().path(fromRoot: target)
      {
        return .file(textFile(at: known))
      }
      if target.contains("/") || target.contains(".") { return .file(path) }
      return .draft(try Target.revision(target))
    }
    guard isFile else { return .draft(address) }
    do {
      return try session.workbench().hasDraft(address.draft) ? .draft(address) : .file(path)
    } catch Failure.notARepository {
      return .file(path)
    } catch Failure.notAWorkbench {
      return .file(path)
    }
  }

  /// A file, or the text in a folder that holds one.
  private static func textFile(at path: String) -> String {
    let text = path + "/naskah.txt"
    return FileManager.default.fileExists(atPath: text) ? text : path
  }
}
