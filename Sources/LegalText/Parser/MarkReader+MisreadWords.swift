/// Words of an elucidation that a scan misread. The mark behind such a word proves it, where it is the
/// next one.
extension MarkReader {
  /// `Hunrf a`, `Ayal (1)`, `Angha 1`, alone on the line or before a sentence.
  func misreadWordMark(at position: Int, _ lineEnd: Int) -> Mark? {
    switch text[position] {
    case UInt8(ascii: "H"): misreadHuruf(at: position, lineEnd)
    case UInt8(ascii: "A"):
      misreadAngka(at: position, lineEnd: lineEnd) ?? misreadAyat(at: position, lineEnd)
    default: nil
    }
  }

  /// `Hurrf d`, `Hunrf a`, `Hurr.f b`
  private func misreadHuruf(at position: Int, _ lineEnd: Int) -> Mark? {
    guard let after = wornHuruf(at: position) ?? text.matchMisread("huruf", at: position) else {
      return nil
    }
    let letter = text.skippingSpaces(from: after, to: lineEnd)
    guard letter > after, SourceText.isLower(text[letter]),
      endsWordMark(letter + 1, lineEnd)
    else { return nil }
    var mark = misreadWord(.wordHuruf, position, letter + 1, -1)
    mark.value = Int32(NumberReader.letterIndex(text[letter]))
    return finish(&mark, lineEnd)
  }

  /// One past signs that are all like strokes of *Huruf*: no word has them so.
  private func wornHuruf(at position: Int) -> Int? {
    var end = position + 1
    var strokes = 0
    while end < position + 9 {
      switch text[end] {
      case UInt8(ascii: "u"), UInt8(ascii: "r"), UInt8(ascii: "n"), UInt8(ascii: "m"): strokes += 1
      case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "t"), UInt8(ascii: "f"), 0x2E, 0x2D:
        break
      default:
        let last = text[end - 1]
        let isLast = last == UInt8(ascii: "f") || last == UInt8(ascii: "t") || last == 0x6C
        return text[end] == 0x20 && isLast && strokes > 1 && end >= position + 4 ? end : nil
      }
      end += 1
    }
    return nil
  }

  /// `Ayal (1)`, `A5rat (2)`, `Aya t (3)`: a before the last letter, and one or two signs for the y.
  private func misreadAyat(at position: Int, _ lineEnd: Int) -> Mark? {
    guard
      let vowel = (position + 2...position + 3).first(where: { text[$0] == UInt8(ascii: "a") }),
      isLikeY(position + 1..<vowel)
    else { return nil }
    let last = text[vowel + 1] == 0x20 ? vowel + 2 : vowel + 1
    switch text[last] {
    case UInt8(ascii: "t"): break
    case UInt8(ascii: "l"), UInt8(ascii: "r"):
      guard text[position + 1] == UInt8(ascii: "y") else { return nil }
    default: return nil
    }
    let start = text.skippingSpaces(from: last + 1, to: lineEnd)
    guard start > last + 1 || text[start] == 0x28 else { return nil }
    let number: (value: Int32, end: Int)
    if text[start] == 0x28 {
      guard let inner = bracketed(at: start, lineEnd: lineEnd), let ayat = asAyat(inner),
        ayat.suffix == 0
      else { return nil }
      number = (ayat.value > 0 ? ayat.value : ayat.mended, ayat.end)
    } else if let inner = likeBracketed(at: start, lineEnd) {
      number = inner
    } else {
      return nil
    }
    guard endsWordMark(number.end, lineEnd) else { return nil }
    var mark = misreadWord(.wordAyat, position, number.end, Int(number.value))
    return finish(&mark, lineEnd)
  }

  /// Whether signs are what scans make of y. `Agat` is one, `Adat` and `Alat` are words.
  private func isLikeY(_ signs: Range<Int>) -> Bool {
    let first = text[signs.lowerBound]
    guard signs.count == 2 else {
      return first == UInt8(ascii: "y") || first == UInt8(ascii: "v") || first == UInt8(ascii: "g")
    }
    return text[signs.lowerBound + 1] == UInt8(ascii: "r") || !SourceText.isLetter(first)
  }

  /// `Angl<a2`, `An$<a 12`, `Angha 5`: the word *Angka* with other signs for its letters, before a
  /// number.
  func misreadAngka(at position: Int, lineEnd: Int) -> Mark? {
    guard text[position] == UInt8(ascii: "A"),
      text[position + 1] == UInt8(ascii: "n") || text[position + 1] == UInt8(ascii: "r")
    else { return nil }
    var end = position + 2
    var signs = 0
    var hasGuttural = false
    while end < position + 7, end < lineEnd, text[end] > 0x20, text[end] != UInt8(ascii: "a") {
      switch text[end] {
      case UInt8(ascii: "g"), UInt8(ascii: "k"), UInt8(ascii: "q"): hasGuttural = true
      case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): return nil
      default: if !SourceText.isLetter(text[end]) { signs += 1 }
      }
      end += 1
    }
    guard signs > 0 || hasGuttural, end >= position + 3, text[end] == UInt8(ascii: "a") else {
      return nil
    }
    let start = text.skippingSpaces(from: end + 1, to: lineEnd)
    let number = token(at: start, lineEnd: lineEnd)
    let value = NumberReader.mended(text, number)
    let isClean = start > end + 1 && number.allSatisfy { SourceText.isDigit(text[$0]) }
    guard value > 0, number.count < 4,
      number.upperBound == lineEnd || isClean && endsWordMark(number.upperBound, lineEnd)
    else { return nil }
    var mark = misreadWord(.wordAngka, position, number.upperBound, value)
    return finish(&mark, lineEnd)
  }

  /// `l2l`, `{2}`, `[21`, `11)` for `(2)`, `(2)`, `(2)`, `(1)`: the number of an ayat behind its word,
  /// with other signs for its brackets, and where it ends.
  func likeBracketed(at position: Int, _ lineEnd: Int) -> (value: Int32, end: Int)? {
    guard Self.isLikeBracket(text[position]), text[position] != 0x28, text[position] != 0x29 else {
      return nil
    }
    var end = position + 1
    var value: Int32 = 0
    while end < position + 3, SourceText.isDigit(text[end]) {
      // The last digit may be the bracket: `[21`
      if end > position + 1, text[end] == 0x31, text[end + 1] <= 0x20 { break }
      value = value * 10 + Int32(text[end] - 0x30)
      end += 1
    }
    guard value > 0, Self.isLikeBracket(text[end]), end < lineEnd else { return nil }
    // `121` is a number.
    guard !SourceText.isDigit(text[position]) || text[end] == 0x29 else { return nil }
    return endsWordMark(end + 1, lineEnd) ? (value, end + 1) : nil
  }

  /// Whether a mark that ends at `position` ends its line too, or stands before a sentence.
  private func endsWordMark(_ position: Int, _ lineEnd: Int) -> Bool {
    var next = text.skippingSpaces(from: position, to: lineEnd)
    if next >= lineEnd { return true }
    if text[next] == 0x2E || text[next] == 0x3A {
      next = text.skippingSpaces(from: next + 1, to: lineEnd)
      return next >= lineEnd || SourceText.isUpper(text[next])
    }
    return next > position && SourceText.isUpper(text[next])
  }

  func misreadWord(_ shape: Mark.Shape, _ start: Int, _ end: Int, _ number: Int) -> Mark {
    var mark = Mark(shape, start: start, end: end)
    mark.mended = Int32(clamping: number)
    mark.flags.insert(.mended)
    return mark
  }
}
