import LegalText

/// One stretch of a word difference.
///
/// The texts of the equal and deleted stretches, joined, are the old text; those of the equal and
/// inserted ones the new: white space collapsed in both, spaces included in the stretches. A
/// stretch of white space alone is a difference of layout beside a mark, and no change.
public struct WordChange: Sendable, Hashable {
  /// What became of the words.
  public enum Operation: String, Sendable, Hashable, Codable, CaseIterable {
    case equal, insert, delete
  }

  /// What became of the words.
  public var op: Operation
  /// The words, with the spaces between them and around them.
  public var text: String
  /// `.consequential` where only the number of a reference followed its target: shown dimmed.
  public var effect: ReferenceEffect.Effect?

  /// Makes a stretch.
  public init(op: Operation, text: String, effect: ReferenceEffect.Effect? = nil) {
    self.op = op
    self.text = text
    self.effect = effect
  }

  /// How many words a text has: what white space separates, if it holds a letter or a digit.
  public static func wordCount(_ text: String) -> Int {
    text.utf8.withContiguousStorageIfAvailable(wordCount) ?? wordCount(Array(text.utf8))
  }

  private static func wordCount(_ text: some Collection<UInt8>) -> Int {
    var count = 0
    var inWord = false
    for byte in text {
      if Whitespace.isSpace(byte) {
        inWord = false
      } else if !inWord, Glyph.isAlphanumeric(byte) || (byte >= 0xC3 && byte != 0xE2) {
        inWord = true
        count += 1
      }
    }
    return count
  }
}

/// The words that differ between two texts.
public struct WordComparison: Sendable, Hashable {
  /// The stretches in reading order, deletions before insertions at the same place; empty when
  /// both texts are.
  public var changes: [WordChange]
  /// Whether the texts were so large and unlike that the search for the smallest difference was
  /// given up for a coarser one.
  public var isBudgetExhausted: Bool
  /// How many elementary steps the search took: what a bound on the time can be tested with.
  public var steps: Int

  /// Compares two texts that hold no legal units.
  public static func compare(_ old: String, _ new: String) -> WordComparison {
    let (before, after) = (Array(old.utf8), Array(new.utf8))
    let isMirrored = TextOrder.precedes(after, before)
    var vocabulary = Vocabulary()
    // Numbers are given in order of sight, so the order must be the same from both sides.
    let first = TokenText(isMirrored ? after : before, &vocabulary)
    let second = TokenText(isMirrored ? before : after, &vocabulary)
    let (x, y) = isMirrored ? (second, first) : (first, second)
    return WordDiff.compare(
      TokenSlice(x, 0..<x.tokens.count), TokenSlice(y, 0..<y.tokens.count),
      isMirrored: isMirrored)
  }

  /// Whether nothing but white space differs.
  public var isEqual: Bool {
    changes.allSatisfy { $0.op == .equal || $0.text.utf8.allSatisfy(Whitespace.isSpace) }
  }
}
