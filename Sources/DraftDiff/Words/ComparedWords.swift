import LegalText

/// The words of both texts of a comparison, with numbers of one vocabulary: what can be made ready
/// without the references, so that both can be done at once.
///
/// Two versions of one text mostly hold the same passages: each is cut into words once.
public struct ComparedWords: Sendable {
  /// The words of the text that sorts first, whose new words get their numbers first.
  let first: UnitWords
  let second: UnitWords
  let vocabulary: Vocabulary
  /// Whether the new text sorts first.
  ///
  /// The search is not the same from both sides, but what is found must be: it always goes from the
  /// text that sorts first.
  let isMirrored: Bool

  /// Cuts both texts into words; work and memory grow linearly with their size.
  public init(_ old: LegalDocument, _ new: LegalDocument) {
    isMirrored = TextOrder.precedes(new.source, old.source)
    let (one, other) = isMirrored ? (new, old) : (old, new)
    // Some words in seven are seen for the first time in a short text, few in a long one.
    var vocabulary = Vocabulary(minimumCapacity: min(one.source.count / 24, 1 << 16))
    first = UnitWords(one, &vocabulary)
    second = UnitWords(other, like: first, &vocabulary)
    self.vocabulary = vocabulary
  }
}

/// The words of a text by unit.
struct UnitWords: Sendable {
  /// What the units' addresses say.
  let addresses: UnitAddresses
  /// The tokens, with their numbers in the vocabulary of the comparison.
  private(set) var text: TokenText
  /// The tokens of each unit's own words; those of a subtree follow each other.
  private(set) var own: [Range<Int>] = []
  /// The bytes of each unit's own words; empty where they stand in several places.
  private var passages: [Range<Int>] = []

  /// The words of a text.
  init(_ document: LegalDocument, _ vocabulary: inout Vocabulary) {
    addresses = UnitAddresses(document, &vocabulary)
    text = TokenText(document.source)
    read(document) { _, _ in false }
    text.number(&vocabulary)
  }

  /// The words of a text much of which stands in another.
  init(_ document: LegalDocument, like other: UnitWords, _ vocabulary: inout Vocabulary) {
    addresses = UnitAddresses(document, &vocabulary)
    text = TokenText(document.source)
    let known = PassageTable(other.passages, in: other.text.source)
    read(document) { words, passage in
      guard let unit = known.place(of: passage, in: words.text.source) else { return false }
      words.text.number(&vocabulary)
      words.text.append(
        other.own[unit], of: other.text,
        movedBy: passage.lowerBound - other.passages[unit].lowerBound)
      return true
    }
    text.number(&vocabulary)
  }

  /// Cuts the own words of each unit into tokens, those that `take` does not take over.
  private mutating func read(
    _ document: LegalDocument, taking take: (inout UnitWords, Range<Int>) -> Bool
  ) {
    own.reserveCapacity(document.units.count)
    passages.reserveCapacity(document.units.count)
    var ranges: [Range<Int>] = []
    for unit in document.units.indices {
      let first = text.tokens.count
      ranges.removeAll(keepingCapacity: true)
      document.appendOwnWords(of: unit, to: &ranges)
      let passage = ranges.count == 1 ? ranges[0] : 0..<0
      if passage.isEmpty || !take(&self, passage) { text.append(ranges) }
      own.append(first..<text.tokens.count)
      passages.append(passage)
    }
  }
}

/// Where passages stand, found by their bytes.
private struct PassageTable {
  private let passages: [Range<Int>]
  private let source: [UInt8]
  /// One more than the place of a passage in `passages`; 0 for none.
  private var slots: [Int32]
  private let mask: Int
  private let seed = SeededHash.seed

  /// - Parameter passages: their bytes; empty ones are left out, of equal ones the first is found.
  init(_ passages: [Range<Int>], in source: [UInt8]) {
    self.passages = passages
    self.source = source
    var size = 64
    while size < passages.count * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    mask = size - 1
    for place in passages.indices where !passages[place].isEmpty {
      let slot = slot(of: passages[place], in: source)
      if slots[slot] == 0 { slots[slot] = Int32(clamping: place + 1) }
    }
  }

  /// The place of the passage with these bytes, nil where there is none.
  func place(of passage: Range<Int>, in text: [UInt8]) -> Int? {
    let found = slots[slot(of: passage, in: text)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// Where a passage with these bytes stands in the table, or would.
  private func slot(of passage: Range<Int>, in text: [UInt8]) -> Int {
    let hash = text.withUnsafeBytes {
      SeededHash.hash(UnsafeRawBufferPointer(rebasing: $0[passage]), seed)
    }
    var slot = hash & mask
    while slots[slot] != 0,
      !RawBytes.isEqual(source, passages[Int(slots[slot]) - 1], text, passage)
    {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
