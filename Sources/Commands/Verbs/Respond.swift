import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

/// `naskah respond ID --accept|… --reason R`: the makers' answer.
struct Respond: Verb {
  static var configuration: CommandConfiguration {
    .topic(.respond, name: "respond", alias: "tanggapi")
  }

  @Argument(help: .option(.commentID, .id)) var id: String?
  @Option(help: .option(.respondGroup, .id)) var group: String?
  @Flag(help: .option(.accept)) var accept = false
  @Flag(help: .option(.partial)) var partial = false
  @Flag(help: .option(.reject)) var reject = false
  @Flag(help: .option(.note)) var note = false
  @Flag(help: .option(.outOfScope)) var outOfScope = false
  @Option(parsing: .unconditional, help: .option(.reason, .text)) var reason: String?
  @Option(help: .option(.answerRevision, .revision)) var revision: String?
  @Option(parsing: .unconditional, help: .option(.answerAgency, .agency)) var agency: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard chosen.count == 1 else {
      let options = ["--accept", "--partial", "--reject", "--note", "--out-of-scope"]
      throw ValidationError(CurrentLanguage.messages.usage(.notOneOf(options)))
    }
    guard (id == nil) != (group == nil) else {
      let words = CurrentLanguage.messages
      throw ValidationError(
        words.usage(.notOneOf(["<\(words.value(.id))>", "--group"])))
    }
  }

  private var chosen: [CommentAnswered.Disposition] {
    let choices: [(Bool, CommentAnswered.Disposition)] = [
      (accept, .accepted), (partial, .partial), (reject, .rejected), (note, .noted),
      (outOfScope, .outOfScope),
    ]
    return choices.filter(\.0).map(\.1)
  }

  func run(in session: Session) async throws -> ExitCode {
    guard let disposition = chosen.first, let id = id ?? group else { return .usage }
    let workbench = try session.workbench()
    let comment = try workbench.comment(id)
    let revision = try revision.map(Target.revision)
    let text = try await session.message(reason, on: comment)
    if group != nil {
      let (answers, others) = try workbench.respond(
        toGroupOf: comment.thread.id, disposition, reason: text, revision: revision,
        agency: agency)
      switch session.options.format {
      case .json: session.context.output.write(try CommentJSON.ids(answers).text)
      case .text:
        session.say(
          session.messages.groupAnswered(
            answers.count, others: others, CommentThread.Status(disposition)))
      }
      return .done
    }
    let answer = try workbench.respond(
      to: comment.thread.id, disposition, reason: text, revision: revision, agency: agency)
    switch session.options.format {
    case .json: session.context.output.write(try CommentJSON.id(answer).text)
    case .text:
      session.say(
        session.messages.answered(comment.thread.id.short, CommentThread.Status(disposition)))
    }
    return .done
  }
}

/// `naskah status`: what waits for whom.
struct Status: Verb {
  static var configuration: CommandConfiguration { .topic(.status, name: "status") }

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let workbench = try session.workbench()
    let status = try workbench.status()
    try await session.show(StatusJSON.status(status)) { StatusView.lines(status, on: $0) }
    try session.warnOfUnreadableLogs(workbench)
    return .done
  }
}
