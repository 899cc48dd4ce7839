/// Marks at the beginning of a line that a scan misread.
extension MarkScanner {
  /// A misprinted mark at the beginning of a line.
  func misprint(at position: Int, _ lineEnd: Int) -> Mark? {
    if EndMark.isAlone(in: position..<lineEnd, text) {
      return Mark(.colophon, start: position, end: position)
    }
    if lastLetter == 8, let mark = reader.ninthLetter(at: position, lineEnd) { return mark }
    let word =
      reader.misprintedPasal(at: position, lineEnd: lineEnd)
      ?? reader.misreadWordMark(at: position, lineEnd)
      ?? reader.misprintedBab(at: position, lineEnd: lineEnd)
      ?? reader.misreadDivision(at: position, lineEnd: lineEnd)
      ?? keywords.misprintedLabel(at: position, lineEnd: lineEnd)
      ?? keywords.labelBehindSign(at: position, lineEnd)
      ?? keywords.misread(at: position, lineEnd: lineEnd)
      ?? keywords.gluedAnnex(at: position, lineEnd)
    return word ?? reader.misreadMark(at: position, lineEnd: lineEnd)
      ?? reader.damagedBracket(at: position, lineEnd)
      ?? reader.signMark(at: position, lineEnd)
      ?? reader.spottedAyat(at: position, lineEnd)
  }

  /// A misread first item behind its label: `Mengingat : 1 Undang-Undang …`
  func misreadFirst(at position: Int, _ lineEnd: Int) -> Mark? {
    guard let label = marks.last?.shape, label == .menimbang || label == .mengingat else {
      return nil
    }
    return reader.misreadMark(at: position, lineEnd: lineEnd)
  }

  /// Skips a sign set apart that stands for the colon: `Mengingat ■ 1.`
  func skippingSign(_ position: Int, _ end: Int) -> Int {
    let sign = text.skippingSpaces(from: position, to: end)
    var next = sign
    while next < sign + 3, next < end, text[next] > 0x7F { next += 1 }
    return next > sign && sign > position && text[next] == 0x20 ? next : position
  }

  /// A misread i. in a column of letters: right below the h. that stands alone on its line.
  func settleNinth(_ mark: inout Mark, _ lineEnd: Int) {
    guard lastLetter == 8, mark.shape == .huruf, mark.value < 0, mark.mended == 9,
      mark.before == .start, mark.end == lineEnd, let last = marks.last, last.shape == .huruf,
      last.value == 8, last.flags.contains([.lineStart, .wholeLine])
    else { return }
    mark.value = 9
    mark.flags.insert(.mended)
  }

  /// `(l)` behind the item (k) is its next letter, and no misread (1).
  func settleTwelfth(_ mark: inout Mark) {
    guard mark.shape == .ayat, mark.value < 0, mark.mended == 1, mark.before != .colon,
      text[mark.end - 1] == 0x29, mark.end - mark.start <= 5,
      (mark.start..<mark.end).contains(where: { text[$0] == 0x6C })
    else { return }
    let item = marks.suffix(20).last {
      text[$0.start] == 0x28 && ($0.shape == .subhuruf || $0.shape == .ayat)
    }
    guard let item, item.shape == .subhuruf, item.value == 11 else { return }
    (mark.shape, mark.value) = (.subhuruf, 12)
  }
}
