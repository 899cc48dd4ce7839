/// Writes a document in canonical layout: one walk over its units and the text between them.
struct LayoutWriter {
  let document: LegalDocument
  let text: SourceText
  var joining: LineJoining
  var out: [UInt8] = []
  /// Where each unit stands on the page.
  let plan: LayoutPlan
  private var reader: FragmentReader
  /// Whether the last line is still to be ended.
  var isOpen = false
  var wantsBlank = false
  /// Signs before a mark, such as an opening quotation mark, that go on its line.
  private var prefix: Range<Int>?
  /// The text pieces of a unit so far.
  private var pieces: [Int]
  /// Which units keep their lines; empty for none.
  private let keepsLines: [Bool]

  init(_ document: LegalDocument, _ keepsLines: [Bool]) {
    self.document = document
    self.keepsLines = keepsLines
    text = SourceText(bytes: document.source)
    plan = LayoutPlan(document)
    reader = FragmentReader(text: text, furniture: document.furniture)
    joining = LineJoining(text: text)
    pieces = [Int](repeating: 0, count: document.units.count)
    joining.isFlushLeft = FlushLeft.check(document, text)
    out.reserveCapacity(document.source.count + document.source.count / 16)
  }

  /// Writes the whole document.
  mutating func write() {
    var position = 0
    var open: [Int] = []
    for index in document.units.indices {
      let unit = document.units[index]
      while let last = open.last, document.units[last].subtreeEnd <= index {
        writeText(of: last, position..<max(position, document.units[last].range.upperBound), nil)
        position = max(position, document.units[last].range.upperBound)
        open.removeLast()
      }
      let start = max(position, unit.range.lowerBound)
      writeText(of: open.last, position..<start, index)
      writeMark(index)
      position = max(start, unit.labelRange.upperBound)
      open.append(index)
    }
    while let last = open.popLast() {
      writeText(of: last, position..<max(position, document.units[last].range.upperBound), nil)
      position = max(position, document.units[last].range.upperBound)
    }
    writeText(of: nil, position..<document.source.count, nil)
    endLine()
  }

  // MARK: Marks

  private mutating func writeMark(_ index: Int) {
    let unit = document.units[index]
    let place = plan.places[index]
    if place.needsBlank { wantsBlank = true }
    let pending = reader.pending
    guard !unit.labelRange.isEmpty else { return }
    if isKept(index) {
      writeAsItStood(unit.labelRange)
      return
    }
    if place.style == .kept || place.style == .verbatim, pending.blank { wantsBlank = true }
    beginLine(indent: place.indent, pageStart: pending.page)
    if let prefix { out.append(contentsOf: text.bytes[prefix]) }
    prefix = nil
    appendCollapsed(unit.labelRange)
    reader.passMark()
  }

  // MARK: Lines that stay

  private func isKept(_ index: Int) -> Bool {
    keepsLines.indices.contains(index) && keepsLines[index]
  }

  /// Writes a mark on the line and in the column that it had.
  private mutating func writeAsItStood(_ label: Range<Int>) {
    var start = prefix?.lowerBound ?? label.lowerBound
    while start > 0, text.bytes[start - 1] == 0x20 || text.bytes[start - 1] == 0x09 { start -= 1 }
    let (blank, page) = reader.pending
    if prefix != nil || reader.startsLine {
      if blank { wantsBlank = true }
      beginLine(indent: 0, pageStart: page)
    } else {
      partWords(before: start)
    }
    out.append(contentsOf: text.bytes[start..<label.upperBound])
    prefix = nil
    reader.passMark()
  }

  private mutating func writeAsItStood(_ fragment: Fragment) {
    if fragment.startsLine {
      if fragment.blankBefore { wantsBlank = true }
      beginLine(indent: 0, pageStart: fragment.pageStart)
    } else {
      partWords(before: fragment.range.lowerBound)
    }
    appendColumn(fragment)
    out.append(contentsOf: text.bytes[fragment.range])
  }

  /// Keeps the words on both sides of white space apart, whatever sign of it stands there.
  private mutating func partWords(before position: Int) {
    // Spaces and tabs are written with what follows them.
    guard position > 0, text[position - 1] != 0x20, text[position - 1] != 0x09 else { return }
    if (1...3).contains(where: { $0 <= position && text.spaceLength(at: position - $0) == $0 }) {
      out.append(0x20)
    }
  }

  // MARK: Text

  /// Writes the part of a unit's own text that stands before unit `next`, or at its end.
  private mutating func writeText(of index: Int?, _ range: Range<Int>, _ next: Int?) {
    guard !range.isEmpty else { return }
    var fragments = reader.fragments(in: range)
    if let next, let last = fragments.last { takePrefix(last, before: next, &fragments) }
    guard !fragments.isEmpty else { return }
    if let index, isKept(index) {
      for fragment in fragments { writeAsItStood(fragment) }
      return
    }
    let place = index.map { plan.places[$0] } ?? LayoutPlan.Place()
    let piece = index.map { pieces[$0] } ?? 0
    if let index { pieces[index] += 1 }
    switch place.style {
    case .kept, .verbatim:
      if place.keepsGaps { TableRows.mark(&fragments, in: text) }
      writeKept(fragments, place, index, isFirst: piece == 0)
    case .heading where piece == 0: writeHeading(fragments, place)
    default:
      TableRows.mark(&fragments, in: text)
      writeRunning(fragments, place, index, isClosing: piece > 0)
    }
  }

  /// Signs that open the next unit's line and are no text of this one.
  private mutating func takePrefix(
    _ last: Fragment, before next: Int, _ fragments: inout [Fragment]
  ) {
    let start = document.units[next].range.lowerBound
    guard last.startsLine, !last.isFurniture, !document.units[next].labelRange.isEmpty,
      text.skippingSpaces(from: last.range.upperBound, to: start) == start,
      last.lineStart <= start, !hasBreak(last.range.upperBound..<start),
      !last.range.contains(where: { SourceText.isAlphanumeric(text.bytes[$0]) })
    else { return }
    fragments.removeLast()
    prefix = last.range.lowerBound..<start
    if last.blankBefore { wantsBlank = wantsBlank || plan.places[next].style == .kept }
    if last.pageStart { reader.restorePage() }
  }

  private func hasBreak(_ range: Range<Int>) -> Bool {
    range.contains { text.bytes[$0] == 0x0A || text.bytes[$0] == 0x0C }
  }

  private mutating func writeRunning(
    _ fragments: [Fragment], _ place: LayoutPlan.Place, _ index: Int?, isClosing: Bool
  ) {
    let closing = isClosing ? nil : index.flatMap { plan.closingColumn(of: $0) }
    let joins = joining.joins(fragments, closingColumn: closing)
    for (number, fragment) in fragments.enumerated() {
      let isBeside = number == 0 && isOpen && !fragment.startsLine
      if isBeside, !isClosing, !place.textBelow || staysWithMark(fragment) {
        if text.bytes[fragment.range.lowerBound] == 0x3A || staysWithMark(fragment) {
          appendBeside(fragment)
        } else {
          out.append(0x20)
          appendCollapsed(fragment.range)
        }
        continue
      }
      if number == 0,
        !isClosing && !place.textBelow && joinsMark(fragment, index)
          || isClosing && tiesItems(fragment), isOpen
      {
        out.append(0x20)
        appendCollapsed(fragment.range)
        continue
      }
      if joins[number] {
        out.append(0x20)
        appendCollapsed(fragment.range)
        continue
      }
      if fragment.isRow {
        row(fragment)
        continue
      }
      // A number that was lost leaves its place to the text.
      let isMark = number == 0 && index.map { document.units[$0].labelRange.isEmpty } ?? false
      var indent = isClosing ? place.closingIndent : isMark ? place.indent : place.textIndent
      if number > 0, let closing, joining.closes(fragments[number - 1], fragment, closing) {
        indent = place.indent
      }
      let isDivision = joining.isDivision(fragment)
      if isDivision || fragment.blankBefore && joining.isLoud(fragment) {
        if isDivision || place.isElucidation { indent = 0 }
        wantsBlank = true
      }
      line(fragment, indent: indent)
      appendCollapsed(fragment.range)
    }
  }

  /// Whether *dan* or *atau*, alone on its line below an item, ties that to the next one.
  private func tiesItems(_ fragment: Fragment) -> Bool {
    guard joining.isConjunction(fragment), !fragment.pageStart else { return false }
    return out.last == 0x3B || out.last == 0x2C
  }

  /// Whether text on the line below a mark of a list belongs on the line of the mark.
  private func joinsMark(_ fragment: Fragment, _ index: Int?) -> Bool {
    guard !fragment.isFurniture, !fragment.pageStart, !fragment.isRow else { return false }
    guard let index, !document.units[index].labelRange.isEmpty else { return false }
    return SourceText.isAlphanumeric(text.bytes[fragment.range.lowerBound])
      || text.quoteLength(at: fragment.range.lowerBound) > 0
  }

  // MARK: Lines

  /// Begins the line of a fragment.
  mutating func line(_ fragment: Fragment, indent: Int, keepsColumn: Bool = false) {
    if fragment.isFurniture, fragment.blankBefore { wantsBlank = true }
    if afterFurniture, fragment.blankBefore { wantsBlank = true }
    beginLine(indent: keepsColumn ? 0 : indent, pageStart: fragment.pageStart)
    afterFurniture = fragment.isFurniture
    if keepsColumn { appendColumn(fragment) }
  }

  private var afterFurniture = false

  /// A row of a table with the column that it had.
  private mutating func row(_ fragment: Fragment) {
    if fragment.blankBefore { wantsBlank = true }
    beginLine(indent: 0, pageStart: fragment.pageStart)
    appendColumn(fragment)
    out.append(contentsOf: text.bytes[fragment.range])
  }

  mutating func appendColumn(_ fragment: Fragment) {
    var position = fragment.range.lowerBound
    while position > fragment.lineStart,
      text.bytes[position - 1] == 0x20 || text.bytes[position - 1] == 0x09
    {
      position -= 1
    }
    out.append(contentsOf: text.bytes[position..<fragment.range.lowerBound])
  }

  mutating func beginLine(indent: Int, pageStart: Bool) {
    endLine()
    if wantsBlank, !out.isEmpty { out.append(0x0A) }
    wantsBlank = false
    if pageStart { out.append(0x0C) }
    for _ in 0..<indent { out.append(0x20) }
    isOpen = true
    afterFurniture = false
  }

  private mutating func endLine() {
    if isOpen { out.append(0x0A) }
    isOpen = false
  }

  /// Bytes with runs of white space made one space; a no-break space alone stays.
  mutating func appendCollapsed(_ range: Range<Int>) {
    var position = range.lowerBound
    var copied = position
    while position < range.upperBound {
      let byte = text.bytes[position]
      if byte > 0x20, byte != 0xC2, byte != 0xEF {
        position += 1
        continue
      }
      let length = text.spaceLength(at: position)
      guard length > 0 else {
        position += 1
        continue
      }
      var end = position
      while end < range.upperBound, text.spaceLength(at: end) > 0 {
        end += text.spaceLength(at: end)
      }
      end = min(end, range.upperBound)
      let isPlain = end - position == 1 && text.bytes[position] == 0x20
      let isNoBreak = end - position == 2 && length == 2
      if !isPlain && !isNoBreak {
        out.append(contentsOf: text.bytes[copied..<position])
        out.append(0x20)
        copied = end
      }
      position = end
    }
    out.append(contentsOf: text.bytes[copied..<range.upperBound])
  }
}
