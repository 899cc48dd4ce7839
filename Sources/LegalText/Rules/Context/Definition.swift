/// A defined term, its short forms, and where they are given.
struct Definition: Sendable {
  /// One form of it.
  struct Form: Sendable {
    var text: String
    /// The hashes of its words.
    var words: [UInt64]
    var range: Range<Int>
    /// By word: whether it is written with a capital.
    var capitals: [Bool]
    /// By word: whether a hyphen or slash joins it to the one before.
    var joins: [Bool]
    /// By word: whether a comma stands before it, as in a term that lists several things.
    var breaks: [Bool]
    /// Whether it lists several things.
    var isListed: Bool { breaks.contains(true) }
  }

  var unit: Int
  /// The term, then its short forms.
  var forms: [Form]
  /// Where its meaning begins: after *adalah*; nil without that word.
  var meaning: Int?

  /// The form to use: the last short form, or the term.
  var preferred: Form? { forms.last }
}

/// Reads the definitions of the article of general provisions (UU 12/2011, Lampiran II angka 98).
enum DefinitionReader {
  private static let is1 = WordHash.of("adalah")
  private static let is2 = WordHash.of("ialah")
  private static let is3 = WordHash.of("merupakan")
  private static let further = WordHash.of("selanjutnya")
  private static let which = WordHash.of("yang")
  private static let called: Set<UInt64> = [
    WordHash.of("disebut"), WordHash.of("disingkat"), WordHash.of("dinamakan"),
  ]
  private static let skipped: Set<UInt64> = [
    WordHash.of("dengan"), WordHash.of("sebagai"), WordHash.of("juga"), WordHash.of("jadi"),
  ]
  private static let or = WordHash.of("atau")

  static func definitions(
    in document: LegalDocument, zones: [CheckContext.Zone], tokens: [CheckToken],
    ranges: [Range<Int>]
  ) -> [Definition] {
    let units = document.units
    // Older acts letter their definitions.
    var defining: [Int: Bool] = [:]
    return units.indices.compactMap { unit in
      guard zones[unit] == .body else { return nil }
      switch units[unit].kind {
      case .definisi: return definition(unit, document.source, tokens, ranges[unit])
      case .huruf, .angka, .subangka:
        guard let parent = units[unit].parent, parent < unit else { return nil }
        let isList =
          defining[parent] ?? defines(parent, before: units[unit], units, tokens, ranges)
        defining[parent] = isList
        guard isList, let found = definition(unit, document.source, tokens, ranges[unit]),
          found.meaning != nil, found.forms.first?.capitals.first == true
        else { return nil }
        return found
      default: return nil
      }
    }
  }

  /// Whether the words of an article before its first item say that terms are defined below.
  private static func defines(
    _ parent: Int, before item: Unit, _ units: [Unit], _ tokens: [CheckToken],
    _ ranges: [Range<Int>]
  ) -> Bool {
    guard units[parent].kind == .pasal || units[parent].kind == .ayat else { return false }
    let lead = tokens[ranges[parent]].prefix(40).prefix { $0.start < item.range.lowerBound }
    return zip(lead, lead.dropFirst()).contains {
      $0.0.hash == meant[0] && $0.1.hash == meant[1]
    }
  }

  private static let meant = WordHash.words("dimaksud dengan")

  private static func definition(
    _ unit: Int, _ bytes: [UInt8], _ tokens: [CheckToken], _ range: Range<Int>
  ) -> Definition? {
    let meaning = range.prefix(80).first {
      let hash = tokens[$0].hash
      return hash == is1 || hash == is2 || hash == is3
    }
    let end = meaning ?? range.upperBound
    var forms: [Definition.Form] = []
    var position = range.lowerBound
    var start = position
    /// Takes the words since `start` as a form.
    func take(to limit: Int) {
      guard start < limit, limit - start <= 20 else { return }
      forms.append(form(start..<limit, bytes, tokens))
    }
    if let name = listedName(range.lowerBound, before: end, bytes, tokens) {
      take(to: name)
      start = nextForm(after: name, before: end, tokens) ?? end
      position = start
    }
    while position < end {
      let token = tokens[position]
      if position > start,
        token.flags.contains(.broken) || gives(position, before: end, tokens)
          || !forms.isEmpty && token.hash == or
      {
        take(to: position)
        start = nextForm(after: position, before: end, tokens) ?? end
        position = start
        continue
      }
      if token.hash == further || gives(position, before: end, tokens) {
        start = nextForm(after: position, before: end, tokens) ?? end
        position = start
        continue
      }
      position += 1
    }
    if meaning != nil || !forms.isEmpty { take(to: end) }
    guard !forms.isEmpty else { return nil }
    return Definition(unit: unit, forms: forms, meaning: meaning.map { $0 + 1 })
  }

  /// Where a term ends that lists several things, the last after *dan*: *Dinas Pekerjaan Umum,
  /// Perumahan dan Permukiman adalah …*; nil for any other.
  private static func listedName(
    _ start: Int, before end: Int, _ bytes: [UInt8], _ tokens: [CheckToken]
  ) -> Int? {
    let limit =
      (start..<end).first { gives($0, before: end, tokens) || tokens[$0].hash == further } ?? end
    guard limit - start <= 20, start < limit else { return nil }
    var lastComma: Int?
    for position in (start + 1..<max(start + 1, limit))
    where tokens[position].flags.contains(.broken) {
      let gap = bytes[tokens[position - 1].end..<tokens[position].start]
      guard gap.first == 0x2C, gap.dropFirst().allSatisfy(Whitespace.isSpace) else { return nil }
      lastComma = position
    }
    guard let lastComma,
      (lastComma..<limit - 1).contains(where: { joining.contains(tokens[$0].hash) })
    else { return nil }
    return limit
  }

  private static let joining = Set(["dan", "atau", "serta"].map { WordHash.of($0) })

  /// Whether *yang* at `position` leads to a short form; else the term goes on (*Calon yang Berhak
  /// Dipilih adalah …*).
  private static func gives(_ position: Int, before end: Int, _ tokens: [CheckToken]) -> Bool {
    guard tokens[position].hash == which else { return false }
    for token in tokens[position..<end].dropFirst().prefix(5) {
      if token.hash == further || called.contains(token.hash) { return true }
      if token.hash == which { return false }
    }
    return false
  }

  /// Where the next short form begins: after *disebut*, or after *atau*.
  private static func nextForm(
    after position: Int, before end: Int, _ tokens: [CheckToken]
  ) -> Int? {
    var next = position
    while next < end {
      if called.contains(tokens[next].hash) || tokens[next].hash == or {
        next += 1
        while next < end, skipped.contains(tokens[next].hash) { next += 1 }
        return next
      }
      next += 1
    }
    return nil
  }

  private static func form(
    _ range: Range<Int>, _ bytes: [UInt8], _ tokens: [CheckToken]
  ) -> Definition.Form {
    let bounds = tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    let words = tokens[range]
    return Definition.Form(
      text: Whitespace.collapsed(String(decoding: bytes[bounds], as: UTF8.self)),
      words: words.map(\.hash), range: bounds,
      capitals: words.map { $0.flags.contains(.capital) },
      joins: words.enumerated().map { $0.offset > 0 && $0.element.flags.contains(.joined) },
      breaks: words.enumerated().map { $0.offset > 0 && $0.element.flags.contains(.broken) })
  }
}
