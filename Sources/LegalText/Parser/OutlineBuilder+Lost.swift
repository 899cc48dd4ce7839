/// Items whose line break or full stop was lost: the numbers around them prove them.
extension OutlineBuilder {
  /// Whether a mark is a number or letter alone, without its full stop.
  func isBare(_ mark: Mark) -> Bool {
    (mark.shape == .angka || mark.shape == .huruf)
      && SourceText.isAlphanumeric(text[mark.end - 1])
  }

  /// Whether `b   Sebelah …` or `4 Deputi …`, without its full stop, is the next item, or the first
  /// one behind a colon.
  mutating func isDueAlone(_ mark: Mark, _ position: Int, _ floor: Int) -> Bool {
    guard let before = frames[floor...].last(where: { follows($0, mark) }) else {
      return mark.mended == 1 && mark.before == .colon && mark.flags.contains(.lineStart)
        && successor(of: mark, position) == .printed
    }
    if standsAlone(mark) { return true }
    guard mark.before == .stop, mark.flags.contains(.lineStart), !mark.flags.contains(.wholeLine)
    else { return false }
    return mark.column > 0 && mark.column == before.column || successor(of: mark, position) != nil
  }

  /// Whether a bare number begins the instruction that is due, or is worded as no reference is.
  func isDueInstruction(_ mark: Mark) -> Bool {
    guard isInstruction(mark) else { return false }
    if let host = instructionFrame, follows(frames[host], mark) { return true }
    return isPlainInstruction(mark) || instructionFrame == nil && mark.mended == 1
  }

  private enum Successor { case bare, printed }

  /// Whether the next number follows a bare one, as a mark should be or bare, too; one of the three
  /// after it printed as it should be counts for all before it.
  private mutating func successor(of mark: Mark, _ position: Int) -> Successor? {
    let limit = min(marks.count, position + min(40, lookAhead))
    var last = mark.mended
    for next in min(position + 1, limit)..<limit {
      lookAhead -= 1
      let other = marks[next]
      switch other.shape {
      case mark.shape where other.flags.contains(.lineStart):
        if other.value == last + 1 { return .printed }
        if other.value < 0, other.mended == last + 1 { last += 1 }
        if last > mark.mended + 3 { return .bare }
      case .bab, .closing, .penjelasan, .lampiran, .memutuskan:
        return last > mark.mended ? .bare : nil
      case .pasal where other.flags.contains([.wholeLine, .lineStart]):
        return last > mark.mended ? .bare : nil
      default: break
      }
    }
    return last > mark.mended ? .bare : nil
  }

  /// How far a lost mark is looked for.
  private static let reach = 6000

  /// Opens the items between the frame `index`, or the beginning of a list, and `mark`, where each
  /// of their marks stands within a line between them, and `mark` itself after them.
  mutating func openLost(before mark: Mark, after index: Int?, _ floor: Int) -> Bool {
    let last = index.map { frames[$0].value } ?? 0
    guard mark.value > last + 1, mark.value <= last + 3, mark.suffix == 0, let unit = units.last,
      mark.start - unit.labelRange.upperBound <= Self.reach,
      index != nil || frames.count == floor + 1 || frames.last?.shape != mark.shape,
      frames.count < Self.maximumDepth,
      index.map({ !frames[$0].isRoman && frames[$0].suffix == 0 }) ?? true
    else { return false }
    var found: [Mark] = []
    var position = unit.labelRange.upperBound
    lookAhead -= (mark.start - position) / 8
    guard lookAhead > 0 else { return false }
    for number in last + 1..<mark.value {
      guard let lost = lostMark(number, like: mark, from: position) else { return false }
      found.append(lost)
      position = lost.end
    }
    var parent = index
    for item in found + [mark] {
      if let parent {
        guard openItem(item, closing: parent, step: .next) else { return false }
      } else {
        append(item, isRoman: false, definesTerms: definesTerms(item))
      }
      parent = frames.count - 1
    }
    return true
  }

  /// The first mark with `number` between `start` and `mark`, within a line, after a finished
  /// sentence or a colon.
  private func lostMark(_ number: Int32, like mark: Mark, from start: Int) -> Mark? {
    let reader = MarkReader(text: text)
    let context = MarkContext(text: text)
    var position = start
    while position < mark.start {
      defer { position += 1 }
      let byte = text.bytes[position]
      guard byte == 0x28 || SourceText.isDigit(byte) || SourceText.isLower(byte),
        !SourceText.isAlphanumeric(text[position - 1]),
        var lost = reader.listMark(at: position, lineEnd: mark.start),
        lost.shape == mark.shape, lost.value == number, lost.suffix == 0
      else { continue }
      let before = context.kind(before: position)
      let next = text.skippingSpaces(from: lost.end, to: mark.start)
      guard before == .stop || before == .colon, SourceText.isLetter(text[next]) else { continue }
      lost.before = before
      lost.column = mark.column
      return lost
    }
    return nil
  }
}
