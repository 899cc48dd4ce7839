import LegalText

/// Two texts made ready to be compared.
public struct ComparablePair: Sendable {
  /// The text that sorts first, and the other.
  let first: ComparableText
  let second: ComparableText
  /// The words of both.
  let vocabulary: Vocabulary
  /// Whether the new text sorts first.
  let isMirrored: Bool

  /// Makes two texts ready; work and memory grow about linearly with their size.
  public init(_ old: LegalDocument, _ new: LegalDocument) {
    self.init(
      old, new, words: ComparedWords(old, new),
      references: ReferenceScanner.references(in: old, and: new))
  }

  /// Makes two texts ready whose words and references are known.
  public init(
    _ old: LegalDocument, _ new: LegalDocument, words: ComparedWords,
    references: (old: [Reference], new: [Reference])
  ) {
    isMirrored = words.isMirrored
    var vocabulary = words.vocabulary
    let (one, other) = isMirrored ? (new, old) : (old, new)
    let (known, others) =
      isMirrored ? (references.new, references.old) : (references.old, references.new)
    first = ComparableText(one, words.first, known, &vocabulary)
    second = ComparableText(other, words.second, others, &vocabulary)
    self.vocabulary = vocabulary
  }
}

/// One of two texts that are compared.
struct ComparableText: Sendable {
  /// The text and its units.
  let document: LegalDocument
  /// The internal references by unit, then by place.
  let references: [Reference]
  /// The tokens, with their numbers in the vocabulary of the comparison.
  let text: TokenText
  /// The number of each token with the numbers of internal references made placeholders.
  private(set) var masked: [Int32] = []
  /// The tokens of each unit's own words; those of a subtree follow each other.
  let own: [Range<Int>]
  let children: UnitChildren
  /// The references in each unit's own words.
  private(set) var referencesOf: [Range<Int>] = []
  /// The token that holds the last number of each reference, nil where it stands in none.
  private(set) var tokenOf: [Int?] = []
  /// What the units' addresses say.
  let addresses: UnitAddresses

  init(
    _ document: LegalDocument, _ words: UnitWords, _ references: [Reference],
    _ vocabulary: inout Vocabulary
  ) {
    self.document = document
    self.references = Self.internal(references, in: document)
    text = words.text
    own = words.own
    addresses = words.addresses
    children = UnitChildren(document.units)
    mask(&vocabulary)
  }

  private static func `internal`(
    _ references: [Reference], in document: LegalDocument
  ) -> [Reference] {
    let found = references.filter {
      $0.scope == .internal && document.units.indices.contains($0.unit)
    }
    // Only what closes a list stands out of order, so that most need no sorting.
    for next in found.indices.dropFirst()
    where (found[next].unit, found[next].range.lowerBound)
      < (found[next - 1].unit, found[next - 1].range.lowerBound)
    {
      return found.sorted { ($0.unit, $0.range.lowerBound) < ($1.unit, $1.range.lowerBound) }
    }
    return found
  }

  // MARK: Masks

  private mutating func mask(_ vocabulary: inout Vocabulary) {
    masked = text.ids
    tokenOf = [Int?](repeating: nil, count: references.count)
    referencesOf.reserveCapacity(document.units.count)
    var next = 0
    var scratch: [UInt8] = []
    var numbers: [(range: Range<Int>, kind: UnitKind)] = []
    for unit in document.units.indices {
      let first = next
      while next < references.count, references[next].unit == unit { next += 1 }
      referencesOf.append(first..<next)
      guard next > first else { continue }
      numbers.removeAll(keepingCapacity: true)
      for index in first..<next {
        for part in references[index].parts { numbers.append((part.numberRange, part.kind)) }
        if let last = references[index].parts.last {
          tokenOf[index] = text.token(at: last.numberRange.lowerBound, in: own[unit])
        }
      }
      numbers.sort { $0.range.lowerBound < $1.range.lowerBound }
      mask(numbers, own[unit], &scratch, &vocabulary)
    }
  }

  private mutating func mask(
    _ numbers: [(range: Range<Int>, kind: UnitKind)], _ range: Range<Int>, _ scratch: inout [UInt8],
    _ vocabulary: inout Vocabulary
  ) {
    var next = 0
    for index in range where next < numbers.count {
      let token = text.tokens[index]
      while next < numbers.count, numbers[next].range.lowerBound < token.start { next += 1 }
      guard next < numbers.count, numbers[next].range.upperBound <= token.end else { continue }
      var position = token.start
      scratch.removeAll(keepingCapacity: true)
      text.source.withUnsafeBufferPointer { bytes in
        while next < numbers.count, numbers[next].range.upperBound <= token.end {
          let number = numbers[next]
          next += 1
          guard number.range.lowerBound >= position else { continue }
          TokenText.appendIdentity(position..<number.range.lowerBound, bytes, &scratch)
          scratch.append(0x01)
          scratch.append(UInt8(truncatingIfNeeded: number.kind.number) &+ 0x10)
          position = number.range.upperBound
        }
        if position > token.start {
          TokenText.appendIdentity(position..<token.end, bytes, &scratch)
        }
      }
      if position > token.start { masked[index] = vocabulary.number(of: scratch) }
    }
  }
}

extension UnitKind {
  /// A number by which units are of one kind: a definition is an item that a lead-in makes one, and
  /// stays itself where that is put otherwise. A table would hash the kind's name at each question.
  var number: Int32 {
    switch self {
    case .judul: 0
    case .pembukaan: 1
    case .menimbang: 2
    case .mengingat: 3
    case .diktum: 4
    case .bab: 5
    case .bagian: 6
    case .paragraf: 7
    case .pasal: 8
    case .ayat: 9
    case .huruf: 10
    case .angka, .definisi: 11
    case .subhuruf: 12
    case .subangka: 13
    case .butir: 14
    case .instruksi: 15
    case .penutup: 16
    case .penjelasan: 17
    case .lampiran: 18
    case .blok: 19
    }
  }
}
