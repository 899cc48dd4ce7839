import Foundation
import Synchronization

/// A program that runs beside this one until it ends.
///
/// It stays among the processes of this one's terminal command, and no signal is kept from it: what
/// interrupts this process at a terminal, interrupts it too. (Foundation's `Process` gives each
/// program a group of its own, and the signals that its thread holds back.)
struct ChildProcess: Sendable {
  private let id: pid_t
  /// Held while a program starts, and while a pipe is not yet kept from other programs.
  fileprivate static let starting = Mutex(())

  /// Starts a program.
  /// - Parameters:
  ///   - streams: what it reads, writes and complains to.
  /// - Throws: `POSIXError`.
  init(
    _ path: String, _ arguments: [String], environment: [String: String],
    streams: (input: Descriptor, output: Descriptor, errors: Descriptor)
  ) throws {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    for (place, stream) in [streams.input, streams.output, streams.errors].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream.number, Int32(place))
    }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // A reader that is gone must end it, whatever this process does about that.
    var pipes = none
    sigaddset(&pipes, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &pipes)
    posix_spawnattr_setflags(
      &attributes, Int16(truncatingIfNeeded: POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { variables.forEach { free($0) } }
    var id: pid_t = 0
    // A stream is closed with its value, which nothing asks for once its number is known.
    let code = withExtendedLifetime(streams) {
      Self.starting.withLock { _ in
        posix_spawn(&id, path, &actions, &attributes, &words, &variables)
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EIO) }
    self.id = id
  }

  /// Waits for its end, once.
  /// - Returns: its status, or 128 and the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      // Where children are not waited for the system takes the status.
      guard errno == EINTR else { return -1 }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}

/// An open file, closed with the value, and never left open in another program.
final class Descriptor: Sendable {
  let number: Int32

  private init(_ number: Int32) {
    self.number = number
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  /// - Throws: `POSIXError`.
  convenience init(opening path: String, _ flags: Int32) throws {
    let number = open(path, flags | O_CLOEXEC)
    guard number >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    self.init(number)
  }

  deinit { close(number) }

  /// What is written to the second can be read from the first.
  /// - Throws: `POSIXError`.
  static func pipe() throws -> (reading: Descriptor, writing: Descriptor) {
    var numbers: [Int32] = [-1, -1]
    return try ChildProcess.starting.withLock { _ in
      guard Foundation.pipe(&numbers) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      return (Descriptor(numbers[0]), Descriptor(numbers[1]))
    }
  }

  /// Goes through all that comes, piece by piece.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    withExtendedLifetime(self) {
      while true {
        let count = buffer.withUnsafeMutableBytes { bytes in
          let count = read(number, bytes.baseAddress, bytes.count)
          if count > 0 { body(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
          return count
        }
        if count == 0 || count < 0 && errno != EINTR { return }
      }
    }
  }
}
