/// Composes letters with the combining marks that follow them (Unicode normalisation form C).
///
/// The standard library compares and hashes text by canonical equivalence but does not give its
/// composed form, so the composed letters are looked up in a table keyed by that equivalence. Marks
/// of one letter that stand in no canonical order, and scripts whose marks lie outside
/// U+0300–U+036F, stay as they are.
enum Composition {
  /// The composed text, nil where nothing is to be composed.
  static func composed(_ bytes: [UInt8]) -> [UInt8]? {
    guard var mark = nextMark(bytes, from: 1) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    var changed = false
    while true {
      let start = letterStart(bytes, before: mark)
      if start >= copied, let letter = scalar(bytes[start..<mark]),
        let (composed, end) = compose(letter, bytes, mark)
      {
        result.append(contentsOf: bytes[copied..<start])
        result.append(contentsOf: Array(String(composed).utf8))
        copied = end
        changed = true
      }
      guard let next = nextMark(bytes, from: max(mark + 2, copied)) else { break }
      mark = next
    }
    guard changed else { return nil }
    result.append(contentsOf: bytes[copied...])
    return result
  }

  /// The position of the next mark: CC 80 … CD AF.
  private static func nextMark(_ bytes: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + 1 < bytes.count {
      if isMark(bytes, position) { return position }
      position += 1
    }
    return nil
  }

  private static func isMark(_ bytes: [UInt8], _ position: Int) -> Bool {
    guard position + 1 < bytes.count else { return false }
    let second = bytes[position + 1]
    if bytes[position] == 0xCC { return second >= 0x80 && second <= 0xBF }
    return bytes[position] == 0xCD && second >= 0x80 && second <= 0xAF
  }

  private static func letterStart(_ bytes: [UInt8], before mark: Int) -> Int {
    var start = mark - 1
    while start > 0, mark - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func scalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let first = text.first, text.count == 1, first != "\u{FFFD}" else { return nil }
    return first
  }

  /// Composes a letter with as many of the marks after it as it takes.
  private static func compose(
    _ letter: Unicode.Scalar, _ bytes: [UInt8], _ first: Int
  ) -> (Unicode.Scalar, Int)? {
    var current = letter
    var position = first
    while isMark(bytes, position), let mark = scalar(bytes[position..<position + 2]) {
      var pair = String.UnicodeScalarView()
      pair.append(current)
      pair.append(mark)
      guard let composed = table[String(pair)] else { break }
      current = composed
      position += 2
    }
    return position > first ? (current, position) : nil
  }

  /// The composed letters by what they are equivalent to.
  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    for range: ClosedRange<UInt32> in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF] {
      for value in range {
        guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
        let key = String(scalar)
        if table[key] == nil { table[key] = scalar }
      }
    }
    return table
  }()
}
