import GRDB
import ReviewModel

extension Workbench {
  /// The groups of comments that say the same, the largest first.
  /// - Parameter draft: those on this draft alone; nil for all.
  public func letterGroups(of draft: DraftKey?) throws -> LetterGroupReport {
    if let draft { _ = try draftFolder(draft) }
    let index = try index()
    var groups: [LetterGroupReport.Group] = []
    for letters in try index.letterGroups(of: draft) {
      let own = OwnWords(letters.lazy.compactMap(\.text))
      // The same text says the same: senders of the plain letter are many.
      var known: [String: [String]] = [:]
      let members = letters.map { letter in
        let text = letter.text ?? ""
        let sentences = known[text] ?? own.sentences(of: text)
        known[text] = sentences
        return LetterGroupReport.Member(
          id: letter.id, status: letter.status, sender: letter.sender, day: letter.day,
          own: sentences)
      }
      guard let first = letters.first else { continue }
      groups.append(
        LetterGroupReport.Group(
          id: first.id, draft: first.draft, text: first.text, members: members))
    }
    return LetterGroupReport(groups: groups)
  }

  /// Answers all open comments that say what one of them says: each gets the answer, and all of
  /// them share its words.
  /// - Returns: the ids of the answers, and how many of the group were answered or withdrawn
  ///   before.
  public func respond(
    toGroupOf thread: EventID, _ disposition: CommentAnswered.Disposition, reason: String,
    revision address: RevisionAddress?, agency: String?
  ) throws -> (answers: [EventID], others: Int) {
    guard reason.utf8.count <= Self.commentLimit else {
      throw Failure.commentTooLarge(bytes: reason.utf8.count, limit: Self.commentLimit)
    }
    let commit = try address.map { try revision($0).commit }
    let agency = try agency ?? configuredAgency()
    let index = try index()
    var rows = try index.rows(ThreadCondition(letter: thread))
    if rows.isEmpty { rows = try index.threads([thread]).map { ($0.thread.id, $0.thread.status) } }
    let waiting = rows.filter { $0.status == .open }
    let body = try BodyRecord(reason)
    let answers = try record(
      waiting.enumerated().map { position, row in
        let answer = CommentAnswered(
          thread: row.id, disposition: disposition, body: body.hash, commit: commit,
          agency: agency)
        return PendingEvent(
          payload: { _, _ in .commentAnswered(answer) }, attachments: position == 0 ? [body] : [])
      })
    return (answers, rows.count - waiting.count)
  }

  /// Makes the index anew from the log.
  public func reindex() throws -> IndexReport {
    let opened = openedIndex.withLock(\.self)
    try opened?.rebuild()
    let index = try opened ?? ReviewIndex(repository: repository, judge: judge(), anew: true)
    openedIndex.withLock { $0 = index }
    return IndexReport(
      comments: try index.count(), damage: try index.damage())
  }
}

/// A comment of a group, as its group is shown.
struct Letter: Sendable {
  var id: EventID
  var draft: DraftKey
  var status: CommentThread.Status
  var sender: [String]
  var day: CalendarDate
  var text: String?
}

extension ReviewIndex {
  /// The comments of each group of more than one, the largest group first.
  func letterGroups(of draft: DraftKey?) throws -> [[Letter]] {
    try settle()
    return try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT letter.grp, lower(hex(event.id)), spot.draft, thread.status, names.text,
          agencies.text, thread.day, body.text FROM gathered JOIN letter ON letter.grp = gathered.grp
          JOIN thread ON thread.letter = letter.number
          JOIN event ON event.number = thread.number JOIN spot ON spot.number = thread.spot
          LEFT JOIN body ON body.number = thread.body
          LEFT JOIN term AS names ON names.number = thread.grp
          LEFT JOIN term AS agencies ON agencies.number = thread.agency
          WHERE :draft IS NULL OR spot.draft = :draft ORDER BY thread.clock, event.id
          """, arguments: ["draft": draft?.description])
      var groups: [Int: [Letter]] = [:]
      while let row = try rows.next() {
        guard let id = EventID(rawValue: row[1]), let draft = DraftKey(row[2] as String),
          let day = row[6] as Int?
        else { continue }
        groups[row[0], default: []].append(
          Letter(
            id: id, draft: draft, status: ThreadRows.status(row[3]),
            sender: [row[4] as String?, row[5] as String?].compactMap(\.self),
            day: CalendarDate(daysSinceEpoch: day),
            text: row[7]))
      }
      return groups.filter { $0.value.count > 1 }.sorted {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }.map(\.value)
    }
  }
}
