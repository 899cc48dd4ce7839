/// The articles of an elucidation (UU 12/2011, Lampiran II angka 182–190).
extension OutlineBuilder {
  mutating func readElucidationPasal(_ printed: Mark, _ position: Int) -> Bool {
    let known = explainedRoman(explainedNumber(printed), position)
    let mark = explained(withDigit(known, after: scope.pasal.value))
    guard mark.flags.contains(.lineStart) || mark.before == .stop || mark.before == .start
    else { return false }
    let last = scope.pasal
    let step = region == .closing ? Step.next : step(mark, after: last)
    if region == .elucidation || region == .umum {
      guard mark.flags.contains(.wholeLine), mark.value == 1, mark.before != .reference,
        mark.before != .comma
      else { return false }
    }
    let isRoman = mark.flags.contains(.roman) && mark.value > 0 && mark.value < 50
    let isRepeated = !isRoman && step == .duplicate && namesOpenArticle(mark, position)
    if isRepeated, let floor = articleFrame, frames[floor].value == mark.value {
      // Its mark opens the next ayat or item.
      close(to: floor + 1, at: mark.start)
      return true
    }
    let groupEnd = isRoman ? nil : endOfArticles(mark)
    guard
      isRepeated || groupEnd != nil || isElucidationHeading(mark, step, isRoman, position)
    else { return false }
    enterArticles(mark)
    let settled = isRoman ? mark : settled(mark, step)
    if step == .duplicate && !isRoman && !isRepeated { report(step, settled) }
    if settled.flags.contains(.mended) { report(.mended, settled) }
    openExplained(settled, isRoman)
    if let groupEnd { scope.pasal = (groupEnd, 0) }
    return true
  }

  /// Opens the article that a note explains, below the instruction that brings it.
  private mutating func openExplained(_ mark: Mark, _ isRoman: Bool) {
    if isRoman {
      close(to: 1, at: mark.start)
      scope.roman = mark.value
      scope.pasal = (0, 0)
      open(
        .pasal, rank: Rank.pasal, prefix: address(ofFrame: 0),
        segment: "pasal-" + AddressNumber.roman(mark.value), mark: mark)
      frames[frames.count - 1].isHost = true
      return
    }
    var base = 1
    if frames.count > 1, frames[1].isRoman, frames[1].isHost {
      base = 2
      if frames.count > 2, frames[2].isHost { base = 3 }
    }
    close(to: base, at: mark.start)
    scope.pasal = (mark.value, mark.suffix)
    open(
      .pasal, rank: Rank.pasal, prefix: address(ofFrame: base - 1),
      segment: "pasal-" + AddressNumber.text(mark.value, mark.suffix), mark: mark)
  }

  /// `Pasal I` and `Pasal II` of an act that does not amend are misread numbers.
  private func explainedNumber(_ mark: Mark) -> Mark {
    guard mark.flags.contains(.roman), mark.mended > 0, index["pasal-i"] == nil,
      index["pasal-1"] != nil
    else { return mark }
    var mark = mark
    mark.flags.remove(.roman)
    mark.flags.insert(.mended)
    (mark.value, mark.suffix) = (mark.mended, 0)
    return mark
  }

  private func isElucidationHeading(
    _ mark: Mark, _ step: Step, _ isRoman: Bool, _ position: Int
  ) -> Bool {
    if mark.before == .comma {
      return (step == .next || step == .mended) && !mark.flags.contains(.small)
        && standsApart(mark, position)
    }
    if mark.before == .reference { return false }
    if mark.flags.contains(.small) {
      return mark.flags.contains(.wholeLine) && step == .next && mark.before == .stop
    }
    if isRoman {
      return mark.value == scope.roman + 1
        && (mark.flags.contains(.wholeLine) || mark.flags.contains(.upperNext))
    }
    if mark.flags.contains(.wholeLine) {
      if step == .next || step == .mended { return true }
      if mark.flags.contains(.punctuated), mark.before == .word { return false }
      return mark.before == .stop || mark.before == .start || mark.flags.contains(.blankBefore)
        || mark.flags.contains(.lineStart) && step == .gap && mark.value <= scope.pasal.value + 20
    }
    if !mark.flags.contains(.small), isLabelled(mark),
      step == .next || step == .gap && mark.value <= scope.pasal.value + 40
    {
      // `Pasal 12 : Cukup jelas.`, whatever stands before it.
      return true
    }
    guard mark.before == .stop || mark.before == .start else { return false }
    if mark.flags.contains(.joinNext) { return false }
    // `Angka 5 Pasal 19A`: the article that an instruction amends.
    if mark.before == .start, position > 0, marks[position - 1].shape == .wordAngka,
      frames.last?.isHost == true
    {
      return true
    }
    if step == .next || step == .mended {
      let follower = position + 1 < marks.count ? marks[position + 1] : mark
      let isChained =
        follower.before == .start && !follower.flags.contains(.lineStart)
        && follower.start > mark.end
      return mark.flags.contains(.upperNext) || mark.flags.contains(.punctuated) || isChained
    }
    return step == .gap && mark.value <= scope.pasal.value + 5 && saysClear(after: mark.end)
  }

  /// Whether *Cukup jelas* follows.
  func saysClear(after position: Int) -> Bool {
    var next = text.skippingSpaces(from: position, to: lastVisible)
    while text[next] == 0x3A || text[next] == 0x20 { next += 1 }
    return text.match("cukup", at: next) != nil
  }

  /// Whether the body has a unit `segment` where the elucidation has `prefix`.
  func explains(_ prefix: String, _ segment: String) -> Bool {
    guard region == .articles, prefix.hasPrefix("penjelasan/") else { return false }
    let body = String(Substring(prefix.utf8.dropFirst("penjelasan/".utf8.count)))
    return index[AddressNumber.joined(body, segment)] != nil
      && index[AddressNumber.joined(prefix, segment)] == nil
  }

  /// The open unit below which the body has the unit that `mark` names, innermost first.
  private func explainedHolder(of mark: Mark, _ floor: Int) -> Int? {
    let segments: [String]
    switch mark.shape {
    case .wordHuruf:
      let letters = letters(mark)
      segments = ["huruf-" + letters, "subhuruf-" + letters]
    case .wordAngka:
      let number = AddressNumber.text(mark.value, mark.suffix)
      segments = ["angka-" + number, "subangka-" + number]
    default: return nil
    }
    var place = frames.count - 1
    while place >= floor {
      // Only the first of a list, or one beside an explained item, can belong there.
      let mayHold =
        mark.value == 1 || place + 1 < frames.count && frames[place + 1].shape == mark.shape
      if mayHold, segments.contains(where: { explains(units[frames[place].unit].address, $0) }) {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// Whether the open instruction replaces a part of the elucidation.
  private var quotesElucidation: Bool {
    guard region == .body, quote != nil, let host = instructionFrame else { return false }
    let start = units[frames[host].unit].labelRange.upperBound
    return (start..<min(start + 120, lastVisible)).contains {
      text.match("penjelasan", at: $0) != nil
    }
  }

  /// Whether `Angka 2` below Pasal I is the next instruction of the body, and not an item of the
  /// text that the open one amends.
  private func namesInstruction(_ mark: Mark, _ position: Int, _ floor: Int, _ same: Int?) -> Bool {
    guard mark.shape == .wordAngka, frames.count > 1, frames[1].isRoman, frames[1].isHost,
      floor > 1
    else { return false }
    let isNext = mark.value == (frames.count > 2 ? frames[2].value + 1 : 1)
    if standsAboveArticle(mark, position) { return true }
    if explainedHolder(of: mark, floor) != nil { return false }
    guard let open = frames.last, frames.count > 3 else { return isNext || frames[floor].isHost }
    if mark.value == 1, open.shape == .wordHuruf || open.shape == .wordAyat { return false }
    if isNext || isLaterInstruction(mark, floor, same) { return true }
    return frames[floor].isHost && mark.value > frames[2].value
      && same.map { $0 <= 2 || frames[$0].value + 1 != mark.value } ?? true
  }

  /// Whether `mark` follows the ayat that it belongs to on its line: `Ayat (3) huruf b`.
  private func isBesideAyat(_ mark: Mark, _ position: Int) -> Bool {
    mark.shape == .wordHuruf && mark.before == .start && position > 0
      && marks[position - 1].shape == .wordAyat && mark.start - marks[position - 1].end < 8
  }

  /// Whether `mark` names the open ayat once more, for another of its items: `Ayat (3) huruf b`
  /// after `Ayat (3) huruf a`.
  private func goesOn(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.shape == .wordAyat, position + 1 < marks.count,
      isBesideAyat(marks[position + 1], position + 1),
      let open = frames.last(where: { $0.shape == .wordAyat })
    else { return false }
    return open.value == mark.value && open.suffix == mark.suffix
      && frames.last?.shape == .wordHuruf
  }

  /// Whether `mark` follows its article on a line of its own: `Pasal 3 ayat (1) : …`
  private func isBesideArticle(_ mark: Mark, _ position: Int) -> Bool {
    mark.before == .start && position > 0 && marks[position - 1].shape == .pasal
      && mark.start - marks[position - 1].end < 8 && frames.last?.shape == .pasal
  }

  /// Whether a comma after a mark is a misprint, and the explanation follows: `Ayat (7), Dalam …`
  private func beginsExplanation(_ mark: Mark) -> Bool {
    guard mark.flags.contains(.lineStart), !mark.flags.contains(.small),
      text[mark.end] == 0x2C || text[mark.end] == 0x3B
    else { return false }
    return SourceText.isUpper(text[text.skippingSpaces(from: mark.end + 1, to: lastVisible)])
  }

  /// Whether a mark begins its line right after the ayat `frame` and further in: it is of a list in
  /// that ayat, whatever the body holds.
  private func isIndented(_ mark: Mark, below frame: Frame) -> Bool {
    frame.shape == .wordAyat && mark.shape != .wordAyat && mark.flags.contains(.lineStart)
      && mark.column > frame.column
  }

  /// Whether a comma stands for the full stop before the next one: `…, Ayat (3). Contoh`, or `Cukup
  /// jelas,` above `Huruf b` alone on its line.
  private func isNextBehindComma(_ mark: Mark) -> Bool {
    guard !mark.flags.contains(.small),
      mark.flags.contains(.wholeLine)
        || mark.shape == .wordAyat && mark.flags.contains(.punctuated),
      let due = frames.last(where: { $0.shape == mark.shape }).map({ $0.value + 1 })
    else { return false }
    return mark.value == due || mark.value < 0 && mark.mended == due || isLetterFor(due, mark)
  }

  /// Whether one letter in brackets, alone on its line behind its word, stands for the digit that
  /// is due: `Ayat (s)` below `Ayat (2)`.
  private func isLetterFor(_ due: Int32, _ mark: Mark) -> Bool {
    mark.shape == .wordAyat && mark.value < 0 && due < 10 && mark.flags.contains(.wholeLine)
      && text[mark.end - 3] == 0x28 && SourceText.isLetter(text[mark.end - 2])
  }

  /// `Ayat (1)`, `Huruf a`, `Angka 1`.
  mutating func readWordMark(_ mark: Mark, _ position: Int) -> Bool {
    guard region == .articles || quotesElucidation, frames.count > 1, !isKnownWorn(mark)
    else { return false }
    guard mark.before != .reference, mark.before != .comma || isNextBehindComma(mark)
    else { return false }
    let groupEnd = endOfGroup(mark)
    if mark.flags.contains(.joinNext), groupEnd == nil, !beginsExplanation(mark) { return false }
    if mark.flags.contains(.small), !isBesideAyat(mark, position), !isBesideArticle(mark, position)
    {
      guard mark.flags.contains(.lineStart),
        mark.before == .stop || mark.before == .start || isLabelled(mark)
      else { return false }
    }
    openPartlyJoint(before: mark)
    guard let floor = articleFrame else { return false }
    if goesOn(mark, position) { return true }
    let shapes: (Mark.Shape, Mark.Shape)
    switch mark.shape {
    case .wordAyat: shapes = (.wordAyat, .ayat)
    case .wordHuruf: shapes = (.wordHuruf, .huruf)
    default: shapes = (.wordAngka, .angka)
    }
    var settled = mark
    if mark.value < 0 { settled = self.settled(mark, .mended) }
    // Lists within an explanation have marks of their own, `a.`, not words.
    let same =
      frames.indices.last { $0 > floor && frames[$0].shape == shapes.0 }
      ?? frames.indices.last { $0 > floor && frames[$0].shape == shapes.1 }
    if let same,
      isConfused(settled, with: frames[same].value + 1)
        || settled.value != frames[same].value + 1 && isLetterFor(frames[same].value + 1, mark)
    {
      settled.value = frames[same].value + 1
      settled.flags.insert(.mended)
      report(.next, settled)
    }
    let isAlone =
      mark.flags.contains(.wholeLine) || mark.flags.contains(.upperNext) || isLabelled(mark)
    let isNext = same.map { settled.value == frames[$0].value + 1 } ?? (settled.value == 1)
    if mark.before == .word {
      guard isAlone,
        isNext || mark.flags.contains(.lineStart) && !mark.flags.contains(.small)
          || standsAboveArticle(mark, position)
      else { return false }
    }
    if same == nil, isStrayAyat(settled, floor) { return false }
    let namesInstruction = namesInstruction(settled, position, floor, same)
    if mark.flags.contains(.mended), !isNext, !namesInstruction { return false }
    if namesInstruction {
      close(to: 2, at: mark.start)
    } else if settled.value == 1, let last = frames.last,
      mark.shape == .wordAngka && last.shape == .wordHuruf || isIndented(mark, below: last)
    {
      // The first of a list within the explained item.
    } else if let holder = explainedHolder(of: settled, floor) {
      close(to: holder + 1, at: mark.start)
    } else if let same {
      close(to: same, at: mark.start)
    } else if mark.shape == .wordAyat {
      close(to: floor + 1, at: mark.start)
    }
    guard frames.count < Self.maximumDepth else { return false }
    let belowRoman = frames.count == 2 && frames[1].isRoman && frames[1].isHost
    let count = units.count
    append(settled, isRoman: false, definesTerms: false)
    guard units.count > count else { return true }
    if belowRoman, mark.shape == .wordAngka {
      frames[frames.count - 1].isHost = true
      scope.pasal = (0, 0)
    }
    if settled.flags.contains(.mended), settled.value != mark.value { report(.next, settled) }
    if let groupEnd { frames[frames.count - 1].value = groupEnd }
    return true
  }
}
