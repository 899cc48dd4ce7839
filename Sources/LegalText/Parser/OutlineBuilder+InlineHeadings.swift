/// Headings of articles with their text on the same line.
extension OutlineBuilder {
  /// A heading with its text on the same line: only where the number is the next one, or where those
  /// between were lost and the article after it follows.
  mutating func isInlineHeading(_ mark: Mark, _ step: Step, _ position: Int) -> Bool {
    guard mark.flags.contains(.upperNext), !mark.flags.contains(.joinNext) else { return false }
    let isNext = step == .next || step == .mended
    if pendingHeading != nil {
      return isNext
        || step == .gap && (mark.value <= scopeLast + 5 || isAfterLost(mark, step, position))
    }
    guard isNext || isAfterLost(mark, step, position) else { return false }
    if mark.before == .stop || mark.before == .start {
      return !continuesCitation(mark) || mark.before == .start
    }
    return followsName(mark) || followsTitle(mark) || isNext && holdsFirstAyat(mark, position)
  }

  /// Whether the first ayat, which a second one follows, stands right behind an article: no citation
  /// has it before a capital.
  private mutating func holdsFirstAyat(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.before == .word, position + 1 < marks.count else { return false }
    let ayat = marks[position + 1]
    return ayat.shape == .ayat && ayat.value == 1 && ayat.start - mark.end < 3
      && ayat.flags.contains(.upperNext) && numberFollows(2, ayat, position + 1)
  }

  /// Whether an article follows the name of what it is about, as acts before 1970 have it on one
  /// line: `… diatur oleh Menteri. Tahun Buku Pasal 16. Tahun buku ialah …`
  func followsName(_ mark: Mark) -> Bool {
    guard mark.before == .word, text[mark.end] == 0x2E else { return false }
    let end = text.trimmingEnd(from: firstVisible, to: mark.start)
    var start = end
    while start > firstVisible, end - start < 30, SourceText.isLetter(text[start - 1]) {
      start -= 1
    }
    return end - start > 2 && SourceText.isUpper(text[start])
  }

  /// Whether an article begins the line after the name of what it is about, a few words in capitals
  /// behind a finished sentence: `… oleh Menteri. Tahun Buku`
  private func followsTitle(_ mark: Mark) -> Bool {
    guard mark.before == .word, mark.flags.contains(.lineStart), !citesAct(mark) else {
      return false
    }
    let end = text.trimmingEnd(from: firstVisible, to: mark.start)
    var start = end
    while start > firstVisible, end - start < 90,
      SourceText.isLetter(text[start - 1]) || text[start - 1] == 0x20
    {
      start -= 1
    }
    var last = end
    while last > start, SourceText.isLetter(text[last - 1]) { last -= 1 }
    return text[start - 1] == 0x2E && SourceText.isUpper(text[last]) && end - last > 2
      && SourceText.isUpper(text[text.skippingSpaces(from: start, to: end)])
  }

  /// Whether the name of an act follows an article, as in a citation.
  private func citesAct(_ mark: Mark) -> Bool {
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    let acts: [StaticString] = ["undang", "peraturan", "keputusan", "kitab", "ordonansi"]
    return acts.contains { text.match($0, at: start) != nil }
  }

  /// `Pasal 5 Undang-Undang Nomor …`: a citation of another act.
  private func continuesCitation(_ mark: Mark) -> Bool {
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    for word: StaticString in ["undang-undang", "kitab", "peraturan pemerintah nomor"]
    where text.match(word, at: start) != nil {
      var next = start
      while next < start + 60, next < lastVisible {
        if text.match("nomor", at: next) != nil || text.match("dasar", at: next) != nil {
          return true
        }
        next += 1
      }
    }
    return false
  }

  /// Whether an article stands behind a finished sentence, some numbers on, with its first ayat or
  /// so that the next one of which that is so is the one after it.
  func isAfterLost(_ mark: Mark, _ step: Step, _ position: Int) -> Bool {
    guard step == .gap, mark.before == .stop || pendingHeading != nil || followsTitle(mark),
      mark.suffix == 0, mark.value <= scopeLast + 20
    else { return false }
    let rest = marks[(position + 1)...].prefix(400)
    if let ayat = rest.first, ayat.shape == .ayat, ayat.before == .start,
      ayat.value == 1 || ayat.mended == 1, ayat.start - mark.end < 3
    {
      return true
    }
    for next in rest where next.shape == .pasal {
      guard next.before == .stop || next.before == .start || followsTitle(next) else { continue }
      guard next.flags.contains(.upperNext) || next.flags.contains(.wholeLine) else { continue }
      return next.value == mark.value + 1 || next.mended == mark.value + 1
    }
    return false
  }
}
