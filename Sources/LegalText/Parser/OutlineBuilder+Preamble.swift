/// Considerations and legal bases (UU 12/2011, Lampiran II angka 17–43).
extension OutlineBuilder {
  /// A consideration or a legal basis in the preamble.
  mutating func readBasisItem(_ printed: Mark, _ position: Int) -> Bool {
    var mark = printed
    if mark.flags.contains(.column) { return false }
    if mark.shape == .capital, let item = frames.last, item.shape == .huruf,
      mark.value == item.value + 1
    {
      // `C.` is how scans print `c.`
      mark.shape = .huruf
      mark.flags.insert(.mended)
    }
    if isMisreadFirst(mark) {
      (mark.shape, mark.value, mark.roman) = (.angka, 1, 0)
      mark.flags.insert(.mended)
    }
    guard mark.shape == .huruf || mark.shape == .angka else { return false }
    if SourceText.isAlphanumeric(text[mark.end - 1]) {
      let isSecond = mark.mended == 2 && mark.flags.contains(.lineStart)
      guard let item = frames.last,
        item.rank == Rank.part
          && (namesLaw(mark) || (mark.mended == 1 || isSecond) && namesConsideration(mark))
          || follows(item, mark),
        item.rank == Rank.part || standsAlone(mark) || mark.before == .stop && namesLaw(mark)
      else { return false }
    }
    if mark.value < 0, mark.mended == 2, frames.last?.rank == Rank.part, namesConsideration(mark) {
      // `b   bahwa`, the first letter lost
      mark = settled(mark, .mended)
    }
    if beginsBasis(mark) { return openBasisItem(mark, step: .next) }
    guard region == .preamble,
      let part = frames.indices.last(where: { frames[$0].rank == Rank.part }),
      units[frames[part].unit].kind != .diktum
    else { return false }
    guard part + 1 < frames.count else { return openFirstBasisItem(mark, part) }
    let item = frames[part + 1]
    if mark.flags.contains(.lineStart), mark.before == .stop, mark.shape == item.shape,
      isConfused(mark, with: item.value + 1), namesConsideration(mark)
    {
      mark.value = item.value + 1
      mark.flags.insert(.mended)
    }
    if follows(item, mark), isPlausible(mark, isNext: true) || namesLaw(mark, below: item) {
      if item.shape == .angka, mark.shape == .huruf {
        // `ll.` is 11, `lo.` is 10.
        (mark.shape, mark.value, mark.roman) = (.angka, item.value + 1, 0)
        mark.flags.insert(.mended)
      }
      close(to: part + 1, at: mark.start)
      return openBasisItem(mark, step: .next)
    }
    if let place = place(ofDisplaced: mark, part) {
      let reached = frames[place].value
      let missing = frames[place].missing
      close(to: part + 1, at: mark.start)
      guard openBasisItem(mark, step: .back) else { return false }
      frames[frames.count - 1].value = reached
      frames[frames.count - 1].missing = missing
      return true
    }
    if isPrintedTwice(mark, beside: item) {
      close(to: part + 1, at: mark.start)
      guard openBasisItem(mark, step: .duplicate) else { return false }
      frames[frames.count - 1].value = item.value
      frames[frames.count - 1].missing = item.missing
      return true
    }
    let reach: Int32 = namesLaw(mark) ? 12 : 3
    let near =
      mark.shape == item.shape && mark.value > item.value && mark.value <= item.value + reach
    // What names an act at the beginning of a line is no rest of the item before, whose end was lost
    // or misread.
    let isApart =
      mark.before == .stop || mark.before != .reference && namesLaw(mark)
      || namesLaw(mark, below: item)
    guard near, isApart, mark.flags.contains(.lineStart),
      mark.shape == .huruf || mark.flags.contains(.upperNext)
    else { return false }
    if let found = lostMarks(before: mark, after: item)
      ?? unmarkedItems(before: mark, after: item, label: 0)
    {
      for lost in found + [mark] {
        close(to: part + 1, at: lost.start)
        guard openBasisItem(lost, step: .next) else { return false }
      }
      return true
    }
    let missing = missing(after: item, mark, .gap)
    close(to: part + 1, at: mark.start)
    guard openBasisItem(mark, step: .gap) else { return false }
    frames[frames.count - 1].missing = missing
    return true
  }

  /// The first item of a part; where its number was lost, the second or third.
  private mutating func openFirstBasisItem(_ mark: Mark, _ part: Int) -> Bool {
    guard mark.before != .reference else { return false }
    if isFirst(mark) {
      if mark.value == 1 { return openBasisItem(mark, step: .next) }
      if mark.shape == .huruf, mark.value < 0, namesConsideration(mark) {
        return openBasisItem(mark, step: .next)
      }
      // `l.` is a misprinted 1 before a legal basis.
      guard units[frames[part].unit].kind == .mengingat, namesLaw(mark) else { return false }
      var first = mark
      (first.shape, first.value) = (.angka, 1)
      first.flags.insert(.mended)
      return openBasisItem(first, step: .next)
    }
    let reach: Int32 = namesLaw(mark) ? 12 : 3
    // No sentence goes on with `b. bahwa`.
    let isApart = mark.before == .stop || mark.shape == .huruf && namesConsideration(mark)
    guard mark.value > 1, mark.value <= reach, mark.suffix == 0, mark.flags.contains(.lineStart),
      isApart, namesLaw(mark) || namesConsideration(mark)
    else { return false }
    if mark.value == 2, mark.shape == .huruf, let first = misreadConsideration(before: mark, part) {
      guard openBasisItem(first, step: .next) else { return false }
      close(to: part + 1, at: mark.start)
      return openBasisItem(mark, step: .next)
    }
    let label = units[frames[part].unit].labelRange.upperBound
    var first = mark
    if let found = unmarkedItems(before: mark, after: nil, label: label) {
      first = found[0]
      for (index, item) in (found + [mark]).enumerated() {
        close(to: part + 1, at: item.start)
        let isGap = index == 0 && item.value > 1
        guard openBasisItem(item, step: isGap ? .gap : .next) else { return false }
      }
    } else {
      guard openBasisItem(mark, step: .gap) else { return false }
    }
    if first.value > 1 { frames[frames.count - 1].missing = 1...first.value - 1 }
    return true
  }

  /// What stands between a label and *bahwa* where the first letter was misread: `Menimbang : ct.
  /// bahwa`, `Menimbang a bahwa`.
  private func misreadConsideration(before mark: Mark, _ part: Int) -> Mark? {
    let label = units[frames[part].unit].labelRange.upperBound
    var start = text.skippingSpaces(from: label, to: mark.start)
    while text[start] == 0x3A || text[start] == 0x2E || text[start] <= 0x20, start < label + 40 {
      start += 1
    }
    var end = start
    while end < start + 3, text[end] > 0x20 { end += 1 }
    let next = text.skippingSpaces(from: end, to: mark.start)
    guard end > start, next > end, text.match("bahwa", at: next) != nil else { return nil }
    var first = Mark(.huruf, start: start, end: end)
    first.value = 1
    first.column = mark.column
    first.flags = .mended
    return first
  }

  /// `I.` before the first legal basis.
  private func isMisreadFirst(_ mark: Mark) -> Bool {
    guard mark.shape == .capital, mark.value == 9, let part = frames.last, part.rank == Rank.part
    else { return false }
    return units[part.unit].kind == .mengingat && units.count == part.unit + 1
      && mark.before != .reference && namesLaw(mark)
  }

  private func namesConsideration(_ mark: Mark) -> Bool {
    text.match("bahwa", at: text.skippingSpaces(from: mark.end, to: lastVisible)) != nil
  }

  /// Whether an act is named after `mark`.
  private func namesLaw(_ mark: Mark) -> Bool {
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    return ["pasal", "undang", "peraturan", "keputusan", "ketetapan", "instruksi", "staatsblad"]
      .contains { text.match($0, at: start) != nil }
  }

  /// Whether an act is named after `mark` in the column of the marks, whatever word the line before
  /// ends with: `… Nomor 3 Tahun` at the foot of a page.
  private func namesLaw(_ mark: Mark, below item: Frame) -> Bool {
    mark.before == .reference && mark.shape == .angka && mark.column > 0
      && abs(Int(mark.column) - Int(item.column)) <= 3
      && mark.flags.contains([.lineStart, .upperNext]) && namesLaw(mark)
  }

  /// Whether a number of the list stands again before another item, behind the semicolon of the one
  /// before.
  private func isPrintedTwice(_ mark: Mark, beside item: Frame) -> Bool {
    mark.shape == item.shape && mark.suffix == 0 && mark.value > 0 && mark.value <= item.value
      && mark.before == .stop && mark.flags.contains(.lineStart) && followsSemicolon(mark)
      && (namesLaw(mark) || namesConsideration(mark))
  }

  /// Opens the considerations or the legal bases where their label was lost or displaced.
  private mutating func beginsBasis(_ mark: Mark) -> Bool {
    guard mark.value == 1, mark.suffix == 0 else { return false }
    let start = text.skippingSpaces(from: mark.end, to: lastVisible)
    let kind: UnitKind
    if mark.shape == .huruf, text.match("bahwa", at: start) != nil, dropDisplacedLabel() {
      return false
    }
    if mark.shape == .huruf, !considerationsSeen, text.match("bahwa", at: start) != nil {
      kind = .menimbang
      considerationsSeen = true
    } else if mark.shape == .angka, region == .preamble, index["mengingat"] == nil,
      index["diktum"] == nil, namesLaw(mark)
    {
      kind = .mengingat
    } else {
      return false
    }
    if kind == .mengingat { openUnlabelled(before: mark.start) }
    if region == .front { openPreamble(at: mark, isFormula: false) }
    close(rank: Rank.part, base: 0, at: mark.start)
    open(
      kind, rank: Rank.part, prefix: "", segment: kind.rawValue, mark: mark, hasLabel: false)
    return true
  }

  /// Labels that a scan set one below the other, before the texts of both: the considerations
  /// go on. Whether that was so.
  private mutating func dropDisplacedLabel() -> Bool {
    guard region == .preamble, let last = frames.last, units[last.unit].kind == .mengingat,
      units.count == last.unit + 1, last.unit > 0,
      units[last.unit - 1].kind == .menimbang, last.unit - 1 == index["menimbang"]
    else { return false }
    index[units[last.unit].address] = nil
    units.removeLast()
    frames[frames.count - 1].unit = last.unit - 1
    considerationsSeen = true
    return true
  }

  mutating func openBasisItem(_ mark: Mark, step: Step) -> Bool {
    var settled = mark
    if mark.value < 0 { settled = self.settled(mark, .mended) }
    report(step, settled)
    let number =
      mark.shape == .huruf
      ? "huruf-" + letters(settled) : "angka-" + AddressNumber.text(settled.value, settled.suffix)
    open(
      .butir, rank: Rank.item, prefix: address(ofFrame: frames.count - 1), segment: number,
      mark: settled)
    return true
  }
}
