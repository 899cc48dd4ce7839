/// Labels of a preamble that a scan misread, or that stand run into something else.
extension KeywordReader {
  /// `I^^engingat : 1.`: a label whose first letters a scan misread, before its first item.
  func misprintedLabel(at position: Int, lineEnd: Int) -> Mark? {
    for offset in 0..<5 where text.match("mperhatikan", at: position + offset) != nil {
      let end = position + offset + "mperhatikan".utf8.count
      guard text[text.skippingSpaces(from: end, to: lineEnd)] == 0x3A else { return nil }
      return Mark(.otherBasis, start: position, end: end)
    }
    for offset in 0..<5 where text[position + offset] | 0x20 == UInt8(ascii: "n") {
      let start = position + offset
      var mark: Mark
      if let end = text.match("ngingat", at: start) {
        mark = Mark(.mengingat, start: position, end: end)
      } else if let end = text.match("nimbang", at: start) {
        mark = Mark(.menimbang, start: position, end: end)
      } else {
        continue
      }
      let colon = text.skippingSpaces(from: mark.end, to: lineEnd)
      guard colon < lineEnd, text[colon] == 0x3A || text[colon] == 0x3B else { return nil }
      mark.flags.insert(.mended)
      return mark
    }
    return nil
  }

  /// `Mengingat1.`, `Menimbanga. bahwa`, `Menimbangbahwa`: a label run into its first item.
  func gluedLabel(_ word: StaticString, _ position: Int) -> Int? {
    guard let end = text.match(word, at: position) else { return nil }
    let isMark = text[end] == 0x31 || text[end] == UInt8(ascii: "a")
    return isMark && text[end + 1] == 0x2E || text.match("bahwa", at: end) != nil ? end : nil
  }

  /// `•Menimbang`: a label behind a sign of the margin.
  func labelBehindSign(at position: Int, _ lineEnd: Int) -> Mark? {
    var next = position
    while next < position + 4, next < lineEnd, text[next] > 0x20,
      !SourceText.isAlphanumeric(text[next]), text[next] != 0x28
    {
      next += 1
    }
    guard next > position else { return nil }
    next = text.skippingSpaces(from: next, to: lineEnd)
    guard text[next] == UInt8(ascii: "M"), let mark = preamble(at: next, lineEnd),
      mark.shape == .menimbang || mark.shape == .mengingat
    else { return nil }
    return mark
  }
}
