/// Lists that begin behind the label of an item, in a column of their own, as decisions on offices
/// name their members: `d. Anggota   : 1. Kepala Dinas`, below it `2. Kepala Badan`.
extension MarkScanner {
  /// How long a label is at most, and how far below its line the second mark is looked for.
  private static let longestLabel = 60
  private static let mostLines = 8
  private static let reach = 1200

  /// The first mark of a list on the line of `item`, where the second stands in its column below.
  func listBehindLabel(of item: Mark, _ line: Line) -> Mark? {
    // Rows of tables have bare numbers, or end with figures.
    guard item.isListMark, item.value > 0, item.flags.contains(.lineStart), item.end < line.end,
      !SourceText.isDigit(text[line.end - 1])
    else { return nil }
    let end = min(line.end - 2, item.end + Self.longestLabel)
    var position = text.skippingSpaces(from: item.end, to: end)
    while position < end {
      let isGap = text[position] == 0x20 && text[position + 1] == 0x20
      guard isGap || text[position] == 0x3A else {
        position += 1
        continue
      }
      let start = text.skippingSpaces(from: position + 1, to: line.end)
      if var first = firstMark(at: start, line.end, afterColon: !isGap), first.shape != item.shape,
        secondStandsBelow(first, item, line)
      {
        first.before = .colon
        first.column = UInt16(clamping: column(of: start))
        first.flags.insert(.upperNext)
        return first
      }
      position = max(start, position + 1)
    }
    return nil
  }

  /// The first mark of a list before a word; behind a colon a number needs no full stop.
  private func firstMark(at position: Int, _ lineEnd: Int, afterColon: Bool) -> Mark? {
    guard text[position] == 0x31 || text[position] == UInt8(ascii: "a") else { return nil }
    var mark: Mark
    if let printed = reader.listMark(at: position, lineEnd: lineEnd) {
      guard printed.value == 1, printed.suffix == 0 else { return nil }
      mark = printed
    } else {
      guard afterColon, text[position] == 0x31, text[position + 1] == 0x20 else { return nil }
      mark = Mark(.angka, start: position, end: position + 1)
      mark.value = 1
      mark.flags.insert(.mended)
    }
    let next = text.skippingSpaces(from: mark.end, to: lineEnd)
    let isWord = afterColon ? SourceText.isLetter(text[next]) : SourceText.isUpper(text[next])
    return isWord && SourceText.isLetter(text[next + 1]) ? mark : nil
  }

  /// Whether the second mark of a list begins a line in the column of the first, before the next item
  /// of the list that holds it.
  private func secondStandsBelow(_ first: Mark, _ item: Mark, _ line: Line) -> Bool {
    let due = column(of: first.start)
    let limit = min(line.end + Self.reach, text.count)
    var lineStart = text.lineEnd(from: line.end, within: Self.reach) + 1
    for _ in 0..<Self.mostLines where lineStart < limit {
      let end = text.lineEnd(from: lineStart, within: Self.reach)
      let start = text.skippingSpaces(from: lineStart, to: end)
      lineStart = end + 1
      guard start < end else { continue }
      let column = column(of: start)
      if column <= Int(item.column) { return false }
      guard abs(column - due) <= 2 else { continue }
      if first.flags.contains(.mended) {
        if text[start] == 0x32, text[start + 1] == 0x20 { return true }
      } else if let second = reader.listMark(at: start, lineEnd: end), second.shape == first.shape {
        return second.value == 2 && second.suffix == 0
      }
    }
    return false
  }

  private func column(of position: Int) -> Int {
    var start = position
    let limit = max(0, position - Self.reach)
    while start > limit, text[start - 1] != 0x0A, text[start - 1] != 0x0C { start -= 1 }
    return position - start
  }
}
