/// Items whose line break or full stop was lost: the numbers around them prove them.
extension OutlineBuilder {
  /// Whether a mark is a number or letter alone, without its full stop.
  func isBare(_ mark: Mark) -> Bool {
    (mark.shape == .angka || mark.shape == .huruf)
      && SourceText.isAlphanumeric(text[mark.end - 1])
  }

  /// Whether `b   Sebelah …` or `4 Deputi …`, without its full stop, is the next item, or the first
  /// one behind a colon.
  mutating func isDueAlone(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    guard let before = frames[floor...].last(where: { follows($0, mark) }) else {
      // The first behind a label, with the second in its column.
      if mark.value == 1, mark.before == .colon { return true }
      guard mark.mended == 1, mark.before == .colon, mark.flags.contains(.lineStart) else {
        return false
      }
      let successor = successor(of: mark, position)
      return successor == .printed || successor == .bare && isApart(mark)
    }
    if standsAlone(mark) || endsList(mark) || hasForm(of: before, mark) { return true }
    if mark.before == .word || mark.before == .stop, isApart(mark), mark.flags.contains(.upperNext),
      abs(Int(mark.column) - Int(before.column)) <= 1
    {
      return true
    }
    guard mark.before == .stop, mark.flags.contains(.lineStart), !mark.flags.contains(.wholeLine)
    else { return false }
    return mark.column > 0 && mark.column == before.column || successor(of: mark, position) != nil
  }

  /// Whether a bare number begins as the item before it does, in the column of its list: with the same
  /// word, or without its full stop and at the same distance from the number: `9   Lampiran`, `10
  /// Lampiran`. So it counts behind an item whose end was lost, and as the last.
  private func hasForm(of item: Frame, _ mark: Mark) -> Bool {
    guard mark.shape == .angka, item.shape == .angka, mark.before == .word || mark.before == .stop,
      mark.flags.contains([.lineStart, .upperNext]), !mark.flags.contains(.wholeLine),
      isInColumn(mark, item)
    else { return false }
    let label = units[item.unit].labelRange
    guard mark.mended > 2 || SourceText.isAlphanumeric(text[label.upperBound - 1]) else {
      return false
    }
    let first = text.skippingSpaces(from: label.upperBound, to: mark.start)
    let own = text.skippingSpaces(from: mark.end, to: lastVisible)
    if SourceText.isAlphanumeric(text[label.upperBound - 1]),
      first - label.lowerBound == own - mark.start
    {
      return true
    }
    var length = 0
    while SourceText.isLetter(text[own + length]), text[own + length] == text[first + length] {
      length += 1
    }
    return length > 2 && text[own + length] == 0x20 && text[first + length] == 0x20
  }

  /// Whether a bare mark begins its line with two spaces or more behind it: `b   Retribusi daerah`.
  private func isApart(_ mark: Mark) -> Bool {
    mark.flags.contains(.lineStart) && text[mark.end] == 0x20 && text[mark.end + 1] == 0x20
  }

  /// Whether a letter without its full stop follows a semicolon within a line: `…; d karena …`
  private func endsList(_ mark: Mark) -> Bool {
    guard mark.shape == .huruf, mark.before == .stop, !mark.flags.contains(.lineStart) else {
      return false
    }
    let end = text.trimmingEnd(from: firstVisible, to: mark.start)
    return text[end - 1] == 0x3B
  }

  /// Whether a bare number begins the instruction that is due, or is worded as no reference is.
  func isDueInstruction(_ mark: Mark) -> Bool {
    guard isInstruction(mark) else { return false }
    if let host = instructionFrame, follows(frames[host], mark) { return true }
    return isPlainInstruction(mark) || instructionFrame == nil && mark.mended == 1
  }

  private enum Successor { case bare, printed }

  /// Whether the next number follows a bare one, as a mark should be or bare, too; one of the three
  /// after it printed as it should be counts for all before it.
  private mutating func successor(of mark: Mark, _ position: Int) -> Successor? {
    let limit = min(marks.count, position + min(40, lookAhead))
    var last = mark.mended
    for next in min(position + 1, limit)..<limit {
      lookAhead -= 1
      let other = marks[next]
      switch other.shape {
      case mark.shape where other.flags.contains(.lineStart):
        if other.value == last + 1 { return .printed }
        if other.value < 0, other.mended == last + 1 { last += 1 }
        if last > mark.mended + 3 { return .bare }
      case .bab, .closing, .penjelasan, .lampiran, .memutuskan:
        return last > mark.mended ? .bare : nil
      case .pasal where other.flags.contains([.wholeLine, .lineStart]):
        return last > mark.mended ? .bare : nil
      default: break
      }
    }
    return last > mark.mended ? .bare : nil
  }

  /// How far a lost mark is looked for.
  private static let reach = 6000

  /// Opens the items between the frame `index`, or the beginning of a list, and `mark`, where each
  /// of their marks stands between them, and `mark` itself after them.
  mutating func openLost(before mark: Mark, after index: Int?, _ floor: Int) -> Bool {
    guard frames.count < Self.maximumDepth,
      index != nil || frames.count == floor + 1 || frames.last?.shape != mark.shape,
      let found = lostMarks(before: mark, after: index.map { frames[$0] })
    else { return false }
    var beside = index
    for item in found + [mark] {
      if let beside {
        guard openItem(item, closing: beside, step: .next) else { return false }
      } else {
        if item.flags.contains(.mended) { report(.next, item) }
        append(item, isRoman: false, definesTerms: definesTerms(item))
      }
      beside = frames.count - 1
    }
    return true
  }

  /// The marks of the one or two numbers between an item and `mark`, which stand within a line or
  /// were misread; nil where one of them is not to be found.
  mutating func lostMarks(before mark: Mark, after item: Frame?) -> [Mark]? {
    let last = item?.value ?? 0
    guard mark.value > last + 1, mark.value <= last + 3, mark.suffix == 0, let unit = units.last,
      mark.start - unit.labelRange.upperBound <= Self.reach,
      item.map({ !$0.isRoman && $0.suffix == 0 }) ?? true
    else { return nil }
    var position = unit.labelRange.upperBound
    lookAhead -= (mark.start - position) / 8
    guard lookAhead > 0 else { return nil }
    var found: [Mark] = []
    for number in last + 1..<mark.value {
      guard
        let lost = lostMark(number, like: mark, from: position)
          ?? misreadLost(number, like: mark, from: position)
          ?? (mark.value == last + 2 ? atPageEnd(number, like: mark, from: position) : nil)
      else { return nil }
      found.append(lost)
      position = lost.end
    }
    return found
  }

  /// The first mark with `number` between `start` and `mark`, within a line, after a finished
  /// sentence, a colon or a scrap of the margin.
  private func lostMark(_ number: Int32, like mark: Mark, from start: Int) -> Mark? {
    let reader = MarkReader(text: text)
    let context = MarkContext(text: text)
    var position = start
    while position < mark.start {
      defer { position += 1 }
      let byte = text.bytes[position]
      guard byte == 0x28 || SourceText.isDigit(byte) || SourceText.isLower(byte),
        !SourceText.isAlphanumeric(text[position - 1]),
        var lost = reader.listMark(at: position, lineEnd: mark.start),
        lost.shape == mark.shape, lost.value == number, lost.suffix == 0, !isFurniture(position)
      else { continue }
      let before = context.kind(before: position)
      let next = text.skippingSpaces(from: lost.end, to: mark.start)
      // Between its neighbours a number before a capital is one, though the sign before was lost.
      let isProven =
        before == .comma || before == .word && (mark.shape == .huruf || byte == 0x28)
      guard
        before == .stop || before == .colon || followsScrap(position, from: start)
          || isProven && (SourceText.isUpper(text[next]) || isLetterAlone(lost))
            && !followsNumber(position),
        SourceText.isLetter(text[next])
      else { continue }
      lost.before = before
      lost.column = mark.column
      return lost
    }
    return nil
  }

  /// Whether a mark is one letter with its full stop, apart from the words around it.
  private func isLetterAlone(_ mark: Mark) -> Bool {
    mark.shape == .huruf && mark.end == mark.start + 2 && text[mark.start - 1] == 0x20
      && text[mark.end] == 0x20
  }

  /// Whether a number stands before `position`, as in `Pasal 5 (2)`.
  func followsNumber(_ position: Int) -> Bool {
    SourceText.isDigit(text[text.trimmingEnd(from: max(position - 8, 0), to: position) - 1])
  }

  /// Whether a sum stands before `position`: `Rp5.000.000,00`
  func followsSum(_ position: Int) -> Bool {
    let end = text.trimmingEnd(from: max(position - 200, 0), to: position)
    return text[end - 3] == 0x2C && SourceText.isDigit(text[end - 4])
  }

  /// Whether only a scrap of a watermark stands before `position` on its line: `ha      b. mampu`.
  private func followsScrap(_ position: Int, from start: Int) -> Bool {
    let scrap = text.trimmingEnd(from: start, to: position)
    guard position - scrap >= 3, text[position - 1] == 0x20 else { return false }
    var letter = scrap
    while letter > start, SourceText.isLetter(text[letter - 1]), scrap - letter < 4 { letter -= 1 }
    while letter > start, text[letter - 1] == 0x20 { letter -= 1 }
    guard text[letter - 1] == 0x0A, scrap > letter else { return false }
    let before = MarkContext(text: text).kind(before: text.trimmingEnd(from: start, to: letter))
    return before == .stop || before == .colon
  }

  /// The one mark that begins a line between `start` and `mark` and may be a misread `number`.
  private func misreadLost(_ number: Int32, like mark: Mark, from start: Int) -> Mark? {
    let context = MarkContext(text: text)
    var found: Mark?
    var position = start
    while position < mark.start {
      guard text.bytes[position] == 0x0A, position + 1 < mark.start else {
        position += 1
        continue
      }
      let line = position
      position = text.skippingSpaces(from: line + 1, to: mark.start)
      guard position < mark.start, text.bytes[position] != 0x0A, !isFurniture(position),
        !isClean(number - 1, mark, position), let end = misreadEnd(number, mark, position)
      else { continue }
      let visible = visibleLineEnd(before: line, from: start)
      let before = context.kind(before: visible)
      guard visible <= start || before == .stop || before == .colon else { continue }
      guard found == nil else { return nil }
      var lost = Mark(mark.shape, start: position, end: end)
      lost.value = number
      lost.before = .stop
      lost.column = mark.column
      lost.flags = [.lineStart, .upperNext, .mended]
      found = lost
    }
    return found
  }

  /// Whether the mark at `position` is printed as `number`: the same number twice is a fault of the
  /// text, and no misprint of a scan.
  private func isClean(_ number: Int32, _ mark: Mark, _ position: Int) -> Bool {
    guard let found = MarkReader(text: text).listMark(at: position, lineEnd: mark.start) else {
      return false
    }
    return found.shape == mark.shape && found.value == number && found.suffix == 0
  }

  func isFurniture(_ position: Int) -> Bool {
    FurnitureList.contains(furniture, position)
  }

  /// One past the last character before `position` that is no page furniture.
  func visibleLineEnd(before position: Int, from start: Int) -> Int {
    var end = text.trimmingEnd(from: start, to: position)
    while end > start, isFurniture(end - 1) {
      let next = FurnitureList.lowerBound(furniture, end)
      guard next > 0 else { break }
      end = text.trimmingEnd(from: start, to: max(start, furniture[next - 1].lowerBound))
    }
    return end
  }

  /// One past a mark at `position` that may be a misread `number`: `(e)` for (9), `l3.` and `I 1.`
  /// for 13. and 11., `b'` for any letter.
  private func misreadEnd(_ number: Int32, _ mark: Mark, _ position: Int) -> Int? {
    let limit = mark.start
    var end = position
    switch mark.shape {
    case .ayat:
      while end < min(limit, position + 5), text[end] > 0x20 { end += 1 }
      let next = text.skippingSpaces(from: end, to: limit)
      guard text[position] == 0x28, end > position + 1, next > end,
        text[end - 1] == 0x29 || SourceText.isDigit(text[end - 1]),
        SourceText.isUpper(text[next])
      else { return nil }
      return end
    case .angka:
      var value: Int32 = 0
      var last = position
      while end < min(limit, position + 5), value < 1000 {
        if let digit = NumberReader.digit(text[end]) {
          value = value * 10 + Int32(digit)
          last = end + 1
        } else if text[end] != 0x20 {
          break
        }
        end += 1
      }
      guard value == number, last == end, end - position > 1 || value < 10, text[end] == 0x2E,
        SourceText.isUpper(text[text.skippingSpaces(from: end + 1, to: limit)])
      else { return nil }
      return end + 1
    case .huruf:
      guard number < 27 else { return nil }
      while end < position + 2, SourceText.isAlphanumeric(text[end]) { end += 1 }
      // No word of the language has one letter; the letters after this one are looked for later.
      let letter = Int32(NumberReader.letterIndex(text[position]))
      let isBare =
        end == position + 1 && SourceText.isLetter(text[position])
        && (letter <= number || letter >= mark.value)
      switch text[end] {
      case 0x2E, 0x2C, 0x27, 0x60, 0x3B, 0x3A, 0x22: end += 1
      default: if !isBare { return nil }
      }
      let next = text.skippingSpaces(from: end, to: limit)
      guard end > position, next > end, SourceText.isLetter(text[next]),
        SourceText.isLower(text[next + 1])
      else { return nil }
      return end
    default: return nil
    }
  }
}
