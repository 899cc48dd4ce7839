import LegalText

/// What both documents of a comparison number their words and units by.
struct ClassTables {
  let vocabulary: Vocabulary
  /// Own words: their tokens by number.
  var texts: InternTable<Int32>
  /// Units with all that they hold: kind, own words, what is held.
  var maskedTrees: InternTable<Int32>
  var strictTrees: InternTable<Int32>

  /// - Parameters:
  ///   - vocabulary: the words of both texts.
  ///   - bytes: the size of both texts.
  init(_ vocabulary: Vocabulary, bytes: Int) {
    self.vocabulary = vocabulary
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
  let text: TokenText
  /// The number of each token with the numbers of internal references made placeholders.
  let masked: [Int32]
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

  /// - Parameters:
  ///   - given: the text.
  ///   - tables: what both texts number their units by.
  ///   - first: the first text, for the second.
  init(
    _ given: ComparableText, _ tables: inout ClassTables, after first: IndexedDocument? = nil
  ) {
    document = given.document
    references = given.references
    own = given.own
    referencesOf = given.referencesOf
    tokenOf = given.tokenOf
    children = given.children
    isExplanation = given.addresses.isExplanation
    explained = given.addresses.explained
    text = given.text
    masked = given.masked
    numbers = given.addresses.numbers
    prepareClasses()
    if let first {
      classify(after: first, &tables)
    } else {
      for unit in units.indices.reversed() { classify(unit, &tables) }
    }
  }

  var units: [Unit] { document.units }

  /// A unit with all that it holds.
  func range(of unit: Int) -> Range<Int> { unit..<max(units[unit].subtreeEnd, unit + 1) }

  /// The tokens of a unit with all that it holds.
  func subtree(_ unit: Int) -> Range<Int> {
    let last = min(range(of: unit).upperBound, units.count) - 1
    return own[unit].lowerBound..<own[last].upperBound
  }

  func token(at position: Int, in range: Range<Int>) -> Int? {
    text.token(at: position, in: range)
  }

  // MARK: Classes

  private mutating func prepareClasses() {
    ownStrict = [Int32](repeating: 0, count: units.count)
    ownMasked = ownStrict
    treeStrict = ownStrict
    treeMasked = ownStrict
  }

  private mutating func classify(_ unit: Int, _ tables: inout ClassTables) {
    ownStrict[unit] = tables.texts.number(of: text.ids, own[unit])
    ownMasked[unit] =
      referencesOf[unit].isEmpty ? ownStrict[unit] : tables.texts.number(of: masked, own[unit])
    classifyTree(unit, units[unit].kind.number, &tables)
  }

  /// Two versions of a text hold mostly the same in the same order: a unit is compared with the one
  /// expected, and looked for in the tables only where it is another.
  private mutating func classify(after first: IndexedDocument, _ tables: inout ClassTables) {
    let placeOf = first.placesOfTexts(tables.texts.count)
    var expected = first.units.count - 1
    for unit in units.indices.reversed() {
      if expected >= 0, RawBytes.isEqual(masked, own[unit], first.masked, first.own[expected]) {
        take(unit, from: expected, of: first, &tables)
        expected -= 1
        continue
      }
      classify(unit, &tables)
      let number = Int(ownMasked[unit])
      if placeOf.indices.contains(number), let place = placeOf[number] { expected = place - 1 }
    }
  }

  /// Where each text without the numbers of references stands, by its number; nil for one that
  /// stands at several places or nowhere.
  private func placesOfTexts(_ count: Int) -> [Int?] {
    var places = [Int?](repeating: nil, count: count)
    var seen = [Bool](repeating: false, count: count)
    for unit in units.indices where !own[unit].isEmpty {
      let number = Int(ownMasked[unit])
      places[number] = seen[number] ? nil : unit
      seen[number] = true
    }
    return places
  }

  /// Numbers a unit whose own words are masked like those of `other` in the first text.
  private mutating func take(
    _ unit: Int, from other: Int, of first: IndexedDocument, _ tables: inout ClassTables
  ) {
    ownMasked[unit] = first.ownMasked[other]
    if referencesOf[unit].isEmpty {
      ownStrict[unit] = ownMasked[unit]
    } else if RawBytes.isEqual(text.ids, own[unit], first.text.ids, first.own[other]) {
      ownStrict[unit] = first.ownStrict[other]
    } else {
      ownStrict[unit] = tables.texts.number(of: text.ids, own[unit])
    }
    guard holdsSame(unit, as: other, of: first) else {
      return classifyTree(unit, units[unit].kind.number, &tables)
    }
    treeMasked[unit] = first.treeMasked[other]
    treeStrict[unit] = first.treeStrict[other]
  }

  /// Whether a unit whose own words have their numbers is, with all that it holds, as a unit of the
  /// first text.
  private func holdsSame(_ unit: Int, as other: Int, of first: IndexedDocument) -> Bool {
    let held = children.places(of: unit)
    let others = first.children.places(of: other)
    guard units[unit].kind.number == first.units[other].kind.number, held.count == others.count,
      ownStrict[unit] == first.ownStrict[other]
    else { return false }
    for offset in 0..<held.count {
      let child = children.list[held.lowerBound + offset]
      let match = first.children.list[others.lowerBound + offset]
      guard treeMasked[child] == first.treeMasked[match],
        treeStrict[child] == first.treeStrict[match], numbers[child] == first.numbers[match]
      else { return false }
    }
    return true
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
