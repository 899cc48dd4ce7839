import LegalText
import ReviewModel

/// Words on the import of a text.
public protocol TextImportMessages: Sendable {
  /// What was done, one sentence a line.
  func textImported(_ report: TextImportReport) -> [String]
  /// What was found out about the source.
  func note(_ note: ImportNote) -> String
  /// What a DOCX file held besides its text, a sentence for each.
  func notes(_ notes: DocumentNotes) -> [String]
  /// What was left out.
  func removed(_ kind: Removal.Kind, _ count: Int) -> String
  /// What was mended.
  func repaired(_ kind: Repair.Kind, _ count: Int) -> String
  /// What proves a repair.
  func reason(_ reason: Repair.Reason) -> String
  /// A line of the source.
  func sourceLine(_ line: Int) -> String
}
