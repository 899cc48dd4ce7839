import Foundation
import Subprocess

/// Long results on a terminal, a screen at a time.
enum Pager {
  /// Shows text through the pager when a person reads on a terminal, else writes it as it is.
  static func show(_ text: String, in context: Context) async {
    guard context.output.isTerminal, context.output is StandardStream,
      let command = command(context), !command.isEmpty
    else {
      context.output.write(text)
      return
    }
    var environment: [Environment.Key: String?] = [:]
    if context.variable("LESSCHARSET") == nil { environment["LESSCHARSET"] = "utf-8" }
    // As git does: a pager without options of its own shows colours, and ends on a short text.
    if context.variable("LESS") == nil { environment["LESS"] = "FRX" }
    do {
      // 127: there is no such pager. The shell has read nothing of the text yet, so it shows it.
      let script = "\(command)\nstatus=$?; [ $status -ne 127 ] || exec cat; exit $status"
      _ = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", script],
        environment: .inherit.updating(environment), input: .string(text),
        output: .currentStandardOutput, error: .currentStandardError)
    } catch {
      // A reader that leaves before the end breaks the pipe: not an error.
    }
  }

  private static func command(_ context: Context) -> String? {
    for name in ["NASKAH_PAGER", "PAGER"] {
      if let value = context.environment[name] { return value == "cat" ? "" : value }
    }
    return "less -FRX"
  }
}
