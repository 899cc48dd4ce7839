import ReviewModel

/// Which comments are asked for, and in what order; nil where it does not matter.
public struct CommentFilter: Sendable {
  /// Those on this draft.
  public var draft: DraftKey?
  /// The text in which they are placed; the last revision of each draft for nil.
  public var at: RevisionAddress?
  /// Those that stand in this unit or below it, as a lawyer writes it or in the stable form.
  public var unit: String?
  /// Those whose place fared so.
  public var state: Placement.State?
  /// Those that have come so far.
  public var status: CommentThread.Status?
  /// Those whose text holds all these words, or words that begin so, or other forms of them.
  public var search: String?
  /// Those of a stakeholder group: its key, its name, or as it was written.
  public var group: String?
  /// Those said at a forum.
  public var forum: String?
  /// Those assigned to an office or, unassigned, answered by it.
  public var office: String?
  /// Those that wait for an answer due on this day or earlier.
  public var dueBy: CalendarDate?
  /// Those given on this day or later.
  public var since: CalendarDate?
  /// Those given on this day or earlier.
  public var until: CalendarDate?
  /// Those that say what this comment says: its id, or the first characters of it.
  public var letter: String?
  /// The order.
  public var order: Order
  /// At most so many.
  public var limit: Int?

  /// Of so few comments those that hold the words are looked up one by one; of more they are met on
  /// the way through the comments in order.
  var fewHits = 4_000
  /// Of so many comments those that hold common words are counted; of more only the first are
  /// found.
  var countedLimit = 200_000

  /// The order of a list.
  public enum Order: String, Sendable, CaseIterable {
    /// By draft, then in the order of the text.
    case place
    /// The oldest first.
    case date
    /// The newest first.
    case newest
    /// What is due first comes first.
    case due
    /// By stakeholder group.
    case group
    /// The open ones first.
    case status
  }

  /// Makes a filter.
  public init(
    draft: DraftKey? = nil, at: RevisionAddress? = nil, unit: String? = nil,
    state: Placement.State? = nil, status: CommentThread.Status? = nil, search: String? = nil,
    group: String? = nil, forum: String? = nil, office: String? = nil,
    dueBy: CalendarDate? = nil, since: CalendarDate? = nil, until: CalendarDate? = nil,
    letter: String? = nil, order: Order = .place, limit: Int? = nil
  ) {
    self.draft = draft
    self.at = at
    self.unit = unit
    self.state = state
    self.status = status
    self.search = search
    self.group = group
    self.forum = forum
    self.office = office
    self.dueBy = dueBy
    self.since = since
    self.until = until
    self.letter = letter
    self.order = order
    self.limit = limit
  }
}
