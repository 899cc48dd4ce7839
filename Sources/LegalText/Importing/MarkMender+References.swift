/// Numbers in references that a scanner misread.
extension MarkMender {
  /// `ayat (l)`, `ayat (21`, `Pasal 1O`: numbers that cannot be, where the mended one exists.
  mutating func findReferences() {
    var ayat = 0
    var pasal = 0
    for unit in document.units {
      guard let number = MarkNumber(unit.address), number.value < 100_000 else { continue }
      if unit.kind == .ayat { ayat = max(ayat, number.value) }
      if unit.kind == .pasal, !number.isRoman { pasal = max(pasal, number.value) }
    }
    for position in text.bytes.indices {
      switch text.bytes[position] {
      case UInt8(ascii: "a") where text.match("ayat", at: position) != nil:
        readAyat(position + 4, ayat)
      case UInt8(ascii: "P") where text.match("pasal", at: position) != nil:
        readPasal(position + 5, pasal)
      default: break
      }
    }
  }

  private mutating func readAyat(_ from: Int, _ greatest: Int) {
    let open = text.skippingSpaces(from: from, to: text.count)
    guard let (number, after) = bracketed(open, isGlued: open == from) else { return }
    var value = 0
    for place in number { value = value * 10 + (digit(place) ?? 0) }
    guard value > 0, value <= greatest else { return }
    let isTorn = !SourceText.isLetter(text[after])
    let wanted = (open == from ? [0x20] : []) + Array("(\(value))".utf8) + (isTorn ? [] : [0x20])
    let printed = text.bytes[open..<after]
    guard !printed.elementsEqual(wanted) else { return }
    let isForm = printed.filter { $0 != 0x20 } == wanted.filter { $0 != 0x20 }
    edits.append(
      Edit(
        kind: isForm ? .spacing : .reference, range: open..<after, bytes: wanted,
        why: isForm ? .form : .target))
  }

  /// The digits of the number in brackets at `open`, and where it ends: `(2)`, `{2)`, `(21`, `(U`,
  /// `l2l`.
  private func bracketed(_ open: Int, isGlued: Bool) -> (number: Range<Int>, after: Int)? {
    switch text[open] {
    case 0x28: break
    case 0x5B, 0x7B: guard !isGlued else { return nil }
    case UInt8(ascii: "l"), UInt8(ascii: "I"): return misreadBrackets(open, isGlued: isGlued)
    default: return nil
    }
    let start = text.skippingSpaces(from: open + 1, to: min(open + 4, text.count))
    if text[start] == UInt8(ascii: "U"), endsNumber(start + 1) {
      return (start..<start + 1, start + 1)
    }
    var end = start
    while end < start + 4, NumberReader.digit(text[end]) != nil { end += 1 }
    guard end > start else { return nil }
    var close = end
    while text[close] == 0x20, close < end + 3 { close += 1 }
    if text[close] == 0x29 { return (start..<end, close + 1) }
    if isGlued { return nil }
    if text[open] != 0x5B, text[end] == 0x5D || text[end] == 0x7D { return (start..<end, end + 1) }
    guard end - start >= 2, isBracket(end - 1), endsNumber(end) || beginsWord(end) else {
      return nil
    }
    return (start..<end - 1, end)
  }

  /// `l2l`, `lll`: a number between two strokes, which no word is.
  private func misreadBrackets(_ open: Int, isGlued: Bool) -> (number: Range<Int>, after: Int)? {
    let isDigit = SourceText.isDigit(text[open + 1])
    guard isDigit || !isGlued && isStroke(open + 1), endsNumber(open + 3),
      isBracket(open + 2) || text[open + 2] == 0x29
    else { return nil }
    return (open + 1..<open + 2, open + 3)
  }

  private func digit(_ place: Int) -> Int? {
    text[place] == UInt8(ascii: "U") ? 1 : NumberReader.digit(text[place])
  }

  private func isStroke(_ place: Int) -> Bool {
    text[place] == UInt8(ascii: "l") || text[place] == UInt8(ascii: "I")
  }

  /// Whether a sign may be a closing bracket.
  private func isBracket(_ place: Int) -> Bool {
    NumberReader.digit(text[place]) == 1
  }

  private func endsNumber(_ place: Int) -> Bool {
    switch text[place] {
    case 0x20, 0x0A, 0x2C, 0x3B: true
    case 0x2E: !SourceText.isAlphanumeric(text[place + 1])
    default: place >= text.count
    }
  }

  /// Whether a word of three small letters or more is run into a number.
  private func beginsWord(_ place: Int) -> Bool {
    (place..<place + 3).allSatisfy { SourceText.isLower(text[$0]) }
  }

  private mutating func readPasal(_ from: Int, _ greatest: Int) {
    let start = text.skippingSpaces(from: from, to: text.count)
    guard start > from, SourceText.isDigit(text[start]) else { return }
    var end = start
    var value = 0
    var misread = 0
    while end < start + 4, let digit = NumberReader.digit(text[end]) {
      switch text[end] {
      case 0x30...0x39: break
      case UInt8(ascii: "O"), UInt8(ascii: "o"), UInt8(ascii: "l"), UInt8(ascii: "I"): misread += 1
      default: return
      }
      value = value * 10 + digit
      end += 1
    }
    guard misread > 0, value > 0, value <= greatest, text.isWordEnd(end) else { return }
    let isInserted =
      misread == 1 && SourceText.isUpper(text[end - 1])
      && document.index(ofAddress: "pasal-" + document.text(in: start..<end).lowercased()) != nil
    if isInserted { return }
    edits.append(
      Edit(kind: .reference, range: start..<end, bytes: Array("\(value)".utf8), why: .target))
  }
}
