import DraftDiff
import LegalText

/// Which revision last changed the own words of each unit of a text: `blame`.
public struct BlameReport: Sendable {
  /// The text.
  public var text: DraftText
  /// The draft.
  public var listing: DraftListing
  /// The unit asked for; nil for the whole text.
  public var unit: Int?
  /// For each unit of the text, by its index, where its words come from.
  public var origins: [Origin]
  /// The comments that the revisions named answer, as far as this clone has them.
  public var comments: [EventID: CommentReport]

  /// Where the words of one unit come from.
  public struct Origin: Sendable, Hashable {
    /// The revision that last changed them; nil where they are not saved yet.
    public var revision: Revision?
    /// The comments answered by that revision that are on this unit.
    public var comments: [EventID]

    /// Makes an origin.
    public init(revision: Revision?, comments: [EventID] = []) {
      self.revision = revision
      self.comments = comments
    }
  }

  /// Makes a report.
  public init(
    text: DraftText, listing: DraftListing, unit: Int?, origins: [Origin],
    comments: [EventID: CommentReport]
  ) {
    self.text = text
    self.listing = listing
    self.unit = unit
    self.origins = origins
    self.comments = comments
  }

  /// The units asked for.
  public var units: Range<Int> {
    let units = text.document.units
    guard let unit else { return units.indices }
    return unit..<max(units[unit].subtreeEnd, unit + 1)
  }
}

/// What each revision did to one unit, newest first: `log --unit`.
public struct UnitLog: Sendable {
  /// The draft.
  public var listing: DraftListing
  /// The text in which the unit was named.
  public var text: DraftText
  /// Its address there.
  public var address: String
  /// The revisions that did something to it.
  public var entries: [Entry]

  /// One revision and what it did to the unit.
  public struct Entry: Sendable, Hashable {
    /// The revision; nil for what is not saved yet.
    public var revision: Revision?
    /// What it did.
    public var event: UnitEvent

    /// Makes an entry.
    public init(revision: Revision?, event: UnitEvent) {
      self.revision = revision
      self.event = event
    }
  }

  /// Makes a log.
  public init(listing: DraftListing, text: DraftText, address: String, entries: [Entry]) {
    self.listing = listing
    self.text = text
    self.address = address
    self.entries = entries
  }
}
