import ArgumentParser
import Export
import Presentation
import ReviewModel
import Workbench

extension Comment {
  /// `naskah comment list [KEY]`.
  struct List: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentList, name: "list", alias: "daftar")
    }

    @Argument(help: .option(.commentDraft, .key)) var key: String?
    @Option(help: .option(.at, .revision)) var at: String?
    @Option(parsing: .unconditional, help: .option(.unitFilter, .unit)) var unit: String?
    @Option(help: .option(.stateFilter, .state)) var state: Placement.State?
    @Option(help: .option(.statusFilter, .status)) var status: String?
    @Option(parsing: .unconditional, help: .option(.search, .words)) var search: String?
    @Option(parsing: .unconditional, help: .option(.groupFilter, .group)) var group: String?
    @Option(parsing: .unconditional, help: .option(.forumFilter, .forum)) var forum: String?
    @Option(parsing: .unconditional, help: .option(.officeFilter, .agency)) var opd: String?
    @Option(help: .option(.dueFilter, .date)) var due: String?
    @Option(help: .option(.since, .date)) var since: String?
    @Option(help: .option(.until, .date)) var until: String?
    @Option(help: .option(.letterFilter, .id)) var sameAs: String?
    @Option(help: .option(.sortOrder, .order)) var sort: CommentFilter.Order?
    @Option(help: .option(.limit, .number)) var limit: Int?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let list = try workbench.comments(filter(today: workbench.today))
      try await session.show(CommentJSON.list(list)) { CommentListView.lines(list, on: $0) }
      try session.warnOfUnreadableLogs(workbench)
      return .done
    }

    private func filter(today: CalendarDate) throws -> CommentFilter {
      CommentFilter(
        draft: try key.map(Target.key), at: try at.map(Target.revision), unit: unit, state: state,
        status: try status.map { text in
          guard let status = CommentThread.Status(rawValue: text) else {
            throw Failure.statusInvalid(
              text, known: CommentThread.Status.allCases.map(\.rawValue))
          }
          return status
        }, search: search, group: group, forum: forum, office: opd,
        dueBy: try due.map { text in
          ["lewat", "overdue"].contains(text.lowercased())
            ? CalendarDate(daysSinceEpoch: today.daysSinceEpoch - 1) : try Target.date(text)
        }, since: try since.map(Target.date), until: try until.map(Target.date), letter: sameAs,
        order: sort ?? .place, limit: limit)
    }
  }

  /// `naskah comment show ID`.
  struct Show: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentShow, name: "show", alias: "lihat")
    }

    @Argument(help: .option(.commentID, .id)) var id: String
    @Option(parsing: .unconditional, help: .option(.saveAttachments, .folder))
    var attachments: String?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let comment = try workbench.comment(id)
      if let attachments {
        let paths = try workbench.saveAttachments(
          of: comment.thread, to: session.path(attachments))
        let words = session.messages
        (paths.isEmpty ? [words.noAttachment] : words.attachmentsSaved(paths)).forEach(
          session.notice)
      }
      try await session.show(CommentJSON.comment(comment)) { CommentView.lines(comment, on: $0) }
      return .done
    }
  }

  /// `naskah comment groups [KEY]`.
  struct Groups: Verb {
    static var configuration: CommandConfiguration {
      .topic(.commentGroups, name: "groups", alias: "kelompok")
    }

    @Argument(help: .option(.groupsDraft, .key)) var key: String?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let workbench = try session.workbench()
      let groups = try workbench.letterGroups(of: key.map(Target.key))
      try await session.show(GroupJSON.groups(groups)) { LetterGroupView.lines(groups, on: $0) }
      try session.warnOfUnreadableLogs(workbench)
      return .done
    }
  }
}

extension Placement.State: Choice {}
extension CommentFilter.Order: Choice {}

/// `naskah reindex`: the index made anew from the log.
struct Reindex: Verb {
  static var configuration: CommandConfiguration {
    .topic(.reindex, name: "reindex", alias: "indeks-ulang")
  }

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let workbench = try session.workbench()
    let report = try workbench.reindex()
    switch session.options.format {
    case .json: session.context.output.write(try CommentJSON.indexed(report).text)
    case .text:
      session.messages.indexed(report.comments, unreadable: report.damage.count).forEach(
        session.say)
      for damage in report.damage { session.say("  \(damage.ref): \(damage.reason)") }
    }
    return .done
  }
}
