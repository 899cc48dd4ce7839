/// Items that no other one of their list follows.
extension OutlineBuilder {
  /// Whether no other mark of its shape follows `mark` in its article: one item is left of a list.
  mutating func isLoneItem(_ mark: Mark, _ position: Int) -> Bool {
    guard mark.before == .colon || mark.before == .start, mark.value <= 3, mark.suffix == 0
    else { return false }
    return isLastOfShape(mark, position)
  }

  /// Whether the last item of the list of the frame `same` is printed with a number that the list
  /// had before: it stands where the one due would, and no other follows.
  mutating func isRepeatedLast(_ mark: Mark, _ position: Int, _ same: Int) -> Bool {
    let item = frames[same]
    guard region == .body, mark.before == .stop, mark.flags.contains(.lineStart),
      !mark.flags.contains(.wholeLine), !isBare(mark), !item.isRoman, item.closedAt < 0,
      mark.suffix == 0, mark.value > 0, mark.value <= item.value
    else { return false }
    // The columns of an ayat may differ from page to page.
    let apart = abs(Int(mark.column) - Int(item.column))
    guard apart <= (mark.shape == .ayat ? 8 : 1), isItem(mark, beside: item) else { return false }
    return isLastOfShape(mark, position) && !countsOnWithin(mark) && !isPlainInstruction(mark)
  }

  /// Whether `mark` begins as the items of its list do: behind a semicolon, or a sentence of its own
  /// with a capital, as the item before it. What a reference ends with goes on in small letters.
  private func isItem(_ mark: Mark, beside item: Frame) -> Bool {
    if mark.shape != .ayat, units[item.unit].kind != .definisi, followsSemicolon(mark) {
      return true
    }
    guard mark.flags.contains(.upperNext) else { return false }
    let words = text.skippingSpaces(from: units[item.unit].labelRange.upperBound, to: mark.start)
    return mark.shape == .ayat || units[item.unit].kind == .definisi
      || mark.shape == .huruf && mark.column == item.column && SourceText.isUpper(text[words])
  }

  /// Whether a semicolon ends the item before `mark`, with or without a conjunction behind it, with
  /// which it may have been read as a colon.
  func followsSemicolon(_ mark: Mark) -> Bool {
    guard let last = units.last else { return false }
    let start = last.labelRange.upperBound
    let end = visibleLineEnd(before: mark.start, from: start)
    if text[end - 1] == 0x3B { return true }
    var word = end
    while word > max(end - 8, start), SourceText.isLower(text[word - 1]) || text[word - 1] == 0x2F {
      word -= 1
    }
    let sign = text[text.trimmingEnd(from: start, to: word) - 1]
    return word < end && (sign == 0x3B || sign == 0x3A)
  }

  /// Whether the number before that of an ayat stands in the words before it, so that both belong to
  /// an amended text: `… berbunyi: Pasal 9 (1) Setiap …` above `(2) …`
  private mutating func countsOnWithin(_ mark: Mark) -> Bool {
    guard mark.shape == .ayat, mark.value > 1, let last = units.last else { return false }
    let start = max(last.labelRange.upperBound, mark.start - 2000)
    lookAhead -= (mark.start - start) / 16
    let reader = MarkReader(text: text)
    return (start..<mark.start).contains {
      text.bytes[$0] == 0x28
        && reader.bracketed(at: $0, lineEnd: mark.start).map {
          $0.value == mark.value - 1
            && SourceText.isUpper(text[text.skippingSpaces(from: $0.end, to: mark.start)])
        } == true
    }
  }

  /// Whether no other mark of its shape follows `mark` before the next unit around its list.
  private mutating func isLastOfShape(_ mark: Mark, _ position: Int) -> Bool {
    var next = position + 1
    let limit = min(marks.count, position + min(80, lookAhead))
    while next < limit {
      lookAhead -= 1
      let other = marks[next]
      next += 1
      switch other.shape {
      case mark.shape: return false
      case .bab, .closing, .penjelasan, .lampiran: return true
      case .pasal where other.flags.contains([.wholeLine, .lineStart]): return true
      default:
        // The list around this one goes on.
        if frames.contains(where: { follows($0, other) }) { return true }
      }
    }
    return next >= marks.count
  }
}
