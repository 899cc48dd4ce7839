import ArgumentParser
import Export
import Foundation
import LegalText
import Presentation
import ReviewModel
import Workbench

/// `naskah fmt KEY|FILE`: the canonical layout; no word changes.
struct Format: Verb {
  static var configuration: CommandConfiguration { .topic(.fmt, name: "fmt", alias: "rapikan") }

  @Argument(help: .option(.outlineTarget, .revision)) var target: String
  @Flag(help: .option(.checkOnly)) var check = false
  @Flag(help: .option(.toStdout)) var stdout = false
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let source = try EditTarget.text(target, mayWrite: !check && !stdout, in: session)
    let bytes = CanonicalLayout.text(of: source.text.document)
    let isChanged = bytes != source.text.document.source
    let isWritten = isChanged && !check && !stdout
    if isWritten { try source.replace(with: bytes) }
    switch session.options.format {
    case .json:
      session.context.output.write(
        try FormattingJSON.formatted(
          source.text, isChanged: isChanged, isWritten: isWritten, text: stdout ? bytes : nil
        ).text)
    case .text where stdout:
      session.context.output.write(String(decoding: bytes, as: UTF8.self))
    case .text:
      let words = session.messages
      session.say(
        isWritten
          ? words.formatted(source.name)
          : isChanged ? words.notFormatted(source.name) : words.alreadyFormatted(source.name))
    }
    return check && isChanged ? .findings : .done
  }
}

/// `naskah renumber KEY|FILE`: closes gaps in numbers and carries the references along.
struct Renumber: Verb {
  static var configuration: CommandConfiguration {
    .topic(.renumber, name: "renumber", alias: "urutkan")
  }

  @Argument(help: .option(.outlineTarget, .revision)) var target: String
  @Flag(help: .option(.dryRun)) var dryRun = false
  @Flag(help: .option(.checkOnly)) var check = false
  @Flag(help: .option(.toStdout)) var stdout = false
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let isShownOnly = check || dryRun || stdout
    let source = try EditTarget.text(target, mayWrite: !isShownOnly, in: session)
    let document = source.text.document
    let plan = Renumbering.plan(for: document)
    let isWritten = !plan.isEmpty && !isShownOnly
    if isWritten { try source.replace(with: plan.applied()) }
    if stdout, session.options.format == .text {
      session.context.output.write(String(decoding: plan.applied(), as: UTF8.self))
    } else {
      try await session.show(
        FormattingJSON.renumbered(
          source.text, plan, isWritten: isWritten, text: stdout ? plan.applied() : nil)
      ) {
        RenumberView.lines(plan, of: document, name: source.name, isWritten: isWritten, on: $0)
      }
    }
    return check && !plan.isEmpty ? .findings : .done
  }
}

/// The text that a rewriting command is given.
enum EditTarget {
  /// The text that `target` names: a draft's, or a file's, which needs no workbench.
  ///
  /// A saved revision may only be shown.
  static func text(
    _ target: String, mayWrite: Bool, in session: Session
  ) throws -> EditableText {
    let found = try text(target, in: session)
    if mayWrite, found.path == nil {
      throw ValidationError(session.messages.usage(.notOneOf(["--check", "--stdout"])))
    }
    return found
  }

  private static func text(_ target: String, in session: Session) throws -> EditableText {
    switch try Target.place(target, in: session) {
    case .draft(let address): try session.workbench().editableText(at: address)
    case .file(let path): try TextFile.editableText(at: path, named: target)
    }
  }
}
