import LegalText
import ReviewModel

/// Drafts as JSON.
public enum DraftJSON {
  /// `draft list`.
  public static func list(_ drafts: [DraftListing]) throws -> JSONText {
    try JSONText(List(drafts: drafts.map(Item.init)))
  }

  /// `draft show`.
  public static func overview(_ overview: DraftOverview) throws -> JSONText {
    try JSONText(
      Overview(
        draft: Item(overview.listing), initiator: overview.listing.info.initiator,
        route: overview.listing.info.route, stage: overview.listing.info.stage,
        commit: overview.latest?.commit,
        units: Dictionary(
          uniqueKeysWithValues: overview.units.map { ($0.key.rawValue, $0.value) }),
        comments: Counts(overview.comments)))
  }

  private struct List: Encodable {
    let schema = schemaVersion
    let drafts: [Item]
  }

  private struct Overview: Encodable {
    let schema = schemaVersion
    let draft: Item
    @OrNull var initiator: String?
    @OrNull var route: String?
    @OrNull var stage: String?
    @OrNull var commit: String?
    let units: [String: Int]
    let comments: Counts
  }

  struct Item: Encodable {
    let key: String
    let title: String
    let kind: String
    /// The number of the last revision, 0 before the first.
    let revision: Int
    let changed: Bool

    init(_ draft: DraftListing) {
      key = draft.key.description
      title = draft.info.title
      kind = draft.info.kind.rawValue
      revision = draft.revisions
      changed = draft.isChanged
    }
  }
}

/// Counts of comments.
struct Counts: Encodable {
  let total: Int
  let open: Int
  let answered: Int

  let withdrawn: Int
  let due: Int
  let overdue: Int
  @OrNull var nextDue: CalendarDate?

  init(_ counts: CommentCounts) {
    total = counts.total
    open = counts.open
    answered = counts.answered
    withdrawn = counts.withdrawn
    due = counts.due
    overdue = counts.overdue
    _nextDue = OrNull(wrappedValue: counts.nextDue)
  }
}

/// `status` as JSON.
public enum StatusJSON {
  /// `status`.
  public static func status(_ status: StatusReport) throws -> JSONText {
    try JSONText(
      Document(
        drafts: status.drafts.map { draft in
          Item(
            draft: DraftJSON.Item(draft.listing), comments: Counts(draft.comments),
            unheard: draft.unheard.map(\.name), detached: draft.detached)
        }))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let drafts: [Item]
  }

  private struct Item: Encodable {
    let draft: DraftJSON.Item
    let comments: Counts
    let unheard: [String]
    let detached: Int
  }
}
