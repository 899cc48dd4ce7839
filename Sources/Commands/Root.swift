import ArgumentParser
import Presentation

/// `naskah`: the command that holds all others.
struct Root: ParsableCommand {
  static var configuration: CommandConfiguration {
    .topic(
      .root, name: "naskah",
      subcommands: [
        Init.self, Draft.self, Import.self, Commit.self, Log.self, Blame.self, Show.self,
        Outline.self, Check.self, Format.self, Renumber.self, Diff.self,
        Merge.self, Restore.self, Comment.self, Respond.self, Assign.self, Status.self, Key.self,
        Config.self, Verify.self, Erase.self, Sync.self, Reindex.self, Manual.self,
        DiffDriver.self, Textconv.self, MergeDriver.self,
      ])
  }

  @OptionGroup var global: GlobalOptions
}
