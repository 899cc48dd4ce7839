/// Considerations and legal bases whose marks a scan lost: each begins a line, behind the semicolon
/// of the one before, as nothing else does (UU 12/2011, Lampiran II angka 22, 43).
extension OutlineBuilder {
  /// The items without marks between `item`, or the label of its part, and `mark`: as many as the
  /// numbers leave out; below a label the last of these.
  mutating func unmarkedItems(before mark: Mark, after item: Frame?, label: Int) -> [Mark]? {
    let start = item.map { units[$0.unit].labelRange.upperBound } ?? label
    let last = item?.value ?? 0
    guard mark.suffix == 0, item?.suffix ?? 0 == 0, item?.isRoman != true,
      mark.shape == .huruf || mark.shape == .angka
    else { return nil }
    let due = Int(mark.value - last - 1)
    var found = unmarkedStarts(
      in: start..<mark.start, mark.shape, column: mark.column, includesFirst: item == nil)
    if found.count != due, item != nil, mark.shape == .angka {
      found = actsInColumn(in: start..<mark.start, of: mark)
    }
    guard !found.isEmpty, item == nil ? found.count <= due : found.count == due else { return nil }
    return found.enumerated().map {
      unmarked($1, like: mark.shape, mark.value - Int32(found.count - $0), mark.column)
    }
  }

  /// Opens the legal bases below the label of an open part whose numbers a scan carried off: two or
  /// more acts, each named on lines of its own (UU 12/2011, Lampiran II angka 43), below a stray 1.
  private mutating func openBases(before position: Int) {
    guard region == .preamble, let part = frames.last, part.rank == Rank.part,
      units[part.unit].kind == .mengingat, units.count == part.unit + 1
    else { return }
    let label = units[part.unit].labelRange.upperBound
    let rest = unmarkedStarts(in: label..<position, .angka, column: 0, includesFirst: false)
    guard let second = rest.first, let first = firstBasis(in: label..<second),
      holdsNumber(label..<first)
    else { return }
    let count = frames.count
    for (offset, start) in ([first] + rest).enumerated() {
      close(to: count, at: start)
      let mark = unmarked(start, like: .angka, Int32(offset) + 1, part.column)
      guard openBasisItem(mark, step: .next) else { return }
    }
  }

  /// Whether a 1 ends a line alone or run into a word: `Menetapkan1`.
  private func holdsNumber(_ range: Range<Int>) -> Bool {
    range.contains {
      text[$0] == 0x31 && !SourceText.isDigit(text[$0 - 1])
        && (text[$0 + 1] == 0x0A || text[$0 + 1] == 0x0D)
        && (text[$0 - 1] <= 0x20 || SourceText.isLetter(text[$0 - 1]))
    }
  }

  /// The first line, or the rest of the label's, that names an act.
  private func firstBasis(in range: Range<Int>) -> Int? {
    var position = range.lowerBound
    while position < range.upperBound {
      while position < range.upperBound, text[position] == 0x3A || text[position] <= 0x20 {
        position += 1
      }
      guard position < range.upperBound else { return nil }
      if !isFurniture(position), beginsUnmarked(at: position, .angka) { return position }
      position = text.lineEnd(from: position)
    }
    return nil
  }

  /// Opens the considerations that stand above the legal bases at `position` with neither label nor
  /// letters: their first line begins with *bahwa*, perhaps behind the colon of the lost label.
  mutating func openUnlabelled(before position: Int) {
    guard region == .front || region == .preamble, !considerationsSeen,
      index["menimbang"] == nil, region == .front || frames.last?.rank == Rank.section
    else { return }
    let from = region == .front ? firstVisible : units.last?.labelRange.upperBound ?? firstVisible
    guard let start = firstBahwa(in: from..<position) else { return }
    var mark = Mark(.line, start: start, end: start)
    mark.flags = .lineStart
    openPreamble(at: mark, isFormula: false)
    considerationsSeen = true
    open(
      .menimbang, rank: Rank.part, prefix: "", segment: UnitKind.menimbang.rawValue, mark: mark,
      hasLabel: false)
  }

  /// The first line that begins with *bahwa*.
  private func firstBahwa(in range: Range<Int>) -> Int? {
    let limit = min(range.upperBound, range.lowerBound + 6000)
    var position = range.lowerBound
    while position < limit {
      var start = text.skippingSpaces(from: position, to: limit)
      if text[start] == 0x3A { start = text.skippingSpaces(from: start + 1, to: limit) }
      if let end = text.match("bahwa", at: start), text.isWordEnd(end), !isFurniture(start) {
        return start
      }
      position = text.lineEnd(from: max(start, position)) + 1
    }
    return nil
  }

  /// Opens the items without marks behind the last one of an open part.
  mutating func openTrailing(before position: Int) {
    openBases(before: position)
    guard region == .preamble, let item = frames.last, item.rank == Rank.item, item.suffix == 0,
      !item.isRoman, item.shape == .huruf || item.shape == .angka, frames.count > 1
    else { return }
    let start = units[item.unit].labelRange.upperBound
    let part = frames.count - 1
    let found = unmarkedStarts(
      in: start..<position, item.shape, column: item.column, includesFirst: false)
    for (offset, start) in found.enumerated() {
      close(to: part, at: start)
      let mark = unmarked(start, like: item.shape, item.value + Int32(offset) + 1, item.column)
      guard openBasisItem(mark, step: .next) else { return }
    }
  }

  private func unmarked(
    _ start: Int, like shape: Mark.Shape, _ value: Int32, _ column: UInt16
  ) -> Mark {
    var mark = Mark(shape, start: start, end: start)
    mark.value = value
    mark.column = column
    mark.flags = [.lineStart, .mended]
    return mark
  }

  /// Where considerations or legal bases begin in `range` that have no mark, or one that cannot be
  /// read, in the column of the marks.
  private mutating func unmarkedStarts(
    in range: Range<Int>, _ shape: Mark.Shape, column: UInt16, includesFirst: Bool
  ) -> [Int] {
    lookAhead -= range.count / 16
    // Where the labels were displaced, a letter may stand below that of the legal bases.
    guard lookAhead > 0, let part = frames.last(where: { $0.rank == Rank.part }),
      shape == .angka || units[part.unit].kind == .menimbang
    else { return [] }
    var found: [Int] = []
    var position = range.lowerBound
    if includesFirst {
      while position < range.upperBound, text[position] == 0x3A || text[position] <= 0x20 {
        position += 1
      }
      if beginsUnmarked(at: position, shape) { found.append(position) }
    }
    while position < range.upperBound {
      guard text.bytes[position] == 0x0A else {
        position += 1
        continue
      }
      let line = position
      position = text.skippingSpaces(from: line + 1, to: range.upperBound)
      guard position < range.upperBound, !isFurniture(position),
        beginsUnmarked(at: position, shape)
          || beginsBehindSign(
            at: position, shape,
            isInColumn: column > 0 && abs(position - line - 1 - Int(column)) <= 3)
      else { continue }
      let end = visibleLineEnd(before: line, from: range.lowerBound)
      if end > range.lowerBound, text[end - 1] == 0x3B { found.append(position) }
    }
    return found
  }

  /// Where lines name an act in the column of the text of `mark`, though no semicolon ends the line
  /// before: a comma, a bracket or a year does, and no word that governs the act.
  private mutating func actsInColumn(in range: Range<Int>, of mark: Mark) -> [Int] {
    lookAhead -= range.count / 16
    guard lookAhead > 0, mark.flags.contains(.lineStart) else { return [] }
    let column =
      text.skippingSpaces(from: mark.end, to: lastVisible) - mark.start + Int(mark.column)
    var found: [Int] = []
    var line = range.lowerBound
    while line < range.upperBound {
      guard text.bytes[line] == 0x0A else {
        line += 1
        continue
      }
      let start = text.skippingSpaces(from: line + 1, to: range.upperBound)
      let end = visibleLineEnd(before: line, from: range.lowerBound)
      let sign = text[end - 1]
      if start < range.upperBound, end > range.lowerBound, !isFurniture(start),
        abs(start - line - 1 - column) <= 1, beginsUnmarked(at: start, .angka),
        sign == 0x3B || sign == 0x2C || sign == 0x29 || sign == 0x2E || SourceText.isDigit(sign)
      {
        found.append(start)
      }
      line = max(line + 1, start)
    }
    return found
  }

  /// Whether one sign, set apart, is left of the mark of a consideration or of an act that is named
  /// on the line at `position`, or cited by number and year in the column of the marks:
  /// `Q     Peraturan …`
  private func beginsBehindSign(
    at position: Int, _ shape: Mark.Shape, isInColumn: Bool
  ) -> Bool {
    let isDotted = text[position + 1] == 0x2E || text[position + 1] == 0x2C
    let end = isDotted ? position + 2 : position + 1
    let next = text.skippingSpaces(from: end, to: lastVisible)
    guard next > end + (isDotted ? 0 : 1) else { return false }
    if beginsUnmarked(at: next, shape) { return true }
    guard shape == .angka, isInColumn else { return false }
    let lineEnd = text.lineEnd(from: next, within: 200)
    guard let number = (next..<lineEnd).first(where: { text.match("nomor ", at: $0) != nil })
    else { return false }
    return (number..<min(number + 20, lineEnd)).contains { text.match(" tahun ", at: $0) != nil }
  }

  /// Whether a consideration (*bahwa*) or the name of an act begins at `position`.
  private func beginsUnmarked(at position: Int, _ shape: Mark.Shape) -> Bool {
    if shape == .huruf {
      return text.match("bahwa", at: position).map { text.isWordEnd($0) } ?? false
    }
    guard SourceText.isUpper(text[position]) else { return false }
    if text.matchWords("pasal", at: position) {
      return (position..<min(position + 40, lastVisible)).contains {
        text.matchWords("undang-undang dasar", at: $0)
      }
    }
    for name: StaticString in ["undang-undang", "undang - undang", "peraturan", "keputusan"]
    where text.match(name, at: position) != nil {
      return (position..<min(position + 80, lastVisible)).contains {
        text.match("nomor", at: $0) != nil || text.match("dasar", at: $0) != nil
      }
    }
    return false
  }
}
