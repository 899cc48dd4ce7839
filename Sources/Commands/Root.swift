import ArgumentParser
import Presentation

/// `naskah`: the command that holds all others.
struct Root: ParsableCommand {
  static var configuration: CommandConfiguration {
    .topic(
      .root, name: "naskah",
      subcommands: [
        Init.self, Draft.self, Import.self, Commit.self, Log.self, Blame.self, Show.self, Outline.self,
        Check.self, Format.self, Renumber.self, Diff.self,
        Restore.self, Comment.self, Respond.self, Status.self, Manual.self,
        Key.self, Config.self, Verify.self, Erase.self, Sync.self,
        DiffDriver.self, Textconv.self,
      ])
  }

  @OptionGroup var global: GlobalOptions
}
