import LegalText

/// The difference between two regulations' texts.
///
/// Deterministic: the same two texts give the same comparison in every run and on every machine.
public struct Comparison: Sendable {
  /// Which unit became which.
  public let alignment: Alignment
  /// The same as the changes tell it: notes of the penjelasan that nobody touched stay what they
  /// were, though the provisions that they explain have other numbers now.
  public let shown: Alignment
  /// The notes of the penjelasan that are shown as what they were and stand at other provisions now.
  public let forgottenNotes: [ForgottenNote]
  /// What changed, in the reading order of the new text; what was removed, where it stood.
  public let changes: [Change]
  /// The counts.
  public let summary: ChangeSummary
  /// Which Pasal answers to which; nil for two versions of one act, and where it was not asked for.
  public let concordance: Concordance?

  /// Compares two documents; work and memory grow about linearly with their size.
  public static func compare(_ old: LegalDocument, _ new: LegalDocument) -> Comparison {
    compare(ComparablePair(old, new))
  }

  /// Compares two texts that were made ready.
  /// - Parameter areActs: whether they may be different acts, whose Pasal are then told side by
  ///   side.
  public static func compare(
    _ pair: ComparablePair, areActs: Bool = false
  ) -> Comparison {
    let isMirrored = pair.isMirrored
    let aligner = aligned(pair)
    var found = Found(aligner, isMirrored: isMirrored)
    let alignment = Alignment(found.aligner, ambiguous: found.ambiguous)
    var shown = alignment
    var forgotten: [ForgottenNote] = []
    if let untouched = aligner.withUntouchedNotes() {
      let followed = found.aligner
      found = Found(untouched, isMirrored: isMirrored)
      forgotten = followed.forgottenNotes(found.aligner)
      shown = Alignment(found.aligner, ambiguous: found.ambiguous)
    }
    var builder = ChangeBuilder(found.aligner, shown, moved: found.moved)
    builder.build()
    let words = pair.first.text.tokens.count + pair.second.text.tokens.count
    let changed = builder.summary.insertedWords + builder.summary.deletedWords
    // An amendment holds no more of the act that it amends than what it changes.
    let isOtherAct =
      areActs && Double(changed) > (1 - Concordance.sameAct) * Double(words)
      && amends(pair.first) == amends(pair.second)
    return Comparison(
      alignment: alignment, shown: shown, forgottenNotes: forgotten, changes: builder.changes,
      summary: builder.summary,
      concordance: isOtherAct ? Concordance(&found.aligner) : nil)
  }

  private static func amends(_ text: ComparableText) -> Bool {
    text.document.units.contains { $0.kind == .instruksi }
  }

  /// Which unit became which, without what changed in them.
  static func alignment(_ pair: ComparablePair) -> Alignment {
    let found = Found(aligned(pair), isMirrored: pair.isMirrored)
    return Alignment(found.aligner, ambiguous: found.ambiguous)
  }

  /// The pairs of units, sought from the text that sorts first.
  private static func aligned(_ pair: ComparablePair) -> Aligner {
    var tables = ClassTables(
      pair.vocabulary,
      bytes: pair.first.document.source.count + pair.second.document.source.count)
    let first = IndexedDocument(pair.first, &tables)
    let second = IndexedDocument(pair.second, &tables, after: first)
    var aligner = Aligner(first, second, tables.vocabulary)
    aligner.run()
    return aligner
  }

  /// An alignment, old to new, with what is told of its pairs, by old unit.
  private struct Found {
    var aligner: Aligner
    let moved: [Bool]
    let ambiguous: [Bool]

    init(_ found: Aligner, isMirrored: Bool) {
      let moved = MoveFinder(found).find()
      let ambiguous = AmbiguityFinder(found).find()
      if isMirrored {
        aligner = found.transposed()
        self.moved = found.toOld.map { $0.map { moved[$0] } ?? false }
        self.ambiguous = found.toOld.map { $0.map { ambiguous[$0] } ?? false }
      } else {
        aligner = found
        self.moved = moved
        self.ambiguous = ambiguous
      }
    }
  }
}

/// Texts beside each other as bytes.
enum TextOrder {
  /// Whether two texts are the same but for white space.
  static func areSameLetters(_ x: ArraySlice<UInt8>, _ y: ArraySlice<UInt8>) -> Bool {
    var (left, right) = (x.startIndex, y.startIndex)
    while true {
      while left < x.endIndex, Whitespace.isSpace(x[left]) { left += 1 }
      while right < y.endIndex, Whitespace.isSpace(y[right]) { right += 1 }
      guard left < x.endIndex, right < y.endIndex else {
        return left == x.endIndex && right == y.endIndex
      }
      guard x[left] == y[right] else { return false }
      left += 1
      right += 1
    }
  }

  /// An order that does not depend on which is the newer.
  ///
  /// Whether `x` comes before `y`: the shorter, of equally long ones the one with the lower byte.
  static func precedes(_ x: [UInt8], _ y: [UInt8]) -> Bool {
    x.count == y.count ? x.lexicographicallyPrecedes(y) : x.count < y.count
  }
}
