/// Reads the fixed words that divide a regulation (UU 12/2011, Lampiran II angka 1, 14, 62).
struct KeywordReader {
  let text: SourceText

  /// The keyword at `position`, whose line ends at `lineEnd`.
  func keyword(at position: Int, lineEnd: Int) -> Mark? {
    switch SourceText.folded(text[position]) {
    case UInt8(ascii: "m"): return preamble(at: position, lineEnd)
    case UInt8(ascii: "d"): return formula(at: position, lineEnd)
    case UInt8(ascii: "a"):
      if let mark = order(at: position) { return mark }
      return text.isWordEnd(position + 1) ? umum(at: position, lineEnd) : nil
    case UInt8(ascii: "s"): return order(at: position)
    case UInt8(ascii: "p"): return elucidation(at: position, lineEnd)
    case UInt8(ascii: "u"):
      if let mark = umum(at: position, lineEnd) { return mark }
      return actTitle(at: position, lineEnd)
    case UInt8(ascii: "i"), UInt8(ascii: "1"): return umum(at: position, lineEnd)
    case UInt8(ascii: "l"):
      if let mark = annex(at: position, lineEnd) { return mark }
      let isNumber = text.isWordEnd(position + 1) || text.isWordEnd(position + 2)
      return isNumber ? umum(at: position, lineEnd) : nil
    case UInt8(ascii: "t"):
      if let mark = gazetteNumber(at: position) { return mark }
      return text.isWordEnd(position + 1) ? umum(at: position, lineEnd) : nil
    case UInt8(ascii: "r"), UInt8(ascii: "k"), UInt8(ascii: "q"):
      return actTitle(at: position, lineEnd)
    default: return nil
    }
  }

  /// `Agar setiap orang mengetahuinya, memerintahkan …`
  private func order(at position: Int) -> Mark? {
    guard text.match("agar", at: position) ?? text.match("supaya", at: position) != nil,
      PromulgationOrder(text: text).begins(at: position)
    else { return nil }
    var mark = Mark(.closing, start: position, end: position)
    if !SourceText.isUpper(text[position]) { mark.flags.insert(.small) }
    return mark
  }

  func preamble(at position: Int, _ lineEnd: Int) -> Mark? {
    let isUpper = SourceText.isUpper(text[position])
    if let end = text.matchSpaced("memutuskan", at: position), isUpper,
      SourceText.isUpper(text[end - 1])
    {
      return Mark(.memutuskan, start: position, end: end)
    }
    // `MEMUTUSI(AN:`
    if isUpper, text.match("memutus", at: position) != nil, lineEnd - position <= 14,
      SourceText.isUpper(text[position + 6])
    {
      return Mark(.memutuskan, start: position, end: lineEnd)
    }
    guard isUpper else { return nil }
    // `Memutuskan:` in small letters, alone on its line.
    if let end = word("memutuskan", position),
      case let colon = text.skippingSpaces(from: end, to: lineEnd), text[colon] == 0x3A,
      text.skippingSpaces(from: colon + 1, to: lineEnd) == lineEnd
    {
      return Mark(.memutuskan, start: position, end: end)
    }
    if let end = word("menimbang", position) ?? gluedLabel("menimbang", position) {
      return Mark(.menimbang, start: position, end: end)
    }
    if let end = word("mengingat", position) ?? gluedLabel("mengingat", position) {
      return Mark(.mengingat, start: position, end: end)
    }
    if let end = word("menetapkan", position) {
      let colon = text.skippingSpaces(from: end, to: lineEnd)
      guard colon == lineEnd || text[colon] == 0x3A else { return nil }
      return Mark(.menetapkan, start: position, end: end)
    }
    if let end = text.matchWords("memori penjelasan", at: position) ? position : nil,
      lineEnd - position <= 20
    {
      return elucidationHeading(position, end + "memori penjelasan".utf8.count, lineEnd)
    }
    for other: StaticString in ["memperhatikan", "membaca", "mendengar"] {
      if let end = word(other, position) { return otherBasis(position, end, lineEnd) }
    }
    return nil
  }

  /// `Memperhatikan :`, or without its colon before the first item.
  private func otherBasis(_ position: Int, _ end: Int, _ lineEnd: Int) -> Mark? {
    let next = text.skippingSpaces(from: end, to: lineEnd)
    let isFirst = text[next] == 0x31 || text[next] == UInt8(ascii: "a")
    guard
      next == lineEnd || text[next] == 0x3A || text[next] == 0x3B
        || isFirst && text[next + 1] == 0x2E
    else { return nil }
    return Mark(.otherBasis, start: position, end: end)
  }

  private func word(_ word: StaticString, _ position: Int) -> Int? {
    guard let end = text.matchSpaced(word, at: position), text.isWordEnd(end) else { return nil }
    return end
  }

  private func formula(at position: Int, _ lineEnd: Int) -> Mark? {
    if isGrace(position, lineEnd) { return Mark(.rahmat, start: position, end: position) }
    if text.matchWords("dengan persetujuan", at: position), SourceText.isUpper(text[position]) {
      return Mark(.persetujuan, start: position, end: position)
    }
    guard SourceText.isUpper(text[position]) else { return nil }
    for place: StaticString in ["ditetapkan", "disahkan", "diundangkan", "dikeluarkan"] {
      guard let end = text.matchSpaced(place, at: position) else { continue }
      var next = text.skippingSpaces(from: end, to: end + 80)
      if text[next] == 0x3A { next = text.skippingSpaces(from: next + 1, to: next + 8) }
      guard let after = text.match("di", at: next), text.isWordEnd(after) else { return nil }
      return Mark(.closing, start: position, end: position)
    }
    return nil
  }

  /// `DENGAN RAHMAT TUHAN YANG MAHA ESA`, also as old acts spell it (`RAKHMAT`), as scans glue it
  /// (`RAHMATTUHAN`), and with a word left out.
  private func isGrace(_ position: Int, _ lineEnd: Int) -> Bool {
    guard text[position] == UInt8(ascii: "D"),
      let dengan = text.matchSpaced("dengan", at: position), SourceText.isUpper(text[dengan - 1])
    else { return false }
    let next = text.skippingSpaces(from: dengan, to: lineEnd)
    guard
      let end = text.matchSpaced("rahmat", at: next) ?? text.matchSpaced("rakhmat", at: next)
        ?? text.matchMisread("rahmat", at: next), SourceText.isUpper(text[next])
    else { return false }
    let rest = text.skippingSpaces(from: end, to: lineEnd)
    return rest == lineEnd || text.matchSpaced("tuhan", at: rest) != nil
      || text.matchSpaced("yang", at: rest) != nil || text.matchSpaced("allah", at: rest) != nil
  }

  /// `TAMBAHAN LEMBARAN DAERAH … NOMOR …` in capitals, below an elucidation.
  private func gazetteNumber(at position: Int) -> Mark? {
    guard SourceText.isUpper(text[position]), SourceText.isUpper(text[position + 1]),
      text.matchWords("tambahan lemb", at: position)
        || text.matchWords("tambahan berita", at: position)
    else { return nil }
    let gazette = text.skippingSpaces(from: position + "tambahan".utf8.count, to: text.count)
    guard SourceText.isUpper(text[gazette + 1]) else { return nil }
    return Mark(.colophon, start: position, end: position)
  }

  private func elucidation(at position: Int, _ lineEnd: Int) -> Mark? {
    if let end = text.matchSpaced("penjelasan", at: position), SourceText.isUpper(text[position]) {
      let rest = text.skippingSpaces(from: end, to: lineEnd)
      if text.match("umum", at: rest) != nil { return umum(at: position, lineEnd) }
      if let after = articles(at: rest) {
        return Mark(.pasalDemiPasal, start: position, end: after)
      }
      return elucidationHeading(position, end, lineEnd)
    }
    if let end = articles(at: position) {
      return Mark(.pasalDemiPasal, start: position, end: end)
    }
    return actTitle(at: position, lineEnd)
  }

  /// `PENJELASAN` with its last letter before `end`, alone or before the title of its act.
  func elucidationHeading(_ position: Int, _ end: Int, _ lineEnd: Int) -> Mark? {
    let rest = skippingSigns(end, lineEnd)
    let allUpper = SourceText.isUpper(text[position + 1]) || text[position + 1] == 0x20
    guard rest == lineEnd || allUpper && (continuesTitle(rest) || umum(at: rest, lineEnd) != nil)
    else { return nil }
    var mark = Mark(.penjelasan, start: position, end: end)
    if !allUpper { mark.flags.insert(.small) }
    if rest == lineEnd { mark.flags.insert(.wholeLine) }
    return mark
  }

  /// One past *pasal demi pasal*.
  private func articles(at position: Int) -> Int? {
    guard let first = text.matchSpaced("pasal", at: position) else { return nil }
    let second = text.skippingSpaces(from: first, to: first + 20)
    guard let demi = text.matchSpaced("demi", at: second) ?? text.matchSpaced("per", at: second)
    else { return nil }
    return text.matchSpaced("pasal", at: text.skippingSpaces(from: demi, to: demi + 80))
  }

  private func continuesTitle(_ position: Int) -> Bool {
    for word: StaticString in ["atas", "peraturan", "undang", "rancangan", "tentang", "resmi"]
    where text.matchSpaced(word, at: position) != nil && SourceText.isUpper(text[position]) {
      return true
    }
    return false
  }

  /// `I. UMUM`, `UMUM`, `I. PENJELASAN UMUM`, `A. Umum`; and `II. PASAL DEMI PASAL`.
  private func umum(at position: Int, _ lineEnd: Int) -> Mark? {
    var next = position
    var numbered = false
    while next < position + 3, SourceText.isAlphanumeric(text[next]), text[next] != 0x55,
      text[next] != 0x50
    {
      next += 1
    }
    if next > position {
      while next < lineEnd, text[next] >= 0x20, !SourceText.isAlphanumeric(text[next]) {
        next += 1
      }
      numbered = true
    }
    if let end = articles(at: next) { return Mark(.pasalDemiPasal, start: position, end: end) }
    if let after = text.match("penjelasan", at: next) {
      next = text.skippingSpaces(from: after, to: lineEnd)
      if let end = articles(at: next) { return Mark(.pasalDemiPasal, start: position, end: end) }
      // `II. PENJELASAN PASAL`
      if numbered, let end = text.matchSpaced("pasal", at: next), SourceText.isUpper(text[end - 1]),
        text.skippingSpaces(from: end, to: lineEnd) == lineEnd
      {
        return Mark(.pasalDemiPasal, start: position, end: end)
      }
      numbered = true
    }
    guard let end = text.matchSpaced("umum", at: next), text.isWordEnd(end),
      SourceText.isUpper(text[next])
    else { return nil }
    var rest = end
    while rest < lineEnd, text[rest] == 0x2E || text[rest] == 0x3A || text[rest] == 0x20 {
      rest += 1
    }
    let capitals = SourceText.isUpper(text[end - 1])
    guard rest == lineEnd || (numbered && capitals) else { return nil }
    var mark = Mark(.umum, start: position, end: end)
    if numbered { mark.flags.insert(.punctuated) }
    return mark
  }

  /// `LAMPIRAN`, `LAMPIRAN II`, `LAMPIRAN PERATURAN …` at the head of an annex.
  private func annex(at position: Int, _ lineEnd: Int) -> Mark? {
    guard SourceText.isUpper(text[position]),
      let end = text.matchSpaced("lampiran", at: position), text.isWordEnd(end)
    else { return nil }
    return annexHeading(position, end, lineEnd)
  }

  /// The annex whose word ends at `end`. In small letters it may be the word of a sentence.
  func annexHeading(_ position: Int, _ end: Int, _ lineEnd: Int) -> Mark? {
    var mark = Mark(.lampiran, start: position, end: end)
    let isSmall = SourceText.isLower(text[position + 1])
    if isSmall { mark.flags.insert(.small) }
    let rest = text.skippingSpaces(from: end, to: lineEnd)
    var tokenEnd = rest
    while tokenEnd < lineEnd, SourceText.isAlphanumeric(text[tokenEnd]) { tokenEnd += 1 }
    let reading = NumberReader.read(text, rest..<tokenEnd)
    // `LAMPIRAN 192. Dalam hal …`: the number of what follows.
    let isItem =
      SourceText.isDigit(text[rest]) && text[tokenEnd] == 0x2E
      && skippingSigns(tokenEnd, lineEnd) < lineEnd
    if reading.value > 0, reading.value < 200, !isItem,
      !isSmall || skippingSigns(tokenEnd, lineEnd) == lineEnd || continuesTitle(rest)
    {
      mark.value = Int32(reading.value)
      mark.suffix = reading.suffix
      mark.end = tokenEnd
      return mark
    }
    guard
      rest == lineEnd || text[rest] == 0x3A || continuesTitle(rest)
        || text.match("keputusan", at: rest) != nil && SourceText.isUpper(text[rest])
    else { return nil }
    return mark
  }

  /// A line in capitals that begins the title of an act.
  private func actTitle(at position: Int, _ lineEnd: Int) -> Mark? {
    for word: StaticString in [
      "peraturan ", "undang-undang ", "undang - undang ", "rancangan ", "keputusan ", "qanun ",
    ] {
      if let end = text.match(word, at: position), SourceText.isUpper(text[position + 1]),
        SourceText.isUpper(text[end - 2])
      {
        return Mark(.actTitle, start: position, end: position)
      }
    }
    return nil
  }
}
