/// Where a comment's place stands in the revision looked at.
public struct Placement: Sendable, Hashable {
  /// How the place fared since the comment was made.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// The unit's own words as they were, at the same address.
    case current
    /// The same words at another address, or only its number or the numbers in its references
    /// changed.
    case moved
    /// The unit is there and its own words changed.
    case changed
    /// The unit is gone, or cannot be told apart from another.
    case detached
  }

  /// How the place fared.
  public var state: State
  /// The unit's address in the revision looked at; nil when detached, and for a comment on the
  /// draft as a whole.
  public var address: String?
  /// When detached: the nearest unit that held it and still stands.
  public var parent: String?

  /// Makes a placement.
  public init(state: State, address: String?, parent: String? = nil) {
    self.state = state
    self.address = address
    self.parent = parent
  }
}
