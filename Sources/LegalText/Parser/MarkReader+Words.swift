/// Words of an elucidation, also as scans print them; what they are their neighbours prove.
extension MarkReader {
  /// `Ayat (1)`, `Huruf a`, `Butir a`, `Angka 1` of an elucidation.
  func wordMark(at position: Int, lineEnd: Int) -> Mark? {
    var shape = Mark.Shape.wordAyat
    var after: Int
    if let end = text.match("ayat", at: position) {
      after = end
    } else if let end = text.match("huruf", at: position) {
      (shape, after) = (.wordHuruf, end)
    } else if let end = text.match("butir", at: position) {
      // `Butir a` and `Butir 1`, as acts before 2004 have them
      var next = text.skippingSpaces(from: end, to: lineEnd)
      if text[next] == 0x28 { next = text.skippingSpaces(from: next + 1, to: lineEnd) }
      (shape, after) = (SourceText.isDigit(text[next]) ? .wordAngka : .wordHuruf, end)
    } else if let end = text.match("angka", at: position) {
      (shape, after) = (.wordAngka, end)
    } else {
      return nil
    }
    let start = text.skippingSpaces(from: after, to: lineEnd)
    guard start > after || text[start] == 0x28 || isGlued(shape, position, start, lineEnd)
    else { return nil }
    var mark: Mark
    if shape == .wordAyat, text[start] == 0x28 {
      guard let inner = bracketed(at: start, lineEnd: lineEnd), let ayat = asAyat(inner) else {
        return nil
      }
      mark = ayat
      mark.shape = .wordAyat
      mark.start = position
    } else {
      // `Huruf (a)`, `Angka ( 1 )`
      let isBracketed = text[start] == 0x28
      let number = token(
        at: isBracketed ? text.skippingSpaces(from: start + 1, to: lineEnd) : start,
        lineEnd: lineEnd)
      guard !number.isEmpty else { return nil }
      mark = Mark(shape, start: position, end: number.upperBound)
      if isBracketed {
        mark.end = text.skippingSpaces(from: mark.end, to: lineEnd)
        guard text[mark.end] == 0x29 else { return nil }
      }
      if shape == .wordHuruf {
        let first = text[number.lowerBound]
        guard number.count <= 2, SourceText.isLower(first) || number.count == 1,
          SourceText.isLetter(first),
          let order = NumberReader.letterOrder(text, number)
        else { return nil }
        mark.value = Int32(order)
      } else {
        guard applyNumber(number, to: &mark) else { return nil }
      }
      if text[mark.end] == 0x2E || text[mark.end] == 0x29 { mark.end += 1 }
    }
    if !SourceText.isUpper(text[position]) { mark.flags.insert(.small) }
    return finish(&mark, lineEnd)
  }

  /// `Hurufa`, `Angka7`: the space after the word was lost.
  func isGlued(_ shape: Mark.Shape, _ position: Int, _ start: Int, _ lineEnd: Int) -> Bool {
    guard SourceText.isUpper(text[position]) else { return false }
    let number = token(at: start, lineEnd: lineEnd)
    switch shape {
    case .wordHuruf: return number.count == 1 && SourceText.isLower(text[start])
    case .wordAngka:
      return !number.isEmpty && number.count <= 2 && NumberReader.mended(text, number) > 0
    default: return false
    }
  }

  /// The number in brackets after *Ayat*; `Ayat (a)`, `Ayat (s)` and `Ayat (e)` are how scanners
  /// print (4), (5) and (9).
  func asAyat(_ inner: Mark) -> Mark? {
    guard inner.shape == .subhuruf else { return inner.shape == .ayat ? inner : nil }
    var mark = inner
    mark.mended = inner.value == 1 ? 4 : inner.value == 5 ? 9 : inner.mended
    (mark.value, mark.suffix) = (-1, 0)
    mark.flags.insert(.mended)
    return mark.mended > 0 ? mark : nil
  }

  /// Gives `mark` the number in `token`; whether it is one. `Angka I`, `AngkaT` and `Angka l2` need
  /// proof.
  func applyNumber(_ token: Range<Int>, to mark: inout Mark) -> Bool {
    let reading = NumberReader.read(text, token)
    if reading.value >= 0, !reading.roman {
      apply(reading, to: &mark)
      return true
    }
    guard reading.mended > 0, SourceText.isUpper(text[mark.start]) else { return false }
    mark.mended = Int32(clamping: reading.mended)
    mark.flags.insert(.mended)
    return true
  }

  /// `Hurrf d`, alone on its line.
  func misreadHuruf(at position: Int, lineEnd: Int) -> Mark? {
    guard lineEnd - position <= 9, text[position] == UInt8(ascii: "H"),
      let after = text.matchMisread("huruf", at: position)
    else { return nil }
    let letter = text.skippingSpaces(from: after, to: lineEnd)
    guard letter > after, letter + 1 == lineEnd, SourceText.isLower(text[letter]) else {
      return nil
    }
    var mark = Mark(.wordHuruf, start: position, end: lineEnd)
    mark.value = Int32(NumberReader.letterIndex(text[letter]))
    mark.flags.insert(.mended)
    return finish(&mark, lineEnd)
  }

  /// `Angl<a2`, `An$<a 12`: the word *Angka* with signs for its letters, before a number that ends
  /// the line.
  func misreadAngka(at position: Int, lineEnd: Int) -> Mark? {
    guard text[position] == UInt8(ascii: "A"), text[position + 1] == UInt8(ascii: "n"),
      lineEnd - position <= 12
    else { return nil }
    var end = position + 2
    var signs = 0
    while end < position + 6, end < lineEnd, text[end] > 0x20, text[end] != UInt8(ascii: "a") {
      if !SourceText.isLetter(text[end]) { signs += 1 }
      end += 1
    }
    guard signs > 0, end >= position + 3, text[end] == UInt8(ascii: "a") else { return nil }
    let number = token(at: text.skippingSpaces(from: end + 1, to: lineEnd), lineEnd: lineEnd)
    var mark = Mark(.wordAngka, start: position, end: number.upperBound)
    mark.mended = Int32(clamping: NumberReader.mended(text, number))
    mark.flags.insert(.mended)
    guard mark.mended > 0, number.upperBound == lineEnd else { return nil }
    return finish(&mark, lineEnd)
  }
}
