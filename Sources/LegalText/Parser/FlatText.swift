/// Tells texts whose line breaks were lost.
enum FlatText {
  /// Whether `; (2) Setiap` or `Pasal 5 (1)` stand within at least three lines.
  static func isFlat(_ text: SourceText, lines: [Line]) -> Bool {
    var found = 0
    // In a text of a few lines one is enough.
    let enough = lines.count < 12 ? 1 : 3
    for line in lines where line.end - line.start > 120 {
      var position = text.nextCapital(from: line.start + 1, to: line.end, orBracket: true)
      while position < line.end {
        switch text.bytes[position] {
        case 0x28 where isLostMark(text, position, line.start):
          found += 1
          if found >= enough { return true }
        case UInt8(ascii: "B"):
          if isLostSection(text, position, line.end) { return true }
        case UInt8(ascii: "P"), UInt8(ascii: "D"):
          if isLostHeading(text, position, line.end) { return true }
          if let length = lostArticle(text, position, line.end) {
            // With its first ayat it can be nothing else.
            found += text[position + length] == 0x28 ? 3 : 1
            if found >= enough { return true }
          }
        default: break
        }
        position = text.nextCapital(from: position + 1, to: line.end, orBracket: true)
      }
    }
    return false
  }

  /// Whether hardly a line goes on with the sentence of the line before.
  static func isUnwrapped(_ text: SourceText, lines: [Line]) -> Bool {
    var wrapped = 0
    var end = -1
    for line in lines where !line.flags.contains(.furniture) {
      let byte = text[line.start]
      if SourceText.isLower(byte), SourceText.isLower(text[line.start + 1]), end >= 0 {
        switch text[end - 1] {
        case 0x2E, 0x3B, 0x3A, 0x2C: break
        default: wrapped += 1
        }
      }
      end = line.end
    }
    return lines.count >= 20 && wrapped * 50 < lines.count
  }

  /// `PENJELASAN ATAS` or `Ditetapkan di … pada tanggal` within a line.
  private static func isLostHeading(_ text: SourceText, _ position: Int, _ end: Int) -> Bool {
    guard text[position - 1] == 0x20, text[position - 2] != 0x20 else { return false }
    if let after = text.match("penjelasan atas ", at: position) {
      return SourceText.isUpper(text[after - 2]) && SourceText.isUpper(text[after])
    }
    guard
      text.match("ditetapkan di ", at: position) != nil
        || text.match("disahkan di ", at: position) != nil
    else { return false }
    return (position..<min(position + 80, end)).contains {
      text.match("pada tanggal", at: $0) != nil
    }
  }

  /// `…; Bagian Keempat Lapangan Usaha` at the end of a line, above an article.
  private static func isLostSection(_ text: SourceText, _ position: Int, _ end: Int) -> Bool {
    guard end - position < 120, text[position - 1] == 0x20,
      text[position - 2] == 0x2E || text[position - 2] == 0x3B,
      let word = text.match("bagian ", at: position), SourceText.isUpper(text[word]),
      NumberReader.ordinal(text, at: word) != nil
    else { return false }
    let next = text.skippingSpaces(from: end, to: text.count)
    guard let number = text.match("pasal ", at: next) else { return false }
    return SourceText.isUpper(text[next]) && SourceText.isDigit(text[number])
  }

  /// `… Menteri. Pasal 5. Judul`, `… sebagai berikut: Pasal 5 (1) Setiap` within a line: the bytes
  /// up to what follows the number.
  private static func lostArticle(_ text: SourceText, _ position: Int, _ end: Int) -> Int? {
    guard text[position - 1] == 0x20,
      text[position - 2] == 0x2E
        || text[position - 2] == 0x3A && text.match("berikut", at: position - 9) != nil,
      let after = text.match("pasal ", at: position)
    else { return nil }
    var next = after
    while SourceText.isDigit(text[next]), next < after + 4 { next += 1 }
    guard next > after else { return nil }
    if text[next] == 0x2E { next += 1 }
    while text[next] == 0x20 { next += 1 }
    let isFollowed =
      next >= end || SourceText.isUpper(text[next])
      || text[next] == 0x28 && text[next + 1] == 0x31 && text[next + 2] == 0x29
    return isFollowed ? next - position : nil
  }

  private static func isLostMark(_ text: SourceText, _ position: Int, _ lineStart: Int) -> Bool {
    var end = position + 1
    while SourceText.isDigit(text[end]) { end += 1 }
    guard end > position + 1, text[end] == 0x29 else { return false }
    var next = end + 1
    while text[next] == 0x20 { next += 1 }
    guard SourceText.isUpper(text[next]), text[position - 1] == 0x20 else { return false }
    var blank = position - 1
    while blank > lineStart, position - blank < 4, text[blank - 1] <= 0x20 { blank -= 1 }
    let before = text[blank - 1]
    if before == 0x2E || before == 0x3B { return true }
    guard position - 12 >= lineStart else { return false }
    var word = position - 2
    while word > lineStart, SourceText.isDigit(text[word]) { word -= 1 }
    return word < position - 2 && text[word] == 0x20
      && text.match("pasal", at: word - 5) != nil && SourceText.isUpper(text[word - 5])
      || text.match("ayat", at: position - 5) != nil && SourceText.isUpper(text[position - 5])
  }

  /// Whether a mark or a keyword may begin with the character at `position`.
  @inline(__always)
  static func mayBegin(_ text: SourceText, _ position: Int) -> Bool {
    let byte = text[position]
    if byte == 0x28 || SourceText.isDigit(byte) { return true }
    let next = text[position + 1]
    if SourceText.isLower(byte) {
      // `l4.` may be 14.
      return byte == UInt8(ascii: "l") && SourceText.isDigit(next)
        || next == 0x20 && text[position - 2] == 0x3B
        || next == 0x2E || next == 0x29 || (next == byte && text[position + 2] == 0x2E)
    }
    switch byte {
    case UInt8(ascii: "P"), UInt8(ascii: "B"), UInt8(ascii: "A"), UInt8(ascii: "H"),
      UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "I"), UInt8(ascii: "L"),
      UInt8(ascii: "T"):
      return true
    default: return false
    }
  }
}
