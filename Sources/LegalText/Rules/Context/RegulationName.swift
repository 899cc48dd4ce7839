/// The name of a regulation, the words after *TENTANG*, for comparing.
struct RegulationName {
  var words: [UInt64]
  /// As printed.
  var range: Range<Int>
  /// Its tokens.
  var tokens: [CheckToken]
}

extension CheckContext {
  private static let about = WordHash.of("tentang")

  /// The name that follows the first *tentang* among the words of a unit from token `start` on.
  func name(in unit: Int, from start: Int? = nil) -> RegulationName? {
    let lead = leadIn(of: unit).upperBound
    let all = (start ?? tokenRanges[unit].lowerBound)..<tokenRanges[unit].upperBound
    // What follows the units held is no title.
    let range = all.lowerBound..<(all.first { tokens[$0].start >= lead } ?? all.upperBound)
    guard range.lowerBound < range.upperBound,
      let about = range.first(where: { tokens[$0].hash == Self.about }),
      about + 1 < range.upperBound
    else { return nil }
    let words = tokens[(about + 1)..<range.upperBound]
    guard let first = words.first, let last = words.last else { return nil }
    return RegulationName(
      words: words.map(\.hash), range: first.start..<last.end, tokens: Array(words))
  }

  /// The name in the title.
  var title: RegulationName? {
    document.index(ofAddress: "judul").flatMap { name(in: $0) }
  }

  /// Whether the text is a regulation and not a part of one: it has a title and articles.
  var isWhole: Bool {
    document.index(ofAddress: "judul") != nil && units.contains { $0.kind == .pasal }
  }

  /// Whether a unit's own text holds a phrase.
  func holds(_ phrase: String, in unit: Int) -> Bool {
    find(WordHash.words(phrase), in: unit) != nil
  }
}
