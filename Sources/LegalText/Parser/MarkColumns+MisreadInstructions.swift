/// Numbers of instructions that a scan misread: what stands before the words of an instruction, and
/// in no list of its own, is the number that is due (UU 12/2011, Lampiran II angka 233).
extension MarkColumns {
  /// Reads a mark of another kind, or a line without one, that may be the number of an instruction:
  /// `Z. Ketentuan Pasal 4 diubah …`
  mutating func placeMisread(_ index: Int, _ reading: inout Reading) {
    let mark = marks[index]
    guard reading.isBody, mark.flags.contains(.lineStart),
      reading.waiting[reading.next] == nil, let printed = misreadNumber(index)
    else { return }
    if mark.shape != .line, isInListOfItsOwn(index) { return }
    let value = reading.next
    reading.unnumbered.append(Unnumbered(position: printed.lowerBound, mark: (index, printed)))
    guard isLike(printed, value) else { return }
    number(reading)
    reading.goOn(after: value)
  }

  /// Where the misread number of an instruction stands: one to three signs before its words.
  private func misreadNumber(_ index: Int) -> Range<Int>? {
    let mark = marks[index]
    if mark.shape != .line {
      return isNumberOfInstruction(index) && SourceText.isUpper(text[wordsStart(mark.end)])
        ? mark.start..<mark.end : nil
    }
    var end = mark.start
    while end < mark.start + 4, text[end] > 0x20 { end += 1 }
    let next = text.skippingSpaces(from: end, to: text.count)
    guard end > mark.start, next > end, SourceText.isUpper(text[next]),
      text[end - 1] == 0x2E || text[end - 1] == 0x2C || text[end - 1] == 0x29, isInstruction(next)
    else { return nil }
    return mark.start..<end
  }

  private func wordsStart(_ position: Int) -> Int {
    let start = text.skippingSpaces(from: position, to: text.count)
    return start + text.quoteLength(at: start)
  }

  /// Whether the mark before or behind it counts to or from a mark: the instruction is one of those
  /// that another holds.
  private func isInListOfItsOwn(_ index: Int) -> Bool {
    let mark = marks[index]
    func next(_ range: some Sequence<Int>) -> Mark? {
      for place in range {
        let other = marks[place]
        if other.shape == .closing { return nil }
        if other.shape == mark.shape, other.flags.contains(.lineStart) { return other }
      }
      return nil
    }
    let before = next((max(0, index - 60)..<index).reversed())
    let behind = next(index + 1..<min(index + 60, marks.count))
    return before?.value == mark.value - 1 && mark.value > 1 || behind?.value == mark.value + 1
  }

  /// Whether a heading that is no Roman number for sure is that of an article of instructions:
  /// `Pasal 1`, `BAB I` above *… diubah sebagai berikut:*
  func isMisreadArticle(_ index: Int, _ reading: Reading) -> Bool {
    let mark = marks[index]
    guard !reading.isBody, !reading.isClosed, mark.flags.contains([.lineStart, .wholeLine]),
      mark.value == 1 || mark.value < 0 && mark.mended == 1, mark.suffix == 0
    else { return false }
    let limit = min(mark.end + 800, text.count)
    guard let colon = (mark.end..<limit).first(where: { text[$0] == 0x3A }) else { return false }
    let end = text.trimmingEnd(from: mark.end, to: colon)
    guard text.match("berikut", at: end - 7) == end else { return false }
    return (mark.end..<end).contains {
      text[$0] | 0x20 == 0x64
        && (text.match("diubah", at: $0) != nil || text.match("dirubah", at: $0) != nil)
    }
  }

  /// Whether the signs of a mark may be a misread `number`: `S.` for 5., `ll.` for 11.
  func isLike(_ printed: Range<Int>, _ number: Int32) -> Bool {
    var value: Int32 = 0
    for position in printed.dropLast() {
      guard let digit = NumberReader.digit(text[position]) else { return false }
      value = value * 10 + Int32(digit)
    }
    return value == number
  }

  /// Numbers the instructions without a number before one of number `value`, where there are as many
  /// as numbers lack; whether none lacks.
  mutating func number(_ reading: Reading, before value: Int32) -> Bool {
    func fills(_ unnumbered: [Unnumbered], _ due: Int32) -> Bool {
      value - due == Int32(unnumbered.count)
    }
    let unmarked = reading.unnumbered.filter { $0.mark == nil }
    if fills(reading.unnumbered, reading.due) {
      number(reading)
      return true
    }
    if fills(unmarked, reading.due) {
      number(unmarked, from: reading.due)
      return true
    }
    // `8.` between 2. and 4. is 3.
    if let doubtful = reading.doubtful,
      fills(doubtful.unnumbered + reading.unnumbered, doubtful.due)
    {
      number(doubtful.unnumbered + reading.unnumbered, from: doubtful.due)
      return true
    }
    return false
  }

  /// Numbers the last instructions of an article, or all: one alone may have none.
  mutating func numberLast(_ reading: Reading) {
    guard reading.isBody, reading.due > 1 || reading.unnumbered.count > 1 else { return }
    number(reading)
  }

  mutating func number(_ reading: Reading) {
    number(reading.unnumbered, from: reading.due)
  }

  private mutating func number(_ unnumbered: [Unnumbered], from due: Int32) {
    for (offset, instruction) in unnumbered.enumerated() {
      let value = due + Int32(offset)
      if let mark = instruction.mark {
        renew(mark.index, as: value, mark.printed)
      } else {
        prove(.angka, value, at: instruction.position)
      }
    }
  }
}

extension MarkColumns.Reading {
  /// The number of the next instruction, those without a number counted.
  var next: Int32 { due + Int32(unnumbered.count) }

  /// Goes on after an instruction whose number is sure.
  mutating func goOn(after number: Int32) {
    (due, unnumbered, amends, doubtful) = (number + 1, [], true, nil)
  }

  /// Notes an instruction whose number is not the one that was due; 1 begins anew.
  mutating func doubt(_ value: Int32, _ instruction: MarkColumns.Unnumbered) {
    doubtful = isBody && value > 1 ? (due, unnumbered + [instruction]) : nil
  }
}
