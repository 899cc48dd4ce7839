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
    // `Huruf. a`: a speck behind the word.
    let isSpotted =
      text[after] == 0x2E && text[after + 1] == 0x20 && SourceText.isUpper(text[position])
    if isSpotted { after += 1 }
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
    } else if shape == .wordAyat, SourceText.isUpper(text[position]),
      let number = likeBracketed(at: start, lineEnd)
    {
      mark = misreadWord(.wordAyat, position, number.end, Int(number.value))
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
    if isSpotted, mark.value > 0 {
      (mark.mended, mark.value) = (mark.value, -1)
      mark.flags.insert(.mended)
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
}
