/// Marks within the lines of a scan, before which the space or the line break was lost.
extension MarkScanner {
  /// Finds `….(8) Saat`, `…:a. ketentuan`, `…;b. ketentuan`, `…; danh. pajak`, `…; dan3. pajak`.
  mutating func appendGlued(_ line: Line, from start: Int) {
    var position = nextSign(from: start, to: line.end)
    while position < line.end, !isFull {
      if let start = gluedMark(behind: position, line.end),
        var mark = reader.listMark(at: start, lineEnd: line.end)
      {
        mark.before = text[position] == 0x3A ? .colon : .stop
        mark.column = line.column
        note(&mark, line.end)
        let isOffered =
          mark.shape == .huruf
          || mark.value > 0
            && (mark.shape == .ayat || mark.shape == .angka && text[position] == 0x3B)
        if isOffered,
          !mark.flags.contains(.joinNext),
          SourceText.isLetter(text[text.skippingSpaces(from: mark.end, to: line.end)]),
          text[mark.end] == 0x20
        {
          marks.append(mark)
        }
      }
      position = nextSign(from: position + 1, to: line.end)
    }
  }

  /// The next full stop, colon or semicolon of a line that no space or digit follows, or `; dan`.
  private func nextSign(from start: Int, to end: Int) -> Int {
    text.bytes.withUnsafeBufferPointer { bytes in
      let limit = end - 4
      var position = start
      while position + 8 <= limit {
        let lanes = ByteLanes.load(bytes, position)
        var found =
          ByteLanes.equal(lanes, to: 0x2E) | ByteLanes.equal(lanes, to: 0x3A)
          | ByteLanes.equal(lanes, to: 0x3B)
        while found != 0 {
          let sign = position + ByteLanes.first(found)
          if Self.mayBeGlued(bytes, sign) { return sign }
          found &= found &- 1
        }
        position += 8
      }
      while position < limit {
        if Self.mayBeGlued(bytes, position) { return position }
        position += 1
      }
      return end
    }
  }

  /// Whether a mark may be glued to what stands at `position`, which is not at the end.
  private static func mayBeGlued(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    switch bytes[position] {
    case 0x2E: bytes[position + 1] == 0x28
    case 0x3A: bytes[position + 1] == 0x61 && bytes[position + 2] == 0x2E
    case 0x3B: true
    default: false
    }
  }

  /// Where a mark begins that is glued to the sign at `position`.
  private func gluedMark(behind position: Int, _ end: Int) -> Int? {
    guard SourceText.isLetter(text[position - 1]) || text[position - 1] == 0x29 else { return nil }
    guard text[position] == 0x3B else { return position + 1 }
    if SourceText.isLower(text[position + 1]), text[position + 2] == 0x2E { return position + 1 }
    let next = text.skippingSpaces(from: position + 1, to: end)
    guard let glued = text.match("dan", at: next) ?? text.match("atau", at: next),
      SourceText.isLower(text[glued]) || SourceText.isDigit(text[glued]), text[glued + 1] == 0x2E
    else { return nil }
    return glued
  }
}
