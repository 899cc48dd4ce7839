/// Catchwords: the first words of the next page, printed at the foot of the one before. They look
/// like marks of the unit that follows, or, displaced by extraction, of one further on.
extension OutlineBuilder {
  /// Whether `mark` only announces the same mark after it, which then stands in its place.
  mutating func isCatchword(_ mark: Mark, _ position: Int) -> Bool {
    if repeatsOpenHeading(mark) || repeatsOpenItem(mark) { return true }
    if standsForStop(mark, position) {
      announcedBefore = (position + 1, .stop)
      leaveOut(before: marks[position + 1].start, from: mark.start)
      return true
    }
    if isPrintedTwice(mark, position) {
      announcedBefore = (position + 1, mark.before)
      leaveOut(before: marks[position + 1].start, from: mark.start)
      return true
    }
    guard let real = announcedMark(mark, position) else { return false }
    leaveOut(mark, above: marks[real])
    if marks[real].start - mark.end <= 200 {
      // At a page's end it cannot be told whether the sentence is finished.
      announcedBefore = (real, mark.before == .word ? .stop : mark.before)
    }
    return true
  }

  /// Whether nothing stands between `Ayat (2)` and the same mark after it.
  @inline(__always)
  private func isPrintedTwice(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.shape.isWord || mark.shape == .pasal, position + 1 < marks.count else {
      return false
    }
    let next = marks[position + 1]
    // Two headings on lines of their own are a fault of the text.
    let areApart = mark.flags.contains(.lineStart) && next.flags.contains(.wholeLine)
    return !(mark.shape == .pasal && areApart) && next.shape == mark.shape
      && next.flags.contains(.roman) == mark.flags.contains(.roman)
      && isSameNumber(next, mark)
      && text.skippingSpaces(from: mark.end, to: next.start) == next.start
  }

  /// What was open ends before a catchword with dots that stands right above what it announces.
  private mutating func leaveOut(_ mark: Mark, above real: Mark) {
    let words = announced(after: mark.end)
    guard words.hasDots,
      text.skippingSpaces(from: mark.end + words.length, to: real.start) == real.start
    else { return }
    leaveOut(before: real.start, from: mark.start)
  }

  /// Whether `(1)` was read twice, `(1) (1) Setiap`: no item begins with its own number.
  @inline(__always)
  func repeatsMark(before mark: Mark, _ position: Int) -> Bool {
    guard mark.isListMark, mark.value > 0, position > 0 else { return false }
    let last = marks[position - 1]
    return last.shape == mark.shape && last.value == mark.value && last.suffix == mark.suffix
      && text.skippingSpaces(from: last.end, to: mark.start) == mark.start
  }

  /// Whether dots and another mark follow at once in the notes of an elucidation: `… Pasal 15... Ayat
  /// (3)` names a page, and no note.
  @inline(__always)
  private func standsForStop(_ mark: Mark, _ position: Int) -> Bool {
    guard region == .articles, mark.shape.isWord || mark.shape.isHeading,
      !mark.flags.contains(.small), position + 1 < marks.count
    else { return false }
    let next = marks[position + 1]
    guard next.shape != .line, next.start > mark.end, next.start - mark.end <= 48 else {
      return false
    }
    var dots = text[mark.end - 1] == 0x2E ? 1 : 0
    for place in mark.end..<next.start {
      switch text[place] {
      case 0x2E: dots += 1
      case 0x20: continue
      // `…`
      case 0xE2 where text[place + 1] == 0x80 && text[place + 2] == 0xA6: dots += 3
      case 0x80 where text[place + 1] == 0xA6, 0xA6 where text[place - 1] == 0x80: continue
      default: return false
      }
    }
    return dots >= 2
  }

  /// Whether `Pasal 12 . . .`, set below the heading that it announced, repeats the open one.
  @inline(__always)
  private func repeatsOpenHeading(_ mark: Mark) -> Bool {
    guard mark.shape.isHeading,
      let open = frames.last(where: { $0.shape == mark.shape }),
      open.value == mark.value, open.suffix == mark.suffix,
      visibleBytes(units[open.unit].labelRange.upperBound, mark.start, atMost: 60) <= 60
    else { return false }
    let words = announced(after: mark.end)
    return words.count == 0 && words.dots >= 3 && words.hasDots
  }

  /// Whether `(3) Peran . . .`, set below the item that it announced, repeats the open one.
  @inline(__always)
  private func repeatsOpenItem(_ mark: Mark) -> Bool {
    guard !mark.shape.isHeading, mark.value > 0,
      let open = frames.last(where: { $0.shape == mark.shape }),
      open.value == mark.value, open.suffix == mark.suffix
    else { return false }
    let words = announced(after: mark.end)
    return words.count > 0 && words.dots >= 3 && words.hasDots
      && agree(words.first, with: units[open.unit].labelRange.upperBound)
  }

  /// The position of the mark that `mark` announces as a catchword.
  @inline(__always)
  private func announcedMark(_ mark: Mark, _ position: Int) -> Int? {
    guard mark.end > mark.start else { return nil }
    if !mayEndInDots(mark.end), !hasTwin(mark, position) { return nil }
    let words = announced(after: mark.end)
    // A page's number and header stand between at most.
    let reach = words.hasDots ? 200 : 60
    let limit = min(marks.count, position + (words.dots >= 3 && words.count > 0 ? 80 : 8))
    for next in min(position + 1, limit)..<limit {
      let other = marks[next]
      if other.shape == mark.shape, mark.shape == .pasal || mark.shape == .bab,
        words.count == 0, words.dots >= 3,
        other.flags.contains(.wholeLine),
        visibleBytes(mark.end, other.start, atMost: reach) <= reach
      {
        // `Pasal 53 . . .` announces whatever heading comes next, its number misread or not.
        return next
      }
      // `Pasal I. Peraturan …` holds a Pasal 1 of its own.
      let holdsOther =
        mark.shape == .pasal && words.dots < 3
        && mark.flags.contains(.roman) != other.flags.contains(.roman)
      guard
        other.shape == mark.shape && isSameNumber(other, mark) && !holdsOther
          || isMisreadLetter(mark, other)
      else {
        if other.shape == .line || words.dots >= 3 { continue }
        return nil
      }
      let isNear = visibleBytes(mark.end, other.start, atMost: reach) <= reach
      if words.count == 0 {
        guard isNear, words.hasDots || mark.shape == .bab || isPageBreak(mark.end..<other.start)
        else { continue }
        return mark.shape.isHeading || mark.shape.isWord ? next : nil
      }
      guard isNear || words.dots >= 3, agree(words.first, with: other.end) else { continue }
      return words.hasDots || mark.shape != .pasal && other.start - mark.end <= words.length + 4
        ? next : nil
    }
    return nil
  }

  /// Whether a dot stands so near after a mark that it may end the words of a catchword.
  @inline(__always)
  private func mayEndInDots(_ start: Int) -> Bool {
    text.bytes.withUnsafeBufferPointer { bytes in
      // Three words of at most 40 bytes begin within 48.
      let end = min(start + 96, bytes.count)
      var position = start
      while position + 8 <= end {
        let lanes = ByteLanes.load(bytes, position)
        let dots = ByteLanes.equal(lanes, to: 0x2E) | ByteLanes.equal(lanes, to: 0xE2)
        let breaks = ByteLanes.equal(lanes, to: 0x0A)
        if dots | breaks != 0 {
          return dots != 0 && ByteLanes.first(dots) < ByteLanes.first(breaks)
        }
        position += 8
      }
      while position < end, bytes[position] != 0x0A {
        if bytes[position] == 0x2E || bytes[position] == 0xE2 { return true }
        position += 1
      }
      return false
    }
  }

  /// Whether the next mark, lines without one left out, is the same one.
  @inline(__always)
  private func hasTwin(_ mark: Mark, _ position: Int) -> Bool {
    for next in (position + 1)..<max(position + 1, min(marks.count, position + 8))
    where marks[next].shape != .line {
      return marks[next].shape == mark.shape && isSameNumber(marks[next], mark)
    }
    return false
  }

  /// How many visible bytes stand between two positions, counted up to one more than `limit`.
  private func visibleBytes(_ lower: Int, _ upper: Int, atMost limit: Int) -> Int {
    var count = 0
    var position = lower
    let end = min(upper, lower + limit * 12)
    while position < end, count <= limit {
      if text[position] > 0x20 { count += 1 }
      position += 1
    }
    return end < upper ? limit + 1 : count
  }

  /// Whether nothing but page furniture stands in a range.
  private func isPageBreak(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    var seen = 0
    var hasFurniture = false
    for taken in FurnitureList.ranges(furniture, in: range) {
      while position < taken.lowerBound {
        if text[position] > 0x20 { seen += 1 }
        position += 1
      }
      position = max(position, taken.upperBound)
      hasFurniture = true
    }
    while position < range.upperBound {
      if text[position] > 0x20 { seen += 1 }
      position += 1
    }
    // A misread page number may stand among it.
    return hasFurniture && seen <= 5
  }

  /// Whether `1.` may be the letter that `other` is.
  private func isMisreadLetter(_ mark: Mark, _ other: Mark) -> Bool {
    mark.shape == .angka && mark.value == 1 && other.shape == .huruf
      && (other.value == 9 || other.value == 12)
  }

  private func isSameNumber(_ left: Mark, _ right: Mark) -> Bool {
    let values = (left.value >= 0 ? left.value : left.mended, right.value)
    return values.0 == (values.1 >= 0 ? values.1 : right.mended) && left.suffix == right.suffix
  }

  /// The few words after a mark that a catchword may have, and the dots that end them.
  private func announced(after end: Int) -> (
    count: Int, first: Range<Int>, dots: Int, hasDots: Bool, length: Int
  ) {
    var position = end
    var count = 0
    var dots = 0
    var first = end..<end
    while position < min(end + 48, lastVisible) {
      let byte = text[position]
      if byte == 0x0A { break }
      if byte == 0x2E {
        dots += 1
        position += 1
      } else if byte == 0xE2, text[position + 1] == 0x80, text[position + 2] == 0xA6 {
        dots += 3
        position += 3
      } else if byte == 0x20 || byte == 0x0D {
        position += 1
      } else {
        if dots > 0 || count == 3 { break }
        let start = position
        while position < lastVisible, text.spaceLength(at: position) == 0, text[position] != 0x2E,
          text[position] != 0xE2, position < start + 40
        {
          position += 1
        }
        if position == start { break }
        count += 1
        if count == 1 { first = start..<position }
      }
    }
    let ends = position >= lastVisible || text[position] == 0x0A || dots > 0
    return (ends ? count : 1, first, dots, dots > 0 && ends, position - end)
  }

  /// Whether the text at `position` begins with the letters of `word`.
  private func agree(_ word: Range<Int>, with position: Int) -> Bool {
    let start = text.skippingSpaces(from: position, to: lastVisible)
    let count = min(word.count, 6)
    guard count >= 2 else { return false }
    return (0..<count).allSatisfy {
      SourceText.folded(text[word.lowerBound + $0]) == SourceText.folded(text[start + $0])
    }
  }
}

extension Mark.Shape {
  /// Whether it is a word of an elucidation, such as `Ayat (1)`.
  var isWord: Bool { self == .wordAyat || self == .wordHuruf || self == .wordAngka }

  /// Whether it is a mark that words follow only as a title.
  var isHeading: Bool {
    switch self {
    case .bab, .bagian, .paragraf, .pasal: return true
    default: return false
    }
  }
}
