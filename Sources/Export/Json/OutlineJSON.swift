import LegalText
import ReviewModel

/// Texts and their units as JSON.
public enum OutlineJSON {
  /// `outline`: ranges are byte offsets, end exclusive.
  /// - Parameter sheets: the sheets of the file that were parted, in whose pages `document` was
  ///   read; the ranges are those of the file.
  public static func outline(
    _ document: LegalDocument, sheets: PartedSheets? = nil
  ) throws -> JSONText {
    func range(_ range: Range<Int>) -> [Int] {
      let range = sheets?.sourceRange(of: range) ?? range
      return [range.lowerBound, range.upperBound]
    }
    return try JSONText(
      Document(
        units: document.units.map { Item($0, range($0.range), in: document) },
        diagnostics: document.diagnostics.map {
          Problem(code: $0.code, range: range($0.range), message: $0.message)
        }))
  }

  /// `show`: the text as it is in the source, with `--terms` also the defined terms that it uses.
  public static func text(
    _ text: DraftText, unit: Int?, terms: [DefinedTerm]? = nil
  ) throws -> JSONText {
    let document = text.document
    let range = unit.map { document.units[$0].range } ?? document.source.indices
    return try JSONText(
      Shown(
        draft: text.draft?.description,
        revision: text.revision.flatMap { $0.number > 0 ? $0.number : nil },
        commit: text.revision?.commit, address: unit.map { document.units[$0].address },
        text: document.text(in: range),
        terms: terms?.map { Term($0, in: document) }))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let units: [Item]
    let diagnostics: [Problem]
  }

  private struct Item: Encodable {
    let address: String
    let kind: String
    let label: String
    let heading: String
    let depth: Int
    let range: [Int]
    @OrNull var parent: String?

    init(_ unit: Unit, _ range: [Int], in document: LegalDocument) {
      address = unit.address
      kind = unit.kind.rawValue
      label = unit.label
      heading = unit.heading
      depth = unit.depth
      self.range = range
      _parent = OrNull(wrappedValue: unit.parent.map { document.units[$0].address })
    }
  }

  private struct Problem: Encodable {
    let code: String
    let range: [Int]
    let message: String
  }

  private struct Shown: Encodable {
    let schema = schemaVersion
    @OrNull var draft: String?
    @OrNull var revision: Int?
    @OrNull var commit: String?
    @OrNull var address: String?
    let text: String
    let terms: [Term]?
  }

  private struct Term: Encodable {
    let address: String
    let forms: [String]
    let meaning: String

    init(_ term: DefinedTerm, in document: LegalDocument) {
      address = document.units[term.unit].address
      forms = term.forms
      meaning = Whitespace.collapsed(document.text(in: term.range))
    }
  }
}
