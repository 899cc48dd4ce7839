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
}
