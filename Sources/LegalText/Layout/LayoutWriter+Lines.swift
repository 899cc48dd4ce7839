/// Titles of chapters, and lines that are lines: formulas, signatures, annexes.
extension LayoutWriter {
  /// The title of a chapter, on the line after its mark.
  mutating func writeHeading(_ fragments: [Fragment], _ place: LayoutPlan.Place) {
    let length = fragments.reduce(0) { $0 + $1.range.count + 1 }
    var isFirst = true
    for (number, fragment) in fragments.enumerated() {
      if number == 0, isOpen, staysWithMark(fragment) {
        appendBeside(fragment)
        continue
      }
      var next = fragment
      next.blankBefore = false
      if !isFirst, length <= 600, joining.kind(fragments[number - 1], next, nil) == .wrap {
        out.append(0x20)
      } else {
        line(fragment, indent: place.indent)
      }
      isFirst = false
      appendCollapsed(fragment.range)
    }
  }

  /// Signs after a mark, and the letter of `Bagian Kedua A`.
  func staysWithMark(_ fragment: Fragment) -> Bool {
    guard !fragment.startsLine else { return false }
    let bytes = text.bytes[fragment.range]
    if bytes.count == 1, bytes.allSatisfy(SourceText.isUpper) { return true }
    return !bytes.contains { SourceText.isAlphanumeric($0) || $0 >= 0x80 && $0 != 0xE2 }
  }

  /// Adds signs to the line of a mark, with the space that stood between.
  mutating func appendBeside(_ fragment: Fragment) {
    let first = text.bytes[fragment.range.lowerBound]
    let isApart = text.spaceLength(at: fragment.range.lowerBound - 1) > 0
    if isApart && first != 0x3A { out.append(0x20) }
    appendCollapsed(fragment.range)
  }

  /// Lines that stay lines.
  mutating func writeKept(
    _ fragments: [Fragment], _ place: LayoutPlan.Place, _ index: Int?, isFirst: Bool
  ) {
    let isVerbatim = place.style == .verbatim
    let isFormula = index.map { beginsFormula($0) } ?? false
    // What has no mark, such as a close beside a table, has no line that it stands on.
    let hasMark = index.map { !document.units[$0].labelRange.isEmpty } ?? true
    var joins = isFormula
    for (number, fragment) in fragments.enumerated() {
      if number == 0, isOpen, isFirst, hasMark, !fragment.startsLine {
        if staysWithMark(fragment) || text.bytes[fragment.range.lowerBound] == 0x3A {
          appendBeside(fragment)
        } else {
          out.append(0x20)
          appendCollapsed(fragment.range)
        }
        continue
      }
      let isDecree = isDecree(fragment)
      if joins, number > 0 {
        if !isDecree,
          continuesSentence(fragments[number - 1], fragment, isDecree: !isFormula)
            || !isFormula && continuesName(fragments[number - 1], fragment)
        {
          out.append(0x20)
          appendCollapsed(fragment.range)
          continue
        }
        joins = false
      }
      if isDecree {
        joins = true
        wantsBlank = true
      }
      if fragment.blankBefore || joining.isDivision(fragment) { wantsBlank = true }
      line(fragment, indent: 0, keepsColumn: isVerbatim || fragment.isRow)
      if isDecree {
        appendDecree(fragment.range)
      } else if isVerbatim || fragment.isRow {
        out.append(contentsOf: text.bytes[fragment.range])
      } else {
        appendCollapsed(fragment.range)
      }
    }
  }

  /// Whether a line surely goes on with the sentence of the one before it.
  private func continuesSentence(
    _ previous: Fragment, _ next: Fragment, isDecree: Bool
  ) -> Bool {
    guard isDecree || !next.blankBefore, text.bytes[previous.range.upperBound - 1] != 0x2E else {
      return false
    }
    var next = next
    next.blankBefore = false
    return joining.kind(previous, next, nil) == .wrap
  }

  /// Whether a line goes on with the name of the act that *Menetapkan* begins, which stands in
  /// capitals up to its full stop, whatever words its lines begin with.
  private func continuesName(_ previous: Fragment, _ next: Fragment) -> Bool {
    guard !next.pageStart, !next.isFurniture, !previous.isFurniture,
      text.bytes[previous.range.upperBound - 1] != 0x2E, isInCapitals(next.range),
      !text.bytes[next.range].contains(0x3A)
    else { return false }
    var start = previous.range.lowerBound
    if isDecree(previous) {
      start += "menetapkan".utf8.count
      while start < previous.range.upperBound, !SourceText.isLetter(text[start]) { start += 1 }
    }
    return start == previous.range.upperBound || isInCapitals(start..<previous.range.upperBound)
  }

  /// Whether at most one letter in five is small, and some are capitals.
  private func isInCapitals(_ range: Range<Int>) -> Bool {
    var small = 0
    var capitals = 0
    for byte in text.bytes[range] {
      if SourceText.isUpper(byte) { capitals += 1 }
      if SourceText.isLower(byte) { small += 1 }
    }
    return capitals > 1 && small * 4 <= capitals
  }

  /// Whether a unit begins with the formula of promulgation, which is one sentence.
  private func beginsFormula(_ index: Int) -> Bool {
    let start = document.units[index].range.lowerBound
    return document.units[index].kind == .penutup
      && (text.match("agar ", at: start) != nil || text.match("supaya ", at: start) != nil)
  }

  /// `Menetapkan:`, which begins a block of its own.
  private func isDecree(_ fragment: Fragment) -> Bool {
    text.match("menetapkan", at: fragment.range.lowerBound) != nil
      && KeywordReader(text: text).keyword(
        at: fragment.range.lowerBound, lineEnd: fragment.range.upperBound)?.shape == .menetapkan
  }

  /// `Menetapkan :` with its colon at the word.
  private mutating func appendDecree(_ range: Range<Int>) {
    let word = range.lowerBound + "menetapkan".utf8.count
    let colon = text.skippingSpaces(from: word, to: range.upperBound)
    guard colon < range.upperBound, text.bytes[colon] == 0x3A else {
      appendCollapsed(range)
      return
    }
    out.append(contentsOf: text.bytes[range.lowerBound..<word])
    appendCollapsed(colon..<range.upperBound)
  }
}
