import ArgumentParser
import Presentation

/// `naskah manual`: the source of the manual page, for `make install`; not listed in the help.
struct Manual: Verb {
  static var configuration: CommandConfiguration {
    var configuration = CommandConfiguration.topic(.manual, name: "manual")
    configuration.shouldDisplay = false
    return configuration
  }

  @OptionGroup var global: GlobalOptions

  func run(in session: Session) async throws -> ExitCode {
    let program = try session.language.spoken { try CommandDescription.program() }
    let page = ManualPage(program: program, messages: session.messages)
    session.context.output.write(page.text)
    return .done
  }
}
