import GitKit
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

  /// The configuration files outside the repository, named by the variables that git heeds.
  var gitConfiguration: GitConfigurationFiles {
    guard let global = variables["GIT_CONFIG_GLOBAL"] else { return .standard }
    let isWithoutSystem = ["1", "true", "yes", "on"].contains(
      variables["GIT_CONFIG_NOSYSTEM"]?.lowercased() ?? "")
    return .files(
      global: global.isEmpty ? nil : global,
      system: isWithoutSystem ? nil : variables["GIT_CONFIG_SYSTEM"] ?? "/etc/gitconfig")
  }
}
