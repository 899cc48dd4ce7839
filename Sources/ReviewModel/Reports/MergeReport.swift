import DraftDiff

/// What `merge` did, or would do.
public struct MergeReport: Sendable {
  /// The text that both grew from.
  public var base: DraftText
  /// The two texts; ours is the one named first.
  public var ours: DraftText
  /// See `ours`.
  public var theirs: DraftText
  /// The merged text and how it came about.
  public var merge: Merge
  /// The file written, from the repository's root; nil where none was.
  public var path: String?
  /// Whether the result differs from the working text.
  public var isChanged: Bool
  /// The commits that the next revision will have as further parents.
  public var parents: [String]
  /// Files besides the text that the other side changed and that are not taken over; while there
  /// are any, no further parent is recorded, since git would take them for merged.
  public var leftFiles: [String]

  /// Makes a report.
  public init(
    base: DraftText, ours: DraftText, theirs: DraftText, merge: Merge, path: String?,
    isChanged: Bool, parents: [String], leftFiles: [String]
  ) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
    self.merge = merge
    self.path = path
    self.isChanged = isChanged
    self.parents = parents
    self.leftFiles = leftFiles
  }

  /// What a side is called in marks: `pekat@3 (R. Hidayat)`, or the file.
  public static func name(_ text: DraftText) -> String {
    guard let draft = text.draft else { return text.file ?? "" }
    guard let revision = text.revision else { return draft.description }
    return "\(draft)@\(revision.selector) (\(revision.author))"
  }

  /// The merged text, conflicts between marks.
  public var text: [UInt8] {
    merge.text(ours: Self.name(ours), theirs: Self.name(theirs))
  }
}

/// Two texts against the one that both grew from: `diff --base`.
public struct ThreeWayReport: Sendable {
  /// The common text.
  public var base: DraftText
  /// The two texts; ours is the one named first.
  public var ours: DraftText
  /// See `ours`.
  public var theirs: DraftText
  /// What changed from the common text to ours, and to theirs.
  public var comparisons: (ours: Comparison, theirs: Comparison)
  /// Each changed unit once, in the order of the common text.
  public var units: [ThreeWayChange]

  /// Compares three texts.
  public init(base: DraftText, ours: DraftText, theirs: DraftText) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
    comparisons = (
      .compare(base.document, ours.document), .compare(base.document, theirs.document)
    )
    units = ThreeWayChange.units(ours: comparisons.ours, theirs: comparisons.theirs)
  }

  /// The changed units that a filter lets pass: for what either side did with them.
  public func units(_ filter: DiffFilter) -> [ThreeWayChange] {
    guard !filter.isOpen else { return units }
    let scopes = (
      filter.scope(old: base.document, new: ours.document),
      filter.scope(old: base.document, new: theirs.document)
    )
    return units.filter { unit in
      unit.ours.map { filter.admits($0) && scopes.0.contains($0) } == true
        || unit.theirs.map { filter.admits($0) && scopes.1.contains($0) } == true
    }
  }
}
