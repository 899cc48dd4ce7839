import LegalText

/// Cuts text into tokens, keeping together what a lawyer reads together: `Pasal 5`, `ayat (1)`,
/// `huruf a`, `30 (tiga puluh)`, `dan/atau`, `Undang-Undang`, `1.000,50`.
///
/// White space never makes a token; every other byte belongs to exactly one.
struct Tokenizer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var end = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Appends the tokens of a range; the first counts as spaced when `spaced`.
  mutating func append(_ range: Range<Int>, spaced: Bool, to tokens: inout [Token]) {
    end = min(range.upperBound, bytes.count)
    var position = max(0, range.lowerBound)
    var traits: Token.Traits = spaced ? .spaced : []
    while position < end {
      let next = Glyph.skipSpace(bytes, position, end)
      if next > position { traits.insert(.spaced) }
      guard next < end else { break }
      let token = token(at: next, traits)
      tokens.append(token)
      position = token.end
      traits = []
    }
  }

  private func token(at start: Int, _ traits: Token.Traits) -> Token {
    var token = Token(start: start, end: start, traits: traits)
    guard Glyph.word(bytes, start, end) > 0 else {
      token.traits.insert(.mark)
      token.end = endOfMark(start)
      if endsSentence(start, token.end) { token.traits.insert(.sentenceEnd) }
      return token
    }
    let word = endOfWord(start)
    if isAlone(start, word) {
      token.end = word
      return token
    }
    token.end = endOfJoined(start, word)
    if let citation = endOfCitation(start, token.end) {
      token.end = citation
    } else if Glyph.isDigit(bytes[token.end - 1]), let figure = endOfFigure(token.end) {
      token.end = figure
      token.traits.insert(.figure)
    }
    if token.end > word, containsSpace(word, token.end) { token.traits.insert(.hollow) }
    return token
  }

  /// Whether nothing can join on to a word: a space and a letter follow, and it names no level. So
  /// it is with most words.
  @inline(__always)
  private func isAlone(_ start: Int, _ stop: Int) -> Bool {
    stop + 1 < end && bytes[stop] == 0x20 && Glyph.isLetter(bytes[stop + 1])
      && level(start, stop) == nil
  }

  private func containsSpace(_ start: Int, _ stop: Int) -> Bool {
    for position in start..<stop where Glyph.space(bytes, position, stop) > 0 { return true }
    return false
  }

  /// A run of one and the same mark (dots that lead to a page number) is one token.
  private func endOfMark(_ start: Int) -> Int {
    let width = Glyph.width(bytes, start, end)
    var position = start + width
    guard bytes[start] == 0x2E || bytes[start] == 0x2D || bytes[start] == 0x5F || width == 3
    else { return position }
    while position + width <= end {
      for offset in 0..<width where bytes[position + offset] != bytes[start + offset] {
        return position
      }
      position += width
    }
    return position
  }

  private func endsSentence(_ start: Int, _ stop: Int) -> Bool {
    switch bytes[start] {
    case 0x3B, 0x3A, 0x21, 0x3F: return true
    case 0x2E:
      let next = Glyph.skipSpace(bytes, stop, end)
      return next == end || (next > stop && !(bytes[next] >= 0x61 && bytes[next] <= 0x7A))
    default: return false
    }
  }

  /// Letters and digits, with the points and commas of numbers and the apostrophes of names.
  private func endOfWord(_ start: Int) -> Int {
    var position = start
    while true {
      position = endOfPlain(position)
      guard position < end else { return position }
      let byte = bytes[position]
      if byte >= 0x80 {
        let width = Glyph.word(bytes, position, end)
        guard width > 0 else { return position }
        position += width
        continue
      }
      guard byte == 0x2E || byte == 0x2C || byte == 0x27, position > start, position + 1 < end
      else { return position }
      let before = bytes[position - 1]
      let after = bytes[position + 1]
      let isJoined =
        byte == 0x27
        ? Glyph.isLetter(before) && Glyph.isLetter(after)
        : Glyph.isDigit(before) && Glyph.isDigit(after)
      guard isJoined else { return position }
      position += 1
    }
  }

  /// The end of the ASCII letters and digits at `start`.
  @inline(__always)
  private func endOfPlain(_ start: Int) -> Int {
    var position = start
    while position + 8 <= end {
      let others =
        ~ByteLanes.alphanumeric(ByteLanes.load(bytes, position)) & ByteLanes.repeating(0x80)
      position += ByteLanes.first(others)
      if others != 0 { return position }
    }
    while position < end, Glyph.isAlphanumeric(bytes[position]) { position += 1 }
    return position
  }

  /// Words joined by `/` or `-`, white space around them allowed as far as it is layout.
  private func endOfJoined(_ start: Int, _ first: Int) -> Int {
    var position = first
    var lastStart = start
    while position < end {
      let joiner = Glyph.skipSpace(bytes, position, end)
      guard joiner < end, bytes[joiner] == 0x2F || bytes[joiner] == 0x2D else { break }
      let next = Glyph.skipSpace(bytes, joiner + 1, end)
      guard next < end, Glyph.word(bytes, next, end) > 0 else { break }
      let stop = endOfWord(next)
      let spaces = (joiner > position ? 1 : 0) + (next > joiner + 1 ? 1 : 0)
      guard
        spaces == 0
          || joins(bytes[joiner], spaces, lastStart..<position, next..<stop)
      else { break }
      lastStart = next
      position = stop
    }
    return position
  }

  private func joins(
    _ joiner: UInt8, _ spaces: Int, _ left: Range<Int>, _ right: Range<Int>
  ) -> Bool {
    guard Glyph.isLetter(bytes[left.lowerBound]), Glyph.isLetter(bytes[right.lowerBound])
    else { return false }
    if joiner == 0x2F { return true }
    guard spaces == 2 else { return true }
    guard left.count <= right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.lowerBound + offset] | 0x20 != bytes[right.lowerBound + offset] | 0x20 {
      return false
    }
    return true
  }

  // MARK: Citations

  /// The words that numbers follow in a citation.
  private enum Level { case pasal, ayat, huruf, angka, bab, paragraf }

  private func level(_ start: Int, _ stop: Int) -> Level? {
    switch stop - start {
    case 3: return matches("bab", start) ? .bab : nil
    case 4: return matches("ayat", start) ? .ayat : nil
    case 5:
      switch bytes[start] | 0x20 {
      case 0x70: return matches("pasal", start) ? .pasal : nil
      case 0x68: return matches("huruf", start) ? .huruf : nil
      default: return matches("angka", start) ? .angka : nil
      }
    case 8: return matches("paragraf", start) ? .paragraf : nil
    default: return nil
    }
  }

  private func endOfCitation(_ start: Int, _ stop: Int) -> Int? {
    guard let level = level(start, stop) else { return nil }
    var number = Glyph.skipSpace(bytes, stop, end)
    guard number < end else { return nil }
    let bracketed = bytes[number] == 0x28
    guard bracketed || number > stop else { return nil }
    if bracketed { number = Glyph.skipSpace(bytes, number + 1, end) }
    guard number < end, Glyph.isAlphanumeric(bytes[number]) else { return nil }
    let last = endOfWord(number)
    guard isNumber(level, number..<last) else { return nil }
    guard bracketed else { return last }
    let close = Glyph.skipSpace(bytes, last, end)
    return close < end && bytes[close] == 0x29 ? close + 1 : nil
  }

  private func matches(_ word: StaticString, _ start: Int) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount
    where bytes[start + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  private func isNumber(_ level: Level, _ range: Range<Int>) -> Bool {
    let first = bytes[range.lowerBound]
    if level == .huruf {
      guard range.count <= 2, Glyph.isLetter(first) else { return false }
      return range.count == 1 || bytes[range.lowerBound + 1] == first
    }
    if Glyph.isDigit(first) { return range.count <= 6 }
    guard level == .pasal || level == .bab, range.count <= 9, isRoman(first) else { return false }
    return range.dropLast().allSatisfy { isRoman(bytes[$0]) }
  }

  private func isRoman(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D: return true
    default: return false
    }
  }

  // MARK: Figures

  /// The end of `(tiga puluh)` after a number, nil where no numeral in brackets follows.
  private func endOfFigure(_ stop: Int) -> Int? {
    let open = Glyph.skipSpace(bytes, stop, end)
    guard open < end, bytes[open] == 0x28 else { return nil }
    var position = Glyph.skipSpace(bytes, open + 1, end)
    var words = 0
    while position < end, bytes[position] != 0x29 {
      let start = position
      while position < end, Glyph.isLetter(bytes[position]) { position += 1 }
      guard position > start, words < 24 else { return nil }
      if words == 0, !Numeral.isNumeral(bytes[start..<position]) { return nil }
      words += 1
      position = Glyph.skipSpace(bytes, position, end)
    }
    return position < end && words > 0 ? position + 1 : nil
  }
}
