import LegalText
import ReviewModel

/// Layout and renumbering as JSON.
public enum FormattingJSON {
  /// `fmt`; `text` where it was asked for.
  public static func formatted(
    _ text: DraftText, isChanged: Bool, isWritten: Bool, text result: [UInt8]?
  ) throws -> JSONText {
    try JSONText(
      Formatted(
        draft: text.draft?.description, file: text.file, changed: isChanged, written: isWritten,
        text: result.map { String(decoding: $0, as: UTF8.self) }))
  }

  /// `renumber`: ranges are byte offsets in the text as it was, end exclusive.
  public static func renumbered(
    _ text: DraftText, _ plan: RenumberPlan, isWritten: Bool, text result: [UInt8]?
  ) throws -> JSONText {
    let units = text.document.units
    return try JSONText(
      Renumbered(
        draft: text.draft?.description, file: text.file, changed: !plan.isEmpty,
        written: isWritten,
        changes: plan.changes.map {
          Change(
            address: units[$0.unit].address, range: units[$0.unit].labelRange, from: $0.oldMark,
            to: $0.newMark)
        },
        references: plan.references.map {
          Change(
            address: units[$0.unit].address, range: $0.range, from: $0.oldText, to: $0.newText)
        },
        warnings: plan.warnings.map {
          Warning(
            reason: $0.reason.rawValue, address: units[$0.unit].address, range: $0.range,
            text: $0.text)
        }, text: result.map { String(decoding: $0, as: UTF8.self) }))
  }

  private struct Formatted: Encodable {
    let schema = schemaVersion
    @OrNull var draft: String?
    @OrNull var file: String?
    let changed: Bool
    let written: Bool
    @OrNull var text: String?
  }

  private struct Renumbered: Encodable {
    let schema = schemaVersion
    @OrNull var draft: String?
    @OrNull var file: String?
    let changed: Bool
    let written: Bool
    let changes: [Change]
    let references: [Change]
    let warnings: [Warning]
    @OrNull var text: String?
  }

  private struct Change: Encodable {
    let address: String
    let range: [Int]
    let from: String
    let to: String

    init(address: String, range: Range<Int>, from: String, to: String) {
      self.address = address
      self.range = [range.lowerBound, range.upperBound]
      self.from = from
      self.to = to
    }
  }

  private struct Warning: Encodable {
    let reason: String
    let address: String
    let range: [Int]
    let text: String

    init(reason: String, address: String, range: Range<Int>, text: String) {
      self.reason = reason
      self.address = address
      self.range = [range.lowerBound, range.upperBound]
      self.text = text
    }
  }
}
