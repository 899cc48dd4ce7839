import Foundation
import Presentation
import ReviewModel

/// What a command is run with: everything of the world outside that it may touch.
public struct Context: Sendable {
  /// The environment variables.
  public var environment: [String: String]
  /// The folder in which the program was started, absolute.
  public var workingFolder: String
  /// Where results go.
  public var output: any OutputSink
  /// Where notices, progress and errors go.
  public var errors: any OutputSink
  /// The present moment.
  public var now: @Sendable () -> Timestamp
  /// The clock's offset from UTC in minutes.
  public var offsetMinutes: Int
  /// Whether the process ends with the command, so that nothing large need be taken apart before.
  public var endsProcess: Bool

  /// Makes a context.
  public init(
    environment: [String: String], workingFolder: String, output: any OutputSink,
    errors: any OutputSink, now: @escaping @Sendable () -> Timestamp, offsetMinutes: Int,
    endsProcess: Bool = false
  ) {
    self.environment = environment
    self.workingFolder = workingFolder
    self.output = output
    self.errors = errors
    self.now = now
    self.offsetMinutes = offsetMinutes
    self.endsProcess = endsProcess
  }

  /// The context of this process.
  public static func process() -> Context {
    Context(
      environment: ProcessInfo.processInfo.environment,
      workingFolder: FileManager.default.currentDirectoryPath,
      output: StandardStream(descriptor: 1), errors: StandardStream(descriptor: 2),
      now: { Timestamp(seconds: Int(Date().timeIntervalSince1970)) },
      offsetMinutes: localOffsetMinutes(), endsProcess: true)
  }

  /// The local clock's offset from UTC, asked of the C library: Foundation reads the tables of all
  /// time zones for it, half a millisecond of every start.
  private static func localOffsetMinutes() -> Int {
    var now = time(nil)
    var local = tm()
    tzset()
    return localtime_r(&now, &local) == nil ? 0 : Int(local.tm_gmtoff) / 60
  }

  /// Keeps something large until the process ends with the command.
  func keep(_ value: Any) {
    if endsProcess { _ = Unmanaged.passRetained(Kept(value: value)) }
  }

  private final class Kept {
    private let value: Any

    init(value: Any) { self.value = value }
  }

  /// The value of an environment variable, nil when it is unset or empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A stream that text is written to.
public protocol OutputSink: Sendable {
  /// Writes text; a reader that has gone away is no error.
  func write(_ text: String)
  /// Whether a person reads it on a terminal.
  var isTerminal: Bool { get }
  /// The terminal's columns, nil when it is none.
  var columns: Int? { get }
}

/// Standard output or standard error.
struct StandardStream: OutputSink {
  let descriptor: Int32

  func write(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      var rest = UnsafeRawBufferPointer(buffer)
      while let base = rest.baseAddress, !rest.isEmpty {
        let count = Foundation.write(descriptor, base, rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
