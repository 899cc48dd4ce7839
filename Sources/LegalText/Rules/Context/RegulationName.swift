/// The name of a regulation, the words after *TENTANG*, for comparing.
struct RegulationName {
  var words: [UInt64]
  /// As printed.
  var range: Range<Int>
  /// Its tokens.
  var tokens: [CheckToken]
  /// Its letters and digits in lower case: spaces and hyphens come and go in copies.
  var letters: [UInt8]

  /// Whether they differ by few letters: two, or one in sixteen.
  func isMisprint(of other: RegulationName) -> Bool {
    let limit = max(2, letters.count / 16)
    guard abs(letters.count - other.letters.count) <= limit, letters.count <= 2000 else {
      return false
    }
    // The rows of the edit distance.
    var before = Array(0...other.letters.count)
    for (row, letter) in letters.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(before.count)
      for (column, wanted) in other.letters.enumerated() {
        let changed = before[column] + (letter == wanted ? 0 : 1)
        current.append(min(changed, before[column + 1] + 1, current[column] + 1))
      }
      before = current
    }
    return before[other.letters.count] <= limit
  }

  /// Letters up to the formula that a copy may have run into the title (*DENGAN RAHMATTUHAN*).
  static func withoutFormula(_ letters: [UInt8]) -> [UInt8] {
    let formula = Array("denganrah".utf8)
    guard letters.count > formula.count else { return letters }
    for start in 1...(letters.count - formula.count)
    where letters[start..<start + formula.count].elementsEqual(formula) {
      return Array(letters[..<start])
    }
    return letters
  }
}

extension CheckContext {
  private static let about = WordHash.of("tentang")
  private static let enacts = WordHash.of("menetapkan")

  /// The name that follows the first *tentang* among the words of a unit from token `start` on.
  func name(in unit: Int, from start: Int? = nil) -> RegulationName? {
    let lead = leadIn(of: unit).upperBound
    let all = (start ?? tokenRanges[unit].lowerBound)..<tokenRanges[unit].upperBound
    // What follows the units held is no title.
    let range = all.lowerBound..<(all.first { tokens[$0].start >= lead } ?? all.upperBound)
    guard range.lowerBound < range.upperBound,
      let about = range.first(where: { tokens[$0].hash == Self.about }),
      case let first = about + 1, first < range.upperBound,
      // Pages that print the label beside the second line have it within the name.
      case let start = tokens[first].hash == Self.enacts ? first + 1 : first,
      start < range.upperBound
    else { return nil }
    let words = tokens[start..<nameEnd(in: start..<range.upperBound)]
    guard let first = words.first, let last = words.last else { return nil }
    return RegulationName(
      words: words.map(\.hash), range: first.start..<last.end, tokens: Array(words),
      letters: RegulationName.withoutFormula(
        words.flatMap { bytes[$0.range].map(SourceText.folded) }))
  }

  /// Where a name ends: before the formula or the office that flattened texts leave in the title,
  /// and before the first heading.
  private func nameEnd(in range: Range<Int>) -> Int {
    for position in range.dropFirst() {
      let token = tokens[position]
      if Self.formulas.contains(where: { matches($0, at: position, before: range.upperBound) }) {
        return position
      }
      if Self.headings.contains(token.hash),
        token.flags.contains(.sentenceStart)
          || bytes[tokens[position - 1].end..<token.start].contains(0x0A)
      {
        return position
      }
      // `… TENTANG PASAR BAB I. KETENTUAN UMUM`, in flattened texts.
      if token.hash == Self.chapter, token.flags.contains(.allCaps),
        position + 1 < range.upperBound,
        NumberReader.romanValue(SourceText(bytes: bytes), tokens[position + 1].range) != nil
      {
        return position
      }
      // `… WILAYAH NASIONAL UMUM Pelaksanaan …`: the first heading of flattened notes.
      if token.hash == Self.general, token.flags.contains(.allCaps),
        position + 1 < range.upperBound,
        tokens[position - 1].flags.contains(.allCaps),
        !tokens[position + 1].flags.contains(.allCaps)
      {
        return position
      }
      if Self.offices.contains(token.hash), range.upperBound - position <= 8,
        bytes[tokens[position - 1].end..<token.start].contains(0x0A),
        let last = tokens[..<range.upperBound].last,
        let sign = bytes[last.end...].prefix(4).first(where: { !Whitespace.isSpace($0) }),
        ",:;".utf8.contains(sign)
      {
        return position
      }
    }
    return range.upperBound
  }

  private static let formulas = [
    WordHash.words("dengan rahmat"), WordHash.words("dengan rakhmat"),
    WordHash.words("presiden republik indonesia"),
  ]
  private static let chapter = WordHash.of("bab")
  private static let general = WordHash.of("umum")
  private static let headings = Set(["bab", "buku", "pasal", "bagian"].map { WordHash.of($0) })
  static let levels = Set(
    ["provinsi", "propinsi", "kabupaten", "kota"].map { WordHash.of($0) })
  private static let offices = Set(
    ["bupati", "gubernur", "wali", "walikota", "menteri", "presiden"].map { WordHash.of($0) })

  /// The name in the title.
  var title: RegulationName? {
    document.index(ofAddress: "judul").flatMap { name(in: $0) }
  }

  /// Whether two names are the same; copies of enacted texts lose spaces. The name is said again
  /// without the phrase of the region (angka 59), wherever in it that stands.
  func agree(_ name: RegulationName, _ other: RegulationName) -> Bool {
    name.words == other.words || enactmentYear != nil && name.letters == other.letters
      || withoutRegion(name.words) == withoutRegion(other.words)
  }

  /// Words without *Provinsi*, *Kabupaten* or *Kota* and the name of the region itself.
  private func withoutRegion(_ words: [UInt64]) -> [UInt64] {
    let region = ownRegion
    guard !region.isEmpty else { return words }
    var result: [UInt64] = []
    var position = 0
    while position < words.count {
      if Self.levels.contains(words[position]), words[(position + 1)...].starts(with: region) {
        position += 1 + region.count
      } else {
        result.append(words[position])
        position += 1
      }
    }
    return result
  }

  /// The name of the region whose regulation it is: the words between its level or office and its
  /// number.
  var ownRegion: [UInt64] {
    guard let title = document.index(ofAddress: "judul") else { return [] }
    let head = tokenRanges[title].prefix(20).map { tokens[$0].hash }
      .prefix { $0 != Self.numberWord && $0 != Self.about }
    let marks = Self.levels.union(Self.offices)
    guard let start = head.lastIndex(where: marks.contains)
    else { return [] }
    return Array(head[(start + 1)...].prefix(4))
  }

  /// What it weighs that a name is not that of the title: a few letters in an enacted text are a
  /// misprint of the copy, and where one of two long names breaks off, the copy does.
  func weight(of name: RegulationName, _ title: RegulationName) -> Severity? {
    guard enactmentYear != nil else { return nil }
    let (short, long) =
      name.letters.count < title.letters.count ? (name, title) : (title, name)
    let breaksOff = short.letters.count > 40 && long.letters.starts(with: short.letters)
    return breaksOff || name.isMisprint(of: title) ? .info : nil
  }

  /// Whether the text is a regulation and not a part of one: it has a title and articles.
  var isWhole: Bool {
    title != nil && units.contains { $0.kind == .pasal }
  }

  /// Whether a unit's own text holds a phrase.
  func holds(_ phrase: String, in unit: Int) -> Bool {
    find(WordHash.words(phrase), in: unit) != nil
  }
}
