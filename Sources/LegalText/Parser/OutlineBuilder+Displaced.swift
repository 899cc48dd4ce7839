/// Marks that a scan tore from their texts: labels in a column apart, printed before or after, and
/// numbers divided from what they number at a line's end.
extension OutlineBuilder {
  /// The numbers that the list of `frame` passed over, `mark` being its next item.
  func missing(after frame: Frame, _ mark: Mark, _ step: Step) -> ClosedRange<Int32>? {
    guard step == .gap, mark.value > frame.value + 1 else { return frame.missing }
    let first = min(frame.missing?.lowerBound ?? frame.value + 1, mark.value - 1)
    return first...mark.value - 1
  }

  /// The frame of the list that passed over the number of a label alone on its line.
  @inline(__always)
  func place(ofDisplaced mark: Mark, _ floor: Int) -> Int? {
    guard mark.flags.contains([.wholeLine, .lineStart]), mark.before != .reference,
      mark.suffix == 0
    else { return nil }
    let value = mark.value >= 0 ? mark.value : mark.mended
    guard !frames.contains(where: { follows($0, mark) }) else { return nil }
    return frames.indices.last {
      $0 > floor && frames[$0].shape == mark.shape && frames[$0].missing?.contains(value) == true
    }
  }

  /// Opens the item of a displaced label; its list goes on from where it was.
  mutating func openDisplaced(_ mark: Mark, at place: Int) -> Bool {
    let frame = frames[place]
    let settled = mark.value >= 0 ? mark : self.settled(mark, .mended)
    let definesTerms = units[frame.unit].kind == .definisi
    report(.back, settled)
    close(to: place, at: mark.start)
    let count = units.count
    append(settled, isRoman: frame.isRoman, definesTerms: definesTerms)
    guard units.count > count else { return true }
    frames[frames.count - 1].value = frame.value
    frames[frames.count - 1].suffix = frame.suffix
    frames[frames.count - 1].missing = remaining(frame.missing, settled.value)
    return true
  }

  /// Opens an item of a later column of a list; its first column goes on from where it was.
  mutating func openBeside(_ mark: Mark) -> Bool {
    guard let floor = articleFrame,
      let place = frames.indices.last(where: { $0 > floor && frames[$0].shape == mark.shape }),
      !frames[place].isRoman, frames[place].value < mark.value
    else { return false }
    let frame = frames[place]
    let definesTerms = units[frame.unit].kind == .definisi
    close(to: place, at: mark.start)
    let count = units.count
    append(mark, isRoman: false, definesTerms: definesTerms)
    guard units.count > count else { return true }
    frames[frames.count - 1].value = frame.value
    frames[frames.count - 1].suffix = frame.suffix
    frames[frames.count - 1].missing = frame.missing
    return true
  }

  /// The mark of an item that was moved back: its list passed over its number before.
  mutating func openMovedBack(_ mark: Mark, beside place: Int) -> Bool {
    guard mark.flags.contains(.upperNext) || mark.shape != .ayat,
      let missing = frames[place].missing, missing.contains(mark.value),
      mark.before == .stop, mark.flags.contains(.lineStart), mark.suffix == 0
    else { return false }
    if mark.value == missing.upperBound { return openDisplaced(mark, at: place) }
    // One moved forward stood before it: the list goes on from here.
    guard openItem(mark, closing: place, step: .back) else { return false }
    frames[frames.count - 1].missing = remaining(missing, mark.value)
    return true
  }

  /// Whether the next mark of the shape is the one due after `value`, so that `mark` was moved
  /// forward.
  mutating func isMovedForward(_ mark: Mark, _ position: Int, after value: Int32) -> Bool {
    numberFollows(value + 1, mark, position)
  }

  private func remaining(_ missing: ClosedRange<Int32>?, _ value: Int32) -> ClosedRange<Int32>? {
    guard let missing else { return nil }
    // Labels of a column follow one another.
    if value < missing.upperBound { return value + 1...missing.upperBound }
    return value > missing.lowerBound ? missing.lowerBound...value - 1 : nil
  }

  /// Whether a bare number or letter, without its full stop, begins an item: after a finished
  /// sentence, before a new one.
  func standsAlone(_ mark: Mark) -> Bool {
    guard mark.before == .stop, mark.flags.contains(.lineStart) else { return false }
    if mark.shape == .huruf { return true }
    let next = text.skippingSpaces(from: mark.end, to: lastVisible)
    return mark.flags.contains(.wholeLine)
      && (SourceText.isUpper(text[next]) || SourceText.isDigit(text[next]))
  }

  /// `1` at the end of a line and `1.` on the next are 11. where that is due.
  @inline(__always)
  func joined(_ mark: Mark, _ floor: Int) -> Mark {
    guard mark.shape == .angka, mark.flags.contains(.lineStart), mark.value >= 0, mark.value < 10,
      mark.suffix == 0
    else { return mark }
    let digit = text.trimmingEnd(from: firstVisible, to: mark.start) - 1
    guard SourceText.isDigit(text[digit]), text[digit - 1] == 0x0A, digit > firstVisible else {
      return mark
    }
    let value = Int32(text[digit] - 0x30) * 10 + mark.value
    guard
      frames.indices.contains(where: {
        $0 > floor && frames[$0].shape == .angka && frames[$0].value + 1 == value
      })
    else { return mark }
    var mark = mark
    mark.value = value
    mark.before = .stop
    return mark
  }

  /// Whether the mark before `mark`, the first of its line, is the number of a reference that ends a
  /// sentence: `… dimaksud pada angka` above `2. 4. Direksi …`
  func endsReference(before mark: Mark, _ position: Int) -> Bool {
    guard position > 0, mark.isListMark, mark.flags.contains(.upperNext), region == .body
    else { return false }
    let number = marks[position - 1]
    return number.isListMark && number.before == .reference && number.flags.contains(.lineStart)
      && (text[number.end - 1] == 0x2E || text[number.end] == 0x2E || text[number.end] == 0x3B)
      && frames.contains { follows($0, mark) }
  }

  /// `I.` and `i.` before `2.` are a misread 1.
  mutating func misreadOne(_ mark: Mark, _ position: Int) -> Mark {
    guard mark.end - mark.start <= 3, text[mark.start] | 0x20 == UInt8(ascii: "i"),
      mark.shape == .capital || mark.shape == .huruf, mark.value == 9,
      mark.flags.contains(.lineStart), mark.before == .colon || mark.before == .start,
      !holdsNumberedList(position)
    else { return mark }
    var digit = mark
    (digit.shape, digit.value, digit.roman, digit.mended) = (.angka, 1, 0, -1)
    digit.flags.insert(.mended)
    if mark.shape == .huruf {
      var first = mark
      first.value = 1
      if successorFollows(first, position, isRoman: true) { return mark }
    }
    return successorFollows(digit, position, isRoman: false) ? digit : mark
  }

  /// Whether a `1.` of its own stands before the next `2.`: the `I.` before both is the number of a
  /// part.
  private mutating func holdsNumberedList(_ position: Int) -> Bool {
    for other in marks[(position + 1)..<min(marks.count, position + min(80, max(lookAhead, 1)))] {
      lookAhead -= 1
      if other.shape == .angka, other.flags.contains(.lineStart),
        other.value == 1 || other.value == 2
      {
        return other.value == 1
      }
    }
    return false
  }
}
