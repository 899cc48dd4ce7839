/// Ayat and the items of lists.
extension OutlineBuilder {
  /// The index of the innermost open article, or of the frame that numbers its items.
  @inline(__always)
  var articleFrame: Int? {
    var index = frames.count - 1
    while index >= 0 {
      let frame = frames[index]
      if frame.rank == Rank.pasal || frame.isHost { return index }
      if frame.rank < Rank.pasal { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether `mark` counts on from the item `frame`.
  func follows(_ frame: Frame, _ mark: Mark) -> Bool {
    guard frame.shape == mark.shape else { return isMisread(mark, after: frame) }
    if frame.isRoman { return mark.roman > 0 && Int32(mark.roman) == frame.value + 1 }
    if mark.value >= 0 {
      if mark.value == frame.value + 1, mark.suffix == 0 { return true }
      if mark.value == frame.value, mark.suffix == frame.suffix + 1 { return true }
    }
    // `(la)` after (1) is (1a).
    if mark.mended == frame.value, mark.suffix > 0, mark.suffix == frame.suffix + 1 { return true }
    return mark.mended >= 0 && mark.mended == frame.value + 1
  }

  /// Whether `mark`, misread as one of another shape, counts on from the item `frame`.
  private func isMisread(_ mark: Mark, after frame: Frame) -> Bool {
    let next = frame.value + 1
    switch (frame.shape, mark.shape) {
    case (.huruf, .angka): return !mark.flags.contains(.number) && isMisreadLetter(mark, next)
    case (.huruf, .capital):
      // `C.` may be `c.` and `g.`, `L.` is i.
      return (mark.value == next || mark.value == 3 && next == 7 || mark.value == 12 && next == 9)
        && mark.before == .stop
        && mark.flags.contains(.lineStart)
    case (.ayat, .subhuruf):
      return mark.mended == next && text[mark.start] == 0x28
    case (.ayat, .subangka):
      // `12)` after (1) is (2).
      return next < 10 && mark.value == 10 + next && mark.suffix == 0
        && (mark.before == .stop || mark.before == .start)
        && mark.flags.contains([.lineStart, .upperNext])
    case (.angka, .huruf):
      // `ll.` within a line is no letter.
      return mark.mended > 1 && mark.mended == next
        && (mark.flags.contains(.lineStart) || mark.mended > 9 && mark.before == .stop)
    default: return false
    }
  }

  /// Whether a number is the misread letter due: `1.` after k. is l., after h. it is i.; `0.` after
  /// b. is c., `9.` after f. is g., `6.` after a. is b.; `Il.` after k. is l.
  private func isMisreadLetter(_ mark: Mark, _ next: Int32) -> Bool {
    guard mark.suffix == 0 else { return false }
    switch mark.value {
    case 0: return mark.before == .stop && (next == 3 || next == 15)
    case 1: return mark.before == .stop && (next == 12 || next == 9)
    // A first item stands behind a colon, and no other; the sign before was misread, too.
    case 6: return mark.before != .word && mark.flags.contains(.lineStart) && next == 2
    case 9: return mark.before != .word && mark.flags.contains(.lineStart) && next == 7
    case -1:
      // `Il.`, `!.`
      return mark.before != .word
        && (mark.mended == 11 && next == 12 || isSign(mark) && mark.mended == 1 && next == 9)
    default: return false
    }
  }

  /// Whether a sign stands in the place of a number.
  func isSign(_ mark: Mark) -> Bool { !SourceText.isAlphanumeric(text[mark.start]) }

  mutating func readListMark(_ printed: Mark, _ position: Int) -> Bool {
    var mark = printed
    switch region {
    case .front, .preamble: return readBasisItem(mark, position)
    case .closing, .elucidation, .umum, .annex: return false
    case .body, .articles: break
    }
    if isKnownWorn(mark) { return false }
    if mark.flags.contains(.column) { return openBeside(mark) }
    if let word = withWord(mark) { return readWordMark(word, position) }
    if let host = instructionFrame, let due = misreadInstruction(mark, frames[host], position) {
      return openInstruction(due, at: host)
    }
    if let host = instructionFrame, pendingHeading != nil, isPlausible(mark, isNext: true),
      follows(frames[host], mark) && isInstruction(mark) || isLaterInstruction(mark, frames[host])
    {
      // The amended text of the last instruction was a heading alone.
      return openInstruction(mark, at: host, step: follows(frames[host], mark) ? .next : .gap)
    }
    if pendingHeading != nil, let outer = amendingFrame, beginsLate(mark) {
      close(to: outer + 1, at: mark.start)
      return openInstruction(mark, at: nil, step: .gap)
    }
    if let heading = pendingHeading {
      let title = units[heading].labelRange.upperBound..<mark.start
      guard articleFrame != nil, isLongerThanTitle(title) else { return false }
      finishHeading(at: mark.start)
    }
    guard let floor = articleFrame else { return false }
    if isBare(mark) {
      mark = withBracket(mark, floor)
      guard isDueAlone(mark, position, floor) || isAmending(before: mark) && isDueInstruction(mark)
      else { return false }
    }
    if hasStraySign(mark), !isDueInColumn(mark, position, floor) { return false }
    if let place = place(ofDisplaced: mark, floor) { return openDisplaced(mark, at: place) }
    mark = withDigit(withoutNumber(joined(mark, floor), position, floor), position, floor)
    if countsOnNumbers(mark, position, floor) { mark.flags.insert(.number) }
    if !frames.contains(where: { follows($0, mark) }) {
      mark = misreadOne(proven(mark, position, floor), position)
      mark = misreadFirst(mark, position)
    }
    var inner: Int?
    var place = frames.count - 1
    while place > floor {
      if follows(frames[place], mark) {
        inner = listInColumn(of: mark, outside: place, floor)
        break
      }
      place -= 1
    }
    if let host = instructionFrame, host <= floor, follows(frames[host], mark),
      isPlausible(mark, isNext: true)
    {
      if isInstruction(mark, isInList: inner != nil)
        || (inner == nil && quote == nil && (host == frames.count - 1 || endsCitation(mark, host))
          && !adds(mark, host))
      {
        return openInstruction(mark, at: host)
      }
    }
    if let host = instructionFrame, isLaterInstruction(mark, frames[host]),
      inner == nil || isPlainInstruction(mark)
    {
      return openInstruction(mark, at: host, step: .gap)
    }
    if let inner {
      guard
        isPlausible(mark, isNext: true) || standsInColumn(mark, position, frames[inner])
          || isInserted(mark, position, frames[inner])
      else { return false }
      return openItem(mark, closing: inner, step: .next)
    }
    let isAmending = isAmending(before: mark)
    if isAmending, let outer = amendingFrame, beginsLate(mark) {
      close(to: outer + 1, at: mark.start)
      return openInstruction(mark, at: nil, step: .gap)
    }
    if mark.shape == .capital && !isAmending { return false }
    if isAmending, quote == nil, instructionFrame == nil, let floor = amendingFrame,
      isFirst(mark), isPlausible(mark, isNext: false),
      isInstruction(mark) || (mark.value == 1 && mark.shape != .huruf)
    {
      close(to: floor + 1, at: mark.start)
      return openInstruction(mark, at: nil)
    }
    if mark.shape == .capital { return false }
    if isFirst(mark) { return openFirst(mark, position, floor) }
    return openOutOfSequence(mark, position, floor)
  }

  /// `2 Ketua` in the column of 1) is 2), which lost its bracket.
  private func withBracket(_ mark: Mark, _ floor: Int) -> Mark {
    guard mark.shape == .angka, mark.flags.contains([.lineStart, .upperNext]),
      let item = frames[floor...].last(where: { $0.shape == .angka || $0.shape == .subangka }),
      item.shape == .subangka, item.value + 1 == mark.mended, isInColumn(mark, item)
    else { return mark }
    var mark = mark
    mark.shape = .subangka
    return mark
  }

  /// Whether a mark may begin a list.
  func isFirst(_ mark: Mark) -> Bool {
    if mark.value == 1, mark.suffix == 0 { return true }
    if mark.roman == 1, mark.shape == .huruf { return true }
    return mark.mended == 1 && (mark.value < 0 || mark.shape == .huruf)
  }

  /// Whether the text before and after lets a mark stand here.
  func isPlausible(_ mark: Mark, isNext: Bool) -> Bool {
    switch mark.before {
    case .start, .colon: return true
    case .stop:
      // `8. dan lain-lain` is an item, `(2) dan ayat (3)` a reference.
      return !mark.flags.contains(.joinNext)
        || isNext && mark.shape != .ayat && mark.flags.contains(.lineStart)
    case .reference:
      return false
    case .comma, .word:
      guard isNext, mark.flags.contains(.lineStart), !mark.flags.contains(.joinNext) else {
        return false
      }
      if mark.shape == .ayat { return mark.flags.contains(.upperNext) }
      return true
    }
  }

  /// Whether the next item of a list stands in its column, above the one after it or left of the
  /// line before, and no more than *pada* or *dalam* ends that line, as in the cells of a table: a
  /// citation would say *ayat* or *huruf*, too.
  private mutating func standsInColumn(_ mark: Mark, _ position: Int, _ item: Frame) -> Bool {
    guard mark.before == .reference, mark.shape == item.shape, mark.value == item.value + 1,
      mark.suffix == 0, !item.isRoman, mark.flags.contains(.lineStart),
      !mark.flags.contains(.joinNext), !mark.flags.contains(.wholeLine),
      mark.flags.contains(.upperNext) || mark.column > 0 && mark.column == item.column,
      isInColumn(mark, item)
    else { return false }
    let end = visibleLineEnd(before: mark.start, from: units[item.unit].labelRange.upperBound)
    guard text.match("pada", at: end - 4) == end || text.match("dalam", at: end - 5) == end
    else { return false }
    return hangs(end, mark.column) || numberFollows(mark.value + 1, mark, position)
  }

  /// Whether the line that ends at `end` begins further right than `column`.
  private func hangs(_ end: Int, _ column: UInt16) -> Bool {
    var start = end
    while start > max(end - 200, 0), text[start - 1] != 0x0A { start -= 1 }
    guard text[start - 1] == 0x0A else { return false }
    return (start..<min(start + Int(column) + 2, end)).allSatisfy { text[$0] == 0x20 }
  }

  /// Opens an item beside the frame `index`.
  mutating func openItem(_ mark: Mark, closing index: Int, step: Step) -> Bool {
    var mark = mark
    let frame = frames[index]
    if frame.shape != mark.shape {
      (mark.shape, mark.value, mark.suffix) = (frame.shape, frame.value + 1, 0)
      mark.flags.insert(.mended)
    } else if frame.isRoman {
      mark.value = Int32(mark.roman)
    } else if mark.value < 0
      || (mark.mended == frame.value + 1 && mark.value != frame.value + 1 && step == .next
        && !(mark.value == frame.value && mark.suffix == frame.suffix + 1))
    {
      // The letter of `(la)` after (1) is one.
      if mark.value >= 0 || mark.mended != frame.value { mark.suffix = 0 }
      mark.value = mark.mended
      mark.flags.insert(.mended)
    }
    report(step, mark)
    let definesTerms = units[frame.unit].kind == .definisi
    let missing = missing(after: frame, mark, step)
    close(to: index, at: mark.start)
    let count = units.count
    append(mark, isRoman: frame.isRoman, definesTerms: definesTerms)
    if units.count > count { frames[frames.count - 1].missing = missing }
    return true
  }

  /// Opens an item below the innermost open unit.
  mutating func append(_ mark: Mark, isRoman: Bool, definesTerms: Bool) {
    let prefix = address(ofFrame: frames.count - 1)
    let number = AddressNumber.text(mark.value, mark.suffix)
    var kind: UnitKind
    var segment: String
    switch mark.shape {
    case .ayat: (kind, segment) = (.ayat, "ayat-" + number)
    case .huruf: (kind, segment) = (.huruf, "huruf-" + letters(mark))
    case .subhuruf: (kind, segment) = (.subhuruf, "subhuruf-" + letters(mark))
    case .subangka: (kind, segment) = (.subangka, "subangka-" + number)
    case .capital: (kind, segment) = (.huruf, "huruf-" + letters(mark))
    case .wordAyat: (kind, segment) = (.ayat, "ayat-" + number)
    case .wordHuruf:
      (kind, segment) = (.huruf, "huruf-" + letters(mark))
      if explains(prefix, "sub" + segment) { (kind, segment) = (.subhuruf, "sub" + segment) }
    case .wordAngka where explains(prefix, "subangka-" + number):
      (kind, segment) = (.subangka, "subangka-" + number)
    default: (kind, segment) = (definesTerms ? .definisi : .angka, "angka-" + number)
    }
    guard !isWorn(prefix, segment, mark) else { return }
    open(kind, rank: Rank.item, prefix: prefix, segment: segment, mark: mark)
    frames[frames.count - 1].isRoman = isRoman
  }

  /// The letters of a mark as printed, small.
  func letters(_ mark: Mark) -> String {
    if mark.shape == .huruf, mark.end == mark.start + 2, !mark.flags.contains(.mended),
      SourceText.isLetter(text[mark.start]), !SourceText.isLetter(text[mark.start + 1])
    {
      // `a.`, as nearly all are: no list of its letters is needed.
      return String(Unicode.Scalar(text[mark.start] | 0x20))
    }
    var bytes: [UInt8] = []
    for byte in text.bytes[mark.start..<mark.end] where SourceText.isLetter(byte) {
      bytes.append(byte | 0x20)
    }
    if mark.shape == .wordHuruf { bytes.removeFirst(min(5, bytes.count)) }
    // A letter misread as a digit.
    let isLetter = mark.shape == .huruf || mark.shape == .wordHuruf
    let isMended = bytes.isEmpty || isLetter && mark.flags.contains(.mended)
    if isMended, mark.value > 0, mark.value <= 26 { bytes = [0x60 + UInt8(mark.value)] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
