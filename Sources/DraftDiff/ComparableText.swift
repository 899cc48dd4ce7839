import LegalText

/// A text made ready to be compared: all that can be done to one of two texts without the other,
/// so that both can be made ready at once.
public struct ComparableText: Sendable {
  /// The text and its units.
  public let document: LegalDocument
  /// The internal references by unit, then by place.
  let references: [Reference]
  /// The tokens, without numbers yet.
  let text: TokenText
  /// The tokens of each unit's own words; those of a subtree follow each other.
  let own: [Range<Int>]
  let children: [[Int]]
  let roots: [Int]

  /// Makes a text ready.
  /// - Parameter references: the references in it; nil where they are not known yet.
  public init(_ document: LegalDocument, references: [Reference]? = nil) {
    self.document = document
    self.references = (references ?? ReferenceScanner.references(in: document)).filter {
      $0.scope == .internal && document.units.indices.contains($0.unit)
    }.sorted { ($0.unit, $0.range.lowerBound) < ($1.unit, $1.range.lowerBound) }
    var text = TokenText(document.source)
    var own: [Range<Int>] = []
    var children = [[Int]](repeating: [], count: document.units.count)
    var roots: [Int] = []
    own.reserveCapacity(document.units.count)
    var ranges: [Range<Int>] = []
    for (index, unit) in document.units.enumerated() {
      if let parent = unit.parent, parent < index, parent >= 0 {
        children[parent].append(index)
      } else {
        roots.append(index)
      }
      let first = text.tokens.count
      ranges.removeAll(keepingCapacity: true)
      document.appendOwnWords(of: index, to: &ranges)
      text.append(ranges)
      own.append(first..<text.tokens.count)
    }
    self.text = text
    self.own = own
    self.children = children
    self.roots = roots
  }
}
