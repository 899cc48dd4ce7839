import LegalText

/// A stretch of a text that is merged as one: a unit's mark with the own words that follow it, or
/// own words that stand after a unit that it holds. Every visible byte belongs to exactly one.
struct MergeElement {
  /// The unit whose own words these are; nil for text outside of any.
  var unit: Int?
  /// 0 for the stretch that begins with the mark, 1 and more for later ones.
  var ordinal: Int
  var range: Range<Int>
  /// Where the words begin after the mark.
  var bodyStart: Int
  /// The tokens of the words.
  var tokens: Range<Int> = 0..<0
  /// How deep it stands: 1…3 for headings of chapters, 4 for a Pasal, more for what it holds.
  var rank: Int

  var body: Range<Int> { min(bodyStart, range.upperBound)..<range.upperBound }
  var mark: Range<Int> { range.lowerBound..<min(bodyStart, range.upperBound) }
}

/// One of the three texts of a merge, cut into elements in the order of the text.
struct MergeSide {
  let document: LegalDocument
  /// The mentions of provisions of the text itself, in order.
  let references: [Reference]
  let planner: RenumberPlanner
  private(set) var elements: [MergeElement] = []
  private(set) var text: TokenText
  /// The number of each token by its words; numbers of internal references stand for the classes of
  /// their targets.
  private(set) var keys: [Int32] = []
  /// The number of each unit as it stands in its address; empty where it has none.
  let numbers: [String]
  /// How deep each unit stands.
  private(set) var ranks: [Int] = []
  /// The first element of each unit that has a mark or words before what it holds.
  private(set) var firstElement: [Int?] = []
  /// The class of each unit: units that are each other's counterparts share one.
  var classes: [Int] = []

  init(_ document: LegalDocument, _ vocabulary: inout Vocabulary) {
    self.document = document
    references = ReferenceScanner.references(in: document).filter {
      $0.scope == .internal && $0.target != nil
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let planner = RenumberPlanner(document)
    self.planner = planner
    numbers = document.units.indices.map { String(planner.number(of: $0)) }
    text = TokenText(document.source)
    ranks = Self.ranks(document)
    firstElement = [Int?](repeating: nil, count: document.units.count)
    cut()
    for index in elements.indices {
      let first = text.tokens.count
      text.append([elements[index].body], &vocabulary)
      elements[index].tokens = first..<text.tokens.count
    }
    keys = text.ids
  }

  var units: [Unit] { document.units }
  var source: [UInt8] { document.source }

  // MARK: Elements

  private static func ranks(_ document: LegalDocument) -> [Int] {
    var ranks: [Int] = []
    for (index, unit) in document.units.enumerated() {
      let holder = unit.parent.flatMap { $0 < index ? ranks[$0] : nil } ?? 0
      if holder >= 4 {
        ranks.append(holder + 1)
      } else {
        switch unit.kind {
        case .judul, .pembukaan, .menimbang, .mengingat, .diktum, .bab, .penutup, .penjelasan,
          .lampiran:
          ranks.append(1)
        case .bagian: ranks.append(2)
        case .paragraf: ranks.append(3)
        default: ranks.append(4)
        }
      }
    }
    return ranks
  }

  private mutating func cut() {
    var open: [Int] = []
    var counts = [Int](repeating: 0, count: units.count + 1)
    var position = 0
    for (index, unit) in units.enumerated() {
      while let last = open.last, units[last].subtreeEnd <= index {
        append(&position, to: units[last].range.upperBound, of: last, &counts)
        open.removeLast()
      }
      append(&position, to: unit.range.lowerBound, of: open.last, &counts)
      open.append(index)
    }
    while let last = open.popLast() {
      append(&position, to: units[last].range.upperBound, of: last, &counts)
    }
    append(&position, to: source.count, of: nil, &counts)
  }

  private mutating func append(
    _ position: inout Int, to end: Int, of unit: Int?, _ counts: inout [Int]
  ) {
    let slot = unit ?? units.count
    let isFirst = unit != nil && counts[slot] == 0
    var (lower, upper) = (min(position, end), min(end, source.count))
    position = max(position, upper)
    while lower < upper, Whitespace.isSpace(source[lower]) { lower += 1 }
    while upper > lower, Whitespace.isSpace(source[upper - 1]) { upper -= 1 }
    if isFirst { counts[slot] = 1 }
    guard lower < upper else { return }
    var bodyStart = lower
    if let unit, isFirst {
      bodyStart = min(max(units[unit].labelRange.upperBound, lower), upper)
      while bodyStart < upper, Whitespace.isSpace(source[bodyStart]) { bodyStart += 1 }
      firstElement[unit] = elements.count
    }
    elements.append(
      MergeElement(
        unit: unit, ordinal: isFirst ? 0 : counts[slot], range: lower..<upper,
        bodyStart: bodyStart, rank: unit.map { ranks[$0] } ?? 4))
    if !isFirst { counts[slot] += 1 }
  }

  /// The white space before an element.
  func gap(before element: Int) -> Range<Int> {
    let end = element < elements.count ? elements[element].range.lowerBound : source.count
    let start = element > 0 ? elements[element - 1].range.upperBound : 0
    return min(start, end)..<end
  }

  // MARK: Keys

  /// Gives tokens that hold numbers of references keys by what the references mean.
  ///
  /// - Parameter meaning: what a class is taken for; classes with one meaning are not told apart.
  mutating func key(_ vocabulary: inout Vocabulary, by meaning: (Int) -> Int = { $0 }) {
    keys = text.ids
    var next = 0
    for element in elements {
      var numbers: [(range: Range<Int>, value: Int)] = []
      while next < references.count,
        references[next].range.lowerBound < element.range.upperBound
      {
        for (part, unit) in levels(of: references[next]) {
          numbers.append((part.numberRange, meaning(classes[unit])))
        }
        next += 1
      }
      guard !numbers.isEmpty else { continue }
      numbers.sort { $0.range.lowerBound < $1.range.lowerBound }
      key(numbers, element.tokens, &vocabulary)
    }
  }

  private mutating func key(
    _ numbers: [(range: Range<Int>, value: Int)], _ tokens: Range<Int>,
    _ vocabulary: inout Vocabulary
  ) {
    var next = 0
    var scratch: [UInt8] = []
    for index in tokens where next < numbers.count {
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
          scratch += Array(String(number.value).utf8)
          scratch.append(0x02)
          position = number.range.upperBound
        }
        if position > token.start {
          TokenText.appendIdentity(position..<token.end, bytes, &scratch)
        }
      }
      if position > token.start { keys[index] = vocabulary.number(of: scratch) }
    }
  }

  /// The levels of a citation with the units that they name.
  func levels(of reference: Reference) -> [(part: Reference.Part, unit: Int)] {
    var result: [(Reference.Part, Int)] = []
    var unit = reference.target
    for part in reference.parts.sorted(by: { Self.level($0.kind) > Self.level($1.kind) }) {
      while let current = unit, !Self.matches(units[current].kind, part.kind) {
        unit = units[current].parent
      }
      guard let current = unit else { break }
      result.append((part, current))
      unit = units[current].parent
    }
    return result
  }

  private static func level(_ kind: UnitKind) -> Int {
    switch kind {
    case .bab: 0
    case .bagian: 1
    case .paragraf: 2
    case .pasal: 3
    case .ayat: 4
    case .huruf: 5
    case .angka: 6
    case .subhuruf: 7
    default: 8
    }
  }

  /// Whether a unit may be what a level of a citation names.
  private static func matches(_ unit: UnitKind, _ cited: UnitKind) -> Bool {
    switch cited {
    case .huruf, .subhuruf: unit == .huruf || unit == .subhuruf || unit == .butir
    case .angka, .subangka:
      unit == .angka || unit == .subangka || unit == .definisi || unit == .instruksi
        || unit == .butir
    default: unit == cited
    }
  }

  // MARK: Words

  /// The words of an element for comparing them.
  func slice(_ element: Int) -> TokenSlice {
    let tokens = elements[element].tokens
    return TokenSlice(text, tokens, keys: Array(keys[tokens]))
  }

  /// The mark of an element but for its number: its kind and its other bytes.
  func markForm(_ element: Int) -> [UInt8] {
    let known = elements[element]
    guard known.ordinal == 0, let unit = known.unit else { return [] }
    let range = units[unit].labelRange
    var form = Array(units[unit].kind.rawValue.utf8)
    guard let number = NumberPlace.inMark(units[unit], source) else {
      return form + source[range]
    }
    let isDigit = source[number].first.map { Glyph.isDigit($0) } ?? false
    form += source[range.lowerBound..<number.lowerBound].filter { !Whitespace.isSpace($0) }
    form.append(isDigit ? 0x30 : 0x61)
    return form + source[number.upperBound..<range.upperBound].filter { !Whitespace.isSpace($0) }
  }
}
