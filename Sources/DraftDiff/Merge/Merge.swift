import LegalText

/// Two texts that grew from one, made one again.
///
/// What only one side did is taken; what both did to different provisions, or to different places of
/// one, is put together; anything else is a conflict that holds both texts. No word that a side
/// wrote is missing from the result.
public struct Merge: Sendable {
  /// One of the two texts that are merged.
  public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    case ours, theirs

    /// The other one.
    public var other: Side { self == .ours ? .theirs : .ours }
  }

  /// The result in pieces, in order.
  public enum Segment: Sendable, Hashable {
    /// Text on which the sides agree or that one of them left alone.
    case text([UInt8])
    /// The conflict at this position of `conflicts`.
    case conflict(Int)
  }

  /// What was done about a unit.
  public struct Entry: Sendable, Hashable {
    /// What happened to the unit.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      case inserted, removed, edited, moved, renumbered
    }

    /// What happened.
    public var kind: Kind
    /// Who did it: nil where it came from both; of a number, where the merge gave a new one.
    public var by: Side?
    /// Where it stood in the common text; nil for an inserted unit.
    public var from: String?
    /// Where it stands in the result; nil for a removed unit.
    public var to: String?
  }

  /// Both sides put something in at one place: ours stands first.
  public struct Meeting: Sendable, Hashable {
    /// The address in the result of what we put in.
    public var ours: String
    /// The address in the result of what they put in.
    public var theirs: String
  }

  /// A reference whose target the other side removed.
  public struct LostTarget: Sendable, Hashable {
    /// The address in the result of the unit that holds the reference.
    public var unit: String
    /// The reference as it was printed.
    public var text: String
    /// Whose text holds it.
    public var side: Side
  }

  /// The result, conflicts in their places.
  public internal(set) var segments: [Segment]
  /// What a person has to decide, in order.
  public internal(set) var conflicts: [MergeConflict]
  /// What was done, in the order of the result; removed units after all others.
  public internal(set) var entries: [Entry]
  /// Places at which both sides put something in, one after the other.
  public internal(set) var meetings: [Meeting]
  /// References that lost their target by the merge.
  public internal(set) var lostTargets: [LostTarget]

  /// Whether nothing is left to a person.
  public var isClean: Bool { conflicts.isEmpty }

  /// Merges two texts that grew from `base`. Work and memory grow about linearly with their size.
  public static func merge(
    base: LegalDocument, ours: LegalDocument, theirs: LegalDocument
  ) -> Merge {
    if ours.source == theirs.source || theirs.source == base.source {
      return compared(base, ours, whole: ours.source, base.source == theirs.source ? .ours : nil)
    }
    if ours.source == base.source {
      return compared(base, theirs, whole: theirs.source, .theirs)
    }
    return woven(base: base, ours: ours, theirs: theirs)
  }

  /// The merge by units, whatever the texts.
  static func woven(
    base: LegalDocument, ours: LegalDocument, theirs: LegalDocument
  ) -> Merge {
    var vocabulary = Vocabulary(minimumCapacity: min(base.source.count / 16, 1 << 16))
    var sides = (
      MergeSide(base, &vocabulary), MergeSide(ours, &vocabulary), MergeSide(theirs, &vocabulary)
    )
    MergeClasses.assign(&sides.0, &sides.1, &sides.2)
    let plan = MergePlan(sides.0, sides.1, sides.2, &vocabulary)
    var writer = MergeWriter(plan)
    return writer.written()
  }

  /// A side that stands alone: its text as it is, with what it did.
  private static func compared(
    _ base: LegalDocument, _ side: LegalDocument, whole: [UInt8], _ by: Side?
  ) -> Merge {
    var merge = woven(base: base, ours: side, theirs: by == nil ? side : base)
    merge.segments = [.text(whole)]
    merge.entries = merge.entries.map { entry in
      var entry = entry
      entry.by = by
      return entry
    }
    return merge
  }
}

/// A place where the sides cannot both have their way.
public struct MergeConflict: Sendable, Hashable {
  /// Why.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Both changed the same words.
    case edits
    /// One removed what the other changed.
    case removal
    /// Both moved it, to different places; it stands at both.
    case moves
  }

  /// Why.
  public var reason: Reason
  /// Where it stood in the common text; nil for what was not there.
  public var address: String?
  /// Where it would stand in the result.
  public var place: String
  /// The common text, empty where there was none.
  public var base: [UInt8]
  /// Our text, empty where we have none here.
  public var ours: [UInt8]
  /// Their text, empty where they have none here.
  public var theirs: [UInt8]
  /// The white space before it, up to the beginning of its line.
  var lead: [UInt8]
}
