import Foundation
import Testing

@testable import Workbench

@Suite("Programs that run beside this one") struct ProgramTests {
  private func shell() throws -> Program {
    try Program("sh", package: "sh", environment: ["PATH": "/usr/bin:/bin", "WORD": "satu dua"])
  }

  @Test("what is read, written and complained of; the status")
  func streams() throws {
    let input = Array(String(repeating: "baris\n", count: 200_000).utf8)
    let outcome = try shell().run(
      ["-c", "cat; echo galat >&2; exit 3"], input: input)
    #expect(outcome.output == input && outcome.errors == "galat\n" && outcome.status == 3)
    let word = try shell().run(["-c", "printf '%s' \"$WORD\"; cat"])
    #expect(String(decoding: word.output, as: UTF8.self) == "satu dua")
  }

  @Test("a listener hears each line, and what it keeps is no complaint")
  func listener() throws {
    let outcome = try shell().run(["-c", "printf 'a 1\\ra 2\\nb\\n' >&2"]) { $0.hasPrefix("a") }
    #expect(outcome.errors == "b\n" && outcome.status == 0)
  }

  @Test("a program that is not there")
  func absent() throws {
    #expect(throws: (any Error).self) {
      try Program("bukan-program", package: "x", environment: [:])
    }
  }

  // An interrupt at a terminal goes to the group of processes that runs there.
  @Test("signals held back here reach a program, which is in the group of this process")
  func signals() throws {
    var held = sigset_t()
    var before = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    for (name, signal) in [("TERM", SIGTERM), ("HUP", SIGHUP)] {
      let outcome = try shell().run(["-c", "kill -\(name) $$; echo masih"])
      #expect(outcome.output.isEmpty && outcome.status == 128 + signal)
    }
    #if os(Linux)
      let group = try shell().run(["-c", "set -- $(cat /proc/$$/stat); echo $5"])
      #expect(String(decoding: group.output, as: UTF8.self) == "\(getpgrp())\n")
    #endif
  }
}
