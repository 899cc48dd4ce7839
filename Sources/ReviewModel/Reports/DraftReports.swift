import DraftDiff
import LegalText

/// A draft in a list of drafts.
public struct DraftListing: Sendable, Hashable {
  /// Its key.
  public var key: DraftKey
  /// What its `draft.yml` says.
  public var info: DraftInfo
  /// How many revisions it has.
  public var revisions: Int
  /// Whether the working text differs from the last revision.
  public var isChanged: Bool

  /// Makes a listing.
  public init(key: DraftKey, info: DraftInfo, revisions: Int, isChanged: Bool) {
    self.key = key
    self.info = info
    self.revisions = revisions
    self.isChanged = isChanged
  }
}

/// A draft seen whole: `draft show`.
public struct DraftOverview: Sendable, Hashable {
  /// The draft and its revisions.
  public var listing: DraftListing
  /// The last revision; nil before the first.
  public var latest: Revision?
  /// How many units of each kind the working text has.
  public var units: [UnitKind: Int]
  /// How many public inputs it has, and how many of them wait for an answer.
  public var comments: CommentCounts

  /// Makes an overview.
  public init(
    listing: DraftListing, latest: Revision?, units: [UnitKind: Int], comments: CommentCounts
  ) {
    self.listing = listing
    self.latest = latest
    self.units = units
    self.comments = comments
  }
}

/// How many inputs there are and how many wait.
public struct CommentCounts: Sendable, Hashable {
  /// All of them.
  public var total: Int
  /// Those that wait for an answer.
  public var open: Int
  /// Those taken back.
  public var withdrawn: Int
  /// Those that wait with a last day for their answer.
  public var due: Int
  /// Those whose last day is over.
  public var overdue: Int
  /// The earliest of the last days.
  public var nextDue: CalendarDate?

  /// Makes counts.
  public init(
    total: Int = 0, open: Int = 0, withdrawn: Int = 0, due: Int = 0, overdue: Int = 0,
    nextDue: CalendarDate? = nil
  ) {
    self.total = total
    self.open = open
    self.withdrawn = withdrawn
    self.due = due
    self.overdue = overdue
    self.nextDue = nextDue
  }

  /// Those with an answer.
  public var answered: Int { total - open - withdrawn }
}

/// The revisions of a draft, newest first: `log`.
public struct RevisionLog: Sendable {
  /// The draft.
  public var listing: DraftListing
  /// Its revisions, newest first.
  public var entries: [Entry]

  /// One revision and what it did.
  public struct Entry: Sendable {
    /// The revision.
    public var revision: Revision
    /// How many Pasal its text has; nil where that was not asked for.
    public var pasal: Int?
    /// What changed since the one before; nil for the first, or where that was not asked for.
    public var changes: ChangeSummary?

    /// Makes an entry.
    public init(revision: Revision, pasal: Int?, changes: ChangeSummary?) {
      self.revision = revision
      self.pasal = pasal
      self.changes = changes
    }
  }

  /// Makes a log.
  public init(listing: DraftListing, entries: [Entry]) {
    self.listing = listing
    self.entries = entries
  }
}

/// A text of a draft that was asked for, with what it is called.
public struct DraftText: Sendable {
  /// The draft; nil for a file outside the workbench.
  public var draft: DraftKey?
  /// The revision; nil for the working text or a file.
  public var revision: Revision?
  /// The file's name as given, for a file outside the workbench.
  public var file: String?
  /// The text and its units.
  public var document: LegalDocument

  /// Makes a text.
  public init(draft: DraftKey?, revision: Revision?, file: String? = nil, document: LegalDocument) {
    self.draft = draft
    self.revision = revision
    self.file = file
    self.document = document
  }
}

/// Two texts, what changed between them, and the comments that stand at the changes: `diff`.
public struct DiffReport: Sendable {
  /// The text before.
  public var old: DraftText
  /// The text after.
  public var new: DraftText
  /// What changed.
  public var comparison: Comparison
  /// For each change, by its position in `comparison.changes`, the comments at it.
  public var comments: [Int: [CommentReport]]

  /// Makes a report.
  public init(
    old: DraftText, new: DraftText, comparison: Comparison, comments: [Int: [CommentReport]]
  ) {
    self.old = old
    self.new = new
    self.comparison = comparison
    self.comments = comments
  }
}

/// What `commit` recorded.
public struct CommitReport: Sendable {
  /// The commit's id.
  public var commit: String
  /// The new revision of each draft that changed.
  public var revisions: [Entry]
  /// The comments that it answers.
  public var resolves: [EventID]

  /// One draft's new revision.
  public struct Entry: Sendable {
    /// The draft.
    public var draft: DraftKey
    /// The number of its new revision.
    public var revision: Int
    /// What changed since the one before; nil for the first.
    public var changes: ChangeSummary?
    /// What the drafting rules find new in it; nil where it has no text.
    public var check: CheckChange?
    /// The commits that it joins with the published line, as further parents.
    public var joined: [String]

    /// Makes an entry.
    public init(
      draft: DraftKey, revision: Int, changes: ChangeSummary?, check: CheckChange? = nil,
      joined: [String] = []
    ) {
      self.joined = joined
      self.draft = draft
      self.revision = revision
      self.changes = changes
      self.check = check
    }
  }

  /// Makes a report.
  public init(commit: String, revisions: [Entry], resolves: [EventID]) {
    self.commit = commit
    self.revisions = revisions
    self.resolves = resolves
  }
}

extension DiffReport {
  /// Compares two texts to which no comments are known.
  public init(old: DraftText, new: DraftText) {
    self.init(
      old: old, new: new, comparison: .compare(old.document, new.document), comments: [:])
  }
}
