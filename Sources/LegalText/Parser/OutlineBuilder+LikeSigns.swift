/// Letters and digits that scans print for one another.
extension OutlineBuilder {
  /// Letters that scans print for one another, each with those that it may stand for.
  private static let likeLetters: [UInt8: [UInt8]] = [
    0x62: [0x68], 0x63: [0x65], 0x65: [0x63], 0x66: [0x74], 0x67: [0x71], 0x68: [0x62],
    0x69: [0x6C], 0x6C: [0x69], 0x6E: [0x75, 0x68], 0x6F: [0x63, 0x65], 0x71: [0x67],
    0x72: [0x66], 0x74: [0x66], 0x75: [0x6E], 0x76: [0x79], 0x79: [0x76],
  ]

  /// Whether the letter of `mark` is like the one whose number is `due`: `e.` for `c.`, `cl.` for
  /// `d.`
  func isConfused(_ mark: Mark, with due: Int32) -> Bool {
    guard mark.shape == .huruf || mark.shape == .wordHuruf, mark.value > 0, due > 0, due < 27
    else { return false }
    if mark.value > 26 { return mark.shape == .huruf && dividedLetter(mark) == due }
    guard let like = Self.likeLetters[0x60 + UInt8(mark.value)] else { return false }
    return like.contains(0x60 + UInt8(due))
  }

  /// The letter that a scan read as two: `cl.`, `lc.`, `rn.`
  private func dividedLetter(_ mark: Mark) -> Int32? {
    guard mark.end == mark.start + 3 else { return nil }
    switch (text[mark.start], text[mark.start + 1]) {
    case (UInt8(ascii: "c"), UInt8(ascii: "l")), (UInt8(ascii: "c"), UInt8(ascii: "i")): return 4
    case (UInt8(ascii: "l"), UInt8(ascii: "c")): return 11
    case (UInt8(ascii: "r"), UInt8(ascii: "n")): return 13
    default: return nil
    }
  }

  /// The digits for which scans print a letter.
  private static func likeDigits(_ letter: UInt8) -> [Int32] {
    switch letter {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): [2]
    case UInt8(ascii: "A"): [4]
    case UInt8(ascii: "S"): [5, 8, 3]
    case UInt8(ascii: "s"): [5]
    case UInt8(ascii: "G"), UInt8(ascii: "b"): [6]
    case UInt8(ascii: "T"): [7]
    case UInt8(ascii: "B"): [8]
    case UInt8(ascii: "g"), UInt8(ascii: "q"): [9]
    default: []
    }
  }

  /// Whether a mark stands where those of its list do.
  func isInColumn(_ mark: Mark, _ item: Frame) -> Bool {
    abs(Int(item.column) - Int(mark.column)) <= 1
  }

  /// `S.` in the column of a list that stands at 4. is 5.: its next number follows, or no list of
  /// letters can begin so.
  mutating func withDigit(_ mark: Mark, _ position: Int, _ floor: Int) -> Mark {
    guard mark.shape == .capital || mark.shape == .huruf, mark.end == mark.start + 2,
      mark.flags.contains(.lineStart), !mark.flags.contains(.joinNext), mark.before != .reference,
      let item = frames[floor...].last(where: { $0.shape == .angka }), item.suffix == 0,
      Self.likeDigits(text[mark.start]).contains(item.value + 1),
      isInColumn(mark, item),
      !frames.contains(where: { follows($0, mark) && isInColumn(mark, $0) })
    else { return mark }
    var digit = mark
    (digit.shape, digit.value, digit.mended, digit.roman) = (.angka, item.value + 1, -1, 0)
    digit.flags.insert(.mended)
    if numberFollows(digit.value + 1, digit, position) { return digit }
    let first = text[
      text.skippingSpaces(from: units[item.unit].labelRange.upperBound, to: mark.start)]
    guard mark.before == .stop,
      isLast(mark)
        || mark.flags.contains(.upperNext) == SourceText.isUpper(first)
          && (mark.shape == .capital || mark.column > 0),
      !numberFollows(mark.value + 1, mark, position),
      !countsParts(mark, position)
    else { return mark }
    return digit
  }

  /// Whether the capital before that of `mark` stands above it in its article: `B.` after `A.` names
  /// a part.
  private func countsParts(_ mark: Mark, _ position: Int) -> Bool {
    for other in marks[max(0, position - 80)..<position].reversed() {
      if other.shape == .pasal, other.flags.contains([.wholeLine, .lineStart]) { return false }
      if other.shape == .capital, other.flags.contains(.lineStart) {
        return other.value == mark.value - 1
      }
    }
    return false
  }
}
