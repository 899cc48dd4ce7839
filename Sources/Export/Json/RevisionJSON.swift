import ReviewModel

/// Revisions as JSON.
public enum RevisionJSON {
  /// `log`.
  public static func log(_ log: RevisionLog) throws -> JSONText {
    try JSONText(
      Document(
        draft: log.listing.key.description,
        revisions: log.entries.map { RevisionItem($0.revision) }))
  }

  /// `commit`.
  public static func commit(_ report: CommitReport) throws -> JSONText {
    try JSONText(
      Committed(
        commit: report.commit,
        revisions: report.revisions.map {
          Named(draft: $0.draft.description, revision: $0.revision)
        }, resolves: report.resolves.map(\.rawValue)))
  }

  /// `restore`.
  public static func restored(_ draft: DraftKey, revision: Int) throws -> JSONText {
    try JSONText(Restored(draft: draft.description, revision: revision))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let draft: String
    let revisions: [RevisionItem]
  }

  private struct Committed: Encodable {
    let schema = schemaVersion
    let commit: String
    let revisions: [Named]
    let resolves: [String]
  }

  private struct Named: Encodable {
    let draft: String
    let revision: Int
  }

  private struct Restored: Encodable {
    let schema = schemaVersion
    let draft: String
    let revision: Int
  }
}

/// A revision as it stands in every document that names one.
struct RevisionItem: Encodable {
  let revision: Int
  let commit: String
  let time: Timestamp
  let author: String
  let message: String
  let resolves: [String]

  init(_ revision: Revision) {
    self.revision = revision.number
    commit = revision.commit
    time = revision.time
    author = revision.author
    message = revision.message
    resolves = revision.resolves.map(\.rawValue)
  }
}
