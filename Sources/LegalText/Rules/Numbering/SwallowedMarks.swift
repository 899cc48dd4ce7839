/// Marks at the beginning of a line that opened no unit, because their number does not go on: they
/// repeat a number or go back.
struct SwallowedMark {
  /// The unit of the same level in whose text it stands.
  var unit: Int
  var number: UnitNumber
  var range: Range<Int>
}

extension SwallowedMark {
  /// All of them, in the order of the units, up to the most that one rule reports.
  static func all(in context: CheckContext) -> [SwallowedMark] {
    var result: [SwallowedMark] = []
    let limit = context.mostFindings
    for unit in context.units.indices where result.count < limit {
      guard context.zones[unit] == .body || context.zones[unit] == .preamble else { continue }
      switch context.units[unit].kind {
      case .ayat, .huruf, .angka, .subhuruf, .subangka, .definisi, .butir: break
      default: continue
      }
      for own in context.document.ownRanges(of: unit) {
        marks(own, unit, context, limit, to: &result)
      }
    }
    return result
  }

  private static func marks(
    _ own: Range<Int>, _ unit: Int, _ context: CheckContext, _ limit: Int,
    to result: inout [SwallowedMark]
  ) {
    let text = SourceText(bytes: context.bytes)
    var position = own.lowerBound
    while position < own.upperBound, result.count < limit {
      guard context.bytes[position] == 0x0A else {
        position += 1
        continue
      }
      let start = text.skippingSpaces(from: position + 1, to: own.upperBound)
      position += 1
      // A wrapped citation begins a line too, but no sentence ends before it.
      guard let mark = mark(at: start, text, own.upperBound), !context.isFurniture(start),
        let before = context.lastText(before: position, from: own.lowerBound),
        ".;:nuNU".utf8.contains(before.byte),
        !context.isCatchword(start..<mark.end),
        before.byte < 0x61 || context.ending(endingAt: before.at) != nil,
        let holder = holder(of: mark.kinds, unit, context),
        let number = UnitNumber(Array(context.bytes[mark.number]), kind: mark.kinds[0])
      else { continue }
      result.append(
        SwallowedMark(unit: holder, number: number, range: start..<mark.end))
    }
  }

  private static func holder(of kinds: [UnitKind], _ unit: Int, _ context: CheckContext) -> Int? {
    var next: Int? = unit
    while let current = next {
      if kinds.contains(context.units[current].kind) { return current }
      next = context.units[current].parent.flatMap { $0 < current ? $0 : nil }
    }
    return nil
  }

  private static func mark(
    at start: Int, _ text: SourceText, _ limit: Int
  ) -> (kinds: [UnitKind], number: Range<Int>, end: Int)? {
    let isOpen = text[start] == 0x28
    let first = isOpen ? start + 1 : start
    var end = first
    while end < limit, end - first < 4, SourceText.isAlphanumeric(text[end]) { end += 1 }
    guard end > first, end < limit, text.spaceLength(at: end + 1) > 0 else { return nil }
    let isNumber = SourceText.isDigit(text[first])
    guard isNumber || end - first <= 2 && SourceText.isLower(text[first]) else { return nil }
    let kinds: [UnitKind]
    switch (isOpen, isNumber, text[end]) {
    case (true, true, 0x29): kinds = [.ayat]
    case (false, true, 0x2E): kinds = [.angka, .definisi, .butir]
    case (false, false, 0x2E): kinds = [.huruf, .butir]
    case (false, true, 0x29): kinds = [.subangka]
    case (false, false, 0x29): kinds = [.subhuruf]
    default: return nil
    }
    return (kinds, first..<end, end + 1)
  }
}

extension CheckContext {
  /// Whether a position lies in what belongs to the page.
  func isFurniture(_ position: Int) -> Bool {
    FurnitureList.contains(document.furniture, position)
  }

  /// Whether a mark that repeats one, or the one that it repeats, is but the catchword of a page:
  /// at most three words and a stop, which begin what follows the same mark (`8. Peraturan .`).
  fileprivate func isCatchword(_ mark: Range<Int>) -> Bool {
    let text = SourceText(bytes: bytes)
    var line = mark.lowerBound
    while line > 0, bytes[line - 1] != 0x0A { line -= 1 }
    guard let end = lastVisible(before: line, from: 0)?.at else { return false }
    var start = end
    while start > 0, end - start < 60, bytes[start - 1] != 0x0A { start -= 1 }
    start = text.skippingSpaces(from: start, to: end)
    let words = bytes[mark].count
    guard bytes[end] == 0x2E, end - start > words + 2, end - start < 40,
      bytes[start..<start + words].elementsEqual(bytes[mark])
    else { return false }
    var (left, right) = (start + words, mark.upperBound)
    var spaces = 0
    while left < end {
      left = text.skippingSpaces(from: left, to: end)
      right = text.skippingSpaces(from: right, to: bytes.count)
      spaces += 1
      while left < end, !Whitespace.isSpace(bytes[left]), bytes[left] != 0x2E {
        guard right < bytes.count, bytes[right] == bytes[left] else { return false }
        left += 1
        right += 1
      }
      while left < end, bytes[left] == 0x2E { left += 1 }
    }
    return spaces <= 4
  }

  /// *dan* or *atau* that ends at a byte, after a semicolon.
  fileprivate func ending(endingAt last: Int) -> UInt8? {
    var first = last
    while first > 0, SourceText.isLetter(bytes[first - 1]) || bytes[first - 1] == 0x2F {
      first -= 1
    }
    let word = document.text(in: first..<last + 1).lowercased()
    guard word == "dan" || word == "atau" || word == "dan/atau",
      let mark = lastVisible(before: first, from: max(0, first - 8))
    else { return nil }
    return mark.byte == 0x3B || mark.byte == 0x2C ? mark.byte : nil
  }
}
