import ArgumentParser
import Export
import Presentation
import ReviewModel

/// `naskah commit [KEY…] -m M`: record a revision.
struct Commit: Verb {
  static var configuration: CommandConfiguration {
    .topic(.commit, name: "commit", alias: "simpan")
  }

  @Argument(help: .option(.draftKeys, .key)) var keys: [String] = []
  @Option(
    name: .shortAndLong, parsing: .unconditional, help: .option(.message, .text)) var message:
    String?
  @Option(help: .option(.resolves, .id)) var resolves: [String] = []
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let workbench = try session.workbench()
    let keys = try keys.map(Target.key)
    let changed = try workbench.changedDrafts(among: keys)
    guard !changed.isEmpty else {
      session.notice(session.messages.nothingToCommit(keys))
      return .findings
    }
    let text: String
    if let message {
      text = try Editor.message(message, keepingComments: true)
    } else {
      text = try await Editor.text(
        place: changed.map(\.description).joined(separator: ", "), words: [], in: session)
    }
    guard let report = try workbench.commit(changed, message: text, resolves: resolves) else {
      session.notice(session.messages.nothingToCommit(keys))
      return .findings
    }
    switch session.options.format {
    case .json: session.context.output.write(try RevisionJSON.commit(report).text)
    case .text:
      session.messages.committed(report).forEach(session.say)
      for change in report.revisions.compactMap(\.check) {
        CheckView.sentences(change, in: session.messages).forEach(session.say)
      }
    }
    return .done
  }
}

/// `naskah log KEY`: the revisions of a draft, or what they did to one unit.
struct Log: Verb {
  static var configuration: CommandConfiguration { .topic(.log, name: "log", alias: "riwayat") }

  @Argument(help: .option(.draftKey, .key)) var key: String
  @Option(help: .option(.logUnit, .unit)) var unit: String?
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    if let unit {
      let log = try session.workbench().log(of: Target.revision(key), unit: unit)
      try await session.show(HistoryJSON.log(log)) { UnitLogView.lines(log, on: $0) }
      return .done
    }
    let log = try session.workbench().log(
      of: Target.key(key), withChanges: session.options.format == .text)
    try await session.show(RevisionJSON.log(log)) { LogView.lines(log, on: $0) }
    return .done
  }
}

/// `naskah blame KEY[@REV] [UNIT]`: which revision last changed each unit, and why.
struct Blame: Verb {
  static var configuration: CommandConfiguration { .topic(.blame, name: "blame", alias: "asal") }

  @Argument(help: .option(.revision, .revision)) var revision: String
  @Argument(help: .option(.blameUnit, .unit)) var unit: String?
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let workbench = try session.workbench()
    let report = try workbench.blame(Target.revision(revision), unit: unit)
    try session.warnOfUnreadableLogs(workbench)
    try await session.show(HistoryJSON.blame(report)) { BlameView.lines(report, on: $0) }
    return .done
  }
}

/// `naskah restore KEY@REV`: bring an earlier text back as the working text.
struct Restore: Verb {
  static var configuration: CommandConfiguration {
    .topic(.restore, name: "restore", alias: "pulihkan")
  }

  @Argument(help: .option(.revision, .revision)) var revision: String
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let restored = try session.workbench().restore(Target.revision(revision))
    let words = session.messages
    switch session.options.format {
    case .json:
      session.context.output.write(
        try RevisionJSON.restored(restored.draft, revision: restored.revision.number).text)
    case .text:
      session.say(
        restored.isChanged
          ? words.restored(
            restored.draft, revision: restored.revision.number, path: restored.path)
          : words.alreadyRestored(restored.draft, revision: restored.revision.number))
    }
    return .done
  }
}
