/// Where lists begin, and items out of sequence.
extension OutlineBuilder {
  /// The first item of a list.
  mutating func openFirst(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    var mark = mark
    let isRoman =
      mark.shape == .huruf && mark.roman == 1 && mark.value != 1
      && !(SourceText.isDigit(text[mark.start]) || mark.flags.contains(.mended))
      && (successorFollows(mark, position, isRoman: true)
        || !isMovedForward(mark, position, after: 0))
    if isRoman {
      guard mark.before == .colon || successorFollows(mark, position, isRoman: true) else {
        return openOutOfSequence(mark, position, floor)
      }
      mark.value = 1
    } else if mark.value < 0, isDoubtful(mark) {
      mark.value = 1
      guard mark.flags.contains(.upperNext) || mark.before == .colon || mark.shape == .huruf,
        successorFollows(mark, position, isRoman: false)
      else { return false }
      mark.flags.insert(.mended)
    } else if mark.value != 1 {
      // `l.` is the letter after k, or a misprinted 1 where `2.` follows.
      if mark.shape == .huruf {
        var digit = mark
        (digit.shape, digit.value) = (.angka, 1)
        guard successorFollows(digit, position, isRoman: false) else {
          return openOutOfSequence(mark, position, floor)
        }
        mark.shape = .angka
      }
      mark.value = 1
      mark.flags.insert(.mended)
    }
    switch mark.before {
    case .start, .colon: break
    case .reference where !leadsIn(mark): return false
    case .stop, .comma, .word, .reference:
      if mark.flags.contains(.joinNext) { return false }
      if mark.before != .stop && !mark.flags.contains(.lineStart) { return false }
      guard successorFollows(mark, position, isRoman: isRoman) else {
        guard
          let same = frames.indices.last(where: { $0 > floor && frames[$0].shape == mark.shape })
        else { return false }
        if openMovedBack(mark, beside: same) { return true }
        guard
          isPrintedAgain(mark, position, same) || isRepeatedLast(mark, position, same)
            || headsListOfItsOwn(mark, position, same)
        else { return false }
        return openItem(mark, closing: same, step: .duplicate)
      }
    }
    dropClosed(at: mark.start)
    var parent = frames.count
    if let same = frames.indices.last(where: { $0 > floor && isAlike(frames[$0], mark) }) {
      var nests =
        mark.before == .colon || mark.before == .start || nestsByColumn(mark, position, same)
      if mark.before == .colon, let end = endOfList(before: mark, same) {
        for index in same..<frames.count
        where frames[index].closedAt < 0 || frames[index].closedAt > end {
          frames[index].closedAt = end
        }
        nests = false
      }
      if mark.shape == .ayat, !nests {
        guard mark.flags.contains(.upperNext) else { return false }
      }
      if !nests || sameShape(mark.shape, above: floor) >= 3 {
        parent = same
        report(.duplicate, mark)
      }
    }
    if let article = holder(ofFirstAyat: mark, floor) { parent = article }
    guard parent < Self.maximumDepth else { return false }
    if mark.flags.contains(.mended) { report(.next, mark) }
    close(to: parent, at: mark.start)
    append(mark, isRoman: isRoman, definesTerms: definesTerms(mark))
    return true
  }

  /// Whether a misread first mark needs the second item for proof: `(U`, `l1l`, `C1)`, `a,`, `a-`,
  /// `1,`, `I)`, `!.`.
  private func isDoubtful(_ mark: Mark) -> Bool {
    let last = text[mark.end - 1]
    return switch mark.shape {
    case .ayat: last != 0x29 || text[mark.start] != 0x28
    case .subangka: true
    case .huruf: last != 0x29
    default: last == 0x2C || isBare(mark) || isSign(mark)
    }
  }

  /// Whether `mark` has the form of an item's: `(a)` is another than `a)`.
  private func isAlike(_ frame: Frame, _ mark: Mark) -> Bool {
    guard frame.shape == mark.shape else { return false }
    return mark.shape != .subhuruf
      || (text[units[frame.unit].labelRange.lowerBound] == 0x28) == (text[mark.start] == 0x28)
  }

  /// Whether the first number of the list beside the frame `same` stands again in the place of the
  /// second.
  private mutating func isPrintedAgain(_ mark: Mark, _ position: Int, _ same: Int) -> Bool {
    guard frames[same].value == 1, frames[same].suffix == 0, !frames[same].isRoman,
      mark.value == 1, mark.before == .stop, mark.flags.contains(.lineStart),
      mark.column == frames[same].column
    else { return false }
    return mark.shape == .ayat && mark.flags.contains(.upperNext)
      || numberFollows(3, mark, position)
  }

  /// Where the list of the frame `same` ended, if a sentence of its own announces another list of
  /// the kind: after a full stop no item goes on, and no item holds a list like its own
  /// (UU 12/2011, Lampiran II angka 85–90).
  private mutating func endOfList(before mark: Mark, _ same: Int) -> Int? {
    guard mark.shape != .ayat, units[frames[same].unit].kind != .definisi,
      let last = units.last
    else { return nil }
    let start = max(last.labelRange.upperBound, mark.start - 400)
    lookAhead -= (mark.start - start) / 8
    guard lookAhead > 0 else { return nil }
    var position = mark.start - 1
    while position > start + 3 {
      if text.bytes[position] == 0x2E, text.spaceLength(at: position + 1) > 0,
        SourceText.isLower(text[position - 1]) || text[position - 1] == 0x29,
        SourceText.isLower(text[position - 2]), SourceText.isLower(text[position - 3]),
        SourceText.isUpper(text[text.skippingSpaces(from: position + 1, to: mark.start)])
      {
        return position + 1
      }
      position -= 1
    }
    return nil
  }

  /// Whether *dengan* announces the list that `mark` begins: `… yang dimaksud dengan` without its
  /// colon.
  private mutating func leadsIn(_ mark: Mark) -> Bool {
    guard mark.flags.contains(.lineStart), mark.shape == .angka || mark.shape == .huruf else {
      return false
    }
    let end = visibleEnd(before: mark.start)
    return text.match("dengan", at: end - 6) == end && text.spaceLength(at: end - 7) > 0
  }

  /// The number of frames up to the article that holds `mark`, the first ayat read in it, where
  /// that is no item of a list: a label alone on its line, or one after a finished sentence.
  func holder(ofFirstAyat mark: Mark, _ floor: Int) -> Int? {
    guard mark.shape == .ayat, frames[floor].rank == Rank.pasal,
      mark.flags.contains([.wholeLine, .lineStart]) || mark.before == .stop,
      !frames[floor...].contains(where: { $0.shape == .ayat })
    else { return nil }
    return floor + 1
  }

  private func sameShape(_ shape: Mark.Shape, above floor: Int) -> Int {
    frames.indices.reduce(0) { $1 > floor && frames[$1].shape == shape ? $0 + 1 : $0 }
  }

  /// Closes the items whose text ended before.
  private mutating func dropClosed(at position: Int) {
    if let first = frames.indices.first(where: { frames[$0].closedAt >= 0 }) {
      close(to: first, at: position)
    }
  }

  /// Whether the second item of the list that `mark` would begin stands further on.
  mutating func successorFollows(_ mark: Mark, _ position: Int, isRoman: Bool) -> Bool {
    var next = position + 1
    let limit = min(marks.count, position + min(80, lookAhead))
    while next < limit {
      lookAhead -= 1
      let other = marks[next]
      switch other.shape {
      case mark.shape:
        if isRoman ? Int32(other.roman) == mark.value + 1 : other.value == mark.value + 1 {
          return true
        }
        if other.mended == mark.value + 1 { return true }
      case .subangka where mark.shape == .ayat && mark.value < 9:
        // `12)` for (2)
        if other.value == mark.value + 11, other.flags.contains([.lineStart, .upperNext]) {
          return true
        }
      case .bab, .closing, .penjelasan, .lampiran, .memutuskan: return false
      case .pasal:
        if other.flags.contains([.wholeLine, .lineStart]), !other.flags.contains(.punctuated) {
          return false
        }
      default: break
      }
      next += 1
    }
    return false
  }

  /// Whether an item in small letters stands among the numbers of its list, of which one was taken
  /// out or moved.
  private mutating func isAmongNeighbours(_ mark: Mark, _ position: Int, _ beside: Int?) -> Bool {
    guard let beside else { return isLoneItem(mark, position) }
    // Its neighbour ended as items do.
    if text[visibleEnd(before: mark.start) - 1] == 0x3B { return true }
    return numberFollows(mark.value + 1, mark, position)
      || numberFollows(frames[beside].value + 1, mark, position)
  }

  /// Whether a mark begins a line as those of its list do though the line before it does not end a
  /// sentence: what stood there was lost in the scan, with the items between.
  mutating func standsAmongMarks(_ mark: Mark, _ position: Int, _ item: Frame?) -> Bool {
    guard let item, mark.before == .word || mark.before == .comma,
      mark.shape == .ayat || (mark.shape == .angka || mark.shape == .huruf) && !isBare(mark),
      mark.flags.contains(.lineStart), !mark.flags.contains(.wholeLine),
      !item.isRoman, mark.suffix == 0, mark.value > item.value + 1, mark.value <= item.value + 4
    else { return false }
    let apart = abs(Int(mark.column) - Int(item.column))
    // One mark was lost, with the sign before the next.
    let isSecond = mark.value == item.value + 2
    switch mark.shape {
    case .ayat where mark.flags.contains(.upperNext):
      // No reference ends with a word before its number, nor goes on with a capital behind it.
      if isSecond || apart <= 1 && mark.flags.contains(.blankBefore),
        mark.before == .word || mark.flags.contains(.blankBefore),
        !followsNumber(mark.start) || followsSum(mark.start)
      {
        return true
      }
    case .ayat: return false
    case .huruf:
      guard (1...24).contains(mark.column), mark.flags.contains(.upperNext) else {
        return isSecond && isSecondOfList(mark, position, apart)
      }
      return apart <= 1
    default:
      if !mark.flags.contains(.upperNext) {
        return isSecond && isSecondOfList(mark, position, apart)
      }
    }
    return apart <= 1 && mark.column > 0 || successorFollows(mark, position, isRoman: false)
  }

  /// Whether the column of a list, or its next number, proves a mark before small letters.
  private mutating func isSecondOfList(_ mark: Mark, _ position: Int, _ apart: Int) -> Bool {
    mark.shape == .huruf && apart == 0 && (1...24).contains(mark.column)
      || numberFollows(mark.value + 1, mark, position)
  }

  /// Whether `d, Layanan` stands in the column of its list, of which the items before it were lost.
  private func isLaterLetter(_ mark: Mark, _ item: Frame) -> Bool {
    mark.shape == .huruf && mark.value < 0 && text[mark.end - 1] == 0x2C && !item.isRoman
      && mark.mended > item.value && mark.mended <= item.value + 4 && mark.column == item.column
      && mark.flags.contains([.lineStart, .upperNext])
  }

  /// A number that neither begins a list nor is the next one.
  mutating func openOutOfSequence(_ printed: Mark, _ position: Int, _ floor: Int) -> Bool {
    var mark = printed
    if mark.shape == .ayat, mark.value < 0, mark.mended > 1,
      !frames[floor...].contains(where: { $0.shape == .ayat })
    {
      mark = settled(mark, .mended)
    }
    let beside = frames.indices.last(where: { $0 > floor && frames[$0].shape == mark.shape })
    if let beside, isLaterLetter(mark, frames[beside]) { mark = settled(mark, .mended) }
    guard !mark.flags.contains(.joinNext), mark.value > 0,
      mark.before == .stop || mark.before == .start || mark.before == .colon
        || standsAmongMarks(mark, position, beside.map { frames[$0] })
    else { return false }
    guard mark.flags.contains(.lineStart) else {
      return beside != nil && mark.before == .stop && openLost(before: mark, after: beside, floor)
    }
    if openLost(before: mark, after: beside, floor) { return true }
    if let beside, openMovedBack(mark, beside: beside) { return true }
    if mark.shape == .ayat || mark.shape == .angka, !mark.flags.contains(.upperNext) {
      guard mark.shape == .angka, isAmongNeighbours(mark, position, beside) else { return false }
    }
    if mark.value > 300 { return false }
    guard let same = beside else {
      // A list that does not begin with its first number, as amended texts may.
      let isAmended = quote != nil || hostFrame != nil
      // What a colon introduces begins with its first number, or near it where a page was lost.
      if mark.shape == .angka, mark.before == .colon, mark.value > 4, !isAmended,
        !definesTerms(mark)
      {
        return false
      }
      guard
        isAmended && !mayInstruct(mark, floor) || successorFollows(mark, position, isRoman: false)
          || isMovedForward(mark, position, after: 0) || isLoneItem(mark, position),
        frames.count < Self.maximumDepth
      else { return false }
      dropClosed(at: mark.start)
      if !isAmended { report(.gap, mark) }
      if let article = holder(ofFirstAyat: mark, floor) { close(to: article, at: mark.start) }
      let count = units.count
      append(mark, isRoman: false, definesTerms: definesTerms(mark))
      if units.count > count, mark.value > 1 {
        frames[frames.count - 1].missing = 1...mark.value - 1
      }
      return true
    }
    let last = (value: frames[same].value, suffix: frames[same].suffix)
    let step = step(mark, after: last)
    let isUpper = mark.flags.contains(.upperNext) && mark.before == .stop
    let isNear = step == .gap && mark.value - last.value <= (isUpper ? 12 : 3)
    if step == .back, isRepeatedLast(mark, position, same) {
      return openItem(mark, closing: same, step: .duplicate)
    }
    guard
      isNear || successorFollows(mark, position, isRoman: false) || step == .duplicate
        || step == .gap && isMovedForward(mark, position, after: last.value)
    else { return false }
    if step == .back, mark.before != .stop { return false }
    return openItem(mark, closing: same, step: step)
  }
}
