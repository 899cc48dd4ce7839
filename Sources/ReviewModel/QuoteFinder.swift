import LegalText

/// Looks for the words of a unit that the alignment of texts lost, within what held it.
///
/// The last resort, and a narrow one: the words must be many, nearly all in one unit, and in no
/// other to a like degree. What is found so has changed, whatever its words.
struct QuoteFinder {
  /// The shortest run-length of words that is looked for: shorter provisions recur.
  static let fewestRuns = 8
  /// Percent of the words' runs that the place must hold.
  static let floor = 80
  /// By how many percent it must lead before the next.
  static let lead = 30

  /// The deepest unit of the subtree of `holder` that alone holds the words of a unit of another
  /// text; nil where there is none, or where they may stand in several places.
  static func unit(
    withWordsOf unit: Int, of document: LegalDocument, below holder: Int, in target: LegalDocument
  ) -> Int? {
    let wanted = LetterShape(words(of: unit, in: document)).runs
    guard wanted.count >= fewestRuns else { return nil }
    let range = holder..<target.units[holder].subtreeEnd
    var best: (unit: Int, percent: Int)?
    var second = 0
    for candidate in range where target.units[candidate].kind != .blok {
      let percent = share(of: wanted, in: target.ownText(of: candidate))
      if percent > best?.percent ?? 0 {
        second = best?.percent ?? 0
        best = (candidate, percent)
      } else {
        second = max(second, percent)
      }
    }
    // The whole text is looked through only where there is something to find.
    guard let best, best.percent >= floor, best.percent - second >= lead,
      !isRepeated(unit, in: document)
    else { return nil }
    return best.unit
  }

  private static func words(of unit: Int, in document: LegalDocument) -> String {
    document.ownText(of: unit)
  }

  /// Whether another unit of the same text says the same: then its words tell nothing.
  private static func isRepeated(_ unit: Int, in document: LegalDocument) -> Bool {
    let text = document.ownText(of: unit)
    return document.units.indices.contains {
      $0 != unit && document.units[$0].kind == document.units[unit].kind
        && document.ownText(of: $0) == text
    }
  }

  private static func share(of wanted: [UInt64], in text: String) -> Int {
    let runs = Set(LetterShape(text).runs)
    return wanted.count { runs.contains($0) } * 100 / wanted.count
  }
}
