/// Marks of an elucidation that are tied together, `Pasal 8 sampai dengan Pasal 12`, `Ayat (1) dan
/// (2)`, since one note explains several provisions.
struct JointMarks {
  /// The provisions that such marks name.
  struct Group {
    /// Their numbers, those between the ends of a span among them.
    var numbers: [ClosedRange<Int32>]
    /// Where the last mark ends.
    var end: Int

    var last: Int32 { numbers.last?.upperBound ?? 0 }
  }

  let text: SourceText
  /// One past the last visible byte.
  let end: Int

  /// What ties two numbers; the first ones also name those between.
  private static let spans: [StaticString] = ["sampai dengan", "s/d", "s.d.", "s.d", "sd"]
  private static let pairs: [StaticString] = ["dan", "serta", ","]

  /// The group that begins with the mark of `first`, which ends at `position`; nil where no other
  /// one is tied to it.
  func group(_ shape: Mark.Shape, _ first: Int32, at position: Int) -> Group? {
    guard first > 0 else { return nil }
    var group = Group(numbers: [first...first], end: position)
    while group.numbers.count < 13, let next = number(shape, at: group.end),
      next.number > group.last
    {
      let lower = next.isSpan ? group.last + 1 : next.number
      group.numbers.append(lower...next.number)
      group.end = next.end
    }
    return group.numbers.count > 1 ? group : nil
  }

  /// Whether the text of a note, or the end of the line, follows the marks that end at `position`.
  func isNote(at position: Int) -> Bool {
    var next = text.skippingSpaces(from: position, to: min(position + 40, end))
    guard next < end, text[next] != 0x3A else { return true }
    while text[next] == 0x20 || text[next] == 0x2E { next += 1 }
    return text.bytes[position..<next].contains(0x0A) || text[next] == 0x0A || text[next] == 0x0D
      || text.match("cukup", at: next) != nil
  }

  /// The number that is tied at `position` to one before it, and where it ends.
  private func number(
    _ shape: Mark.Shape, at position: Int
  ) -> (number: Int32, isSpan: Bool, end: Int)? {
    var next = text.skippingSpaces(from: position, to: end)
    let span = Self.spans.lazy.compactMap { text.match($0, at: next) }.first
    guard let joint = span ?? Self.pairs.lazy.compactMap({ text.match($0, at: next) }).first
    else { return nil }
    next = text.skippingSpaces(from: joint, to: end)
    let word: StaticString
    switch shape {
    case .pasal: word = "pasal"
    case .wordAyat: word = "ayat"
    case .wordHuruf: word = "huruf"
    default: word = "angka"
    }
    if let after = text.match(word, at: next) {
      next = text.skippingSpaces(from: after, to: end)
    }
    let isBracketed = shape != .pasal && text[next] == 0x28
    guard isBracketed || shape != .wordAyat else { return nil }
    if isBracketed { next = text.skippingSpaces(from: next + 1, to: end) }
    var last = next
    while SourceText.isAlphanumeric(text[last]), last < next + 6 { last += 1 }
    let number: Int
    if shape == .wordHuruf {
      guard last <= next + 2, SourceText.isLetter(text[next]) else { return nil }
      number = NumberReader.letterOrder(text, next..<last) ?? 0
    } else {
      number = NumberReader.read(text, next..<last).value
    }
    if isBracketed {
      last = text.skippingSpaces(from: last, to: last + 2)
      guard text[last] == 0x29 else { return nil }
      last += 1
    }
    return number > 0 && number < 2000 ? (Int32(number), span != nil, last) : nil
  }
}
