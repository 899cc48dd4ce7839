/// Marks that lost a part of themselves, or the sign before them: their lists prove them.
extension OutlineBuilder {
  /// `(2)` alone on its line below `Ayat (1)` of an elucidation with the word that it lost, though
  /// no full stop may end what stands before it; nil where it did not.
  func withWord(_ mark: Mark) -> Mark? {
    // `(s)` may be (5).
    let isLetter = mark.shape == .subhuruf && text[mark.start] == 0x28
    guard region == .articles, mark.shape == .ayat || isLetter,
      mark.before == .word || mark.before == .stop,
      mark.flags.contains([.wholeLine, .lineStart]), mark.suffix == 0, !followsNumber(mark.start),
      let last = frames.last(where: { $0.shape == .wordAyat || $0.shape == .ayat }),
      last.shape == .wordAyat, last.suffix == 0,
      (isLetter || mark.value < 0 ? mark.mended : mark.value) == last.value + 1,
      SourceText.isUpper(text[text.skippingSpaces(from: mark.end, to: lastVisible)])
    else { return nil }
    var word = mark
    word.shape = .wordAyat
    if isLetter { word.value = -1 }
    return word
  }

  /// Whether another sign stands for the full stop of a number: `10; Badan`
  func hasStraySign(_ mark: Mark) -> Bool {
    mark.shape == .angka && (text[mark.end - 1] == 0x3B || text[mark.end - 1] == 0x3A)
  }

  /// Whether a number is the next of the list in whose column it stands.
  mutating func isDueInColumn(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    guard mark.before != .reference,
      let item = frames[floor...].last(where: { $0.shape == .angka }),
      item.value + 1 == mark.mended, item.suffix == 0, !item.isRoman
    else { return false }
    return isInColumn(mark, item)
      && (mark.before == .stop || numberFollows(mark.mended + 1, mark, position))
  }

  /// How far the foot of the page is looked for.
  private static let page = 3000

  /// The one paragraph without a mark between `start` and `mark`, behind a semicolon, whose letter a
  /// scan put at the foot of the page, behind its catchword or alone on a line: `b. taman . . .f.`
  mutating func atPageEnd(_ number: Int32, like mark: Mark, from start: Int) -> Mark? {
    guard mark.shape == .huruf, number < 27, mark.flags.contains(.lineStart) else { return nil }
    var found: Int?
    var line = start
    while line < mark.start {
      guard text.bytes[line] == 0x0A else {
        line += 1
        continue
      }
      let first = text.skippingSpaces(from: line + 1, to: mark.start)
      let before = line
      // Blank lines are passed over at once.
      line = max(line + 1, first)
      guard first < mark.start, text[first] > 0x20, !isFurniture(first),
        case let end = visibleLineEnd(before: before, from: start), end > start,
        text[end - 1] == 0x3B
      else { continue }
      guard found == nil, SourceText.isLetter(text[first]) else { return nil }
      found = first
    }
    guard let found else { return nil }
    lookAhead -= Self.page / 8
    guard lookAhead > 0, standsAtPageEnd(0x60 + UInt8(number), after: mark.end) else { return nil }
    var lost = Mark(.huruf, start: found, end: found)
    lost.value = number
    lost.before = .stop
    lost.column = mark.column
    lost.flags = [.lineStart, .upperNext, .mended]
    return lost
  }

  /// Whether a letter with its full stop ends a line behind dots, or is all of it.
  private func standsAtPageEnd(_ letter: UInt8, after position: Int) -> Bool {
    let limit = min(position + Self.page, lastVisible - 2)
    return (position..<max(position, limit)).contains {
      text.bytes[$0] == letter && text.bytes[$0 + 1] == 0x2E
        && (text.bytes[$0 + 2] == 0x0A || text.bytes[$0 + 2] == 0x0D)
        && (text.bytes[$0 - 1] == 0x0A
          || text.bytes[text.trimmingEnd(from: position, to: $0) - 1] == 0x2E)
    }
  }
}
