import ArgumentParser
import Export
import LegalText
import Presentation
import ReviewModel
import Workbench

/// `naskah comment`: public inputs and their threads.
struct Comment: ParsableCommand {
  static var configuration: CommandConfiguration {
    .topic(
      .comment, name: "comment", alias: "komentar",
      subcommands: [
        Add.self, List.self, Show.self, Reply.self, Edit.self, Withdraw.self, Move.self,
        Import.self, Groups.self,
      ])
  }

  @OptionGroup var global: GlobalOptions

  /// `naskah comment add KEY@REV [UNIT] -m T`.
  struct Add: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentAdd, name: "add", alias: "tambah")
    }

    @Argument(help: .option(.commentRevision, .revision)) var revision: String
    @Argument(help: .option(.unit, .unit)) var unit: String?
    @Option(
      name: .shortAndLong, parsing: .unconditional, help: .option(.commentText, .text))
    var message: String?
    @Option(parsing: .unconditional, help: .option(.quote, .words)) var quote: String?
    @Option(parsing: .unconditional, help: .option(.name, .name)) var name: String?
    @Option(parsing: .unconditional, help: .option(.group, .group)) var group: String?
    @Option(parsing: .unconditional, help: .option(.forum, .forum)) var forum: String?
    @Option(parsing: .unconditional, help: .option(.date, .date)) var date: String?
    @Option(parsing: .unconditional, help: .option(.channel, .channel)) var channel: String?
    @Option(parsing: .unconditional, help: .option(.agency, .agency)) var agency: String?
    @Option(parsing: .unconditional, help: .option(.contact, .contact)) var contact: String?
    @Option(parsing: .unconditionalSingleValue, help: .option(.attach, .file)) var attach:
      [String] = []
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let place = try workbench.place(
        at: Target.revision(revision), unit: unit, quote: quote)
      let given = try date.map(Target.date)
      let text: String
      if let message {
        text = try Editor.message(message, keepingComments: true)
      } else {
        text = try await Editor.text(
          place: label(place, session.messages), words: words(place, session.messages),
          in: session)
      }
      let id = try workbench.addComment(
        text, at: place,
        from: Commenter(
          name: name, contact: contact, group: group, agency: agency, forum: forum,
          channel: channel, date: given),
        attachments: attach.map { Attachment(path: session.path($0), name: $0) })
      switch session.options.format {
      case .json: session.context.output.write(try CommentJSON.id(id).text)
      case .text:
        session.say(session.messages.commented(id.short, place: label(place, session.messages)))
        if place.isWorkingTextDifferent {
          session.notice(
            session.messages.commentedOnWorkingText(
              "\(place.anchor.draft) r\(place.revision.number)"))
        }
      }
      return .done
    }

    private func label(_ place: CommentPlace, _ messages: any Messages) -> String {
      let unit = place.anchor.address.map { UnitAddress.label($0) } ?? messages.wholeDraft
      return "\(place.anchor.draft) r\(place.revision.number) · \(unit)"
    }

    private func words(_ place: CommentPlace, _ messages: any Messages) -> [Line] {
      guard let unit = place.unit else { return [] }
      let canvas = Canvas(
        width: 78, theme: .plain, isInteractive: false, messages: messages)
      return [Line()] + TextView.lines(place.document, unit: unit, on: canvas)
    }
  }

  /// `naskah comment reply ID -m T`.
  struct Reply: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentReply, name: "reply", alias: "balas")
    }

    @Argument(help: .option(.commentID, .id)) var id: String
    @Option(
      name: .shortAndLong, parsing: .unconditional, help: .option(.commentText, .text))
    var message: String?
    @Option(parsing: .unconditional, help: .option(.answerAgency, .agency)) var agency: String?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let comment = try workbench.comment(id)
      let text = try await session.message(message, on: comment)
      let reply = try workbench.reply(to: comment.thread.id, text, agency: agency)
      switch session.options.format {
      case .json: session.context.output.write(try CommentJSON.id(reply).text)
      case .text: session.say(session.messages.replied(comment.thread.id.short))
      }
      return .done
    }
  }

  /// `naskah comment import FILE --draft KEY`.
  struct Import: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentImport, name: "import", alias: "impor")
    }

    @Argument(help: .option(.importFile, .file)) var file: String
    @Option(help: .option(.importDraft, .key)) var draft: String
    @Option(help: .option(.importRevision, .number)) var revision: String?
    @Option(parsing: .unconditional, help: .option(.forum, .forum)) var forum: String?
    @Option(parsing: .unconditionalSingleValue, help: .option(.mapping, .mapping))
    var map: [String] = []
    @Flag(help: .option(.importDryRun)) var dryRun = false
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let words = session.messages
      let key = try Target.key(draft)
      let selector = try revision.map { text in
        guard let selector = RevisionSelector(text) else {
          throw Failure.addressNotUnderstood(text)
        }
        return selector
      }
      let progress = Progress(session: session)
      var request = ImportRequest(
        path: session.path(file), name: file,
        into: RevisionAddress(draft: key, selector: selector ?? .latest), forum: forum,
        reject: ImportRequest.RejectWords(
          line: words.rejectedLineColumn, reason: words.rejectedReasonColumn,
          text: { words.rejection($0) }))
      request.isDryRun = dryRun
      for pair in map {
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
          throw Failure.mappingInvalid(pair, fields: ["masukan"], columns: [])
        }
        request.mapping[parts[0]] = parts[1]
      }
      let report = try session.workbench().importComments(request) {
        progress.report(words.importing($0, of: $1))
      }
      progress.finish()
      switch session.options.format {
      case .json: session.context.output.write(try CommentJSON.imported(report).text)
      case .text:
        (report.isDryRun ? words.wouldImport(report) : words.imported(report)).forEach(
          session.say)
        if report.foreignBytes > 0 { session.say(words.readAsWindows1252) }
        if report.isMappingKept {
          session.say(words.mappingUsed(report.mapping))
        } else if !report.mapping.isEmpty, !report.isDryRun {
          session.say(words.mappingKept(report.mapping))
        }
        if report.isDryRun {
          for rejection in report.rejected.prefix(20) {
            session.say(
              "\(words.rejectedLineColumn) \(rejection.line): \(words.rejection(rejection.reason))")
          }
        }
      }
      return report.rejected.isEmpty ? .done : .findings
    }
  }
}

extension Session {
  /// The text given, or one written in the editor below what the comment says.
  func message(_ given: String?, on comment: CommentReport) async throws -> String {
    if let given { return try Editor.message(given, keepingComments: true) }
    let canvas = Canvas(width: 78, theme: .plain, isInteractive: false, messages: messages)
    return try await Editor.text(
      place: comment.thread.id.short, words: CommentView.lines(comment, on: canvas), in: self)
  }
}

/// A line that tells how far long work has come: on a terminal only, and gone when it is done.
final class Progress: Sendable {
  private let session: Session

  init(session: Session) { self.session = session }

  func report(_ words: String) {
    guard session.context.errors.isTerminal else { return }
    session.context.errors.write("\r\(words)\u{1B}[K")
  }

  func finish() {
    guard session.context.errors.isTerminal else { return }
    session.context.errors.write("\r\u{1B}[K")
  }
}
