/// Compares words that a scanner may have misread.
enum Likeness {
  /// Letters and digits of `range`, letters small, with the signs that scanners confuse made one.
  static func characters(_ text: SourceText, _ range: Range<Int>, limit: Int) -> [UInt8] {
    var result: [UInt8] = []
    for position in range {
      guard result.count < limit else { break }
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "O"), UInt8(ascii: "o"): result.append(UInt8(ascii: "0"))
      case UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "I"), UInt8(ascii: "i"),
        UInt8(ascii: "|"), UInt8(ascii: "!"):
        result.append(UInt8(ascii: "1"))
      default:
        if SourceText.isAlphanumeric(byte) {
          result.append(SourceText.folded(byte))
        } else if byte >= 0x80, byte != 0xE2, !(0x80...0xBF).contains(byte) {
          result.append(byte)
        }
      }
    }
    return result
  }

  /// Whether `offered` begins with `wanted`, one character in four misread at most.
  static func begins(_ offered: [UInt8], with wanted: [UInt8]) -> Bool {
    let allowed = wanted.count / 4
    guard offered.count + allowed >= wanted.count else { return false }
    return (changes(wanted, offered).min() ?? Int.max) <= allowed
  }

  /// Whether two short words differ in at most `allowed` characters.
  static func isLike(_ left: [UInt8], _ right: [UInt8], allowed: Int) -> Bool {
    abs(left.count - right.count) <= allowed && distance(left, right) <= allowed
  }

  /// The least number of characters put in, left out or changed; for short words.
  static func distance(_ left: [UInt8], _ right: some Collection<UInt8>) -> Int {
    changes(left, right).last ?? left.count
  }

  /// The least number of changes from `left` to each beginning of `right`, the empty one first.
  private static func changes(_ left: [UInt8], _ right: some Collection<UInt8>) -> [Int] {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, other) in right.enumerated() {
        let above = row[place + 1]
        row[place + 1] = min(above + 1, row[place] + 1, diagonal + (other == byte ? 0 : 1))
        diagonal = above
      }
    }
    return row
  }
}
