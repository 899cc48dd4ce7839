/// The articles that an instruction names, as its amended text prints them (UU 12/2011, Lampiran II
/// angka 235–236).
extension OutlineBuilder {
  /// An article that an instruction names: `Pasal 50A`, `Pasal 72 A`.
  private struct NamedArticle {
    var value: Int
    var suffix: UInt8
    /// Whether its number is printed as one: few acts insert more than eight articles in a place.
    var isClean: Bool
    /// One past its number.
    var end: Int
  }

  /// Whether the words of an instruction, up to its amended text, name the article of `mark`; so do
  /// those right before it, where the instruction's own number was lost.
  func mentions(_ mark: Mark, below unit: Int) -> Bool {
    let value = Int(mark.value >= 0 ? mark.value : mark.mended)
    func isNamed(in range: Range<Int>) -> Bool {
      namedArticles(in: range).contains {
        $0.value == value && ($0.suffix == mark.suffix || !$0.isClean)
      }
    }
    let words = wordsOfInstruction(unit, before: mark)
    if isNamed(in: words) { return true }
    return mark.before == .colon
      && isNamed(in: max(words.lowerBound, mark.start - 200)..<mark.start)
  }

  /// A misread heading as the one article that the open instruction names and that it may be:
  /// `Pasal 1T` below *Ketentuan Pasal 17 diubah*, `Pasal 50 8` below *yakni Pasal 50B*.
  func named(_ mark: Mark) -> Mark {
    guard region == .body, let host = hostFrame, mark.before != .reference,
      mark.flags.isDisjoint(with: [.small, .roman]),
      mark.flags.contains(.wholeLine) || mark.before == .colon
    else { return mark }
    let articles = namedArticles(in: wordsOfInstruction(frames[host].unit, before: mark))
    // Where `Pasal 254, 25B` are named, the name was misread, and not the heading `Pasal 25A`.
    guard !articles.contains(where: { $0.value == Int(mark.value) }),
      let article = articles.first(where: { $0.isClean && mayBe($0, mark) })
    else { return mark }
    return read(mark, as: article)
  }

  private func read(_ mark: Mark, as article: NamedArticle) -> Mark {
    var mark = mark
    (mark.value, mark.suffix, mark.mended) = (Int32(clamping: article.value), article.suffix, -1)
    mark.flags.insert(.mended)
    return mark
  }

  /// How many articles of an amended text are looked at for a note.
  private static let mostArticles = 60

  /// A misread heading among the notes on an instruction as the one article that its amended text
  /// has and that it may be: `Pasal 508` for Pasal 50B.
  func explained(_ mark: Mark) -> Mark {
    guard region == .articles, let host = frames.lastIndex(where: \.isHost), host > 0,
      mark.flags.isDisjoint(with: [.small, .roman]), mark.flags.contains(.wholeLine)
    else { return mark }
    let body = String(address(ofFrame: host).dropFirst("penjelasan/".utf8.count))
    guard let unit = index[body] else { return mark }
    var found: NamedArticle?
    var next = unit + 1
    for _ in 0..<Self.mostArticles where next < units[unit].subtreeEnd {
      guard units[next].kind == .pasal else {
        next += 1
        continue
      }
      let article = article(ofUnit: next)
      if article.value == Int(mark.value) { return mark }
      if found == nil, mayBe(article, mark) { found = article }
      next = units[next].subtreeEnd
    }
    return found.map { read(mark, as: $0) } ?? mark
  }

  /// The article of a unit, as its address has it: `pasal-50b`.
  private func article(ofUnit unit: Int) -> NamedArticle {
    var article = NamedArticle(value: 0, suffix: 0, isClean: true, end: 0)
    for byte in units[unit].address.utf8.reversed().prefix(while: { $0 != 0x2D }).reversed() {
      if SourceText.isDigit(byte) {
        guard article.value < 100_000 else { break }
        article.value = article.value * 10 + Int(byte - 0x30)
      } else {
        // A repeated address goes on with `~2`.
        if SourceText.isLetter(byte) { article.suffix = NumberReader.letterIndex(byte) }
        break
      }
    }
    return article
  }

  /// The words of an instruction, up to its amended text.
  private func wordsOfInstruction(_ unit: Int, before mark: Mark) -> Range<Int> {
    let start = units[unit].labelRange.upperBound
    let first = unit + 1 < units.count ? units[unit + 1].range.lowerBound : mark.start
    return start..<max(start, min(mark.start, first, start + 800))
  }

  /// The articles that a sentence names: `Pasal 50A, 50B, dan 50C`, `Pasal 72 A dan Pasal 72 B`,
  /// `Pasal 9A sampai dengan Pasal 9D`.
  private func namedArticles(in range: Range<Int>) -> [NamedArticle] {
    var found: [NamedArticle] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard text.bytes[position] | 0x20 == 0x70, let after = text.match("pasal", at: position)
      else {
        position += 1
        continue
      }
      position = after
      while let article = namedArticle(from: position, in: range) {
        if let last = found.last, last.value == article.value, last.suffix + 1 < article.suffix,
          says("sampai dengan", last.end..<article.end) || says("s/d", last.end..<article.end)
        {
          for suffix in last.suffix + 1..<article.suffix {
            found.append(
              NamedArticle(value: last.value, suffix: suffix, isClean: true, end: last.end))
          }
        }
        found.append(article)
        position = article.end
        var next = text.skippingSpaces(from: position, to: range.upperBound)
        if text[next] == 0x2C { next = text.skippingSpaces(from: next + 1, to: range.upperBound) }
        if let tied = text.match("dan ", at: next) { next = tied }
        guard next > position, SourceText.isDigit(text[next]) else { break }
        position = next
      }
    }
    return found
  }

  /// The number of an article, its letter perhaps set off.
  private func namedArticle(from position: Int, in range: Range<Int>) -> NamedArticle? {
    let number = text.skippingSpaces(from: position, to: range.upperBound)
    var end = number
    while SourceText.isAlphanumeric(text[end]), end < number + 8 { end += 1 }
    let reading = NumberReader.read(text, number..<end)
    let value = reading.value >= 0 ? reading.value : reading.mended
    guard value > 0 else { return nil }
    var article = NamedArticle(
      value: value, suffix: reading.suffix,
      isClean: reading.value >= 0 && !reading.roman && reading.suffix <= 8, end: end)
    // `Pasal 72 A`
    if article.suffix == 0, text[end] == 0x20, SourceText.isUpper(text[end + 1]),
      !SourceText.isAlphanumeric(text[end + 2]), text[end + 2] != 0x2E, article.isClean
    {
      article.suffix = NumberReader.letterIndex(text[end + 1])
      article.end = end + 2
    }
    return article
  }

  private func says(_ words: StaticString, _ range: Range<Int>) -> Bool {
    range.contains { text.match(words, at: $0) != nil }
  }

  /// Whether the signs of a heading's number are those of `article`, or letters and digits that scans
  /// print for them. One digit is not taken for another: that may be the text's own fault.
  private func mayBe(_ article: NamedArticle, _ mark: Mark) -> Bool {
    var position = mark.end
    for sign in AddressNumber.text(Int32(clamping: article.value), article.suffix).utf8.reversed() {
      while position > mark.start, text[position - 1] <= 0x20 { position -= 1 }
      guard position > mark.start, Self.isLike(text[position - 1], sign) else { return false }
      position -= 1
    }
    guard text[position - 1] == 0x20 else { return false }
    // The word itself, with a letter more or less.
    let letters = (mark.start..<position).count { text[$0] > 0x20 }
    return (4...6).contains(letters)
  }

  /// Whether a printed sign is that of a number's, a small letter of an address, or like it.
  private static func isLike(_ printed: UInt8, _ sign: UInt8) -> Bool {
    if SourceText.folded(printed) == sign { return true }
    guard SourceText.isDigit(printed) != SourceText.isDigit(sign) else { return false }
    switch (sign, printed) {
    case (UInt8(ascii: "a"), 0x34), (UInt8(ascii: "d"), 0x30), (0x30, UInt8(ascii: "D")),
      (0x34, UInt8(ascii: "A")):
      return true
    default:
      return NumberReader.digit(SourceText.isDigit(sign) ? printed : sign - 0x20)
        == NumberReader.digit(SourceText.isDigit(sign) ? sign : printed)
    }
  }
}
