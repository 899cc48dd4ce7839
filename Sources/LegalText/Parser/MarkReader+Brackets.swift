/// Marks of which a scan misread the brackets; only their place in a list can prove them.
extension MarkReader {
  /// `(2>`, `<2)`, `C2)`, `(2,`, `(2i`, `((2)` for `(2)`, and `2}`, `2J` for `2)`, `I)` for `1)`,
  /// before a capital.
  func damagedBracket(at position: Int, _ lineEnd: Int) -> Mark? {
    var digits = position
    while digits < position + 2, Self.mayOpen(text[digits]) { digits += 1 }
    var end = digits
    while end < digits + 2, SourceText.isDigit(text[end]) { end += 1 }
    let closing = end
    while end < closing + 2, Self.mayClose(text[end]) { end += 1 }
    if closing == position, text[end] == 0x49 || text[end] == 0x7C, text[end + 1] == 0x29 {
      return firstSubangka(at: position, lineEnd)
    }
    guard closing > digits, text[digits] != 0x30, end > closing, end < lineEnd,
      text.spaceLength(at: end) > 0,
      SourceText.isUpper(text[text.skippingSpaces(from: end, to: lineEnd)])
    else { return nil }
    let isAyat = digits > position
    if isAyat {
      guard
        (position..<digits).contains(where: { Self.isOpening(text[$0]) })
          || (closing..<end).contains(where: { Self.isClosing(text[$0]) })
      else { return nil }
    } else {
      // `2,` and `2.` are numbers of another list.
      guard end == closing + 1,
        text[closing] == 0x7D || text[closing] == 0x5D
          || text[closing] == UInt8(ascii: "J")
      else { return nil }
    }
    var mark = Mark(isAyat ? .ayat : .subangka, start: position, end: end)
    mark.mended = Int32(clamping: NumberReader.mended(text, digits..<closing))
    return mark
  }

  /// `I)` and `|)` for `1)`.
  private func firstSubangka(at position: Int, _ lineEnd: Int) -> Mark? {
    let next = text.skippingSpaces(from: position + 2, to: lineEnd)
    guard next > position + 2, SourceText.isUpper(text[next]) else { return nil }
    var mark = Mark(.subangka, start: position, end: position + 2)
    mark.mended = 1
    return mark
  }

  /// `■(2)`: a spot of the page before a mark.
  func spottedAyat(at position: Int, _ lineEnd: Int) -> Mark? {
    // `■`, `•` and the like take three bytes.
    guard text[position] == 0xE2, text[position + 1] == 0x96 || text[position + 1] == 0x80
    else { return nil }
    let start = text.skippingSpaces(from: position + 3, to: min(position + 6, lineEnd))
    guard text[start] == 0x28, let mark = bracketed(at: start, lineEnd: lineEnd),
      mark.shape == .ayat, mark.value > 0, mark.suffix == 0
    else { return nil }
    var spotted = mark
    (spotted.mended, spotted.value) = (mark.value, -1)
    return spotted
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x5B || byte == 0x7B || byte == 0x3C
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == 0x29 || byte == 0x5D || byte == 0x7D || byte == 0x3E
  }

  private static func mayOpen(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "C"), UInt8(ascii: "c"), UInt8(ascii: "e"), UInt8(ascii: "t"),
      UInt8(ascii: "f"), UInt8(ascii: "J"), 0x2F, 0x7C:
      return true
    default: return isOpening(byte)
    }
  }

  private static func mayClose(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x7C, 0x21, 0x2F, 0x2C, 0x2E, 0x27, 0x2D, 0x31, UInt8(ascii: "l"), UInt8(ascii: "i"),
      UInt8(ascii: "t"), UInt8(ascii: "j"), UInt8(ascii: "J"):
      return true
    default: return isClosing(byte)
    }
  }
}
