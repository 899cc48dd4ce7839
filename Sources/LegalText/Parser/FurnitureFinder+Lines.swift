/// Lines that are furniture by their words alone: letterheads, lines of printing offices and sites.
extension FurnitureFinder {
  /// `PRESIDEN` over `REPUBLIK INDONESIA`, without the comma of a signature, over a page number.
  func isPresidentHeader(_ index: Int) -> Bool {
    let line = table.lines[index]
    if isExactly("presiden republik indonesia", line) || isExactly("republik indonesia", line) {
      guard let next = self.line(index + 1), let (_, dashed) = pageNumber(next), dashed
      else { return false }
      let isSecond = isExactly("republik indonesia", line)
      return !isSecond
        || (self.line(index - 1)?.flags.contains(.furniture) ?? false)
    }
    if isExactly("presiden", line), let second = self.line(index + 1),
      isExactly("republik indonesia", second), let third = self.line(index + 2),
      let (_, dashed) = pageNumber(third), dashed
    {
      return true
    }
    return false
  }

  private func isExactly(_ word: StaticString, _ line: Line) -> Bool {
    line.end - line.start == word.utf8CodeUnitCount && text.match(word, at: line.start) != nil
  }

  /// `SK No 207002 A`, `www.…`: lines that a printing office or a site puts on every page.
  func isServiceLine(_ line: Line) -> Bool {
    if let after = text.match("sk no", at: line.start) {
      let digits = (after..<min(line.end, after + 12)).count { SourceText.isDigit(text[$0]) }
      // A catchword may have run into it: `SK No 207002 A7. Daerah . . .`
      return digits >= 2 && line.end - after <= 16
        || digits >= 4 && line.end - after <= 48 && wordsBeforeDots(line) != nil
    }
    let first = SourceText.folded(text[line.start])
    // `D:\Naskah\Pasar.doc`: where a word processor kept the text.
    if SourceText.isLetter(first), text[line.start + 1] == 0x3A, text[line.start + 2] == 0x5C {
      return true
    }
    guard
      first == UInt8(ascii: "w") || first == UInt8(ascii: "h") || first == UInt8(ascii: "j")
    else { return false }
    if isCountedPage(line) { return true }
    for word: StaticString in ["www.", "http://", "https://", "jdih."] {
      // `JDIH.` ends a sentence.
      guard let after = text.match(word, at: line.start), after < line.end else { continue }
      return !(line.start..<line.end).contains { text[$0] == 0x20 }
    }
    return false
  }

  /// `Halaman 3 dari 20`, alone on its line.
  private func isCountedPage(_ line: Line) -> Bool {
    guard line.end - line.start <= 24, var position = text.match("halaman", at: line.start) else {
      return false
    }
    for isTotal in [false, true] {
      position = text.skippingSpaces(from: position, to: line.end)
      let first = position
      while SourceText.isDigit(text[position]) { position += 1 }
      guard position > first else { return false }
      if isTotal { break }
      position = text.skippingSpaces(from: position, to: line.end)
      guard let end = text.match("dari", at: position) else { return false }
      position = end
    }
    return position == line.end
  }
}
