/// Takes heads of pages out of lines that hold the text of several pages: `No. 6628 -15-`,
/// `PRESIDEN REPUBLIK INDONESIA -203 -`, and the catchword before them.
///
/// A number in dashes is that of a page where it counts on from the one before, a page away.
struct InlinePageHeads {
  private struct Number {
    var range: Range<Int>
    var value: Int
    /// Whether its line holds nothing else, and nothing behind it.
    var isAlone: Bool
    var endsLine: Bool
  }

  /// The fewest bytes of a page, and the most pages whose numbers are missed between two.
  private static let leastPage = 250
  private static let mostMissed = 3
  /// How many numbers prove each other.
  private static let enough = 3
  private static let mostWords = 6
  /// The most bytes of a head and of the catchword before it, each.
  private static let reach = 160

  private let text: SourceText

  /// The text without such heads, which are added to `removals`.
  static func removed(from text: NumberedText, _ removals: inout [Removal]) -> NumberedText {
    let heads = InlinePageHeads(text: SourceText(bytes: text.bytes)).heads()
    guard !heads.isEmpty else { return text }
    for (head, line) in zip(heads, text.lines(of: heads.map(\.lowerBound))) {
      removals.append(
        Removal(
          kind: .header, line: Int(line),
          text: Whitespace.collapsed(String(decoding: text.bytes[head], as: UTF8.self))))
    }
    var result = text
    result.replace(heads.map { ($0, []) })
    return result
  }

  private func heads() -> [Range<Int>] {
    let pages = pages()
    let inline = pages.filter { !$0.isAlone }
    var series: [Range<Int>: Int] = [:]
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for page in inline {
      guard let start = seriesNumber(before: page.range.lowerBound) else { continue }
      series[page.range] = start
      counts[text.bytes[start..<page.range.lowerBound], default: 0] += 1
    }
    let found = inline.compactMap { page -> (head: Range<Int>, isProven: Bool)? in
      let number = page.range.lowerBound
      var start = number
      if let printed = series[page.range],
        counts[text.bytes[printed..<start], default: 0] >= Self.enough
      {
        start = printed
      } else {
        start = letterhead(before: start) ?? start
      }
      // A head with a line of its own is left to those who know lines.
      if page.endsLine, text.trimmingEnd(from: lineStart(start), to: start) == lineStart(start) {
        return nil
      }
      start = catchword(before: start, after: page.range.upperBound) ?? start
      // The space behind stays, that before goes.
      let head = text.trimmingEnd(from: lineStart(start), to: start)..<page.range.upperBound
      return (head, start < number)
    }
    // Numbers that count on prove no pages alone: a text may number its lanes so.
    let showsPages =
      inline.count < pages.count || inline.contains(where: \.endsLine)
      || found.contains(where: \.isProven)
    return showsPages ? found.map(\.head) : []
  }

  // MARK: Numbers

  /// The numbers in dashes that are those of pages: several that count on. The notes on the
  /// articles count their pages anew.
  private func pages() -> [Number] {
    var pages: [Number] = []
    var run: [Number] = []
    var position = 0
    while position < text.count {
      guard text.bytes[position] == 0x2D, let number = number(at: position) else {
        position += 1
        continue
      }
      position = number.range.upperBound
      if !number.isAlone, letterhead(before: number.range.lowerBound) != nil {
        pages.append(number)
        continue
      }
      if let last = run.last {
        guard number.range.lowerBound - last.range.upperBound >= Self.leastPage else { continue }
        let goesOn = number.value > last.value && number.value <= last.value + Self.mostMissed
        if !goesOn {
          guard number.value <= 2 else { continue }
          if run.count >= Self.enough { pages += run }
          run = []
        }
      } else if number.value > Self.mostMissed {
        continue
      }
      run.append(number)
    }
    return run.count >= Self.enough ? pages + run : pages
  }

  /// `- 3 -`, `-15-` between spaces or, at the end of its line, run into a word.
  private func number(at dash: Int) -> Number? {
    let first = text.skippingSpaces(from: dash + 1, to: text.count)
    guard first <= dash + 2 else { return nil }
    var end = first
    var value = 0
    while SourceText.isDigit(text[end]), end < first + 4 {
      value = value * 10 + Int(text[end] - 0x30)
      end += 1
    }
    guard end > first, end < first + 4 else { return nil }
    if text[end] == 0x20 { end += 1 }
    guard text[end] == 0x2D else { return nil }
    end += 1
    var next = end
    while text[next] == 0x20 { next += 1 }
    let endsLine = next >= text.count || isBreak(next)
    var before = dash
    while text[before - 1] == 0x20 { before -= 1 }
    let startsLine = before == 0 || isBreak(before - 1)
    guard startsLine || text[dash - 1] == 0x20 || endsLine, endsLine || text[end] == 0x20 else {
      return nil
    }
    return Number(
      range: dash..<end, value: value, isAlone: startsLine && endsLine, endsLine: endsLine)
  }

  /// The beginning of a line, or of as much of it as a head may take up.
  private func lineStart(_ position: Int) -> Int {
    var start = position
    while start > 0, position - start < Self.reach, !isBreak(start - 1) { start -= 1 }
    return start
  }

  private func isBreak(_ position: Int) -> Bool {
    text[position] == 0x0A || text[position] == 0x0C
  }

  // MARK: What stands before a number

  /// Where `No. 6628`, the number of the gazette on each of its pages, begins.
  private func seriesNumber(before position: Int) -> Int? {
    let end = text.trimmingEnd(from: max(0, position - 2), to: position)
    var start = end
    while SourceText.isDigit(text[start - 1]) { start -= 1 }
    guard (3...5).contains(end - start), text[start - 1] == 0x20 else { return nil }
    let word = start - 1 - "No.".utf8.count
    return text.match("no.", at: word) == start - 1 && text[word - 1] == 0x20 ? word : nil
  }

  /// Where *PRESIDEN REPUBLIK INDONESIA* begins, as a scanner read it.
  private func letterhead(before position: Int) -> Int? {
    let first = lineStart(max(0, position - 1))
    var found: Int?
    var least = 0
    var letters: [UInt8] = []
    var start = position
    for _ in 0..<Self.mostWords {
      let end = text.trimmingEnd(from: first, to: start)
      guard end > first else { break }
      start = end
      while start > first, text[start - 1] > 0x20 { start -= 1 }
      let word = text.bytes[start..<end].filter { SourceText.isLetter($0) }
      let capitals = word.count(where: SourceText.isUpper)
      guard word.count * 3 >= (end - start) * 2, capitals * 3 >= word.count * 2 else { break }
      letters = word.map { SourceText.folded($0) } + letters
      let changes =
        letters.count > Self.republic.count + 4
        ? Likeness.distance(letters, Self.president) - 6
        : Likeness.distance(letters, Self.republic) - 4
      if changes <= least { (found, least) = (start, changes) }
    }
    return found
  }

  private static let republic = Array("republikindonesia".utf8)
  private static let president = Array("presiden".utf8) + republic

  /// Where the first words of the next page begin that stand at the foot of the one before it.
  private func catchword(before position: Int, after head: Int) -> Int? {
    let first = lineStart(position)
    var end = text.trimmingEnd(from: first, to: position)
    var dots = 0
    while end > first, text[end - 1] == 0x2E || text[end - 1] == 0x20 {
      if text[end - 1] == 0x2E { dots += 1 }
      end -= 1
    }
    // A full stop is one of the sentence.
    if dots == 1 { return nil }
    var start = end
    var found: Int?
    for count in 1...Self.mostWords where start > first {
      start = text.trimmingEnd(from: first, to: start)
      while start > first, text[start - 1] > 0x20 { start -= 1 }
      if dots > 1 || count > 1, repeats(start..<end, after: head) { found = start }
    }
    return found
  }

  /// Whether the text behind a head begins with the words of `range`.
  private func repeats(_ range: Range<Int>, after head: Int) -> Bool {
    var next = head
    var same = 0
    for position in range where text[position] > 0x20 {
      while next < text.count, text[next] <= 0x20 { next += 1 }
      guard text[next] == text[position] else { return false }
      next += 1
      same += 1
    }
    return same >= 3 && !SourceText.isAlphanumeric(text[next])
  }
}
