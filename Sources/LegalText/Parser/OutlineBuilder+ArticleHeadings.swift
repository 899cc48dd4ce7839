/// Which marks of articles are headings, and no references that begin a line.
extension OutlineBuilder {
  /// Whether a mark of an article is its heading and not a reference that begins a line.
  mutating func isHeading(_ mark: Mark, _ step: Step, _ position: Int) -> Bool {
    let isNext = step == .next || step == .mended
    if mark.flags.contains(.small) {
      return isNext && mark.flags.contains(.wholeLine) && mark.flags.contains(.lineStart)
        && (mark.before == .stop || mark.before == .start
          || pendingHeading != nil && mark.before == .word)
        && !mark.flags.contains(.punctuated)
    }
    if mark.before == .reference {
      return isNext && standsApart(mark, position)
        && (isCentred(mark) || step == .next && holdsFirstAyat(mark, position))
    }
    if mark.before == .comma { return isNext && standsApart(mark, position) }
    guard mark.flags.contains(.wholeLine) else { return isInlineHeading(mark, step, position) }
    if mark.flags.contains(.punctuated), mark.before == .word, pendingHeading == nil {
      return isNext && followsName(mark)
    }
    if isNext { return true }
    let finished =
      mark.before == .stop || mark.before == .start || pendingHeading != nil
      || mark.flags.contains(.blankBefore)
    guard finished, mark.flags.contains(.lineStart) else { return false }
    let value = mark.value < 0 ? mark.mended : mark.value
    if step == .gap, value > scopeLast + 3 {
      return headingFollows(position, value) || isMoved(mark, position)
        || isAfterLost(mark, step, position)
    }
    return true
  }

  /// How an article counts on from the one before the open one, where that is out of order: a misread
  /// number moves none of those after it. Nil where it does not.
  func stepInOrder(_ mark: Mark) -> Step? {
    guard let turn = scope.turn else { return nil }
    let step = step(mark, after: (turn, 0))
    return step == .next || step == .mended ? step : nil
  }

  /// Whether a heading alone on its line, not the next one, is the first of several that rise by one,
  /// with text between: no reference that begins a line does. A heading before it was misread.
  func beginsRun(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.value > 0, mark.suffix == 0, mark.flags.isDisjoint(with: [.small, .roman]),
      standsApart(mark, position)
    else { return false }
    if region != .body {
      guard region == .preamble, let last = frames.last, units[last.unit].kind == .diktum
      else { return false }
    }
    let isCited = mark.before == .reference || mark.before == .comma
    if !isCited, mark.value == scopeLast + 2, commences(mark) { return true }
    var due = mark.value + 1
    var next = position + 1
    let limit = min(marks.count, next + 400)
    while next < limit, marks[next].shape != .closing {
      let other = marks[next]
      next += 1
      guard other.shape == .pasal, other.flags.contains([.wholeLine, .lineStart]) else { continue }
      // Behind two references the article comes that was due before them.
      let value = other.value < 0 ? other.mended : other.value
      if due > mark.value + 1 { return value >= due }
      guard value == due, other.suffix == 0, other.flags.isDisjoint(with: [.small, .roman]),
        standsApart(other, next - 1)
      else { return false }
      due += 1
    }
    return due > mark.value + 1
  }

  /// Whether an article says from when the act applies, as the last one does (UU 12/2011, Lampiran II
  /// angka 150).
  func commences(_ mark: Mark) -> Bool {
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    let acts: [StaticString] = ["peraturan", "undang", "keputusan", "qanun"]
    guard mark.flags.contains([.wholeLine, .lineStart]), SourceText.isUpper(text[start]),
      acts.contains(where: { text.match($0, at: start) != nil })
    else { return false }
    return (start..<min(start + 120, lastVisible)).contains {
      text.bytes[$0] | 0x20 == UInt8(ascii: "m") && text.matchWords("mulai berlaku", at: $0)
    }
  }

  /// Whether the first ayat begins on the line below a heading, with a capital.
  private func holdsFirstAyat(_ mark: Mark, _ position: Int) -> Bool {
    guard position + 1 < marks.count else { return false }
    let ayat = marks[position + 1]
    return ayat.shape == .ayat && ayat.value == 1 && ayat.suffix == 0
      && ayat.flags.contains([.lineStart, .upperNext])
      && text.skippingSpaces(from: mark.end, to: lastVisible) == ayat.start
  }

  /// Whether an article was moved before the first one, below the words that enact it.
  func isMovedFirst(_ mark: Mark, _ position: Int) -> Bool {
    guard let last = frames.last, units[last.unit].kind == .diktum else { return false }
    return mark.flags.contains(.blankBefore) && headingFollows(position, 0)
  }

  /// Whether an article was moved forward: it stands apart, and the one that its place asks for
  /// follows it; or the article before it was moved, and the numbers go on where they were.
  private func isMoved(_ mark: Mark, _ position: Int) -> Bool {
    if mark.value == (quote ?? scope).highestPasal + 1, mark.suffix == 0 { return true }
    return !mark.flags.contains(.punctuated) && headingFollows(position, scopeLast)
  }

  /// Whether a heading after a misprinted full stop stands alone on its line, before a sentence.
  func standsApart(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.flags.contains([.wholeLine, .lineStart]), !mark.flags.contains(.punctuated)
    else { return false }
    let next = text.skippingSpaces(from: mark.end, to: lastVisible)
    return SourceText.isUpper(text[next])
      || position + 1 < marks.count && marks[position + 1].start == next
  }

  /// Whether a heading begins far to the right of the text below it, as no line of a sentence does.
  private func isCentred(_ mark: Mark) -> Bool {
    let next = text.skippingSpaces(from: mark.end, to: lastVisible)
    var line = next
    while line > mark.end, text[line - 1] == 0x20 { line -= 1 }
    return text[line - 1] == 0x0A && Int(mark.column) >= next - line + 12
  }

  var scopeLast: Int32 { (quote ?? scope).pasal.value }

  /// Whether the article after `value` has its heading further on.
  func headingFollows(_ position: Int, _ value: Int32) -> Bool {
    var seen = 0
    var next = position + 1
    while next < marks.count, seen < 400 {
      let mark = marks[next]
      if mark.shape == .pasal, mark.flags.contains(.wholeLine), mark.flags.contains(.lineStart) {
        return mark.value == value + 1 || mark.mended == value + 1 || mark.value == value
      }
      next += 1
      seen += 1
    }
    return false
  }
}
