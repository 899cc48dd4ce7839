import LegalText

/// The difference between two regulations' texts.
///
/// Deterministic: the same two texts give the same comparison in every run and on every machine.
public struct Comparison: Sendable {
  /// Which unit became which.
  public let alignment: Alignment
  /// What changed, in the reading order of the new text; what was removed, where it stood.
  public let changes: [Change]
  /// The counts.
  public let summary: ChangeSummary

  /// Compares two documents; work and memory grow about linearly with their size.
  public static func compare(_ old: LegalDocument, _ new: LegalDocument) -> Comparison {
    compare(
      old, ReferenceScanner.references(in: old), new, ReferenceScanner.references(in: new))
  }

  /// Compares two documents whose references are known.
  public static func compare(
    _ old: LegalDocument, _ oldReferences: [Reference],
    _ new: LegalDocument, _ newReferences: [Reference]
  ) -> Comparison {
    var tables = ClassTables(bytes: old.source.count + new.source.count)
    let before = IndexedDocument(old, oldReferences, &tables)
    let after = IndexedDocument(new, newReferences, &tables)
    var aligner = Aligner(before, after, tables.vocabulary)
    aligner.run()
    let alignment = Alignment(aligner)
    var builder = ChangeBuilder(aligner, alignment)
    builder.build()
    return Comparison(
      alignment: alignment, changes: builder.changes, summary: builder.summary)
  }
}
