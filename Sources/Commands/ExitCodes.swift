import ReviewModel

/// How the program ends; scripts rely on these.
public enum ExitCode: Int32, Sendable {
  /// Done.
  case done = 0
  /// Differences, findings, rejected rows, or nothing to record.
  case findings = 1
  /// The request cannot be met.
  case failed = 2
  /// The command line is wrong.
  case usage = 64
  /// The program itself is at fault.
  case fault = 70
}
