/// Finds the ordinals of `Bagian` that a scanner misread, where the one before proves the reading.
///
/// `Bagian Kedr-ra` after `Bagian Kesatu`, or `Bagian Kesatr` below a BAB, is nearer to the ordinal
/// that comes next than to any other.
struct OrdinalReader {
  private let text: SourceText
  /// The ordinal that comes next; 0 where nothing says which.
  private var next = 0
  private(set) var found: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ source: NumberedText) {
    text = SourceText(bytes: source.bytes)
    source.forEachLine { line, _ in read(line) }
  }

  private mutating func read(_ line: Range<Int>) {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    guard text[start] == UInt8(ascii: "B") else { return }
    let end = text.trimmingEnd(from: start, to: line.upperBound)
    if text.match("bab ", at: start) != nil, end - start <= 14 {
      next = 1
      return
    }
    guard let after = text.match("bagian ", at: start) else { return }
    let word = text.skippingSpaces(from: after, to: end)
    if let (value, last) = NumberReader.ordinal(text, at: word) {
      if last == end { next = value + 1 }
      return
    }
    guard next > 0, next <= Self.letters.count, end - word <= 30,
      nearest(to: Likeness.characters(text, word..<end, limit: 30)) == next
    else { return }
    found.append((word..<end, Array(UnitAddress.ordinal(next).utf8)))
    next += 1
  }

  /// The one ordinal that at most two characters in five tell from `word`; nil where it is none or
  /// more than one.
  private func nearest(to word: [UInt8]) -> Int? {
    var best = (value: 0, distance: Int.max, count: 0)
    for (index, letters) in Self.letters.enumerated() {
      let distance = Likeness.distance(letters, word)
      if distance < best.distance {
        best = (index + 1, distance, 1)
      } else if distance == best.distance {
        best.count += 1
      }
    }
    guard best.count == 1, best.distance * 5 <= Self.letters[best.value - 1].count * 2 else {
      return nil
    }
    return best.value
  }

  /// The characters of the ordinals from *Kesatu* on.
  private static let letters: [[UInt8]] = (1...20).map { value in
    let word = SourceText(bytes: Array(UnitAddress.ordinal(value).utf8))
    return Likeness.characters(word, 0..<word.count, limit: 30)
  }
}
