/// Mends the hyphen of a doubled word at which a line ended: the space that a lost line break left
/// (*Undang- Undang*, *perundang- undangan*) is closed, a hyphen that a reader of pages took away
/// (*UndangUndang*, *perundangundangan*) is put back. A dash between other words stays.
enum HyphenCloser {
  /// Mends the doubled words of `text`; adds each case to `repairs`.
  static func close(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    closeGaps(&text, &repairs)
    putBack(&text, &repairs)
  }

  /// The shortest half of a doubled word.
  private static let half = 4
  /// What may stand before the first half, and after the second.
  private static let prefixes: [StaticString] = ["", "ber", "per", "ter", "se", "ke", "di"]
  private static let suffixes: [StaticString] = ["", "an", "nya", "kan", "i"]

  private static func putBack(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    let source = SourceText(bytes: text.bytes)
    var found: [(word: Range<Int>, hyphen: Int)] = []
    var position = 0
    while position < source.count {
      guard SourceText.isLetter(source[position]) else {
        position += 1
        continue
      }
      let start = position
      while SourceText.isLetter(source[position]) { position += 1 }
      if let hyphen = hyphen(in: start..<position, source) {
        found.append((start..<position, hyphen))
      }
    }
    guard !found.isEmpty else { return }
    for (place, line) in zip(found, text.lines(of: found.map(\.word.lowerBound))) {
      let (word, hyphen) = place
      let after =
        source.bytes[word.lowerBound..<hyphen] + [0x2D] + source.bytes[hyphen..<word.upperBound]
      repairs.append(
        Repair(
          kind: .hyphen, line: Int(line),
          before: String(decoding: source.bytes[word], as: UTF8.self),
          after: String(decoding: after, as: UTF8.self), why: .reduplication))
    }
    text.replace(found.map { ($0.hyphen..<$0.hyphen, [0x2D]) })
  }

  /// Where the second half of a doubled word begins: *masing|masing*, *per·undang|undang·an*.
  private static func hyphen(in word: Range<Int>, _ text: SourceText) -> Int? {
    guard word.count >= 2 * half, word.count <= 40 else { return nil }
    for prefix in prefixes {
      guard let first = text.match(prefix, at: word.lowerBound) else { continue }
      for suffix in suffixes {
        let last = word.upperBound - suffix.utf8CodeUnitCount
        let length = (last - first) / 2
        guard length >= half, (last - first) % 2 == 0, text.match(suffix, at: last) != nil else {
          continue
        }
        let isDoubled = (first..<first + length).allSatisfy {
          SourceText.folded(text[$0]) == SourceText.folded(text[$0 + length])
        }
        if isDoubled { return first + length }
      }
    }
    return nil
  }

  private static func closeGaps(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    let source = SourceText(bytes: text.bytes)
    var gaps: [Range<Int>] = []
    var found: [(word: Range<Int>, gap: Range<Int>)] = []
    for position in text.bytes.indices.dropFirst(3)
    where text.bytes[position] == 0x2D && source[position + 1] == 0x20 {
      guard let word = word(at: position, source) else { continue }
      let gap = position + 1..<position + 2
      gaps.append(gap)
      found.append((word, gap))
    }
    guard !found.isEmpty else { return }
    for (place, line) in zip(found, text.lines(of: gaps.map(\.lowerBound))) {
      let after =
        source.bytes[place.word.lowerBound..<place.gap.lowerBound]
        + source.bytes[place.gap.upperBound..<place.word.upperBound]
      repairs.append(
        Repair(
          kind: .hyphen, line: Int(line),
          before: String(decoding: source.bytes[place.word], as: UTF8.self),
          after: String(decoding: after, as: UTF8.self), why: .reduplication))
    }
    text.replace(gaps.map { ($0, []) })
  }

  /// The two halves around a hyphen, where the second repeats the first.
  private static func word(at hyphen: Int, _ text: SourceText) -> Range<Int>? {
    var start = hyphen
    while start > 0, hyphen - start < 24, SourceText.isLetter(text[start - 1]) { start -= 1 }
    var end = hyphen + 2
    while end - hyphen < 26, SourceText.isLetter(text[end]) { end += 1 }
    let (first, second) = (start..<hyphen, hyphen + 2..<end)
    guard first.count >= 3 else { return nil }
    let isSame =
      first.count == second.count
      && zip(first, second).allSatisfy {
        SourceText.folded(text[$0]) == SourceText.folded(text[$1])
      }
    let isLaw =
      text.match("perundang", at: start) == hyphen && text.match("undangan", at: hyphen + 2) == end
    return isSame || isLaw ? start..<end : nil
  }
}
