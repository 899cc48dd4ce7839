import Commands
import Foundation

// A reader that goes away, as `naskah log | head` does, must not end the program with a signal.
signal(SIGPIPE, SIG_IGN)
Naskah.prepare()
await Naskah.main(Array(CommandLine.arguments.dropFirst()), in: .process())
