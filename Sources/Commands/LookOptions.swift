import ArgumentParser
import Presentation

/// How a difference looks.
struct LookOptions: ParsableArguments {
  @Option(help: .option(.theme, .theme)) var theme: ThemeChoice?
  @Flag(help: .option(.screenReader)) var screenReader = false
  @Option(help: .option(.hyperlinks, .when)) var hyperlinks: ColorChoice?

  /// The canvas of a session with the theme asked for, here or in git's configuration.
  func canvas(in session: Session) -> Canvas {
    var canvas = session.canvas()
    if screenReader {
      canvas.theme = .plain
      return canvas
    }
    if canvas.theme.isColoured { canvas.theme = chosen(in: session).theme }
    canvas.theme.hasLinks =
      switch hyperlinks ?? .auto {
      case .always: true
      case .never: false
      case .auto:
        canvas.isInteractive && canvas.theme.isColoured
          && TerminalLinks.areKnown(session.context.environment)
      }
    return canvas
  }

  /// The theme for a terminal behind git's pager.
  func themeForPager(in session: Session) -> Theme { chosen(in: session).theme }

  private func chosen(in session: Session) -> ThemeChoice {
    if let theme { return theme }
    // A name that is none, or no repository at all, is no reason to show nothing.
    let name = try? session.workbench(needsDrafts: false).setting("naskah.theme")
    return name.flatMap { ThemeChoice(rawValue: $0) } ?? .standard
  }
}

/// The themes by the names that a person types.
enum ThemeChoice: String, Choice {
  case standard = "default"
  case blueOrange = "blue-orange"
  case monochrome

  var theme: Theme {
    switch self {
    case .standard: .standard
    case .blueOrange: .blueOrange
    case .monochrome: .monochrome
    }
  }
}

/// Which terminals follow links (OSC 8): those known to, since others may print the address.
enum TerminalLinks {
  private static let programs: Set = [
    "iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "Tabby", "rio", "WarpTerminal",
  ]
  private static let types = [
    "xterm-kitty", "xterm-ghostty", "foot", "alacritty", "contour", "wezterm",
  ]

  /// Whether the environment names such a terminal, and none in between such as tmux.
  static func areKnown(_ environment: [String: String]) -> Bool {
    let term = environment["TERM"] ?? ""
    guard term != "dumb", environment["TMUX"] == nil, environment["STY"] == nil,
      !term.hasPrefix("screen"), !term.hasPrefix("tmux")
    else { return false }
    func version(_ name: String) -> Int { environment[name].flatMap { Int($0) } ?? 0 }
    return environment["TERM_PROGRAM"].map(programs.contains) ?? false
      || types.contains { term.hasPrefix($0) } || environment["WT_SESSION"] != nil
      || version("VTE_VERSION") >= 5000 || version("KONSOLE_VERSION") >= 201_200
  }
}
