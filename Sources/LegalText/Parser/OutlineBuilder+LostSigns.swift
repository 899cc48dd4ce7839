/// Marks that lost a part of themselves, or the sign before them: their lists prove them.
extension OutlineBuilder {
  /// `(2)` alone on its line below `Ayat (1)` of an elucidation with the word that it lost, though
  /// no full stop may end what stands before it; nil where it did not.
  func withWord(_ mark: Mark) -> Mark? {
    // `(s)` may be (5).
    let isLetter = mark.shape == .subhuruf && text[mark.start] == 0x28
    guard region == .articles, mark.shape == .ayat || isLetter,
      mark.before == .word || mark.before == .stop,
      mark.flags.contains([.wholeLine, .lineStart]), mark.suffix == 0, !followsNumber(mark.start),
      let last = frames.last(where: { $0.shape == .wordAyat || $0.shape == .ayat }),
      last.shape == .wordAyat, last.suffix == 0,
      (isLetter || mark.value < 0 ? mark.mended : mark.value) == last.value + 1,
      SourceText.isUpper(text[text.skippingSpaces(from: mark.end, to: lastVisible)])
    else { return nil }
    var word = mark
    word.shape = .wordAyat
    if isLetter { word.value = -1 }
    return word
  }

  /// Whether another sign stands for the full stop of a number: `10; Badan`
  func hasStraySign(_ mark: Mark) -> Bool {
    mark.shape == .angka && (text[mark.end - 1] == 0x3B || text[mark.end - 1] == 0x3A)
  }

  /// Whether a number is the next of the list in whose column it stands.
  mutating func isDueInColumn(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    guard mark.before != .reference,
      let item = frames[floor...].last(where: { $0.shape == .angka }),
      item.value + 1 == mark.mended, item.suffix == 0, !item.isRoman
    else { return false }
    return isInColumn(mark, item)
      && (mark.before == .stop || numberFollows(mark.mended + 1, mark, position))
  }
}
