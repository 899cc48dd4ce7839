/// What stands before and after a mark.
struct MarkContext {
  let text: SourceText

  /// What kind of text ends at `end`.
  /// - Parameter isLetter: whether it is asked for a letter, which names no year and no number.
  func kind(before end: Int, isLetter: Bool = false) -> Mark.Before {
    var position = end
    while position > 0 {
      let byte = text[position - 1]
      switch byte {
      case 0x2E, 0x3B, 0x21, 0x3F: return .stop
      case 0x3A: return .colon
      case 0x2C: return .comma
      // Control characters, as some readers of pages leave them, are blanks.
      case 0x20, 0x22, 0x27, 0x29, 0x2A, 0x01...0x08, 0x0E...0x1F: position -= 1
      case 0x5F: position = pageNumber(endingAt: position) ?? position - 1
      case 0x2D, 0x7E, 0x93, 0x94:
        // `- 3 -`: the number of a page whose line break was lost.
        guard let start = pageNumber(endingAt: position) else {
          return wordContext(position, isLetter)
        }
        position = start
      // `…` ends the words of a catchword, a row of them fills a form.
      case 0xA6 where text[position - 2] == 0x80 && text[position - 3] == 0xE2:
        return text[position - 4] == 0xA6 ? .word : .stop
      case 0x98...0x9F where text[position - 2] == 0x80 && text[position - 3] == 0xE2:
        position -= 3
      default:
        return wordContext(position, isLetter)
      }
    }
    return .start
  }

  /// Whether a sum ends at `end` that stands apart from the words before it: `Rp.   5.000.000,00`
  /// finishes a row as a full stop does a sentence.
  func endsRow(_ end: Int) -> Bool {
    guard end > 12, SourceText.isDigit(text[end - 1]), SourceText.isDigit(text[end - 2]),
      text[end - 3] == 0x2C || text[end - 3] == 0x2E
    else { return false }
    var start = end - 3
    var digits = 0
    // Some print `5,000,000.00`.
    while start > 0, end - start < 30,
      SourceText.isDigit(text[start - 1]) || text[start - 1] == 0x2E || text[start - 1] == 0x2C
    {
      start -= 1
      if SourceText.isDigit(text[start]) { digits += 1 }
    }
    return digits >= 4 && text[start - 1] == 0x20 && text[start - 2] == 0x20
  }

  /// Where a page number in dashes, or in strokes that scans print for them, begins that ends at
  /// `end`: `- 3 -`, `— 3 —`, `_3_`.
  private func pageNumber(endingAt end: Int) -> Int? {
    var position = end - dashLength(endingAt: end)
    while text[position - 1] == 0x20, position > end - 6 { position -= 1 }
    let digits = position
    while SourceText.isDigit(text[position - 1]), position > digits - 4 { position -= 1 }
    guard position < digits else { return nil }
    while text[position - 1] == 0x20, position > end - 14 { position -= 1 }
    let dash = dashLength(endingAt: position)
    return dash > 0 ? position - dash : nil
  }

  /// How many bytes the dash or stroke takes that ends at `end`, 0 for none.
  private func dashLength(endingAt end: Int) -> Int {
    switch text[end - 1] {
    case 0x2D, 0x5F, 0x7E: 1
    case 0x93, 0x94: text[end - 2] == 0x80 && text[end - 3] == 0xE2 ? 3 : 0
    default: 0
    }
  }

  private func wordContext(_ end: Int, _ isLetter: Bool) -> Mark.Before {
    var first = end
    while first > 0, end - first < 12, SourceText.isLetter(text[first - 1]) { first -= 1 }
    let start = first
    func isWord(_ word: StaticString) -> Bool { text.match(word, at: start) == end }
    // By its length first: it is asked for at every mark.
    switch end - start {
    case 2:
      // `www.….go.id`: the name of a site at a page's edge is no part of the sentence.
      if isWord("id"), text[start - 1] == 0x2E, SourceText.isLetter(text[start - 2]) {
        return .stop
      }
      return isWord("ke") || isWord("no") && !isLetter ? .reference : .word
    case 3:
      return isWord("dan") ? tiedContext(start) : isWord("bab") ? .reference : .word
    case 4:
      if isWord("atau") { return tiedContext(start) }
      // `Ayat` alone on its line is the first half of a mark of an elucidation.
      if isWord("ayat") { return isAloneOnLine(start, end) ? .stop : .reference }
      return isWord("pada") ? .reference : .word
    case 5:
      // `Cukup jelas` of an elucidation is a sentence of its own, with or without its full stop.
      if isWord("jelas") { return .stop }
      if isWord("serta") { return tiedContext(start) }
      if isWord("nomor") || isWord("tahun") { return isLetter ? .word : .reference }
      return isWord("huruf") || isWord("angka") || isWord("pasal") || isWord("dalam")
        || isWord("butir") ? .reference : .word
    case 6:
      return isWord("dengan") || isWord("bagian") || isWord("sampai") || isWord("hingga")
        ? .reference : .word
    case 8: return isWord("paragraf") || isWord("dimaksud") ? .reference : .word
    default: return .word
    }
  }

  /// Whether a word with a capital has nothing beside it on its line.
  private func isAloneOnLine(_ start: Int, _ end: Int) -> Bool {
    guard SourceText.isUpper(text[start]), text[end] == 0x0A || text[end] == 0x0D else {
      return false
    }
    var position = start
    while position > 0, text[position - 1] == 0x20 { position -= 1 }
    return position == 0 || text[position - 1] == 0x0A || text[position - 1] == 0x0C
  }

  /// What a conjunction at `start` ties: `; dan` ends an item, `ayat (1) dan` joins references.
  private func tiedContext(_ start: Int) -> Mark.Before {
    var before = skippingSpacesBack(start)
    if text[before - 1] == 0x2F {
      // `dan/atau`, `dan / atau`
      before = skippingSpacesBack(before - 1)
      while before > 0, SourceText.isLetter(text[before - 1]) { before -= 1 }
      before = skippingSpacesBack(before)
    }
    // Scans print quotation marks for the semicolon of an item.
    let end = before
    before = skippingSpacesBack(skippingQuotesBack(before))
    switch text[before - 1] {
    case 0x3B, 0x2E, 0x3A, 0x21: return .stop
    case 0x2C: return .comma
    case 0x29: return before == end && isNumberInBrackets(before - 1) ? .reference : .word
    default: break
    }
    var word = before
    while word > 0, before - word < 6, SourceText.isAlphanumeric(text[word - 1]) { word -= 1 }
    // A number or a letter before it is a reference, a longer word ends an item without its sign.
    let isNumber = before - word <= 1 || (word..<before).contains { SourceText.isDigit(text[$0]) }
    return isNumber ? .reference : .word
  }

  /// Whether the bracket that closes at `position` holds a number, `(1)` or `(1a)`, and no words.
  private func isNumberInBrackets(_ position: Int) -> Bool {
    var inner = position
    while inner > 0, position - inner < 5, text[inner - 1] != 0x28 { inner -= 1 }
    return text[inner - 1] == 0x28
      && (position - inner == 1 || SourceText.isDigit(text[inner])
        || NumberReader.mended(text, inner..<position) >= 0 && !isAbbreviation(inner..<position))
  }

  /// Whether capitals like digits are the letters of a name, as in `Toko Bebas Bea (TBB)`: of them
  /// only I is misread for digits throughout.
  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    range.allSatisfy { SourceText.isUpper(text[$0]) }
      && !range.allSatisfy { text[$0] == UInt8(ascii: "I") || text[$0] == UInt8(ascii: "O") }
  }

  /// The position before the quotation marks that end there.
  private func skippingQuotesBack(_ position: Int) -> Int {
    var before = position
    while before > 3 {
      switch text[before - 1] {
      case 0x22, 0x27: before -= 1
      case 0x98...0x9F where text[before - 2] == 0x80 && text[before - 3] == 0xE2: before -= 3
      default: return before
      }
    }
    return before
  }

  private func skippingSpacesBack(_ position: Int) -> Int {
    var before = position
    while before > 0, text.spaceLength(at: before - 1) > 0 { before -= 1 }
    return before
  }
}
