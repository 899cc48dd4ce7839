import ReviewModel

/// What the workbench takes from the world around it.
public struct WorkbenchEnvironment: Sendable {
  /// The environment variables, for `GIT_AUTHOR_NAME` and its like.
  public var variables: [String: String]
  /// The present moment.
  public var now: @Sendable () -> Timestamp
  /// The clock's offset from UTC in minutes.
  public var offsetMinutes: Int

  /// Makes an environment.
  public init(
    variables: [String: String], now: @escaping @Sendable () -> Timestamp, offsetMinutes: Int
  ) {
    self.variables = variables
    self.now = now
    self.offsetMinutes = offsetMinutes
  }
}
