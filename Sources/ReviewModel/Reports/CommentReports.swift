/// A comment with its thread, its words, and its place in the revision looked at.
public struct CommentReport: Sendable, Hashable {
  /// The thread.
  public var thread: CommentThread
  /// The bodies of the thread by their hash; one that is missing was erased or has not arrived.
  public var texts: [BodyDigest: String]
  /// The name and contact of the person, where this clone holds them.
  public var person: Person?
  /// The number of the revision commented on; nil when it is not in this branch's history.
  public var revision: Int?
  /// Where its place stands now.
  public var placement: Placement
  /// The group of comments with the same text, where there is more than one.
  public var duplicates: Duplicates?
  /// The number of the revision that acts on it, where the answer names one.
  public var answerRevision: Int?
  /// How far its record can be trusted.
  public var trust: Trust
  /// The events of the thread that cannot be trusted and have no effect.
  public var quarantined: [EventID] = []

  /// How far a record can be trusted.
  public enum Trust: String, Sendable, Hashable, CaseIterable {
    /// Its writer does not sign.
    case unsigned
    /// Signed with a key of the register, by someone who may.
    case verified
    /// Not to be trusted: shown, and without effect.
    case quarantined
  }

  /// A person's name and contact: private, never pushed to a public remote.
  public struct Person: Sendable, Hashable, Codable {
    /// The name.
    public var name: String?
    /// How the person can be reached.
    public var contact: String?

    /// Makes a person.
    public init(name: String?, contact: String?) {
      self.name = name
      self.contact = contact
    }
  }

  /// Comments that say the same.
  public struct Duplicates: Sendable, Hashable {
    /// The first of them, after which the group is called.
    public var group: EventID
    /// How many there are.
    public var count: Int

    /// Makes a group.
    public init(group: EventID, count: Int) {
      self.group = group
      self.count = count
    }
  }

  /// Makes a report.
  public init(
    thread: CommentThread, texts: [BodyDigest: String], person: Person?, revision: Int?,
    placement: Placement, duplicates: Duplicates?, answerRevision: Int? = nil,
    trust: Trust = .unsigned
  ) {
    self.thread = thread
    self.texts = texts
    self.person = person
    self.revision = revision
    self.placement = placement
    self.duplicates = duplicates
    self.answerRevision = answerRevision
    self.trust = trust
  }

  /// The comment's words; nil when they were erased or have not arrived.
  public var text: String? { texts[thread.body] }
}

/// Comments asked for, in order: `comment list`.
public struct CommentListReport: Sendable {
  /// The comments, by draft, then in the order of the text.
  public var comments: [CommentReport]
  /// The revision in which they are placed, by draft.
  public var placedIn: [DraftKey: Revision]
  /// The drafts whose working text differs from the revision in which comments are placed.
  public var unsaved: [DraftKey]
  /// How many there are, those beyond the limit included.
  public var found: Int
  /// Whether there are no more than `found`: what many comments say is not counted.
  public var isCounted = true

  /// Makes a list.
  public init(comments: [CommentReport], placedIn: [DraftKey: Revision], unsaved: [DraftKey]) {
    found = comments.count
    self.comments = comments
    self.placedIn = placedIn
    self.unsaved = unsaved
  }
}

/// The index made anew: `reindex`.
public struct IndexReport: Sendable {
  /// How many comments it holds.
  public var comments: Int
  /// What could not be read and was left out, by ref.
  public var damage: [(ref: String, reason: String)]

  /// Makes a report.
  public init(comments: Int, damage: [(ref: String, reason: String)]) {
    self.comments = comments
    self.damage = damage
  }
}

/// What an import did: every row ends as one of three.
public struct ImportReport: Sendable, Hashable {
  /// How many records the file has below its header.
  public var rows: Int
  /// How many became comments.
  public var imported: Int
  /// How many were here already.
  public var present: Int
  /// Those refused.
  public var rejected: [Rejection]
  /// The file that holds the refused rows; nil when there are none.
  public var rejectFile: String?
  /// How many places could not be read and went to the draft as a whole.
  public var unplaced: Int
  /// The columns that were named, each as `field=header`.
  public var mapping: [String] = []
  /// Whether they had been kept from an earlier file with the same header.
  public var isMappingKept = false
  /// How many bytes were read as Windows-1252.
  public var foreignBytes = 0
  /// Whether nothing was written.
  public var isDryRun = false

  /// A row that was refused.
  public struct Rejection: Sendable, Hashable {
    /// The line of the file on which it starts, from 1.
    public var line: Int
    /// Why.
    public var reason: Reason

    /// Why a row is refused.
    public enum Reason: Sendable, Hashable {
      case textEmpty
      case textTooLong(bytes: Int)
      case dateInvalid(String)
      case columns(found: Int, expected: Int)
      case draftUnknown(String)
      case revisionUnknown(String)
      case notUTF8
    }

    /// Makes a rejection.
    public init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }
  }

  /// Makes a report.
  public init(
    rows: Int, imported: Int, present: Int, rejected: [Rejection], rejectFile: String?,
    unplaced: Int
  ) {
    self.rows = rows
    self.imported = imported
    self.present = present
    self.rejected = rejected
    self.rejectFile = rejectFile
    self.unplaced = unplaced
  }
}

/// What waits for whom: `status`.
public struct StatusReport: Sendable {
  /// One line for each draft, by key.
  public var drafts: [DraftStatus]

  /// How one draft stands.
  public struct DraftStatus: Sendable {
    /// The draft.
    public var listing: DraftListing
    /// Its inputs.
    public var comments: CommentCounts
    /// The stakeholder groups that have said nothing to it yet.
    public var unheard: [Register.Stakeholder]
    /// How many stakeholder groups the register has.
    public var groups: Int
    /// How many inputs stand apart from their place in the last revision.
    public var detached: Int

    /// Makes a status.
    public init(
      listing: DraftListing, comments: CommentCounts, unheard: [Register.Stakeholder],
      groups: Int, detached: Int
    ) {
      self.groups = groups
      self.listing = listing
      self.comments = comments
      self.unheard = unheard
      self.detached = detached
    }
  }

  /// Makes a report.
  public init(drafts: [DraftStatus]) { self.drafts = drafts }
}
