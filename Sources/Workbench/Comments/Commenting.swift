import GitKit
import LegalText
import ReviewModel

/// A place in a draft that is about to be commented on.
public struct CommentPlace: Sendable {
  /// The place, as the comment will keep it.
  public var anchor: Anchor
  /// The revision that holds it.
  public var revision: Revision
  /// That revision's text.
  public var document: LegalDocument
  /// The unit's index in it; nil for the draft as a whole.
  public var unit: Int?
  /// Whether the working text was meant and differs from that revision.
  public var isWorkingTextDifferent: Bool
}

/// Who says it, where and when.
public struct Commenter: Sendable {
  /// The person's name: kept in the private store.
  public var name: String?
  /// How the person can be reached: kept in the private store.
  public var contact: String?
  /// The stakeholder group.
  public var group: String?
  /// The institution.
  public var agency: String?
  /// The forum.
  public var forum: String?
  /// How it came.
  public var channel: String?
  /// The day on which it was given.
  public var date: CalendarDate?

  /// Makes a commenter.
  public init(
    name: String? = nil, contact: String? = nil, group: String? = nil, agency: String? = nil,
    forum: String? = nil, channel: String? = nil, date: CalendarDate? = nil
  ) {
    self.name = name
    self.contact = contact
    self.group = group
    self.agency = agency
    self.forum = forum
    self.channel = channel
    self.date = date
  }

  var person: CommentReport.Person? {
    name == nil && contact == nil ? nil : CommentReport.Person(name: name, contact: contact)
  }
}

extension Workbench {
  /// The largest body of a comment, in bytes of UTF-8.
  public static let commentLimit = 1 << 20

  /// The place that a person names; the working text stands for the last revision.
  /// - Parameters:
  ///   - unit: as a lawyer writes it, or in the stable form; nil for the draft as a whole.
  ///   - quote: words of the unit; nil for all of it.
  public func place(
    at address: RevisionAddress, unit: String?, quote: String? = nil
  ) throws -> CommentPlace {
    let folder = try draftFolder(address.draft)
    let revision = try revision(address)
    let text = try text(of: folder, at: revision)
    let index = try unit.map { try UnitLookup.index(of: $0, in: text) }
    var isDifferent = false
    if address.selector == .working, root != nil {
      isDifferent = try workingBytes(of: folder) != text.document.source
    }
    return CommentPlace(
      anchor: Anchor(
        draft: address.draft, commit: revision.commit,
        address: index.map { text.document.units[$0].address },
        quote: try index.map { try Quotation.quote(quote, of: $0, in: text.document) }),
      revision: revision, document: text.document, unit: index,
      isWorkingTextDifferent: isDifferent)
  }

  /// Records a comment.
  /// - Parameter attachments: files kept with it.
  public func addComment(
    _ text: String, at place: CommentPlace, from commenter: Commenter,
    attachments: [Attachment] = []
  ) throws -> EventID {
    try append([
      Self.pending(
        text, at: place.anchor, from: commenter, attachments: attachments.map { try Attached($0) })
    ])
  }

  static func pending(
    _ text: String, at anchor: Anchor, from commenter: Commenter,
    source: CommentAdded.Source? = nil, placeNote: String? = nil,
    attachments: [Attached] = []
  ) -> PendingEvent {
    let named = attachments.isEmpty ? nil : attachments.map(\.named)
    return PendingEvent(
      payload: { body, subject in
        .commentAdded(
          CommentAdded(
            anchor: anchor, body: body, subject: subject, group: commenter.group,
            forum: commenter.forum, channel: commenter.channel, agency: commenter.agency,
            date: commenter.date, source: source, placeNote: placeNote, attachments: named))
      }, body: text, attachments: attachments.map(\.record), person: commenter.person)
  }

  /// Records a reply.
  public func reply(to thread: EventID, _ text: String, agency: String?) throws -> EventID {
    let agency = try agency ?? configuredAgency()
    return try append([
      PendingEvent(
        payload: { body, _ in
          .commentReplied(CommentReplied(thread: thread, body: body, agency: agency))
        }, body: text)
    ])
  }

  /// Records the makers' answer.
  /// - Parameter revision: the revision that acts on the comment.
  public func respond(
    to thread: EventID, _ disposition: CommentAnswered.Disposition, reason: String,
    revision address: RevisionAddress?, agency: String?
  ) throws -> EventID {
    let commit = try address.map { try revision($0).commit }
    let agency = try agency ?? configuredAgency()
    return try append([
      PendingEvent(
        payload: { body, _ in
          .commentAnswered(
            CommentAnswered(
              thread: thread, disposition: disposition, body: body, commit: commit, agency: agency)
          )
        }, body: reason)
    ])
  }

  /// The institution for which this clone answers: `naskah.agency` in git's configuration.
  func configuredAgency() throws -> String? {
    try git { () throws(GitError) in try repository.configString("naskah.agency") }
  }

  func append(_ events: [PendingEvent]) throws -> EventID {
    guard let id = try record(events).first else {
      throw Failure.logDamaged(ref: "", reason: "nothing recorded")
    }
    return id
  }

  /// Appends events to this clone's log.
  func record(_ events: [PendingEvent]) throws -> [EventID] {
    guard !events.isEmpty else { return [] }
    return try record(atMost: events.count, keepsIDs: true) { add in
      for event in events { try add(event) }
    }
  }

  /// Appends the events that `produce` hands over, in one action.
  /// - Returns: their ids, where they are asked for.
  func record(
    atMost limit: Int, keepsIDs: Bool = false,
    produce: (_ add: (PendingEvent) throws -> Void) throws -> Void
  ) throws -> [EventID] {
    let log = EventLog(repository: repository, signer: try requiredSigner())
    // The clock is read under the log's lock, so that no event of this clone is missed.
    let ids = try log.append(
      atMost: limit, now: environment.now(), keepsIDs: keepsIDs, clock: highestClock,
      produce: produce)
    try configureExchange()
    return ids
  }

  /// The index, up to date.
  func index() throws -> ReviewIndex {
    if let opened = openedIndex.withLock(\.self) {
      try opened.update(judge: judge())
      return opened
    }
    let index = try ReviewIndex(repository: repository, judge: judge())
    openedIndex.withLock { $0 = index }
    return index
  }
}

/// The words that a comment is about, with what surrounds them.
enum Quotation {
  /// How much of a unit's words is kept when no words were named, in characters.
  static let lengthLimit = 1000
  static let contextLength = 64

  /// The quote for a unit, or for words of it.
  /// - Throws: `Failure.quoteNotFound` when the unit has no such words.
  static func quote(
    _ words: String?, of unit: Int, in document: LegalDocument
  ) throws -> Anchor.Quote {
    let range = document.units[unit].range
    let mark = document.units[unit].labelRange
    let text = Whitespace.collapsed(
      document.text(in: max(mark.upperBound, range.lowerBound)..<range.upperBound))
    let before = around(document, max(range.lowerBound - 4 * contextLength, 0)..<range.lowerBound)
    let after = around(
      document,
      range.upperBound..<min(range.upperBound + 4 * contextLength, document.source.count))
    guard let words else {
      return Anchor.Quote(
        exact: String(text.prefix(lengthLimit)), prefix: String(before.suffix(contextLength)),
        suffix: String(after.prefix(contextLength)))
    }
    let wanted = Whitespace.collapsed(words)
    guard !wanted.isEmpty, let found = text.firstRange(of: wanted) else {
      throw Failure.quoteNotFound(quote: words, unit: document.units[unit].address)
    }
    return Anchor.Quote(
      exact: wanted, prefix: String(text[..<found.lowerBound].suffix(contextLength)),
      suffix: String(text[found.upperBound...].prefix(contextLength)))
  }

  private static func around(_ document: LegalDocument, _ range: Range<Int>) -> String {
    Whitespace.collapsed(document.text(in: range))
  }
}
