import ArgumentParser
import Export
import Presentation
import ReviewModel

/// `naskah draft`: start and list drafts.
struct Draft: ParsableCommand {
  static var configuration: CommandConfiguration {
    .topic(.draft, name: "draft", alias: "draf", subcommands: [Add.self, List.self, Show.self])
  }

  @OptionGroup var global: GlobalOptions

  /// `naskah draft add KEY --title T`.
  struct Add: Verb {
    static var configuration: CommandConfiguration {
      .topic(.draftAdd, name: "add", alias: "tambah")
    }

    @Argument(help: .option(.draftKey, .key)) var key: String
    @Option(parsing: .unconditional, help: .option(.draftTitle, .title)) var title: String
    @Option(help: .option(.draftFile, .file)) var file: String?
    @Option(help: .option(.draftKind, .kind)) var kind: DraftInfo.Kind?
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let added = try session.workbench(needsDrafts: false).addDraft(
        key: Target.key(key), info: DraftInfo(title: title, kind: kind ?? .new),
        file: file.map { session.path($0) })
      switch session.options.format {
      case .json: session.context.output.write(try DraftJSON.list([added.listing]).text)
      case .text: session.say(session.messages.draftAdded(added.listing.key, path: added.path))
      }
      return .done
    }
  }

  /// `naskah draft list`.
  struct List: Verb {
    static var configuration: CommandConfiguration {
      .topic(.draftList, name: "list", alias: "daftar")
    }

    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let drafts = try session.workbench().drafts()
      try await session.show(DraftJSON.list(drafts)) { DraftListView.lines(drafts, on: $0) }
      return .done
    }
  }

  /// `naskah draft show KEY`.
  struct Show: Verb {
    static var configuration: CommandConfiguration {
      .topic(.draftShow, name: "show", alias: "lihat")
    }

    @Argument(help: .option(.draftKey, .key)) var key: String
    @OptionGroup var global: GlobalOptions

    func run(in session: Session) async throws -> ExitCode {
      let overview = try session.workbench().overview(of: Target.key(key))
      try await session.show(DraftJSON.overview(overview)) {
        DraftOverviewView.lines(overview, on: $0)
      }
      return .done
    }
  }
}

extension DraftInfo.Kind: Choice {}

/// Reading what a person names on the command line.
enum Target {
  /// A draft's key.
  static func key(_ text: String) throws -> DraftKey {
    guard let key = DraftKey(text) else { throw Failure.draftKeyInvalid(text) }
    return key
  }

  /// A day as people write it.
  static func date(_ text: String) throws -> CalendarDate {
    guard let date = CalendarDate(written: text) else { throw Failure.dateInvalid(text) }
    return date
  }

  /// A draft or one of its revisions.
  static func revision(_ text: String) throws -> RevisionAddress {
    if let address = RevisionAddress(text) { return address }
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard DraftKey(parts[0]) != nil else { throw Failure.draftKeyInvalid(String(parts[0])) }
    throw Failure.addressNotUnderstood(text)
  }
}
