/// The sign that printers set below the last provision: `ooo0ooo`, `---000---`, `*****`.
enum EndMark {
  /// Whether nothing else stands in `range`: rings, not all of them zeros as in a row of a table, or
  /// stars.
  static func isAlone(in range: Range<Int>, _ text: SourceText) -> Bool {
    guard (3...60).contains(range.count) else { return false }
    var rings = 0
    var stars = 0
    var spaces = 0
    var others = 0
    for byte in text.bytes[range] {
      switch byte {
      case UInt8(ascii: "o"), UInt8(ascii: "O"): (rings, others) = (rings + 1, others + 1)
      case 0x30: rings += 1
      case 0x2A: stars += 1
      case 0x20: spaces += 1
      case 0x2D, 0x3D, 0x5F, 0x7E: others += 1
      case 0x2E: break
      default: return false
      }
    }
    return spaces <= 8 && (rings >= 3 && others > 0 || stars >= 3)
  }
}
