/// Fixed words that a scan misread, at the beginning of a line.
extension KeywordReader {
  /// The misread keyword at `position`. Words of the body in small letters are not asked for.
  func misread(at position: Int, lineEnd: Int) -> Mark? {
    if let mark = misreadLabel(at: position, lineEnd) ?? misreadPlace(at: position, lineEnd) {
      return mark
    }
    if PromulgationOrder(text: text).begins(at: position) {
      var mark = Mark(.closing, start: position, end: position)
      if SourceText.isLower(text[position]) { mark.flags.insert(.small) }
      return mark
    }
    guard lineEnd - position <= 80, !SourceText.isDigit(text[position]) || text[position] == 0x31,
      !SourceText.isLower(text[position]), !SourceText.isLower(text[position + 1]),
      !SourceText.isLower(text[position + 2])
    else { return nil }
    return misreadHeading(at: position, lineEnd)
  }

  /// `Menlmbang : a.`, `Mengingal 1.`
  private func misreadLabel(at position: Int, _ lineEnd: Int) -> Mark? {
    guard text[position] == UInt8(ascii: "M"), text[position + 1] | 0x20 == UInt8(ascii: "e")
    else { return nil }
    for (word, shape): (StaticString, Mark.Shape) in [
      ("menimbang", .menimbang), ("mengingat", .mengingat), ("menetapkan", .menetapkan),
    ] {
      guard
        let end = text.matchMisread(word, at: position)
          ?? (shape == .menimbang ? text.match("menirnbang", at: position) : nil)
      else { continue }
      let next = text.skippingSpaces(from: end, to: lineEnd)
      // `Menirnbang  a  bahwa`, `Menirnbang  bahwa`
      let isBare =
        text[next] == UInt8(ascii: "a")
        && text.match("bahwa", at: text.skippingSpaces(from: next + 1, to: lineEnd)) != nil
        || text.match("bahwa", at: next) != nil
      guard
        next == lineEnd || text[next] == 0x3A || text[next] == 0x3B || text[next + 1] == 0x2E
          || isBare
      else { return nil }
      var mark = Mark(shape, start: position, end: end)
      mark.flags.insert(.mended)
      return mark
    }
    return nil
  }

  /// `Oitetapkan di`, `Ditetapkan dl`
  private func misreadPlace(at position: Int, _ lineEnd: Int) -> Mark? {
    guard lineEnd - position <= 60, !SourceText.isLower(text[position]),
      SourceText.isLower(text[position + 3]),
      text.mayBegin((0x64, 0x69, 0x74), at: position)
        || text.mayBegin((0x64, 0x69, 0x73), at: position)
        || text.mayBegin((0x64, 0x69, 0x75), at: position)
    else { return nil }
    for word: StaticString in ["ditetapkan", "disahkan", "diundangkan"] {
      guard let end = text.matchMisread(word, at: position) else { continue }
      var next = text.skippingSpaces(from: end, to: lineEnd)
      if text[next] == 0x3A { next = text.skippingSpaces(from: next + 1, to: lineEnd) }
      // `di`, `dl`, `d1`, `cli`
      guard next + 2 < lineEnd, text[next] | 0x20 == 0x64 || text[next] | 0x20 == 0x63,
        next + 3 >= lineEnd || text[next + 2] <= 0x20 || text[next + 3] <= 0x20
      else { return nil }
      return Mark(.closing, start: position, end: position)
    }
    return nil
  }

  /// `PENIELASAN`, `LAMPlRAN I`, `MENUTUSKAN:`, `I. UIVIUM`, `II. PASAL DEM1 PASAL`
  private func misreadHeading(at position: Int, _ lineEnd: Int) -> Mark? {
    if text.mayBegin((0x70, 0x65, 0x6E), at: position),
      let end = text.matchMisread("penjelasan", at: position)
    {
      return elucidationHeading(position, end, lineEnd)
    }
    // `I,AMPIRAN` has its L in two.
    let isDivided = text[position] == 0x49 && text[position + 1] < 0x30
    if isDivided || text.mayBegin((0x6C, 0x61, 0x6D), at: position),
      let end = text.matchMisread("lampiran", at: position)
    {
      return annexHeading(position, skippingSigns(end, lineEnd), lineEnd)
    }
    if text.mayBegin((0x6D, 0x65, 0x6D), at: position),
      let end = text.matchMisread("memutuskan", at: position),
      skippingSigns(end, lineEnd) == lineEnd
    {
      return Mark(.memutuskan, start: position, end: end)
    }
    return misreadSection(at: position, lineEnd)
  }

  /// `I,AMPIRANVI`, `… TAHUN 2024LT{MPIRAN VII`: the label of an annex, misread or run into what
  /// stands beside it, above the name of its act (UU 12/2011, Lampiran II angka 193).
  func gluedAnnex(at position: Int, _ lineEnd: Int) -> Mark? {
    guard lineEnd - position >= 8, lineEnd - position <= 100, Self.isLikeRoman(text[lineEnd - 1])
    else { return nil }
    var word = lineEnd
    while word > position, lineEnd - word < 6, Self.isLikeRoman(text[word - 1]) {
      word -= 1
    }
    let number = word..<lineEnd
    while word > position, text[word - 1] == 0x20 { word -= 1 }
    guard !number.isEmpty, word - 6 > position,
      text.match("mpiran", at: word - 6) == word, SourceText.isUpper(text[word - 1]),
      let value = NumberReader.mendedRoman(text, number)
    else { return nil }
    let next = text.skippingSpaces(from: lineEnd, to: text.count)
    guard text.matchSpaced("peraturan", at: next) ?? text.matchSpaced("keputusan", at: next) != nil,
      (next..<next + 160).contains(where: { text.match("nomor", at: $0) != nil })
    else { return nil }
    var start = word - 6
    while start > position, word - start < 10, text[start - 1] > 0x20,
      !SourceText.isDigit(text[start - 1])
    {
      start -= 1
    }
    // Within a sentence it is a reference: only a number runs into it.
    guard start == position || SourceText.isDigit(text[start - 1]) else { return nil }
    var mark = Mark(.lampiran, start: start, end: lineEnd)
    mark.value = Int32(clamping: value)
    return mark
  }

  /// Whether a byte is a Roman digit or what scans make of one.
  private static func isLikeRoman(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"),
      UInt8(ascii: "1"), UInt8(ascii: "l"), UInt8(ascii: "|"), UInt8(ascii: "!"):
      true
    default: false
    }
  }

  /// `L UMUM`, `| UMUM`, `I. UIVIUM`; `II. PASAL DEM1 PASAL`
  func misreadSection(at position: Int, _ lineEnd: Int) -> Mark? {
    guard lineEnd - position <= 40 else { return nil }
    var next = position
    while next < lineEnd, next < position + 4, text[next] > 0x20, text[next] != 0x2E { next += 1 }
    guard next > position else { return nil }
    while next < lineEnd, !SourceText.isAlphanumeric(text[next]) { next += 1 }
    for start in [position, next] where text.mayBegin((0x70, 0x61, 0x73), at: start) {
      if let end = articlesHeading(at: start), skippingSigns(end, lineEnd) == lineEnd {
        return Mark(.pasalDemiPasal, start: position, end: end)
      }
    }
    guard text.mayBegin((0x75, 0x6D, 0x75), at: next) || text[next] | 0x20 == 0x75 else {
      return nil
    }
    guard lineEnd - position <= 20, let end = text.matchMisread("umum", at: next, freely: true),
      SourceText.isUpper(text[next]), skippingSigns(end, lineEnd) == lineEnd
    else { return nil }
    var mark = Mark(.umum, start: position, end: end)
    mark.flags.insert(.punctuated)
    return mark
  }

  /// One past *pasal demi pasal*, one letter of each word misread.
  private func articlesHeading(at position: Int) -> Int? {
    guard let first = text.matchMisread("pasal", at: position) ?? text.match("pasal", at: position)
    else { return nil }
    let second = text.skippingSpaces(from: first, to: text.count)
    guard let demi = text.matchMisread("demi", at: second, freely: true) else { return nil }
    return text.matchMisread("pasal", at: text.skippingSpaces(from: demi, to: text.count))
  }

  /// The first letter or digit from `position` on, else the end of the line.
  func skippingSigns(_ position: Int, _ lineEnd: Int) -> Int {
    var next = position
    while next < lineEnd, !SourceText.isAlphanumeric(text[next]) { next += 1 }
    return next
  }
}
