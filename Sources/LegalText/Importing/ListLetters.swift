/// The letters of lists that a scanner misread, where those before and after prove the reading:
/// `C. tiga` between `b.` and `d.`, `f£.` between `e.` and `g.`, and the first item beside its
/// label: `Menimbang za. bahwa` above `b.`
struct ListLetters {
  /// The mark of an item as it stands: its letter, or what may be one.
  private struct Mark {
    var range: Range<Int>
    /// The letter, small; nil where another one must be meant.
    var letter: UInt8?
  }

  private let text: SourceText
  /// The letters before a full stop and those before a bracket.
  private var lists: [[Mark]] = [[], []]
  /// The numbers with a full stop, with their places.
  private var numbers: [(value: Int, start: Int)] = []
  /// The labels of the preamble with what stands for the mark of their first item.
  private var labels: [(isLetter: Bool, gap: Int, token: Range<Int>)] = []

  /// Mends the letters of `text`; adds each to `repairs`.
  static func mend(_ text: inout NumberedText, _ repairs: inout [Repair]) {
    var reader = ListLetters(text: SourceText(bytes: text.bytes))
    text.forEachLine { line, _ in reader.read(line) }
    let edits = reader.edits().sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard !edits.isEmpty else { return }
    let lines = text.lines(of: edits.map(\.range.lowerBound))
    for (edit, line) in zip(edits, lines) {
      repairs.append(
        Repair(
          kind: .mark, line: Int(line),
          before: Whitespace.collapsed(String(decoding: text.bytes[edit.range], as: UTF8.self)),
          after: Whitespace.collapsed(String(decoding: edit.bytes, as: UTF8.self)), why: .sequence))
    }
    text.replace(edits)
  }

  private init(text: SourceText) { self.text = text }

  // MARK: Reading

  private static let longest = 6

  private mutating func read(_ line: Range<Int>) {
    let start = text.skippingSpaces(from: line.lowerBound, to: line.upperBound)
    guard start < line.upperBound else { return }
    if text[start] | 0x20 == UInt8(ascii: "m") { readLabel(start, line.upperBound) }
    var end = start
    while end < line.upperBound, end - start < Self.longest, text[end] > 0x20, text[end] != 0x2E,
      text[end] != 0x29
    {
      end += 1
    }
    guard end > start, text[end] == 0x2E || text[end] == 0x29, end + 1 < line.upperBound,
      text[end + 1] == 0x20
    else { return }
    let list = text[end] == 0x2E ? 0 : 1
    let first = text[start]
    if end == start + 1, SourceText.isLower(first) {
      lists[list].append(Mark(range: start..<end, letter: first))
      return
    }
    if SourceText.isDigit(first), let value = number(start..<end) {
      if list == 0 { numbers.append((value, start)) }
      guard value == 1 else { return }
    }
    lists[list].append(Mark(range: start..<end, letter: nil))
  }

  private func number(_ range: Range<Int>) -> Int? {
    Int(String(decoding: text.bytes[range], as: UTF8.self))
  }

  /// `Mengingat 11. Pasal`: the colon ran into the mark.
  private mutating func readLabel(_ start: Int, _ lineEnd: Int) {
    let isLetter: Bool
    let gap: Int
    if let end = text.match("menimbang", at: start) {
      (isLetter, gap) = (true, end)
    } else if let end = text.match("mengingat", at: start) {
      (isLetter, gap) = (false, end)
    } else {
      return
    }
    let token = text.skippingSpaces(from: gap, to: lineEnd)
    var end = token
    while end < lineEnd, end - token < 4, SourceText.isAlphanumeric(text[end]) { end += 1 }
    guard token > gap, (2...3).contains(end - token), text[end] == 0x2E, text[end + 1] == 0x20,
      text[end - 1] == UInt8(ascii: isLetter ? "a" : "1")
    else { return }
    labels.append((isLetter, gap, token..<end))
  }

  // MARK: Proof

  private func edits() -> [(range: Range<Int>, bytes: [UInt8])] {
    var result: [(range: Range<Int>, bytes: [UInt8])] = []
    let letters = labels.isEmpty ? [] : lists[0].filter { $0.letter != nil }
    for label in labels where isFollowed(label.isLetter, label.token.upperBound, letters) {
      result.append(
        (label.gap..<label.token.upperBound, Array((label.isLetter ? " : a" : " : 1").utf8)))
    }
    for marks in lists {
      var before: UInt8?
      var upper: UInt8 = 0
      var pending: [Mark] = []
      for (place, mark) in marks.enumerated() {
        guard let letter = mark.letter else {
          let next = place + 1 < marks.count ? marks[place + 1] : nil
          let first = text[mark.range.lowerBound]
          let isUpper = mark.range.count == 1 && SourceText.isUpper(first)
          // With the letter itself in it a mark needs no other behind it.
          if let last = before,
            isAlmost(last + 1, mark.range) || isEll(mark, after: last, before: next)
              || isUpper && upper != first - 1 && isLastItem(last + 1, mark.range)
          {
            result.append(whole(mark.range, last + 1))
            (before, pending) = (last + 1, [])
          } else {
            if isUpper { upper = first }
            pending.append(mark)
          }
          continue
        }
        if let before, letter == before + 2 {
          let found = pending.filter { isLike(before + 1, $0.range, before: mark.range.lowerBound) }
          if found.count == 1 { result.append(whole(found[0].range, before + 1)) }
        }
        (before, pending) = (letter, [])
      }
    }
    return result
  }

  /// A mark with the sign that ends it, and with its right letter.
  private func whole(_ range: Range<Int>, _ letter: UInt8) -> (range: Range<Int>, bytes: [UInt8]) {
    (range.lowerBound..<range.upperBound + 1, [letter, text[range.upperBound]])
  }

  /// Whether a `1.` below `k.` has a list of its own that begins with another.
  private func isEll(_ mark: Mark, after last: UInt8, before next: Mark?) -> Bool {
    guard let next, last == UInt8(ascii: "k"), next.letter == nil else { return false }
    return [mark.range, next.range].allSatisfy {
      $0.count == 1 && text[$0.lowerBound] == UInt8(ascii: "1")
    } && !hasSecond(from: mark.range.upperBound, to: next.range.lowerBound)
  }

  /// Whether a capital that is no Roman number stands for `letter` before words written small.
  private func isLastItem(_ letter: UInt8, _ range: Range<Int>) -> Bool {
    guard text[range.lowerBound] | 0x20 == letter, letter != UInt8(ascii: "i"),
      letter != UInt8(ascii: "v"), letter != UInt8(ascii: "x")
    else { return false }
    let word = text.skippingSpaces(from: range.upperBound + 1, to: text.count)
    return SourceText.isLower(text[word]) && SourceText.isLower(text[word + 1])
  }

  /// Whether the next item with a mark of the kind is the second.
  private func isFollowed(_ isLetter: Bool, _ position: Int, _ letters: [Mark]) -> Bool {
    if isLetter {
      let next = Self.first(letters, from: position) { $0.range.lowerBound }
      return next.map { letters[$0].letter == UInt8(ascii: "b") } ?? false
    }
    return Self.first(numbers, from: position) { $0.start }.map { numbers[$0].value == 2 } ?? false
  }

  /// The first of `list`, which is in order, that stands at `position` or behind it.
  private static func first<Element>(
    _ list: [Element], from position: Int, _ start: (Element) -> Int
  ) -> Int? {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if start(list[middle]) < position { low = middle + 1 } else { high = middle }
    }
    return low < list.count ? low : nil
  }

  /// Whether a scanner may have made what stands in `range` of a letter.
  private func isLike(_ letter: UInt8, _ range: Range<Int>, before next: Int) -> Bool {
    if text[range.lowerBound] == UInt8(ascii: "1") {
      guard range.count == 1, letter == UInt8(ascii: "l") else { return false }
      // The first number of a list has a second.
      return !hasSecond(from: range.upperBound, to: next)
    }
    if isAlmost(letter, range) { return true }
    return range.count == 1 && text[range.lowerBound] == letter & 0xDF || isSign(letter, range)
  }

  /// Whether a letter stands in `range` with one sign more, no other letter: `Cc`, `8g`, `j-`.
  private func isAlmost(_ letter: UInt8, _ range: Range<Int>) -> Bool {
    guard range.count > 1, text[range.lowerBound] != 0x28, text[range.lowerBound] != 0x5B else {
      return false
    }
    // A doubled small letter is a mark of its own: `aa.` comes after `z.`
    if range.count == 2, text[range.lowerBound] == text[range.lowerBound + 1] { return false }
    var signs = 0
    var hasLetter = false
    for position in range where text[position] & 0xC0 != 0x80 {
      signs += 1
      if text[position] == letter {
        hasLetter = true
      } else if SourceText.isAlphanumeric(text[position]), text[position] != letter & 0xDF,
        !Self.isDigit(text[position], for: letter)
      {
        return false
      }
    }
    return hasLetter && signs == 2
  }

  /// The digits that a scanner makes of a part of a letter.
  private static func isDigit(_ digit: UInt8, for letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "b"): digit == 0x36 || digit == 0x38
    case UInt8(ascii: "g"), UInt8(ascii: "q"): digit == 0x38 || digit == 0x39
    case UInt8(ascii: "i"), UInt8(ascii: "l"): digit == 0x31
    case UInt8(ascii: "o"): digit == 0x30
    case UInt8(ascii: "s"): digit == 0x35
    default: false
    }
  }

  private func hasSecond(from start: Int, to end: Int) -> Bool {
    guard let place = Self.first(numbers, from: start, { $0.start }) else { return false }
    return numbers[place].start < end && numbers[place].value == 2
  }

  /// `€` for e, `£` for f, `¢` for c.
  private func isSign(_ letter: UInt8, _ range: Range<Int>) -> Bool {
    let printed = String(decoding: text.bytes[range], as: UTF8.self)
    switch letter {
    case UInt8(ascii: "e"): return printed == "€"
    case UInt8(ascii: "f"): return printed == "£"
    case UInt8(ascii: "c"): return printed == "¢"
    default: return false
    }
  }
}
