/// What an erasure did: `erase`.
public struct EraseReport: Sendable, Hashable {
  /// The event that records the erasure.
  public var event: EventID
  /// The event whose words were erased.
  public var target: EventID
  /// The refs of this clone that were rewritten.
  public var rewritten: [String]
  /// How many objects of this clone were destroyed.
  public var destroyed: Int
  /// The remotes that still hold a copy until they are synchronised.
  public var remotes: [String]

  /// Makes a report.
  public init(
    event: EventID, target: EventID, rewritten: [String], destroyed: Int, remotes: [String]
  ) {
    self.event = event
    self.target = target
    self.rewritten = rewritten
    self.destroyed = destroyed
    self.remotes = remotes
  }
}

/// What an exchange did: `sync`.
public struct SyncReport: Sendable, Hashable {
  /// The remote.
  public var remote: String
  /// How many events came.
  public var received: Int
  /// The refs that were pushed.
  public var pushed: [String]
  /// How many erasures of others were carried out here.
  public var erased: Int
  /// What became of the branch of drafts.
  public var branch: Branch
  /// Whether names and contacts were pushed too.
  public var sentPersons: Bool

  /// What became of the branch.
  public enum Branch: String, Sendable, Hashable {
    /// There is none here, or the remote takes none.
    case none
    case current
    case fastForwarded
    case pushed
  }

  /// Makes a report.
  public init(
    remote: String, received: Int, pushed: [String], erased: Int, branch: Branch,
    sentPersons: Bool
  ) {
    self.remote = remote
    self.received = received
    self.pushed = pushed
    self.erased = erased
    self.branch = branch
    self.sentPersons = sentPersons
  }
}

/// How far an exchange has come.
public struct ExchangeProgress: Sendable, Hashable {
  /// What goes on.
  public var step: Step
  /// How much of it is done, 0 to 100.
  public var percent: Int

  /// A part of an exchange that can take long.
  public enum Step: Sendable, Hashable { case receiving, sending }

  /// Makes a report.
  public init(_ step: Step, percent: Int) {
    self.step = step
    self.percent = percent
  }
}

/// Why an exchange with a remote failed, as far as can be told from what `git` and `ssh` say.
public enum ExchangeTrouble: Sendable, Hashable, CaseIterable {
  /// The host accepts no key or password that was offered.
  case access
  /// The name of the host is not known.
  case address
  /// The host does not answer.
  case connection
  /// The host has no repository of that address.
  case repository
  /// The host could not prove who it is.
  case identity
  /// The host takes in what it has, but nothing of this.
  case refused
  /// The remote holds another log of this clone's writer.
  case forked
  /// Others were faster, again and again.
  case busy
  /// None of these.
  case other
}
