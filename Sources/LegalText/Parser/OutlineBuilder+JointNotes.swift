/// Notes of an elucidation that explain several provisions at once, `Pasal 8 sampai dengan Pasal 12`,
/// `Ayat (1) dan (2) :`, though each should be listed by itself (UU 12/2011, Lampiran II angka 188).
extension OutlineBuilder {
  /// The last number of the group that begins with `mark`, where its note follows.
  func endOfGroup(_ mark: Mark) -> Int32? {
    let joint = JointMarks(text: text, end: lastVisible)
    guard let group = joint.group(mark.shape, mark.value, at: mark.end) else { return nil }
    if joint.isNote(at: group.end) { return group.last }
    // `Pasal 1 s.d Pasal 11 ayat (1)`
    let start = text.skippingSpaces(from: group.end, to: lastVisible)
    guard mark.shape == .pasal,
      let item = MarkReader(text: text).wordMark(
        at: start, lineEnd: text.lineEnd(from: start, within: 80)),
      joint.isNote(at: item.end)
    else { return nil }
    return group.last
  }

  /// Whether a heading names the open article once more, before its next ayat or item: `Pasal 8 ayat
  /// (3) : …` behind `Pasal 8 ayat (1) : …`
  func namesOpenArticle(_ mark: Mark, _ position: Int) -> Bool {
    guard region == .articles, mark.value > 0, mark.value == scope.pasal.value,
      mark.suffix == scope.pasal.suffix, mark.flags.contains(.lineStart),
      !mark.flags.contains(.small), mark.before != .reference, mark.before != .comma,
      position + 1 < marks.count, let floor = articleFrame, frames[floor].shape == .pasal
    else { return false }
    let item = marks[position + 1]
    guard item.shape == .wordAyat || item.shape == .wordHuruf || item.shape == .wordAngka,
      item.before == .start, item.value > 0
    else { return false }
    let plain: Mark.Shape =
      item.shape == .wordAyat ? .ayat : item.shape == .wordHuruf ? .huruf : .angka
    let last =
      frames[(floor + 1)...].last { $0.shape == item.shape || $0.shape == plain }?.value ?? 0
    guard item.value > last else { return false }
    let isNext = last > 0 && item.value == last + 1
    // The repeated heading stands on a line of its own.
    if item.flags.contains(.lineStart) { return isNext }
    if isLabelled(mark) { return true }
    guard mark.before == .stop || mark.before == .start else { return false }
    // `Pasal 2 Ayat (2) Gaji …`: citations have a small letter.
    if isNext, item.flags.contains(.upperNext), !item.flags.contains(.joinNext),
      !item.flags.contains(.small) || saysClear(after: item.end)
    {
      return true
    }
    let note = text.skippingSpaces(from: item.end, to: lastVisible)
    return isNext && item.flags.contains(.wholeLine) || endOfGroup(item) != nil
      || note - item.end > 2 && text.bytes[item.end..<item.end + 3].allSatisfy { $0 == 0x20 }
  }

  /// Opens the last article of `Pasal 1 s.d Pasal 11 ayat (1) : …` where `mark` is its next ayat.
  mutating func openPartlyJoint(before mark: Mark) {
    guard mark.shape == .wordAyat, mark.value > 1, mark.flags.contains(.lineStart),
      let note = frames.last, note.shape == .pasal, !note.isRoman, frames.count > 1
    else { return }
    let heading = units[note.unit].labelRange
    let joint = JointMarks(text: text, end: lastVisible)
    guard let group = joint.group(.pasal, note.value, at: heading.upperBound),
      group.end < mark.start
    else { return }
    let start = text.skippingSpaces(from: group.end, to: mark.start)
    guard
      let ayat = MarkReader(text: text).wordMark(
        at: start, lineEnd: text.lineEnd(from: start, within: 80)),
      ayat.shape == .wordAyat, ayat.value == mark.value - 1
    else { return }
    close(to: frames.count - 1, at: mark.start)
    scope.pasal = (group.last, 0)
    open(
      .pasal, rank: Rank.pasal, prefix: address(ofFrame: frames.count - 1),
      segment: "pasal-" + AddressNumber.text(group.last, 0), mark: mark, hasLabel: false)
    frames[frames.count - 1].shape = .pasal
    frames[frames.count - 1].value = group.last
  }

  /// The last article of the group that `mark` begins.
  func endOfArticles(_ mark: Mark) -> Int32? {
    let isLabelled = isLabelled(mark)
    guard mark.value > scope.pasal.value,
      mark.before == .stop || mark.before == .start || isLabelled && mark.before == .word,
      mark.flags.contains(.lineStart) || mark.value == scope.pasal.value + 1
    else { return nil }
    return endOfGroup(mark)
  }

  /// Whether nothing but marks and a colon stand before a note on its line: `Pasal 12 : Cukup
  /// jelas.`, `Pasal 3 ayat (1) dan (2) : …`
  func isLabelled(_ mark: Mark) -> Bool {
    guard mark.flags.contains(.lineStart) else { return false }
    let limit = min(mark.end + 60, lastVisible)
    var position = mark.end
    while position < limit, text[position] != 0x3A {
      if SourceText.isLetter(text[position]) {
        guard let end = wordOfMarks(at: position) else { return false }
        position = end
      } else {
        switch text[position] {
        case 0x20, 0x28, 0x29, 0x2C, 0x2E, 0x2F, 0x30...0x39: position += 1
        default: return false
        }
      }
    }
    return position < limit
  }

  /// One past a word that stands between marks, or the letter of one.
  private func wordOfMarks(at position: Int) -> Int? {
    if text.isWordEnd(position + 1) { return position + 1 }
    for word: StaticString in ["ayat", "huruf", "angka", "pasal", "sampai", "dengan", "dan", "sd"] {
      if let end = text.match(word, at: position), text.isWordEnd(end) { return end }
    }
    return nil
  }
}
