import LegalText

/// What both documents of a comparison number their words and units by.
struct ClassTables {
  var vocabulary: Vocabulary
  var sequences: InternTable<Int32>
  let kinds: [UnitKind: Int32]

  init(bytes: Int) {
    vocabulary = Vocabulary(minimumCapacity: min(bytes / 16, 1 << 16))
    sequences = InternTable(minimumCapacity: min(bytes / 64, 1 << 16))
    var kinds: [UnitKind: Int32] = [:]
    for (index, kind) in UnitKind.allCases.enumerated() {
      kinds[kind] = Int32(truncatingIfNeeded: index)
    }
    self.kinds = kinds
  }
}

/// A document with its tokens, and with numbers by which equal units are known.
///
/// Two units have the same number exactly if they have the same content: nothing is hashed
/// without being compared.
struct IndexedDocument {
  let document: LegalDocument
  /// The internal references by unit, then by place.
  let references: [Reference]
  private(set) var text: TokenText
  /// The number of each token with the numbers of internal references made placeholders.
  private(set) var masked: [Int32] = []
  /// The tokens of each unit's own words; those of a subtree follow each other.
  private(set) var own: [Range<Int>] = []
  /// The references in each unit's own words.
  private(set) var referencesOf: [Range<Int>] = []
  /// The token that holds the last number of each reference, nil where it stands in none.
  private(set) var tokenOf: [Int?] = []
  private(set) var children: [[Int]] = []
  private(set) var roots: [Int] = []
  /// Own words alike, without the mark.
  private(set) var ownStrict: [Int32] = []
  private(set) var ownMasked: [Int32] = []
  /// All words alike, with the marks of the units held.
  private(set) var treeStrict: [Int32] = []
  /// All words alike but for marks and the numbers of internal references.
  private(set) var treeMasked: [Int32] = []
  /// The last level of each unit's address without the mark of a repetition (`ayat-2`), as a
  /// number of the vocabulary.
  private(set) var numbers: [Int32] = []
  /// Whether a unit stands in the penjelasan.
  private(set) var isExplanation: [Bool] = []
  /// The unit of the body that a unit of the penjelasan explains.
  private(set) var explained: [Int?] = []

  init(_ given: ComparableText, _ tables: inout ClassTables) {
    document = given.document
    references = given.references
    text = given.text
    own = given.own
    children = given.children
    roots = given.roots
    text.number(&tables.vocabulary)
    numbers.reserveCapacity(document.units.count)
    for (index, unit) in document.units.enumerated() {
      numbers.append(Self.number(unit.address, &tables.vocabulary))
      isExplanation.append(unit.address.hasPrefix("penjelasan"))
      explained.append(isExplanation[index] ? Self.explained(unit.address, document) : nil)
    }
    masked = text.ids
    mask(&tables)
    classify(&tables)
  }

  var units: [Unit] { document.units }

  /// The tokens of a unit with all that it holds.
  func subtree(_ unit: Int) -> Range<Int> {
    let last = min(max(units[unit].subtreeEnd, unit + 1), units.count) - 1
    return own[unit].lowerBound..<own[last].upperBound
  }

  private static func number(_ address: String, _ vocabulary: inout Vocabulary) -> Int32 {
    var address = address
    return address.withUTF8 { bytes in
      var end = bytes.count
      var start = bytes.count
      while start > 0, bytes[start - 1] != 0x2F {
        start -= 1
        if bytes[start] == 0x7E { end = start }
      }
      return vocabulary.number(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private static func explained(_ address: String, _ document: LegalDocument) -> Int? {
    let prefix = "penjelasan/"
    guard address.hasPrefix(prefix) else { return nil }
    return document.index(ofAddress: String(address.dropFirst(prefix.utf8.count)))
  }

  // MARK: Masks

  private mutating func mask(_ tables: inout ClassTables) {
    tokenOf = [Int?](repeating: nil, count: references.count)
    var next = 0
    var scratch: [UInt8] = []
    for unit in units.indices {
      let first = next
      while next < references.count, references[next].unit == unit { next += 1 }
      referencesOf.append(first..<next)
      guard next > first else { continue }
      var numbers: [(range: Range<Int>, kind: UnitKind)] = []
      for index in first..<next {
        for part in references[index].parts { numbers.append((part.numberRange, part.kind)) }
        if let last = references[index].parts.last {
          tokenOf[index] = token(at: last.numberRange.lowerBound, in: own[unit])
        }
      }
      numbers.sort { $0.range.lowerBound < $1.range.lowerBound }
      mask(numbers, own[unit], &scratch, &tables)
    }
  }

  private mutating func mask(
    _ numbers: [(range: Range<Int>, kind: UnitKind)], _ range: Range<Int>,
    _ scratch: inout [UInt8], _ tables: inout ClassTables
  ) {
    var next = 0
    for index in range where next < numbers.count {
      let token = text.tokens[index]
      while next < numbers.count, numbers[next].range.lowerBound < token.start { next += 1 }
      var position = token.start
      scratch.removeAll(keepingCapacity: true)
      text.source.withUnsafeBufferPointer { bytes in
        while next < numbers.count, numbers[next].range.upperBound <= token.end {
          let number = numbers[next]
          next += 1
          guard number.range.lowerBound >= position else { continue }
          TokenText.appendIdentity(position..<number.range.lowerBound, bytes, &scratch)
          scratch.append(0x01)
          scratch.append(UInt8(truncatingIfNeeded: tables.kinds[number.kind] ?? 0) &+ 0x10)
          position = number.range.upperBound
        }
        if position > token.start {
          TokenText.appendIdentity(position..<token.end, bytes, &scratch)
        }
      }
      if position > token.start { masked[index] = tables.vocabulary.number(of: scratch) }
    }
  }

  func token(at position: Int, in range: Range<Int>) -> Int? {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if text.tokens[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && text.tokens[low].start <= position ? low : nil
  }

  // MARK: Classes

  private mutating func classify(_ tables: inout ClassTables) {
    let count = units.count
    ownStrict = [Int32](repeating: 0, count: count)
    ownMasked = ownStrict
    treeStrict = ownStrict
    treeMasked = ownStrict
    var scratch: [Int32] = []
    for unit in units.indices.reversed() {
      let kind = tables.kinds[units[unit].kind] ?? 0
      scratch.removeAll(keepingCapacity: true)
      scratch.append(-1)
      scratch.append(contentsOf: text.ids[own[unit]])
      ownStrict[unit] = tables.sequences.number(of: scratch)
      if referencesOf[unit].isEmpty {
        ownMasked[unit] = ownStrict[unit]
      } else {
        scratch.removeLast(scratch.count - 1)
        scratch.append(contentsOf: masked[own[unit]])
        ownMasked[unit] = tables.sequences.number(of: scratch)
      }
      scratch.removeAll(keepingCapacity: true)
      scratch += [-2, kind, ownMasked[unit]]
      for child in children[unit] { scratch.append(treeMasked[child]) }
      treeMasked[unit] = tables.sequences.number(of: scratch)
      scratch.removeAll(keepingCapacity: true)
      scratch += [-3, kind, ownStrict[unit]]
      for child in children[unit] {
        scratch.append(treeStrict[child])
        scratch.append(numbers[child])
      }
      treeStrict[unit] = tables.sequences.number(of: scratch)
    }
  }
}
