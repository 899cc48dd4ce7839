/// What one writer had seen of the others' logs: who rolls a log back afterwards is found out, also
/// by a clone that never saw the longer one.
public struct LogCheckpoint: Sendable, Hashable, Codable {
  static let type = "log.checkpoint"

  /// The logs seen, by writer.
  public var heads: [String: Head]

  /// One log as it was seen.
  public struct Head: Sendable, Hashable, Codable {
    /// The commit.
    public var commit: String
    /// How many segments it had.
    public var segments: Int

    /// Makes a head.
    public init(commit: String, segments: Int) {
      self.commit = commit
      self.segments = segments
    }
  }

  /// Makes a checkpoint.
  public init(heads: [String: Head]) { self.heads = heads }
}
