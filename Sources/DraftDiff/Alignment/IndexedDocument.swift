import LegalText

/// What both documents of a comparison number their words and units by.
struct ClassTables {
  var vocabulary: Vocabulary
  /// Own words: their tokens by number.
  var texts: InternTable<Int32>
  /// Units with all that they hold: kind, own words, what is held.
  var maskedTrees: InternTable<Int32>
  var strictTrees: InternTable<Int32>

  init(bytes: Int) {
    vocabulary = Vocabulary(minimumCapacity: min(bytes / 16, 1 << 16))
    texts = InternTable(minimumCapacity: min(bytes / 64, 1 << 16))
    maskedTrees = texts
    strictTrees = texts
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
  private(set) var masked: [Int32]
  /// The tokens of each unit's own words; those of a subtree follow each other.
  let own: [Range<Int>]
  /// The references in each unit's own words.
  let referencesOf: [Range<Int>]
  /// The token that holds the last number of each reference, nil where it stands in none.
  let tokenOf: [Int?]
  let children: UnitChildren
  /// Own words alike, without the mark.
  private(set) var ownStrict: [Int32] = []
  private(set) var ownMasked: [Int32] = []
  /// All words alike, with the marks of the units held.
  private(set) var treeStrict: [Int32] = []
  /// All words alike but for marks and the numbers of internal references.
  private(set) var treeMasked: [Int32] = []
  /// The last level of each unit's address without the mark of a repetition (`ayat-2`), as a
  /// number of the vocabulary.
  let numbers: [Int32]
  /// Whether a unit stands in the penjelasan.
  let isExplanation: [Bool]
  /// The unit of the body that a unit of the penjelasan explains.
  let explained: [Int?]

  init(_ given: ComparableText, _ tables: inout ClassTables) {
    document = given.document
    references = given.references
    own = given.own
    referencesOf = given.referencesOf
    tokenOf = given.tokenOf
    children = given.children
    isExplanation = given.isExplanation
    explained = given.explained
    let places = tables.vocabulary.numbers(of: given.vocabulary)
    text = given.text
    text.renumber(places)
    masked = given.masked.map { places[Int($0)] }
    numbers = given.numbers.map { places[Int($0)] }
    classify(&tables)
  }

  var units: [Unit] { document.units }

  /// The tokens of a unit with all that it holds.
  func subtree(_ unit: Int) -> Range<Int> {
    let last = min(max(units[unit].subtreeEnd, unit + 1), units.count) - 1
    return own[unit].lowerBound..<own[last].upperBound
  }

  func token(at position: Int, in range: Range<Int>) -> Int? {
    text.token(at: position, in: range)
  }

  // MARK: Classes

  private mutating func classify(_ tables: inout ClassTables) {
    let count = units.count
    ownStrict = [Int32](repeating: 0, count: count)
    ownMasked = ownStrict
    treeStrict = ownStrict
    treeMasked = ownStrict
    for unit in units.indices.reversed() {
      ownStrict[unit] = tables.texts.number(of: text.ids, own[unit])
      ownMasked[unit] =
        referencesOf[unit].isEmpty ? ownStrict[unit] : tables.texts.number(of: masked, own[unit])
      classifyTree(unit, units[unit].kind.number, &tables)
    }
  }

  private mutating func classifyTree(_ unit: Int, _ kind: Int32, _ tables: inout ClassTables) {
    let held = children[unit]
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 + 2 * held.count) { scratch in
      scratch[0] = kind
      scratch[1] = ownMasked[unit]
      var end = 2
      for child in held {
        scratch[end] = treeMasked[child]
        end += 1
      }
      treeMasked[unit] = tables.maskedTrees.number(
        of: UnsafeBufferPointer(rebasing: scratch[..<end]))
      scratch[1] = ownStrict[unit]
      end = 2
      for child in held {
        scratch[end] = treeStrict[child]
        scratch[end + 1] = numbers[child]
        end += 2
      }
      treeStrict[unit] = tables.strictTrees.number(
        of: UnsafeBufferPointer(rebasing: scratch[..<end]))
    }
  }
}
