/// Numbers of articles that only their neighbours can tell.
extension OutlineBuilder {
  /// Whether `Pasal I` is a misprinted `Pasal 1`: no amendment follows, but `Pasal 2` does.
  func isMisprintedFirst(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.flags.contains(.roman), mark.value == 1, scope.pasal.value == 0, scope.roman == 0,
      !saysAmended(mark.end..<min(mark.end + 800, lastVisible), isRoman: false)
    else { return false }
    for other in marks[(position + 1)...].prefix(400) where other.shape == .pasal {
      guard other.flags.contains(.wholeLine), other.flags.contains(.lineStart) else { continue }
      return !other.flags.contains(.roman) && (other.value == 2 || other.mended == 2)
    }
    return false
  }

  /// `Pasal 11`, `Pasal ll`, `Pasal U` behind Pasal I is Pasal II where it says from when the act
  /// applies, as the last one does, and the open instruction names no Pasal 11.
  func lastRoman(_ mark: Mark) -> Mark {
    guard scope.roman == 1, isLikeSecond(mark), quote?.pasal.value != 10, commences(mark),
      !(hostFrame.map { mentions(elevenths(mark), below: frames[$0].unit) } ?? false)
    else { return mark }
    return asRoman(mark, 2)
  }

  private func elevenths(_ mark: Mark) -> Mark {
    var mark = mark
    (mark.value, mark.suffix) = (11, 0)
    return mark
  }

  /// Whether a heading alone on its line has two strokes for a number.
  private func isLikeSecond(_ mark: Mark) -> Bool {
    mark.flags.contains([.wholeLine, .lineStart]) && mark.flags.isDisjoint(with: [.roman, .small])
      && mark.suffix == 0 && (mark.value == 11 || mark.value < 0 && mark.mended == 11)
  }

  private func asRoman(_ mark: Mark, _ value: Int32) -> Mark {
    var mark = mark
    (mark.value, mark.suffix, mark.mended) = (value, 0, -1)
    mark.flags.insert([.roman, .mended])
    return mark
  }

  /// `Pasal 1` above `Angka 1` is the note on Pasal I of an amending act, `Pasal 11` behind the
  /// notes on its instructions the one on Pasal II.
  func explainedRoman(_ mark: Mark, _ position: Int) -> Mark {
    guard index["pasal-i"] != nil, mark.flags.contains([.wholeLine, .lineStart]),
      mark.flags.isDisjoint(with: [.roman, .small]), mark.suffix == 0
    else { return mark }
    if mark.value == 1 || mark.value < 0 && mark.mended == 1, scope.roman == 0,
      scope.pasal.value == 0, position + 1 < marks.count,
      marks[position + 1].shape == .wordAngka,
      marks[position + 1].value == 1 || marks[position + 1].mended == 1
    {
      return asRoman(mark, 1)
    }
    guard scope.roman == 1, index["pasal-ii"] != nil, isLikeSecond(mark),
      saysClear(after: mark.end), let host = frames.lastIndex(where: \.isHost),
      !explains(address(ofFrame: host), "pasal-11")
    else { return mark }
    return asRoman(mark, 2)
  }

  /// `Pasal III` behind Pasal 110 of an act that counts in Arabic digits is Pasal 111.
  func arabic(_ mark: Mark) -> Mark {
    guard mark.flags.contains([.roman, .wholeLine, .lineStart]), scope.roman == 0, quote == nil,
      scope.pasal.value > 0, mark.mended == scope.pasal.value + 1
    else { return mark }
    var mark = mark
    mark.flags.remove(.roman)
    mark.flags.insert(.mended)
    (mark.value, mark.suffix) = (mark.mended, 0)
    return mark
  }

  /// Whether `Pasal I`, announced by an instruction, is Pasal 1 of the amended text.
  func isQuotedFirst(_ mark: Mark) -> Bool {
    mark.flags.contains([.roman, .wholeLine, .lineStart]) && mark.value == 1 && scope.roman > 0
      && instructionFrame != nil && quote == nil && mark.before == .colon
  }

  /// Whether `Pasal l`, `Pasal 1` or `BAB I` is a misprinted `Pasal I`: an amendment follows, then
  /// Pasal II.
  func isMisprintedRoman(_ mark: Mark, _ position: Int) -> Bool {
    guard !mark.flags.contains(.roman) || mark.shape == .bab, mark.flags.contains(.wholeLine),
      mark.value == 1 || (mark.value < 0 && mark.mended == 1), mark.before != .reference,
      scope.pasal.value == 0, scope.roman == 0, quote == nil,
      saysAmended(mark.end..<min(mark.end + 800, lastVisible), isRoman: true)
    else { return false }
    if mark.shape == .bab, let next = marks[(position + 1)...].first(where: { $0.shape == .pasal }),
      !saysAmended(mark.end..<max(mark.end, next.start), isRoman: false)
    {
      return false
    }
    if mark.value < 0 { return true }
    return marks[(position + 1)...].contains {
      $0.shape == .pasal && $0.flags.contains(.roman) && $0.value == 2
        && $0.flags.contains([.wholeLine, .lineStart])
    }
  }

  /// `Pasal 1A` behind Pasal 13 is Pasal 14: no article is inserted so far from its own.
  func withDigit(_ mark: Mark, after last: Int32) -> Mark {
    guard mark.suffix == 1, mark.value > 0, last > mark.value, mark.value * 10 + 4 == last + 1,
      mark.flags.contains(.wholeLine), mark.flags.isDisjoint(with: [.small, .roman])
    else { return mark }
    var mark = mark
    (mark.value, mark.suffix) = (last + 1, 0)
    mark.flags.insert(.mended)
    return mark
  }

  /// `Pasal 348` after Pasal 34A is Pasal 34B: its letter was read as a digit.
  func withLetter(_ mark: Mark, after last: (value: Int32, suffix: UInt8)) -> Mark {
    guard mark.value > 40, mark.suffix == 0, last.value > 0, mark.value / 10 == last.value
    else { return mark }
    let suffix: UInt8
    switch mark.value % 10 {
    case 4: suffix = 1
    case 8: suffix = 2
    default: return mark
    }
    guard suffix == last.suffix + 1, mark.value > last.value + 3 else { return mark }
    var mark = mark
    (mark.value, mark.suffix) = (last.value, suffix)
    mark.flags.insert(.mended)
    return mark
  }

  /// `3b.` between a. and c. is b.: a number of the margin was run into it.
  mutating func withoutNumber(_ mark: Mark, _ position: Int, _ floor: Int) -> Mark {
    guard mark.shape == .angka, mark.suffix > 0, mark.value > 0, mark.flags.contains(.lineStart),
      mark.before == .stop || mark.before == .start, !mark.flags.contains(.upperNext),
      frames[floor...].contains(where: {
        $0.shape == .huruf && !$0.isRoman && $0.value + 1 == Int32(mark.suffix)
      }), !frames.contains(where: { follows($0, mark) })
    else { return mark }
    var letter = mark
    (letter.shape, letter.value, letter.suffix) = (.huruf, Int32(mark.suffix), 0)
    letter.flags.insert(.mended)
    return numberFollows(letter.value + 1, letter, position) ? letter : mark
  }

  /// `r.` between h. and j. is i., `77.` between 16. and 18. is 17.: the mark with the number that
  /// its neighbours prove.
  mutating func proven(_ mark: Mark, _ position: Int, _ floor: Int) -> Mark {
    guard mark.shape == .huruf || mark.shape == .angka, mark.flags.contains(.lineStart),
      mark.before == .stop, !mark.flags.contains(.joinNext),
      let place = frames.indices.last(where: { $0 >= floor && frames[$0].shape == mark.shape }),
      !frames[place].isRoman, frames[place].suffix == 0
    else { return mark }
    let due = frames[place].value + 1
    // `l.` may begin a list with 1., and may be i. as well.
    guard !isFirst(mark) || due == 9 && isConfused(mark, with: 9), mark.value != due,
      mark.value > due + 1 || mark.value < due - 1,
      due < 27 || mark.shape == .angka,
      numberFollows(due + 1, mark, position) || (mark.value > due + 3 && isLast(mark))
        || isConfused(mark, with: due) && !numberFollows(mark.value + 1, mark, position)
          && !numberFollows(due, mark, position),
      frames[place].missing?.contains(mark.value) != true
    else { return mark }
    var mark = mark
    (mark.value, mark.mended, mark.suffix, mark.roman) = (due, -1, 0, 0)
    mark.flags.insert(.mended)
    return mark
  }

  /// Whether `6.` or `9.`, like the next letter of the list around it, belongs to the open list of
  /// numbers, of which some before it were lost: by its column, else by the letter that follows.
  mutating func countsOnNumbers(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    guard mark.shape == .angka, mark.value == 6 || mark.value == 9,
      let numbers = frames.indices.last(where: { $0 > floor && frames[$0].shape == .angka }),
      frames[numbers].value < mark.value - 1, numbers > floor + 1,
      let letters = frames[..<numbers].indices.last(where: {
        $0 > floor && follows(frames[$0], mark)
      })
    else { return false }
    var letter = mark
    letter.shape = .huruf
    let next = frames[letters].value + 1
    let isAmongNumbers = isInColumn(mark, frames[numbers])
    if isAmongNumbers == isInColumn(mark, frames[letters]) {
      return !numberFollows(next + 1, letter, position)
    }
    return isAmongNumbers || numberFollows(next, letter, position)
  }

  /// `A.`, `n.` and `8.` before `b.` are a., `t.` before `2.` is 1., `l)` before `2)` is 1), and
  /// `11)`, `(t)` or `(4)` before `(2)` is (1).
  mutating func misreadFirst(_ mark: Mark, _ position: Int) -> Mark {
    guard mark.flags.contains(.lineStart) || isBehindLabel(mark, position) else { return mark }
    var first = mark
    (first.value, first.suffix, first.roman, first.mended) = (1, 0, 0, -1)
    first.flags.insert(.mended)
    if mark.shape == .subhuruf, text[mark.start] == UInt8(ascii: "l"), mark.before != .reference,
      mark.flags.contains(.upperNext)
    {
      first.shape = .subangka
      return numberFollows(2, first, position) ? first : mark
    }
    guard mark.before == .colon || mark.before == .start else { return mark }
    switch mark.shape {
    case .capital where mark.value == 1,
      .huruf where isLikeFirst(mark) && mark.before == .colon,
      .angka where mark.value == 8 && mark.suffix == 0 && mark.before == .colon:
      first.shape = .huruf
      return numberFollows(2, first, position) ? first : mark
    case .huruf where text[mark.start] == UInt8(ascii: "t") && mark.end == mark.start + 2:
      first.shape = .angka
      return numberFollows(2, first, position) ? first : mark
    case .subangka where mark.value == 11, .subhuruf where text[mark.start] == 0x28:
      guard frames.last?.rank == Rank.pasal, mark.flags.contains(.upperNext) else { return mark }
      first.shape = .ayat
      return successorFollows(first, position, isRoman: false) ? first : mark
    case .ayat where mark.value == 4 || mark.value == 7:
      // Scanners print `(4)` and `(7)` for (1): right below the heading and before (2).
      guard frames.last?.rank == Rank.pasal, mark.before == .start, mark.suffix == 0,
        mark.flags.contains(.upperNext)
      else { return mark }
      return numberFollows(2, first, position) ? first : mark
    default: return mark
    }
  }

  /// Whether `A.` stands right behind the colon of a label of an elucidation: `Pasal 9 : A. Nilai`
  private func isBehindLabel(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.shape == .capital, mark.before == .start, region == .articles, position > 0
    else { return false }
    let label = marks[position - 1]
    return (label.shape == .pasal || label.shape.isWord)
      && text.bytes[label.end..<mark.start].contains(0x3A)
  }

  /// Whether a letter is like the a. that begins a list: e, n, o, s, u.
  private func isLikeFirst(_ mark: Mark) -> Bool {
    mark.end == mark.start + 2 && [5, 14, 15, 19, 21].contains(mark.value)
  }

  /// Whether *dan* or *atau* stands before the mark, so that the list ends with it.
  func isLast(_ mark: Mark) -> Bool {
    let end = text.trimmingEnd(from: firstVisible, to: mark.start)
    return text.match("dan", at: end - 3) == end && text[end - 4] <= 0x20
      || text.match("atau", at: end - 4) == end && text[end - 5] <= 0x20
  }

  /// Whether the next mark of the same shape is `number`.
  mutating func numberFollows(_ number: Int32, _ mark: Mark, _ position: Int) -> Bool {
    var next = position + 1
    let limit = min(marks.count, position + min(30, lookAhead))
    while next < limit {
      lookAhead -= 1
      let other = marks[next]
      next += 1
      switch other.shape {
      case mark.shape, .capital:
        guard other.shape == mark.shape || mark.shape == .huruf, other.flags.contains(.lineStart)
        else { continue }
        return (other.value < 0 ? other.mended : other.value) == number && other.suffix == 0
      case .bab, .closing, .penjelasan, .lampiran: return false
      case .pasal where other.flags.contains([.wholeLine, .lineStart]): return false
      default: continue
      }
    }
    return false
  }
}
