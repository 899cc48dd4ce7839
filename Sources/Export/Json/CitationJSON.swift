import LegalText
import ReviewModel

/// Citations as JSON.
public enum CitationJSON {
  /// `show UNIT --cited-by`: ranges are byte offsets of the mentions, end exclusive.
  public static func citations(
    _ citations: [Reference], of unit: Int, in text: DraftText
  ) throws -> JSONText {
    let document = text.document
    return try JSONText(
      Document(
        address: document.units[unit].address,
        citations: citations.map { citation in
          Item(
            address: document.units[citation.unit].address,
            range: [citation.range.lowerBound, citation.range.upperBound],
            target: citation.address, text: citation.printed(in: document))
        }))
  }

  private struct Document: Encodable {
    let schema = schemaVersion
    let address: String
    let citations: [Item]
  }

  private struct Item: Encodable {
    let address: String
    let range: [Int]
    @OrNull var target: String?
    let text: String
  }
}
