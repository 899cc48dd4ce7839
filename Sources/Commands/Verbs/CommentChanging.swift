import ArgumentParser
import Export
import LegalText
import Presentation
import ReviewModel
import Workbench

extension Comment {
  /// `naskah comment edit ID -m T`.
  struct Edit: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentEdit, name: "edit", alias: "ubah")
    }

    @Argument(help: .option(.commentID, .id)) var id: String
    @Option(
      name: .shortAndLong, parsing: .unconditional, help: .option(.commentText, .text))
    var message: String?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let comment = try workbench.comment(id)
      let text = try await session.message(message, on: comment)
      let event = try workbench.editComment(comment.thread, text)
      try session.done(event, session.messages.commentEdited(comment.thread.id.short))
      return .done
    }
  }

  /// `naskah comment withdraw ID`.
  struct Withdraw: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentWithdraw, name: "withdraw", alias: "tarik")
    }

    @Argument(help: .option(.commentID, .id)) var id: String
    @Option(parsing: .unconditional, help: .option(.withdrawReason, .text)) var reason: String?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let comment = try workbench.comment(id)
      let event = try workbench.withdrawComment(comment.thread, reason: reason)
      try session.done(event, session.messages.commentWithdrawn(comment.thread.id.short))
      return .done
    }
  }

  /// `naskah comment move ID UNIT`.
  struct Move: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentMove, name: "move", alias: "pindah")
    }

    @Argument(help: .option(.commentID, .id)) var id: String
    @Argument(help: .option(.unit, .unit)) var unit: String
    @Option(help: .option(.moveRevision, .revision)) var revision: String?
    @Option(parsing: .unconditional, help: .option(.quote, .words)) var quote: String?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let comment = try workbench.comment(id)
      let draft = comment.thread.anchor.draft
      let place = try workbench.place(
        at: revision.map(Target.revision) ?? RevisionAddress(draft: draft, selector: .latest),
        unit: unit, quote: quote)
      let event = try workbench.moveComment(comment.thread, to: place)
      let label =
        place.anchor.address.map { UnitAddress.label($0) } ?? session.messages.wholeDraft
      try session.done(
        event,
        session.messages.commentMoved(
          comment.thread.id.short, to: "\(draft) r\(place.revision.number) · \(label)"))
      return .done
    }
  }
}

/// `naskah assign ID AGENCY [--due DATE]`.
struct Assign: Verb {
  static var configuration: CommandConfiguration {
    .topic(.assign, name: "assign", alias: "tugaskan")
  }

  @Argument(help: .option(.commentID, .id)) var id: String
  @Argument(help: .option(.assignOffice, .agency)) var office: String
  @Option(help: .option(.due, .date)) var due: String?
  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let workbench = try session.workbench()
    let due = try due.map(Target.date)
    let comment = try workbench.comment(id).thread.id
    let events = try workbench.assign([comment], to: office, due: due)
    try session.done(
      events.first, session.messages.commentsAssigned([comment.short], to: office, due: due))
    return .done
  }
}

extension Session {
  /// Says that an event was recorded, or gives its id.
  func done(_ event: EventID?, _ sentence: String) throws {
    switch options.format {
    case .json: if let event { context.output.write(try CommentJSON.id(event).text) }
    case .text: say(sentence)
    }
  }
}
