import Foundation
import ReviewModel
import Synchronization
import TestSupport
import Testing

@testable import Workbench

/// Exchange with servers that run on this machine.
@Suite("Exchange with a git host", .serialized) struct HostTests {
  private static let sshd = "/usr/sbin/sshd"

  @Test("a git daemon: both ways, with progress, and why it fails")
  func daemon() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    let port = try Server.freePort()
    let programs = try first.git("--exec-path")
    let server = try Server(
      [
        "\(programs)/git-daemon", "--export-all", "--enable=receive-pack", "--listen=127.0.0.1",
        "--port=\(port)", "--base-path=\(first.folder.path)",
      ], port: port, in: first.folder)
    for bench in [first, second] {
      try bench.git("remote", "set-url", "origin", "git://127.0.0.1:\(port)/pusat.git")
    }
    // Of what is unpacked at once git tells no progress.
    try second.git("config", "fetch.unpackLimit", "1")
    for number in 0..<3 { try first.comment("Masukan \(number).") }
    let heard = Mutex<[ExchangeProgress]>([])
    let sent = try first.open().synchronise(with: nil) { news in heard.withLock { $0.append(news) }
    }
    #expect(sent.pushed.count == 2)
    #expect(heard.withLock { $0.last } == ExchangeProgress(.sending, percent: 100))
    let received = try second.open().synchronise(with: nil) { news in
      heard.withLock { $0.append(news) }
    }
    #expect(received.received == 3)
    #expect(heard.withLock { $0.contains(ExchangeProgress(.receiving, percent: 100)) })
    #expect(try first.state() == second.state())

    try first.git("remote", "add", "tiada", "git://127.0.0.1:\(port)/tiada.git")
    #expect(trouble(first, "tiada") == .repository)
    server.stop()
    #expect(trouble(first, "origin") == .connection)
    #expect(try first.state() == second.state())
  }

  @Test(
    "ssh: both ways, and why it fails",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: sshd)
        && (geteuid() != 0 || FileManager.default.fileExists(atPath: "/run/sshd")),
      "no sshd that can be started"))
  func ssh() throws {
    let offices = try Offices()
    let (first, second) = (offices.first, offices.second)
    let folder = first.folder
    for key in ["hos", "orang", "lain"] {
      _ = try folder.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
    }
    let port = try Server.freePort()
    try folder.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder.path)/hos
      AuthorizedKeysFile \(folder.path)/orang.pub
      PasswordAuthentication no
      KbdInteractiveAuthentication no
      StrictModes no
      PidFile none
      """, to: "sshd.conf")
    let server = try Server(
      [Self.sshd, "-D", "-e", "-f", "\(folder.path)/sshd.conf"], port: port, in: folder)
    func command(_ key: String, _ hosts: String) -> String {
      "ssh -F none -o BatchMode=yes -o IdentitiesOnly=yes -o IdentityAgent=none"
        + " -o UserKnownHostsFile=\(folder.path)/\(hosts) -i \(folder.path)/\(key)"
    }
    let host = try folder.text("hos.pub").split(separator: " ").prefix(2).joined(separator: " ")
    try folder.write("[127.0.0.1]:\(port) \(host)\n", to: "dikenal")
    let url = "ssh://\(NSUserName())@127.0.0.1:\(port)\(folder.path)"
    for bench in [first, second] {
      try bench.git("remote", "set-url", "origin", "\(url)/pusat.git")
      try bench.git("config", "core.sshCommand", command("orang", "dikenal"))
    }
    try first.comment("Lewat ssh.")
    #expect(try first.open().synchronise(with: nil).pushed.count == 2)
    #expect(try second.open().synchronise(with: nil).received == 1)
    #expect(try first.state() == second.state())

    try first.git("remote", "add", "tiada", "\(url)/tiada.git")
    #expect(trouble(first, "tiada") == .repository)
    try first.git("config", "core.sshCommand", command("lain", "dikenal"))
    #expect(trouble(first, "origin") == .access)
    try first.git("config", "core.sshCommand", command("orang", "kosong"))
    #expect(trouble(first, "origin") == .identity)
    server.stop()
    #expect(trouble(first, "origin") == .connection)
  }

  @Test(
    "what git and ssh say is understood",
    arguments: [
      (
        "Permission denied (publickey).\r\nfatal: Could not read from remote repository.",
        ExchangeTrouble.access
      ),
      ("fatal: Authentication failed for 'https://host/x.git/'", .access),
      ("fatal: unable to access 'https://host/': Could not resolve host: host", .address),
      ("fatal: unable to access 'https://host/': The requested URL returned error: 403", .access),
      ("remote: Repository not found.\nfatal: repository 'https://host/x/' not found", .repository),
      ("fatal: unable to access 'https://host/': SSL certificate problem: expired", .identity),
      ("ssh: connect to host host port 22: No route to host", .connection),
    ])
  func speech(errors: String, trouble: ExchangeTrouble) {
    #expect(GitSpeech.trouble(errors)?.trouble == trouble)
    #expect(GitSpeech.trouble(errors)?.line.contains("\r") == false)
  }

  @Test("progress is told from other words")
  func progress() {
    #expect(
      GitSpeech.progress("Receiving objects:   7% (1/14), 1.2 MiB | 3 MiB/s")
        == ExchangeProgress(.receiving, percent: 7))
    for line in [
      "Receiving objects: 700% (1/2)", "remote: Writing objects: 5% (", "Writing objects:",
    ] {
      #expect(GitSpeech.progress(line) == nil)
    }
    #expect(GitSpeech.trouble("remote: Terima kasih.\n") == nil)
  }

  private func trouble(_ bench: Bench, _ remote: String) -> ExchangeTrouble? {
    guard
      case .exchangeFailed(remote, let trouble, let reason)? = bench.failure({
        _ = try bench.open().synchronise(with: remote)
      }), !reason.isEmpty
    else { return nil }
    return trouble
  }
}

/// A server on this machine, stopped with the value.
private final class Server {
  private var process: pid_t = 0

  /// Starts it and waits until it answers.
  init(_ command: [String], port: Int, in folder: TemporaryFolder) throws {
    // Not by Foundation's `Process`, which then misses the end of those started after it.
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 0...2 as ClosedRange<CInt> {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    for descriptor in 3..<64 as Range<CInt> {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    let arguments = command.map { strdup($0) } + [nil]
    let variables = folder.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    try #require(posix_spawn(&process, command[0], &actions, nil, arguments, variables) == 0)
    var tries = 0
    while !Self.answers(port) {
      tries += 1
      try #require(tries < 500, "no server on port \(port)")
      usleep(20_000)
    }
  }

  deinit { stop() }

  func stop() {
    guard process > 0 else { return }
    kill(process, SIGKILL)
    var status: CInt = 0
    waitpid(process, &status, 0)
    process = 0
  }

  /// A port that nobody listened on just now.
  static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = address(0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 ? getsockname(socket, $0, &length) : -1
      }
    }
    try #require(code == 0)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func answers(_ port: Int) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = address(port)
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private static func address(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }
}
