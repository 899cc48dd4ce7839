/// One mention of a provision in running text, such as `Pasal 5 ayat (2)`.
///
/// A list gives one reference an item (`Pasal 5 ayat (1) dan ayat (2)` gives two, the second within
/// Pasal 5), a range (*sampai dengan*) one for each end.
public struct Reference: Sendable, Hashable {
  /// Whether the provision stands in the same document.
  public enum Scope: String, Sendable, Hashable { case `internal`, external }

  /// How a reference stands to the one before it in the same phrase.
  public enum Relation: String, Sendable, Hashable {
    /// First of its phrase, or an item of a list.
    case item
    /// The second end of a range; the first end is the reference before it.
    case rangeEnd
    /// An exclusion (*kecuali*).
    case exclusion
  }

  /// One level of the citation as printed: the word and its number.
  public struct Part: Sendable, Hashable {
    /// `pasal`, `ayat`, `huruf`, `angka`, `bab`, `bagian` or `paragraf`.
    public var kind: UnitKind
    /// The number as it stands in an address: `5`, `12a`, `1a`, `b`, `3`.
    public var number: String
    /// The bytes of the number alone as printed: `5`, `(2)`, `a`.
    public var numberRange: Range<Int>

    /// Makes a part.
    public init(kind: UnitKind, number: String, numberRange: Range<Int>) {
      self.kind = kind
      self.number = number
      self.numberRange = numberRange
    }
  }

  /// The index of the unit in whose own text the mention stands.
  public var unit: Int
  /// The bytes of the mention, from its first word to its last number.
  public var range: Range<Int>
  /// Whether its target stands in this document.
  public var scope: Scope
  /// How it stands to the reference before it.
  public var relation: Relation
  /// The levels printed, outermost first.
  public var parts: [Part]
  /// The full address meant, also when nothing stands there; nil for an external one.
  public var address: String?
  /// The index of the unit meant, nil when external or dangling.
  public var target: Int?

  /// Makes a reference.
  public init(
    unit: Int, range: Range<Int>, scope: Scope, relation: Relation, parts: [Part],
    address: String?, target: Int?
  ) {
    self.unit = unit
    self.range = range
    self.scope = scope
    self.relation = relation
    self.parts = parts
    self.address = address
    self.target = target
  }
}

extension Reference {
  /// The mention as printed, white space collapsed to single spaces.
  public func printed(in document: LegalDocument) -> String {
    let count = document.source.count
    let lower = min(max(range.lowerBound, 0), count)
    return Whitespace.collapsed(document.text(in: lower..<max(lower, min(range.upperBound, count))))
  }
}
