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
    let letters = text.utf8.filter { !isSpacing($0) }
    var ranges: [Range<Int>] = []
    return document.units.indices.contains { other in
      guard other != unit, document.units[other].kind == document.units[unit].kind else {
        return false
      }
      ranges.removeAll(keepingCapacity: true)
      document.appendOwnWords(of: other, to: &ranges)
      // Nearly all differ within their first words.
      return isWritten(letters, ranges, of: document) && document.ownText(of: other) == text
    }
  }

  /// Whether ranges of a text hold these bytes and no others, white space left out.
  private static func isWritten(
    _ letters: [UInt8], _ ranges: [Range<Int>], of document: LegalDocument
  ) -> Bool {
    var position = 0
    for range in ranges {
      for index in range where !isSpacing(document.source[index]) {
        guard position < letters.count, letters[position] == document.source[index] else {
          return false
        }
        position += 1
      }
    }
    return position == letters.count
  }

  /// Whether a byte is white space or part of a no-break space.
  private static func isSpacing(_ byte: UInt8) -> Bool {
    Whitespace.isSpace(byte) || byte == 0xC2 || byte == 0xA0
  }

  private static func share(of wanted: [UInt64], in text: String) -> Int {
    let runs = Set(LetterShape(text).runs)
    return wanted.count { runs.contains($0) } * 100 / wanted.count
  }
}
